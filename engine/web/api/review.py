"""Readings in doubt: accepted or corrected they become items, rejected nothing; each of these can be taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Annotated, Any

import psycopg
from fastapi import APIRouter, Query, Request, Response
from pydantic import Field, JsonValue

from engine import actions, doubts, lessons, listed, reviews, shown
from engine.access import Caller
from engine.doubts import Review
from engine.lessons import NotKept
from engine.reviews import Corrected
from engine.shown import often
from engine.web.access import Refused, demand
from engine.web.api.answers import answer, page, place_of
from engine.web.api.asked import Asked, BigInt, Db, Id, ItemsRead, ItemsWrite, Language, Text, visible, written
from engine.web.api.declared import may_refuse
from engine.web.api.said import Body
from engine.web.api.shapes import review as shapes
from engine.web.api.shapes.actions import Undone
from executors.items import Written
from rules.building import example_to_mapping
from rules.writing import examples_to_yaml

router = APIRouter(prefix="/api/review", tags=["review"])

OfRule = Annotated[Text | None, Query(alias="rule", description="The reading of this rule, where several wait.")]


class Correction(Body):
    """What a person puts right in a reading."""

    fields: Annotated[
        dict[Text, JsonValue],
        Field(
            min_length=1,
            max_length=50,
            description="By name, e.g. `due`; of several items `2.due`; null: none.",
            json_schema_extra={"additionalProperties": False},  # names of another pattern are none
        ),
    ]
    rule: Annotated[Text | None, Field(description="The reading of this rule, where several wait.")] = None
    keep_example: Annotated[
        bool, Field(description="Add the message to the examples of its rule; needs `rules:write` too.")
    ] = False


@router.get("", response_model=shapes.Reviews, summary="List readings in doubt")
def list_reviews(
    request: Request, caller: ItemsRead, db: Db, language: Language, asked: Annotated[Asked, Query()]
) -> Response:
    """List what waits for a person to look at it, the newest first, with the items that it would make."""
    before = place_of(asked.cursor, tuple[BigInt, Text])
    there = doubts.waiting(db, visible(caller, asked.connection), before=before, n=asked.limit + 1)
    return page(
        request, "reviews", there, asked.limit, shown=lambda one: as_shown(one, language),
        place=lambda one: (one.id, one.rule_id),
    )  # fmt: skip


@router.get("/count", response_model=shapes.Waits, summary="Count readings in doubt")
def count_reviews(request: Request, caller: ItemsRead, db: Db) -> Response:
    """Say how many wait; 100 is as many and more."""
    return answer(request, {"waiting": doubts.count(db, caller.visible)})


@router.post("/{id:int}/accept", response_model=shapes.Made, summary="Accept a reading", responses=may_refuse(404, 409))
def accept_review(  # noqa: PLR0917 - what FastAPI gives
    request: Request, caller: ItemsWrite, db: Db, language: Language, id: Id, rule: OfRule = None  # noqa: A002 - its name in the address
) -> Response:  # fmt: skip
    """Make what was read: an item like any other, which follows its reaction and its message from then on."""
    one = _one(db, caller, id, rule)
    made = reviews.accept(db, id, rule_id=rule, by=_name(caller))
    return answer(request, _made(request, db, caller, language, "review.accept", one, made))


@router.post(
    "/{id:int}/correct", response_model=shapes.Corrected, summary="Correct a reading", responses=may_refuse(404, 409)
)
def correct_review(  # noqa: PLR0917 - what FastAPI gives
    request: Request,
    caller: ItemsWrite,
    db: Db,
    language: Language,
    id: Id,  # noqa: A002 - as above
    correction: Correction,
) -> Response:
    """Make what was read, with some fields put right; these win over what an edited message says."""
    if correction.keep_example:
        demand(caller, "rules:write")
    one = _one(db, caller, id, correction.rule)
    corrected = reviews.correct(db, id, correction.fields, rule_id=correction.rule, by=_name(caller))
    example = _kept(request, db, caller, corrected) if correction.keep_example else None
    made = _made(request, db, caller, language, "review.correct", one, corrected.items)
    return answer(request, made | {"example": example})


@router.post(
    "/{id:int}/reject", status_code=204, response_class=Response, summary="Reject", responses=may_refuse(404, 409)
)
def reject_review(request: Request, caller: ItemsWrite, db: Db, id: Id, rule: OfRule = None) -> Response:  # noqa: A002 - as above
    """Let it be: nothing comes of it."""
    one = _one(db, caller, id, rule)
    reviews.reject(db, id, rule_id=rule, by=_name(caller))
    noted: dict[str, Any] = {"before": _read(one), "connection": one.connection_id}
    written(request, db, caller, "review.reject", f"review:{id}", **noted)
    return Response(status_code=204)


@router.post("/{id:int}/undo", response_model=Undone, summary="Take a decision back", responses=may_refuse(404, 409))
def undo_review(  # noqa: PLR0917 - what FastAPI gives
    request: Request, caller: ItemsWrite, db: Db, language: Language, id: Id, rule: OfRule = None  # noqa: A002 - as above
) -> Response:  # fmt: skip
    """Let it wait again: what was made of it is cancelled, what was put right is forgotten; a kept example stays."""
    was = doubts.decided(db, id, caller.visible, rule)
    if not was:
        raise Refused(404, f"Nobody has decided {id}.")
    if not all(one.stands for one in was):
        raise Refused(409, "It was read again since: its reaction or its message is another one now.")
    touched = [each.id for handled in reviews.take_back(db, id, rule_id=rule) for each in handled.items]
    said = [{"rule": one.rule_id, "review": one.outcome} for one in was]
    noted: dict[str, Any] = {"before": said, "after": [{"review": "waiting"}], "connection": was[0].connection_id}
    written(request, db, caller, "review.undo", f"review:{id}", **noted)
    rows = listed.newest(db, listed.Which(ids=touched))
    return answer(request, {"items": [shown.item(row, language) for row in rows]})


def as_shown(one: Review, language: str) -> dict[str, Any]:
    """Return a reading as programs are shown it: with the items that it would make, and what speaks against it."""
    told = asdict(one)
    doubtful = told.pop("doubtful") or {"confidence": None, "asked": None, "doubts": [], "drafts": []}
    drafts = [draft | {"repeats": often(draft["fields"].get("recurrence"), language)} for draft in doubtful["drafts"]]
    return told | {name: doubtful[name] for name in ("confidence", "asked", "doubts")} | {"drafts": drafts}


def _name(caller: Caller) -> str | None:
    """Return whom to name to whoever comes too late; this machine is nobody in particular."""
    return None if caller.kind == "machine" else caller.name


def _one(db: psycopg.Connection[Any], caller: Caller, id_: int, rule: str | None) -> Review:
    found = doubts.waiting(db, caller.visible, id_=id_, rule_id=rule)
    if found:
        return found[0]
    was = doubts.decided(db, id_, caller.visible, rule)
    if was and was[0].stands:
        who = was[0].by_whom or "Somebody"
        current = {"review": was[0].outcome, "by": was[0].by_whom, "at": was[0].decided_at.isoformat()}
        raise Refused(409, f"{who} has {was[0].outcome} it meanwhile.", current=current)
    if actions.latest(db, actions.Which(caller.visible, id_), n=1):
        says = "It waits no more: it was read again, since its reaction or its message changed."
        raise Refused(409, says, current={"review": "read_again", "by": None, "at": None})
    raise Refused(404, f"Nothing waits under {id_}.")


def _read(one: Review) -> dict[str, Any]:
    return {"rule": one.rule_id, "read": one.read}


def _kept(request: Request, db: psycopg.Connection[Any], caller: Caller, corrected: Corrected) -> Mapping[str, Any]:
    """Keep a correction as an example of its rule; return what became of that, and the example to paste elsewhere."""
    text = examples_to_yaml([corrected.example])
    try:
        # In a part of its own: a rule that takes no example does not undo the correction.
        with db.transaction():
            holds = lessons.keep(db, corrected.review, corrected.example)
    except NotKept as fault:
        return {"kept": False, "holds": None, "says": str(fault), "yaml": text}
    of, rule = corrected.review.connection_id, corrected.review.rule_id
    noted: dict[str, Any] = {"after": example_to_mapping(corrected.example), "connection": of}
    written(request, db, caller, "rule.example", f"rule:{rule}", **noted)
    return {"kept": True, "holds": holds, "says": None, "yaml": text}


def _made(  # noqa: PLR0917 - what was done
    request: Request, db: psycopg.Connection[Any], caller: Caller, language: str, did: str, one: Review,
    made: Sequence[Written],
) -> dict[str, Any]:  # fmt: skip
    rows = listed.newest(db, listed.Which(ids=[each.id for each in made]))
    after = {"items": [row["id"] for row in rows]}
    noted: dict[str, Any] = {"before": _read(one), "after": after, "connection": one.connection_id}
    written(request, db, caller, did, f"review:{one.id}", **noted)
    return {"items": [shown.item(row, language) for row in rows]}
