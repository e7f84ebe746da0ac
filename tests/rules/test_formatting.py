"""Rule files are laid out alike, and say the same afterwards, comments and all."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rules
from rules.faults import FaultyRules
from rules.formatting import CannotFormat, formatted
from rules.source import read_yaml

SHARED = Path(__file__).parents[3] / "shared" / "rules.example.yaml"
OURS = [*Path(rules.__file__).parent.glob("packs/*.yaml"), Path(rules.__file__).with_name("starter.yaml")]
UGLY = """# head
version: 1{spaces}


rules:
- id: a   # the id
  when: {reaction: [✅, "☑️", '#️⃣'], by: +5215512345678}
  do:
  - create_note:
  - create_task: {}
    if: [{field: text,   matches: '\\d'}]
  reply: {text: {es: "💳 {{count}}\\nfin"}}
  examples:
  - say: no
    at: 2026-01-12T10:00:00-06:00 # monday
    expect: {amount: 1.50}
"""
UGLY = UGLY.replace("{spaces}", "   ")
LAID = """# head
version: 1

rules:
  - id: a # the id
    when: { reaction: ["✅", "☑️", '#️⃣'], by: +5215512345678 }
    do:
      - create_note:
      - create_task: {}
        if: [{ field: text, matches: '\\d' }]
    reply: { text: { es: "💳 {{count}}\\nfin" } }
    examples:
      - say: no
        at: 2026-01-12T10:00:00-06:00 # monday
        expect: { amount: 1.50 }
"""


def test_indentation_spaces_and_quotes_are_alike_and_the_rest_is_as_it_was() -> None:
    assert formatted(UGLY) == LAID


def test_what_is_laid_out_stays_so() -> None:
    assert formatted(LAID) == LAID


@pytest.mark.parametrize("file", OURS, ids=lambda file: file.name)
def test_the_files_that_are_shipped_say_the_same_laid_out(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    laid = formatted(text)
    assert read_yaml(laid, "r")[0] == read_yaml(text, "r")[0]
    assert laid.count("#") == text.count("#")
    assert formatted(laid) == laid


@pytest.mark.skipif(not SHARED.exists(), reason="the shared example of a rule file is not here")
def test_the_shared_example_keeps_every_comment() -> None:
    text = SHARED.read_text(encoding="utf-8")
    laid = formatted(text)
    for comment in (line.partition(" # ")[2].strip() for line in text.splitlines()):
        assert comment in laid


def test_a_text_of_several_lines_keeps_its_spaces() -> None:
    text = "version: 1\nrules: []\nx: |\n  one  \n\n\n\n  two\n"
    assert read_yaml(formatted(text), "r")[0] == read_yaml(text, "r")[0]


def test_an_empty_file_is_left_alone_and_a_faulty_one_is_refused() -> None:
    assert formatted("") == ""
    for wrong in ("a: [", "a: 1\na: 2", "a: \x07"):
        try:
            laid = formatted(wrong)
        except (FaultyRules, CannotFormat):
            continue
        assert read_yaml(laid, "r")[0] == read_yaml(wrong, "r")[0]


@given(st.text(alphabet="ab:-#[]{}'\"| \n✅0.+&*!?,", max_size=60))
def test_whatever_is_laid_out_says_the_same(text: str) -> None:
    try:
        laid = formatted(text)
    except (FaultyRules, CannotFormat):
        return
    assert read_yaml(laid, "r")[0] == read_yaml(text, "r")[0]
