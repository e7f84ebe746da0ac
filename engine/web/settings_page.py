"""The pages of settings: numbers, keys, accounts, and what Toque reaches outside; one's own account is next to them."""

from __future__ import annotations

from typing import Any

import psycopg
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from engine import accounts, connections, keys
from engine.access import ALONE, ROLES, SCOPES, SEES_ALL, Caller
from engine.web import integrations, pages, phone
from engine.web.access import Refused, caller_of, demand
from engine.web.site import Site, site_of
from engine.web.words import language_of, say

Db = psycopg.Connection[Any]
Row = tuple[str, str]


def parts_of(caller: Caller) -> list[str]:
    """Return the parts that somebody may open, in their order."""
    open_to = {
        "connections": caller.may("connections:read"),
        "keys": caller.kind != "key" or caller.may("admin"),
        "accounts": caller.may("admin") and caller.connections is None,
        "account": caller.kind != "key",
        "integrations": caller.may("rules:read"),
    }
    return [name for name, is_open in open_to.items() if is_open]


async def show(request: Request) -> Response:
    """Show a part, the numbers first."""
    site, caller, part = site_of(request), await caller_of(request), request.path_params.get("part", "connections")
    if part not in PARTS:
        raise Refused(404, "Settings have no such part.")
    demand(caller, PARTS[part])
    if part not in parts_of(caller):
        raise Refused(403, "This part is for people, and for keys that may and see everything, as over the API.")
    values = await run_in_threadpool(_found, site, caller, part, language_of(request))
    template = "integrations.html" if part == "integrations" else "settings.html"
    return pages.page(
        request, template, page="settings", has_phone=await phone.answers(request), part=part, parts=parts_of(caller),
        **values,
    )  # fmt: skip


PARTS = {"connections": "connections:read", "keys": "items:read", "accounts": "admin", "integrations": "rules:read"}
"""The parts that this page shows, with the scope that each needs."""


def _found(site: Site, caller: Caller, part: str, language: str) -> dict[str, Any]:
    """Return what a part is laid out with; its script fetches what changes by itself."""
    with site.lines.connection() as db:
        if part == "integrations":
            return {"told": integrations.told(db, site.settings, caller)}
        numbers = [{"id": one.id, "title": one.title} for one in connections.overview(db) if caller.sees(one.id)]
        rows = {"connections": _numbers, "keys": _keys, "accounts": _accounts}[part](db, caller, language)
    public = (site.settings.public_url or "") if caller.may("connections:write") else ""
    first = {
        "numbers": numbers, "admin": caller.may("admin"), "me": caller.account_id,
        "may_write": caller.may("connections:write") and caller.connections is None,
        "scopes": [one for one in SCOPES if caller.may(one) and one != ALONE],
        "roles": [one for one in ROLES if one != "owner" or caller.role == "owner"], "see_all": sorted(SEES_ALL),
        "public_url": public, "machine": caller.kind == "machine",
    }  # fmt: skip
    return {"first": first, "rows": rows}


def _numbers(db: Db, caller: Caller, language: str) -> list[Row]:
    there = [one for one in connections.overview(db) if caller.sees(one.id)]
    return [(one.title, say(language, f"line.{one.line_state if one.enabled else 'paused'}")) for one in there]


def _keys(db: Db, caller: Caller, language: str) -> list[Row]:
    there = keys.listed(db, account_id=None if caller.may("admin") else caller.account_id)
    return [(one.name, say(language, f"keys.is.{one.state.split()[-1]}")) for one in there]


def _accounts(db: Db, _caller: Caller, language: str) -> list[Row]:
    return [(one.name, say(language, f"role.{one.role}")) for one in accounts.listed(db)]
