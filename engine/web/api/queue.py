"""What failed: the dead letters, to try again, to give up and to bring back, one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Any, Literal

import psycopg
from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from engine import letters, reasons, waiting
from engine.access import Caller
from engine.letters import Filter, Letter, as_kept
from engine.waiting import Waiting
from engine.web.access import Refused
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
from engine.web.api.said import Body, Moment
from engine.web.api.shapes import queue as shapes

router = APIRouter(prefix="/api/queue", tags=["queue"])

Seconds = Annotated[float, Field(ge=0, le=10**9, description="Only what failed so many seconds ago or longer.")]
Reason = Annotated[str, Field(min_length=1, max_length=500, pattern=r"^[^\x00]*\S[^\x00]*$")]


class LettersMeant(BaseModel):
    """Which dead letters are meant; what is left out lets all through."""

    model_config = ConfigDict(extra="forbid")

    connection: ConnectionId | None = None
    chat: Annotated[Text | None, Field(description="The address of a chat.")] = None
    rule: Text | None = None
    error: Annotated[Text | None, Field(description="Words of the reason.")] = None
    kind: Annotated[
        Text | None, Field(description="`settle`, `deliver`, `ask`, `reminder`, or what a rule sends, e.g. `webhook`.")
    ] = None
    older: Seconds | None = None
    until: Annotated[Moment | None, Field(description="Only what had failed by then, as when it was looked at.")] = None


class LettersSaid(LettersMeant):
    """Which dead letters are meant, in a body: a text that looks like a number is none."""

    model_config = ConfigDict(strict=True)


class LettersAsked(LettersMeant, Asked):
    """What may follow the `?` of the list of dead letters."""

    discarded: Annotated[bool, Field(description="What was given up instead.")] = False


def which(caller: Caller, asked: LettersMeant, ids: Sequence[int] | None = None, *, discarded: bool = False) -> Filter:
    """Return which letters are meant, of the connections that the caller sees."""
    return Filter(
        ids=ids, connections=visible(caller, asked.connection), chats=[asked.chat] if asked.chat else None,
        rule=asked.rule, error=asked.error, kind=asked.kind, older=asked.older, until=asked.until, discarded=discarded,
    )  # fmt: skip


@router.get("", response_model=shapes.Letters, summary="List dead letters")
def list_letters(request: Request, caller: QueueRead, db: Db, asked: Annotated[LettersAsked, Query()]) -> Response:
    """List what failed at every attempt, the newest first, with what is waiting besides."""
    place = place_of(asked.cursor, tuple[datetime, BigInt])
    found = letters.page(db, which(caller, asked, discarded=asked.discarded), asked.limit + 1, before=place)
    left = {"waiting": asdict(letters.left(db, visible(caller, asked.connection)))}
    return page(
        request, "letters", found, asked.limit, shown=shown(db, caller, found),
        place=lambda one: (one.finished_at.isoformat(), one.id), more=left,
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


@router.post("/{id:int}/restore", response_model=shapes.Handled, summary="Bring back", responses=may_refuse(404))
def restore_letter(request: Request, caller: QueueWrite, db: Db, id: Id) -> Response:  # noqa: A002 - as above
    """Bring back what was given up: it is a dead letter again, as old as it was."""
    found = _one(db, caller, id, discarded=True)
    done = letters.restore(db, found)
    noted: dict[str, Any] = {"before": {"reason": found[0].discarded_because}, "after": {"ids": done}}
    written(request, db, caller, "queue.restore", f"letter:{id}", **noted, connection=found[0].connection_id)
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


def _one(db: psycopg.Connection[Any], caller: Caller, id_: int, *, discarded: bool = False) -> list[Letter]:
    meant = Filter(ids=[id_], connections=caller.visible, discarded=discarded)
    found = letters.find(db, meant, explained=False)
    if not found:
        raise Refused(404, f"No {'letter that was given up' if discarded else 'dead letter'} has the id {id_}.")
    return found


def shown(
    db: psycopg.Connection[Any], caller: Caller, some: Sequence[Letter | Waiting]
) -> Callable[[Letter | Waiting], dict[str, Any]]:
    """Return what shows items of the queue: who sees messages also sees how the one begins that each is about."""
    about = waiting.context(db, some) if caller.may("items:read") else {}
    nothing = dict.fromkeys(("snippet", "who", "place", "own", "ours"))

    def show(one: Letter | Waiting) -> dict[str, Any]:
        told: dict[str, Any] = {"reason": reasons.of(one.last_error) if one.last_error else None}
        told |= {"rules": one.rules} if isinstance(one, Letter) else {}
        return asdict(one) | told | nothing | about.get((one.connection_id, one.message_id or ""), {})

    return show
