"""Toque's own PostgreSQL: made at the first start, kept between starts, stopped with the product."""

from __future__ import annotations

import os
import shlex
import subprocess
import time
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self
from urllib.parse import quote

import psycopg
from psycopg import sql

from engine import clock, postgres_home
from engine.postgres_home import PostgresFailed

if TYPE_CHECKING:
    from types import TracebackType

__all__ = ["EmbeddedPostgres", "PostgresFailed"]

PATIENCE = 120
"""Seconds that a start may take; a long replay of the write-ahead log is the slow case."""

SETTINGS = """
# Written by Toque when it made this cluster. Yours to change, but for fsync: Toque refuses to start without it.
shared_buffers = 128MB
max_connections = 100
jit = off
timezone = 'UTC'
log_timezone = 'UTC'
# The log tells of the server, never of statements: their errors quote the data, and go to the client alone.
log_min_messages = log
log_min_error_statement = panic
log_checkpoints = off
"""

_ROLE = "toque"
_LOG_LIMIT = 1_000_000
_HURRY = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
_ORPHANS = "pre-existing shared memory block"
_FIRST_WITH_LOCALE = 17


class EmbeddedPostgres:
    """One cluster in one directory, used by one product at a time.

    `data_dir` is the server's alone. `port` opens 127.0.0.1 too, with a password (`tcp_url`); without it only a
    socket in a directory that nobody else may enter leads to the server. `durable=False` is for throw-away data.
    """

    def __init__(
        self, data_dir: Path, bin_dir: Path | None = None, *, port: int | None = None, durable: bool = True
    ) -> None:
        self.home = data_dir.resolve()
        self._bin_dir = bin_dir.resolve() if bin_dir else None
        self._port = port
        self._durable = durable
        self._lock: int | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.stop()

    @property
    def url(self) -> str:
        """Return the address of the database for `psycopg.connect`."""
        return f"postgresql://{_ROLE}@/{_ROLE}?host={quote(str(self._sockets), safe='')}&port={self._port or 5432}"

    @property
    def tcp_url(self) -> str:
        """Return the address for programs that cannot use a Unix socket; it contains the password."""
        if self._port is None:
            raise PostgresFailed("This server listens on no TCP port: start it with port=…")
        return f"postgresql://{_ROLE}:{postgres_home.password(self.home)}@127.0.0.1:{self._port}/{_ROLE}"

    def start(self) -> str:
        """Bring the server up, whatever the last one left behind, and return `url`."""
        self.home = postgres_home.open_home(self.home)
        self._lock = self._lock or postgres_home.lock(self.home)
        try:
            if not (self._cluster / "PG_VERSION").exists():
                self._create()
            self._refuse_without_fsync()
            if not self._adopt():
                self._launch()
            self._prepare_database()
        except PostgresFailed:
            self._drop_lock()
            raise
        except BaseException:  # Ctrl-C, mostly.
            self.stop()
            raise
        return self.url

    def stop(self) -> None:
        """Stop the server, also one that another process started; nothing happens when none runs."""
        if self._postmaster() is not None:
            self._end()
        self._drop_lock()

    def _end(self) -> None:
        self._run("pg_ctl", "stop", "-D", self._cluster, "-m", "fast", "-w", "-t", "60")
        if self._postmaster() is not None:  # Nothing is lost by this: the log is replayed at the next start.
            self._run("pg_ctl", "stop", "-D", self._cluster, "-m", "immediate", "-w")

    # ── places ────────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def _cluster(self) -> Path:
        return self.home / "cluster"

    @property
    def _log(self) -> Path:
        return self.home / "server.log"

    @property
    def _sockets(self) -> Path:
        return postgres_home.socket_directory(self.home)

    @cached_property
    def _programs(self) -> Path:
        return self._bin_dir or postgres_home.reachable_binaries(postgres_home.wheel_binaries(), self.home)

    # ── starting ──────────────────────────────────────────────────────────────────────────────────────────────

    def _drop_lock(self) -> None:
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def _create(self) -> None:
        """Make the cluster beside its place and move it there whole, so that a kill leaves no half of one."""
        draft = self.home / "cluster.new"
        postgres_home.discard(draft)
        # Sorting and upper case must not depend on the machine; since 17, PostgreSQL brings a locale of its own.
        builtin = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        locale = builtin if self._major() >= _FIRST_WITH_LOCALE else ["--locale=C.UTF-8"]
        access = ["--auth-local=trust", "--auth-host=scram-sha-256"]  # The socket's directory is 0700.
        sync = [] if self._durable else ["--no-sync"]
        options = ["--encoding=UTF8", *locale, *access, *sync, "-U", _ROLE]
        done = self._run("initdb", "-D", draft, *options)
        if done.returncode:
            raise self._failed("PostgreSQL could not make its data directory", done.stdout + done.stderr)
        with (draft / "postgresql.conf").open("a", encoding="utf-8") as file:
            file.write(SETTINGS)
        draft.rename(self._cluster)

    def _refuse_without_fsync(self) -> None:
        if not self._durable:
            return
        done = self._run("postgres", "-D", self._cluster, "-C", "fsync")
        # Any other output is a fault of the configuration: the start that follows tells it in full.
        if done.stdout.strip() == "off":
            raise PostgresFailed(
                f"fsync is off in {self._cluster}: a power cut would destroy the data. Take that line out of "
                "postgresql.conf (or postgresql.auto.conf) and start again."
            )

    def _adopt(self) -> bool:
        """Take over a server that outlived its product, e.g. after `kill -9`; say whether there is one."""
        deadline = clock.stopwatch() + PATIENCE
        while (running := self._postmaster()) is not None:
            try:
                if running == self._wanted() and self._is_as_durable():
                    return True
                self._end()
            except psycopg.OperationalError as error:  # It replays its log still, or is on its way out.
                if clock.stopwatch() > deadline:
                    raise self._failed("The server that runs already does not answer", str(error)) from error
                time.sleep(0.1)
        return False

    def _launch(self) -> None:
        sockets = postgres_home.make_private(self._sockets, self.home)
        settings = {
            "unix_socket_directories": str(sockets),
            "listen_addresses": "127.0.0.1" if self._port else "",
            "port": str(self._port or 5432),
            **({"fsync": "on"} if self._durable else _HURRY),
        }
        options = shlex.join(word for name, value in settings.items() for word in ("-c", f"{name}={value}"))
        if self._log.exists() and self._log.stat().st_size > _LOG_LIMIT:
            self._log.replace(self._log.with_suffix(".log.1"))
        patiently = ["-w", "-t", str(PATIENCE)]
        deadline = clock.stopwatch() + PATIENCE / 4
        while True:
            before = self._log.stat().st_size if self._log.exists() else 0
            done = self._run("pg_ctl", "start", "-D", self._cluster, "-l", self._log, *patiently, "-o", options)
            if done.returncode == 0:
                return
            said = self._log.read_bytes()[before:].decode(errors="replace") if self._log.exists() else ""
            if self._postmaster() is not None:
                raise PostgresFailed(
                    f"PostgreSQL is still repairing itself after a crash, and goes on with it. Start Toque again in a "
                    f"few minutes; {self._log} tells how far it is."
                )
            # After `kill -9` of the postmaster alone, its children need a moment to notice and go.
            if _ORPHANS not in said or clock.stopwatch() > deadline:
                raise self._failed("PostgreSQL did not start", said or done.stdout + done.stderr)
            time.sleep(0.1)

    def _prepare_database(self) -> None:
        with self._connect("postgres") as connection:
            if connection.execute("select from pg_database where datname = %s", [_ROLE]).fetchone() is None:
                connection.execute(sql.SQL("create database {}").format(sql.Identifier(_ROLE)))
            if self._port:
                change = sql.SQL("alter role {} password {}")
                connection.execute(change.format(sql.Identifier(_ROLE), sql.Literal(postgres_home.password(self.home))))

    # ── asking ────────────────────────────────────────────────────────────────────────────────────────────────

    def _connect(self, database: str) -> psycopg.Connection:
        return psycopg.connect(self.url, dbname=database, autocommit=True, connect_timeout=10)

    def _is_as_durable(self) -> bool:
        with self._connect("postgres") as connection:
            return connection.execute("show fsync").fetchone() == ("on" if self._durable else "off",)

    def _wanted(self) -> tuple[str, str, str]:
        return (str(self._port or 5432), str(self._sockets), "127.0.0.1" if self._port else "")

    def _postmaster(self) -> tuple[str, str, str] | None:
        """Return port, socket directory and address of the server that runs here, or None."""
        file = self._cluster / "postmaster.pid"
        try:
            lines = [*file.read_text(encoding="utf-8").splitlines(), *[""] * 6]
            words = Path(f"/proc/{int(lines[0])}/cmdline").read_bytes().split(b"\0")
        except (FileNotFoundError, ProcessLookupError, ValueError):
            return None  # PostgreSQL itself clears away a file whose process is gone.
        if os.fsencode(self._cluster) in words:
            return (lines[3], lines[4], lines[5])
        # The number belongs to a stranger by now, as happens after a restart of the machine; PostgreSQL would
        # take the stranger for its server and refuse to start.
        for left in (file, *self._sockets.glob(".s.PGSQL.*.lock")):
            left.unlink()
        return None

    def _major(self) -> int:
        return int(self._run("postgres", "--version").stdout.split()[2].split(".")[0])

    def _run(self, program: str, *words: str | Path) -> subprocess.CompletedProcess[str]:
        try:
            return postgres_home.run_as_owner(self.home, [self._programs / program, *words])
        except OSError as error:
            raise PostgresFailed(
                f"{self._programs / program} cannot be run ({error.strerror}). Point TOQUE_PG_BIN at a directory with "
                "PostgreSQL's programs, or set DATABASE_URL to a server of your own."
            ) from error

    def _failed(self, what: str, said: str) -> PostgresFailed:
        last = "\n".join(f"  {line}" for line in said.strip().splitlines()[-12:])
        return PostgresFailed(
            f"{what}. It said:\n{last}\nThe whole log: {self._log}. When this stays, set DATABASE_URL to a PostgreSQL "
            "15 or later of your own."
        )
