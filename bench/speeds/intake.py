"""Webhooks taken in a second: verified, decoded, stored and committed before the answer."""

from __future__ import annotations

import importlib.util
import statistics
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

from bench.speeds import wrk
from bench.speeds.asked import Asked
from bench.speeds.bodies import template
from bench.speeds.ground import CannotMeasure, Cluster, Process, answers, process, toque, until
from bench.speeds.load import SLUG, Scene
from bench.speeds.report import Found, Line
from bench.speeds.wrk import CONNECTIONS, Posted
from engine.supervisor import free_port

OURS, INSERT, NOTHING = "ours", "one insert a request", "no database"
WARM_SECONDS = 2.0
APART = 10_000_000
"""Reactions between the numbers that two runs begin with: none is told twice."""
_TABLE = """
    create table heard (
        message_id text not null, address text not null, chat text not null, emoji text, second bigint not null,
        outer_id text not null, heard_at timestamptz not null default now(), primary key (message_id, address)
    )
"""


def measure(cluster: Cluster, asked: Asked) -> Found:
    """Post to each by turns; all three serve all the time, and idle ones cost nothing."""
    _require()
    seconds = min(5.0, max(1.0, asked.seconds / 4))
    cluster.template("told", Scene().load)
    found: dict[str, list[Posted]] = {OURS: [], INSERT: [], NOTHING: []}
    with cluster.copy("told") as ours, cluster.copy("template0") as theirs, _servers(ours, theirs) as addresses:
        start = 0
        for address in addresses.values():
            wrk.post(address, WARM_SECONDS, start)
            start += APART
        for turn in range(asked.rounds):
            for name, address in addresses.items():
                asked.say(f"intake: {name}, round {turn + 1} of {asked.rounds}")
                found[name].append(wrk.post(address, seconds, start))
                start += APART
        _see_that_all_is_stored(ours, found[OURS])
    return _found(found, seconds)


def _require() -> None:
    wrk.require()
    if importlib.util.find_spec("msgspec") is None:
        raise ChildProcessError("msgspec is missing, which decodes in the handlers beside: make bench installs it.")


@contextmanager
def web(url: str, **settings: object) -> Iterator[tuple[str, Process]]:
    """Run the web process and give its address with it."""
    port = free_port()
    own = f"http://127.0.0.1:{port}"
    with toque(url, "web", port=port, **settings) as serving:
        until(lambda: answers(f"{own}/readyz"), serving)
        yield own, serving


@contextmanager
def _servers(ours: str, theirs: str) -> Iterator[dict[str, str]]:
    with psycopg.connect(theirs, autocommit=True) as db:
        db.execute(_TABLE)
    port = free_port()
    own = f"http://127.0.0.1:{port}"
    with web(ours) as (address, _), process("bench.speeds.handlers", str(port), BENCH_URL=theirs) as serving:
        until(lambda: answers(f"{own}/readyz"), serving)
        yield {OURS: f"{address}/api/webhook/{SLUG}", INSERT: f"{own}/insert", NOTHING: f"{own}/nothing"}


def _see_that_all_is_stored(url: str, posted: list[Posted]) -> None:
    told = sum(one.requests - one.failed for one in posted)
    with psycopg.connect(url) as db:
        ((stored,),) = db.execute("select count(*) from whatsapp_message_reactions").fetchall()
    if stored < told:
        raise CannotMeasure(f"{told:,} webhooks were answered 2xx, and only {stored:,} reactions are stored.")


def _found(found: dict[str, list[Posted]], seconds: float) -> Found:
    def median(name: str, what: str) -> float:
        return statistics.median(getattr(one, what) for one in found[name])

    ours, insert, nothing = (median(name, "a_second") for name in found)
    what = f"webhooks taken, {CONNECTIONS} connections"
    lines = [
        Line(what, ours, "/s", INSERT, insert, least_ratio=2.5),
        Line(what, ours, "/s", NOTHING, nothing, least_ratio=0.5),
    ]
    for name, part in (("median", "p50"), ("95 %", "p95"), ("99 %", "p99")):
        lines.append(Line(f"answered within, {name}", median(OURS, part), "ms", INSERT, median(INSERT, part)))
    failed = {name: sum(one.failed for one in runs) for name, runs in found.items()}
    how = (
        f"Intake: {len(found[OURS])} × {seconds:.0f} s each, by turns; bodies of {len(template().encode()):,} bytes, "
        "each a reaction to another message; one web process."
    )
    notes = [how, *(f"{n} requests to {name} failed." for name, n in failed.items() if n)]
    each = {name: [{"a_second": one.a_second, "p50": one.p50, "p95": one.p95, "p99": one.p99} for one in runs]
            for name, runs in found.items()}  # fmt: skip
    return Found(lines, notes, {"each": each, "failed": failed})
