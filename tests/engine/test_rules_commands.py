"""Rules are planned, applied, looked at and rolled back from the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from engine import rulebook, rules_by_hand
from engine.backtest import SENT
from engine.cli import main
from engine.rules_by_hand import Moved
from engine.settle import Settler
from rules.book import load
from rules.planning import plan
from tests.engine.stage import SETTINGS, Stage, react, seen

Write = Callable[..., str]
SHARED = Path(__file__).parents[3] / "shared" / "rules.example.yaml"
FILE = """version: 1
rules:
  - id: bills
    when: { reaction: "💰" }
    if: [{ field: text, contains: luz }]
    parse: bill
    do: [create_bill: { priority: high }]
  - id: keep
    when: { reaction: "📌" }
    do: [create_note: {}]
"""

BY_HAND = 'version: 1\nrules: [{ id: house, when: { reaction: "💳" }, do: [{ create_bill: {} }] }]'


def toque(stage: Stage, *words: str) -> Result:
    return CliRunner().invoke(main, ["rules", *words], env={"DATABASE_URL": stage.url, "NO_COLOR": "1"})


def ok(stage: Stage, *words: str) -> str:
    done = toque(stage, *words)
    assert done.exit_code == 0, done.output
    return done.stdout


def told(stage: Stage, *words: str) -> Any:
    return json.loads(toque(stage, *words, "--json").stdout)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(text: str = FILE, name: str = "rules.yaml") -> str:
        (tmp_path / name).write_text(text, encoding="utf-8")
        return str(tmp_path / name)

    return written


def versions(stage: Stage) -> dict[str, tuple[int, str]]:
    rows = stage.rows("select id, version, origin from action_rules where deleted_at is null order by id")
    return {row["id"]: (row["version"], row["origin"]) for row in rows}


def test_a_plan_says_what_is_new_changed_and_gone_and_exits_with_2(stage: Stage, write: Write) -> None:
    planned = toque(stage, "plan", write())
    assert planned.exit_code == 2
    assert "+ bills" in planned.stdout
    assert "Plan: 2 add, 0 change, 0 remove, 0 conflicts." in planned.stdout
    assert set(versions(stage)) == {"task", "event", "bill", "note"}, "a plan changes nothing"
    ok(stage, "apply", write(), "--yes")
    assert toque(stage, "plan", write()).exit_code == 0
    changed = write(FILE.replace("luz", "agua").partition("  - id: keep")[0])
    shown = toque(stage, "plan", changed)
    assert shown.exit_code == 2
    assert "~ bills (v1 → v2)" in shown.stdout
    assert "if text contains luz → agua" in shown.stdout
    assert "- keep (v1)" in shown.stdout
    assert "Plan: 0 add, 1 change, 1 remove, 0 conflicts." in shown.stdout


def test_what_is_applied_is_managed_by_the_file_and_the_rest_stays(stage: Stage, write: Write) -> None:
    assert "2 changes applied" in ok(stage, "apply", write(), "--yes")
    assert versions(stage)["bills"] == (1, "file")
    assert versions(stage)["bill"] == (1, "ui")
    assert "0 add, 0 change, 0 remove" in ok(stage, "apply", write(), "--yes")
    ok(stage, "apply", write(), "--prune", "--yes")
    assert versions(stage) == {"bills": (1, "file"), "keep": (1, "file")}


def test_a_file_takes_over_a_rule_that_was_managed_by_hand(stage: Stage, write: Write) -> None:
    file = write(ok(stage, "export"))
    assert "managed by a file from now on" in toque(stage, "plan", file).stdout
    ok(stage, "apply", file, "--yes")
    assert {origin for _, origin in versions(stage).values()} == {"file"}
    assert toque(stage, "plan", file).exit_code == 0
    assert load(ok(stage, "export")).rules == ()
    assert {rule.id for rule in load(ok(stage, "export", "--all")).rules} == set(versions(stage))


def test_what_was_planned_on_other_rules_is_not_applied(stage: Stage) -> None:
    rules = load(FILE).rules
    what, version = rules_by_hand.planned(stage.db, stage.id, rules, prune=False)
    rules_by_hand.switch(stage.db, stage.id, "bill", on=False)
    with pytest.raises(Moved, match="toque rules plan"):
        rules_by_hand.apply(stage.db, stage.id, what, version, "applied")
    assert "bills" not in versions(stage)
    assert plan(rules, ()).count("add") == 2


def test_rules_in_each_others_way_are_planned_and_not_applied_unless_that_is_said(stage: Stage, write: Write) -> None:
    rulebook.save(stage.db, stage.id, load(BY_HAND).rules, origin="ui")
    file = write(FILE.replace("💰", "💳"))
    planned = toque(stage, "plan", file)
    assert "! conflict" in planned.stdout
    assert "💳: bills and house both make a bill → write `stop: true` in bills, or narrow a chat" in planned.stdout
    refused = toque(stage, "apply", file, "--yes")
    assert refused.exit_code == 1
    assert "--conflicts-too" in refused.output
    assert "bills" not in versions(stage)
    ok(stage, "apply", file, "--yes", "--conflicts-too")
    assert toque(stage, "plan", file).exit_code == 2, "a conflict is pending"
    assert told(stage, "plan", file)["conflicts"][0]["rules"] == ["bills", "house"]


def test_a_file_with_errors_is_neither_planned_nor_applied(stage: Stage, write: Write) -> None:
    for words in (["plan"], ["apply", "--yes"]):
        done = toque(stage, *words, write(FILE.replace("create_bill", "create_bil")))
        assert done.exit_code == 1
        assert "did you mean 'create_bill'?" in done.output
    assert "bills" not in versions(stage)


def test_a_chat_that_was_never_heard_of_is_a_warning(stage: Stage, write: Write) -> None:
    stage.tell(seen(), react("💳"))
    stage.db.execute("insert into chats (connection_id, address, name) values (%s, '1@g.us', 'Casa')", [stage.id])
    chats = '["+525587654321", casa, groups, Csa, 120363@g.us]'
    warned = toque(stage, "plan", write(FILE.replace("}", f", chat: {chats} }}", 1))).stderr
    assert "bills is for the chat Csa, of which nothing was heard yet" in warned
    assert "120363@g.us" in warned
    assert warned.count("warning") == 2


def test_nothing_is_applied_without_asking_nor_by_a_dry_run(stage: Stage, write: Write) -> None:
    assert toque(stage, "apply", write()).exit_code == 1
    assert "Plan: 2 add" in ok(stage, "apply", write(), "--dry-run")
    assert "bills" not in versions(stage)


def test_each_change_is_tried_on_the_reactions_that_are_stored(stage: Stage, write: Write) -> None:
    stage.tell(seen(), react("💳"), seen("Pagar agua $200", "M2"), react("💳", "M2"))
    stage.settle()
    stage.db.execute("update whatsapp_message_reactions set server_second = extract(epoch from now())::bigint")
    file = write(FILE.replace("id: bills", "id: bill").replace("💰", "💳"))
    step = told(stage, "plan", file)["steps"][0]
    nothing = dict.fromkeys(SENT.values(), 0)
    expected = {"now": {"matches": 2, "items": 2}, "planned": {"matches": 1, "items": 1}}
    assert step["back_test"] == {name: counts | nothing for name, counts in expected.items()}
    assert "back-test 30 d: 1 match, 1 fewer item" in toque(stage, "plan", file).stdout
    assert "back-test" not in toque(stage, "plan", file, "--days", "0").stdout


def test_a_change_tells_what_it_makes_and_sends_more_and_fewer_and_a_new_rule_its_busiest_day(
    stage: Stage, write: Write
) -> None:
    hooked = """version: 1
rules:
  - id: big
    when: { reaction: "💰" }
    parse: bill
    do:
      - create_bill: {}
      - webhook: { url: "https://firefly.lan/bills" }
        if: [{ field: parsed.total, gte: 3000 }]
"""
    alert = """  - id: outage
    when: { message: any, by: anyone }
    if: [{ field: text, contains: no funciona }]
    do: [notify: { channel: oncall }, send_message: { text: "Otra vez" }]
    reply: { to: none }
"""
    ok(stage, "apply", write(hooked), "--yes")
    now = datetime.now(UTC).replace(hour=18, minute=0)
    for n, days in enumerate((1, 5, 5)):
        at = now - timedelta(days=days)
        stage.tell(seen("El router no funciona", f"A{n}", sent_at=at))
        stage.tell(seen(f"Renta ${2000 + 1000 * n}", f"B{n}", sent_at=at), react("💰", f"B{n}"))
    stage.db.execute("update whatsapp_message_reactions set server_second = extract(epoch from now())::bigint")
    planned = toque(stage, "plan", write(hooked.replace("3000", "4000") + alert))
    assert planned.exit_code == 2
    lines = [line.rstrip() for line in planned.stdout.splitlines()]
    assert next(one for one in lines if one.startswith("~ big")).endswith("30 d: 3 matches, 1 fewer webhook")
    day = now - timedelta(days=5)
    expected = f"30 d: 3 matches, 3 messages, 3 notifications (2 matches on {day.day} {day:%b})"
    assert next(one for one in lines if one.startswith("+ outage")).endswith(expected)
    step = next(one for one in told(stage, "plan", write(hooked + alert))["steps"] if one["id"] == "outage")
    assert step["back_test"]["planned"]["notifications"] == 3


def test_rules_hold_for_the_next_batch_of_every_process_and_items_say_their_version(stage: Stage, write: Write) -> None:
    other = Settler(SETTINGS, lambda work: work(), rulebook.Shelf())
    stage.tell(seen(), react("💰"))
    other.settle(stage.db, stage.claims())
    assert stage.items() == []
    ok(stage, "apply", write(), "--yes")
    ok(stage, "apply", write(FILE.replace("high", "low")), "--yes")
    stage.tell(seen(id_="M2"), react("💰", "M2"))
    other.settle(stage.db, stage.claims())
    made = stage.rows("select rule_id, rule_version, priority from items")
    assert made == [{"rule_id": "bills", "rule_version": 2, "priority": "low"}]


def test_versions_are_kept_compared_and_brought_back(stage: Stage, write: Write) -> None:
    ok(stage, "apply", write(), "--yes")
    ok(stage, "apply", write(FILE.replace("high", "low")), "--yes")
    shown = ok(stage, "history", "bills")
    assert "applied rules.yaml" in shown
    assert "do create_bill priority high → low" in shown
    assert "do create_bill priority high → low" in ok(stage, "diff", "bills")
    assert told(stage, "diff", "bills", "v2", "1")["changes"] == ["do create_bill priority low → high"]
    assert "as it was at v1" in ok(stage, "rollback", "bills", "v1")
    assert versions(stage)["bills"] == (3, "file")
    assert [one["because"] for one in told(stage, "history", "bills")][-1] == "rolled back to v1"
    assert "already" in ok(stage, "rollback", "bills", "3")
    ok(stage, "apply", write("version: 1\nrules: []"), "--yes")
    assert "bills" not in versions(stage)
    ok(stage, "rollback", "bills", "2")
    assert versions(stage)["bills"] == (5, "ui")


def test_a_rule_is_shown_and_switched_off_and_on(stage: Stage, write: Write) -> None:
    ok(stage, "apply", write(), "--yes")
    assert "a file" in ok(stage, "ls")
    assert told(stage) == told(stage, "ls")
    assert load("version: 1\nrules:\n  - " + ok(stage, "show", "keep").partition("\n")[2].replace("\n", "\n    "))
    assert [one["state"] for one in told(stage, "ls")] == ["on"] * 6
    done = toque(stage, "disable", "keep")
    assert "the next toque rules apply undoes it" in done.stderr
    assert "off already" in ok(stage, "disable", "keep")
    assert told(stage, "show", "keep")["state"] == "off"
    assert "keep is on" in ok(stage, "enable", "keep")


@pytest.mark.parametrize(
    ("words", "code", "hint"),
    [
        (("show", "bil"), 1, "There is no rule bil. There are: bill, event, note, task"),
        (("history", "bil"), 1, "There is no rule bil"),
        (("rollback", "bill", "v7"), 1, "bill has no version 7"),
        (("rollback", "bill", "seven"), 64, "one looks like v3"),
        (("ls", "--connection", "nowhere"), 1, "There is no connection nowhere"),
        (("plan", "nowhere.yaml"), 64, "nowhere.yaml"),
    ],
)
def test_what_is_not_there_is_said_with_what_is(stage: Stage, words: tuple[str, ...], code: int, hint: str) -> None:
    done = toque(stage, *words)
    assert done.exit_code == code
    assert hint in done.output


def test_without_a_number_a_plan_is_for_a_new_one_and_nothing_is_applied(stage: Stage, write: Write) -> None:
    stage.db.execute("delete from connections")
    planned = toque(stage, "plan", write())
    assert planned.exit_code == 2
    assert "Plan: 2 add" in planned.stdout
    refused = toque(stage, "apply", write(), "--yes")
    assert refused.exit_code == 1
    assert "toque connect --help" in refused.output


def test_where_there_are_several_numbers_one_is_named(stage: Stage, write: Write) -> None:
    Stage(stage.db, stage.url)
    refused = toque(stage, "plan", write())
    assert refused.exit_code == 1
    assert "--connection" in refused.output
    ok(stage, "apply", write(), "--yes", "--connection", str(stage.id))


def test_a_reaction_can_be_tried_by_the_rules_of_a_number(stage: Stage, write: Write) -> None:
    ok(stage, "apply", write(), "--yes")
    assert "keep v1" in ok(stage, "test", "the code is 4821", "--emoji", "📌", "--connection", "home")
    assert "MXN" in ok(stage, "test", "CFE 890", "--emoji", "💳", "--connection", "home"), "where the number is at home"
    assert "keep" in ok(stage, "test", "the code is 4821", "--emoji", "📌", "--rules", write())
    assert toque(stage, "test", "x", "--emoji", "📌", "--rules", write(), "--connection", "home").exit_code == 64


@pytest.mark.skipif(not SHARED.exists(), reason="the shared example of a rule file is not here")
def test_the_shared_example_is_planned_and_applied_on_a_fresh_database(stage: Stage) -> None:
    own = {"task", "family-calendar", "bills", "outage-alert"}
    for more, left in (("", {"event", "bill", "note"}), ("--prune", set())):
        words = [str(SHARED), *filter(None, [more])]
        planned = toque(stage, "plan", *words)
        assert planned.exit_code == 2
        assert "0 conflicts" in planned.stdout
        assert "error" not in planned.stderr
        done = toque(stage, "apply", *words, "--yes")
        assert done.exit_code == 0, done.output
        assert set(versions(stage)) == own | left
        assert toque(stage, "plan", *words).exit_code == 0


@pytest.mark.skipif(not SHARED.exists(), reason="the shared example of a rule file is not here")
def test_the_shared_example_is_planned_where_there_is_no_number_yet(stage: Stage) -> None:
    stage.db.execute("delete from connections")
    planned = toque(stage, "plan", str(SHARED))
    assert planned.exit_code == 2
    assert "~ task (v1 → v2)" in planned.stdout
    assert "0 conflicts" in planned.stdout


def test_starter_rules_stay_where_a_rule_of_a_file_does_not_reach(stage: Stage, write: Write) -> None:
    family = """version: 1
rules:
  - id: family
    when: { reaction: "📅", chat: 120363@g.us }
    do: [create_event: { duration: 2h }]
"""
    assert "0 conflicts" in toque(stage, "plan", write(family)).stdout
    ok(stage, "apply", write(family), "--yes")
    stage.tell(seen("Cena el jueves a las 8pm"), react("📅"))
    stage.tell(seen("Cena el jueves a las 8pm", "M2", chat="120363@g.us"), react("📅", "M2", chat="120363@g.us"))
    stage.settle()
    made = stage.rows("select message_id, rule_id from items order by message_id")
    assert made == [{"message_id": "M1", "rule_id": "event"}, {"message_id": "M2", "rule_id": "family"}]
