"""Everything at once on one machine: webhooks come as fast as they are settled."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psycopg

from bench.speeds import wrk
from bench.speeds.asked import Asked
from bench.speeds.drain import require_items
from bench.speeds.ground import CannotMeasure, Cluster, Db, Process, settled, toque, until, workers
from bench.speeds.intake import web
from bench.speeds.load import SLUG, Scene
from bench.speeds.report import Found, Line

WORKERS = 2
MOST_WAITING, LEAST_WAITING = 1_000, 500
"""The gateway pauses when so many reactions wait, and goes on when so few do: neither side is ever idle."""
LOOK = 0.02
WARM_SECONDS = 5.0
FASTEST = 10_000
"""Reactions a second, at most: there is a message for each."""

_WAITING = "select count(*) from action_queue where status = 'pending' and event_type = 'settle' and not alone"


@dataclass(slots=True)
class Whole:
    """A Toque under load, and the gateway that is let go or held back."""

    db: Db
    gateway: Process
    processes: tuple[Process, ...]
    most: int = 0
    _paused: bool = False

    def run(self, seconds: float) -> float:
        """Keep it loaded for so long, and return how many reactions were settled in a second."""
        began, before = time.monotonic(), settled(self.db)
        while (now := time.monotonic()) < began + seconds:
            if any(one.poll() is not None for one in (*self.processes, self.gateway)):
                raise CannotMeasure("A process ended while it was measured; what it said stands above.")
            self._hold_or_let_go()
            time.sleep(LOOK)
        return (settled(self.db) - before) / (now - began)

    def _hold_or_let_go(self) -> None:
        ((waiting,),) = self.db.execute(_WAITING).fetchall()
        self.most = max(self.most, waiting)
        # A paused wrk has its requests on the way as a slow gateway has; the server does not know the difference.
        if not self._paused and waiting > MOST_WAITING:
            self.gateway.send_signal(signal.SIGSTOP)
            self._paused = True
        elif self._paused and waiting < LEAST_WAITING:
            self.gateway.send_signal(signal.SIGCONT)
            self._paused = False


def measure(cluster: Cluster, asked: Asked) -> Found:
    """Measure once it runs steadily."""
    seconds = max(2.0, asked.seconds / 2)
    asked.say("sustained: messages are written")
    cluster.template("written", Scene(messages=round((WARM_SECONDS + seconds) * FASTEST)).load)
    with cluster.copy("written") as url, whole(url, seconds + 30) as running:
        asked.say(f"sustained: {seconds:.0f} s of webhooks in, items out")
        running.run(min(WARM_SECONDS, seconds))
        rate = running.run(seconds)
        most = running.most
        require_items(running.db)
    line = Line("webhook in to item settled, all at once", rate, least=1000)
    note = (
        f"Sustained: for {seconds:.0f} s one web process, {WORKERS} workers, PostgreSQL and wrk share the machine; wrk "
        f"pauses while {MOST_WAITING:,} reactions wait (at most {most:,} did): what comes in is what is settled."
    )
    return Found([line], [note], {"a_second": rate, "most_waiting": most, "seconds": seconds})


@contextmanager
def whole(url: str, seconds: float) -> Iterator[Whole]:
    """Run a web process, workers, and a gateway that posts for so long at most."""
    with (
        web(url) as (address, serving),
        toque(url, "work", "--kinds", "settle", "--workers", str(WORKERS)) as work,
        psycopg.connect(url, autocommit=True) as db,
    ):
        until(lambda: workers(db)[0] == WORKERS, work)
        with wrk.posting(f"{address}/api/webhook/{SLUG}", seconds, 0) as gateway:
            yield Whole(db, gateway, (serving, work))
