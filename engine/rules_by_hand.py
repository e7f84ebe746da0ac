"""What people do to the rules of a number: look, apply a plan, switch on and off, go back to an older version."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import psycopg
from psycopg.rows import dict_row

from engine import rulebook
from engine.locale import PHONE_HOST
from engine.rulebook import Why
from rules.address import spellings
from rules.book import FaultyRules, rule_from_mapping
from rules.conditions import KINDS
from rules.editing import Change, edited
from rules.formatting import CannotFormat
from rules.planning import Held, Origin, Plan, plan
from rules.rule import Rule
from rules.writing import one_to_yaml
from sql import query

Db = psycopg.Connection[Any]


class NoSuchRule(LookupError):  # noqa: N818 - it says what is the matter
    """There is no rule of that id, or no such version of it."""


class Moved(RuntimeError):  # noqa: N818 - as above
    """Somebody changed the rules between the plan and its application."""

    def __init__(self) -> None:
        super().__init__("The rules changed meanwhile: nothing was applied. Look at the plan again: toque rules plan")


@dataclass(frozen=True, slots=True)
class Kept:
    """A rule as the database holds it."""

    rule: Rule
    origin: Origin
    updated_at: datetime
    written: str | None = None
    """As somebody wrote it, with comments; None: only what it says is known."""

    @property
    def yaml(self) -> str:
        """Return it as it stands in a file."""
        return one_to_yaml(self.rule) if self.written is None else self.written


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a rule; no rule where it was deleted then, or where it cannot be read any more."""

    version: int
    rule: Rule | None
    origin: Origin | None
    because: str | None
    created_at: datetime
    written: str | None = None
    changed_by: str | None = None

    @property
    def yaml(self) -> str | None:
        """Return the rule as it stood in a file."""
        return self.written or (one_to_yaml(self.rule) if self.rule else None)


def kept(db: Db, connection_id: int) -> list[Kept]:
    """Return the rules of a connection, in the order in which they are asked."""
    return [one for _, one in kept_by(db, [connection_id])]


def kept_by(db: Db, connections: Sequence[int] | None) -> list[tuple[int, Kept]]:
    """Return the rules of several connections (None: of all), one after the other, each rule with its connection."""
    with db.cursor(row_factory=dict_row) as cursor:
        rows = cursor.execute(query("rulebook.held"), {"connections": connections}).fetchall()
    found = [(_read(row["body"], row["version"]), row) for row in rows]
    rules = [
        (row["connection_id"], Kept(rule, row["origin"], row["updated_at"], row["written"]))
        for rule, row in found
        if rule
    ]
    return sorted(rules, key=lambda one: (one[0], one[1].rule.turn))


def acted(db: Db, connection_ids: Sequence[int], since: datetime) -> dict[tuple[int, str], int]:
    """Return by number and rule how many messages it acted on since a moment; who did nothing is not in it."""
    rows = db.execute(query("rulebook.acted"), {"connections": list(connection_ids), "since": since}).fetchall()
    return {(connection_id, rule_id): times for connection_id, rule_id, times in rows}


def one(db: Db, connection_id: int, rule_id: str) -> Kept:
    """Return one rule."""
    there = kept(db, connection_id)
    found = next((each for each in there if each.rule.id == rule_id), None)
    if found is None:
        ids = ", ".join(each.rule.id for each in there) or "none yet"
        raise NoSuchRule(f"There is no rule {rule_id}. There are: {ids}")
    return found


def planned(
    db: Db, connection_id: int, wanted: Sequence[Rule], *, prune: bool = False, origin: Origin = "file"
) -> tuple[Plan, int]:
    """Return what applying these rules would do, and the version of the book that it was compared with."""
    version = rulebook.read(db, connection_id).version
    held = [Held(each.rule, each.origin) for each in kept(db, connection_id)]
    return plan(wanted, held, prune=prune, origin=origin), version


def unheard(db: Db, connection_id: int, rules: Iterable[Rule]) -> list[tuple[str, str]]:
    """Return the chats that rules name and that nothing was ever heard of, each with its rule."""
    named = [(rule.id, chat) for rule in rules for chat in rule.chats if chat.casefold() not in KINDS]
    spelled = {chat: [chat, *(f"{digits}{PHONE_HOST}" for digits in spellings(chat))] for _, chat in named}
    values = {"connection_id": connection_id, "chats": sorted({one for some in spelled.values() for one in some})}
    heard = {row[0] for row in db.execute(query("rulebook.heard"), values)}
    return [one for one in named if heard.isdisjoint(spelled[one[1]])]


def reacting_as_owner(db: Db, connection_id: int, rules: Iterable[Rule]) -> list[str]:
    """Return the rules with a step `react` where the number is its owner's: a reaction of ours would replace theirs."""
    found = [rule.id for rule in rules if any(step.action == "react" for step in rule.steps)]
    known = db.execute(query("rulebook.topology"), {"connection_id": connection_id}).fetchone() if found else None
    return found if known == ("own_number",) else []


def beside(db: Db, connection_id: int, wanted: Sequence[Rule]) -> tuple[Rule, ...]:
    """Return these rules, as if switched on, among the number's others, each in place of the one of its id."""
    ids = {rule.id for rule in wanted}
    others = (each for each in rulebook.read(db, connection_id).rules if each.id not in ids)
    return (*(replace(rule, enabled=True) for rule in wanted), *others)


def apply(
    db: Db, connection_id: int, what: Plan, version: int, because: str, *, origin: Origin = "file",
    by: str | None = None,
) -> None:  # fmt: skip
    """Carry out a plan, all of it or nothing; raises `Moved` where the book is not at `version` any more."""
    with db.transaction():
        row = db.execute(query("rulebook.lock"), {"connection_id": connection_id}).fetchone()
        if row is None or row[0] != version:
            raise Moved
        new = (step.new for step in what.steps if step.new)
        rulebook.save(db, connection_id, new, origin=origin, why=Why(because, by))
        for step in what.steps:
            if step.how == "remove":
                rulebook.delete(db, connection_id, step.id, because, by)


def lock(db: Db, connection_id: int) -> None:
    """Let nobody else change the rules of a connection until the transaction ends."""
    db.execute(query("rulebook.lock"), {"connection_id": connection_id})


def switch(db: Db, connection_id: int, rule_id: str, *, on: bool, by: str | None = None) -> tuple[Kept, bool]:
    """Switch a rule on or off; return it as it was, and whether anything changed."""
    with db.transaction():
        db.execute(query("rulebook.lock"), {"connection_id": connection_id})
        was = one(db, connection_id, rule_id)
        if was.rule.enabled == on:
            return was, False
        why = Why("switched on" if on else "switched off", by, rewritten(was.written, ("enabled",), on))
        rulebook.save(db, connection_id, [replace(was.rule, enabled=on)], origin=was.origin, why=why)
    return was, True


def history(db: Db, connection_id: int, rule_id: str) -> list[Version]:
    """Return every version of a rule, the oldest first; also of one that was deleted."""
    with db.cursor(row_factory=dict_row) as cursor:
        values = {"connection_id": connection_id, "id": rule_id}
        rows = cursor.execute(query("rulebook.history"), values).fetchall()
    if not rows:
        one(db, connection_id, rule_id)
    return [Version(**row | {"rule": _read(row.pop("body"), row["version"])}) for row in rows]


def version(db: Db, connection_id: int, rule_id: str, number: int) -> tuple[Rule, str | None]:
    """Return a rule as it was at a version, and as it was written."""
    there = history(db, connection_id, rule_id)
    found = next((each for each in there if each.version == number), None)
    if found is None:
        raise NoSuchRule(f"{rule_id} has no version {number}: it has v{there[0].version} to v{there[-1].version}.")
    if found.rule is None:
        raise NoSuchRule(f"{rule_id} was deleted at v{number}.")
    return found.rule, found.written


def roll_back(db: Db, connection_id: int, rule_id: str, number: int, *, by: str | None = None) -> tuple[Origin, bool]:
    """Let a rule be again what it was at a version; return what manages it, and whether anything changed."""
    with db.transaction():
        db.execute(query("rulebook.lock"), {"connection_id": connection_id})
        was, written = version(db, connection_id, rule_id, number)
        now = next((each for each in kept(db, connection_id) if each.rule.id == rule_id), None)
        origin: Origin = now.origin if now else "ui"
        why = Why(f"rolled back to v{number}", by, written)
        changed = rulebook.save(db, connection_id, [was], origin=origin, why=why)
    return origin, bool(changed)


def rewritten(written: str | None, place: tuple[str | int, ...], value: object) -> str | None:
    """Return what somebody wrote with another value at a place of it; None where that cannot be written there."""
    try:
        return written and edited(written, [Change(place, value)])
    except (FaultyRules, CannotFormat):
        return None


def _read(body: Any, version: int) -> Rule | None:  # noqa: ANN401 - plain JSON
    try:
        return rule_from_mapping(body, version) if body else None
    except FaultyRules:
        return None
