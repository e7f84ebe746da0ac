"""What is said in a body or behind the `?`: days and moments as ISO 8601 has them, and nothing that is not known."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Annotated

from pydantic import AwareDatetime, BaseModel, BeforeValidator, ConfigDict, PlainValidator, Strict, WithJsonSchema

_WHEN = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?", re.IGNORECASE)
_FIRST, _LAST = 1901, 2299


class Body(BaseModel):
    """What a body may hold: what is not known is refused, and a text that looks like a number is none."""

    model_config = ConfigDict(extra="forbid", strict=True)


def _when(said: object) -> date | datetime:
    """Return a day, or an hour of it; raises `ValueError` with words for people."""
    if not isinstance(said, str) or not _WHEN.fullmatch(said):
        raise ValueError("a day such as 2026-01-15, or an hour of it such as 2026-01-15T09:30")
    try:
        read = date.fromisoformat(said) if len(said) == len("2026-01-15") else datetime.fromisoformat(said.upper())
    except ValueError:
        raise ValueError(f"{said} is not in the calendar") from None
    if not _FIRST <= read.year <= _LAST:
        raise ValueError(f"a year from {_FIRST} to {_LAST}")
    return read


def _day(said: object) -> date:
    read = _when(said)
    if isinstance(read, datetime):
        raise ValueError("a day such as 2026-01-15, without an hour")  # noqa: TRY004 - pydantic tells a ValueError's words
    return read


def _is_moment(said: object) -> object:
    """Refuse a number: pydantic would take it for seconds since 1970."""
    if not isinstance(said, str) or not _WHEN.fullmatch(said):
        raise ValueError("a moment such as 2026-01-15T09:30:00Z")
    return said


_DAY = {"type": "string", "format": "date"}
When = Annotated[
    date | datetime,
    PlainValidator(_when),
    WithJsonSchema({"anyOf": [_DAY, {"type": "string", "format": "date-time"}], "description": "A day or an hour."}),
]
Day = Annotated[date, PlainValidator(_day), WithJsonSchema(_DAY)]
Moment = Annotated[AwareDatetime, Strict(strict=False), BeforeValidator(_is_moment)]
