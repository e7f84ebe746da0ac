"""What may hang on a stranger's text runs aside: in a process of its own, under a limit of time and memory."""

from __future__ import annotations

import multiprocessing
import pickle
import signal
import threading
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar, cast

from engine import deadline, plugins
from engine.config import Settings
from engine.deadline import Ended, TooSlow

T = TypeVar("T")

_TIMES = 4.0
"""So many times the deadline of one text a whole request may take."""
_BEGINS_SECONDS = 30.0
"""How long the process may take to begin."""

BESIDE = multiprocessing.get_context("forkserver")
"""Begins processes in 10 ms, as copies of one that has read what they run and does nothing else.

Not as copies of this one: a copy of a process with threads may wait for ever for what they held.
"""
BESIDE.set_forkserver_preload(["engine.aside", "engine.long_work", "engine.rule_bodies"])


class Died(Ended):
    """The process that read it ended."""


class Busy(Exception):  # noqa: N818 - it says what is the matter
    """Others' texts are being read, and it would take too long to wait for them."""


@dataclass(frozen=True, slots=True)
class _Child:
    process: BaseProcess
    line: Connection

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.line.close()


class Aside:
    """One process beside the web process, begun when somebody needs it, ended and begun anew where it hangs or dies."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._child: _Child | None = None
        self._lock = threading.Lock()

    def run(self, work: Callable[..., T], *given: object) -> T:
        """Return what `work` returns, run aside with the deadline of a text first.

        Raises what it raises, `TooSlow`, `Died` or `Busy`. It is called from a thread, never in the event loop.
        """
        seconds = self._settings.item_deadline_seconds
        if not self._lock.acquire(timeout=_TIMES * seconds):
            raise Busy
        try:
            came, what = self._asked(seconds, work, given)
        finally:
            self._lock.release()
        if came:
            return cast("T", what)
        raise what

    def close(self) -> None:
        """End the process, whatever it does."""
        if self._child:
            # Without the lock: whoever waits for an answer gets none, at once.
            self._child.process.kill()

    def _asked(self, seconds: float, work: Callable[..., Any], given: tuple[object, ...]) -> tuple[bool, Any]:
        try:
            child = self._begun()
        except (EOFError, OSError):
            # The one that begins them may be gone itself: then nobody answers where it listened.
            raise Died("the process that was to read it did not begin") from None
        try:
            child.line.send((work, (seconds, *given)))
            if child.line.poll(_TIMES * seconds):
                answer: tuple[bool, Any] = child.line.recv()
                return answer
        except (EOFError, OSError):
            self._end(child)
            raise Died("the process that read it ended: it may have needed too much memory") from None
        self._end(child)
        raise TooSlow(f"reading it took more than {_TIMES * seconds:.0f} s")

    def _begun(self) -> _Child:
        if self._child is None:
            ours, theirs = BESIDE.Pipe()
            process = BESIDE.Process(target=_serve, args=(theirs, self._settings.worker_memory_mb), daemon=True)
            process.start()
            # The other end is the child's alone: when it dies, ours says so at once.
            theirs.close()
            self._child = _Child(process, ours)
            if not _is_there(ours):
                self._end(self._child)  # The next one begins anew, and does not ask one that is not there.
                raise EOFError
        return self._child

    def _end(self, child: _Child) -> None:
        child.end()
        self._child = None


def _is_there(line: Connection) -> bool:
    """Wait until the process says that it is there; that takes longer than any text."""
    try:
        return line.poll(_BEGINS_SECONDS) and bool(line.recv())
    except (EOFError, OSError):
        return False


def _serve(line: Connection, memory_mb: int) -> None:
    """Do what is asked for, one after the other, until nobody is there to ask."""
    # Ctrl-C in the terminal reaches this process too; its parent ends it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    deadline.limit_memory(memory_mb)
    plugins.load_parsers()
    line.send(True)  # noqa: FBT003 - it is there
    while True:
        try:
            work, given = line.recv()
        except EOFError:
            return
        line.send(_outcome(work, given))


def _outcome(work: Callable[..., Any], given: tuple[object, ...]) -> tuple[bool, Any]:
    """Return True with what came of it, or False with the fault that it raised."""
    try:
        return True, work(*given)
    except Exception as fault:  # noqa: BLE001 - it is raised again where it was asked for
        try:
            pickle.loads(pickle.dumps(fault))  # noqa: S301 - our own, a line ago
        except Exception:  # noqa: BLE001 - it cannot cross over: its words can
            return False, RuntimeError(f"{type(fault).__name__}: {fault}")
        return False, fault
