"""What became of reactions: each with its full explanation, and a way back."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field

from engine import actions, listed, shown
from engine.actions import Action, Which
from engine.shown import often
from engine.web.api.answers import answer, page, place_of, single
from engine.web.api.asked import Asked, BigInt, Db, Id, ItemsRead, ItemsWrite, Language, Text, visible, written
from engine.web.api.chosen import CHOOSES
from engine.web.api.declared import may_refuse
from engine.web.api.said import Moment
from engine.web.api.shapes import actions as shapes

router = APIRouter(prefix="/api/actions", tags=["actions"])


class ActionsAsked(Asked):
    """What may follow the `?` of a list of actions."""

    message_id: Text | None = None
    outcome: Annotated[Text | None, Field(description="E.g. `created`, `no_bill`.")] = None
    emoji: Text | None = None
    failed: Annotated[bool | None, Field(description="Only what came to an error, or only what did not.")] = None
    since: Annotated[Moment | None, Field(description="Heard at this moment or later.")] = None


@router.get("", response_model=shapes.Actions, summary="List what became of reactions")
def list_actions(
    request: Request, caller: ItemsRead, db: Db, language: Language, asked: Annotated[ActionsAsked, Query()]
) -> Response:
    """List what was done about reactions, the newest first."""
    said = asked.model_dump(exclude=set(Asked.model_fields))
    which = Which(connections=visible(caller, asked.connection), **said)
    found = actions.latest(db, which, n=asked.limit + 1, before=place_of(asked.cursor, BigInt))
    return page(
        request, "actions", found, asked.limit, shown=lambda one: as_shown(one, language), place=lambda one: one.id
    )


@router.get(
    "/{id:int}",
    response_model=shapes.Action,
    summary="Read one action",
    responses=may_refuse(404),
    dependencies=[CHOOSES],
)
def read_action(request: Request, caller: ItemsRead, db: Db, language: Language, id: Id) -> Response:  # noqa: A002 - its name in the address
    """Show one action: what came of it, with its explanation."""
    return single(request, as_shown(actions.one(db, id, caller.visible), language))


@router.get(
    "/{id:int}/trace",
    response_model=shapes.Action,
    summary="Explain one action",
    responses=may_refuse(404),
    dependencies=[CHOOSES],
)
def trace_action(request: Request, caller: ItemsRead, db: Db, language: Language, id: Id) -> Response:  # noqa: A002 - as above
    """Explain one action: every rule that was asked and why it did or did not fire, and the words behind each field."""
    return single(request, as_shown(actions.one(db, id, caller.visible), language))


@router.post("/{id:int}/undo", response_model=shapes.Undone, summary="Undo one action", responses=may_refuse(404, 409))
def undo_action(request: Request, caller: ItemsWrite, db: Db, language: Language, id: Id) -> Response:  # noqa: A002 - as above
    """Take back what an action did: what it made is cancelled, what it cancelled is open again."""
    one = actions.one(db, id, caller.visible)
    before = actions.states(db, one)
    touched = [each.id for handled in actions.undo(db, id) for each in handled.items]
    rows = {row["id"]: row for row in listed.newest(db, listed.Which(ids=touched))}
    if touched:
        noted: dict[str, Any] = {"before": before, "after": actions.states(db, one), "connection": one.connection_id}
        written(request, db, caller, "action.undo", f"action:{id}", **noted)
    return answer(request, {"items": [shown.item(rows[id_], language) for id_ in dict.fromkeys(touched)]})


def as_shown(one: Action, language: str) -> dict[str, Any]:
    """Return an action as programs are shown it."""
    told = asdict(one)
    for failure in told["explanation"].get("failures", ()):
        failure["repeats"] = often(failure["partial"].get("recurrence"), language)
    return told
