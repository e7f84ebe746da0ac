"""Reads what in a message about money is no name: amounts, dates, references, greetings, remarks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from . import marks
from .amount import Amount
from .draft import Circumstances, Span
from .money import amounts, reference_words, references
from .phrases import phrases
from .pieces import Piece
from .salutations import salutations
from .services import companies, mentions_service
from .spans import Cover, before, starting, within
from .times import find_pieces
from .words import READ_AT_MOST, Token, tokens

_SIZEABLE = 100
_LABEL = 3
"""So many words before an amount may say what it is."""


@dataclass(frozen=True, slots=True)
class Message:
    """A message with everything in it that is no name."""

    text: str
    cut: tuple[Token, ...]
    money: tuple[Amount, ...]
    total: Amount | None
    times: tuple[Piece, ...]
    gone: tuple[Span, ...]
    left: tuple[Token, ...]
    """The tokens that are neither amount, date nor reference, and may be a part of a name."""
    c: Circumstances


def read_message(text: str, c: Circumstances) -> Message:
    """Find everything in a message that is no name: money, dates, references, marks."""
    found = amounts(text, c)
    money = _owed(text, _believable(text, found, c), c.language)
    total = _total(text, money, c.language)
    if total and len(money) > 1:
        money = tuple(a for a in money if a is not total)
    said = _times(text, found, c)
    times = tuple(p for p in said if not p.past and (p.day or p.repeat or p.from_now is not None))
    gone = [a.span for a in (*found, *money)] + [(p.start, p.end) for p in said]
    gone += [(n.start, n.end) for n in phrases(c.language, "asides", "minimums").find(tokens(text))]
    gone += [m.span() for m in TAX.finditer(text)]
    gone += [*references(text, c.language), *reference_words(text, c.language)]
    gone += [
        m.taken for m in (*marks.urls(text), *marks.tags(text), *marks.emails(text), *marks.priority(text, c.language))
    ]
    gone += _greeted(text, c.language)
    # "Marta: 500" owes Marta; only "Hola Marta," greets.
    gone += [span for span in salutations(text, Cover(gone), c.language) if text[span[1] - 1] != ":"]
    cut = tokens(text)
    left = _left(cut, Cover(gone))
    return Message(text, cut, money, total if len(money) > 1 else None, times, tuple(gone), left, c)


def _left(cut: Sequence[Token], gone: Cover) -> tuple[Token, ...]:
    return tuple(t for t in cut if t.kind in _KINDS and not _loose(t) and not gone.holds(t.start, t.start + 1))


_KINDS = frozenset({"word", "sign", "elision"})


def _greeted(text: str, language: str) -> list[Span]:
    """Find who is greeted at the beginning ("Hola Mari te paso …"): not who is paid."""
    cut = tokens(text)
    length = phrases(language, "greetings").at(cut, 0)[0] if cut else 0
    after = length
    while length and after < len(cut) and after < length + _LABEL and cut[after].text[:1].isupper():
        after += 1
    known = any(c.first < after for c in companies().find(cut)) or mentions_service(cut[:after], language)
    return [(cut[0].start, cut[after - 1].end)] if after > length and not known else []


TAX = re.compile(
    r"(?:[+]|\d\s?%|\b(?:incl?|inkl|excl?|zzgl|ex|plus|más|mas|mais|sin|sem|con|com|più)\b\.?)\s?"
    r"(?:\d+\s?%\s?)?(?:de\s|di\s)?(?:iva|vat|gst|tva|mwst|hst|pst|igic|itbis|igv|iss|icms)\b",
    re.IGNORECASE,
)
"""A remark about the tax within an amount."""


def _believable(text: str, found: Sequence[Amount], c: Circumstances) -> tuple[Amount, ...]:
    """Keep amounts that are surely money, and plain numbers in a clause that is about paying."""
    cut = tokens(text)
    hints = phrases(c.language, "pay", "owe", "due", "bill_words", "totals")
    kept: list[Amount] = []

    @cache
    def is_about_paying(begin: int, end: int) -> bool:
        around = within(cut, begin, end)
        return mentions_service(around, c.language) or any(True for _ in hints.find(around))

    for amount in found:
        paying = is_about_paying(*_clause(text, amount.span))
        like_others = amount.amount >= _SIZEABLE and any(a.sure for a in kept)
        if _is_year(text, amount, found):
            continue
        if amount.sure or paying or like_others:
            kept.append(amount)
    return tuple(kept)


def _is_year(text: str, amount: Amount, found: Sequence[Amount]) -> bool:
    """Tell the year of "Tenencia 2026 $3,420" from an amount: plain digits beside one that has its sign."""
    plain = not amount.sure and re.fullmatch(r"(?:19|20)\d\d", text[slice(*amount.span)])
    line = _clause(text, amount.span)
    return bool(plain) and any(a.sure and line[0] <= a.span[0] < line[1] for a in found if a is not amount)


def _owed(text: str, money: Sequence[Amount], language: str) -> tuple[Amount, ...]:
    """Leave out what is not owed itself: a minimum beside the whole, a price before its sum, the end of a range."""
    minimums, documents = phrases(language, "minimums"), phrases(language, "documents", "numbered")
    said = [t for t in tokens(text) if t.kind != "sign"]
    kept: list[Amount] = []
    for at, amount in enumerate(money):
        after = money[at + 1] if at + 1 < len(money) else None
        between = text[amount.span[1] : after.span[0]] if after else ""
        if after and re.fullmatch(r"[^\n=]{0,40}=\s?", between):
            continue
        words = before(said, amount.span[0])[-_LABEL:]
        begin = money[at - 1].span[1] if at else 0
        near = [t for t in words if t.start >= begin and "\n" not in text[t.start : amount.span[0]]]
        others = any(a.sure for a in money if a is not amount)
        if others and any(minimums.at(near, place)[0] for place in range(len(near))):
            continue
        glued = near and amount.span[0] - near[-1].end <= 1
        if not amount.sure and any(a.sure for a in money) and glued and documents.ending(near):
            continue
        if kept and re.fullmatch(r"\s?[-–—]\s?", text[kept[-1].span[1] : amount.span[0]]):
            continue
        kept.append(amount)
    return tuple(kept)


def _times(text: str, found: Sequence[Amount], c: Circumstances) -> list[Piece]:
    """Find the dates, where no amount ("75,90 dia 20") and no instalment ("parcela 1/3") reads as a part of one."""
    pieces = find_pieces(text, c)
    hidden = [a.span for a in found if any(p.start < a.span[1] and a.span[0] < p.end for p in pieces)]
    counted = phrases(c.language, "instalments")
    cut = tokens(text)
    hidden += [m.span() for m in _FRACTION.finditer(text) if counted.ending(before(cut, m.start())[-2:])]
    hidden += [m.span() for m in _MONTH.finditer(text)]
    hidden += _for_all(text, pieces, c.language)
    leads = [
        m.span("before") for m in _ORDINAL.finditer(text) if not any(p.start <= m.start("day") < p.end for p in pieces)
    ]
    if hidden or leads:
        for start, end in hidden:
            text = text[:start] + "_" * (end - start) + text[end:]
        for start, end in leads:
            # "direct debit 14th" is on the 14th.
            text = text[:start] + "on".ljust(end - start) + text[end:]
        pieces = find_pieces(text, c)
    due, cut = phrases(c.language, "due"), tokens(text)
    said = []
    for piece in pieces:
        words = before(cut, piece.start)[-_LABEL:]
        if piece.only_length and piece.length and words and (due.ending(words) or due.ending(words[:-1])):
            # "vence a 30 días"
            said.append(replace(piece, from_now=piece.length, length=None))
        elif not piece.only_length:
            said.append(piece)
    return said


def _for_all(text: str, pieces: Sequence[Piece], language: str) -> list[Span]:
    """Find the "all" before a due date ("Todo antes del 5"): it means every bill, not every year."""
    shared, due = phrases(language, "shared"), phrases(language, "due")
    found = []
    for piece in pieces:
        cut = within(tokens(text), piece.start, piece.end) if piece.repeat else ()
        size = shared.at(cut, 0)[0] if cut else 0
        if size and size < len(cut) and due.at(cut, size)[0]:
            found.append((cut[0].start, cut[size - 1].end))
    return found


_MONTH = re.compile(r"(?<![\d/])(?:0?[1-9]|1[0-2])/20\d\d(?![\d/])")
"""The month that a bill is for is not when it is due."""
_ORDINAL = re.compile(
    r"(?<!\w)(?P<before>[a-z]{2,})\s(?P<day>\d{1,2}(?:st|nd|rd|th))(?=\s*(?:$|[,.;\n&]|and\b))", re.IGNORECASE
)
_FRACTION = re.compile(r"(?<![\d/])\d{1,2}/\d{1,2}(?![\d/])")


def _clause(text: str, span: Span) -> Span:
    start = max(text.rfind("\n", 0, span[0]), text.rfind("; ", 0, span[0])) + 1
    end = text.find("\n", span[1])
    return start, end if end >= 0 else min(len(text), READ_AT_MOST)


def _total(text: str, money: Sequence[Amount], language: str) -> Amount | None:
    """Find the amount that is said to be the total."""
    if len(money) < 2:  # noqa: PLR2004 - of one amount there is no sum
        return None
    totals, cut = phrases(language, "totals"), tokens(text)
    said = [t for t in cut if t.kind != "sign"]
    for amount in reversed(money):
        words = before(said, amount.span[0])[-_LABEL:]
        same_line = [t for t in words if "\n" not in text[t.start : amount.span[0]]]
        if any(totals.at(same_line, place)[0] for place in range(len(same_line))) and amount is not money[0]:
            return amount
        after = starting(cut, amount.span[1], len(text))[:2]
        others = sum(a.amount for a in money if a is not amount and a.currency == amount.currency)
        if others == amount.amount and any(totals.at(after, place)[0] for place in range(len(after))):
            return amount
    return None


def words_between(m: Message, start: int, end: int) -> list[Token]:
    """Give the words between two places that are neither amount, date nor reference."""
    return list(within(m.left, start, end))


def _loose(token: Token) -> bool:
    return token.kind == "sign" and token.text not in {"&", "-", ".", "+", "'"}
