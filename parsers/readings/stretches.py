"""What the patterns for weeks, months, years, holidays and counted days mean: the piece that their words make."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from parsers.dates import Distance
from parsers.days import After, Day, Feast, MonthDay, Nth, Season, Shift, Stage, Year
from parsers.found import Found
from parsers.hours import Clock
from parsers.pieces import Piece

_ABBREVIATED = 3
_WEEK = 7


def _which_way(f: Found) -> int:
    return -1 if f.has("last") else 1 if f.has("next", "coming") else 0


def month_named(f: Found, name: str, year: str) -> MonthDay | None:
    """Give a month that was said, perhaps with its year."""
    m = f[name]
    if m is None:
        return None
    number = m.number("month", "doubtful_month")
    return MonthDay(1, number, f.number(year, "year") or None, whole_month=True)


def month(f: Found) -> Piece | None:
    """Read a month without a day: its first."""
    m, day = f["m"], month_named(f, "m", "y")
    if f["u"] and f["u"].name("unit") != "month":
        return None
    # A message of nothing but "mar" or "may" is no date; "March" is.
    if m is None or (len(f.all()) == 1 and "doubtful_month" in m.classes and len(m.text) <= _ABBREVIATED):
        return None
    gone = day is not None and f.has("last")
    return f.piece(day=replace(day, gone=True) if day and gone else day, led=True, past=gone)


def month_of_year(f: Found) -> Piece | None:
    """Read "May of next year"."""
    named, within = month_named(f, "mo", "y"), frame(f)
    if named is None or not isinstance(within, Shift) or within.unit != "year":
        return None
    return f.piece(day=replace(named, years_on=within.count), led=True, past=within.count < 0)


def month_span(f: Found) -> Piece | None:
    """Read a span from one month to another, both included."""
    first, last = month_named(f, "m", "y"), month_named(f, "m2", "y2")
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
    within: Day | None = month_named(f, "m", "y")
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


def nth(f: Found) -> Piece | None:
    """Read the second Monday of May, the first week of October, the ninth month of next year."""
    n = f["n"] or f["n1"]
    number = n.number("nth", "ordinal", "ord", "day") if n else 0
    within = frame(f)
    if not number or within is None:
        return None
    if w := f["w"]:
        return f.piece(day=Nth(number, "weekday", within, w.number("weekday", "doubtful_weekday")), led=True)
    unit = f["u"].name("unit") if f["u"] else "day"
    if (unit == "day" and f["u"]) and (day := _edge(number, within)):
        return f.piece(day=day, led=True)
    of_year = isinstance(within, Year) or (isinstance(within, Shift) and within.unit == "year")
    if unit not in ({"week", "month", "quarter"} if of_year else {"week", "day"}) or _is_week(within):
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


def frame(f: Found) -> Day | None:
    """Give the month or the year of which something is said to be the nth."""
    if named := month_named(f, "m", "y"):
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
    if not 1 <= number <= 12 or any(a.end != b.start for a, b in pairwise(cut)):  # noqa: PLR2004 - months
        return None
    year_ = f.number("y", "year") or f.number("y2", "year")
    return f.piece(day=MonthDay(1, number, year_, whole_month=True), led=True)


def year_span(f: Found) -> Piece | None:
    """Read a span of years, both included."""
    first, last = f.number("y", "year"), f.number("y2", "year")
    if last <= first:
        return None
    return f.piece(day=Year(first), last_day=Stage("whole", "year", Year(last), last=True), led=True)


def days_of_month(f: Found) -> Piece | None:
    """Read a span of days of this or the next month: "from the 4th to the 8th of next month"."""
    first, last = f.number("d", "day", "ord"), f.number("d2", "day", "ord")
    within = frame(f)
    if last <= first or not isinstance(within, Shift) or within.unit != "month":
        return None
    return f.piece(day=Nth(first, "day", within), last_day=Shift("day", last - first), led=True)


def holiday(f: Found) -> Piece | None:
    """Read a feast: the next one, or that of the year."""
    h = f["h"]
    return f.piece(day=Feast(h.name("holiday"), f.number("y", "year") or None), led=True) if h else None


def named_holiday(f: Found) -> Piece | None:
    """Read a feast after an article alone, where it has a name of several words: "el domingo de pascua"."""
    return holiday(f) if f["h"] and f["h"].count > 1 else None


def moment(f: Found) -> Piece | None:
    """Read an ISO 8601 date and time."""
    x = f["x"]
    if x is None:
        return None
    year_, month_, day, hour, minute = (int(n) for n in re.findall(r"\d+", x.text)[:5])
    if hour > 24 or minute > 59:  # noqa: PLR2004 - hours and minutes of a day
        return None
    return f.piece(day=MonthDay(day, month_, year_), clock=Clock(hour * 60 + minute, fixed=True), led=True)
