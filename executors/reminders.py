"""Reminders of items: deliveries that wait in the queue until their moment, and move with the item's day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from psycopg.rows import dict_row

from executors.kind import Db, Row
from sql import query
from sql.parameters import records

MORNING: Final = time(9)
"""The hour that reminders of something without an hour are counted from."""

LEAST: Final = timedelta(hours=1)
"""For so long a reminder that comes late still says something, whatever it is of."""

_UNITS: Final = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


@dataclass(frozen=True, slots=True)
class Moment:
    """When to remind of an item."""

    before: str
    """As the rule says it: `1d`, `0d 09:00`."""
    at: datetime
    until: datetime
    """When it says nothing any more."""


def moments(before: Sequence[str], when: date | datetime, zone: str) -> Iterator[Moment]:
    """Yield when to remind of something on a day, or at an instant, by the clocks of `zone`."""
    place = ZoneInfo(zone)
    timed = isinstance(when, datetime)
    # On the clock of the wall: a day before nine o'clock is nine o'clock, whatever the clocks do that night.
    wall = (
        when.astimezone(place).replace(tzinfo=None) if isinstance(when, datetime) else datetime.combine(when, MORNING)
    )
    over = wall if timed else datetime.combine(wall, time()) + timedelta(days=1)
    for said in before:
        length, _, hour = said.partition(" ")
        try:
            if length[-1] in "mh":
                # An hour before is an hour before, also in the night in which the clocks change.
                at = wall.replace(tzinfo=place).timestamp() - _length(length).total_seconds()
                instant = datetime.fromtimestamp(at, place)
            else:
                day = wall - _length(length)
                instant = (datetime.combine(day, time.fromisoformat(hour)) if hour else day).replace(tzinfo=place)
            yield Moment(said, instant, max(over.replace(tzinfo=place), instant + LEAST))
        except OverflowError:
            continue  # before the first year there is


def _length(said: str) -> timedelta:
    return timedelta(**{_UNITS[said[-1]]: int(said[:-1])})


def moments_of(row: Mapping[str, Any]) -> list[Moment]:
    """Return when to remind of a row of `reminder.items`: nothing of what is not open, or has no day."""
    when = row["instant"] or row["day"]
    if row["status"] != "open" or when is None:
        return []
    return list(moments(row["remind"], when, row["zone"]))


def reschedule(db: Db, keys: Iterable[tuple[int, int]]) -> None:
    """Let the reminders of items (connection, id) be those of their day and state now; of what is past there are none.

    In the caller's transaction. Items whose rule does not remind cost nothing but the look.
    """
    items = [{"connection_id": connection_id, "id": id_} for connection_id, id_ in sorted(set(keys))]
    if not items:
        return
    with db.cursor(row_factory=dict_row) as cursor:
        found = cursor.execute(query("reminder.items"), {"rows": records(items)}).fetchall()
    due = [_row(row, moment) for row in found for moment in moments_of(row) if moment.at <= row["now"] < moment.until]
    db.execute(query("reminder.drop"), {"rows": records(items), "due": records(due)})
    rows = [_row(row, moment) for row in found for moment in moments_of(row) if moment.at > row["now"]]
    if rows:
        db.execute(query("queue.open_lanes"), {"rows": records(rows)})
        db.execute(query("reminder.add"), {"rows": records(rows)})


def _row(row: Mapping[str, Any], moment: Moment) -> Row:
    """Return the queue item of one reminder: ids only, it is written when it is sent."""
    data = {
        "item": row["id"], "before": moment.before, "at": moment.at.astimezone(ZoneInfo("UTC")).isoformat(),
        "message_id": row["message_id"], "address": row["address"],
    }  # fmt: skip
    return {
        "connection_id": row["connection_id"], "event_data": data, "lane": "chat", "priority": row["urgency"],
        "run_at": moment.at, "expires_at": moment.until,
    }  # fmt: skip
