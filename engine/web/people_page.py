"""The page of people and chats: who is who, where they are at home, and what is kept of them."""

from __future__ import annotations

import json
from itertools import islice
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from engine import directory
from engine.access import Caller
from engine.web import pages, phone
from engine.web.access import caller_of
from engine.web.api.homes import LANGUAGES
from engine.web.api.people import as_shown, homes_of
from engine.web.site import Site, site_of
from sql.parameters import as_json

FIRST = 50
"""People who stand on the page from the start."""


async def show(request: Request) -> Response:
    """Show who was heard, the owner first."""
    site, caller = site_of(request), await caller_of(request)
    rows = await run_in_threadpool(_first, site, caller)
    return pages.page(
        request, "people.html", page="people", has_phone=await phone.answers(request), rows=rows, answers=LANGUAGES,
        may_write=caller.may("people:write"), may_forget=caller.may("admin"),
    )  # fmt: skip


def _first(site: Site, caller: Caller) -> list[dict[str, Any]]:
    with site.lines.connection() as db:
        homes = homes_of(db)
        seen = (one for one in directory.all_people(db) if caller.sees(one.connection_id))
        found = [as_shown(one, homes) for one in islice(seen, FIRST)]
    told: list[dict[str, Any]] = json.loads(as_json(found))
    return told
