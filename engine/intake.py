"""Store what the gateways tell, in groups: whoever asks is answered after its own commit."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from itertools import islice
from typing import Any

import psycopg
from psycopg.pq import TransactionStatus
from psycopg_pool import AsyncConnectionPool

from engine import people, storing
from engine.heard import Group, Heard
from engine.line import is_cut, is_gone
from engine.pace import A_MINUTE, Pace
from engine.patience import Patience

GROUP = 500
"""Webhooks that one transaction takes at most."""

STORE_SECONDS = 10.0
"""Well below Evolution's 30 seconds, after which it no longer listens to the answer."""

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
            await self._work()
            try:
                await self._serve()
            except psycopg.Error as fault:
                # No line to the database, or one that only reads: all who wait are told now, not one after the other.
                _settle(self._in_hand or self._take(), fault)
                self._in_hand = []

    async def _work(self) -> None:
        """Wait until there is something to store."""
        while not (self._in_hand or self._waiting):
            self._something.clear()
            await self._something.wait()

    async def _serve(self) -> None:
        """Commit group after group over one line to the database, and keep it: to get one costs as much as a group."""
        async with self._line() as db:
            again = bool(self._in_hand)
            while not db.closed:
                await self._work()
                self._in_hand = self._in_hand or self._take()
                try:
                    await self._commit(db, self._in_hand)
                except psycopg.Error as fault:
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
        group.pairs = self._known.new(group.pairs) | {pair for pair in group.pairs if pair[0] in group.owners}
        if group.only_reacts:
            await storing.react(db, group.reactions[0], self._pace)
        else:
            async with db.transaction():
                await storing.remember(db, group, self._pace)
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
