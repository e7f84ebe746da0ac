"""Who is who: list people, say that two are one or one is two, and where they are at home."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

import psycopg
from fastapi import APIRouter, Query, Request, Response
from pydantic import Field

from engine import directory, people
from engine.access import Caller
from engine.directory import Person
from engine.web.access import Refused
from engine.web.api import shapes
from engine.web.api.answers import answer, page, place_of
from engine.web.api.asked import Asked, BigInt, Db, OfNumber, PeopleRead, PeopleWrite, Text, number, visible, written
from engine.web.api.declared import may_refuse
from engine.web.api.homes import Language, Region, Zone
from engine.web.api.patches import LEFT_ALONE
from engine.web.api.said import Body

router = APIRouter(prefix="/api/people", tags=["people"])


class PeopleAsked(Asked):
    """What may follow the `?` of a list of people."""

    find: Annotated[Text | None, Field(description="Only those whose name or address has this in it.")] = None


class Two(Body):
    """Two addresses that are one person's."""

    one: Text
    other: Text


class Apart(Body):
    """An address that is somebody else's."""

    address: Text


class Preferred(Body):
    """What is set for a person; null forgets it."""

    address: Annotated[Text, Field(description="Any of their addresses, or a name that only one has.")]
    name: Annotated[str, Field(max_length=200, pattern=r"^[^\x00]*$", description="Empty forgets it.")] = LEFT_ALONE
    zone: Zone = LEFT_ALONE
    language: Language = LEFT_ALONE
    region: Region = LEFT_ALONE
    forget: Annotated[bool, Field(description="First forget zone, language and country.")] = False


@router.get("", response_model=shapes.People, summary="List people")
def list_people(request: Request, caller: PeopleRead, db: Db, asked: Annotated[PeopleAsked, Query()]) -> Response:
    """List who was heard, the owner first; phone numbers in full."""
    seen = visible(caller, asked.connection)
    there = [
        one
        for one in directory.all_people(db, asked.connection)
        if (seen is None or one.connection_id in seen) and has(asked.find, one.title, one.addresses)
    ]
    start = place_of(asked.cursor, BigInt) or 0
    rows = list(enumerate(there, 1))[start : start + asked.limit + 1]
    return page(request, "people", rows, asked.limit, shown=lambda row: asdict(row[1]), place=lambda row: row[0])


@router.post("/merge", response_model=shapes.Joined, summary="Two are one", responses=may_refuse(404, 409))
def merge_people(request: Request, caller: PeopleWrite, db: Db, two: Two, connection: OfNumber = None) -> Response:
    """Say that two addresses are one person; where both reacted to a message, one item remains."""
    of = number(db, caller, connection).id
    both = [_found(db, of, said) for said in (two.one, two.other)]
    again = 0 if both[0][0].addresses == both[1][0].addresses else directory.merge(db, both[0], both[1])
    before = [asdict(one) for one, _ in both]
    return _told(request, db, caller, "person.merge", of, both[0][1], again, before)


@router.post("/split", response_model=shapes.Joined, summary="One is two", responses=may_refuse(404, 409))
def split_person(request: Request, caller: PeopleWrite, db: Db, apart: Apart, connection: OfNumber = None) -> Response:
    """Say that an address is somebody else's than its person's others; it is never put back by evidence."""
    of = number(db, caller, connection).id
    one, address = _found(db, of, apart.address)
    if len(one.addresses) == 1:
        raise Refused(409, "This person has no other address.")
    again = people.split(db, of, address)
    return _told(request, db, caller, "person.split", of, address, again, asdict(one))


@router.post("/preferences", response_model=shapes.Joined, summary="Set a person's home", responses=may_refuse(404))
def prefer(request: Request, caller: PeopleWrite, db: Db, wanted: Preferred, connection: OfNumber = None) -> Response:
    """Set what to call a person and where they are at home; it holds from the next reaction on."""
    of = number(db, caller, connection).id
    one, address = _found(db, of, wanted.address)
    said = {"name": None, "zone": None, "language": None, "region": None} | wanted.model_dump(
        exclude_unset=True, exclude={"address", "forget"}
    )
    directory.set_person(db, one, **said, forget=wanted.forget)
    return _told(request, db, caller, "person.set", of, address, 0, asdict(one))


def _found(db: psycopg.Connection[Any], of: int, said: str) -> tuple[Person, str]:
    return directory.find(directory.all_people(db, of), said, kind="people")


def _told(  # noqa: PLR0917 - what was done
    request: Request, db: psycopg.Connection[Any], caller: Caller, did: str, of: int, address: str, again: int,
    before: object,
) -> Response:  # fmt: skip
    now, _ = _found(db, of, address)
    written(request, db, caller, did, f"person:{now.id}", before=before, after=asdict(now), connection=of)
    return answer(request, {"person": asdict(now), "settled_again": again})


def has(part: str | None, title: str | None, addresses: tuple[str, ...]) -> bool:
    """Tell whether a name or an address has this in it."""
    wanted = (part or "").casefold()
    return any(wanted in name.casefold() for name in (title or "", *addresses))
