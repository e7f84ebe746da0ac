"""How a process hears that it is told to stop: nothing is torn out of its hand, and whoever waits wakes at once."""

from __future__ import annotations

import os
import select
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

SIGNALS = (signal.SIGTERM, signal.SIGINT)
"""What tells a process to stop."""


class Told:
    """Whether this process was told to stop.

    The handler raises nothing, since that could be anywhere, in the middle of an answer of the database say; and it
    takes no lock, since whoever it interrupts may hold it at this moment, and would wait for itself for ever.
    """

    def __init__(self) -> None:
        self.stopping = False
        # What is said before somebody waits is heard all the same.
        self._ear, self._mouth = os.pipe()
        os.set_blocking(self._mouth, False)

    def listen(self) -> None:
        """Hear SIGTERM and SIGINT from now on; main thread of a process only."""
        for number in SIGNALS:
            signal.signal(number, self._hear)

    def _hear(self, _number: int, _frame: FrameType | None) -> None:
        if not self.stopping:
            self.stopping = True
            os.write(self._mouth, b".")

    def wait(self, seconds: float, *also: int) -> None:
        """Return after so many seconds; at once when told to stop, or when there is something on one of these files."""
        select.select([self._ear, *also], [], [], seconds)

    def __del__(self) -> None:
        os.close(self._ear)
        os.close(self._mouth)


@contextmanager
def held_back() -> Iterator[None]:
    """Let nobody tell this process to stop before this is over; a child that is forked meanwhile begins so too."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def begin_anew() -> None:
    """Forget what the parent does when it is told to stop: a forked child with nothing in hand yet simply ends.

    Ctrl-C is the parent's to hear, who then tells its children.
    """
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)
