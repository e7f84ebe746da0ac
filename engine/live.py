"""The live feed: whoever watches sees each settled reaction at once, and can leave and come back without a gap.

Transactions do not commit in the order of their rows' ids, so a place in the feed is not "after row 17" but "after
everything of transactions below 1234, the oldest one that still runs": a row that commits late lies above it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any, Self

import psycopg
from psycopg.rows import dict_row
from psycopg_pool import AsyncConnectionPool

from sql import query
from sql.parameters import as_json

MOST = 10_000
"""Rows that one read takes; a reader further behind than that is told to fetch everything anew."""

_CURSOR = re.compile(r"(?P<epoch>[0-9]{1,20})\.(?P<xid>[0-9]{1,19})")

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
    connection: int


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
        Entry(row["id"], row["xid"], row["event"], _data(row), Cursor(here.epoch, xid), row["connection_id"])
        for row, xid in zip(some, places, strict=False)
    )


def _data(row: Row) -> str:
    at: datetime = row["created_at"]
    body = row["body"] if isinstance(row["body"], dict) else {}
    told = {**body, **row.get("context", {}), "id": row["id"], "at": at.isoformat(), "connection": row["connection_id"]}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


async def with_context(reading: psycopg.AsyncCursor[dict[str, Any]], rows: Sequence[Row]) -> list[Row]:
    """Return rows of the feed, each with how the message begins that it is about, by whom and where."""
    named = {(row["connection_id"], _message(row)) for row in rows if row["id"] is not None and _message(row)}
    if not named:
        return list(rows)
    about = [{"connection_id": connection, "message_id": message} for connection, message in named]
    await reading.execute(query("live.context"), {"rows": as_json(about)})
    known = {(row.pop("connection_id"), row.pop("message_id")): row for row in await reading.fetchall()}
    return [{**row, "context": known.get((row["connection_id"], _message(row)), {})} for row in rows]


def _message(row: Row) -> str | None:
    found = row["body"].get("message_id") if isinstance(row["body"], dict) else None
    return found if isinstance(found, str) else None


async def find(pool: Pool, cursor: str | None, *, last: int = 0, connections: Sequence[int] | None = None) -> Place:
    """Return where a stream starts that has seen everything up to `cursor`, or that wants only the `last` rows.

    The last are those of the connections named; what was missed is of all.
    """
    async with pool.connection() as db, db.cursor(row_factory=dict_row) as reading:
        if cursor is None:
            await reading.execute(query("live.last"), {"n": last, "connections": connections})
            return _place(await with_context(reading, await reading.fetchall()))
        place = Cursor.parse(cursor)
        await reading.execute(query("live.after"), {"place": str(place.xid if place else 0), "n": MOST + 1})
        rows: list[Row] = [*await reading.fetchall()]
        rows = rows if len(rows) > MOST else await with_context(reading, rows)
    lost = place is None or place.epoch != rows[0]["epoch"] or rows[0]["lost"] or len(rows) > MOST
    return _place(rows[:1], lost=True) if lost else _place(rows)


def _place(rows: Sequence[Row], *, lost: bool = False) -> Place:
    snapshot = Snapshot.parse(rows[0]["snapshot"])
    here = Cursor(rows[0]["epoch"], snapshot.xmin)
    missed = () if lost else entries((row for row in rows if row["id"] is not None), here)
    return Place(here, snapshot, missed, lost=lost)
