"""A worker: claim, settle, deliver, until told to stop; losing the database is a reason to wait, never to exit."""

from __future__ import annotations

import contextlib
import os
import secrets
import signal
import socket
import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import FrameType
from typing import Any

import psycopg
import structlog

from engine import clock, deadline, gaps, line, plugins, queue, rulebook
from engine.config import Settings
from engine.deliver import Deliverer
from engine.ears import DELIVERIES, QUEUE, Ears
from engine.pulse import Pulse
from engine.queue import Claim, Claimer
from engine.settle import Guard, Settler
from engine.upkeep import Upkeep
from engine.vault import Vault
from parsers import warm_up
from sql import query
from sql.migrate import require_current

Db = psycopg.Connection[Any]
log = structlog.get_logger()

KINDS = ("settle", "deliver")
LOOK_AFTER = 30.0
"""Seconds between two looks for leases that ran out, and for the upkeep."""
RENEW = 1 / 3
"""A batch is held for another lease when this much of the last one is over."""
SENDING = 0.9
"""The part of the lease in which an answer must be sent, or the parent ends us."""
LONGEST_RECONNECT = 10.0
CUT_TWICE = "the line to the database was lost twice running with it in hand"


class Stop(Exception):  # noqa: N818 - it says what to do
    """Told to stop while idle."""


@dataclass(slots=True)
class Worker:
    """One process's loop over one database connection."""

    settings: Settings
    conninfo: str
    vault: Vault
    kinds: Collection[str] = KINDS
    pulse: Pulse = field(default_factory=Pulse)
    name: str = field(default_factory=lambda: name_of(os.getpid(), secrets.token_hex(3)))
    stopping: bool = False
    _held: list[Claim] = field(default_factory=list)
    _lost: frozenset[tuple[int, int]] = frozenset()
    _cut: bool = False
    _suspect: bool = False
    _renewed_at: float = 0.0
    _idle: bool = False
    _look_at: float = 0.0
    _failures: int = 0
    _ears: Ears = field(init=False)

    def __post_init__(self) -> None:
        self._ears = Ears(self.settings, (QUEUE, DELIVERIES) if "deliver" in self.kinds else (QUEUE,))

    def run(self) -> None:
        """Work until SIGTERM or SIGINT; the item in hand is finished first."""
        signal.signal(signal.SIGTERM, self._stop)
        signal.signal(signal.SIGINT, self._stop)
        if "settle" in self.kinds:
            warm_up()
            plugins.load_parsers()
        deadline.limit_memory(self.settings.worker_memory_mb)
        log.info("worker started", worker=self.name, kinds=list(self.kinds))
        with contextlib.suppress(Stop):
            self._work()
        log.info("worker stopped", worker=self.name)

    def _work(self) -> None:
        while not self.stopping:
            try:
                way = line.line_of(self.settings) | {"application_name": f"toque {self.name}"}
                with psycopg.connect(self.conninfo, autocommit=True, **way) as db:
                    require_current(db)
                    self._serve(db)
            except psycopg.Error as fault:
                # Whatever it is (a restart, a failover to a server that only reads yet): wait, and connect again.
                # Hours of it are many failures: their power would be too large for a float.
                wait = min(0.2 * 2 ** min(self._failures, 10), LONGEST_RECONNECT)
                self._failures += 1
                log.warning("the database is away", fault=type(fault).__name__, state=fault.sqlstate, again_in=wait)
                self._sleep(wait)

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        self.stopping = True
        if self._idle:
            raise Stop

    def _serve(self, db: Db) -> None:
        if self._held:
            self._give_back(db)
        self._ears.open(db)
        gaps.hasten(db)
        settler = Settler(self.settings, self._guard(db), rulebook.Shelf())
        deliverer = Deliverer(self.settings, self.vault)
        claimer = queue.claimer_of(self.name, self.settings.lease_seconds)
        upkeep = Upkeep(self.settings, claimer)
        while not self.stopping:
            self._ears.forget(db)
            worked = "settle" in self.kinds and self._settle(db, claimer, settler)
            worked = ("deliver" in self.kinds and self._deliver(db, claimer, deliverer)) or worked
            worked = self._keep_up(db, upkeep) or worked
            self._failures = 0
            if not worked and not self.stopping:
                self._wait(db)
        upkeep.let_go(db)
        self._ears.close()

    def _give_back(self, db: Db) -> None:
        """Free what did not commit when the line was lost: at once, not when its lease ends.

        What was in hand at two losses running may be what ends the line: it is parted, and one by itself is at fault.
        """
        suspects = self._lost if self._suspect else frozenset()
        again = [claim for claim in self._held if (claim.connection_id, claim.id) in suspects]
        with db.transaction():
            queue.put_back(db, [claim for claim in self._held if claim not in again], refund=True)
            if len(self._held) == 1 and again and self._cut:
                queue.fail(db, again[0], CUT_TWICE)
            else:
                delay = queue.backoff(1)
                queue.put_back(db, again, delay=delay, refund=True, error=CUT_TWICE, alone=True)
        self._lost = frozenset((claim.connection_id, claim.id) for claim in self._held)
        self._held = []

    def _guard(self, db: Db) -> Guard:
        """Return what each reading runs under; between two of them the batch is held on to."""
        lease = self.settings.lease_seconds

        def hold_on() -> None:
            if clock.stopwatch() - self._renewed_at > lease * RENEW:
                queue.renew(db, self._held, lease)
                self._renewed_at = clock.stopwatch()

        return deadline.limit(
            # So short that even what only the parent can end is ended before the lease is over.
            min(self.settings.item_deadline_seconds, lease / 3),
            memory_mb=self.settings.worker_memory_mb,
            pulse=self.pulse,
            before=hold_on,
        )

    def _settle(self, db: Db, claimer: Claimer, settler: Settler) -> bool:
        claims = claimer.settles(db, self.settings.batch)
        if claims:
            self._held = claims
            started = self._renewed_at = clock.stopwatch()
            try:
                _by_the_rules_of(claims, settler).settle(db, claims)
            except psycopg.Error as fault:
                # Whatever the database lacks for itself (53, 58: a full disk, memory) parts nobody.
                self._cut = line.is_cut(db, fault)
                self._suspect = self._cut or fault.sqlstate == line.STATEMENT_TIMEOUT
                raise
            self._held = []
            log.debug("settled", reactions=len(claims), ms=round((clock.stopwatch() - started) * 1000, 1))
        return bool(claims)

    def _deliver(self, db: Db, claimer: Claimer, deliverer: Deliverer) -> bool:
        claim = claimer.delivery(db)
        if claim:
            self.pulse.busy(self.settings.lease_seconds * SENDING)
            try:
                deliverer.deliver(db, claim)
            finally:
                self.pulse.rest()
        return claim is not None

    def _keep_up(self, db: Db, upkeep: Upkeep) -> bool:
        if clock.stopwatch() >= self._look_at:
            db.execute(query("queue.return_expired"))
            db.execute(query("queue.bury_expired"))
            upkeep.begin(db)
            if "deliver" in self.kinds:
                gaps.ensure(db)
            self._look_at = clock.stopwatch() + min(LOOK_AFTER, self.settings.lease_seconds)
        return upkeep.turn(db)

    def _wait(self, db: Db) -> None:
        """Wait for a notification, or for the next poll: a LISTEN can die silently, polling is the truth."""
        self._idle = True
        try:
            if not self.stopping:
                self._ears.wait(db, self.settings.poll_seconds)
        finally:
            self._idle = False

    def _sleep(self, seconds: float) -> None:
        self._idle = True
        try:
            if not self.stopping:
                time.sleep(seconds)
        finally:
            self._idle = False


def name_of(process: int, token: str) -> str:
    """Return the name under which a worker process claims; hosts can share their name and their process numbers."""
    return f"{socket.gethostname()}:{token}:{process}"


def _by_the_rules_of(claims: Sequence[Claim], settler: Settler) -> Settler:
    """Return who settles claims: by the rules of now, unless a person asked for those of an earlier moment."""
    at = claims[0].event_data.get("rules_at") if len(claims) == 1 else None
    return replace(settler, shelf=rulebook.Past(datetime.fromisoformat(at))) if at else settler
