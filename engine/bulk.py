"""Change many items at once: look first at what it touches, do it, and take it back by its id."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Literal
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import psycopg
from psycopg.rows import dict_row

from engine import by_hand, listed
from engine.listed import Row, Which
from sql import query
from sql.parameters import records

Db = psycopg.Connection[Any]
Action = Literal["complete", "cancel", "reopen", "tag", "untag", "move_due"]

MOST = 1000
"""Items that one bulk may touch."""


class TooMany(ValueError):  # noqa: N818 - it says what is the matter
    """More items are meant than one change may touch."""


class NoSuchBulk(LookupError):  # noqa: N818 - as above
    """There is no such change of many items, or nothing of it is left to undo."""


@dataclass(frozen=True, slots=True)
class Bulk:
    """What is to be done: to which items, and with which tag, or by how many days later."""

    action: Action
    which: Which
    tag: str = ""
    days: int = 0

    def touches(self, row: Row) -> bool:
        """Tell whether it would change an item."""
        match self.action:
            case "complete" | "cancel":
                return bool(row["status"] == "open")
            case "reopen":
                return bool(row["status"] != "open")
            case "tag":
                return self.tag not in row["tags"]
            case "untag":
                return self.tag in row["tags"]
            case "move_due":
                return bool(self.days) and bool(_dated(row))

    def changes(self, row: Row) -> dict[str, Any]:
        """Return the fields that it writes, for what writes fields."""
        if self.action == "move_due":
            return {name: value + timedelta(days=self.days) for name, value in _dated(row).items()}
        others = [tag for tag in row["tags"] if tag != self.tag]
        return {"tags": [*others, self.tag] if self.action == "tag" else others}


def meant(db: Db, bulk: Bulk) -> tuple[list[Row], int]:
    """Return the items that it would change, locked, and how many more are meant that it would leave as they are.

    Raises `TooMany`.
    """
    rows = [row for row, _ in listed.due(db, bulk.which, MOST + 1)]
    if len(rows) > MOST:
        raise TooMany(f"More than {MOST} items are meant. Narrow it, e.g. by kind, chat or status.")
    ids = [row["id"] for row in rows]
    db.execute(query("bulk.lock"), {"ids": ids, "connections": bulk.which.connections})
    now = listed.newest(db, Which(ids=ids))
    touched = [row for row in now if bulk.touches(row)]
    return touched, len(now) - len(touched)


def carry_out(db: Db, bulk: Bulk, rows: Sequence[Row], by: str) -> UUID:
    """Do it to these items, in one transaction, and return the id under which it can be undone."""
    bulk_id = uuid4()
    before = [{"connection_id": row["connection_id"], "item_id": row["id"], "before": state(row)} for row in rows]
    ids = [row["id"] for row in rows]
    with db.transaction():
        match bulk.action:
            case "complete":
                by_hand.finish(db, ids)
            case "cancel":
                by_hand.cancel(db, ids)
            case "reopen":
                by_hand.reopen(db, ids)
            case "tag" | "untag" | "move_due":
                by_hand.edit(db, {row["id"]: bulk.changes(row) for row in rows})
        db.execute(query("bulk.forget_old"))
        values = {"bulk_id": bulk_id, "action": bulk.action, "by_whom": by, "rows": records(before)}
        db.execute(query("bulk.note"), values)
    return bulk_id


def touched(db: Db, bulk_id: UUID, connections: Sequence[int] | None) -> list[Row]:
    """Return the items that a bulk changed and that can still be taken back, as they are now."""
    with db.cursor(row_factory=dict_row) as cursor:
        rows = cursor.execute(query("bulk.of"), {"bulk_id": bulk_id, "connections": connections}).fetchall()
    return listed.newest(db, Which(ids=[row["item_id"] for row in rows])) if rows else []


def undo(db: Db, bulk_id: UUID, connections: Sequence[int] | None) -> tuple[list[int], list[int]]:
    """Take a bulk back where nothing happened to an item since; return the ids undone, and those left alone.

    Raises `NoSuchBulk`.
    """
    with db.transaction(), db.cursor(row_factory=dict_row) as cursor:
        values = {"bulk_id": bulk_id, "connections": connections}
        rows = cursor.execute(query("bulk.of"), values).fetchall()
        if not rows:
            raise NoSuchBulk(f"There is no bulk change {bulk_id}, or it was undone already.")
        back = [row for row in rows if row["untouched"]]
        _restore(db, back)
        ids = [row["item_id"] for row in back]
        db.execute(query("bulk.undone"), {"bulk_id": bulk_id, "ids": ids})
    return ids, [row["item_id"] for row in rows if not row["untouched"]]


def _restore(db: Db, rows: Sequence[Mapping[str, Any]]) -> None:
    if not rows:
        return
    if rows[0]["action"] in {"tag", "untag", "move_due"}:
        by_hand.edit(db, {row["item_id"]: _fields(row["before"], rows[0]["action"]) for row in rows})
        return
    for status, do in (("open", by_hand.reopen), ("done", by_hand.finish), ("cancelled", by_hand.cancel)):
        ids = [row["item_id"] for row in rows if row["before"]["status"] == status]
        if ids:
            do(db, ids)


def state(row: Row) -> dict[str, Any]:
    """Return what an item was, as it is kept."""
    return {"status": row["status"], "tags": row["tags"], **_dated(row)}


def _fields(before: Mapping[str, Any], action: str) -> dict[str, Any]:
    if action == "move_due":
        return {name: _moment(before[name]) for name in ("due", "start", "end") if name in before}
    return {"tags": before["tags"]}


def _moment(said: str) -> date | datetime:
    return date.fromisoformat(said) if len(said) == len("2026-01-15") else datetime.fromisoformat(said)


def _dated(row: Row) -> dict[str, Any]:
    """Return the days and hours of an item, on its own clock, by the name of their field."""
    match row["kind"]:
        case "task":
            found = {"due": _wall(row, "task_due_at") or row["task_due_on"]}
        case "bill":
            found = {"due": row["bill_due_on"]}
        case "event":
            found = {
                "start": _wall(row, "starts_at") or row["starts_on"],
                "end": _wall(row, "ends_at") or row["ends_on"],
            }
        case _:
            found = {}
    return {name: value for name, value in found.items() if value is not None}


def _wall(row: Row, column: str) -> datetime | None:
    """Return an hour on the clock of the item's zone: so many days later it is the same hour."""
    instant: datetime | None = row[column]
    return instant.astimezone(ZoneInfo(row["zone"])).replace(tzinfo=None) if instant else None
