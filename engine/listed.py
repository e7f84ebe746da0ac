"""Which items are meant, and a page of them: the newest first, or what is due next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

import psycopg
from psycopg.rows import dict_row

from sql import query

Db = psycopg.Connection[Any]
Row = dict[str, Any]

ALL = 2**31 - 1
"""As many as there are."""

DuePlace = tuple[str, str, int]
"""Where a list by day goes on: the day, the instant and the id of the item before, as Postgres writes them."""


@dataclass(frozen=True, slots=True)
class Which:
    """Which items are meant; what is None lets all through."""

    ids: Sequence[int] | None = None
    connections: Sequence[int] | None = None
    message_id: str | None = None
    kind: str | None = None
    status: str | None = None
    chat: str | None = None
    rule: str | None = None
    tag: str | None = None
    due_from: date | None = None
    due_to: date | None = None

    @property
    def dated(self) -> bool:
        """Whether only what has a day can be meant."""
        return self.due_from is not None or self.due_to is not None


def newest(db: Db, which: Which, n: int = ALL, *, before: int | None = None) -> list[Row]:
    """Return rows of `items.list`, the newest first; the day of an item is not asked here."""
    with db.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(query("items.list"), _values(which) | {"n": n, "before": before}).fetchall()


def due(db: Db, which: Which, n: int = ALL, *, after: DuePlace | None = None) -> list[tuple[Row, DuePlace]]:
    """Return rows of `items.list`, what is due next first, each with the place at which a list goes on after it."""
    day, at, id_ = after or (None, None, None)
    values = _values(which) | {"n": n, "after_day": day, "after_at": at, "after_id": id_}
    order = {row[0]: (row[1], row[2], row[0]) for row in db.execute(query("items.due"), values)}
    known = {row["id"]: row for row in newest(db, Which(ids=list(order)), len(order))}
    return [(known[id_], place) for id_, place in order.items() if id_ in known]


def bill_totals(db: Db, which: Which) -> list[Row]:
    """Return what bills come to: `month` (None where they have no day), `currency`, `amount` as text, `bills`."""
    with db.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(query("items.totals"), _values(which)).fetchall()


def _values(which: Which) -> dict[str, Any]:
    return {name: list(value) if isinstance(value, list | tuple) else value for name, value in asdict(which).items()}
