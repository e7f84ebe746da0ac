"""What became of reactions looks like."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, Field

from engine.web.api.shapes.everywhere import Moment
from engine.web.api.shapes.items import Item


class Action(BaseModel):
    """What became of a reaction."""

    id: int
    connection_id: int
    message_id: str
    address: str
    revision: int
    emoji: str | None
    outcome: str
    error: str | None
    explanation: dict[str, Any]
    heard_at: Moment
    took_ms: float
    created_at: Moment
    chat: str | None
    text: Annotated[str | None, Field(description="The message, while it is kept.")]


class Actions(BaseModel):
    """A page of actions."""

    actions: list[Action]
    next_cursor: str | None


class Undone(BaseModel):
    """What changed when an action was taken back."""

    items: list[Item]
