"""What the patterns for spans of days mean: the piece that their words make."""

from __future__ import annotations

from parsers.dates import Distance
from parsers.days import After, Digits, MonthDay, Shift, Weekday
from parsers.found import Found
from parsers.pieces import Piece

from .days import which_of, year_of


def dotted_span(f: Found) -> Piece | None:
    """Read a span of days of which only the last says its month: "3.-5.12."."""
    last = f["x2"]
    if last is None:
        return None
    first = f"{f.number('d', 'day', 'ord')}.{last.text.partition('.')[2]}"
    return f.piece(day=Digits(first), last_day=Digits(last.text), led=True)


def workweek(f: Found) -> Piece | None:
    """Read "Monday to Friday of next week": no repetition."""
    q = f["q"]
    if q is None or "MO,TU,WE,TH,FR" not in q.name("frequency"):
        return None
    way = 1 if f.has("next", "coming") else -1 if f.has("last") else 0
    return f.piece(day=Shift("week", way, whole=True), last_day=Shift("day", 4), led=True, past=way < 0)


def relative_span(f: Found) -> Piece | None:
    """Read "between today and tomorrow"."""
    first, last = f.number("r", "rel"), f.number("r2", "rel")
    return f.piece(day=Shift("day", first), last_day=Shift("day", last - first), led=True) if first < last else None


def day_span(f: Found) -> Piece | None:
    """Read a span of days."""
    kinds = ("day", "ord", "day_word", "ordinal")
    month = f.number("m", "month", "doubtful_month") or None
    last_month = f.number("m2", "month", "doubtful_month") or month
    first, last = f.number("d", *kinds), f.number("d2", *kinds)
    if last_month == month and last <= first:
        return None
    year = f.number("y1", "year") or year_of(f)
    return f.piece(day=MonthDay(first, month, year), last_day=MonthDay(last, last_month, year_of(f)), led=True)


def weekday_span(f: Found) -> Piece | None:
    """Read a span from one weekday to another."""
    first, last = f.number("w", "weekday"), f.number("w2", "weekday", "doubtful_weekday")
    if f["now"]:
        gone = any("last" in x.classes for x in f.all("now"))
        day: After | Weekday = After(Shift("week", -gone, whole=True), Distance(days=first))
        return f.piece(day=day, last_day=Weekday(last), led=True, past=gone)
    day = Weekday(first, which_of(f.all("pre")), week_ahead=bool(f["week"]))
    return f.piece(day=day, last_day=Weekday(last), led=True)
