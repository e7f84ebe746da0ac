"""The live page: how things are at first sight, and the feed as it is at this moment; its script goes on from there."""

from __future__ import annotations

import asyncio
import json
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import psycopg
from babel.dates import format_time
from psycopg_pool import PoolTimeout
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from engine import connections, overview
from engine.access import Caller
from engine.live import find
from engine.web import pages, phone, sentence
from engine.web.access import visit_of
from engine.web.site import Site, site_of
from engine.web.words import catalogue, language_of, locale_of
from sql.parameters import as_json

FIRST = 40
"""Lines that stand on the page from the start."""

LOOK_SECONDS = 3.0


async def show(request: Request) -> Response:
    """Show reactions as they come; while the database is away, that it is."""
    site, visit = site_of(request), visit_of(request)
    has_phone = await phone.answers(request)
    values: dict[str, Any] = {"now": None, "lines": [], "place": "", "zones": {}, "may_undo": False}
    if visit and visit.caller.may("items:read"):
        try:
            async with asyncio.timeout(LOOK_SECONDS):
                values |= await _found(site, visit.caller, request)
        except (psycopg.Error, PoolTimeout, TimeoutError):
            pass  # the page says so, and its script tries again
        values["may_undo"] = visit.caller.may("items:write")
    return pages.page(
        request, "live.html", page="live", has_phone=has_phone, demo_port=site.settings.demo_port, **values
    )


async def _found(site: Site, caller: Caller, request: Request) -> dict[str, Any]:
    now, zones = await run_in_threadpool(_look, site, caller, language_of(request))
    place = await find(site.pool, None, last=FIRST, connections=caller.visible)
    rows = [json.loads(entry.data) for entry in reversed(place.missed)]
    return {
        "now": now,
        "lines": [_line(row, zones, request) for row in rows],
        "place": str(place.cursor),
        "zones": zones,
    }


def _look(site: Site, caller: Caller, language: str) -> tuple[dict[str, Any], dict[int, str]]:
    with site.lines.connection() as db:
        zones = {one.id: one.zone for one in connections.overview(db) if caller.sees(one.id)}
        told = sentence.told(overview.look(db, caller), language)
    # As the API shows it: the script takes either.
    return json.loads(as_json(told)), zones


def _line(told: dict[str, Any], zones: dict[int, str], request: Request) -> dict[str, Any]:
    """Return a row of the feed with what the page shows of it before its script runs; the clock is the number's."""
    zone = ZoneInfo(zones.get(told["connection"], "UTC"))
    clock = format_time(datetime.fromisoformat(told["at"]), "medium", tzinfo=zone, locale=locale_of(request))
    return {"told": told, "clock": clock, "result": _result(told, language_of(request))}


def _result(told: dict[str, Any], language: str) -> str:
    """Return what came of a reaction, in the words that the answers have for it."""
    items, words = told.get("items") or [], catalogue(language)
    if told.get("review"):
        return str(words["words"]["outcome.review"])
    if items and len({(one["kind"], one["how"]) for one in items}) == 1:
        how = words["kinds"][items[0]["kind"]].get(items[0]["how"])
        if how:
            one, many = how
            return str(one if len(items) == 1 else many.format(n=len(items)))
    known: str = words["words"].get("outcome." + str(told.get("outcome")), str(told.get("outcome")))
    return known.format(emoji=told.get("emoji") or "")
