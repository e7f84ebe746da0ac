"""Real worker processes, and what may happen to them: nothing is lost and nothing happens twice."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import psycopg
import pytest
from click.testing import CliRunner, Result

from engine import rulebook
from engine.cli import main
from rules.book import read
from tests.engine.stage import Stage, react, seen

PATIENCE = 60.0


@pytest.fixture
def stage(db: psycopg.Connection, database_url: str) -> Stage:
    return Stage(db, database_url)


@contextmanager
def workers(n: int, url: str, *words: str, **settings: object) -> Iterator[list[subprocess.Popen[bytes]]]:
    environment = os.environ | {f"TOQUE_{name.upper()}": str(value) for name, value in settings.items()}
    environment |= {"DATABASE_URL": url, "TOQUE_SECRET_KEY": "a2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2s="}
    command = [sys.executable, "-m", "engine", "work", "--kinds", "settle", *words]
    started = [subprocess.Popen(command, env=environment) for _ in range(n)]
    try:
        yield started
    finally:
        for process in started:
            process.terminate()
        for process in started:
            process.wait(PATIENCE)


def until(condition: Callable[[], bool]) -> None:
    """Wait for the other processes; what they write is the event."""
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.01)


def count(stage: Stage, statement: str) -> int:
    return stage.rows(f"select count(*) as n from {statement}")[0]["n"]


def tell_many(stage: Stage, n: int) -> None:
    texts = [seen(f"Pagar luz CFE ${890 + k} vence 15 enero", f"M{k}") for k in range(n)]
    stage.tell(*texts, *(react("💳", f"M{k}") for k in range(n)))


def all_settled(stage: Stage) -> bool:
    return not count(stage, "whatsapp_message_reactions where settled_revision < revision")


def test_a_worker_killed_in_the_middle_of_400_reactions_loses_none_and_doubles_none(
    stage: Stage, database_url: str
) -> None:
    tell_many(stage, 400)
    settings = {"batch": 20, "lease_seconds": 1, "poll_seconds": 0.05}
    with workers(1, database_url, **settings) as (first,):
        until(lambda: count(stage, "items") >= 40)
        first.send_signal(signal.SIGKILL)
        first.wait(PATIENCE)
        assert count(stage, "items") < 400
    with workers(1, database_url, **settings):
        until(lambda: all_settled(stage))
    assert count(stage, "items") == 400
    assert count(stage, "(select distinct message_id from items where status = 'open') each") == 400
    assert count(stage, "action_execution_log") == 400
    assert count(stage, "action_queue where status = 'failed'") == 0


def test_four_workers_on_300_reactions_make_300_items(stage: Stage, database_url: str) -> None:
    with workers(4, database_url, batch=10, poll_seconds=0.05):
        there = "pg_stat_activity where datname = current_database() and starts_with(application_name, 'toque ')"
        until(lambda: count(stage, there) >= 4)
        tell_many(stage, 300)
        until(lambda: all_settled(stage))
    assert count(stage, "items") == 300
    assert count(stage, "action_execution_log") == 300


def test_adds_and_removes_settled_by_two_workers_at_once_leave_nothing_behind(stage: Stage, database_url: str) -> None:
    with workers(2, database_url, batch=3, poll_seconds=0.01):
        stage.tell(*(seen(id_=f"M{k}") for k in range(40)))
        for n in range(1, 7):
            stage.tell(*(react("💳" if n % 2 else None, f"M{k}", n=n) for k in range(40)))
        until(lambda: all_settled(stage))
    assert count(stage, "items where status <> 'cancelled'") == 0
    assert count(stage, "(select message_id from items group by message_id having count(*) > 1) twice") == 0


def test_a_rule_that_changes_holds_for_the_next_batch_of_every_process(stage: Stage, database_url: str) -> None:
    def both_settle(name: str) -> set[str]:
        # Ever more, until either has settled some.
        for n in range(200):
            told = [f"{name}{n}-{k}" for k in range(40)]
            stage.tell(*(seen("idea", id_) for id_ in told), *(react("📌", id_) for id_ in told))
            until(lambda: all_settled(stage))
            rows = stage.rows(
                "select distinct worker from action_queue"
                " where worker is not null and event_data->>'message_id' like %s",
                f"{name}%",
            )
            if len(rows) == 2:
                break
        return {row["worker"] for row in rows}

    def save(tag: str) -> None:
        rule = {"id": "pin", "when": {"reaction": "📌"}, "do": [{"create_note": {"tags": [tag]}}]}
        rulebook.save(stage.db, stage.id, read({"version": 1, "rules": [rule]}).rules, origin="file")

    save("one")
    with workers(2, database_url, batch=5):
        before = both_settle("A")
        save("two")
        after = both_settle("B")
    assert before == after
    assert len(after) == 2
    told = "select distinct left(message_id, 1) as batch, rule_version as version, tags from items order by 1"
    assert stage.rows(told) == [
        {"batch": "A", "version": 1, "tags": ["one"]},
        {"batch": "B", "version": 2, "tags": ["two"]},
    ]


def test_a_worker_told_to_stop_finishes_what_it_reads_and_gives_back_the_rest(stage: Stage, database_url: str) -> None:
    tell_many(stage, 200)
    with workers(1, database_url, batch=25, poll_seconds=500) as (one,):
        until(lambda: count(stage, "items") > 0)
        one.terminate()
        assert one.wait(PATIENCE) == 0
    assert count(stage, "action_queue where status = 'processing'") == 0
    settled = count(stage, "whatsapp_message_reactions where settled_revision = revision")
    assert settled == count(stage, "items")
    assert count(stage, "action_queue where status = 'pending' and event_type = 'settle'") == 200 - settled
    assert count(stage, "action_queue where status = 'pending' and attempts > 0") == 0


def test_a_worker_with_nothing_to_do_stops_at_once(stage: Stage, database_url: str) -> None:
    with workers(1, database_url, poll_seconds=500) as (one,):
        until(lambda: count(stage, "totals where name = 'upkeep_runs'") == 1)
        one.terminate()
        assert one.wait(PATIENCE) == 0


def test_a_worker_outlives_the_connections_of_its_database(stage: Stage, database_url: str) -> None:
    tell_many(stage, 100)
    with workers(2, database_url, batch=5, poll_seconds=0.05, lease_seconds=2) as both:
        for more in range(3):
            until(lambda enough=5 + more * 20: count(stage, "items") >= enough)
            stage.db.execute(
                "select pg_terminate_backend(pid) from pg_stat_activity"
                " where datname = current_database() and pid <> pg_backend_pid() and application_name like 'toque %'"
            )
        until(lambda: all_settled(stage))
        assert [process.poll() for process in both] == [None, None]
    assert count(stage, "items") == 100
    assert count(stage, "action_execution_log") == 100
    assert count(stage, "action_queue where status = 'failed'") == 0


def test_a_queue_is_drained_when_the_workers_are_done(stage: Stage, database_url: str) -> None:
    tell_many(stage, 30)
    assert drained(database_url, "0s").exit_code == 1
    with workers(1, database_url, "--kinds", "settle,deliver", send_interval_seconds=0, send_jitter_seconds=0):
        assert drained(database_url, "60s").exit_code == 0
    assert count(stage, "items") == 30
    assert count(stage, "action_queue where status = 'pending' and event_type <> 'upkeep'") == 0


def drained(url: str, timeout: str) -> Result:
    return CliRunner().invoke(main, ["queue", "drain", "--timeout", timeout], env={"DATABASE_URL": url})


def test_four_workers_of_one_command_share_the_work(stage: Stage, database_url: str) -> None:
    with workers(1, database_url, "--workers", "4", batch=5, poll_seconds=0.05):
        there = "pg_stat_activity where datname = current_database() and starts_with(application_name, 'toque ')"
        until(lambda: count(stage, there) == 4)
        tell_many(stage, 100)
        until(lambda: all_settled(stage))
    assert count(stage, "items") == 100
    assert count(stage, "(select distinct worker from action_queue where event_type = 'settle') each") > 1


def test_workers_that_fall_again_and_again_at_their_start_give_up_and_say_so(stage: Stage, database_url: str) -> None:
    there = "pg_stat_activity where datname = current_database() and starts_with(application_name, 'toque ')"
    with workers(1, database_url, poll_seconds=0.05) as (one,):
        until(lambda: count(stage, there) >= 1)
        stage.db.execute("insert into schema_migrations (number, name) values (999, 'from_the_future')")
        try:
            stage.db.execute(
                "select pg_terminate_backend(pid) from pg_stat_activity"
                " where datname = current_database() and pid <> pg_backend_pid() and application_name like 'toque %'"
            )
            assert one.wait(PATIENCE) == 1
        finally:
            stage.db.execute("delete from schema_migrations where number = 999")


@pytest.mark.faults
def test_a_thousand_rules_for_one_emoji_keep_a_batch_of_100_within_the_memory_of_its_worker(
    stage: Stage, database_url: str
) -> None:
    rule = {"when": {"reaction": "💳"}, "if": [{"field": "text", "contains": "zzz"}], "do": [{"create_note": {}}]}
    many = read({"version": 1, "rules": [rule | {"id": f"other-{n}"} for n in range(999)]})
    rulebook.save(stage.db, stage.id, many.rules, origin="ui")
    tell_many(stage, 100)
    with workers(1, database_url, batch=100):
        until(lambda: all_settled(stage))
    assert count(stage, "items") == 100
    assert count(stage, "action_queue where event_type = 'settle' and (attempts > 1 or last_error is not null)") == 0
    said = "action_execution_log where jsonb_array_length(explanation->'rules') = 1000"
    assert count(stage, said) == 100
