"""The web process as a whole: how it starts, what a lost database does to it, and how it stops."""

from __future__ import annotations

import contextlib
import os
import re
import select
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

import httpx2
import psycopg
import pytest
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from engine.config import Settings
from engine.connections import Connection
from engine.web.server import SHUTDOWN_SECONDS
from tests.web.served import PATIENCE, TOKEN, Web, eventually, reaction

SERVE = (
    "import sys; from pathlib import Path; from engine import logs; from engine.config import Settings;"
    "from engine.web.server import serve; from sql.migrate import WrongSchema\n"
    "settings = Settings(_env_file=None, database_url=sys.argv[1], port=0, data_dir=Path(sys.argv[2]))\n"
    "logs.configure(settings)\n"
    "try: serve(settings)\n"
    "except WrongSchema as fault: sys.exit(str(fault))\n"
)


# Whoever looks after it tells it to stop when it is about to listen.
TOLD_EARLY = f"import gc, os, signal\ngc.freeze = lambda: os.kill(os.getpid(), signal.SIGTERM)\n{SERVE}"


class Cable:
    """The line between the product and its database, which can be cut and mended."""

    def __init__(self, database_url: str) -> None:
        self._known = conninfo_to_dict(database_url)
        self._open: list[socket.socket] = []
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port = self._server.getsockname()[1]
        self.url = make_conninfo(database_url, host="127.0.0.1", port=self.port)
        threading.Thread(target=self._accept, args=[self._server], daemon=True).start()

    def cut(self) -> None:
        """End every connection and take no new one."""
        for line in [self._server, *self._open]:
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)
            line.close()
        self._open.clear()

    def mend(self) -> None:
        """Take connections again, at the same address."""
        self._server = socket.create_server(("127.0.0.1", self.port))
        threading.Thread(target=self._accept, args=[self._server], daemon=True).start()

    def _accept(self, server: socket.socket) -> None:
        with suppress(OSError):
            while True:
                near, _ = server.accept()
                far = self._dial()
                self._open += [near, far]
                for ends in ((near, far), (far, near)):
                    threading.Thread(target=self._carry, args=ends, daemon=True).start()

    def _dial(self) -> socket.socket:
        host, port = str(self._known.get("host", "localhost")), int(self._known.get("port") or 5432)
        if not host.startswith("/"):
            return socket.create_connection((host, port))
        line = socket.socket(socket.AF_UNIX)
        line.connect(f"{host}/.s.PGSQL.{port}")
        return line

    @staticmethod
    def _carry(source: socket.socket, sink: socket.socket) -> None:
        with suppress(OSError):
            while some := source.recv(65536):
                sink.sendall(some)
        with suppress(OSError):
            sink.shutdown(socket.SHUT_RDWR)


@pytest.fixture
def cable(database_url: str) -> Iterator[Cable]:
    cable = Cable(database_url)
    yield cable
    cable.cut()


def test_a_database_that_goes_and_comes_back_costs_503s_and_no_row_of_the_feed(
    settings: Settings, start: Callable[[Settings], Web], connection: Connection, cable: Cable, show: Callable[..., int]
) -> None:
    web = start(settings.model_copy(update={"database_url": cable.url}))

    def answer() -> int:
        path = f"/api/webhook/{connection.slug}"
        return web.client.post(path, json=reaction(), headers={"X-Toque-Token": TOKEN}).status_code

    with web.watch() as told:
        next(told)
        assert answer() == 200
        cable.cut()
        assert answer() == 503
        missed = show("while the database was away")
        cable.mend()
        assert next(told).data["id"] == missed, "the stream stayed open and missed nothing"
        assert eventually(lambda: answer() == 200)


@contextmanager
def process(url: str, home: Path, script: str = SERVE) -> Iterator[tuple[subprocess.Popen[str], Callable[[str], str]]]:
    """Run `toque web` and give what waits for a line of its log."""
    running = subprocess.Popen([sys.executable, "-c", script, url, str(home)], stderr=subprocess.PIPE, text=True)
    seen: list[str] = []

    def wait_for(words: str) -> str:
        assert running.stderr
        end = time.perf_counter() + PATIENCE
        while time.perf_counter() < end and select.select([running.stderr], [], [], PATIENCE)[0]:
            line = running.stderr.readline()
            seen.append(line)
            if words in line or not line:
                break
        assert words in seen[-1], seen
        return seen[-1]

    try:
        yield running, wait_for
    finally:
        running.kill()
        running.wait()
        assert running.stderr
        running.stderr.close()


@pytest.fixture
def bare_database(server: str) -> Iterator[str]:
    """A database that was never migrated."""
    name = f"toque_bare_{os.getpid()}"
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(sql.SQL("create database {} template template0").format(sql.Identifier(name)))
        yield urlsplit(server)._replace(path=f"/{name}").geturl()
        admin.execute(sql.SQL("drop database {} with (force)").format(sql.Identifier(name)))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_cleanly_and_at_once_though_streams_are_open(
    database_url: str, tmp_path: Path, number: signal.Signals
) -> None:
    with process(database_url, tmp_path) as (running, wait_for):
        url = re.findall(r"http://\S+", wait_for("Toque listens"))[0]
        with httpx2.stream("GET", f"{url}api/stream", timeout=PATIENCE, trust_env=False) as stream:
            lines = stream.iter_lines()
            next(lines)
            began = time.perf_counter()
            running.send_signal(number)
            # Cut off or ended: to a reader of the stream both say to connect again.
            with contextlib.suppress(httpx2.RemoteProtocolError):
                assert list(lines)[-1:] in ([], [""])
            assert running.wait(PATIENCE) == 0
    # It did not wait for the streams to end by themselves.
    assert time.perf_counter() - began < SHUTDOWN_SECONDS


def test_a_signal_that_comes_before_it_listens_ends_it_too(database_url: str, tmp_path: Path) -> None:
    with process(database_url, tmp_path, TOLD_EARLY) as (running, _):
        assert running.wait(PATIENCE) == 0


def test_it_refuses_a_schema_that_it_does_not_know_and_names_the_command(bare_database: str, tmp_path: Path) -> None:
    with process(bare_database, tmp_path) as (running, wait_for):
        wait_for("toque migrate")
        assert running.wait(PATIENCE) == 1


def test_it_waits_for_a_database_and_refuses_its_schema_then(bare_database: str, tmp_path: Path) -> None:
    cable = Cable(bare_database)
    cable.cut()
    with process(cable.url, tmp_path) as (running, wait_for):
        wait_for("cannot be reached")
        url = re.findall(r"http://\S+", wait_for("Toque listens"))[0]
        assert httpx2.get(f"{url}livez", trust_env=False).status_code == 200
        assert httpx2.get(f"{url}readyz", timeout=PATIENCE, trust_env=False).status_code == 503
        cable.mend()
        wait_for("does not fit this version")
        assert running.wait(PATIENCE) == 1
    cable.cut()
