"""Where speed is measured: a PostgreSQL of its own, a fresh database for each run, the real processes on it."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, LiteralString
from urllib.parse import urlsplit

import httpx2
import psycopg
from psycopg import sql

from engine.postgres import EmbeddedPostgres
from sql.migrate import migrate

ROOT = Path(__file__).resolve().parents[2]
KEY = "a2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2s="
"""What the secrets of the made-up connections are encrypted with: 32 times the letter k."""
PATIENCE = 240.0
LOOK = 0.02
"""Seconds between two looks at how far the work is; each costs the database 0.1 ms."""

Process = subprocess.Popen[bytes]
Db = psycopg.Connection[Any]


class CannotMeasure(Exception):  # noqa: N818 - it says what happened
    """What was waited for did not happen, or what happened is not what was to be measured."""


def statements(beside: str, file: str) -> dict[str, LiteralString]:
    """Return the statements of an .sql file that lies beside a module, by the name in the line above each."""
    _, *parts = Path(beside).with_name(file).read_text(encoding="utf-8").split("-- name: ")
    # The texts are this room's own, never a person's: that is what LiteralString stands for.
    found: dict[str, Any] = dict(part.split("\n", 1) for part in parts)
    return found


@dataclass(slots=True)
class Cluster:
    """One PostgreSQL with the settings that the product gives it, and databases made from templates."""

    url: str
    home: Path
    version: str
    _made: int = 0

    def of(self, database: str) -> str:
        """Return the address of one of its databases."""
        return urlsplit(self.url)._replace(path=f"/{database}").geturl()

    def template(self, name: str, load: Callable[[Db], None]) -> None:
        """Make a migrated database that `load` fills, unless it is there already; runs are copies of it."""
        if self._execute("select from pg_database where datname = {}", sql.Literal(name)):
            return
        self._execute("create database {} template template0", sql.Identifier(name))
        migrate(self.of(name))
        with psycopg.connect(self.of(name), autocommit=True) as db:
            load(db)
            db.execute("vacuum (analyze, freeze)")

    @contextmanager
    def copy(self, template: str) -> Iterator[str]:
        """Give a database that is a copy of a template, and remove it afterwards."""
        self._made += 1
        name = f"run_{self._made}"
        # By files: the other way writes the whole database to the log first.
        self._execute(
            "create database {} template {} strategy file_copy", sql.Identifier(name), sql.Identifier(template)
        )
        self._execute("checkpoint")
        try:
            yield self.of(name)
        finally:
            self._execute("drop database {} with (force)", sql.Identifier(name))

    def forget(self, template: str) -> None:
        """Remove a template that was large."""
        self._execute("drop database if exists {} with (force)", sql.Identifier(template))

    def _execute(self, statement: str, *parts: sql.Composable) -> list[tuple[Any, ...]]:
        with psycopg.connect(self.of("postgres"), autocommit=True) as db:
            done = db.execute(sql.SQL(statement).format(*parts))
            return done.fetchall() if done.description is not None else []


@contextmanager
def cluster(programs: Path | None = None) -> Iterator[Cluster]:
    """Make a cluster in a temporary directory, as the product makes its own: fsync on."""
    with tempfile.TemporaryDirectory(prefix="toque-bench-", ignore_cleanup_errors=True) as above:
        Path(above).chmod(0o711)  # When root runs this, the server is another account's.
        with EmbeddedPostgres(Path(above) / "postgres", programs) as server:
            with psycopg.connect(server.url) as db:
                ((version,),) = db.execute("show server_version").fetchall()
            yield Cluster(server.url, Path(above) / "postgres", version)


@contextmanager
def process(*command: str, output: int | None = None, **environment: str) -> Iterator[Process]:
    """Run a program of this repository until the block ends."""
    # Nothing of the shell's own Toque: its settings would be measured.
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("TOQUE_", "DATABASE_URL"))}
    started = subprocess.Popen(
        [sys.executable, "-m", *command], cwd=ROOT, env=inherited | environment, stdin=subprocess.DEVNULL, stdout=output
    )
    try:
        yield started
    finally:
        if started.poll() is None:
            started.terminate()
        try:
            started.wait(30)
        except subprocess.TimeoutExpired:
            started.kill()
            started.wait()


@contextmanager
def toque(url: str, *words: str, **settings: object) -> Iterator[Process]:
    """Run a command of Toque with the settings that it has by itself, but for what it logs."""
    told = {"log_level": "warning", "secret_key": KEY, **settings}
    environment = {f"TOQUE_{name.upper()}": str(value) for name, value in told.items()}
    with process("engine", *words, **environment, DATABASE_URL=url) as started:
        yield started


def until(happened: Callable[[], object], *processes: Process, seconds: float = PATIENCE, look: float = LOOK) -> None:
    """Wait until something is so; raises `CannotMeasure`, at once where a process ends meanwhile."""
    end = time.monotonic() + seconds
    while not happened():
        if any(one.poll() is not None for one in processes):
            raise CannotMeasure("A process ended while it was measured; what it said stands above.")
        if time.monotonic() > end:
            raise CannotMeasure(f"What is measured was not done after {seconds:.0f} s.")
        time.sleep(look)


def answers(address: str) -> bool:
    """Tell whether a web process is ready."""
    with suppress(httpx2.HTTPError):
        return httpx2.get(address, trust_env=False, timeout=2).status_code < 400  # noqa: PLR2004 - what HTTP calls good
    return False


_WORKERS = """
    select count(*), count(*) filter (where wait_event_type = 'Lock')
    from pg_stat_activity
    where datname = current_database() and application_name ~ '^toque .+:[0-9]+$'
"""


def workers(db: Db) -> tuple[int, int]:
    """Return how many workers are connected to the database, and how many of them stand before a lock."""
    ((connected, stopped),) = db.execute(_WORKERS).fetchall()
    return int(connected), int(stopped)


@dataclass(slots=True)
class Held:
    """The queue, locked until workers stand before it: what they take to start is not measured."""

    db: Db
    watching: Db
    _lock: Any = field(init=False)

    def __post_init__(self) -> None:
        self._lock = self.db.transaction()
        self._lock.__enter__()
        self.db.execute("lock table action_queue in access exclusive mode")

    def wait_for(self, many: int, *processes: Process) -> None:
        """Wait until so many workers are stopped by the lock."""
        until(lambda: workers(self.watching)[1] == many, *processes)

    def let_go(self) -> float:
        """Let them begin, and return when that was."""
        began = time.monotonic()
        self._lock.__exit__(None, None, None)
        return began


def settled(db: Db) -> int:
    """Return how many reactions have been settled, by the counters of the workers."""
    ((n,),) = db.execute("select coalesce(sum(amount), 0) from totals where name like 'settled\\_%'").fetchall()
    return int(n)
