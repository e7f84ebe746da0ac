"""What waits in the queue, what is in work, and how many there are of each."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from engine import waiting
from engine.web.api.answers import answer, page, place_of
from engine.web.api.asked import Asked, BigInt, ConnectionId, Db, QueueRead, visible
from engine.web.api.queue import shown
from engine.web.api.shapes import queue as shapes

router = APIRouter(prefix="/api/queue", tags=["queue"])

Number = Annotated[ConnectionId | None, Query()]


@router.get("/counts", response_model=shapes.QueueCounts, summary="Count what the queue holds")
def count_queue(request: Request, caller: QueueRead, db: Db, connection: Number = None) -> Response:
    """Count what waits, what is in work, what failed and what was given up."""
    return answer(request, asdict(waiting.counts(db, visible(caller, connection))))


@router.get("/waiting", response_model=shapes.WaitingPage, summary="List what waits")
def list_waiting(request: Request, caller: QueueRead, db: Db, asked: Annotated[Asked, Query()]) -> Response:
    """List what waits: first what is due, the longest waiting before the others, then what is for later."""
    after = place_of(asked.cursor, tuple[datetime, BigInt])
    found = waiting.page(db, visible(caller, asked.connection), asked.limit + 1, after=after)
    show = shown(db, caller, found)
    return page(request, "waiting", found, asked.limit, shown=show, place=lambda one: (one.run_at.isoformat(), one.id))


@router.get("/in-work", response_model=shapes.InWork, summary="List what is in work")
def list_in_work(request: Request, caller: QueueRead, db: Db, connection: Number = None) -> Response:
    """List what workers hold at this moment, by which of them, and when it would be taken from them."""
    found = waiting.in_work(db, visible(caller, connection))
    show = shown(db, caller, found)
    return answer(request, {"in_work": [show(one) for one in found]})
