"""Every fault of a rule file is told at once, where it stands, with what was probably meant."""

from __future__ import annotations

import pytest

from rules.book import FaultyRules, load, read
from rules.check import check, render

HEAD = "version: 1\nrules:\n"
RULE = HEAD + '  - id: a\n    when: { reaction: "✅" }\n    do: [create_task: {}]\n'

FAULTS = [
    ("", "1:1", "the file is empty", None),
    ("[]", "1:1", "expected a mapping, found a list", None),
    ("version: 2\nrules: []", "1:10", "2 is not 1", None),
    ("version: 1\nrulez: []", "2:1", "unknown key 'rulez'", "did you mean 'rules'?"),
    (RULE + "    oder: 3", "6:5", "unknown key 'oder'", "did you mean 'order'?"),
    (RULE + "    order: soon", "6:12", "expected a whole number, found 'soon'", None),
    (RULE + "    order: true", "6:12", "expected a whole number, found true", None),
    (RULE + "    stop: yes", "6:11", "expected true or false, found 'yes'", None),
    (RULE + "    name: 2026", "6:11", "expected a text, found 2026", 'quote it: "2026"'),
    (RULE + "    priority: hihg", "6:15", "'hihg' is not one of critical, high, normal, low", "did you mean 'high'?"),
    (
        RULE + "    timezone: Europa/Madrid",
        "6:15",
        "'Europa/Madrid' is not a time zone such as Europe/Madrid, nor 'chat'",
        None,
    ),
    (
        RULE + "    parse: taks",
        "6:12",
        "there is no parser 'taks' among bill, calendar, none, note, task",
        "did you mean 'task'?",
    ),
    (
        RULE + "    parse: { use: task, min_confidense: 1 }",
        "6:25",
        "unknown key 'min_confidense'",
        "did you mean 'min_confidence'?",
    ),
    (RULE + "    parse: { use: task, min_confidence: 7 }", "6:41", "too large: at most 1.0", None),
    (
        RULE + "    reply: { text: { español: hola } }",
        "6:22",
        "'español' is not a language such as es, en or pt",
        None,
    ),
    (
        RULE + "    examples: [{ say: x, at: 2026-01-12 }]",
        "6:30",
        "'2026-01-12' is not a moment with its offset, such as 2026-01-12T10:00:00-06:00",
        None,
    ),
    (
        RULE + "    if: [{ field: txt, contains: x }]",
        "6:10",
        "there is no field 'txt' among text, emoji, chat, person, instance, time, sent",
        "did you mean 'text'?",
    ),
    (RULE + "    if: [{ field: text, matchs: x }]", "6:25", "unknown key 'matchs'", "did you mean 'matches'?"),
    (RULE + "    if: [{ field: text }]", "6:10", "a condition needs a question: contains, equals, in, matches", None),
    (
        RULE + "    if: [{ field: text, matches: '(' }]",
        "6:34",
        "not a regular expression: missing ) at position 1",
        None,
    ),
    (
        RULE + "    if: [{ any: [{ field: time, days: [monday] }] }]",
        "6:40",
        "'monday' is not one of mon, tue, wed, thu, fri, sat, sun",
        "did you mean 'mon'?",
    ),
    (
        RULE + "    if: [{ field: time, between: [08:00, 8:00] }]",
        "6:34",
        "a window that ends when it starts is never open",
        None,
    ),
    (RULE + "    if: [{ none: [] }]", "6:18", "too few: at least 1", None),
    (RULE + "    id: b", "6:5", "the key 'id' is written twice", None),
    (RULE + RULE.removeprefix(HEAD), "6:9", "the id 'a' is taken by rule 1 of this file", None),
    (RULE.replace("id: a", "id: A b"), "3:9", "'A b' is not an id: small letters, digits, '-' and '_'", None),
    (RULE.replace("when", "on"), "4:5", "unknown key 'on'", "use 'when'"),
    (RULE.replace('"✅"', "[null]"), "4:24", "there is no emoji here", 'quote the emoji: "#️⃣"'),
    (RULE.replace('"✅"', "ok"), "4:23", "'ok' is not one emoji", None),
    (
        RULE.replace('reaction: "✅"', "chat: x"),
        "4:11",
        "'reaction' is missing: which emoji is this rule about?",
        None,
    ),
    (
        RULE.replace('"✅"', '"✅", by: ower'),
        "4:32",
        "'ower' is not one of owner, members, admins, anyone, nor a phone number",
        "did you mean 'owner'?",
    ),
    (RULE.replace("create_task", "create_tsk"), "5:10", "unknown key 'create_tsk'", "did you mean 'create_task'?"),
    (
        RULE.replace("{}", "{ tags: [a b] }"),
        "5:32",
        "'a b' is not a tag: one word of at most 50 characters, without the #",
        None,
    ),
    (
        RULE.replace("create_task: {}", "create_event: { duration: 1 day }"),
        "5:36",
        "'1 day' is not a length of time such as 30m, 1h or 2d",
        None,
    ),
    (RULE.replace("create_task: {}", ""), "5:9", "too few: at least 1", None),
]
NAMES = [message[:50] for _, _, message, _ in FAULTS]


@pytest.mark.parametrize(("text", "place", "message", "hint"), FAULTS, ids=NAMES)
def test_a_fault_is_told_once_and_where_it_stands(text: str, place: str, message: str, hint: str | None) -> None:
    told = render(check(text, "r.yaml"))
    assert told == f"r.yaml:{place}: error: {message}" + (f" ({hint})" if hint else "")


def test_all_faults_come_at_once_from_top_to_bottom() -> None:
    text = RULE.replace("id: a", "id: A b").replace("create_task", "create_tsk") + "    stop: yes\n    oder: 1\n"
    with pytest.raises(FaultyRules) as caught:
        load(text, "r.yaml")
    assert [fault.line for fault in caught.value.faults] == [3, 5, 6, 7]


def test_a_key_that_another_reader_made_of_on_is_recognised() -> None:
    with pytest.raises(FaultyRules) as caught:
        read({"version": 1, "rules": [{True: {"reaction": "✅"}, "id": "a", "do": [{"create_task": {}}]}]})
    (fault,) = caught.value.faults
    assert (fault.path, fault.line) == ("/rules/0/True", None)
    assert fault.suggestion == "use 'when': YAML reads 'on' as true"


def test_a_fault_points_into_the_document_that_was_sent() -> None:
    rule = {"id": "a", "when": {"reaction": "ok", "chat": ["", "a/b"]}, "do": [{"create_task": {"x/y": 1}}]}
    with pytest.raises(FaultyRules) as caught:
        read({"version": 1, "rules": [rule]})
    paths = {fault.path for fault in caught.value.faults}
    assert paths == {"/rules/0/when/reaction", "/rules/0/when/chat/0", "/rules/0/do/0/create_task/x~1y"}


@pytest.mark.parametrize("text", ["a\x00b", "\ud800"])
def test_what_the_database_cannot_store_is_refused(text: str) -> None:
    rule = {"id": "a", "when": {"reaction": "✅"}, "do": [{"create_task": {}}], "examples": [{"say": text}]}
    with pytest.raises(FaultyRules, match="cannot be stored"):
        read({"version": 1, "rules": [rule]})


def test_what_a_stranger_wrote_is_shown_short_and_on_one_line() -> None:
    message = check(RULE + f'    priority: "\\e[31m\\n{"x" * 500}"', "r.yaml")[0].message
    assert len(message) < 120
    assert message.isprintable()
