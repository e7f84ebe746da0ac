"""Ground on which things may break: a PostgreSQL of its own, and the real processes of Toque on it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg

from engine import connections
from engine.gateways.authentication import ConnectionSecrets
from engine.postgres import EmbeddedPostgres
from tests.engine.stage import VAULT, Stage

PATIENCE = 60.0
LEASE = 2.0
HERE = Path(__file__).parent
SLOW, LATE = HERE / "plugins", HERE / "late"
"""Directories for a process's PYTHONPATH: a parser that takes its time, and a clock that is an hour behind."""
API_KEY, KEY = "made-up-api-key", "a2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2s="
OPEN = "action_queue where status in ('pending', 'processing') and event_type"


def until(condition: Callable[[], Any], seconds: float = PATIENCE) -> float:
    """Wait for the other processes, whose writing is the event; return how long it took."""
    began = time.monotonic()
    while not condition():
        assert time.monotonic() < began + seconds, "it did not happen in time"
        time.sleep(0.01)
    return time.monotonic() - began


@dataclass(slots=True)
class Ground:
    """One database on a server that may be killed."""

    server: EmbeddedPostgres
    url: str
    _db: psycopg.Connection[Any] | None = field(default=None)

    @property
    def db(self) -> psycopg.Connection[Any]:
        """Return a line to the database, a new one where the last was cut."""
        if self._db is None or self._db.closed:
            self._db = psycopg.connect(self.url, autocommit=True, application_name="test")
        return self._db

    def stage(self, base_url: str | None = None) -> Stage:
        """Make the connection of a test, and let its answers go to a gateway."""
        stage = Stage(self.db, self.url)
        kept = ConnectionSecrets(api_key=API_KEY, webhook_token="t")
        made = connections.by(self.db, VAULT, "by_id", id=stage.id)
        assert made
        connections.keep_secrets(self.db, VAULT, made, kept, base_url)
        return stage

    def rows(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        return self.db.execute(statement, values or None).fetchall()

    def count(self, what: str) -> int:
        return int(self.rows(f"select count(*) from {what}")[0][0])

    def settled(self) -> bool:
        return not self.count("whatsapp_message_reactions where settled_revision < revision")

    def workers(self) -> set[int]:
        """Return the processes that are connected as workers."""
        return {int(name.rsplit(":", 1)[1]) for (name,) in self.rows(f"select application_name from {WORKERS}")}

    def cut_lines(self, among: str = "true") -> int:
        """Terminate the server's side of every line but ours."""
        return self.count(
            "(select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
            f" and pid <> pg_backend_pid() and {among}) cut"
        )

    def crash(self) -> None:
        """Stop the server as a power cut would, without a last checkpoint."""
        self.server._run("pg_ctl", "stop", "-D", self.server._cluster, "-m", "immediate", "-w")
        self.close()

    def start(self) -> None:
        self.server.start()

    def close(self) -> None:
        if self._db is not None:
            self._db.close()
            self._db = None


WORKERS = "pg_stat_activity where datname = current_database() and application_name ~ '^toque .+:[0-9]+$'"


@contextmanager
def toque(
    ground: Ground, *words: str, path: Path | None = None, url: str | None = None, **settings: object
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a command of Toque as a process of its own."""
    told = {
        "log_level": "warning",
        "lease_seconds": LEASE,
        "poll_seconds": 0.1,
        "send_interval_seconds": 0,
        "send_jitter_seconds": 0,
    }
    environment = {name: value for name, value in os.environ.items() if not name.startswith("TOQUE_")}
    environment |= {f"TOQUE_{name.upper()}": str(value) for name, value in (told | settings).items()}
    environment |= {"DATABASE_URL": url or ground.url, "TOQUE_SECRET_KEY": KEY}
    if path:
        environment["PYTHONPATH"] = str(path)
    process = subprocess.Popen([sys.executable, "-m", "engine", *words], env=environment)
    try:
        yield process
    finally:
        if process.poll() is None:
            process.terminate()
        process.wait(PATIENCE)


def children(process: subprocess.Popen[bytes]) -> set[int]:
    """Return the processes that a process started."""
    listed = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text()
    return {int(child) for child in listed.split()}


def kill(*processes: int) -> None:
    """Kill, and wait until they are gone; who is ours to wait for is waited for by whoever started it."""
    for process in processes:
        os.kill(process, signal.SIGKILL)
    until(lambda: not any(_runs(process) for process in processes))


def _runs(process: int) -> bool:
    try:
        return ") Z " not in Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return False
