"""What the patterns for weeks and weekends mean: the piece that their words make."""

from __future__ import annotations

from parsers.dates import Distance
from parsers.days import After, Day, MonthDay, Nth, Period, Shift, Stage, Weekday, WeekOf, Year
from parsers.found import Found
from parsers.pieces import Piece

from .stretches import frame, month_named

_SATURDAY = 5
_WEEKS = 53
_WHOLE = frozenset({"week", "fortnight", "month", "quarter", "year"})


def this_unit(f: Found) -> Piece | None:
    """Read this week, this month, this year; "this day" is today."""
    unit = f["u"].name("unit") if f["u"] else ""
    if unit == "day":
        return f.piece(day=Shift("day", 0), led=True)
    return f.piece(day=Shift(unit, 0, whole=True), led=True, past=True) if unit in _WHOLE else None


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
    return f.piece(day=Nth(number, "week", year_), last_day=Shift("day", 6), led=True)


def unit_after_next(f: Found) -> Piece | None:
    """Read "the week after next", "the Monday after next", "March after next"."""
    if w := f["w"]:
        return f.piece(day=After(Weekday(w.number("weekday", "doubtful_weekday")), Distance(days=7)), led=True)
    if (p := f["p"]) and p.name("period") == "weekend":
        saturday = After(Period("weekend"), Distance(days=7))
        return f.piece(day=saturday, last_day=Shift("day", 1), led=True)
    if named := month_named(f, "m", "y"):
        later = After(named, Distance(months=12))
        return f.piece(day=later, last_day=Stage("whole", "month", last=True), led=True)
    unit = f["u"].name("unit") if f["u"] else ""
    return f.piece(day=Shift(unit, 2, whole=True), led=True) if unit in _WHOLE else None


def weekend(f: Found) -> Piece | None:
    """Read "the last weekend of July"."""
    p, n = f["p"], f["n"]
    if p is None or p.name("period") != "weekend":
        return None
    if month_or_year := frame(f):
        number = n.number("nth", "ordinal", "ord") if n else 1
        return f.piece(day=Nth(number, "weekend", month_or_year), led=True) if number else None
    return None


def unit_before_last(f: Found) -> Piece | None:
    """Read "the week before last"."""
    unit = f["u"].name("unit") if f["u"] else ""
    return f.piece(day=Shift(unit, -2, whole=True), led=True, past=True) if unit in _WHOLE else None
