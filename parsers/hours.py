"""Hours as people say them (at 5, half past seven, 8 in the evening) and the time of day that each one means."""

from __future__ import annotations

from dataclasses import dataclass

HOUR = 60
NOON, MIDNIGHT, HALF = 12 * HOUR, 24 * HOUR, 12 * HOUR
_EARLIEST, _LATEST = 7 * 60, 21 * 60 + 59
"""The hours in which people do things: of two readings of a bare hour, the one in here is meant."""
_NIGHT_FALLS = 6 * 60
_LATE = frozenset({"afternoon", "evening", "night"})
"""Even with a 24 h mark, "8 Uhr" in the evening is 20:00."""

PARTS = {
    "dawn": 5 * 60, "morning": 9 * 60, "noon": NOON, "afternoon": 15 * 60,
    "evening": 19 * 60, "night": 20 * 60, "midnight": MIDNIGHT,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day in minutes, as said; `fixed` where nothing is left to guess."""

    minutes: int
    fixed: bool = False
    meridiem: str = ""


def decided(clock: Clock, part: str | None) -> int | None:
    """Give the minutes since midnight where am/pm, a part of the day or the writing decides; else None."""
    if clock.fixed or clock.minutes > NOON + 59:
        return _in_part(clock.minutes, part) if part in _LATE and HOUR <= clock.minutes <= NOON else clock.minutes
    if clock.meridiem:
        return clock.minutes % HALF + (HALF if clock.meridiem == "pm" else 0)
    return _in_part(clock.minutes, part) if part else None


def _in_part(minutes: int, part: str) -> int:
    match part:
        case "morning":
            return minutes
        case "dawn":
            return minutes % HALF
        case "night" | "midnight":
            # Twelve at night is the end of the day, and one or two at night come after it.
            return minutes % HALF + (HALF if minutes % HALF >= _NIGHT_FALLS else MIDNIGHT)
        case "noon":
            return minutes if minutes >= NOON - 60 else minutes + HALF
    if part == "evening" and minutes // 60 == NOON // 60:
        return minutes % HALF + MIDNIGHT
    return minutes % HALF + HALF


def likely(minutes: int, *, not_before: int = 0) -> int:
    """Choose between the two readings of a bare hour, by when people do things."""
    readings = sorted({minutes, (minutes + HALF) % MIDNIGHT})
    awake = [m for m in readings if _EARLIEST <= m <= _LATEST] or [max(readings)]
    ahead = [m for m in awake if m > not_before]
    return (ahead or awake[-1:] if not_before else awake)[0]


def ahead_today(minutes: int, now: int) -> int | None:
    """Give the earliest reading of a bare hour that is still ahead today and in waking hours."""
    readings = sorted({minutes, (minutes + HALF) % MIDNIGHT})
    return next((m for m in readings if _EARLIEST <= m <= _LATEST and m > now), None)


def span(start: Clock, end: Clock, part: str | None, *, not_before: int = 0) -> tuple[int, int]:
    """Give both ends of a stretch of time; am/pm said once holds for both where that leaves the start first."""
    last = decided(end, part)
    first = decided(start, None)
    if first is None and last is not None and (end.meridiem or part):
        first = decided(Clock(start.minutes, meridiem=end.meridiem), part) or start.minutes
        if first >= last:
            first = (first + HALF) % MIDNIGHT
    elif first is None:
        first = likely(start.minutes, not_before=not_before)
    if last is None:
        last = end.minutes
        while last <= first:
            last += HALF
    # "11h30-1h30" ends after lunch; what begins in the evening goes on past midnight.
    if last <= first:
        last += HALF if first < min(NOON, last + HALF) else MIDNIGHT
    return first, last
