"""The chats: list them, and set what a chat is called and where it is at home."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field

from engine import directory
from engine.web.access import Refused
from engine.web.api.answers import answer, page, place_of
from engine.web.api.asked import BigInt, Db, OfNumber, PeopleRead, PeopleWrite, Text, number, visible, written
from engine.web.api.declared import may_refuse
from engine.web.api.homes import Language, Zone
from engine.web.api.patches import LEFT_ALONE
from engine.web.api.people import PeopleAsked, has
from engine.web.api.said import Body
from engine.web.api.shapes import chats as shapes
from executors.fields import Line

router = APIRouter(prefix="/api/chats", tags=["chats"])


class ChatSet(Body):
    """What is set for a chat."""

    address: Annotated[Text, Field(description="Its address, a person's phone number, or a name that only one has.")]
    name: Line = LEFT_ALONE
    zone: Zone = LEFT_ALONE
    language: Language = LEFT_ALONE
    forget: Annotated[bool, Field(description="First forget everything that was set.")] = False


@router.get("", response_model=shapes.Chats, summary="List chats")
def list_chats(request: Request, caller: PeopleRead, db: Db, asked: Annotated[PeopleAsked, Query()]) -> Response:
    """List the chats that were heard or that something is set for, the newest first."""
    seen = visible(caller, asked.connection)
    there = [
        one
        for one in directory.all_chats(db, asked.connection)
        if (seen is None or one.connection_id in seen) and has(asked.find, one.title, one.addresses)
    ]
    start = place_of(asked.cursor, BigInt) or 0
    rows = list(enumerate(there, 1))[start : start + asked.limit + 1]
    return page(request, "chats", rows, asked.limit, shown=lambda row: asdict(row[1]), place=lambda row: row[0])


@router.post("/settings", response_model=shapes.Chat, summary="Set a chat", responses=may_refuse(404))
def set_chat(request: Request, caller: PeopleWrite, db: Db, wanted: ChatSet, connection: OfNumber = None) -> Response:
    """Set name, zone or language of a chat; it holds from the next reaction on."""
    of = number(db, caller, connection).id
    one, address = directory.find(directory.all_chats(db, of), wanted.address, kind="chats")
    said = {"name": None, "zone": None, "language": None} | wanted.model_dump(
        exclude_unset=True, exclude={"address", "forget"}
    )
    directory.set_chat(db, of, address, **said, forget=wanted.forget)
    now = next((chat for chat in directory.all_chats(db, of) if address in chat.addresses), None)
    if now is None:
        raise Refused(404, "Nothing is set for this chat any more, and nothing was heard of it.")
    before, after = asdict(one), asdict(now)
    written(request, db, caller, "chat.set", f"chat:{of}", before=before, after=after, connection=of)
    return answer(request, after)
