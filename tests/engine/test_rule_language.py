"""What a rule says about reading: conditions on what was read, steps with conditions, doubts, days by default."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from click.testing import CliRunner

from engine import answer, dryrun, explain, rulebook
from engine.cli import main
from engine.decide import Decision, decide
from engine.gateways.signals import MessageEdited
from engine.reader import UNSURE
from executors.destinations.replies import Occasion, Trouble, render
from rules.book import Book, read
from tests.engine.stage import START, Stage, react, seen

BILLS = "Luz CFE $890 vence 15 enero\nAgua $200 vence 20 enero"


def book(*rules: dict[str, Any]) -> Book:
    usual = {"when": {"reaction": "💳"}, "do": [{"create_bill": {}}]}
    return read({"version": 1, "rules": [{"id": f"r{n}"} | usual | rule for n, rule in enumerate(rules, 1)]})


def decided(rules: Book, text: str = BILLS, emoji: str = "💳") -> Decision:
    at = datetime(2026, 1, 2, 9)  # noqa: DTZ001 - on the clock of the person
    asked = dryrun.situation(text, emoji, phone="+5215512345678", at=at, zone=None, language=None)
    return decide(rules, asked)


def test_the_total_of_a_message_is_read_before_the_rule_fires() -> None:
    for least, made in ((1090, 2), (1091, 0)):
        decision = decided(book({"if": [{"field": "parsed.total", "gte": least}]}))
        assert len(decision.wanted) == made
    assert decision.verdicts[0].reason == "condition"
    assert decision.verdicts[0].checks[-1].actual == "1090.00"
    assert len(decided(book({"if": [{"field": "parsed.total", "gte": 800}]}), "CFE $890").wanted) == 1


def test_a_step_is_left_out_where_its_own_conditions_do_not_hold() -> None:
    steps = [{"create_bill": {}}, {"create_task": {}, "if": [{"field": "parsed.total", "gte": 5000}]}]
    decision = decided(book({"do": steps}))
    assert [want.kind for want in decision.wanted] == ["bill", "bill"]
    (skipped,) = decision.skipped
    assert (skipped.step, skipped.action, skipped.checks[-1].passed) == (1, "create_task", False)
    assert explain.decision_as_json(decision)["skipped"][0].action == "create_task"
    assert [want.kind for want in decided(book({"do": steps}), "Seguro $9,000 vence 15 enero").wanted] == [
        "bill",
        "task",
    ]


def test_a_text_that_cannot_be_read_is_answered_whatever_was_asked_of_it() -> None:
    asked = [{"field": "parsed.total", "gte": 5000}]
    for rule in ({"if": asked}, {"do": [{"create_bill": {}, "if": asked}]}):
        assert [failure.code for failure in decided(book(rule), "Gracias").failures] == ["no_bill"]


@pytest.mark.parametrize(
    ("text", "currency"),
    [("CFE $890", "USD"), ("CFE 890", "USD"), ("CFE mañana", "USD"), ("CFE 890 pesos", "MXN"), ("CFE €890", "EUR"),
     ("CFE MXN 890", "MXN")],
)  # fmt: skip
def test_an_amount_that_says_no_currency_is_in_that_of_the_rule(text: str, currency: str) -> None:
    (want,) = decided(book({"currency": "USD"}), text).wanted
    assert getattr(want.data, "currency") == currency  # noqa: B009 - of any kind


@pytest.mark.parametrize(
    ("due", "expected"),
    [("today", "2026-01-02"), ("tomorrow", "2026-01-03"), ("fri", "2026-01-02"), ("thu", "2026-01-08"),
     ("3d", "2026-01-05"), ("2w", "2026-01-16")],
)  # fmt: skip
def test_a_task_whose_text_names_no_day_gets_that_of_the_rule(due: str, expected: str) -> None:
    rule = {"do": [{"create_task": {"due": due}}]}
    (want,) = decided(book(rule), "Comprar pan").wanted
    assert getattr(want.data, "due").isoformat() == expected  # noqa: B009 - of any kind
    (said,) = decided(book(rule), "Comprar pan el lunes").wanted
    assert getattr(said.data, "due").isoformat() == "2026-01-05"  # noqa: B009 - as above


@pytest.mark.parametrize(("what", "to"), [("reply", "self"), ("drop", "none")])
def test_a_reading_in_doubt_makes_nothing_and_is_asked_about_or_dropped(what: str, to: str) -> None:
    rule = {"parse": {"use": "bill", "min_confidence": 0.9}, "on_low_confidence": what}
    rules = book(rule)
    text = "CFE mañana"
    assert decided(book({}), text).wanted[0].confidence < 0.9
    decision = decided(rules, text)
    assert decision.wanted == ()
    (failure,) = decision.failures
    assert (failure.code, failure.reply["to"]) == (UNSURE, to)
    assert failure.partial["vendor"] == "CFE"


def test_whoever_is_asked_about_a_doubt_is_told_what_was_understood(stage: Stage) -> None:
    for what, replies in (("reply", 1), ("drop", 0)):
        rule = {"parse": {"use": "bill", "min_confidence": 0.9}, "on_low_confidence": what, "when": {"reaction": "💰"}}
        rulebook.save(stage.db, stage.id, book(rule).rules, origin="ui")
        stage.tell(seen("CFE mañana", what), react("💰", what))
        stage.settle()
        count = "select count(*) as n from action_queue where event_type = 'deliver' and event_data->>'message_id' = %s"
        assert stage.rows(count, what)[0]["n"] == replies, what
    assert stage.items() == []
    log = stage.rows("select outcome, error from action_execution_log")
    assert log == [{"outcome": "failed", "error": UNSURE}] * 2


def words_of(trouble: Trouble) -> str:
    today = START.date()
    return render(Occasion(
        emoji="💰", language="es", today=today, sent_on=today, region="MX", items=(), trouble=trouble, named_zone=None,
        excerpt="CFE mañana", template=None,
    ))  # fmt: skip


def test_whoever_is_told_of_a_doubt_learns_what_to_do_or_that_it_waits(stage: Stage) -> None:
    for what, says in (("reply", "Escríbelo más claro"), ("review", "hasta que alguien lo revise")):
        rule = {"parse": {"use": "bill", "min_confidence": 0.9}, "on_low_confidence": what, "when": {"reaction": "💰"}}
        rulebook.save(stage.db, stage.id, book(rule).rules, origin="ui")
        stage.tell(seen("CFE mañana", what), react("💰", what))
        stage.settle()
        (row,) = stage.rows(
            "select explanation->'failures'->0 as failure from action_execution_log where message_id = %s", what
        )
        assert says in words_of(answer.trouble(row["failure"])), what


def test_the_card_says_which_question_was_answered_with_no(tmp_path: Any) -> None:
    file = tmp_path / "rules.yaml"
    file.write_text(
        'version: 1\nrules:\n  - id: big\n    when: { reaction: "💳" }\n'
        "    if: [{ field: parsed.total, gte: 5000 }]\n    do: [create_bill: {}]\n"
        '  - id: all\n    when: { reaction: "💳" }\n    order: 1\n'
        "    do: [create_bill: {}, { create_task: {}, if: [{ field: parsed.due, exists: false }] }]\n"
    )
    words = ["rules", "test", "Luz CFE $890 vence 15 enero", "--emoji", "💳", "--rules", str(file)]
    shown = CliRunner().invoke(main, [*words, "--from", "+5215512345678", "--at", "2026-01-02T09:00"]).output
    assert "not fired: big (parsed.total gte 5000, but it is 890.00)" in shown
    assert "all: create_task left out: parsed.due exists false, but it is true" in shown


def test_an_edit_is_held_against_the_conditions_on_what_was_read(stage: Stage) -> None:
    rules = book({"if": [{"field": "parsed.total", "gte": 500}], "when": {"reaction": "💰"}}).rules
    rulebook.save(stage.db, stage.id, rules, origin="ui")
    stage.tell(seen("CFE $200"), react("💰"))
    stage.settle()
    assert stage.items() == []
    for n, (amount, status) in enumerate([(900, "open"), (100, "cancelled"), (700, "open")], 1):
        stage.tell(MessageEdited("M1", f"CFE ${amount}", START + timedelta(minutes=n)))
        stage.settle()
        assert stage.items() == [("bill", "CFE", status)]
    assert stage.outcomes() == ["no_rule", "created", "cancelled", "reopened"]


@pytest.mark.parametrize("priority", ["low", "medium", "high", "critical"])
def test_every_priority_that_a_rule_can_say_is_kept_and_answered(stage: Stage, priority: str) -> None:
    rule = {"when": {"reaction": "💰"}, "do": [{"create_bill": {"priority": priority}}]}
    rulebook.save(stage.db, stage.id, book(rule).rules, origin="ui")
    stage.tell(seen(), react("💰"))
    stage.settle()
    assert stage.rows("select priority from items") == [{"priority": priority}]
