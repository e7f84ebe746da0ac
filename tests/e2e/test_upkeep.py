"""The upkeep is done by one of the workers, however many there are; one that is killed at it is followed by another."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest

from tests.e2e.test_workers import all_settled, count, tell_many, until, workers
from tests.engine.stage import Stage

QUICK = {"lease_seconds": 1, "poll_seconds": 0.05}
AT_WORK = "pg_stat_activity where datname = current_database() and starts_with(application_name, 'toque ')"
AT_IT = f"{AT_WORK} and wait_event_type = 'Lock' and query like '%%deliveries%%'"


@pytest.fixture
def stage(db: psycopg.Connection, database_url: str) -> Stage:
    stage = Stage(db, database_url)
    db.execute(
        "insert into deliveries (connection_id, queue_id, outcome, at)"
        " select %s, 1000000 + n, 'sent', now() - interval '91 days' from generate_series(1, 12000) n",
        [stage.id],
    )
    return stage


@contextmanager
def held_up(url: str) -> Iterator[None]:
    """Let whoever does the upkeep wait in the middle of it."""
    with psycopg.connect(url) as other:
        other.execute("lock table deliveries in share row exclusive mode")
        yield


def runs(stage: Stage) -> int:
    return count(stage, "totals where name = 'upkeep_runs' and amount = 1")


@pytest.mark.faults
def test_of_four_workers_one_does_the_upkeep_and_the_others_settle(stage: Stage, database_url: str) -> None:
    with workers(4, database_url, batch=5, **QUICK):
        with held_up(database_url):
            until(lambda: count(stage, AT_WORK) == 4 and count(stage, AT_IT) == 1)
            tell_many(stage, 100)
            until(lambda: all_settled(stage))
            assert count(stage, "action_queue where event_type = 'upkeep'") == 1
            assert runs(stage) == 0
            assert count(stage, "deliveries") == 12_000
        until(lambda: runs(stage) == 1)
    assert count(stage, "deliveries") == 0
    assert stage.rows("select amount from totals where name = 'upkeep_runs'") == [{"amount": 1}]
    (row,) = stage.rows(
        "select status::text, attempts, run_at > now() as later from action_queue where event_type = 'upkeep'"
    )
    assert row == {"status": "pending", "attempts": 0, "later": True}


@pytest.mark.faults
def test_a_worker_killed_in_the_middle_of_the_upkeep_is_followed_by_another(stage: Stage, database_url: str) -> None:
    with held_up(database_url), workers(1, database_url, **QUICK) as (first,):
        until(lambda: count(stage, AT_IT) == 1)
        first.kill()
        first.wait()
    assert runs(stage) == 0
    assert count(stage, "deliveries") == 12_000
    with workers(1, database_url, **QUICK):
        until(lambda: runs(stage) == 1)
    assert count(stage, "deliveries") == 0


@pytest.mark.faults
def test_a_worker_told_to_stop_leaves_the_upkeep_to_others_at_once(stage: Stage, database_url: str) -> None:
    with workers(1, database_url, **{**QUICK, "lease_seconds": 60}) as (one,):
        with held_up(database_url):
            until(lambda: count(stage, AT_IT) == 1)
            one.terminate()
        assert one.wait(60) == 0
    assert count(stage, "action_queue where event_type = 'upkeep' and status = 'pending'") == 1
