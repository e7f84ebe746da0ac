"""Store what the gateways tell, in groups: whoever asks is answered after its own commit."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from datetime import timedelta
from itertools import islice
from typing import Any

import psycopg
from psycopg.pq import TransactionStatus
from psycopg.rows import tuple_row
from psycopg_pool import AsyncConnectionPool, PoolTimeout

from engine import groups, pace, people
from engine.gateways.signals import MessageSeen
from engine.heard import Group, Heard, ReactionKey, Row
from engine.line import is_cut, is_gone
from engine.pace import A_MINUTE, Pace
from engine.patience import Patience
from engine.queue import settle_item
from sql import query
from sql.parameters import records

GROUP = 500
"""Webhooks that one transaction takes at most."""

STORE_SECONDS = 10.0
"""Well below Evolution's 30 seconds, after which it no longer listens to the answer."""

NOTICE_EXPIRES = timedelta(hours=1)
"""What could not be said for so long is not news any more."""


Db = psycopg.AsyncConnection[Any]
Waiting = tuple[Heard, asyncio.Future[None]]
"""What one webhook told, and who waits until that is committed."""


class Overloaded(Exception):  # noqa: N818 - it names what the caller does next: answer 503
    """More webhooks wait for the database than may; nothing was stored."""


class Intake:
    """Commit what waits as one transaction: requests that come during a commit share the next one."""

    def __init__(self, pool: AsyncConnectionPool[Db], *, max_waiting: int, a_minute: int = A_MINUTE) -> None:
        self._pool = pool
        self._max_waiting = max_waiting
        self._waiting: OrderedDict[asyncio.Future[None], Heard] = OrderedDict()
        self._in_hand: list[Waiting] = []
        """What is being committed, or is to be tried once more after its line was lost."""
        self._something = asyncio.Event()
        self._known = people.Known()
        self._owners: dict[int, str] = {}
        self._pace = Pace(a_minute)
        self._patience = Patience(STORE_SECONDS, _give_up)

    @property
    def waiting(self) -> int:
        """The number of webhooks that are not stored yet."""
        return len(self._waiting) + len(self._in_hand)

    async def store(self, heard: Heard) -> None:
        """Return once `heard` is committed.

        Raises `Overloaded` when too much waits, `TimeoutError` when it takes too long, and `psycopg.Error` when the
        database did not take it.
        """
        if self.waiting >= self._max_waiting:
            raise Overloaded
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting[done] = heard
        self._something.set()
        self._patience.begin(done)
        try:
            await done
        finally:
            self._patience.end(done)
            # Whoever gave up waiting comes again; what it told must not fill the memory until then.
            self._waiting.pop(done, None)

    async def run(self) -> None:
        """Serve until cancelled."""
        while True:
            await self._something.wait()
            self._something.clear()
            while self._in_hand or self._waiting:
                try:
                    await self._serve()
                except (psycopg.OperationalError, PoolTimeout) as fault:
                    # No line to the database: whoever waits is told now, not one after the other.
                    _settle(self._in_hand or self._take(), fault)
                    self._in_hand = []

    async def _serve(self) -> None:
        """Commit group after group over one line to the database: to get one takes as long as to store a group."""
        async with self._line() as db:
            again = bool(self._in_hand)
            while (self._in_hand or self._waiting) and not db.closed:
                self._in_hand = self._in_hand or self._take()
                try:
                    await self._commit(db, self._in_hand)
                except psycopg.OperationalError as fault:
                    if again or not is_cut(db, fault):
                        raise
                    # The line may have died while nobody used it: once more over another. What was stored after all
                    # is stored only once, as whatever is told twice.
                    return
                self._in_hand, again = [], False

    @asynccontextmanager
    async def _line(self) -> AsyncIterator[Db]:
        """Lend a line on which each statement is committed by itself, where no transaction is opened."""
        async with self._pool.connection() as db:
            await db.set_autocommit(True)
            try:
                yield db
            finally:
                if db.info.transaction_status is TransactionStatus.IDLE:
                    await db.set_autocommit(False)
                else:
                    await db.close()  # It goes back to the others as they know it, or not at all.

    def _take(self) -> list[Waiting]:
        """Take those who have waited longest, as many as one transaction takes."""
        group = [(heard, done) for done, heard in islice(self._waiting.items(), GROUP)]
        for _, done in group:
            del self._waiting[done]
        return group

    async def _commit(self, db: Db, group: list[Waiting]) -> None:
        try:
            try:
                await self._store(db, [heard for heard, _ in group])
            except psycopg.errors.DeadlockDetected:
                # An edit locks reactions after its group's own; Postgres chose us to give way, so once more.
                await self._store(db, [heard for heard, _ in group])
        except Exception as fault:
            if is_gone(db, fault):
                # The database is away: trying one by one would only take longer to say so.
                raise
            # One bad webhook must not fail its neighbours.
            if len(group) == 1:
                _settle(group, fault)
            else:
                for one in group:
                    await self._commit(db, [one])
        else:
            _settle(group, None)

    async def _store(self, db: Db, heard: Iterable[Heard]) -> None:
        group = Group()
        for one in heard:
            group.add(one)
        group.owners = {of: owner for of, owner in group.owners.items() if self._owners.get(of) != owner}
        group.pairs = {pair for pair in group.pairs if pair not in self._known or pair[0] in group.owners}
        if group.only_reacts:
            await _react(db, group.reactions[0], self._pace)
        else:
            async with db.transaction():
                await remember(db, group, self._pace)
        self._known.add(group.pairs)
        self._owners |= group.owners


def _give_up(done: asyncio.Future[None]) -> None:
    if not done.done():
        done.set_exception(TimeoutError())


def _settle(group: list[Waiting], fault: Exception | None) -> None:
    for _, done in group:
        if done.done():
            continue  # whoever waited has gone
        if fault is None:
            done.set_result(None)
        else:
            done.set_exception(fault)


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


async def _react(db: Db, layer: Mapping[ReactionKey, Row], pace_: Pace) -> None:
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
