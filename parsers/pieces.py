"""The parts that a date or time phrase is made of, and how parts that stand side by side become one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .dates import WEEKDAY_CODES, Distance
from .days import After, Day, Digits, Feast, MonthDay, Period, Shift, Weekday, WeekOf
from .draft import Span
from .hours import Clock

_WEEK = 7


@dataclass(frozen=True, slots=True)
class Piece:
    """What one stretch of text says about time, not yet resolved; `start` and `end` are character offsets."""

    start: int
    end: int
    day: Day | None = None
    last_day: Day | None = None
    last: Piece | None = None
    """What a stretch ends with, where that is a day or a time of its own."""
    clock: Clock | None = None
    until: Clock | None = None
    part: str | None = None
    offset: Distance | None = None
    """To the minute, from the time of day that is said (an hour before noon)."""
    length: Distance | None = None
    """How long it lasts."""
    from_now: Distance | None = None
    """To the minute, from now."""
    repeat: str | None = None
    """RRULE without `FREQ=`."""
    all_day: bool = False
    weak: bool = False
    """Means a time only beside another part (the 9 of "sunday night 9")."""
    led: bool = False
    """Introduced by a preposition, or otherwise beyond doubt."""
    maybe_minutes: int | None = None
    """Read as a time of day, but beside another one it would be a length (1h30)."""
    contested: bool = False
    """Another time of day was said with it that may be meant as well."""
    past: bool = False
    """Lies behind, or around now ("this week"): tells of something and sets no date."""

    @property
    def span(self) -> Span:
        """Give where it stands."""
        return self.start, self.end

    @property
    def minutes(self) -> int | None:
        """Give how many minutes it lasts, at least one."""
        return max(round(self.length.total / 60), 1) if self.length else None

    @property
    def timed(self) -> bool:
        """Tell whether it says a time of day."""
        return self.clock is not None or self.part is not None

    @property
    def only_length(self) -> bool:
        """Tell whether it says how long, and nothing else."""
        return self.length is not None and not (self.day or self.timed or self.repeat or self.from_now)


def join(one: Piece, two: Piece) -> Piece | None:
    """Make one part of two that belong together; None where they contradict each other."""
    one, two = _one_clock(one, two)
    if _contradict(one, two):
        return None
    day = _one_day(one.day, two.day) if one.day and two.day else one.day or two.day
    repeat = _one_repeat(one.repeat, two.repeat) if one.repeat and two.repeat else one.repeat or two.repeat
    if (one.day and day is None) or (one.repeat and repeat is None):
        return None
    if repeat and day:
        repeat, day = _on_its_day(repeat, day)
    return _joined(one, two, day, repeat)


def _one_clock(one: Piece, two: Piece) -> tuple[Piece, Piece]:
    """Read one of two times of day as a length where it can be one: "16:00, 1h30"."""
    if one.clock and two.clock and one.length is None and two.length is None:
        if two.maybe_minutes is not None and not two.until:
            return one, replace(two, clock=None, length=Distance(seconds=60 * two.maybe_minutes))
        if one.maybe_minutes is not None and not one.until:
            return replace(one, clock=None, length=Distance(seconds=60 * one.maybe_minutes)), two
    return one, two


def _contradict(one: Piece, two: Piece) -> bool:
    if one.from_now is not None or two.from_now is not None or (one.clock and two.clock):
        return True
    if (one.part and two.part and one.part != two.part) or (one.length and two.length):
        return True
    # "the plan of 6 months tomorrow" does not last six months.
    if any(p.only_length and p.length and p.length.months for p in (one, two)):
        return True
    if any(_around(p) and q.timed and not q.day for p, q in ((one, two), (two, one))):
        return True
    spans = any(p.last_day or p.last for p in (one, two))
    return spans and bool((one.day and two.day and not (_around(one) or _around(two))) or one.repeat or two.repeat)


def _joined(one: Piece, two: Piece, day: Day | None, repeat: str | None) -> Piece:
    return Piece(
        start=min(one.start, two.start),
        end=max(one.end, two.end),
        day=day,
        last_day=one.last_day or two.last_day,
        last=one.last or two.last,
        clock=one.clock or two.clock,
        until=one.until or two.until,
        part=one.part or two.part,
        offset=one.offset or two.offset,
        length=one.length or two.length,
        repeat=repeat,
        all_day=one.all_day or two.all_day,
        weak=one.weak and two.weak,
        led=one.led or two.led,
        maybe_minutes=one.maybe_minutes if one.clock else two.maybe_minutes,
        contested=one.contested or two.contested,
        past=_past(one, two),
    )


def stretch(one: Piece, two: Piece) -> Piece | None:
    """Make a stretch that begins with one part and ends with another; None where they are not both days or hours."""
    for piece in (one, two):
        if not (piece.day or (piece.timed and not piece.weak)) or piece.last or piece.last_day:
            return None
        if piece.repeat or piece.length or piece.until:
            return None
    if two.day is None and not one.timed:
        return None
    # "8 in the morning to 5 in the afternoon tomorrow" begins tomorrow.
    return replace(one, end=two.end, day=one.day or two.day, last=two, led=True)


def first_of(one: Piece, two: Piece) -> Piece | None:
    """Choose the first of two days that may be meant; what is said once of the hour holds for it."""
    if not (one.day and two.day) or any(p.repeat or p.last or p.last_day for p in (one, two)):
        return None
    # In "today or tomorrow morning" the part of the day is tomorrow's.
    alone = one.timed or (one.day == Shift("day", 0) and not two.clock)
    return replace(one, end=two.end, led=True) if alone else replace(two, start=one.start, day=one.day, led=True)


def first_hour(one: Piece, two: Piece) -> Piece | None:
    """Choose the first of two hours at which the same is to be done: "8am and 8pm"."""
    alone = two.clock and not (two.day or two.until or two.last or two.length or two.repeat or two.from_now)
    plain = one.clock and not (one.until or one.last or one.length or one.weak or two.weak)
    return replace(one, end=two.end, contested=True) if alone and plain else None


def counted_from(one: Piece, two: Piece, sign: int) -> Piece | None:
    """Count a length of time from a day or an hour: two weeks after the 5th, an hour before noon."""
    if not one.only_length or one.length is None or not (two.day or two.timed) or two.weak:
        return None
    if two.last_day or two.last or two.until or two.length or two.repeat:
        return None
    distance = one.length.times(sign)
    if not distance.seconds and two.day:
        return replace(two, start=one.start, day=After(two.day, distance), led=True)
    return replace(two, start=one.start, offset=distance, led=True) if two.timed else None


def complete(day: Day | None) -> bool:
    """Tell a day that needs no context: a date with its month, in words or digits."""
    return isinstance(day, Digits) or (isinstance(day, MonthDay) and day.month is not None and not day.whole_month)


def _around(piece: Piece) -> bool:
    """Tell "this week", which only says more closely which Friday is meant."""
    return isinstance(piece.day, Shift) and piece.day.whole and piece.day.count == 0


def _past(one: Piece, two: Piece) -> bool:
    if one.day and two.day and (_around(one) or _around(two)):
        return (one.past and not _around(one)) or (two.past and not _around(two))
    return one.past or two.past


def _one_day(one: Day, two: Day) -> Day | None:
    """Choose what two ways of saying a day mean together (Friday the 5th, tomorrow Friday)."""
    if one == two:
        return one
    if isinstance(one, Weekday):
        return _on_weekday(one, two)
    # "5 May next year"
    if isinstance(one, MonthDay | Feast) and isinstance(two, Shift) and two.unit == "year" and two.whole:
        plain = one.year is None and not (isinstance(one, MonthDay) and one.month is None)
        return replace(one, years_on=two.count) if plain else None
    return _on_weekday(two, one) if isinstance(two, Weekday) else None


def _on_weekday(weekday: Weekday, other: Day) -> Day | None:
    """Choose the weekday of the week that is said with it, or the date that is."""
    within: Day = After(other, Distance(days=weekday.index))
    match other:
        case Shift(unit="week", whole=True, count=1) | Period(name="next_week"):
            return Weekday(weekday.index, week_ahead=True)
        # "Thursday EOD" is Thursday; "today Thursday" is today.
        case Shift(unit="week", whole=True, count=0) | Shift(unit="day", count=0):
            return Weekday(weekday.index, "this")
        case Shift(unit="week", whole=True):
            return within
        # "Monday in two weeks" is the Monday of that week.
        case Shift(unit="day", count=days) if days >= _WEEK and days % _WEEK == 0:
            return After(WeekOf(other), Distance(days=weekday.index))
    # A month beside a weekday is a name or another matter ("the party for Jun this Friday").
    month = isinstance(other, MonthDay) and other.whole_month
    if isinstance(other, MonthDay) and not month and other.month:
        return replace(other, weekday=weekday.index)
    return other if isinstance(other, MonthDay | Digits | Shift) and not month else None


def _one_repeat(one: str, two: str) -> str | None:
    """Make one repetition of two of the same frequency ("every two weeks", "on Sundays")."""
    if one.partition(";")[0] != two.partition(";")[0]:
        return None
    parts = dict.fromkeys([*one.split(";"), *two.split(";")])
    return ";".join(parts) if len({p.partition("=")[0] for p in parts}) == len(parts) else max(one, two, key=len)


def _on_its_day(repeat: str, day: Day) -> tuple[str, Day | None]:
    """Fix a repetition to the day that stands beside it (every month on the 3rd)."""
    frequency = repeat.partition(";")[0]
    if frequency == "MONTHLY" and isinstance(day, MonthDay) and day.month is None and "BY" not in repeat:
        return f"{repeat};BYMONTHDAY={day.day}", None
    if repeat == "DAILY" and isinstance(day, Weekday):
        return f"WEEKLY;BYDAY={WEEKDAY_CODES[day.index]}", None
    if frequency == "WEEKLY" and isinstance(day, Weekday) and "BY" not in repeat:
        return f"{repeat};BYDAY={WEEKDAY_CODES[day.index]}", None
    return repeat, day
