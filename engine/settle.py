"""Settle reactions: decide each on its own, then write a whole batch in one transaction, behind the fence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import psycopg
from psycopg.rows import class_row

from engine import clock, explain, outcome, queue, rulebook, situation
from engine.config import Settings
from engine.decide import Decision, decide
from engine.queue import Claim
from engine.situation import Reaction
from executors import items
from executors.items import Planned, ReactionKey, Written
from executors.plan import Change, Existing, reacted, unreacted
from rules.book import Book
from sql import query
from sql.parameters import records

Db = psycopg.Connection[Any]

PATIENCE = timedelta(minutes=10)
"""How long a reaction waits for a message that was never seen."""

FIRST_WAIT, LONGEST_WAIT = 0.5, 60.0
"""Seconds between two looks for such a message."""

Guard = Callable[[Callable[[], Decision]], Decision]
"""Runs a decision under the per-item deadline."""


@dataclass(frozen=True, slots=True)
class Settled:
    """One reaction of a batch, decided and not yet written."""

    claim: Claim
    reaction: Reaction
    verdict: str | None
    """Why nothing is done whatever the rules say; None where the decision stands."""
    decision: Decision | None
    text_edited: bool
    took_ms: float


@dataclass(slots=True)
class Settler:
    """Settle batches over one connection; keeps the rule books between them."""

    settings: Settings
    guard: Guard
    shelf: rulebook.Shelf

    def settle(self, db: Db, claims: Sequence[Claim]) -> None:
        """Settle what was claimed; a batch that fails is split until the poisonous item stands alone."""
        decided = self._decide(db, claims)
        if decided:
            self._write_or_split(db, decided)

    def _write_or_split(self, db: Db, decided: Sequence[Settled]) -> None:
        try:
            with db.transaction():
                self._write(db, decided)
        except (psycopg.OperationalError, psycopg.InterfaceError):
            raise  # the connection, not the items: the worker reconnects and the items wait for it
        except Exception as fault:  # noqa: BLE001 - one poisonous item must not fail its neighbours
            if len(decided) == 1:
                queue.fail(db, decided[0].claim, _described(fault))
                return
            middle = len(decided) // 2
            self._write_or_split(db, decided[:middle])
            self._write_or_split(db, decided[middle:])

    def _decide(self, db: Db, claims: Sequence[Claim]) -> list[Settled]:
        with db.transaction(), db.cursor(row_factory=class_row(Reaction)) as cursor:
            found = cursor.execute(query("settle.load"), {"keys": _keys(map(_key, claims))}).fetchall()
        reactions = {reaction.key: reaction for reaction in found}
        decided: list[Settled] = []
        for claim in claims:
            reaction = reactions.get(_key(claim))
            if reaction is None:
                queue.complete(db, [claim])  # its connection was deleted, and everything with it
                continue
            try:
                decided.append(self._decide_one(db, claim, reaction))
            except (psycopg.OperationalError, psycopg.InterfaceError):
                raise
            except Exception as fault:  # noqa: BLE001 - whatever a hostile text does, its neighbours flow
                queue.fail(db, claim, _described(fault))
        return decided

    def _decide_one(self, db: Db, claim: Claim, reaction: Reaction) -> Settled:
        verdict = _verdict(reaction)
        started = clock.stopwatch()
        decision = None
        edited = reaction.emoji is not None and reaction.emoji == reaction.settled_emoji
        # A message that never came is decided too: only whoever asked something of a rule is answered.
        if reaction.emoji is not None and verdict in {None, outcome.UNKNOWN_MESSAGE}:
            book = self._book(db, reaction, edited=edited)
            decision = self.guard(lambda: decide(book, situation.of(reaction)))
        return Settled(claim, reaction, verdict, decision, edited, (clock.stopwatch() - started) * 1000)

    def _book(self, db: Db, reaction: Reaction, *, edited: bool) -> Book:
        """Return the rules of now; for an edit, those by which the items were made."""
        if edited:
            made = items.of_reactions(db, [reaction.key]).get(reaction.key, [])
            versions = {(item.rule_id, item.rule_version) for item in made if item.status != "cancelled"}
            if versions:
                return rulebook.as_of(db, reaction.connection_id, versions)
        return self.shelf.book(db, reaction.connection_id, reaction.rules_version)

    def _write(self, db: Db, decided: Sequence[Settled]) -> None:
        # The fence comes first: a worker whose lease ran out gets nothing back and changes nothing.
        ours = queue.complete(db, [one.claim for one in decided])
        mine = [one for one in decided if (one.claim.connection_id, one.claim.id) in ours]
        locked = self._lock(db, mine)
        moved = [one for one in mine if locked.get(one.reaction.key, (0, 0))[0] != one.reaction.revision]
        queue.put_back(db, [one.claim for one in moved], refund=True)
        due = _once([one for one in mine if one not in moved and not _is_settled(one, locked)])
        for one in due:
            if one.verdict == outcome.WAITING:
                queue.put_back(db, [one.claim], delay=_wait(one), refund=True)
        due = [one for one in due if one.verdict != outcome.WAITING]
        existing = items.of_reactions(db, [one.reaction.key for one in due])
        planned = [_plan(one, existing.get(one.reaction.key, [])) for one in due]
        written = items.write(db, planned)
        self._record(db, due, written)

    def _lock(self, db: Db, mine: Iterable[Settled]) -> dict[ReactionKey, tuple[int, int]]:
        rows = db.execute(query("settle.lock"), {"keys": _keys(one.reaction.key for one in mine)}).fetchall()
        return {(row[0], row[1], row[2]): (row[3], row[4]) for row in rows}

    def _record(self, db: Db, due: Sequence[Settled], written: dict[ReactionKey, list[Written]]) -> None:
        """Write what the settling leaves behind: mark, log, feed, deliveries, counters."""
        if not due:
            return
        told = [explain.Told.of(one.reaction, one.verdict, one.decision, written[one.reaction.key]) for one in due]
        pairs = list(zip(due, told, strict=True))
        _run(db, "settle.mark", (_reaction_row(one) for one in due))
        _run(db, "settle.log", (_log_row(one, it) for one, it in pairs))
        _run(db, "settle.log_readings", (row for one in due for row in _reading_rows(one)))
        _run(db, "settle.show", (_feed_row(one, it) for one, it in pairs))
        expires_at = clock.now() + timedelta(minutes=self.settings.reply_expires_minutes)
        deliveries = [_delivery_row(one, expires_at) for one, it in pairs if it.reply_to != "none"]
        if deliveries:
            _run(db, "queue.open_lanes", deliveries)
            _run(db, "queue.add", deliveries)
            db.execute(query("settle.announce_queue"))
        totals = Counter((one.reaction.connection_id, f"settled_{it.outcome}") for one, it in pairs)
        _run(db, "settle.count", ({"connection_id": c, "name": n, "amount": a} for (c, n), a in totals.items()))
        db.execute(query("settle.announce_feed"))


def _verdict(reaction: Reaction) -> str | None:
    """Return why nothing is to be done whatever the rules say, or None."""
    if reaction.emoji is None:
        return None
    if reaction.too_old:
        return outcome.TOO_OLD
    if reaction.ours:
        return outcome.OWN_MESSAGE
    if not reaction.message_known:
        return outcome.WAITING if clock.now() - reaction.heard_at < PATIENCE else outcome.UNKNOWN_MESSAGE
    return None


def _plan(one: Settled, existing: Sequence[Existing]) -> Planned:
    changes: list[Change] = []
    if one.reaction.emoji is None:
        changes = unreacted(existing)
    elif one.decision is not None:
        decision = one.decision
        changes = reacted(existing, decision.wanted, text_edited=one.text_edited, unreadable=decision.unreadable)
    return Planned(one.reaction.key, one.reaction.chat, one.reaction.revision, changes)


def _is_settled(one: Settled, locked: dict[ReactionKey, tuple[int, int]]) -> bool:
    revision, settled = locked[one.reaction.key]
    return settled >= revision


def _once(due: Iterable[Settled]) -> list[Settled]:
    """Return one of each reaction, in key order: several queue items may say to settle the same one."""
    return [one for _, one in sorted({one.reaction.key: one for one in due}.items())]


def _wait(one: Settled) -> float:
    age = (clock.now() - one.reaction.heard_at).total_seconds()
    return max(FIRST_WAIT, min(age, LONGEST_WAIT))


def _key(claim: Claim) -> ReactionKey:
    return (claim.connection_id, claim.event_data["message_id"], claim.event_data["address"])


def _keys(keys: Iterable[ReactionKey]) -> Any:  # noqa: ANN401 - psycopg's wrapper
    unique = sorted(set(keys))
    return records({"connection_id": c, "message_id": m, "address": a} for c, m, a in unique)


def _run(db: Db, statement: str, rows: Iterable[dict[str, Any]]) -> None:
    rows = list(rows)
    if rows:
        db.execute(query(statement), {"rows": records(rows)})


def _reaction_row(one: Settled) -> dict[str, Any]:
    connection_id, message_id, address = one.reaction.key
    return {
        "connection_id": connection_id, "message_id": message_id, "address": address,
        "revision": one.reaction.revision,
    }  # fmt: skip


def _log_row(one: Settled, told: explain.Told) -> dict[str, Any]:
    return _reaction_row(one) | {
        "queue_id": one.claim.id, "emoji": one.reaction.emoji, "outcome": told.outcome, "error": told.error,
        "explanation": told.explanation, "heard_at": one.reaction.heard_at, "took_ms": one.took_ms,
    }  # fmt: skip


def _reading_rows(one: Settled) -> Iterable[dict[str, Any]]:
    for reading in one.decision.readings if one.decision else ():
        yield {
            "connection_id": one.reaction.connection_id, "message_id": one.reaction.message_id,
            "parser": reading.parser, "language": reading.language, "error": reading.error,
            "confidence": reading.confidence, "took_ms": one.took_ms,
        }  # fmt: skip


def _feed_row(one: Settled, told: explain.Told) -> dict[str, Any]:
    body = {
        "message_id": one.reaction.message_id, "chat": one.reaction.chat, "address": one.reaction.address,
        "emoji": one.reaction.emoji, "outcome": told.outcome, "error": told.error,
        "items": [{"id": w.id, "kind": w.kind, "title": w.title, "status": w.status, "how": w.how} for w in told.items],
        "took_ms": round(one.took_ms, 2),
    }  # fmt: skip
    return {"connection_id": one.reaction.connection_id, "event": "settled", "body": body}


def _delivery_row(one: Settled, expires_at: object) -> dict[str, Any]:
    data = {
        "message_id": one.reaction.message_id, "address": one.reaction.address, "revision": one.reaction.revision,
    }  # fmt: skip
    return {
        "connection_id": one.reaction.connection_id, "event_type": "deliver", "event_data": data, "lane": "chat",
        "expires_at": expires_at,
    }  # fmt: skip


def _described(fault: Exception) -> str:
    """Return what went wrong without what was said: messages of faults may quote a text."""
    return type(fault).__name__
