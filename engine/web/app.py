"""The web process: one table of addresses, and what every request goes through."""

from __future__ import annotations

from collections.abc import Callable

import psycopg
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Mount, Route, request_response
from starlette.types import ASGIApp
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from engine.config import Settings
from engine.web import (
    account,
    action_page,
    analytics_page,
    audit_page,
    calendar_feed,
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
    problem_page,
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
from engine.web.guard import Guard
from engine.web.head import Head
from engine.web.lifespan import lifespan
from sql.migrate import WrongSchema

OPEN: tuple[BaseRoute, ...] = (
    # What is posted there, `hooks.Webhooks` has answered before.
    Route("/api/webhook/{slug}", hooks.explain),
    Route("/api/webhook/{slug}/{event}", hooks.explain),
    Route("/api/health", health.health),
    Route("/livez", health.livez),
    Route("/readyz", health.readyz),
    Route("/schema/rules.v1.json", schemas.rules),
    Route("/docs/problems", docs.problems),
    Route("/calendar/{token}.ics", calendar_feed.show),
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
            Middleware(Head),
            Middleware(problem_page.Shown),
            Middleware(Guard, open_routes=OPEN, bare=BARE, own_check=FORMS, port=settings.port),
        ],
        exception_handlers={
            HTTPException: problems.on_http_exception,
            psycopg.OperationalError: problems.on_database_fault,
            psycopg.InterfaceError: problems.on_database_fault,
            Exception: problem_page.on_fault,
        },
        lifespan=lifespan(settings, on_wrong_schema),
    )
