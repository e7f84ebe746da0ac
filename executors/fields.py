"""What a person may write into each field of an item, whoever asks them: a page, a program, or the command line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, BeforeValidator, Field, PlainValidator, Strict, WithJsonSchema

from executors.plan import Kind
from executors.series import next_turn

WRITTEN = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?", re.IGNORECASE)
"""A day, or an hour of it, as ISO 8601 has them."""
_AMOUNT = re.compile(r"[0-9]{1,11}(\.[0-9]{1,4})?")
_FIRST, _LAST = 1901, 2299
_LONG_AGO = date(1970, 1, 1)


def _when(said: object) -> date | datetime:
    """Return a day, or an hour of it; raises `ValueError` with words for people."""
    if not isinstance(said, str) or not WRITTEN.fullmatch(said):
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


def _is_amount(said: object) -> object:
    """Refuse what is neither a number nor the text of one: true is no amount, and 1e3 none that people write."""
    if isinstance(said, bool) or not isinstance(said, int | float | str) or not _AMOUNT.fullmatch(str(said)):
        raise ValueError("an amount such as 890 or 890.50")
    return said


def _repeats(rule: str) -> str:
    if next_turn(rule, _LONG_AGO) is None:
        raise ValueError("a rule such as FREQ=MONTHLY")
    return rule


_IS_DAY = {"type": "string", "format": "date"}
When = Annotated[
    date | datetime,
    PlainValidator(_when),
    WithJsonSchema({"anyOf": [_IS_DAY, {"type": "string", "format": "date-time"}], "description": "A day or an hour."}),
]
Day = Annotated[date, PlainValidator(_day), WithJsonSchema(_IS_DAY)]
Line = Annotated[str, Field(min_length=1, max_length=500, pattern=r"^[^\x00]*\S[^\x00]*$")]
Words = Annotated[str, Field(min_length=1, max_length=10_000, pattern=r"^[^\x00]+$")]
Tag = Annotated[str, Field(min_length=1, max_length=60, pattern=r"^[^\x00\s#]+$")]
Amount = Annotated[
    Decimal,
    Strict(strict=False),
    BeforeValidator(_is_amount),
    Field(ge=0, max_digits=15, decimal_places=4),
    WithJsonSchema({"anyOf": [
        {"type": "number", "minimum": 0, "maximum": 99_999_999_999, "multipleOf": 0.0001},
        {"type": "string", "pattern": f"^{_AMOUNT.pattern}$"},
    ]}),
]  # fmt: skip


MUST: Final = object()
"""Stands for a field that cannot be empty."""


@dataclass(frozen=True, slots=True)
class Blank:
    """A field to fill in: its type, how it looks, and what it is when it is left empty."""

    type: Any
    looks: str
    empty: Any = MUST


_TEXT = Blank(Line, "a text", None)
_OF_ITEM: Mapping[str, Blank] = {
    "priority": Blank(Literal["critical", "high", "medium", "low"], "low, medium, high or critical"),
    "tags": Blank(Annotated[list[Tag], Field(max_length=50)], "tags with commas between them", ()),
}
_TITLE = Blank(Line, "a text")
_MOMENT = "a day such as 2026-01-16, or an hour such as 2026-01-16T17:00"
_RECURRENCE = Blank(Annotated[Line, AfterValidator(_repeats)], "a rule such as FREQ=MONTHLY", None)

FIELDS: Mapping[Kind, Mapping[str, Blank]] = {
    "task": {
        "title": _TITLE, "due": Blank(When, _MOMENT, None), "description": Blank(Words, "a text", None),
        "assignee": _TEXT, "recurrence": _RECURRENCE, **_OF_ITEM,
    },
    "event": {
        "title": _TITLE, "start": Blank(When, _MOMENT), "end": Blank(When, _MOMENT, None),
        "duration_minutes": Blank(Annotated[int, Field(ge=1, le=527_040)], "so many minutes, such as 90", None),
        "location": _TEXT, "platform": _TEXT, "url": _TEXT,
        "attendees": Blank(Annotated[list[Line], Field(max_length=200)], "names with commas between them", ()),
        "recurrence": _RECURRENCE, **_OF_ITEM,
    },
    "bill": {
        "title": _TITLE, "vendor": _TITLE, "amount": Blank(Amount, "an amount such as 890.00", None),
        "currency": Blank(Annotated[str, Field(pattern=r"^[A-Z]{3}$")], "a currency such as MXN or EUR"),
        "due": Blank(Day, "a day such as 2026-01-16", None), "category": _TEXT, "account": _TEXT,
        "recurrence": _RECURRENCE, **_OF_ITEM,
    },
    "note": {"title": _TITLE, "body": Blank(Words, "a text", ""), **_OF_ITEM},
}  # fmt: skip
"""What the items of each kind have."""
