"""Write what webhooks told, in the caller's transaction, and enqueue what there is to settle."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any

import psycopg
from psycopg.rows import tuple_row

from engine import groups, pace, people
from engine.gateways.signals import MessageSeen
from engine.heard import Group, Heard, ReactionKey, Row
from engine.pace import Pace
from engine.queue import settle_item
from sql import query
from sql.parameters import records

NOTICE_EXPIRES = timedelta(hours=1)
"""What could not be said for so long is not news any more."""

Db = psycopg.AsyncConnection[Any]


async def remember(db: Db, group: Group, pace_: Pace | None = None) -> None:
    """Write a group, and who is who by it, in the caller's transaction."""
    await store(db, group, pace_ or Pace())
    for connection, owner in sorted(group.owners.items()):
        await db.execute(query("intake.store_owner"), {"connection_id": connection, "owner": owner})
    await people.learn(db, group.pairs)
    if group.groups:
        await groups.changed(db, group.groups)


async def store(db: Db, group: Group, pace_: Pace) -> None:
    """Write a group in the caller's transaction and enqueue what there is to settle."""
    settles: set[ReactionKey] = set()
    queued: set[ReactionKey] = set()
    late: dict[ReactionKey, int] = {}
    urgency: dict[ReactionKey, str] = {}
    if group.sent:
        await db.execute(query("intake.store_sent"), {"rows": records(group.sent.values())})
    if group.messages:
        settles, urgency = await _store_messages(db, group)
    for layer in group.reactions:
        changed, hasty = await _store_reactions(db, layer, pace_)
        queued.update(changed)
        late |= hasty
    if group.changes:
        told = await _keys(db, "intake.store_changes", group.changes.values())
        if told:
            touched = [{"connection_id": connection, "id": message} for connection, message in sorted(set(told))]
            settles |= _unsettled(await _keys(db, "intake.raise_revisions", touched))
    for line in group.lines.values():
        await db.execute(query("intake.store_line"), line)
        if line["state"] == "open":
            # Its webhooks may have gone nowhere while it was closed.
            await db.execute(query("gaps.hasten"), {"connection_id": line["connection_id"]})
    settles = (settles | urgency.keys()) - queued
    if settles:
        items = (settle_item(*key, priority=urgency.get(key)) for key in sorted(settles))
        await db.execute(query("queue.add"), {"rows": records(items)})
        await db.execute(query("intake.announce"))
    await _tell_of_haste(db, late)


async def _store_messages(db: Db, group: Group) -> tuple[set[ReactionKey], dict[ReactionKey, str]]:
    """Write messages; return what waited for them, and those that rules about messages are to see, by urgency."""
    new = await _keys(db, "intake.store_messages", group.messages.values())
    if not new:
        return set(), {}
    known = {(row[0], row[1]) for row in new}
    await _tell_unreadable(db, [row for key, row in group.messages.items() if key in known])
    waiting = _unsettled(await _keys(db, "intake.waiting_reactions", _named(new)))
    watched = [row for row in new if row[2]]
    return waiting, _urgency(await _keys(db, "intake.watch", _named(watched))) if watched else {}


async def react(db: Db, layer: Mapping[ReactionKey, Row], pace_: Pace) -> None:
    """Write reactions alone, in one statement that commits itself: most groups are no more than that."""
    _, late = await _store_reactions(db, layer, pace_)
    if late:
        async with db.transaction():
            await _tell_of_haste(db, late)


async def _store_reactions(
    db: Db, layer: Mapping[ReactionKey, Row], pace_: Pace
) -> tuple[list[ReactionKey], dict[ReactionKey, int]]:
    """Write reactions and enqueue those that changed; return these, and with their second those beyond the pace."""
    for (connection, _, address), row in layer.items():
        row["left"] = pace_.left(connection, address, row["server_second"])
    changed = sorted((row[0], row[1], row[2]) for row in await _keys(db, "intake.store_reactions", layer.values()))
    late: dict[ReactionKey, int] = {}
    for key in changed:
        second = layer[key]["server_second"]
        if pace_.is_over(key[0], key[2], second):
            late[key] = second
    return changed, late


async def _tell_of_haste(db: Db, late: dict[ReactionKey, int]) -> None:
    """Tell whoever reacts faster than all is settled that nothing is forgotten: once."""
    newest: dict[pace.Person, int] = {}
    for (connection, _, address), second in late.items():
        newest[connection, address] = max(second, newest.get((connection, address), 0))
    if not newest:
        return
    # By the database's clock, as whoever sends it looks: those of the machines need not agree.
    async with db.cursor(row_factory=tuple_row) as cursor:
        await cursor.execute(query("queue.from_now"), {"seconds": NOTICE_EXPIRES.total_seconds()})
        ((expires_at,),) = await cursor.fetchall()
    rows = pace.notices(newest, expires_at - NOTICE_EXPIRES)
    told = await _keys(db, "intake.note_notices", rows) if rows else []
    if told:
        deliveries = pace.deliveries([(one[0], one[1]) for one in told], expires_at)
        await db.execute(query("queue.open_lanes"), {"rows": records(deliveries)})
        await db.execute(query("queue.add"), {"rows": records(deliveries)})


async def _tell_unreadable(db: Db, new: Iterable[Row]) -> None:
    """Say in the live feed what WhatsApp shows to phones only: reactions in a community's announcements, say."""
    shown = [
        {
            "connection_id": row["connection_id"], "event": "settled",
            "body": {"message_id": row["id"], "chat": row["chat"], "address": row["author"], "emoji": None,
                     "outcome": "encrypted", "error": "encrypted", "items": []},
        }
        for row in new
        if row["kind"] == "encrypted"
    ]  # fmt: skip
    if shown:
        await db.execute(query("settle.show"), {"rows": records(shown)})
        await db.execute(query("settle.announce_feed"))


def store_found(db: psycopg.Connection[Any], connection_id: int, found: MessageSeen) -> None:
    """Write a message that the gateway was asked for, and let what waited for it be settled."""
    group = Group()
    group.add(Heard(connection_id, None, (found,)))
    new = db.execute(query("intake.store_messages"), {"rows": records(group.messages.values())}).fetchall()
    rows = {"rows": records([{"connection_id": connection_id, "id": found.message_id}])}
    waiting = _unsettled(db.execute(query("intake.waiting_reactions"), rows).fetchall())
    watched = any(row[2] for row in new)
    urgency = _urgency(db.execute(query("intake.watch"), rows).fetchall()) if watched else {}
    if waiting or urgency:
        items = (settle_item(*key, priority=urgency.get(key)) for key in sorted(waiting | urgency.keys()))
        db.execute(query("queue.add"), {"rows": records(items)})
        db.execute(query("intake.announce"))


async def _keys(db: Db, statement: str, values: Iterable[Row]) -> list[tuple[Any, ...]]:
    async with db.cursor(row_factory=tuple_row) as cursor:
        await cursor.execute(query(statement), {"rows": records(values)})
        return await cursor.fetchall()


def _named(found: Iterable[tuple[Any, ...]]) -> list[Row]:
    """Return what a statement knows messages by, of rows that begin with (connection, message)."""
    return [{"connection_id": row[0], "id": row[1]} for row in found]


def _urgency(found: Iterable[tuple[Any, ...]]) -> dict[ReactionKey, str]:
    """Return the keys of rows (connection, message, address, priority), with how urgent each is."""
    return {(row[0], row[1], row[2]): row[3] for row in found}


def _unsettled(found: Iterable[tuple[Any, ...]]) -> set[ReactionKey]:
    """Return the keys of rows (connection, message, address, revision, settled revision) with something to settle."""
    return {(row[0], row[1], row[2]) for row in found if row[3] > row[4]}
