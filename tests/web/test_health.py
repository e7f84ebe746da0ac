"""Is Toque well: what the orchestrator, Prometheus and a person are told."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import psycopg
from prometheus_client.parser import text_string_to_metric_families

from engine.connections import Connection
from tests.web.served import TOKEN, Web, eventually, reaction

DOCS = Path(__file__).parents[2] / "docs" / "metrics.md"


def enqueue(db: psycopg.Connection, connection: Connection, seconds: int, status: str = "pending") -> None:
    db.execute(
        "insert into action_queue (connection_id, event_type, event_data, status, run_at, last_error, finished_at)"
        " values (%s, 'settle', '{}', %s, now() - make_interval(secs => %s), %s, %s)",
        [connection.id, status, seconds, *(("broken", "2026-01-01") if status == "failed" else (None, None))],
    )


def samples(web: Web) -> dict[tuple[str, ...], float]:
    families = text_string_to_metric_families(web.client.get("/metrics").text)
    return {(s.name, *sorted(s.labels.values())): s.value for family in families for s in family.samples}


def test_a_process_that_runs_is_live_and_with_its_database_ready(web: Web) -> None:
    assert web.client.get("/livez").json() == {"live": True}
    assert web.client.get("/readyz").json() == {"ready": True}


def looks_at_the_schema(web: Web) -> bool:
    return "_watch_schema" in {task.get_coro().__name__ for task in asyncio.all_tasks(web.server.loop)}


def test_a_schema_of_another_version_is_not_ready_and_says_what_to_type(web: Web, db: psycopg.Connection) -> None:
    assert eventually(lambda: not looks_at_the_schema(web)), "who starts with another schema ends"
    db.execute("insert into schema_migrations (number, name) values (999, 'from_the_future')")
    try:
        ahead = web.client.get("/readyz")
        assert web.client.get("/api/health").json()["schema"] == "ahead"
        db.execute("update schema_migrations set number = number + 5000")
        behind = web.client.get("/readyz")
    finally:
        db.execute("update schema_migrations set number = number - 5000 where number > 5000")
        db.execute("delete from schema_migrations where number = 999")
    assert (ahead.status_code, "newer Toque" in ahead.json()["detail"]) == (503, True)
    assert behind.status_code == 503
    assert web.client.get("/readyz").status_code == 200


def test_health_tells_of_the_queue_and_the_lines_and_names_nobody(
    web: Web, connection: Connection, db: psycopg.Connection
) -> None:
    enqueue(db, connection, seconds=5)
    enqueue(db, connection, seconds=-3600)
    enqueue(db, connection, seconds=0, status="failed")
    health = web.client.get("/api/health").json()
    assert (health["status"], health["database"], health["schema"]) == ("ok", "up", "current")
    assert (health["queue"]["pending"], health["queue"]["failed"]) == (2, 1)
    assert 5 <= health["queue"]["oldest_waiting_seconds"] < 60, "what is scheduled for later does not wait"
    assert health["connections"] == [
        {"id": connection.id, "gateway": "evolution", "enabled": True, "line_state": "unknown", "silent": False}
    ]
    assert connection.slug not in str(health)


def test_a_disconnected_number_or_work_that_waits_is_not_well(
    web: Web, connection: Connection, db: psycopg.Connection
) -> None:
    db.execute("update connections set line_state = 'close'")
    assert web.client.get("/api/health").json()["status"] == "degraded"
    db.execute("update connections set line_state = 'open'")
    assert web.client.get("/api/health").json()["status"] == "ok"
    enqueue(db, connection, seconds=120)
    assert web.client.get("/api/health").json()["status"] == "degraded"


def test_work_that_nobody_takes_says_that_no_worker_lives(
    web: Web, connection: Connection, db: psycopg.Connection
) -> None:
    assert web.client.get("/api/health").json()["working"]
    enqueue(db, connection, seconds=20)
    health = web.client.get("/api/health").json()
    assert (health["status"], health["working"]) == ("degraded", False)
    assert 20 <= health["stalled_seconds"] < 60
    db.execute(
        "insert into action_queue (connection_id, event_type, event_data, status, worker, lease_until, attempts)"
        " values (%s, 'settle', '{}', 'processing', 'w', now() + interval '1 minute', 1)",
        [connection.id],
    )
    assert web.client.get("/api/health").json()["working"], "a backlog that is worked on is no standstill"


def test_the_upkeep_that_nobody_does_betrays_dead_workers_when_nothing_else_comes(
    web: Web, connection: Connection, db: psycopg.Connection
) -> None:
    db.execute(
        "insert into action_queue (connection_id, event_type, event_data, run_at)"
        " values (%s, 'upkeep', '{}', now() - interval '40 seconds')",
        [connection.id],
    )
    assert not web.client.get("/api/health").json()["working"]


def test_the_metrics_say_what_the_database_says(web: Web, connection: Connection, db: psycopg.Connection) -> None:
    enqueue(db, connection, seconds=30)
    db.execute(
        "insert into totals (connection_id, name, amount) values (%(id)s, 'settled_created', 7), (%(id)s, 'sent', 3)",
        {"id": connection.id},
    )
    path = f"/api/webhook/{connection.slug}"
    web.client.post(path, json=reaction(), headers={"X-Toque-Token": TOKEN})
    web.client.post(path, json=reaction())
    told = samples(web)
    number = str(connection.id)
    assert told["toque_queue_items", "pending", "settle"] == 2
    assert told["toque_queue_oldest_seconds", "settle"] >= 30
    assert told["toque_settled_total", number, "created"] == 7
    assert told["toque_counted_total", number, "sent"] == 3
    assert told["toque_webhooks_total", "stored"] == told["toque_webhooks_total", "unauthorised"] == 1
    assert told["toque_webhook_seconds_count",] == 2
    assert told["toque_connection_open", number, "evolution"] == 0


def test_the_documented_metrics_are_those_exposed(web: Web) -> None:
    documented = re.findall(r"^\| `(\w+)` \|", DOCS.read_text(), re.MULTILINE)
    text = web.client.get("/metrics").text
    exposed = re.findall(r"^# TYPE (\w+) (?:counter|gauge|histogram)$", text, re.MULTILINE)
    assert sorted(documented) == sorted(exposed)


def test_the_documented_answers_are_those_given() -> None:
    hooks = (Path(__file__).parents[2] / "engine" / "web" / "hooks.py").read_text()
    given = set(re.findall(r'(?:answer = |heard\()"(\w+)", ', hooks))
    row = next(line for line in DOCS.read_text().splitlines() if "toque_webhooks_total" in line)
    assert given == set(re.findall(r"`(\w+)`", row.split("by answer:")[1]))
