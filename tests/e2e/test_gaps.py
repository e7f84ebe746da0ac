"""Webhooks that went nowhere for a while: a real worker asks the gateway when it comes back, and all is as if told."""

from __future__ import annotations

import psycopg
import pytest

from demo.evolution import FakeEvolution
from tests.e2e.test_workers import count, until, workers
from tests.engine.stage import PHONE, VAULT, Stage


@pytest.fixture
def stage(db: psycopg.Connection, database_url: str) -> Stage:
    return Stage(db, database_url)


def test_what_happened_while_nobody_was_told_is_caught_by_a_worker_that_starts(stage: Stage, database_url: str) -> None:
    with FakeEvolution.running(api_key="k", instance="home", owner=PHONE) as fake:
        slug = stage.rows("select slug from connections")[0]["slug"]
        sealed = VAULT.seal(slug, {"api_key": "k"})
        stage.db.execute("update connections set base_url = %s, secrets = %s", [fake.url, sealed])
        targets = [fake.say(f"Pagar luz CFE ${890 + n} vence 15 enero") for n in range(5)]
        for target in targets:
            fake.react(target, "💳")
        told = {"poll_seconds": 0.05, "send_interval_seconds": 0, "send_jitter_seconds": 0}
        with workers(1, database_url, "--kinds", "settle,deliver", **told):
            until(lambda: count(stage, "items where status = 'open'") == 5)
            # The answers go out as to anything that was told.
            until(lambda: len([one for one in fake.sent if one.kind == "text"]) == 5)
            fake.react(targets[0], None)
            # Told by nobody again, until the line is heard to be open.
            stage.db.execute("update action_queue set run_at = now() where event_type = 'repair'")
            until(lambda: count(stage, "items where status = 'cancelled'") == 1)
    assert count(stage, "action_queue where event_type = 'repair'") == 1
    assert count(stage, "action_queue where status = 'failed'") == 0
