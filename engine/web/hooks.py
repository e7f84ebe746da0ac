"""The webhook: a gateway tells what happened, and is answered once that is safely stored."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import psycopg
import structlog
from pydantic_core import from_json
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from engine import clock
from engine.connections import Connection
from engine.gateways import GATEWAYS
from engine.gateways.authentication import PROOFS, Unauthorised, verify
from engine.heard import Heard
from engine.intake import Overloaded
from engine.vault import WrongKey
from engine.web import bodies
from engine.web.bodies import Crowded, CutOff, Take, TooLarge
from engine.web.problems import name, problem, unavailable, unexpected
from engine.web.site import Site

_LOOKED_AT = {name.encode(): name for name in ("content-length", *PROOFS)}
_ADDRESS = re.compile("/api/webhook/(?P<slug>[^/]+)(/[^/]+)?")

_log = structlog.get_logger(__name__)

Answer = tuple[str, Response]
"""A word for the metrics, and what goes back."""


class Broken(Exception):  # noqa: N818 - it names what the body is
    """The body is not JSON."""


class Elsewhere(Exception):  # noqa: N818 - it names where the webhook belongs
    """The webhook speaks for another instance."""


@dataclass(frozen=True, slots=True)
class Posted:
    """A webhook that somebody posts."""

    slug: str
    headers: Mapping[str, str]
    """Those that anybody looks at, by their names in lower case."""
    receive: Receive


class Webhooks:
    """Take webhooks in ahead of all else: what every other request goes through costs as much as storing them."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a webhook; pass on whatever is none."""
        found = _ADDRESS.fullmatch(scope["path"]) if scope["type"] == "http" and scope["method"] == "POST" else None
        if found is None:
            await self._app(scope, receive, send)
            return
        started = clock.stopwatch()
        site: Site = scope["app"].state.site
        headers = {_LOOKED_AT[name]: value.decode("latin-1") for name, value in scope["headers"] if name in _LOOKED_AT}
        try:
            stored = await _take(site, Posted(found["slug"], headers, receive))
        except Exception as fault:  # noqa: BLE001 - whatever it is, the gateway is answered
            # Only what has no ordinary answer is given a name by which it is found in the log.
            name(scope)
            word, response = _refused(site, fault)
            site.counts.heard(word, clock.stopwatch() - started)
            await response(scope, receive, send)
        else:
            site.counts.heard("stored", clock.stopwatch() - started)
            for message in _stored(stored):
                await send(message)


async def explain(_request: Request) -> Response:
    """Tell whoever opens the address in a browser what it is for; the same for every slug, real or not."""
    return PlainTextResponse(
        "This is a Toque webhook: give this address to your WhatsApp gateway, which posts its events to it.\n"
    )


@lru_cache
def _stored(signals: int) -> tuple[Message, Message]:
    """Return the answer to a webhook, made once: the same goes to nearly all."""
    body = b'{"stored":%d}' % signals
    headers = [(b"content-length", b"%d" % len(body)), (b"content-type", b"application/json")]
    return (
        {"type": "http.response.start", "status": 200, "headers": headers},
        {"type": "http.response.body", "body": body},
    )


async def _take(site: Site, posted: Posted) -> int:
    """Return how many signals of a webhook are committed; raises what stood in the way."""
    known = await site.doors.find(posted.slug)
    if known is None:
        # What is posted to nobody is read past and not kept: whoever does not know a slug fills no memory.
        await _body(site, posted, None)
        raise Unauthorised
    with site.space.room() as take:
        connection, body = await _proven(site, posted, known, take)
        reading = GATEWAYS[connection.gateway].read(_decoded(body))
        if reading.instance is not None and reading.instance != connection.instance:
            raise Elsewhere(connection.id)
        if reading.signals:
            await site.intake.store(Heard(connection.id, reading.owner, reading.signals))
    return len(reading.signals)


async def _body(site: Site, posted: Posted, take: Take | None) -> bytes:
    announced = posted.headers.get("content-length", "")
    return await bodies.read(posted.receive, announced, site.settings.max_body_mb << 20, site.slow, take)


async def _proven(site: Site, posted: Posted, connection: Connection, take: Take) -> tuple[Connection, bytes]:
    """Return the connection that a request proved to belong to, and its body; raises `Unauthorised` otherwise."""
    body = await _body(site, posted, take)
    try:
        verify(posted.headers, body, connection.secrets, clock.now())
    except Unauthorised:
        # The secret may have changed a moment ago, and gateways do not repeat what was refused.
        afresh = await site.doors.find(connection.slug, afresh=True)
        if afresh is None:
            raise
        verify(posted.headers, body, afresh.secrets, clock.now())
        return afresh, body
    return connection, body


def _decoded(body: bytes) -> object:
    try:
        return from_json(body, cache_strings=False)
    except ValueError:
        pass  # What it does not know may be JSON all the same: half an emoji, very deep nesting, another encoding.
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        # Not JSON, not UTF-8, or nested so deep that reading it would end the process.
        raise Broken from None


def _refused(site: Site, fault: Exception) -> Answer:
    """Return the answer to a webhook of which nothing was stored."""
    answer: Answer
    match fault:
        case Elsewhere():
            # A gateway-wide webhook posts every instance's events here: nothing wrong, and nothing of ours.
            _log.warning("a webhook speaks for another instance and was ignored", connection=fault.args[0])
            answer = "ignored", JSONResponse({"stored": 0, "ignored": "it speaks for another instance"})
        case Unauthorised():
            # One and the same for an unknown slug and a wrong secret, so that trying reveals neither.
            detail = "This address, or the secret sent with it, is not one of a connection here."
            answer = "unauthorised", problem(401, detail, headers={"WWW-Authenticate": "Bearer"})
        case TooLarge():
            # The line is closed with it: else the rest would be read, only to be thrown away.
            detail = f"The body is larger than {site.settings.max_body_mb} MiB."
            answer = "too_large", problem(413, detail, headers={"Connection": "close"})
        case Broken():
            answer = "broken", problem(400, "The body is not JSON.")
        case CutOff():
            answer = "cut_off", problem(408, "The body did not arrive.", headers={"Connection": "close"})
        # 503 and never 4xx: gateways try this again, those they give up for good.
        case Overloaded() | Crowded():
            answer = "overloaded", unavailable("More webhooks wait than can be stored. Try again in a few seconds.")
        case psycopg.Error() | TimeoutError() | WrongKey():
            _log.error("a webhook could not be stored; the gateway is asked to try again", error=fault)
            answer = "unavailable", unavailable("The database cannot be reached. Try again in a few seconds.")
        case _:
            _log.error("a webhook met an error that nobody expected; the gateway is told so", exc_info=fault)
            answer = "failed", unexpected()
    return answer
