"""How many reactions one worker settles in a second, beside the least that any queue must do for them.

    .venv/bin/python bench/actions.py [--reactions 2000]

Both run in one go on one embedded PostgreSQL (fsync on). The limit claims as many rows in batches of the same size,
writes one row for each and completes them in one transaction a batch: no state, no rules, no reading, no log.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import psycopg
from rich.console import Console
from rich.table import Table

from engine import queue
from engine.decide import decide
from engine.dryrun import situation
from engine.postgres import EmbeddedPostgres
from engine.queue import Claimer
from engine.rulebook import starter
from parsers import warm_up
from sql import query
from sql.migrate import migrate
from sql.parameters import records
from tests.engine.stage import Stage, react, seen

TEXTS = [
    "Pagar luz CFE $890 vence 15 enero",
    "Mañana a las 5 dentista con Ana en Polanco",
    "Urgente: @Ana enviar el contrato antes del viernes #legal",
    "Pay rent 1850 by Friday",
]
EMOJIS = ["💳", "📅", "✅", "💳"]


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--reactions", type=int, default=2000)
    n = arguments.parse_args().reactions
    warm_up()
    table = Table("measured", "ours", "limit", "ours / limit")
    median, p95 = parse_times()
    table.add_row("deciding one message, median / p95", f"{median:.2f} / {p95:.2f} ms", "", "")
    with tempfile.TemporaryDirectory() as home:
        Path(home).chmod(0o755)
        with EmbeddedPostgres(Path(home) / "postgres") as server:
            migrate(server.url)
            with psycopg.connect(server.url, autocommit=True) as db:
                ours = n / settle(db, server.url, n)
                limit = n / raw(db, n)
    share = f"{ours / limit:.2f}"
    table.add_row("actions of one worker, in batches of 100", f"{ours:,.0f}/s", f"{limit:,.0f}/s", share)
    Console().print(table)


def parse_times() -> tuple[float, float]:
    """Return median and 95th percentile, in ms, of deciding one message."""
    book = starter()
    took = []
    for k in range(400):
        asked = situation(TEXTS[k % 4], EMOJIS[k % 4], phone="+5215512345678", at=None, zone=None, language=None)
        took.append(timed(lambda asked=asked: decide(book, asked)) * 1000)
    return statistics.median(took), statistics.quantiles(took, n=20)[18]


def settle(db: psycopg.Connection, url: str, n: int) -> float:
    """Return the seconds in which one worker settles `n` reactions that wait."""
    stage = Stage(db, url)
    for start in range(0, n, 500):
        some = range(start, min(start + 500, n))
        stage.tell(*(seen(TEXTS[k % 4], f"M{k}") for k in some), *(react(EMOJIS[k % 4], f"M{k}") for k in some))
    return timed(stage.settle)


def raw(db: psycopg.Connection, n: int) -> float:
    """Return the seconds in which the same number of rows is claimed, one row written for each, and completed."""
    (connection,) = db.execute("select min(id) from connections").fetchone()
    db.execute("create table effects (id bigint generated always as identity primary key, note text)")
    rows = [{"connection_id": connection, "event_type": "settle", "event_data": {}} for _ in range(n)]
    db.execute(query("queue.add"), {"rows": records(rows)})

    def run() -> None:
        claimer = Claimer("raw", 30)
        while claims := claimer.settles(db, 100):
            with db.transaction():
                queue.complete(db, claims)
                db.execute("insert into effects (note) select 'x' from generate_series(1, %s)", [len(claims)])

    return timed(run)


def timed(work: Callable[[], object]) -> float:
    """Return the seconds that `work` takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
