"""Readings in doubt that wait for a person: accepted as they were read, corrected first, or rejected."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any
from zoneinfo import ZoneInfo

import psycopg
from psycopg.rows import class_row

from engine import by_hand, mentions, rulebook, rules_by_hand, situation
from engine.decide import decide
from engine.doubts import Decided, NothingToReview, Review, decided, waiting
from engine.examples import misses
from engine.rulebook import Why
from engine.situation import Reaction
from executors import corrections, editing, errands, items
from executors.completing import Handled
from executors.corrections import WrongField
from executors.errand import hows_by_rule, turns
from executors.items import Planned, Written
from executors.plan import Change, Wanted, reacted
from rules.address import phone
from rules.book import Book
from rules.building import example_to_mapping
from rules.language import MOST_EXAMPLES
from rules.rule import Example, Rule
from sql import query
from sql.parameters import as_json, records

Db = psycopg.Connection[Any]

Changes = Mapping[str, object]
"""What a person sets, by field; of several items by number too: `2.due`."""

_LONG = frozenset({"body", "description", "priority"})
"""Fields that are the text itself, or that come of the day on which it is read."""


class NotKept(RuntimeError):  # noqa: N818 - it says what is the matter
    """A correction cannot become an example of its rule; the message says what to do instead."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """What became of a reading that a person put right."""

    review: Review
    items: Sequence[Written]
    example: Example
    """The message, and what it means by what the person said."""


def accept(db: Db, id_: int, *, rule_id: str | None = None, by: str | None = None) -> list[Written]:
    """Make what was read; it follows its reaction and its message from then on. Raises `NothingToReview`."""
    with db.transaction():
        written = [each for one in _locked(db, id_, rule_id) for each in _made(db, one, "accepted", by)[0]]
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
        written, example = _made(db, one, "corrected", by, changes)
        db.execute(query("settle.announce_feed"))
    return Corrected(one, written, example)


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
    handled = by_hand.cancel(db, [item for item, status in made if status != "cancelled"])
    db.execute(query("review.unsay"), {"connection_id": one.connection_id, "ids": [item for item, _ in made]})
    _announce(db, key, "waiting", None)
    return handled


def keep_example(db: Db, corrected: Corrected) -> bool:
    """Add a correction to the examples of its rule, as a new version; return whether the rule already reads it so.

    One that it does not read so yet is kept as such: it is tried and never quoted. Raises `NotKept` for a rule that
    a file manages, or that holds as many examples as it can.
    """
    review = corrected.review
    with db.transaction():
        db.execute(query("rulebook.lock"), {"connection_id": review.connection_id})
        kept = rules_by_hand.one(db, review.connection_id, review.rule_id)
        if kept.origin == "file":
            raise NotKept(f"A file manages the rule {kept.rule.id}: paste this under its examples.")
        if len(kept.rule.examples) >= MOST_EXAMPLES:
            raise NotKept(f"The rule {kept.rule.id} has {MOST_EXAMPLES} examples already: take one out first.")
        example = held(kept.rule, corrected.example)
        rule = replace(kept.rule, examples=(*kept.rule.examples, example))
        place = ("examples", len(kept.rule.examples))
        written = rules_by_hand.rewritten(kept.written, place, example_to_mapping(example))
        why = Why(f"an example from review {review.id}", written=written)
        rulebook.save(db, review.connection_id, [rule], origin="ui", why=why)
    return example.holds


def held(rule: Rule, example: Example) -> Example:
    """Return an example marked with whether its rule reads it so today."""
    return replace(example, holds=not any(misses(replace(rule, examples=(replace(example, holds=True),)))))


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


def _made(
    db: Db, one: Review, outcome: str, by: str | None, changes: Changes | None = None
) -> tuple[list[Written], Example]:
    """Make the items of a reading; return what became of them, and the message as an example of what they say."""
    reaction = _reaction(db, one)
    kept = rulebook.as_of(db, one.connection_id, [(one.rule_id, one.rule_version)])
    book = Book(0, tuple(map(_believing, kept.rules)))
    (decision,) = mentions.resolved(db, [(reaction, decide(book, situation.of(reaction)))])
    if not decision.wanted:
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
    return written, _example(reaction, decision.wanted, edits)


def _edits(wanted: Sequence[Wanted], changes: Changes) -> dict[int, dict[str, Any]]:
    """Return what is set in each item, by its number: `2.due` is of the second, `due` where there is one only."""
    said: dict[int, dict[str, object]] = {}
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


def _example(reaction: Reaction, wanted: Sequence[Wanted], edits: Mapping[int, Mapping[str, Any]]) -> Example:
    """Return the message as an example of what a person said that it means."""
    place = reaction.locale()
    told = [_meant(want, edits.get(n, {})) for n, want in enumerate(wanted, 1)]
    number = next((digits for address in reaction.addresses if (digits := phone(address))), None)
    return Example(
        say=reaction.text or "",
        language=wanted[0].language,
        at=(reaction.sent_at or reaction.reacted_at).astimezone(ZoneInfo(place.zone)).isoformat(timespec="seconds"),
        from_=f"+{number}" if number else None,
        expect=json.loads(as_json(told[0] if len(told) == 1 else {"items": told})),
    )


def _meant(want: Wanted, edits: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields that say what an item is: what was read of it, and what a person set."""
    read = {"title": want.title, "tags": want.tags} | asdict(want.data)
    kept = {name: value for name, value in read.items() if value not in (None, "", ()) and name not in _LONG}
    return kept | dict(edits)


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
