"""Readings in doubt that wait for a person: accepted as they were read, corrected first, or rejected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import psycopg
from psycopg.rows import class_row

from engine import by_hand, clock, lessons, mentions, rulebook, situation
from engine.decide import decide
from engine.doubts import Decided, NothingToReview, Review, decided, waiting
from engine.situation import Reaction
from executors import corrections, editing, errands, items
from executors.completing import Handled
from executors.corrections import WrongField
from executors.errand import hows_by_rule, taken_back, turns
from executors.items import Planned, Written
from executors.plan import Change, Wanted, reacted
from rules.book import Book
from rules.rule import Example, Rule
from sql import query
from sql.parameters import records

Db = psycopg.Connection[Any]

Changes = Mapping[str, object]
"""What a person sets, by field; of several items by number too: `2.due`."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """What became of a reading that a person put right."""

    review: Review
    items: Sequence[Written]
    example: Example
    """The message, and what it means by what the person said."""


def accept(db: Db, id_: int, *, rule_id: str | None = None, by: str | None = None) -> list[Written]:
    """Make what was read, and send out what its rule says; it follows its reaction and its message from then on.

    Raises `NothingToReview`.
    """
    with db.transaction():
        written = [each for one in _locked(db, id_, rule_id) for each in _made(db, one, "accepted", by).written]
        db.execute(query("settle.announce_feed"))
    return written


def correct(db: Db, id_: int, changes: Changes, *, rule_id: str | None = None, by: str | None = None) -> Corrected:
    """Make what was read with some fields set by a person; these win over what an edited message says.

    Raises `NothingToReview`, and `WrongField` where a field cannot be set so; then nothing is written.
    """
    with db.transaction():
        found = [one for one in _locked(db, id_) if rule_id in {None, one.rule_id}]
        if len(found) != 1:
            ids = ", ".join(one.rule_id for one in waiting(db, id_=id_))
            raise NothingToReview(f"Of {id_} wait readings of several rules: say which. There are: {ids}")
        (one,) = found
        made = _made(db, one, "corrected", by, changes)
        db.execute(query("settle.announce_feed"))
    return Corrected(one, made.written, lessons.example(made.reaction, made.wanted, made.edits))


def reject(db: Db, id_: int, *, rule_id: str | None = None, by: str | None = None) -> None:
    """Let it be. Raises `NothingToReview`."""
    with db.transaction():
        for one in _locked(db, id_, rule_id):
            _decided(db, one, "rejected", by)
        db.execute(query("settle.announce_feed"))


def take_back(db: Db, id_: int, *, rule_id: str | None = None) -> list[Handled]:
    """Let it wait again; what was made of it is cancelled, and what was put right is forgotten.

    Raises `NothingToReview` where nobody decided it or it was read again since, `NotPossible` where an item of it is
    done by now.
    """
    with db.transaction():
        found = decided(db, id_, rule_id=rule_id)
        if not found:
            raise NothingToReview(f"Nobody has decided {id_}: it waits, or never did. Type: toque review ls")
        if not all(one.stands for one in found):
            raise NothingToReview(f"{id_} was read again since: its reaction or its message is another one now.")
        handled = [each for one in found for each in _taken_back(db, one, id_)]
        db.execute(query("settle.announce_feed"))
    return handled


def _taken_back(db: Db, one: Decided, id_: int) -> list[Handled]:
    key = {
        "connection_id": one.connection_id, "message_id": one.message_id, "address": one.address,
        "revision": one.revision, "rule_id": one.rule_id,
    }  # fmt: skip
    db.execute(query("settle.lock"), {"keys": records([key])})
    if db.execute(query("review.take_back"), key).fetchone() is None:
        raise NothingToReview(f"Somebody else has taken {id_} back meanwhile.")
    db.execute(query("review.look_again"), key)
    db.execute(query("review.doubted"), {"connection_id": one.connection_id, "id": id_})
    made = [] if one.outcome == "rejected" else db.execute(query("review.made"), key).fetchall()
    reaction = one.connection_id, one.message_id, one.address
    sent = [each for each in errands.of_reactions(db, [reaction]).get(reaction, ()) if each.rule_id == one.rule_id]
    # First: a call that is taken back is not told as well that its items changed.
    errands.write(db, [(reaction, list(taken_back(sent, clock.now())))])
    handled = by_hand.cancel(db, [item for item, status in made if status != "cancelled"])
    db.execute(query("review.unsay"), {"connection_id": one.connection_id, "ids": [item for item, _ in made]})
    _announce(db, key, "waiting", None)
    return handled


def _locked(db: Db, id_: int, rule_id: str | None = None) -> Sequence[Review]:
    """Return what waits under an id (of several rules, each), with its reaction locked against a newer settle."""
    found = waiting(db, id_=id_, rule_id=rule_id)
    if found:
        one = found[0]
        key = {"connection_id": one.connection_id, "message_id": one.message_id, "address": one.address}
        db.execute(query("settle.lock"), {"keys": records([key])})
        found = waiting(db, id_=id_, rule_id=rule_id)
    if not found:
        raise NothingToReview(f"Nothing waits under {id_}: it was decided, or read again. Type: toque review ls")
    return found


@dataclass(frozen=True, slots=True)
class _Made:
    """What became of a reading, what was read, and what a person set in each item, by its number."""

    written: list[Written]
    reaction: Reaction
    wanted: Sequence[Wanted]
    edits: Mapping[int, Mapping[str, Any]]


def _made(db: Db, one: Review, outcome: str, by: str | None, changes: Changes | None = None) -> _Made:
    """Make the items of a reading, and begin what its rule sends out."""
    reaction = _reaction(db, one)
    kept = rulebook.as_of(db, one.connection_id, [(one.rule_id, one.rule_version)])
    book = Book(0, tuple(map(_believing, kept.rules)))
    (decision,) = mentions.resolved(db, [(reaction, decide(book, situation.of(reaction)))])
    if not (decision.wanted or decision.errands):
        raise NothingToReview(f"{one.id} cannot be read any more: its text is gone, or it is read in another way now.")
    made = items.of_reactions(db, reaction.keys)
    existing = [item for key in reaction.keys for item in made.get(key, ()) if item.rule_id == one.rule_id]
    edits = _edits(decision.wanted, changes or {})
    planned = reacted(existing, decision.wanted, text_edited=False)
    _decided(db, one, outcome, by)
    db.execute(query("review.believed"), {"connection_id": one.connection_id, "id": one.id})
    written = items.write(db, [Planned(reaction.key, reaction.chat, reaction.revision, planned)])[reaction.key]
    written = _edit(db, decision.wanted, list(zip(written, planned, strict=True)), edits)
    standing = [each for found in errands.of_reactions(db, reaction.keys).values() for each in found]
    own = [each for each in standing if each.rule_id == one.rule_id]
    errands.write(db, [(reaction.key, list(turns(own, decision.errands, hows_by_rule(planned))))])
    db.execute(query("settle.show"), {"rows": records([_feed_row(reaction, written)])})
    return _Made(written, reaction, decision.wanted, edits)


def _edits(wanted: Sequence[Wanted], changes: Changes) -> dict[int, dict[str, Any]]:
    """Return what is set in each item, by its number: `2.due` is of the second, `due` where there is one only."""
    said: dict[int, dict[str, object]] = {}
    if changes and not wanted:
        raise WrongField("Its rule makes nothing and only sends something out: accept or reject it.")
    for key, value in changes.items():
        number, _, name = key.partition(".") if key[:1].isdigit() else ("", "", key)
        if not number and len(wanted) > 1:
            told = ", ".join(f"{n} {want.kind} {want.title}" for n, want in enumerate(wanted, 1))
            raise WrongField(f"Of which? There are: {told}. Say for example: 1.{name}")
        if number and not (number.isdecimal() and 1 <= int(number) <= len(wanted)):
            raise WrongField(f"There is no item {number}: there are {len(wanted)}.")
        said.setdefault(int(number or 1), {})[name] = value
    return {n: corrections.corrected(wanted[n - 1], fields) for n, fields in said.items()}


def _edit(
    db: Db, wanted: Sequence[Wanted], pairs: Sequence[tuple[Written, Change]], edits: Mapping[int, Mapping[str, Any]]
) -> list[Written]:
    """Write what was set over what was read, so that it is kept as a person's word; return the items as they are."""
    titles: dict[int, str] = {}
    for n, fields in edits.items():
        # A plan has an order and positions of its own, but each of its items still holds the data that was read.
        data = wanted[n - 1].data
        one = next(one for one, made in pairs if made.wanted and made.wanted.data is data)
        titles |= {each.id: each.title for each in editing.edit(db, one.id, fields).items}
    return [replace(one, title=titles.get(one.id, one.title)) for one, _ in pairs]


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


def _decided(db: Db, one: Review, outcome: str, by: str | None) -> None:
    values = {
        "connection_id": one.connection_id, "message_id": one.message_id, "address": one.address,
        "revision": one.revision, "rule_id": one.rule_id, "outcome": outcome, "by": by,
    }  # fmt: skip
    if db.execute(query("review.decide"), values).fetchone() is None:
        raise NothingToReview(f"Somebody else has decided {one.id} meanwhile.")
    db.execute(query("review.look_again"), values)
    _announce(db, values, outcome, by)


def _announce(db: Db, key: Mapping[str, Any], outcome: str, by: str | None) -> None:
    """Tell the open pages what was said of a reading."""
    body = {name: key[name] for name in ("message_id", "address", "revision", "rule_id")}
    row = {"connection_id": key["connection_id"], "event": "review", "body": body | {"review": outcome, "by": by}}
    db.execute(query("settle.show"), {"rows": records([row])})


def _feed_row(reaction: Reaction, written: Sequence[Written]) -> dict[str, Any]:
    shown = [{"id": w.id, "kind": w.kind, "title": w.title, "status": w.status, "how": w.how} for w in written]
    body = {
        "message_id": reaction.message_id, "chat": reaction.chat, "address": reaction.address,
        "emoji": reaction.emoji, "outcome": written[0].how if written else "nothing",
        "error": None, "items": shown, "by_hand": True,
    }  # fmt: skip
    return {"connection_id": reaction.connection_id, "event": "settled", "body": body}
