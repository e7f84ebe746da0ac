"""What changed between two states of a thing, field by field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Changed:
    """One field that is another now; `name` is empty where the whole is one value."""

    name: str
    before: Any
    after: Any


def difference(before: object, after: object, name: str = "") -> Iterator[Changed]:
    """Yield the fields that differ, those within others as `fields.due`; what is made or gone, with all that it had."""
    if isinstance(before, Mapping | None) and isinstance(after, Mapping | None) and (before or after):
        was, now = before or {}, after or {}
        for key in dict.fromkeys((*now, *was)):
            yield from difference(was.get(key), now.get(key), f"{name}.{key}".lstrip("."))
    elif before != after:
        yield Changed(name, before, after)
