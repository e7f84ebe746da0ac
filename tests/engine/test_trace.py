"""Every action is explained with all that was looked at, and can be undone."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import psycopg
import pytest
from click.testing import CliRunner, Result

from engine import actions, rulebook
from engine.actions import NoSuchAction, WentOn
from engine.cli import main
from engine.settle import Settler
from engine.underline import underlined
from rules.book import read
from tests.engine.stage import SETTINGS, START, Stage, react, seen


def toque(stage: Stage, *words: str) -> Result:
    return CliRunner().invoke(main, words, env={"DATABASE_URL": stage.url, "NO_COLOR": "1"})


def newest(stage: Stage) -> str:
    return str(actions.latest(stage.db, actions.Which([stage.id]))[0].id)


def save(stage: Stage, **rule: Any) -> None:
    mapping = {"id": "more", "when": {"reaction": "💳"}, "do": [{"create_note": {}}]} | rule
    rulebook.save(stage.db, stage.id, read({"version": 1, "rules": [mapping]}).rules, origin="ui")


@pytest.fixture
def done(stage: Stage) -> Stage:
    save(stage, **{"if": [{"field": "text", "contains": "agua"}]})
    stage.tell(seen(), react("💳"))
    stage.settle()
    return stage


def test_actions_are_listed_the_newest_first(done: Stage) -> None:
    done.tell(react(None, n=2))
    done.settle()
    listed = toque(done, "trace").stdout.splitlines()
    assert "taken back" in listed[1]
    assert "cancelled" in listed[1]
    assert "Pagar luz CFE" in listed[2]
    told = json.loads(toque(done, "trace", "--json", "--message", "M1", "-n", "1").stdout)
    assert [one["outcome"] for one in told] == ["cancelled"]


def test_an_action_says_its_rule_each_condition_each_field_with_its_words_and_why_the_others_did_not_fire(
    done: Stage,
) -> None:
    shown = toque(done, "trace", newest(done)).stdout
    lines = shown.splitlines()
    text = next(n for n, line in enumerate(lines) if "Pagar luz CFE" in line)
    assert lines[text + 1].index("~~~~") == lines[text].index("$890")
    for part in (
        "bill v1", "read as 1 bill: CFE", "amount     890.00 MXN", "due        Thu 2026-01-15",
        "CFE: created", "more (text contains agua, but it is 33 characters)", "task (emoji)", "toque undo",
    ):  # fmt: skip
        assert part in shown, part
    (told,) = [rule for rule in json.loads(toque(done, "trace", newest(done), "--json").stdout)["explanation"]["rules"]
               if rule["id"] == "more"]  # fmt: skip
    assert [(check["field"], check["passed"]) for check in told["checks"]] == [
        ("emoji", True), ("person", True), ("text", False),
    ]  # fmt: skip


def test_why_there_is_an_item_is_asked_by_the_item(done: Stage) -> None:
    (item,) = done.rows("select id from items")
    assert f"action {newest(done)}: created" in toque(done, "trace", "--item", str(item["id"])).stdout
    assert toque(done, "trace", "1", "--item", "1").exit_code == 64
    assert "toque items ls" in toque(done, "trace", "--item", "999999").output


def test_an_action_keeps_its_explanation_when_the_text_is_gone(done: Stage) -> None:
    done.db.execute("update whatsapp_messages set text = null, text_dropped_at = now()")
    shown = toque(done, "trace", newest(done)).stdout
    assert "the text is not kept any more" in shown
    assert "amount     890.00 MXN" in shown


def test_a_rule_in_shadow_shows_what_it_would_do_and_does_nothing(stage: Stage) -> None:
    save(stage, shadow=True)
    stage.tell(seen(), react("💳"))
    stage.settle()
    assert [kind for kind, *_ in stage.items()] == ["bill"]
    assert "only watched, would create 1 note: Pagar luz CFE" in toque(stage, "trace", newest(stage)).stdout


def test_what_a_chat_says_cannot_act_upon_the_terminal(stage: Stage) -> None:
    stage.tell(seen("Note \x1b[31mred\x1b[0m \u202eturned"), react("📝"))
    stage.settle()
    for words in (["trace"], ["trace", newest(stage)], ["undo", newest(stage)]):
        shown = toque(stage, *words).stdout
        assert "\x1b" not in shown
        assert "\u202e" not in shown


def test_what_an_action_made_is_undone_and_what_it_cancelled_is_open_again(done: Stage) -> None:
    first = newest(done)
    assert "CFE: cancelled" in toque(done, "undo", first).stdout
    assert done.items() == [("bill", "CFE", "cancelled")]
    assert "undone already" in toque(done, "undo", first).stdout
    assert done.rows("select body->>'by_hand' as it from live_feed order by id desc limit 1") == [{"it": "true"}]
    done.settle()
    assert done.items() == [("bill", "CFE", "cancelled")], "it stays undone"


def test_taking_a_reaction_back_can_be_undone(done: Stage) -> None:
    done.tell(react(None, n=2))
    done.settle()
    assert json.loads(toque(done, "undo", newest(done), "--json").stdout)[0]["items"][0]["status"] == "open"
    assert done.items() == [("bill", "CFE", "open")]


def test_an_action_that_changed_nothing_or_was_only_an_edit_is_not_undone(stage: Stage) -> None:
    stage.tell(seen("hola"), react("📅"))
    stage.settle()
    assert "nothing to undo" in toque(stage, "undo", newest(stage)).output
    with pytest.raises(NoSuchAction, match="toque trace"):
        actions.undo(stage.db, 999_999)


def test_an_action_whose_reaction_came_to_something_else_since_is_left_alone_and_names_the_last_one(
    done: Stage,
) -> None:
    first = newest(done)
    done.tell(react("📝", n=2))
    done.settle()
    refused = toque(done, "undo", first)
    assert refused.exit_code == 1
    assert f"toque undo {newest(done)}" in refused.output
    assert [(kind, status) for kind, _, status in done.items()] == [("note", "open")]
    assert toque(done, "undo", newest(done)).exit_code == 0


def test_an_action_whose_reaction_is_being_settled_is_undone_only_where_it_still_stands(done: Stage) -> None:
    first = int(newest(done))
    done.tell(react("📝", n=2))
    with psycopg.connect(done.url) as worker, psycopg.connect(done.url) as person, ThreadPoolExecutor(1) as people:
        Settler(SETTINGS, lambda work: work(), rulebook.Shelf()).settle(worker, done.claims())
        undoing = people.submit(actions.undo, person, first)
        waits = "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
        while not undoing.done() and not done.rows(waits):
            pass
        worker.commit()
        with pytest.raises(WentOn):
            undoing.result()
        person.rollback()
    assert [(kind, status) for kind, _, status in done.items()] == [("note", "open")]


def test_several_actions_are_undone_all_or_none(done: Stage) -> None:
    assert toque(done, "undo", newest(done), "999999").exit_code == 1
    assert done.items() == [("bill", "CFE", "open")]


def test_marks_stand_under_their_words_whatever_the_letters_are() -> None:
    rows = [line.plain for line in underlined("💳 漢字 pagar\r\nluz", {"a": (2, 4), "b": (5, 10), "c": (12, 15)})]
    assert rows == ["    💳 漢字 pagar", "       ~~~~ ~~~~~", "       a    b", "    luz", "    ~~~", "    c"]
    (_, marks, *names) = [line.plain for line in underlined("abcdef", {"one": (0, 4), "two": (2, 6)})]
    assert (marks, names) == ("    ~~~~~~", ["    │ two", "    one"])


def test_a_rule_about_messages_is_explained_without_a_reaction(stage: Stage) -> None:
    save(stage, when={"message": "any", "by": "anyone"})
    stage.db.execute("update connections set watches_since = %s", [START])
    stage.tell(seen("El router no funciona"))
    stage.settle()
    assert " message " in toque(stage, "trace").stdout
    assert "💬  more v1" in toque(stage, "trace", newest(stage)).stdout
