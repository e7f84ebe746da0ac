"""Every key of the rule language is documented, with an example that is read and tried here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from engine.examples import misses
from rules import schema
from rules.actions import ACTIONS
from rules.book import load
from rules.check import across, look
from rules.conditions import FIELDS
from rules.language import Defaults, ExampleWritten, ParseWritten, ReplyWritten, RuleWritten, UndoWritten
from rules.shape import Written
from rules.when import When

DOCS = (Path(__file__).parents[2] / "docs" / "rules.md").read_text(encoding="utf-8")
FILES = re.findall(r"^```yaml\n(.*?)^```", DOCS, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("text", FILES)
def test_every_example_of_the_docs_is_sound_and_comes_to_what_it_says(text: str) -> None:
    file = look(text, "rules.md")
    assert file.faults == ()
    assert list(across([file])) == []
    assert [miss for rule in load(text).rules for miss in misses(rule)] == []


WRITTEN = (RuleWritten, When, ParseWritten, ReplyWritten, UndoWritten, ExampleWritten, Defaults, *ACTIONS.values())
NOT_HERE = {key for of in WRITTEN for key in of.not_here()}


@pytest.mark.parametrize("of", WRITTEN, ids=lambda of: of.__name__)
def test_every_key_is_in_the_docs_and_in_an_example(of: type[Written]) -> None:
    for key in of.words():
        assert re.search(rf"`[^`]*\b{key}\b[^`]*`", DOCS), key
        shown = any(re.search(rf"(?<!\w){key}:", text) for text in FILES)
        assert shown or key in of.not_here(), f"{key} is in no example"


def parts(schema: object) -> Iterator[dict[str, Any]]:
    """Yield every mapping of a JSON schema that stands for a value of the language."""
    if isinstance(schema, dict):
        yield schema
        for inner in schema.values():
            yield from parts(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from parts(inner)


SCHEMA = [part for part in parts(schema.schema()) if isinstance(part.get("type"), str) or "const" in part]
KEYS = sorted({key for part in SCHEMA for key in part.get("properties", ())})
WORDS = sorted(
    {str(word) for part in SCHEMA for word in (*part.get("enum", ()), *(v for k, v in part.items() if k == "const"))}
)


@pytest.mark.parametrize("key", KEYS)
def test_every_key_of_the_schema_is_in_the_docs_and_in_an_example(key: str) -> None:
    assert re.search(rf"`[^`]*(?<![\w.]){key}\b[^`]*`|`\w+\.{key}`", DOCS)
    assert any(re.search(rf"(?<!\w){key}:", text) for text in FILES) or key in NOT_HERE


@pytest.mark.parametrize("word", WORDS)
def test_every_word_that_the_schema_lets_a_key_be_is_in_the_docs(word: str) -> None:
    assert re.search(rf"`[^`]*(?<!\w){re.escape(word)}(?!\w)[^`]*`", DOCS) or re.search(
        rf"\b{re.escape(word)}\b", "".join(FILES)
    )


def test_every_field_question_and_step_is_in_the_docs() -> None:
    for name, field in FIELDS.items():
        assert f"`{name}`" in DOCS, name
        assert all(f"`{word}`" in DOCS for word in field.written.words() if word != "field"), name
    assert all(f"`{step}`" in DOCS for step in ACTIONS)
