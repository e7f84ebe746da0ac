"""What a rule can have done: a class with the options of each action, and one line for it in `ACTIONS`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from rules.asked import Length
from rules.faults import shown
from rules.outside import Body, Channel, Headers, Secret, Url, Whom, Words
from rules.shape import NotHere, Spelled, Text, Written, one_or_many
from rules.when import an_emoji

Importance = Literal["low", "medium", "high", "critical"]
Due = Annotated[
    Text,
    Spelled("today|tomorrow|mon|tue|wed|thu|fri|sat|sun|[1-9][0-9]{0,2}[dw]", "a day such as today, fri, 3d or 2w"),
]
Tag = Annotated[Text, Spelled(r"[^\s#,]{1,50}", "a tag: one word of at most 50 characters, without the #")]
Remind = Annotated[
    list[
        Annotated[
            Text,
            Spelled(
                "(?:[1-9][0-9]{0,2}[mhdw]|[0-9]{1,3}d (?:[01][0-9]|2[0-3]):[0-5][0-9])",
                'a reminder such as 1h, 1d or "0d 09:00"',
            ),
        ]
    ],
    Field(min_length=1, max_length=10),
    BeforeValidator(one_or_many, json_schema_input_type=Text | list[Text]),
]
"""How long before the day or hour of an item, or how many days before and at which hour."""
Tags = Annotated[list[Tag], Field(max_length=20), BeforeValidator(one_or_many, json_schema_input_type=Tag | list[Tag])]


def _no_calendar(name: object) -> str | None:
    return f"there is no calendar {shown(name)} here: the event is kept in Toque alone" if name is not None else None


class CreateTask(Written):
    """Make a task; `due` is for texts that name no day, and counts from the reaction.

    `assignee: reactor` gives it to whoever reacted; any other name is for texts that name nobody.
    """

    priority: Importance | None = None
    due: Due | None = None
    tags: Tags | None = None
    assignee: Annotated[Text, Field(max_length=100)] | None = None
    remind: Remind | None = None


class CreateEvent(Written):
    """Make an event in the calendar."""

    duration: Length | None = None
    tags: Tags | None = None
    calendar: Annotated[Text | None, NotHere(_no_calendar)] = None
    remind: Remind | None = None


class CreateBill(Written):
    """Make a bill of each payment that the message names."""

    priority: Importance | None = None
    tags: Tags | None = None
    split: Literal["each"] | None = None
    remind: Remind | None = None


class CreateNote(Written):
    """Keep the message as a note."""

    tags: Tags | None = None


class SendMessage(Written):
    """Write to somebody in WhatsApp; to nobody but whoever reacted, unless `to` says so."""

    to: Whom | None = None
    text: Words


class React(Written):
    """React to the message, with the reaction of a bot's number."""

    emoji: Annotated[str, BeforeValidator(an_emoji, json_schema_input_type=str)]


class Notify(Written):
    """Tell a channel that whoever runs Toque has set up; `dedupe` leaves out repeats within a time."""

    channel: Channel
    severity: Importance | None = None
    dedupe: Length | None = None
    text: Words | None = None


class Webhook(Written):
    """Call another program with the items as JSON; again with `item.cancelled` when they are taken back."""

    url: Url
    sign_with: Secret | None = None
    headers: Headers | None = None
    body: Body | None = None


ACTIONS: dict[str, type[Written]] = {
    "create_task": CreateTask,
    "create_event": CreateEvent,
    "create_bill": CreateBill,
    "create_note": CreateNote,
    "send_message": SendMessage,
    "react": React,
    "notify": Notify,
    "webhook": Webhook,
}

ERRANDS = ("send_message", "react", "notify", "webhook")
"""Those that make no item, and send something out instead."""
