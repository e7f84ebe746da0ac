"""The schema for editors, and the rules that everybody starts with."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import rules
from rules import schema
from rules.actions import ACTIONS
from rules.book import Book, load, rule_from_mapping, rule_to_mapping
from rules.check import check
from rules.conditions import FIELDS, Facts
from rules.match import match
from rules.rule import example_for
from rules.source import read_yaml

Tap = Callable[..., Facts]

STARTER = Path(rules.__file__).with_name("starter.yaml")
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
