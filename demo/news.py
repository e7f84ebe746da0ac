"""Tells whoever looks at the pretended phone that something on it has changed, so that nobody has to keep asking."""

from __future__ import annotations

import asyncio
import contextlib
import json
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Final

from sse_starlette import EventSourceResponse, ServerSentEvent
from starlette.requests import Request
from starlette.responses import Response

RETRY_MS: Final = 1000
HEARTBEAT_SECONDS: Final = 15


class News:
    """A number that grows with every change; changes may come from any thread, those who wait are on a loop."""

    def __init__(self) -> None:
        self.number = 0
        self._lock = threading.Lock()
        self._waiting: set[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = set()

    def spread(self) -> None:
        """Count one change and wake everybody who waits for it."""
        with self._lock:
            self.number += 1
            waiting, self._waiting = self._waiting, set()
        for loop, event in waiting:
            # A loop that has ended just now has nobody left to tell.
            with contextlib.suppress(RuntimeError):
                loop.call_soon_threadsafe(event.set)

    async def after(self, seen: int) -> int:
        """Wait until there is more than was seen, and return the number of then."""
        event = asyncio.Event()
        me = (asyncio.get_running_loop(), event)
        with self._lock:
            if self.number > seen:
                return self.number
            self._waiting.add(me)
        try:
            await event.wait()
        finally:
            with self._lock:
                self._waiting.discard(me)
        return self.number


def stream(news: News) -> Callable[[Request], Awaitable[Response]]:
    """Return what says by server-sent events that something changed, at first at once; what it is, the chats show."""

    async def changes() -> AsyncIterator[ServerSentEvent]:
        seen = -1
        while True:
            seen = await news.after(seen)
            yield ServerSentEvent(json.dumps({"change": seen}), event="changed", retry=RETRY_MS)

    async def endpoint(_: Request) -> Response:
        return EventSourceResponse(changes(), ping=HEARTBEAT_SECONDS)

    return endpoint
