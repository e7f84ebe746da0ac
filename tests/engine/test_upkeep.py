"""What is no longer needed goes: texts by the capture policy, finished queue rows, the old feed."""

from __future__ import annotations

import psycopg

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


def test_a_reaction_to_a_message_whose_text_went_says_that_there_is_none(stage: Stage) -> None:
    stage.tell(seen())
    stage.db.execute("update whatsapp_messages set stored_at = now() - interval '73 hours'")
    upkeep(stage.db, SETTINGS)
    stage.tell(react("💳"))
    stage.settle()
    assert stage.rows("select error from action_execution_log") == [{"error": "no_text"}]


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
