"""Reads what in a message about money is no name: amounts, dates, references, greetings, remarks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from . import marks
from .amount import Amount
from .days import MonthDay
from .draft import Circumstances, Span
from .lexicon import lexemes_of
from .money import amounts, instalments, reference_words, references
from .money_words import tax_remarks
from .phrases import Phrases, phrases
from .pieces import Piece
from .salutations import salutations
from .services import companies, mentions_service
from .spans import Cover, before, starting, within
from .times import find_pieces
from .words import READ_AT_MOST, Token, tokens

_SIZEABLE = 100
_LABEL = 3
"""So many words before an amount may say what it is."""
_KINDS = frozenset({"word", "sign", "elision"})
_CLAUSE_ENDS = frozenset("\n,.;&")
_MONTH = re.compile(r"(?<![\d/])(?:0?[1-9]|1[0-2])/20\d\d(?![\d/])")
"""The month that a bill is for is not when it is due."""


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

    def phrases(self, *fields: str) -> Phrases:
        """Give the phrases of some fields of its language."""
        return phrases(self.c.language, *fields)


def read_message(text: str, c: Circumstances) -> Message:
    """Find everything in a message that is no name: money, dates, references, marks."""
    found = amounts(text, c)
    money = _owed(text, _believable(text, found, c), c.language)
    total = _total(text, money, c.language)
    if total and len(money) > 1:
        money = tuple(a for a in money if a is not total)
    said = _times(text, found, c)
    times = tuple(p for p in said if not p.past and (p.day or p.repeat or p.from_now is not None))
    gone = [a.span for a in (*found, *money)] + [p.span for p in said]
    gone += [n.span for n in phrases(c.language, "asides", "minimums").find(tokens(text))]
    gone += [m.span() for m in tax_remarks().finditer(text)]
    gone += [*references(text, c.language), *reference_words(text, c.language), *instalments(text, c.language)]
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


def _greeted(text: str, language: str) -> list[Span]:
    """Find who is greeted at the beginning ("Hola Mari te paso …"): not who is paid."""
    cut = tokens(text)
    length = phrases(language, "greetings").at(cut, 0)[0] if cut else 0
    after = length
    while length and after < len(cut) and after < length + _LABEL and cut[after].text[:1].isupper():
        after += 1
    known = any(c.first < after for c in companies().find(cut)) or mentions_service(cut[:after], language)
    return [(cut[0].start, cut[after - 1].end)] if after > length and not known else []


def _believable(text: str, found: Sequence[Amount], c: Circumstances) -> tuple[Amount, ...]:
    """Keep amounts that are surely money, and plain numbers in a clause that is about paying."""
    cut = tokens(text)
    hints = phrases(c.language, "pay", "owe", "due", "bill_words", "totals")
    kept: list[Amount] = []

    @cache
    def is_about_paying(begin: int, end: int) -> bool:
        around = within(cut, begin, end)
        return mentions_service(around, c.language) or hints.occur(around)

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
    line = _clause(text, amount.span)
    return (
        not amount.sure
        and amount.may_be_year
        and any(a.sure and line[0] <= a.span[0] < line[1] for a in found if a is not amount)
    )


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
        if after and _gave_way(text, amount, after, language):
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


def _gave_way(text: str, amount: Amount, after: Amount, language: str) -> bool:
    """Tell the old price of "subió de 12,000 a 13,500" from one that is owed."""
    joint = re.fullmatch(r"\s([^\W\d_]{1,4})\s", text[amount.span[1] : after.span[0]])
    if joint is None or phrases(language, "and_", "or_").at(tokens(joint[1]), 0)[0]:
        return False
    return phrases(language, "rises").occur(within(tokens(text), *_clause(text, amount.span)))


def _times(text: str, found: Sequence[Amount], c: Circumstances) -> list[Piece]:
    """Find the dates, where no amount ("75,90 dia 20") and no instalment ("parcela 1/3") reads as a part of one."""
    pieces = find_pieces(text, c)
    hidden = [a.span for a in found if any(p.start < a.span[1] and a.span[0] < p.end for p in pieces)]
    due, cut = phrases(c.language, "due"), tokens(text)
    # "Fecha de pago 5/12" is no fifth payment.
    hidden += [s for s in instalments(text, c.language) if "/" in text[slice(*s)] and not due.ending(before(cut, s[0]))]
    hidden += [m.span() for m in _MONTH.finditer(text)]
    hidden += _for_all(text, pieces, c.language)
    if hidden:
        for start, end in hidden:
            text = text[:start] + "_" * (end - start) + text[end:]
        pieces = find_pieces(text, c)
    dated = sorted((*pieces, *_bare_ordinals(text, pieces, c.language)), key=lambda p: p.start)
    said = []
    for piece in dated:
        words = before(cut, piece.start)[-_LABEL:]
        if piece.only_length and piece.length and words and (due.ending(words) or due.ending(words[:-1])):
            # "vence a 30 días"
            said.append(replace(piece, from_now=piece.length, length=None))
        elif not piece.only_length:
            said.append(piece)
    return said


def _bare_ordinals(text: str, pieces: Sequence[Piece], language: str) -> Iterator[Piece]:
    """Read an ordinal at the end of a clause, where it can only say when a bill is due: "direct debit 14th"."""
    lexemes, _ = lexemes_of(text, language)
    dated = Cover(p.span for p in pieces)
    for ahead, x, after in zip(lexemes, lexemes[1:], (*lexemes[2:], None), strict=False):
        ends = after is None or after.text in _CLAUSE_ENDS or "and" in after.classes
        named = ahead.text[-1].isalpha() and "ordinal_noun" not in ahead.classes
        if "ord" in x.classes and ends and named and not dated.meets(x.start, x.end):
            yield Piece(x.start, x.end, day=MonthDay(x.number("ord")), led=True)


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
