"""What a person may set in an item: each field as the type that its parser gives it, or a sentence on what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from executors.fields import FIELDS, MUST
from executors.plan import Kind, Wanted


class WrongField(ValueError):  # noqa: N818 - it says what is the matter
    """There is no such field, or it cannot have this value; the message says what it can have."""


def _moment(value: str) -> str:
    return value.strip().replace(" ", "T")


def _several(value: str) -> list[str]:
    return [word for part in value.split(",") if (word := part.strip().removeprefix("#").strip())]


_TYPED: Mapping[str, Callable[[str], object]] = {
    "due": _moment, "start": _moment, "end": _moment, "tags": _several, "attendees": _several,
    "currency": lambda code: code.strip().upper(),
}  # fmt: skip
"""How people type what programs send otherwise."""


@cache
def _reader(kind: Kind, name: str) -> TypeAdapter[Any]:
    return TypeAdapter(FIELDS[kind][name].type)


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
    blank = FIELDS[kind].get(name)
    if blank is None:
        raise WrongField(f"A {kind} has no field {name}. It has: {', '.join(FIELDS[kind])}")
    if value in (None, "", []):
        if blank.empty is MUST:
            raise WrongField(f"The {name} of a {kind} cannot be empty: it is {blank.looks}.")
        return blank.empty
    said = _TYPED.get(name, str.strip)(value) if isinstance(value, str) else value
    try:
        found = _reader(kind, name).validate_python(said)
    except (ValidationError, ValueError, OverflowError) as fault:
        raise WrongField(f"{name}: {value!r} is not {blank.looks}.") from fault
    if isinstance(found, datetime) and found.tzinfo is not None:
        # Whoever types has the item before them, and its own clock.
        raise WrongField(f"{name}: {value!r} is not {blank.looks}.")
    return tuple(found) if isinstance(found, list) else found
