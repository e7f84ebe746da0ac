"""How often somebody may ask: so many requests a minute, told ahead in RateLimit headers, then 429 with Retry-After."""

from __future__ import annotations

import math

from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from engine.web.access import caller_of
from engine.web.pace import WINDOW_SECONDS
from engine.web.problems import on_http_exception, problem
from engine.web.site import site_of


class Paced:
    """Let nobody ask too often; this machine itself, before there are accounts, is not counted."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on with what is left, or answer 429."""
        request = Request(scope)
        try:
            caller = await caller_of(request)
        except HTTPException as fault:
            await (await on_http_exception(request, fault))(scope, receive, send)
            return
        pace = site_of(request).pace
        if caller.kind == "machine":
            await self._app(scope, receive, send)
            return
        left = pace.take(caller.actor)
        seconds = math.ceil(left.seconds)
        told = {
            "RateLimit-Policy": f'"default";q={pace.a_minute};w={WINDOW_SECONDS:.0f}',
            "RateLimit": f'"default";r={left.requests};t={seconds}',
        }
        if not left.allowed:
            says = f"More than {pace.a_minute} requests in a minute. Come again in {seconds} s."
            await problem(429, says, headers={**told, "Retry-After": str(seconds)})(scope, receive, send)
            return

        async def tell(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(told)
            await send(message)

        await self._app(scope, receive, tell)
