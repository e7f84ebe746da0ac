"""The web process: one table of addresses, and what has to run behind them."""

from __future__ import annotations

import asyncio
import gc
import signal
import socket
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

import psycopg
import structlog
import uvicorn
from psycopg_pool import AsyncConnectionPool, ConnectionPool
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Mount, Route, request_response
from starlette.types import ASGIApp
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from engine.aside import Aside
from engine.audit import Audit
from engine.config import Settings
from engine.intake import Intake
from engine.jobs import Jobs
from engine.line import LINE, line_of
from engine.metrics import Counts
from engine.vault import open_vault
from engine.web import (
    account,
    action_page,
    analytics_page,
    audit_page,
    docs,
    health,
    home,
    hooks,
    inbox_page,
    items_page,
    live_page,
    login,
    pages,
    people_page,
    phone,
    problems,
    queue_page,
    rules_page,
    schemas,
    settings_page,
    stream,
    words,
)
from engine.web.access import demands
from engine.web.api import (
    accounts,
    actions,
    analytics,
    audit,
    bulk,
    chats,
    connecting,
    connections,
    export,
    items,
    jobs,
    keys,
    me,
    messages,
    overview,
    people,
    privacy,
    queue,
    queue_bulk,
    review,
    rules,
    rules_ahead,
    sending,
    totals,
    waiting,
)
from engine.web.api.mounted import Api
from engine.web.bodies import Space, slow
from engine.web.feed import Feed
from engine.web.guard import Guard
from engine.web.pace import Pace
from engine.web.site import Doors, Lines, Pool, Site
from engine.web.streams import Streams
from engine.web.together import Together
from engine.web.visits import Visitors
from sql.migrate import WrongSchema, require_current

_log = structlog.get_logger(__name__)

OPEN: tuple[BaseRoute, ...] = (
    # What is posted there, `hooks.Webhooks` has answered before.
    Route("/api/webhook/{slug}", hooks.explain),
    Route("/api/webhook/{slug}/{event}", hooks.explain),
    Route("/api/health", health.health),
    Route("/livez", health.livez),
    Route("/readyz", health.readyz),
    Route("/schema/rules.v1.json", schemas.rules),
    Route("/docs/problems", docs.problems),
    Route("/login", login.show),
    Route("/login", login.log_in, methods=["POST"]),
    Route("/setup/{secret}", login.invited),
    Route("/setup/{secret}", login.set_up, methods=["POST"]),
    Mount("/static", pages.packed(pages.Files(directory=pages.ROOM / "static"))),
    Route("/words/{language}.json", pages.packed(request_response(words.show))),
)
"""What answers to everybody."""

API = Api(
    (
        rules.router, rules_ahead.router, jobs.router, export.router, bulk.router, totals.router, *items.ROUTERS,
        actions.router, review.router, waiting.router, queue.router, queue_bulk.router, sending.router,
        connections.router, connecting.router, messages.router, people.router, chats.router, privacy.router,
        analytics.router, me.router, accounts.router, keys.router, audit.router, overview.router,
    )
)  # fmt: skip
"""What programs call, a file a resource; each address names the scope that it needs."""

BARE: tuple[BaseRoute, ...] = (
    Route("/", home.show),
    Route("/live", live_page.show),
    Route("/metrics", demands("metrics:read")(health.metrics)),
)
"""What shows nothing of anybody's by itself, and is there while the database is away."""

FORMS: tuple[BaseRoute, ...] = (
    Route("/logout", login.log_out, methods=["POST"]),
    Route("/account", account.change_password, methods=["POST"]),
    Route("/account/logins", account.end_others, methods=["POST"]),
)
"""What looks for the token against forged requests in the form that it is sent; elsewhere it comes in a header."""

ROUTES: tuple[BaseRoute, ...] = (
    *OPEN,
    # What follows answers to accounts and keys; until there is an account, to this machine only.
    *BARE,
    *FORMS,
    Route("/account", account.show),
    Route("/inbox", demands("items:read")(inbox_page.show)),
    Route("/items", demands("items:read")(items_page.show)),
    Route("/people", demands("people:read")(people_page.show)),
    Route("/items/{id:int}/why", demands("items:read")(action_page.of_item)),
    Route("/actions/{id:int}", demands("items:read")(action_page.show)),
    Route("/rules", demands("rules:read")(rules_page.show)),
    Route("/settings", demands("connections:read")(settings_page.show)),
    Route("/settings/{part}", demands("connections:read")(settings_page.show)),
    Route("/audit", demands("audit:read")(audit_page.show)),
    Route("/queue", demands("queue:read")(queue_page.show)),
    Route("/analytics", demands("analytics:read")(analytics_page.show)),
    Route("/demo/stream", demands("items:read")(phone.stream)),
    Route("/demo/{what}", demands("items:read")(phone.look)),
    Route("/demo/{what}", demands("items:write")(phone.act), methods=["POST"]),
    Route("/api/stream", demands("items:read")(stream.stream)),
    API,
    Route("/openapi.json", API.openapi),
    Route("/docs", docs.page),
)
"""Every address there is."""

RETRY_SECONDS = 2.0
SHUTDOWN_SECONDS = 10


class Application(Starlette):
    """Starlette, with the webhooks ahead of all that other requests go through."""

    def build_middleware_stack(self) -> ASGIApp:
        """Return what every request goes to first."""
        return hooks.Webhooks(super().build_middleware_stack())


def application(settings: Settings, *, on_wrong_schema: Callable[[WrongSchema], None] | None = None) -> Application:
    """Return the application; it starts without a database too, and answers 503 until there is one."""
    return Application(
        routes=ROUTES,
        middleware=[
            Middleware(ProxyHeadersMiddleware, trusted_hosts=settings.trusted_proxies),
            Middleware(problems.Traced),
            Middleware(Guard, open_routes=OPEN, bare=BARE, own_check=FORMS, port=settings.port),
        ],
        exception_handlers={
            HTTPException: problems.on_http_exception,
            psycopg.OperationalError: problems.on_database_fault,
            psycopg.InterfaceError: problems.on_database_fault,
            Exception: problems.on_fault,
        },
        lifespan=_lifespan(settings, on_wrong_schema),
    )


def _lifespan(
    settings: Settings, on_wrong_schema: Callable[[WrongSchema], None] | None
) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        conninfo = database_of(settings)
        pool = _pool(settings)
        await pool.open(wait=False)
        lines = _lines(settings)
        lines.open(wait=False)
        vault = open_vault(settings)
        visitors = Visitors(pool, idle_hours=settings.session_idle_hours)
        site = Site(
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
            aside=Aside(settings),
            jobs=Jobs(settings, lines),
        )
        app.state.site = site
        tasks = [
            asyncio.create_task(_keep_up("the intake", site.intake.run)),
            asyncio.create_task(_keep_up("the live feed", site.feed.run)),
            asyncio.create_task(_keep_up("the watch over open streams", site.streams.run)),
            asyncio.create_task(_watch_schema(conninfo, on_wrong_schema)),
        ]
        try:
            yield
        finally:
            site.feed.close()
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await pool.close()
            await asyncio.to_thread(site.jobs.close)
            await asyncio.to_thread(lines.close)
            await asyncio.to_thread(site.aside.close)

    return lifespan


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
        "timeout": 3,
        # Short, or after a long outage the next try would be minutes away.
        "reconnect_timeout": 5,
        # Who waits for a connection waits 3 s at most, and so many at most: beyond that it is a 503 at once.
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


async def _watch_schema(conninfo: str, on_wrong_schema: Callable[[WrongSchema], None] | None) -> None:
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


class Server(uvicorn.Server):
    """uvicorn, ending the streams when it stops: they would never end by themselves."""

    def __init__(self, settings: Settings) -> None:
        self.wrong_schema: WrongSchema | None = None
        self.app = application(settings, on_wrong_schema=self.refuse)
        super().__init__(
            uvicorn.Config(
                self.app,
                host=settings.host,
                port=settings.port,
                lifespan="on",
                ws="none",
                http=Together,
                # Its lines go through our own set-up; an access log would write the webhooks' secret addresses.
                log_config=None,
                log_level="warning",
                access_log=False,
                server_header=False,
                # Whom a proxy names is asked behind the webhooks only.
                proxy_headers=False,
                timeout_graceful_shutdown=SHUTDOWN_SECONDS,
            )
        )

    def refuse(self, fault: WrongSchema) -> None:
        """Stop because of the schema."""
        self.wrong_schema = fault
        self.should_exit = True

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, and say where."""
        await super().startup(sockets)
        for one in self.servers:
            for listener in one.sockets:
                host, port = listener.getsockname()[:2]
                _log.info("Toque listens", url=f"http://{f'[{host}]' if ':' in host else host}:{port}/")

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop taking requests, end the streams, finish the webhooks in hand."""
        self.app.state.site.feed.close()
        await super().shutdown(sockets)


def serve(settings: Settings) -> None:
    """Serve until SIGINT or SIGTERM; raises `WrongSchema`, whose words name the command to type."""
    check_schema(database_of(settings))
    if threading.current_thread() is threading.main_thread():
        # uvicorn raises the signal once more after it has stopped; a clean stop is no death by signal.
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: None)
    running = Server(settings)
    # What is loaded by now stays: no collection of garbage has to look through it, while everybody waits.
    gc.collect()
    gc.freeze()
    running.run()
    if running.wrong_schema:
        raise running.wrong_schema
