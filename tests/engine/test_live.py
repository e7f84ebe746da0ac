"""The feed's places, seats and reader, against real transactions in every order."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable, Iterator
from contextlib import ExitStack
from typing import Any

import psycopg
import pytest
from psycopg_pool import AsyncConnectionPool

from engine.live import Cursor, Entry, Pool, Snapshot, entries, find
from engine.web.feed import Feed, Seat
from sql import query

INSERT = "insert into live_feed (connection_id, event, body) values (%s, 'settled', '{}') returning id"


@pytest.fixture
def connection_id(db: psycopg.Connection) -> int:
    row = db.execute(
        "insert into connections (slug, gateway, instance, base_url, secrets, zone, region, language)"
        " values ('a-slug-of-tests', 'evolution', 'home', '', '', 'UTC', 'MX', 'es') returning id"
    ).fetchone()
    assert row
    return int(row[0])


@pytest.fixture
def feed(database_url: str) -> Feed:
    return Feed(database_url, poll=0.02, depth=10)


def with_pool(database_url: str, work: Callable[[Pool], Awaitable[None]]) -> None:
    async def run() -> None:
        async with AsyncConnectionPool(database_url, min_size=1, open=False) as pool:
            await work(pool)

    asyncio.run(asyncio.wait_for(run(), 30))


def entry(number: int) -> Entry:
    return Entry(number, number, "settled", "{}", Cursor("1", number), 1)


def test_a_place_reads_as_it_is_written() -> None:
    assert Cursor.parse("7710593621020710389.749") == Cursor("7710593621020710389", 749)
    assert str(Cursor("77", 3)) == "77.3"


@pytest.mark.parametrize("text", ["", "17", "a.b", "1.-2", "1.2.3", "1.99999999999999999999", "٣.٤", "1.2\n3"])
def test_what_is_no_place_is_none(text: str) -> None:
    assert Cursor.parse(text) is None


def test_a_snapshot_shows_what_had_committed() -> None:
    snapshot = Snapshot.parse("10:15:10,12")
    assert [xid for xid in range(9, 17) if snapshot.shows(xid)] == [9, 11, 13, 14]


def test_an_entry_may_be_resumed_from_only_below_the_next_one_and_what_still_runs(db: psycopg.Connection) -> None:
    at = db.execute("select now() as at").fetchone()
    assert at
    rows = [
        {"connection_id": 1, "id": n, "xid": xid, "event": "settled", "body": {}, "created_at": at[0]}
        for n, xid in [(1, 5), (2, 9), (3, 20)]
    ]
    assert [told.cursor.xid for told in entries(rows, Cursor("1", 12))] == [9, 12, 12]


class Writers:
    """Transactions that begin, write, commit and roll back in any order."""

    def __init__(self, stack: ExitStack, database_url: str, connection_id: int, n: int) -> None:
        self._open = [stack.enter_context(psycopg.connect(database_url)) for _ in range(n)]
        self._wrote: dict[int, list[int]] = {}
        self._connection_id = connection_id
        self.committed: set[int] = set()

    def step(self, dice: random.Random) -> None:
        which = dice.randrange(len(self._open))
        match dice.choice(["write", "write", "commit", "roll back"]):
            case "write":
                row = self._open[which].execute(INSERT, [self._connection_id]).fetchone()
                assert row
                self._wrote.setdefault(which, []).append(row[0])
            case "commit":
                self._open[which].commit()
                self.committed |= set(self._wrote.pop(which, []))
            case _:
                self._open[which].rollback()
                self._wrote.pop(which, None)

    def finish(self) -> None:
        for which, connection in enumerate(self._open):
            connection.commit()
            self.committed |= set(self._wrote.pop(which, []))


@pytest.fixture
def writers(database_url: str, connection_id: int) -> Iterator[Writers]:
    with ExitStack() as stack:
        yield Writers(stack, database_url, connection_id, 4)


@pytest.mark.parametrize("seed", range(6))
def test_a_reader_that_breaks_off_anywhere_and_comes_back_misses_no_row(
    database_url: str, writers: Writers, seed: int
) -> None:
    dice = random.Random(seed)  # noqa: S311 - a schedule, no secret

    async def read(pool: Pool) -> None:
        place = str((await find(pool, None)).cursor)
        seen: set[int] = set()
        for _ in range(60):
            writers.step(dice)
            if dice.random() < 0.4:
                found = await find(pool, place)
                assert not found.lost
                taken = found.missed[: dice.randint(0, len(found.missed))]
                seen |= {told.id for told in taken}
                place = str(taken[-1].cursor) if taken else place
        writers.finish()
        seen |= {told.id for told in (await find(pool, place)).missed}
        assert seen == writers.committed

    with_pool(database_url, read)


@pytest.mark.parametrize("seed", range(3))
def test_the_reader_hands_on_each_committed_row_once(
    database_url: str, feed: Feed, writers: Writers, seed: int
) -> None:
    dice = random.Random(seed)  # noqa: S311 - a schedule, no secret

    async def read(_pool: Pool) -> None:
        reading = asyncio.create_task(feed.run())
        await feed.reading.wait()
        seat = Seat(10_000)
        feed._seats.add(seat)
        got: list[int] = []
        for _ in range(80):
            await asyncio.to_thread(writers.step, dice)
        await asyncio.to_thread(writers.finish)
        coming = seat.entries()
        while len(got) < len(writers.committed):
            got.append((await anext(coming)).id)
        reading.cancel()
        assert sorted(got) == sorted(writers.committed)

    with_pool(database_url, read)


def test_a_reader_too_slow_loses_its_seat_and_what_waited_is_let_go() -> None:
    async def sit() -> None:
        seat = Seat(10)
        for n in range(3):
            seat.hand(tuple(entry(n * 4 + k) for k in range(4)))
        assert seat.overran
        assert [told async for told in seat.entries()] == []

    asyncio.run(sit())


def test_one_batch_larger_than_a_seat_is_no_slowness() -> None:
    async def sit() -> None:
        seat = Seat(2)
        seat.hand(tuple(entry(n) for n in range(5)))
        seat.clear(overran=False)
        assert [told.id async for told in seat.entries()] == [0, 1, 2, 3, 4]

    asyncio.run(sit())


def test_a_slow_stream_does_not_hold_the_others_back(
    database_url: str, feed: Feed, connection_id: int, db: psycopg.Connection
) -> None:
    async def read(_pool: Pool) -> None:
        reading = asyncio.create_task(feed.run())
        await feed.reading.wait()
        slow, quick = feed.sit(), feed.sit()
        coming = quick.entries()
        for _ in range(30):
            await asyncio.to_thread(db.execute, INSERT, [connection_id])
            await anext(coming)
        reading.cancel()
        assert slow.overran
        assert not quick.overran
        assert (feed.watched_by, feed.let_go) == (1, 1)

    with_pool(database_url, read)


def test_a_reader_whose_connection_was_cut_goes_on_without_a_gap(
    database_url: str, feed: Feed, connection_id: int, db: psycopg.Connection
) -> None:
    def insert() -> Any:
        return db.execute(INSERT, [connection_id]).fetchone()

    async def read(_pool: Pool) -> None:
        reading = asyncio.create_task(feed.run())
        await feed.reading.wait()
        coming = feed.sit().entries()
        db.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity"
            " where application_name = 'toque live' and datname = current_database()"
        )
        missed = insert()
        assert (await anext(coming)).id == missed[0]
        reading.cancel()

    with_pool(database_url, read)


def test_a_seat_in_a_closed_feed_ends_at_once(feed: Feed) -> None:
    async def sit() -> None:
        early = feed.sit()
        feed.close()
        assert [told async for told in early.entries()] == []
        assert [told async for told in feed.sit().entries()] == []

    asyncio.run(sit())


def test_the_purge_leaves_one_mark_a_connection_and_says_when_much_is_left(
    database_url: str, connection_id: int, db: psycopg.Connection
) -> None:
    for _ in range(10):
        db.execute(INSERT, [connection_id])
    db.execute("update live_feed set created_at = now() - interval '2 days'")
    fresh = db.execute(INSERT, [connection_id]).fetchone()
    assert fresh
    deleted = [db.execute(query("live.purge"), {"hours": 24, "n": 4}).rowcount for _ in range(4)]
    assert deleted == [4, 4, 1, 0]
    left = db.execute("select event, id from live_feed order by id").fetchall()
    assert [event for event, _ in left] == ["purged", "settled"]

    async def read(pool: Pool) -> None:
        newest = await find(pool, None, last=10)
        assert [told.id for told in newest.missed] == [fresh[0]]
        assert (await find(pool, f"{newest.cursor.epoch}.3")).lost

    with_pool(database_url, read)
