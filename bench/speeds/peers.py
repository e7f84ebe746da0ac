"""The peers: other queues on Postgres, each with its own settings for bulk, doing a job that inserts one row."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from importlib import metadata
from typing import Any, Protocol

from bench.speeds.jobs import JOB, PAYLOAD, for_chancy

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

        one = chancy.Job.from_func(for_chancy, queue="q", kwargs={"payload": PAYLOAD})
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


def _bulks(n: int) -> Sequence[int]:
    return [min(BULK, n - start) for start in range(0, n, BULK)]
