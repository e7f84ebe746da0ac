"""Reads a message as bills: who is paid, how much, by when, for what, one entry for each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from .days import Shift
from .doubts import about_choice, about_numbers, about_other_amount, about_payment, sure
from .draft import BillData, BillsData, Circumstances, Draft, ParseError, Span
from .languages import LANGUAGES
from .ledger import COPULA, Entry, entries, is_dated
from .money import references
from .phrases import phrases
from .pieces import Piece
from .regions import region
from .resolving import last_such
from .services import find_companies, mentions_service
from .spans import before, starting, within
from .statement import Message, read_message, words_between
from .times import combine, moments, rrule
from .vendors import Payee, document, find_payee
from .words import Token, forms

_REACH = 20
_TODAY = Shift("day", 0)
_LABEL = 3
"""So many words may say what a date is."""


def parse(text: str, circumstances: Circumstances) -> Draft:
    """Make bills of a message; without one it is a ParseError."""
    if not text.strip():
        raise ParseError("empty")
    m = read_message(text, circumstances)
    found = entries(m)
    shared = _shared_time(m, found)
    bills: list[BillData] = []
    spans: dict[str, Span] = {}
    doubts = about_numbers(text, m.gone)
    for at, entry in enumerate(found):
        if read := _bill(m, entry, shared or _group_time(m, found, at)):
            bill, where, doubtful = read
            spans |= {f"bills.{len(bills)}.{field}": span for field, span in where.items()}
            bills.append(bill)
            doubts += doubtful
    if not bills:
        raise _no_bill(m)
    known = [b.amount for b in bills if b.amount is not None]
    one_currency = len({b.currency for b in bills if b.amount is not None}) == 1
    total = sum(known, Decimal(0)) if len(known) > 1 and one_currency else None
    doubts += ["several_bills"] if len(bills) > 1 else []
    kept = tuple(dict.fromkeys(doubts))
    return Draft("bill", circumstances.language, BillsData(tuple(bills), total), spans, sure(kept), kept)


def _no_bill(m: Message) -> ParseError:
    """Say how much and by when, where that is all that was found."""
    partial: dict[str, object] = {"amount": m.money[0].amount, "currency": m.money[0].currency} if m.money else {}
    spans = {"amount": m.money[0].span} if m.money else {}
    when, taken = combine(m.times)
    if when and taken and (due := moments(when, m.c)[0]):
        partial["due"] = _date(due)
        spans["due"] = taken[0].start, taken[0].end
    return ParseError("no_bill", partial=partial, spans=spans)


def _shared_time(m: Message, found: Sequence[Entry]) -> tuple[Piece, ...]:
    """Give the times that hold for every entry: said first, after "both" or "all", or on a line of their own."""
    if len(found) < 2:  # noqa: PLR2004 - one entry owns what there is
        return ()
    shared = [p for p in m.times if not any(e.start <= p.start < e.end for e in found)]
    last = found[-1]
    words = m.phrases("shared")
    for piece in m.times:
        if not last.start <= piece.start < last.end:
            continue
        begin = last.amount.span[1] if last.amount else last.start
        between = within(m.cut, begin, min(piece.end + _REACH, last.end))
        set_apart = re.search(r"[\n;,.]", m.text[begin : piece.start]) is not None
        alone = not any(is_dated(m, e) for e in found[:-1])
        one_line = "\n" not in m.text[found[0].start : piece.start].strip()
        if words.occur(between) or ((set_apart or one_line) and alone):
            shared.append(piece)
    first = found[0]
    lead = first.amount.span[0] if first.amount else first.end
    opening = [p for p in m.times if first.start <= p.start < lead and not words_between(m, first.start, p.start)]
    if opening and (":" in m.text[opening[-1].end : lead] or not any(is_dated(m, e) for e in found[1:])):
        shared += opening
    return tuple(dict.fromkeys(shared))


def _group_time(m: Message, found: Sequence[Entry], at: int) -> tuple[Piece, ...]:
    """Give the times that are said after "both" in a later entry ("Izzi 560 y Netflix 299, los dos el 5, luz …")."""
    words = m.phrases("shared")
    for later in found[at + 1 : -1]:
        begin = later.amount.span[1] if later.amount else later.start
        said = tuple(p for p in m.times if begin <= p.start < later.end)
        if said:
            return said if words.occur(within(m.cut, begin, said[0].end)) else ()
    return ()


def _bill(m: Message, entry: Entry, shared: tuple[Piece, ...]) -> tuple[BillData, dict[str, Span], list[str]] | None:
    """Read one entry: the bill, where its fields stand and what is doubtful; None where there is nothing to pay."""
    own = tuple(p for p in m.times if entry.start <= p.start < entry.end and p not in shared)
    when, taken = combine(_due_of(m, own) or shared)
    due = _date(moments(when, m.c)[0]) if when else None
    if when and _was_due(m, taken[0]):
        due = last_such(when.day, m.c) or due
    payee = _payee(m, entry, due)
    if payee is None:
        return None
    named = [s for s in references(m.text, m.c.language) if entry.start <= s[0] < entry.end]
    account = max(named, key=lambda s: s[1] - s[0], default=None)
    amount = entry.amount
    bill = BillData(
        vendor=payee.name,
        amount=amount.amount if amount else None,
        currency=amount.currency if amount else region(m.c.region).currency,
        due=due,
        category=payee.category,
        account=m.text[slice(*account)] if account else None,
        recurrence=rrule(when) if when else None,
    )
    spans = {
        "vendor": payee.span,
        "amount": amount.span if amount else None,
        "currency": amount.span if amount else None,
        "due": taken[0].span if due and taken else None,
        "account": account,
        "recurrence": next((p.span for p in taken if p.repeat), None),
    }
    doubts = [*about_payment(payee, amount), *about_choice(m.text, taken if due else (), m.c.language)]
    doubts += about_other_amount(m.cut, amount, m.c.language) if amount else []
    return bill, {field: span for field, span in spans.items() if span}, doubts


def _payee(m: Message, entry: Entry, due: date | None) -> Payee | None:
    """Find who is paid; None where nobody is, or there is nothing to pay."""
    cut = words_between(m, _after_colon(m, entry), entry.end)
    payee = find_payee(m.text, cut, m.c.language, guess=entry.amount is not None)
    if payee is None and entry.amount:
        payee = document(m.text[entry.start : entry.end], entry.start, m.c.language)
    if payee is None or _nothing_to_pay(m, payee, entry, due=due):
        return None
    return payee if entry.amount or _to_pay(m, payee, entry, due=due) else None


def _due_of(m: Message, own: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Leave out when a bill came, was written or closed, where it is said as well when it is due."""
    issued = m.phrases("issued")
    open_ones = tuple(p for p in own if not issued.ending(_said_before(m, p)))
    later = tuple(p for p in open_ones or own if p.timed or p.day != _TODAY)
    return (later or open_ones or own) if len(own) > 1 else own


def _said_before(m: Message, piece: Piece) -> Sequence[Token]:
    """Give the words before a date, up to its colon."""
    cut = before(m.cut, piece.start)
    return cut[:-1] if cut and cut[-1].text == ":" else cut


def _was_due(m: Message, piece: Piece) -> bool:
    """Tell "venció el 5", which lies behind: the words stand right before the date, or are a part of it."""
    ahead = before(m.cut, piece.start)[-_LABEL:]
    words = [*ahead, *within(m.cut, *piece.span)]
    return any(ahead and p.end >= ahead[-1].end for p in m.phrases("overdue").find(words))


def _after_colon(m: Message, entry: Entry) -> int:
    """Give where an entry begins after its introduction ("te paso lo fijo: renta 12,500")."""
    colon = m.text.rfind(": ", entry.start, entry.amount.span[0]) if entry.amount else -1
    item = colon >= 0 and entry.amount and words_between(m, colon + 1, entry.amount.span[0])
    introduction = words_between(m, entry.start, max(colon, entry.start))
    named = find_companies(introduction)
    return colon + 1 if item and not named and mentions_service(item, m.c.language) else entry.start


def _nothing_to_pay(m: Message, payee: Payee, entry: Entry, *, due: date | None) -> bool:
    """Tell what was paid already, what somebody owes to the writer, and mere prices."""
    language = m.c.language
    cut = starting(m.cut, entry.start, entry.end)
    need_not = any(n.key == "declined" for n in phrases(language, "declined", "openers").find(cut))
    if need_not and not (due or entry.amount):
        return True
    past = frozenset(forms(LANGUAGES[language].settled_exactly))
    settled = any(n.key == "settled" for n in phrases(language, "settled", "owe").find(cut))
    if settled or any(t.low in past for t in cut):
        return not (due or phrases(language, "due").occur(cut))
    if entry.service or not phrases(language, "prices").occur(cut):
        return False
    copulas = phrases(language, "copulas")
    known = phrases(language, "prices", "pay", "owe", "due", "documents", "totals").find(cut)
    owed = any(n.key != "prices" and not copulas.at(cut, n.first)[0] for n in known)
    return not (due or owed or payee.category != "other")


def _to_pay(m: Message, payee: Payee, entry: Entry, *, due: date | None) -> bool:
    """Tell a bill without an amount ("la hipoteca vence el 30") from talk ("se fue la luz")."""
    if not (entry.service and payee.known):
        return False
    cut = starting(m.cut, entry.start, entry.end)
    paying = m.phrases("pay", "due").occur(cut)
    numbered = any(entry.start <= s[0] < entry.end for s in references(m.text, m.c.language))
    if numbered and not (due or paying):
        # "su cel es 33 1402 5587"
        return False
    about_money = m.phrases("bill_words").occur(cut) or (paying and not _only_a_deadline(m, entry))
    introduction = starting(m.cut, 0, entry.start)
    return (
        about_money
        or (due is not None and len(words_between(m, entry.start, entry.end)) <= COPULA + 1)
        or (entry.start > 0 and m.phrases("pay").occur(introduction))
    )


def _only_a_deadline(m: Message, entry: Entry) -> bool:
    """Tell whether nothing but a "by" or "antes de" speaks of paying: that is said of anything."""
    cut = starting(m.cut, entry.start, entry.end)
    deadlines = m.phrases("deadlines")
    return all(deadlines.at(cut, n.first)[0] for n in m.phrases("pay", "due").find(cut))


def _date(when: date | datetime | None) -> date | None:
    return when.date() if isinstance(when, datetime) else when
