"""Rules are tried on what is stored, and the difference to what there is is told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from engine import backtest, clock, rulebook
from engine.cli import main
from engine.deadline import TooSlow
from engine.gateways.signals import OWNER
from rules.book import load
from tests.engine.stage import START, Stage, react, seen

DUE = """version: 1
rules:
  - id: bill
    when: { reaction: "💳" }
    do: [create_bill: { priority: high }]
  - id: keep
    when: { reaction: "📌" }
    do: [create_note: {}]
"""


def toque(stage: Stage, *words: str) -> Result:
    environment = {"DATABASE_URL": stage.url, "NO_COLOR": "1"}
    return CliRunner().invoke(main, ["rules", "backtest", "--days", "3660", *words], env=environment)


def told(stage: Stage, *words: str) -> Any:
    done = toque(stage, *words, "--json")
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


@pytest.fixture
def past(stage: Stage) -> Stage:
    """Give two bills and a pinned message, settled by the starter rules."""
    stage.tell(seen(), react("💳"), seen("Pagar agua $200", "M2"), react("💳", "M2"))
    stage.tell(seen("El código es 4821", "M3"), react("📌", "M3"))
    stage.settle()
    return stage


def test_the_rules_of_now_make_what_there_is(past: Stage) -> None:
    report = told(past)
    assert [one["difference"] for one in report["items"]] == ["same", "same"]
    assert {one["draft"]["fields"]["amount"] for one in report["items"]} == {"200.00", "890.00"}
    bill = next(row for row in report["rules"] if row["rule"] == "bill")
    none = dict.fromkeys(("new", "changed", "gone", *backtest.SENT.values()), 0)
    assert bill == {"rule": "bill", "matches": 2, "items": 2, "same": 2} | none


def test_a_file_is_tried_in_place_of_what_files_manage_and_by_the_rules_made_by_hand(
    past: Stage, tmp_path: Path
) -> None:
    file = tmp_path / "rules.yaml"
    file.write_text(DUE)
    hows = {(one["rule"], one["difference"]) for one in told(past, "--rule", str(file))["items"]}
    assert hows == {("bill", "changed"), ("keep", "new")}
    shown = toque(past, "--rule", str(file)).stdout
    assert "El código es 4821" in shown
    assert "890.00 MXN" in shown


def test_what_no_rule_wants_any_more_would_be_gone_and_nothing_is_written(past: Stage) -> None:
    rulebook.delete(past.db, past.id, "bill")
    before = past.rows("select * from items order by id")
    assert [one["difference"] for one in told(past, "--rule", "note")["items"]] == []
    gone = [one for one in told(past)["items"] if one["difference"] == "gone"]
    assert [one["rule"] for one in gone] == ["bill", "bill"]
    assert past.rows("select * from items order by id") == before


def test_what_the_history_lacks_is_said(past: Stage) -> None:
    past.tell(react("📝", "M9"), seen(None, "M4"), react("📝", "M4"), react(None, "M3", n=2))
    past.db.execute("update whatsapp_messages set text = null, text_dropped_at = now() where id = 'M2'")
    report = told(past)
    assert report["history"] | {"heard_since": None} == {
        "standing": 4, "taken_back": 1, "never_seen": 1, "dropped": 1, "without_text": 1, "heard_since": None,
        "messages": None,
    }  # fmt: skip
    shown = toque(past).stdout
    for part in ("text was let go (retention)", "never came", "without text", "taken back since", "before 20"):
        assert part in shown


def test_a_text_that_takes_too_long_is_counted_and_the_others_go_on(past: Stage) -> None:
    def guard(work: Any) -> Any:
        decision = work()
        if decision.wanted and "agua" in decision.wanted[0].title.casefold():
            raise TooSlow
        return decision

    tried = list(backtest.run(past.db, past.id, [load(DUE)], START, guard))
    assert [one.decisions[0] is None for one in tried] == [False, True, False]
    assert tried[1].differences() == []


def test_reactions_are_read_in_pages_and_none_is_lost(past: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backtest, "PAGE", 1)
    tried = list(backtest.run(past.db, past.id, [load(DUE)], START, lambda work: work()))
    assert [one.reaction.message_id for one in tried] == ["M1", "M2", "M3"]


def test_a_rule_that_is_not_there_is_named_with_those_that_are(past: Stage) -> None:
    done = toque(past, "--rule", "bils")
    assert done.exit_code == 1
    assert "There are: bill" in done.output


def test_a_rule_about_messages_is_tried_on_every_message_that_others_wrote(stage: Stage) -> None:
    text = """
version: 1
rules:
  - id: cfe
    when: { message: any, by: anyone }
    if: [{ field: text, contains: cfe }]
    do: [create_bill: {}]
"""
    stage.tell(seen(sent_at=clock.now()), seen("Gracias", "M2", sent_at=clock.now()))
    stage.tell(seen("CFE $50", "M3", author=OWNER, by_us=True, sent_at=clock.now()))
    rulebook.save(stage.db, stage.id, load(text).rules, origin="ui")
    report = told(stage)
    assert [(item["message_id"], item["emoji"], item["difference"]) for item in report["items"]] == [("M1", "", "new")]
    assert report["history"]["messages"]["standing"] == 2
    assert any(line.startswith("no message is stored from before") for line in report["lacks"])
