"""What a rule can have done: a class with the options of each action, and one line for it in `ACTIONS`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from rules.shape import Later, Spelled, Text, Written, one_or_many

Importance = Literal["low", "medium", "high", "critical"]
Duration = Annotated[Text, Spelled("[1-9][0-9]{0,3}[smhdw]", "a length of time such as 30m, 1h or 2d")]
Tag = Annotated[Text, Spelled(r"[^\s#,]{1,50}", "a tag: one word of at most 50 characters, without the #")]
Tags = Annotated[list[Tag], Field(max_length=20), BeforeValidator(one_or_many, json_schema_input_type=Tag | list[Tag])]


class CreateTask(Written):
    """Make a task."""

    priority: Importance | None = None
    tags: Tags | None = None
    remind: Later = None


class CreateEvent(Written):
    """Make an event in the calendar."""

    duration: Duration | None = None
    tags: Tags | None = None
    calendar: Later = None
    remind: Later = None


class CreateBill(Written):
    """Make a bill of each payment that the message names."""

    priority: Importance | None = None
    tags: Tags | None = None
    split: Literal["each"] | None = None
    remind: Later = None


class CreateNote(Written):
    """Keep the message as a note."""

    tags: Tags | None = None


ACTIONS: dict[str, type[Written]] = {
    "create_task": CreateTask,
    "create_event": CreateEvent,
    "create_bill": CreateBill,
    "create_note": CreateNote,
}

ACTIONS_TO_COME = ("send_message", "react", "notify", "webhook")
