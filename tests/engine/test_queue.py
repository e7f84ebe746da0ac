"""The queue from a worker's side: order, leases, lanes, dead letters; and a claim's plan with a large backlog."""

from __future__ import annotations

import json

import psycopg
import pytest

from engine import line, queue, watermark
from engine.queue import AGING, Claimer
from engine.watermark import Watermark
from sql import query
from sql.parameters import records
from tests.engine.stage import Stage


def put(stage: Stage, n: int = 1, **more: object) -> None:
    row = {"connection_id": stage.id, "event_type": "settle", "event_data": {"n": n}} | more
    stage.db.execute(query("queue.add"), {"rows": records([row])})
    if row["event_type"] == "deliver":
        stage.db.execute(query("queue.open_lanes"), {"rows": records([row])})


def numbers(claims: list[queue.Claim]) -> list[int]:
    return [claim.event_data["n"] for claim in claims]


def test_critical_comes_before_high_before_normal_before_low(stage: Stage) -> None:
    for n, priority in enumerate(["low", "normal", "critical", "high"]):
        put(stage, n, priority=priority)
    claimer = Claimer("w", 30)
    assert [numbers(claimer.settles(stage.db, 1))[0] for _ in range(4)] == [2, 3, 1, 0]


def test_every_tenth_claim_goes_by_time_so_that_the_low_are_never_starved(stage: Stage) -> None:
    put(stage, 0, priority="low", run_at="2020-01-01T00:00:00Z")
    for n in range(1, 20):
        put(stage, n, priority="high")
    claimer = Claimer("w", 30)
    claimed = [numbers(claimer.settles(stage.db, 1))[0] for _ in range(AGING)]
    assert claimed.index(0) == AGING - 1


def test_what_is_scheduled_waits_for_its_time(stage: Stage) -> None:
    put(stage, run_at="2999-01-01T00:00:00Z")
    assert Claimer("w", 30).settles(stage.db, 5) == []


def test_two_workers_never_claim_the_same_item(stage: Stage, database_url: str) -> None:
    for n in range(10):
        put(stage, n)
    with psycopg.connect(database_url, autocommit=True) as other, stage.db.transaction():
        mine = numbers(Claimer("a", 30).settles(stage.db, 5))
        theirs = numbers(Claimer("b", 30).settles(other, 10))
    assert sorted(mine + theirs) == list(range(10))


def test_the_attempt_is_counted_at_the_claim_and_a_lapsed_item_is_claimed_alone(stage: Stage) -> None:
    for n in range(3):
        put(stage, n)
    assert {claim.attempts for claim in Claimer("dies", -1).settles(stage.db, 3)} == {1}
    (again,) = Claimer("w", 30).settles(stage.db, 100)
    assert again.attempts == 2


def test_what_failed_is_tried_again_by_itself_and_makes_nobody_wait(stage: Stage) -> None:
    for n in range(4):
        put(stage, n)
    first, *_ = Claimer("w", 30).settles(stage.db, 2)
    queue.fail(stage.db, first, "it is cursed")
    stage.db.execute("update action_queue set run_at = '2020-01-01' where id = %s", [first.id])
    claimer = Claimer("w", 30)
    assert numbers(claimer.settles(stage.db, 10)) == [2, 3]
    (again,) = claimer.settles(stage.db, 10)
    assert (again.id, again.attempts) == (first.id, 2)


def test_however_many_failed_before_every_second_claim_is_of_the_others(stage: Stage) -> None:
    for n in range(6):
        put(stage, n)
    stage.db.execute("update action_queue set alone = true where (event_data->>'n')::int < 3")
    claimer = Claimer("w", 30)
    assert [numbers(claimer.settles(stage.db, 1)) for _ in range(6)] == [[3], [0], [4], [1], [5], [2]]


def test_of_the_several_that_an_ended_worker_held_none_is_blamed_and_each_is_tried_alone(stage: Stage) -> None:
    for n in range(3):
        put(stage, n)
    Claimer("fell", 30).settles(stage.db, 3)
    assert queue.let_go(stage.db, "fell", "it crashed") == 3
    assert stage.rows("select distinct status::text, attempts, alone from action_queue") == [
        {"status": "pending", "attempts": 0, "alone": True}
    ]
    assert [len(Claimer("w", 30).settles(stage.db, 3)) for _ in range(3)] == [1, 1, 1]


def test_what_an_ended_worker_held_by_itself_is_to_blame_and_ends_dead_with_the_reason(stage: Stage) -> None:
    put(stage, max_attempts=2)
    for attempt in (1, 2):
        stage.db.execute("update action_queue set run_at = now()")
        assert [claim.attempts for claim in Claimer("fell", 30).settles(stage.db, 3)] == [attempt]
        assert queue.let_go(stage.db, "fell", "its worker was ended after 10 s") == 1
    (dead,) = stage.rows("select status::text, attempts, last_error from action_queue")
    assert dead == {"status": "failed", "attempts": 2, "last_error": "its worker was ended after 10 s"}


def test_a_batch_that_goes_on_keeps_its_lease_and_one_that_was_lost_does_not(stage: Stage) -> None:
    put(stage)
    late = Claimer("late", -1).settles(stage.db, 1)
    now = Claimer("now", 1).settles(stage.db, 1)
    queue.renew(stage.db, late, 600)
    assert stage.rows("select lease_until < now() + interval '2 s' as short from action_queue") == [{"short": True}]
    queue.renew(stage.db, now, 600)
    assert stage.rows("select lease_until < now() + interval '2 s' as short from action_queue") == [{"short": False}]


def test_only_the_latest_attempt_completes(stage: Stage) -> None:
    put(stage)
    late = Claimer("late", -1).settles(stage.db, 1)
    now = Claimer("now", 30).settles(stage.db, 1)
    assert queue.complete(stage.db, late) == set()
    assert queue.complete(stage.db, now) == {(stage.id, now[0].id)}
    assert queue.complete(stage.db, now) == set()


def test_an_item_whose_every_worker_died_goes_to_the_dead_letters_with_the_reason(stage: Stage) -> None:
    put(stage, max_attempts=2)
    Claimer("first", -1).settles(stage.db, 1)
    Claimer("second", -1).settles(stage.db, 1)
    assert Claimer("third", 30).settles(stage.db, 1) == []
    stage.db.execute(query("queue.bury_expired"))
    (dead,) = stage.rows("select status::text, last_error from action_queue")
    assert dead["status"] == "failed"
    assert "second" in dead["last_error"]


def test_a_claim_put_back_gets_its_attempt_back_and_an_attempt_that_is_not_ours_stays(stage: Stage) -> None:
    put(stage)
    (late,) = Claimer("late", -1).settles(stage.db, 1)
    (now,) = Claimer("now", 30).settles(stage.db, 1)
    queue.put_back(stage.db, [late], refund=True)
    assert stage.rows("select status::text, attempts from action_queue") == [{"status": "processing", "attempts": 2}]
    queue.put_back(stage.db, [now], refund=True)
    assert stage.rows("select status::text, attempts from action_queue") == [{"status": "pending", "attempts": 1}]


def test_of_one_lane_one_is_in_flight_and_other_lanes_flow(stage: Stage) -> None:
    for n in range(2):
        put(stage, n, event_type="deliver", lane="chat")
    put(stage, 9, event_type="deliver", lane="webhook")
    claimer = Claimer("w", 30)
    claimed = [claimer.delivery(stage.db) for _ in range(3)]
    assert sorted(claim.event_data["n"] for claim in claimed if claim) == [0, 9]
    held = next(claim for claim in claimed if claim and claim.lane == "chat")
    lane = {"connection_id": stage.id, "lane": "chat", "queue_id": held.id, "pause": 0}
    stage.db.execute(query("queue.free_lane"), lane | {"attempts": held.attempts - 1})
    assert claimer.delivery(stage.db) is None, "who comes late must not free the lane under somebody else's sending"
    stage.db.execute(query("queue.free_lane"), lane | {"attempts": held.attempts})
    assert claimer.delivery(stage.db).event_data["n"] == 1


def test_a_lane_rests_between_two_sends(stage: Stage) -> None:
    put(stage, event_type="deliver", lane="chat")
    stage.db.execute("update lanes set free_at = now() + interval '1 minute'")
    assert Claimer("w", 30).delivery(stage.db) is None


@pytest.mark.parametrize("attempts", [1, 5, 30])
def test_backoff_doubles_up_to_an_hour_and_is_never_the_same_for_all(attempts: int) -> None:
    waits = {queue.backoff(attempts) for _ in range(50)}
    middle = min(2.0**attempts, 3600.0)
    assert len(waits) > 1
    assert all(0.8 * middle <= wait <= 1.2 * middle for wait in waits)


def test_after_thousands_of_attempts_the_wait_is_an_hour_still() -> None:
    assert 0.8 * 3600 <= queue.backoff(2_000) <= 1.2 * 3600


def test_workers_begin_anywhere_on_the_way_to_their_claim_by_time() -> None:
    assert {queue.claimer_of("w", 30).claims for _ in range(500)} == set(range(AGING))


@pytest.mark.parametrize("priorities", [["normal"], ["critical", "high", "normal", "low"]])
@pytest.mark.parametrize("statement", ["queue.claim", "queue.claim_oldest"])
def test_a_claim_reads_little_whatever_waits_or_is_finished(
    stage: Stage, statement: str, priorities: list[str]
) -> None:
    # Of its own file: the dead rows of other tests stay in the old one as long as anybody's transaction is open.
    stage.db.execute("truncate action_queue")
    stage.db.execute(
        """
        insert into action_queue (connection_id, event_type, event_data, status, priority, run_at, finished_at)
        select %(id)s, 'settle', '{}', s.status::queue_status, p.priority, now() + s.ahead, s.finished_at
        from generate_series(1, %(rows)s) n
        cross join (values ('pending', interval '-1 hour', null), ('pending', interval '1 year', null),
            ('completed', interval '-1 hour', now())) s(status, ahead, finished_at)
        cross join unnest(%(priorities)s::queue_priority[]) p(priority)
        """,
        {"id": stage.id, "priorities": priorities, "rows": 20_000 // len(priorities)},
    )
    stage.db.execute("vacuum analyze action_queue")
    claim = explained(stage, statement)
    backlog = [node for node in every(claim) if node["Node Type"] == "Sort" and node["Actual Rows"] > 40]
    assert not backlog, "the claim sorts more than the few rows that it took"
    assert blocks(claim) < 100, json.dumps(claim, indent=1)


def test_200_000_items_scheduled_far_ahead_cost_a_claim_nothing(stage: Stage) -> None:
    stage.db.execute(
        """
        insert into action_queue (connection_id, event_type, event_data, priority, run_at)
        select %s, 'settle', '{}', (enum_range(null::queue_priority))[1 + n %% 4], now() + n * interval '1 minute'
        from generate_series(1, 200000) n
        """,
        [stage.id],
    )
    put(stage, 7, priority="low", run_at="2020-01-01T00:00:00Z")
    stage.db.execute("vacuum analyze action_queue")
    for statement in ("queue.claim", "queue.claim_oldest", "queue.claim_alone"):
        with stage.db.transaction(force_rollback=True):
            claim = explained(stage, statement)
        rows = sum(node["Actual Rows"] * node["Actual Loops"] for node in every(claim) if "Relation Name" in node)
        assert rows <= 4, json.dumps(claim, indent=1)
        assert blocks(claim) < 60, json.dumps(claim, indent=1)
    assert numbers(Claimer("w", 30).settles(stage.db, 10)) == [7]


def test_200_000_deliveries_scheduled_far_ahead_on_one_lane_cost_a_claim_nothing(stage: Stage) -> None:
    stage.db.execute(
        """
        insert into action_queue (connection_id, event_type, event_data, lane, priority, run_at)
        select %s, 'deliver', '{}', 'chat', (enum_range(null::queue_priority))[1 + n %% 4],
            now() + n * interval '1 minute'
        from generate_series(1, 200000) n
        """,
        [stage.id],
    )
    put(stage, 7, event_type="deliver", lane="chat", priority="low", run_at="2020-01-01T00:00:00Z")
    stage.db.execute("vacuum analyze action_queue")
    with stage.db.transaction(force_rollback=True):
        claim = explained(stage, "queue.claim_delivery", "CTE free")
    assert blocks(claim) < 60, json.dumps(claim, indent=1)
    assert Claimer("w", 30).delivery(stage.db).event_data == {"n": 7}


@pytest.mark.parametrize("statement", ["queue.claim", "queue.claim_oldest"])
def test_dead_rows_that_a_long_transaction_keeps_cost_a_claim_nothing(
    stage: Stage, database_url: str, statement: str
) -> None:
    stage.db.execute("truncate action_queue")
    with psycopg.connect(database_url) as long:
        long.execute("set transaction isolation level repeatable read")
        long.execute("select from connections")
        rows = [{"connection_id": stage.id, "event_type": "settle", "event_data": {"n": n}} for n in range(20_000)]
        stage.db.execute(query("queue.add"), {"rows": records(rows[:-100])})
        stage.db.execute("update action_queue set status = 'completed', finished_at = now()")
        stage.db.execute(query("queue.add"), {"rows": records(rows[-100:])})
        stage.db.execute("analyze action_queue")
        marks = Watermark()
        assert blocks(explained(stage, statement, marks=marks)) > 400
        marks.taken(Claimer("w", 30).settles(stage.db, 10), full=True)
        assert blocks(explained(stage, statement, marks=marks)) < 100


def test_what_commits_a_little_late_is_claimed_at_once_where_there_is_no_backlog(stage: Stage) -> None:
    claimer = Claimer("w", 30)
    put(stage, 1, run_at="2026-01-01T00:00:01Z")
    assert numbers(claimer.settles(stage.db, 5)) == [1]
    put(stage, 0, run_at="2026-01-01T00:00:00.5Z")
    assert numbers(claimer.settles(stage.db, 5)) == [0]


def test_what_lies_before_the_mark_is_claimed_with_the_next_look_from_the_beginning(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    claimer = Claimer("w", 30)
    put(stage, 1)
    assert numbers(claimer.settles(stage.db, 5)) == [1]
    put(stage, 0, run_at="2020-01-01T00:00:00Z")
    assert claimer.settles(stage.db, 5) == []
    monkeypatch.setattr(watermark.clock, "stopwatch", lambda: 1e9)
    assert numbers(claimer.settles(stage.db, 5)) == [0]


def test_a_plan_made_while_the_tables_were_small_looks_for_keys_when_they_are_large(stage: Stage) -> None:
    with line.by_key(stage.db):
        (told,) = stage.db.execute(
            f"explain (format json) {query('item.of_reactions')}",
            {"keys": records([{"connection_id": 1, "message_id": "M", "address": "A"}])},
        ).fetchone()
    read = {node["Node Type"] for node in every(told[0]["Plan"]) if "Relation Name" in node}
    assert "Seq Scan" not in read


def explained(stage: Stage, statement: str, part: str = "CTE next", marks: Watermark | None = None) -> dict:
    """Return the plan of the part of a claim that looks for what is ready."""
    values = {"event_type": "settle", "n": 10, "worker": "w", "lease": 30.0, "since": 1e9}
    values |= {"marks": records((marks or Watermark()).rows())}
    (told,) = stage.db.execute(f"explain (analyze, buffers, format json) {query(statement)}", values).fetchone()
    whole = told[0]["Plan"]
    return next((node for node in every(whole) if node.get("Subplan Name") == part), whole)


def blocks(plan: dict) -> int:
    return plan["Shared Hit Blocks"] + plan["Shared Read Blocks"]


def every(node: dict) -> list[dict]:
    return [node, *(below for child in node.get("Plans", ()) for below in every(child))]
