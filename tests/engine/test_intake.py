"""What webhooks tell is stored in groups; who asked is answered after its own commit."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

import psycopg
import pytest
from psycopg.conninfo import make_conninfo
from psycopg_pool import AsyncConnectionPool

from engine import clock, directory, people, privacy
from engine.gateways.signals import OWNER, ConnectionChanged, MessageDeleted, MessageEdited, MessageSeen
from engine.heard import Heard
from engine.intake import Intake, Overloaded
from sql import query
from sql.parameters import records
from tests.engine.stage import FRIEND, PHONE, START, Stage, react, seen

LID = "200000000000777@lid"


def run(url: str, work: Callable[[Intake], Awaitable[object]], *, max_waiting: int = 1000) -> object:
    async def serve() -> object:
        async with AsyncConnectionPool(url, min_size=1, max_size=2, open=False) as pool:
            intake = Intake(pool, max_waiting=max_waiting)
            running = asyncio.create_task(intake.run())
            try:
                return await work(intake)
            finally:
                running.cancel()

    return asyncio.run(serve())


def test_many_webhooks_at_once_are_all_stored(stage: Stage, database_url: str) -> None:
    async def tell(intake: Intake) -> None:
        heard = [Heard(stage.id, PHONE, (seen(id_=f"M{n}"), react(id_=f"M{n}"))) for n in range(300)]
        await asyncio.gather(*(intake.store(one) for one in heard))

    run(database_url, tell)
    assert len(stage.rows("select from whatsapp_messages")) == 300
    assert len(stage.rows("select from action_queue")) == 300


def test_what_the_database_refuses_fails_alone(stage: Stage, database_url: str) -> None:
    async def tell(intake: Intake) -> list[object]:
        heard = [Heard(stage.id if n != 3 else 999_999, None, (seen(id_=f"M{n}"),)) for n in range(8)]
        return await asyncio.gather(*(intake.store(one) for one in heard), return_exceptions=True)

    answers = run(database_url, tell)
    assert [type(answer).__name__ for answer in answers if answer] == ["ForeignKeyViolation"]
    assert len(stage.rows("select from whatsapp_messages")) == 7


def test_a_group_whose_line_is_cut_is_stored_over_another(stage: Stage, database_url: str) -> None:
    waiting = "select pid from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()"

    def cut() -> None:
        while not (found := stage.rows(waiting)):
            pass
        stage.db.execute("select pg_terminate_backend(%s, 5000)", [found[0]["pid"]])

    async def tell(intake: Intake) -> list[object]:
        heard = [Heard(stage.id, None, (react(id_=f"M{n}"),)) for n in range(5)]
        told = asyncio.gather(*(intake.store(one) for one in heard), return_exceptions=True)
        with psycopg.connect(database_url) as locking:
            locking.execute("lock table whatsapp_message_reactions in exclusive mode")
            await asyncio.to_thread(cut)
        return await told

    assert run(database_url, tell) == [None] * 5
    assert len(stage.rows("select from action_queue")) == 5


def test_more_than_may_wait_is_refused_before_memory_grows(stage: Stage, database_url: str) -> None:
    async def tell(intake: Intake) -> list[object]:
        heard = [Heard(stage.id, None, (seen(id_=f"M{n}"),)) for n in range(8)]
        return await asyncio.gather(*(intake.store(one) for one in heard), return_exceptions=True)

    answers = run(database_url, tell, max_waiting=5)
    assert [type(answer) for answer in answers if answer] == [Overloaded] * 3


def test_a_database_that_is_away_is_an_error_for_everyone_who_waits() -> None:
    async def tell(intake: Intake) -> list[object]:
        heard = [Heard(1, None, (seen(id_=f"M{n}"),)) for n in range(3)]
        return await asyncio.gather(*(intake.store(one) for one in heard), return_exceptions=True)

    async def serve() -> list[object]:
        nowhere = "postgresql://x@127.0.0.1:1/x?connect_timeout=1"
        pool = AsyncConnectionPool(nowhere, min_size=0, max_size=1, open=False, timeout=0.2)
        await pool.open(wait=False)
        intake = Intake(pool, max_waiting=10)
        running = asyncio.create_task(intake.run())
        try:
            return await tell(intake)
        finally:
            running.cancel()
            await pool.close()

    answers = asyncio.run(serve())
    assert {type(answer).__name__ for answer in answers} == {"PoolTimeout"}


def test_one_group_with_the_same_key_twice_keeps_the_newest(stage: Stage) -> None:
    stage.tell(react("💳", n=1), react(None, n=3), react("📝", n=2), react(None, n=3))
    (row,) = stage.rows("select emoji, revision, outer_ids from whatsapp_message_reactions")
    assert row == {"emoji": None, "revision": 1, "outer_ids": ["RM13"]}


def test_a_repeated_reaction_changes_nothing_and_enqueues_nothing(stage: Stage) -> None:
    for _ in range(3):
        stage.tell(react("💳"))
    assert stage.rows("select revision from whatsapp_message_reactions") == [{"revision": 1}]
    assert len(stage.rows("select from action_queue")) == 1


def test_an_older_reaction_that_comes_late_changes_nothing(stage: Stage) -> None:
    stage.tell(react("📝", n=5), react("💳", n=2), each_alone=True)
    assert stage.rows("select emoji from whatsapp_message_reactions") == [{"emoji": "📝"}]


def test_of_two_reactions_in_one_second_the_senders_clock_decides(stage: Stage) -> None:
    second = int(START.timestamp())
    early = {"server_second": second, "sender_ms": second * 1000 + 1}
    late = {"server_second": second, "sender_ms": second * 1000 + 2}
    first = replace(react("📝"), outer_id="B", **late)
    stage.tell(first, replace(react("💳"), outer_id="A", **early), each_alone=True)
    assert stage.rows("select emoji from whatsapp_message_reactions") == [{"emoji": "📝"}]


def test_the_same_emoji_told_again_later_raises_no_revision(stage: Stage) -> None:
    stage.tell(react("💳", n=1), react("💳", n=2), each_alone=True)
    (row,) = stage.rows("select revision, server_second from whatsapp_message_reactions")
    assert row == {"revision": 1, "server_second": int(START.timestamp()) + 2}


def test_an_edit_raises_the_revision_of_every_reaction_that_stands(stage: Stage) -> None:
    stage.tell(seen(), react("💳"), react(None, reactor=FRIEND))
    stage.tell(MessageEdited("M1", "Pagar luz CFE $900", START + timedelta(minutes=1)))
    rows = stage.rows("select address, revision from whatsapp_message_reactions order by address")
    assert rows == [{"address": FRIEND, "revision": 1}, {"address": OWNER, "revision": 2}]


def test_an_edit_by_somebody_who_is_not_the_author_is_not_believed(stage: Stage) -> None:
    told = MessageEdited("M1", "Pagar $1", START + timedelta(minutes=1))
    stage.tell(seen(), told, replace(told, editor=OWNER), each_alone=True)
    assert "CFE" in stage.rows("select text from current_messages")[0]["text"]


def test_an_edit_by_the_author_under_another_name_is_believed(stage: Stage) -> None:
    edit = MessageEdited("M1", "Pagar $2", START + timedelta(minutes=1), editor=LID)
    stage.tell(edit, seen(aliases=((FRIEND, LID),)), each_alone=True)
    assert stage.rows("select text from current_messages") == [{"text": "Pagar $2"}]


def test_an_edit_that_comes_before_its_message_is_kept_for_it(stage: Stage) -> None:
    stage.tell(MessageEdited("M1", "Pagar $2", START + timedelta(minutes=1)), seen(), each_alone=True)
    assert stage.rows("select text from current_messages") == [{"text": "Pagar $2"}]


def test_an_edit_that_nobody_can_read_leaves_the_last_text_and_says_so(stage: Stage) -> None:
    stage.tell(seen(), MessageEdited("M1", None, START + timedelta(minutes=1), editor=FRIEND), each_alone=True)
    (row,) = stage.rows("select text, edit_unreadable from current_messages")
    assert "CFE" in row["text"]
    assert row["edit_unreadable"]


def test_an_older_edit_that_comes_late_is_not_taken(stage: Stage) -> None:
    edits = [MessageEdited("M1", f"text {n}", START + timedelta(minutes=n)) for n in (2, 1)]
    stage.tell(seen(), *edits, each_alone=True)
    assert stage.rows("select text from current_messages") == [{"text": "text 2"}]


def test_a_deletion_is_noted_once(stage: Stage) -> None:
    stage.tell(seen(), MessageDeleted("M1", START), MessageDeleted("M1", START + timedelta(hours=1)), each_alone=True)
    assert stage.rows("select changed_at from whatsapp_message_changes") == [{"changed_at": START}]
    assert stage.rows("select deleted from current_messages") == [{"deleted": True}]


def test_the_line_to_whatsapp_is_noted(stage: Stage) -> None:
    stage.tell(ConnectionChanged("close", "401"))
    assert stage.rows("select line_state, line_reason from connections") == [
        {"line_state": "close", "line_reason": "401"}
    ]


def test_a_reaction_that_only_phones_can_read_is_told_in_the_feed_once(stage: Stage) -> None:
    for _ in range(2):
        stage.tell(seen(None, kind="encrypted"))
    assert stage.rows("select body->>'outcome' as outcome from live_feed") == [{"outcome": "encrypted"}]


def test_two_addresses_of_one_event_are_one_person_and_the_owner_is_known_by_every_name(stage: Stage) -> None:
    stage.tell(seen(aliases=((FRIEND, LID),)), react(aliases=((OWNER, "100000000000001@lid"),)))
    people = stage.rows(
        "select is_owner, array_agg(address order by address) as addresses"
        " from people p join addresses a on a.person_id = p.id group by p.id, is_owner order by is_owner"
    )
    assert people == [
        {"is_owner": False, "addresses": sorted([LID, FRIEND])},
        {"is_owner": True, "addresses": sorted([OWNER, PHONE, "100000000000001@lid"])},
    ]


def test_what_a_process_keeps_in_mind_of_people_does_not_outlast_their_being_forgotten(
    stage: Stage, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever writes again is somebody new, to the process that knew them too: by phone and LID one person."""
    both = ((FRIEND, LID),)

    async def tell(intake: Intake) -> None:
        await intake.store(Heard(stage.id, PHONE, (seen(aliases=both),)))
        (known,) = [one for one in directory.all_people(stage.db) if not one.is_owner]
        privacy.forget(stage.db, privacy.bar(stage.db, known))
        later = clock.now() + timedelta(minutes=1)
        monkeypatch.setattr(people, "REMEMBERED_SECONDS", 0.0)
        await intake.store(Heard(stage.id, PHONE, (seen(id_="M2", sent_at=later, aliases=both),)))

    run(database_url, tell)
    (again,) = [one for one in directory.all_people(stage.db) if not one.is_owner]
    assert set(again.addresses) == {FRIEND, LID}


def test_each_of_many_new_people_is_one_person_whoever_else_is_new(stage: Stage) -> None:
    def new(n: int, *more: str) -> MessageSeen:
        names = (f"5215500000{n:03}@s.whatsapp.net", f"9000{n:03}@lid", *more)
        return seen(id_=f"M{n}", aliases=tuple((names[0], other) for other in names[1:]))

    stage.tell(new(1), each_alone=True)
    # One of them is known already, and one comes under three addresses.
    stage.tell(*(new(n) for n in range(40)), new(50, "other@lid"))
    people = stage.rows(
        "select array_agg(address order by address) as addresses from addresses where address <> 'me' and address <> %s"
        " group by person_id",
        PHONE,
    )
    together = sorted(len(row["addresses"]) for row in people)
    assert together == [2] * 40 + [3]
    assert {len({name.split("@")[0][-3:] for name in row["addresses"]} - {"her"}) for row in people} == {1}
    assert len(stage.rows("select from people where not is_owner")) == 41


def test_who_is_known_is_found_by_the_key_however_many_there_are(stage: Stage) -> None:
    stage.db.execute("insert into people (connection_id) values (%s)", [stage.id])
    stage.db.execute(
        "insert into addresses (connection_id, address, person_id)"
        " select connection_id, 'a' || n, id from people, generate_series(1, 5000) n where connection_id = %s",
        [stage.id],
    )
    stage.db.execute("analyze addresses")
    rows = records([{"connection_id": stage.id, "address": "a17"}])
    plan = stage.db.execute(b"explain " + query("people.known").encode(), {"rows": rows}).fetchall()
    assert "addresses_pkey" in str(plan)
    assert "Seq Scan" not in str(plan)


def test_one_notification_a_group_wakes_the_workers(stage: Stage, database_url: str) -> None:
    with psycopg.connect(database_url, autocommit=True) as listener:
        listener.execute("listen toque_queue")
        stage.tell(*(seen(id_=f"M{n}") for n in range(20)), *(react(id_=f"M{n}") for n in range(20)))
        told = list(listener.notifies(timeout=5, stop_after=1))
        assert len(told) == 1
        assert list(listener.notifies(timeout=0.05)) == []


@pytest.mark.parametrize("moments", [(1, 1), (1, 2), (2, 1)])
def test_two_groups_at_once_with_the_same_reactions_do_not_deadlock(
    stage: Stage, database_url: str, moments: tuple[int, int]
) -> None:
    async def tell(intake: Intake) -> None:
        ids = [f"M{n}" for n in range(60)]
        groups = (ids, list(reversed(ids)))
        await asyncio.gather(
            *(
                intake.store(Heard(stage.id, None, tuple(react("💳", id_, n=n) for id_ in group)))
                for n, group in zip(moments, groups, strict=True)
                for _ in range(10)
            )
        )

    run(database_url, tell)
    assert len(stage.rows("select from whatsapp_message_reactions")) == 60


def test_a_database_that_only_reads_yet_is_an_error_at_once(stage: Stage, database_url: str) -> None:
    """As after a failover: whoever waits is told, and comes again."""

    async def tell(intake: Intake) -> object:
        heard = Heard(stage.id, None, (seen(),))
        return await asyncio.gather(*(intake.store(heard) for _ in range(2)), return_exceptions=True)

    standby = make_conninfo(database_url, options="-c default_transaction_read_only=on")
    answers = run(standby, tell)
    assert {type(answer).__name__ for answer in answers} == {"ReadOnlySqlTransaction"}
