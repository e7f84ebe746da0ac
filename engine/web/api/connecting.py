"""Connect a number over the API: look at its gateway, connect it, hear the first event, test it, remove it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from datetime import UTC, datetime
from functools import partial
from typing import Annotated, Any, Literal

import psycopg
from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import Field

from engine import checkup, connect, connections, reach
from engine.access import Caller
from engine.checkup import NoGateway
from engine.connect import SETUPS, Asked, Heard, Since
from engine.connections import Overview
from engine.gateways.setup import Examined, Finding
from engine.vault import open_vault
from engine.web.access import Refused
from engine.web.api.answers import answer, cursor, insist, place_of
from engine.web.api.asked import OPAQUE, ConnectionsRead, ConnectionsWrite, IfMatch, number
from engine.web.api.connections import ConnectionId, tag
from engine.web.api.declared import WRITES, may_refuse
from engine.web.api.homes import Language, Region, Zone
from engine.web.api.said import Body
from engine.web.api.shapes import connections as shapes
from engine.web.site import Site, site_of
from executors.destinations import NotNow, Permanent
from executors.fields import Line

router = APIRouter(prefix="/api/connections", tags=["connections"])

_AT_ONCE = threading.BoundedSemaphore(2)
"""A gateway may take its time, and each of these holds a line to the database: the others' handlers need some too."""
_MOMENT = tuple[datetime, str, str | None]
_POINTS = {"key": "/api_key", "instance": "/instance", "gateway": "/url"}

_LABEL = "[A-Za-z0-9_-]{1,63}"
Url = Annotated[
    str,
    Field(max_length=500, pattern=rf"^https?://({_LABEL}(\.{_LABEL})*|\[[0-9A-Fa-f:.]+\])(:[0-9]{{1,5}})?(/[!-~]*)?$"),
]
Key = Annotated[str, Field(min_length=1, max_length=500, json_schema_extra={"writeOnly": True})]


class Gateway(Body):
    """Which instance of which gateway."""

    gateway: Literal["evolution"] = "evolution"
    url: Annotated[Url, Field(description="Where the gateway's API answers, `http://localhost:8085`.")]
    instance: Annotated[Line, Field(description="Name of the instance at the gateway.")]
    api_key: Annotated[Key, Field(description="The gateway's key or the instance's token; never told again.")]
    public_url: Annotated[
        Url | None,
        Field(description="Where the gateway reaches this Toque; else TOQUE_PUBLIC_URL, or this machine."),
    ] = None


class NewConnection(Gateway):
    """What is to be connected, and how it is to work; what is left out is found by the phone number."""

    name: Annotated[Line | None, Field(description="What you call it; else it goes by its instance.")] = None
    topology: Annotated[
        Literal["own_number", "bot_number"] | None,
        Field(description="`own_number` (new ones are): answers in your own chat. `bot_number`: one of Toque's own."),
    ] = None
    zone: Zone | None = None
    region: Region | None = None
    language: Language | None = None


class Tested(Body):
    """How far to test."""

    send: Annotated[bool, Field(description="Also send a greeting to the number's own chat.")] = False


@contextmanager
def at_work(request: Request) -> Iterator[tuple[Site, psycopg.Connection[Any]]]:
    """Give a line on which each statement is committed by itself: a gateway is told only of what is stored."""
    site = site_of(request)
    if not _AT_ONCE.acquire(blocking=False):
        raise Refused(503, "Other gateways are being looked at. Try again in a few seconds.", {"Retry-After": "5"})
    try:
        with site.lines.connection() as db:
            db.autocommit = True
            try:
                yield site, db
            finally:
                db.autocommit = False
    finally:
        _AT_ONCE.release()


def _whole(caller: ConnectionsWrite) -> Caller:
    """Return the caller, who sees all numbers: it could not see one that it connects."""
    if caller.connections is not None:
        raise Refused(403, "A key that is limited to some numbers connects no others.")
    return caller


_whole.scope = "connections:write"  # type: ignore[attr-defined] # read by whoever writes the table of addresses
Connecting = Annotated[Caller, Depends(_whole)]


@router.post("/look", response_model=shapes.Looked, summary="Look at a gateway")
def look_at_gateway(request: Request, caller: Connecting, wanted: Gateway) -> Response:
    """Look at a gateway and one of its instances before it is connected; nothing is stored, nothing changed."""
    _ = caller
    asked = _asked(site_of(request), wanted)
    with at_work(request):
        seen = _examined(asked)
    body = {
        "usable": seen.usable, "findings": _told(seen.findings), "owner": seen.owner, "line": seen.line,
        "public_url": asked.public_url,
    }  # fmt: skip
    return answer(request, body)


@router.post(
    "", status_code=201, response_model=shapes.Connected, summary="Connect a number",
    responses={**may_refuse(409), 200: {"model": shapes.Connected, "description": "It was there, and is repaired."}},
)  # fmt: skip
def connect_number(request: Request, caller: Connecting, wanted: NewConnection) -> Response:
    """Store a number with the starter rules and set its gateway's webhook; one that is connected already is repaired.

    That takes some seconds. What to ask next is `GET …/{id}/heard` with the answer's `since`: whether the first event
    came.
    """
    asked = _asked(site_of(request), wanted)
    with at_work(request) as (site, db):
        seen = _examined(asked)
        if not seen.usable:
            raise Refused(422, "Nothing was stored: it would not work like this.", errors=_as_errors(seen.findings))
        record = partial(site.audit.record, db, caller)
        try:
            made = connect.connect(db, open_vault(site.settings), site.settings, asked, seen, record=record)
        except (NotNow, Permanent) as fault:
            says = f"The gateway did not take the webhook, so nothing new was stored: {fault}"
            raise Refused(409, says) from fault
        one = number(db, caller, made.connection.id)
    since = cursor([made.since.since.isoformat(), made.since.line_state, made.since.line_reason])
    body = {
        "connection": asdict(one), "repaired": made.repaired, "findings": _told(seen.findings), "since": since,
    }  # fmt: skip
    where = {"Location": f"/api/connections/{one.id}"}
    return answer(request, body, status=200 if made.repaired else 201, headers=where)


@router.get("/{id:int}/heard", response_model=shapes.FirstHeard, summary="Ask what it heard", responses=may_refuse(404))
def heard(
    request: Request,
    caller: ConnectionsRead,
    id: ConnectionId,  # noqa: A002 - its name in the address
    since: Annotated[
        str | None,
        Query(max_length=500, description="The answer's that connected it; else ever.", json_schema_extra=OPAQUE),
    ] = None,
) -> Response:
    """Say whether the first event came since a number was connected, and which; to be asked again until it did."""
    with site_of(request).lines.connection() as db:
        one = number(db, caller, id)
        at = place_of(since, _MOMENT, "since") or (one.created_at, one.line_state, one.line_reason)
        first = connect.first_heard(db, Since(one.id, *at))
    found = _storage(request, one, first) if first else None
    body = {
        "heard": first is not None, "what": first.what if first else None,
        "message_id": first.message_id if first else None, "findings": _told([found] if found else []),
    }  # fmt: skip
    return answer(request, body)


@router.post(
    "/{id:int}/test", response_model=shapes.ConnectionTested, summary="Test a number", responses=may_refuse(404, 409)
)
def test_number(request: Request, caller: ConnectionsWrite, id: ConnectionId, wanted: Tested) -> Response:  # noqa: A002 - as above
    """Look whether a number works: gateway, key, line, webhook and back. Sends nothing unless told to."""
    with at_work(request) as (site, db):
        one = number(db, caller, id)
        gateway = _opened(db, site, one)
        at = f"at {one.last_heard_at.astimezone(UTC):%Y-%m-%d %H:%M} UTC" if one.last_heard_at else ""
        found = [*checkup.findings(db, gateway), *checkup.hearing(one, at)]
        if wanted.send and not checkup.faulty(found):
            record = partial(site.audit.record, db, caller)
            found.append(checkup.greet(db, gateway, record))
    return answer(request, {"ok": not checkup.faulty(found), "findings": _told(found)})


@router.get(
    "/{id:int}/content", response_model=shapes.Content, summary="What would go with it", responses=may_refuse(404)
)
def connection_content(request: Request, caller: ConnectionsRead, id: ConnectionId) -> Response:  # noqa: A002 - as above
    """Count what goes when a number is removed."""
    with site_of(request).lines.connection() as db:
        return answer(request, asdict(connections.content(db, number(db, caller, id).id)))


@router.delete(
    "/{id:int}", response_model=shapes.Removed, summary="Remove a number", responses=may_refuse(404, *WRITES)
)
def remove_connection(
    request: Request,
    caller: ConnectionsWrite,
    id: ConnectionId,  # noqa: A002 - as above
    if_match: IfMatch = None,
) -> Response:
    """Forget a number with all its items, messages and rules, and switch its webhook off. Nothing brings them back."""
    with at_work(request) as (site, db):
        one = number(db, caller, id)
        insist(if_match, tag(one), asdict(one))
        gone = checkup.forget(db, open_vault(site.settings), one, partial(site.audit.record, db, caller))
    return answer(request, {"removed": asdict(gone.content), "findings": _told([gone.webhook])})


def _asked(site: Site, wanted: Gateway) -> Asked:
    public = wanted.public_url or reach.public_url(site.settings, wanted.url)
    if public is None:
        detail = "say where the gateway reaches this Toque, e.g. http://192.168.1.10:8080"
        raise Refused(422, "Not understood: public_url.", errors=[{"pointer": "/public_url", "detail": detail}])
    said = wanted.model_dump(exclude={"url", "public_url"})
    return Asked(base_url=wanted.url.rstrip("/"), public_url=public.rstrip("/"), **said)


def _examined(asked: Asked) -> Examined:
    """Return what there is to see before anything is changed, the way from there to here too."""
    seen = SETUPS[asked.gateway].examine(asked.base_url, asked.api_key, asked.instance)
    if not seen.usable:
        return seen
    return replace(seen, findings=(*seen.findings, reach.look(asked.public_url, asked.base_url)))


def _storage(request: Request, one: Overview, first: Heard) -> Finding | None:
    """Say whether the gateway keeps messages, where the first event tells and there is time to ask."""
    try:
        with at_work(request) as (site, db):
            return connect.message_storage(_opened(db, site, one), first)
    except Refused:
        return None


def _opened(db: psycopg.Connection[Any], site: Site, one: Overview) -> connections.Connection:
    try:
        return checkup.opened(db, open_vault(site.settings), one.id)
    except NoGateway as fault:
        raise Refused(409, str(fault)) from fault


def _as_errors(found: tuple[Finding, ...]) -> list[dict[str, Any]]:
    faults = (each for each in found if each.level == "fault")
    told = ({"pointer": _POINTS.get(each.about, ""), "detail": each.says, "suggestion": each.fix} for each in faults)
    return [{name: value for name, value in each.items() if value is not None} for each in told]


def _told(found: tuple[Finding, ...] | list[Finding]) -> list[dict[str, Any]]:
    return [asdict(each) for each in found]
