"""Cuts a message about money into entries, each of one amount or one service."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from . import marks
from .amount import Amount
from .draft import Circumstances, Span
from .money import amounts, reference_words, references
from .phrases import phrases
from .pieces import Piece
from .salutations import salutations
from .services import companies, mentions_service
from .times import find_pieces
from .words import READ_AT_MOST, Token, tokens

_ENTRIES_AT_MOST = 100

COPULA = 3
"""So many words and a service are no more than its name."""
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
    c: Circumstances


@dataclass(frozen=True, slots=True)
class Entry:
    """A stretch of the message that may be a bill."""

    start: int
    end: int
    amount: Amount | None
    service: bool


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
    gone += [m.span() for m in _TAX.finditer(text)]
    gone += [*references(text, c.language), *reference_words(text, c.language)]
    gone += [
        m.taken for m in (*marks.urls(text), *marks.tags(text), *marks.emails(text), *marks.priority(text, c.language))
    ]
    # "Marta: 500" owes Marta; only "Hola Marta," greets.
    gone += [span for span in salutations(text, gone, c.language) if text[span[1] - 1] != ":"]
    return Message(text, tokens(text), money, total if len(money) > 1 else None, times, tuple(gone), c)


_TAX = re.compile(
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
    for amount in found:
        begin, end = _clause(text, amount.span)
        around = [t for t in cut if begin <= t.start and t.end <= end]
        paying = mentions_service(around, c.language) or any(True for _ in hints.find(around))
        like_others = amount.amount >= _SIZEABLE and any(a.sure for a in kept)
        if amount.sure or paying or like_others:
            kept.append(amount)
    return tuple(kept)


def _owed(text: str, money: Sequence[Amount], language: str) -> tuple[Amount, ...]:
    """Leave out what is not owed itself: a minimum beside the whole, a price before its sum, the end of a range."""
    minimums, documents = phrases(language, "minimums"), phrases(language, "documents", "numbered")
    kept: list[Amount] = []
    for at, amount in enumerate(money):
        after = money[at + 1] if at + 1 < len(money) else None
        between = text[amount.span[1] : after.span[0]] if after else ""
        if after and re.fullmatch(r"[^\n=]{0,40}=\s?", between):
            continue
        words = [t for t in tokens(text) if t.end <= amount.span[0] and t.kind != "sign"][-_LABEL:]
        begin = money[at - 1].span[1] if at else 0
        near = [t for t in words if t.start >= begin and "\n" not in text[t.start : amount.span[0]]]
        if len(money) > 1 and any(minimums.at(near, place)[0] for place in range(len(near))):
            continue
        if not amount.sure and any(a.sure for a in money) and documents.ending(near):
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
    hidden += [m.span() for m in _FRACTION.finditer(text) if counted.ending(tokens(text[: m.start()])[-2:])]
    if hidden:
        for start, end in hidden:
            text = text[:start] + "_" * (end - start) + text[end:]
        pieces = find_pieces(text, c)
    due = phrases(c.language, "due")
    said = []
    for piece in pieces:
        before = [t for t in tokens(text) if t.end <= piece.start][-_LABEL:]
        if piece.only_length and piece.length and before and (due.ending(before) or due.ending(before[:-1])):
            # "vence a 30 días"
            said.append(replace(piece, from_now=piece.length, length=None))
        elif not piece.only_length:
            said.append(piece)
    return said


_FRACTION = re.compile(r"(?<![\d/])\d{1,2}/\d{1,2}(?![\d/])")


def _clause(text: str, span: Span) -> Span:
    start = max(text.rfind("\n", 0, span[0]), text.rfind("; ", 0, span[0])) + 1
    end = text.find("\n", span[1])
    return start, end if end >= 0 else min(len(text), READ_AT_MOST)


def _total(text: str, money: Sequence[Amount], language: str) -> Amount | None:
    """Find the amount that is said to be the total."""
    if len(money) < 2:  # noqa: PLR2004 - of one amount there is no sum
        return None
    totals = phrases(language, "totals")
    for amount in reversed(money):
        before = [t for t in tokens(text) if t.end <= amount.span[0] and t.kind != "sign"][-3:]
        same_line = [t for t in before if "\n" not in text[t.start : amount.span[0]]]
        if any(totals.at(same_line, place)[0] for place in range(len(same_line))) and amount is not money[0]:
            return amount
        after = [t for t in tokens(text) if amount.span[1] <= t.start][:2]
        others = sum(a.amount for a in money if a is not amount and a.currency == amount.currency)
        if others == amount.amount and any(totals.at(after, place)[0] for place in range(len(after))):
            return amount
    return None


_SEPARATOR = re.compile(
    r"\n+|[;,](?=\s)|(?<=\s)[+/|](?=\s)|(?<=[^\W\d_]{4})[.](?=\s+[^\W\d])|(?<=[\d)])[.](?=\s+[^\W\d])"
)


def _separators(m: Message) -> list[Span]:
    """Find where one entry may end and the next begin, outside dates and amounts."""
    found = [x.span() for x in _SEPARATOR.finditer(m.text, 0, READ_AT_MOST)]
    ands = phrases(m.c.language, "and_")
    found += [(t.start, t.end) for at, t in enumerate(m.cut) if t.text == "&" or ands.at(m.cut, at)[0] == 1]
    busy = [
        *(a.span for a in m.money),
        *((p.start, p.end) for p in m.times),
        *((n.start, n.end) for n in companies().find(m.cut)),
        *((n.start, n.end) for n in phrases(m.c.language, "asides").find(m.cut)),
        *(x.span() for x in _TAX.finditer(m.text)),
    ]
    return sorted(s for s in found if not any(b < s[1] and s[0] < e for b, e in busy))[:_ENTRIES_AT_MOST]


def entries(m: Message) -> list[Entry]:
    """Cut the message into entries of one amount or one service each."""
    edges = [(0, 0), *_separators(m), (min(len(m.text), READ_AT_MOST),) * 2]
    segments = [_segment(m, left[1], right[0]) for left, right in pairwise(edges)]
    merged: list[Entry] = []
    begin: int | None = None
    for number, segment in enumerate(segments):
        if not merged and begin is not None and "\n" not in m.text[edges[number][0] : edges[number][1]]:
            segment = replace(segment, start=begin)  # noqa: PLW2901 - "pagar o Zé, 350 reais" is one entry
        if merged and _belongs(m, merged[-1], segment):
            last = merged[-1]
            merged[-1] = Entry(last.start, segment.end, last.amount or segment.amount, last.service or segment.service)
        elif not merged and segment.amount is None and not segment.service:
            begin = segment.start
        else:
            merged.append(segment)
    return [e for one in merged for e in _split_by_amount(m, one)]


def _segment(m: Message, start: int, end: int) -> Entry:
    amount = next((a for a in m.money if start <= a.span[0] < end), None)
    cut = words_between(m, start, end)
    return Entry(start, end, amount, mentions_service(cut, m.c.language))


def _split_by_amount(m: Message, entry: Entry) -> list[Entry]:
    """Part an entry in which several amounts stand without anything between them ("Netflix 199 Spotify 129")."""
    inside = [a for a in m.money if entry.start <= a.span[0] < entry.end]
    if len(inside) < 2:  # noqa: PLR2004 - nothing to part
        return [entry]
    first_words = words_between(m, entry.start, inside[0].span[0])
    leading = any(t.kind == "word" for t in first_words)
    parts, at = [], entry.start
    for number, amount in enumerate(inside):
        last = number == len(inside) - 1
        end = entry.end if last else (_after_times(m, amount.span[1]) if leading else inside[number + 1].span[0])
        parts.append(replace(_segment(m, at, end), amount=amount))
        at = end
    return parts


def _after_times(m: Message, at: int) -> int:
    """Let a date that follows an amount at once stay with it."""
    for piece in m.times:
        if 0 <= piece.start - at <= 1:
            return piece.end
    return at


def _belongs(m: Message, last: Entry, new: Entry) -> bool:
    """Tell whether a segment only goes on with the entry before it."""
    if new.amount and last.amount:
        return False
    if new.amount is None and not new.service:
        return True
    if new.amount is not None and last.amount is None and _joint(m, last, new):
        return True
    if new.amount is not None:
        return not new.service or (not last.service and "\n" not in m.text[last.end : new.start])
    if last.amount is None:
        return not last.service
    return not _lists(m, new) or (
        "\n" not in m.text[last.end : new.start] and not is_dated(m, new) and _is_remark(m, new)
    )


def _joint(m: Message, last: Entry, new: Entry) -> bool:
    """Tell two services that are one bill ("gas and electric £180")."""
    services = phrases(m.c.language, "services")
    first, second = (words_between(m, e.start, e.amount.span[0] if e.amount else e.end) for e in (last, new))
    sizes = [services.at(cut, 0)[0] == len(cut) if cut else False for cut in (first[-1:], second)]
    return all(sizes) and not is_dated(m, last) and "\n" not in m.text[last.end : new.start]


def _lists(m: Message, entry: Entry) -> bool:
    """Tell whether a service without an amount is an entry of its own: with a date, or short on its line."""
    return is_dated(m, entry) or len(words_between(m, entry.start, entry.end)) <= COPULA


def _is_remark(m: Message, entry: Entry) -> bool:
    return len(words_between(m, entry.start, entry.end)) > COPULA


def is_dated(m: Message, entry: Entry) -> bool:
    """Tell whether a date stands in an entry."""
    return any(entry.start <= p.start < entry.end for p in m.times)


def words_between(m: Message, start: int, end: int) -> list[Token]:
    """Give the words between two places that are neither amount, date nor reference."""
    here = [t for t in m.cut if start <= t.start and t.end <= end]
    return [
        t
        for t in here
        if not any(s <= t.start < e for s, e in m.gone) and t.kind in {"word", "sign", "elision"} and not _loose(t)
    ]


def _loose(token: Token) -> bool:
    return token.kind == "sign" and token.text not in {"&", "-", ".", "+", "'"}
