"""Counts on the calendar: so many days or months on, the next date that fits, a feast of some year."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

_SEARCH_MONTHS = 12 * 8
"""Eight years on there is a 29 February again, whatever the century does."""
_MONTH_DAYS, _YEAR_DAYS, _DAY_SECONDS = 30, 365, 24 * 60 * 60
WEEKDAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_SUNDAY, _THURSDAY = 6, 3
_STAGES: dict[str, dict[str, tuple[int, int]]] = {
    # days of the week, from Monday
    "week": {"start": (0, 2), "middle": (1, 3), "late": (3, 6), "end": (4, 4)},
    # days of the month
    "month": {"start": (1, 10), "middle": (10, 20), "late": (21, 31), "half1": (1, 15), "half2": (16, 31)},
    # months of the year
    "year": {
        "start": (1, 3), "middle": (5, 8), "late": (10, 12), "half1": (1, 6), "half2": (7, 12),
        "quarter1": (1, 3), "quarter2": (4, 6), "quarter3": (7, 9), "quarter4": (10, 12),
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Distance:
    """A length of time as people count it: months differ, days and seconds do not."""

    months: int = 0
    days: int = 0
    seconds: int = 0

    def times(self, sign: int) -> Distance:
        """Give it that often; -1 goes back."""
        return Distance(self.months * sign, self.days * sign, self.seconds * sign)

    @property
    def total(self) -> int:
        """Give its seconds, a month having 30 days and a year 365."""
        years, months = divmod(self.months, 12)
        return (years * _YEAR_DAYS + months * _MONTH_DAYS + self.days) * _DAY_SECONDS + self.seconds


def on_or_after(earliest: date, day: int, month: int | None = None, year: int | None = None) -> date | None:
    """Give the first such date that is not before `earliest`; None where the calendar has none."""
    if year is not None:
        return date_or_none(year, month or earliest.month, day)
    for ahead in range(_SEARCH_MONTHS):
        years, index = divmod(earliest.month - 1 + ahead, 12)
        if month is None or month == index + 1:
            found = date_or_none(earliest.year + years, index + 1, day)
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


def stage(day: date, unit: str, name: str) -> tuple[date, date] | None:
    """Give the first and the last day of a part of the week, month or year in which a day is."""
    known = {"week": (0, 6), "month": (1, 31), "year": (1, 12)}
    if unit not in known or not (
        first_last := _STAGES[unit].get(name, known[unit] if name in {"whole", "end"} else None)
    ):
        return None
    first, last = first_last
    if unit == "week":
        monday = add_days(day, -day.weekday())
        return add_days(monday, first), add_days(monday, last)
    if unit == "month":
        return day.replace(day=first), day.replace(day=min(last, last_of_month(day).day))
    return date(day.year, first, 1), last_of_month(date(day.year, last, 1))


def date_or_none(year: int, month: int, day: int) -> date | None:
    """Give a date, where the calendar has it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def after(day: date, distance: Distance) -> date:
    """Go on (or back) by a distance."""
    return add_days(add_months(day, distance.months), distance.days)


def nth_weekday(first: date, n: int, weekday: int) -> date | None:
    """Give the nth such weekday of the month that begins on a date; -1 is the last."""
    if n < 0:
        last = last_of_month(first)
        return add_days(last, -((last.weekday() - weekday) % 7))
    found = add_days(first, (weekday - first.weekday()) % 7 + 7 * (n - 1))
    return found if found.month == first.month else None


def nth_week(first: date, n: int) -> date | None:
    """Give the Monday of the nth week of a month; the first one has a Thursday in it, the last one is whole."""
    last = _THURSDAY if n > 0 else _SUNDAY
    found = nth_weekday(first, n, last)
    return add_days(found, -last) if found else None


def week_of_year(year: int, n: int) -> date | None:
    """Give the Monday of a week by its number in a year; the first one has a Thursday in it."""
    try:
        return date.fromisocalendar(year, n, 1)
    except ValueError:
        return None


def easter(year: int) -> date:
    """Give Easter Sunday of a year (Anonymous Gregorian computus)."""
    a, (b, c) = year % 19, divmod(year, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def feast(rule: str, year: int) -> date | None:
    """Give a feast of a year: `12-25`, `easter-2` (days from Easter), `05-SU2`, `05-MO-1` (its last Monday)."""
    if rule.startswith("easter"):
        return add_days(easter(year), int(rule.removeprefix("easter") or 0))
    month, _, rest = rule.partition("-")
    if rest[:2] in WEEKDAY_CODES:
        return nth_weekday(date(year, int(month), 1), int(rest[2:]), WEEKDAY_CODES.index(rest[:2]))
    return date_or_none(year, int(month), int(rest))


def next_feast(rule: str, today: date, year: int | None) -> date | None:
    """Give a feast of the year that was said, else the next one."""
    if year is not None:
        return feast(rule, year)
    ahead = [feast(rule, y) for y in range(today.year, min(today.year + 2, date.max.year + 1))]
    return next((d for d in ahead if d and d >= today), None)
