"""What is due, as a calendar that other programs subscribe to (RFC 5545)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

import psycopg
from icalendar import Calendar, Event, vDuration, vRecur, vText
from psycopg.rows import dict_row

from engine import clock
from engine.shown import amount_as_text
from executors import series
from sql import query

Db = psycopg.Connection[Any]
Row = Mapping[str, Any]

MOST = 2000
"""Entries of a calendar; those made last, where there are more."""
BACK = timedelta(days=366)
"""What was before that is not in it any more."""
FRESH = timedelta(hours=1)
"""So often it wants to be asked for."""

MORE = {"tasks": "task", "bills": "bill"}
"""What is in it besides events, where its address asks for it: `?with=tasks,bills`."""

_NAMES = UUID("0c5d3a52-9a0b-4c55-9d8e-3f4f1d3a7b11")
_MARKS = {"task": "✅ ", "bill": "💳 "}
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_LINK = re.compile(r"https?://[!-~]{1,2000}")


def address(here: str, key: str, more: Sequence[str] = ()) -> str:
    """Return the address of a calendar at a Toque that is reached by `here`."""
    return f"{here}/calendar/{key}.ics" + (f"?with={','.join(sorted(set(more)))}" if more else "")


def entries(db: Db, connections: Sequence[int] | None, kinds: Sequence[str]) -> list[Row]:
    """Return what a calendar with these kinds of items shows, of these connections (None: all)."""
    since = (clock.now() - BACK).date()
    asked = {"connections": connections, "kinds": list(kinds), "since": since, "n": MOST}
    with db.cursor(row_factory=dict_row) as cursor:
        return list(cursor.execute(query("calendar.entries"), asked).fetchall())


def calendar(rows: Sequence[Row], name: str) -> bytes:
    """Return entries as a calendar of this name, with the time zones that it needs."""
    made = Calendar()
    made.add("prodid", "-//Toque//Toque//EN")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    # The library does not know these, and would let them through as they are.
    made["name"] = made["x-wr-calname"] = vText(_line(name))
    made.add("refresh-interval", FRESH, {"VALUE": "DURATION"})
    made["x-published-ttl"] = vDuration(FRESH)
    for row in rows:
        made.add_component(_event(row))
    years = [(row["day"] or row["at"]).year for row in rows] or [clock.now().year]
    made.add_missing_timezones(date(min(years) - 1, 1, 1), date(max(2038, max(years) + 1), 1, 1))
    written: bytes = made.to_ical()
    return written


def _event(row: Row) -> Event:
    start, end = _span(row)
    event = Event()
    event.add("uid", str(_uid(row)))
    event.add("dtstamp", row["updated_at"].astimezone(UTC))
    event.add("created", row["created_at"].astimezone(UTC))
    event.add("last-modified", row["updated_at"].astimezone(UTC))
    # Rises with every change, by a reaction or by hand; the revision of the reaction knows nothing of the latter.
    event.add("sequence", int((row["updated_at"] - row["created_at"]).total_seconds()))
    event.add("summary", _summary(row))
    event.add("dtstart", start)
    if end:
        event.add("dtend", end)
    if row["kind"] != "event":
        event.add("transp", "TRANSPARENT")  # What is due takes nobody's time.
    if row["location"]:
        event.add("location", _plain(row["location"]))
    if row["url"] and _LINK.fullmatch(row["url"]):
        event.add("url", row["url"])
    if more := _description(row):
        event.add("description", more)
    if rule := _repeats(row, start):
        event.add("rrule", rule)
    return event


def _uid(row: Row) -> UUID:
    """Return the same for an item for ever, and another one for that of any other installation."""
    return uuid5(_NAMES, f"{row['connection_id']}/{row['id']}/{row['created_at'].astimezone(UTC).isoformat()}")


def _span(row: Row) -> tuple[date | datetime, date | datetime | None]:
    """Return when it begins and when it ends, in its own zone; None where nobody said."""
    if row["day"]:
        # Where people say "to the 5th", the 5th is in it; in a calendar an end is the first moment after.
        return row["day"], row["ends_on"] + timedelta(days=1) if row["ends_on"] else None
    zone = ZoneInfo(row["zone"])
    start: datetime = row["at"].astimezone(zone)
    if row["ends_at"]:
        return start, max(start, row["ends_at"].astimezone(zone))
    if row["duration_minutes"]:
        # Minutes that pass, and not those of the clock on the wall.
        return start, (row["at"] + timedelta(minutes=row["duration_minutes"])).astimezone(zone)
    return start, None


def _summary(row: Row) -> str:
    amount = f" · {amount_as_text(row['amount'])} {row['currency']}" if row["amount"] is not None else ""
    return _MARKS.get(row["kind"], "") + _line(row["title"]) + amount


def _description(row: Row) -> str:
    parts = (row["description"], row["platform"], row["url"], ", ".join(row["attendees"] or ()))
    return "\n".join(_plain(part) for part in parts if part)


def _plain(text: str) -> str:
    """Return a text of strangers without what no calendar may hold, or takes for the end of a line."""
    return _UNSEEN.sub("", _LINE_ENDS.sub("\n", text))


def _line(text: str) -> str:
    return " ".join(_plain(text).split())


def _repeats(row: Row, start: date | datetime) -> vRecur | None:
    wall = start.replace(tzinfo=None) if isinstance(start, datetime) else start
    parts = series.going_on(row["recurrence"] or "", wall)
    if not parts:
        return None
    if last := series.until_of(parts.pop("UNTIL", "")):
        # Of the kind of its start: a day, or an instant.
        zone = start.tzinfo if isinstance(start, datetime) else None
        parts["UNTIL"] = f"{last.replace(tzinfo=zone).astimezone(UTC):%Y%m%dT%H%M%SZ}" if zone else f"{last:%Y%m%d}"
    try:
        read: vRecur = vRecur.from_ical(";".join(f"{name}={value}" for name, value in parts.items()))
    except ValueError:
        return None  # as a stranger wrote it
    return read
