"""Errors as RFC 9457 `application/problem+json`: what went wrong, and what to do."""

from __future__ import annotations

import re
import secrets
from contextvars import ContextVar
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import structlog
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from engine.web.phrases import in_words, told
from engine.web.words import FALLBACK, language_of

RETRY_SECONDS = 5

_TRACEPARENT = re.compile(r"[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}")
_REQUEST: ContextVar[dict[str, str]] = ContextVar("request")
"""The request that is being answered, as its problems name it."""
_LANGUAGE: ContextVar[str] = ContextVar("language", default=FALLBACK)
"""In which language whoever asks is told why not: their page's, else what they say they accept."""


class Traced:
    """Give each request a name, as its problems and the log have it: that of `traceparent`, else a new one."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on under its name."""
        if scope["type"] == "http":
            name(scope)
        await self._app(scope, receive, send)


def name(scope: Scope) -> None:
    """Give a request its name."""
    given = _TRACEPARENT.fullmatch(Headers(scope=scope).get("traceparent", ""))
    trace = given[1] if given else secrets.token_hex(16)
    _REQUEST.set({"instance": quote(scope["path"]), "trace_id": trace})
    _LANGUAGE.set(language_of(Request(scope)))
    structlog.contextvars.bind_contextvars(trace_id=trace)


class Problem(JSONResponse):
    """An answer that says in a sentence why it is no better one."""

    media_type = "application/problem+json"


def problem(status: int, detail: str, *, headers: dict[str, str] | None = None, **members: Any) -> Problem:  # noqa: ANN401 - RFC 9457 leaves the further members open
    """Return a problem; `detail` speaks to the person who reads it, in their language."""
    title, kind, language = HTTPStatus(status).phrase, f"/docs/problems#{status}", _LANGUAGE.get()
    says = in_words(detail, language)
    content = {"type": kind, "title": title, "status": status, "detail": says, **_REQUEST.get({})}
    told_in = {"Content-Language": language if says != detail else FALLBACK, "Vary": "Accept-Language, Cookie"}
    return Problem(content | told(members, language), status_code=status, headers=told_in | (headers or {}))


def unavailable(detail: str) -> Problem:
    """Return 503 with the wish to be asked again soon."""
    return problem(503, detail, headers={"Retry-After": str(RETRY_SECONDS)})


async def on_http_exception(_request: Request, fault: Exception) -> Response:
    """Give Starlette's own refusals (404, 405) the same form."""
    if not isinstance(fault, HTTPException):
        raise fault
    detail = {
        404: "There is nothing at this address.",
        405: "This address does not take that method.",
        413: "That is more than is taken at once. Send less.",
    }
    members: dict[str, Any] = getattr(fault, "members", {})
    # A refusal of our own has words of its own.
    words = fault.detail if hasattr(fault, "members") else detail.get(fault.status_code, fault.detail)
    return problem(fault.status_code, words, headers=dict(fault.headers or {}), **members)


async def on_database_fault(_request: Request, _fault: Exception) -> Response:
    """Say that the database is away; the log says more."""
    return unavailable("The database cannot be reached. Try again in a few seconds.")


async def on_fault(_request: Request, _fault: Exception) -> Response:
    """Answer an error that nobody expected."""
    return unexpected()


def unexpected() -> Problem:
    """Return 500, which says nothing of the error: its words may repeat what a person wrote."""
    return problem(500, "Something went wrong here that nobody expected. The log says more.")
