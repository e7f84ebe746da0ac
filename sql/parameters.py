"""The one form in which rows are handed to a statement: a JSON array, opened by `jsonb_to_recordset`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from psycopg.types.json import Jsonb
from pydantic_core import to_json


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} has no place in a row")


def as_json(value: object) -> str:
    """Return JSON as the statements take it: dates in ISO form, decimals as text, dataclasses by their fields."""
    return _dumps(value).decode()


def _dumps(value: object) -> bytes:
    return to_json(value, fallback=_plain)


def records(rows: Iterable[Mapping[str, object]]) -> Jsonb:
    """Return rows as one parameter: psycopg's lists of texts cost more than Postgres does."""
    return Jsonb(list(rows), dumps=_dumps)


def document(value: object) -> Jsonb:
    """Return one JSON document as a parameter."""
    return Jsonb(value, dumps=_dumps)
