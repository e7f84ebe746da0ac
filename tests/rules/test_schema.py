"""The schema for editors, and the rules that everybody starts with."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import rules
from rules import schema
from rules.actions import ACTIONS
from rules.book import Book, FaultyRules, RuleFault, load, read, rule_from_mapping, rule_to_mapping
from rules.check import check
from rules.conditions import FIELDS, Facts
from rules.match import match
from rules.rule import example_for
from rules.source import read_yaml
from tests.rules.test_faults import FAULTS

Tap = Callable[..., Facts]

STARTER = Path(rules.__file__).with_name("starter.yaml")
DOCS = (Path(__file__).parents[2] / "docs" / "rules.md").read_text(encoding="utf-8")
SHARED = Path(__file__).parents[3] / "shared" / "rules.example.yaml"


@pytest.fixture(scope="module")
def editor() -> jsonschema.Draft7Validator:
    made = json.loads(schema.FILE.read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(made)
    return jsonschema.Draft7Validator(made)


@pytest.fixture(scope="module")
def starter() -> Book:
    return load(STARTER.read_text(encoding="utf-8"), STARTER.name)


def document(text: str) -> object:
    return read_yaml(text, "r.yaml")[0]


def test_the_schema_in_the_file_is_up_to_date() -> None:
    assert schema.FILE.read_text(encoding="utf-8") == schema.text(), "run: python -m rules.schema"


def test_the_schema_knows_every_action_and_every_field() -> None:
    definitions = schema.schema()["definitions"]
    assert set(ACTIONS) <= set(definitions["Step"]["properties"])
    assert {f"If_{name.replace('.', '_')}" for name in FIELDS} <= set(definitions)


def test_the_starter_rules_validate(editor: jsonschema.Draft7Validator) -> None:
    assert not list(editor.iter_errors(document(STARTER.read_text(encoding="utf-8"))))


@pytest.mark.skipif(not SHARED.exists(), reason="the shared example of a rule file is not here")
def test_the_shared_example_validates(editor: jsonschema.Draft7Validator) -> None:
    assert not list(editor.iter_errors(document(SHARED.read_text(encoding="utf-8"))))


@pytest.mark.parametrize(
    "wrong",
    [
        {"oder": 1},
        {"priority": "hihg"},
        {"parse": 3},
        {"do": [{"create_tsk": {}}]},
        {"if": [{"field": "txt", "contains": "x"}]},
        {"if": [{"field": "text", "matchs": "x"}]},
        {"do": [{"create_event": {"duration": "1 day"}}]},
        {"do": [{"create_task": {"due": "yesterday"}}]},
        {"do": [{"create_task": {}, "if": [{"field": "parsed.total", "gte": "much"}]}]},
        {"if": [{"field": "parsed.due", "gte": "soon"}]},
        {"on_low_confidence": "shrug"},
    ],
)
def test_the_schema_refuses_what_the_checker_refuses(editor: jsonschema.Draft7Validator, wrong: dict[str, Any]) -> None:
    rule = {"id": "a", "when": {"reaction": "✅"}, "do": [{"create_task": {}}]}
    assert editor.is_valid({"version": 1, "rules": [rule]})
    assert not editor.is_valid({"version": 1, "rules": [rule | wrong]})


BEYOND = [
    "the file is empty",
    "'Europa/Madrid' is not a time zone such as Europe/Madrid, nor 'chat'",
    # A plug-in may bring parsers of its own.
    "there is no parser 'taks' among bill, calendar, none, note, task",
    "not a regular expression: missing ) at position 1",
    "a window that ends when it starts is never open",
    "the key 'id' is written twice",
    "the id 'a' is taken by rule 1 of this file",
]
"""What no schema can see."""


def test_every_fault_that_a_schema_can_see_is_seen_by_it_too(editor: jsonschema.Draft7Validator) -> None:
    unseen = [message for text, _, message, _ in FAULTS if (read := document(text)) is None or editor.is_valid(read)]
    assert unseen == BEYOND


WRONG = (None, True, -1, 1.5, 10**9, "", "zz zz", "2026", [], [[]], {}, {"zz": 1})
Place = tuple[str | int, ...]


def spoiled(text: str) -> Iterator[tuple[Place, object]]:
    """Yield a document with each of its values put wrong, one at a time, and with a key too many in each mapping."""
    whole = document(text)
    for place, value in within(whole, ()):
        for wrong in WRONG:
            yield place, put(whole, place, wrong)
        if isinstance(value, dict):
            yield (*place, "zz"), put(whole, (*place, "zz"), 1)


def within(value: object, place: Place) -> Iterator[tuple[Place, object]]:
    yield place, value
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in pairs:
        yield from within(inner, (*place, key))


def put(value: Any, place: Place, wrong: object) -> Any:
    if not place:
        return wrong
    key, *rest = place
    changed = value.copy()
    changed[key] = put(value[key], tuple(rest), wrong) if rest else wrong
    return changed


@pytest.mark.parametrize("text", re.findall(r"^```yaml\n(.*?)^```", DOCS, re.MULTILINE | re.DOTALL))
def test_whatever_is_put_wrong_the_schema_refuses_nothing_that_the_checker_takes(
    editor: jsonschema.Draft7Validator, text: str
) -> None:
    for place, wrong in spoiled(text):
        taken = not any(fault.severity == "error" for fault in faults_of(wrong))
        # What is left empty counts as left out.
        assert not taken or editor.is_valid(wrong) or place_is_empty(wrong, place), place
        if place[-1:] == ("zz",):
            assert editor.is_valid(wrong) == taken, place


def place_is_empty(value: Any, place: Place) -> bool:
    for key in place:
        value = value[key]
    return value is None


def faults_of(wrong: object) -> list[RuleFault]:
    try:
        return list(read(wrong).warnings)
    except FaultyRules as fault:
        return list(fault.faults)


def test_the_starter_rules_have_no_faults() -> None:
    assert check(STARTER.read_text(encoding="utf-8"), STARTER.name) == []


@pytest.mark.parametrize(
    ("emojis", "action", "parser"),
    [
        ("✅ ☑️ ✔️", "create_task", "task"),
        ("📅 📆 🗓️", "create_event", "calendar"),
        ("💳 🧾 💸", "create_bill", "bill"),
        ("📝 🗒️", "create_note", "note"),
    ],
)
def test_each_starter_emoji_makes_one_item_for_the_owner(
    starter: Book, tap: Tap, emojis: str, action: str, parser: str
) -> None:
    for emoji in emojis.split():
        (rule,) = (verdict.rule for verdict in match(starter, tap(emoji=emoji)) if verdict.fired)
        assert [step.action for step in rule.steps] == [action]
        assert rule.parse
        assert rule.parse.use == parser


def test_starter_rules_answer_the_owner_only_and_leave_importance_to_the_due_date(starter: Book) -> None:
    for rule in starter.rules:
        assert (rule.by, rule.reply.to, rule.reply.as_, rule.undo_on_unreact) == ("owner", "self", None, True)
        assert all("priority" not in step.options for step in rule.steps)


def test_starter_rules_have_an_example_in_every_language(starter: Book) -> None:
    for rule in starter.rules:
        for language in ("es", "en", "pt"):
            example = example_for(rule, language)
            assert example
            assert (example.language, bool(example.at), bool(example.expect)) == (language, True, True)
            assert len(example.say) <= 40


def test_starter_rules_survive_being_stored(starter: Book) -> None:
    for rule in starter.rules:
        assert rule_from_mapping(json.loads(json.dumps(rule_to_mapping(rule))), rule.version) == rule
