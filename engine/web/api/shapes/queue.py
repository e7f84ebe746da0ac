"""What waits, and what failed, looks like."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, Field

from engine.web.api.shapes.everywhere import Moment


class Waiting(BaseModel):
    """What is left in the queue."""

    due: int
    held: Annotated[int, Field(description="In the hands of a worker.")]
    later: int
    due_since: Moment | None


class Work(BaseModel):
    """An item of the queue; how the message begins that it is about is for whoever may see items."""

    connection_id: int
    id: int
    event_type: str
    event_data: dict[str, Any]
    kind: Annotated[str, Field(description="`settle`, `deliver`, `ask`, `reminder`, or what a rule sends out.")]
    attempts: int
    reason: Annotated[str | None, Field(description="Why it failed last, as a code.")]
    created_at: Moment
    last_failed_at: Moment | None
    chat: str | None
    emoji: str | None
    message_id: str | None
    title: Annotated[str | None, Field(description="Of the item that it would remind of.")]
    snippet: str | None
    who: str | None
    place: str | None
    own: bool | None
    ours: bool | None


class Waited(Work):
    """What waits, or is in the hands of a worker."""

    priority: str
    lane: Annotated[str | None, Field(description="Of a lane one is in flight at a time.")]
    max_attempts: int
    last_error: str | None
    run_at: Moment
    lease_until: Moment | None
    worker: str | None


class WaitingPage(BaseModel):
    """A page of what waits."""

    waiting: list[Waited]
    next_cursor: str | None


class InWork(BaseModel):
    """What workers hold."""

    in_work: list[Waited]


class QueueCounts(Waiting):
    """How many items of the queue are in which state."""

    dead: int
    discarded: int


class Letter(Work):
    """A dead letter: what failed at every attempt."""

    last_error: str
    finished_at: Moment
    first_failed_at: Moment | None
    discarded_because: str | None
    address: str | None
    outcome: Annotated[str | None, Field(description="What its reaction came to before.")]
    explanation: dict[str, Any] | None
    rules: list[str]


class Letters(BaseModel):
    """A page of dead letters, with what waits besides."""

    letters: list[Letter]
    waiting: Waiting
    next_cursor: str | None


class Handled(BaseModel):
    """The ids of what was done."""

    ids: list[int]


class LetterCount(BaseModel):
    """How many dead letters of a kind a number has."""

    connection_id: int
    kind: str
    letters: int


class Bulked(BaseModel):
    """What became of many dead letters."""

    dry_run: bool
    touched: int
    counts: list[LetterCount]
    until: Annotated[Moment, Field(description="When this was looked at: what fails later can be kept out by it.")]
    letters: Annotated[list[Letter], Field(description="The first hundred.")]
    ids: Annotated[list[int], Field(description="What was done; empty in a dry run.")]


class Unstuck(BaseModel):
    """What hung, and what of it was given back."""

    stuck: list[dict[str, Any]]
    given_back: list[int]
