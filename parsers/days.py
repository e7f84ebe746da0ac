"""Days as people say them (tomorrow, next Friday, the 15th, payday) and the date that each one means."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from .regions import region

_DECEMBER, _SATURDAY, _FRIDAY, _MID_MONTH = 12, 5, 4, 15
_CENTURY = 2000
_AGREEING_MONTHS = 12
_SEARCH_MONTHS = 12 * 8
"""Eight years on there is a 29 February again, whatever the century does."""


@dataclass(frozen=True, slots=True)
class Shift:
    """So many days, weeks, months or years from today."""

    unit: str
    count: int
    whole: bool = False
    """The beginning of that week, month or year (next week), not the same day in it."""


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week; `which` is this, next, last or nothing."""

    index: int
    which: str = ""
    week_ahead: bool = False
    """Of the week that starts next Monday."""


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of the month, perhaps with month and year."""

    day: int
    month: int | None = None
    year: int | None = None
    whole_month: bool = False
    weekday: int | None = None
    """The weekday that was said with it, by which a later month may be meant."""


@dataclass(frozen=True, slots=True)
class Digits:
    """A date in digits, whose order the region decides."""

    text: str


@dataclass(frozen=True, slots=True)
class Period:
    """A named stretch (weekend, payday, the end of the week, month or year) or, with a month, its end."""

    name: str
    which: str = ""
    month: int | None = None


Day = Shift | Weekday | MonthDay | Digits | Period


def on_or_after(earliest: date, day: int, month: int | None = None, year: int | None = None) -> date | None:
    """Give the first such date that is not before `earliest`; None where the calendar has none."""
    if year is not None:
        return _date(year, month or earliest.month, day)
    for ahead in range(_SEARCH_MONTHS):
        years, index = divmod(earliest.month - 1 + ahead, 12)
        if month is None or month == index + 1:
            found = _date(earliest.year + years, index + 1, day)
            if found and found >= earliest:
                return found
    return None


def last_of_month(day: date) -> date:
    """Give the last day of the month of a date."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def add_months(day: date, months: int) -> date:
    """Go so many months on; where the month is shorter, its last day."""
    years, index = divmod(day.month - 1 + months, 12)
    year = min(max(day.year + years, date.min.year), date.max.year)
    return date(year, index + 1, min(day.day, monthrange(year, index + 1)[1]))


def add_days(day: date, days: int) -> date:
    """Go so many days on, and stay at the end of the calendar where it ends."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def resolve(day: Day, today: date, *, country: str, language: str) -> date | None:
    """Give the date that a day means when it is said today; None where there is no such date."""
    match day:
        case Shift():
            return _shift(day, today)
        case Weekday():
            return _weekday(day, today, english=language == "en")
        case MonthDay(whole_month=True):
            return on_or_after(today.replace(day=1), 1, day.month, day.year)
        case MonthDay():
            return _month_day(day, today)
        case Digits():
            return _digits(day.text, today, month_first=region(country).month_first)
        case Period():
            return _period(day, today, english=language == "en")


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _shift(day: Shift, today: date) -> date:
    monday = add_days(today, -today.weekday())
    within: dict[str, Callable[[], date]] = {
        "day": lambda: add_days(today, day.count),
        "week": lambda: add_days(monday if day.whole else today, 7 * day.count),
        "month": lambda: add_months(today.replace(day=1) if day.whole else today, day.count),
        "year": lambda: add_months(today.replace(month=1, day=1) if day.whole else today, 12 * day.count),
    }
    return within[day.unit]()


def _month_day(day: MonthDay, today: date) -> date | None:
    first = on_or_after(today, day.day, day.month, day.year)
    found = first
    for _ in range(_AGREEING_MONTHS if day.weekday is not None else 0):
        if found is None or found.weekday() == day.weekday:
            return found
        found = on_or_after(add_days(found, 1), day.day)
    return first


def _weekday(day: Weekday, today: date, *, english: bool) -> date:
    if day.week_ahead:
        return add_days(today, 7 - today.weekday() + day.index)
    ahead = (day.index - today.weekday()) % 7
    if day.which == "last":
        return add_days(today, ahead - 7)
    if day.which == "this":
        return add_days(today, ahead)
    if day.which == "next" and english and today.weekday() < _SATURDAY:
        return add_days(today, 7 - today.weekday() + day.index)
    return add_days(today, ahead or 7)


def _digits(text: str, today: date, *, month_first: bool) -> date | None:
    parts = [int(n) for n in re.findall(r"\d+", text)]
    if len(re.match(r"\d+", text)[0]) == 4:  # type: ignore[index]  # noqa: PLR2004 - the lexer saw digits; a year has four
        return _date(*parts[:3])
    first, second, *rest = parts
    year = (rest[0] if rest[0] > 99 else _CENTURY + rest[0]) if rest else None  # noqa: PLR2004 - two digits of a year
    orders = [(second, first), (first, second)]
    for month, number in reversed(orders) if month_first else orders:
        found = on_or_after(today, number, month, year) if 1 <= month <= _DECEMBER else None
        if found:
            return found
    return None


def _period(day: Period, today: date, *, english: bool) -> date | None:
    if day.month is not None:
        first = on_or_after(today.replace(day=1), 1, day.month)
        return last_of_month(first) if first else None
    month_end = last_of_month(add_months(today, 1) if day.which == "next" else today)
    weekend = Weekday(_SATURDAY, "this" if day.which != "next" else "next")
    named: dict[str, Callable[[], date]] = {
        "weekend": lambda: (
            today if today.weekday() >= _SATURDAY and day.which != "next" else _weekday(weekend, today, english=english)
        ),
        "payday": lambda: today.replace(day=_MID_MONTH) if today.day <= _MID_MONTH else month_end,
        "week_end": lambda: add_days(today, (_FRIDAY - today.weekday()) % 7 + (7 if day.which == "next" else 0)),
        "month_end": lambda: month_end,
        "year_end": lambda: date(min(today.year + (day.which == "next"), date.max.year), _DECEMBER, 31),
    }
    return named[day.name]()
