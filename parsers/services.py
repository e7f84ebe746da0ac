"""Finds the services and companies that a message names, and how much of the text says which service it is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from .companies import COMPANIES
from .phrases import Phrase, Phrases, phrases
from .words import Token, forms


@lru_cache(maxsize=1)
def companies() -> Phrases:
    """Give every known company by what it bills for."""
    return Phrases(COMPANIES)


def mentions_service(cut: Sequence[Token], language: str) -> bool:
    """Tell whether a stretch names a service or a company."""
    return any(True for _ in find_services(cut, language)) or any(True for _ in find_companies(cut))


def find_services(cut: Sequence[Token], language: str) -> list[Phrase]:
    """Find services by the words of the language."""
    return [s for s in phrases(language, "services").find(cut) if not _part_of_word(cut, s)]


def _part_of_word(cut: Sequence[Token], found: Phrase) -> bool:
    """Tell a piece of a hyphenated word or of an all-capitals acronym inside a name."""
    before = cut[found.first - 1] if found.first else None
    return before is not None and before.text == "-" and before.end == found.start


def find_companies(cut: Sequence[Token]) -> list[Phrase]:
    """Find companies; a name of one common word counts only with a capital."""
    found = []
    for company in companies().find(cut):
        first = cut[company.first]
        lone = company.after - company.first == 1
        if first.text.islower() and first.folded in _ARTICLES:
            continue
        if lone and _WRITTEN.get(first.folded, first.text) != first.text:
            continue
        if lone and first.text.islower() and (len(first.text) < 5 or first.folded in _ORDINARY):  # noqa: PLR2004 - short names are words too
            continue
        found.append(company)
    return found


_ARTICLES = frozenset({"la", "el", "los", "las", "the", "o", "a", "os", "as", "le", "il", "die", "der"})
_WRITTEN = {"sofi": "SoFi", "alan": "Alan", "hype": "Hype", "sara": "SARA", "ute": "UTE", "cea": "CEA", "nu": "Nu"}
"""Names that people and words have too: they count only as the company writes them."""

_ORDINARY = frozenset(
    forms(
        """
        personal|claro|prime|stan|premiere|digit|three|orange|inter|caixa|light|plata|sears|
        visa|discover|flow|act|origin|sky|cox|win|max|sat|disco|macro|galicia|universo|ally|
        allen|churchill|progressive|farmers|frontier|spectrum|optimum|apollo|azteca|ripley|cabal|
        tranquilidade|azul|ocaso|wizard|fisk|desktop|bell|rogers|shaw|dodo|zen|vivo|sura|mint|
        admiral|hacienda|rentas|nowo|safra|submarino|americanas|pernambucanas|bolivariano|nationwide|humana|
        tricot|spire|flick|primrose|suburbia|magenta|compass|edison|linear|prima|concordia|discovery|protecta|
        previsora|consorcio|federación|discovery|original|independencia|visible|chime|sprint|peloton|headspace|
        pandora|criterion|shudder|havan|creation|equinox|vitality|tangerine|simple|simplii|triangle|lumos|kinetic
        """
    )
)
"""Names that are plain words too: without a capital they are no company."""


def whole_service(cut: Sequence[Token], service: Phrase, language: str) -> tuple[int, int]:
    """Take a service with the words that say its kind: "Seguro da casa", "Car insurance"."""
    kinds = phrases(language, "kinds")
    first, after = service.first, service.after
    while first and kinds.at(cut, first - 1)[0] and cut[first - 1].end + 1 == cut[first].start and language == "en":
        first -= 1
    while after < len(cut):
        skip = 0
        while after + skip < len(cut) and cut[after + skip].folded in _OF and skip < 2:  # noqa: PLR2004 - "de la"
            skip += 1
        length = kinds.at(cut, after + skip)[0] if after + skip < len(cut) else 0
        length = length or (
            phrases(language, "services").at(cut, after)[0]
            if not skip and after < len(cut) and service.key == ""
            else 0
        )
        if not length or (service.key == "rent" and skip):
            break
        after += skip + length
    return _without_bill_words(cut, first, after, language)


def _without_bill_words(cut: Sequence[Token], first: int, after: int, language: str) -> tuple[int, int]:
    """Drop "bill", "fees", "recibo de" from a service, unless only a word for its kind would be left."""
    words, kinds, services = phrases(language, "bill_words"), phrases(language, "kinds"), phrases(language, "services")
    start, end = first, after
    while start < end and (words.at(cut, start)[0] == 1 or (start > first and cut[start].folded in _OF)):
        start += 1
    while end > start and words.at(cut, end - 1)[0] == 1:
        end -= 1
    left = cut[start:end]
    whole = services.at(left, 0)[0] == len(left) if left else False
    if not left or (not whole and all(kinds.at([t], 0)[0] for t in left)) or cut[first].folded in _PLANS:
        return first, after
    return start, end


_PLANS = frozenset({"plan", "plano"})

_OF = frozenset(
    forms(
        "de|del|la|el|do|da|dos|das|of|the|los|las|d'|l'|du|des|di|della|dell'|dello|dei|delle|für|fürs|der|le|les|il"
    )
)
