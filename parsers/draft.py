"""What a parser makes of a message: a draft of an item, with the span of text behind each field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

Span = tuple[int, int]
"""`[start, end)` character offsets in the text as it was typed."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Everything outside the text that its meaning depends on; the parsers know no clock of their own."""

    sent_at: datetime
    """Naive wall-clock time in `zone` at which the message was SENT; relative dates resolve against it."""
    zone: str
    """IANA name, e.g. `America/Mexico_City`."""
    region: str
    """ISO 3166 country of the person who reacted: decides what `$`, `1.500` and `03/04` mean."""
    language: str
    """ISO 639-1 code that the text is read in."""


@dataclass(frozen=True, slots=True)
class TaskData:
    """A to-do."""

    title: str
    description: str | None = None
    due: date | datetime | None = None
    priority: str | None = None
    tags: tuple[str, ...] = ()
    assignee: str | None = None
    recurrence: str | None = None


@dataclass(frozen=True, slots=True)
class EventData:
    """An appointment; `start` is a `date` when it lasts all day."""

    title: str
    start: date | datetime
    end: date | datetime | None = None
    duration_minutes: int | None = None
    location: str | None = None
    platform: str | None = None
    url: str | None = None
    attendees: tuple[str, ...] = ()
    recurrence: str | None = None


@dataclass(frozen=True, slots=True)
class BillData:
    """Something to pay; `amount` is None where only a due date or a paying verb was given."""

    vendor: str
    amount: Decimal | None
    currency: str
    due: date | None = None
    category: str | None = None
    account: str | None = None
    recurrence: str | None = None


@dataclass(frozen=True, slots=True)
class BillsData:
    """Every bill of one message; `total` is the sum of two or more amounts in one currency, else None."""

    bills: tuple[BillData, ...]
    total: Decimal | None = None


@dataclass(frozen=True, slots=True)
class NoteData:
    """Something to keep."""

    title: str
    tags: tuple[str, ...] = ()
    body: str = ""


Data = TaskData | EventData | BillsData | NoteData


@dataclass(frozen=True, slots=True)
class Draft:
    """A reading of a message, with the evidence for it.

    `spans` maps a field of `data` to the span it was read from; the fields of several bills are
    named `bills.0.vendor`, `bills.1.amount` and so on (also where there is only one).
    `confidence` is between 0 and 1; `doubts` names what lowered it, by the keys of `parsers.doubts.KEEPS`.
    """

    kind: str
    language: str
    data: Data
    spans: Mapping[str, Span] = field(default_factory=dict)
    confidence: float = 1.0
    doubts: tuple[str, ...] = ()


class ParseError(Exception):
    """The text cannot become what was asked for: tell the person, with what was understood.

    `code` is one of `empty`, `no_title`, `no_datetime`, `no_bill`; `partial` holds the fields
    that were understood all the same, and `spans` where they stand in the text.
    """

    def __init__(
        self, code: str, *, partial: Mapping[str, object] | None = None, spans: Mapping[str, Span] | None = None
    ) -> None:
        super().__init__(code)
        self.code = code
        self.partial = dict(partial or {})
        self.spans = dict(spans or {})
