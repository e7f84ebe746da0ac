"""What an executor is: how a kind of item is laid in its table, and how it leaves it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import psycopg

from sql import query
from sql.parameters import records

Db = psycopg.Connection[Any]
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Executor:
    """Write one kind of item; `row` gives what its table adds to `items`."""

    kind: str
    row: Callable[[Any, str], Row]
    """From the parser's data and the item's zone to columns."""

    def record(self, db: Db, rows: Sequence[Mapping[str, object]]) -> None:
        """Write rows, over what stands there."""
        db.execute(query(f"{self.kind}.record"), {"rows": records(rows)})

    def withdraw(self, db: Db, rows: Sequence[Mapping[str, object]]) -> None:
        """Delete the rows of items that become another kind."""
        db.execute(query(f"{self.kind}.withdraw"), {"rows": records(rows)})


def day_or_instant(prefix: str, when: date | datetime | None, zone: str) -> Row:
    """Return `<prefix>_on` for what is only a day and `<prefix>_at` for an hour of it, in UTC terms."""
    if isinstance(when, datetime):
        return {f"{prefix}_on": None, f"{prefix}_at": when.replace(tzinfo=ZoneInfo(zone))}
    return {f"{prefix}_on": when, f"{prefix}_at": None}
