"""When something that repeats comes next."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from dateutil.rrule import rrulestr  # type: ignore[import-untyped] # dateutil ships no types

_FREQUENCIES: Final = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
_LONGEST: Final = timedelta(days=100 * 366)
"""So long a day is looked for: a rule may mean no day at all, as the 30th of February."""
_SECONDS: Final = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Turn:
    """The next occurrence: when it is, and how it repeats from there."""

    when: date | datetime
    rule: str


def next_turn(rule: str, last: date | datetime) -> Turn | None:
    """Return the occurrence after `last`; None where the rule has ended, or cannot be read.

    An hour is one of a wall clock (naive), so that nine o'clock stays nine o'clock when the clocks change.
    """
    parts = _parts(rule)
    left = int(parts.pop("COUNT", "0") or 0)
    until = until_of(parts.pop("UNTIL", ""))
    if left == 1 or parts.get("FREQ") not in _FREQUENCIES:
        return None
    timed = isinstance(last, datetime)
    start = last if isinstance(last, datetime) else datetime.combine(last, time())
    found = _after(";".join(f"{name}={value}" for name, value in parts.items()), start)
    if found is None or (until and found > until):
        return None
    # Of those that were counted one is over; every other rule goes on as it is.
    rest = re.sub(r"COUNT=\d+", f"COUNT={left - 1}", rule, flags=re.IGNORECASE) if left else rule
    return Turn(found if timed else found.date(), rest)


def going_on(rule: str, start: date | datetime) -> dict[str, str]:
    """Return the parts of a rule by which something repeats after `start`; empty where it does not."""
    return _parts(rule) if next_turn(rule, start) else {}


def _parts(rule: str) -> dict[str, str]:
    """Return the parts of a rule, empty where it is none: a second line would be another rule."""
    text = rule.strip().upper().removeprefix("RRULE:")
    if not re.fullmatch(r"[A-Z]+=[A-Z0-9,+-]+(;[A-Z]+=[A-Z0-9,+-]+)*;?", text[:500]):
        return {}
    parts = dict(part.split("=") for part in text.strip(";").split(";"))
    # The hour is the item's own.
    parts = {name: value for name, value in parts.items() if name not in {"BYHOUR", "BYMINUTE", "BYSECOND"}}
    # A step of nothing would never come to an end.
    steps = re.fullmatch(r"[1-9]\d{0,2}", parts.get("INTERVAL", "1"))
    return parts if steps and re.fullmatch(r"\d{0,4}", parts.get("COUNT", "")) else {}


def until_of(text: str) -> datetime | None:
    """Return the last moment of a series; a day is in it to its end."""
    digits = text.removesuffix("Z")
    for pattern, more in (("%Y%m%dT%H%M%S", timedelta()), ("%Y%m%d", timedelta(days=1) - _SECONDS)):
        try:
            return datetime.strptime(digits, pattern) + more  # noqa: DTZ007 - a wall clock's, as all here
        except ValueError:
            continue
    return None


def _after(rule: str, start: datetime) -> datetime | None:
    try:
        repeating: Any = rrulestr(rule, dtstart=start)
        found: datetime | None = repeating.replace(until=start + _LONGEST).after(start)
    except (ValueError, OverflowError, TypeError, KeyError, AttributeError):
        return None  # a rule that a stranger wrote; nothing follows from it
    return found
