"""Tables for spreadsheets: items as CSV, and texts that no spreadsheet carries out."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from typing import Any

import psycopg

from engine import listed, shown
from engine.listed import Row, Which

Line = Callable[[], AbstractContextManager[psycopg.Connection[Any]]]
"""Opens a line to the database for as long as it is needed."""

_PAGE = 500
_COLUMNS = (
    "id", "kind", "title", "status", "priority", "due", "end", "amount", "currency", "vendor", "category", "account",
    "assignee", "location", "platform", "url", "attendees", "duration_minutes", "description", "body", "recurrence",
    "tags", "chat", "rule_id", "message_id", "created_at", "done_at", "connection_id",
)  # fmt: skip


def _safe(value: Any) -> Any:  # noqa: ANN401 - whatever a cell holds
    """Return what stands in a cell: a list joined by spaces, and a text that would be a formula with an apostrophe."""
    if isinstance(value, list):
        value = " ".join(map(str, value))
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")) else value


def as_csv(rows: Iterable[Iterable[Any]]) -> str:
    """Return rows as CSV; what people wrote is carried out by no spreadsheet."""
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n").writerows([_safe(value) for value in row] for row in rows)
    return written.getvalue()


def items(line: Line, which: Which) -> Iterator[str]:
    """Yield items as CSV, the newest first (what is due next, where a span of days is meant): its head, then pages.

    The database is held for one page at a time: whoever reads slowly keeps nobody else from it.
    """
    yield as_csv([_COLUMNS])
    for rows in _dated(line, which) if which.dated else _newest(line, which):
        yield as_csv(map(_cells, rows))


def _newest(line: Line, which: Which) -> Iterator[list[Row]]:
    last: int | None = None
    while True:
        with line() as db:
            rows = listed.newest(db, which, _PAGE, before=last)
        if not rows:
            return
        yield rows
        last = rows[-1]["id"]


def _dated(line: Line, which: Which) -> Iterator[list[Row]]:
    last: listed.DuePlace | None = None
    while True:
        with line() as db:
            found = listed.due(db, which, _PAGE, after=last)
        if not found:
            return
        yield [row for row, _ in found]
        last = found[-1][1]


def _cells(row: Row) -> list[Any]:
    item = shown.item(row)
    fields: Mapping[str, Any] = item["fields"]
    flat = {**fields, **item, "due": fields.get("due") or fields.get("start")}
    return [flat.get(name) for name in _COLUMNS]
