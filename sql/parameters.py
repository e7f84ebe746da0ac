"""The one form in which rows are handed to a statement: a JSON array, opened by `jsonb_to_recordset`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import partial

from psycopg.types.json import Jsonb


def _plain(value: object) -> object:
    match value:
        case datetime() | date():
            return value.isoformat()
        case Decimal():
            return str(value)
        case tuple() | set() | frozenset():
            return list(value)
        case Mapping():
            return dict(value)
        case _ if is_dataclass(value) and not isinstance(value, type):
            return asdict(value)
        case _:
            raise TypeError(f"{type(value).__name__} has no place in a row")


as_json = partial(json.dumps, default=_plain, ensure_ascii=False, separators=(",", ":"))
"""JSON as the statements take it: dates in ISO form, decimals as text."""


def records(rows: Iterable[Mapping[str, object]]) -> Jsonb:
    """Return rows as one parameter: psycopg's lists of texts cost more than Postgres does."""
    return Jsonb(list(rows), dumps=as_json)


def document(value: object) -> Jsonb:
    """Return one JSON document as a parameter."""
    return Jsonb(value, dumps=as_json)
