"""The page of the queue: what failed and waits for a decision, what waits for its moment, and what is in work."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import timedelta
from typing import Any

import psycopg
from babel.dates import format_timedelta
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from engine import clock, connections, letters, waiting
from engine.access import Caller
from engine.letters import Filter
from engine.waiting import Counts
from engine.web import pages, phone
from engine.web.access import caller_of
from engine.web.api.queue import shown
from engine.web.site import Site, site_of
from engine.web.words import language_of, say
from sql.parameters import as_json

LISTS = ("dead", "waiting", "work", "discarded")
FIRST = 50
"""Lines that stand on the page from the start."""

LATE_SECONDS = 30
"""What is due for longer than this waits for too long."""


async def show(request: Request) -> Response:
    """Show one of the lists, `?list=`; left out, what failed, or what waits where nothing did."""
    site, caller = site_of(request), await caller_of(request)
    found = await run_in_threadpool(_first, site, caller, request.query_params.get("list", ""))
    says = _sentence(found["counts"], language_of(request))
    # As the API shows it: the script takes either.
    told = json.loads(as_json(found | {"counts": asdict(found["counts"]), "may_write": caller.may("queue:write")}))
    return pages.page(
        request, "queue.html", page="queue", has_phone=await phone.answers(request), first=told, sentence=says,
        lists=LISTS,
    )  # fmt: skip


def _first(site: Site, caller: Caller, asked: str) -> dict[str, Any]:
    with site.lines.connection() as db:
        counts = waiting.counts(db, caller.visible)
        list_ = asked if asked in LISTS else "dead" if counts.dead else "waiting"
        rows = _rows(db, caller, list_)
        numbers = [{"id": one.id, "title": one.title} for one in connections.overview(db) if caller.sees(one.id)]
    return {"list": list_, "counts": counts, "rows": rows[:FIRST], "more": len(rows) > FIRST, "numbers": numbers}


def _rows(db: psycopg.Connection[Any], caller: Caller, list_: str) -> list[dict[str, Any]]:
    seen = caller.visible
    match list_:
        case "waiting":
            found: list[Any] = waiting.page(db, seen, FIRST + 1)
        case "work":
            found = waiting.in_work(db, seen)
        case _:
            which = Filter(connections=seen, discarded=list_ == "discarded")
            found = letters.page(db, which, FIRST + 1, before=None, explained=False)
    show_one = shown(db, caller, found)
    return [show_one(one) for one in found]


def _sentence(counts: Counts, language: str) -> dict[str, Any]:
    """Return how the queue is: `words`, whether that is `fine`, and what to type against it."""
    if counts.dead:
        key = "queue.failed.one" if counts.dead == 1 else "queue.failed"
        return {"words": say(language, key, n=counts.dead), "fine": False, "remedy": None}
    lasts = clock.now() - counts.due_since if counts.due_since else timedelta()
    if lasts.total_seconds() > LATE_SECONDS:
        words = say(language, "queue.late", lasts=format_timedelta(lasts, locale=language))
        return {"words": words, "fine": False, "remedy": "toque work"}
    return {"words": say(language, "queue.calm"), "fine": True, "remedy": None}
