"""The languages that Toque reads: one file of words and one line here for each."""

from __future__ import annotations

from .en import ENGLISH
from .es import SPANISH
from .pt import PORTUGUESE
from .vocabulary import Vocabulary

__all__ = ["LANGUAGES", "Vocabulary"]

LANGUAGES: dict[str, Vocabulary] = {
    "es": SPANISH,
    "en": ENGLISH,
    "pt": PORTUGUESE,
}
