"""A reaction becomes an item, and taking it back undoes it; whatever comes twice, late or out of order."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import timedelta

import psycopg
import pytest

from engine import actions, queue, rulebook, settle
from engine.decide import Decision
from engine.ears import DELIVERIES, QUEUE
from engine.gateways.signals import MessageEdited
from engine.settle import Settler
from sql import query
from sql.parameters import document
from tests.engine.stage import FRIEND, SETTINGS, START, Stage, react, seen

BILL = ("bill", "CFE", "open")


def test_a_reaction_becomes_exactly_one_bill(stage: Stage) -> None:
    stage.tell(seen(), react("💳"))
    stage.settle()
    assert stage.items() == [BILL]
    (bill,) = stage.rows("select vendor, amount::text, currency, due_on::text, tags, zone from bill_items, connections")
    assert bill["vendor"] == "CFE"
    assert bill["currency"] == "MXN"
    assert bill["tags"] == ["electricity"]


def test_taking_the_reaction_back_cancels_and_reacting_again_reopens_the_same_item(stage: Stage) -> None:
    stage.tell(seen(), react("💳"))
    stage.settle()
    stage.tell(react(None, n=2))
    stage.settle()
    assert stage.items() == [("bill", "CFE", "cancelled")]
    stage.tell(react("💳", n=3))
    stage.settle()
    assert stage.items() == [BILL]
    assert stage.outcomes() == ["created", "cancelled", "reopened"]


def test_another_emoji_converts_the_item_and_the_old_kind_leaves_its_table(stage: Stage) -> None:
    stage.tell(seen(), react("💳"))
    stage.settle()
    stage.tell(react("📝", n=2))
    stage.settle()
    assert [row[0] for row in stage.items()] == ["note"]
    assert stage.rows("select * from bills") == []
    assert stage.outcomes() == ["created", "converted"]


@pytest.mark.parametrize("order", list(itertools.permutations(range(4))))
def test_the_same_webhooks_in_any_order_and_five_times_end_in_the_same_state(
    stage: Stage, order: tuple[int, ...]
) -> None:
    told = [seen(), react("✅"), react(None, n=2), react("💳", n=3)]
    for n in order:
        for _ in range(5):
            stage.tell(told[n])
        stage.settle()
        stage.db.execute("update action_queue set run_at = now() where status = 'pending'")
    stage.settle()
    assert [item for item in stage.items() if item[2] == "open"] == [BILL]
    assert len(stage.items()) == 1


def test_deleting_the_rule_and_repeating_a_webhook_changes_nothing(stage: Stage) -> None:
    stage.tell(seen(), react("💳"))
    stage.settle()
    before = stage.rows("select * from items")
    for rule in stage.rows("select id from action_rules"):
        rulebook.delete(stage.db, stage.id, rule["id"])
    stage.tell(seen(), react("💳"))
    stage.settle()
    assert stage.rows("select * from items") == before
    assert stage.outcomes() == ["created"]


def test_a_removal_after_the_rule_was_deleted_still_undoes(stage: Stage) -> None:
    stage.tell(seen(), react("💳"))
    stage.settle()
    for rule in stage.rows("select id from action_rules"):
        rulebook.delete(stage.db, stage.id, rule["id"])
    stage.tell(react(None, n=2))
    stage.settle()
    assert stage.items() == [("bill", "CFE", "cancelled")]


def test_a_removal_that_comes_first_leaves_a_tombstone(stage: Stage) -> None:
    stage.tell(seen(), react(None, n=2), react("💳", n=1), each_alone=True)
    stage.settle()
    assert stage.items() == []


def test_a_reaction_that_comes_before_its_message_waits_for_it(stage: Stage) -> None:
    stage.tell(react("💳"))
    stage.settle()
    waiting = stage.rows(
        "select event_type, status::text, attempts, run_at > now() as later from action_queue order by id"
    )
    assert waiting == [
        {"event_type": "settle", "status": "pending", "attempts": 0, "later": True},
        {"event_type": "ask", "status": "pending", "attempts": 0, "later": False},
    ]
    stage.tell(seen())
    stage.settle()
    assert stage.items() == [BILL]


def test_a_message_that_never_comes_ends_with_an_answer_to_whoever_asked(stage: Stage) -> None:
    stage.tell(react("💳", "unseen"), react("🎉", "unseen too"))
    stage.db.execute("update whatsapp_message_reactions set heard_at = now() - interval '1 day'")
    stage.settle()
    assert stage.outcomes() == [], "nobody was there to ask the gateway until now"
    give_up(stage)
    assert stage.outcomes() == ["unknown_message", "unknown_message"]
    (answer,) = stage.rows("select event_data from action_queue where event_type = 'deliver'")
    assert answer["event_data"]["message_id"] == "unseen"


def give_up(stage: Stage) -> None:
    stage.db.execute("update whatsapp_message_reactions set asked_at = now() - interval '11 minutes'")
    stage.db.execute("update action_queue set run_at = now() where event_type = 'settle' and status = 'pending'")
    stage.settle()


def test_a_message_that_comes_after_everybody_gave_up_is_settled_all_the_same(stage: Stage) -> None:
    stage.tell(react("💳"))
    stage.settle()
    give_up(stage)
    stage.tell(seen())
    stage.settle()
    assert stage.outcomes() == ["unknown_message", "created"]
    assert stage.items() == [BILL]


def test_reactions_of_a_paused_connection_are_kept_and_settled_when_it_is_on_again(stage: Stage) -> None:
    stage.db.execute("update connections set enabled = false")
    stage.tell(seen(), react("💳"))
    stage.settle()
    assert stage.outcomes() == []
    stage.db.execute("update connections set enabled = true")
    stage.db.execute(query("queue.wake"), {"connection_id": stage.id})
    stage.settle()
    assert stage.items() == [BILL]


def test_the_longer_a_connection_is_paused_the_seldomer_its_reactions_are_looked_at(stage: Stage) -> None:
    stage.db.execute("update connections set enabled = false")
    stage.tell(seen(), react("💳"))
    waits = []
    for hours in (0, 0.5, 48):
        stage.db.execute(
            "update whatsapp_message_reactions set heard_at = now() - make_interval(secs => %s)", [hours * 3600]
        )
        stage.db.execute("update action_queue set run_at = now()")
        stage.settle()
        (row,) = stage.rows("select extract(epoch from run_at - now())::float8 as wait from action_queue")
        waits.append(round(row["wait"] / 60))
    assert waits == [1, 30, 60]


def test_a_date_that_no_calendar_can_follow_is_not_taken(stage: Stage) -> None:
    stage.tell(seen("Cita con el dentista el 31/12/9999 a las 23:00"), react("📅"))
    stage.settle()
    assert stage.items() == []
    assert stage.outcomes() == ["failed"]


def test_a_statement_that_postgres_refuses_harms_only_its_item(stage: Stage) -> None:
    for n in range(6):
        stage.tell(seen(f"Nota {n}", f"M{n}"), react("📝", f"M{n}"))
    stage.db.execute("""
        create function refuse() returns trigger language plpgsql as
        $$ begin if new.title = 'Nota 3' then raise exception using errcode = '54000'; end if; return new; end $$
    """)
    stage.db.execute("create trigger refuse before insert on items for each row execute function refuse()")
    try:
        stage.settler.settle(stage.db, stage.claims())
    finally:
        stage.db.execute("drop function refuse cascade")
    assert len(stage.items()) == 5
    (left,) = stage.rows("select last_error from action_queue where status = 'pending' and lane is null")
    assert left["last_error"].endswith("54000")


def test_a_text_that_cannot_be_read_fails_with_its_reason_and_is_answered(stage: Stage) -> None:
    stage.tell(seen("Gracias por los 2 kilos de mango"), react("💳"))
    stage.settle()
    assert stage.items() == []
    (log,) = stage.rows("select outcome, error, explanation from action_execution_log")
    assert (log["outcome"], log["error"]) == ("failed", "no_bill")
    assert log["explanation"]["failures"][0]["example"]
    assert len(stage.rows("select from action_queue where event_type = 'deliver'")) == 1


def test_a_voice_note_fails_and_says_that_it_has_no_text(stage: Stage) -> None:
    stage.tell(seen(None), react("✅"))
    stage.settle()
    assert stage.rows("select error from action_execution_log") == [{"error": "no_text"}]


def test_an_emoji_without_a_rule_is_told_to_nobody_but_kept_with_the_reason_of_each_rule(stage: Stage) -> None:
    stage.tell(seen(), react("🎉"))
    stage.settle()
    (action,) = actions.latest(stage.db)
    assert action.outcome == "no_rule"
    told = [(rule["id"], rule["fired"], rule["reason"], rule["checks"]) for rule in action.explanation["rules"]]
    assert told == [(rule, False, "emoji", []) for rule in ("bill", "event", "note", "task")]
    assert stage.rows("select from action_queue where event_type = 'deliver'") == []


def test_what_the_rules_for_other_emoji_say_is_kept_once_for_all_reactions_and_shown_with_each(stage: Stage) -> None:
    stage.tell(seen(), react("💳"), seen(id_="M2"), react("📝", "M2"))
    stage.settle()
    kept = stage.rows("select explanation->'rules' as rules from action_execution_log order by message_id")
    assert [[rule["id"] for rule in row["rules"]] for row in kept] == [["bill"], ["note"]]
    assert len(stage.rows("select from rule_books")) == 1
    for action in actions.latest(stage.db):
        assert [rule["id"] for rule in action.explanation["rules"]] == ["bill", "event", "note", "task"]
        assert sum(rule["fired"] for rule in action.explanation["rules"]) == 1
        assert "book" not in action.explanation


def test_an_action_shows_the_rules_of_its_time(stage: Stage) -> None:
    stage.tell(seen(), react("💳"))
    stage.settle()
    rulebook.delete(stage.db, stage.id, "task")
    stage.tell(seen(id_="M2"), react("💳", "M2"))
    stage.settle()
    ids = [[rule["id"] for rule in action.explanation["rules"]] for action in actions.latest(stage.db)]
    assert ids == [["bill", "event", "note"], ["bill", "event", "note", "task"]]


def test_an_explanation_that_was_kept_with_every_verdict_is_shown_as_it_is(stage: Stage) -> None:
    stage.tell(seen(), react("💳"))
    stage.settle()
    (whole,) = actions.latest(stage.db)
    # As all were kept at first.
    stage.db.execute("update action_execution_log set explanation = %s", [document(whole.explanation)])
    assert actions.latest(stage.db) == [whole]


def test_a_batch_whose_write_failed_keeps_its_book_at_the_next_try(stage: Stage) -> None:
    stage.tell(seen(), react("💳"), seen("note", id_="M2"), react("📝", "M2"))
    stage.db.execute(
        "create function refuse() returns trigger language plpgsql as"
        " $$begin if (select count(*) from new) > 1 then raise 'no'; end if; return null; end$$"
    )
    stage.db.execute(
        "create trigger refuse after insert on action_execution_log"
        " referencing new table as new for each statement execute function refuse()"
    )
    try:
        stage.settle()
    finally:
        stage.db.execute("drop function refuse cascade")
    shown = [len(action.explanation["rules"]) for action in actions.latest(stage.db)]
    assert shown == [4, 4]


def test_a_batch_is_written_in_parts_where_its_explanations_are_large(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settle, "EXPLAINED_AT_ONCE", 10)
    for n in range(9):
        stage.tell(seen(id_=f"M{n}"), react("💳", f"M{n}"))
    stage.settler.settle(stage.db, stage.claims())
    assert len(stage.items()) == 9
    written = stage.rows("select count(distinct xmin::text) as transactions from action_execution_log")
    assert written == [{"transactions": 3}]


def test_the_reaction_of_somebody_else_does_nothing_by_default(stage: Stage) -> None:
    stage.tell(seen(), react("💳", reactor=FRIEND))
    stage.settle()
    assert stage.items() == []
    (log,) = stage.rows("select explanation from action_execution_log")
    assert "by" in {rule["reason"] for rule in log["explanation"]["rules"]}


def test_a_reaction_to_a_message_of_ours_triggers_nothing(stage: Stage) -> None:
    stage.tell(seen(by_us=True), react("💳"))
    stage.settle()
    assert stage.outcomes() == ["own_message"]


def test_a_reaction_that_we_sent_ourselves_is_not_heard(stage: Stage) -> None:
    stage.tell(seen(), react("💳", by_us=True))
    assert stage.rows("select from whatsapp_message_reactions") == []


def test_a_reaction_from_before_the_connection_acts_is_left_alone(stage: Stage) -> None:
    stage.db.execute("update connections set acts_since = %s", [START + timedelta(hours=1)])
    stage.tell(seen(), react("💳"))
    stage.settle()
    assert stage.outcomes() == ["too_old"]


def test_settling_a_settled_revision_again_changes_nothing(stage: Stage) -> None:
    stage.tell(seen(), react("💳"))
    stage.settle()
    stage.db.execute(
        "insert into action_queue (connection_id, event_type, event_data)"
        " select connection_id, event_type, event_data from action_queue where event_type = 'settle'"
    )
    stage.settle()
    assert stage.outcomes() == ["created"]


def test_a_worker_whose_lease_ran_out_changes_nothing(stage: Stage) -> None:
    stage.tell(seen(), react("💳"))
    late = stage.claims(lease=-1, worker="late")
    again = stage.claims(worker="second")
    assert [claim.attempts for claim in again] == [2]
    stage.settler.settle(stage.db, late)
    assert stage.items() == []
    stage.settler.settle(stage.db, again)
    assert stage.items() == [BILL]
    stage.settler.settle(stage.db, late)
    assert stage.outcomes() == ["created"]


def test_a_batch_that_is_told_to_stop_writes_what_is_decided_and_gives_back_the_rest(stage: Stage) -> None:
    for n in range(5):
        stage.tell(seen("idea", f"M{n}"), react("📝", f"M{n}"))
    read: list[object] = []

    def guard(work: Callable[[], Decision]) -> Decision:
        read.append(work)
        return work()

    Settler(SETTINGS, guard, rulebook.Shelf(), lambda: len(read) == 2).settle(stage.db, stage.claims())
    assert len(stage.items()) == 2
    assert stage.rows(
        "select status::text, attempts, alone, count(*) as n from action_queue"
        " where event_type = 'settle' group by 1, 2, 3 order by n"
    ) == [
        {"status": "completed", "attempts": 1, "alone": False, "n": 2},
        {"status": "pending", "attempts": 0, "alone": False, "n": 3},
    ]
    stage.settle()
    assert len(stage.items()) == 5


def test_a_reaction_that_moved_while_it_was_decided_is_settled_as_it_is_then(stage: Stage) -> None:
    stage.tell(seen(), react("💳"))
    claims = stage.claims()
    decided = list(stage.settler._decide(stage.db, claims))
    stage.tell(react("📝", n=2))
    with stage.db.transaction():
        stage.settler._write(stage.db, decided)
    assert stage.items() == []
    stage.settle()
    assert [row[0] for row in stage.items()] == ["note"]
    assert stage.outcomes() == ["created"]


def test_a_poisonous_item_harms_only_itself(stage: Stage) -> None:
    for n in range(8):
        amount = 666 if n == 5 else 890
        stage.tell(seen(f"Pagar luz CFE ${amount} vence 15 enero", f"M{n}"), react("💳", f"M{n}"))
    stage.db.execute("alter table bills add constraint poison check (amount <> 666)")
    try:
        claims = stage.claims()
        stage.settler.settle(stage.db, claims)
    finally:
        stage.db.execute("alter table bills drop constraint poison")
    (failed,) = stage.rows(
        "select attempts, last_error, run_at > now() as later from action_queue"
        " where status = 'pending' and event_type = 'settle'"
    )
    assert failed == {"attempts": 1, "last_error": "CheckViolation 23514 poison", "later": True}
    assert len(stage.items()) == 7


def test_an_item_that_fails_at_every_attempt_ends_with_the_dead_letters(stage: Stage) -> None:
    stage.tell(seen(), react("💳"))
    stage.db.execute("update action_queue set attempts = max_attempts - 1")
    (claim,) = stage.claims()
    queue.fail(stage.db, claim, "it is cursed")
    (dead,) = stage.rows("select status::text, last_error from action_queue")
    assert dead == {"status": "failed", "last_error": "it is cursed"}


def test_an_item_finished_by_a_person_is_kept_when_the_reaction_goes(stage: Stage) -> None:
    stage.tell(seen(), react("💳"))
    stage.settle()
    stage.db.execute("update items set status = 'done', done_at = now()")
    stage.tell(react(None, n=2))
    stage.settle()
    assert stage.items() == [("bill", "CFE", "done")]
    assert stage.rows("select flags from items") == [{"flags": ["reaction_removed"]}]


def test_what_a_person_edited_wins_when_the_item_is_reopened_or_converted(stage: Stage) -> None:
    stage.tell(seen(), react("💳"))
    stage.settle()
    stage.db.execute("""update items set edits = '{"title": "Light", "amount": "900.00", "due": "2026-02-01"}'""")
    stage.tell(react(None, n=2))
    stage.settle()
    stage.tell(react("💳", n=3))
    stage.settle()
    (bill,) = stage.rows("select title, amount::text, due_on::text, status::text from bill_items")
    assert bill == {"title": "Light", "amount": "900.00", "due_on": "2026-02-01", "status": "open"}
    stage.tell(react("✅", n=4))
    stage.settle()
    (task,) = stage.rows("select title, due_on::text from task_items")
    assert task == {"title": "Light", "due_on": "2026-02-01"}


def test_an_edited_text_updates_the_item_by_the_rule_that_made_it(stage: Stage) -> None:
    stage.tell(seen(), react("💳"))
    stage.settle()
    rulebook.delete(stage.db, stage.id, stage.rows("select rule_id from items")[0]["rule_id"])
    stage.tell(MessageEdited("M1", "Pagar luz CFE $950 vence 15 enero", START + timedelta(minutes=5)))
    stage.settle()
    assert stage.rows("select amount::int from bills") == [{"amount": 950}]
    assert stage.outcomes() == ["created", "updated"]


def test_every_settle_is_shown_in_the_live_feed_and_counted(stage: Stage) -> None:
    stage.tell(seen(), react("💳"))
    stage.settle()
    (feed,) = stage.rows("select event, body from live_feed")
    assert feed["event"] == "settled"
    assert feed["body"]["outcome"] == "created"
    assert feed["body"]["items"][0]["title"] == "CFE"
    assert stage.rows("select name, amount from totals") == [{"name": "settled_created", "amount": 1}]


def test_an_add_and_a_remove_settled_by_two_workers_at_once_leave_nothing_behind(
    stage: Stage, database_url: str
) -> None:
    stage.tell(seen(), react("💳"))
    first = stage.claims(worker="first")
    decided = list(stage.settler._decide(stage.db, first))
    stage.tell(react(None, n=2))
    second = stage.claims(worker="second")
    with psycopg.connect(database_url, autocommit=True) as other:
        stage.settler.settle(other, second)
    with stage.db.transaction():
        stage.settler._write(stage.db, decided)
    stage.settle()
    assert [item for item in stage.items() if item[2] != "cancelled"] == []


def test_who_settles_is_not_called_for_what_there_is_to_send(stage: Stage, database_url: str) -> None:
    with (
        psycopg.connect(database_url, autocommit=True) as settles,
        psycopg.connect(database_url, autocommit=True) as sends,
    ):
        stage.tell(seen(), react())
        settles.execute(f"listen {QUEUE}".encode())
        sends.execute(f"listen {DELIVERIES}".encode())
        stage.settle()
        assert len(list(sends.notifies(timeout=5, stop_after=1))) == 1
        assert list(settles.notifies(timeout=0.05)) == []
