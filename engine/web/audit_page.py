"""The page of the record: who changed what, when, and what it was before and after."""

from __future__ import annotations

import json
from typing import Any
from zoneinfo import ZoneInfo

import psycopg
from babel.dates import format_datetime
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from engine import accounts, audit, connections, keys
from engine.access import Caller
from engine.web import pages, phone
from engine.web.access import caller_of
from engine.web.site import Site, site_of
from engine.web.words import language_of, locale_of, say
from sql.parameters import as_json

Db = psycopg.Connection[Any]

FIRST = 50
"""Entries that stand on the page from the start."""


async def show(request: Request) -> Response:
    """Show the newest entries; `?subject=item:7` those of one thing."""
    site, caller = site_of(request), await caller_of(request)
    subject = request.query_params.get("subject", "")[:200].replace("\0", "")
    values = await run_in_threadpool(_found, site, caller, subject, request)
    return pages.page(
        request, "audit.html", page="audit", has_phone=await phone.answers(request), subject=subject, **values
    )


def _found(site: Site, caller: Caller, subject: str, request: Request) -> dict[str, Any]:
    with site.lines.connection() as db:
        there = audit.entries(db, n=FIRST, connections=caller.visible, subject=subject or None)
        found = audit.with_titles(db, there)
        people = _everybody(db) if caller.connections is None else {}
        seen = [one for one in connections.overview(db) if caller.sees(one.id)]
    # As the API shows them: the script takes either.
    told: list[dict[str, Any]] = json.loads(as_json(found))
    return {
        "entries": told,
        "people": people,
        "numbers": {one.id: one.title for one in seen},
        "zones": {one.id: one.zone for one in seen},
        "lines": [_line(one, seen[0].zone if seen else "UTC", request) for one in found],
        "may_verify": caller.connections is None,
        "first": FIRST,
    }


def _line(entry: dict[str, Any], zone: str, request: Request) -> dict[str, Any]:
    """Return what the page shows of an entry before its script runs, by the clock of the first number."""
    who = say(language_of(request), "audit.machine") if entry["actor"] == "machine" else entry["actor"]
    at = format_datetime(entry["at"], "medium", tzinfo=ZoneInfo(zone), locale=locale_of(request))
    return {"at": entry["at"].isoformat(), "when": at, "who": entry["actor_name"] or who}


def _everybody(db: Db) -> dict[str, str]:
    """Return the names of accounts and keys; who sees some numbers only is told those that stand in their entries."""
    people = {f"account:{one.id}": one.name for one in accounts.listed(db)}
    return people | {f"key:{one.id}": one.name for one in keys.listed(db)}
