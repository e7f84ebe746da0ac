"""A worker: claim, settle, deliver, until told to stop; losing the database is a reason to wait, never to exit."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import time
from collections.abc import Collection
from dataclasses import dataclass, field
from types import FrameType
from typing import Any

import psycopg
import structlog

from engine import clock, deadline, queue, rulebook
from engine.config import Settings
from engine.deliver import Deliverer
from engine.line import LINE
from engine.queue import Claim, Claimer
from engine.settle import Settler
from engine.upkeep import upkeep
from engine.vault import Vault
from parsers import warm_up
from sql import query
from sql.migrate import require_current

Db = psycopg.Connection[Any]
log = structlog.get_logger()

KINDS = ("settle", "deliver")
UPKEEP_SECONDS = 30.0
LONGEST_RECONNECT = 10.0


class Stop(Exception):  # noqa: N818 - it says what to do
    """Told to stop while idle."""


@dataclass(slots=True)
class Worker:
    """One process's loop over one database connection."""

    settings: Settings
    conninfo: str
    vault: Vault
    kinds: Collection[str] = KINDS
    name: str = field(default_factory=lambda: f"{socket.gethostname()}:{os.getpid()}")
    stopping: bool = False
    _held: list[Claim] = field(default_factory=list)
    _idle: bool = False
    _upkeep_at: float = 0.0
    _failures: int = 0

    def run(self) -> None:
        """Work until SIGTERM or SIGINT; the item in hand is finished first."""
        signal.signal(signal.SIGTERM, self._stop)
        signal.signal(signal.SIGINT, self._stop)
        if "settle" in self.kinds:
            warm_up()
        log.info("worker started", worker=self.name, kinds=list(self.kinds))
        with contextlib.suppress(Stop):
            self._work()
        log.info("worker stopped", worker=self.name)

    def _work(self) -> None:
        while not self.stopping:
            try:
                name = f"toque {self.name}"
                with psycopg.connect(self.conninfo, autocommit=True, application_name=name, **LINE) as db:
                    require_current(db)
                    self._serve(db)
            except psycopg.Error as fault:
                # Whatever it is (a restart, a failover to a server that only reads yet): wait, and connect again.
                wait = min(0.2 * 2**self._failures, LONGEST_RECONNECT)
                self._failures += 1
                log.warning("the database is away", fault=type(fault).__name__, state=fault.sqlstate, again_in=wait)
                self._sleep(wait)

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        self.stopping = True
        if self._idle:
            raise Stop

    def _serve(self, db: Db) -> None:
        if self._held:
            # From before the line was cut: whatever did not commit is free at once, not when its lease ends.
            queue.put_back(db, self._held, refund=True)
            self._held = []
        db.execute("listen toque_queue")
        settler = Settler(self.settings, deadline.limit(self.settings.item_deadline_seconds), rulebook.Shelf())
        deliverer = Deliverer(self.settings, self.vault)
        claimer = Claimer(self.name, self.settings.lease_seconds)
        while not self.stopping:
            worked = "settle" in self.kinds and self._settle(db, claimer, settler)
            worked = ("deliver" in self.kinds and self._deliver(db, claimer, deliverer)) or worked
            self._keep_up(db)
            self._failures = 0
            if not worked and not self.stopping:
                self._wait(db)

    def _settle(self, db: Db, claimer: Claimer, settler: Settler) -> bool:
        claims = claimer.settles(db, self.settings.batch)
        if claims:
            self._held = claims
            started = clock.stopwatch()
            settler.settle(db, claims)
            self._held = []
            log.debug("settled", reactions=len(claims), ms=round((clock.stopwatch() - started) * 1000, 1))
        return bool(claims)

    def _deliver(self, db: Db, claimer: Claimer, deliverer: Deliverer) -> bool:
        claim = claimer.delivery(db)
        if claim:
            deliverer.deliver(db, claim)
        return claim is not None

    def _keep_up(self, db: Db) -> None:
        if clock.stopwatch() >= self._upkeep_at:
            db.execute(query("queue.return_expired"))
            much = upkeep(db, self.settings)
            self._upkeep_at = clock.stopwatch() + (0.0 if much else min(UPKEEP_SECONDS, self.settings.lease_seconds))

    def _wait(self, db: Db) -> None:
        """Wait for a notification, or for the next poll: a LISTEN can die silently, polling is the truth."""
        self._idle = True
        try:
            if not self.stopping:
                for _ in db.notifies(timeout=self.settings.poll_seconds, stop_after=1):
                    pass
        finally:
            self._idle = False

    def _sleep(self, seconds: float) -> None:
        self._idle = True
        try:
            if not self.stopping:
                time.sleep(seconds)
        finally:
            self._idle = False
