"""The examples of a rule are tried, and what they miss is said where it stands."""

from __future__ import annotations

from typing import Any

import pytest

from engine import rulebook
from engine.examples import misses
from rules.book import rule_from_mapping

BILLS = "Luz CFE $890 vence 15 enero\nAgua $200 vence 20 enero"


def told(example: dict[str, Any], **rule: Any) -> list[tuple[str, str]]:
    mapping = {"id": "x", "when": {"reaction": "💳", "chat": "groups", "by": "members"}, "do": [{"create_bill": {}}]}
    example = {"at": "2026-01-02T09:00:00-06:00", "from": "+5215512345678"} | example
    return [
        ("/".join(map(str, miss.path[2:])), miss.says)
        for miss in misses(rule_from_mapping(mapping | rule | {"examples": [example]}, 1))
    ]


@pytest.mark.parametrize(
    "expect",
    [
        {},
        {"vendor": "CFE", "amount": 890, "currency": "MXN", "due": "2026-01-15", "account": None},
        {"amount": "890.0", "count": 2, "total": "1090"},
        {"items": [{"vendor": "CFE"}, {"amount": 200, "kind": "bill"}]},
    ],
)
def test_an_example_that_holds_says_nothing(expect: dict[str, Any]) -> None:
    assert told({"say": BILLS, "expect": expect}) == []


@pytest.mark.parametrize(
    ("expect", "path", "says"),
    [
        ({"amount": 891}, "expect/amount", "expected amount 891, got 890.00"),
        ({"due": "2026-01-16"}, "expect/due", "expected due '2026-01-16', got 2026-01-15"),
        ({"due": "soon"}, "expect/due", "expected due 'soon', got 2026-01-15"),
        ({"amont": 890}, "expect/amont", "there is no field 'amont' of the bill 'CFE', the bill 'Agua'"),
        ({"error": "no_bill"}, "expect/error", "expected the error no_bill, got the bill 'CFE', the bill 'Agua'"),
        ({"items": [{}]}, "expect/items", "expected 1 items, got 2"),
        ({"items": [{}, {"amount": 1}]}, "expect/items/1/amount", "expected amount 1, got 200.00"),
        ({"count": 3}, "expect/count", "expected count 3, got 2"),
    ],
)
def test_what_an_example_misses_is_said_where_it_stands(expect: dict[str, Any], path: str, says: str) -> None:
    assert told({"say": BILLS, "expect": expect}) == [(path, says)]


def test_an_example_may_expect_that_nothing_is_read_or_that_the_rule_does_not_fire() -> None:
    thanks = {"say": "Gracias por los mangos"}
    assert told(thanks | {"expect": {"error": "no_bill"}}) == []
    assert told(thanks) == [("", "expected an item, got the error no_bill")]
    asked = {"if": [{"field": "text", "contains": "luz"}, {"field": "chat", "equals": "Casa"}]}
    assert told(thanks | {"expect": {"error": "not_fired"}}, **asked) == []
    assert told({"say": BILLS}, **asked) == []


def test_a_moment_without_a_country_is_on_the_clock_of_its_offset() -> None:
    late = {"say": "Pay rent 900 tomorrow", "at": "2026-01-12T23:00:00-06:00", "from": None}
    assert told(late | {"expect": {"due": "2026-01-13"}}) == []


def test_every_example_of_the_starter_rules_holds() -> None:
    rules = rulebook.starter().rules
    assert sum(len(rule.examples) for rule in rules) == 12
    assert [miss for rule in rules for miss in misses(rule)] == []
