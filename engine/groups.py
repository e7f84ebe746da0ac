"""Who belongs to a group and what it calls itself: asked of the gateway beside the reactions, and kept for a day."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

import psycopg

from engine import people
from engine.gateways.gateway import GroupTold
from sql import query
from sql.parameters import records

Db = psycopg.Connection[Any]
Group = tuple[int, str]
"""A connection and the address of one of its groups."""

PATIENCE = timedelta(minutes=1)
"""How long a reaction waits for the gateway to tell who belongs to its group."""


def ask(db: Db, wanted: Iterable[Group]) -> None:
    """Have the gateway asked about groups, in the caller's transaction."""
    if groups := set(wanted):
        db.execute(query("groups.ask"), asking(groups))
        db.execute(query("settle.announce_queue"))


def asking(groups: Iterable[Group]) -> dict[str, Any]:
    """Return the values of `groups.ask`."""
    return {"rows": _rows(groups), "seconds": PATIENCE.total_seconds()}


async def changed(db: psycopg.AsyncConnection[Any], groups: Iterable[Group]) -> None:
    """Ask again about those of the groups that are known: somebody came, went, or became an admin."""
    known = await (await db.execute(query("groups.changed"), {"rows": _rows(groups)})).fetchall()
    if known:
        await db.execute(query("groups.ask"), asking((row[0], row[1]) for row in known))


def keep(url: str, line: dict[str, Any], group: Group, told: GroupTold | None, *, asked_at: datetime) -> None:
    """Keep what the gateway told of a group at a moment; None where it knows no such group, or would not say."""
    asyncio.run(_keep(url, line, group, told, asked_at))


async def _keep(url: str, line: dict[str, Any], group: Group, told: GroupTold | None, asked_at: datetime) -> None:
    connection, chat = group
    members = told.members if told else ()
    pairs = {(connection, who.addresses[0], other) for who in members for other in who.addresses[1:]}
    rows = {address: who.is_admin for who in members for address in who.addresses}
    values = {
        "connection_id": connection, "chat": chat, "subject": told.subject if told else None,
        "fault": None if told else "the gateway tells nothing of it", "asked_at": asked_at,
        "rows": records({"address": address, "is_admin": rows[address]} for address in sorted(rows)),
    }  # fmt: skip
    async with await psycopg.AsyncConnection.connect(url, **line) as db:
        # By the way of the webhooks: a phone and a LID of one member are one person.
        await people.learn(db, pairs)
        await db.execute(query("groups.keep"), values)
        await db.execute(query("groups.keep_members"), values)


def _rows(groups: Iterable[Group]) -> Any:  # noqa: ANN401 - psycopg's wrapper
    return records({"connection_id": connection, "chat": chat} for connection, chat in sorted(set(groups)))
