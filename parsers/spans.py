"""Says what lies where in a text: the tokens between two places, and the places that stretches of it cover."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from operator import attrgetter
from typing import Protocol, TypeVar

from .draft import Span


class _Placed(Protocol):
    """Something with a place in a text; where there are several they stand in order, none over another."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


T = TypeVar("T", bound=_Placed)
_START, _END = attrgetter("start"), attrgetter("end")


def within(placed: Sequence[T], start: int, end: int) -> Sequence[T]:
    """Give those that lie between two places."""
    first = bisect_left(placed, start, key=_START)
    return placed[first : bisect_right(placed, end, lo=first, key=_END)]


def starting(placed: Sequence[T], start: int, end: int) -> Sequence[T]:
    """Give those that begin at a place or after it, and before another."""
    first = bisect_left(placed, start, key=_START)
    return placed[first : bisect_left(placed, end, lo=first, key=_START)]


def before(placed: Sequence[T], place: int) -> Sequence[T]:
    """Give those that end at a place or before it."""
    return placed[: bisect_right(placed, place, key=_END)]


class Cover:
    """Stretches of a text, to be asked many times: a message may have hundreds of them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans = sorted(spans)
        self._starts = [start for start, _ in self.spans]
        # How far the text is covered by those that begin so early.
        self._reach = list(accumulate((end for _, end in self.spans), max))

    def holds(self, start: int, end: int) -> bool:
        """Tell whether one of them contains all of a stretch."""
        count = bisect_right(self._starts, start)
        return count > 0 and self._reach[count - 1] >= end

    def meets(self, start: int, end: int) -> bool:
        """Tell whether one of them has something in common with a stretch."""
        count = bisect_left(self._starts, end)
        return count > 0 and self._reach[count - 1] > start
