"""What a person changed by hand wins over what is read again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from executors.plan import Wanted

_OF_ITEM = ("title", "priority", "tags")


def overlay(want: Wanted, edits: Mapping[str, object]) -> Wanted:
    """Return `want` with every edited field that its kind has; the others wait for a kind that has them."""
    if not edits:
        return want
    known = {field.name for field in fields(want.data)}
    data = {name: _value(name, value) for name, value in edits.items() if name in known}
    item: dict[str, Any] = {name: _value(name, edits[name]) for name in _OF_ITEM if name in edits}
    return replace(want, data=replace(want.data, **data), **item)


def _value(name: str, value: object) -> Any:  # noqa: ANN401 - whatever the field holds
    """Return an edit as the field's own type; edits are kept as JSON."""
    match name, value:
        case (("due" | "start" | "end"), str()):
            return date.fromisoformat(value) if len(value) == len("2026-01-15") else datetime.fromisoformat(value)
        case "amount", str():
            return Decimal(value)
        case (("tags" | "attendees"), list()):
            return tuple(value)
        case _:
            return value
