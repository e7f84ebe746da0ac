"""Every key of the rule language is documented, with an example that is read and tried here."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from engine.examples import misses
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


@pytest.mark.parametrize("of", WRITTEN, ids=lambda of: of.__name__)
def test_every_key_is_in_the_docs_and_in_an_example(of: type[Written]) -> None:
    for key in of.words():
        assert re.search(rf"`[^`]*\b{key}\b[^`]*`", DOCS), key
        shown = any(re.search(rf"(?<!\w){key}:", text) for text in FILES)
        assert shown or key in of.not_here(), f"{key} is in no example"


def test_every_field_question_and_step_is_in_the_docs() -> None:
    for name, field in FIELDS.items():
        assert f"`{name}`" in DOCS, name
        assert all(f"`{word}`" in DOCS for word in field.written.words() if word != "field"), name
    assert all(f"`{step}`" in DOCS for step in ACTIONS)
