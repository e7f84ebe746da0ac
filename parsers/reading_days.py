"""What the patterns for dates and distances mean: the piece that their words make."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .days import Digits, MonthDay, Period, Shift, Weekday
from .found import Found
from .lexicon import Lexeme
from .pieces import Piece

_MONTHS = 12
_LONG_COUNT = 10_000


def month_day(f: Found) -> Piece | None:
    """Read a day with its month, and perhaps the year."""
    day = MonthDay(
        f.number("d", "day", "ord", "day_word", "ordinal"), f.number("m", "month", "doubtful_month"), _year(f)
    )
    return f.piece(day=day, led=True)


def _year(f: Found) -> int | None:
    return f.number("y", "year") or None


def month_alone(f: Found) -> Piece | None:
    """Read a month without a day: its first."""
    return f.piece(day=MonthDay(1, f.number("m", "month"), _year(f), whole_month=True), led=True)


def digits(f: Found) -> Piece | None:
    """Read a date in digits; nothing where no order of day and month fits."""
    x = f["x"]
    if x is None:
        return None
    numbers = [int(n) for n in re.findall(r"\d+", x.text)]
    low, high = sorted(numbers[1:] if len(x.text) > 7 and "iso" in x.classes else numbers[:2])[:2]  # noqa: PLR2004 - yyyy-m-d is longer
    if not (1 <= low <= _MONTHS and 1 <= high <= 31):  # noqa: PLR2004 - days of a month
        return None
    last = f["x2"]
    return f.piece(day=Digits(x.text), last_day=Digits(last.text) if last else None, led=True)


def day_number(f: Found) -> Piece | None:
    """Read a day of the month."""
    return f.piece(day=MonthDay(f.number("d", "day", "ord", "ordinal")), led=True)


def day_on_weekday(f: Found) -> Piece | None:
    """Read a day of the month with its weekday: "Friday the 27th"."""
    weekday = f.number("w", "weekday", "doubtful_weekday")
    return f.piece(day=MonthDay(f.number("d", "day", "ord"), weekday=weekday), led=True)


def _which(lexemes: Sequence[Lexeme]) -> str:
    return next((w for w in ("last", "next", "this") if any(w in x.classes for x in lexemes)), "")


def weekday(f: Found) -> Piece | None:
    """Read a day of the week, with "this", "next" or "of next week"."""
    w = f["w"]
    if w is None or _is_a_name(f, w):
        return None
    which = _which([*f.all("pre"), *f.all("post")])
    day = Weekday(w.number("weekday", "doubtful_weekday"), which, week_ahead=bool(f["week"]))
    return f.piece(day=day, led=f.all()[0] is not w or bool(which), past=which == "last")


def _is_a_name(f: Found, w: Lexeme) -> bool:
    """Tell a person called Domingo, or a park called Quinta da Boa Vista, from the day."""
    place = f.lexemes.index(w)
    before = f.lexemes[place - 1] if place else None
    after = f.lexemes[place + 1 : place + 3]
    if before is not None and "with" in before.classes:
        return True
    if before is not None and "payee_lead" in before.classes and "given_name" in w.classes and w.text[:1].isupper():
        return True
    of_a_place = len(after) == 2 and "of" in after[0].classes and after[1].text[:1].isupper()  # noqa: PLR2004
    return of_a_place and w.text[:1].isupper()


def relative(f: Found) -> Piece | None:
    """Read a word for a day: today, tomorrow."""
    r = f["r"]
    count = r.number("rel") if r else 0
    return f.piece(day=Shift("day", count), led=True, past=count < 0)


_MINUTES = {"minute": 1, "hour": 60, "day": 24 * 60, "week": 7 * 24 * 60}


def _length(f: Found) -> int | None:
    """Give the minutes of a length of time; None for months and years."""
    if fixed := f["f"]:
        return fixed.number("fixed")
    if clock := f["c"]:
        return clock.number("hclock")
    total = 0
    for number, unit in (("n", "u"), ("n2", "u2")):
        u = f[unit]
        if u is None:
            continue
        if u.name("unit") not in _MINUTES:
            return None
        total += _MINUTES[u.name("unit")] * f.number(number, "num", "one")
        if f["half"] and unit == "u":
            total += _MINUTES[u.name("unit")] // 2
    return total


def from_now(f: Found) -> Piece | None:
    """Read a distance from now: "in two hours" is exact, "in two weeks" a day."""
    unit = f["u"].name("unit") if f["u"] else "minute"
    if unit in {"minute", "hour"}:
        return f.piece(from_now=min(_length(f) or 0, 10**7), led=True)
    count = min(f.number("n", "num", "one"), _LONG_COUNT)
    return f.piece(day=Shift(unit, count), led=True)


def lasting(f: Found) -> Piece | None:
    """Read how long something lasts."""
    minutes = _length(f)
    if not minutes:
        return None
    return f.piece(minutes=minutes, weak=not f.has("lasting", "lasting_after"), led=f.has("lasting"))


def period(f: Found) -> Piece | None:
    """Read a weekend, a payday, the end of a week, month or year."""
    p = f["p"]
    # The end of the year in "cena de fin de año" only says which dinner, where another date is said.
    led = "of" not in f.all()[0].classes
    return f.piece(day=Period(p.name("period"), _which([*f.all("pre"), *f.all("post")])), led=led) if p else None


def next_unit(f: Found) -> Piece | None:
    """Read next week, next month, next year."""
    u = f["u"]
    which = _which(f.all())
    if u is None or which not in {"next", "last"} or u.name("unit") in {"minute", "hour"}:
        return None
    if u.name("unit") == "day" and which == "next":
        return f.piece(day=Shift("day", 1), led=True)
    return f.piece(day=Shift(u.name("unit"), 1 if which == "next" else -1, whole=True), led=True, past=which == "last")


def end_of_month(f: Found) -> Piece | None:
    """Read the end of a named month."""
    return f.piece(day=Period("month_end", month=f.number("m", "month")), led=True)


def end_of_next(f: Found) -> Piece | None:
    """Read the end of next week, month or year."""
    name = {"week": "week_end", "month": "month_end", "year": "year_end"}.get(f["u"].name("unit") if f["u"] else "")
    return f.piece(day=Period(name, "next"), led=True) if name else None


def day_span(f: Found) -> Piece | None:
    """Read a span of days."""
    kinds = ("day", "ord", "day_word", "ordinal")
    month = f.number("m", "month", "doubtful_month") or None
    last_month = f.number("m2", "month", "doubtful_month") or month
    first, last = f.number("d", *kinds), f.number("d2", *kinds)
    if last_month == month and last <= first:
        return None
    return f.piece(day=MonthDay(first, month, _year(f)), last_day=MonthDay(last, last_month, _year(f)), led=True)


def weekday_span(f: Found) -> Piece | None:
    """Read a span from one weekday to another."""
    first, last = f.number("w", "weekday"), f.number("w2", "weekday")
    return f.piece(day=Weekday(first, _which(f.all("pre"))), last_day=Weekday(last), led=True)
