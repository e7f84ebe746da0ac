"""Many dead letters at once: look at how many it would touch, try them again, give them up, bring them back."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Any, Literal, Self

import psycopg
from fastapi import APIRouter, Request, Response
from pydantic import Field, model_validator

from engine import letters, long_work, queue
from engine.access import Caller
from engine.letters import Count, Filter, Handling, Letter
from engine.web.api.answers import answer
from engine.web.api.asked import LARGEST, Db, QueueWrite, number, written
from engine.web.api.jobs import begun
from engine.web.api.queue import LettersSaid, Reason, shown, which
from engine.web.api.said import Body
from engine.web.api.shapes import queue as shapes
from engine.web.api.shapes.jobs import Job

router = APIRouter(prefix="/api/queue", tags=["queue"])

_SHOWN = 100


class Many(Body):
    """What is to be done to which dead letters."""

    action: Annotated[
        Literal["retry", "discard", "restore"], Field(description="`restore` brings back what was given up.")
    ]
    which: Annotated[LettersSaid, Field(default_factory=LettersSaid)]
    ids: Annotated[list[Annotated[int, Field(ge=1, le=LARGEST)]] | None, Field(max_length=1000)] = None
    rules: Literal["now", "then"] = "now"
    reason: Annotated[Reason | None, Field(description="Needed to give up.")] = None
    dry_run: Annotated[bool, Field(description="Only say which and how many they are.")] = False
    as_job: Annotated[
        bool, Field(description="Begin a job, of one number, and answer 202: for thousands. All are done or none.")
    ] = False

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.action == "discard" and not self.reason and not self.dry_run:
            raise ValueError("say why in `reason`: it is kept with each of them")
        return self

    def handling(self) -> Handling:
        """Return what is to be done."""
        return Handling(self.action, (self.reason or "").strip(), self.rules == "then")

    def meant(self, caller: Caller) -> Filter:
        """Return which letters are meant, of the connections that the caller sees."""
        return which(caller, self.which, self.ids, discarded=self.action == "restore")


@router.post(
    "/bulk", response_model=shapes.Bulked, summary="Handle many dead letters",
    responses={202: {"model": Job, "description": "A job that does it, where `as_job` was said."}},
)  # fmt: skip
def bulk_letters(request: Request, caller: QueueWrite, db: Db, many: Many) -> Response:
    """Try many again, give them up or bring them back; with `dry_run`, only say which and how many.

    Sent along as `which.until`, the answer's `until` keeps out whatever fails after one has looked.
    """
    until, meant = queue.from_now(db, 0), many.meant(caller)
    if many.dry_run:
        found = letters.page(db, meant, _SHOWN, before=None, explained=False)
        return answer(request, _told(db, caller, letters.counted(db, meant), found, until) | {"dry_run": True})
    if many.as_job:
        of = number(db, caller, many.which.connection)
        of_one = many.model_copy(update={"which": many.which.model_copy(update={"connection": of.id})})
        asked = {"which": of_one.meant(caller), "how": many.handling(), "caller": caller}
        return begun(request, caller, of.id, f"queue.{many.action}", long_work.handle_letters, asked)
    found = letters.find(db, meant, explained=False)
    done = set(many.handling().carry_out(db, found))
    touched = [one for one in found if one.id in done]
    for of_number, entry in letters.noted(touched, many.handling()):
        written(request, db, caller, f"queue.{many.action}", "queue", **entry, connection=of_number)
    told = _told(db, caller, letters.tallied(found), found[:_SHOWN], until)
    return answer(request, told | {"dry_run": False, "ids": sorted(done)})


def _told(
    db: psycopg.Connection[Any], caller: Caller, counts: list[Count], first: list[Letter], until: datetime
) -> dict[str, Any]:
    show = shown(db, caller, first)
    return {
        "touched": sum(one.letters for one in counts), "counts": [asdict(one) for one in counts], "until": until,
        "letters": [show(one) for one in first], "ids": [],
    }  # fmt: skip
