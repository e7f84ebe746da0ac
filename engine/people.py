"""Who is who: addresses that one event gave for the same person belong to one person."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import psycopg

from engine.gateways.signals import OWNER
from sql import query
from sql.parameters import records

REMEMBERED = 50_000
"""Pairs that a process keeps in mind, so that a chat's every message does not ask the database again."""

Pair = tuple[int, str, str]
"""A connection and two addresses of one person."""


class Acquaintance:
    """Learn pairs of addresses, once each; two people known apart are not merged here."""

    def __init__(self) -> None:
        self._known: dict[Pair, None] = {}

    def __contains__(self, pair: Pair) -> bool:
        return pair in self._known

    def remember(self, pairs: Iterable[Pair]) -> None:
        """Keep pairs in mind that are committed; the oldest are forgotten."""
        self._known.update(dict.fromkeys(pairs))
        while len(self._known) > REMEMBERED:
            del self._known[next(iter(self._known))]

    async def learn(self, db: psycopg.AsyncConnection[Any], pairs: Iterable[Pair]) -> None:
        """Write pairs that are new, in the caller's transaction."""
        # Sorted, so that two processes that learn the same people never wait for each other in a circle.
        new = sorted(pairs)
        if not new:
            return
        heard = {(connection, address) for connection, *both in new for address in both}
        rows = [{"connection_id": connection, "address": address} for connection, address in sorted(heard)]
        found = await db.execute(query("people.known"), {"rows": records(rows)})
        person = {(row[0], row[1]): row[2] for row in await found.fetchall()}
        for connection, *both in new:
            one, other = ((connection, address) for address in both)
            someone = person.get(one) or person.get(other) or await _add(db, connection, is_owner=OWNER in both)
            for key in (one, other):
                if key not in person:
                    person[key] = someone
                    values = {"connection_id": connection, "address": key[1], "person_id": someone}
                    await db.execute(query("people.add_address"), values)


async def _add(db: psycopg.AsyncConnection[Any], connection: int, *, is_owner: bool) -> int:
    values = {"connection_id": connection, "name": None, "is_owner": is_owner}
    row = await (await db.execute(query("people.add_person"), values)).fetchone()
    if row is None:
        raise LookupError("the person that was just added")
    added: int = row[0]
    return added
