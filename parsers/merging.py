"""Joins the parts of a date or time phrase that stand side by side, and the two ends of a stretch."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import takewhile

from .lexicon import Lexeme
from .pieces import Piece, join, stretch

_GLUE_AT_MOST = 3
_OPENING = frozenset({"from", "between", "span_lead"})
_CLOSING = frozenset({"to", "span_join"})
_JOINT = frozenset({"to", "span_join", "and", "dash", "lead", "comma"})


def merge(found: Iterable[Piece], lexemes: Sequence[Lexeme]) -> list[Piece]:
    """Join the parts that stand side by side, then what a stretch begins and ends with."""

    def beside(one: Piece, two: Piece) -> Piece | None:
        fits = _adjacent(one, two, lexemes) and not (_leads_to(one, two, lexemes) and stretch(one, two))
        return join(one, two) if fits else None

    def between(one: Piece, two: Piece) -> Piece | None:
        return stretch(one, two) if _leads_to(one, two, lexemes) else None

    return _folded(_folded(found, beside), between)


def _folded(found: Iterable[Piece], joining: Callable[[Piece, Piece], Piece | None]) -> list[Piece]:
    folded: list[Piece] = []
    for piece in found:
        joined = joining(folded[-1], piece) if folded else None
        folded[-1:] = [joined] if joined else [*folded[-1:], piece]
    return folded


def _leads_to(one: Piece, two: Piece, lexemes: Sequence[Lexeme]) -> bool:
    """Tell "from Monday … to the 5th": a lead that opens a stretch, and one that closes it between the two."""
    opening = next((x for x in lexemes if x.start == one.start), None)
    if opening is None or _OPENING.isdisjoint(opening.classes):
        return False
    rest = [x for x in lexemes if one.end <= x.start and x.end <= two.end]
    joint = list(takewhile(lambda x: not _JOINT.isdisjoint(x.classes), rest))[:_GLUE_AT_MOST]
    closing = _CLOSING | ({"and"} if "between" in opening.classes else set())
    return any(not closing.isdisjoint(x.classes) for x in joint) and all(x.end > two.start for x in rest[len(joint) :])


def _adjacent(one: Piece, two: Piece, lexemes: Sequence[Lexeme]) -> bool:
    between = [x for x in lexemes if one.end <= x.start and x.end <= two.start]
    if any("comma" in x.classes for x in between) and (one.repeat and two.day and not two.timed):
        return False
    return len(between) <= _GLUE_AT_MOST and all("glue" in x.classes for x in between)
