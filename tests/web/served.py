"""A web process for the tests: a real server on a free port, and what comes out of its stream."""

from __future__ import annotations

import asyncio
import json
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx2
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from engine.config import Settings
from engine.web.server import Server

PATIENCE = 10.0
TOKEN = "made-up-webhook-token"


class Watched(Server):
    """A server that says when it is up."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
        self.up = threading.Event()
        self.loop: asyncio.AbstractEventLoop

    async def startup(self, sockets: list[Any] | None = None) -> None:
        self.loop = asyncio.get_running_loop()
        await super().startup(sockets)
        self.up.set()


@dataclass
class Web:
    """A running web process and a client at this machine."""

    server: Watched
    settings: Settings
    thread: threading.Thread
    client: httpx2.Client = field(init=False)

    def __post_init__(self) -> None:
        port = self.server.servers[0].sockets[0].getsockname()[1]
        self.client = httpx2.Client(base_url=f"http://127.0.0.1:{port}", timeout=PATIENCE, trust_env=False)

    def stop(self) -> float:
        """Stop it and return how many seconds that took."""
        began = time.perf_counter()
        self.server.should_exit = True
        self.thread.join(PATIENCE)
        assert not self.thread.is_alive()
        return time.perf_counter() - began

    @contextmanager
    def watch(self, query: str = "", **headers: str) -> Iterator[Iterator[Told]]:
        """Open the feed and give what comes, frame by frame."""
        with self.client.stream("GET", f"/api/stream{query}", headers=headers) as answer:
            assert answer.status_code == 200, answer.read()
            yield frames(answer.iter_lines())


def eventually(true: Callable[[], bool]) -> bool:
    """Tell whether something comes true before the patience ends."""
    end = time.perf_counter() + PATIENCE
    while time.perf_counter() < end:
        if true():
            return True
        threading.Event().wait(0.01)
    return False


def lightly_hashed(password: str) -> str:
    """Return a password as it is kept, but hashed in a millisecond: each hash says how it is to be compared."""
    light = Argon2id(salt=secrets.token_bytes(16), length=32, iterations=1, lanes=1, memory_cost=8)
    return light.derive_phc_encoded(password.encode())


@dataclass(frozen=True)
class Told:
    """One frame of the stream."""

    event: str
    id: str | None
    data: Any


def frames(lines: Iterator[str]) -> Iterator[Told]:
    fields: dict[str, str] = {}
    for line in lines:
        if line:
            name, _, value = line.partition(": ")
            fields[name] = value
            continue
        data = json.loads(fields["data"]) if "data" in fields else None
        yield Told(fields.get("event", "message"), fields.get("id"), data)
        fields = {}


def reaction(**changed: object) -> dict[str, Any]:
    """Return the body of a webhook: the owner reacts to a message."""
    return {
        "event": "messages.upsert",
        "instance": "home",
        "data": {
            "key": {"remoteJid": "5215512345678@s.whatsapp.net", "fromMe": True, "id": "R1", "participant": ""},
            "messageType": "reactionMessage",
            "message": {
                "reactionMessage": {
                    "key": {"remoteJid": "5215512345678@s.whatsapp.net", "fromMe": False, "id": "M1"},
                    "text": "💳",
                    "senderTimestampMs": {"low": -1_000_000, "high": 412, "unsigned": True},
                }
            },
            "messageTimestamp": 1_767_225_600,
        },
        "sender": "5215500000000@s.whatsapp.net",
        "apikey": None,
        **changed,
    }
