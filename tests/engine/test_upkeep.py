"""What is no longer needed goes: texts by the capture policy, finished queue rows, the old feed."""

from __future__ import annotations

import psycopg
import pytest

from engine import queue, rulebook, storing
from engine.config import Settings
from engine.metrics import Standing
from engine.queue import Claimer
from engine.upkeep import Upkeep
from rules.book import read
from sql import query
from tests.engine.stage import SETTINGS, Stage, react, seen


def upkeep(db: psycopg.Connection, settings: Settings) -> None:
    """Do one whole run now, unless somebody is at it."""
    db.execute("update action_queue set run_at = now() where event_type = 'upkeep' and status = 'pending'")
    one = Upkeep(settings, Claimer("w", 30))
    one.begin(db)
    while one.turn(db):
        pass


def test_a_text_goes_after_its_hours_unless_somebody_reacted_to_it(stage: Stage) -> None:
    stage.tell(seen(id_="kept"), seen(id_="young"), seen(id_="old"), react("🎉", "kept"))
    stage.db.execute("update whatsapp_messages set stored_at = now() - interval '73 hours' where id in ('kept', 'old')")
    upkeep(stage.db, SETTINGS)
    kept = stage.rows("select id, text is not null as has_text, text_dropped_at is not null as dropped"
                      " from whatsapp_messages order by id")  # fmt: skip
    assert kept == [
        {"id": "kept", "has_text": True, "dropped": False},
        {"id": "old", "has_text": False, "dropped": True},
        {"id": "young", "has_text": True, "dropped": False},
    ]


def test_the_text_of_an_old_message_is_asked_for_again_when_somebody_reacts_to_it(stage: Stage) -> None:
    stage.tell(seen())
    stage.db.execute("update whatsapp_messages set stored_at = now() - interval '73 hours'")
    upkeep(stage.db, SETTINGS)
    stage.tell(react("💳"))
    stage.settle()
    assert stage.rows("select event_type from action_queue where event_type = 'ask'") == [{"event_type": "ask"}]
    storing.store_found(stage.db, stage.id, seen())
    stage.settle()
    assert stage.items() == [("bill", "CFE", "open")]


def test_each_old_text_is_looked_at_once(stage: Stage) -> None:
    stage.tell(seen(), react("🎉"))
    stage.db.execute("update whatsapp_messages set stored_at = now() - interval '73 hours'")
    for _ in range(2):
        upkeep(stage.db, SETTINGS)
    assert stage.rows("select text_kept, text is not null as has_text from whatsapp_messages") == [
        {"text_kept": True, "has_text": True}
    ]


def test_the_old_feed_goes_and_the_new_one_stays(stage: Stage) -> None:
    for id_ in ("M1", "M2"):
        stage.tell(seen(id_=id_), react("💳", id_))
        stage.settle()
    stage.db.execute("update live_feed set created_at = now() - interval '25 hours' where body->>'message_id' = 'M1'")
    upkeep(stage.db, SETTINGS)
    assert stage.rows("select body->>'message_id' as id from live_feed where event <> 'purged'") == [{"id": "M2"}]


def test_only_one_worker_keeps_up_at_a_time(stage: Stage, database_url: str) -> None:
    stage.tell(seen())
    stage.db.execute("update whatsapp_messages set stored_at = now() - interval '73 hours'")
    with psycopg.connect(database_url, autocommit=True) as other:
        theirs = Upkeep(SETTINGS, Claimer("other", 30))
        theirs.begin(other)
        upkeep(stage.db, SETTINGS)
        assert stage.rows("select text_dropped_at from whatsapp_messages") == [{"text_dropped_at": None}]
        while theirs.turn(other):
            pass
    assert stage.rows("select text is null as gone from whatsapp_messages") == [{"gone": True}]


def test_who_lost_the_upkeep_to_another_worker_does_no_more_of_it(stage: Stage) -> None:
    late, now = (Upkeep(SETTINGS, Claimer(name, lease)) for name, lease in (("late", -1), ("now", 30)))
    late.begin(stage.db)
    stage.db.execute(query("queue.return_expired"))
    now.begin(stage.db)
    stage.tell(seen())
    stage.db.execute("update whatsapp_messages set stored_at = now() - interval '73 hours'")
    assert late.turn(stage.db) is False
    assert stage.rows("select text_dropped_at from whatsapp_messages") == [{"text_dropped_at": None}]
    assert now.turn(stage.db) is True


@pytest.mark.parametrize("off", ["", "hashjoin mergejoin material indexscan bitmapscan"], ids=["its plan", "the worst"])
def test_what_is_much_goes_a_batch_at_a_time_whatever_the_plan(stage: Stage, off: str) -> None:
    for way in off.split():
        stage.db.execute(f"set enable_{way} = off")
    stage.db.execute("analyze whatsapp_messages")  # while there is none
    stage.tell(*(seen(id_=f"M{n}") for n in range(5)))
    stage.db.execute("update whatsapp_messages set stored_at = now() - interval '73 hours'")
    one = Upkeep(SETTINGS, Claimer("w", 30), batch=2)
    one.begin(stage.db)
    left = []
    while one.turn(stage.db):
        left.append(stage.rows("select count(text) as n from whatsapp_messages")[0]["n"])
    assert sorted(set(left), reverse=True) == [5, 3, 1, 0]


def test_finished_rows_go_after_an_hour_and_not_before_and_what_a_person_discarded_stays(stage: Stage) -> None:
    for n in ("old", "young", "discarded"):
        stage.tell(seen(id_=n), react("🎉", n))
    queue.complete(stage.db, stage.claims())
    stage.db.execute("update action_queue set finished_at = now() - interval '61 minutes'"
                     " where event_data->>'message_id' <> 'young' and event_type = 'settle'")  # fmt: skip
    stage.db.execute(
        "update action_queue set discarded_because = 'a joke' where event_data->>'message_id' = 'discarded'"
    )
    upkeep(stage.db, SETTINGS)
    left = "select event_data->>'message_id' as id from action_queue where event_type = 'settle' order by 1"
    assert stage.rows(left) == [{"id": "discarded"}, {"id": "young"}]
    stage.db.execute("update action_queue set finished_at = now() - interval '366 days' where status = 'completed'")
    upkeep(stage.db, SETTINGS)
    assert stage.rows(left) == []


def test_what_was_in_doubt_and_was_read_again_is_no_longer_looked_at_to_find_what_waits(stage: Stage) -> None:
    careful = {
        "id": "careful", "when": {"reaction": "🧐"}, "parse": {"use": "bill", "min_confidence": 0.9},
        "do": [{"create_bill": {}}], "on_low_confidence": "review",
    }  # fmt: skip
    rulebook.save(stage.db, stage.id, read({"version": 1, "rules": [careful]}).rules, origin="ui")
    for id_ in ("M1", "M2"):
        stage.tell(seen("CFE mañana", id_), react("🧐", id_))
    stage.settle()
    stage.tell(react(None, n=2))
    stage.settle()
    looked_at = "select message_id from action_execution_log where waits order by id"
    assert stage.rows(looked_at) == [{"message_id": "M1"}, {"message_id": "M2"}]
    upkeep(stage.db, SETTINGS)
    assert stage.rows(looked_at) == [{"message_id": "M2"}]


def test_the_log_goes_after_a_year_but_not_what_explains_an_item(stage: Stage) -> None:
    stage.tell(seen(), react("💳"))
    stage.settle()
    for n, emoji in enumerate([None, "💳", "🎉", None], start=2):
        stage.tell(react(emoji, n=n))
        stage.settle()
    stage.tell(seen("hola", "none"), react("🎉", "none"))
    stage.settle()
    assert stage.outcomes()[-1] == "no_rule"
    stage.db.execute("update action_execution_log set created_at = now() - interval '366 days'")
    changed = """
        select revision from action_execution_log where message_id = 'M1' and explanation->'changes' <> '[]' order by 1
    """
    before = stage.rows(changed)
    for _ in range(2):
        upkeep(stage.db, SETTINGS)
    assert stage.rows(changed) == before
    kept = stage.rows("select message_id, max(revision) as newest, bool_and(kept) as kept from action_execution_log"
                      " group by message_id")  # fmt: skip
    assert kept == [{"message_id": "M1", "newest": 5, "kept": True}]


def test_readings_and_deliveries_go_after_three_months_but_not_what_may_be_tried_again(stage: Stage) -> None:
    stage.tell(seen(), react("💳"))
    stage.settle()
    (waiting,) = stage.rows("select id from action_queue where event_type = 'deliver'")
    for queue_id in (waiting["id"], 999_999):
        stage.db.execute(
            "insert into deliveries (connection_id, queue_id, outcome, at)"
            " values (%s, %s, 'sending', now() - interval '91 days')",
            [stage.id, queue_id],
        )
    stage.db.execute("update nlp_processing_log set created_at = now() - interval '91 days'")
    upkeep(stage.db, SETTINGS)
    assert stage.rows("select queue_id from deliveries") == [{"queue_id": waiting["id"]}]
    assert stage.rows("select count(*) as n from nlp_processing_log") == [{"n": 0}]


def test_that_an_old_message_is_ours_is_never_forgotten(stage: Stage) -> None:
    stage.tell(seen(id_="known", by_us=True))
    for id_ in ("known", "unknown"):
        stage.db.execute(
            "insert into sent_messages (connection_id, message_id, sent_at) values (%s, %s, now() - interval '91 days')"
            " on conflict (connection_id, message_id) do update set sent_at = excluded.sent_at",
            [stage.id, id_],
        )
    for _ in range(2):
        upkeep(stage.db, SETTINGS)
    assert stage.rows("select message_id from sent_messages") == [{"message_id": "unknown"}]
    stage.tell(react("💳", "known"), react("💳", "unknown"), seen(id_="unknown"))
    stage.settle()
    assert stage.items() == []
    assert set(stage.outcomes()) == {"own_message"}


def test_the_statistics_of_each_day_are_renewed(stage: Stage) -> None:
    stage.tell(seen(), react("💳"))
    stage.settle()
    upkeep(stage.db, SETTINGS)
    assert stage.rows("select emoji, outcome, actions from daily_action_stats") == [
        {"emoji": "💳", "outcome": "created", "actions": 1}
    ]


def test_the_statistics_are_renewed_once_an_hour_at_most(stage: Stage) -> None:
    upkeep(stage.db, SETTINGS)
    stage.tell(seen(), react("💳"))
    stage.settle()
    upkeep(stage.db, SETTINGS)
    assert stage.rows("select from daily_action_stats") == []
    stage.db.execute(
        "update action_queue set event_data = jsonb_build_object('stats_at', now() - interval '61 minutes')"
        " where event_type = 'upkeep'"
    )
    upkeep(stage.db, SETTINGS)
    assert len(stage.rows("select from daily_action_stats")) == 1


def test_an_upkeep_that_fails_is_tried_again_later(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    one = Upkeep(SETTINGS, Claimer("w", 30))
    one.begin(stage.db)
    monkeypatch.setattr(one.settings, "keep_text_hours", 2**31 - 1)  # the moment lies before all time
    while one.turn(stage.db):
        pass
    (row,) = stage.rows("select status::text, last_error, run_at > now() as later from action_queue"
                        " where event_type = 'upkeep'")  # fmt: skip
    assert row == {"status": "pending", "last_error": "upkeep.drop_texts: DatetimeFieldOverflow", "later": True}


def test_the_upkeep_always_waits_in_the_queue_and_is_no_work_that_waits(stage: Stage) -> None:
    upkeep(stage.db, SETTINGS)
    rows = stage.rows(query("metrics.queue"))
    assert [(row["event_type"], row["status"], row["count"]) for row in rows] == [("upkeep", "pending", 1)]
    assert Standing(queue=rows, oldest=[], totals=[], feed=[], lines=[], workers=[]).depth("pending") == 0


def test_the_text_of_a_watched_message_goes_unless_a_rule_made_something_of_it(stage: Stage) -> None:
    rule = {"when": {"message": "any", "by": "anyone"}, "if": [{"field": "text", "contains": "CFE"}]}
    made = read({"version": 1, "rules": [{"id": "cfe", "do": [{"create_bill": {}}], **rule}]})
    rulebook.save(stage.db, stage.id, made.rules, origin="ui")
    stage.db.execute("update connections set watches_since = acts_since")
    stage.tell(seen(id_="bill"), seen("Buenos días", "chatter"))
    stage.settle()
    stage.db.execute("update whatsapp_messages set stored_at = now() - interval '73 hours'")
    upkeep(stage.db, SETTINGS)
    kept = stage.rows("select id, text is not null as has_text from whatsapp_messages order by id")
    assert kept == [{"id": "bill", "has_text": True}, {"id": "chatter", "has_text": False}]


def test_who_belongs_to_a_group_goes_a_week_after_a_rule_asked_last(stage: Stage) -> None:
    for chat, days in (("old@g.us", 8), ("young@g.us", 6)):
        stage.db.execute(
            "insert into whatsapp_groups (connection_id, chat, fetched_at)"
            " values (%s, %s, now() - %s * interval '1 day')",
            [stage.id, chat, days],
        )
        stage.db.execute("insert into whatsapp_group_members values (%s, %s, 'a@lid', false)", [stage.id, chat])
    upkeep(stage.db, SETTINGS)
    assert stage.rows("select chat from whatsapp_group_members") == [{"chat": "young@g.us"}]


def test_whom_toque_told_something_of_its_own_accord_goes_after_a_day(stage: Stage) -> None:
    for address, hours in (("old", 25), ("young", 23)):
        stage.db.execute(
            "insert into notices values (%s, %s, 'many', now() - %s * interval '1 hour')", [stage.id, address, hours]
        )
    upkeep(stage.db, SETTINGS)
    assert stage.rows("select address from notices") == [{"address": "young"}]


def test_answers_jobs_and_bulk_edits_go_though_nobody_ever_asks_for_another(stage: Stage) -> None:
    for key, hours in (("old", 25), ("young", 23)):
        stage.db.execute(
            "insert into idempotency_keys (caller, key, fingerprint, status, body, at)"
            " values ('machine', %s, 'f', 200, 'CFE', now() - %s * interval '1 hour')",
            [key, hours],
        )
        stage.db.execute(
            "insert into jobs (connection_id, caller, kind, state, created_at, finished_at)"
            " values (%s, 'machine', %s, 'cancelled', now() - %s * interval '1 hour', now())",
            [stage.id, key, hours],
        )
    upkeep(stage.db, SETTINGS)
    assert stage.rows("select key from idempotency_keys") == [{"key": "young"}]
    assert stage.rows("select kind from jobs") == [{"kind": "young"}]
