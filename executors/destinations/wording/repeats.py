"""A recurrence rule (RFC 5545) in words, as far as messages use it."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from executors.destinations.wording.keys import Counted, RepeatWords
from executors.destinations.wording.voice import Voice, counted

_WEEK: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WORKDAYS: Final = list(range(5))
_WEEKEND: Final = [5, 6]
_LAST: Final = -1


def repeats(voice: Voice, rule: str) -> str:
    """Say how often: "todos los lunes", "on the 1st of every month"; a rule that it can't read only "repeats"."""
    words = voice.words.repeats
    parts = dict(part.partition("=")[::2] for part in rule[:200].upper().removeprefix("RRULE:").split(";"))
    frequencies: dict[str, Counted] = {
        "DAILY": words.daily, "WEEKLY": words.weekly, "MONTHLY": words.monthly, "YEARLY": words.yearly,
    }  # fmt: skip
    frequency = frequencies.get(parts.get("FREQ", ""))
    if frequency is None:
        return words.unknown
    interval = _number(parts.get("INTERVAL", "")) or 1
    every = counted(frequency, interval)
    said = every
    match parts["FREQ"]:
        case "DAILY" | "WEEKLY" if "BYDAY" in parts:
            said = _on_weekdays(voice, parts["BYDAY"], every, interval)
        case "MONTHLY" if "BYMONTHDAY" in parts:
            said = _on_month_days(voice, parts["BYMONTHDAY"], every, interval)
        case _:
            pass
    return ", ".join(filter(None, (said, _ending(voice, words, parts))))


def _on_weekdays(voice: Voice, by_day: str, every: str, interval: int) -> str:
    """Say on which days of the week; without those where they are not plain days."""
    words = voice.words.repeats
    names = by_day.split(",")
    if any(name not in _WEEK for name in names):
        return every
    days = sorted({_WEEK.index(name) for name in names})
    if interval > 1:
        return words.weeks_on.format(every=every, days=voice.listing([words.on_names[day] for day in days]))
    if days == _WORKDAYS:
        return words.on_weekdays
    if days == _WEEKEND:
        return words.on_weekends
    if len(days) == len(_WEEK):
        return words.daily[0]
    return words.every.format(days=voice.listing([words.every_names[day] for day in days]))


def _on_month_days(voice: Voice, by_month_day: str, every: str, interval: int) -> str:
    """Say on which days of the month; without those where they are not plain ones or the last."""
    words = voice.words.repeats
    days = [_number(day) for day in by_month_day.split(",")]
    if days == [_LAST]:
        return words.months_on.format(every=every, on=words.on_last_day) if interval > 1 else words.last_day
    if any(day is None or not 1 <= day <= 31 for day in days):  # noqa: PLR2004 - the days of a month
        return every
    names = voice.listing([words.odd_month_days.get(day or 0, words.month_day.format(n=day)) for day in days])
    if interval > 1:
        on = words.on_month_days[len(days) > 1].format(days=names)
        return words.months_on.format(every=every, on=on)
    return words.month_days[len(days) > 1].format(days=names)


def _ending(voice: Voice, words: RepeatWords, parts: dict[str, str]) -> str:
    """Say how many times or until when, where the rule ends."""
    if times := _number(parts.get("COUNT", "")):
        return counted(words.times, times)
    if found := re.match(r"(\d{4})(\d{2})(\d{2})", parts.get("UNTIL", "")):
        year, month, day = (int(part) for part in found.groups())
        try:
            return words.until.format(day=voice.day(date(year, month, day)))
        except ValueError:
            return ""
    return ""


def _number(text: str) -> int | None:
    """Read a small whole number."""
    return int(text) if re.fullmatch(r"[+-]?[0-9]{1,3}", text) else None
