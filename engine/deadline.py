"""A limit on how long the reading of one message may take."""

from __future__ import annotations

import signal
from collections.abc import Callable
from types import FrameType
from typing import TypeVar

T = TypeVar("T")


class TooSlow(Exception):  # noqa: N818 - it says what happened
    """The reading was ended at its deadline."""


def _ring(_number: int, _frame: FrameType | None) -> None:
    raise TooSlow


def limit(seconds: float) -> Callable[[Callable[[], T]], T]:
    """Return a guard that ends what it runs after `seconds`; main thread of a process only."""
    signal.signal(signal.SIGALRM, _ring)

    def guard(work: Callable[[], T]) -> T:
        signal.setitimer(signal.ITIMER_REAL, seconds)
        try:
            return work()
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)

    return guard
