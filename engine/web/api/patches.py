"""What may be written into an item by hand, kind by kind."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, PlainValidator, WithJsonSchema

_MOMENT = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:\d\d)?)?")
_FIRST, _LAST = 1901, 2299


def _moment(said: object) -> date | datetime:
    """Return a day, or an hour of it; raises `ValueError` with words for people."""
    if not isinstance(said, str) or not _MOMENT.fullmatch(said):
        raise ValueError("a day such as 2026-01-15, or an hour of it such as 2026-01-15T09:30")
    try:
        read = date.fromisoformat(said) if len(said) == len("2026-01-15") else datetime.fromisoformat(said)
    except ValueError:
        raise ValueError(f"{said} is not in the calendar") from None
    if not _FIRST <= read.year <= _LAST:
        raise ValueError(f"a year from {_FIRST} to {_LAST}")
    return read


def _day(said: object) -> date:
    read = _moment(said)
    if isinstance(read, datetime):
        raise ValueError("a day such as 2026-01-15: bills have no hour")  # noqa: TRY004 - pydantic tells a ValueError's words
    return read


def _undefaulted(schema: dict[str, Any]) -> None:
    """Leave the default out of the description: what is not sent is not touched, and null is another thing."""
    schema.pop("default", None)


LEFT_ALONE: Any = Field(default=None, json_schema_extra=_undefaulted)
"""Where nothing is sent, nothing is written."""

_DAY = {"type": "string", "format": "date"}
When = Annotated[
    date | datetime,
    PlainValidator(_moment),
    WithJsonSchema({"anyOf": [_DAY, {"type": "string", "format": "date-time"}], "description": "A day or an hour."}),
]
Day = Annotated[date, PlainValidator(_day), WithJsonSchema(_DAY)]
Line = Annotated[str, Field(min_length=1, max_length=500, pattern=r"^[^\x00]*\S[^\x00]*$")]
Words = Annotated[str, Field(min_length=1, max_length=10_000, pattern=r"^[^\x00]+$")]
Tag = Annotated[str, Field(min_length=1, max_length=60, pattern=r"^[^\x00\s#]+$")]


class ItemPatch(BaseModel):
    """What every item has; what is not sent stays."""

    model_config = ConfigDict(extra="forbid")

    title: Line = LEFT_ALONE
    priority: Literal["high", "medium", "low"] = LEFT_ALONE
    tags: Annotated[list[Tag], Field(max_length=50)] = LEFT_ALONE


class TaskPatch(ItemPatch):
    """What may be changed in a task."""

    due: When | None = LEFT_ALONE
    description: Words | None = LEFT_ALONE
    assignee: Line | None = LEFT_ALONE


class EventPatch(ItemPatch):
    """What may be changed in an event."""

    start: When = LEFT_ALONE
    end: When | None = LEFT_ALONE
    duration_minutes: Annotated[int, Field(ge=1, le=527_040)] | None = LEFT_ALONE
    location: Line | None = LEFT_ALONE
    platform: Line | None = LEFT_ALONE
    url: Line | None = LEFT_ALONE
    attendees: Annotated[list[Line], Field(max_length=200)] = LEFT_ALONE


class BillPatch(ItemPatch):
    """What may be changed in a bill."""

    vendor: Line = LEFT_ALONE
    amount: Annotated[Decimal, Field(ge=0, max_digits=15, decimal_places=4)] | None = LEFT_ALONE
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] = LEFT_ALONE
    due: Day | None = LEFT_ALONE
    category: Line | None = LEFT_ALONE
    account: Line | None = LEFT_ALONE


class NotePatch(ItemPatch):
    """What may be changed in a note."""

    body: Words = LEFT_ALONE
