"""What accounts look like, and who asks."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, Field

from engine.access import Role
from engine.web.api.shapes.everywhere import Moment


class Me(BaseModel):
    """Who asks."""

    kind: Literal["machine", "account", "key", "cli"]
    name: str
    role: str | None
    account_id: int | None
    key_id: str | None
    scopes: list[str]
    connections: Annotated[list[int] | None, Field(description="Null: all, also those still to come.")]
    csrf_token: Annotated[str | None, Field(description="For the header X-CSRF-Token, with a login.")]


class Account(BaseModel):
    """Somebody who may log in."""

    id: int
    name: str
    role: Role
    disabled_at: Moment | None
    created_at: Moment
    connections: Annotated[list[int] | None, Field(description="Those that it sees; null: all.")]
    seen_at: Moment | None
    keys: int
    state: Literal["active", "disabled"]


class Accounts(BaseModel):
    """A page of accounts."""

    accounts: list[Account]
    next_cursor: str | None


class Invited(BaseModel):
    """A link that makes one account."""

    url: str
    role: Role
    connections: list[int]
    days: int
