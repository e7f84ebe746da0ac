"""What may be written into an item by hand, kind by kind."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, Strict, WithJsonSchema

from engine.web.api.said import Body, Day, When

_AMOUNT = re.compile(r"[0-9]{1,11}(\.[0-9]{1,4})?")


def _undefaulted(schema: dict[str, Any]) -> None:
    """Leave the default out of the description: what is not sent is not touched, and null is another thing."""
    schema.pop("default", None)


LEFT_ALONE: Any = Field(default=None, json_schema_extra=_undefaulted)
"""Where nothing is sent, nothing is written."""

Line = Annotated[str, Field(min_length=1, max_length=500, pattern=r"^[^\x00]*\S[^\x00]*$")]
Words = Annotated[str, Field(min_length=1, max_length=10_000, pattern=r"^[^\x00]+$")]
Tag = Annotated[str, Field(min_length=1, max_length=60, pattern=r"^[^\x00\s#]+$")]


def _is_amount(said: object) -> object:
    """Refuse what is neither a number nor the text of one: true is no amount, and 1e3 none that people write."""
    if isinstance(said, bool) or not isinstance(said, int | float | str) or not _AMOUNT.fullmatch(str(said)):
        raise ValueError("an amount such as 890 or 890.50")
    return said


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


class ItemPatch(Body):
    """What every item has; what is not sent stays."""

    title: Line = LEFT_ALONE
    priority: Literal["critical", "high", "medium", "low"] = LEFT_ALONE
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
    amount: Amount | None = LEFT_ALONE
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] = LEFT_ALONE
    due: Day | None = LEFT_ALONE
    category: Line | None = LEFT_ALONE
    account: Line | None = LEFT_ALONE


class NotePatch(ItemPatch):
    """What may be changed in a note."""

    body: Words = LEFT_ALONE
