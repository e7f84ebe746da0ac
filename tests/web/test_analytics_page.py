"""Which days the page of statistics is about, and the numbers that it begins with."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from engine.web.analytics_page import Span
from tests.web.served import Web

MEXICO = ZoneInfo("America/Mexico_City")
TODAY = date(2026, 11, 21)
WEEK = (date(2026, 11, 15), TODAY, 7)


@pytest.mark.parametrize(
    ("said", "span"),
    [
        ({}, WEEK),
        ({"days": "30"}, (date(2026, 10, 23), TODAY, 30)),
        ({"from": "2026-11-01", "to": "2026-11-03"}, (date(2026, 11, 1), date(2026, 11, 3), None)),
        ({"from": "2026-11-03", "to": "2026-11-01"}, (date(2026, 11, 1), date(2026, 11, 3), None)),
        ({"from": "2026-11-03", "to": "2026-11-03", "days": "90"}, (date(2026, 11, 3), date(2026, 11, 3), None)),
        ({"days": "31"}, WEEK),
        ({"days": "٣٠"}, WEEK),
        ({"from": "soon", "to": "2026-11-03"}, WEEK),
        ({"from": "2026-11-03"}, WEEK),
        ({"from": "0001-01-01", "to": "2026-11-03"}, WEEK),
        ({"from": "9999-12-30", "to": "9999-12-31"}, WEEK),
    ],
)
def test_a_span_is_whole_days_and_what_makes_no_sense_is_the_last_week(
    said: dict[str, str], span: tuple[date, date, int | None]
) -> None:
    made = Span.of(said, TODAY, MEXICO)
    assert (made.first, made.last, made.days) == span


def test_a_span_begins_and_ends_at_midnight_of_its_zone() -> None:
    made = Span.of({"from": "2026-11-21", "to": "2026-11-21"}, TODAY, MEXICO)
    assert (made.since, made.until) == (datetime(2026, 11, 21, 6, tzinfo=UTC), datetime(2026, 11, 22, 6, tzinfo=UTC))


@pytest.mark.parametrize(
    ("accepted", "says"),
    [
        ("en-GB,en;q=0.9", "1 November 2026 – 3 November 2026"),
        ("en-US", "November 1, 2026 – November 3, 2026"),
        ("en", "1 November 2026 – 3 November 2026"),
        ("es-AR,es;q=0.8", "1 de noviembre de 2026 – 3 de noviembre de 2026"),
        ("pt-XX-nonsense-12345678", "1 de novembro de 2026 – 3 de novembro de 2026"),
    ],
)
def test_the_days_are_written_as_the_reader_writes_them(web: Web, accepted: str, says: str) -> None:
    address = "/analytics?from=2026-11-01&to=2026-11-03"
    assert says in web.client.get(address, headers={"Accept-Language": accepted}).text
