"""Finds the parts of date and time phrases in a text: at each place the longest pattern that fits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain

from .found import Builder, Found
from .lexicon import Lexeme, lexemes_of, lexicon
from .openings import classes_in, openings
from .patterns import RULES
from .pieces import Piece

_UNKNOWN = "\0"
"""Stands for a symbol that a pattern does not speak of."""
_AHEAD = 4
"""So many symbols tell which patterns are worth trying; of more there are too many different ones to be kept."""
_IDLE = frozenset({"word", "sign", "apostrophe", "line", "url", "mention", "tag", "email", "odd", "with", "counted"})
_COUNTING = frozenset({"numbered", "counted", "ordinal_noun"})


@dataclass(frozen=True, slots=True)
class _Rule:
    """A pattern, the symbols that it speaks of and what it makes of a match."""

    pattern: re.Pattern[str]
    symbols: frozenset[str]
    looks_back: bool
    build: Builder

    def may_match(self, ahead: str) -> bool:
        """Tell whether it can match where these symbols stand: beyond one that it does not speak of it sees nothing."""
        spoken = next((n for n, symbol in enumerate(ahead) if symbol not in self.symbols), len(ahead))
        seen = self.looks_back or spoken == len(ahead)
        return seen or self.pattern.match(ahead[:spoken] + _UNKNOWN) is not None


@cache
def _compiled(language: str) -> dict[str, tuple[_Rule, ...]]:
    """Compile the patterns, and list them by the symbol with which they can begin."""
    known = lexicon(language)
    symbols_of = cache(known.symbols_of)
    rules: dict[str, list[_Rule]] = {}
    for written, build in RULES:
        symbols = frozenset(chain.from_iterable(map(symbols_of, classes_in(written))))
        rule = _Rule(known.pattern(written), symbols, "(?<" in written.replace("(?P<", ""), build)
        for symbol in openings(written, symbols_of):
            rules.setdefault(symbol, []).append(rule)
    return {symbol: tuple(listed) for symbol, listed in rules.items()}


@lru_cache(maxsize=2**14)
def _rules(language: str, ahead: str) -> tuple[_Rule, ...]:
    """Choose the rules that can match where these symbols stand; there are fewer of them where the text ends."""
    return tuple(rule for rule in _compiled(language).get(ahead[0], ()) if rule.may_match(ahead))


def pieces(text: str, language: str) -> tuple[tuple[Piece, ...], tuple[Lexeme, ...]]:
    """Find the parts of date and time phrases from left to right, the longest at each place."""
    lexemes, symbols = lexemes_of(text, language)
    found: list[Piece] = []
    at = 0
    while at < len(lexemes):
        piece, length = _longest(text, lexemes, symbols, at, language)
        if piece:
            found.append(piece)
        at += max(length, 1)
    return tuple(found), lexemes


def _longest(text: str, lexemes: Sequence[Lexeme], symbols: str, at: int, language: str) -> tuple[Piece | None, int]:
    if _IDLE.issuperset(lexemes[at].classes) or "never" in lexemes[at].classes:
        return None, 1
    best: Piece | None = None
    length = 0
    for rule in _rules(language, symbols[at : at + _AHEAD]):
        match = rule.pattern.match(symbols, at)
        if match and match.end() - at > length:
            piece = rule.build(Found(text, lexemes, match))
            if piece:
                best, length = piece, match.end() - at
    # "Version 1.10.30" is no date.
    if best and at and "date" in lexemes[at].classes and "numbered" in _before(lexemes, at).classes:
        return None, length
    # "9 de Julio" after "Av." is an address; "la escuela el 9 de julio" is none.
    if best and at and "day" in lexemes[at].classes and "street" in _before(lexemes, at).classes:
        return None, length
    # "Chapters 3 to 5" are no hours, unless they are written as such.
    if best and at and best.weak and best.until and _COUNTING & _before(lexemes, at).classes.keys():
        return None, length
    # "Parents' evening" is a name, as "game night" is.
    if best and at and "part" in lexemes[at].classes and _owned(lexemes, at):
        return None, length
    return best, length


def _owned(lexemes: Sequence[Lexeme], at: int) -> bool:
    """Tell a word in the possessive before a place: Mia's, parents'."""
    before = lexemes[at - 1]
    if at > 1 and "apostrophe" in before.classes:
        return lexemes[at - 2].end == before.start and "word" in lexemes[at - 2].classes
    return "word" in before.classes and before.text.lower().endswith(("'s", "’s"))


def _before(lexemes: Sequence[Lexeme], at: int) -> Lexeme:
    """Give the lexeme before a place, beyond the full stop of an abbreviation or a colon."""
    before = lexemes[at - 1]
    return lexemes[at - 2] if at > 1 and not {"stop", "colon"}.isdisjoint(before.classes) else before
