"""More than can be stored: it is refused with the wish to come again, before it fills the memory."""

from __future__ import annotations

import asyncio
import json
import os
import re
import select
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import httpx2
import psycopg
import pytest

from engine.config import Settings
from engine.connections import Connection
from tests.web.served import PATIENCE, TOKEN, Web, eventually, reaction

SERVE = (
    "from engine import logs; from engine.config import Settings; from engine.web.server import serve\n"
    "settings = Settings(_env_file=None); logs.configure(settings); serve(settings)"
)
MIB = 2**20


@dataclass(frozen=True)
class Look:
    """What a web process tells of itself at one moment, and its memory."""

    waiting: int
    refused: int
    resident: int


@dataclass
class Process:
    """A web process of its own, whose memory can be looked at."""

    url: str
    pid: int

    @property
    def resident(self) -> int:
        return int(Path(f"/proc/{self.pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")

    @property
    def waiting(self) -> int:
        return self.look().waiting

    def look(self) -> Look:
        told = httpx2.get(f"{self.url}metrics", timeout=PATIENCE, trust_env=False).text
        samples = dict(line.rsplit(" ", 1) for line in told.splitlines() if not line.startswith("#"))
        refused = samples.get('toque_webhooks_total{answer="overloaded"}', "0")
        return Look(int(float(samples["toque_webhooks_waiting"])), int(float(refused)), self.resident)


@contextmanager
def process(settings: Settings, **changed: object) -> Iterator[Process]:
    told = {"TOQUE_PORT": "0", "TOQUE_DATA_DIR": str(settings.data_dir), "DATABASE_URL": settings.database_url or ""}
    told |= {f"TOQUE_{name.upper()}": str(value) for name, value in changed.items()}
    running = subprocess.Popen([sys.executable, "-c", SERVE], env=os.environ | told, stderr=subprocess.PIPE, text=True)
    assert running.stderr
    try:
        line = next(line for line in running.stderr if "Toque listens" in line)
        # What it says from here on is nobody's; a full pipe would stop it.
        reader = subprocess.Popen(["cat"], stdin=running.stderr, stdout=subprocess.DEVNULL)
        yield Process(re.findall(r"http://\S+", line)[0], running.pid)
    finally:
        running.kill()
        running.wait()
        running.stderr.close()
        reader.wait()


def posted(connection: Connection, number: int) -> bytes:
    """Return the request of one webhook: a reaction to a message of its own."""
    body = reaction()
    body["data"]["key"]["id"] = f"R{number}"
    body["data"]["message"]["reactionMessage"]["key"]["id"] = f"M{number}"
    raw = json.dumps(body).encode()
    head = (
        f"POST /api/webhook/{connection.slug} HTTP/1.1\r\nHost: x\r\nX-Toque-Token: {TOKEN}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(raw)}\r\n\r\n"
    )
    return head.encode() + raw


async def fire(url: str, requests: list[bytes], lines: int) -> list[tuple[int, dict[str, str]]]:
    """Post all of them over so many lines; return the status and the headers of each answer, in their order."""
    answers: dict[int, tuple[int, dict[str, str]]] = {}
    left = iter(enumerate(requests))
    to = urlsplit(url)

    async def one_line() -> None:
        reader, writer = await asyncio.open_connection(to.hostname, to.port)
        for number, request in left:
            writer.write(request)
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            headers = dict(line.lower().split(": ", 1) for line in head.split("\r\n")[1:] if line)
            await reader.readexactly(int(headers["content-length"]))
            answers[number] = int(head.split()[1]), headers
        writer.close()

    await asyncio.gather(*(one_line() for _ in range(lines)))
    return [answers[number] for number in range(len(requests))]


def test_a_locked_database_costs_503s_and_no_memory_and_nothing_acknowledged_is_lost(
    settings: Settings, connection: Connection, database_url: str, db: psycopg.Connection
) -> None:
    bound, many = 300, 5000
    with process(settings, max_waiting=bound) as web, psycopg.connect(database_url) as lock:
        # Warm: the first hundred cost what every process has to pay once.
        warm = asyncio.run(fire(web.url, [posted(connection, -n) for n in range(1, 101)], 10))
        assert {status for status, _ in warm} == {200}
        before = web.resident
        lock.execute("lock table whatsapp_message_reactions in access exclusive mode")

        async def meanwhile() -> tuple[list[tuple[int, dict[str, str]]], list[Look]]:
            wait = asyncio.create_task(fire(web.url, [posted(connection, n) for n in range(bound)], bound))
            seen = [await asyncio.to_thread(web.look)]
            while seen[-1].waiting < bound and not wait.done():
                seen.append(await asyncio.to_thread(web.look))
            # As many as may wait do: all the others are answered at once, and then the lock goes.
            refused = await fire(web.url, [posted(connection, n) for n in range(bound, many)], 500)
            seen.append(await asyncio.to_thread(web.look))
            lock.rollback()
            return [*await wait, *refused], seen

        answers, seen = asyncio.run(meanwhile())
        grown = max(look.resident for look in seen) - before
    statuses = Counter(status for status, _ in answers)
    print(f"{dict(statuses)}; at most {max(look.waiting for look in seen)} in hand, {grown / MIB:.1f} MiB more memory")  # noqa: T201 - the measure
    assert statuses.keys() == {200, 503}
    assert max(look.waiting for look in seen) == bound
    assert grown < 48 * MIB
    assert all(int(headers["retry-after"]) > 0 for status, headers in answers if status == 503)
    stored = {row[0] for row in db.execute("select message_id from whatsapp_message_reactions")}
    acknowledged = {f"M{n}" for n, (status, _) in enumerate(answers) if status == 200}
    assert acknowledged <= stored
    assert len(stored) == len(acknowledged) + 100


def test_nobody_is_refused_for_reacting_too_fast(
    settings: Settings, connection: Connection, db: psycopg.Connection
) -> None:
    with process(settings) as web:
        answers = asyncio.run(fire(web.url, [posted(connection, n) for n in range(150)], 10))
    # A gateway gives up on a 429, and one body may carry what many people did.
    assert {status for status, _ in answers} == {200}
    rows = db.execute("select priority::text, count(*) from action_queue where event_type = 'settle' group by 1")
    assert dict(rows.fetchall()) == {"normal": 100, "low": 50}


def test_who_waits_too_long_for_a_locked_database_is_asked_to_come_again(
    settings: Settings, start: Callable[[Settings], Web], connection: Connection, database_url: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr("engine.intake.STORE_SECONDS", 0.3)
    web = start(settings)
    with psycopg.connect(database_url) as lock:
        lock.execute("lock table whatsapp_message_reactions in access exclusive mode")
        answer = tell(web, connection)
        assert (answer.status_code, "retry-after" in answer.headers) == (503, True)
        lock.rollback()
    assert eventually(lambda: tell(web, connection).status_code == 200)


def test_a_locked_table_of_connections_is_answered_too(
    settings: Settings, start: Callable[[Settings], Web], connection: Connection, database_url: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr("engine.web.site.ASK_SECONDS", 0.3)
    monkeypatch.setattr("engine.web.health.LOOK_SECONDS", 0.3)
    web = start(settings)
    with psycopg.connect(database_url) as lock:
        lock.execute("lock table connections in access exclusive mode")
        assert tell(web, connection).status_code == 503
        assert web.client.get("/api/health").status_code == 503
        assert "toque_database_up 0.0" in web.client.get("/metrics").text
        assert web.client.get("/readyz").status_code == 200


def tell(web: Web, connection: Connection) -> httpx2.Response:
    to = f"/api/webhook/{connection.slug}"
    return web.client.post(to, json=reaction(), headers={"X-Toque-Token": TOKEN})


@pytest.mark.parametrize("framing", ["Content-Length: 41943040", "Transfer-Encoding: chunked"])
def test_a_body_of_40_mb_is_refused_without_being_read_whole(
    settings: Settings, connection: Connection, framing: str
) -> None:
    chunked = "chunked" in framing
    piece = b" " * 65536
    one = b"%x\r\n%s\r\n" % (len(piece), piece) if chunked else piece
    with process(settings, max_body_mb=4) as web, socket.create_connection(address(web.url), timeout=PATIENCE) as line:
        before = web.resident
        head = f"POST /api/webhook/{connection.slug} HTTP/1.1\r\nHost: x\r\nX-Toque-Token: {TOKEN}\r\n{framing}\r\n\r\n"
        line.sendall(head.encode())
        taken, answer = 0, b""
        try:
            while taken < 40 * MIB:
                taken += line.send(one)
            answer = line.recv(100)
        except OSError:
            answer = b"closed"
        grown = web.resident - before
    print(f"{taken / MIB:.1f} MiB of 40 left us ({framing}); {grown / MIB:.1f} MiB more memory")  # noqa: T201
    # What the kernel's buffers hold on the way counts as sent, though nobody read it.
    assert taken < 20 * MIB
    assert answer.startswith((b"HTTP/1.1 413", b"closed"))
    assert grown < 16 * MIB


def test_bodies_that_are_too_much_together_are_refused_though_each_is_not(
    settings: Settings, connection: Connection
) -> None:
    piece = b" " * (3 * MIB)
    with process(settings, max_body_mb=4, max_waiting_mb=8) as web:
        lines = []
        for _ in range(12):
            line = socket.create_connection(address(web.url), timeout=PATIENCE)
            head = f"POST /api/webhook/{connection.slug} HTTP/1.1\r\nHost: x\r\nX-Toque-Token: {TOKEN}\r\n"
            # Almost whole: the last byte is held back, and with it the memory.
            line.sendall(f"{head}Content-Length: {len(piece) + 1}\r\n\r\n".encode() + piece)
            lines.append(line)
        assert eventually(lambda: len(readable(lines)) == 10)
        for line in readable(lines):
            assert line.recv(4096).startswith(b"HTTP/1.1 503 ")
        assert web.waiting == 2
        for line in lines:
            line.close()
        assert eventually(lambda: web.waiting == 0)


@pytest.mark.parametrize("known", [True, False])
def test_a_body_that_drips_is_cut_off_by_the_time(
    settings: Settings, start: Callable[[Settings], Web], connection: Connection, known: bool  # noqa: FBT001
) -> None:  # fmt: skip
    web = start(settings.model_copy(update={"body_seconds": 0.5}))
    slug = connection.slug if known else "nobody-knows-this"
    with socket.create_connection(address(str(web.client.base_url)), timeout=PATIENCE) as line:
        began = time.perf_counter()
        line.sendall(f"POST /api/webhook/{slug} HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n".encode())
        line.settimeout(0.05)
        answer = b""
        while not answer and time.perf_counter() - began < PATIENCE:
            line.send(b" ")
            try:
                answer = line.recv(100)
            except TimeoutError:
                continue
        assert answer.startswith(b"HTTP/1.1 408 ")
        assert time.perf_counter() - began < 3
    assert eventually(lambda: "toque_webhooks_waiting 0.0" in web.client.get("/metrics").text)


def readable(lines: list[socket.socket]) -> list[socket.socket]:
    return select.select(lines, [], [], 0)[0]


def address(url: str) -> tuple[str, int]:
    to = urlsplit(url)
    return str(to.hostname), to.port or 0
