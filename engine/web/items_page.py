"""The page of what reactions made: tasks, events, bills and notes, as they are at this moment."""

from __future__ import annotations

import json
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from engine import listed, shown
from engine.access import Caller
from engine.listed import Which
from engine.web import pages, phone
from engine.web.access import caller_of
from engine.web.site import Site, site_of
from engine.web.words import language_of, locale_of
from sql.parameters import as_json

KINDS = frozenset({"task", "event", "bill", "note"})
FIRST = 50
"""Items that stand on the page from the start."""


async def show(request: Request) -> Response:
    """Show what is open, what is due next first; `?kind=` shows one kind, `?item=` opens one."""
    site, caller = site_of(request), await caller_of(request)
    asked = request.query_params.get("kind", "")
    kind = asked if asked in KINDS else ""
    rows, totals = await run_in_threadpool(_first, site, caller, kind or None, language_of(request))
    return pages.page(
        request, "items.html", page="items", has_phone=await phone.answers(request), rows=rows, kind=kind,
        totals=totals, may_write=caller.may("items:write"), may_audit=caller.may("audit:read"),
        first_day=locale_of(request).first_week_day + 1,
    )  # fmt: skip


def _first(site: Site, caller: Caller, kind: str | None, language: str) -> list[list[dict[str, Any]]]:
    which = Which(connections=caller.visible, kind=kind, status="open")
    with site.lines.connection() as db:
        found = [shown.item(row, language) for row, _ in listed.due(db, which, FIRST)]
        totals = listed.bill_totals(db, which) if kind == "bill" else []
    # As the API shows them: the script takes either.
    told: list[list[dict[str, Any]]] = json.loads(as_json([found, totals]))
    return told
