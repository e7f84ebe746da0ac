"""What went wrong, as a page for whoever came by a browser: what it is, and where to go from there."""

from __future__ import annotations

import json
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from engine.web import pages, phone
from engine.web.access import visit_of
from engine.web.problems import Problem, unexpected

_PROGRAMS = ("/api/", "/static/", "/demo/", "/metrics", "/calendar/", "/words/")
"""Where programs ask, and scripts: who looks at these in a browser wants to see what they see."""

_KNOWN = frozenset({403, 404, 500, 503})
"""What has a heading of its own; the rest is told by its sentence alone."""

_ASKED = frozenset({403, 404})
"""Where the server is well, and the list of pages can be whole."""


class Shown:
    """Show a person with a browser a problem as a page; everybody else gets it as it is."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; where the answer is a problem, draw the page of it instead."""
        if not _by_browser(scope):
            await self._app(scope, receive, send)
            return
        start: Message = {}
        body = b""

        async def kept_back(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start" and _is_problem(message):
                start = message
            elif not start:
                await send(message)
            else:
                body += message.get("body", b"")

        await self._app(scope, receive, kept_back)
        if start:
            answer = await page(Request(scope), start["status"], json.loads(body))
            for name in ("retry-after", "www-authenticate"):
                if found := MutableHeaders(raw=start["headers"]).get(name):
                    answer.headers[name] = found
            await answer(scope, receive, send)


async def page(request: Request, status: int, told: dict[str, Any]) -> Response:
    """Return the page of a problem; `told` is it as programs are told it."""
    known = str(status) if status in _KNOWN else "other"
    # What cannot be asked now is left out: the page that says so must not fail for it.
    has_phone = status in _ASKED and visit_of(request) is not None and await phone.answers(request)
    answer = pages.page(
        request, "problem.html", page="problem", has_phone=has_phone, known=known, detail=told["detail"]
    )
    if answer.status_code == 200:  # noqa: PLR2004 - else a language was chosen, which leads back here
        answer.status_code = status
    return answer


async def on_fault(request: Request, _fault: Exception) -> Response:
    """Answer an error that nobody expected, in the way that whoever asked can read."""
    told = unexpected()
    return await page(request, 500, json.loads(bytes(told.body))) if _by_browser(request.scope) else told


def _by_browser(scope: Scope) -> bool:
    return (
        scope["type"] == "http"
        and scope["method"] in {"GET", "HEAD"}
        and not scope["path"].startswith(_PROGRAMS)
        and "text/html" in Headers(scope=scope).get("accept", "")
    )


def _is_problem(message: Message) -> bool:
    return MutableHeaders(raw=message["headers"]).get("content-type", "").startswith(Problem.media_type)
