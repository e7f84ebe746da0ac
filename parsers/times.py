"""Finds every date, time, length and repetition in a message, and says when each one is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from . import dates, days, hours
from .draft import Circumstances, Span
from .fallback import read_otherwise
from .grammar import pieces
from .merging import merge
from .pieces import Piece, join
from .repetitions import Moments, at, first_of_many
from .resolving import comes_every_year, date_of
from .words import READ_AT_MOST

_SHORT = 24 * 60
_SUNDAY = 6


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
    return tuple(p for p in merge(found, lexemes) if not p.weak or p.only_length)


def find_pieces(text: str, circumstances: Circumstances) -> tuple[Piece, ...]:
    """Find the time phrases of a text, adjacent parts joined, not yet resolved."""
    # What is not read makes no other text of it, for those who remember.
    text = text[:READ_AT_MOST]
    return _pieces(text, circumstances.language) or read_otherwise(text, circumstances)


def phrase(text: str, piece: Piece, circumstances: Circumstances) -> TimePhrase | None:
    """Say when a piece is; None where there is no such date."""
    start, end, minutes = moments(piece, circumstances)
    if start is None and piece.repeat is None and piece.length is None:
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
    if piece.last:
        return _from_one_to_another(piece, piece.last, c)
    if piece.repeat:
        return first_of_many(piece, c, now)
    if piece.from_now is not None:
        start = _from_now(piece.from_now, now)
        end = _from_now(piece.length, start) if piece.length and start else None
        return start, end, piece.minutes
    day = _first_day(piece, now.date(), c)
    if piece.timed and not piece.all_day and (day or not piece.day):
        return _shifted(_timed(piece, day, now), piece.offset)
    return day, _last_day(piece, day, c) if day else None, piece.minutes


def _shifted(found: Moments, offset: dates.Distance | None) -> Moments:
    """Move a time of day by what is counted from it: half an hour before noon."""
    start, end, minutes = found
    return (_from_now(offset, start), end, minutes) if offset and isinstance(start, datetime) else found


def _from_now(distance: dates.Distance, now: datetime) -> datetime | None:
    day = dates.after(now.date(), distance)
    try:
        return datetime.combine(day, now.time()) + timedelta(seconds=distance.seconds)
    except OverflowError:
        return None


def _from_one_to_another(piece: Piece, last: Piece, c: Circumstances) -> Moments:
    """Give a stretch whose end is said like its start, as it is meant from its start on."""
    start, _, _ = moments(replace(piece, last=None), c)
    if start is None:
        return None, None, None
    there = start if isinstance(start, datetime) else datetime.combine(start, time())
    end, _, _ = moments(last, replace(c, sent_at=there))
    if isinstance(start, datetime) and isinstance(end, datetime) and start < end:
        return start, end, int((end - start).total_seconds() // 60)
    return start, end, None


def _first_day(piece: Piece, today: date, c: Circumstances) -> date | None:
    """Give the day of a piece; of a span of days that has begun, the day on which it began."""
    if piece.day is None:
        return None
    if piece.last_day and comes_every_year(piece.day):
        begun = date_of(piece.day, dates.add_months(today, -12), c)
        end = _last_day(piece, begun, c) if begun else None
        if begun and end and begun < today <= end < dates.add_months(begun, 6):
            return begun
    return date_of(piece.day, today, c)


def _last_day(piece: Piece, first: date, c: Circumstances) -> date | None:
    return date_of(piece.last_day, first, c) if piece.last_day else None


def _timed(piece: Piece, day: date | None, now: datetime) -> tuple[datetime, datetime | None, int | None]:
    """Place a time of day on its date, or on the next one where none is said."""
    passed = now.hour * 60 + now.minute
    today = day == now.date()
    if piece.clock and piece.until:
        first, last = hours.span(piece.clock, piece.until, piece.part, not_before=passed if today else 0)
        day = day or (now.date() if first > passed else dates.add_days(now.date(), 1))
        return at(day, first), at(day, last), last - first
    said = hours.decided(piece.clock, piece.part) if piece.clock else hours.PARTS[piece.part or "noon"]
    if said is None and piece.clock:
        bare = piece.clock.minutes
        ahead = hours.ahead_today(bare, passed) if day is None else None
        said = ahead if ahead is not None else hours.likely(bare, not_before=passed if today else 0)
        day = now.date() if ahead is not None else day
    minutes = said or 0
    if day is None:
        day = now.date() if minutes > passed else dates.add_days(now.date(), 1)
    return at(day, minutes), None, piece.minutes


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
    name = "day"
    match piece.day:
        case days.Shift(unit=unit, whole=True) | days.Period(name="weekend" | "week_end" as unit):
            name = unit
        case days.Nth(unit="week" | "weekend" | "month" | "quarter" as unit):
            name = unit
        case days.MonthDay(whole_month=True):
            name = "month"
        case days.WeekOf():
            name = "week"
        case days.Year():
            name = "year"
        case days.Season():
            name = "season"
        case None if (piece.minutes or _SHORT) < _SHORT:
            name = "minute"
    return "minute" if isinstance(start, datetime) else name


def last_covered(found: TimePhrase) -> date | datetime | None:
    """Give the end of a phrase: the one that was said, else the last day of the week, month or year that it names."""
    first = found.start
    if found.end is not None or first is None or isinstance(first, datetime):
        return found.end
    ends: dict[str, Callable[[], date]] = {
        "fortnight": lambda: dates.add_days(first, 13),
        "month": lambda: dates.last_of_month(first),
        "season": lambda: dates.add_days(dates.add_months(first, 3), -1),
        "quarter": lambda: dates.last_of_month(dates.add_months(first, 2)),
        "year": lambda: dates.add_days(dates.add_months(first, 12), -1),
    }
    ends |= dict.fromkeys(("week", "weekend", "week_end"), lambda: dates.add_days(first, _SUNDAY - first.weekday()))
    return ends[found.grain]() if found.grain in ends else None


def combine(found: Iterable[Piece], *, whole_message: bool = True) -> tuple[Piece | None, tuple[Piece, ...]]:
    """Make one piece of those that are spread over a message ("🗓 19 June", "🕗 8:30"); give it and what it took."""
    usable = [p for p in found if not p.past]
    if all(p.only_length for p in usable):
        return None, ()
    ranked = sorted(usable, key=_weight, reverse=True)
    best, taken = ranked[0], [ranked[0]]
    for piece in ranked[1:] if whole_message else ():
        joined = join(best, piece) if _complements(best, piece) else None
        if joined and best.repeat and piece.day:
            # "Mensuel, prochain prélèvement le 27" does not fix the day; "chaque mois le 27" is one phrase.
            joined = replace(joined, repeat=best.repeat, day=piece.day)
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
