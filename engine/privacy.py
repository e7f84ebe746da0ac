"""What is kept of a person: shown to them in full, or forgotten, so that nothing that comes late brings it back."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import psycopg
from psycopg.rows import class_row, dict_row

from engine import clock, listed, shown
from engine.directory import Person
from rules.address import phone
from sql import query
from sql.parameters import as_json

Db = psycopg.Connection[Any]

_LEAST = 6
"""A shorter part of an address could be anything."""

PATIENCE = 20.0
"""Seconds in which whatever is being written when somebody is forgotten must be there, or be given up."""
_LOOK = 0.01

_LISTS = ("messages", "edits", "reactions", "explanations", "groups")
_AFTER = ("items_stay", "assignees_go", "attendees_go", "log_goes", "log_stays", "log_around")


class TheOwner(Exception):  # noqa: N818 - it says who it is
    """Whoever owns the number is not forgotten: then nothing would be left of it."""


class StillWriting(Exception):  # noqa: N818 - it says what is the matter
    """Something is being written for so long that nobody knows whether it is of whom is to be forgotten."""


@dataclass(frozen=True, slots=True)
class Barred:
    """Somebody of whom nothing old comes in any more: nothing is on its way, so they can be forgotten whole."""

    person: Person


@dataclass(frozen=True, slots=True)
class Kept:
    """How much there is of a person."""

    messages: int
    texts: int
    """Messages of which the words are still kept."""
    edits: int
    reactions: int
    items: int
    """That they made."""
    items_of_others: int
    """That others made of what they wrote."""
    explanations: int
    groups: int
    rules: Sequence[str]
    """That name them, or have an example with their number: nobody changes these but you."""


def kept(db: Db, person: Person) -> Kept:
    """Return how much there is of somebody."""
    with db.cursor(row_factory=class_row(Kept)) as cursor:
        found = cursor.execute(query("privacy.kept"), _of(person) | {"said": _said(person)}).fetchone()
    if found is None:
        raise LookupError("a row of numbers")
    return found


def export(db: Db, person: Person) -> dict[str, Any]:
    """Return everything that there is of somebody, as plain JSON: what a person may ask for."""
    told: dict[str, Any] = {"person": asdict(person), "kept": asdict(kept(db, person))}
    for name in _LISTS:
        told[name] = _rows(db, f"privacy.{name}", person)
    own = {row["id"]: row["own"] for row in _rows(db, "privacy.items", person)}
    rows = listed.newest(db, listed.Which(ids=list(own))) if own else []
    told["items"] = [shown.item(row) for row in rows if own[row["id"]]]
    told["items_of_others"] = [shown.item(row) for row in rows if not own[row["id"]]]
    plain: dict[str, Any] = json.loads(as_json(told))
    return plain


def bar(db: Db, person: Person) -> Barred:
    """Let nothing old of somebody in from now on, and wait for what is on its way in at this moment.

    It commits, so it comes before the transaction in which they are forgotten. Raises `TheOwner` and `StillWriting`.
    """
    if person.is_owner:
        raise TheOwner("That is you. To let go of everything of a number, remove it. Type: toque connections remove")
    db.execute(query("privacy.note"), _of(person))
    if not db.autocommit:
        db.commit()
    # What began before that does not know of it; and what is in work now must be there, or forgetting passes it by.
    until = clock.stopwatch() + PATIENCE
    at_it = _writing(db)
    while at_it := at_it & _writing(db):
        if clock.stopwatch() > until:
            says = f"Something is being written for more than {PATIENCE:.0f} s. Nobody was forgotten: try again later."
            raise StillWriting(says)
        time.sleep(_LOOK)
    return Barred(person)


def _writing(db: Db) -> set[str]:
    return {row[0] for row in db.execute(query("privacy.writing"))}


def forget(db: Db, barred: Barred, *, items_too: bool = False) -> Kept:
    """Forget somebody, in one transaction; return how much there was.

    What they wrote, their reactions with the items of these, and what was set for them go. Items that others made of
    what they wrote stay the others', unless `items_too`.
    """
    person = barred.person
    with db.transaction():
        before = kept(db, person)
        of = _of(person)
        # As the webhooks do: messages, then their reactions, then items; nobody waits for another in a circle.
        messages = [row[0] for row in db.execute(query("privacy.messages_go"), of)]
        around = [row[0] for row in db.execute(query("privacy.chat_goes"), of)]
        all_of = of | {"messages": messages, "around": around, "items_too": items_too, "person_id": person.id}
        for step in ("edits_go", "reactions_go"):
            db.execute(query(f"privacy.{step}"), all_of)
        gone = [row[0] for row in db.execute(query("privacy.items_go"), all_of)]
        for step in (*_AFTER, "rest_goes"):
            db.execute(query(f"privacy.{step}"), all_of)
        subjects = [f"person:{person.id}", *(f"item:{id_}" for id_ in gone)]
        db.execute(query("privacy.record_goes"), of | {"subjects": subjects})
    return before


def _of(person: Person) -> dict[str, Any]:
    return {"connection_id": person.connection_id, "addresses": list(person.addresses)}


def _said(person: Person) -> list[str]:
    """Return how a rule would name somebody: by their number, or by an address."""
    parts = {part for address in person.addresses for part in (address.partition("@")[0], phone(address) or "")}
    return sorted(part for part in parts if len(part) >= _LEAST)


def _rows(db: Db, name: str, person: Person) -> list[dict[str, Any]]:
    with db.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(query(name), _of(person)).fetchall()
