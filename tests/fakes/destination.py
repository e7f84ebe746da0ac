"""Somebody else's program that rules call: it keeps what it got, and behaves as badly as it is told to."""

from __future__ import annotations

import asyncio
import contextlib
import json
import threading
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

MEGABYTE = b"x" * 2**20


@dataclass(frozen=True, slots=True)
class Got:
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> dict[str, Any]:
        return dict(json.loads(self.body))


@dataclass(slots=True)
class Destination:
    """What came, and how the next requests are answered: a status, how badly, or a place to go instead."""

    url: str = ""
    got: list[Got] = field(default_factory=list)
    status: int = 200
    says: str = "thanks"
    headers: dict[str, str] = field(default_factory=dict)
    hangs: bool = False
    huge: bool = False
    drips: bool = False
    leads_to: str | None = None
    given: int = 0
    """Parts of a huge or dripping answer that were taken."""

    def behave(self) -> None:
        self.got.clear()
        self.status, self.says, self.headers = 200, "thanks", {}
        self.hangs = self.huge = self.drips = False
        self.leads_to, self.given = None, 0

    async def answer(self, request: Request) -> Response:
        self.got.append(Got(request.url.path, dict(request.headers), await request.body()))
        if self.hangs:
            await asyncio.Event().wait()
        if self.leads_to:
            return RedirectResponse(self.leads_to, 307)
        if self.huge:
            return StreamingResponse(self._megabytes(), self.status)
        if self.drips:
            return StreamingResponse(self._bytes(), self.status)
        return PlainTextResponse(self.says, self.status, self.headers)

    async def _megabytes(self) -> AsyncIterator[bytes]:
        for _ in range(1000):
            self.given += 1
            yield MEGABYTE
            await asyncio.sleep(0)  # lets the server see that nobody listens any more

    async def _bytes(self) -> AsyncIterator[bytes]:
        for _ in range(1000):
            self.given += 1
            yield b"x"
            await asyncio.sleep(0.05)


class _Server(uvicorn.Server):
    def install_signal_handlers(self) -> None:
        pass

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@contextlib.contextmanager
def destination() -> Iterator[Destination]:
    """Run one while the block lasts."""
    there, ready = Destination(), threading.Event()

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield

    app = Starlette(routes=[Route("/{path:path}", there.answer, methods=["GET", "POST"])], lifespan=lifespan)
    server = _Server(uvicorn.Config(app, port=0, log_config=None, timeout_graceful_shutdown=0))

    async def serve() -> None:
        config = server.config
        config.load()
        server.lifespan = config.lifespan_class(config)
        await server.startup()
        there.url = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
        ready.set()
        await server.main_loop()
        await server.shutdown()

    thread = threading.Thread(target=lambda: asyncio.run(serve()), daemon=True)
    thread.start()
    assert ready.wait(10)
    yield there
    server.should_exit = True
    thread.join(10)
