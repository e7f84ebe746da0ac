"""The peers: other queues on Postgres, each with its own settings for bulk, doing a job that inserts one row.

Run as a program (`python -m bench.speeds.peers pgqueuer`) it is one worker of a peer: it prints a line when its first
job begins, and works until SIGTERM.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from importlib import metadata
from typing import Any, Protocol

import psycopg
from psycopg_pool import AsyncConnectionPool

from bench.speeds.ground import process, until
from bench.speeds.jobs import CONNECTIONS, EFFECT, EFFECTS, PAYLOAD

BULK = 1000
"""Jobs that are put into a queue by one call."""
SETTLE_SECONDS = 15


class Peer(Protocol):
    """What is needed of a queue to measure it."""

    left: str
    """A query that tells whether a job is not finished."""
    settings: str

    async def lay_out(self, url: str) -> None:
        """Make its tables."""

    async def fill(self, url: str, n: int) -> None:
        """Put so many jobs in."""

    async def work(self, url: str, stop: asyncio.Event) -> None:
        """Do jobs until told to stop."""


class Job:
    """The job itself, and the pool that it writes over."""

    def __init__(self) -> None:
        self.pool: AsyncConnectionPool[Any] | None = None
        self.begun = False

    async def open(self, url: str) -> None:
        """Open the pool."""
        options = {"min_size": CONNECTIONS, "max_size": CONNECTIONS, "kwargs": {"autocommit": True}}
        self.pool = AsyncConnectionPool(url, open=False, **options)
        await self.pool.open(wait=True)

    async def do(self, payload: Mapping[str, Any]) -> None:
        """Insert one row."""
        if not self.begun:
            self.begun = True
            print(time.monotonic(), flush=True)
        assert self.pool, "the pool is opened before the work begins"
        async with self.pool.connection() as db:
            await db.execute(EFFECT, (payload["message_id"], payload["text"]))


JOB = Job()


async def for_chancy(*, payload: dict[str, Any]) -> None:
    """Do the job: chancy finds its functions by their name."""
    await JOB.do(payload)


class Procrastinate:
    """It fetches its jobs one at a time, and runs 30 of them at once."""

    left = "select exists (select from procrastinate_jobs where status in ('todo', 'doing'))"
    settings = "concurrency 30"

    def _app(self, url: str) -> tuple[Any, Any]:
        import procrastinate  # noqa: PLC0415 - each peer is loaded by its own worker only

        app = procrastinate.App(connector=procrastinate.PsycopgConnector(conninfo=url, min_size=15, max_size=30))

        @app.task(name="job", queue="q")
        async def job(payload: dict[str, Any]) -> None:
            await JOB.do(payload)

        return app, job

    async def lay_out(self, url: str) -> None:
        """Make its tables."""
        app, _ = self._app(url)
        async with app.open_async():
            await app.schema_manager.apply_schema_async()

    async def fill(self, url: str, n: int) -> None:
        """Put so many jobs in."""
        app, job = self._app(url)
        async with app.open_async():
            for some in _bulks(n):
                await job.batch_defer_async(*({"payload": PAYLOAD} for _ in range(some)))

    async def work(self, url: str, stop: asyncio.Event) -> None:
        """Do jobs until told to stop."""
        app, _ = self._app(url)
        async with app.open_async():
            working = asyncio.create_task(
                app.run_worker_async(queues=["q"], concurrency=30, wait=True, install_signal_handlers=False)
            )
            await stop.wait()
            working.cancel()
            await asyncio.gather(working, return_exceptions=True)


class Pgqueuer:
    """It claims a hundred at a time, and completes from a buffer."""

    left = "select exists (select from pgqueuer)"
    settings = "batches of 100, asyncpg, its own autovacuum settings"

    async def _driver(self, url: str) -> Any:  # noqa: ANN401 - the peer is loaded only where it is measured
        import asyncpg  # noqa: PLC0415 - as above
        from pgqueuer.db import AsyncpgDriver  # noqa: PLC0415 - as above

        return AsyncpgDriver(await asyncpg.connect(url))

    async def lay_out(self, url: str) -> None:
        """Make its tables."""
        from pgqueuer.queries import Queries  # noqa: PLC0415 - as above

        queries = Queries(await self._driver(url))
        await queries.install()
        await queries.optimize_autovacuum()

    async def fill(self, url: str, n: int) -> None:
        """Put so many jobs in."""
        from pgqueuer.queries import Queries  # noqa: PLC0415 - as above

        queries, payload = Queries(await self._driver(url)), json.dumps(PAYLOAD).encode()
        for some in _bulks(n):
            await queries.enqueue(["job"] * some, [payload] * some, [0] * some)

    async def work(self, url: str, stop: asyncio.Event) -> None:
        """Do jobs until told to stop."""
        from pgqueuer import PgQueuer  # noqa: PLC0415 - as above

        queue = PgQueuer(await self._driver(url))

        @queue.entrypoint("job")
        async def job(one: Any) -> None:  # noqa: ANN401 - as above
            await JOB.do(json.loads(one.payload))

        working = asyncio.create_task(queue.run(batch_size=100))
        await stop.wait()
        queue.shutdown.set()
        await asyncio.wait([working], timeout=SETTLE_SECONDS)


class Chancy:
    """It runs 500 jobs at once, and asks for more as soon as one is done."""

    left = "select exists (select from chancy_jobs where state in ('pending', 'running', 'retrying'))"
    settings = "its async executor, concurrency 500, eager polling"

    async def lay_out(self, url: str) -> None:
        """Make its tables."""
        import chancy  # noqa: PLC0415 - as above

        async with chancy.Chancy(url) as app:
            await app.migrate()
            queue = chancy.Queue(
                "q", concurrency=500, executor=chancy.Chancy.Executor.Async, polling_interval=1, eager_polling=True
            )
            await app.declare(queue, upsert=True)

    async def fill(self, url: str, n: int) -> None:
        """Put so many jobs in."""
        import chancy  # noqa: PLC0415 - as above

        from bench.speeds.peers import for_chancy as job  # noqa: PLC0415 - by the name that its worker imports

        one = chancy.Job.from_func(job, queue="q", kwargs={"payload": PAYLOAD})
        async with chancy.Chancy(url) as app:
            async for _ in app.push_many([one] * n, batch_size=BULK):
                pass

    async def work(self, url: str, stop: asyncio.Event) -> None:
        """Do jobs until told to stop."""
        import chancy  # noqa: PLC0415 - as above

        async with (
            chancy.Chancy(url) as app,
            chancy.Worker(app, register_signal_handlers=False, shutdown_timeout=SETTLE_SECONDS),
        ):
            await stop.wait()


PEERS: dict[str, Peer] = {"pgqueuer": Pgqueuer(), "chancy": Chancy(), "procrastinate": Procrastinate()}
JOBS = {"pgqueuer": 10_000, "chancy": 5_000, "procrastinate": 2_000}
"""How many each is given: a few seconds' work."""


def version(peer: str) -> str:
    """Return a peer's name with its version."""
    return f"{peer} {metadata.version(peer)}"


def missing() -> list[str]:
    """Return the peers that are not installed."""
    return [peer for peer in PEERS if not _is_installed(peer)]


def _is_installed(peer: str) -> bool:
    try:
        metadata.version(peer)
    except metadata.PackageNotFoundError:
        return False
    return True


def jobs_a_second(url: str, peer: str, n: int, workers: int = 1) -> float:
    """Return how many of `n` waiting jobs a peer's workers finish in a second, from when the first one begins."""
    import uvloop  # noqa: PLC0415 - comes with uvicorn, on Linux

    chosen = PEERS[peer]
    with psycopg.connect(url, autocommit=True) as db:
        db.execute(EFFECTS)
        uvloop.run(_prepare(chosen, url, n))
        db.execute("vacuum analyze")
        db.execute("checkpoint")
        with ExitStack() as stack:
            command = ("bench.speeds.peers", peer, url)
            running = [stack.enter_context(process(*command, output=subprocess.PIPE)) for _ in range(workers)]
            began = min(_begun(one) for one in running)
            until(lambda: db.execute(chosen.left).fetchone() == (False,), *running)
            return n / (time.monotonic() - began)


async def _prepare(peer: Peer, url: str, n: int) -> None:
    await peer.lay_out(url)
    await peer.fill(url, n)


def _begun(running: subprocess.Popen[bytes]) -> float:
    line = running.stdout.readline() if running.stdout else b""
    if not line:
        raise ChildProcessError("A peer's worker ended before its first job; what it said stands above.")
    return float(line)


def _bulks(n: int) -> Sequence[int]:
    return [min(BULK, n - start) for start in range(0, n, BULK)]


async def _be_a_worker(peer: str, url: str) -> None:
    await JOB.open(url)
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    await PEERS[peer].work(url, stop)
    # Some leave tasks behind that would be waited for.
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    import logging

    import uvloop

    # Run as a program, this module has another name than the one by which chancy finds the job.
    from bench.speeds import peers

    logging.disable(logging.WARNING)
    uvloop.run(peers._be_a_worker(sys.argv[1], sys.argv[2]))  # noqa: SLF001 - it is this very module
