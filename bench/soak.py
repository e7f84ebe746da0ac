"""Let everything run for a long time while it is broken on purpose, and count: nothing lost, nothing twice.

    make soak                                            ten minutes: 150 reactions/s, a worker killed every 20 s
    make soak ARGS="--minutes 60 --json soak.json"       an hour, with all figures for a script
    .venv/bin/python bench/soak.py --minutes 1 --rate 50 --kill-every 5

A PostgreSQL of its own (fsync on) in a temporary directory, a web process, two workers, and a pretended gateway that
posts bodies as Evolution 2.3.7 writes them: messages and reactions in groups, put, changed and taken back; one in ten
late and so out of order, one in twelve twice; messages and repetitions come on top of the rate. What is answered 503
is posted again, as Evolution does. Workers are killed with SIGKILL; halfway PostgreSQL is stopped with `-m immediate`
and started again. The rules are the starter's, for everybody, and answer nobody.

In the end each reaction that was acknowledged must be in the state with its last emoji, and have exactly the items that
its text and emoji make in a calm run. Times are from when a reaction was stored to the commit of its settling; where a
reaction came before its message, they hold the wait for it.

Exit status: 0 when all counts are equal, 1 when they differ, 2 when it could not be run, 130 after Ctrl-C.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import platform
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console

from bench.soaking import count, report
from bench.soaking.gateway import Gateway
from bench.soaking.ground import PROCESSES, Outcomes, Toque, calm_run, database, stage, toque
from bench.soaking.progress import Progress, progress
from bench.soaking.story import Story
from engine.postgres import PostgresFailed
from tests.faults.ground import Ground

INSTANCE, TOKEN = "home", "t"
LOOK = 0.5
DRAIN = 600.0
"""Seconds in which everything must be settled after the last webhook."""


@dataclass(slots=True)
class Soak:
    """One run, and what it found so far."""

    asked: argparse.Namespace
    ground: Ground
    toque: Toque
    gateway: Gateway
    story: Story
    outcome: report.Outcome
    _began: float = field(default_factory=time.monotonic)

    @property
    def seconds(self) -> float:
        """Return how long the telling is to take."""
        return float(self.asked.minutes * 60)

    def run(self, tell: Progress) -> None:
        """Tell the story from a thread of its own, break things meanwhile, and wait until all is done."""
        telling = threading.Thread(target=lambda: asyncio.run(self.gateway.tell(self.story, self.seconds)), daemon=True)
        self._began = time.monotonic()
        telling.start()
        due = self.asked.kill_every
        while telling.is_alive() and self.toque.stands():
            telling.join(LOOK)
            self._say(tell)
            now = self._now()
            if now >= self.seconds:
                continue
            if self.outcome.stopped_at is None and not self.asked.spare_database and now >= self.seconds / 2:
                self._stop_the_database(now)
            if due and now >= due and self.toque.kill_a_worker():
                self.outcome.kills.append(round(now, 1))
                due += self.asked.kill_every
        self.outcome.seconds = self.gateway.told_for or self._now()
        self._drain(tell)

    def _now(self) -> float:
        return time.monotonic() - self._began

    def _say(self, tell: Progress) -> None:
        self.toque.memory()
        tell(self._now(), self.gateway.ledger, self.ground.count(count.OPEN), len(self.outcome.kills))

    def _stop_the_database(self, now: float) -> None:
        self.outcome.stopped_at = round(now, 1)
        self.ground.crash()
        time.sleep(self.asked.down)
        self.ground.start()
        self.outcome.stopped_for = self._now() - now

    def _drain(self, tell: Progress) -> None:
        began = self._now()
        while self.toque.stands() and self._now() < began + DRAIN:
            left = self.ground.count(count.OPEN) or self.ground.count(count.UNSETTLED)
            if not left and self.toque.alive() == PROCESSES:
                break
            self._say(tell)
            time.sleep(LOOK)
        self.outcome.drained = self._now() - began

    def close(self, outcomes: Outcomes, since: object) -> None:
        """Count what is there."""
        ledger = self.gateway.ledger
        alive = count.Line("processes alive", PROCESSES, self.toque.alive())
        self.outcome.lines = [*count.counts(self.ground, ledger, self.story.texts, outcomes), alive]
        self.outcome.minutes = count.minutes(self.ground, since)
        self.outcome.sent = ledger.reactions_sent
        self.outcome.webhooks = {"posted": ledger.posted, **{str(k): n for k, n in sorted(ledger.answers.items())}}
        self.outcome.story = dict(self.story.counts)
        self.outcome.memory |= {"end": self.toque.memory(), "most": self.toque.peaks}


def main() -> None:
    """Run it and print the counts."""
    asked = _arguments()
    log = Path(tempfile.gettempdir()) / f"toque-soak-{os.getpid()}.log"
    try:
        outcome = _soak(asked, log)
    except PostgresFailed as reason:
        sys.stderr.write(f"{reason}\n")
        sys.exit(2)
    except KeyboardInterrupt:
        log.unlink(missing_ok=True)
        sys.exit(130)
    console = Console(stderr=asked.json == "-")
    for part in report.shown(outcome):
        console.print(part, highlight=False, soft_wrap=isinstance(part, str))
    if outcome.holds:
        log.unlink()
    else:
        console.print(f"What the processes said: {log}", highlight=False)
    if asked.json:
        _write(asked.json, outcome)
    sys.exit(0 if outcome.holds else 1)


def _soak(asked: argparse.Namespace, log: Path) -> report.Outcome:
    began_ms = int(time.time() * 1000)
    rates = {"minutes": asked.minutes, "rate": asked.rate, "kill_every": asked.kill_every}
    outcome = report.Outcome(rates, _machine())
    with database() as ground:
        outcomes = calm_run(ground, Story(asked.rate, INSTANCE, began_ms, asked.seed))
        made = stage(ground)
        with toque(ground, made, log) as running:
            outcome.memory["start"] = running.memory()
            ((since,),) = ground.rows("select now()")
            story = Story(asked.rate, INSTANCE, began_ms, asked.seed)
            soak = Soak(asked, ground, running, Gateway(running.port, running.slug, TOKEN), story, outcome)
            with progress(asked.minutes * 60) as tell:
                soak.run(tell)
            soak.close(outcomes, since)
    return outcome


def _arguments() -> argparse.Namespace:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--minutes", type=_positive, default=10.0, help="how long the story is told (10)")
    asked.add_argument("--rate", type=_positive, default=150.0, help="reactions a second (150)")
    asked.add_argument("--kill-every", type=float, default=20.0, help="seconds; 0: no worker is killed (20)")
    asked.add_argument("--down", type=_positive, default=3.0, help="seconds for which PostgreSQL is away (3)")
    asked.add_argument("--spare-database", action="store_true", help="let PostgreSQL run on")
    asked.add_argument("--seed", type=int, default=7, help="of the story: the same number tells the same (7)")
    asked.add_argument("--json", metavar="FILE", help="write all figures there (-: standard output)")
    return asked.parse_args()


def _positive(said: str) -> float:
    number = float(said)
    if number <= 0:
        raise argparse.ArgumentTypeError("more than 0")
    return number


def _machine() -> str:
    return f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python {platform.python_version()}"


def _write(where: str, outcome: report.Outcome) -> None:
    figures = json.dumps(outcome.as_json(), ensure_ascii=False, indent=2) + "\n"
    if where == "-":
        sys.stdout.write(figures)
    else:
        Path(where).write_text(figures, encoding="utf-8")


if __name__ == "__main__":
    main()
