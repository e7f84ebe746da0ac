"""Who is who: list people, say that two are one or one is two, and where they are at home."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Annotated, Any

import psycopg
from fastapi import APIRouter, Query, Request, Response
from pydantic import Field

from engine import connections, directory, people
from engine.access import Caller
from engine.directory import Person
from engine.locale import Preferences
from engine.people import Touched
from engine.web.access import Refused
from engine.web.api.answers import answer, page, place_of
from engine.web.api.asked import Asked, BigInt, Db, OfNumber, PeopleRead, PeopleWrite, Text, number, visible, written
from engine.web.api.declared import may_refuse
from engine.web.api.homes import Language, Region, Zone
from engine.web.api.patches import LEFT_ALONE
from engine.web.api.said import Body
from engine.web.api.shapes import people as shapes

router = APIRouter(prefix="/api/people", tags=["people"])

Homes = Mapping[int, Preferences]
"""Where numbers are at home, by their ids."""

_NOTHING = Touched(0, 0)


DryRun = Annotated[bool, Field(description="Only say whom it would make, and what it would touch.")]


class PeopleAsked(Asked):
    """What may follow the `?` of a list of people."""

    find: Annotated[Text | None, Field(description="Only those whose name or address has this in it.")] = None


class Two(Body):
    """Two addresses that are one person's."""

    one: Text
    other: Text
    dry_run: DryRun = False


class Apart(Body):
    """An address that is somebody else's; several are of one somebody else."""

    address: Text
    others: Annotated[
        list[Text], Field(default_factory=list, max_length=20, description="Further addresses of that somebody else.")
    ]
    dry_run: DryRun = False


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
    homes = homes_of(db)
    return page(
        request, "people", rows, asked.limit, shown=lambda row: as_shown(row[1], homes), place=lambda row: row[0]
    )


@router.post("/merge", response_model=shapes.Joined, summary="Two are one", responses=may_refuse(404, 409))
def merge_people(request: Request, caller: PeopleWrite, db: Db, two: Two, connection: OfNumber = None) -> Response:
    """Say that two addresses are one person; where both reacted to a message, one item remains."""
    of = number(db, caller, connection).id
    both = [_found(db, of, said) for said in (two.one, two.other)]
    same = both[0][0].addresses == both[1][0].addresses
    touched = _NOTHING if same else people.both_reacted(db, of, both[0][0].addresses, both[1][0].addresses)
    if two.dry_run:
        whom = both[0][0] if same else directory.joined(both[0][0], both[1][0])
        return answer(request, _joined(whom, homes_of(db), 0, touched, dry_run=True))
    again = 0 if same else directory.merge(db, both[0], both[1])
    before = [asdict(one) for one, _ in both]
    return _told(request, db, caller, "person.merge", of, both[0][1], again, before, touched)


@router.post("/split", response_model=shapes.Joined, summary="One is two", responses=may_refuse(404, 409))
def split_person(request: Request, caller: PeopleWrite, db: Db, apart: Apart, connection: OfNumber = None) -> Response:
    """Say that an address is somebody else's than its person's others; it is never put back by evidence."""
    of = number(db, caller, connection).id
    found = [_found(db, of, said) for said in (apart.address, *apart.others)]
    one, address = found[0]
    if any(other != one for other, _ in found):
        raise Refused(409, "These addresses are of several people already.")
    gone = list(dict.fromkeys(address for _, address in found))
    left = [each for each in one.addresses if each not in gone]
    if not left:
        raise Refused(409, "This person has no other address.")
    touched = people.both_reacted(db, of, gone, left)
    if apart.dry_run:
        somebody = Person(of, None, None, tuple(sorted(gone)))
        return answer(request, _joined(somebody, homes_of(db), 0, touched, dry_run=True))
    again = directory.split(db, one, gone)
    return _told(request, db, caller, "person.split", of, address, again, asdict(one), touched)


@router.post("/preferences", response_model=shapes.Joined, summary="Set a person's home", responses=may_refuse(404))
def prefer(request: Request, caller: PeopleWrite, db: Db, wanted: Preferred, connection: OfNumber = None) -> Response:
    """Set what to call a person and where they are at home; it holds from the next reaction on."""
    of = number(db, caller, connection).id
    one, address = _found(db, of, wanted.address)
    said = {"name": None, "zone": None, "language": None, "region": None} | wanted.model_dump(
        exclude_unset=True, exclude={"address", "forget"}
    )
    directory.set_person(db, one, **said, forget=wanted.forget)
    return _told(request, db, caller, "person.set", of, address, 0, asdict(one), _NOTHING)


def _found(db: psycopg.Connection[Any], of: int, said: str) -> tuple[Person, str]:
    return directory.find(directory.all_people(db, of), said, kind="people")


def _told(  # noqa: PLR0917 - what was done
    request: Request, db: psycopg.Connection[Any], caller: Caller, did: str, of: int, address: str, again: int,
    before: object, touched: Touched,
) -> Response:  # fmt: skip
    now, _ = _found(db, of, address)
    written(request, db, caller, did, f"person:{now.id}", before=before, after=asdict(now), connection=of)
    return answer(request, _joined(now, homes_of(db), again, touched))


def _joined(one: Person, homes: Homes, again: int, touched: Touched, *, dry_run: bool = False) -> dict[str, Any]:
    told = {"person": as_shown(one, homes), "settled_again": again, "dry_run": dry_run}
    return told | {"messages": touched.messages, "items": touched.items}


def homes_of(db: psycopg.Connection[Any]) -> Homes:
    """Return where each number is at home."""
    return {one.id: Preferences(one.zone, one.region, one.language) for one in connections.overview(db)}


def as_shown(one: Person, homes: Homes) -> dict[str, Any]:
    """Return somebody as programs are shown them, with where they are taken to be at home."""
    home = directory.home_of(one, homes.get(one.connection_id, Preferences()))
    return asdict(one) | {"effective": {"zone": home.zone, "language": home.language, "region": home.region}}


def has(part: str | None, title: str | None, addresses: tuple[str, ...]) -> bool:
    """Tell whether a name or an address has this in it."""
    wanted = (part or "").casefold()
    return any(wanted in name.casefold() for name in (title or "", *addresses))
