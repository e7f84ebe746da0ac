"""What the patterns for dates and distances mean: the piece that their words make."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.dates import Distance
from parsers.days import After, Digits, MonthDay, Period, Shift, Weekday
from parsers.found import Found
from parsers.lexicon import Lexeme
from parsers.pieces import Piece

_MONTHS = 12
_OF_A_PLACE = frozenset({"month", "doubtful_month", "next", "this"})
"""What goes on from a weekday to say when, though it may be written with a capital."""
_TWO_LETTERS = 2
_TWO_DIGITS, _CENTURY = 2, 2000


def month_day(f: Found) -> Piece | None:
    """Read a day with its month, and perhaps the year."""
    day = MonthDay(
        _first_number(f, "d", "d3", "day", "ord", "day_word", "ordinal", "nth") or 1,
        _first_number(f, "m", "m3", "month", "doubtful_month"),
        year_of(f),
    )
    return f.piece(day=day, led=True)


def weekday_later(f: Found) -> Piece | None:
    """Read a weekday some weeks after the coming one: "lundi en huit"."""
    day = Weekday(f.number("w", "weekday", "doubtful_weekday"), "this")
    return f.piece(day=After(day, Distance(days=f.number("later", "weekday_later"))), led=True)


def part_of_day_number(f: Found) -> Piece | None:
    """Read a part of a day of the month: "le 5 au soir"."""
    piece, p = day_number(f), f["p"]
    return replace(piece, part=p.name("part")) if piece and p else None


def _first_number(f: Found, name: str, other: str, *classes: str) -> int:
    return f.number(name, *classes) or f.number(other, *classes)


def day_of_number(f: Found) -> Piece | None:
    """Read a date whose month is a number: "el 21 del 3"."""
    month = f.number("m", "day")
    return f.piece(day=MonthDay(f.number("d", "day"), month), led=True) if 1 <= month <= _MONTHS else None


def spaced_digits(f: Found) -> Piece | None:
    """Read a date in digits with spaces around its separators."""
    first, second = f.number("n", "num"), f.number("n2", "num")
    low, high = sorted((first, second))
    if not (1 <= low <= _MONTHS and 1 <= high <= 31):  # noqa: PLR2004 - days of a month
        return None
    return f.piece(day=Digits(f"{first}/{second}/{f.number('y', 'year')}"), led=True)


def year_of(f: Found) -> int | None:
    """Give the year that was said, or the last two digits of one."""
    if (short := f["short"]) and len(short.text) == _TWO_DIGITS:
        return _CENTURY + short.number("num")
    return f.number("y", "year") or None


def digits(f: Found) -> Piece | None:
    """Read a date in digits; nothing where no order of day and month fits."""
    x = f["x"]
    if x is None:
        return None
    numbers = [int(n) for n in re.findall(r"\d+", x.text)]
    low, high = sorted(numbers[1:] if len(x.text) > 7 and "iso" in x.classes else numbers[:2])[:2]  # noqa: PLR2004 - yyyy-m-d is longer
    if not (1 <= low <= _MONTHS and 1 <= high <= 31):  # noqa: PLR2004 - days of a month
        return None
    last = f["x2"]
    if last is None and "/" in x.text and len(numbers) == 2 and _is_fraction(f, *numbers):  # noqa: PLR2004 - a pair
        return None
    return f.piece(day=Digits(x.text), last_day=Digits(last.text) if last else None, led=True)


def _is_fraction(f: Found, part: int, whole: int) -> bool:
    """Tell "3/4 de taza" from a date."""
    after = f.lexemes[f.match.end() : f.match.end() + 2]
    if len(after) < 2 or "comma" in after[0].classes:  # noqa: PLR2004 - "of" and what it is a part of
        return False
    return part < whole <= _MONTHS and "of" in after[0].classes and "word" in after[1].classes


def day_number(f: Found) -> Piece | None:
    """Read a day of the month."""
    first, following = f.match.start(), f.following
    # "Exercises 1 to 10" is no day, and nor is the end of it.
    if first and {"to", "payee_lead"} <= f.lexemes[first].classes.keys() and "day" in f.lexemes[first - 1].classes:
        return None
    # A bank is called "First American".
    if (d := f["d"]) and "ordinal" in d.classes and d.text.istitle() and following and following.text.istitle():
        return None
    return f.piece(day=MonthDay(f.number("d", "day", "ord", "ordinal", "day_word", "one")), led=True)


def day_of_month(f: Found) -> Piece | None:
    """Read "the 5th of the month"."""
    unit = f["in"].name("unit") if f["in"] else ""
    number = f.number("d", "day", "ord", "ordinal")
    return f.piece(day=MonthDay(number), led=True) if unit == "month" and number else None


def two_numbers(f: Found) -> Piece | None:
    """Read a day and a month that only their place tells from other numbers: "on 4-22", or nothing else but "15/2"."""
    if x := f["x"]:
        first, _, second = x.text.partition(".")
    else:
        first, second = (one.text if (one := f[n]) else "" for n in ("n", "n2"))
    if not (first.isdecimal() and second.isdecimal()):
        return None
    low, high = sorted((int(first), int(second)))
    # "El 02-12" is written as nothing but a date is.
    padded = not f["x"] and len(first) == len(second) == _TWO_DIGITS and "0" in {first[0], second[0]}
    if not (1 <= low <= _MONTHS and (padded or high > _MONTHS) and high <= 31):  # noqa: PLR2004 - days of a month
        return None
    return f.piece(day=Digits(f"{first}/{second}"), led=True)


def yearly(f: Found) -> Piece | None:
    """Read "every 5th of May", "every January"."""
    if (q := f["q"]) and q.name("frequency") != "MONTHLY":
        return None
    piece = month_day(f)
    return replace(piece, repeat="YEARLY") if piece else None


def day_on_weekday(f: Found) -> Piece | None:
    """Read a day of the month with its weekday: "Friday the 27th"."""
    weekday = f.number("w", "weekday", "doubtful_weekday")
    return f.piece(day=MonthDay(f.number("d", "day", "ord"), weekday=weekday), led=True)


def which_of(lexemes: Sequence[Lexeme]) -> str:
    """Tell last, next or this among some words."""
    return next((w for w in ("last", "next", "this") if any(w in x.classes for x in lexemes)), "")


def weekday(f: Found) -> Piece | None:
    """Read a day of the week, with "this", "next" or "of next week"."""
    w = f["w"]
    if w is None or _is_a_name(f, w) or _is_a_word(w):
        return None
    which = which_of([*f.all("pre"), *f.all("post")])
    if f["now"]:
        index = w.number("weekday", "doubtful_weekday")
        gone = any("last" in x.classes for x in f.all("now"))
        return f.piece(day=After(Shift("week", -gone, whole=True), Distance(days=index)), led=True, past=gone)
    day = Weekday(w.number("weekday", "doubtful_weekday"), which, week_ahead=bool(f["week"]))
    part = w.name("weekday_part") or None
    return f.piece(day=day, part=part, led=f.all()[0] is not w or bool(which), past=which == "last")


def part_of_weekday(f: Found) -> Piece | None:
    """Read a weekday before a word that alone would be another day: "Freitag Morgen"."""
    piece, p = weekday(f), f["p"]
    return replace(piece, part=p.name("part")) if piece and p else None


def _is_a_word(w: Lexeme) -> bool:
    """Tell the German "so" from the Sunday that is written "So"."""
    return "doubtful_weekday" in w.classes and len(w.text) == _TWO_LETTERS and w.text.islower()


def _is_a_name(f: Found, w: Lexeme) -> bool:
    """Tell a person called Domingo, or a park called Quinta da Boa Vista, from the day."""
    before, after = f.around(w)
    if before is not None and "with" in before.classes:
        return True
    if before is not None and "payee_lead" in before.classes and "given_name" in w.classes and w.text[:1].isupper():
        return True
    if len(after) < 2 or not _OF_A_PLACE.isdisjoint(after[1].classes) or "comma" in after[0].classes:  # noqa: PLR2004 - a pair
        return False
    return "of" in after[0].classes and after[1].text[:1].isupper() and w.text[:1].isupper()


def relative(f: Found) -> Piece | None:
    """Read a word for a day: today, tomorrow."""
    r = f["r"]
    count = r.number("rel") if r else 0
    return f.piece(day=Shift("day", count), led=True, past=count < 0)


def part_of_relative(f: Found) -> Piece | None:
    """Read a part of a day before a word that alone would be another day: "mañana de mañana"."""
    piece, p = relative(f), f["p"]
    return replace(piece, part=p.name("part")) if piece and p else None


def period(f: Found) -> Piece | None:
    """Read a weekend, a payday, the end of a week, month or year."""
    p = f["p"]
    # The end of the year in "cena de fin de año" only says which dinner, where another date is said.
    # So does the weekend in "Weekend in Rome, 12-14 June".
    # "Para a semana" may say what for, where another day is said.
    led = "of" not in f.all()[0].classes and f.all()[0] is not p and p is not None and p.name("period") != "next_week"
    which = which_of([*f.all("pre"), *f.all("post")])
    return f.piece(day=Period(p.name("period"), which), led=led, past=which == "last") if p else None


def next_unit(f: Found) -> Piece | None:
    """Read next week, next month, next year."""
    u = f["u"]
    which = "next" if f.has("coming") else which_of(f.all())
    if u is None or which not in {"next", "last"} or u.name("unit") in {"second", "minute", "hour"}:
        return None
    if u.name("unit") == "day" and which == "next":
        return f.piece(day=Shift("day", 1), led=True)
    return f.piece(day=Shift(u.name("unit"), 1 if which == "next" else -1, whole=True), led=True, past=which == "last")


def end_of_next(f: Found) -> Piece | None:
    """Read the end of next week, month or year."""
    name = {"week": "week_end", "month": "month_end", "year": "year_end"}.get(f["u"].name("unit") if f["u"] else "")
    return f.piece(day=Period(name, "next" if f.has("next", "coming") else ""), led=True) if name else None
