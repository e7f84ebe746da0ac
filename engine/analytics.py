"""The statistics: one SQL file each, asked for a span of time, the caller's connections and a zone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, LiteralString

import psycopg
from psycopg.rows import dict_row

from sql import ROOM, query

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """What statistics are about; what is left out is the last seven days, in UTC, of every connection."""

    since: datetime | None = None
    """From here on: aware."""
    until: datetime | None = None
    """Before here: aware."""
    zone: str | None = None
    """An IANA zone: where a day begins and an hour is an hour."""
    connections: Sequence[int] | None = None

    def settings(self) -> dict[str, str]:
        """Return the parameters of `analytics.ask`; an empty one stands for what is left out."""
        return {
            "since": self.since.isoformat() if self.since else "",
            "until": self.until.isoformat() if self.until else "",
            "zone": self.zone or "",
            # No connection at all is none, not all of them.
            "connections": "" if self.connections is None else f"{{{','.join(map(str, self.connections or [0]))}}}",
        }


@cache
def names() -> tuple[str, ...]:
    """Return the names of all statistics, which are those of their files."""
    return tuple(sorted(file.stem for file in (ROOM / "analytics").glob("*.sql")))


@cache
def statement(name: str) -> LiteralString:
    """Return the SQL behind a name; `KeyError` where there is none."""
    if name not in names():
        raise KeyError(name)
    text: LiteralString = (ROOM / "analytics" / f"{name}.sql").read_text(encoding="utf-8")
    return text


def title(name: str) -> str:
    """Return in one line what statistics tell: the first line of their file."""
    return statement(name).partition("\n")[0].removeprefix("-- ")


def ask(db: psycopg.Connection[Any], name: str, asked: Asked) -> list[Row]:
    """Return the rows of statistics; `KeyError` where there are none of that name."""
    with db.transaction(), db.cursor(row_factory=dict_row) as cursor:
        cursor.execute(query("analytics.ask"), asked.settings())
        return cursor.execute(statement(name)).fetchall()


def as_table(rows: Sequence[Row]) -> list[list[Any]]:
    """Return the names of the columns and then each row's values."""
    return [list(rows[0]), *(list(row.values()) for row in rows)] if rows else []
