"""What can be read in two ways is read as the reader's country does, and said so that nobody can misread it."""

from __future__ import annotations

import pytest
from psycopg.rows import dict_row

from engine import answer
from sql import query
from tests.engine.stage import Stage, react, seen


def said(stage: Stage) -> list[str]:
    """Return the lines of the newest answer."""
    (log,) = stage.rows(
        "select connection_id, message_id, address, revision from action_execution_log order by id desc limit 1"
    )
    with stage.db.cursor(row_factory=dict_row) as cursor:
        settled = cursor.execute(query("deliver.load"), {**log, "queue_id": 0}).fetchone()
        ids = [change["id"] for change in settled["explanation"]["changes"]]
        items = cursor.execute(query("deliver.items"), {"connection_id": stage.id, "ids": ids}).fetchall()
    words = answer.compose(settled, items)
    assert words is not None
    return words.text.splitlines()


@pytest.mark.parametrize(
    ("phone", "due", "currency", "lines"),
    [
        ("5215512345678", "2027-04-03", "MXN",
         ["💳 Pago anotado: *CFE* · $890.00 MXN", "🗓️ Vence el sábado 3 de abril de 2027"]),
        ("12125550100", "2027-03-04", "USD",
         ["💳 Bill added: *CFE* · $890.00 USD", "🗓️ Due Thursday, March 4, 2027"]),
    ],
)  # fmt: skip
def test_a_date_in_figures_and_a_dollar_sign_are_said_in_full(
    stage: Stage, phone: str, due: str, currency: str, lines: list[str]
) -> None:
    stage.tell(seen("Pagar luz CFE $890 vence 03/04/2027"), react("💳"), owner=f"{phone}@s.whatsapp.net")
    stage.settle()
    (row,) = stage.rows("select due_on::text, currency from bills")
    assert row == {"due_on": due, "currency": currency}
    assert said(stage)[:2] == lines


def test_a_failure_says_what_was_understood_and_what_is_missing(stage: Stage) -> None:
    stage.tell(seen("Cita con el dentista en Polanco"), react("📅"))
    stage.settle()
    lines = said(stage)
    assert lines[1:3] == ["Entendí: Cita con el dentista · 📍 Polanco", "Falta: el día y, si la hay, la hora."]
    assert lines[3].startswith("Prueba así: «")
