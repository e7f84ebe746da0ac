"""Readings in doubt: accepted they become items, corrected too, rejected nothing comes of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Annotated, Any

import psycopg
from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field, JsonValue

from engine import listed, reviews, shown
from engine.access import Caller
from engine.listed import Which
from engine.reviews import Review
from engine.web.access import Refused
from engine.web.api import shapes
from engine.web.api.answers import answer, page, place_of
from engine.web.api.asked import Asked, BigInt, Db, Id, ItemsRead, ItemsWrite, Language, Text, visible, written
from engine.web.api.declared import may_refuse
from executors.items import Written

router = APIRouter(prefix="/api/review", tags=["review"])


@router.get("", response_model=shapes.Reviews, summary="List readings in doubt")
def list_reviews(request: Request, caller: ItemsRead, db: Db, asked: Annotated[Asked, Query()]) -> Response:
    """List what waits for a person to look at it, the newest first."""
    before = place_of(asked.cursor, BigInt)
    there = reviews.waiting(db, connections=visible(caller, asked.connection), before=before, n=asked.limit + 1)
    return page(request, "reviews", there, asked.limit, shown=asdict, place=lambda one: one.id)


@router.post("/{id}/accept", response_model=shapes.Made, summary="Accept a reading", responses=may_refuse(404))
def accept_review(request: Request, caller: ItemsWrite, db: Db, language: Language, id: Id) -> Response:  # noqa: A002 - its name in the address
    """Make what was read: an item like any other, which follows its reaction and its message from then on."""
    one = _one(db, caller, id)
    made = reviews.accept(db, id)
    return _made(request, db, caller, language, "review.accept", one, made)


class Correction(BaseModel):
    """What a person puts right in a reading."""

    model_config = ConfigDict(extra="forbid")

    fields: Annotated[
        dict[Text, JsonValue],
        Field(min_length=1, max_length=50, description="By name, e.g. `due`; of several items `2.due`; null: none."),
    ]
    rule: Annotated[Text | None, Field(description="The reading of this rule, where several wait.")] = None


@router.post("/{id}/correct", response_model=shapes.Made, summary="Correct a reading", responses=may_refuse(404))
def correct_review(  # noqa: PLR0917 - what FastAPI gives
    request: Request,
    caller: ItemsWrite,
    db: Db,
    language: Language,
    id: Id,  # noqa: A002 - as above
    correction: Correction,
) -> Response:
    """Make what was read, with some fields put right; these win over what an edited message says."""
    one = _one(db, caller, id)
    corrected = reviews.correct(db, id, correction.fields, rule_id=correction.rule)
    return _made(request, db, caller, language, "review.correct", one, corrected.items)


@router.post("/{id}/reject", status_code=204, response_class=Response, summary="Reject", responses=may_refuse(404))
def reject_review(request: Request, caller: ItemsWrite, db: Db, id: Id) -> Response:  # noqa: A002 - as above
    """Let it be: nothing comes of it."""
    one = _one(db, caller, id)
    reviews.reject(db, id)
    noted: dict[str, Any] = {"before": _read(one), "connection": one.connection_id}
    written(request, db, caller, "review.reject", f"review:{id}", **noted)
    return Response(status_code=204)


def _one(db: psycopg.Connection[Any], caller: Caller, id_: int) -> Review:
    found = reviews.waiting(db, id_=id_, connections=caller.visible)
    if not found:
        raise Refused(404, f"Nothing waits under {id_}: it was decided, or read again.")
    return found[0]


def _read(one: Review) -> dict[str, Any]:
    return {"rule": one.rule_id, "read": one.read}


def _made(  # noqa: PLR0917 - what was done
    request: Request, db: psycopg.Connection[Any], caller: Caller, language: str, did: str, one: Review,
    made: Sequence[Written],
) -> Response:  # fmt: skip
    rows = listed.newest(db, Which(ids=[each.id for each in made]))
    after = {"items": [row["id"] for row in rows]}
    noted: dict[str, Any] = {"before": _read(one), "after": after, "connection": one.connection_id}
    written(request, db, caller, did, f"review:{one.id}", **noted)
    return answer(request, {"items": [shown.item(row, language) for row in rows]})
