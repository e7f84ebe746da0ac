"""What the answers of one web process share."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any, cast

import psycopg
from psycopg.rows import dict_row
from psycopg_pool import AsyncConnectionPool, ConnectionPool
from starlette.requests import Request

from engine import clock
from engine.aside import Aside
from engine.audit import Audit
from engine.config import Settings
from engine.connections import Connection, from_row
from engine.intake import Intake
from engine.jobs import Jobs
from engine.metrics import Counts
from engine.vault import Vault
from engine.web.bodies import Slow, Space
from engine.web.feed import Feed
from engine.web.pace import Pace
from engine.web.streams import Streams
from engine.web.visits import Visitors
from sql import query

Pool = AsyncConnectionPool[psycopg.AsyncConnection[Any]]
Lines = ConnectionPool[psycopg.Connection[Any]]

FRESH_SECONDS = 3.0
"""How long a connection is remembered: so long may a changed secret or a switched-off number go unnoticed."""

ASK_SECONDS = 5.0
"""How long the database may take to tell a connection; where it is locked, the webhook is not kept waiting."""

_MOST = 1000


class Doors:
    """The connections by their slugs, remembered for a moment so that a burst of webhooks asks once."""

    def __init__(self, pool: Pool, vault: Vault) -> None:
        self._pool = pool
        self._vault = vault
        self._known: dict[str, tuple[float, Connection]] = {}
        self._asked: dict[str, asyncio.Task[Connection | None]] = {}

    async def find(self, slug: str, *, afresh: bool = False) -> Connection | None:
        """Return the connection behind a slug; raises `psycopg.Error` or `TimeoutError` when the database is mute."""
        remembered = None if afresh else self._known.get(slug)
        if remembered and clock.stopwatch() - remembered[0] < FRESH_SECONDS:
            return remembered[1]
        if "\0" in slug:
            return None  # Postgres has no such text
        if afresh:
            return await self._ask(slug)
        # One question for all who come before its answer: a burst must not take every line to the database.
        asked = self._asked.get(slug)
        if asked is None:
            asked = self._asked[slug] = asyncio.create_task(self._ask(slug))
            asked.add_done_callback(lambda done: self._answered(slug, done))
        return await asyncio.shield(asked)

    def _answered(self, slug: str, done: asyncio.Task[Connection | None]) -> None:
        del self._asked[slug]
        if not done.cancelled():
            done.exception()  # Whoever asked may have gone: then it is nobody's.

    async def _ask(self, slug: str) -> Connection | None:
        async with (
            asyncio.timeout(ASK_SECONDS),
            self._pool.connection() as db,
            db.cursor(row_factory=dict_row) as reading,
        ):
            await reading.execute(query("connections.by_slug"), {"slug": slug})
            row = await reading.fetchone()
        # Who is unknown is asked for again each time: the connection may be made in the next second.
        if row is None:
            self._known.pop(slug, None)
            return None
        found = from_row(row, self._vault)
        if len(self._known) >= _MOST:
            self._known.clear()
        self._known[slug] = (clock.stopwatch(), found)
        return found


@dataclass(frozen=True, slots=True)
class Site:
    """One web process."""

    settings: Settings
    pool: Pool
    lines: Lines
    """For what the command line does as well, in a thread: writing is written once."""
    audit: Audit
    visitors: Visitors
    streams: Streams
    doors: Doors
    intake: Intake
    space: Space
    slow: Slow
    feed: Feed
    counts: Counts
    pace: Pace
    aside: Aside
    jobs: Jobs


def site_of(request: Request) -> Site:
    """Return the web process that a request came to."""
    return cast("Site", request.app.state.site)
