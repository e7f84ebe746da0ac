"""What may hang on a stranger's text runs aside: in a process of its own, under a limit of time and memory."""

from __future__ import annotations

import multiprocessing
import signal
import threading
from collections.abc import Callable
from multiprocessing.pool import Pool
from typing import Any, TypeVar

from engine import deadline, plugins
from engine.config import Settings
from engine.deadline import TooSlow

T = TypeVar("T")

_TIMES = 4.0
"""So many times the deadline of one text a whole request may take."""


class Aside:
    """One process beside the web process, begun when somebody needs it, ended and begun anew where it hangs."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._pool: Pool | None = None
        self._lock = threading.Lock()

    def run(self, work: Callable[..., T], *given: object) -> T:
        """Return what `work` returns, run aside with the deadline of a text first; raises what it raises, or `TooSlow`.

        It is called from a thread, never in the event loop.
        """
        seconds = self._settings.item_deadline_seconds
        pool = self._begun()
        try:
            return pool.apply_async(work, (seconds, *given)).get(_TIMES * seconds + 10)
        except multiprocessing.TimeoutError:
            self._end(pool)
            raise TooSlow(f"reading it took more than {_TIMES * seconds:.0f} s") from None

    def start(self, work: Callable[..., Any], *given: object) -> None:
        """Begin something that says by itself how far it is."""
        self._begun().apply_async(work, (self._settings.item_deadline_seconds, *given))

    def close(self) -> None:
        """End the process, whatever it does."""
        if self._pool:
            self._end(self._pool)

    def _begun(self) -> Pool:
        with self._lock:
            if self._pool is None:
                # Not forked: a copy of a process with threads may wait for ever for what they held.
                begin = multiprocessing.get_context("spawn").Pool
                self._pool = begin(1, _prepare, (self._settings.worker_memory_mb,))
            return self._pool

    def _end(self, pool: Pool) -> None:
        with self._lock:
            if self._pool is pool:
                self._pool = None
        pool.terminate()
        pool.join()


def _prepare(memory_mb: int) -> None:
    # Ctrl-C in the terminal reaches this process too; its parent ends it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    deadline.limit_memory(memory_mb)
    plugins.load_parsers()
