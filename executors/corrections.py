"""What a person may set in an item: each field as the type that its parser gives it, or a sentence on what is wrong."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import fields
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from pydantic import AfterValidator, BeforeValidator, Field, TypeAdapter, ValidationError

from executors.plan import Kind, Wanted
from executors.series import next_turn
from parsers.draft import BillData, EventData, NoteData, TaskData

_DATA: Mapping[Kind, type[Any]] = {"task": TaskData, "event": EventData, "bill": BillData, "note": NoteData}
_YEARS = (1970, 2200)
"""A day outside these cannot be shown in every calendar."""
_LONG_AGO = date(1970, 1, 1)


class WrongField(ValueError):  # noqa: N818 - it says what is the matter
    """There is no such field, or it cannot have this value; the message says what it can have."""


def _in_calendars(when: Any) -> Any:  # noqa: ANN401 - a day, an hour, or nothing
    if isinstance(when, datetime) and when.tzinfo is not None:
        raise ValueError("has a zone")
    if isinstance(when, date) and not _YEARS[0] <= when.year <= _YEARS[1]:
        raise ValueError("is in no calendar")
    return when


def _repeats(rule: str) -> str:
    if next_turn(rule, _LONG_AGO) is None:
        raise ValueError("has no next")
    return rule


def _currency(code: object) -> object:
    return code.upper() if isinstance(code, str) else code


def _moment(value: object) -> object:
    """Read a day as a day and an hour as an hour; a number is neither."""
    if not isinstance(value, str):
        return value
    said = value.strip().replace(" ", "T")
    return date.fromisoformat(said) if len(said) == len("2026-01-15") else datetime.fromisoformat(said)


def _words(value: object) -> object:
    """Let words with commas between them be a list."""
    if not isinstance(value, str):
        return value
    return [word for part in value.split(",") if (word := part.strip().removeprefix("#").strip())]


_Text = Annotated[str, Field(min_length=1, max_length=4_000)]
_Words = Annotated[tuple[Annotated[str, Field(min_length=1, max_length=100)], ...], Field(max_length=50)]
_TYPES: Mapping[str, tuple[Any, str]] = {
    "amount": (Annotated[Decimal, Field(ge=0, le=10**15, decimal_places=4)], "an amount such as 890.00"),
    "currency": (
        Annotated[str, BeforeValidator(_currency), Field(pattern="^[A-Z]{3}$")],
        "a currency such as MXN or EUR",
    ),
    "priority": (Literal["low", "medium", "high", "critical"], "low, medium, high or critical"),
    "tags": (Annotated[_Words, BeforeValidator(_words)], "tags with commas between them"),
    "attendees": (Annotated[_Words, BeforeValidator(_words)], "names with commas between them"),
    "duration_minutes": (Annotated[int, Field(ge=1, le=525_600)], "so many minutes, such as 90"),
    "recurrence": (Annotated[_Text, AfterValidator(_repeats)], "a rule such as FREQ=MONTHLY"),
}
"""What is narrower than its parser's own type, with how it looks."""
_DAY = Annotated[date, BeforeValidator(_moment), AfterValidator(_in_calendars)]
_WHEN = Annotated[date | datetime, BeforeValidator(_moment), AfterValidator(_in_calendars)]


@cache
def settable(kind: Kind) -> dict[str, tuple[TypeAdapter[Any], str, bool]]:
    """Return every field that an item of a kind has: its type, how it looks, and whether it may be empty."""
    hints = get_type_hints(_DATA[kind])
    found: dict[str, tuple[TypeAdapter[Any], str, bool]] = {}
    for name in ("title", *(field.name for field in fields(_DATA[kind])), "priority", "tags"):
        hint = hints.get(name, str)
        inner = get_args(hint) if get_origin(hint) is types.UnionType else (hint,)
        may_be_none = type(None) in inner and name != "priority"
        empty = may_be_none or get_origin(hint) is tuple or name in {"body", "tags"}
        if name in _TYPES:
            made, looks = _TYPES[name]
        elif datetime in inner:
            made, looks = _WHEN, "a day such as 2026-01-16, or an hour such as 2026-01-16T17:00"
        elif date in inner:
            made, looks = _DAY, "a day such as 2026-01-16"
        else:
            made, looks = _Text, "a text"
        found[name] = (TypeAdapter(made), looks, empty)
    return found


def corrected(want: Wanted, said: Mapping[str, object]) -> dict[str, Any]:
    """Return what a person set, as it is kept with the item; raises `WrongField`.

    A value is text as it was typed, or plain JSON; an empty one takes away what was read.
    """
    edits = typed(want.kind, said)
    # A bill is called by whom it is paid to.
    if want.kind == "bill" and (called := edits.keys() & {"title", "vendor"}):
        edits |= dict.fromkeys(("title", "vendor"), edits["vendor" if "vendor" in called else "title"])
    start, end = (edits.get(name, getattr(want.data, name, None)) for name in ("start", "end"))
    if start and end and (type(start) is not type(end) or end < start):
        raise WrongField(f"It would end ({end.isoformat()}) before it starts ({start.isoformat()}): set both.")
    return edits


def typed(kind: Kind, said: Mapping[str, object]) -> dict[str, Any]:
    """Return fields of an item of a kind as the types that they are kept as; raises `WrongField`."""
    return {name: _value(kind, name, value) for name, value in said.items()}


def _value(kind: Kind, name: str, value: object) -> Any:  # noqa: ANN401 - whatever the field holds
    known = settable(kind)
    if name not in known:
        raise WrongField(f"A {kind} has no field {name}. It has: {', '.join(known)}")
    type_, looks, may_be_empty = known[name]
    if value in (None, "", []):
        if not may_be_empty:
            raise WrongField(f"The {name} of a {kind} cannot be empty: it is {looks}.")
        return () if name in {"tags", "attendees"} else "" if name == "body" else None
    try:
        return type_.validate_python(value.strip() if isinstance(value, str) else value)
    except (ValidationError, ValueError, OverflowError) as fault:
        raise WrongField(f"{name}: {value!r} is not {looks}.") from fault
