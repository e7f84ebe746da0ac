"""What the record looks like."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, Field

from engine.web.api.shapes.everywhere import Moment


class Entry(BaseModel):
    """What somebody did."""

    position: int
    at: Moment
    actor: Annotated[str, Field(description="`account:3`, `key:k3v9x2ab`, `cli:maria` or `machine`.")]
    actor_name: str | None
    action: str
    subject: str
    connection_id: int | None
    before: Any
    after: Any
    erased_at: Annotated[Moment | None, Field(description="When what was before and after was erased.")]
    titles: Annotated[dict[str, str], Field(description="Of a change of several items: what they are called, by id.")]


class Entries(BaseModel):
    """A page of what was done."""

    entries: list[Entry]
    next_cursor: str | None


class BrokenLink(BaseModel):
    """Where the chain is broken first."""

    position: int
    says: str


class Verified(BaseModel):
    """What came of following the chain."""

    ok: bool
    entries: int
    erased: int
    end: Annotated[str, Field(description="Its end: kept elsewhere, it tells later whether the chain was cut off.")]
    broken: BrokenLink | None
