"""Finds the first occurrence of what repeats, and places hours on days."""

from __future__ import annotations

from datetime import date, datetime, time

from . import hours
from .dates import WEEKDAY_CODES, add_days, add_months, last_of_month, nth_weekday, on_or_after
from .draft import Circumstances
from .pieces import Piece
from .resolving import date_of

_EVERY_WORKDAY = "BYDAY=MO,TU,WE,TH,FR"

Moments = tuple[date | datetime | None, date | datetime | None, int | None]
"""Start, end, and length in minutes."""


def at(day: date, minutes: int) -> datetime:
    """Place minutes since midnight on a day; from 24:00 on they are of the next."""
    return datetime.combine(
        add_days(day, minutes // hours.MIDNIGHT), time(minutes % hours.MIDNIGHT // 60, minutes % 60)
    )


def first_of_many(piece: Piece, c: Circumstances, now: datetime) -> Moments:
    """Find the first occurrence of a repetition; the hour is fixed before the day is sought."""
    first, length = _hour_of_many(piece)
    rule = dict(part.split("=") for part in f"FREQ={piece.repeat}".split(";"))
    late = first is not None and first <= now.hour * 60 + now.minute
    today = now.date()
    if piece.day:
        day = date_of(piece.day, today, c)
        if day == today and late and rule["FREQ"] == "DAILY":
            day = add_days(today, 1)
    else:
        strictly = late or (first is None and "BYDAY" in rule and _EVERY_WORKDAY not in (piece.repeat or ""))
        day = _next_occurrence(rule, add_days(today, 1) if strictly else today)
    if day is None or first is None:
        return day, None, piece.minutes
    start = at(day, first)
    return start, at(day, first + length) if length else None, length or piece.minutes


def _hour_of_many(piece: Piece) -> tuple[int | None, int | None]:
    if piece.clock and piece.until:
        first, last = hours.span(piece.clock, piece.until, piece.part)
        return first, last - first
    if piece.clock:
        said = hours.decided(piece.clock, piece.part)
        return hours.likely(piece.clock.minutes) if said is None else said, None
    return (hours.PARTS[piece.part] if piece.part else None), None


def _next_occurrence(rule: dict[str, str], earliest: date) -> date | None:
    if "BYDAY" in rule and rule["FREQ"] == "MONTHLY":
        named = [(int(code[:-2]), WEEKDAY_CODES.index(code[-2:])) for code in rule["BYDAY"].split(",")]
        months = (add_months(earliest.replace(day=1), n) for n in range(12))
        found = (nth_weekday(first, number, weekday) for first in months for number, weekday in sorted(named))
        return next((d for d in found if d and d >= earliest), None)
    if "BYDAY" in rule:
        wanted = {WEEKDAY_CODES.index(code) for code in rule["BYDAY"].split(",")}
        return next((d for d in (add_days(earliest, n) for n in range(8)) if d.weekday() in wanted), None)
    if "BYMONTHDAY" in rule:
        numbers = [int(number) for number in rule["BYMONTHDAY"].split(",")]
        days = [last_of_month(earliest) if n < 0 else on_or_after(earliest, n) for n in numbers]
        return min((d for d in days if d), default=None)
    return earliest if rule == {"FREQ": "DAILY"} else None
