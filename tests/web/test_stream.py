"""The live feed over server-sent events, with a real server and real transactions."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

import psycopg
import pytest

from engine.config import Settings
from engine.live import Cursor
from sql import query
from tests.web.served import Told, Web, eventually

Show = Callable[..., int]


@pytest.fixture
def other(database_url: str) -> Iterator[psycopg.Connection]:
    with psycopg.connect(database_url) as connection:
        yield connection


def settled(told: Iterator[Told], n: int, seen: Collection[int] = ()) -> list[Told]:
    """Return the next `n` settled events, without those `seen` before.

    A reader drops repeats: any transaction open in the cluster, one of another test too, keeps the safe
    point that the id names below rows that were shown.
    """
    found: list[Told] = []
    while len(found) < n:
        frame = next(told)
        if frame.event == "settled" and frame.data["id"] not in seen:
            found.append(frame)
    return found


def numbers(told: list[Told]) -> list[int]:
    return [frame.data["id"] for frame in told]


def test_a_stream_says_that_it_is_not_to_be_buffered_and_when_to_come_back(web: Web) -> None:
    with web.client.stream("GET", "/api/stream") as answer:
        assert answer.headers["content-type"].startswith("text/event-stream")
        assert answer.headers["x-accel-buffering"] == "no"
        lines = answer.iter_lines()
        assert {next(lines).partition(":")[0], next(lines)} == {"id", "retry: 3000"}


def test_a_row_is_shown_as_soon_as_it_is_committed(web: Web, show: Show) -> None:
    with web.watch() as told:
        next(told)
        number = show("created")
        (frame,) = settled(told, 1)
    assert frame.data["id"] == number
    assert (frame.data["outcome"], frame.data["emoji"]) == ("created", "💳")
    assert frame.data["at"]


def test_two_transactions_that_commit_out_of_order_lose_no_row_from_any_id(
    web: Web, show: Show, other: psycopg.Connection
) -> None:
    with web.watch() as told:
        start = next(told).id
        early = show("early")
        late = show("late", by=other)  # its transaction begins here, and stays open
        between = show("between")
        frames = settled(told, 2)
        assert numbers(frames) == [early, between], "a row does not wait for older transactions that still run"
        after = show("after")
        frames += settled(told, 1)
        other.commit()
        frames += settled(told, 1)
        last = show("last")
        frames += settled(told, 1)
    assert set(numbers(frames)) == {early, late, between, after, last}
    for seen, place in enumerate([start, *(frame.id for frame in frames)]):
        missing = set(numbers(frames[seen:]))
        with web.watch(**{"Last-Event-ID": place}) as told:
            while missing:
                frame = next(told)
                assert frame.event != "resync"
                missing -= set(numbers([frame])) if frame.data else set()


def test_a_transaction_that_commits_while_the_reader_is_away_is_not_lost(
    web: Web, show: Show, other: psycopg.Connection
) -> None:
    with web.watch() as told:
        next(told)
        late = show("late", by=other)
        show("early")
        place = settled(told, 1)[0].id
    other.commit()
    with web.watch(f"?after={place}") as told:
        assert late in numbers(settled(told, 2))


def test_the_header_wins_over_the_address_which_a_browser_repeats_unchanged(web: Web, show: Show) -> None:
    with web.watch() as told:
        next(told)
        show("first")
        place = settled(told, 1)[0].id
    show("second")
    with web.watch("?after=a-place-of-another-feed", **{"Last-Event-ID": str(place)}) as told:
        next(told)
        assert next(told).event == "settled", "the place in the address would have led to a resync"


@pytest.mark.parametrize("query_", ["", "?after=0", "?after="])
def test_without_a_place_the_stream_begins_now(web: Web, show: Show, query_: str) -> None:
    show("before")
    with web.watch(query_) as told:
        next(told)
        number = show("now")
        assert numbers(settled(told, 1)) == [number]


def test_the_last_rows_come_first_oldest_first(web: Web, show: Show) -> None:
    rows = [show(str(n)) for n in range(5)]
    with web.watch("?last=3") as told:
        assert numbers(settled(told, 3)) == rows[2:]
        new = show("new")
        assert numbers(settled(told, 1)) == [new]


@pytest.mark.parametrize("last", ["-1", "x", "501", "1e3", "²"])
def test_a_last_that_is_no_number_is_refused(web: Web, last: str) -> None:
    answer = web.client.get("/api/stream", params={"last": last})
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("change", ["epoch", "ahead", "nonsense"])
def test_a_place_of_another_feed_gets_one_resync_and_then_goes_on(web: Web, show: Show, change: str) -> None:
    with web.watch() as told:
        now = Cursor.parse(str(next(told).id))
    assert now
    place = {"epoch": f"1.{now.xid}", "ahead": f"{now.epoch}.{now.xid + 10**9}", "nonsense": "17"}[change]
    with web.watch(**{"Last-Event-ID": place}) as told:
        next(told)
        assert next(told).event == "resync"
        number = show("after")
        frame = next(told)
        assert (frame.event, frame.data["id"]) == ("settled", number)


def test_a_place_older_than_the_feed_keeps_gets_a_resync_and_a_younger_one_does_not(
    web: Web, show: Show, db: psycopg.Connection
) -> None:
    with web.watch() as told:
        old = next(told).id
        for n in range(3):
            show(str(n))
        frames = settled(told, 3)
    db.execute("update live_feed set created_at = now() - interval '2 days' where id < %s", [frames[2].data["id"]])
    db.execute(query("live.purge"), {"hours": 24, "n": 100})
    with web.watch(f"?after={old}") as told:
        next(told)
        assert next(told).event == "resync"

    def first_after_today() -> tuple[str, bool]:
        with web.watch() as told:
            place = next(told).id
        number = show("young")
        with web.watch(f"?after={place}") as told:
            next(told)
            frame = next(told)
            return frame.event, frame.event == "settled" and frame.data["id"] == number

    # While an older transaction of the cluster runs, even today's place lies below what was purged.
    assert eventually(lambda: first_after_today() == ("settled", True))


def test_a_restarted_web_process_resumes_where_the_reader_was(
    web: Web, show: Show, settings: Settings, start: Callable[[Settings], Web]
) -> None:
    with web.watch() as told:
        next(told)
        before = show("before")
        place = settled(told, 1)[0].id
    web.stop()
    missed = [show("while it was down"), show("and another")]
    with start(settings).watch(**{"Last-Event-ID": str(place)}) as told:
        assert numbers(settled(told, 2, {before})) == missed


def test_stopping_ends_the_streams_at_once(web: Web) -> None:
    with web.watch() as first, web.watch() as second:
        next(first)
        next(second)
        seconds = web.stop()
        assert next(first, None) is None
        assert next(second, None) is None
    assert seconds < 3


def test_a_stream_whose_client_left_is_given_up(web: Web) -> None:
    feed = web.server.app.state.site.feed
    with web.watch() as told, web.watch() as other:
        next(told)
        next(other)
        assert feed.watched_by == 2
    assert eventually(lambda: feed.watched_by == 0)


def test_many_streams_in_step_cost_the_database_no_query_each(web: Web, show: Show, db: psycopg.Connection) -> None:
    with web.watch() as a, web.watch() as b, web.watch() as c:
        told = [a, b, c]
        for one in told:
            next(one)
        number = show("for all")
        assert [numbers(settled(one, 1)) for one in told] == [[number]] * 3
        listeners = db.execute(
            "select count(*) from pg_stat_activity"
            " where application_name = 'toque live' and datname = current_database()"
        ).fetchone()
    assert listeners == (1,)
