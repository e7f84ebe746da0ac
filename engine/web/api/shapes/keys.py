"""What API keys look like."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, Field

from engine.web.api.shapes.everywhere import Moment


class Key(BaseModel):
    """An API key, without its secret."""

    id: str
    prefix: Annotated[str, Field(description="Its beginning, which may be shown to anybody.")]
    name: str
    scopes: list[str]
    account_id: int | None
    account: str | None
    created_at: Moment
    expires_at: Moment | None
    last_used_at: Annotated[Moment | None, Field(description="To the minute.")]
    revoked_at: Moment | None
    connections: Annotated[list[int] | None, Field(description="Limited to these; null: those of its account, or all.")]
    state: Literal["active", "expired", "revoked", "account disabled"]


class NewKey(Key):
    """An API key as it is made."""

    key: Annotated[str, Field(description="All of it, shown only now.")]


class Keys(BaseModel):
    """A page of API keys."""

    keys: list[Key]
    next_cursor: str | None
