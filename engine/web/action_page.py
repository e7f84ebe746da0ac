"""Why something is as it is, at an address of its own: the message, what was read from it, and what each rule said."""

from __future__ import annotations

import json
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from engine import actions
from engine.access import Caller
from engine.actions import NoSuchAction
from engine.web import pages, phone
from engine.web.access import caller_of
from engine.web.api.actions import as_shown
from engine.web.api.asked import LARGEST
from engine.web.site import Site, site_of
from engine.web.words import language_of
from sql.parameters import as_json


async def show(request: Request) -> Response:
    """Show one action with its explanation; where it is not kept any more, that."""
    site, caller = site_of(request), await caller_of(request)
    found = await run_in_threadpool(_found, site, caller, request.path_params["id"], language_of(request))
    answer = pages.page(
        request, "action.html", page="action", has_phone=await phone.answers(request), action=found,
        may_undo=caller.may("items:write"),
    )  # fmt: skip
    if found is None and answer.status_code == 200:  # noqa: PLR2004 - what a page answers that is there
        answer.status_code = 404
    return answer


async def of_item(request: Request) -> Response:
    """Lead to the action that last did something to an item."""
    site, caller = site_of(request), await caller_of(request)
    action = await run_in_threadpool(_of_item, site, caller, request.path_params["id"])
    return RedirectResponse(f"/actions/{action}", 303, headers={"Cache-Control": "no-store"})


def _found(site: Site, caller: Caller, id_: int, language: str) -> dict[str, Any] | None:
    if id_ > LARGEST:
        return None
    try:
        with site.lines.connection() as db:
            told = as_shown(actions.one(db, id_, caller.visible), language)
    except NoSuchAction:
        return None
    found: dict[str, Any] = json.loads(as_json(told))
    return found


def _of_item(site: Site, caller: Caller, item: int) -> int:
    """Return its number; 0, which no action has, where there is none that may be seen."""
    if item > LARGEST:
        return 0
    try:
        with site.lines.connection() as db:
            found = actions.of_item(db, item)
    except NoSuchAction:
        return 0
    return found.id if caller.sees(found.connection_id) else 0
