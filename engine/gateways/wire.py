"""Read a stranger's JSON: values of any type come in, and what is not as expected reads as absent."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime

NAME_LIMIT = 256
"""Characters of an id or an address; nothing real comes near, and an index entry stays small."""
TEXT_LIMIT = 64 * 1024
"""Bytes of a text; WhatsApp itself takes no longer ones."""

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_DECIMAL = re.compile(r"-?[0-9]{1,20}", re.ASCII)
_LAST_SECOND = 10**11  # beyond it, milliseconds were taken for seconds
_NOTHING: Mapping[str, object] = {}


def clean(text: str) -> str:
    """Return `text` with U+FFFD for what neither UTF-8 nor Postgres can hold: lone surrogates and NUL."""
    # Most of it is plain ASCII, as ids and addresses are: that is told much faster than the expression is matched.
    return text if text.isascii() and "\x00" not in text else _UNSTORABLE.sub("\ufffd", text)


def mapping(value: object) -> Mapping[str, object]:
    """Return an object of the JSON, empty where it is none."""
    return value if isinstance(value, dict) else _NOTHING


def at(value: object, *path: str) -> object:
    """Return what stands under `path`, None where the path ends early."""
    for name in path:
        if not isinstance(value, dict):
            return None
        value = value.get(name)
    return value


def name(value: object) -> str | None:
    """Return an id or an address, None where it is empty or too long to be one."""
    if not isinstance(value, str) or not 0 < len(value) <= NAME_LIMIT:
        return None
    # As in `clean`: ids and addresses are read ten times a webhook.
    return value if value.isascii() and "\x00" not in value else clean(value)


def text(value: object, limit: int = TEXT_LIMIT) -> str | None:
    """Return a text of at most `limit` bytes, None where there is nothing to read."""
    if not isinstance(value, str) or not value:
        return None
    if 4 * len(value) <= limit:  # in UTF-8 a character takes four bytes at most
        return clean(value)
    # Cut first by characters, so that a text of many megabytes is not cleaned in vain.
    return clean(value[:limit]).encode()[:limit].decode(errors="ignore")


def whole(value: object) -> int | None:
    """Return a whole number written as number, decimal string or `{low, high, unsigned}` of signed halves."""
    if type(value) is int:  # as nearly all are, and bool is not
        return value
    if isinstance(value, dict):
        low, high = value.get("low"), value.get("high")
        return (high << 32) + (low & 0xFFFFFFFF) if isinstance(low, int) and isinstance(high, int) else None
    match value:
        case bool():
            return None
        case float() if value.is_integer():
            return int(value)
        case str() if _DECIMAL.fullmatch(value):
            return int(value)
        case _:
            return None


def second(value: object) -> int | None:
    """Return Unix seconds, None where the number can be no such thing."""
    number = whole(value)
    return number if number is not None and 0 < number < _LAST_SECOND else None


def millisecond(value: object) -> int | None:
    """Return Unix milliseconds, None where the number can be no such thing."""
    number = whole(value)
    return number if number is not None and 0 < number < _LAST_SECOND * 1000 else None


def instant(seconds: float) -> datetime:
    """Return Unix seconds as an aware instant."""
    return datetime.fromtimestamp(seconds, UTC)
