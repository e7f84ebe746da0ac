"""What the answers of one web process share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

import psycopg
from psycopg.rows import dict_row
from psycopg_pool import AsyncConnectionPool
from starlette.requests import Request

from engine import clock
from engine.config import Settings
from engine.connections import Connection, from_row
from engine.intake import Intake
from engine.metrics import Counts
from engine.vault import Vault
from engine.web.feed import Feed
from sql import query

Pool = AsyncConnectionPool[psycopg.AsyncConnection[Any]]

FRESH_SECONDS = 3.0
"""How long a connection is remembered: so long may a changed secret or a switched-off number go unnoticed."""

_MOST = 1000


class Doors:
    """The connections by their slugs, remembered for a moment so that a burst of webhooks asks once."""

    def __init__(self, pool: Pool, vault: Vault) -> None:
        self._pool = pool
        self._vault = vault
        self._known: dict[str, tuple[float, Connection]] = {}

    async def find(self, slug: str, *, afresh: bool = False) -> Connection | None:
        """Return the connection behind a slug; raises `psycopg.Error` when the database cannot say."""
        remembered = None if afresh else self._known.get(slug)
        if remembered and clock.stopwatch() - remembered[0] < FRESH_SECONDS:
            return remembered[1]
        if "\0" in slug:
            return None  # Postgres has no such text
        async with self._pool.connection() as db, db.cursor(row_factory=dict_row) as reading:
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
    doors: Doors
    intake: Intake
    feed: Feed
    counts: Counts


def site_of(request: Request) -> Site:
    """Return the web process that a request came to."""
    return cast("Site", request.app.state.site)
