"""One reader of the live feed for all streams of a web process, however many watch."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import aclosing
from typing import Any
from weakref import WeakSet

import psycopg
import structlog
from psycopg.rows import dict_row

from engine.live import MOST, Cursor, Entry, Snapshot, entries, with_context
from sql import query

DEPTH = 2_000
"""Rows that may wait for one slow stream before it is let go."""

_log = structlog.get_logger(__name__)


class Seat:
    """One stream's place in front of the feed; what waits for it is bounded."""

    def __init__(self, depth: int) -> None:
        self._depth = depth
        self._waiting = 0
        self._batches: asyncio.Queue[tuple[Entry, ...] | None] = asyncio.Queue()
        self._left = False
        self.overran = False
        """True when rows were withheld from it: whoever sits here must fetch everything anew."""

    def hand(self, batch: tuple[Entry, ...]) -> None:
        """Let the stream have a batch, unless it is too slow for it: then it loses the seat."""
        if self._waiting and self._waiting + len(batch) > self._depth:
            self.clear(overran=True)
        elif not self._left:
            self._waiting += len(batch)
            self._batches.put_nowait(batch)

    def clear(self, *, overran: bool) -> None:
        """Take the seat away; what waited is let go of where it is incomplete anyway."""
        if self._left:
            return
        self._left = True
        self.overran = overran
        while overran and not self._batches.empty():
            self._batches.get_nowait()
        self._batches.put_nowait(None)

    async def entries(self) -> AsyncIterator[Entry]:
        """Give each row as it comes, until the seat is taken away."""
        while (batch := await self._batches.get()) is not None:
            for entry in batch:
                self._waiting -= 1
                yield entry
                if self.overran:
                    return


class Feed:
    """Read the feed once for all streams of this process: a notification wakes it, polling is the truth."""

    def __init__(
        self,
        conninfo: str,
        *,
        line: Mapping[str, Any] | None = None,
        listens: bool = True,
        poll: float = 0.5,
        depth: int = DEPTH,
    ) -> None:
        self._conninfo = conninfo
        self._line = dict(line or {})
        self._listens = listens
        self._poll = poll
        self._depth = depth
        self._seats: WeakSet[Seat] = WeakSet()
        self._seen: Snapshot | None = None
        self._epoch = ""
        self._closed = False
        self.reading = asyncio.Event()
        """Set once the feed knows where it stands: from then on no row is missed, even while the database is away."""
        self.let_go = 0
        """Streams that were told to fetch everything anew."""

    @property
    def watched_by(self) -> int:
        """The number of open streams."""
        return len(self._seats)

    def sit(self) -> Seat:
        """Return a seat that gets every row read from now on."""
        seat = Seat(self._depth)
        if self._closed:
            seat.clear(overran=False)
        else:
            self._seats.add(seat)
        return seat

    def leave(self, seat: Seat) -> None:
        """Give a seat back."""
        self._seats.discard(seat)

    def close(self) -> None:
        """End every stream, now and from now on."""
        self._closed = True
        for seat in list(self._seats):
            seat.clear(overran=False)
        self._seats.clear()

    async def run(self) -> None:
        """Read until cancelled; a lost database is waited for."""
        while True:
            try:
                await self._read()
            except psycopg.Error as fault:
                _log.warning("the live feed waits for the database", error=str(fault).strip())
                await asyncio.sleep(1)

    async def _read(self) -> None:
        async with await psycopg.AsyncConnection.connect(
            self._conninfo, autocommit=True, row_factory=dict_row, **(self._line | {"application_name": "toque live"})
        ) as db:
            if self._listens:
                await db.execute("listen toque_live")
            await self._stand(db)
            while True:
                await self._step(db)
                await self._wait(db)

    async def _wait(self, db: psycopg.AsyncConnection[dict[str, Any]]) -> None:
        """Wait for a notification, or for the next look."""
        if not self._listens:
            await asyncio.sleep(self._poll)
            return
        async with aclosing(db.notifies(timeout=self._poll, stop_after=1)) as calls:
            async for _ in calls:
                pass

    async def _stand(self, db: psycopg.AsyncConnection[dict[str, Any]]) -> None:
        """Go on from the last snapshot, unless this is another database or an earlier state of it."""
        row = await (await db.execute(query("live.now"))).fetchone()
        if row is None:
            raise psycopg.OperationalError("the database does not say where it stands")
        here = Snapshot.parse(row["snapshot"])
        if self._seen is not None and (row["epoch"] != self._epoch or here.xmax < self._seen.xmax):
            self._let_all_go()
            self._seen = None
        self._epoch = row["epoch"]
        self._seen = self._seen or here
        self.reading.set()

    async def _step(self, db: psycopg.AsyncConnection[dict[str, Any]]) -> None:
        """Read what became visible since the last step and hand it to every stream."""
        seen = self._seen.text if self._seen else None
        rows = await (await db.execute(query("live.since"), {"seen": seen, "n": MOST + 1})).fetchall()
        self._seen = Snapshot.parse(rows[0]["snapshot"])
        if len(rows) > MOST:
            self._let_all_go()
            return
        told = [row for row in rows if row["id"] is not None]
        if not told:
            return
        async with db.cursor(row_factory=dict_row) as reading:
            # Nobody looks: then nobody reads what the messages say.
            shown = await with_context(reading, told) if self._seats else []
        batch = entries(shown, Cursor(self._epoch, self._seen.xmin))
        for seat in list(self._seats):
            seat.hand(batch)
            if seat.overran:
                self._let_go(seat)

    def _let_all_go(self) -> None:
        for seat in list(self._seats):
            seat.clear(overran=True)
            self._let_go(seat)

    def _let_go(self, seat: Seat) -> None:
        self.let_go += 1
        self._seats.discard(seat)
