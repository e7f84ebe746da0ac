"""Let go of what is no longer needed: texts past the capture policy, finished queue rows, the old feed."""

from __future__ import annotations

from typing import Any

import psycopg

from engine.config import Settings
from sql import query

BATCH = 5_000
"""Rows that one statement takes: a long transaction would hold the queue's dead rows."""


def upkeep(db: psycopg.Connection[Any], settings: Settings) -> bool:
    """Do one round unless another worker is at it; return whether much is left."""
    with db.transaction():
        row = db.execute(query("upkeep.lead")).fetchone()
        if not row or not row[0]:
            return False
        db.execute(query("queue.bury_expired"))
        rounds = [
            db.execute(query("queue.purge_finished"), {"n": BATCH}),
            db.execute(query("upkeep.drop_texts"), {"n": BATCH, "hours": settings.keep_text_hours}),
            db.execute(query("upkeep.drop_edited_texts"), {"n": BATCH, "hours": settings.keep_text_hours}),
            db.execute(query("live.purge"), {"n": BATCH, "hours": settings.keep_feed_hours}),
        ]
        return any(done.rowcount >= BATCH for done in rounds)
