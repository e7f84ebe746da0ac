"""A message that hangs a parser, fills the memory or crashes the process costs its neighbours nothing.

The parser is a plug-in of `tests/plugins`, loaded by a real worker as any stranger's would be.
"""

from __future__ import annotations

from pathlib import Path

import psycopg
import pytest

from engine import rulebook
from engine.queue import Claimer
from rules.book import load
from tests.e2e.test_workers import all_settled, count, until, workers
from tests.engine.stage import Stage, react, seen

PLUGINS = Path(__file__).parents[1] / "plugins"
QUICK = {"lease_seconds": 1, "poll_seconds": 0.05, "worker_memory_mb": 256}


@pytest.fixture
def stage(db: psycopg.Connection, database_url: str) -> Stage:
    return Stage(db, database_url)


@pytest.fixture(autouse=True)
def _plugins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(PLUGINS))


def tell(stage: Stage, poison: str, *, neighbours: int, attempts: int) -> None:
    """Let somebody react to a poisonous note in the middle of good ones."""
    texts = [f"idea {n}" for n in range(neighbours)]
    texts.insert(neighbours // 2, poison)
    stage.tell(
        *(seen(text, f"M{n}") for n, text in enumerate(texts)), *(react("📝", f"M{n}") for n in range(len(texts)))
    )
    stage.db.execute(
        "update action_queue set max_attempts = %s where event_data->>'message_id' = %s",
        [attempts, f"M{neighbours // 2}"],
    )


def dead(stage: Stage) -> list[dict]:
    return stage.rows("select attempts, last_error from action_queue where status = 'failed'")


@pytest.mark.faults
@pytest.mark.parametrize(
    ("poison", "reason"),
    [
        ("hang in python", "reading it took more than 0.33 s"),
        ("hang in c", "its worker was ended after 0.67 s"),
        ("eat slowly", "reading it took more than 256 MB"),
        ("eat at once", "reading it took more than 256 MB"),
        ("eat shared memory", "its worker was ended at more than 256 MB"),
        ("crash", "its worker was ended by SIGSEGV"),
    ],
)
def test_poison_ends_dead_with_its_reason_while_the_others_flow(
    stage: Stage, database_url: str, poison: str, reason: str
) -> None:
    tell(stage, poison, neighbours=40, attempts=2)
    with workers(1, database_url, batch=100, **QUICK) as (parent,):
        until(lambda: count(stage, "items where status = 'open'") == 40)
        until(lambda: bool(dead(stage)))
        stage.tell(seen("one more", "later"), react("📝", "later"))
        until(lambda: count(stage, "items") == 41)
        assert parent.poll() is None
    assert dead(stage) == [{"attempts": 2, "last_error": reason}]
    assert count(stage, "action_execution_log") == 41
    assert count(stage, "action_queue where status = 'completed' and attempts > 1 and event_type = 'settle'") == 0


@pytest.mark.faults
def test_however_many_hang_their_worker_the_others_flow(stage: Stage, database_url: str) -> None:
    stage.tell(*(seen("hang in c", f"P{n}") for n in range(12)), *(react("📝", f"P{n}") for n in range(12)))
    with workers(1, database_url, batch=5, **QUICK):
        until(lambda: count(stage, "action_queue where alone") > 0)
        stage.tell(*(seen(f"idea {n}", f"M{n}") for n in range(20)), *(react("📝", f"M{n}") for n in range(20)))
        until(lambda: count(stage, "items") == 20)
        assert count(stage, "action_queue where alone and status <> 'completed'") == 12, "some are hanging still"


@pytest.mark.faults
def test_what_a_killed_parent_and_its_worker_held_is_taken_over_when_the_lease_ends(
    stage: Stage, database_url: str
) -> None:
    stage.tell(*(seen(f"idea {n}", f"M{n}") for n in range(5)), *(react("📝", f"M{n}") for n in range(5)))
    held = Claimer("gone:1", 1.0).settles(stage.db, 5)
    assert len(held) == 5
    with workers(1, database_url, **QUICK):
        until(lambda: all_settled(stage))
    assert stage.rows("select distinct attempts, alone from action_queue where event_type = 'settle'") == [
        {"attempts": 2, "alone": True}
    ]


@pytest.mark.faults
def test_a_worker_whose_parent_was_killed_does_not_outlive_it(stage: Stage, database_url: str) -> None:
    alive = "pg_stat_activity where datname = current_database() and starts_with(application_name, 'toque ')"
    with workers(2, database_url, **QUICK) as (first, second):
        until(lambda: count(stage, alive) == 2)
        first.kill()
        until(lambda: count(stage, alive) == 1)
        assert second.poll() is None


@pytest.mark.faults
def test_a_pattern_without_end_costs_its_neighbours_nothing_and_the_explanation_says_so(
    stage: Stage, database_url: str
) -> None:
    slow = """
version: 1
rules:
  - id: slow
    name: Slow
    when: { reaction: ["📝"] }
    if: [{ field: text, matches: "(?p)(?:a|aa|aaa)+b" }]
    do: [{ create_task: {} }]
"""
    rulebook.save(stage.db, stage.id, load(slow, "slow.yaml").rules, origin="ui")
    texts = {"poison": "a" * 4000, **{f"M{n}": f"idea {n}" for n in range(10)}}
    stage.tell(*(seen(text, id_) for id_, text in texts.items()), *(react("📝", id_) for id_ in texts))
    with workers(1, database_url, **QUICK):
        until(lambda: all_settled(stage))
    checks = stage.rows(
        "select message_id, check_->>'actual' as found"
        " from action_execution_log, jsonb_array_elements(explanation->'rules') rule,"
        " jsonb_array_elements(rule->'checks') check_"
        " where rule->>'id' = 'slow' and check_->>'field' = 'text'"
    )
    assert {row["message_id"] for row in checks if row["found"] == "did not match: took too long"} == {"poison"}
    assert count(stage, "items where kind = 'note'") == 11
    assert count(stage, "action_queue where attempts > 1") == 0
