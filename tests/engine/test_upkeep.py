"""What is no longer needed goes: texts by the capture policy, finished queue rows, the old feed."""

from __future__ import annotations

import psycopg

from engine import intake
from engine.upkeep import upkeep
from sql import query
from tests.engine.stage import SETTINGS, Stage, react, seen


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
    intake.store_found(stage.db, stage.id, seen())
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
    with psycopg.connect(database_url) as other:
        assert other.execute(query("upkeep.lead")).fetchone() == (True,)
        assert upkeep(stage.db, SETTINGS) is False
        assert stage.rows("select text_dropped_at from whatsapp_messages") == [{"text_dropped_at": None}]
