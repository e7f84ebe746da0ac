"""Numbers for Prometheus: what the database tells at the moment of asking, and what this process has counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import psycopg
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, disable_created_metrics, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from psycopg.rows import dict_row
from psycopg_pool import AsyncConnectionPool

from sql import query

# Prometheus knows when a process started; a second sample per metric to say so is noise.
disable_created_metrics()  # type: ignore[no-untyped-call] # the library left it without types

Pool = AsyncConnectionPool[psycopg.AsyncConnection[Any]]
Rows = list[dict[str, Any]]


class Counts:
    """What one web process counts itself."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._webhooks = Counter(
            "toque_webhooks", "Webhooks, by how they were answered.", ["answer"], registry=self.registry
        )
        self._answers: dict[str, Counter] = {}
        """To find one by its label costs more than to count."""
        self._seconds = Histogram(
            "toque_webhook_seconds",
            "Seconds from a webhook's first byte to its answer.",
            buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
            registry=self.registry,
        )
        self._waiting = Gauge("toque_webhooks_waiting", "Webhooks in hand.", registry=self.registry)
        self._waiting_bytes = Gauge(
            "toque_webhooks_waiting_bytes", "Memory that their bodies take.", registry=self.registry
        )
        self._streams = Gauge("toque_live_streams", "Open streams of the live feed.", registry=self.registry)
        self._let_go = Counter(
            "toque_live_streams_let_go",
            "Streams told to fetch everything anew, most of them too slow.",
            registry=self.registry,
        )

    def heard(self, answer: str, seconds: float) -> None:
        """Count one webhook."""
        counter = self._answers.get(answer)
        if counter is None:
            counter = self._answers[answer] = self._webhooks.labels(answer)
        counter.inc()
        self._seconds.observe(seconds)

    def in_hand(self, webhooks: int, size: int) -> None:
        """Note how many webhooks wait for their answer, and how large their bodies are together."""
        self._waiting.set(webhooks)
        self._waiting_bytes.set(size)

    def watched(self, streams: int, let_go: int) -> None:
        """Note how many watch the feed."""
        self._streams.set(streams)
        self._let_go.reset()
        self._let_go.inc(let_go)


@dataclass(frozen=True, slots=True)
class Standing:
    """What the database said of itself, in one go."""

    queue: Rows
    oldest: Rows
    totals: Rows
    feed: Rows
    lines: Rows
    workers: Rows

    @property
    def oldest_seconds(self) -> float:
        """How long the item that waits longest could have been worked on."""
        return max((row["seconds"] for row in self.oldest), default=0.0)

    @property
    def stalled_seconds(self) -> float:
        """For how long something waits that any worker takes at once, while none is at work; 0 where all is well."""
        if self.workers[0]["at_work"]:
            return 0.0
        return max((row["seconds"] for row in self.oldest if row["event_type"] in {"settle", "upkeep"}), default=0.0)

    def depth(self, status: str) -> int:
        """Return how many items of the queue are in a status; the upkeep, which always waits there, is none."""
        return sum(row["count"] for row in self.queue if row["status"] == status and row["event_type"] != "upkeep")


async def standing(pool: Pool) -> Standing:
    """Ask the database for everything that the health page and the metrics show; raises `psycopg.Error`."""
    async with pool.connection() as db, db.cursor(row_factory=dict_row) as reading:
        found: dict[str, Rows] = {}
        for name in Standing.__slots__:
            await reading.execute(query(f"metrics.{name}"))
            found[name] = await reading.fetchall()
    return Standing(**found)


class _Database(Collector):
    """The database's part of one answer."""

    def __init__(self, now: Standing | None) -> None:
        self._now = now

    def collect(self) -> Iterator[Metric]:
        yield _gauge("toque_database_up", "1 while the database answers.", [({}, float(self._now is not None))])
        if self._now is not None:
            yield from _families(self._now)


def _families(now: Standing) -> Iterator[Metric]:
    yield _gauge(
        "toque_queue_items",
        "Items in the queue, by type and status; `failed` are the dead letters.",
        [({"type": row["event_type"], "status": row["status"]}, row["count"]) for row in now.queue],
    )
    yield _gauge(
        "toque_queue_oldest_seconds",
        "How long the item that waits longest could have been worked on, by type.",
        [({"type": row["event_type"]}, row["seconds"]) for row in now.oldest],
    )
    yield _gauge("toque_workers_busy", "Workers that hold a batch.", [({}, row["busy"]) for row in now.workers])
    settled = CounterMetricFamily(
        "toque_settled", "Reactions settled, by connection and outcome.", labels=["connection", "outcome"]
    )
    counted = CounterMetricFamily(
        "toque_counted", "What else the workers have counted, by connection and name.", labels=["connection", "name"]
    )
    for row in now.totals:
        _, of_settles, outcome = row["name"].partition("settled_")
        family, label = (settled, outcome) if of_settles else (counted, row["name"])
        family.add_metric([str(row["connection_id"]), label], row["amount"])
    yield settled
    yield counted
    yield _gauge("toque_live_feed_rows", "Rows that the live feed keeps.", [({}, row["rows"]) for row in now.feed])
    yield _gauge(
        "toque_live_feed_silent_seconds", "Seconds since the feed's newest row.", [({}, r["seconds"]) for r in now.feed]
    )
    yield _gauge(
        "toque_connection_open",
        "1 while the gateway's line to WhatsApp is open.",
        [
            ({"connection": str(row["id"]), "gateway": row["gateway"]}, float(row["line_state"] == "open"))
            for row in now.lines
        ],
    )
    yield _gauge(
        "toque_connection_silent",
        "1 while a connection is quiet for longer than it ever is.",
        [({"connection": str(row["id"]), "gateway": row["gateway"]}, float(row["silent"])) for row in now.lines],
    )


def _gauge(name: str, meaning: str, samples: Iterable[tuple[dict[str, str], float]]) -> Metric:
    some = list(samples)
    family = GaugeMetricFamily(name, meaning, labels=list(some[0][0]) if some else [])
    for labels, amount in some:
        family.add_metric(list(labels.values()), amount)
    return family


def exposition(counts: Counts, now: Standing | None) -> bytes:
    """Return all of it in Prometheus' text format; without a database, what the process itself knows."""
    fresh = CollectorRegistry()
    fresh.register(_Database(now))
    return generate_latest(fresh) + generate_latest(counts.registry)
