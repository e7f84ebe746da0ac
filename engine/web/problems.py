"""Errors as RFC 9457 `application/problem+json`: what went wrong, and what to do."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

RETRY_SECONDS = 5


class Problem(JSONResponse):
    """An answer that says in a sentence why it is no better one."""

    media_type = "application/problem+json"


def problem(status: int, detail: str, *, headers: dict[str, str] | None = None, **members: Any) -> Problem:  # noqa: ANN401 - RFC 9457 leaves the further members open
    """Return a problem; `detail` speaks to the person who reads it."""
    content = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail}
    return Problem(content | members, status_code=status, headers=headers)


def unavailable(detail: str) -> Problem:
    """Return 503 with the wish to be asked again soon."""
    return problem(503, detail, headers={"Retry-After": str(RETRY_SECONDS)})


async def on_http_exception(_request: Request, fault: Exception) -> Response:
    """Give Starlette's own refusals (404, 405) the same form."""
    if not isinstance(fault, HTTPException):
        raise fault
    detail = {404: "There is nothing at this address.", 405: "This address does not take that method."}
    members: dict[str, Any] = getattr(fault, "members", {})
    # A refusal of our own has words of its own.
    words = fault.detail if hasattr(fault, "members") else detail.get(fault.status_code, fault.detail)
    return problem(fault.status_code, words, headers=dict(fault.headers or {}), **members)


async def on_database_fault(_request: Request, _fault: Exception) -> Response:
    """Say that the database is away; the log says more."""
    return unavailable("The database cannot be reached. Try again in a few seconds.")


async def on_fault(_request: Request, _fault: Exception) -> Response:
    """Say nothing of an error that nobody expected: its words may repeat what a person wrote."""
    return problem(500, "Something went wrong here that nobody expected. The log says more.")
