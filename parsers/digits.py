"""Says what a number may be, as it is written: an hour, a day, a year, some minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from .meanings import Meaning
from .words import Token, forms

Classes = Mapping[str, Meaning]
"""What a stretch of text may mean, by class."""

LAST_DAY = 31
YEARS = range(2000, 2100)
_LAST_HOUR, _LAST_MINUTE = 24, 59
_TENS = 10
_TWO_DIGITS, _FOUR_DIGITS = 2, 4


def time_classes(token: Token) -> Classes:
    """Classify a date or clock time by its digits; one that cannot be is a plain sign."""
    if token.kind in {"date", "iso"}:
        return {"date": 1, "half": 1} if token.text == "1/2" else {token.kind: 1}
    hour, minute = (int(n) for n in re.findall(r"\d+", token.text)[:2])
    return {token.kind: hour * 60 + minute} if hour <= _LAST_HOUR and minute <= _LAST_MINUTE else {"sign": 1}


def digit_classes(digits: str) -> dict[str, Meaning]:
    """Classify a number in digits, perhaps with one point or comma."""
    if not digits.isdecimal():
        dotted = re.fullmatch(r"(\d{1,2})[.](\d{2})", digits)
        if dotted and int(dotted[1]) <= _LAST_HOUR and int(dotted[2]) <= _LAST_MINUTE:
            return {"dotclock": int(dotted[1]) * 60 + int(dotted[2]), "decimal": 1}
        return {"decimal": 1}
    value = int(digits)
    classes: dict[str, Meaning] = {"num": value}
    # 007 is neither.
    if len(digits) <= _TWO_DIGITS and value <= _LAST_HOUR:
        classes["hour"] = value
    if len(digits) <= _TWO_DIGITS and 1 <= value <= LAST_DAY:
        classes["day"] = value
    if value in YEARS:
        classes["year"] = value
    if len(digits) == _TWO_DIGITS and value <= _LAST_MINUTE:
        classes["minute"] = value
    if len(digits) == _FOUR_DIGITS and value // 100 < _LAST_HOUR and value % 100 <= _LAST_MINUTE:
        classes["digitclock"] = value // 100 * 60 + value % 100
    return classes


def word_classes(value: int) -> Classes:
    """Classify a number in words."""
    classes: dict[str, Meaning] = {"num": value}
    if value <= _LAST_HOUR:
        classes["hour"] = value
    if 1 <= value <= LAST_DAY:
        classes["day_word"] = value
    if _TENS <= value <= _LAST_MINUTE:
        classes["minute"] = value
    # "Dos mil" alone is an amount.
    if value in YEARS[1:]:
        classes["year"] = value
    return classes


_SAMPLES = forms("0|00|5|15|24|25|30|31|45|60|500|2026|2.5|7.30|07|1130|1999|1960")
_KINDS = forms("ord|odd|date|iso|isotime|clock|hclock|word|url|mention|tag|email|line|sign|elision")


def samples() -> Iterator[Classes]:
    """List one of every set of classes that a text can bring without the lexicon."""
    yield from map(digit_classes, _SAMPLES)
    yield from map(word_classes, (0, 5, 15, 24, 30, 45, 60, YEARS[1]))
    yield {"year": YEARS.start}
    yield from ({name: 1} for name in _KINDS)
    yield {"date": 1, "half": 1}
