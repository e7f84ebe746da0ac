"""Finds the amounts of money in a message: digits and words, in the money and the habits of a country."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from heapq import merge

from .amount import HUNDREDTH, Amount
from .currencies import money_words
from .draft import Circumstances, Span
from .figures import in_digits
from .moneys import CENTS, TENTHS
from .regions import region
from .services import find_companies
from .spans import Cover, starting
from .spelled import in_words
from .times import find_pieces
from .words import READ_AT_MOST, tokens

_AMOUNTS_AT_MOST = 50
_YEARS = range(1900, 2100)
_HUNDRED = 100
_IBAN = re.compile(r"\b(?:IBAN:?\s)?(?P<number>[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?)\b")
_TELEPHONE = re.compile(
    r"(?<![\d.,$€£₹])(?:\+?\d[\d-]{8,40}(?![.,]?\d)"
    r"|(?:\+\d{1,3}[ -]?)?(?:\(?\d{2,4}\)?[ -])?(?!(?:19|20)\d\d[ -])\d{3,5}[ -]\d{4}(?![\d.,]))"
)
_PRICE_ALONE = re.compile(r"\s*\d{1,6}[.,]\d\d\s*")
_ENDING = re.compile(
    r"(?:\b(?:end(?:s|ing)(?:\sin|\swith)?|termina(?:ción|cion|da|do)?(?:\sen)?|acabad[ao]\sen|final|finaliza(?:da|do)?\sem)"
    r"\s(?:n[oº°.]{1,2}\s)?|[*•x]{2,4}[ -]?)(?P<number>\d{3,5})(?![\d.,%])",
    re.IGNORECASE,
)
"""The last digits of a card or an account ("ending in 4471")."""
_ANNOUNCED = re.compile(r"(?<!\w)[^\W\d_]{2,12}\.?[:\s]{1,2}(?=\+?\d[\d-]{8})")
_CENTS_JOINED = re.compile(r"\s(?:(?:con|and|y|e|et|und)\s)?", re.IGNORECASE)


def find_money(text: str, circumstances: Circumstances) -> tuple[Amount, ...]:
    """Give the amounts of a text in order; plain small numbers count only where the text is about paying."""
    words = money_words(circumstances.language)
    paying = any(t.folded in words.about_paying for t in tokens(text))
    found = amounts(text, circumstances)
    alone = len(found) == 1 and not re.search(r"\w", text[: found[0].span[0]] + text[found[0].span[1] :])
    signed = any(a.signed for a in found)
    return tuple(a for a in found if a.sure or alone or (paying and not (signed and _is_year(a))))


def _is_year(amount: Amount) -> bool:
    """Tell a plain number that is no price beside one that is ("the 2013 edition costs $30")."""
    return not amount.amount or (amount.text.isdecimal() and int(amount.text) in _YEARS)


@lru_cache(maxsize=8)
def amounts(text: str, circumstances: Circumstances) -> tuple[Amount, ...]:
    """Give every number that can be an amount: no dates, counts, references, versions or addresses."""
    text = text[:READ_AT_MOST]
    taken = [(p.start, p.end) for p in find_pieces(text, circumstances) if not p.only_length]
    if _PRICE_ALONE.fullmatch(text):
        taken = []
    taken += [(t.start, t.end) for t in tokens(text) if t.kind in {"url", "email", "mention", "tag"}]
    taken += references(text, circumstances.language)
    spelled = list(in_words(text, circumstances))
    read = merge(in_digits(text, circumstances, taken, [a.span for a in spelled]), spelled, key=lambda a: a.span)
    covered = Cover(taken)
    found: list[Amount] = []
    # Where there are more, the rest is not even read: a text may have a thousand numbers.
    while len(found) < _AMOUNTS_AT_MOST and (amount := next(read, None)):
        if not _clashes(amount, covered) and (not found or found[-1].span[1] <= amount.span[0]):
            found.append(amount)
    whole = _with_cents(text, found, region(circumstances.region).currency)
    return tuple(_with_half(text, amount, circumstances.language) for amount in whole)


def _with_half(text: str, amount: Amount, language: str) -> Amount:
    """Add the half that is said after the money's name ("dois euros e meio")."""
    if not (amount.signed and amount.text[-1].isalpha() and amount.amount < _HUNDRED and amount.amount % 1 == 0):
        return amount
    after = starting(tokens(text), amount.span[1], len(text))[:4]
    for words in money_words(language).and_half:
        if tuple(t.folded for t in after[: len(words)]) == words:
            span = amount.span[0], after[len(words) - 1].end
            value = (amount.amount + Decimal("0.5")).quantize(HUNDREDTH)
            return replace(amount, text=text[slice(*span)], span=span, amount=value)
    return amount


def _with_cents(text: str, found: Sequence[Amount], home: str) -> list[Amount]:
    """Add cents to the money that they were said with ("thirteen euros and 45 cents"); alone they are the region's."""
    whole: list[Amount] = []
    for amount in found:
        before = whole[-1] if whole else None
        gap = text[before.span[1] : amount.span[0]] if before else ""
        small = amount.currency.startswith(CENTS)
        joined = before is not None and before.signed and re.fullmatch(r"\s?(?:,|[^\W\d]{1,3})?\s?", gap) is not None
        if before and joined and (small or _bare_cents(text, before, amount)):
            span = before.span[0], amount.span[1]
            value = before.amount + _small(amount)
            whole[-1] = replace(before, text=text[slice(*span)], span=span, amount=value.quantize(HUNDREDTH))
        elif small:
            whose = amount.currency.removeprefix(TENTHS).removeprefix(CENTS) or home
            whole.append(replace(amount, amount=_small(amount).quantize(HUNDREDTH), currency=whose))
        else:
            whole.append(amount)
    return whole


def _small(amount: Amount) -> Decimal:
    return amount.amount / (10 if amount.currency == TENTHS else 100)


def _bare_cents(text: str, before: Amount, amount: Amount) -> bool:
    """Tell the cents of "20 rupees 43" and "a dollar fifty" from another number."""
    gap = text[before.span[1] : amount.span[0]]
    ends = re.match(r"\s*(?:$|[.,;!?\n])", text[amount.span[1] :]) is not None
    named = before.text[-1].isalpha() and before.amount % 1 == 0
    two_digits = amount.text.isdecimal() and len(amount.text) == 2 and gap == " "  # noqa: PLR2004 - cents have two digits
    spelled = amount.text[0].isalpha() and amount.amount < _HUNDRED and _CENTS_JOINED.fullmatch(gap) is not None
    return named and ends and not amount.signed and (two_digits or spelled)


def _clashes(amount: Amount, taken: Cover) -> bool:
    """Tell whether a number is a date's; with a currency it may touch the beginning of one."""
    start, end = amount.span
    return taken.holds(start, start + 1) if amount.signed else taken.meets(start, end)


# Every entry of a bill asks for them.
@lru_cache(maxsize=8)
def references(text: str, language: str) -> tuple[Span, ...]:
    """Find account numbers, references and telephone numbers."""
    text = text[:READ_AT_MOST]
    named = [m.span("number") for m in money_words(language).reference.finditer(text)]
    named += [m.span("number") for m in _ENDING.finditer(text)]
    named += [m.span("number") for m in _IBAN.finditer(text)]
    return (*named, *(m.span() for m in _TELEPHONE.finditer(text)))


def reference_words(text: str, language: str) -> list[Span]:
    """Find the words that announce a reference ("policy", "su cel"): they are not what is paid for."""
    text = text[:READ_AT_MOST]
    named = [(m.start(), m.start("number")) for m in money_words(language).reference.finditer(text)]
    named += [(m.start(), m.start("number")) for m in _IBAN.finditer(text)]
    known = Cover((n.start, n.end) for n in find_companies(tokens(text)))
    return named + [m.span() for m in _ANNOUNCED.finditer(text) if not known.holds(m.start(), m.start() + 1)]
