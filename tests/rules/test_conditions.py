"""What conditions ask, and what their answers show."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from rules.book import Book
from rules.conditions import ChatFacts, Facts, PersonFacts
from rules.match import match

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
