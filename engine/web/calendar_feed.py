"""The calendar that other calendars subscribe to, by an address that holds a key of its own."""

from __future__ import annotations

import math
from collections.abc import Sequence
from hashlib import blake2b

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from engine import ics
from engine.access import ALONE, Caller
from engine.web.access import Refused
from engine.web.problems import problem
from engine.web.site import Site, site_of
from engine.web.visits import BadKey
from rules.faults import nearest
from sql.parameters import as_json

_HEADERS = {
    "Cache-Control": "private, no-cache",
    "Content-Disposition": 'inline; filename="toque.ics"',
    "X-Content-Type-Options": "nosniff",
    # The address is the secret: no search engine lists it, and no page that it is opened from hears of it.
    "X-Robots-Tag": "noindex",
    "Referrer-Policy": "no-referrer",
}


async def show(request: Request) -> Response:
    """Give a calendar to who has its secret address; `?with=tasks,bills` for what is due besides."""
    site = site_of(request)
    caller = await _caller(site, request.path_params["token"])
    left = site.pace.take(caller.actor)
    if not left.allowed:
        seconds = math.ceil(left.seconds)
        says = f"This calendar was asked for too often. Come again in {seconds} s."
        return problem(429, says, headers={"Retry-After": str(seconds)})
    kinds = ["event", *(ics.MORE[name] for name in _asked(request))]
    return await run_in_threadpool(_answer, site, caller, kinds, request.headers.get("if-none-match", ""))


async def _caller(site: Site, token: str) -> Caller:
    """Return whose calendar it is; what never was one, or is one no longer, is not told apart."""
    try:
        caller = (await site.visitors.of_key(token)).caller
    except BadKey:
        caller = None
    if caller is None or caller.scopes != {ALONE}:
        says = "There is no calendar at this address, or no longer. Make another one in the settings, under Keys."
        raise Refused(404, says, {"Cache-Control": "no-store"})
    return caller


def _asked(request: Request) -> Sequence[str]:
    wanted = [name for name in request.query_params.get("with", "").split(",") if name]
    for name in wanted:
        if name not in ics.MORE:
            close = nearest(name, ics.MORE) or " or ".join(ics.MORE)
            raise Refused(400, f"A calendar has nothing called '{name[:50]}' besides events: did you mean {close}?")
    return sorted(set(wanted))


def _answer(site: Site, caller: Caller, kinds: Sequence[str], known: str) -> Response:
    with site.lines.connection() as db:
        rows = ics.entries(db, caller.visible, kinds)
    # By what it is made of: who has it already costs no calendar.
    tag = f'"{blake2b(as_json([caller.name, rows]).encode(), digest_size=12).hexdigest()}"'
    headers = _HEADERS | {"ETag": tag}
    if tag in known or known.strip() == "*":
        return Response(status_code=304, headers=headers)
    return Response(ics.calendar(rows, caller.name), headers=headers, media_type="text/calendar")
