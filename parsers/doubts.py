"""Says what makes a reading doubtful, and how sure that leaves us of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from itertools import dropwhile
from math import prod
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from .amount import Amount
from .days import MonthDay
from .draft import Circumstances, Span
from .lexicon import lexemes_of
from .phrases import phrases, phrases_anywhere
from .pieces import Piece
from .spans import Cover, starting, within
from .vendors import Payee
from .words import Token, fold, tokens

_SURE = 0.98
KEEPS: Mapping[str, float] = {
    "unread_time": 0.6,
    "contested_time": 0.75,
    "weekday_mismatch": 0.6,
    "other_zone": 0.6,
    "no_time": 0.95,
    "loose_number": 0.8,
    "two_sentences": 0.9,
    "long_title": 0.85,
    "guessed_payee": 0.8,
    "no_amount": 0.85,
    "contested_amount": 0.75,
    "unread_number": 0.7,
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


def about_time(text: str, found: Sequence[Piece], taken: Sequence[Piece], language: str) -> list[str]:
    """Find what speaks against a date: none, or another one that could be meant as well."""
    dated = [p for p in found if not p.past and (p.day or p.repeat or p.from_now is not None or p.timed)]
    if not dated:
        return ["no_time"]
    return ["contested_time"] if any(p not in taken for p in dated) else about_choice(text, taken, language)


def about_choice(text: str, taken: Sequence[Piece], language: str) -> list[str]:
    """Find out whether one of two was taken as the time: "on the 5th or the 6th", "8am and 8pm"."""
    lexemes, _ = lexemes_of(text, language)
    either = any("or" in x.classes for p in taken for x in within(lexemes, *p.span))
    return ["contested_time"] if either or any(p.contested for p in taken) else []


def about_weekday(when: Piece | None, start: date | datetime | None) -> list[str]:
    """Find out whether a date is another weekday than the one that was said with it."""
    weekday = when.day.weekday if when and isinstance(when.day, MonthDay) else None
    return ["weekday_mismatch"] if start and weekday not in {None, start.weekday()} else []


def about_zone(text: str, taken: Sequence[Piece], c: Circumstances) -> list[str]:
    """Find out whether an hour was said as it is elsewhere ("5pm London time"): it is read as the writer's own."""
    own = _own_zone(c)
    lexemes, _ = lexemes_of(text, c.language)
    cut = tokens(text)
    for piece in (p for p in taken if p.clock):
        inside = dropwhile(lambda x: _ZONES.isdisjoint(x.classes), within(lexemes, *piece.span)[1:])
        said = [word for x in inside for word in fold(x.text).split()]
        after = starting(cut, piece.end, len(text))[: _PLACE_AT_MOST + 1]
        said += _place_of_clock(after)
        if said and own.isdisjoint(said):
            return ["other_zone"]
    return []


def _place_of_clock(after: Sequence[Token]) -> list[str]:
    """Give the name of the place whose clock is meant, in any language: "London time", "hora de Madrid"."""
    if after and (lead := phrases_anywhere("zone_leads").at(after, 0)[0]):
        return [t.folded for t in after[lead : lead + 1] if t.text[:1].isupper()]
    tails = phrases_anywhere("zone_tails")
    tail = next((n for n in range(len(after)) if tails.at(after, n)[0]), 0)
    return [t.folded for t in after[:tail]] if all(t.text[:1].isupper() for t in after[:tail]) else []


_ZONES = frozenset({"zone", "zone_lead"})
_PLACE_AT_MOST = 3


def _own_zone(c: Circumstances) -> frozenset[str]:
    """Give the words for the zone of the message: EST, ET, and its city's."""
    try:
        short = (c.sent_at.replace(tzinfo=ZoneInfo(c.zone)).tzname() or "").lower()
    except (OSError, ValueError, ZoneInfoNotFoundError):
        short = ""
    city = c.zone.rpartition("/")[2].replace("_", " ").lower().split()
    return frozenset({short, short[:1] + short[-1:], *city})


def about_payment(payee: Payee, amount: Amount | None) -> list[str]:
    """Find what speaks against a bill: no known payee, no amount."""
    return ["guessed_payee"] * (not payee.known) + ["no_amount"] * (amount is None)


def about_other_amount(cut: Sequence[Token], amount: Amount, language: str) -> list[str]:
    """Find out whether one of two amounts was taken: "890 or 900"."""
    after = [t for t in cut if t.start >= amount.span[1]]
    joint = phrases(language, "or_").at(after, 0)[0] if after else 0
    rest = after[joint:]
    if joint and rest and rest[0].kind == "sign":
        rest = rest[1:]
    return ["contested_amount"] if joint and rest and rest[0].kind == "number" else []


def about_numbers(text: str, read: Sequence[Span]) -> list[str]:
    """Find numbers that were read as nothing: neither amount nor date, reference or count."""
    known = Cover(read)
    left = (t for t in tokens(text) if t.kind == "number" and not known.holds(t.start, t.start + 1))
    return ["unread_number"] if any(left) else []
