"""Which rules fire, and for the others why not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.book import Book, rule_from_mapping
from rules.conditions import ChatFacts, Facts, PersonFacts
from rules.match import match
from rules.reaction import bare, key, same
from rules.rule import Rule

MakeBook = Callable[..., Book]
Tap = Callable[..., Facts]

BETO = PersonFacts(("5215510002000@s.whatsapp.net", "77000@lid"), "Beto")


NOTE = {"do": [{"create_note": {}}]}


def outcome(book: Book, facts: Facts) -> list[tuple[str, str | None]]:
    """Tell of each rule in order why it did not fire; None where it did."""
    return [(verdict.rule.id, verdict.reason) for verdict in match(book, facts)]


def test_every_rule_gets_a_verdict_in_the_order_of_the_book(book: MakeBook, tap: Tap) -> None:
    made = book({"id": "b"}, {"id": "c", "order": 5}, {"id": "a"})
    assert outcome(made, tap()) == [("c", None), ("a", None), ("b", None)]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({}, None),
        ({"when": {"reaction": "💳"}}, "emoji"),
        ({"enabled": False}, "disabled"),
        ({"when": {"reaction": "✅", "chat": "direct"}}, "chat"),
        ({"when": {"reaction": "✅", "chat": ["Vecinos"]}}, None),
        ({"when": {"reaction": "✅", "chat": "120300000000000001@g.us"}}, None),
        ({"when": {"reaction": "✅", "by": "+34600111222"}}, "by"),
        ({"if": [{"field": "text", "contains": "x1"}]}, "condition"),
        ({"when": {"reaction": "💳", "chat": "direct"}, "enabled": False}, "emoji"),
    ],
)
def test_the_first_no_is_the_reason(book: MakeBook, tap: Tap, change: dict[str, Any], reason: str | None) -> None:
    verdict = match(book(change), tap())[0]
    assert (verdict.reason, verdict.fired) == (reason, reason is None)


@pytest.mark.parametrize(
    ("by", "owner", "guest"),
    [
        ("owner", None, "by"),
        ("anyone", None, None),
        ("members", None, "by"),
        ("admins", None, "by"),
        (["+525510002000"], "by", None),
        (["77000@lid"], "by", None),
        (["Beto@x"], "by", "by"),
    ],
)
def test_whose_reaction_counts(book: MakeBook, tap: Tap, by: object, owner: str | None, guest: str | None) -> None:
    made = book({"when": {"reaction": "✅", "by": by}})
    assert outcome(made, tap()) == [("rule-1", owner)]
    assert outcome(made, tap(person=BETO)) == [("rule-1", guest)]


def test_the_owner_alone_counts_where_nothing_is_said(book: MakeBook, tap: Tap) -> None:
    assert outcome(book({}), tap(person=BETO)) == [("rule-1", "by")]


def test_a_rule_that_stops_keeps_the_later_ones_from_firing(book: MakeBook, tap: Tap) -> None:
    made = book({"stop": True}, {}, {"when": {"reaction": "💳"}}, {"enabled": False})
    assert outcome(made, tap()) == [
        ("rule-1", None),
        ("rule-2", "stopped_by:rule-1"),
        ("rule-3", "emoji"),
        ("rule-4", "disabled"),
    ]


def test_a_rule_that_does_not_fire_stops_nobody(book: MakeBook, tap: Tap) -> None:
    made = book({"stop": True, "when": {"reaction": "✅", "chat": "direct"}}, {})
    assert outcome(made, tap()) == [("rule-1", "chat"), ("rule-2", None)]


def test_a_rule_in_shadow_stops_nobody(book: MakeBook, tap: Tap) -> None:
    assert outcome(book({"stop": True, "shadow": True}, {}), tap()) == [("rule-1", None), ("rule-2", None)]


def test_a_fallback_is_asked_last_and_leaves_to_others_what_they_make_too(book: MakeBook, tap: Tap) -> None:
    family = {"when": {"reaction": "✅", "chat": "groups"}}
    made = book({"fallback": True, "order": 1}, family, {"fallback": True, "order": 2, **NOTE})
    assert outcome(made, tap(chat=ChatFacts("1@c.us"))) == [("rule-2", "chat"), ("rule-1", None), ("rule-3", None)]
    assert outcome(made, tap()) == [("rule-2", None), ("rule-1", "left_to:rule-2"), ("rule-3", None)]
    shadowed = book({"fallback": True}, {"shadow": True})
    assert outcome(shadowed, tap()) == [("rule-2", None), ("rule-1", None)]
    silent = book({"fallback": True, "do": [{"react": {"emoji": "👀"}}]}, family)
    assert outcome(silent, tap()) == [("rule-2", None), ("rule-1", "left_to:rule-2")]
    assert outcome(silent, tap(chat=ChatFacts("1@c.us"))) == [("rule-2", "chat"), ("rule-1", None)]


def test_a_rule_holds_for_every_skin_tone(book: MakeBook, tap: Tap) -> None:
    made = book({"when": {"reaction": "🙏"}}, {"when": {"reaction": "🙏🏽"}})
    assert outcome(made, tap(emoji="🙏🏿")) == [("rule-1", None), ("rule-2", None)]


def test_a_rule_about_one_skin_tone_stands_back_where_another_names_the_one_typed(book: MakeBook, tap: Tap) -> None:
    made = book({"when": {"reaction": "🙏🏻"}}, {"when": {"reaction": "🙏🏿"}}, {"when": {"reaction": "🙏"}})
    assert outcome(made, tap(emoji="🙏🏿")) == [("rule-1", "emoji"), ("rule-2", None), ("rule-3", None)]


def test_the_way_an_emoji_is_drawn_does_not_matter(book: MakeBook, tap: Tap) -> None:
    assert outcome(book({"when": {"reaction": "☑️"}}), tap(emoji="☑")) == [("rule-1", None)]


def test_a_reaction_that_no_rule_is_about_asks_nothing(book: MakeBook, tap: Tap) -> None:
    made = book({"when": {"reaction": "💳"}, "if": [{"field": "text", "matches": "(?p)(?:a|aa)+b"}]})
    assert [verdict.checks for verdict in match(made, tap(text="a" * 4_000))] == [()]


def test_nothing_is_asked_after_the_first_no(book: MakeBook, tap: Tap) -> None:
    conditions = [{"field": "text", "contains": "x1"}, {"field": "text", "contains": "router"}]
    assert len([c for c in match(book({"if": conditions}), tap())[0].checks if c.field == "text"]) == 1


def test_the_self_chat_is_a_chat_of_its_own(book: MakeBook, tap: Tap) -> None:
    made = book({"when": {"reaction": "✅", "chat": "self"}})
    assert outcome(made, tap(chat=ChatFacts("me", (), "Lucía", "self"))) == [("rule-1", None)]
    assert outcome(made, tap()) == [("rule-1", "chat")]


def test_a_book_made_of_stored_rules_puts_them_in_order(tap: Tap) -> None:
    stored = {"id": "z", "when": {"reaction": "✅"}, "do": [{"create_note": {}}]}
    rules = (rule_from_mapping(stored, 4), rule_from_mapping(stored | {"id": "a", "order": 1}, 2))
    made = Book(9, rules)
    assert outcome(made, tap()) == [("a", None), ("z", None)]
    assert [rule.version for rule in made.rules] == [2, 4]


EMOJI = ("✅", "✅\ufe0f", "👍", "👍🏽", "👍🏿", "💳", "")


@given(
    st.lists(
        st.tuples(st.lists(st.sampled_from(EMOJI[:-1]), min_size=1, max_size=3, unique=True), *[st.booleans()] * 3),
        max_size=6,
    ),
    st.sampled_from(EMOJI),
)
def test_what_is_found_by_emoji_is_what_asking_every_rule_finds(
    rules: list[tuple[list[str], bool, bool, bool]], typed: str
) -> None:
    facts = Facts(
        emoji=typed, text="x", sent_at=datetime(2026, 3, 8), reacted_at=datetime(2026, 3, 8),  # noqa: DTZ001 - wall clock
        chat=ChatFacts("1@g.us", (), "", "group"), person=PersonFacts(("me",), is_owner=True), instance="casa",
    )  # fmt: skip
    made = Book(
        1,
        tuple(
            Rule(f"r{n}", f"r{n}", tuple(emojis), (), stop=stop, enabled=enabled, shadow=shadow)
            for n, (emojis, stop, enabled, shadow) in enumerate(rules)
        ),
    )
    exact = {key(emoji) for rule in made.rules if rule.enabled for emoji in rule.emojis}
    plain: list[tuple[str, str | None]] = []
    stopped = None
    for rule in made.rules:
        about = typed and any(same(emoji, typed) for emoji in rule.emojis)
        fires = about and any(
            same(emoji, typed) and (key(typed) not in exact or key(emoji) in (key(typed), bare(typed)))
            for emoji in rule.emojis
        )
        reason = "emoji" if not about else "disabled" if not rule.enabled else None if fires else "emoji"
        if about and rule.enabled and stopped:
            reason = f"stopped_by:{stopped}"
        plain.append((rule.id, reason))
        if reason is None and rule.stop and not rule.shadow:
            stopped = rule.id
    assert outcome(made, facts) == plain
