"""The connected numbers: list, change, pause, resume."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any, Literal

import psycopg
from fastapi import APIRouter, Path, Request, Response
from pydantic import Field

from engine import connections
from engine.access import Caller
from engine.connections import Overview
from engine.web.access import require_connection
from engine.web.api.answers import answer, check_match, insist, tag_of
from engine.web.api.asked import ConnectionsRead, ConnectionsWrite, Db, IfMatch, number, written
from engine.web.api.declared import WRITES, may_refuse
from engine.web.api.homes import Language, Region, Zone
from engine.web.api.patches import LEFT_ALONE
from engine.web.api.said import Body, Moment
from engine.web.api.shapes import connections as shapes
from executors.fields import Line

router = APIRouter(prefix="/api/connections", tags=["connections"])

ConnectionId = Annotated[int, Path(ge=1, le=2**31 - 1, description="Its number.")]


class ConnectionPatch(Body):
    """What may be changed in a connection."""

    name: Line = LEFT_ALONE
    topology: Literal["own_number", "bot_number"] = LEFT_ALONE
    zone: Zone = LEFT_ALONE
    region: Region = LEFT_ALONE
    language: Language = LEFT_ALONE
    acts_since: Annotated[Moment, Field(description="Reactions from before are left alone.")] = LEFT_ALONE


@router.get("", response_model=shapes.Connections, summary="List the numbers")
def list_connections(request: Request, caller: ConnectionsRead, db: Db) -> Response:
    """List the connected numbers."""
    return answer(request, {"connections": [asdict(one) for one in connections.overview(db) if caller.sees(one.id)]})


@router.get("/{id:int}", response_model=shapes.Connection, summary="Read one number", responses=may_refuse(404))
def read_connection(request: Request, caller: ConnectionsRead, db: Db, id: ConnectionId) -> Response:  # noqa: A002 - its name in the address
    """Show one connected number."""
    one = number(db, caller, id)
    return answer(request, asdict(one), tag=tag(one))


@router.patch(
    "/{id:int}", response_model=shapes.Connection, summary="Change a number", responses=may_refuse(404, *WRITES)
)
def change_connection(  # noqa: PLR0917 - what FastAPI gives
    request: Request,
    caller: ConnectionsWrite,
    db: Db,
    id: ConnectionId,  # noqa: A002 - its name in the address
    wanted: ConnectionPatch,
    if_match: IfMatch = None,
) -> Response:
    """Change what is set for a number; it holds from the next reaction on."""
    was = _held(db, caller, id)
    insist(if_match, tag(was), asdict(was))
    said = wanted.model_dump(exclude_unset=True)
    since = said.pop("acts_since", None)
    connections.change(db, id, **said)
    if since:
        connections.act_since(db, id, since)
    return _after(request, db, caller, "connection.set", was)


@router.post("/{id:int}/pause", response_model=shapes.Connection, summary="Pause", responses=may_refuse(404, 412))
def pause_connection(
    request: Request,
    caller: ConnectionsWrite,
    db: Db,
    id: ConnectionId,  # noqa: A002 - its name in the address
    if_match: IfMatch = None,
) -> Response:
    """Let a number rest: what happens there is kept, and nothing is done or answered until it is resumed."""
    was = _held(db, caller, id)
    check_match(if_match, tag(was), asdict(was))
    connections.switch(db, id, enabled=False)
    return _after(request, db, caller, "connection.pause", was)


@router.post("/{id:int}/resume", response_model=shapes.Connection, summary="Resume", responses=may_refuse(404, 412))
def resume_connection(
    request: Request,
    caller: ConnectionsWrite,
    db: Db,
    id: ConnectionId,  # noqa: A002 - its name in the address
    if_match: IfMatch = None,
) -> Response:
    """Let a number work again; what happened while it was paused is settled at once."""
    was = _held(db, caller, id)
    check_match(if_match, tag(was), asdict(was))
    connections.switch(db, id, enabled=True)
    return _after(request, db, caller, "connection.resume", was)


def tag(one: Overview) -> str:
    """Return the tag of what is set; what is heard meanwhile does not stand in the way of a change."""
    told: dict[str, Any] = asdict(one)
    heard = ("last_heard_at", "line_state", "line_reason", "rules")
    return tag_of({name: value for name, value in told.items() if name not in heard})


def _held(db: psycopg.Connection[Any], caller: Caller, id_: int) -> Overview:
    """Return a number that is to be changed, locked against others' changes."""
    require_connection(caller, id_)
    connections.lock(db, id_)
    return number(db, caller, id_)


def _after(request: Request, db: psycopg.Connection[Any], caller: Caller, did: str, was: Overview) -> Response:
    now = number(db, caller, was.id)
    if tag(now) != tag(was):
        subject, before, after = f"connection:{was.id}", asdict(was), asdict(now)
        written(request, db, caller, did, subject, before=before, after=after, connection=was.id)
    return answer(request, asdict(now), tag=tag(now))
