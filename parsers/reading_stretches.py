"""What the patterns for weeks, months, years, holidays and counted days mean: the piece that their words make."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from .dates import Distance
from .days import After, Day, Feast, MonthDay, Nth, Period, Season, Shift, Stage, Weekday, WeekOf, Year
from .found import Found
from .hours import Clock
from .pieces import Piece

_ABBREVIATED = 3
_SATURDAY = 5
_WEEKS, _WEEK = 53, 7
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
    if f["u"] and f["u"].name("unit") != "month":
        return None
    # A message of nothing but "mar" or "may" is no date; "March" is.
    if m is None or (len(f.all()) == 1 and "doubtful_month" in m.classes and len(m.text) <= _ABBREVIATED):
        return None
    gone = day is not None and f.has("last")
    return f.piece(day=replace(day, gone=True) if day and gone else day, led=True, past=gone)


def month_of_year(f: Found) -> Piece | None:
    """Read "May of next year"."""
    named, within = _month(f, "mo", "y"), _within(f)
    if named is None or not isinstance(within, Shift) or within.unit != "year":
        return None
    return f.piece(day=replace(named, years_on=within.count), led=True, past=within.count < 0)


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
    if f["u"] and f["u"].name("unit") != "year":
        return None
    return f.piece(day=Year(f.number("y", "year")), led=True)


def stage(f: Found) -> Piece | None:
    """Read a part of a month, week or year: early June, the second half of 2027, the end of next week."""
    if f["g"] is None:
        return None
    name = f["g"].name("stage") or ("end" if "end_of" in f["g"].classes else "start")
    unit, way = "month", 1
    within: Day | None = _month(f, "m", "y")
    if f["yy"]:
        unit, within = "year", Year(f.number("yy", "year"))
    elif within is None:
        unit, way = (f["in"].name("unit") if f["in"] else "year"), _which_way(f)
        within = Shift(unit, way, whole=True)
    if unit not in {"week", "month", "year"} or (
        not f["in"] and within == Shift("year", 0, whole=True) and "quarter" not in name
    ):
        return None
    if name == "end":
        return f.piece(day=Stage("whole", unit, within, last=True), led=True)
    gone = way < 0 or (way == 0 and name == "start")
    return f.piece(day=Stage(name, unit, within), last_day=Stage(name, unit, last=True), led=True, past=gone)


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


def weekend_of(f: Found) -> Piece | None:
    """Read the weekend of the week in which a day is: its Saturday."""
    p = f["p"]
    if p is None or p.name("period") != "weekend":
        return None
    day = MonthDay(f.number("d", "day", "ord"), f.number("m", "month", "doubtful_month") or None)
    return f.piece(day=After(WeekOf(day), Distance(days=_SATURDAY)), last_day=Shift("day", 1), led=True)


def numbered_week(f: Found) -> Piece | None:
    """Read a week by its number in this year or another: KW 12, week 14 of 2027."""
    number = f.number("n", "num", "ord", "ordinal", "nth")
    if not 1 <= number <= _WEEKS or (f["u"] and f["u"].name("unit") != "week"):
        return None
    year_: Day = Year(f.number("y", "year")) if f["y"] else Shift("year", 0, whole=True)
    # The fourth of January is always in the first week.
    first = WeekOf(Nth(4, "day", year_))
    return f.piece(day=After(first, Distance(days=7 * (number - 1))), last_day=Shift("day", 6), led=True)


def nth(f: Found) -> Piece | None:
    """Read the second Monday of May, the first week of October, the ninth month of next year."""
    n = f["n"] or f["n1"]
    number = n.number("nth", "ordinal", "ord", "day") if n else 0
    within = _within(f)
    if not number or within is None:
        return None
    if w := f["w"]:
        return f.piece(day=Nth(number, "weekday", within, w.number("weekday", "doubtful_weekday")), led=True)
    unit = f["u"].name("unit") if f["u"] else "day"
    if (unit == "day" and f["u"]) and (day := _edge(number, within)):
        return f.piece(day=day, led=True)
    of_year = isinstance(within, Year) or (isinstance(within, Shift) and within.unit == "year")
    if unit not in ({"month", "quarter"} if of_year else {"week", "day"}) or _is_week(within):
        return None
    # "Friday of the first week" is the first Friday, wherever the month begins in its week.
    if x := f["x"]:
        return f.piece(day=Nth(number, "weekday", within, x.number("weekday")), led=True)
    return f.piece(day=Nth(number, unit, within), led=True)


def _is_week(within: Day) -> bool:
    return isinstance(within, Shift) and within.unit == "week"


def _edge(number: int, within: Day) -> Day | None:
    """Give the nth day of a week, or the first or last day of a year."""
    if _is_week(within) and number <= _WEEK:
        return After(within, Distance(days=number - 1 if number > 0 else _WEEK - 1))
    if isinstance(within, MonthDay) or (isinstance(within, Shift) and within.unit != "year"):
        return None
    return within if number == 1 else Stage("whole", "year", within, last=True) if number < 0 else None


def _within(f: Found) -> Day | None:
    if named := _month(f, "m", "y"):
        return named
    if f["yy"]:
        return Year(f.number("yy", "year"))
    inner = f["in"] or f["in2"]
    unit = inner.name("unit") if inner else ""
    if unit not in {"week", "month", "year"}:
        return None
    way = [x for x in f.all("which") if not {"next", "coming", "last"}.isdisjoint(x.classes)]
    sign = 0 if not way else -1 if "last" in way[0].classes else 1
    return Shift(unit, sign, whole=True)


def quarter(f: Found) -> Piece | None:
    """Read a quarter without its year: this year's."""
    n, u = f["n"], f["u"]
    number = n.number("nth", "ordinal", "ord") if n else 0
    if number < 1 or u is None or u.name("unit") != "quarter":
        return None
    return f.piece(day=Nth(number, "quarter", Shift("year", 0, whole=True)), led=True)


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
    """Read "the week after next", "the Monday after next", "March after next"."""
    if w := f["w"]:
        return f.piece(day=After(Weekday(w.number("weekday", "doubtful_weekday")), Distance(days=7)), led=True)
    if (p := f["p"]) and p.name("period") == "weekend":
        saturday = After(Period("weekend"), Distance(days=7))
        return f.piece(day=saturday, last_day=Shift("day", 1), led=True)
    if named := _month(f, "m", "y"):
        later = After(named, Distance(months=12))
        return f.piece(day=later, last_day=Stage("whole", "month", last=True), led=True)
    unit = f["u"].name("unit") if f["u"] else ""
    return f.piece(day=Shift(unit, 2, whole=True), led=True) if unit in _WHOLE else None


def weekend(f: Found) -> Piece | None:
    """Read "the last weekend of July"."""
    p, n = f["p"], f["n"]
    if p is None or p.name("period") != "weekend":
        return None
    if within := _within(f):
        number = n.number("nth", "ordinal", "ord") if n else 1
        return f.piece(day=Nth(number, "weekend", within), led=True) if number else None
    return None


def unit_before_last(f: Found) -> Piece | None:
    """Read "the week before last"."""
    unit = f["u"].name("unit") if f["u"] else ""
    return f.piece(day=Shift(unit, -2, whole=True), led=True, past=True) if unit in _WHOLE else None


def year_span(f: Found) -> Piece | None:
    """Read a span of years, both included."""
    first, last = f.number("y", "year"), f.number("y2", "year")
    if last <= first:
        return None
    return f.piece(day=Year(first), last_day=Stage("whole", "year", Year(last), last=True), led=True)


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
