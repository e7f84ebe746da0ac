"""What stands at the top of the live page."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, Field

from engine.web.api.shapes.everywhere import Moment


class Worst(BaseModel):
    """The one thing to do something about first."""

    code: Annotated[str, Field(description="`fine` where there is none.")]
    name: Annotated[str, Field(description="The number that it is about.")]
    n: int
    since: Moment | None
    seconds: float
    remedy: Annotated[str | None, Field(description="What to type against it.")]


class LineNow(BaseModel):
    """A connected number, and how its line is."""

    id: int
    title: str
    state: Annotated[str, Field(description="`open`, `close`, `connecting`, `silent`, `paused`, `heard` or `unknown`.")]
    last_heard_at: Moment | None


class NumbersNow(BaseModel):
    """Four numbers, each with how it went, the oldest first."""

    waiting_seconds: float
    waited: Annotated[list[float], Field(description="The longest wait, by minutes of the last hour.")]
    a_minute: int
    minutes: list[int]
    success: Annotated[float | None, Field(description="Of the last day; null where nothing was asked.")]
    hours: list[float | None]
    review: Annotated[int, Field(description="Readings in doubt that wait; 100 is as many and more.")]
    doubts: list[int]


class Now(BaseModel):
    """How things are."""

    sentence: str
    problem: Worst
    lines: list[LineNow]
    numbers: NumbersNow
    newest: Moment | None
