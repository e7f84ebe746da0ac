"""The languages that Toque reads: one file of words and one line here for each."""

from __future__ import annotations

from .de import GERMAN
from .en import ENGLISH
from .es import SPANISH
from .fr import FRENCH
from .it import ITALIAN
from .pt import PORTUGUESE
from .vocabulary import Vocabulary

__all__ = ["LANGUAGES", "Vocabulary"]

LANGUAGES: dict[str, Vocabulary] = {
    "es": SPANISH,
    "en": ENGLISH,
    "pt": PORTUGUESE,
    "fr": FRENCH,
    "it": ITALIAN,
    "de": GERMAN,
}
