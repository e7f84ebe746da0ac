"""What long work looks like."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field

from engine.web.api.shapes.everywhere import Moment


class Job(BaseModel):
    """Long work, how far it is, and what it found."""

    id: str
    connection_id: int
    caller: Annotated[str, Field(description="Who asked for it: `account:3`, `key:k3v9x2ab`, `machine`.")]
    kind: Literal["backtest", "plan", "queue.retry", "queue.discard", "queue.restore"]
    state: Literal["waiting", "running", "done", "failed", "cancelled"]
    done: int
    total: Annotated[int | None, Field(description="How much there is to try; null: that is not known yet.")]
    answer: Annotated[dict[str, Any] | None, Field(description="What it found, once it is done.")]
    error: Annotated[str | None, Field(description="Why it failed.")]
    created_at: Moment
    finished_at: Moment | None


class Jobs(BaseModel):
    """A page of jobs, without what they found."""

    jobs: list[Job]
    next_cursor: str | None
