"""Watch over workers: one that hangs, takes too much memory or falls is replaced, and what it held goes on at once."""

from __future__ import annotations

import contextlib
import ctypes
import os
import secrets
import signal
import sys
import time
import traceback
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
import structlog

from engine import clock, queue, told
from engine.config import Settings
from engine.line import LINE
from engine.pulse import Pulse
from engine.told import Told
from engine.vault import Vault
from engine.worker import Worker, name_of
from parsers import warm_up
from sql.migrate import require_current

log = structlog.get_logger()

LOOK = 0.1
"""Seconds between two looks at the workers."""
PATIENCE = 15.0
"""Seconds in which a worker must end after it was told to."""
LONGEST_PAUSE = 30.0
"""Seconds: the longest wait before a worker is started again that fell before it had anything in hand."""

A_LIFE, MOST_FALLS = 60.0, 5
"""Seconds after which a worker did not fall at its start; after so many falls more of the same cures nothing."""

A_START = 5.0
"""Seconds after which one that we ended ourselves did not end at its start."""

_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG
_PAGE = os.sysconf("SC_PAGE_SIZE")


class NoWorkerLives(Exception):  # noqa: N818 - it names what happened
    """Workers fall at their start, one after the other; their own words stand above."""


@dataclass(slots=True)
class Child:
    """One worker process."""

    process: int
    pulse: Pulse
    started_at: float = field(default_factory=clock.stopwatch)
    ended_because: str | None = None


@dataclass(slots=True)
class Watch:
    """The workers of one `toque work`, and what they are made from."""

    settings: Settings
    conninfo: str
    vault: Vault
    kinds: Collection[str]
    workers: int = 1
    _token: str = field(default_factory=lambda: secrets.token_hex(3))
    _children: list[Child] = field(default_factory=list)
    _told: Told = field(default_factory=Told)
    _process: int = field(default_factory=os.getpid)
    _falls: int = 0
    _fell_at: float = 0.0
    _again_at: float = 0.0

    def run(self) -> None:
        """Keep so many workers at work until SIGTERM or SIGINT; they finish what they hold.

        Raises `NoWorkerLives` where they fall again and again before they have anything in hand.
        """
        self._refuse_a_wrong_schema()
        if "settle" in self.kinds:
            warm_up()  # Before any fork: who takes the place of a worker that fell reads at once.
        self._told.listen()
        while not self._told.stopping:
            self._fill()
            self._look()
            if self._falls >= MOST_FALLS:
                self._end_all()
                raise NoWorkerLives(f"{MOST_FALLS} workers fell one after the other before they had anything in hand")
            self._told.wait(LOOK)
        self._end_all()

    def _refuse_a_wrong_schema(self) -> None:
        # A database that is away is waited for; one that is not ours is a reason to say so and end.
        with contextlib.suppress(psycopg.OperationalError), psycopg.connect(self.conninfo, **LINE) as db:
            require_current(db)

    def _fill(self) -> None:
        while len(self._children) < self.workers and clock.stopwatch() >= self._again_at:
            pulse = Pulse()
            # We have no threads and no connections at this point: a fork is enough, and shares what is loaded.
            with told.held_back():  # What we do when we are told to stop is nothing that a worker would do.
                process = os.fork()
                if process == 0:
                    self._be_a_worker(pulse)
            self._children.append(Child(process, pulse))

    def _be_a_worker(self, pulse: Pulse) -> None:
        code = 1
        try:
            told.begin_anew()
            # Of its own session, so that Ctrl-C reaches the parent alone; without a parent nobody would end it.
            os.setsid()
            ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
            if os.getppid() != self._process:
                return  # The parent ended before that was said.
            name = name_of(os.getpid(), self._token)
            Worker(self.settings, self.conninfo, self.vault, self.kinds, pulse, name).run()
            code = 0
        except BaseException:  # noqa: BLE001 - nothing of the parent's must run in the child
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)

    def _look(self) -> None:
        for child in list(self._children):
            self._end_what_must_end(child)
            done, status = os.waitpid(child.process, 0 if child.ended_because else os.WNOHANG)
            if done:
                self._children.remove(child)
                self._take_back(child, os.waitstatus_to_exitcode(status))

    def _end_what_must_end(self, child: Child) -> None:
        overdue = child.pulse.overdue()
        if overdue is not None:
            child.ended_because = f"its worker was ended after {overdue:.2g} s"
        elif _resident(child.process) > self.settings.worker_memory_mb << 20:
            child.ended_because = f"its worker was ended at more than {self.settings.worker_memory_mb} MB"
        if child.ended_because:
            os.kill(child.process, signal.SIGKILL)

    def _take_back(self, child: Child, code: int) -> None:
        """Free what an ended worker held; where the database cannot be reached, its leases run out."""
        if code == 0:
            return
        name, reason = name_of(child.process, self._token), child.ended_because or _described(code)
        held = 0
        try:
            with psycopg.connect(self.conninfo, autocommit=True, **LINE) as db:
                # The other workers must not be unwatched for long.
                db.execute("set statement_timeout = '3s'")
                held = queue.let_go(db, name, reason)
        except psycopg.Error as fault:
            log.warning("the database is away", fault=type(fault).__name__)
        log.warning("a worker ended", worker=name, reason=reason, held=held)
        # A message that ends its worker makes nobody wait; one that falls by itself is given more and more time.
        now = clock.stopwatch()
        # Ended at its start with nothing in hand, it was too large as it came: the next one will be as well.
        if held or now - child.started_at > (A_START if child.ended_because else A_LIFE):
            self._falls = 0
        elif child.started_at > self._fell_at:  # those that were started together and fall together count once
            self._falls, self._fell_at = self._falls + 1, now
        self._again_at = now + (min(0.2 * 2 ** min(self._falls, 12), LONGEST_PAUSE) if self._falls > 1 else 0.0)

    def _end_all(self) -> None:
        for child in self._children:
            os.kill(child.process, signal.SIGTERM)
        last = clock.stopwatch() + PATIENCE
        while self._children:
            self._look()
            for child in self._children if clock.stopwatch() > last else ():
                child.ended_because = "its worker did not stop when it was told to"
                os.kill(child.process, signal.SIGKILL)
            time.sleep(LOOK / 2)


def _resident(process: int) -> int:
    """Return the bytes of memory that a process holds."""
    try:
        return int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1]) * _PAGE
    except (OSError, IndexError):
        return 0  # it has just ended


def _described(code: int) -> str:
    if code > 0:
        return f"its worker fell (exit code {code})"
    try:
        return f"its worker was ended by {signal.Signals(-code).name}"
    except ValueError:
        return f"its worker was ended by signal {-code}"
