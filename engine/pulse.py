"""How a worker tells its parent until when it may be busy: two numbers in memory that both see."""

from __future__ import annotations

import mmap
import struct
from dataclasses import dataclass, field

from engine import clock

_NUMBERS = struct.Struct("dd")


@dataclass(frozen=True, slots=True)
class Pulse:
    """Made before the fork, then written by the child and read by the parent."""

    _page: mmap.mmap = field(default_factory=lambda: mmap.mmap(-1, _NUMBERS.size))

    def busy(self, seconds: float) -> None:
        """Say: what begins now takes at most so many seconds."""
        _NUMBERS.pack_into(self._page, 0, clock.stopwatch() + seconds, seconds)

    def rest(self) -> None:
        """Say: nothing is in hand that could hang."""
        _NUMBERS.pack_into(self._page, 0, 0.0, 0.0)

    def overdue(self) -> float | None:
        """Return the seconds that something in hand was given, where they are over."""
        until, seconds = _NUMBERS.unpack_from(self._page)
        return seconds if 0.0 < until < clock.stopwatch() else None
