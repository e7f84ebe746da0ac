"""Where the soak happens: a PostgreSQL of its own, the real processes on it, and what kills them."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

import httpx2
import psycopg

from bench.soaking.story import Story
from demo.evolution import OWNER_JID
from engine import connections, rulebook
from engine.gateways import evolution
from engine.postgres import EmbeddedPostgres
from engine.supervisor import free_port
from rules.rule import Reply
from sql.migrate import migrate
from tests.engine.stage import VAULT, Stage
from tests.faults.ground import KEY, Ground, children, kill, until

Process = subprocess.Popen[bytes]
Outcomes = dict[tuple[int, str], list[str]]
"""The items that a text with an emoji makes."""

WORKERS = 2
PROCESSES = 2 + WORKERS
PATIENCE = 120.0
_PAGE = os.sysconf("SC_PAGE_SIZE")


@contextmanager
def database() -> Iterator[Ground]:
    """Make a cluster in a temporary directory, with fsync on, and give its database."""
    with tempfile.TemporaryDirectory(prefix="toque-soak-", ignore_cleanup_errors=True) as above:
        Path(above).chmod(0o711)  # When root runs this, the server is another account's.
        programs = os.environ.get("TOQUE_PG_BIN")
        with EmbeddedPostgres(Path(above) / "postgres", Path(programs) if programs else None) as server:
            with psycopg.connect(server.url, autocommit=True) as db:
                # When something was settled is when that was committed.
                db.execute("alter system set track_commit_timestamp = on")
                db.execute("create database calm template template0")
            server.stop()
            server.start()
            migrate(server.url)
            ground = Ground(server, server.url)
            try:
                yield ground
            finally:
                ground.close()


def stage(ground: Ground) -> Stage:
    """Make a connection whose rules are for everybody and answer nobody."""
    made = Stage(ground.db, ground.url)
    silent = [replace(rule, by="anyone", reply=Reply(to="none")) for rule in rulebook.starter().rules]
    rulebook.save(made.db, made.id, silent, origin="ui")
    return made


def calm_run(ground: Ground, story: Story) -> Outcomes:
    """Settle every text with every emoji once, undisturbed, in a database of their own."""
    url = urlsplit(ground.url)._replace(path="/calm").geturl()
    migrate(url)
    calm = Ground(ground.server, url)
    made = stage(calm)
    told = story.one_of_each()
    bodies = [json.loads(one.body) for _, _, pair in told for one in pair]
    made.tell(*(signal for body in bodies for signal in evolution.read(body).signals), owner=OWNER_JID)
    made.settle()
    found = items(calm)
    calm.close()
    assert found, "the calm run made nothing"
    return {(text, emoji): found.get(reaction.key or ("", ""), []) for text, emoji, (_, reaction) in told}


def items(ground: Ground) -> dict[tuple[str, str], list[str]]:
    """Return the open items of each person's reaction to each message, with all that a person sees of them."""
    found: dict[tuple[str, str], list[str]] = {}
    for message, address, item in ground.rows(
        """
        select message_id, address, concat_ws(' | ', kind, title, i.priority, tags, vendor, amount, currency, b.due_on,
            t.due_on, t.due_at, starts_on, starts_at, location, body)
        from items i
        left join tasks t on (t.connection_id, t.item_id) = (i.connection_id, i.id)
        left join calendar_events e on (e.connection_id, e.item_id) = (i.connection_id, i.id)
        left join bills b on (b.connection_id, b.item_id) = (i.connection_id, i.id)
        left join notes n on (n.connection_id, n.item_id) = (i.connection_id, i.id)
        where status = 'open'
        """
    ):
        found.setdefault((message, address), []).append(item)
    return found


@dataclass(slots=True)
class Toque:
    """The processes of Toque: one answers, two settle, and one watches over those."""

    web: Process
    work: Process
    port: int
    slug: str
    killed: list[int] = field(default_factory=list)
    peaks: dict[str, int] = field(default_factory=dict)
    _dice: random.Random = field(default_factory=lambda: random.Random(5))  # noqa: S311 - whom it hits, no secret

    def kill_a_worker(self) -> bool:
        """Kill one of the workers; say whether there was one."""
        workers = sorted(children(self.work)) if self.work.poll() is None else []
        if not workers:
            return False
        victim = self._dice.choice(workers)
        with suppress(ProcessLookupError):
            kill(victim)
            self.killed.append(victim)
        return True

    def stands(self) -> bool:
        """Tell whether both processes that we started run still."""
        return self.web.poll() is None and self.work.poll() is None

    def alive(self) -> int:
        """Return how many of the processes run."""
        running = [one for one in (self.web, self.work) if one.poll() is None]
        return len(running) + (len(children(self.work)) if self.work in running else 0)

    def memory(self) -> dict[str, int]:
        """Return the bytes that each process holds, and remember the most."""
        workers = sorted(children(self.work)) if self.work.poll() is None else []
        processes = {"web": self.web.pid, "work": self.work.pid}
        processes |= {f"worker {n}": process for n, process in enumerate(workers, 1)}
        held = {name: _resident(process) for name, process in processes.items()}
        for name, size in held.items():
            self.peaks[name] = max(size, self.peaks.get(name, 0))
        return held


@contextmanager
def toque(ground: Ground, made: Stage, log: Path) -> Iterator[Toque]:
    """Start the processes with the settings that they have by themselves, and wait until they are ready."""
    connection = connections.by(ground.db, VAULT, "by_id", id=made.id)
    assert connection
    port = free_port()
    with (
        log.open("wb") as said,
        _process(ground, said, "web", port=port) as web,
        _process(ground, said, "work", "--workers", str(WORKERS)) as work,
    ):
        until(lambda: _is_ready(port) and len(ground.workers()) == WORKERS, PATIENCE)
        yield Toque(web, work, port, connection.slug)


@contextmanager
def _process(ground: Ground, said: BinaryIO, *words: str, **settings: object) -> Iterator[Process]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("TOQUE_")}
    # The texts and what is done stay for as long as the longest soak.
    told = {"log_level": "warning", "secret_key": KEY, "keep_finished_hours": 100, **settings}
    environment |= {f"TOQUE_{name.upper()}": str(value) for name, value in told.items()}
    environment |= {"DATABASE_URL": ground.url}
    command = [sys.executable, "-m", "engine", *words]
    process = subprocess.Popen(command, env=environment, stdout=said, stderr=said)
    try:
        yield process
    finally:
        if process.poll() is None:
            process.terminate()
        process.wait(PATIENCE)


def _is_ready(port: int) -> bool:
    with suppress(httpx2.HTTPError):
        return httpx2.get(f"http://127.0.0.1:{port}/readyz", trust_env=False).is_success
    return False


def _resident(process: int) -> int:
    with suppress(OSError):
        return int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1]) * _PAGE
    return 0
