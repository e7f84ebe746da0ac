"""The statements of docs/scaling.md do what the page says."""

from __future__ import annotations

import re
from pathlib import Path

import psycopg
import pytest

from sql import query
from tests.engine.stage import Stage, react, seen

PAGE = (Path(__file__).parents[2] / "docs" / "scaling.md").read_text()
PARTING, DROPPING = (block for block in re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL) if "nlp_processing" in block)


@pytest.fixture
def stage(db: psycopg.Connection, database_url: str) -> Stage:
    return Stage(db, database_url)


def test_a_log_in_months_is_written_and_cleaned_like_one_in_a_piece(stage: Stage) -> None:
    stage.tell(seen(), react())
    stage.settle()
    before = stage.rows("select * from nlp_processing_log")
    assert before
    with stage.db.transaction(force_rollback=True):
        stage.db.execute(re.sub(r"^(begin|commit);$", "", PARTING, flags=re.MULTILINE))
        assert stage.rows("select * from nlp_processing_log") == before
        stage.db.execute(
            "insert into nlp_processing_log (connection_id, message_id, parser, language, took_ms, created_at)"
            " select connection_id, message_id, parser, language, took_ms, '2030-01-15' from nlp_processing_log"
        )
        # What the workers write and the upkeep drops goes on as before.
        assert len(stage.rows("select from nlp_processing_log_2030_01")) == len(before)
        stage.db.execute("update nlp_processing_log_before set created_at = now() - interval '91 days'")
        stage.db.execute(query("upkeep.drop_readings"), {"readings_days": 90, "n": 5000})
        assert len(stage.rows("select from nlp_processing_log")) == len(before)
        stage.db.execute(DROPPING)
        assert stage.rows("select from nlp_processing_log") == []
        stage.db.execute("delete from connections")
