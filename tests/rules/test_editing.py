"""Single values of a rule are changed, and everything else that somebody wrote stays where it was."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.editing import Change, edited, steps_of
from rules.formatting import CannotFormat
from rules.source import read_yaml

MINE = """# what comes every month
id: rent # for good
when: { reaction: "🏠" }
# why a bill
parse: bill
do:
  - create_bill: {} # of each
  # and say so
  - react: { emoji: "👍" }
# early
order: 10
# about stop
stop: true
unknown: 5
"""


def after(text: str, **changes: Any) -> str:
    return edited(text, [Change(steps_of(path), value) for path, value in changes.items()])


@pytest.mark.parametrize(
    ("path", "value", "old", "new"),
    [
        ("/when/by", "anyone", '{ reaction: "🏠" }', '{ reaction: "🏠", by: anyone }'),
        ("/when/reaction", ["🏠", "#️⃣"], '"🏠"', '["🏠", "#️⃣"]'),
        ("/when/chat", ["+525512345678"], '"🏠" }', '"🏠", chat: ["+525512345678"] }'),
        ("/do/0/create_bill/tags", ["home"], "create_bill: {}", "create_bill: { tags: [home] }"),
        ("/do/2", {"create_task": {}}, '"👍" }\n', '"👍" }\n  - create_task: {}\n'),
        ("/do/0", None, "  - create_bill: {} # of each\n", ""),
        ("/parse/min_confidence", 0.8, "bill\ndo", "{ use: bill, min_confidence: 0.8 }\ndo"),
        ("/order", None, "order: 10\n", ""),
        ("/enabled", False, "true\n", "true\nenabled: false\n"),
        ("/name", "Rent: mine", "good\n", 'good\nname: "Rent: mine"\n'),
        ("/stop", False, "stop: true", "stop: false"),
    ],
)
def test_one_value_changes_and_comments_and_strange_keys_stay(path: str, value: Any, old: str, new: str) -> None:
    assert MINE.count(old) == 1
    assert after(MINE, **{path: value}) == MINE.replace(old, new)


def test_a_rule_can_be_written_from_nothing() -> None:
    made = after("", **{"/id": "x", "/do/0": {"create_note": {}}, "/when/reaction": "📌", "/shadow": True})
    assert made == 'id: x\nwhen: { reaction: "📌" }\ndo:\n  - create_note: {}\nshadow: true\n'


def test_the_only_rule_of_a_file_is_meant_where_one_is_written_as_a_file() -> None:
    file = "version: 1\nrules:\n  - id: a # mine\n    order: 3\n"
    assert after(file, **{"/order": 4}) == file.replace("3", "4")


def test_what_has_no_place_is_refused_and_a_pointer_must_be_one() -> None:
    with pytest.raises(CannotFormat, match="no place 9"):
        after(MINE, **{"/do/9": {}})
    with pytest.raises(CannotFormat):
        edited("- 1\n", [Change(("id",), "x")])
    with pytest.raises(ValueError, match="JSON pointer"):
        steps_of("when")


texts = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=12)


@given(st.sampled_from(["/name", "/when/chat", "/reply/text/es", "/do/0/create_bill/tags"]), texts | st.lists(texts))
def test_whatever_is_written_reads_as_it_was_meant(path: str, value: str | list[str]) -> None:
    try:
        there: Any = read_yaml(after(MINE, **{path: value}), "")[0]
    except CannotFormat:
        return
    for key in steps_of(path):
        there = there[key]
    assert there == value
