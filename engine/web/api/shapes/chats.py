"""What chats look like."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, Field

from engine.web.api.shapes.everywhere import Moment


class Chat(BaseModel):
    """A chat, and what is set for it."""

    connection_id: int
    addresses: list[str]
    name: str | None
    zone: str | None
    language: str | None
    messages: int
    heard_at: Moment | None
    subject: Annotated[str | None, Field(description="What a group calls itself, where a rule asked.")]
    members: Annotated[int | None, Field(description="People of a group, where a rule asked.")]
    with_whom: str | None


class Chats(BaseModel):
    """A page of chats."""

    chats: list[Chat]
    next_cursor: str | None
