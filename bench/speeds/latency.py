"""How long it takes from a webhook to the event on the live page, at a steady rate."""

from __future__ import annotations

from urllib.parse import urlsplit

import psycopg
import uvloop

from bench.speeds.asked import Asked
from bench.speeds.ground import CannotMeasure, Cluster, toque, until, workers
from bench.speeds.intake import web
from bench.speeds.load import Scene
from bench.speeds.report import Found, Line
from bench.speeds.sustained import WORKERS
from bench.speeds.watching import Watch

RATES = (20, 150, 500)
CLAIMED_AT = 150
"""The rate that has goals: the median and 95 % of it."""
GOALS = {"p50": 10.0, "p95": 30.0}
WARM_SECONDS = 3.0


def measure(cluster: Cluster, asked: Asked) -> Found:
    """Post at one rate after the other to the same processes."""
    reactions = sum(RATES) * asked.seconds + CLAIMED_AT * WARM_SECONDS
    cluster.template("watched", Scene(messages=round(reactions) + 1).load)
    figures: dict[str, dict[str, float]] = {}
    with (
        cluster.copy("watched") as url,
        web(url) as (address, _),
        toque(url, "work", "--kinds", "settle", "--workers", str(WORKERS)) as work,
        psycopg.connect(url, autocommit=True) as db,
    ):
        until(lambda: workers(db)[0] == WORKERS, work)
        watch = Watch(urlsplit(address).port or 80)
        uvloop.run(watch.run(CLAIMED_AT, min(WARM_SECONDS, asked.seconds)))
        for rate in RATES:
            asked.say(f"latency: {asked.seconds:.0f} s of {rate} reactions a second")
            figures[str(rate)] = _figures(watch, rate, asked.seconds)
    note = (
        f"Latency: {asked.seconds:.0f} s at each rate, each reaction posted when it is due; from when its "
        f"request is written to its event on /api/stream. One web process, {WORKERS} workers."
    )
    return Found([line for rate in RATES for line in _lines(rate, figures[str(rate)])], [note], figures)


def _figures(watch: Watch, rate: int, seconds: float) -> dict[str, float]:
    seen = uvloop.run(watch.run(rate, seconds))
    took = seen.took()
    if seen.refused or seen.missing or not took:
        raise CannotMeasure(f"At {rate}/s {seen.refused} webhooks were refused, {seen.missing} reactions never shown.")
    places = {"p50": 0.5, "p95": 0.95, "p99": 0.99, "most": 1.0}
    found = {name: took[min(len(took) - 1, int(place * len(took)))] for name, place in places.items()}
    return found | {"reactions": len(took)}


def _lines(rate: int, found: dict[str, float]) -> list[Line]:
    goals = GOALS if rate == CLAIMED_AT else {}
    words = {"p50": "median", "p95": "95 %", "p99": "99 %"}
    what = "webhook to live event at {}/s, {}"
    return [Line(what.format(rate, word), found[name], "ms", most=goals.get(name)) for name, word in words.items()]
