"""Says what makes a reading doubtful, and how sure that leaves us of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from math import prod

from .amount import Amount
from .draft import Span
from .lexicon import lexemes_of
from .pieces import Piece
from .spans import Cover, within
from .vendors import Payee
from .words import tokens

_SURE = 0.98
KEEPS: Mapping[str, float] = {
    "unread_time": 0.6,
    "contested_time": 0.75,
    "no_time": 0.95,
    "loose_number": 0.8,
    "two_sentences": 0.9,
    "long_title": 0.85,
    "guessed_payee": 0.8,
    "no_amount": 0.85,
    "unread_number": 0.7,
    "contested_amount": 0.85,
    "several_bills": 0.85,
}
"""By doubt, the share of the trust that is left. Measured on messages that nobody had tuned on: `docs/parsing.md`."""
_LONG = 12
_TELLS_TIME = frozenset({
    "month", "weekday", "weekdays", "rel", "part", "moment", "period", "frequency", "weekday_part", "holiday",
    "clock", "hclock", "iso", "date", "meridiem", "part_plural", "every",
})  # fmt: skip


def sure(doubts: Iterable[str]) -> float:
    """Give the confidence that is left with these doubts."""
    return round(_SURE * prod(KEEPS[name] for name in set(doubts)), 2)


def about_title(text: str, span: Span, title: str, taken: Sequence[Span], language: str) -> list[str]:
    """Find what speaks against a title: it still says when, ends with a number, is long or two sentences."""
    found = []
    lexemes, _ = lexemes_of(text, language)
    gone = Cover(taken)
    left = [x for x in within(lexemes, *span) if not gone.holds(x.start, x.start + 1)]
    if any(_TELLS_TIME & x.classes.keys() and "never" not in x.classes for x in left):
        found.append("unread_time")
    if re.search(r"\s\d[\d.,:]*$", title):
        found.append("loose_number")
    if re.search(r"[.!?:…]\s+\w", title):
        found.append("two_sentences")
    if len(title.split()) > _LONG:
        found.append("long_title")
    return found


def about_time(found: Sequence[Piece], taken: Sequence[Piece]) -> list[str]:
    """Find what speaks against a date: none, or another one that could be meant as well."""
    dated = [p for p in found if not p.past and (p.day or p.repeat or p.from_now is not None or p.timed)]
    if not dated:
        return ["no_time"]
    return ["contested_time"] if any(p not in taken for p in dated) else []


def about_payment(payee: Payee, amount: Amount | None) -> list[str]:
    """Find what speaks against a bill: no known payee, no amount."""
    return ["guessed_payee"] * (not payee.known) + ["no_amount"] * (amount is None)


def about_numbers(text: str, read: Sequence[Span]) -> list[str]:
    """Find numbers that were read as nothing: neither amount nor date, reference or count."""
    known = Cover(read)
    left = (t for t in tokens(text) if t.kind == "number" and not known.holds(t.start, t.start + 1))
    return ["unread_number"] if any(left) else []
