"""Finds the phrases of a list (openers, services, companies …) among the words of a message."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from .draft import Span
from .languages import LANGUAGES, Vocabulary
from .words import Token, fold, folded, forms, lengths


class Phrases:
    """Phrases with what they stand for, to be looked up at a token; longest first."""

    def __init__(self, listed: Mapping[str, str]) -> None:
        self._known: dict[tuple[str, ...], str] = {}
        for key, forms_of_it in listed.items():
            for form in forms(forms_of_it):
                self._known.setdefault(folded(form.removeprefix("=")), key)
        self._beginning = lengths(self._known, 0)
        self._ending = lengths(self._known, -1)

    def at(self, cut: Sequence[Token], place: int) -> tuple[int, str]:
        """Give the number of tokens of the longest phrase that begins here, and its key; 0 where none does."""
        sizes = self._beginning.get(cut[place].folded)
        if sizes is None:
            return 0, ""  # as with most words of a message
        for length in sizes:
            words = tuple([t.folded for t in cut[place : place + length]])
            if words in self._known:
                return len(words), self._known[words]
        return 0, ""

    def ending(self, cut: Sequence[Token]) -> int:
        """Give the number of tokens of the longest phrase with which the tokens end."""
        for length in self._ending.get(cut[-1].folded, ()) if cut else ():
            words = tuple(t.folded for t in cut[-length:])
            if words in self._known:
                return len(words)
        return 0

    def occur(self, cut: Sequence[Token]) -> bool:
        """Tell whether one of them stands anywhere among the tokens."""
        return next(self.find(cut), None) is not None

    def find(self, cut: Sequence[Token]) -> Iterator[Phrase]:
        """Find every phrase from left to right."""
        after = 0
        for place, token in enumerate(cut):
            if place < after or token.folded not in self._beginning:
                continue
            length, key = self.at(cut, place)
            if length:
                after = place + length
                yield Phrase(key, place, after, token.start, cut[after - 1].end)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that was found: its key, its tokens and its characters."""

    key: str
    first: int
    after: int
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Give where it stands."""
        return self.start, self.end


@cache
def phrases(language: str, *fields: str) -> Phrases:
    """Give the phrases of some fields of a language, by the field's name or, of a mapping, by its keys."""
    vocabulary = LANGUAGES[language]
    listed: dict[str, str] = {}
    for field in fields:
        for key, forms_of_it in _listed(vocabulary, field).items():
            listed[key] = f"{listed[key]}|{forms_of_it}" if key in listed else forms_of_it
    return Phrases(listed)


@cache
def words_anywhere(field: str) -> frozenset[str]:
    """Give the folded words of a field of all languages: what a message names need not be called in its own."""
    return frozenset(fold(form) for v in LANGUAGES.values() for form in forms(getattr(v, field)))


@cache
def phrases_anywhere(field: str) -> Phrases:
    """Give the phrases of a field of all languages, for what people say as the place says it ("London time")."""
    return Phrases({field: "|".join(filter(None, (getattr(v, field) for v in LANGUAGES.values())))})


def _listed(vocabulary: Vocabulary, field: str) -> Mapping[str, str]:
    if field == "calendar_names":
        return {field: "|".join((*vocabulary.months, *vocabulary.weekdays))}
    value = getattr(vocabulary, field)
    return {field: value} if isinstance(value, str) else value
