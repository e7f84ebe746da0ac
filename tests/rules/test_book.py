"""Rules are read from files and documents, and written back."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.book import Book, FaultyRules, load, read, rule_from_mapping, rule_to_mapping
from rules.check import check
from rules.rule import Condition, Group, Parse, Reply, Step, example_for, minutes

MakeBook = Callable[..., Book]

SHARED = Path(__file__).parents[3] / "shared" / "rules.example.yaml"
FULL = """
version: 1
defaults: { by: anyone, timezone: America/Lima, reply: { to: none, text: { es: hola } }, undo: { on_unreact: false } }
rules:
  - id: everything
    name: Everything at once
    when: { reaction: ["💳", "💳", "🧾"], chat: [groups, Casa], by: [+525510002000, "77000@lid"] }
    if:
      - { field: text, contains: luz, matches: '\\d' }
      - none: [{ field: time, between: [22:00, 6:30], days: sun }]
    parse: { use: bill, from: [text, voice], min_confidence: 1 }
    do:
      - create_bill: { tags: casa, split: each }
      - create_note:
    undo: { on_unreact: true }
    reply: { to: chat, as: reaction }
    order: -3
    stop: true
    priority: low
    shadow: true
    language: pt
    currency: BRL
    examples:
      - { say: luz 90, language: pt, at: 2026-03-09T09:30:00-03:00, from: +5511987650000, expect: { due: 2026-03-10 } }
  - id: least
    when: { reaction: "✅" }
    do: [create_task: {}]
"""


def test_a_rule_says_all_that_its_file_says() -> None:
    rule = load(FULL).rules[0]
    assert rule.emojis == ("💳", "🧾")
    assert rule.chats == ("groups", "Casa")
    assert rule.by == ("+525510002000", "77000@lid")
    assert rule.conditions == (
        Condition("text", (("contains", ("luz",)), ("matches", (r"\d",)))),
        Group("none", (Condition("time", (("between", ("22:00", "06:30")), ("days", ("sun",)))),)),
    )
    assert rule.parse == Parse("bill", ("text", "voice"), 1.0)
    assert rule.steps == (Step("create_bill", {"tags": ["casa"], "split": "each"}), Step("create_note"))
    assert (rule.order, rule.stop, rule.priority, rule.enabled, rule.shadow) == (-3, True, "low", True, True)
    assert (rule.timezone, rule.language, rule.currency) == ("America/Lima", "pt", "BRL")
    assert rule.examples[0].at == "2026-03-09T09:30:00-03:00"
    assert rule.examples[0].expect == {"due": "2026-03-10"}


def test_what_a_rule_leaves_out_comes_from_the_head_of_its_file() -> None:
    everything, least = load(FULL).rules
    assert everything.reply == Reply("chat", "reaction", {"es": "hola"})
    assert everything.undo_on_unreact
    assert least.reply == Reply("none", None, {"es": "hola"})
    assert (least.by, least.timezone, least.undo_on_unreact) == ("anyone", "America/Lima", False)
    assert least.name == "least"


def test_a_step_holds_only_the_options_that_were_said(book: MakeBook) -> None:
    assert book({"do": [{"create_task": {"priority": None}}]}).rules[0].steps == (Step("create_task", {}),)


def test_a_rule_survives_being_stored_as_json() -> None:
    for rule in load(FULL, version=7).rules:
        stored = json.loads(json.dumps(rule_to_mapping(rule)))
        assert rule_from_mapping(stored, 7) == rule
        assert rule_to_mapping(rule_from_mapping(stored, 7)) == stored


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            {"do": [{"create_event": {"calendar": "family"}}]},
            "there is no calendar 'family' here: the event is kept in Toque alone",
        ),
        (
            {"parse": {"use": "task", "from": ["text", "voice"]}},
            "voice notes are not read yet: the rule goes by text and caption",
        ),
    ],
)
def test_what_is_not_here_is_a_warning_and_the_rule_works(book: MakeBook, change: dict[str, Any], said: str) -> None:
    made = book(change)
    assert made.rules[0].enabled
    assert [fault.message for fault in made.warnings] == [said]
    assert book({"priority": "critical"}).warnings == ()


def test_a_step_has_conditions_of_its_own_and_what_was_read_can_be_asked(book: MakeBook) -> None:
    asked = [{"field": "parsed.total", "gte": 5000}, {"any": [{"field": "parsed.due", "within": "3d"}]}]
    steps = [{"create_task": {"due": "today"}, "if": asked}]
    rule = book({"do": steps, "if": asked, "on_low_confidence": "drop", "on_edit": "update"}).rules[0]
    total, due = Condition("parsed.total", (("gte", (5000,)),)), Condition("parsed.due", (("within", ("3d",)),))
    assert rule.conditions == rule.steps[0].conditions == (total, Group("any", (due,)))
    assert (rule.on_low_confidence, rule.enabled) == ("drop", True)
    stored = json.loads(json.dumps(rule_to_mapping(rule)))
    assert rule_from_mapping(stored, 1) == rule


def test_how_long_undoing_holds_can_stand_in_the_head() -> None:
    made = load(FULL.replace("on_unreact: false", "on_unreact: false, within: 24h"))
    assert [rule.undo_within for rule in made.rules] == ["24h", "24h"]


@pytest.mark.parametrize("wrong", ["0h", "1 day", "0d 25:00", "09:00", "1y", ""])
def test_a_reminder_that_is_none_is_refused(book: MakeBook, wrong: str) -> None:
    with pytest.raises(FaultyRules):
        book({"do": [{"create_event": {"remind": [wrong]}}]})
    assert book({"do": [{"create_event": {"remind": "0d 09:00"}}]}).rules[0].steps[0].options == {
        "remind": ["0d 09:00"]
    }


@pytest.mark.skipif(not SHARED.exists(), reason="the shared example of a rule file is not here")
def test_the_shared_example_loads_with_warnings_only() -> None:
    text = SHARED.read_text(encoding="utf-8")
    assert {fault.severity for fault in check(text, SHARED.name)} == {"warning"}
    rules = {rule.id: rule for rule in load(text).rules}
    assert set(rules) == {"task", "family-calendar", "bills", "outage-alert"}
    assert all(rule.enabled for rule in rules.values())


def test_the_parsers_are_those_that_the_caller_knows() -> None:
    mapping = {"id": "x", "when": {"reaction": "✅"}, "parse": "recipe", "do": [{"create_note": {}}]}
    assert rule_from_mapping(mapping, 1, known_parsers=frozenset({"recipe"})).parse == Parse("recipe")
    with pytest.raises(FaultyRules, match="no parser 'recipe'"):
        rule_from_mapping(mapping, 1)


def test_an_example_is_chosen_in_the_language_of_the_person(book: MakeBook) -> None:
    examples = [{"say": "none", "expect": {"error": "no_bill"}, "language": "es"}]
    examples += [{"say": f"in {language}", "language": language} for language in ("pt", "en")]
    rule = book({"examples": examples}).rules[0]
    assert [getattr(example_for(rule, language), "say", None) for language in ("pt", "es")] == ["in pt", "in en"]
    assert example_for(book({}).rules[0], "es") is None
    anybody = book({"examples": [*examples, {"say": "for anybody"}]}).rules[0]
    assert example_for(anybody, "es") == anybody.examples[-1]


@pytest.mark.parametrize(("length", "expected"), [("30m", 30), ("2h", 120), ("1d", 1440), ("1w", 10080), ("5s", 1)])
def test_a_length_of_time_is_counted_in_minutes(length: str, expected: int) -> None:
    assert minutes(length) == expected


@settings(deadline=None)  # the first example compiles what later ones use
@given(st.text())
def test_no_text_makes_loading_fail_in_another_way(text: str) -> None:
    try:
        load(text)
    except FaultyRules as error:
        assert error.faults  # noqa: PT017  (either is fine; only the kind of failure is not free)


PIECES = st.sampled_from(
    [
        "version: 1\n",
        "rules:\n",
        "  - ",
        "id: a\n",
        "when: ",
        "{",
        "}",
        "[",
        "]",
        "reaction: ",
        '"✅"',
        "#️⃣",
        "*a",
        "&a ",
        "do: ",
        "create_task",
        ": ",
        "\n",
        "    ",
        "if: ",
        "field: text",
        ", ",
        "any: ",
        "matches: ",
        "'('",
        "null",
        "- ",
        "!!x ",
        "<<: ",
        "? ",
        "|\n",
        "parse: task",
        "by: ",
        "+52155",
        "---\n",
        "\t",
        "1e999",
        "defaults: ",
        "reply: ",
    ]
)


@settings(deadline=None)  # the first example compiles what later ones use
@given(st.lists(PIECES, max_size=40).map("".join))
def test_no_jumble_of_the_language_makes_loading_fail_in_another_way(text: str) -> None:
    for fault in check(text, "jumble.yaml"):
        assert fault.line
        assert fault.column


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner)
        | st.dictionaries(st.text() | st.sampled_from(["rules", "version", "if", "when", "do", "any", "field"]), inner)
    ),
    max_leaves=20,
)


@settings(deadline=None)  # the first example compiles what later ones use
@given(JSON, JSON)
def test_no_document_makes_reading_fail_in_another_way(document: object, part: object) -> None:
    for whole in (document, {"version": 1, "rules": [part]}, {"version": 1, "rules": [{"if": part, "do": [part]}]}):
        with pytest.raises(FaultyRules):
            read(whole) if whole != {"version": 1, "rules": []} else _refuse()


def _refuse() -> None:
    raise FaultyRules([])
