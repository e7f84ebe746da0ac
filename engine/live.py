"""The live feed: whoever watches sees each settled reaction at once, and can leave and come back without a gap.

Transactions do not commit in the order of their rows' ids, so a place in the feed is not "after row 17" but "after
everything of transactions below 1234, the oldest one that still runs": a row that commits late lies above it.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any, Self
from weakref import WeakSet

import psycopg
import structlog
from psycopg.rows import dict_row
from psycopg_pool import AsyncConnectionPool

from sql import query

MOST = 10_000
"""Rows that one read takes; a reader further behind than that is told to fetch everything anew."""

DEPTH = 2_000
"""Rows that may wait for one slow stream before it is let go."""

_CURSOR = re.compile(r"(?P<epoch>[0-9]{1,20})\.(?P<xid>[0-9]{1,19})")
_log = structlog.get_logger(__name__)

Row = Mapping[str, Any]
Pool = AsyncConnectionPool[psycopg.AsyncConnection[Any]]


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in the feed: every row of a transaction below `xid` has been seen."""

    epoch: str
    """The database cluster: another one counts its transactions anew."""
    xid: int

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """Return the place that `<epoch>.<xid>` names, None where it names none."""
        found = _CURSOR.fullmatch(text.strip())
        return cls(found["epoch"], int(found["xid"])) if found else None

    def __str__(self) -> str:
        return f"{self.epoch}.{self.xid}"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Which transactions had committed at one moment, as Postgres writes it: `xmin:xmax:running,…`."""

    text: str
    xmin: int
    """The oldest one that ran."""
    xmax: int
    """The first one that had not begun."""
    running: frozenset[int]

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the snapshot that Postgres wrote."""
        xmin, xmax, running = text.split(":")
        return cls(text, int(xmin), int(xmax), frozenset(int(xid) for xid in running.split(",") if xid))

    def shows(self, xid: int) -> bool:
        """Tell whether what a committed transaction wrote was visible at that moment."""
        return xid < self.xmax and xid not in self.running


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the feed, with the place to resume from for whoever has seen it and all before it."""

    id: int
    xid: int
    event: str
    data: str
    """The JSON that goes out; its `id` lets a client drop what it has already."""
    cursor: Cursor


@dataclass(frozen=True, slots=True)
class Place:
    """Where a stream starts: what it missed, and whether there is a gap that nobody can fill."""

    cursor: Cursor
    snapshot: Snapshot
    """What it shows is missed or seen already, whenever it comes from the feed."""
    missed: tuple[Entry, ...] = ()
    lost: bool = False


def entries(rows: Iterable[Row], here: Cursor) -> tuple[Entry, ...]:
    """Return rows, in order of their transactions, as entries of a read that ended at `here`."""
    some = list(rows)
    # Up to the next row's transaction all is seen, so whoever breaks off between two rows resumes at the second's.
    places = [min(here.xid, later["xid"]) for _, later in pairwise(some)] + [here.xid]
    return tuple(
        Entry(row["id"], row["xid"], row["event"], _data(row), Cursor(here.epoch, xid))
        for row, xid in zip(some, places, strict=False)
    )


def _data(row: Row) -> str:
    at: datetime = row["created_at"]
    body = row["body"] if isinstance(row["body"], dict) else {}
    return json.dumps({**body, "id": row["id"], "at": at.isoformat()}, ensure_ascii=False, separators=(",", ":"))


async def find(pool: Pool, cursor: str | None, *, last: int = 0) -> Place:
    """Return where a stream starts that has seen everything up to `cursor`, or that wants only the `last` rows."""
    async with pool.connection() as db, db.cursor(row_factory=dict_row) as reading:
        if cursor is None:
            await reading.execute(query("live.last"), {"n": last})
            return _place(await reading.fetchall())
        place = Cursor.parse(cursor)
        await reading.execute(query("live.after"), {"place": str(place.xid if place else 0), "n": MOST + 1})
        rows = await reading.fetchall()
    lost = place is None or place.epoch != rows[0]["epoch"] or rows[0]["lost"] or len(rows) > MOST
    return _place(rows[:1], lost=True) if lost else _place(rows)


def _place(rows: Sequence[Row], *, lost: bool = False) -> Place:
    snapshot = Snapshot.parse(rows[0]["snapshot"])
    here = Cursor(rows[0]["epoch"], snapshot.xmin)
    missed = () if lost else entries((row for row in rows if row["id"] is not None), here)
    return Place(here, snapshot, missed, lost=lost)


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
        self, conninfo: str, *, line: Mapping[str, Any] | None = None, poll: float = 0.5, depth: int = DEPTH
    ) -> None:
        self._conninfo = conninfo
        self._line = dict(line or {})
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
            await db.execute("listen toque_live")
            await self._stand(db)
            while True:
                await self._step(db)
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
        batch = entries((row for row in rows if row["id"] is not None), Cursor(self._epoch, self._seen.xmin))
        if not batch:
            return
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
