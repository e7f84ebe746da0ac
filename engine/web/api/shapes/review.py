"""What readings in doubt look like, and what became of them."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, Field

from engine.web.api.asked import Kind
from engine.web.api.shapes.everywhere import Moment
from engine.web.api.shapes.items import Item


class DoubtfulDraft(BaseModel):
    """An item that a reading in doubt would make."""

    rule: str
    version: int
    step: int
    position: int
    kind: Kind
    title: str
    priority: str
    tags: list[str]
    fields: dict[str, Any]
    zone: str
    language: str
    confidence: float
    spans: Annotated[dict[str, Any], Field(description="Where in the text each field was read: from, to.")]
    people: dict[str, str]
    remind: list[dict[str, str]]
    repeats: Annotated[str | None, Field(description="How often, in the language of who asks.")]


class Review(BaseModel):
    """A reading in doubt."""

    connection_id: int
    id: Annotated[int, Field(description="Of the action that came to it: /api/actions/{id} explains it.")]
    message_id: str
    address: Annotated[str, Field(description="Who reacted.")]
    revision: int
    emoji: str | None
    heard_at: Moment
    text: str | None
    sent_at: Moment | None
    chat: str
    place: Annotated[str | None, Field(description="What the chat is called.")]
    author: str | None
    who: Annotated[str | None, Field(description="What whoever wrote it is called.")]
    reactor: Annotated[str | None, Field(description="What whoever reacted is called.")]
    own: Annotated[bool, Field(description="Whether the number's owner wrote it.")]
    zone: Annotated[str | None, Field(description="By whose clock days and hours are read.")]
    language: str | None
    rule_id: str
    rule_version: int
    read: dict[str, Any]
    spans: dict[str, Any]
    confidence: Annotated[float | None, Field(description="Null for what was read by an older version.")]
    asked: Annotated[float | None, Field(description="How sure the rule wants to be.")]
    doubts: Annotated[list[str], Field(description="What speaks against it.")]
    drafts: list[DoubtfulDraft]


class Reviews(BaseModel):
    """A page of readings in doubt."""

    reviews: list[Review]
    next_cursor: str | None


class Waits(BaseModel):
    """How many readings in doubt wait."""

    waiting: int


class Made(BaseModel):
    """The items that were made."""

    items: list[Item]


class KeptExample(BaseModel):
    """What became of a correction that was to be an example of its rule."""

    kept: bool
    holds: Annotated[bool | None, Field(description="Whether the rule reads it so already.")]
    says: Annotated[str | None, Field(description="Why it was not kept.")]
    yaml: Annotated[str, Field(description="To paste under the rule's examples.")]


class Corrected(Made):
    """The items that were made of a reading that was put right."""

    example: KeptExample | None
