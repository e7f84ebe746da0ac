"""Rules that answer the same reaction of the same person in the same chat are found."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from rules.book import Book
from rules.check import across, look
from rules.conflicts import conflicts

MakeBook = Callable[..., Book]
NOTE = {"do": [{"create_note": {}}]}
FAMILY = "120363041234567890@g.us"


def when(**changed: Any) -> dict[str, Any]:
    return {"when": {"reaction": "✅"} | changed}


def severities(book: Book) -> list[str]:
    return [one.severity for one in conflicts(book.rules)]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({}, {}, ["error"]),
        ({}, when(reaction=["📅", "✅"]), ["error"]),
        ({}, when(reaction="📅"), []),
        (when(reaction="👍"), when(reaction="👍🏽"), ["error"]),
        ({"order": 1}, {}, ["warning"]),
        ({"order": 1, "stop": True}, {}, []),
        ({"order": 101, "stop": True}, {}, ["warning"]),
        ({"stop": True}, {}, []),
        ({}, NOTE, ["warning"]),
        ({"order": 1}, NOTE, []),
        ({"fallback": True}, {}, []),
        ({"fallback": True}, NOTE, ["warning"]),
        ({}, {"enabled": False}, []),
        ({}, {"shadow": True}, []),
        ({}, when(by="anyone"), ["error"]),
        (when(by=["+525510002000"]), when(by=["+5215510002000"]), ["error"]),
        (when(by=["+525510002000"]), when(by=["+525510002001"]), []),
        (when(by=["+525510002000"]), {}, []),
        (when(by=["+525510002000"]), when(by="members"), ["error"]),
        (when(chat=FAMILY), {}, ["error"]),
        (when(chat=FAMILY), when(chat="groups"), ["error"]),
        (when(chat=FAMILY), when(chat="direct"), []),
        (when(chat="+525510002000"), when(chat="groups"), []),
        (when(chat="+525510002000"), when(chat="5215510002000@s.whatsapp.net"), ["error"]),
        (when(chat="Casa"), when(chat="groups"), ["error"]),
        (when(chat="groups"), when(chat="direct"), []),
        (when(chat="groups"), when(chat="any"), ["error"]),
        (when(chat=["Casa", "Trabajo"]), when(chat=["Club", "casa"]), ["error"]),
    ],
)
def test_two_rules_conflict_where_emoji_chat_and_person_overlap(
    book: MakeBook, one: dict[str, Any], other: dict[str, Any], expected: list[str]
) -> None:
    assert severities(book(one, other)) == expected


def test_a_conflict_says_where_and_how_to_end_it(book: MakeBook) -> None:
    (one,) = conflicts(book(when(chat="Family", reaction=["✅", "📌"]), when(reaction="✅")).rules)
    assert one.says == "✅ in Family: rule-1 and rule-2 both make a task"
    assert one.hint == "write `stop: true` in rule-1, or narrow a chat"
    (ordered,) = conflicts(book({"order": 20}, {"order": 10}).rules)
    assert ordered.says == "✅: rule-2 and rule-1 both make a task, order 10 and 20"
    assert ordered.hint == "write `stop: true` in rule-2, or narrow a chat"
    assert severities(book({"stop": True}, {})) == []


def test_a_conflict_stands_at_the_second_rule_of_its_file() -> None:
    text = 'version: 1\nrules:\n  - id: b\n    when: { reaction: "✅" }\n    do: [create_task: {}]\n'
    file = look(text + text.partition("rules:\n")[2].replace("id: b", "id: a"), "two.yaml")
    (fault,) = across([file])
    assert (fault.line, fault.column, fault.severity, fault.path) == (4, 11, "error", "/rules/0/when")


def test_an_id_is_used_once_in_all_files() -> None:
    text = 'version: 1\nrules:\n  - id: b\n    when: { reaction: "%s" }\n    do: [create_task: {}]\n'
    (fault,) = across([look(text % "✅", "one.yaml"), look(text % "📌", "two.yaml")])
    assert (fault.source, fault.message) == ("two.yaml", "the id 'b' is taken by a rule of one.yaml")


def test_of_very_many_conflicts_the_first_are_told_and_the_others_counted() -> None:
    rule = '  - id: r%d\n    when: { reaction: "✅" }\n    do: [create_task: {}]\n'
    file = look("version: 1\nrules:\n" + "".join(rule % number for number in range(20)), "many.yaml")
    told = [fault.message for fault in across([file])]
    assert len(told) == 101
    assert told[-1] == "… and 90 more conflicts"
