"""Many items at once: look at what it would touch, do it, and take it back by its id."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, Literal, Self
from uuid import UUID

import psycopg
from fastapi import APIRouter, Request, Response
from pydantic import Field, model_validator

from engine import bulk, listed, shown
from engine.access import Caller
from engine.bulk import Bulk
from engine.listed import Row, Which
from engine.web.api.answers import answer
from engine.web.api.asked import LARGEST, Db, ItemsSaid, ItemsWrite, Language, written
from engine.web.api.declared import may_refuse
from engine.web.api.items import which
from engine.web.api.said import Body
from engine.web.api.shapes import items as shapes
from executors.fields import Tag

router = APIRouter(prefix="/api/items/bulk", tags=["items"])

_SHOWN = 100


class Wanted(Body):
    """What is to be done to which items."""

    action: Literal["complete", "cancel", "reopen", "tag", "untag", "move_due"]
    which: Annotated[ItemsSaid, Field(default_factory=ItemsSaid)]
    ids: Annotated[list[Annotated[int, Field(ge=1, le=LARGEST)]] | None, Field(min_length=1, max_length=1000)] = None
    tag: Annotated[Tag | None, Field(description="For `tag` and `untag`.")] = None
    days: Annotated[int | None, Field(ge=-3660, le=3660, description="For `move_due`: so many days later.")] = None
    dry_run: Annotated[bool, Field(description="Only say what it would touch.")] = False

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.action in {"tag", "untag"} and self.tag is None:
            raise ValueError(f"say which `tag` to {self.action}")
        if self.action == "move_due" and not self.days:
            raise ValueError("say by how many `days` to move")
        if self.ids is None and self.which == ItemsSaid():
            raise ValueError("say which items, by `ids` or by a filter in `which`")
        return self


@router.post("", response_model=shapes.BulkEdit, summary="Change many items")
def change_many(request: Request, caller: ItemsWrite, db: Db, language: Language, wanted: Wanted) -> Response:
    """Complete, cancel, reopen, tag or move many items; with `dry_run`, only say what that would touch.

    The answer's `id` undoes all of it, where nothing happened to an item since.
    """
    what = Bulk(wanted.action, which(caller, wanted.which, ids=wanted.ids), wanted.tag or "", wanted.days or 0)
    touched, left = bulk.meant(db, what)
    id_ = None
    if touched and not wanted.dry_run:
        id_ = bulk.carry_out(db, what, touched, caller.actor)
        _note(request, db, caller, f"items.{wanted.action}", f"bulk:{id_}", touched)
    now = listed.newest(db, Which(ids=[row["id"] for row in touched[:_SHOWN]]))
    body = {
        "id": str(id_) if id_ else None, "dry_run": wanted.dry_run, "touched": len(touched), "left_alone": left,
        "items": [shown.item(row, language) for row in now],
    }  # fmt: skip
    return answer(request, body)


@router.post("/{bulk_id}/undo", response_model=shapes.BulkUndone, summary="Undo many", responses=may_refuse(404))
def undo_many(request: Request, caller: ItemsWrite, db: Db, bulk_id: UUID) -> Response:
    """Take a change of many items back; an item to which something happened since is left as it is."""
    was = bulk.touched(db, bulk_id, caller.visible)
    undone, kept = bulk.undo(db, bulk_id, caller.visible)
    _note(request, db, caller, "items.bulk_undo", f"bulk:{bulk_id}", [row for row in was if row["id"] in undone])
    return answer(request, {"undone": undone, "kept": kept})


def _note(  # noqa: PLR0917 - what was done
    request: Request, db: psycopg.Connection[Any], caller: Caller, did: str, subject: str, was: Sequence[Row]
) -> None:
    """Write down how items were and are, of each number by itself: with it the content goes."""
    now = {row["id"]: row for row in listed.newest(db, Which(ids=[row["id"] for row in was]))} if was else {}
    for of in sorted({row["connection_id"] for row in was}):
        own = [row for row in was if row["connection_id"] == of]
        before = {str(row["id"]): bulk.state(row) for row in own}
        after = {str(row["id"]): bulk.state(now[row["id"]]) for row in own}
        written(request, db, caller, did, subject, before=before, after=after, connection=of)
