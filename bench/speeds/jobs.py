"""The job that the peers do: one row is inserted, of what a webhook told."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

from psycopg_pool import AsyncConnectionPool

PAYLOAD = {
    "message_id": "wamid.HBgLMTU1NTEyMzQ1NjcVAgARGBI5QUJDREVGMDEyMzQ1Njc4OTAA",
    "from": "15551234567",
    "emoji": "✅",
    "text": "Pay the electricity bill 1250 by Friday and book the dentist on 3 March at 10am",
    "contact": {"name": "Ana Example", "wa_id": "15551234567"},
    "timestamp": "1764000000",
}
EFFECTS = """
    create table effects (id bigint generated always as identity primary key, message_id text, title text,
        at timestamptz not null default now())
"""
EFFECT = "insert into effects (message_id, title) values (%s, %s)"
CONNECTIONS = 10
"""Of the pool that the jobs of a peer write over."""


class Job:
    """The job itself, and the pool that it writes over."""

    def __init__(self) -> None:
        self.pool: AsyncConnectionPool[Any] | None = None
        self.begun = False

    async def open(self, url: str) -> None:
        """Open the pool."""
        options = {"min_size": CONNECTIONS, "max_size": CONNECTIONS, "kwargs": {"autocommit": True}}
        self.pool = AsyncConnectionPool(url, open=False, **options)
        await self.pool.open(wait=True)

    async def do(self, payload: Mapping[str, Any]) -> None:
        """Insert one row."""
        if not self.begun:
            self.begun = True
            print(time.monotonic(), flush=True)
        assert self.pool, "the pool is opened before the work begins"
        async with self.pool.connection() as db:
            await db.execute(EFFECT, (payload["message_id"], payload["text"]))


JOB = Job()


async def for_chancy(*, payload: dict[str, Any]) -> None:
    """Do the job: chancy finds its functions by their name."""
    await JOB.do(payload)
