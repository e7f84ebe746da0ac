"""How quickly the statistics answer over a large log, each beside reading one row.

    .venv/bin/python bench/analytics.py [--rows 1000000] [--runs 40] [--json]

A log of `rows` reactions over 90 days by 2,000 people, with their readings and items, on the embedded PostgreSQL as
Toque sets it up; each query of sql/analytics is asked for its default, the last seven days.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
from pathlib import Path

import psycopg
from rich.console import Console
from rich.table import Table

from engine import analytics, rulebook
from engine.connections import add
from engine.decide import decide
from engine.dryrun import situation
from engine.explain import decision_as_json
from engine.gateways.authentication import ConnectionSecrets
from engine.postgres import EmbeddedPostgres
from engine.vault import Vault
from sql.migrate import migrate

GOAL_MS = 50
PEOPLE = 2_000

SEED = (
    """
    insert into people (connection_id, name)
    select %(connection)s, 'Person ' || n from generate_series(1, %(people)s) n
    """,
    """
    insert into addresses (connection_id, address, person_id)
    select connection_id, '52155' || id || '@s.whatsapp.net', id from people
    """,
    # Few people do most of it, most of it happens by day, and one in twelve fails.
    """
    insert into action_execution_log (connection_id, queue_id, message_id, address, revision, emoji, outcome, error,
        explanation, answered, heard_at, took_ms, confidence, created_at)
    select %(connection)s, n, 'M' || n, '52155' || person || '@s.whatsapp.net', 1,
        (array['✅', '📅', '💳', '📝', '✅', '🛒'])[1 + n %% 6],
        outcome, case when outcome = 'failed' then (array['no_bill', 'no_datetime', 'empty'])[1 + n %% 3] end,
        %(explanation)s, true, at, 0.3 + random(),
        0.5 + random() * 0.48, at + make_interval(secs => 0.005 + random() * 0.05)
    from generate_series(1, %(rows)s) n
    cross join lateral (select
        (select min(id) from people) + floor(%(people)s * power(random(), 3))::int + 0 * n as person,
        now() - interval '90 days' * (1 - n::float8 / %(rows)s) as at,
        (array['created', 'created', 'created', 'created', 'created', 'created', 'created', 'updated', 'cancelled',
            'failed', 'no_rule', 'converted'])[1 + floor(random() * 12)::int + 0 * n] as outcome
    ) made
    """,
    """
    insert into nlp_processing_log (connection_id, message_id, parser, language, error, confidence, took_ms, created_at)
    select connection_id, message_id, (array['task', 'calendar', 'bill', 'note'])[1 + id %% 4],
        (array['es', 'en', 'pt'])[1 + id %% 3], error, 0.5 + random() * 0.48, took_ms, created_at
    from action_execution_log
    where outcome <> 'cancelled'
    order by id
    """,
    """
    insert into whatsapp_messages (connection_id, id, chat, author, kind, text, sent_at)
    select connection_id, message_id, address, address, 'text', 'Gracias por los ' || id || ' kilos de mango', heard_at
    from action_execution_log
    where outcome = 'failed'
    """,
    """
    insert into items (connection_id, kind, title, status, message_id, address, chat, rule_id, step, position,
        rule_version, revision, language, confidence, reading, cancelled_because, created_at, done_at)
    select connection_id, (array['task', 'event', 'bill', 'note'])[1 + id %% 4]::item_kind, 'Something to do',
        status::item_status, message_id, address, address, 'starter', 0, 0, 1, 1, 'es', 0.5 + random() * 0.48, 'r',
        case when status = 'cancelled' then 'unreacted' end, created_at,
        case when status = 'done' then created_at + interval '1 day' end
    from action_execution_log
    cross join lateral (select (array['open', 'done', 'done', 'cancelled'])[1 + id %% 4] as status) s
    where outcome in ('created', 'converted')
    order by id
    """,
)


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--rows", type=int, default=1_000_000)
    arguments.add_argument("--runs", type=int, default=40)
    arguments.add_argument("--json", action="store_true")
    asked = arguments.parse_args()
    with tempfile.TemporaryDirectory() as home:
        Path(home).chmod(0o755)
        with EmbeddedPostgres(Path(home) / "postgres") as server:
            migrate(server.url)
            with psycopg.connect(server.url, autocommit=True) as db:
                seed(db, asked.rows)
                figures = measure(db, asked.runs)
    if asked.json:
        print(json.dumps(figures))
    else:
        show(figures, asked.rows)


def seed(db: psycopg.Connection, rows: int) -> None:
    """Fill a database as ninety days would."""
    secrets = ConnectionSecrets(webhook_token="t")  # noqa: S106 - nobody's
    made = add(db, Vault(b"k" * 32), gateway="evolution", instance="bench", zone="America/Mexico_City", region="MX",
               language="es", secrets_=secrets)  # fmt: skip
    asked = situation("Pagar luz CFE $890 vence 15 enero", "💳", phone="+5215512345678", at=None, zone=None,
                      language=None)  # fmt: skip
    explanation = json.dumps(decision_as_json(decide(rulebook.starter(), asked)), default=str)
    values = {"connection": made.id, "rows": rows, "people": PEOPLE, "explanation": explanation}
    for step in SEED:
        began = time.perf_counter()
        written = db.execute(step, values).rowcount
        print(f"{written:>9,} rows of {step.split()[2]}, {time.perf_counter() - began:.0f} s", file=sys.stderr)
    db.execute("vacuum analyze")
    db.execute("refresh materialized view daily_action_stats")
    # What was filled is on the disk before anything is asked: else its writing is measured, too.
    db.execute("checkpoint")


def measure(db: psycopg.Connection, runs: int) -> dict[str, dict[str, float]]:
    """Return the milliseconds of each query: median and 95th percentile; `one row` is the machine's limit."""
    figures = {"one row": spread(db, None, runs)}
    return figures | {name: spread(db, name, runs) for name in analytics.names()}


def spread(db: psycopg.Connection, name: str | None, runs: int) -> dict[str, float]:
    """Time one query `runs` times."""
    took = []
    for _ in range(runs + 1):
        began = time.perf_counter()
        if name is None:
            db.execute("select id from connections").fetchall()
        else:
            analytics.ask(db, name, analytics.Asked())
        took.append((time.perf_counter() - began) * 1000)
    warm = took[1:]
    return {"median": statistics.median(warm), "p95": statistics.quantiles(warm, n=20)[18]}


def show(figures: dict[str, dict[str, float]], rows: int) -> None:
    """Print the figures as a table."""
    table = Table("query", "median ms", "p95 ms", f"within {GOAL_MS} ms", title=f"{rows:,} rows over 90 days")
    for name, took in figures.items():
        good = "" if name == "one row" else "yes" if took["p95"] < GOAL_MS else "no"
        table.add_row(name, f"{took['median']:.1f}", f"{took['p95']:.1f}", good)
    Console().print(table)


if __name__ == "__main__":
    main()
