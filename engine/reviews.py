"""Readings in doubt that wait for a person: accepted, they become what they were read as; rejected, nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import psycopg
from psycopg.rows import class_row

from engine import mentions, rulebook, situation
from engine.decide import decide
from engine.situation import Reaction
from executors import items
from executors.items import Planned, Written
from executors.plan import reacted
from rules.book import Book
from rules.rule import Rule
from sql import query
from sql.parameters import records

Db = psycopg.Connection[Any]


class NothingToReview(LookupError):  # noqa: N818 - it says what is the matter
    """No such reading waits any more."""


@dataclass(frozen=True, slots=True)
class Review:
    """A reading that its rule is not sure enough of."""

    connection_id: int
    id: int
    message_id: str
    address: str
    revision: int
    emoji: str
    heard_at: datetime
    text: str | None
    rule_id: str
    rule_version: int
    read: Mapping[str, Any]
    """The fields that were read; of several bills, those of the first."""


def waiting(db: Db, connection_id: int | None = None, *, id_: int | None = None, n: int = 500) -> list[Review]:
    """Return what waits, the newest first."""
    with db.cursor(row_factory=class_row(Review)) as cursor:
        values = {"connection_id": connection_id, "id": id_, "n": n}
        return cursor.execute(query("review.waiting"), values).fetchall()


def accept(db: Db, id_: int) -> list[Written]:
    """Make what was read; it follows its reaction and its message from then on. Raises `NothingToReview`."""
    with db.transaction():
        written = [each for one in _locked(db, id_) for each in _make(db, one)]
        db.execute(query("settle.announce_feed"))
    return written


def reject(db: Db, id_: int) -> None:
    """Let it be. Raises `NothingToReview`."""
    with db.transaction():
        for one in _locked(db, id_):
            _decided(db, one, "rejected")


def _locked(db: Db, id_: int) -> Sequence[Review]:
    """Return what waits under an id (of several rules, each), with its reaction locked against a newer settle."""
    found = waiting(db, id_=id_)
    if found:
        one = found[0]
        key = {"connection_id": one.connection_id, "message_id": one.message_id, "address": one.address}
        db.execute(query("settle.lock"), {"keys": records([key])})
        found = waiting(db, id_=id_)
    if not found:
        raise NothingToReview(f"Nothing waits under {id_}: it was decided, or read again. Type: toque review ls")
    return found


def _make(db: Db, one: Review) -> list[Written]:
    reaction = _reaction(db, one)
    kept = rulebook.as_of(db, one.connection_id, [(one.rule_id, one.rule_version)])
    book = Book(0, tuple(map(_believing, kept.rules)))
    (decision,) = mentions.resolved(db, [(reaction, decide(book, situation.of(reaction)))])
    if not decision.wanted:
        raise NothingToReview(f"{one.id} cannot be read any more: its text is gone, or it is read in another way now.")
    made = items.of_reactions(db, reaction.keys)
    existing = [item for key in reaction.keys for item in made.get(key, ()) if item.rule_id == one.rule_id]
    changes = reacted(existing, decision.wanted, text_edited=False)
    planned = Planned(reaction.key, reaction.chat, reaction.revision, changes)
    _decided(db, one, "accepted")
    written = items.write(db, [planned])[reaction.key]
    db.execute(query("settle.show"), {"rows": records([_feed_row(reaction, written)])})
    return written


def _believing(rule: Rule) -> Rule:
    """Return a rule that believes what it reads."""
    return replace(rule, enabled=True, parse=replace(rule.parse, min_confidence=0.0) if rule.parse else None)


def _reaction(db: Db, one: Review) -> Reaction:
    keys = records([{"connection_id": one.connection_id, "message_id": one.message_id, "address": one.address}])
    with db.cursor(row_factory=class_row(Reaction)) as cursor:
        found = cursor.execute(query("settle.load"), {"keys": keys}).fetchone()
    if found is None:
        raise NothingToReview(f"Nothing waits under {one.id}.")
    return found


def _decided(db: Db, one: Review, outcome: str) -> None:
    values = {
        "connection_id": one.connection_id, "message_id": one.message_id, "address": one.address,
        "revision": one.revision, "rule_id": one.rule_id, "outcome": outcome,
    }  # fmt: skip
    if db.execute(query("review.decide"), values).fetchone() is None:
        raise NothingToReview(f"Somebody else has decided {one.id} meanwhile.")


def _feed_row(reaction: Reaction, written: Sequence[Written]) -> dict[str, Any]:
    shown = [{"id": w.id, "kind": w.kind, "title": w.title, "status": w.status, "how": w.how} for w in written]
    body = {
        "message_id": reaction.message_id, "chat": reaction.chat, "address": reaction.address,
        "emoji": reaction.emoji, "outcome": written[0].how if written else "nothing",
        "error": None, "items": shown, "by_hand": True,
    }  # fmt: skip
    return {"connection_id": reaction.connection_id, "event": "settled", "body": body}
