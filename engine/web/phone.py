"""The demo's phone for the page that shows it: a handful of addresses, handed on to the pretended gateway.

The page talks to its own origin only: the policy of its scripts stays closed, the demo needs to trust no other origin,
and one tunnelled port is enough to see it from elsewhere.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator

import httpx2
import psycopg
from psycopg.rows import dict_row
from sse_starlette import EventSourceResponse, ServerSentEvent
from starlette.requests import Request
from starlette.responses import Response

from engine.connections import DEMO_INSTANCE
from engine.web.access import caller_of, during
from engine.web.problems import problem
from engine.web.site import site_of
from executors.destinations.calling import certificates
from sql import query

GATEWAY, INSTANCE = "evolution", DEMO_INSTANCE
"""The connection that `toque up` makes for the demo."""

SHOWN = frozenset({"chats"})
DONE = frozenset({"say", "react", "edit", "delete"})

MOST_BYTES = 64 * 1024
PATIENCE = httpx2.Timeout(5)
RETRY_MS = 1000
HEARTBEAT_SECONDS = 15


async def answers(request: Request) -> bool:
    """Tell whether there is a demo phone that whoever asks may see, and it answers."""
    try:
        address = await _address(request)
        if address is None:
            return False
        async with _client() as client:
            return (await client.get(f"{address}/phone/chats")).is_success
    except (httpx2.HTTPError, psycopg.Error):
        return False


async def look(request: Request) -> Response:
    """Show what stands on the phone."""
    return await _hand_on(request, SHOWN)


async def act(request: Request) -> Response:
    """Do something on the phone."""
    return await _hand_on(request, DONE)


async def _hand_on(request: Request, known: frozenset[str]) -> Response:
    what = request.path_params["what"]
    address = await _address(request)
    if what not in known or address is None:
        return _no_phone()
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            return problem(413, "That is more than the demo's phone takes.")
    try:
        async with _client() as client:
            answer = await client.request(request.method, f"{address}/phone/{what}", content=body)
    except httpx2.HTTPError:
        return _silent()
    return Response(
        answer.content,
        answer.status_code,
        headers={"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"},
        media_type="application/json",
    )


async def stream(request: Request) -> Response:
    """Say whenever something changed on the phone."""
    address = await _address(request)
    if address is None:
        return _no_phone()
    return EventSourceResponse(
        during(request, _changes(address)),
        ping=HEARTBEAT_SECONDS,
        ping_message_factory=lambda: ServerSentEvent(comment="still here"),
    )


async def _changes(address: str) -> AsyncGenerator[ServerSentEvent]:
    """Yield the phone's changes until it hangs up; the browser then asks again by itself."""
    yield ServerSentEvent(comment="hello", retry=RETRY_MS)
    try:
        timeout = httpx2.Timeout(5, read=HEARTBEAT_SECONDS * 3)
        async with _client() as client, client.stream("GET", f"{address}/phone/stream", timeout=timeout) as answer:
            async for event in httpx2.EventSource(answer):
                yield ServerSentEvent(event.data, event=event.event)
    except (httpx2.HTTPError, httpx2.SSEError):
        return


async def _address(request: Request) -> str | None:
    """Return where the phone is; None where there is none, and for who was not given its number."""
    caller = await caller_of(request)
    async with site_of(request).pool.connection() as db, db.cursor(row_factory=dict_row) as reading:
        await reading.execute(query("connections.by_instance"), {"gateway": GATEWAY, "instance": INSTANCE})
        row = await reading.fetchone()
    return str(row["base_url"]).rstrip("/") if row and row["base_url"] and caller.sees(row["id"]) else None


def _client() -> httpx2.AsyncClient:
    # Without the environment's proxies: the phone stands beside us.
    return httpx2.AsyncClient(timeout=PATIENCE, trust_env=False, verify=certificates())


def _no_phone() -> Response:
    return problem(404, "There is no demo phone here, or it cannot do that.")


def _silent() -> Response:
    return problem(502, "The demo's phone does not answer. Is `toque up` still running?")
