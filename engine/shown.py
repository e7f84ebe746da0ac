"""An item as programs are shown it: by the API, and by the command line with `--json`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from engine import clock
from executors.destinations.wording.repeats import repeats
from executors.destinations.wording.voice import Voice

Row = Mapping[str, Any]


def item(row: Row, language: str = "en") -> dict[str, Any]:
    """Return a row of `items.list` as the API and the command line show it, its repetition in this language too."""
    plain = (
        "id",
        "connection_id",
        "kind",
        "title",
        "status",
        "flags",
        "priority",
        "tags",
        "message_id",
        "chat",
        "rule_id",
    )
    return {
        **{name: row[name] for name in plain},
        "follows": row["follows"],
        "rule_version": row["rule_version"],
        "confidence": row["confidence"],
        "spans": row["spans"],
        "created_at": row["created_at"].isoformat(),
        "updated_at": row["updated_at"].isoformat(),
        "done_at": row["done_at"].isoformat() if row["done_at"] else None,
        "fields": _FIELDS[row["kind"]](row),
        "repeats": often(row["recurrence"], language),
        "people": _people(row),
    }


def often(rule: str | None, language: str) -> str | None:
    """Say a recurrence rule in words, as the answers do."""
    return repeats(Voice.of(language, "", clock.now().date()), rule) if rule else None


def _people(row: Row) -> dict[str, dict[str, Any]]:
    """Return who is meant by the names in the fields, where that is known."""
    named = [(row["assignee"], row["assignee_address"], row["assignee_name"], row["assignee_person"])]
    several = ("attendees", "attendee_addresses", "attendee_names", "attendee_people")
    named += zip(*(row[name] or () for name in several), strict=False)
    return {
        written: {"address": address, "name": name, "person_id": person}
        for written, address, name, person in named
        if address
    }


def _task(row: Row) -> dict[str, Any]:
    return {
        "due": _when(row["task_due_on"], row["task_due_at"], row["zone"]),
        **{name: row[name] for name in ("description", "assignee", "recurrence")},
    }


def _event(row: Row) -> dict[str, Any]:
    rest = ("duration_minutes", "location", "platform", "url", "attendees", "recurrence")
    return {
        "start": _when(row["starts_on"], row["starts_at"], row["zone"]),
        "end": _when(row["ends_on"], row["ends_at"], row["zone"]),
        **{name: row[name] for name in rest},
    }


def _bill(row: Row) -> dict[str, Any]:
    return {
        "vendor": row["vendor"],
        "amount": amount_as_text(row["amount"]),
        "currency": row["currency"],
        "due": _when(row["bill_due_on"], None, None),
        **{name: row[name] for name in ("category", "account", "recurrence")},
    }


def amount_as_text(amount: Decimal | None) -> str | None:
    """Return an amount as text (a float would not be the amount), to the cent and to what is smaller."""
    if amount is None:
        return None
    whole, _, cents = f"{amount:f}".partition(".")
    return f"{whole}.{cents:0<2}"


def _note(row: Row) -> dict[str, Any]:
    return {"body": row["body"]}


_FIELDS = {"task": _task, "event": _event, "bill": _bill, "note": _note}


def _when(day: date | None, instant: datetime | None, zone: str | None) -> str | None:
    """Return a day as `2026-01-15`, an instant with the offset that its zone has then."""
    if instant is not None:
        return (instant.astimezone(ZoneInfo(zone)) if zone else instant).isoformat()
    return None if day is None else day.isoformat()
