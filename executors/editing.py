"""Change the fields of an item by hand: what a person wrote wins over what is read again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from psycopg.rows import dict_row

from executors import reminders
from executors.completing import Handled, NotPossible
from executors.items import Written
from executors.kind import Db, Row
from executors.kinds import EXECUTORS
from parsers.draft import BillData, EventData, NoteData, TaskData
from sql import query
from sql.parameters import document

ItemData = TaskData | EventData | BillData | NoteData
OF_ITEM = ("title", "priority", "tags")


def edit(db: Db, id_: int, changes: Mapping[str, Any]) -> Handled:
    """Write fields of one item in the caller's transaction; `changes` holds values of the fields' own types.

    Hours are on the clock of the item's zone; one with an offset is brought to it. Raises `NotPossible`.
    """
    with db.cursor(row_factory=dict_row) as cursor:
        row = cursor.execute(query("item.whole"), {"id": id_}).fetchone()
    if row is None:
        raise NotPossible(f"There is no item {id_}. Type: toque items ls")
    zone = row["zone"]
    wanted = {name: _local(value, zone) for name, value in changes.items()}
    if "vendor" in wanted and "title" not in wanted and row["title"] == row["vendor"]:
        # A bill goes by its vendor's name until somebody calls it otherwise.
        wanted["title"] = wanted["vendor"]
    was = _DATA[row["kind"]](row, zone)
    now = _changed(was, wanted, id_)
    key = (row["connection_id"], row["message_id"], row["address"])
    own: dict[str, Any] = {name: wanted.get(name, row[name]) for name in OF_ITEM}
    own["tags"] = list(own["tags"])
    if now == was and all(own[name] == row[name] for name in OF_ITEM):
        return Handled(key, row["chat"], row["emoji"], ())
    db.execute(query("item.edit"), {"connection_id": key[0], "id": id_, **own, "edits": document(wanted)})
    kept = {"connection_id": key[0], "item_id": id_, "people": row["people"]}
    EXECUTORS[row["kind"]].record(db, [EXECUTORS[row["kind"]].row(now, zone) | kept])
    reminders.reschedule(db, [(key[0], id_)])
    return Handled(key, row["chat"], row["emoji"], (Written(id_, row["kind"], own["title"], row["status"], "updated"),))


def _changed(was: ItemData, wanted: Mapping[str, Any], id_: int) -> ItemData:
    known = {field.name for field in fields(was)}
    now = replace(was, **{name: value for name, value in wanted.items() if name in known})
    if isinstance(now, EventData) and now.end is not None:
        if isinstance(now.end, datetime) != isinstance(now.start, datetime):
            raise NotPossible(f"Item {id_} has to begin and end both on a day, or both at an hour.")
        if now.end < now.start:
            raise NotPossible(f"Item {id_} cannot end before it begins.")
    return now


def _local(value: object, zone: str) -> Any:  # noqa: ANN401 - whatever the field holds
    """Return an hour on the clock of the item's zone, a list as the fields hold it; everything else as it is."""
    if isinstance(value, datetime):
        return (value.astimezone(ZoneInfo(zone)) if value.tzinfo else value).replace(tzinfo=None)
    return tuple(value) if isinstance(value, list) else value


def _when(row: Row, prefix: str, zone: str) -> Any:  # noqa: ANN401 - a day, an hour or None
    instant: datetime | None = row[f"{prefix}_at"]
    day: date | None = row[f"{prefix}_on"]
    return _local(instant, zone) if instant else day


def _task(row: Row, zone: str) -> TaskData:
    names = ("title", "priority", "description", "assignee", "recurrence")
    return TaskData(**{name: row[name] for name in names}, tags=tuple(row["tags"]), due=_when(row, "due", zone))


def _event(row: Row, zone: str) -> EventData:
    names = ("title", "duration_minutes", "location", "platform", "url", "recurrence")
    return EventData(
        **{name: row[name] for name in names}, start=_when(row, "starts", zone), end=_when(row, "ends", zone),
        attendees=tuple(row["attendees"] or ()),
    )  # fmt: skip


def _bill(row: Row, _zone: str) -> BillData:
    names = ("vendor", "amount", "currency", "category", "account", "recurrence")
    return BillData(**{name: row[name] for name in names}, due=row["bill_due_on"])


def _note(row: Row, _zone: str) -> NoteData:
    return NoteData(row["title"], tuple(row["tags"]), row["body"])


_DATA: Mapping[str, Callable[[Row, str], ItemData]] = {"task": _task, "event": _event, "bill": _bill, "note": _note}
