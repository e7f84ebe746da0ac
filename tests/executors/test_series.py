"""When something that repeats comes next."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from executors.series import Turn, next_turn

at = datetime.fromisoformat


@pytest.mark.parametrize(
    ("rule", "last", "then"),
    [
        ("FREQ=MONTHLY", date(2026, 1, 15), date(2026, 2, 15)),
        ("FREQ=MONTHLY;BYMONTHDAY=31", date(2026, 1, 31), date(2026, 3, 31)),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", date(2026, 1, 31), date(2026, 2, 28)),
        ("FREQ=MONTHLY;BYMONTHDAY=15,-1", date(2026, 2, 15), date(2026, 2, 28)),
        ("FREQ=MONTHLY;BYDAY=1MO", date(2026, 1, 5), date(2026, 2, 2)),
        ("FREQ=YEARLY", date(2024, 2, 29), date(2028, 2, 29)),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", at("2026-03-03T09:00"), at("2026-03-17T09:00")),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", date(2026, 1, 2), date(2026, 1, 5)),
        ("RRULE:FREQ=DAILY;BYHOUR=3", at("2026-01-01T09:30"), at("2026-01-02T09:30")),
        ("FREQ=DAILY;UNTIL=20260102", at("2026-01-01T09:00"), at("2026-01-02T09:00")),
    ],
)
def test_the_next_one_is_the_first_of_the_rule_after_the_last(rule: str, last: date, then: date) -> None:
    turn = next_turn(rule, last)
    assert turn == Turn(then, rule)
    assert type(turn.when) is type(last)


def test_a_rule_that_counts_has_one_less_each_time() -> None:
    assert next_turn("FREQ=DAILY;COUNT=2", date(2026, 1, 1)) == Turn(date(2026, 1, 2), "FREQ=DAILY;COUNT=1")
    assert next_turn("FREQ=DAILY;COUNT=1", date(2026, 1, 2)) is None


@pytest.mark.parametrize(
    "rule",
    [
        "", "x", "FREQ=SECONDLY", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;INTERVAL=99999", "FREQ=DAILY;BYDAY=XX",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;UNTIL=20250101", "FREQ=DAILY\nRRULE:FREQ=DAILY",
        "FREQ=DAILY;COUNT=99999999999999", "FREQ=DAILY;EXDATE=20260101", "DTSTART:20260101",
    ],
)  # fmt: skip
def test_nothing_follows_from_a_rule_that_ended_or_cannot_be_read(rule: str) -> None:
    assert next_turn(rule, date(2026, 1, 1)) is None
