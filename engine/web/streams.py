"""The open streams: each ends as soon as whoever opened it has logged out, or may or sees something else."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing, suppress
from typing import TypeVar

import psycopg
import structlog

from engine.web.visits import Visit, Visitors

T = TypeVar("T")

CHECK_SECONDS = 1.0
"""How often it is asked whether they may go on: one question for all, in whichever process somebody logged out."""

_log = structlog.get_logger(__name__)


class Streams:
    """The streams of one web process."""

    def __init__(self, visitors: Visitors) -> None:
        self._visitors = visitors
        self._open: dict[asyncio.Task[None], Visit] = {}

    async def during(self, visit: Visit, events: AsyncGenerator[T]) -> AsyncIterator[T]:
        """Yield events for as long as the visit lasts."""
        passing: asyncio.Queue[T | None] = asyncio.Queue(maxsize=1)
        # A task of its own reads them, so that ending it never cuts off what is being sent.
        reading = asyncio.create_task(_pass_on(events, passing))
        self._open[reading] = visit
        try:
            while (event := await passing.get()) is not None:
                yield event
            with suppress(asyncio.CancelledError):
                await reading
        finally:
            reading.cancel()
            del self._open[reading]

    async def run(self) -> None:
        """Ask again and again until cancelled; a lost database is waited for."""
        while True:
            await asyncio.sleep(CHECK_SECONDS)
            try:
                await self.check()
            except (psycopg.Error, TimeoutError) as fault:
                _log.warning("whether streams may go on is asked again", error=str(fault).strip())

    async def check(self) -> None:
        """End the streams of those who are no longer who they were."""
        if not self._open:
            return
        asked = dict(self._open)
        now = await self._visitors.still_there({visit.credential for visit in asked.values()})
        for reading, visit in asked.items():
            if now.get(visit.credential) != visit.caller:
                reading.cancel()


async def _pass_on(events: AsyncGenerator[T], passing: asyncio.Queue[T | None]) -> None:
    try:
        async with aclosing(events):
            async for event in events:
                await passing.put(event)
        await passing.put(None)
    except BaseException:
        # What waits is not for whoever was sent away.
        while not passing.empty():
            passing.get_nowait()
        passing.put_nowait(None)
        raise
