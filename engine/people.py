"""Who is who: addresses that one event gave for the same person belong to one person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg.rows import class_row

from engine import clock
from engine.gateways.signals import OWNER
from engine.queue import settle_item
from sql import query
from sql.parameters import records

REMEMBERED = 50_000
"""Pairs that a process keeps in mind."""

REMEMBERED_SECONDS = 300.0
"""So long at most: meanwhile somebody may be forgotten, and is somebody new when they write again."""

Pair = tuple[int, str, str]
"""A connection and two addresses of one person."""


@dataclass(frozen=True, slots=True)
class Touched:
    """What is looked at again where two people become one, or one becomes two."""

    messages: int
    """To which both have reacted."""
    items: int
    """That are open and came of these reactions."""


class Known:
    """Pairs of addresses that are written already, so that a chat's every message does not ask the database again."""

    def __init__(self) -> None:
        self._pairs: dict[Pair, None] = {}
        self._since = clock.stopwatch()

    def new(self, pairs: Iterable[Pair]) -> set[Pair]:
        """Return those of the pairs that are not in mind; what is there for too long is looked up again."""
        if clock.stopwatch() - self._since >= REMEMBERED_SECONDS:
            self._pairs.clear()
            self._since = clock.stopwatch()
        return {pair for pair in pairs if pair not in self._pairs}

    def add(self, pairs: Iterable[Pair]) -> None:
        """Keep pairs in mind that are committed; the oldest are forgotten."""
        self._pairs.update(dict.fromkeys(pairs))
        while len(self._pairs) > REMEMBERED:
            del self._pairs[next(iter(self._pairs))]


async def learn(db: psycopg.AsyncConnection[Any], pairs: Iterable[Pair]) -> None:
    """Write pairs that are new, in the caller's transaction; two people known apart become one."""
    # Sorted, so that two processes that learn the same people never wait for each other in a circle; the owner's
    # addresses first, so that what is the owner's is known before anybody else is paired with it.
    new = sorted(set(pairs) - await _apart(db, pairs), key=lambda pair: (OWNER not in pair, pair))
    if not new:
        return
    person = await _known(db, new)
    strangers = _strangers(new, person)
    if strangers:
        rows = [{"connection_id": connection, "one": one, "other": other} for connection, one, other in strangers]
        await db.execute(query("people.add_strangers"), {"rows": records(rows)})
    owners: dict[int, set[int | None]] = {}
    added = set(strangers)
    for connection, *both in (pair for pair in new if pair not in added):
        one, other = ((connection, address) for address in both)
        if OWNER in both:
            owners.pop(connection, None)
        elif connection not in owners:
            owners[connection] = await _owners(db, connection)
        if OWNER not in both and {person.get(one), person.get(other)} & owners[connection]:
            # Only what the gateway says of its own number makes an address the owner's: an event that was made
            # up to pair somebody with the owner would give them the owner's rules.
            continue
        if one in person and other in person:
            if person[one] != person[other]:
                person |= await _merge(db, connection, person, person[one], person[other])
        else:
            someone = person.get(one) or person.get(other) or await _add(db, connection, is_owner=OWNER in both)
            await _attach(db, person, someone, one, other)
        if OWNER in both:
            await db.execute(query("people.own"), {"connection_id": connection, "person_id": person[one]})


def _strangers(new: Iterable[Pair], person: Mapping[tuple[int, str], int]) -> list[Pair]:
    """Return the pairs of addresses that are nobody's yet and that no other pair names: each is a new person."""
    named = Counter((connection, address) for connection, *both in new for address in both)
    return [
        (connection, one, other)
        for connection, one, other in new
        if OWNER not in {one, other}
        and not {(connection, one), (connection, other)} & person.keys()
        and named[connection, one] == named[connection, other] == 1
    ]


async def _owners(db: psycopg.AsyncConnection[Any], connection: int) -> set[int | None]:
    found = await db.execute(query("people.owner"), {"connection_id": connection})
    return {row[0] for row in await found.fetchall()}


async def _attach(
    db: psycopg.AsyncConnection[Any], person: dict[tuple[int, str], int], someone: int, *keys: tuple[int, str]
) -> None:
    """Give a person those of the addresses that are nobody's yet."""
    for key in keys:
        if key not in person:
            person[key] = someone
            values = {"connection_id": key[0], "address": key[1], "person_id": someone}
            await db.execute(query("people.add_address"), values)


async def _known(db: psycopg.AsyncConnection[Any], pairs: Iterable[Pair]) -> dict[tuple[int, str], int]:
    heard = {(connection, address) for connection, *both in pairs for address in both}
    rows = [{"connection_id": connection, "address": address} for connection, address in sorted(heard)]
    found = await db.execute(query("people.known"), {"rows": records(rows)})
    return {(row[0], row[1]): row[2] for row in await found.fetchall()}


async def _apart(db: psycopg.AsyncConnection[Any], pairs: Iterable[Pair]) -> set[Pair]:
    """Return those of the pairs that somebody said are not one person."""
    rows = [{"connection_id": connection, "one": one, "other": other} for connection, one, other in pairs]
    if not rows:
        return set()
    found = await (await db.execute(query("people.apart"), {"rows": records(rows)})).fetchall()
    apart = {(connection, frozenset(both)) for connection, *both in found}
    return {pair for pair in pairs if (pair[0], frozenset(pair[1:])) in apart}


async def _merge(
    db: psycopg.AsyncConnection[Any], connection: int, person: Mapping[tuple[int, str], int], *two: int
) -> dict[tuple[int, str], int]:
    """Make two people one, and return the addresses whose person changed."""
    kept, gone = _kept(two, await _owners(db, connection))
    values = {"connection_id": connection, "kept": kept, "gone": gone}
    touched = await (await db.execute(query("people.merge"), values)).fetchall()
    if touched:
        await db.execute(query("queue.add"), {"rows": records(settle_item(*key) for key in touched)})
    return {key: kept for key, id_ in person.items() if id_ == gone}


def _kept(two: Iterable[int], owners: Collection[int | None]) -> tuple[int, int]:
    """Return which of two people is kept: the owner, else the one known longer."""
    older, younger = sorted(two)
    return (younger, older) if younger in owners else (older, younger)


async def _add(db: psycopg.AsyncConnection[Any], connection: int, *, is_owner: bool) -> int:
    values = {"connection_id": connection, "name": None, "is_owner": is_owner}
    row = await (await db.execute(query("people.add_person"), values)).fetchone()
    if row is None:
        raise LookupError("the person that was just added")
    added: int = row[0]
    return added


def merge(db: psycopg.Connection[Any], connection_id: int, one: str, other: str) -> int:
    """Say by hand that two addresses are one person; return how many reactions are settled again.

    Raises `UnknownAddress` for an address that was never heard together with another.
    """
    with db.transaction():
        people = [_person(db, connection_id, address) for address in (one, other)]
        if people[0] == people[1]:
            return 0
        owners = {row[0] for row in db.execute(query("people.owner"), {"connection_id": connection_id})}
        kept, gone = _kept(people, owners)
        values = {"connection_id": connection_id, "kept": kept, "gone": gone}
        db.execute(query("people.reunite"), values)
        return _settle_again(db, db.execute(query("people.merge"), values).fetchall())


def split(db: psycopg.Connection[Any], connection_id: int, address: str) -> int:
    """Say by hand that an address is somebody else's; return how many reactions are settled again."""
    with db.transaction():
        _person(db, connection_id, address)
        values = {"connection_id": connection_id, "name": None, "is_owner": False}
        row = db.execute(query("people.add_person"), values).fetchone()
        someone = {"connection_id": connection_id, "address": address, "person_id": row[0] if row else None}
        return _settle_again(db, db.execute(query("people.split"), someone).fetchall())


def both_reacted(db: psycopg.Connection[Any], connection_id: int, one: Sequence[str], other: Sequence[str]) -> Touched:
    """Return what two people, by their addresses, have both reacted to: that is settled again where they become one."""
    values = {"connection_id": connection_id, "one": list(one), "other": list(other)}
    with db.cursor(row_factory=class_row(Touched)) as cursor:
        found = cursor.execute(query("people.both_reacted"), values).fetchone()
    if found is None:
        raise LookupError("a row of numbers")
    return found


class UnknownAddress(LookupError):  # noqa: N818 - it names what was typed
    """No person has this address."""


def _person(db: psycopg.Connection[Any], connection_id: int, address: str) -> int:
    rows = records([{"connection_id": connection_id, "address": address}])
    found = db.execute(query("people.known"), {"rows": rows}).fetchone()
    if found is None:
        raise UnknownAddress(f"No person has the address {address}. Type: toque people ls")
    person: int = found[2]
    return person


def _settle_again(db: psycopg.Connection[Any], touched: list[tuple[int, str, str]]) -> int:
    if touched:
        db.execute(query("queue.add"), {"rows": records(settle_item(*key) for key in touched)})
        db.execute(query("settle.announce_queue"))
    return len(touched)
