"""The webhook: a gateway tells what happened, and is answered once that is safely stored."""

from __future__ import annotations

import asyncio
import json

import psycopg
import structlog
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from engine import clock
from engine.connections import Connection
from engine.gateways import GATEWAYS
from engine.gateways.authentication import Unauthorised, verify
from engine.intake import Heard, Overloaded
from engine.vault import WrongKey
from engine.web.problems import problem, unavailable
from engine.web.site import Site, site_of

BODY_SECONDS = 60
"""A body may take so long to arrive; large ones carry media."""

STORE_SECONDS = 10
"""Well below Evolution's 30 seconds, after which it no longer listens to the answer."""

_log = structlog.get_logger(__name__)

Answer = tuple[str, Response]
"""A word for the metrics, and what goes back."""


class Broken(Exception):  # noqa: N818 - it names what the body is
    """The body is not JSON."""


class TooLarge(Exception):  # noqa: N818 - it names what the body is
    """The body is over the limit."""


async def receive(request: Request) -> Response:
    """Take one webhook in."""
    site = site_of(request)
    started = clock.stopwatch()
    word, response = await _answer(site, request)
    site.counts.heard(word, clock.stopwatch() - started)
    return response


async def explain(_request: Request) -> Response:
    """Tell whoever opens the address in a browser what it is for; the same for every slug, real or not."""
    return PlainTextResponse(
        "This is a Toque webhook: give this address to your WhatsApp gateway, which posts its events to it.\n"
    )


async def _answer(site: Site, request: Request) -> Answer:
    limit = site.settings.max_body_mb
    try:
        connection, body = await _proven(site, request, limit * 1024 * 1024)
        answer = await _take(site, connection, _decoded(body))
    except Unauthorised:
        # One and the same for an unknown slug and a wrong secret, so that trying reveals neither.
        detail = "This address, or the secret sent with it, is not one of a connection here."
        answer = "unauthorised", problem(401, detail, headers={"WWW-Authenticate": "Bearer"})
    except TooLarge:
        answer = "too_large", problem(413, f"The body is larger than {limit} MiB.")
    except Broken:
        answer = "broken", problem(400, "The body is not JSON.")
    except (TimeoutError, ClientDisconnect):
        answer = "cut_off", problem(408, "The body did not arrive.")
    except (psycopg.Error, Overloaded, WrongKey) as fault:
        answer = _not_now(fault)
    return answer


async def _proven(site: Site, request: Request, limit: int) -> tuple[Connection, bytes]:
    """Return the connection that a request proved to belong to, and its body; raises `Unauthorised` otherwise."""
    connection = await site.doors.find(request.path_params["slug"])
    async with asyncio.timeout(BODY_SECONDS):
        # What is posted to nobody is read past and not kept: whoever does not know a slug fills no memory.
        body = await _body(request, limit, keep=connection is not None)
    if connection is None:
        raise Unauthorised
    try:
        verify(request.headers, body, connection.secrets, clock.now())
    except Unauthorised:
        # The secret may have changed a moment ago, and gateways do not repeat what was refused.
        connection = await site.doors.find(connection.slug, afresh=True)
        if connection is None:
            raise
        verify(request.headers, body, connection.secrets, clock.now())
    return connection, body


def _decoded(body: bytes) -> object:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        # Not JSON, not UTF-8, or nested so deep that reading it would end the process.
        raise Broken from None


def _not_now(fault: Exception) -> Answer:
    # 503 and never 4xx: gateways try this again, those they give up for good.
    if isinstance(fault, Overloaded):
        return "overloaded", unavailable("More webhooks wait than can be stored. Try again in a few seconds.")
    _log.error("a webhook could not be stored; the gateway is asked to try again", error=fault)
    return "unavailable", unavailable("The database cannot be reached. Try again in a few seconds.")


async def _body(request: Request, limit: int, *, keep: bool) -> bytes:
    """Read the body up to the limit; raises `TooLarge` as soon as it is known to be over it."""
    announced = request.headers.get("content-length", "")
    if announced.isdecimal() and int(announced) > limit:
        raise TooLarge
    size = 0
    chunks: list[bytes] = []
    async for chunk in request.stream():
        size += len(chunk)
        if size > limit:
            raise TooLarge
        if keep:
            chunks.append(chunk)
    return b"".join(chunks)


async def _take(site: Site, connection: Connection, decoded: object) -> Answer:
    reading = GATEWAYS[connection.gateway].read(decoded)
    if reading.instance is not None and reading.instance != connection.instance:
        # A gateway-wide webhook posts every instance's events here: nothing wrong, and nothing of ours.
        _log.warning("a webhook speaks for another instance and was ignored", connection=connection.id)
        return _ignored("it speaks for another instance")
    if reading.signals:
        try:
            async with asyncio.timeout(STORE_SECONDS):
                await site.intake.store(Heard(connection.id, reading.owner, reading.signals))
        except TimeoutError as fault:
            return _not_now(fault)
    return "stored", JSONResponse({"stored": len(reading.signals)})


def _ignored(why: str) -> Answer:
    return "ignored", JSONResponse({"stored": 0, "ignored": why})
