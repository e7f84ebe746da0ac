"""The live feed over server-sent events."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator

from sse_starlette import EventSourceResponse, ServerSentEvent
from starlette.requests import Request
from starlette.responses import Response

from engine.access import Caller
from engine.live import Entry, Place, find
from engine.web.access import caller_of, during
from engine.web.feed import Feed, Seat
from engine.web.problems import problem, unavailable
from engine.web.site import site_of

HEARTBEAT_SECONDS = 15
RETRY_MS = 3000
MOST_LAST = 500

SEND_SECONDS = 30
"""A client that takes nothing for so long is gone, though its line is not."""


async def stream(request: Request) -> Response:
    """Show the feed from where the client left it, else from now (with the `last` rows before)."""
    site = site_of(request)
    last = request.query_params.get("last", "0")
    if not (last.isascii() and last.isdecimal() and len(last) < 5 and int(last) <= MOST_LAST):  # noqa: PLR2004 - digits
        return problem(400, f"`last` is a number from 0 to {MOST_LAST}.")
    try:
        async with asyncio.timeout(5):
            await site.feed.reading.wait()
    except TimeoutError:
        return unavailable("The database cannot be reached. Try again in a few seconds.")
    # First the seat, then the look at what was missed: what commits in between comes twice, never not at all.
    seat = site.feed.sit()
    caller = await caller_of(request)
    place = await find(site.pool, _cursor(request), last=int(last), connections=caller.visible)
    return EventSourceResponse(
        during(request, events(site.feed, seat, place, caller)),
        ping=HEARTBEAT_SECONDS,
        ping_message_factory=lambda: ServerSentEvent(comment="still here"),
        send_timeout=SEND_SECONDS,
    )


def _cursor(request: Request) -> str | None:
    # The header first: a browser that reconnects repeats the address, with an `after` that is old by now.
    given = request.headers.get("last-event-id") or request.query_params.get("after")
    return None if given in {None, "", "0"} else given


async def events(feed: Feed, seat: Seat, place: Place, caller: Caller) -> AsyncGenerator[ServerSentEvent]:
    """Yield what was missed, then what comes, of the connections that the caller sees.

    It ends when the process stops or the client is too slow.
    """
    try:
        # An id without data moves the browser's place and shows nothing.
        yield ServerSentEvent(id=None if place.missed else str(place.cursor), retry=RETRY_MS)
        if place.lost:
            yield _resync("The feed no longer keeps everything since then: fetch anew.", str(place.cursor))
        for entry in place.missed:
            if caller.sees(entry.connection):
                yield _event(entry)
        async for entry in seat.entries():
            # The feed's reader may be behind the look at what was missed.
            if not place.snapshot.shows(entry.xid) and caller.sees(entry.connection):
                yield _event(entry)
        if seat.overran:
            yield _resync("This stream was too slow for the feed: fetch anew.", None)
    finally:
        feed.leave(seat)


def _event(entry: Entry) -> ServerSentEvent:
    return ServerSentEvent(entry.data, event=entry.event, id=str(entry.cursor))


def _resync(why: str, cursor: str | None) -> ServerSentEvent:
    return ServerSentEvent(json.dumps({"detail": why}), event="resync", id=cursor)
