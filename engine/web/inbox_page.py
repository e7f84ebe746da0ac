"""The inbox: what rules read and are not sure of, to be accepted, put right or rejected."""

from __future__ import annotations

import json
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from engine import doubts
from engine.access import Caller
from engine.web import pages, phone
from engine.web.access import caller_of
from engine.web.api import review
from engine.web.api.answers import cursor
from engine.web.site import Site, site_of
from engine.web.words import language_of
from sql.parameters import as_json

FIRST = 20
"""Readings that stand on the page from the start."""


async def show(request: Request) -> Response:
    """Show what waits, the newest first."""
    site, caller = site_of(request), await caller_of(request)
    rows, following = await run_in_threadpool(_first, site, caller, language_of(request))
    return pages.page(
        request, "inbox.html", page="inbox", has_phone=await phone.answers(request), rows=rows, next_cursor=following,
        may_write=caller.may("items:write"), may_keep=caller.may("rules:write"),
    )  # fmt: skip


def _first(site: Site, caller: Caller, language: str) -> tuple[list[dict[str, Any]], str | None]:
    with site.lines.connection() as db:
        found = doubts.waiting(db, caller.visible, n=FIRST + 1)
    # As the API shows it: the script takes either.
    told = json.loads(as_json([review.as_shown(one, language) for one in found[:FIRST]]))
    last = found[FIRST - 1] if len(found) > FIRST else None
    return told, cursor((last.id, last.rule_id)) if last else None
