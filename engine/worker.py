"""A worker: claim, settle, deliver, until told to stop; losing the database is a reason to wait, never to exit."""

from __future__ import annotations

import os
import secrets
import socket
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

import psycopg
import structlog

from engine import clock, deadline, gaps, line, plugins, queue, rulebook
from engine.config import Settings
from engine.deliver import Deliverer
from engine.ears import DELIVERIES, QUEUE, Ears
from engine.hands import Hands
from engine.pulse import Pulse
from engine.queue import Claim, Claimer
from engine.settle import Guard, Settler
from engine.told import Told
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


@dataclass(slots=True)
class Worker:
    """One process's loop over one database connection."""

    settings: Settings
    conninfo: str
    vault: Vault
    kinds: Collection[str] = KINDS
    pulse: Pulse = field(default_factory=Pulse)
    name: str = field(default_factory=lambda: name_of(os.getpid(), secrets.token_hex(3)))
    _told: Told = field(default_factory=Told)
    _hands: Hands = field(default_factory=Hands)
    _upkeep: Upkeep | None = None
    _renewed_at: float = 0.0
    _look_at: float = 0.0
    _failures: int = 0
    _ears: Ears = field(init=False)

    def __post_init__(self) -> None:
        channels = (QUEUE, DELIVERIES) if "deliver" in self.kinds else (QUEUE,)
        self._ears = Ears(self.settings, channels, self._told.wait)

    def run(self) -> None:
        """Work until SIGTERM or SIGINT; the item in hand is finished first, and the rest of its batch given back."""
        self._told.listen()
        if "settle" in self.kinds:
            warm_up()
            plugins.load_parsers()
        deadline.limit_memory(self.settings.worker_memory_mb)
        log.info("worker started", worker=self.name, kinds=list(self.kinds))
        self._work()
        log.info("worker stopped", worker=self.name)

    def _work(self) -> None:
        while not self._told.stopping:
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
                self._told.wait(wait)

    def _serve(self, db: Db) -> None:
        self._hands.give_back(db)
        if self._upkeep:
            self._upkeep.let_go(db)
        self._look_at = 0.0
        self._ears.open(db)
        gaps.hasten(db)
        settler = Settler(self.settings, self._guard(db), rulebook.Shelf(), lambda: self._told.stopping)
        deliverer = Deliverer(self.settings, self.vault)
        claimer = queue.claimer_of(self.name, self.settings.lease_seconds)
        self._upkeep = upkeep = Upkeep(self.settings, claimer)
        while not self._told.stopping:
            self._ears.forget(db)
            worked = "settle" in self.kinds and self._settle(db, claimer, settler)
            worked = ("deliver" in self.kinds and self._deliver(db, claimer, deliverer)) or worked
            worked = self._keep_up(db, upkeep) or worked
            self._failures = 0
            if not worked:
                # For a notification, or for the next poll: a LISTEN can die silently, polling is the truth.
                self._ears.wait(db, self.settings.poll_seconds)
        upkeep.let_go(db)
        self._ears.close()

    def _guard(self, db: Db) -> Guard:
        """Return what each reading runs under; between two of them the batch is held on to."""
        lease = self.settings.lease_seconds

        def hold_on() -> None:
            if clock.stopwatch() - self._renewed_at > lease * RENEW:
                queue.renew(db, self._hands.claims, lease)
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
            started = self._renewed_at = clock.stopwatch()
            with self._hands.settling(db, claims):
                _by_the_rules_of(claims, settler).settle(db, claims)
            log.debug("settled", reactions=len(claims), ms=round((clock.stopwatch() - started) * 1000, 1))
        return bool(claims)

    def _deliver(self, db: Db, claimer: Claimer, deliverer: Deliverer) -> bool:
        claim = claimer.delivery(db)
        if claim:
            self.pulse.busy(self.settings.lease_seconds * SENDING)
            try:
                with self._hands.delivering(db, claim):
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


def name_of(process: int, token: str) -> str:
    """Return the name under which a worker process claims; hosts can share their name and their process numbers."""
    return f"{socket.gethostname()}:{token}:{process}"


def _by_the_rules_of(claims: Sequence[Claim], settler: Settler) -> Settler:
    """Return who settles claims: by the rules of now, unless a person asked for those of an earlier moment."""
    at = claims[0].event_data.get("rules_at") if len(claims) == 1 else None
    return replace(settler, shelf=rulebook.Past(datetime.fromisoformat(at))) if at else settler
