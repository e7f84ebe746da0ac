"""The calendar that others subscribe to says what is due as RFC 5545 has it, whatever people wrote."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from engine import ics

MADE = datetime(2026, 1, 2, 15, 0, tzinfo=UTC)


def row(**said: Any) -> dict[str, Any]:
    return {
        "connection_id": 1, "id": 7, "kind": "event", "title": "Dentista", "created_at": MADE, "updated_at": MADE,
        "day": None, "at": None, "ends_on": None, "ends_at": None, "duration_minutes": None,
        "zone": "America/Mexico_City",
        "location": None, "platform": None, "url": None, "attendees": [], "description": None, "amount": None,
        "currency": None, "recurrence": None,
    } | said  # fmt: skip


def read(*rows: dict[str, Any]) -> Calendar:
    """Write a calendar, and read it as whoever subscribes to it does."""
    found = Calendar.from_ical(ics.calendar(rows, "Toque"))
    assert isinstance(found, Calendar)
    return found


def only(one: dict[str, Any]) -> Event:
    (event,) = read(one).events
    return event


def test_whole_days_end_after_the_last_of_them() -> None:
    event = only(row(day=date(2026, 2, 3), ends_on=date(2026, 2, 5)))
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2026, 2, 3), date(2026, 2, 6))
    assert event["dtstart"].params["VALUE"] == "DATE"


def test_an_hour_is_one_of_its_own_zone_which_the_calendar_brings_along() -> None:
    at = datetime(2026, 3, 28, 23, 30, tzinfo=UTC)  # the night in which the clocks of Madrid change
    made = read(row(at=at, zone="Europe/Madrid", duration_minutes=90))
    (event,) = made.events
    assert event["dtstart"].params["TZID"] == "Europe/Madrid"
    assert event.decoded("dtstart") == at.astimezone(ZoneInfo("Europe/Madrid"))
    assert event.decoded("dtend") == at + timedelta(minutes=90)
    assert [zone.tz_name for zone in made.timezones] == ["Europe/Madrid"]


def test_what_changes_is_the_same_entry_of_a_later_sequence() -> None:
    first, then = only(row(day=date(2026, 2, 3))), only(row(day=date(2026, 2, 4), updated_at=MADE + timedelta(hours=1)))
    other = only(row(day=date(2026, 2, 3), id=8))
    assert first["uid"] == then["uid"] != other["uid"]
    assert int(then["sequence"]) > int(first["sequence"]) == 0
    assert ics.calendar([row(day=date(2026, 2, 3))], "x") == ics.calendar([row(day=date(2026, 2, 3))], "x")


@given(st.text(max_size=400).map(lambda text: text.replace("\0", "")))
def test_no_text_breaks_out_of_its_line(text: str) -> None:
    text = text.encode("utf-8", "replace").decode()
    wild = text + "\r\nEND:VEVENT\nBEGIN:VALARM\u2028ATTACH:file:///etc/passwd;,\\n"
    said = ics.calendar([row(day=date(2026, 2, 3), title=wild, location=wild, url=wild, platform=wild)], wild)
    assert all(len(line) <= 75 for line in said.split(b"\r\n"))
    assert b"\r\nBEGIN:VALARM" not in said
    (event,) = Calendar.from_ical(said).events
    assert "END:VEVENT BEGIN:VALARM" in event["summary"]
    assert "url" not in event
    assert event["location"].count("BEGIN:VALARM") == 1


def test_an_address_is_one_only_where_a_browser_would_open_it() -> None:
    assert (
        only(row(day=date(2026, 2, 3), url="https://meet.example/x?a=1,2;3"))["url"] == "https://meet.example/x?a=1,2;3"
    )
    for url in ("javascript:alert(1)", "https://x y", "https://x\nATTACH:y"):
        event = only(row(day=date(2026, 2, 3), url=url))
        assert "url" not in event
        assert event["description"].startswith(url.partition("\n")[0]), "it is told all the same"


def test_a_bill_says_what_it_comes_to_and_takes_no_time() -> None:
    event = only(
        row(kind="bill", title="Luz CFE", day=date(2026, 1, 15), amount=Decimal(890), currency="MXN", zone=None)
    )
    assert (str(event["summary"]), str(event["transp"])) == ("💳 Luz CFE · 890.00 MXN", "TRANSPARENT")


@pytest.mark.parametrize(
    ("rule", "start", "written"),
    [
        ("FREQ=WEEKLY;BYDAY=MO", {"day": date(2026, 1, 5)}, b"RRULE:FREQ=WEEKLY;BYDAY=MO"),
        ("FREQ=MONTHLY;UNTIL=20260601", {"day": date(2026, 1, 5)}, b"RRULE:FREQ=MONTHLY;UNTIL=20260601\r"),
        (
            "FREQ=DAILY;UNTIL=20260110",
            {"at": datetime(2026, 1, 5, 15, tzinfo=UTC)},
            b"RRULE:FREQ=DAILY;UNTIL=20260111T055959Z",
        ),
    ],
)
def test_what_repeats_does_so_in_the_calendar_too(rule: str, start: dict[str, Any], written: bytes) -> None:
    assert written in ics.calendar([row(recurrence=rule, **start)], "x")


@pytest.mark.parametrize(
    "rule", ["", "each full moon", "FREQ=SECONDLY", "FREQ=DAILY\r\nATTACH:x", "FREQ=DAILY;COUNT=1"]
)
def test_what_is_no_rule_repeats_nothing(rule: str) -> None:
    said = ics.calendar([row(recurrence=rule, day=date(2026, 1, 5))], "x")
    assert b"RRULE" not in said
    assert b"ATTACH" not in said


def test_a_calendar_without_entries_is_one_too() -> None:
    said = ics.calendar([], "Casa, y\nmás")
    assert "\r\nNAME:Casa\\, y más\r\n".encode() in said
    assert b"\r\nX-PUBLISHED-TTL:PT1H\r\n" in said
    assert Calendar.from_ical(said).events == []
