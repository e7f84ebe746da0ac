"""Let go of what is no longer needed: an item of the queue like any other, done by one worker, a batch at a time."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import psycopg
import structlog

from engine import line, queue
from engine.config import Settings
from engine.queue import Claim, Claimer
from sql import query
from sql.parameters import records

Db = psycopg.Connection[Any]
log = structlog.get_logger()

BATCH = 5_000
"""Rows that one statement takes: a long transaction would hold the queue's dead rows."""
EVERY = 300.0
"""Seconds between two runs."""

STEPS = (
    "upkeep.drop_finished",
    "upkeep.drop_texts",
    "upkeep.drop_edited_texts",
    "live.purge",
    "upkeep.drop_doubts",
    "upkeep.drop_log",
    "upkeep.drop_readings",
    "upkeep.drop_deliveries",
    "upkeep.drop_sent",
    "upkeep.drop_groups",
    "upkeep.drop_notices",
    "repeated.forget_old",
    "jobs.forget_old",
    "bulk.forget_old",
)
STATS = "upkeep.refresh_stats"
STATS_EVERY = 3600.0
"""Seconds between two renewals of the statistics, which read the whole log."""


@dataclass(slots=True)
class Upkeep:
    """One worker's part in the upkeep: it holds the item while it works through the steps."""

    settings: Settings
    claimer: Claimer
    batch: int = BATCH
    _claim: Claim | None = None
    _left: list[str] = field(default_factory=list)

    def begin(self, db: Db) -> None:
        """Take the upkeep where it is due and nobody else has it."""
        if self._claim is None:
            db.execute(query("upkeep.ensure"))
            self._claim = self.claimer.upkeep(db)
            self._left = list(STEPS)

    def turn(self, db: Db) -> bool:
        """Do one batch where the upkeep is ours; return whether more is left to do."""
        claim = self._claim
        if claim is None:
            return False
        try:
            with db.transaction():
                fence = claim.fence(lease=self.settings.lease_seconds)
                if db.execute(query("upkeep.hold"), fence).fetchone() is None:
                    self._claim = None
                    return False
                if self._left and self._step(db, self._left[0]) < self.batch:
                    del self._left[0]
            if not self._left:
                self._finish(db, claim)
        except psycopg.Error as fault:
            if line.is_gone(db, fault):
                raise
            step = self._left[0] if self._left else STATS
            log.warning("the upkeep failed", step=step, fault=type(fault).__name__, state=fault.sqlstate)
            error = f"{step}: {type(fault).__name__}"
            queue.put_back(db, [claim], delay=queue.backoff(claim.attempts), refund=False, error=error)
            self._claim = None
        return self._claim is not None

    def let_go(self, db: Db) -> None:
        """Leave what is left to another worker, at once."""
        if self._claim is not None:
            queue.put_back(db, [self._claim], refund=True)
            self._claim = None

    def _step(self, db: Db, name: str) -> int:
        """Return how many rows a step looked at."""
        kept = self.settings
        done = db.execute(
            query(name),
            {
                "n": self.batch,
                "finished_hours": kept.keep_finished_hours,
                "text_hours": kept.keep_text_hours,
                "hours": kept.keep_feed_hours,
                "log_days": kept.keep_log_days,
                "readings_days": kept.keep_readings_days,
                "sent_days": kept.keep_sent_days,
            },
        )
        row = done.fetchone() if done.description else None
        return row[0] if row else done.rowcount

    def _finish(self, db: Db, claim: Claim) -> None:
        fence = claim.fence(every=STATS_EVERY)
        if db.execute(query("upkeep.stats_due"), fence).fetchone():
            # Last, since it counts what is left; in no transaction that holds the item.
            db.execute(query(STATS))
            db.execute(query("upkeep.note_stats"), fence)
        # Its attempts begin anew: what counts is whether the next run fails.
        done = claim.fence(refund=claim.attempts, delay=EVERY, error=None, alone=False)
        db.execute(query("queue.put_back"), {"claims": records([done])})
        run = {"connection_id": claim.connection_id, "name": "upkeep_runs", "amount": 1}
        db.execute(query("settle.count"), {"rows": records([run])})
        self._claim = None
