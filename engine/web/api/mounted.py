"""The API as one part of the table of addresses: FastAPI reads and describes what the handlers take."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version

from fastapi import APIRouter, FastAPI
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Match
from starlette.types import ASGIApp, Receive, Scope, Send

from engine.web.api import declared
from engine.web.api.paced import Paced
from engine.web.api.refusals import HANDLERS
from engine.web.api.repeated import Repeated
from engine.web.problems import problem

MOST_BYTES = 2 << 20
"""Of a body; the largest is a file of rules."""

PACKED_FROM = 8192
"""Bytes from which an answer is compressed: lists. What carries a secret is shorter, and its length tells nothing."""

_ABOUT = """
React to a WhatsApp message with an emoji and it becomes a task, an event, a bill or a note: this is the API for
everything behind it.

Errors are problem documents (RFC 9457) that say what to do. Lists come in pages: `limit`, and `next_cursor` or the
`Link` header for the next one. What is read has an `ETag`; what is changed wants it back in `If-Match`. A POST with an
`Idempotency-Key` is carried out once, however often it is sent within a day.
"""


def described(routers: Sequence[APIRouter]) -> FastAPI:
    """Return the application of these routers."""
    api = FastAPI(
        title="Toque", version=version("toque"), description=_ABOUT.strip(), openapi_url=None, docs_url=None,
        redoc_url=None, exception_handlers=HANDLERS, max_body_size=MOST_BYTES,
        middleware=[Middleware(GZipMiddleware, minimum_size=PACKED_FROM), Middleware(Paced), Middleware(Repeated)],
    )  # fmt: skip
    for router in routers:
        api.include_router(router)
    return api


class Api(BaseRoute):
    """The addresses of the routers among the others: each is known here, none is hidden behind a prefix."""

    def __init__(self, routers: Sequence[APIRouter]) -> None:
        self.api = described(routers)
        self._stack: ASGIApp = self.api.build_middleware_stack()
        self._routes = tuple(declared.routes(self.api))
        self._document: JSONResponse | None = None

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Tell whether an address is one of these, and whether it takes the method."""
        found = Match.NONE
        if scope["type"] == "http":
            for route in self.api.routes:
                match, _ = route.matches(scope)
                if match is Match.FULL:
                    return match, {}
                found = match if match is Match.PARTIAL else found
        return found, {}

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request; `scope["app"]` stays the whole application, which knows the site."""
        taken, announced = self._methods(scope), Headers(scope=scope).get("content-length", "")
        if scope["method"] not in taken:
            says = f"This address takes {', '.join(taken)}, not {scope['method']}."
            await problem(405, says, headers={"Allow": ", ".join(taken)})(scope, receive, send)
        elif announced.isdecimal() and int(announced) > MOST_BYTES:
            # Before FastAPI's own limit, which says so in plain text.
            says = f"A body is {MOST_BYTES >> 20} MiB at most. Send less at once."
            await problem(413, says, headers={"Connection": "close"})(scope, receive, send)
        else:
            # FastAPI's routes know no HEAD; what of the answer goes out is `head.Head`'s.
            read = {**scope, "method": "GET"} if scope["method"] == "HEAD" else scope
            await self._stack(read, receive, send)

    def _methods(self, scope: Scope) -> list[str]:
        """Return the methods that an address takes, whichever handlers they have."""
        path = scope["path"]
        there = {method for route in self._routes if route.path_regex.match(path) for method in route.methods}
        return sorted(there | ({"HEAD"} if "GET" in there else set()))

    async def openapi(self, _request: Request) -> Response:
        """Answer with the description of the API."""
        if self._document is None:
            self._document = JSONResponse(declared.describe(self.api), headers={"Cache-Control": "no-cache"})
        return self._document
