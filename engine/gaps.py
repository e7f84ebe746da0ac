"""Catch what a gateway told nobody: it has kept what happened while its webhooks went nowhere, and can be asked."""

from __future__ import annotations

import asyncio
import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import psycopg
import structlog
from psycopg.rows import dict_row

from engine import clock, queue
from engine.config import Settings
from engine.connections import Connection
from engine.gateways import GatewayClient
from engine.gateways.signals import MessageSeen, ReactionChanged, Signal
from engine.heard import Group, Heard
from engine.line import line_of
from engine.queue import Claim
from engine.storing import remember
from sql import query
from sql.parameters import document, records

Db = psycopg.Connection[Any]
log = structlog.get_logger()

EVERY = 300.0
"""Seconds between two looks at what a gateway has kept."""
REFUSED = 3600.0
"""Seconds until a gateway is asked again that refused, because the key is wrong, say."""
PAGES = 1000
"""Pages that one look takes at most; what lies further back is given up."""
BREATH = 1.0
"""Seconds between two turns of one look."""
TURN = 0.25
"""The part of the lease after which the next page is left to the next turn."""
QUIET, OFTEN, LEAST = 2.0, 50, 7200.0
"""Silent is who is quiet for twice the longest silence of two weeks, of at least so many messages; seconds at least."""


@dataclass(frozen=True, slots=True)
class Repair:
    """One look at what a gateway has kept of one connection, page by page from the newest."""

    settings: Settings
    db: Db
    claim: Claim

    def turn(self, connection: Connection, client: GatewayClient) -> None:
        """Store what was missed, as far as the time goes, and put the item back for the next turn."""
        began = clock.stopwatch()
        where = self._row("gaps.since")
        told = self.claim.event_data
        page = int(told.get("page", 1))
        until = told.get("until") or where["now"].isoformat()
        found, complete, last = 0, False, told.get("last")
        while not complete:
            kept = client.history(page)
            found += self._store(connection, [one for one in kept.signals if _moment(one) >= where["since"]])
            # A gateway that knows no pages tells the same for ever.
            repeats = bool(kept.signals) and last == (last := _fingerprint(kept.signals))
            complete = kept.oldest is None or kept.oldest < where["since"] or repeats or page >= PAGES
            page += 1
            if clock.stopwatch() - began > self.settings.lease_seconds * TURN:
                break
        if complete:
            self._finish(until)
        else:
            # New messages push the others to later pages: none is left out, some are looked at twice.
            put_back(self.db, self.claim, {"page": page, "until": until, "last": last}, BREATH)
        if page > PAGES:
            log.warning("a gateway tells of more than can be looked at", connection=connection.id, pages=PAGES)
        if found:
            # Whatever it was, it did not come by webhook.
            log.warning("caught what the gateway told nobody", connection=connection.id, missed=found)
        self._look_for_silence(connection, since=where["silent_since"])

    def _store(self, connection: Connection, signals: list[Signal]) -> int:
        """Take in what is not known yet, as a webhook would, and return how much that was."""
        missed = self._unknown(signals)
        if missed:
            url = self.settings.database_url or ""
            asyncio.run(_take_in(url, line_of(self.settings), Heard(connection.id, None, tuple(missed))))
            kinds = Counter("repaired_reactions" if isinstance(one, ReactionChanged) else "repaired_messages"
                            for one in missed)  # fmt: skip
            rows = [{"connection_id": connection.id, "name": name, "amount": n} for name, n in kinds.items()]
            self.db.execute(query("settle.count"), {"rows": records(rows)})
        return len(missed)

    def _unknown(self, signals: Iterable[Signal]) -> list[Signal]:
        messages = {one.message_id: one for one in signals if isinstance(one, MessageSeen) and not one.by_us}
        reactions = {one.outer_id: one for one in signals if isinstance(one, ReactionChanged) and not one.by_us}
        known_by = [
            {"message_id": one.message_id, "outer_id": one.outer_id, "address": one.reactor,
             "server_second": one.server_second}
            for one in reactions.values()
        ]  # fmt: skip
        return [
            *(messages[name] for name in self._among("gaps.unknown_messages", [{"id": name} for name in messages])),
            *(reactions[name] for name in self._among("gaps.unknown_reactions", known_by)),
        ]

    def _among(self, statement: str, rows: list[dict[str, Any]]) -> list[str]:
        values = {"connection_id": self.claim.connection_id, "rows": records(rows)}
        return [row[0] for row in self.db.execute(query(statement), values)] if rows else []

    def _finish(self, until: str) -> None:
        self.db.execute(query("gaps.completed"), {"connection_id": self.claim.connection_id, "until": until})
        put_back(self.db, self.claim, {}, EVERY)

    def _look_for_silence(self, connection: Connection, *, since: datetime | None) -> None:
        """Raise the alarm when a number is quiet for longer than it ever is, and take it back."""
        seconds = self._row("gaps.last_heard")["seconds"]
        silent = False
        if seconds is not None and seconds > LEAST:
            usual = self._row("gaps.usual")
            silent = usual["messages"] >= OFTEN and seconds > QUIET * usual["longest"]
        if silent == (since is not None):
            return
        self.db.execute(query("gaps.note_silence"), {"connection_id": connection.id, "silent": silent})
        if silent:
            log.warning("a connection is quieter than it ever is", connection=connection.id, hours=seconds / 3600)
        else:
            log.info("a connection is heard again", connection=connection.id)

    def _row(self, statement: str) -> dict[str, Any]:
        with self.db.cursor(row_factory=dict_row) as cursor:
            return cursor.execute(query(statement), {"connection_id": self.claim.connection_id}).fetchone() or {}


async def _take_in(url: str, line: dict[str, Any], heard: Heard) -> None:
    """Store it by the very way of the webhooks: known keys change nothing."""
    async with await psycopg.AsyncConnection.connect(url, **line) as db:
        group = Group()
        group.add(heard)
        await remember(db, group)


def _fingerprint(signals: Iterable[Signal]) -> str:
    """Return what two pages have in common only where they tell of the same."""
    ids = sorted(
        one.outer_id if isinstance(one, ReactionChanged) else one.message_id
        for one in signals
        if isinstance(one, MessageSeen | ReactionChanged)
    )
    return hashlib.sha256("\n".join(ids).encode()).hexdigest()


def _moment(signal: Signal) -> datetime:
    match signal:
        case MessageSeen():
            return signal.sent_at
        case ReactionChanged():
            return datetime.fromtimestamp(signal.server_second, tz=clock.now().tzinfo)
        case _:
            return clock.now()


def ensure(db: Db) -> None:
    """Have one item in the queue for each connection whose gateway can be asked."""
    db.execute(query("gaps.ensure"))


def hasten(db: Db) -> None:
    """Look at once: we were away, and who knows what was told meanwhile."""
    db.execute(query("gaps.hasten"), {"connection_id": None})


def put_back(db: Db, claim: Claim, event_data: dict[str, Any], delay: float, *, error: str | None = None) -> None:
    """Put the item back; its attempts begin anew: what counts is whether the next turn fails."""
    with db.transaction():
        db.execute(query("gaps.go_on"), claim.fence(event_data=document(event_data)))
        done = claim.fence(refund=claim.attempts, delay=delay, error=error, alone=False)
        db.execute(query("queue.put_back"), {"claims": records([done])})


def close(db: Db, claim: Claim) -> None:
    """End the item of a connection that cannot be asked any more; a new one comes when it can."""
    queue.complete(db, [claim])
