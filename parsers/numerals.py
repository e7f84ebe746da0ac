"""Reads the numbers that one language writes in words (two hundred and five, mil e duzentos, quatre-vingt-dix)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .languages import Vocabulary
from .words import Token, fold, forms, tokens

_WORDS_AT_MOST = 14
_HUNDRED = 100


class Numerals:
    """The number words of one language."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        listed = {tuple(t.folded for t in tokens(f)): n for key, n in vocabulary.numbers.items() for f in forms(key)}
        self.values: Mapping[str, int] = {
            fold(f): n for key, n in vocabulary.numbers.items() for f in forms(key) if " " not in f
        }
        """Words of their own with their values."""
        self.scales: Mapping[str, int] = {fold(f): n for key, n in vocabulary.scales.items() for f in forms(key)}
        """Words that multiply what stands before them."""
        self._long = {words: n for words, n in listed.items() if len(words) > 1}
        self._longest = max(map(len, self._long), default=0)
        self._joiners = frozenset(fold(j) for j in forms(vocabulary.number_joiners))

    def begins(self, token: Token) -> bool:
        """Tell whether a number in words may begin with this one."""
        return (token.kind == "word" and token.folded in self.values) or token.folded in self.scales

    def at(self, cut: Sequence[Token], at: int) -> tuple[int, int]:
        """Read a number in words; give how many tokens it takes (0 if there is none), and its value."""
        total = group = used = 0
        place = at
        while place < min(len(cut), at + _WORDS_AT_MOST):
            word = cut[place].folded
            joined = bool(used) and word in self._joiners and place + 1 < len(cut)
            if joined:
                place += 1
                word = cut[place].folded
            size, value = self._long_value(cut, place)
            grown = _add(value, total, group) if size else self._grow(word, total, group)
            if grown is None:
                break
            total, group = grown
            place += size or 1
            used = place - at
        return used, total + group

    def _grow(self, word: str, total: int, group: int) -> tuple[int, int] | None:
        """Add one number word to what was read so far; None where it cannot follow."""
        scale = self.scales.get(word)
        if scale is None:
            value = self.values.get(word)
            return None if value is None else _add(value, total, group)
        if scale == _HUNDRED:
            return (total, max(group, 1) * _HUNDRED) if group < _HUNDRED else None
        room = scale * 1000
        return None if total and total < room and total % room else (total + max(group, 1) * scale, 0)

    def _long_value(self, cut: Sequence[Token], at: int) -> tuple[int, int]:
        """Read a number that is written as several words, which are no sum (quatre-vingt-dix); 0 words if none."""
        for size in range(min(self._longest, len(cut) - at), 1, -1):
            value = self._long.get(tuple(t.folded for t in cut[at : at + size]))
            if value is not None:
                return size, value
        return 0, 0


def _add(value: int, total: int, group: int) -> tuple[int, int] | None:
    """Add a number below what it may follow: five after twenty, not twenty after five."""
    room = 10 if value < 10 else 100 if value < 100 else 1000  # noqa: PLR2004 - places of the decimal system
    return None if group % room else (total, group + value)
