"""Long work that somebody asked for: done in a process of its own, bounded in number and time, told of in a table.

A web process works on one job at a time and keeps the others waiting. It says again and again that it is there; where
that ends, in a crash say, whoever asks is told that the work is lost, and asks anew.
"""

from __future__ import annotations

import signal
import threading
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from multiprocessing.process import BaseProcess
from typing import Any
from uuid import UUID

import psycopg
import structlog
from psycopg.rows import class_row
from psycopg_pool import ConnectionPool

from engine import clock, deadline, plugins
from engine.aside import BESIDE
from engine.config import Settings
from engine.deadline import Ended
from engine.line import line_of
from rules.faults import FaultyRules
from sql import query
from sql.parameters import document

Db = psycopg.Connection[Any]
Tell = Callable[[int, int], None]
"""Says how far a job is: so much of so much; raises `Cancelled`."""
Work = Callable[[Db, Settings, Mapping[str, Any], Tell], dict[str, Any]]
"""What a job does: with a database, the settings and what was asked for; it returns the answer."""

MOST_EACH = 3
"""Jobs of one caller that are not finished."""
MOST = 20
"""Of all callers."""
LOST_SECONDS = 30.0
"""Nothing was heard of a job for so long: nobody works on it."""
TELL_SECONDS = 0.25
_BEAT_SECONDS = 2.0

LOST = "The process that worked on it ended, e.g. at a restart. Nothing was changed: ask for it again."
_STOPPED = "Toque was stopped while it worked on this. Nothing was changed: ask for it again."

_log = structlog.get_logger(__name__)


class Cancelled(Exception):  # noqa: N818 - it says what happened
    """Somebody cancelled the job, or nobody waits for it any more."""


class TooManyJobs(Exception):  # noqa: N818 - as above
    """So many jobs are not finished that no other is begun."""


@dataclass(frozen=True, slots=True)
class Job:
    """Long work, as whoever asked for it is told."""

    id: UUID
    connection_id: int
    caller: str
    """Who asked for it, as the audit log names them."""
    kind: str
    state: str
    """`waiting`, `running`, `done`, `failed` or `cancelled`."""
    done: int
    total: int | None
    """How much there is to do; None: that is not known yet."""
    answer: dict[str, Any] | None
    error: str | None
    created_at: datetime
    finished_at: datetime | None


def add(db: Db, caller: str, connection_id: int, kind: str) -> Job:
    """Write a job down for whoever works on it; raises `TooManyJobs`."""
    with db.transaction():
        db.execute(query("jobs.lock"))
        tidy(db)
        theirs, all_ = db.execute(query("jobs.open"), {"caller": caller}).fetchone() or (0, 0)
        if theirs >= MOST_EACH:
            raise TooManyJobs(f"You have {theirs} jobs that are not finished: wait for one, or cancel one.")
        if all_ >= MOST:
            raise TooManyJobs(f"{all_} jobs wait already: try again when some of them are finished.")
        values = {"caller": caller, "connection_id": connection_id, "kind": kind}
        with db.cursor(row_factory=class_row(Job)) as cursor:
            (made,) = cursor.execute(query("jobs.add"), values).fetchall()
    return made


def tidy(db: Db) -> None:
    """Say of jobs that nobody works on any more that they are lost, and forget those of yesterday."""
    db.execute(query("jobs.lost"), {"seconds": LOST_SECONDS, "error": LOST})
    db.execute(query("jobs.forget_old"))


def find(db: Db, caller: str | None, id_: UUID) -> Job | None:
    """Return a job of whoever asked for it (None: of anybody); None for what is not there, or another's."""
    db.execute(query("jobs.lost"), {"seconds": LOST_SECONDS, "error": LOST})
    with db.cursor(row_factory=class_row(Job)) as cursor:
        return cursor.execute(query("jobs.one"), {"id": id_, "caller": caller}).fetchone()


def listed(
    db: Db, caller: str | None, connections: list[int] | None, n: int, before: tuple[datetime, UUID] | None = None
) -> list[Job]:
    """Return somebody's jobs (None: everybody's), the newest first, without their answers."""
    tidy(db)
    at, id_ = before or (None, None)
    values = {"caller": caller, "connections": connections, "before": at, "before_id": id_, "n": n}
    with db.cursor(row_factory=class_row(Job)) as cursor:
        return cursor.execute(query("jobs.list"), values).fetchall()


def cancel(db: Db, caller: str | None, id_: UUID) -> bool:
    """Cancel somebody's job (None: anybody's) that is not finished, wherever it is done; tell whether it was one."""
    return db.execute(query("jobs.cancel"), {"id": id_, "caller": caller}).fetchone() is not None


@dataclass(frozen=True, slots=True)
class _Begun:
    id: UUID
    work: Work
    asked: Mapping[str, Any]


class Jobs:
    """The jobs of one web process, one after the other."""

    def __init__(self, settings: Settings, lines: ConnectionPool[Db]) -> None:
        self._settings = settings
        self._lines = lines
        self._waiting: deque[_Begun] = deque()
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None
        self._at: UUID | None = None
        self._closed = False

    def begin(self, id_: UUID, work: Work, asked: Mapping[str, Any]) -> None:
        """Take a job that was written down; `work` is a function that another process can import."""
        with self._changed:
            self._waiting.append(_Begun(id_, work, asked))
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="jobs", daemon=True)
                self._thread.start()
            self._changed.notify_all()

    def close(self) -> None:
        """End what is worked on, and say so."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        if self._thread:
            self._thread.join()

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._waiting or self._closed)
                if self._closed:
                    break
                one = self._waiting.popleft()
                self._at = one.id
            try:
                self._work_on(one)
            except Exception:  # noqa: BLE001 - the next job is somebody else's
                _log.exception("a job ended at an unexpected error", job=str(one.id))
                self._fail([one.id], "Something went wrong here that nobody expected. The log says more.")
            self._at = None
        self._fail([one.id for one in self._waiting], _STOPPED)

    def _work_on(self, one: _Begun) -> None:
        """Do one job in a process of its own; end it where it takes too long, or where this process stops."""
        process = BESIDE.Process(
            target=_carry_out, args=(self._settings, one.id, one.work, dict(one.asked)), daemon=True
        )
        process.start()
        ends = clock.stopwatch() + self._settings.job_seconds
        while process.is_alive() and clock.stopwatch() < ends and not self._closed:
            self._wait(process)
            self._say_here()
        if process.is_alive():
            process.kill()
            minutes = f"{self._settings.job_seconds / 60:.3g} min"
            long = f"It took more than {minutes} (TOQUE_JOB_SECONDS): ask for fewer days."
            self._fail([one.id], _STOPPED if self._closed else long)
        process.join()
        if process.exitcode:
            self._fail([one.id], "The process that worked on it ended: it may have needed too much memory.")

    def _wait(self, process: BaseProcess) -> None:
        process.join(_BEAT_SECONDS if not self._closed else 0)

    def _say_here(self) -> None:
        with self._changed:
            ids = [one.id for one in self._waiting] + ([self._at] if self._at else [])
        self._try("jobs.seen", {"ids": ids})

    def _fail(self, ids: list[UUID], error: str) -> None:
        if ids:
            self._try("jobs.fail", {"ids": ids, "error": error})

    def _try(self, statement: str, values: dict[str, Any]) -> None:
        try:
            with self._lines.connection() as db:
                db.execute(query(statement), values)
        except psycopg.Error as fault:
            # What is not said now is said at the next beat, or is lost after a while: both are told.
            _log.warning("what became of a job could not be written down", error=str(fault).strip())


def _carry_out(settings: Settings, id_: UUID, work: Work, asked: Mapping[str, Any]) -> None:
    """Do one job and write its answer down; in its own process, in the main thread of it."""
    # Ctrl-C in the terminal reaches this process too; its parent ends it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    deadline.limit_memory(settings.worker_memory_mb)
    plugins.load_parsers()
    with psycopg.connect(str(settings.database_url), autocommit=True, **line_of(settings)) as db:
        try:
            tell = _teller(db, id_)
            tell(0, 0)
            answer = work(db, settings, asked, tell)
            db.execute(query("jobs.finish"), {"id": id_, "answer": document(answer)})
        except Cancelled:
            return
        except (Ended, FaultyRules, LookupError) as fault:
            db.execute(query("jobs.fail"), {"ids": [id_], "error": str(fault) or type(fault).__name__})


def _teller(db: Db, id_: UUID) -> Tell:
    """Return what writes down how far a job is, a few times a second at most."""
    last = -TELL_SECONDS

    def tell(done: int, total: int) -> None:
        nonlocal last
        if clock.stopwatch() - last < TELL_SECONDS and done != total:
            return
        last = clock.stopwatch()
        if db.execute(query("jobs.tell"), {"id": id_, "done": done, "total": total or None}).fetchone() is None:
            raise Cancelled

    return tell
