"""Rules are written as a person would write them, and what changed is said key by key."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import rules
from rules.book import load, rule_from_mapping
from rules.difference import differences
from rules.planning import Held, plan
from rules.rule import Rule
from rules.writing import as_written, brief, to_yaml
from tests.rules.test_book import FULL

STARTER = Path(rules.__file__).with_name("starter.yaml").read_text(encoding="utf-8")
ODD = """
version: 1
rules:
  - id: odd
    name: "on: yes # no"
    when: { reaction: ["#️⃣", "👨‍👩‍👧", "💳"], chat: ["+525510002000", "null"] }
    if: [{ any: [{ field: text, matches: '\\d "x" \\U0001F4B3' }] }]
    do: [{ create_note: , if: [{ field: parsed.total, gte: 19.99 }] }]
    on_low_confidence: drop
    reply: { text: { es: "💳 uno\\n\\ndos: {{ x }}\\n" } }
    undo: { within: 24h }
"""


def rule(**changed: Any) -> Rule:
    return rule_from_mapping({"id": "a", "when": {"reaction": "✅"}, "do": [{"create_task": {}}]} | changed, 1)


@pytest.mark.parametrize("text", [STARTER, FULL, ODD, "version: 1\nrules: []"])
def test_what_is_written_reads_as_the_same_rules(text: str) -> None:
    book = load(text)
    again = load(to_yaml(book.rules))
    assert [brief(one) for one in again.rules] == [brief(one) for one in book.rules]
    assert again.rules == book.rules


def test_a_rule_goes_into_a_file_as_somebody_wrote_it_with_its_comments() -> None:
    mine = '# why\n\nid: b # for good\nwhen: { reaction: "📌" }\n# what\ndo:\n  - create_note: {}\n'
    noted = rule(id="b", when={"reaction": "📌"}, do=[{"create_note": {}}])
    text = as_written([(rule(), None), (noted, mine)])
    assert [one.id for one in load(text).rules] == ["a", "b"]
    assert all(f"# {said}\n" in text for said in ("why", "for good", "what"))
    assert as_written([(rule(), "id: [")]) == as_written([(rule(), "id: other")]) == to_yaml([rule()])


def test_what_goes_without_saying_is_not_written() -> None:
    assert brief(rule()) == {"id": "a", "when": {"reaction": "✅"}, "do": [{"create_task": {}}]}


def test_emoji_are_quoted_and_written_as_they_are() -> None:
    written = to_yaml(load(ODD).rules)
    assert "'#️⃣'" in written
    assert "'💳'" in written
    assert "👨‍👩‍👧" in written


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ({}, {}, ()),
        ({}, {"enabled": False}, ("enabled true → false",)),
        ({"order": 1}, {}, ("order 1 → 100",)),
        ({}, {"when": {"reaction": ["✅", "📌"]}}, ("when reaction + 📌",)),
        ({}, {"when": {"reaction": "✅", "chat": ["groups"]}}, ("+ when chat groups",)),
        ({}, {"when": {"reaction": "✅", "by": "anyone"}}, ("when by owner → anyone",)),
        ({}, {"do": [{"create_task": {"priority": "low"}}]}, ("+ do create_task priority low",)),
        ({}, {"do": [{"create_task": {}}, {"create_note": {}}]}, ("+ do create_note",)),
        (
            {"if": [{"field": "text", "contains": "a"}, {"field": "time", "gte": "08:00"}]},
            {"if": [{"field": "text", "contains": ["a", "b"]}, {"field": "time", "gte": "09:00"}]},
            ("if text contains + b", "if time gte 08:00 → 09:00"),
        ),
        (
            {"if": [{"field": "parsed.total", "gte": 3000}]},
            {"if": [{"field": "parsed.total", "gte": 5000}]},
            ("if parsed.total gte 3000 → 5000",),
        ),
        ({}, {"on_low_confidence": "drop"}, ("on_low_confidence reply → drop",)),
        ({}, {"do": [{"create_task": {}, "if": [{"field": "parsed.count", "gt": 1}]}]}, ("+ do if parsed.count gt 1",)),
        ({}, {"name": "Other"}, ("name a → Other",)),
        ({"examples": [{"say": "x"}]}, {"examples": [{"say": "y"}]}, ("examples changed",)),
        ({}, {"examples": [{"say": "y"}]}, ("examples 0 → 1",)),
        ({}, {"reply": {"text": {"es": "x" * 99}}}, ("+ reply text es " + "x" * 39 + "…",)),
    ],
)
def test_what_changed_is_said_key_by_key(old: dict[str, Any], new: dict[str, Any], says: tuple[str, ...]) -> None:
    assert differences(rule(**old), rule(**new)) == says


def test_a_rule_of_a_file_that_left_it_is_removed_and_one_by_hand_only_when_pruned() -> None:
    held = [Held(rule(id="f"), "file"), Held(rule(id="h"), "ui")]
    assert [(step.how, step.id) for step in plan((), held).steps] == [("remove", "f")]
    assert [step.id for step in plan((), held, prune=True).steps] == ["f", "h"]


def test_conflicts_among_rules_made_by_hand_are_not_those_of_a_file() -> None:
    held = [Held(rule(id="f"), "ui"), Held(rule(id="h"), "ui")]
    assert plan((), held).conflicts == ()
    assert [one.second.id for one in plan([rule(id="i")], held).conflicts] == ["i", "i"]
    assert plan([rule(id="i")], held, prune=True).conflicts == ()
