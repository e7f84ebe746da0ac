"""Finds the date that each way of saying a day means, when it is said today."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from .dates import (
    add_days,
    add_months,
    after,
    date_or_none,
    last_of_month,
    next_feast,
    nth_week,
    nth_weekday,
    on_or_after,
    stage,
    week_of_year,
)
from .days import (
    After,
    Day,
    Digits,
    Feast,
    MonthDay,
    Near,
    Nth,
    Period,
    Season,
    Shift,
    Stage,
    Weekday,
    WeekOf,
    Workday,
    Year,
)
from .draft import Circumstances
from .languages import LANGUAGES
from .regions import Region, region

_DECEMBER, _SATURDAY, _FRIDAY, _MID_MONTH = 12, 5, 4, 15
_CENTURY = 2000
_AGREEING_DAYS = 60
"""So far ahead is a day looked for that falls on the weekday that was said with it."""


def comes_every_year(day: Day) -> bool:
    """Tell a date that was said without its year."""
    match day:
        case MonthDay(month=int(), year=None):
            return True
        case Digits(text=text):
            return len(re.findall(r"\d+", text)) == 2  # noqa: PLR2004 - day and month
        case _:
            return False


def date_of(day: Day, today: date, c: Circumstances) -> date | None:
    """Give the date that a day means in the circumstances of a message."""
    return resolve(day, today, home=region(c.region), skips=LANGUAGES[c.language].next_skips_one)


def last_such(day: Day | None, c: Circumstances) -> date | None:
    """Give the last day that was such a one, where the year or the month, or which week, was not said."""
    today = c.sent_at.date()
    if isinstance(day, Weekday) and not (day.which or day.week_ahead):
        return add_days(today, -((today.weekday() - day.index) % 7))
    of_any_month = isinstance(day, MonthDay) and not (day.month or day.year or day.years_on)
    months = 12 if day and comes_every_year(day) else int(of_any_month)
    return date_of(day, add_days(add_months(today, -months), 1), c) if day and months else None


def resolve(day: Day, today: date, *, home: Region, skips: bool) -> date | None:
    """Give the date that a day means when it is said today, if there is one; `next` may skip the coming Friday."""
    match day:
        case After(base=inner) | Near(base=inner) | WeekOf(base=inner) | Nth(within=inner) | Stage(within=inner):
            base = resolve(inner, today, home=home, skips=skips)
            return _counted(day, base, today) if base else None
        case Season():
            return _season(day, today, south=home.south)
        case Digits():
            return _digits(day.text, today, month_first=home.month_first)
        case Weekday():
            return _weekday(day, today, skips=skips)
        case Period():
            return _period(day, today, home=home, skips=skips)
        case _:
            return _plain(day, today)


def _counted(day: After | Near | WeekOf | Nth | Stage, base: date, today: date) -> date | None:
    """Give a day that is counted from another one."""
    match day:
        case After():
            return after(base, day.distance)
        case Near():
            return _weekday(day.weekday, base, skips=False)
        case WeekOf():
            return add_days(base, -base.weekday())
        case Stage():
            first_and_last = stage(base, day.unit, day.name)
            return first_and_last[day.last] if first_and_last else None
        # The last Sunday of the year is that of December.
        case Nth(unit="weekday" | "week") if day.number < 0 and _is_year(day.within):
            return _nth(day, base.replace(month=_DECEMBER))
        case Nth():
            found = _nth(day, base)
            return _nth(day, add_months(base, 12)) if found and found < today and _may_be_later(day.within) else found


def _plain(day: Shift | MonthDay | Year | Feast | Workday, today: date) -> date | None:
    match day:
        case Shift():
            return _shift(day, today)
        case MonthDay(whole_month=True) if day.years_on is None:
            coming = on_or_after(today.replace(day=1), 1, day.month, day.year)
            return add_months(coming, -12) if coming and day.gone else coming
        case MonthDay():
            return _month_day(day, today)
        case Feast():
            year = day.year if day.years_on is None else today.year + day.years_on
            return next_feast(day.rule, today, year)
        case Year():
            return date_or_none(day.number, 1, 1)
        case Workday():
            return _workday(day.count, today)


def _shift(day: Shift, today: date) -> date:
    monday = add_days(today, -today.weekday())
    within: dict[str, Callable[[], date]] = {
        "day": lambda: add_days(today, day.count),
        "week": lambda: add_days(monday if day.whole else today, 7 * day.count),
        "fortnight": lambda: add_days(monday if day.whole else today, 14 * day.count),
        "month": lambda: add_months(today.replace(day=1) if day.whole else today, day.count),
        "quarter": lambda: add_months(
            today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1) if day.whole else today, 3 * day.count
        ),
        "year": lambda: add_months(today.replace(month=1, day=1) if day.whole else today, 12 * day.count),
    }
    return within[day.unit]()


_SEASONS = {"spring": "03-20", "summer": "06-21", "autumn": "09-22", "winter": "12-21"}
_OPPOSITE = {"spring": "autumn", "summer": "winter", "autumn": "spring", "winter": "summer"}


def _season(day: Season, today: date, *, south: bool) -> date | None:
    return next_feast(_SEASONS[_OPPOSITE[day.name] if south else day.name], today, day.year)


def _may_be_later(within: Day) -> bool:
    return isinstance(within, MonthDay) and within.year is None


def _is_year(within: Day) -> bool:
    return isinstance(within, Year) or (isinstance(within, Shift) and within.unit == "year")


def _nth(day: Nth, first: date) -> date | None:
    match day.unit:
        case "weekday":
            return nth_weekday(first, day.number, day.weekday)
        case "weekend":
            return nth_weekday(first, day.number, _SATURDAY)
        case "week":
            of_year = day.number > 0 and _is_year(day.within)
            return week_of_year(first.year, day.number) if of_year else nth_week(first, day.number)
        case "quarter":
            quarter = day.number if day.number > 0 else 5 + day.number
            return date_or_none(first.year, 3 * quarter - 2, 1) if 1 <= quarter <= 4 else None  # noqa: PLR2004
        case "month":
            return date_or_none(first.year, day.number if day.number > 0 else _DECEMBER, 1)
        case _:
            return date_or_none(first.year, first.month, day.number) if day.number > 0 else last_of_month(first)


def _workday(count: int, today: date) -> date:
    for _ in range(count):
        today = add_days(today, 1)
        while today.weekday() >= _SATURDAY:
            today = add_days(today, 1)
    return today


def _month_day(day: MonthDay, today: date) -> date | None:
    if day.years_on is not None:
        return date_or_none(today.year + day.years_on, day.month or today.month, day.day)
    first = on_or_after(today, day.day, day.month, day.year)
    if day.weekday is None or day.month or day.year:
        return first
    found = first
    while found and found <= add_days(today, _AGREEING_DAYS):
        if found.weekday() == day.weekday:
            return found
        found = on_or_after(add_days(found, 1), day.day) if found < date.max else None
    return first


def _weekday(day: Weekday, today: date, *, skips: bool) -> date:
    if day.week_ahead:
        return add_days(today, 7 - today.weekday() + day.index)
    ahead = (day.index - today.weekday()) % 7
    if day.which == "last":
        return add_days(today, ahead - 7)
    if day.which == "this":
        return add_days(today, ahead)
    if day.which == "next" and skips and today.weekday() < _SATURDAY:
        return add_days(today, 7 - today.weekday() + day.index)
    return add_days(today, ahead or 7)


def _digits(text: str, today: date, *, month_first: bool) -> date | None:
    parts = [int(n) for n in re.findall(r"\d+", text)]
    if len(re.match(r"\d+", text)[0]) == 4:  # type: ignore[index]  # noqa: PLR2004 - the lexer saw digits; a year has four
        return date_or_none(*parts[:3])
    first, second, *rest = parts
    year = (rest[0] if rest[0] > 99 else _CENTURY + rest[0]) if rest else None  # noqa: PLR2004 - two digits of a year
    orders = [(second, first), (first, second)]
    for month, number in reversed(orders) if month_first else orders:
        found = on_or_after(today, number, month, year) if 1 <= month <= _DECEMBER else None
        if found:
            return found
    return None


def _period(day: Period, today: date, *, home: Region, skips: bool) -> date | None:
    if day.month is not None:
        first = on_or_after(today.replace(day=1), 1, day.month)
        return last_of_month(first) if first else None
    month_end = last_of_month(add_months(today, 1) if day.which == "next" else today)
    # "Para a semana" is the next one in Portugal and Africa; in Brazil it says what for.
    if day.name == "next_week" and home.week_is_purpose:
        return None
    weekend = Weekday(_SATURDAY, "this" if day.which != "next" else "next")
    named: dict[str, Callable[[], date]] = {
        "weekend": lambda: (
            add_days(today, (_SATURDAY - today.weekday()) % 7 - (7 if today.weekday() <= _SATURDAY else 14))
            if day.which == "last"
            else today
            if today.weekday() >= _SATURDAY and day.which != "next"
            else _weekday(weekend, today, skips=skips)
        ),
        "next_week": lambda: add_days(today, 7 - today.weekday()),
        "payday": lambda: today.replace(day=_MID_MONTH) if today.day <= _MID_MONTH else month_end,
        "week_end": lambda: add_days(today, (_FRIDAY - today.weekday()) % 7 + (7 if day.which == "next" else 0)),
        "month_end": lambda: month_end,
        "year_end": lambda: date(min(today.year + (day.which == "next"), date.max.year), _DECEMBER, 31),
    }
    return named[day.name]()
