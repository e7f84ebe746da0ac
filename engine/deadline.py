"""A limit on how long the reading of one message may take, and on the memory of the process that reads it."""

from __future__ import annotations

import resource
import signal
import traceback
from collections.abc import Callable
from types import FrameType
from typing import TypeVar

from engine.pulse import Pulse

T = TypeVar("T")

MISSED = 2.0
"""So many times its deadline a reading may take before the parent ends the worker: an alarm is not heard inside C."""


class Ended(Exception):  # noqa: N818 - it says what happened
    """The reading of a message was ended; the message is the reason, for people."""


class TooSlow(Ended):
    """It was ended at its deadline."""


class TooLarge(Ended):
    """It asked for more memory than a worker may have."""


def limit(
    seconds: float,
    *,
    memory_mb: int | None = None,
    pulse: Pulse | None = None,
    before: Callable[[], None] = lambda: None,
) -> Callable[[Callable[[], T]], T]:
    """Return a guard that ends what it runs after `seconds`; main thread of a process only.

    `before` runs before each; `pulse` tells the parent when to end us, should the alarm not be heard.
    """
    beat = pulse or Pulse()
    armed = False

    def ring(_number: int, _frame: FrameType | None) -> None:
        # An alarm that comes while its reading is already being left would end whatever runs then.
        nonlocal armed
        if armed:
            armed = False
            raise TooSlow

    def in_time(work: Callable[[], T]) -> T:
        nonlocal armed
        try:
            armed = True
            signal.setitimer(signal.ITIMER_REAL, seconds)
            return work()
        finally:
            armed = False

    signal.signal(signal.SIGALRM, ring)

    def guard(work: Callable[[], T]) -> T:
        before()
        beat.busy(MISSED * seconds)
        try:
            return in_time(work)
        except TooSlow as fault:
            raise TooSlow(f"reading it took more than {seconds:.2g} s") from fault
        except MemoryError as fault:
            # What it had gathered hangs on the frames of the trace.
            traceback.clear_frames(fault.__traceback__)
            raise TooLarge(f"reading it took more than {memory_mb} MB") from None
        finally:
            beat.rest()
            signal.setitimer(signal.ITIMER_REAL, 0)

    return guard


def limit_memory(megabytes: int) -> None:
    """Let this process have so much memory of its own: asking for more is a `MemoryError`.

    Not RLIMIT_AS, which would count the mapped libraries and models as well.
    """
    resource.setrlimit(resource.RLIMIT_DATA, (megabytes << 20, megabytes << 20))
