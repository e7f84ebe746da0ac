"""Cuts a message about money into entries, each of one amount or one service."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from .amount import Amount
from .draft import Span
from .money_words import tax_remarks
from .services import companies, mentions_service
from .spans import Cover, starting
from .statement import Message, words_between
from .words import READ_AT_MOST

_ENTRIES_AT_MOST = 100

COPULA = 3
"""So many words and a service are no more than its name."""
_SEPARATOR = re.compile(
    r"\n+|[;,](?=\s)|(?<=\s)[+/|](?=\s)|(?<=[^\W\d_]{4})[.](?=\s+[^\W\d])|(?<=[\d)])[.](?=\s+[^\W\d])"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A stretch of the message that may be a bill."""

    start: int
    end: int
    amount: Amount | None
    service: bool


def _separators(m: Message) -> list[Span]:
    """Find where one entry may end and the next begin, outside dates and amounts."""
    found = [x.span() for x in _SEPARATOR.finditer(m.text, 0, READ_AT_MOST)]
    ands = m.phrases("and_")
    found += [t.span for at, t in enumerate(m.cut) if t.text == "&" or ands.at(m.cut, at)[0] == 1]
    busy = Cover(
        [
            *(a.span for a in m.money),
            *(p.span for p in m.times),
            *(n.span for n in companies().find(m.cut)),
            *(n.span for n in m.phrases("asides").find(m.cut)),
            *(x.span() for x in tax_remarks().finditer(m.text)),
        ]
    )
    return sorted(s for s in found if not busy.meets(*s))[:_ENTRIES_AT_MOST]


def entries(m: Message) -> list[Entry]:
    """Cut the message into entries of one amount or one service each."""
    edges = [(0, 0), *_separators(m), (min(len(m.text), READ_AT_MOST),) * 2]
    edges = _with_amounts(m, edges)
    segments = [_segment(m, left[1], right[0]) for left, right in pairwise(edges)]
    merged: list[Entry] = []
    begin: int | None = None
    for number, segment in enumerate(segments):
        one_line = "\n" not in m.text[edges[number][0] : edges[number][1]]
        if not merged and begin is not None and (one_line or len(m.money) == 1):
            segment = replace(segment, start=begin)  # noqa: PLW2901 - "pagar o Zé, 350 reais" is one entry
        if merged and _belongs(m, merged[-1], segment):
            last = merged[-1]
            merged[-1] = Entry(last.start, segment.end, last.amount or segment.amount, last.service or segment.service)
        elif not merged and segment.amount is None and not segment.service:
            begin = segment.start
        else:
            merged.append(segment)
    return [e for one in merged for e in _split_by_amount(m, one)]


def _with_amounts(m: Message, edges: list[Span]) -> list[Span]:
    """Leave out the edges between a service and the bare amount that follows it ("the storage unit, 95")."""
    kept = edges[:1]
    for edge, after in pairwise(edges[1:]):
        left, right = _segment(m, kept[-1][1], edge[0]), _segment(m, edge[1], after[0])
        bare = right.amount and not right.service and not words_between(m, edge[1], right.amount.span[0])
        waits = left.service and not left.amount and not is_dated(m, left)
        if not (bare and waits and "\n" not in m.text[slice(*edge)]):
            kept.append(edge)
    return kept + edges[-1:]


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
    if new.amount is not None:
        if last.amount is None and _joint(m, last, new):
            return True
        return not new.service or (not last.service and "\n" not in m.text[last.end : new.start])
    if last.amount is None:
        return not last.service
    remark = "\n" not in m.text[last.end : new.start] and not is_dated(m, new) and _is_remark(m, new)
    return not _lists(m, new) or remark or _goes_on_about(m, last, new)


def _goes_on_about(m: Message, last: Entry, new: Entry) -> bool:
    """Tell "…, la cuota vence el 10", which says of the bill before it when it is due."""
    cut = starting(m.cut, new.start, new.end)
    article = m.phrases("articles").at(cut, 0)[0] if cut else 0
    part = m.phrases("instalments", "bill_words").at(cut, article)[0] if 0 < article < len(cut) else 0
    return bool(part) and not is_dated(m, last) and "\n" not in m.text[last.end : new.start]


def _joint(m: Message, last: Entry, new: Entry) -> bool:
    """Tell two services that are one bill ("gas and electric £180")."""
    services = m.phrases("services")
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
