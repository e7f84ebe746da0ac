"""The machine's limit: a loop that claims, writes and completes in batches, and decides nothing."""

from __future__ import annotations

import time

import psycopg
from psycopg.rows import dict_row

from bench.speeds.ground import Db, statements
from bench.speeds.jobs import PAYLOAD
from engine import rulebook
from engine.config import Settings
from engine.queue import Claimer
from engine.settle import Settler
from sql.parameters import document, records

_RAW = statements(__file__, "raw.sql")


def jobs_a_second(url: str, n: int) -> float:
    """Return how many jobs that insert one row are claimed, done and completed in a second, in batches of 100."""
    with psycopg.connect(url, autocommit=True) as db:
        # Several statements at once go without parameters.
        db.execute(_RAW["table"])
        db.execute(_RAW["fill"], {"payload": document(PAYLOAD), "n": n})
        db.execute("vacuum analyze")
        db.execute("checkpoint")
        began = time.perf_counter()
        while found := db.execute(_RAW["claim"]).fetchall():
            rows = [{"id": id_, "message_id": job["message_id"], "title": job["text"]} for id_, job in found]
            db.execute(_RAW["finish"], {"rows": records(rows)})
        return n / (time.perf_counter() - began)


def settles_a_second(url: str, batch: int = 100) -> float:
    """Return how many waiting reactions are claimed in a second, with all that settling one into a note writes."""
    with psycopg.connect(url, autocommit=True) as db:
        claimer = Claimer("raw", 30)
        example = _rehearsed(db, claimer)
        done, began = 0, time.perf_counter()
        while claims := claimer.settles(db, batch):
            rows = [claim.fence(event_data=claim.event_data) for claim in claims]
            db.execute(_RAW["same_writes"], example | {"claims": records(rows)})
            done += len(claims)
        return done / (time.perf_counter() - began)


def _rehearsed(db: Db, claimer: Claimer) -> dict[str, object]:
    """Settle some reactions as the product does, and return what it wrote for one, to be written for all."""
    settler = Settler(Settings(_env_file=None), lambda work: work(), rulebook.Shelf())
    settler.settle(db, claimer.settles(db, 10))
    with db.cursor(row_factory=dict_row) as cursor:
        (row,) = cursor.execute(
            """
            select l.explanation, f.body, i.reading, i.terms
            from action_execution_log l
            join live_feed f on f.body ->> 'message_id' = l.message_id
            join items i on i.message_id = l.message_id
            limit 1
            """
        ).fetchall()
    return {name: value if isinstance(value, str) else document(value) for name, value in row.items()}
