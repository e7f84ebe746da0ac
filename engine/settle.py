"""Settle reactions: decide each on its own, then write a whole batch in one transaction, behind the fence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import psycopg
from psycopg.rows import class_row

from engine import clock, explain, groups, line, mentions, outcome, queue, rulebook, situation, traces
from engine.config import Settings
from engine.deadline import Ended
from engine.decide import Decision, decide
from engine.queue import Claim
from engine.settled import PATIENCE, Locked, Settled, once, verdict_on, wait, waits_for_group
from engine.situation import Reaction
from executors import errands, items
from executors.errand import Standing, Turn, hows_by_rule, taken_back, turns
from executors.items import Planned, ReactionKey, Written
from executors.plan import EDIT_UNREADABLE, MESSAGE_DELETED, Change, Existing, reacted, unreacted
from rules.book import Book
from rules.match import hangs_on_the_group
from sql import query
from sql.parameters import records

Db = psycopg.Connection[Any]

_PARKED = frozenset({outcome.WAITING, outcome.WAITING_FOR_GROUP, outcome.PAUSED})

EXPLAINED_AT_ONCE = 50_000
"""Lines of explanation that one transaction writes: some 20 MB of a worker's memory."""

Guard = Callable[[Callable[[], Decision]], Decision]
"""Runs a decision under the per-item deadline."""


@dataclass(slots=True)
class Settler:
    """Settle batches over one connection; keeps the rule books between them."""

    settings: Settings
    guard: Guard
    shelf: rulebook.Shelf
    stopping: Callable[[], bool] = lambda: False
    """Tells whether to end between two reactions."""
    _kept: set[tuple[int, str]] = field(default_factory=set)
    """The books that are known to stand in the database."""
    _writing: set[tuple[int, str]] = field(default_factory=set)

    def settle(self, db: Db, claims: Sequence[Claim]) -> None:
        """Settle what was claimed; a batch that fails is split until the poisonous item stands alone.

        Who is told to stop decides no more of it: what is decided is written, and the rest given back.
        """
        for part in _in_parts(self._decide(db, claims)):
            self._write_or_split(db, part)

    def _write_or_split(self, db: Db, decided: Sequence[Settled]) -> None:
        try:
            self._write_once(db, decided)
        except Exception as fault:
            if line.is_gone(db, fault):
                raise  # the connection, not the items: the worker reconnects and the items wait for it
            if len(decided) == 1:
                queue.fail(db, decided[0].claim, _described(fault))
                return
            middle = len(decided) // 2
            self._write_or_split(db, decided[:middle])
            self._write_or_split(db, decided[middle:])

    def _write_once(self, db: Db, decided: Sequence[Settled]) -> None:
        try:
            self._write_and_commit(db, decided)
        except (psycopg.errors.DeadlockDetected, psycopg.errors.SerializationFailure):
            # Postgres chose us to give way: nothing is wrong with the items.
            self._write_and_commit(db, decided)

    def _write_and_commit(self, db: Db, decided: Sequence[Settled]) -> None:
        with line.by_key(db):
            self._write(db, _with_people(db, decided))
        # Not before the commit: what is rolled back takes its books with it.
        self._kept |= self._writing

    def _decide(self, db: Db, claims: Sequence[Claim]) -> Iterator[Settled]:
        with line.by_key(db), db.cursor(row_factory=class_row(Reaction)) as cursor:
            found = cursor.execute(query("settle.load"), {"keys": _keys(map(_key, claims))}).fetchall()
        reactions = {reaction.key: reaction for reaction in found}
        for n, claim in enumerate(claims):
            if self.stopping():
                queue.put_back(db, claims[n:], refund=True)
                return
            reaction = reactions.get(_key(claim))
            if reaction is None:
                queue.complete(db, [claim])  # its connection was deleted, and everything with it
                continue
            try:
                yield self._decide_one(db, claim, reaction)
            except Exception as fault:
                if line.is_gone(db, fault):
                    raise
                # Whatever a hostile text does, its neighbours flow.
                queue.fail(db, claim, _described(fault))

    def _decide_one(self, db: Db, claim: Claim, reaction: Reaction) -> Settled:
        verdict = verdict_on(reaction)
        started = clock.stopwatch()
        decision = None
        edited = reaction.emoji is not None and reaction.emoji == reaction.settled_emoji
        # A message that never came is decided too: only whoever asked something of a rule is answered.
        if reaction.emoji is not None and verdict in {None, outcome.UNKNOWN_MESSAGE}:
            book = self._book(db, reaction, edited=edited)
            decision = self.guard(lambda: decide(book, situation.of(reaction)))
            if waits_for_group(reaction, decision):
                return Settled(claim, reaction, outcome.WAITING_FOR_GROUP, None, edited, 0.0)
        return Settled(claim, reaction, verdict, decision, edited, (clock.stopwatch() - started) * 1000)

    def _book(self, db: Db, reaction: Reaction, *, edited: bool) -> Book:
        """Return the rules of now; for an edit, those by which the items were made."""
        if edited:
            made = _pool(items.of_reactions(db, reaction.keys), reaction)
            versions = {item.rule_id: item.rule_version for item in made if item.status != "cancelled"}
            gone = reaction.of_message and reaction.message_deleted
            if versions or gone:
                # Rules that only sent something out stand beside them: else an edit would take that back.
                # And a deletion makes nothing, whatever the rules of now would say of it.
                sent = errands.of_reactions(db, reaction.keys)
                stands = {one.rule_id: one.rule_version for each in sent.values() for one in each if one.wanted}
                return _of_anybody(rulebook.as_of(db, reaction.connection_id, (stands | versions).items()))
        return self.shelf.book(db, reaction.connection_id, reaction.rules_version)

    def _write(self, db: Db, decided: Sequence[Settled]) -> None:
        # The fence comes first: a worker whose lease ran out gets nothing back and changes nothing.
        ours = queue.complete(db, [one.claim for one in decided])
        mine = [one for one in decided if (one.claim.connection_id, one.claim.id) in ours]
        locked = self._lock(db, mine)
        moved = [one for one in mine if one.moved(locked)]
        queue.put_back(db, [one.claim for one in moved], refund=True)
        due = once(one for one in mine if one not in moved and not one.is_settled(locked))
        due = [one.overtaken(locked) for one in due]
        self._park(db, [one for one in due if one.verdict in _PARKED])
        due = [one for one in due if one.verdict not in _PARKED]
        existing = items.of_reactions(db, [key for one in due for key in one.reaction.keys])
        planned = [_plan(one, existing) for one in due]
        standing = errands.of_reactions(db, [key for one in due for key in one.reaction.keys])
        written = items.write(db, planned)
        turned = {one.reaction.key: _turns(one, standing, plan) for one, plan in zip(due, planned, strict=True)}
        errands.write(db, turned.items())
        self._record(db, due, written, turned)

    def _lock(self, db: Db, mine: Iterable[Settled]) -> dict[ReactionKey, Locked]:
        """Lock the reactions at hand, and those of the same people under their other addresses."""
        keys = _keys(key for one in mine for key in one.reaction.keys)
        rows = db.execute(query("settle.lock"), {"keys": keys}).fetchall()
        return {(row[0], row[1], row[2]): Locked(*row[3:]) for row in rows}

    def _park(self, db: Db, waiting: Sequence[Settled]) -> None:
        """Let reactions wait: for their connection, for a message that was never seen, or to learn of their group."""
        for one in waiting:
            queue.put_back(db, [one.claim], delay=wait(one), refund=True)
        asked = [one for one in waiting if one.verdict == outcome.WAITING and one.reaction.asked_at is None]
        if asked:
            expires_at = queue.from_now(db, PATIENCE.total_seconds())
            rows = [traces.ask_row(one, expires_at) for one in asked]
            _run(db, "settle.ask", (traces.reaction_row(one) for one in asked))
            _run(db, "queue.open_lanes", rows)
            _run(db, "queue.add", rows)
        strangers = [one for one in waiting if one.verdict == outcome.WAITING_FOR_GROUP]
        _run(db, "groups.wait", (traces.reaction_row(one) for one in strangers))
        groups.ask(db, (one.reaction.group for one in strangers))

    def _record(
        self,
        db: Db,
        due: Sequence[Settled],
        written: dict[ReactionKey, list[Written]],
        turned: dict[ReactionKey, list[Turn]],
    ) -> None:
        """Write what the settling leaves behind: mark, log, feed, deliveries, counters."""
        if not due:
            return
        expires_at = queue.from_now(db, self.settings.reply_expires_minutes * 60)
        told = [
            explain.Told.of(one.reaction, one.verdict, one.decision, written[key], turned[key])
            for one in due
            for key in (one.reaction.key,)
        ]
        pairs = list(zip(due, told, strict=True))
        _run(db, "settle.mark", (traces.reaction_row(one) for one in due))
        # What was told of a group a while ago still counts, and is asked for again meanwhile.
        aging = [one for one in due if one.reaction.group_state == "aging"]
        groups.ask(db, (one.reaction.group for one in aging if one.decision and one.decision.hangs_on_the_group))
        shown = [(one, it) for one, it in pairs if not traces.is_everyday(one, it)]
        self._keep_books(db, (one for one, _ in shown))
        _run(db, "settle.log", (traces.log_row(one, it) for one, it in shown))
        _run(db, "settle.log_readings", (row for one, _ in shown for row in traces.reading_rows(one)))
        _run(db, "settle.show", (traces.feed_row(one, it) for one, it in shown))
        deliveries = [traces.delivery_row(one, expires_at) for one, it in shown if it.reply_to != "none"]
        if deliveries:
            _run(db, "queue.open_lanes", deliveries)
            _run(db, "queue.add", deliveries)
            db.execute(query("settle.announce_deliveries"))
        totals = Counter((one.reaction.connection_id, f"settled_{it.outcome}") for one, it in pairs)
        _run(db, "settle.count", ({"connection_id": c, "name": n, "amount": a} for (c, n), a in totals.items()))
        db.execute(query("settle.announce_feed"))

    def _keep_books(self, db: Db, shown: Iterable[Settled]) -> None:
        """Write once what the rules say that a reaction is not about; explanations name their book."""
        books = {
            (one.reaction.connection_id, one.decision.book.index.digest): one.decision.book.index
            for one in shown
            if one.decision
        }
        self._writing = {*books}
        _run(
            db,
            "settle.keep_books",
            (
                {"connection_id": connection, "digest": digest, "rules": explain.book_as_json(index)}
                for (connection, digest), index in books.items()
                if (connection, digest) not in self._kept
            ),
        )


def _in_parts(decided: Iterable[Settled]) -> Iterator[list[Settled]]:
    """Part a batch where its explanations grow large, as those of a thousand rules for one emoji do."""
    part: list[Settled] = []
    lines = 0
    for one in decided:
        part.append(one)
        lines += one.decision.length if one.decision else 0
        if lines >= EXPLAINED_AT_ONCE:
            yield part
            part, lines = [], 0
    if part:
        yield part


def _with_people(db: Db, decided: Sequence[Settled]) -> list[Settled]:
    """Return a batch with whoever is mentioned, asked of the database once for all."""
    asking = [(one.reaction, one.decision) for one in decided if one.decision]
    answers = iter(mentions.resolved(db, asking))
    meant = [next(answers) if one.decision else None for one in decided]
    return [
        one if decision is one.decision else replace(one, decision=decision)
        for one, decision in zip(decided, meant, strict=True)
    ]


def _of_anybody(book: Book) -> Book:
    """Return rules that made something without asking again who belongs to a group: an edit changes only the text."""
    return Book(
        book.version,
        tuple(replace(rule, by="anyone", chats=()) if hangs_on_the_group(rule) else rule for rule in book.rules),
    )


def _pool(existing: Mapping[ReactionKey, Sequence[Existing]], reaction: Reaction) -> list[Existing]:
    """Return the items that a person's reactions to one message have made, under whichever address."""
    found = [item for key in reaction.keys for item in existing.get(key, ())]
    return sorted(found, key=lambda item: item.id)


def _plan(one: Settled, made: Mapping[ReactionKey, Sequence[Existing]]) -> Planned:
    changes: list[Change] = []
    existing = _pool(made, one.reaction)
    # Items that reactions under several addresses made: of those too many, one was made twice for one person.
    merged = sum(bool(made.get(key)) for key in one.reaction.keys) > 1
    if one.verdict == outcome.OVERTAKEN:
        pass  # the newer reaction's settle sees to the items of both
    elif one.reaction.emoji is None:
        changes = unreacted(existing, one.reaction.reacted_at)
    elif one.decision is not None:
        changes = reacted(
            existing,
            one.decision.wanted,
            text_edited=one.text_edited,
            remarks=_remarks(one.reaction),
            leftover="merged" if merged else "superseded",
        )
    return Planned(one.reaction.key, one.reaction.chat, one.reaction.revision, changes)


def _turns(one: Settled, made: Mapping[ReactionKey, Sequence[Standing]], plan: Planned) -> list[Turn]:
    """Return what becomes of what a person's reactions to one message have sent out."""
    standing = [each for key in one.reaction.keys for each in made.get(key, ())]
    if one.verdict is not None:
        return []  # of a message that nobody has seen there is nothing to tell anybody
    if one.reaction.emoji is None:
        return list(taken_back(standing, one.reaction.reacted_at))
    return list(turns(standing, one.decision.errands, hows_by_rule(plan.changes))) if one.decision else []


def _remarks(reaction: Reaction) -> tuple[str, ...]:
    """Return the flags that hold for every open item of a message."""
    deleted = (MESSAGE_DELETED,) if reaction.message_deleted else ()
    return deleted + ((EDIT_UNREADABLE,) if reaction.edit_unreadable else ())


def _key(claim: Claim) -> ReactionKey:
    return (claim.connection_id, claim.event_data["message_id"], claim.event_data["address"])


def _keys(keys: Iterable[ReactionKey]) -> Any:  # noqa: ANN401 - psycopg's wrapper
    unique = sorted(set(keys))
    return records({"connection_id": c, "message_id": m, "address": a} for c, m, a in unique)


def _run(db: Db, statement: str, rows: Iterable[dict[str, Any]]) -> None:
    rows = list(rows)
    if rows:
        db.execute(query(statement), {"rows": records(rows)})


def _described(fault: Exception) -> str:
    """Return what went wrong without what was said: messages of faults may quote a text."""
    if isinstance(fault, Ended):
        return str(fault)
    if isinstance(fault, psycopg.Error):
        return " ".join(filter(None, (type(fault).__name__, fault.diag.sqlstate, fault.diag.constraint_name)))
    return type(fault).__name__
