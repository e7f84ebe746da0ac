"""The page of rules: what each does in a sentence, and where one is written, tried and given free."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from engine import clock, connections, rules_by_hand
from engine.access import Caller
from engine.web import pages, phone
from engine.web.access import caller_of
from engine.web.rule_words import shown
from engine.web.site import Site, site_of
from engine.web.words import language_of
from sql.parameters import as_json

FIRST = 40
"""Rules that stand on the page from the start; its script fetches the others."""

LATELY = timedelta(days=30)
"""How far back it is counted how often a rule acted."""


async def show(request: Request) -> Response:
    """Show every rule of the numbers that one sees; `?rule=` and `?new=` open the editor, which is the script's."""
    site, caller = site_of(request), await caller_of(request)
    first = await run_in_threadpool(_first, site, caller, language_of(request))
    return pages.page(
        request, "rules.html", page="rules", has_phone=await phone.answers(request),
        first=first | {"may_write": caller.may("rules:write")},
        editing=not {"rule", "new"}.isdisjoint(request.query_params),
    )  # fmt: skip


def _first(site: Site, caller: Caller, language: str) -> dict[str, Any]:
    with site.lines.connection() as db:
        numbers = [one for one in connections.overview(db) if caller.sees(one.id)]
        there = rules_by_hand.kept_by(db, caller.visible)
        acted = rules_by_hand.acted(db, [one.id for one in numbers], clock.now() - LATELY)
    # As the API shows them, but that a line of the list needs no more of a rule than its emoji.
    rows = [shown(number, rule, language) for number, rule in there[:FIRST]]
    first = [one | {"rule": {"when": one["rule"]["when"]}} for one in rows]
    told: list[dict[str, Any]] = json.loads(as_json(first))
    times = [{"connection_id": of, "id": rule, "times": n} for (of, rule), n in acted.items()]
    titles = [{"id": one.id, "title": one.title} for one in numbers]
    given_none = not numbers and caller.visible is not None
    return {"rules": told, "whole": len(there) <= FIRST, "acted": times, "numbers": titles, "given_none": given_none}
