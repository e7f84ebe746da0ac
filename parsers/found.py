"""A pattern of the grammar that matched, with its words by name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from .lexicon import Lexeme
from .pieces import Piece


@dataclass(frozen=True, slots=True)
class Found:
    """A pattern that matched: its lexemes by name."""

    text: str
    lexemes: Sequence[Lexeme]
    match: re.Match[str]

    def __getitem__(self, name: str) -> Lexeme | None:
        try:
            place = self.match.start(name)
        except IndexError:
            return None
        return self.lexemes[place] if place >= 0 else None

    def all(self, name: str = "") -> Sequence[Lexeme]:
        """Give every lexeme of a named stretch, or of the whole."""
        try:
            first, last = self.match.span(name or 0)
        except IndexError:
            return ()
        return self.lexemes[first:last] if first >= 0 else ()

    def around(self, x: Lexeme) -> tuple[Lexeme | None, Sequence[Lexeme]]:
        """Give what stands before a lexeme, and the two after it."""
        place = bisect_left(self.lexemes, x.start, key=attrgetter("start"))
        return self.lexemes[place - 1] if place else None, self.lexemes[place + 1 : place + 3]

    @property
    def following(self) -> Lexeme | None:
        """Give what stands right after the match."""
        return next(iter(self.lexemes[self.match.end() : self.match.end() + 1]), None)

    def number(self, name: str, *classes: str) -> int:
        """Give the number that a named lexeme stands for."""
        lexeme = self[name]
        return lexeme.number(*classes) if lexeme else 0

    def has(self, *classes: str) -> bool:
        """Tell whether any lexeme that matched is of one of these classes."""
        return any(c in lexeme.classes for lexeme in self.all() for c in classes)

    def piece(self, **slots: object) -> Piece:
        """Make a piece of the whole stretch."""
        first, last = self.all()[0], self.all()[-1]
        return Piece(first.start, last.end, **slots)  # type: ignore[arg-type]  # the builders below name real slots


Builder = Callable[[Found], Piece | None]
