"""Finishing items from the command line."""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner, Result

from engine.cli import main
from engine.gateways.signals import OWNER
from tests.engine.stage import FRIEND, Stage, react, seen


def toque(stage: Stage, *words: str) -> Result:
    return CliRunner().invoke(main, words, env={"DATABASE_URL": stage.url, "NO_COLOR": "1"})


def ok(stage: Stage, *words: str) -> str:
    done = toque(stage, *words)
    assert done.exit_code == 0, done.output
    return done.output


def told(stage: Stage, *words: str) -> Any:
    return json.loads(ok(stage, *words, "--json"))


@pytest.fixture
def bill(stage: Stage) -> str:
    stage.tell(seen("Pagar Netflix $219 cada mes, vence 15 enero, cuenta 1234567"), react("💳"))
    stage.settle()
    return str(stage.rows("select id from items")[0]["id"])


def test_what_is_open_is_listed_with_its_day_and_amount(stage: Stage, bill: str) -> None:
    shown = ok(stage, "items")
    for part in (bill, "Netflix", "2026-01-15", "219.00 MXN", "open"):
        assert part in shown
    assert [one["id"] for one in told(stage, "items", "ls", "--kind", "bill")] == [int(bill)]
    assert ok(stage, "items", "ls", "--status", "done") == "Nothing.\n"


def test_a_bill_is_paid_with_its_next_one_and_open_again_without_it(stage: Stage, bill: str) -> None:
    shown = ok(stage, "items", "pay", bill)
    assert f"{bill} Netflix: paid" in shown
    assert "2026-02-15" in shown
    (again,) = told(stage, "items", "done", bill)
    assert (again["changed"], again["next"], again["item"]["status"]) == (False, None, "done")
    (back,) = told(stage, "items", "reopen", bill)
    assert (back["item"]["status"], back["next"]["status"]) == ("open", "cancelled")
    assert "cancelled" in ok(stage, "items", "cancel", bill)


def test_everything_known_of_an_item_is_shown(stage: Stage, bill: str) -> None:
    shown = ok(stage, "items", "show", bill)
    for part in ("1234567", "every month (FREQ=MONTHLY)", "streaming", "M1", "rule bill"):
        assert part in shown
    assert told(stage, "items", "show", bill)["fields"]["account"] == "1234567"


def test_the_lines_of_a_task_and_the_body_of_a_note_are_shown_as_they_were_written(stage: Stage) -> None:
    stage.tell(seen("Comprar para la fiesta\n- vasos\n- hielo", "M2"), react("✅", "M2"))
    stage.tell(seen("Clave del wifi: Perro-2024\nRed: CASA", "M3"), react("📝", "M3"))
    stage.settle()
    task, note = (str(row["id"]) for row in stage.rows("select id from items order by id"))
    assert told(stage, "items", "show", task)["fields"]["description"] == "- vasos\n- hielo"
    assert "- hielo" in ok(stage, "items", "show", task)
    assert "Red: CASA" in ok(stage, "items", "show", note)
    drafts = stage.rows("select explanation->'drafts'->0->'fields' as f from action_execution_log order by id")
    assert drafts[0]["f"]["description"] == "- vasos\n- hielo"
    assert drafts[1]["f"]["body"].endswith("Red: CASA")


@pytest.mark.parametrize(
    ("words", "code", "hint"),
    [
        (("done", "999"), 1, "toque items ls"),
        (("show", "999"), 1, "toque items ls"),
        (("pay", "{task}"), 1, "toque items done {task}"),
        (("done", "abc"), 64, "abc"),
        (("done",), 64, "IDS"),
        (("show", "99999999999999999999"), 64, "range"),
    ],
)
def test_what_cannot_be_done_says_what_to_type(stage: Stage, words: tuple[str, ...], code: int, hint: str) -> None:
    stage.tell(seen("Llamar a Ana", chat=FRIEND, author=OWNER), react("✅"))
    stage.settle()
    task = stage.rows("select id from items")[0]["id"]
    result = toque(stage, "items", *(word.format(task=task) for word in words))
    assert result.exit_code == code
    assert hint.format(task=task) in result.output
    assert stage.items()[0][2] == "open"
