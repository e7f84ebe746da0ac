"""What a reply is about: the items or the trouble, and for whom it is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from executors.destinations.wording.details import ItemData

MARKS: Final = {"task": "✅", "event": "📅", "bill": "💳", "note": "📝"}
"""What stands for each kind where its own reaction does not."""
LIVING: Final = frozenset({"created", "reopened", "converted", "updated"})
"""The changes after which an item is there."""


@dataclass(frozen=True, slots=True)
class ReplyItem:
    """One item and what has just become of it."""

    id: int
    kind: str
    """`task`, `event`, `bill` or `note`."""
    title: str
    status: str
    change: str
    """`created`, `reopened`, `converted`, `updated`, `cancelled`, `kept`, `flagged` or `reminded`."""
    priority: str
    tags: tuple[str, ...]
    data: ItemData
    zone: str
    was: str | None = None
    """The kind that it was converted from, where that is known."""
    near_only: bool = False
    """Nobody gave it its priority: it has one because its day is near, which the day says already."""

    @property
    def said_priority(self) -> str:
        """Return the priority where it is worth a word."""
        return "medium" if self.near_only else self.priority


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a message became nothing: a code of `ParseError`, `too_slow`, `unknown_message` and so on."""

    code: str
    partial: Mapping[str, object]
    example: str | None
    """A text that would have worked."""
    example_emoji: str | None


@dataclass(frozen=True, slots=True)
class Occasion:
    """Everything that one reply is about, and for whom it is written."""

    emoji: str | None
    """The reaction as it is now; None where it was taken back."""
    language: str
    today: date
    """The reader's day, when the reply is written."""
    sent_on: date
    """The day on which the original message was sent."""
    region: str
    items: tuple[ReplyItem, ...]
    trouble: Trouble | None
    named_zone: str | None
    """Set where author and reader may have different clocks: each hour then names its zone."""
    excerpt: str
    template: str | None
    """The rule's own text in this language; it speaks for items that are there, never for a failure or an undo."""
    chat: str = ""
    person: str = ""
    rule: str = ""
    """Their names, where a text of the rule speaks of them."""
    event: str = ""
    """What a text that is sent out tells: `item.created`, `item.cancelled`."""
