"""Days as people say them: tomorrow, next Friday, the 15th, payday, two days after Easter."""

from __future__ import annotations

from dataclasses import dataclass

from .dates import Distance


@dataclass(frozen=True, slots=True)
class Shift:
    """So many days, weeks, months or years from today."""

    unit: str
    count: int
    whole: bool = False
    """The beginning of that week, month or year (next week), not the same day in it."""


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week; `which` is this, next, last or nothing."""

    index: int
    which: str = ""
    week_ahead: bool = False
    """Of the week that starts next Monday."""


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of the month, perhaps with month and year."""

    day: int
    month: int | None = None
    year: int | None = None
    whole_month: bool = False
    weekday: int | None = None
    """The weekday that was said with it, by which a later month may be meant."""
    years_on: int | None = None
    """Years from this one, where that is how the year was said (next year)."""
    gone: bool = False
    """The last such month."""


@dataclass(frozen=True, slots=True)
class Digits:
    """A date in digits, whose order the region decides."""

    text: str


@dataclass(frozen=True, slots=True)
class Period:
    """A named stretch (weekend, payday, the end of the week, month or year) or, with a month, its end."""

    name: str
    which: str = ""
    month: int | None = None


@dataclass(frozen=True, slots=True)
class Year:
    """A whole year."""

    number: int


@dataclass(frozen=True, slots=True)
class Feast:
    """A holiday, by its rule in the language data."""

    rule: str
    year: int | None = None
    years_on: int | None = None


@dataclass(frozen=True, slots=True)
class After:
    """A day so far after (or before) another one."""

    base: Day
    distance: Distance


@dataclass(frozen=True, slots=True)
class Near:
    """The first such weekday after another day, or the last one before it."""

    base: Day
    weekday: Weekday


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The Monday of the week in which a day is."""

    base: Day


@dataclass(frozen=True, slots=True)
class Nth:
    """The nth weekday, week or day of a month, or month of a year; -1 is the last."""

    number: int
    unit: str
    """weekday, week, day or month."""
    within: Day
    """The month or the year."""
    weekday: int = 0


@dataclass(frozen=True, slots=True)
class Season:
    """A season; which months it has depends on the half of the world."""

    name: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Stage:
    """A part (start, middle, late, half1, half2) of a month, week or year: its first or its last day."""

    name: str
    unit: str
    within: Day = Shift("day", 0)
    """A day of that month, week or year."""
    last: bool = False


@dataclass(frozen=True, slots=True)
class Workday:
    """So many working days from today."""

    count: int


Day = (
    Shift | Weekday | MonthDay | Digits | Period | Year | Feast | After | Near | WeekOf | Nth | Season | Stage | Workday
)
