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


def test_a_list_that_is_cut_says_so_and_can_be_had_in_full(stage: Stage) -> None:
    for n in range(3):
        stage.tell(seen(f"Llamar a Ana {n}", f"M{n}"), react("✅", f"M{n}"))
    stage.settle()
    assert "2 of 3. More: --all, or -n 3" in ok(stage, "items", "-n", "2")
    assert " of 3" not in ok(stage, "items", "--all")
    assert len(told(stage, "items", "ls", "--all")) == 3
    assert len(told(stage, "items", "--kind", "task", "-n", "1")) == 1
    assert ok(stage, "items", "--kind", "note") == "Nothing.\n"


def test_what_is_due_next_comes_first_with_the_sums_of_bills(stage: Stage, bill: str) -> None:
    stage.tell(seen("Comprar pan", "M2"), react("✅", "M2"))
    stage.tell(seen("Pagar luz CFE $890 vence 10 enero", "M3"), react("💳", "M3"))
    stage.tell(seen("Comida con Ana el 12 de enero de 2099 a las 14:00", "M4"), react("📅", "M4"))
    stage.settle()
    kinds = [(one["kind"], one["title"]) for one in told(stage, "items", "--due")]
    assert [kind for kind, _ in kinds] == ["bill", "bill", "event", "task"]
    assert [title for _, title in kinds[:2]] == ["CFE", "Netflix"]
    shown = ok(stage, "items", "--due")
    assert "Bills: 1,109.00 MXN" in shown
    assert shown.count("🔁") == 1
    ok(stage, "items", "pay", bill)
    assert [one["id"] for one in told(stage, "items", "ls", "--status", "paid")] == [int(bill)]
    assert toque(stage, "items", "ls", "--status", "paid", "--kind", "task").exit_code == 64


@pytest.mark.usefixtures("bill")
def test_what_is_overdue_is_marked_and_what_is_not_is_not(stage: Stage) -> None:
    stage.db.execute("update bills set due_on = current_date - 2")
    assert "overdue" in ok(stage, "items")
    stage.db.execute("update bills set due_on = current_date + 2")
    assert "overdue" not in ok(stage, "items", "--due")


def test_how_long_an_event_lasts_and_its_message_are_shown_for_people(stage: Stage) -> None:
    text = "Comida con Ana el 12 de enero a las 14:00, 90 minutos"
    stage.tell(seen(text, "M1"), react("📅", "M1"))
    stage.settle()
    shown = ok(stage, "items", "show", str(stage.rows("select id from items")[0]["id"]))
    assert "lasts       1 h 30 min" in shown
    assert "duration_minutes" not in shown
    assert text in shown


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


def test_fields_are_set_by_hand_each_as_its_own_kind(stage: Stage, bill: str) -> None:
    (one,) = told(
        stage, "items", "set", bill, "--set", "due=2026-01-20", "--set", "amount=230.50", "--set", "tags=home, tv"
    )
    assert (one["changed"], one["item"]["fields"]["due"], one["item"]["fields"]["amount"]) == (
        True,
        "2026-01-20",
        "230.50",
    )
    assert one["item"]["tags"] == ["home", "tv"]
    assert f"{bill} Netflix: was so already" in ok(stage, "items", "set", bill, "--set", "amount=230.50")
    for wrong, says in (("amount=much", "not an amount"), ("colour=red", "no field colour"), ("due", "sets nothing")):
        refused = toque(stage, "items", "set", bill, "--set", wrong)
        assert (refused.exit_code > 0, says in refused.output) == (True, True), refused.output


def test_items_are_written_for_a_spreadsheet(stage: Stage, bill: str) -> None:
    head, row = ok(stage, "items", "export", "--kind", "bill").splitlines()
    assert head.startswith("id,kind,title,status")
    assert row.startswith(f"{bill},bill,Netflix,open")
    assert "219.00,MXN" in row
