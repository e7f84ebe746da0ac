"""Where the time goes: what a web process and a worker are doing while they are loaded, looked at again and again."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import psycopg

from bench.speeds import wrk
from bench.speeds.asked import Asked
from bench.speeds.ground import CannotMeasure, Cluster, Held, settled, toque, until
from bench.speeds.intake import WARM_SECONDS, web
from bench.speeds.load import SLUG, Scene
from bench.speeds.report import Found, Share
from sql import names, query

ROOMS = ("engine", "executors", "parsers", "rules", "sql")
LOOKS = 100
"""Looks a second."""
MOST = 14
"""Lines of a table."""
SETTLED = 200_000
_FRAME = re.compile(r"^(?P<function>.+) \((?P<file>[^()]+?)(?::\d+)?\)$")
_PLACE = re.compile(r"%\(\w+\)s|\$\d+")
_SHOWN = 500
"""Characters by which a statement is known: PostgreSQL shows the first thousand."""
_ELSEWHERE = "the server's own work"


@dataclass(frozen=True, slots=True)
class Looked:
    """What was seen in so many looks: shares by our functions, by themselves and with all that they call."""

    own: Counter[str]
    whole: Counter[str]
    looks: int

    def shares(self) -> tuple[Share, ...]:
        """Return the functions that take most."""
        most = sorted(self.whole, key=lambda name: (-self.own[name], -self.whole[name]))[:MOST]
        return tuple(Share(name, self.own[name] / self.looks, self.whole[name] / self.looks) for name in most)


def measure(cluster: Cluster, asked: Asked) -> Found:
    """Look at a web process that takes all it can, then at a worker that settles all it can."""
    spy = shutil.which("py-spy", path=str(Path(sys.executable).parent))
    if spy is None:
        raise ChildProcessError("py-spy looks into the processes, and it is not installed: make bench installs it.")
    seconds = max(2.0, asked.seconds / 4)
    cluster.template("told", Scene().load)
    cluster.template("backlog", Scene(reactions=asked.some(SETTLED)).load)
    intake, statements_in = _intake(cluster, asked, spy, seconds)
    work, statements_out = _work(cluster, asked, spy, seconds)
    shares = {
        "The web process, of the time in which it works": intake.shares(),
        "PostgreSQL for the web process, of all looks": statements_in,
        "A worker, of all its time": work.shares(),
        "PostgreSQL for the worker, of all looks": statements_out,
    }
    note = (
        f"Profiles: {LOOKS} looks a second for {seconds:.0f} s by py-spy and in pg_stat_activity. By itself: with "
        "all that it calls outside of our rooms, such as the driver; a worker waits for PostgreSQL in it."
    )
    return Found([], [note], {"shares": {t: [s.as_json() for s in some] for t, some in shares.items()}}, shares)


def _intake(cluster: Cluster, asked: Asked, spy: str, seconds: float) -> tuple[Looked, tuple[Share, ...]]:
    with cluster.copy("told") as url, web(url) as (address, serving), ExitStack() as stack:
        asked.say(f"profile: {seconds:.0f} s of intake")
        stack.enter_context(wrk.posting(f"{address}/api/webhook/{SLUG}", seconds + 20, 0))
        time.sleep(WARM_SECONDS)
        statements = stack.enter_context(_Statements(url, "toque web"))
        return _looked(spy, serving.pid, seconds, idle=False), statements.shares()


def _work(cluster: Cluster, asked: Asked, spy: str, seconds: float) -> tuple[Looked, tuple[Share, ...]]:
    with ExitStack() as stack:
        url = stack.enter_context(cluster.copy("backlog"))
        db, holding = (stack.enter_context(psycopg.connect(url, autocommit=True)) for _ in range(2))
        held = Held(holding, db)
        work = stack.enter_context(toque(url, "work", "--kinds", "settle"))
        held.wait_for(1, work)
        held.let_go()
        asked.say(f"profile: {seconds:.0f} s of a worker")
        until(lambda: settled(db) > 0, work)
        (process,) = Path(f"/proc/{work.pid}/task/{work.pid}/children").read_text(encoding="ascii").split()
        statements = stack.enter_context(_Statements(url, "toque %:%"))
        return _looked(spy, int(process), seconds, idle=True), statements.shares()


def _looked(spy: str, process: int, seconds: float, *, idle: bool) -> Looked:
    with tempfile.NamedTemporaryFile(suffix=".txt") as stacks:
        command = [
            spy,
            "record",
            "--pid",
            str(process),
            "--duration",
            str(max(1, round(seconds))),
            "--rate",
            str(LOOKS),
        ]
        command += ["--format", "raw", "--output", stacks.name, *(["--idle"] if idle else [])]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        found = Path(stacks.name).read_text(encoding="utf-8").splitlines()
    if done.returncode or not found:
        raise CannotMeasure(f"py-spy could not look into a process: {done.stderr.strip()[-300:]}")
    return _counted(found)


def _counted(stacks: list[str]) -> Looked:
    """Count folded stacks (`outer (file);inner (file) looks`)."""
    own, whole, looks = Counter[str](), Counter[str](), 0
    for line in stacks:
        stack, _, many = line.rpartition(" ")
        frames = [ours for frame in stack.split(";") if (ours := _ours(frame))]
        looks += int(many)
        own[frames[-1] if frames else _ELSEWHERE] += int(many)
        whole.update(dict.fromkeys(frames or [_ELSEWHERE], int(many)))
    return Looked(own, whole, looks)


def _ours(frame: str) -> str | None:
    found = _FRAME.match(frame)
    if not found or not found["file"].startswith(tuple(f"{room}/" for room in ROOMS)):
        return None
    return f"{found['file'].removesuffix('.py').replace('/', '.')}.{found['function']}"


class _Statements(threading.Thread):
    """Look again and again at what PostgreSQL does for the processes of one name."""

    def __init__(self, url: str, name: str) -> None:
        super().__init__(daemon=True)
        self._url, self._name = url, name
        self._seen, self._looks = Counter[str](), 0
        self._over = threading.Event()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self.join()

    def run(self) -> None:
        known = {_bare(query(name))[:_SHOWN]: name for name in names()}
        asked = """
            select query from pg_stat_activity
            where state = 'active' and application_name like %s and datname = current_database()
        """
        with psycopg.connect(self._url, autocommit=True) as db:
            while not self._over.wait(1 / LOOKS):
                self._looks += 1
                for (said,) in db.execute(asked, [self._name]):
                    bare = _bare(said)[:_SHOWN]
                    self._seen[known.get(bare) or f"{bare[:30]}…"] += 1

    def shares(self) -> tuple[Share, ...]:
        """Return the statements that take most."""
        self._over.set()
        self.join()
        return tuple(Share(name, n / max(1, self._looks)) for name, n in self._seen.most_common(MOST))


def _bare(statement: str) -> str:
    return " ".join(_PLACE.sub("?", statement).split())
