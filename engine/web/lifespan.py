"""What runs behind the pages of a web process, from its start to its end."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from typing import Any

import psycopg
import structlog
from psycopg_pool import AsyncConnectionPool, ConnectionPool
from starlette.applications import Starlette

from engine.aside import Aside
from engine.audit import Audit
from engine.config import Settings
from engine.intake import Intake
from engine.jobs import Jobs
from engine.line import LINE, line_of
from engine.metrics import Counts
from engine.vault import open_vault
from engine.web.bodies import Space, slow
from engine.web.feed import Feed
from engine.web.pace import Pace
from engine.web.site import Doors, Lines, Pool, Site
from engine.web.streams import Streams
from engine.web.visits import Visitors
from sql.migrate import WrongSchema, require_current

_log = structlog.get_logger(__name__)

RETRY_SECONDS = 2.0
LINE_SECONDS = 3.0
"""How long whoever asks waits for a line to the database; then it is a 503."""

OnWrongSchema = Callable[[WrongSchema], None] | None


def lifespan(
    settings: Settings, on_wrong_schema: OnWrongSchema
) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    """Return what Starlette keeps open while it answers; whatever fails to close, the rest is closed."""

    @asynccontextmanager
    async def open_(app: Starlette) -> AsyncIterator[None]:
        async with AsyncExitStack() as open_now:
            site = app.state.site = await _site(settings, open_now)
            for one in (
                _keep_up("the intake", site.intake.run),
                _keep_up("the live feed", site.feed.run),
                _keep_up("the watch over open streams", site.streams.run),
                _watch_schema(database_of(settings), on_wrong_schema),
            ):
                open_now.push_async_callback(_end, asyncio.create_task(one))
            open_now.callback(site.feed.close)
            yield

    return open_


async def _site(settings: Settings, open_now: AsyncExitStack) -> Site:
    """Return what the answers share; what is closed last is opened first."""
    aside, pool, lines = Aside(settings), _pool(settings), _lines(settings)
    jobs = Jobs(settings, lines)
    for close in (aside.close, lines.close, jobs.close):
        open_now.push_async_callback(asyncio.to_thread, close)
    open_now.push_async_callback(pool.close)
    await pool.open(wait=False)
    lines.open(wait=False)
    vault = open_vault(settings)
    visitors = Visitors(pool, idle_hours=settings.session_idle_hours)
    return Site(
        settings=settings,
        pool=pool,
        lines=lines,
        audit=Audit.of(vault),
        visitors=visitors,
        streams=Streams(visitors),
        doors=Doors(pool, vault),
        intake=Intake(pool, max_waiting=settings.max_waiting, a_minute=settings.reactions_a_minute),
        space=Space(most=settings.max_waiting, most_bytes=settings.max_waiting_mb << 20),
        slow=slow(settings.body_seconds),
        feed=_feed(settings),
        counts=Counts(),
        pace=Pace(settings.requests_a_minute),
        aside=aside,
        jobs=jobs,
    )


async def _end(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


def _feed(settings: Settings) -> Feed:
    """Return the feed's reader: behind a pooler it has a line of its own, or hears nothing and polls."""
    direct = settings.listen_url if settings.pooled else None
    if direct:
        return Feed(direct, line=LINE)
    return Feed(database_of(settings), line=line_of(settings), listens=not settings.pooled)


def _pool(settings: Settings) -> Pool:
    return AsyncConnectionPool(
        min_size=2, max_size=10, check=AsyncConnectionPool.check_connection, name="web", **_how(settings)
    )


def _lines(settings: Settings) -> Lines:
    return ConnectionPool(min_size=1, max_size=6, check=ConnectionPool.check_connection, name="lines", **_how(settings))


def _how(settings: Settings) -> dict[str, Any]:
    return {
        "conninfo": database_of(settings),
        "open": False,
        "timeout": LINE_SECONDS,
        # Short, or after a long outage the next try would be minutes away.
        "reconnect_timeout": 5,
        # So many wait for a connection at most: beyond that it is a 503 at once.
        "max_waiting": settings.max_waiting,
        "kwargs": line_of(settings) | {"application_name": "toque web"},
    }


def database_of(settings: Settings) -> str:
    """Return where the database is."""
    if settings.database_url is None:
        raise ValueError("The web process needs DATABASE_URL; `toque up` starts the embedded database and sets it.")
    return settings.database_url


async def _keep_up(what: str, run: Callable[[], Awaitable[None]]) -> None:
    """Run for as long as the process lives, whatever happens to it in between."""
    while True:
        try:
            await run()
        except Exception:  # noqa: BLE001 - a process that takes webhooks must outlive any one of its parts
            _log.exception("a part of the web process stopped at an unexpected error and starts again", part=what)
        await asyncio.sleep(RETRY_SECONDS)


def check_schema(conninfo: str) -> bool:
    """Return False while the database cannot be reached; raises `WrongSchema` where it is not this version's."""
    try:
        with psycopg.connect(conninfo, **LINE) as db:
            require_current(db)
    except psycopg.OperationalError as fault:
        _log.warning("the database cannot be reached; webhooks get 503 until it can", error=fault)
        return False
    return True


async def _watch_schema(conninfo: str, on_wrong_schema: OnWrongSchema) -> None:
    """Look at the schema as soon as the database can be reached, once."""
    try:
        reached = await asyncio.to_thread(check_schema, conninfo)
        while not reached:
            await asyncio.sleep(RETRY_SECONDS)
            reached = await asyncio.to_thread(check_schema, conninfo)
    except WrongSchema as fault:
        _log.error("the database does not fit this version", error=str(fault))
        if on_wrong_schema:
            on_wrong_schema(fault)
