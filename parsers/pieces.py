"""The parts that a date or time phrase is made of, and how parts that stand side by side become one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .days import Day, Digits, MonthDay, Shift, Weekday
from .hours import Clock

WEEKDAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, slots=True)
class Piece:
    """What one stretch of text says about time, not yet resolved; `start` and `end` are character offsets."""

    start: int
    end: int
    day: Day | None = None
    last_day: Day | None = None
    clock: Clock | None = None
    until: Clock | None = None
    part: str | None = None
    minutes: int | None = None
    """How long it lasts."""
    from_now: int | None = None
    """Minutes from now."""
    repeat: str | None = None
    """RRULE without `FREQ=`."""
    all_day: bool = False
    weak: bool = False
    """Means a time only beside another part (the 9 of "sunday night 9")."""
    led: bool = False
    """Introduced by a preposition, or otherwise beyond doubt."""
    maybe_minutes: int | None = None
    """Read as a time of day, but beside another one it would be a length (1h30)."""
    past: bool = False

    @property
    def timed(self) -> bool:
        """Tell whether it says a time of day."""
        return self.clock is not None or self.part is not None

    @property
    def only_length(self) -> bool:
        """Tell whether it says how long, and nothing else."""
        return self.minutes is not None and not (self.day or self.timed or self.repeat)


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
    if one.clock and two.clock and one.minutes is None and two.minutes is None:
        if two.maybe_minutes is not None and not two.until:
            return one, replace(two, clock=None, minutes=two.maybe_minutes)
        if one.maybe_minutes is not None and not one.until:
            return replace(one, clock=None, minutes=one.maybe_minutes), two
    return one, two


def _contradict(one: Piece, two: Piece) -> bool:
    if one.from_now is not None or two.from_now is not None or (one.clock and two.clock):
        return True
    if (one.part and two.part and one.part != two.part) or (one.minutes and two.minutes):
        return True
    spans = one.last_day is not None or two.last_day is not None
    return spans and bool((one.day and two.day) or one.repeat or two.repeat)


def _joined(one: Piece, two: Piece, day: Day | None, repeat: str | None) -> Piece:
    return Piece(
        start=min(one.start, two.start),
        end=max(one.end, two.end),
        day=day,
        last_day=one.last_day or two.last_day,
        clock=one.clock or two.clock,
        until=one.until or two.until,
        part=one.part or two.part,
        minutes=one.minutes or two.minutes,
        repeat=repeat,
        all_day=one.all_day or two.all_day,
        weak=one.weak and two.weak,
        led=one.led or two.led,
        maybe_minutes=one.maybe_minutes if one.clock else two.maybe_minutes,
        past=one.past or two.past,
    )


def _one_day(one: Day, two: Day) -> Day | None:
    """Choose what two ways of saying a day mean together (Friday the 5th, tomorrow Friday)."""
    if one == two:
        return one
    for weekday, other in ((one, two), (two, one)):
        if isinstance(weekday, Weekday):
            if isinstance(other, Shift) and other.unit == "week" and other.whole:
                return Weekday(weekday.index, week_ahead=True)
            # "Thursday EOD" is Thursday; "today Thursday" is today.
            if other == Shift("day", 0):
                return Weekday(weekday.index, "this")
            if isinstance(other, MonthDay | Digits | Shift):
                return other
    return None


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
    if frequency == "WEEKLY" and isinstance(day, Weekday) and "BY" not in repeat:
        return f"{repeat};BYDAY={WEEKDAY_CODES[day.index]}", None
    return repeat, day
