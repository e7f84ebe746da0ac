"""What items look like: tasks, events, bills, notes, and changes of many."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, Field

from engine.web.api.asked import Kind, Status
from engine.web.api.shapes.everywhere import Moment, When


class TaskFields(BaseModel):
    """What a task has."""

    due: When | None
    description: str | None
    assignee: str | None
    recurrence: str | None


class EventFields(BaseModel):
    """What an event has."""

    start: When | None
    end: When | None
    duration_minutes: int | None
    location: str | None
    platform: str | None
    url: str | None
    attendees: list[str] | None
    recurrence: str | None


class BillFields(BaseModel):
    """What a bill has; an amount is text, to the cent."""

    vendor: str | None
    amount: str | None
    currency: str | None
    due: When | None
    category: str | None
    account: str | None
    recurrence: str | None


class NoteFields(BaseModel):
    """What a note has."""

    body: str | None


class Someone(BaseModel):
    """Who is meant by a name in the fields."""

    address: str
    name: str | None
    person_id: int | None


class Item(BaseModel):
    """A task, an event, a bill or a note."""

    id: int
    connection_id: int
    kind: Kind
    title: str
    status: Status
    flags: list[str]
    priority: str
    tags: list[str]
    message_id: str
    chat: str
    rule_id: str
    rule_version: int
    follows: Annotated[int | None, Field(description="The item whose next turn this is.")]
    confidence: float
    spans: Annotated[dict[str, Any], Field(description="Where in the text each field was read: from, to.")]
    created_at: Moment
    updated_at: Moment
    done_at: Moment | None
    fields: TaskFields | EventFields | BillFields | NoteFields
    repeats: Annotated[str | None, Field(description="How often, in the language of who asks.")]
    people: dict[str, Someone]


class ItemWithText(Item):
    """An item with the message that it was read from, where that is still kept."""

    text: str | None


class Items(BaseModel):
    """A page of items."""

    items: list[Item]
    next_cursor: str | None


class Total(BaseModel):
    """What the bills of a month and a currency come to."""

    month: Annotated[str | None, Field(description="`2026-01`; null for bills of no day.")]
    currency: str
    amount: Annotated[str, Field(description="Text, to the cent.")]
    bills: Annotated[int, Field(description="So many, with those whose amount is not known.")]


class Totals(BaseModel):
    """What bills come to, the months in order."""

    totals: list[Total]


class Done(BaseModel):
    """What became of an item."""

    item: Item
    changed: Annotated[bool, Field(description="False where everything was so already.")]
    next: Annotated[Item | None, Field(description="The next one of its series, made or taken back with it.")]


class BulkEdit(BaseModel):
    """What a change of many items did, or would do."""

    id: Annotated[str | None, Field(description="Undoes it: POST /api/items/bulk/{id}/undo. Null in a dry run.")]
    dry_run: bool
    touched: int
    left_alone: Annotated[int, Field(description="Meant too, and so already.")]
    items: Annotated[list[Item], Field(description="The first hundred, as they are now.")]


class BulkUndone(BaseModel):
    """What of a change of many items was taken back."""

    undone: list[int]
    kept: Annotated[list[int], Field(description="Something happened to them since.")]
