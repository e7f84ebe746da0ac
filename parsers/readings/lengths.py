"""What the patterns for lengths and distances of time mean: how long, how far from now, how far from a day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from parsers.dates import Distance
from parsers.days import After, Day, Feast, MonthDay, Near, Shift, Weekday, Workday
from parsers.found import Found
from parsers.lexicon import Lexeme
from parsers.pieces import Piece

_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_SECONDS = {"second": 1, "minute": 60, "hour": 3600}
_UNITS = frozenset({"unit", "short_unit"})
_MOST = 10_000
_A_FEW = 3
_SIMPLE = re.compile(r"\d+[.,]\d+")
_HALF, _QUARTER = Fraction(1, 2), Fraction(1, 4)


def length(f: Found, name: str = "length") -> Distance | None:
    """Read a length of time, perhaps in several units ("two hours and a half", "1 year, 2 days")."""
    return _measured(f.all(name) or f.all())


def _measured(lexemes: Sequence[Lexeme]) -> Distance | None:
    total = Distance()
    count: Fraction | None = None
    last, joined = "", False
    for x, following in zip(lexemes, [*lexemes[1:], None], strict=True):
        if minutes := _told(x, last):
            total = _sum(total, Distance(seconds=60 * minutes))
            last = last or "minute"
        elif joined and "quarter" in x.classes:
            count = (count or 0) + _QUARTER if count is not None else None
            total = total if count is not None else _sum(total, _of(last, _QUARTER))
        elif not _UNITS.isdisjoint(x.classes) and (count is not None or not last):
            last = x.name("unit") or x.name("short_unit")
            total = _sum(total, _of(last, Fraction(1) if count is None else count))
            count = None
        elif (part := _fraction(x)) is not None:
            # "Half" adds to the number before it, or to the unit before it.
            if count is None and last:
                total = _sum(total, _of(last, part))
            else:
                count = (count or 0) + part
        elif (number := _number(x)) is not None and count in {None, 1}:
            # The article of "and a quarter" counts nothing.
            article = joined and "one" in x.classes and following is not None and _fraction(following) is not None
            count = count if article else number
        joined = "and" in x.classes or (joined and _number(x) == 1)
    if count is not None and last == "hour":
        total = _sum(total, Distance(seconds=int(count * 60)))
    return total if total != Distance() else None


def _told(x: Lexeme, last: str) -> int:
    """Give the minutes that one word tells by itself: half an hour, 1h30, "y media" after hours."""
    if "past" in x.classes and last == "hour":
        return max(x.number("past"), 0)
    return x.number("fixed", "hclock")


def _fraction(x: Lexeme) -> Fraction | None:
    if "half" in x.classes or "and_half" in x.classes:
        return _HALF
    return _QUARTER if "quarter" in x.classes else None


def _number(x: Lexeme) -> Fraction | None:
    if "decimal" in x.classes:
        # A second separator makes it an amount (2.045,37): nothing lasts so many of anything.
        return min(Fraction(x.text.replace(",", ".")), Fraction(_MOST)) if _SIMPLE.fullmatch(x.text) else None
    if "num" in x.classes or "one" in x.classes:
        return Fraction(min(x.number("num", "one"), _MOST))
    return Fraction(_A_FEW) if "few" in x.classes else None


def _of(unit: str, count: Fraction) -> Distance:
    """Give so many of a unit; a fraction of a month or a year goes to the smaller units."""
    if unit in _MONTHS:
        whole, rest = divmod(count * _MONTHS[unit], 1)
        # Half a year is half of its days where it is not counted in months.
        return Distance(months=int(whole), days=int(rest * 30))
    if unit in _DAYS:
        whole, rest = divmod(count * _DAYS[unit], 1)
        return Distance(days=int(whole), seconds=int(rest * 24 * 3600))
    return Distance(seconds=int(count * _SECONDS.get(unit, 0)))


def _sum(one: Distance, two: Distance) -> Distance:
    return Distance(one.months + two.months, one.days + two.days, one.seconds + two.seconds)


def _units(lexemes: Sequence[Lexeme]) -> list[str]:
    return [x.name("unit") for x in lexemes if "unit" in x.classes]


def _gone(f: Found, distance: Distance, sign: int) -> Piece:
    """Place a distance from now: with hours or minutes it is exact, else a day."""
    if distance.seconds:
        return f.piece(from_now=distance.times(sign), led=True, past=sign < 0)
    return f.piece(day=_day(distance, sign, _units(f.all("length"))), led=True, past=sign < 0)


def _day(distance: Distance, sign: int, units: Sequence[str]) -> Day:
    if not distance.months:
        return Shift("day", distance.days * sign)
    if units == ["month"] and not distance.days:
        return Shift("month", distance.months * sign)
    return After(Shift("day", 0), distance.times(sign))


def from_now(f: Found) -> Piece | None:
    """Read a distance from now: "in two hours" is exact, "in two weeks" a day; "d'ici 16h" is a time of day."""
    if any({"at", "within"} <= x.classes.keys() for x in f.all()) and "hour_mark" in f.all()[-1].classes:
        return None
    # A film is "in 3D".
    if any("short_unit" in x.classes and "unit" not in x.classes and x.text.isupper() for x in f.all()):
        return None
    distance = length(f)
    return _gone(f, distance, 1) if distance else None


def upcoming(f: Found) -> Piece | None:
    """Read "the upcoming two weeks": the day on which they are over."""
    distance = length(f) if f["length"] else _measured(f.all())
    return _gone(f, distance, 1) if distance else None


def ago(f: Found) -> Piece | None:
    """Read how long ago something was."""
    distance = length(f)
    return _gone(f, distance, -1) if distance else None


def from_day(f: Found) -> Piece | None:
    """Read a distance from a day: two days after tomorrow, a week before Christmas."""
    distance, base = length(f), _named_day(f)
    if distance is None or base is None or distance.seconds:
        return None
    sign = -1 if f["before"] else 1
    return f.piece(day=After(base, distance.times(sign)), led=True)


def next_to_day(f: Found) -> Piece | None:
    """Read "the day after Christmas"."""
    if f["w"]:
        return weekday_next_to_day(f)
    base, unit = _named_day(f), f["u"].name("unit") if f["u"] else "day"
    if base is None or unit not in _DAYS:
        return None
    sign = -1 if f["before"] else 1
    return f.piece(day=After(base, Distance(days=sign * _DAYS[unit])), led=True)


def weekday_next_to_day(f: Found) -> Piece | None:
    """Read "the Friday before Christmas"."""
    base, weekday = _named_day(f), f.number("w", "weekday")
    return f.piece(day=Near(base, Weekday(weekday, "last" if f["before"] else "")), led=True) if base else None


def _named_day(f: Found) -> Day | None:
    if r := f["r"]:
        return Shift("day", r.number("rel"))
    if h := f["h"]:
        return Feast(h.name("holiday"))
    if f["d"]:
        return MonthDay(f.number("d", "day", "ord", "ordinal", "day_word"), f.number("m", "month", "doubtful_month"))
    return Weekday(w.number("weekday", "weekdays")) if (w := f["w"]) else None


def weekdays_from_now(f: Found) -> Piece | None:
    """Read "three Fridays from now"."""
    day = _named_day(f)
    count = f.number("n", "num", "one")
    return f.piece(day=After(day, Distance(days=7 * (count - 1))), led=True) if day and 1 <= count <= _MOST else None


def lasting(f: Found) -> Piece | None:
    """Read how long something lasts."""
    said = length(f)
    if said is None or _counts_something_else(f, said):
        return None
    return f.piece(length=said, weak=not f.has("lasting", "lasting_after"), led=f.has("lasting"))


def _counts_something_else(f: Found, said: Distance) -> bool:
    """Tell "five a day" and "a dog of five years" from a length of time; a message of nothing else is one."""
    led = any(x.classes.keys() & {"lasting", "lasting_after", "whole"} for x in f.all() if "of" not in x.classes)
    following = f.following.classes.keys() if f.following else set()
    if led or len(f.all()) == len(f.lexemes) or following & {"days_after", "days_before"}:
        return False
    article = "one" in f.all()[0].classes and not said.seconds and "few" not in f.all()[0].classes
    return article or (said.months >= _MONTHS["year"] and not said.days and not said.seconds)


def next_ones(f: Found) -> Piece | None:
    """Read "the next three days", "the last two hours"."""
    distance = length(f)
    if distance is None:
        return None
    gone = f.has("last", "ago")
    if distance.seconds:
        start = distance.times(-1) if gone else Distance()
        return f.piece(from_now=start, length=distance, led=True, past=gone)
    if gone:
        first: Day = After(Shift("day", 0), distance.times(-1))
        return f.piece(day=first, last_day=After(Shift("day", -1), distance), led=True, past=True)
    return f.piece(day=Shift("day", 1), last_day=After(Shift("day", -1), distance), led=True)


def next_one(f: Found) -> Piece | None:
    """Read "the next hour"; the next week is a day."""
    return next_ones(f) if f["u"] and f["u"].name("unit") in _SECONDS else None


def workdays(f: Found) -> Piece | None:
    """Read working days from now: "in four working days", "the next 4 business days"."""
    count = f.number("n" if f["n"] else "n2", "num") or _A_FEW
    if not 1 <= count <= _MOST // 10 or f.has("last"):
        return None
    if f.has("within"):
        return f.piece(day=Workday(count), led=True)
    return f.piece(day=Workday(1), last_day=Workday(count - 1), led=True)
