"""What waits in the queue and what is in work, a page at a time, and how many there are of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import psycopg
from psycopg.rows import class_row, dict_row

from engine import letters
from engine.letters import Letter
from sql import query
from sql.parameters import records

Db = psycopg.Connection[Any]
Row = dict[str, Any]
Seen = Sequence[int] | None
"""Of these connections; None: of all."""

Place = tuple[datetime, int]
"""When something may be worked on, and its id."""

MOST_IN_WORK = 500
"""As many as are shown: each is in some worker's hands, so there are no more than workers times their batch."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for its moment or for a worker, or is in the hands of one."""

    connection_id: int
    id: int
    event_type: str
    event_data: dict[str, Any]
    kind: str
    """As `Letter.kind`."""
    priority: str
    lane: str | None
    attempts: int
    max_attempts: int
    last_error: str | None
    last_failed_at: datetime | None
    created_at: datetime
    run_at: datetime
    lease_until: datetime | None
    worker: str | None
    emoji: str | None
    chat: str | None
    message_id: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many items of the queue are in which state."""

    due: int
    held: int
    later: int
    due_since: datetime | None
    dead: int
    discarded: int


def page(db: Db, seen: Seen, n: int, *, after: Place | None = None) -> list[Waiting]:
    """Return at most `n` of what waits, what is due first, after the one of that moment and id."""
    moment, id_ = after or (None, None)
    return _found(db, "waiting.list", {"connections": seen, "n": n, "after": moment, "after_id": id_})


def in_work(db: Db, seen: Seen) -> list[Waiting]:
    """Return what workers hold, the lease that ends first before the others."""
    return _found(db, "waiting.in_work", {"connections": seen, "n": MOST_IN_WORK})


def counts(db: Db, seen: Seen) -> Counts:
    """Return how many there are of each."""
    left = letters.left(db, seen)
    with db.cursor(row_factory=dict_row) as cursor:
        (ended,) = cursor.execute(query("waiting.counts"), {"connections": seen}).fetchall()
    return Counts(left.due, left.held, left.later, left.due_since, **ended)


def context(db: Db, some: Iterable[Letter | Waiting]) -> dict[tuple[int, str], Row]:
    """Return how the messages begin that items are about, by whom and where, by connection and message."""
    rows = [{"connection_id": one.connection_id, "message_id": one.message_id} for one in some if one.message_id]
    with db.cursor(row_factory=dict_row) as cursor:
        found = cursor.execute(query("live.context"), {"rows": records(rows)}).fetchall()
    return {(row.pop("connection_id"), row.pop("message_id")): row for row in found}


def _found(db: Db, statement: str, values: Row) -> list[Waiting]:
    with db.cursor(row_factory=class_row(Waiting)) as cursor:
        return cursor.execute(query(statement), values).fetchall()
