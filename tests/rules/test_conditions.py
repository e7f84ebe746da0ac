"""What conditions ask, and what their answers show."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from rules.book import Book
from rules.conditions import ChatFacts, Facts, PersonFacts
from rules.match import match
from rules.rule import Rule

MakeBook = Callable[..., Book]
Tap = Callable[..., Facts]

DIRECT = ChatFacts("34600111222@s.whatsapp.net", (), "Ana", "direct")
BETO = PersonFacts(("5215510002000@s.whatsapp.net", "77000@lid"), "Beto")


def holds(book: MakeBook, tap: Tap, condition: dict[str, Any], **changed: object) -> bool:
    """Tell whether a rule with this one condition fires."""
    return match(book({"if": [condition], "when": {"reaction": "✅", "by": "anyone"}}), tap(**changed))[0].fired


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ({"field": "text", "contains": "NO FUNCIONA"}, True),
        ({"field": "text", "contains": ["broken", "router"]}, True),
        ({"field": "text", "contains": "broken"}, False),
        ({"field": "text", "equals": "el router no funciona desde ayer "}, True),
        ({"field": "text", "in": ["hola", "adiós"]}, False),
        ({"field": "text", "matches": r"\brouter\b"}, True),
        ({"field": "text", "matches": "ROUTER"}, False),
        ({"field": "text", "contains": "router", "matches": "mañana"}, False),
        ({"field": "emoji", "in": ["💳", "✅"]}, True),
        ({"field": "emoji", "equals": "☑️"}, False),
        ({"field": "instance", "equals": "Casa"}, True),
        ({"field": "chat", "equals": "vecinos"}, True),
        ({"field": "chat", "in": ["old-1@g.us"]}, True),
        ({"field": "chat", "equals": "groups"}, True),
        ({"field": "chat", "equals": "direct"}, False),
        ({"field": "chat", "contains": "vec"}, True),
        ({"field": "chat", "contains": "group"}, False),
        ({"field": "chat", "matches": "any"}, False),
        ({"field": "person", "equals": "Lucía"}, True),
        ({"field": "person", "in": ["+525510002000"]}, False),
        ({"any": [{"field": "text", "contains": "x1"}, {"field": "text", "contains": "router"}]}, True),
        ({"any": [{"field": "text", "contains": "x1"}, {"field": "text", "contains": "x2"}]}, False),
        ({"none": [{"field": "text", "contains": "x1"}, {"field": "text", "contains": "x2"}]}, True),
        ({"none": [{"field": "text", "contains": "x1"}, {"field": "text", "contains": "router"}]}, False),
        ({"any": [{"none": [{"field": "text", "contains": "x1"}]}]}, True),
    ],
)
def test_a_condition_holds_or_not(book: MakeBook, tap: Tap, condition: dict[str, Any], expected: bool) -> None:  # noqa: FBT001
    assert holds(book, tap, condition) is expected


@pytest.mark.parametrize(
    ("at", "asks", "expected"),
    [
        ("2026-03-09T08:00", {"between": ["08:00", "20:00"]}, True),
        ("2026-03-09T20:00", {"between": ["08:00", "20:00"]}, False),
        ("2026-03-09T09:59", {"between": ["8:00", "9:59"]}, False),
        ("2026-03-09T23:00", {"between": ["22:00", "06:00"]}, True),
        ("2026-03-09T05:59", {"between": ["22:00", "06:00"]}, True),
        ("2026-03-09T12:00", {"between": ["22:00", "06:00"]}, False),
        ("2026-03-09T23:59", {"between": ["20:00", "24:00"]}, True),
        ("2026-03-09T12:00", {"days": "mon"}, True),
        ("2026-03-08T12:00", {"days": ["mon", "tue"]}, False),
        ("2026-03-09T12:00", {"between": ["08:00", "20:00"], "days": ["sat", "sun"]}, False),
        ("2026-03-07T02:00", {"between": ["22:00", "06:00"], "days": "fri"}, True),
        ("2026-03-06T02:00", {"between": ["22:00", "06:00"], "days": "fri"}, False),
        ("2026-03-09T12:00", {"gte": "12:00"}, True),
        ("2026-03-09T12:01", {"lte": "12:00"}, False),
    ],
)
def test_the_clock_knows_windows_nights_and_days(
    book: MakeBook,
    tap: Tap,
    at: str,
    asks: dict[str, Any],
    expected: bool,  # noqa: FBT001
) -> None:
    moment = datetime.fromisoformat(at)
    assert holds(book, tap, {"field": "time", **asks}, reacted_at=moment) is expected
    assert holds(book, tap, {"field": "sent", **asks}, sent_at=moment) is expected


def test_a_person_is_known_by_a_phone_number(book: MakeBook, tap: Tap) -> None:
    assert holds(book, tap, {"field": "person", "equals": "+525510002000"}, person=BETO)


@pytest.mark.parametrize("name", ["+525510002000", "5215510002000@s.whatsapp.net", "5215510002000"])
def test_a_name_cannot_pose_as_a_phone_number(book: MakeBook, tap: Tap, name: str) -> None:
    stranger = PersonFacts(("999@lid",), name)
    assert not holds(book, tap, {"field": "person", "equals": "+525510002000"}, person=stranger)


@pytest.mark.parametrize("name", ["self", "Groups", "120300000000000001@g.us"])
def test_a_chat_cannot_pose_as_another_by_its_name(book: MakeBook, tap: Tap, name: str) -> None:
    posing = ChatFacts("34600111222@s.whatsapp.net", (), name, "direct")
    assert not holds(book, tap, {"field": "chat", "equals": name}, chat=posing)


def test_an_answer_shows_what_matched_and_never_the_whole_text(book: MakeBook, tap: Tap) -> None:
    rule = {"if": [{"field": "text", "matches": r"\brou\w+"}, {"field": "text", "contains": "secreto"}]}
    checks = match(book(rule), tap())[0].checks
    assert [(c.op, c.actual, c.passed) for c in checks if c.field == "text"] == [
        ("matches", "router", True),
        ("contains", "32 characters", False),
    ]


def test_a_long_match_is_shown_cut_short(book: MakeBook, tap: Tap) -> None:
    checks = match(book({"if": [{"field": "text", "matches": ".+"}]}), tap(text="a" * 3_000))[0].checks
    assert len(checks[-1].actual) == 60


def test_a_pattern_that_takes_too_long_did_not_match_and_says_so(book: MakeBook, tap: Tap) -> None:
    rule = {"if": [{"field": "text", "matches": "(?p)(?:a|aa|aaa)+b"}]}
    verdict = match(book(rule), tap(text="a" * 4_000))[0]
    assert (verdict.fired, verdict.reason) == (False, "condition")
    assert verdict.checks[-1].actual == "did not match: took too long"


def test_a_group_shows_the_answers_behind_its_own(book: MakeBook, tap: Tap) -> None:
    group = {"any": [{"field": "text", "contains": "x1"}, {"field": "text", "contains": "router"}]}
    check = match(book({"if": [group]}), tap())[0].checks[-1]
    assert (check.field, check.passed) == ("any", True)
    assert [inner.passed for inner in check.of] == [False, True]


READ = {
    "total": (Decimal("5000.00"),), "amount": (Decimal(890), Decimal("4110.00")), "vendor": ("CFE", "Agua"),
    "due": (datetime(2026, 3, 12, 9), date(2026, 4, 1)),  # noqa: DTZ001 - wall-clock times
}  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "passed", "actual"),
    [
        ({"field": "parsed.total", "gte": 5000}, True, "5000.00"),
        ({"field": "parsed.total", "gt": 5000}, False, "5000.00"),
        ({"field": "parsed.total", "lt": 5000.01}, True, "5000.00"),
        ({"field": "parsed.total", "equals": 5000}, True, "5000.00"),
        ({"field": "parsed.amount", "gte": 1000}, True, "4110.00"),
        ({"field": "parsed.amount", "lte": 100}, False, "890"),
        ({"field": "parsed.count", "gte": 1}, False, "nothing"),
        ({"field": "parsed.vendor", "equals": "agua"}, True, "agua"),
        ({"field": "parsed.vendor", "equals": "luz"}, False, "7 characters"),
        ({"field": "parsed.vendor", "matches": "^C"}, True, "C"),
        ({"field": "parsed.vendor", "exists": True}, True, "true"),
        ({"field": "parsed.assignee", "exists": False}, True, "false"),
        ({"field": "parsed.total", "exists": False}, False, "true"),
        ({"field": "parsed.due", "within": "3d"}, True, "2026-03-12"),
        ({"field": "parsed.due", "within": "2d"}, False, "2026-03-12"),
        ({"field": "parsed.due", "gte": "2026-04-01"}, True, "2026-04-01"),
        ({"field": "parsed.due", "lte": "2026-03-11"}, False, "2026-03-12"),
        ({"field": "parsed.start", "exists": True}, False, "false"),
    ],
)
def test_what_was_read_can_be_asked_and_one_of_several_values_is_enough(
    tap: Tap, book: MakeBook, asked: dict[str, Any], passed: object, actual: str
) -> None:
    (verdict,) = match(book({"if": [asked]}), tap(), lambda _: READ)
    assert (verdict.fired, verdict.checks[-1].actual) == (passed, actual)
    assert verdict.reason == (None if passed else "condition")


def test_a_text_is_read_last_and_only_where_something_of_it_is_asked(tap: Tap, book: MakeBook) -> None:
    read: list[str] = []

    def parsed(rule: Rule) -> dict[str, tuple[Any, ...]]:
        read.append(rule.id)
        return {}

    asked = [{"field": "parsed.total", "gte": 1}, {"field": "text", "contains": "lluvia"}]
    match(book({}, {"if": asked}, {"when": {"reaction": "📌"}, "if": asked[:1]}), tap(), parsed)
    assert read == []
    match(book({"if": asked[:1]}), tap(), parsed)
    assert read == ["rule-1"]


def test_where_a_text_cannot_be_read_the_rule_fires_and_can_say_so(tap: Tap, book: MakeBook) -> None:
    (verdict,) = match(book({"if": [{"field": "parsed.total", "gte": 1}]}), tap(), lambda _: None)
    assert verdict.fired


def test_a_rule_whose_reading_does_not_fit_stops_nobody(tap: Tap, book: MakeBook) -> None:
    first = {"if": [{"field": "parsed.total", "gte": 9000}], "stop": True}
    assert [one.fired for one in match(book(first, {}), tap(), lambda _: READ)] == [False, True]
