"""Finds the services and companies that a message names, and how much of the text says which service it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from .companies import AS_WRITTEN, COMPANIES, PLAIN_WORDS
from .languages import LANGUAGES
from .phrases import Phrase, Phrases, phrases, words_anywhere
from .words import Token, fold, forms

_SHORTEST = 5
"""A shorter name of one word is a word too: without a capital it is no company."""
_PLAIN = frozenset(map(fold, forms(PLAIN_WORDS)))


_MARKS = re.compile(r"(?<=\w)['’](?=\w)|(?<=[^\W\d_]{4})-(?=[^\W\d_]{4})")
"""What people leave out when they type a name; before or after a shorter part it is a word of its own ("I-PASS")."""


@lru_cache(maxsize=1)
def companies() -> Phrases:
    """Give every known company by what it bills for, as it writes itself and as it is typed ("Sams Club")."""
    return Phrases({key: "|".join(_as_typed(forms(names))) for key, names in COMPANIES.items()})


def _as_typed(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield name
        if (typed := _MARKS.sub(lambda mark: " " if mark[0] == "-" else "", name)) != name:
            yield typed


def mentions_service(cut: Sequence[Token], language: str) -> bool:
    """Tell whether a stretch names a service or a company."""
    return bool(find_services(cut, language) or find_companies(cut))


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
        if first.text.islower() and first.folded in words_anywhere("articles"):
            continue
        if lone and AS_WRITTEN.get(first.folded, first.text) != first.text:
            continue
        if lone and first.text.islower() and (len(first.text) < _SHORTEST or first.folded in _PLAIN):
            continue
        found.append(company)
    return found


def whole_service(cut: Sequence[Token], service: Phrase, language: str) -> tuple[int, int]:
    """Take a service with the words that say its kind: "Seguro da casa", "Car insurance"."""
    kinds, joints = phrases(language, "kinds"), phrases(language, "belongs", "articles")
    before = LANGUAGES[language].adjective_first
    first, after = service.first, service.after
    while first and before and kinds.at(cut, first - 1)[0] and cut[first - 1].end + 1 == cut[first].start:
        first -= 1
    while after < len(cut):
        skip = 0
        while after + skip < len(cut) and joints.at(cut, after + skip)[0] == 1 and skip < 2:  # noqa: PLR2004 - "de la"
            skip += 1
        length = kinds.at(cut, after + skip)[0] if after + skip < len(cut) else 0
        if not length or (service.key == "rent" and skip):
            break
        after += skip + length
    return _without_bill_words(cut, first, after, language)


def _without_bill_words(cut: Sequence[Token], first: int, after: int, language: str) -> tuple[int, int]:
    """Drop "bill", "fees", "recibo de" from a service, unless only a word for its kind would be left."""
    words, kinds, services = phrases(language, "bill_words"), phrases(language, "kinds"), phrases(language, "services")
    joints, plans = phrases(language, "belongs", "articles"), phrases(language, "plans")
    start, end = first, after
    while start < end and (words.at(cut, start)[0] == 1 or (start > first and joints.at(cut, start)[0] == 1)):
        start += 1
    while end > start and words.at(cut, end - 1)[0] == 1:
        end -= 1
    left = cut[start:end]
    whole = services.at(left, 0)[0] == len(left) if left else False
    if not left or (not whole and all(kinds.at([t], 0)[0] for t in left)) or plans.at(cut, first)[0]:
        return first, after
    return start, end
