"""Finds every date, time, length and repetition in a message, and says when each one is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from . import days, hours
from .draft import Circumstances, Span
from .fallback import read_otherwise
from .grammar import pieces
from .lexicon import Lexeme
from .pieces import WEEKDAY_CODES, Piece, join

_GLUE_AT_MOST = 3
_EVERY_WORKDAY = "BYDAY=MO,TU,WE,TH,FR"
_SEARCH_DAYS = 366
_SHORT = 24 * 60

Moments = tuple[date | datetime | None, date | datetime | None, int | None]
"""Start, end, and length in minutes."""


@dataclass(frozen=True, slots=True)
class TimePhrase:
    """A stretch of text that says when, how long or how often, with what it means."""

    text: str
    span: Span
    kind: str
    """date, datetime, time, range, duration or recurrence."""
    start: date | datetime | None = None
    end: date | datetime | None = None
    duration_minutes: int | None = None
    rrule: str | None = None
    grain: str = "day"


def find_times(text: str, circumstances: Circumstances) -> tuple[TimePhrase, ...]:
    """Give every time phrase of the text in order, resolved against when the message was sent."""
    found = (phrase(text, piece, circumstances) for piece in find_pieces(text, circumstances))
    return tuple(p for p in found if p is not None)


@lru_cache(maxsize=8)
def _pieces(text: str, language: str) -> tuple[Piece, ...]:
    found, lexemes = pieces(text, language)
    return tuple(p for p in _merge(found, lexemes) if not p.weak or p.only_length)


def find_pieces(text: str, circumstances: Circumstances) -> tuple[Piece, ...]:
    """Find the time phrases of a text, adjacent parts joined, not yet resolved."""
    return _pieces(text, circumstances.language) or read_otherwise(text, circumstances)


def _merge(found: Iterable[Piece], lexemes: Sequence[Lexeme]) -> list[Piece]:
    merged: list[Piece] = []
    for piece in found:
        joined = join(merged[-1], piece) if merged and _adjacent(merged[-1], piece, lexemes) else None
        if joined:
            merged[-1] = joined
        else:
            merged.append(piece)
    return merged


def _adjacent(one: Piece, two: Piece, lexemes: Sequence[Lexeme]) -> bool:
    between = [x for x in lexemes if one.end <= x.start and x.end <= two.start]
    if any("comma" in x.classes for x in between) and (one.repeat and two.day and not two.timed):
        return False
    return len(between) <= _GLUE_AT_MOST and all("glue" in x.classes for x in between)


def phrase(text: str, piece: Piece, circumstances: Circumstances) -> TimePhrase | None:
    """Say when a piece is; None where there is no such date."""
    start, end, minutes = moments(piece, circumstances)
    if start is None and piece.repeat is None and piece.minutes is None:
        return None
    return TimePhrase(
        text=text[piece.start : piece.end],
        span=(piece.start, piece.end),
        kind=_kind(piece, end),
        start=start,
        end=end,
        duration_minutes=minutes,
        rrule=rrule(piece),
        grain=_grain(piece, start),
    )


def rrule(piece: Piece) -> str | None:
    """Write the repetition of a piece as an RRULE."""
    return f"FREQ={piece.repeat}" if piece.repeat else None


def moments(piece: Piece, c: Circumstances) -> Moments:
    """Give start, end and length in minutes of a piece."""
    now = c.sent_at.replace(second=0, microsecond=0)
    if piece.repeat:
        return _first_of_many(piece, c, now)
    if piece.from_now is not None:
        return _from_now(piece.from_now, now), None, piece.minutes
    day = _day(piece.day, now.date(), c) if piece.day else None
    if piece.timed and not piece.all_day and (day or not piece.day):
        return _timed(piece, day, now)
    return day, _last_day(piece, day, c) if day else None, piece.minutes


def _from_now(minutes: int, now: datetime) -> datetime | None:
    try:
        return now + timedelta(minutes=minutes)
    except OverflowError:
        return None


def _day(day: days.Day, today: date, c: Circumstances) -> date | None:
    return days.resolve(day, today, country=c.region, language=c.language)


def _last_day(piece: Piece, first: date, c: Circumstances) -> date | None:
    return _day(piece.last_day, first, c) if piece.last_day else None


def _at(day: date, minutes: int) -> datetime:
    return datetime.combine(
        days.add_days(day, minutes // hours.MIDNIGHT), time(minutes % hours.MIDNIGHT // 60, minutes % 60)
    )


def _timed(piece: Piece, day: date | None, now: datetime) -> tuple[datetime, datetime | None, int | None]:
    """Place a time of day on its date, or on the next one where none is said."""
    passed = now.hour * 60 + now.minute
    today = day == now.date()
    if piece.clock and piece.until:
        first, last = hours.span(piece.clock, piece.until, piece.part, not_before=passed if today else 0)
        day = day or (now.date() if first > passed else days.add_days(now.date(), 1))
        return _at(day, first), _at(day, last), last - first
    said = hours.decided(piece.clock, piece.part) if piece.clock else hours.PARTS[piece.part or "noon"]
    if said is None and piece.clock:
        bare = piece.clock.minutes
        ahead = hours.ahead_today(bare, passed) if day is None else None
        said = ahead if ahead is not None else hours.likely(bare, not_before=passed if today else 0)
        day = now.date() if ahead is not None else day
    minutes = said or 0
    if day is None:
        day = now.date() if minutes > passed else days.add_days(now.date(), 1)
    return _at(day, minutes), None, piece.minutes


def _first_of_many(piece: Piece, c: Circumstances, now: datetime) -> Moments:
    """Find the first occurrence of a repetition; the hour is fixed before the day is sought."""
    first, length = _hour_of_many(piece)
    rule = dict(part.split("=") for part in f"FREQ={piece.repeat}".split(";"))
    late = first is not None and first <= now.hour * 60 + now.minute
    today = now.date()
    if piece.day:
        day = _day(piece.day, today, c)
        if day == today and late and rule["FREQ"] == "DAILY":
            day = days.add_days(today, 1)
    else:
        strictly = late or (first is None and "BYDAY" in rule and _EVERY_WORKDAY not in (piece.repeat or ""))
        day = _next_occurrence(rule, days.add_days(today, 1) if strictly else today)
    if day is None or first is None:
        return day, None, piece.minutes
    start = _at(day, first)
    return start, _at(day, first + length) if length else None, length or piece.minutes


def _hour_of_many(piece: Piece) -> tuple[int | None, int | None]:
    if piece.clock and piece.until:
        first, last = hours.span(piece.clock, piece.until, piece.part)
        return first, last - first
    if piece.clock:
        said = hours.decided(piece.clock, piece.part)
        return hours.likely(piece.clock.minutes) if said is None else said, None
    return (hours.PARTS[piece.part] if piece.part else None), None


def _next_occurrence(rule: dict[str, str], earliest: date) -> date | None:
    if "BYDAY" in rule:
        wanted = {WEEKDAY_CODES.index(code) for code in rule["BYDAY"].split(",")}
        return next((d for d in (days.add_days(earliest, n) for n in range(8)) if d.weekday() in wanted), None)
    if "BYMONTHDAY" in rule:
        number = int(rule["BYMONTHDAY"])
        return days.last_of_month(earliest) if number < 0 else days.on_or_after(earliest, number)
    return earliest if rule == {"FREQ": "DAILY"} else None


def _kind(piece: Piece, end: date | datetime | None) -> str:
    if piece.repeat:
        return "recurrence"
    if end is not None:
        return "range"
    if piece.only_length:
        return "duration"
    if piece.from_now is not None:
        return "datetime"
    if piece.timed:
        return "datetime" if piece.day else "time"
    return "date"


def _grain(piece: Piece, start: date | datetime | None) -> str:
    match piece.day:
        case days.Shift(unit=unit, whole=True):
            return unit
        case days.MonthDay(whole_month=True):
            return "month"
        case _:
            return "minute" if isinstance(start, datetime) or (piece.minutes or _SHORT) < _SHORT else "day"


def combine(found: Iterable[Piece], *, whole_message: bool = True) -> tuple[Piece | None, tuple[Piece, ...]]:
    """Make one piece of those that are spread over a message ("🗓 19 June", "🕗 8:30"); give it and what it took."""
    usable = [p for p in found if not p.past]
    if all(p.only_length for p in usable):
        return None, ()
    ranked = sorted(usable, key=_weight, reverse=True)
    best, taken = ranked[0], [ranked[0]]
    for piece in ranked[1:] if whole_message else ():
        joined = join(best, piece) if _complements(best, piece) else None
        if joined:
            best = joined
            taken.append(piece)
    return replace(best, start=min(p.start for p in taken), end=max(p.end for p in taken)), tuple(taken)


def _weight(piece: Piece) -> tuple[int, int]:
    """Rank what tells most about when; of equals the first."""
    dated = piece.day is not None or piece.repeat is not None or piece.from_now is not None
    return (4 * dated + 2 * (piece.timed and dated) + piece.timed + piece.led, -piece.start)


def _complements(best: Piece, piece: Piece) -> bool:
    if piece.day and (best.day or best.repeat):
        return best.repeat is not None and best.day is None and "BY" not in best.repeat
    return True
