"""The accounts: list them, invite somebody, change what they may and see, disable."""

from __future__ import annotations

from dataclasses import asdict
from datetime import timedelta
from typing import Annotated, Any

import psycopg
from fastapi import APIRouter, Path, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from engine import accounts, connections
from engine.access import SEES_ALL, Caller, Role
from engine.accounts import Account
from engine.web.access import Refused
from engine.web.api.answers import answer, check_match, insist, page, place_of, tag_of
from engine.web.api.asked import Admin, BigInt, Cursor, Db, IfMatch, Limit
from engine.web.api.declared import WRITES, may_refuse
from engine.web.api.me import NO_STORE
from engine.web.api.patches import LEFT_ALONE
from engine.web.api.said import Body
from engine.web.api.shapes import accounts as shapes
from engine.web.site import site_of

router = APIRouter(prefix="/api/accounts", tags=["accounts"])

Name = Annotated[str, Path(max_length=64, pattern=r"^[A-Za-z0-9][A-Za-z0-9._@-]*$", description="Its name.")]
Numbers = Annotated[
    list[Annotated[int, Field(ge=1, le=2**31 - 1)]],
    Field(max_length=1000, description="The numbers that it sees; owners and admins see all."),
]


class Paged(BaseModel):
    """What may follow the `?` of the list of accounts."""

    model_config = ConfigDict(extra="forbid")

    limit: Limit = 50
    cursor: Cursor | None = None


class Invited(Body):
    """Whom a link is for."""

    role: Role
    connections: Annotated[Numbers, Field(default_factory=list)]
    days: Annotated[int, Field(ge=1, le=90, description="How long the link works.")] = 7


class AccountPatch(Body):
    """What may be changed in an account; what is not sent stays."""

    role: Role = LEFT_ALONE
    connections: Numbers = LEFT_ALONE


@router.get("", response_model=shapes.Accounts, summary="List accounts")
def list_accounts(request: Request, caller: Admin, db: Db, asked: Annotated[Paged, Query()]) -> Response:
    """List the accounts, the oldest first; never anything of their passwords."""
    _require_all(caller)
    start = place_of(asked.cursor, BigInt) or 0
    rows = list(enumerate(accounts.listed(db), 1))[start : start + asked.limit + 1]
    return page(request, "accounts", rows, asked.limit, shown=lambda row: _shown(row[1]), place=lambda row: row[0])


@router.get("/{name}", response_model=shapes.Account, summary="Read one account", responses=may_refuse(404))
def read_account(request: Request, caller: Admin, db: Db, name: Name) -> Response:
    """Show one account."""
    _require_all(caller)
    return _answer(request, accounts.one(db, name))


@router.post("/invite", status_code=201, response_model=shapes.Invited, summary="Invite somebody")
def invite(request: Request, caller: Admin, db: Db, wanted: Invited) -> Response:
    """Make a link that makes one account, once: whoever opens it chooses a name and a password. Shown only now."""
    seen = _numbers(db, wanted.role, wanted.connections)
    site = site_of(request)
    secret = accounts.invite(db, site.audit, caller, wanted.role, seen, valid=timedelta(days=wanted.days))
    here = site.settings.public_url or str(request.base_url)
    told = {"url": f"{here.rstrip('/')}/setup/{secret}", "role": wanted.role, "connections": seen, "days": wanted.days}
    return answer(request, told, status=201, headers=NO_STORE)


@router.patch(
    "/{name}", response_model=shapes.Account, summary="Change an account", responses=may_refuse(404, 409, *WRITES)
)
def change_account(  # noqa: PLR0917 - what FastAPI gives
    request: Request, caller: Admin, db: Db, name: Name, wanted: AccountPatch, if_match: IfMatch = None
) -> Response:
    """Give an account another role or other numbers to see; its streams end, and begin anew with what it may now."""
    was = _held(db, caller, name)
    insist(if_match, _tag(was), _shown(was))
    said = wanted.model_dump(exclude_unset=True)
    role, seen = said.get("role", was.role), said.get("connections")
    seen = None if seen is None else _numbers(db, role, seen)
    return _answer(request, accounts.set_role(db, site_of(request).audit, caller, was, role=role, connections=seen))


@router.post(
    "/{name}/disable", response_model=shapes.Account, summary="Disable an account", responses=may_refuse(404, 409, 412)
)
def disable_account(request: Request, caller: Admin, db: Db, name: Name, if_match: IfMatch = None) -> Response:
    """Lock an account: its logins and streams end at once, its keys stop. Nothing of it is deleted."""
    return _switch(request, db, caller, name, if_match, enabled=False)


@router.post(
    "/{name}/enable", response_model=shapes.Account, summary="Enable an account", responses=may_refuse(404, 412)
)
def enable_account(request: Request, caller: Admin, db: Db, name: Name, if_match: IfMatch = None) -> Response:
    """Let a disabled account in again."""
    return _switch(request, db, caller, name, if_match, enabled=True)


def _switch(
    request: Request, db: psycopg.Connection[Any], caller: Caller, name: str, if_match: str | None, *, enabled: bool
) -> Response:
    was = _held(db, caller, name)
    check_match(if_match, _tag(was), _shown(was))
    accounts.switch(db, site_of(request).audit, caller, was, enabled=enabled)
    return _answer(request, accounts.one(db, name))


def _held(db: psycopg.Connection[Any], caller: Caller, name: str) -> Account:
    """Return an account that is to be changed, locked against others' changes."""
    _require_all(caller)
    accounts.lock(db, name)
    return accounts.one(db, name)


def _require_all(caller: Caller) -> None:
    """Refuse whoever sees only some numbers: accounts are not of a number."""
    if caller.connections is not None:
        raise accounts.Limited("A key that is limited to some numbers looks after no accounts.")


def _numbers(db: psycopg.Connection[Any], role: Role, said: list[int]) -> list[int]:
    """Return the numbers that an account is to see; raises `Refused` for one that there is not."""
    if said and role in SEES_ALL:
        detail = f"an {role} sees every number: leave it out"
        raise Refused(422, "Not understood: connections.", errors=[{"pointer": "/connections", "detail": detail}])
    there = {one.id for one in connections.overview(db)}
    errors = [
        {"pointer": f"/connections/{place}", "detail": f"there is no connection {one}"}
        for place, one in enumerate(said)
        if one not in there
    ]
    if errors:
        raise Refused(422, "Not understood: connections.", errors=errors)
    return sorted(set(said))


def _shown(one: Account) -> dict[str, Any]:
    return asdict(one) | {"connections": None if one.role in SEES_ALL else one.connections, "state": one.state}


def _tag(one: Account) -> str:
    """Return the tag of what is set; that somebody comes by meanwhile does not stand in the way of a change."""
    return tag_of({name: value for name, value in _shown(one).items() if name not in {"seen_at", "keys"}})


def _answer(request: Request, one: Account) -> Response:
    return answer(request, _shown(one), tag=_tag(one))
