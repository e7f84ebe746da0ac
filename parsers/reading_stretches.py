"""What the patterns for weeks, months, years, holidays and counted days mean: the piece that their words make."""

from __future__ import annotations

import re
from itertools import pairwise

from .dates import Distance
from .days import After, Day, Feast, MonthDay, Nth, Season, Shift, WeekOf, Year
from .found import Found
from .hours import Clock
from .pieces import Piece

_TEN_DAYS, _THREE_DAYS = 9, 2
_ABBREVIATED = 3
_WHOLE = frozenset({"week", "fortnight", "month", "quarter", "year"})


def _which_way(f: Found) -> int:
    return -1 if f.has("last") else 1 if f.has("next", "coming") else 0


def this_unit(f: Found) -> Piece | None:
    """Read this week, this month, this year; "this day" is today."""
    unit = f["u"].name("unit") if f["u"] else ""
    if unit == "day":
        return f.piece(day=Shift("day", 0), led=True)
    return f.piece(day=Shift(unit, 0, whole=True), led=True, past=True) if unit in _WHOLE else None


def _month(f: Found, name: str, year: str) -> MonthDay | None:
    m = f[name]
    if m is None:
        return None
    number = m.number("month", "doubtful_month")
    return MonthDay(1, number, f.number(year, "year") or None, whole_month=True)


def month(f: Found) -> Piece | None:
    """Read a month without a day: its first."""
    m, day = f["m"], _month(f, "m", "y")
    # A message of nothing but "mar" or "may" is no date; "March" is.
    if m is None or (len(f.all()) == 1 and "doubtful_month" in m.classes and len(m.text) <= _ABBREVIATED):
        return None
    return f.piece(day=day, led=True)


def month_span(f: Found) -> Piece | None:
    """Read a span from one month to another, both included."""
    first, last = _month(f, "m", "y"), _month(f, "m2", "y2")
    if first is None or last is None or first.month == last.month:
        return None
    if first.year is None and last.year is not None:
        before = last.year - (first.month or 0) // ((last.month or 0) + 1)
        first = MonthDay(1, first.month, min(before, last.year), whole_month=True)
    end = After(After(last, Distance(months=1)), Distance(days=-1))
    return f.piece(day=first, last_day=end, led=True)


def year(f: Found) -> Piece | None:
    """Read a year alone: its first day."""
    return f.piece(day=Year(f.number("y", "year")), led=True)


def start_of(f: Found) -> Piece | None:
    """Read the beginning of a month (ten days) or of a week (three)."""
    if first := _month(f, "m", "y"):
        return f.piece(day=first, last_day=Shift("day", _TEN_DAYS), led=True)
    unit = f["u"].name("unit") if f["u"] else ""
    days = {"week": _THREE_DAYS, "month": _TEN_DAYS}.get(unit)
    if days is None:
        return None
    way = _which_way(f)
    first_day = Shift(unit, way, whole=True)
    return f.piece(day=first_day, last_day=Shift("day", days), led=True, past=way <= 0)


def rest_of(f: Found) -> Piece | None:
    """Read the rest of the week, month or year: from today to its end."""
    unit = f["u"].name("unit") if f["u"] else ""
    if unit not in _WHOLE:
        return None
    last = After(Shift(unit, 1, whole=True), Distance(days=-1))
    return f.piece(day=Shift("day", 0), last_day=last, led=True, past=True)


def week_of(f: Found) -> Piece | None:
    """Read the week in which a day is: its Monday."""
    if f["u"] is None or f["u"].name("unit") != "week":
        return None
    number, named = f.number("d", "day", "ord", "ordinal"), f.number("m", "month", "doubtful_month")
    return f.piece(day=WeekOf(MonthDay(number, named or None)), led=True)


def nth(f: Found) -> Piece | None:
    """Read the second Monday of May, the first week of October, the ninth month of next year."""
    n = f["n"]
    number = n.number("nth", "ordinal", "ord", "day") if n else 0
    within = _within(f)
    if not number or within is None:
        return None
    if w := f["w"]:
        return f.piece(day=Nth(number, "weekday", within, w.number("weekday", "doubtful_weekday")), led=True)
    unit = f["u"].name("unit") if f["u"] else "day"
    of_year = isinstance(within, Year) or (isinstance(within, Shift) and within.unit == "year")
    if unit not in ({"month", "quarter"} if of_year else {"week", "day"}):
        return None
    day = Nth(number, unit, within)
    # "Friday of the first week" needs the week's own Friday.
    if x := f["x"]:
        return f.piece(day=After(day, Distance(days=x.number("weekday"))), led=True)
    return f.piece(day=day, led=True)


def _within(f: Found) -> Day | None:
    if named := _month(f, "m", "y"):
        return named
    if f["yy"]:
        return Year(f.number("yy", "year"))
    inner = f["in"] or f["in2"]
    unit = inner.name("unit") if inner else ""
    if unit not in {"month", "year"}:
        return None
    way = [x for x in f.all("which") if not {"next", "coming", "last"}.isdisjoint(x.classes)]
    sign = 0 if not way else -1 if "last" in way[0].classes else 1
    return Shift(unit, sign, whole=True)


def quarter(f: Found) -> Piece | None:
    """Read a quarter without its year: this year's."""
    n, u = f["n"], f["u"]
    if n is None or u is None or u.name("unit") != "quarter":
        return None
    return f.piece(day=Nth(n.number("nth", "ordinal", "ord"), "quarter", Shift("year", 0, whole=True)), led=True)


def season(f: Found) -> Piece | None:
    """Read a season: its first day."""
    s = f["s"]
    return f.piece(day=Season(s.name("season"), f.number("y", "year") or None), led=True) if s else None


def month_in_digits(f: Found) -> Piece | None:
    """Read a month with its year in digits: 3/2027, 2027-03."""
    cut = f.all("digits")
    number = f.number("n", "num") or f.number("n2", "num")
    if not 1 <= number <= 12 or any(a.end != b.start for a, b in pairwise(cut)):  # noqa: PLR2004
        return None
    year_ = f.number("y", "year") or f.number("y2", "year")
    return f.piece(day=MonthDay(1, number, year_, whole_month=True), led=True)


def unit_after_next(f: Found) -> Piece | None:
    """Read "the week after next"."""
    unit = f["u"].name("unit") if f["u"] else ""
    return f.piece(day=Shift(unit, 2, whole=True), led=True) if unit in _WHOLE else None


def days_of_month(f: Found) -> Piece | None:
    """Read a span of days of this or the next month: "from the 4th to the 8th of next month"."""
    first, last = f.number("d", "day", "ord"), f.number("d2", "day", "ord")
    within = _within(f)
    if last <= first or not isinstance(within, Shift) or within.unit != "month":
        return None
    return f.piece(day=Nth(first, "day", within), last_day=Shift("day", last - first), led=True)


def holiday(f: Found) -> Piece | None:
    """Read a feast: the next one, or that of the year."""
    h = f["h"]
    return f.piece(day=Feast(h.name("holiday"), f.number("y", "year") or None), led=True) if h else None


def moment(f: Found) -> Piece | None:
    """Read an ISO 8601 date and time."""
    x = f["x"]
    if x is None:
        return None
    year_, month_, day, hour, minute = (int(n) for n in re.findall(r"\d+", x.text)[:5])
    if hour > 24 or minute > 59:  # noqa: PLR2004 - hours and minutes of a day
        return None
    return f.piece(day=MonthDay(day, month_, year_), clock=Clock(hour * 60 + minute, fixed=True), led=True)
