"""What a handler is given: who asks, a line to the database, and what may stand in an address or a header."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

import psycopg
from fastapi import Depends, Header, Path, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.requests import Request

from engine import connections
from engine.access import Caller
from engine.connections import Overview
from engine.web.access import Refused, let_in, needs, require_connection
from engine.web.api.chosen import Fields
from engine.web.site import site_of
from engine.web.words import language_of
from executors.fields import Day

LARGEST = 2**53 - 1
"""The largest number of a thing that every reader of JSON knows exactly (RFC 7493)."""


def _line(request: Request) -> Iterator[psycopg.Connection[Any]]:
    with site_of(request).lines.connection() as db:
        yield db


Db = Annotated[psycopg.Connection[Any], Depends(_line, scope="function")]
"""One transaction, committed before the answer goes out; handlers that take it run in a thread."""

Language = Annotated[str, Depends(language_of)]

RulesRead = Annotated[Caller, Depends(needs("rules:read"))]
RulesWrite = Annotated[Caller, Depends(needs("rules:write"))]
ItemsRead = Annotated[Caller, Depends(needs("items:read"))]
ItemsWrite = Annotated[Caller, Depends(needs("items:write"))]
QueueRead = Annotated[Caller, Depends(needs("queue:read"))]
QueueWrite = Annotated[Caller, Depends(needs("queue:write"))]
PeopleRead = Annotated[Caller, Depends(needs("people:read"))]
PeopleWrite = Annotated[Caller, Depends(needs("people:write"))]
ConnectionsRead = Annotated[Caller, Depends(needs("connections:read"))]
ConnectionsWrite = Annotated[Caller, Depends(needs("connections:write"))]
AuditRead = Annotated[Caller, Depends(needs("audit:read"))]
Admin = Annotated[Caller, Depends(needs("admin"))]
LetIn = Annotated[Caller, Depends(let_in)]
AnalyticsRead = Annotated[Caller, Depends(needs("analytics:read"))]

Id = Annotated[int, Path(ge=1, le=LARGEST, description="Its number.")]
BigInt = Annotated[int, Field(ge=0, le=LARGEST)]
ConnectionId = Annotated[int, Field(ge=1, le=2**31 - 1, description="Of this number only.")]
Text = Annotated[str, Field(max_length=200, pattern=r"^[^\x00]+$")]
OPAQUE = {"format": "cursor"}
"""What is taken as an answer gave it, and is not made up."""
Cursor = Annotated[
    str, Field(max_length=500, description="The `next_cursor` of the page before.", json_schema_extra=OPAQUE)
]
Limit = Annotated[int, Field(ge=1, le=500, description="At most so many.")]
Kind = Literal["task", "event", "bill", "note"]
Status = Literal["open", "done", "cancelled"]

IfMatch = Annotated[
    str | None, Header(alias="If-Match", max_length=200, description="The ETag of what you are about to change.")
]
OfNumber = Annotated[
    int | None,
    Query(alias="connection", ge=1, le=2**31 - 1, description="Of this number; needed where there are several."),
]


class Asked(BaseModel):
    """What may follow the `?` of a list."""

    model_config = ConfigDict(extra="forbid")

    connection: ConnectionId | None = None
    limit: Limit = 50
    cursor: Cursor | None = None
    fields: Fields | None = None


class ItemsMeant(BaseModel):
    """Which items are meant; what is left out lets all through."""

    model_config = ConfigDict(extra="forbid")

    connection: ConnectionId | None = None
    message_id: Text | None = None
    kind: Kind | None = None
    status: Status | None = None
    chat: Annotated[Text | None, Field(description="The address of a chat.")] = None
    rule: Annotated[Text | None, Field(description="The rule that made it.")] = None
    tag: Text | None = None
    due_from: Annotated[Day | None, Field(description="Due on this day or later.")] = None
    due_to: Annotated[Day | None, Field(description="Due on this day or earlier.")] = None


class ItemsSaid(ItemsMeant):
    """Which items are meant, in a body: a text that looks like a number is none."""

    model_config = ConfigDict(strict=True)


def visible(caller: Caller, connection: int | None) -> list[int] | None:
    """Return the connections whose things are shown: the one asked for, else all that the caller sees."""
    if connection is None:
        return caller.visible
    require_connection(caller, connection)
    return [connection]


def number(db: psycopg.Connection[Any], caller: Caller, connection: int | None) -> Overview:
    """Return the number that was named, or the only one that the caller sees."""
    if connection is not None:
        require_connection(caller, connection)
        found = connections.overview(db, connection)
        if not found:
            raise Refused(404, f"There is no connection {connection}.")
        return found[0]
    there = [one for one in connections.overview(db) if caller.sees(one.id)]
    if len(there) == 1:
        return there[0]
    ids = ", ".join(f"{one.id} ({one.title})" for one in there[:10])
    says = f"There are several numbers: say which with ?connection=. There are: {ids}"
    raise Refused(400, says if there else "No number is connected yet, and rules belong to one.")


def written(
    request: Request, db: psycopg.Connection[Any], caller: Caller, did: str, subject: str, *, before: object = None,
    after: object = None, connection: int | None = None,
) -> None:  # fmt: skip
    """Write down who changed what, in the transaction that does it: every write of the API comes by here, last."""
    site_of(request).audit.record(db, caller, did, subject, before, after, connection=connection)
