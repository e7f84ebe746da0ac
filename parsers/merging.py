"""Joins the parts of a date or time phrase that stand side by side, and the two ends of a stretch."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import takewhile

from .days import Weekday
from .hours import decided
from .lexicon import Lexeme
from .pieces import Piece, complete, counted_from, first_hour, first_of, join, stretch
from .spans import before, starting, within

_GLUE_AT_MOST = 3
_OPENING = frozenset({"from", "between", "span_lead", "from_now"})
_CLOSING = frozenset({"to", "span_join"})
_COUNTED_LEADS = frozenset({"lead", "article", "of", "at", "day_lead", "glue"})
_JOINT = frozenset({"to", "span_join", "and", "dash", "lead", "comma"})


def merge(found: Iterable[Piece], lexemes: Sequence[Lexeme]) -> list[Piece]:
    """Join the parts that stand side by side, then what a stretch begins and ends with."""

    def counted(one: Piece, two: Piece) -> Piece | None:
        sign = _counts(one, two, lexemes)
        return counted_from(one, two, sign) if sign else None

    def beside(one: Piece, two: Piece) -> Piece | None:
        if _ends(one, two, lexemes):
            return replace(one, end=two.end)
        fits = _adjacent(one, two, lexemes) and not (_leads(one, two, lexemes) and stretch(one, two))
        return join(one, two) if fits else None

    def between(one: Piece, two: Piece) -> Piece | None:
        return stretch(one, two) if _leads_to(one, two, lexemes) or _reaches(one, two, lexemes) else None

    def either(one: Piece, two: Piece) -> Piece | None:
        if _alternatives(one, two, lexemes):
            return first_of(one, two)
        also = _also(one, two, lexemes) and not _leads(one, two, lexemes)
        return first_hour(one, two) if also else None

    said = _without_names(tuple(found), lexemes)
    merged = _folded(_folded(_folded(_folded(said, counted), beside), either), between)
    return [_with_tail(piece, lexemes) for piece in merged]


def _folded(found: Iterable[Piece], joining: Callable[[Piece, Piece], Piece | None]) -> list[Piece]:
    folded: list[Piece] = []
    for piece in found:
        joined = joining(folded[-1], piece) if folded else None
        folded[-1:] = [joined] if joined else [*folded[-1:], piece]
    return folded


def _leads_to(one: Piece, two: Piece, lexemes: Sequence[Lexeme]) -> bool:
    """Tell "from Monday … to the 5th": a lead that opens a stretch, and one that closes it between the two."""
    opening = next(iter(starting(lexemes, one.start, one.start + 1)), None)
    if opening is None or _OPENING.isdisjoint(opening.classes):
        return False
    rest = within(lexemes, one.end, two.end)
    joint = list(takewhile(lambda x: not _JOINT.isdisjoint(x.classes), rest))[:_GLUE_AT_MOST]
    closing = _CLOSING | ({"and"} if "between" in opening.classes else set())
    return any(not closing.isdisjoint(x.classes) for x in joint) and all(x.end > two.start for x in rest[len(joint) :])


def _leads(one: Piece, two: Piece, lexemes: Sequence[Lexeme]) -> bool:
    return _leads_to(one, two, lexemes) or _reaches(one, two, lexemes)


def _counts(one: Piece, two: Piece, lexemes: Sequence[Lexeme]) -> int:
    """Give 1 where "after" leads from a length to a day or an hour, -1 where "before" does, else 0."""
    if not one.only_length:
        return 0
    rest = within(lexemes, one.end, two.end)
    if not rest or any(_COUNTED_LEADS.isdisjoint(x.classes) for x in rest[1:] if x.end <= two.start):
        return 0
    first = rest[0].classes
    if "days_before" in first:
        return -1
    return int("days_after" in first and ("from" not in first or not (one.led or _hours(one))))


def _hours(piece: Piece) -> bool:
    return piece.length is not None and piece.length.seconds > 0


def _reaches(one: Piece, two: Piece, lexemes: Sequence[Lexeme]) -> bool:
    """Tell "5 May 2027 to 8 May 2027": two dates or two hours with nothing but a "to" or a dash between them."""
    rest = within(lexemes, one.end, two.end)
    joint = list(takewhile(lambda x: not _JOINT.isdisjoint(x.classes), rest))[:_GLUE_AT_MOST]
    if not joint or any(x.end <= two.start for x in rest[len(joint) :]):
        return False
    first = joint[0].classes.keys()
    if not first & {"to", "dash"} and (not first & _CLOSING or first & {"and", "at"}):
        return False
    if complete(one.day) and complete(two.day):
        return True
    # "Friday 10pm - Saturday 2am"
    if one.day and two.day and one.clock and two.clock and "at" not in first:
        return True
    # "8 in the morning to 5 in the afternoon"
    spoken = one.part and two.part and one.clock and two.clock and not two.day
    return bool(spoken and not first & {"dash", "and"})


def _adjacent(one: Piece, two: Piece, lexemes: Sequence[Lexeme]) -> bool:
    between = within(lexemes, one.end, two.start)
    # "Monthly, next payment on the 27th" does not fix the day; "every two weeks, on Tuesday" does.
    if any("comma" in x.classes for x in between) and (one.repeat and two.day and not two.timed):
        fixed = one.repeat.startswith("WEEKLY") and isinstance(two.day, Weekday)
        if not fixed:
            return False
    return len(between) <= _GLUE_AT_MOST and all("glue" in x.classes for x in between)


def _alternatives(one: Piece, two: Piece, lexemes: Sequence[Lexeme]) -> bool:
    """Tell "Saturday or Sunday"."""
    between = within(lexemes, one.end, two.start)
    return len(between) == 1 and "or" in between[0].classes


def _also(one: Piece, two: Piece, lexemes: Sequence[Lexeme]) -> bool:
    """Tell "8am and 8pm"."""
    rest = within(lexemes, one.end, two.end)
    return bool(rest) and "and" in rest[0].classes and all(x.end > two.start for x in rest[1:])


def _ends(one: Piece, two: Piece, lexemes: Sequence[Lexeme]) -> bool:
    """Tell "Saturdays … until June": when the repetition ends, not when it begins."""
    if not one.repeat or not two.day or two.timed or not _adjacent(one, two, lexemes):
        return False
    first = starting(lexemes, two.start, two.end)[0].classes.keys()
    until = "to" in first and ("at_doubtful" not in first or not first.isdisjoint({"month_lead", "month_lead_sure"}))
    return until and (complete(two.day) or not one.repeat.startswith("MONTHLY"))


def _without_names(found: Sequence[Piece], lexemes: Sequence[Lexeme]) -> list[Piece]:
    """Leave out the part of the day of "Open evening 12 May 18:30": it is in a name, and the hour needs none."""
    return [piece for place, piece in enumerate(found) if not _is_in_name(piece, found[place + 1 : place + 3], lexemes)]


def _is_in_name(piece: Piece, following: Sequence[Piece], lexemes: Sequence[Lexeme]) -> bool:
    if not (piece.weak and piece.part) or piece.clock or piece.day:
        return False
    ahead = before(lexemes, piece.start)
    if not ahead or "word" not in ahead[-1].classes:
        return False
    chain = list(takewhile(lambda p: _adjacent(piece, p, lexemes), following[:1]))
    chain += [p for p in following[1:] if chain and _adjacent(chain[0], p, lexemes)]
    decides = any(p.clock and decided(p.clock, None) is not None for p in chain)
    return decides and bool(chain[0].day)


def _with_tail(piece: Piece, lexemes: Sequence[Lexeme]) -> Piece:
    """Take in what is said after a date or an hour and changes neither: "at the latest", "onwards", "e tal"."""
    after = starting(lexemes, piece.end, lexemes[-1].end)[:2]
    if after and "comma" in after[0].classes:
        after = after[1:]
    tail = after[0] if after and "tail" in after[0].classes and (piece.day or piece.timed) else None
    return replace(piece, end=tail.end) if tail else piece
