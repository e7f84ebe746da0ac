"""What is kept of a person: counted, handed over, or forgotten."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

import psycopg
from fastapi import APIRouter, Query, Request, Response
from pydantic import Field

from engine import directory, privacy
from engine.directory import Person
from engine.web.api.answers import answer
from engine.web.api.asked import Admin, Db, OfNumber, Text, number, written
from engine.web.api.declared import may_refuse
from engine.web.api.said import Body
from engine.web.api.shapes import privacy as shapes

router = APIRouter(prefix="/api/privacy", tags=["privacy"])

Whose = Annotated[Text, Query(description="Any of their addresses, or a name that only one has.")]


class Forget(Body):
    """Whom to forget, and how much."""

    person: Annotated[Text, Field(description="Any of their addresses, or a name that only one has.")]
    items_too: Annotated[bool, Field(description="Also the items that others made of what they wrote.")] = False
    dry_run: Annotated[bool, Field(description="Only say how much there is.")] = False


@router.get("", response_model=shapes.Kept, summary="Count what is kept of a person", responses=may_refuse(404))
def count_kept(request: Request, caller: Admin, db: Db, person: Whose, connection: OfNumber = None) -> Response:
    """Say how much there is of somebody, and which rules name them."""
    one = _found(db, number(db, caller, connection).id, person)
    return answer(request, asdict(privacy.kept(db, one)))


@router.get("/export", response_model=dict[str, Any], summary="Hand over what is kept", responses=may_refuse(404))
def export_kept(request: Request, caller: Admin, db: Db, person: Whose, connection: OfNumber = None) -> Response:
    """Return everything that there is of somebody: messages, edits, reactions, items, explanations, groups."""
    one = _found(db, number(db, caller, connection).id, person)
    kept = {"Content-Disposition": 'attachment; filename="person.json"', "Cache-Control": "no-store"}
    return answer(request, privacy.export(db, one), headers=kept)


@router.post("/forget", response_model=shapes.Forgotten, summary="Forget a person", responses=may_refuse(404, 409, 503))
def forget_person(request: Request, caller: Admin, db: Db, wanted: Forget, connection: OfNumber = None) -> Response:
    """Forget what somebody wrote, their reactions with the items of these, their addresses and what was set for them.

    What comes late does not bring them back. It cannot be undone: ask with `dry_run` first.
    """
    of = number(db, caller, connection).id
    one = _found(db, of, wanted.person)
    if wanted.dry_run:
        return answer(request, {"dry_run": True, "kept": asdict(privacy.kept(db, one))})
    before = asdict(privacy.forget(db, privacy.bar(db, one), items_too=wanted.items_too))
    subject = "people" if one.id is None else f"person:{one.id}"
    noted: dict[str, Any] = {"before": {name: n for name, n in before.items() if name != "rules"}, "connection": of}
    written(request, db, caller, "person.forget", subject, after={"items_too": wanted.items_too}, **noted)
    return answer(request, {"dry_run": False, "kept": before})


def _found(db: psycopg.Connection[Any], of: int, said: str) -> Person:
    return directory.find(directory.all_people(db, of), said, kind="people")[0]
