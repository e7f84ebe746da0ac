"""Finds the phrases of a list (openers, services, companies …) among the words of a message."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from .languages import LANGUAGES, Vocabulary
from .words import Token, forms, tokens


class Phrases:
    """Phrases with what they stand for, to be looked up at a token; longest first."""

    def __init__(self, listed: Mapping[str, str]) -> None:
        self._known: dict[tuple[str, ...], str] = {}
        for key, forms_of_it in listed.items():
            for form in forms(forms_of_it):
                self._known.setdefault(tuple(t.folded for t in tokens(form.removeprefix("="))), key)
        self._lengths: dict[str, tuple[int, ...]] = {}
        for words in self._known:
            lengths = {*self._lengths.get(words[0], ()), len(words)}
            self._lengths[words[0]] = tuple(sorted(lengths, reverse=True))
        self._longest = max(map(len, self._known), default=0)

    def at(self, cut: Sequence[Token], place: int) -> tuple[int, str]:
        """Give the number of tokens of the longest phrase that begins here, and its key; 0 where none does."""
        for length in self._lengths.get(cut[place].folded, ()):
            words = tuple(t.folded for t in cut[place : place + length])
            if words in self._known:
                return len(words), self._known[words]
        return 0, ""

    def ending(self, cut: Sequence[Token]) -> int:
        """Give the number of tokens of the longest phrase with which the tokens end."""
        for length in range(min(self._longest, len(cut)), 0, -1):
            if tuple(t.folded for t in cut[-length:]) in self._known:
                return length
        return 0

    def find(self, cut: Sequence[Token]) -> Iterator[Phrase]:
        """Find every phrase from left to right."""
        place = 0
        while place < len(cut):
            length, key = self.at(cut, place)
            if length:
                yield Phrase(key, place, place + length, cut[place].start, cut[place + length - 1].end)
            place += length or 1


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that was found: its key, its tokens and its characters."""

    key: str
    first: int
    after: int
    start: int
    end: int


@cache
def phrases(language: str, *fields: str) -> Phrases:
    """Give the phrases of some fields of a language, by the field's name or, of a mapping, by its keys."""
    vocabulary = LANGUAGES[language]
    listed: dict[str, str] = {}
    for field in fields:
        for key, forms_of_it in _listed(vocabulary, field).items():
            listed[key] = f"{listed[key]}|{forms_of_it}" if key in listed else forms_of_it
    return Phrases(listed)


def _listed(vocabulary: Vocabulary, field: str) -> Mapping[str, str]:
    if field == "calendar_names":
        return {field: "|".join((*vocabulary.months, *vocabulary.weekdays))}
    value = getattr(vocabulary, field)
    return {field: value} if isinstance(value, str) else value
