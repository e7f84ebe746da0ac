"""The queue from a worker's side: claim with a lease, complete behind a fence, put back, bury."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import psycopg
from psycopg.rows import class_row

from engine.line import by_key
from engine.watermark import Watermark
from sql import query
from sql.parameters import records

Db = psycopg.Connection[Any]
AGING = 10
"""Every so many claims one goes by time alone, so that the low priorities are never starved."""

LONGEST_BACKOFF = 3600.0
"""Seconds."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A queue item that this worker holds until its lease runs out; `attempts` is the fence."""

    connection_id: int
    id: int
    event_type: str
    event_data: dict[str, Any]
    lane: str | None
    attempts: int
    max_attempts: int
    expires_at: datetime | None
    created_at: datetime
    priority: str
    run_at: datetime

    def fence(self, **more: object) -> dict[str, object]:
        """Return what a statement needs to know this claim by."""
        return {"connection_id": self.connection_id, "id": self.id, "attempts": self.attempts, **more}


@dataclass(slots=True)
class Claimer:
    """Claim for one worker; `claims` counts the turns towards the one that goes by time."""

    worker: str
    lease_seconds: float
    claims: int = 0
    _alone_first: bool = True
    _watermark: Watermark = field(default_factory=Watermark)

    def settles(self, db: Db, n: int) -> list[Claim]:
        """Return up to `n` reactions to settle; one whose lease ran out, or that failed before, comes alone.

        First at every second turn, and a new worker begins with the others: however many hang theirs, those flow.
        """
        self._alone_first = not self._alone_first
        if self._alone_first:
            return self._alone(db) or self._together(db, n)
        return self._together(db, n) or self._alone(db)

    def _alone(self, db: Db) -> list[Claim]:
        found = self._claim(db, "queue.claim_alone", "settle", 1, since=self._watermark.since())
        if not found:
            self._watermark.nothing_lapsed()
        return found

    def _together(self, db: Db, n: int) -> list[Claim]:
        self.claims += 1
        statement = "queue.claim_oldest" if self.claims % AGING == 0 else "queue.claim"
        found = self._claim(db, statement, "settle", n, waits=False, marks=records(self._watermark.rows()))
        self._watermark.taken(found, full=len(found) == n)
        return found

    def upkeep(self, db: Db) -> Claim | None:
        """Return the upkeep, where it is due and no other worker has it."""
        found = self._claim(db, "queue.claim", "upkeep", 1, marks=records(Watermark().rows()))
        return found[0] if found else None

    def delivery(self, db: Db) -> Claim | None:
        """Return the next thing to send on a lane that is free."""
        found = self._claim(db, "queue.claim_delivery", "deliver", 1)
        return found[0] if found else None

    def _claim(
        self, db: Db, statement: str, event_type: str, n: int, *, waits: bool = True, **more: object
    ) -> list[Claim]:
        """Claim, and wait until that is on the disk.

        Reactions to settle need not wait: a claim that a crash of the server takes along makes them pending again, and
        the fence keeps out whoever held it. What is sent must be known to be in hand, and what failed to be tried.
        """
        values = {"event_type": event_type, "n": n, "worker": self.worker, "lease": self.lease_seconds} | more
        with by_key(db), db.cursor(row_factory=class_row(Claim)) as cursor:
            if not waits:
                db.execute(query("line.without_waiting"))
            return cursor.execute(query(statement), values).fetchall()


def claimer_of(worker: str, lease_seconds: float) -> Claimer:
    """Return a claimer that begins anywhere: one that is made anew at every reconnect comes to its tenth claim too."""
    return Claimer(worker, lease_seconds, random.randrange(AGING))  # noqa: S311 - a turn, no secret


def settle_item(connection_id: int, message_id: str, address: str, *, priority: str | None = None) -> dict[str, Any]:
    """Return the queue item that says only: settle this reaction; without an address, this message."""
    return {
        "connection_id": connection_id,
        "event_type": "settle",
        "event_data": {"message_id": message_id, "address": address},
        "priority": priority,
    }


def complete(db: Db, claims: Iterable[Claim]) -> set[tuple[int, int]]:
    """Complete claims in the caller's transaction; return those that were still ours."""
    rows = db.execute(query("queue.complete"), {"claims": records(claim.fence() for claim in claims)}).fetchall()
    return {(row[0], row[1]) for row in rows}


def put_back(
    db: Db,
    claims: Sequence[Claim],
    *,
    delay: float = 0.0,
    refund: bool,
    error: str | None = None,
    alone: bool = False,
) -> None:
    """Make claims pending again after `delay` seconds; `refund` gives the attempt back, `alone` parts them."""
    if claims:
        rows = records(claim.fence(refund=int(refund), delay=delay, error=error, alone=alone) for claim in claims)
        db.execute(query("queue.put_back"), {"claims": rows})


def fail(db: Db, claim: Claim, error: str) -> None:
    """Let an item try again later and by itself, or bury it after its last attempt."""
    if claim.attempts >= claim.max_attempts:
        bury(db, claim, error)
    else:
        put_back(db, [claim], delay=backoff(claim.attempts), refund=False, error=error, alone=True)


def renew(db: Db, claims: Iterable[Claim], lease_seconds: float) -> None:
    """Hold claims for another lease."""
    db.execute(query("queue.renew"), {"claims": records(claim.fence() for claim in claims), "lease": lease_seconds})


def let_go(db: Db, worker: str, reason: str) -> int:
    """Free at once what a worker held that ended, and return how much that was.

    One by itself is at fault: it fails. Of several nobody knows which: each is tried by itself, the attempt given back.
    """
    with db.transaction():
        with db.cursor(row_factory=class_row(Claim)) as cursor:
            held = cursor.execute(query("queue.held_by"), {"worker": worker}).fetchall()
        if len(held) == 1:
            fail(db, held[0], reason)
        else:
            put_back(db, held, refund=True, error=reason, alone=True)
    return len(held)


def from_now(db: Db, seconds: float) -> datetime:
    """Return when so many seconds are over, by the database's clock: workers' own need not agree."""
    at: datetime = db.execute(query("queue.from_now"), {"seconds": seconds}).fetchall()[0][0]
    return at


def is_over(db: Db, at: datetime) -> bool:
    """Tell whether an instant has passed, by the same clock."""
    return db.execute(query("queue.is_over"), {"at": at}).fetchone() == (True,)


def bury(db: Db, claim: Claim, error: str) -> None:
    """Put an item with the dead letters, with its reason."""
    db.execute(query("queue.bury"), {"claims": records([claim.fence(error=error)])})


def backoff(attempts: int) -> float:
    """Return seconds to wait after so many attempts: doubling, up to an hour, give or take a fifth."""
    # The upkeep has attempts without end: past 1023 of them the power itself would be too large for a float.
    return min(2.0 ** min(attempts, 12), LONGEST_BACKOFF) * random.uniform(0.8, 1.2)  # noqa: S311 - jitter, no secret
