"""What waits and what failed: the dead letters, to try again or to give up, one by one or many at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Any, Literal

import psycopg
from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from engine import letters
from engine.access import Caller
from engine.letters import Filter, Letter, as_kept
from engine.web.access import Refused
from engine.web.api import shapes
from engine.web.api.answers import answer, page, place_of
from engine.web.api.asked import (
    Asked,
    BigInt,
    ConnectionId,
    Db,
    Id,
    QueueRead,
    QueueWrite,
    Text,
    visible,
    written,
)
from engine.web.api.declared import may_refuse
from engine.web.api.said import Body

router = APIRouter(prefix="/api/queue", tags=["queue"])

Seconds = Annotated[float, Field(ge=0, le=10**9, description="Only what failed so many seconds ago or longer.")]
Reason = Annotated[str, Field(min_length=1, max_length=500, pattern=r"^[^\x00]*\S[^\x00]*$")]
_SHOWN = 100


class LettersMeant(BaseModel):
    """Which dead letters are meant; what is left out lets all through."""

    model_config = ConfigDict(extra="forbid")

    connection: ConnectionId | None = None
    chat: Annotated[Text | None, Field(description="The address of a chat.")] = None
    rule: Text | None = None
    error: Annotated[Text | None, Field(description="Words of the reason.")] = None
    older: Seconds | None = None


class LettersSaid(LettersMeant):
    """Which dead letters are meant, in a body: a text that looks like a number is none."""

    model_config = ConfigDict(strict=True)


class LettersAsked(LettersMeant, Asked):
    """What may follow the `?` of the list of dead letters."""

    discarded: Annotated[bool, Field(description="What was given up instead.")] = False


def _which(caller: Caller, asked: LettersMeant, ids: Sequence[int] | None = None) -> Filter:
    return Filter(
        ids=ids, connections=visible(caller, asked.connection), chats=[asked.chat] if asked.chat else None,
        rule=asked.rule, error=asked.error, older=asked.older,
        discarded=isinstance(asked, LettersAsked) and asked.discarded,
    )  # fmt: skip


@router.get("", response_model=shapes.Letters, summary="List dead letters")
def list_letters(request: Request, caller: QueueRead, db: Db, asked: Annotated[LettersAsked, Query()]) -> Response:
    """List what failed at every attempt, the newest first, with what is waiting besides."""
    place = place_of(asked.cursor, tuple[datetime, BigInt])
    found = letters.page(db, _which(caller, asked), asked.limit + 1, before=place)
    left = {"waiting": asdict(letters.left(db, visible(caller, asked.connection)))}
    return page(
        request, "letters", found, asked.limit, shown=_shown, place=lambda one: (one.finished_at.isoformat(), one.id),
        more=left,
    )  # fmt: skip


class Again(Body):
    """How to try again."""

    rules: Annotated[Literal["now", "then"], Field(description="By today's rules, or those of when it came.")] = "now"


class GiveUp(Body):
    """Why something is given up."""

    reason: Annotated[Reason, Field(description="It is kept with each of them.")]


@router.post("/{id:int}/retry", response_model=shapes.Handled, summary="Try again", responses=may_refuse(404))
def retry_letter(request: Request, caller: QueueWrite, db: Db, id: Id, how: Again | None = None) -> Response:  # noqa: A002 - its name in the address
    """Put a dead letter back to work; what was settled since changes nothing."""
    found = _one(db, caller, id)
    done = letters.retry(db, found, then=(how or Again()).rules == "then")
    noted: dict[str, Any] = {"before": as_kept(found), "after": {"ids": done}}
    noted["connection"] = found[0].connection_id
    written(request, db, caller, "queue.retry", f"letter:{id}", **noted)
    return answer(request, {"ids": done})


@router.post("/{id:int}/discard", response_model=shapes.Handled, summary="Give up", responses=may_refuse(404))
def discard_letter(request: Request, caller: QueueWrite, db: Db, id: Id, why: GiveUp) -> Response:  # noqa: A002 - as above
    """Give a dead letter up; it stays listed with the reason for as long as the log is kept."""
    found = _one(db, caller, id)
    done = letters.discard(db, found, why.reason.strip())
    noted: dict[str, Any] = {
        "before": as_kept(found),
        "after": {"reason": why.reason},
        "connection": found[0].connection_id,
    }
    written(request, db, caller, "queue.discard", f"letter:{id}", **noted)
    return answer(request, {"ids": done})


class Stuck(Body):
    """What is to be given back."""

    older_seconds: Annotated[float, Field(ge=0, le=10**9, description="Leases that are over for so long.")] = 60
    dry_run: bool = False


@router.post("/unstick", response_model=shapes.Unstuck, summary="Give back what hangs")
def unstick(request: Request, caller: QueueWrite, db: Db, which: Stuck) -> Response:
    """Give back what a worker holds though its lease is long over; workers do so by themselves."""
    held = [one for one in letters.stuck(db, which.older_seconds) if caller.sees(one["connection_id"])]
    back = [] if which.dry_run else letters.unstick(db, held)
    if back:
        written(request, db, caller, "queue.unstick", "queue", before=held, after={"ids": back})
    return answer(request, {"stuck": held, "given_back": back})


class Many(Body):
    """What is to be done to which dead letters."""

    action: Literal["retry", "discard"]
    which: Annotated[LettersSaid, Field(default_factory=LettersSaid)]
    ids: Annotated[list[Annotated[int, Field(ge=1, le=2**63 - 1)]] | None, Field(max_length=1000)] = None
    rules: Literal["now", "then"] = "now"
    reason: Annotated[Reason | None, Field(description="Needed to give up.")] = None
    dry_run: Annotated[bool, Field(description="Only say which they are.")] = False


@router.post("/bulk", response_model=shapes.Bulked, summary="Try again or give up many")
def bulk_letters(request: Request, caller: QueueWrite, db: Db, many: Many) -> Response:
    """Try many dead letters again or give them up; with `dry_run`, only say which and how many."""
    if many.action == "discard" and not many.reason:
        fault = {"pointer": "/reason", "detail": "say why: it is kept with each of them"}
        raise Refused(422, "Not understood: reason.", errors=[fault])
    found = letters.find(db, _which(caller, many.which, many.ids), explained=False)
    done: list[int] = []
    if not many.dry_run:
        for some in letters.parts(found):
            if many.action == "retry":
                done += letters.retry(db, some, then=many.rules == "then")
            else:
                done += letters.discard(db, some, (many.reason or "").strip())
        if done:
            _note(request, db, caller, many, [one for one in found if one.id in set(done)])
    shown = [_shown(one) for one in found[:_SHOWN]]
    return answer(request, {"dry_run": many.dry_run, "touched": len(found), "letters": shown, "ids": sorted(done)})


def _note(request: Request, db: psycopg.Connection[Any], caller: Caller, many: Many, some: Sequence[Letter]) -> None:
    """Write down what was done to letters, of each number by itself: with it the content goes."""
    for of in sorted({one.connection_id for one in some}):
        own = [one for one in some if one.connection_id == of]
        noted: dict[str, Any] = {
            "before": as_kept(own),
            "after": {"ids": [one.id for one in own], "reason": many.reason},
        }
        written(request, db, caller, f"queue.{many.action}", "queue", **noted, connection=of)


def _one(db: psycopg.Connection[Any], caller: Caller, id_: int) -> list[Letter]:
    found = letters.find(db, Filter(ids=[id_], connections=caller.visible), explained=False)
    if not found:
        raise Refused(404, f"No dead letter has the id {id_}.")
    return found


def _shown(one: Letter) -> dict[str, Any]:
    return asdict(one) | {"rules": one.rules}
