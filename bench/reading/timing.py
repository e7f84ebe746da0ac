"""How long a reading takes: the best of three on one core, and the median and 95th percentile of many."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

READINGS = (1, 2, 3)


@dataclass(frozen=True, slots=True)
class Took:
    """Microseconds of many readings."""

    median: float
    p95: float

    @classmethod
    def of(cls, microseconds: Sequence[float]) -> Took:
        """Sum up the readings; of a single one both are the same."""
        if len(microseconds) == 1:
            return cls(microseconds[0], microseconds[0])
        twentieths = statistics.quantiles(microseconds, n=20, method="inclusive")
        return cls(round(statistics.median(microseconds), 1), round(twentieths[-1], 1))


@contextmanager
def one_core() -> Iterator[None]:
    """Keep this process and those it starts on one core, where the system lets it."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    allowed = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(allowed)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, allowed)


def best_of_three(read: Callable[[int], object]) -> float:
    """Give the microseconds of the quickest of three readings; each is told its number, to make a fresh text of it."""
    return min(_timed(read, number, time.perf_counter) for number in READINGS) * 1e6


def processor_time(read: Callable[[int], object]) -> float:
    """Give the milliseconds of processor that the quicker of two readings took.

    For what takes so long that on a busy machine others come in between.
    """
    return min(_timed(read, number, time.thread_time) for number in READINGS[:2]) * 1e3


def _timed(read: Callable[[int], object], number: int, clock: Callable[[], float]) -> float:
    began = clock()
    read(number)
    return clock() - began
