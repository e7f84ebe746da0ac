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
_EVERY_OTHER: Final = 2


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
        case "MONTHLY" if "BYDAY" in parts:
            said = _on_nth_weekdays(voice, parts["BYDAY"], parts.get("BYSETPOS", ""), every, interval)
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
        named = voice.listing([words.on_names[day] for day in days])
        return (words.every_other if interval == _EVERY_OTHER else words.weeks_on).format(every=every, days=named)
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
    days = [_number(day) or 0 for day in by_month_day.split(",")]
    plain = [day for day in days if 1 <= day <= 31]  # noqa: PLR2004 - the days of a month
    if len(plain) + days.count(_LAST) != len(days):
        return every
    names = voice.listing([words.odd_month_days.get(day, words.month_day.format(n=day)) for day in plain])
    several = len(plain) > 1
    on = [words.on_month_days[several].format(days=names)] if plain else []
    on += [words.on_last_day] if _LAST in days else []
    if interval > 1:
        return words.months_on.format(every=every, on=voice.listing(on))
    match on:
        case [_, _]:
            return words.months_each.format(on=voice.listing(on))
        case _:
            return words.month_days[several].format(days=names) if plain else words.last_day


def _on_nth_weekdays(voice: Voice, by_day: str, places: str, every: str, interval: int) -> str:
    """Say on which weekdays of the month ("1MO", or "MO" and its place apart); without those where they cannot be."""
    words = voice.words.repeats
    said = []
    for each in by_day.split(","):
        found = re.fullmatch(r"([+-]?\d)?([A-Z]{2})", each)
        place = (_number(found[1] or places) if found else None) or 0
        # A place apart counts all the days together, so it is said of a single one only.
        if not found or found[2] not in _WEEK or place not in words.nth or (not found[1] and "," in by_day):
            return every
        day = _WEEK.index(found[2])
        said.append(f"{words.nth[place][day in words.feminine_days]} {voice.locale.days['format']['wide'][day]}")
    on = voice.listing(said)
    if interval > 1:
        return words.months_on.format(every=every, on=words.on_nth.format(on=on))
    return words.month_nth.format(on=on)


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
