"""A worker whose database cannot do what it is asked: what is the database's fault costs no item anything."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest

from engine import line
from engine.worker import Worker, name_of
from tests.e2e.test_workers import all_settled, count, until, workers
from tests.engine.stage import SETTINGS, VAULT, Stage, react, seen

QUICK = {"lease_seconds": 30, "poll_seconds": 0.05}


@contextmanager
def refusing(stage: Stage, body: str, on: str = "insert on items") -> Iterator[None]:
    """Let the database do something for every new item, say; the sequence `tries` counts how often it was asked."""
    stage.db.execute("create sequence tries")
    stage.db.execute(
        "create function refuse() returns trigger language plpgsql as"
        f" $$ begin perform nextval('tries'); {body} return new; end $$"
    )
    stage.db.execute(f"create trigger refuse before {on} for each row execute function refuse()")
    try:
        yield
    finally:
        stage.db.execute("drop function refuse cascade; drop sequence tries")


def tell(stage: Stage, n: int) -> None:
    stage.tell(*(seen(f"idea {k}", f"M{k}") for k in range(n)), *(react("📝", f"M{k}") for k in range(n)))


def test_a_full_disk_costs_no_item_an_attempt_and_all_is_settled_when_there_is_room(
    stage: Stage, database_url: str
) -> None:
    tell(stage, 5)
    with workers(1, database_url, **QUICK) as (one,):
        with refusing(stage, "raise exception using errcode = '53100';"):
            until(lambda: stage.rows("select last_value as n from tries")[0]["n"] >= 4)
        until(lambda: all_settled(stage))
        assert one.poll() is None
    assert count(stage, "items") == 5
    assert stage.rows(
        "select distinct status::text, attempts, alone from action_queue where event_type = 'settle'"
    ) == [{"status": "completed", "attempts": 1, "alone": False}]


def tried(stage: Stage) -> int:
    return stage.rows("select case when is_called then last_value else 0 end as n from tries")[0]["n"]


def test_what_is_to_be_sent_waits_for_room_and_not_for_its_lease_to_end(stage: Stage, database_url: str) -> None:
    stage.tell(seen("idea"), react("📝"))
    stage.settle()
    # Nobody is there to send it to: it ends as refused, at its first attempt.
    with workers(1, database_url, "--kinds", "deliver", lease_seconds=600, poll_seconds=0.05):
        with refusing(stage, "raise exception using errcode = '53100';", "insert on deliveries"):
            until(lambda: tried(stage) >= 1)
        until(lambda: count(stage, "action_queue where status = 'failed'") == 1)
    assert stage.rows("select attempts from action_queue where status = 'failed'") == [{"attempts": 1}]
    assert stage.rows("select outcome from deliveries") == [{"outcome": "refused"}]


def test_the_upkeep_waits_for_room_and_not_for_its_lease_to_end(stage: Stage, database_url: str) -> None:
    held = "old.event_type = 'upkeep' and old.status = 'processing'"
    full = f"if {held} then raise exception using errcode = '53100'; end if;"
    with refusing(stage, full, "update on action_queue"), workers(1, database_url, lease_seconds=600) as (one,):
        until(lambda: tried(stage) >= 2)
        stage.db.execute("drop trigger refuse on action_queue")
        until(lambda: count(stage, "totals where name = 'upkeep_runs'") == 1)
        assert one.poll() is None


def test_what_cuts_the_line_whenever_it_is_written_ends_dead_and_the_others_flow(
    stage: Stage, database_url: str
) -> None:
    tell(stage, 5)
    stage.db.execute("update action_queue set max_attempts = 1 where event_data->>'message_id' = 'M2'")
    cut = "if new.title = 'idea 2' then perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(9); end if;"
    with workers(1, database_url, **QUICK) as (one,), refusing(stage, cut):
        until(lambda: count(stage, "action_queue where status = 'failed'") == 1)
        until(lambda: count(stage, "items") == 4)
        assert one.poll() is None
    (dead,) = stage.rows("select event_data->>'message_id' as id, attempts from action_queue where status = 'failed'")
    assert dead == {"id": "M2", "attempts": 1}
    assert count(stage, "action_queue where status = 'completed' and attempts > 1 and event_type = 'settle'") == 0


@pytest.mark.parametrize(
    ("state", "gone"),
    [
        *((state, True) for state in ("53100", "53200", "58030", "57014", "55P03", "25P03", "57P01", "08006", "25006")),
        *((state, False) for state in ("54001", "23505", "40P01", "22003")),
    ],
)
def test_what_the_database_lacks_is_its_own_fault(db: psycopg.Connection, state: str, *, gone: bool) -> None:
    with pytest.raises(psycopg.Error) as caught:
        db.execute(f"do $$ begin raise exception using errcode = '{state}'; end $$")
    assert line.is_gone(db, caught.value) is gone


def test_workers_of_two_hosts_with_one_name_have_names_of_their_own() -> None:
    assert Worker(SETTINGS, "", VAULT).name != Worker(SETTINGS, "", VAULT).name
    assert name_of(os.getpid(), "a") != name_of(os.getpid(), "b")


def test_workers_too_large_at_their_start_are_not_started_without_end(database_url: str) -> None:
    watch = (
        "import sys; from engine.watch import Watch; from tests.engine.stage import SETTINGS, VAULT;"
        "Watch(SETTINGS.model_copy(update={'worker_memory_mb': 1}), sys.argv[1], VAULT, ['deliver']).run()"
    )
    ended = subprocess.run(
        [sys.executable, "-c", watch, database_url], capture_output=True, text=True, timeout=60, check=False
    )
    assert "NoWorkerLives: 5 workers fell" in ended.stderr
    assert ended.stdout.count("its worker was ended at more than 1 MB") == 5
