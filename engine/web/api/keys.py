"""The API keys: list, make, revoke; admins those of everybody, others their own."""

from __future__ import annotations

from dataclasses import asdict
from datetime import timedelta
from typing import Annotated, Any

import psycopg
from fastapi import APIRouter, Path, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema

from engine import accounts, keys
from engine.access import ALONE, SCOPES, Caller, of_account
from engine.keys import Kept
from engine.web.access import demand
from engine.web.api.answers import answer, page, place_of
from engine.web.api.asked import BigInt, Cursor, Db, LetIn, Limit, Text
from engine.web.api.declared import may_refuse
from engine.web.api.me import NO_STORE
from engine.web.api.said import Body
from engine.web.api.shapes import keys as shapes
from engine.web.site import site_of
from executors.fields import Line

router = APIRouter(prefix="/api/keys", tags=["keys"])

KeyId = Annotated[str, Path(pattern=r"^(tq_)?[a-z0-9]{8}$", description="Its beginning, `tq_k3v9x2ab`.")]


_MANY = {"type": "array", "minItems": 1, "maxItems": 50}
Scopes = Annotated[
    list[str],
    Field(min_length=1, max_length=50),
    WithJsonSchema({"anyOf": [
        _MANY | {"items": {"type": "string", "enum": [scope for scope in SCOPES if scope != ALONE]}},
        _MANY | {"items": {"type": "string", "const": ALONE}},
    ]}),
]  # fmt: skip
"""What there is no scope of is told with what was probably meant; the one of calendars stands alone."""


class KeysAsked(BaseModel):
    """What may follow the `?` of the list of keys."""

    model_config = ConfigDict(extra="forbid")

    find: Annotated[Text | None, Field(description="Those that begin with this, or have it in their name.")] = None
    limit: Limit = 50
    cursor: Cursor | None = None


class NewKey(Body):
    """What a key is to be."""

    name: Annotated[Line, Field(description="What it is for.")]
    scopes: Scopes
    connections: Annotated[
        list[Annotated[int, Field(ge=1, le=2**31 - 1)]] | None,
        Field(max_length=1000, description="Only these numbers; else those of its account, or all."),
    ] = None
    days: Annotated[int | None, Field(ge=1, le=3650, description="When it expires; else never.")] = None
    account: Annotated[Text | None, Field(description="Whose it is, by name; else yours. For admins.")] = None


@router.get("", response_model=shapes.Keys, summary="List API keys")
def list_keys(request: Request, caller: LetIn, db: Db, asked: Annotated[KeysAsked, Query()]) -> Response:
    """List one's own keys, admins everybody's: never their secrets, which nobody knows any more."""
    _require(caller)
    part = asked.find[:11] if asked.find and asked.find.startswith("tq_") else asked.find
    there = keys.listed(db, part=part, account_id=None if caller.may("admin") else caller.account_id)
    start = place_of(asked.cursor, BigInt) or 0
    rows = list(enumerate(there, 1))[start : start + asked.limit + 1]
    return page(request, "keys", rows, asked.limit, shown=lambda row: _shown(row[1]), place=lambda row: row[0])


@router.post("", status_code=201, response_model=shapes.NewKey, summary="Make an API key", responses=may_refuse(404))
def create_key(request: Request, caller: LetIn, db: Db, wanted: NewKey) -> Response:
    """Make a key, and show it: only now, since only a digest is kept. It never may or sees more than its account."""
    _require(caller)
    owner = None
    if wanted.account is not None:
        demand(caller, "admin")
        one = accounts.one(db, wanted.account)
        owner = of_account(one.id, one.name, one.role, one.connections)
    key, made = keys.create(
        db, site_of(request).audit, caller, wanted.name, wanted.scopes, owner=owner, connections=wanted.connections,
        valid=timedelta(days=wanted.days) if wanted.days else None,
    )  # fmt: skip
    return answer(request, _shown(made) | {"key": key.text}, status=201, headers=NO_STORE)


@router.post("/{id}/revoke", response_model=shapes.Key, summary="Revoke an API key", responses=may_refuse(404))
def revoke_key(request: Request, caller: LetIn, db: Db, id: KeyId) -> Response:  # noqa: A002 - its name in the address
    """Stop a key at once, and the streams that it opened."""
    _require(caller)
    keys.revoke(db, site_of(request).audit, caller, id)
    return answer(request, _shown(_one(db, id)))


def _one(db: psycopg.Connection[Any], id_: str) -> Kept:
    (found,) = keys.listed(db, id_=id_.removeprefix("tq_"))
    return found


def _require(caller: Caller) -> None:
    """Let people look after their own keys; a key does so as an admin only: or a found one begets more."""
    if caller.kind == "key":
        demand(caller, "admin")


def _shown(one: Kept) -> dict[str, Any]:
    return asdict(one) | {"prefix": f"tq_{one.id}"}
