"""What the patterns for hours mean: the piece that their words make."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.days import Shift
from parsers.found import Found
from parsers.hours import HOUR, MIDNIGHT, NOON, Clock, decided
from parsers.lexicon import Lexeme
from parsers.pieces import Piece

_AS_LONG_AS_HARDLY = 7

_QUARTER = 15


def _clock(lexeme: Lexeme, meridiem: Lexeme | None, marked: Lexeme | None) -> Clock | None:
    """Read one time of day as it is written."""
    if "part" in lexeme.classes and "hour" not in lexeme.classes:
        fixed = {"noon": NOON, "midnight": MIDNIGHT}.get(lexeme.name("part"))
        return Clock(fixed, fixed=True) if fixed else None
    minutes = lexeme.number("clock", "hclock", "dotclock", "digitclock")
    if not minutes and "hour" in lexeme.classes:
        minutes = lexeme.number("hour") * 60
    spoken = meridiem.name("meridiem") if meridiem else ""
    fixed_24 = lexeme.text.startswith("0") or "hclock" in lexeme.classes or _says_24h(marked) or minutes < HOUR
    return Clock(minutes, fixed=(fixed_24 and not spoken) or minutes >= NOON + 60, meridiem=spoken)


def _says_24h(mark: Lexeme | None) -> bool:
    """Tell "15 h" and "8 Uhr" from "8 o'clock", which leaves open which eight."""
    return mark is not None and "hour_exact" not in mark.classes


def time(f: Found) -> Piece | None:
    """Read a time of day."""
    c = f["c"] or f["c2"]
    clock = _clock(c, f["a"], f["h"]) if c else None
    if c is None or clock is None or clock.minutes > MIDNIGHT:
        return None
    extra = f.number("past", "past") + f.number("past_before", "past_before") + f.number("mm", "minute", "num")
    part = f["p"].name("part") if f["p"] else None
    if part and not _fits(part, clock):
        return None
    # A trailing 24 h mark beside a spoken half of the clock ("7h da noite") leaves the half to the part.
    fixed = clock.fixed and not (
        part and c.number("hour") and not c.text.startswith("0") and clock.minutes <= NOON + 59
    )
    clock = Clock(max(clock.minutes + extra, 0), fixed=fixed, meridiem=clock.meridiem)
    as_length = None if f.has("at") else _as_length(c, f["h"])
    return f.piece(clock=clock, part=part, led=f.has("at"), maybe_minutes=as_length)


def twelve(f: Found) -> Piece | None:
    """Read "12 noon"."""
    return (
        time(f)
        if f["p"] and f["p"].name("part") in {"noon", "midnight"} and f.number("c", "hour") * HOUR == NOON
        else None
    )


def _fits(part: str, clock: Clock) -> bool:
    """Tell whether an hour can stand before a part of the day: "20h à meia-noite" is a stretch."""
    hour = clock.minutes // 60 % 12
    return hour == 0 if part == "midnight" else part != "noon" or hour in {11, 0, 1, 2, 3}


def _as_length(c: Lexeme, mark: Lexeme | None) -> int | None:
    """Give the minutes of what may be a length too: 1h30 and 2h, not "15 Uhr"."""
    if "hclock" in c.classes:
        return c.number("hclock")
    return (
        c.number("hour") * 60
        if mark is not None and {"unit", "counted"} & mark.classes.keys() and "hour" in c.classes
        else None
    )


def doubtful_time(f: Found) -> Piece | None:
    """Read a number that is an hour only beside a date."""
    piece = time(f)
    return f.piece(clock=piece.clock, part=piece.part, weak=True) if piece else None


def part(f: Found) -> Piece | None:
    """Read a part of the day; a bare one counts only beside a date."""
    p = f["p"]
    if p is None:
        return None
    part = p.name("part")
    today = f.has("this")
    # Noon is written "12m" in some countries, and so are twelve metres.
    if p.text[0].isdigit():
        led = f.has("at")
        return f.piece(part=part, weak=not led, led=led) if led or " " not in p.text else None
    # "the night was long" says no time; "at night" does.
    led = any("part_lead" in x.classes and "article" not in x.classes for x in f.all() if x is not p) or " " in p.text
    strong = today or led or part in {"noon", "midnight"}
    return f.piece(part=part, day=Shift("day", 0) if today else None, weak=not strong, led=strong)


def moment(f: Found) -> Piece | None:
    """Read a part of today or of the day before, perhaps after its hour: tonight, last night, "8 ce soir"."""
    o, c = f["o"], f["c"]
    clock = _clock(c, None, None) if c else None
    if o is None:
        return None
    gone = "past_moment" in o.classes
    part = o.name("past_moment" if gone else "moment")
    return f.piece(part=part, day=Shift("day", -gone), clock=clock, led=True, past=gone)


def full_hours(f: Found) -> Piece | None:
    """Read "demain 15 heures", where so many hours are hardly how long it lasts."""
    return time(f) if f.number("c", "hour") >= _AS_LONG_AS_HARDLY or f["mm"] else None


def hours(f: Found) -> Piece | None:
    """Read a stretch from one time of day to another."""
    a, b = f["a"], f["b"]
    start = _shifted(_clock(a, f["am"], f["ah"]), f, "a") if a else None
    end = _shifted(_clock(b, f["bm"], f["bh"]), f, "b") if b else None
    leads = f.all()[: f.all().index(a)] if a else ()
    if start is None or end is None or max(start.minutes, end.minutes) > MIDNIGHT or _dated(leads):
        return None
    start, spoken = _in_its_part(start, f["aq"])
    if end.fixed and f["bh"] and not f["ah"] and start.minutes <= end.minutes:
        start = Clock(start.minutes, fixed=True)
    elif start.fixed and f["ah"] and not f["am"] and not end.meridiem and end.minutes > start.minutes:
        end = Clock(end.minutes, fixed=True)
    written = any(x is not None and not x.text.isdecimal() and "num" not in x.classes for x in (a, b)) or f.has(
        "meridiem", "hour_mark", "hour_word", "past", "past_before"
    )
    written = written or spoken
    if not written and not f.has("from", "at") and _joins_days(f):
        return None
    counts = f.following is not None and not {"word", "ordinal_noun"}.isdisjoint(f.following.classes)
    # Nothing is counted downwards: "between 9 and 1" says hours.
    hourly = f.has("from", "at") or (f.has("between") and end.minutes < start.minutes)
    return f.piece(clock=start, until=end, weak=not written and (counts or not hourly), led=True)


def _in_its_part(clock: Clock, part: Lexeme | None) -> tuple[Clock, bool]:
    """Fix the beginning of a stretch by the part of the day that is said with it alone, and tell whether one is."""
    said = decided(clock, part.name("part")) if part else None
    return (clock, False) if said is None else (Clock(said, fixed=True), True)


def _joins_days(f: Found) -> bool:
    """Tell "1 al 10", as days and exercises are joined but no hours."""
    return any("to" in x.classes and "day_lead" in x.classes and "at_doubtful" not in x.classes for x in f.all())


def _shifted(clock: Clock | None, f: Found, end: str) -> Clock | None:
    """Add what is said beside the hour: half past, y media."""
    extra = f.number(end + "p", "past") + f.number(end + "b", "past_before") + f.number(end + "n", "minute")
    return Clock(max(clock.minutes + extra, 0), clock.fixed, clock.meridiem) if clock and extra else clock


def minutes_from(f: Found) -> Piece | None:
    """Read minutes counted from an hour: 20 past 3pm, fifteen minutes to two."""
    c = f["c"]
    clock = _clock(c, f["cm"], f["ch"]) if c else None
    unit = (f["u"] or f["u2"] or c).name("unit") if c else ""
    if unit not in {"", "minute", "quarter"}:
        return None
    extra = (f.number("n", "num") or 1) * (
        _QUARTER if not f["n"] or unit == "quarter" or "num" not in f["n"].classes else 1
    )
    if clock is None or not 1 <= extra < 60:  # noqa: PLR2004 - minutes of an hour
        return None
    minutes = clock.minutes - extra if f["minutes_to"] else clock.minutes + extra
    part = f["p"].name("part") if f["p"] else None
    return f.piece(clock=Clock(max(minutes, 0), clock.fixed, clock.meridiem), part=part, led=True)


def _dated(leads: Sequence[Lexeme]) -> bool:
    """Tell "dia 15 às 14h" from a stretch of hours."""
    return any("day_lead" in x.classes and "from" not in x.classes for x in leads)


def all_day(f: Found) -> Piece | None:
    """Read that it lasts all day."""
    return f.piece(all_day=True, weak=True)
