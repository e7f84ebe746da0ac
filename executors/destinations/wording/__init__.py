"""The words of Toque's answers, a file a language; a new language is one file and one line here."""

from __future__ import annotations

from typing import Final

from executors.destinations.wording.de import DE
from executors.destinations.wording.en import EN
from executors.destinations.wording.es import ES
from executors.destinations.wording.fr import FR
from executors.destinations.wording.it import IT
from executors.destinations.wording.keys import Wording
from executors.destinations.wording.pt import PT

WORDINGS: Final[dict[str, Wording]] = {
    "en": EN,
    "es": ES,
    "pt": PT,
    "fr": FR,
    "it": IT,
    "de": DE,
}


def wording_for(language: str) -> Wording:
    """Return the words of a language (`pt`, `pt-BR`, `pt_BR`), English where it has none."""
    return WORDINGS.get(language[:3].rstrip("-_").lower(), EN)
