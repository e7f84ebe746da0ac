"""Long work: begun by whoever asks, told of while it goes on, and kept for a day."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator
from dataclasses import asdict
from datetime import datetime
from functools import partial
from typing import Annotated, Any
from uuid import UUID

import psycopg
from fastapi import APIRouter, Path, Query, Request, Response
from psycopg.rows import class_row
from pydantic import Field
from sse_starlette import EventSourceResponse, ServerSentEvent

from engine import jobs, long_work, rule_bodies, rules_by_hand
from engine.access import Caller
from engine.jobs import Job, Work
from engine.web.access import Refused, caller_of, during
from engine.web.api.answers import answer, page, place_of
from engine.web.api.asked import Asked, Db, LetIn, OfNumber, RulesRead, Text, number, visible
from engine.web.api.declared import may_refuse
from engine.web.api.said import Body
from engine.web.api.shapes import jobs as shapes
from engine.web.phrases import in_words
from engine.web.site import site_of
from engine.web.stream import HEARTBEAT_SECONDS, SEND_SECONDS
from engine.web.words import language_of
from sql import query

router = APIRouter(prefix="/api", tags=["jobs"])

JobId = Annotated[UUID, Path(description="As the answer gave it that began the job.")]
LOOK_SECONDS = 0.3
_STREAM: dict[int | str, dict[str, Any]] = {200: {"content": {"text/event-stream": {"schema": {"type": "string"}}}}}


class Backtested(Body):
    """Which rules to try on how much of the past."""

    days: Annotated[int, Field(ge=1, le=3660, description="So many days back.")] = 30
    rule: Annotated[Text | None, Field(description="Tell of this rule only.")] = None
    rules: Annotated[
        str | dict[str, Any] | None,
        Field(description="A file of rules, as YAML text or JSON, in place of those that files manage; or one rule."),
    ] = None
    beside: Annotated[
        bool, Field(description="Try these, as if switched on, among the number's others; no other is left out.")
    ] = False


@router.post(
    "/rules/backtest", response_model=shapes.Job, status_code=202, summary="Back-test rules", responses=may_refuse(404)
)
def backtest_rules(request: Request, caller: RulesRead, wanted: Backtested, connection: OfNumber = None) -> Response:
    """Begin to say what rules would have made of the last days' reactions, beside what there is; nothing is changed.

    The answer is a job: its address tells how far it is, and in the end what it found; what would be read from
    messages (`draft`) is told to those who have `items:read` too.
    """
    site = site_of(request)
    rules = None
    if wanted.rules is not None:
        look = partial(rule_bodies.looked_through, overlaps=False)
        rules = site.aside.run(look, rule_bodies.said(wanted.rules)).sound_rules()
    with site.lines.connection() as db:
        of = number(db, caller, connection)
        if wanted.rule and not any(rule.id == wanted.rule for rule in rules or ()):
            rules_by_hand.one(db, of.id, wanted.rule)
    asked = {"connection": of.id, "days": wanted.days, "rule": wanted.rule, "rules": rules, "beside": wanted.beside}
    # What messages say is for those who see items: a key that looks after rules needs how many, and which.
    asked["drafts"] = caller.may("items:read")
    return begun(request, caller, of.id, "backtest", long_work.backtest_rules, asked)


def begun(  # noqa: PLR0917 - what was asked for
    request: Request, caller: Caller, connection_id: int, kind: str, work: Work, asked: dict[str, Any]
) -> Response:
    """Answer 202 with a job that was begun, and where to ask for it; raises `TooManyJobs`."""
    site = site_of(request)
    # Written down first, in a transaction of its own: the process that works on it has to find it.
    with site.lines.connection() as db:
        made = jobs.add(db, caller.actor, connection_id, kind)
    site.jobs.begin(made.id, work, asked)
    return answer(request, asdict(made), status=202, headers={"Location": f"/api/jobs/{made.id}", "Retry-After": "1"})


@router.get("/jobs", response_model=shapes.Jobs, summary="List jobs")
def list_jobs(request: Request, caller: LetIn, db: Db, asked: Annotated[Asked, Query()]) -> Response:
    """List one's own jobs of the last day (admins: everybody's), the newest first, without what they found."""
    seen = visible(caller, asked.connection)
    place = place_of(asked.cursor, tuple[datetime, UUID])
    found = jobs.listed(db, _whose(caller), seen, asked.limit + 1, place)
    return page(
        request, "jobs", found, asked.limit, shown=asdict, place=lambda one: (one.created_at.isoformat(), str(one.id))
    )


@router.get("/jobs/{job_id}", response_model=shapes.Job, summary="Read one job", responses=may_refuse(404))
def read_job(request: Request, caller: LetIn, db: Db, job_id: JobId) -> Response:
    """Show one's own job: how far it is, and what it found once it is done."""
    return answer(request, _shown(_one(db, caller, job_id), language_of(request)))


@router.post("/jobs/{job_id}/cancel", response_model=shapes.Job, summary="Cancel a job", responses=may_refuse(404, 409))
def cancel_job(request: Request, caller: LetIn, db: Db, job_id: JobId) -> Response:
    """End one's own job; it has changed nothing."""
    one = _one(db, caller, job_id)
    if one.state != "cancelled" and not jobs.cancel(db, _whose(caller), job_id):
        raise Refused(409, f"This job is {one.state} already: there is nothing to cancel.")
    return answer(request, _shown(_one(db, caller, job_id), language_of(request)))


@router.get(
    "/jobs/{job_id}/stream", response_class=EventSourceResponse, summary="Watch a job",
    responses={**may_refuse(404), **_STREAM},
)  # fmt: skip
async def watch_job(request: Request, caller: LetIn, job_id: JobId) -> Response:
    """Tell how far one's own job is, as server-sent events (`progress`, in the end `finished`), without its answer."""
    first = await _seen(request, caller, job_id)
    if first is None:
        raise _nothing(job_id)
    return EventSourceResponse(
        during(request, _progress(request, first)),
        ping=HEARTBEAT_SECONDS,
        ping_message_factory=lambda: ServerSentEvent(comment="still here"),
        send_timeout=SEND_SECONDS,
    )


async def _progress(request: Request, first: Job) -> AsyncGenerator[ServerSentEvent]:
    """Yield a job each time that it changed, until it is finished."""
    caller = await caller_of(request)
    now: Job | None = first
    told: dict[str, Any] | None = None
    while now is not None:
        says = {"id": str(now.id), "state": now.state, "done": now.done, "total": now.total, "error": now.error}
        if says != told:
            told = says
            yield ServerSentEvent(json.dumps(says), event="finished" if now.finished_at else "progress")
        if now.finished_at:
            return
        await asyncio.sleep(LOOK_SECONDS)
        now = await _seen(request, caller, first.id)


async def _seen(request: Request, caller: Caller, id_: UUID) -> Job | None:
    async with site_of(request).pool.connection() as db, db.cursor(row_factory=class_row(Job)) as cursor:
        await cursor.execute(query("jobs.lost"), {"seconds": jobs.LOST_SECONDS, "error": jobs.LOST})
        await cursor.execute(query("jobs.one"), {"id": id_, "caller": _whose(caller)})
        found = await cursor.fetchone()
    return found if found and caller.sees(found.connection_id) else None


def _shown(one: Job, language: str) -> dict[str, Any]:
    """Return a job as programs are shown it, what it could not look at in words."""
    lacks = (one.answer or {}).get("lacks")
    told = asdict(one)
    return (
        told | {"answer": told["answer"] | {"lacks": [in_words(each, language) for each in lacks]}} if lacks else told
    )


def _one(db: psycopg.Connection[Any], caller: Caller, id_: UUID) -> Job:
    found = jobs.find(db, _whose(caller), id_)
    if found is None or not caller.sees(found.connection_id):
        raise _nothing(id_)
    return found


def _whose(caller: Caller) -> str | None:
    """Return whose jobs somebody sees: their own, and who looks after everything, everybody's."""
    return None if caller.may("admin") else caller.actor


def _nothing(id_: UUID) -> Refused:
    return Refused(404, f"You have no job {id_}: jobs are kept for a day, and seen by whoever asked for them.")
