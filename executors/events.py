"""Events: something that takes place, at an hour or for whole days."""

from __future__ import annotations

from datetime import datetime

from executors.kind import Executor, Row, day_or_instant
from parsers.draft import EventData


def row(event: EventData, zone: str) -> Row:
    """Return the columns of `calendar_events`; an end is of its start's sort, a day or an hour."""
    timed = isinstance(event.start, datetime)
    end = event.end
    if isinstance(end, datetime) and not timed:
        end = end.date()
    elif end is not None and timed and not isinstance(end, datetime):
        end = None
    return {
        **day_or_instant("starts", event.start, zone),
        **day_or_instant("ends", end, zone),
        "zone": zone,
        "duration_minutes": event.duration_minutes or None,
        "location": event.location,
        "platform": event.platform,
        "url": event.url,
        "attendees": event.attendees,
        "recurrence": event.recurrence,
    }


EXECUTOR = Executor("event", row)
