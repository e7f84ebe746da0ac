"""Post webhooks at a steady rate and watch the live feed: how long each reaction takes from the one to the other."""

from __future__ import annotations

import asyncio
import re
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from bench.speeds.bodies import Bodies
from bench.speeds.load import SLUG, TOKEN

PATIENCE = 20.0
"""Seconds in which the last of them must be shown."""
HOST = "127.0.0.1"
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_SHOWN = re.compile(rb'"message_id":"([^"]+)"')
_OK = b" 200 "


@dataclass(slots=True)
class Seen:
    """When each reaction was posted and shown, by its message, and what was not answered 2xx."""

    posted: dict[bytes, float] = field(default_factory=dict)
    shown: dict[bytes, float] = field(default_factory=dict)
    refused: int = 0

    def took(self) -> list[float]:
        """Return the milliseconds that each took, sorted."""
        return sorted((self.shown[one] - at) * 1000 for one, at in self.posted.items() if one in self.shown)

    @property
    def missing(self) -> int:
        """Return how many were posted and never shown."""
        return len(self.posted.keys() - self.shown.keys())


class _Line(asyncio.Protocol):
    """One kept line to the web process: a client of a library would take more of the machine than the server."""

    def __init__(self, lines: deque[_Line], seen: Seen) -> None:
        self._lines, self._seen = lines, seen
        self._heard = b""
        self.answered: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        """Of the request that is on its way."""

    def connection_made(self, transport: Any) -> None:  # noqa: ANN401 - uvloop's is no asyncio.Transport
        self._transport = transport

    def post(self, request: bytes) -> None:
        self.answered = asyncio.get_running_loop().create_future()
        self._transport.write(request)

    def data_received(self, data: bytes) -> None:
        self._heard += data
        head, found, body = self._heard.partition(b"\r\n\r\n")
        length = _LENGTH.search(head)
        if found and len(body) >= (int(length[1]) if length else 0):
            self._seen.refused += _OK not in head[:16]
            self._heard = b""
            self._lines.append(self)
            self.answered.set_result(None)

    def close(self) -> None:
        self._transport.close()


@dataclass(slots=True)
class Watch:
    """Whoever posts to one web process and watches what it shows."""

    port: int
    _bodies: Bodies = field(default_factory=Bodies)
    _next: int = 0

    async def run(self, rate: float, seconds: float) -> Seen:
        """Post so many reactions a second for so long, each when it is due, whatever became of those before."""
        seen = Seen()
        reader, writer = await asyncio.open_connection(HOST, self.port)
        writer.write(f"GET /api/stream HTTP/1.1\r\nHost: {HOST}:{self.port}\r\n\r\n".encode())
        # Its first event says that the feed is watched from here on.
        await reader.readuntil(b"retry:")
        many = round(rate * seconds)
        watching = asyncio.create_task(_watch(reader, seen, many))
        await self._post(seen, rate, many)
        # What is never shown is counted as missing.
        await asyncio.wait([watching], timeout=PATIENCE)
        watching.cancel()
        writer.close()
        return seen

    async def _post(self, seen: Seen, rate: float, many: int) -> None:
        loop, lines, opened = asyncio.get_running_loop(), deque[_Line](), list[_Line]()
        began = time.monotonic()
        for n, body in self._told(many):
            await asyncio.sleep(max(0.0, began + n / rate - time.monotonic()))
            if not lines:
                _, line = await loop.create_connection(lambda: _Line(lines, seen), HOST, self.port)
                opened.append(line)
                lines.append(line)
            message, request = body
            seen.posted[message] = time.monotonic()
            lines.popleft().post(request)
        await asyncio.wait([line.answered for line in opened], timeout=PATIENCE)
        for line in opened:
            line.close()

    def _told(self, many: int) -> Iterator[tuple[int, tuple[bytes, bytes]]]:
        for n in range(many):
            body = self._bodies.of(self._next, int(time.time()))
            message = f"AC{self._next:020}".encode()
            head = (
                f"POST /api/webhook/{SLUG} HTTP/1.1\r\nHost: {HOST}\r\nX-Toque-Token: {TOKEN}\r\n"
                f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
            )
            self._next += 1
            yield n, (message, head.encode() + body)


async def _watch(reader: asyncio.StreamReader, seen: Seen, many: int) -> None:
    """Read the feed until so many reactions were shown."""
    while len(seen.shown) < many and (line := await reader.readline()):
        if line.startswith(b"data:") and (found := _SHOWN.search(line)):
            seen.shown.setdefault(found[1], time.monotonic())
