"""Store what the gateways tell, in groups: whoever asks is answered after its own commit."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, assert_never

import psycopg
from psycopg.rows import tuple_row
from psycopg_pool import AsyncConnectionPool, PoolTimeout

from engine import people
from engine.gateways.signals import (
    OWNER,
    ConnectionChanged,
    DeliveryChanged,
    MessageDeleted,
    MessageEdited,
    MessageSeen,
    ReactionChanged,
    Signal,
)
from engine.queue import settle_item
from sql import query
from sql.parameters import records

GROUP = 500
"""Webhooks that one transaction takes at most."""

Key = tuple[int, str]
ReactionKey = tuple[int, str, str]
Row = dict[str, Any]


class Overloaded(Exception):  # noqa: N818 - it names what the caller does next: answer 503
    """More webhooks wait for the database than may; nothing was stored."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What one webhook told of one connection."""

    connection_id: int
    owner: str | None
    """The connection's own address as the envelope gives it."""
    signals: tuple[Signal, ...]


@dataclass(slots=True)
class Group:
    """Signals of many webhooks, reduced to one row a key: a statement may not touch a row twice."""

    messages: dict[Key, Row] = field(default_factory=dict)
    sent: dict[Key, Row] = field(default_factory=dict)
    reactions: list[dict[ReactionKey, Row]] = field(default_factory=list)
    changes: dict[tuple[int, str, str, str], Row] = field(default_factory=dict)
    lines: dict[int, Row] = field(default_factory=dict)
    owners: dict[int, str] = field(default_factory=dict)
    pairs: set[tuple[int, str, str]] = field(default_factory=set)

    def add(self, heard: Heard) -> None:
        """Fold one webhook in."""
        for signal in heard.signals:
            self._fold(heard.connection_id, signal)
        if heard.owner:
            self.owners[heard.connection_id] = heard.owner
            self.pairs.add((heard.connection_id, OWNER, heard.owner))

    def _fold(self, connection: int, signal: Signal) -> None:
        match signal:
            case MessageSeen():
                self._message(connection, signal)
            case ReactionChanged():
                self._reaction(connection, signal)
            case MessageEdited():
                kind = "unreadable_edit" if signal.text is None else "edit"
                key = (connection, signal.message_id)
                self._change(key, kind, at=signal.edited_at, by_address=signal.editor, text=signal.text)
            case MessageDeleted():
                self._change((connection, signal.message_id), "delete", at=signal.deleted_at)
            case ConnectionChanged():
                self.lines[connection] = {
                    "connection_id": connection, "state": signal.state, "reason": signal.reason,
                }  # fmt: skip
            case DeliveryChanged():
                pass  # nothing waits for receipts yet
            case _:
                assert_never(signal)

    def _message(self, connection: int, seen: MessageSeen) -> None:
        key = (connection, seen.message_id)
        self.pairs.update((connection, *pair) for pair in seen.aliases)
        if seen.by_us:
            self.sent[key] = {"connection_id": connection, "id": seen.message_id}
        row = {
            "connection_id": connection, "id": seen.message_id, "chat": seen.chat, "author": seen.author,
            "author_name": seen.author_name, "kind": seen.kind, "text": seen.text, "quoted_id": seen.quoted_id,
            "sent_at": seen.sent_at, "by_us": seen.by_us,
        }  # fmt: skip
        self.messages.setdefault(key, row)

    def _reaction(self, connection: int, heard: ReactionChanged) -> None:
        self.pairs.update((connection, *pair) for pair in heard.aliases)
        if heard.by_us:
            self.sent[(connection, heard.outer_id)] = {"connection_id": connection, "id": heard.outer_id}
            return
        row = {
            "connection_id": connection, "message_id": heard.message_id, "address": heard.reactor,
            "chat": heard.chat, "emoji": heard.emoji, "server_second": heard.server_second,
            "sender_ms": heard.sender_ms or 0, "outer_ids": [heard.outer_id],
        }  # fmt: skip
        self._layer((connection, heard.message_id, heard.reactor), row)

    def _layer(self, key: ReactionKey, row: Row) -> None:
        """Put a reaction into the first layer where it fits; of one moment, each outer id has a layer of its own.

        The layers are stored one after the other: only the row knows which outer ids it has heard already.
        """
        for n, layer in enumerate(self.reactions):
            earlier = layer.get(key)
            if earlier is None or _moment(row) > _moment(earlier):
                layer[key] = row
                for later in self.reactions[n + 1 :]:
                    later.pop(key, None)
                return
            if _moment(row) < _moment(earlier) or row["outer_ids"] == earlier["outer_ids"]:
                return
        self.reactions.append({key: row})

    def _change(
        self, key: Key, kind: str, *, at: datetime, by_address: str | None = None, text: str | None = None
    ) -> None:
        (connection, message_id), by_address = key, by_address or ""
        place = (connection, message_id, kind, by_address)
        earlier = self.changes.get(place)
        if earlier is None or at >= earlier["changed_at"]:
            self.changes[place] = {
                "connection_id": connection, "message_id": message_id, "kind": kind, "by_address": by_address,
                "text": text, "changed_at": at,
            }  # fmt: skip


def _moment(row: Row) -> tuple[int, int]:
    """Return when a reaction was made: the server's second, then the sender's millisecond."""
    return row["server_second"], row["sender_ms"]


class Intake:
    """Commit what waits as one transaction: requests that come during a commit share the next one."""

    def __init__(self, pool: AsyncConnectionPool[psycopg.AsyncConnection[Any]], *, max_waiting: int) -> None:
        self._pool = pool
        self._max_waiting = max_waiting
        self._waiting: deque[tuple[Heard, asyncio.Future[None]]] = deque()
        self._something = asyncio.Event()
        self._known = people.Known()
        self._owners: dict[int, str] = {}

    async def store(self, heard: Heard) -> None:
        """Return once `heard` is committed.

        Raises `Overloaded` when too much waits, and `psycopg.Error` when the database did not take it.
        """
        if len(self._waiting) >= self._max_waiting:
            raise Overloaded
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((heard, done))
        self._something.set()
        await done

    async def run(self) -> None:
        """Serve until cancelled."""
        while True:
            await self._something.wait()
            self._something.clear()
            while self._waiting:
                group = [self._waiting.popleft() for _ in range(min(GROUP, len(self._waiting)))]
                await self._commit(group)

    async def _commit(self, group: list[tuple[Heard, asyncio.Future[None]]]) -> None:
        try:
            try:
                await self._store([heard for heard, _ in group])
            except psycopg.errors.DeadlockDetected:
                # An edit locks reactions after its group's own; Postgres chose us to give way, so once more.
                await self._store([heard for heard, _ in group])
        except (psycopg.OperationalError, PoolTimeout) as fault:
            # The database is away: trying one by one would only take longer to say so.
            _settle(group, fault)
        except Exception as fault:  # noqa: BLE001 - one bad webhook must not fail its neighbours
            if len(group) == 1:
                _settle(group, fault)
            else:
                for one in group:
                    await self._commit([one])
        else:
            _settle(group, None)

    async def _store(self, heard: Iterable[Heard]) -> None:
        group = Group()
        for one in heard:
            group.add(one)
        group.owners = {of: owner for of, owner in group.owners.items() if self._owners.get(of) != owner}
        group.pairs = {pair for pair in group.pairs if pair not in self._known or pair[0] in group.owners}
        async with self._pool.connection() as db:
            await remember(db, group)
        self._known.add(group.pairs)
        self._owners |= group.owners


def _settle(group: list[tuple[Heard, asyncio.Future[None]]], fault: Exception | None) -> None:
    for _, done in group:
        if done.done():
            continue  # whoever waited has gone
        if fault is None:
            done.set_result(None)
        else:
            done.set_exception(fault)


async def remember(db: psycopg.AsyncConnection[Any], group: Group) -> None:
    """Write a group, and who is who by it, in the caller's transaction."""
    await store(db, group)
    for connection, owner in sorted(group.owners.items()):
        await db.execute(query("intake.store_owner"), {"connection_id": connection, "owner": owner})
    await people.learn(db, group.pairs)


async def store(db: psycopg.AsyncConnection[Any], group: Group) -> None:
    """Write a group in the caller's transaction and enqueue what there is to settle."""
    settles: set[ReactionKey] = set()
    if group.sent:
        await db.execute(query("intake.store_sent"), {"rows": records(group.sent.values())})
    if group.messages:
        new = await _keys(db, "intake.store_messages", group.messages.values())
        if new:
            await _tell_unreadable(db, [row for key, row in group.messages.items() if key in set(new)])
            waiting = [{"connection_id": row[0], "id": row[1]} for row in new]
            settles |= _unsettled(await _keys(db, "intake.waiting_reactions", waiting))
    for layer in group.reactions:
        settles |= _unsettled(await _keys(db, "intake.store_reactions", layer.values()))
    if group.changes:
        changed = await _keys(db, "intake.store_changes", group.changes.values())
        if changed:
            touched = [{"connection_id": connection, "id": message} for connection, message in sorted(set(changed))]
            settles |= _unsettled(await _keys(db, "intake.raise_revisions", touched))
    for line in group.lines.values():
        await db.execute(query("intake.store_line"), line)
    if settles:
        await db.execute(query("queue.add"), {"rows": records(settle_item(*key) for key in sorted(settles))})
        await db.execute(query("intake.announce"))


async def _tell_unreadable(db: psycopg.AsyncConnection[Any], new: Iterable[Row]) -> None:
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
    db.execute(query("intake.store_messages"), {"rows": records(group.messages.values())})
    rows = records([{"connection_id": connection_id, "id": found.message_id}])
    waiting = _unsettled(db.execute(query("intake.waiting_reactions"), {"rows": rows}).fetchall())
    if waiting:
        db.execute(query("queue.add"), {"rows": records(settle_item(*key) for key in sorted(waiting))})
        db.execute(query("intake.announce"))


async def _keys(db: psycopg.AsyncConnection[Any], statement: str, values: Iterable[Row]) -> list[tuple[Any, ...]]:
    async with db.cursor(row_factory=tuple_row) as cursor:
        await cursor.execute(query(statement), {"rows": records(values)})
        return await cursor.fetchall()


def _unsettled(found: Iterable[tuple[Any, ...]]) -> set[ReactionKey]:
    """Return the keys of rows (connection, message, address, revision, settled revision) with something to settle."""
    return {(row[0], row[1], row[2]) for row in found if row[3] > row[4]}
