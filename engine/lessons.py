"""What a correction teaches: the message and what it means become an example of the rule that read it otherwise."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any
from zoneinfo import ZoneInfo

import psycopg

from engine import rulebook, rules_by_hand
from engine.doubts import Review
from engine.examples import misses
from engine.rulebook import Why
from engine.situation import Reaction
from executors.plan import Wanted
from rules.address import phone
from rules.building import example_to_mapping
from rules.language import MOST_EXAMPLES
from rules.rule import Example, Rule
from sql import query
from sql.parameters import as_json

Db = psycopg.Connection[Any]

_LONG = frozenset({"body", "description", "priority"})
"""Fields that are the text itself, or that come of the day on which it is read."""


class NotKept(RuntimeError):  # noqa: N818 - it says what is the matter
    """A correction cannot become an example of its rule; the message says what to do instead."""


def keep(db: Db, review: Review, example: Example) -> bool:
    """Add an example to the rule of a reading, as a new version; return whether the rule already reads it so.

    One that it does not read so yet is kept as such: it is tried and never quoted. Raises `NotKept` for a rule that
    a file manages, or that holds as many examples as it can.
    """
    with db.transaction():
        db.execute(query("rulebook.lock"), {"connection_id": review.connection_id})
        kept = rules_by_hand.one(db, review.connection_id, review.rule_id)
        if kept.origin == "file":
            raise NotKept(f"A file manages the rule {kept.rule.id}: paste this under its examples.")
        if len(kept.rule.examples) >= MOST_EXAMPLES:
            raise NotKept(f"The rule {kept.rule.id} has {MOST_EXAMPLES} examples already: take one out first.")
        example = held(kept.rule, example)
        rule = replace(kept.rule, examples=(*kept.rule.examples, example))
        place = ("examples", len(kept.rule.examples))
        written = rules_by_hand.rewritten(kept.written, place, example_to_mapping(example))
        why = Why(f"an example from review {review.id}", written=written)
        rulebook.save(db, review.connection_id, [rule], origin="ui", why=why)
    return example.holds


def held(rule: Rule, example: Example) -> Example:
    """Return an example marked with whether its rule reads it so today."""
    return replace(example, holds=not any(misses(replace(rule, examples=(replace(example, holds=True),)))))


def example(reaction: Reaction, wanted: Sequence[Wanted], edits: Mapping[int, Mapping[str, Any]]) -> Example:
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
