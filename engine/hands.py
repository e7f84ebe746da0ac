"""What a worker has in hand, and what becomes of that when the database goes away meanwhile."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import psycopg

from engine import line, queue
from engine.queue import Claim
from engine.sender import key_of
from sql import query

Db = psycopg.Connection[Any]

CUT = "the line to the database was lost with it in hand"
CUT_TWICE = "the line to the database was lost twice running with it in hand"


@dataclass(slots=True)
class Hands:
    """A batch of reactions to settle, or one thing to send: what did not end is given back over the next line."""

    claims: list[Claim] = field(default_factory=list)
    sending: Claim | None = None
    _lost: frozenset[tuple[int, int]] = frozenset()
    _cut: bool = False
    _suspect: bool = False

    @contextmanager
    def settling(self, db: Db, claims: Sequence[Claim]) -> Iterator[None]:
        """Hold a batch until it is settled."""
        self.claims = list(claims)
        with self._noting(db):
            yield
        self.claims = []

    @contextmanager
    def delivering(self, db: Db, claim: Claim) -> Iterator[None]:
        """Hold what is sent until it is known what became of it."""
        self.sending = claim
        with self._noting(db):
            yield
        self.sending = None

    @contextmanager
    def _noting(self, db: Db) -> Iterator[None]:
        try:
            yield
        except psycopg.Error as fault:
            # Whatever the database lacks for itself (53, 58: a full disk, memory) parts nobody.
            self._cut = line.is_cut(db, fault)
            self._suspect = self._cut or fault.sqlstate == line.STATEMENT_TIMEOUT
            raise

    def give_back(self, db: Db) -> None:
        """Free what did not commit when the line was lost: at once, not when its lease ends."""
        if self.claims:
            self._give_back_settles(db)
        if (claim := self.sending) is not None:
            with db.transaction():
                if self._cut:
                    queue.fail(db, claim, CUT)
                else:
                    # Whether its sending had begun stands beside it: a text that may have left is not sent again.
                    queue.put_back(db, [claim], delay=queue.backoff(1), refund=True)
                db.execute(query("queue.free_lane"), {"lane": claim.lane, "pause": 0.0, **key_of(claim)})
            self.sending = None

    def _give_back_settles(self, db: Db) -> None:
        """Let a batch go on; what was in hand at two losses running may be what ends the line.

        It is parted from the others, and one by itself is at fault.
        """
        suspects = self._lost if self._suspect else frozenset()
        again = [claim for claim in self.claims if (claim.connection_id, claim.id) in suspects]
        with db.transaction():
            queue.put_back(db, [claim for claim in self.claims if claim not in again], refund=True)
            if len(self.claims) == 1 and again and self._cut:
                queue.fail(db, again[0], CUT_TWICE)
            else:
                delay = queue.backoff(1)
                queue.put_back(db, again, delay=delay, refund=True, error=CUT_TWICE, alone=True)
        self._lost = frozenset((claim.connection_id, claim.id) for claim in self.claims)
        self.claims = []
