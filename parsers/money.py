"""Finds the amounts of money in a message: digits and words, in the money and the habits of a country."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from heapq import merge

from .amount import HUNDREDTH, Amount
from .currencies import CENTS, TENTHS
from .draft import Circumstances, Span
from .figures import in_digits
from .money_words import money_words
from .phrases import phrases
from .regions import region
from .services import find_companies
from .spans import Cover, before, starting, within
from .spelled import in_words
from .times import find_pieces
from .words import READ_AT_MOST, fold, tokens

_AMOUNTS_AT_MOST = 50
_HUNDRED = 100
_IBAN = re.compile(r"\b(?:IBAN:?\s)?(?P<number>[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?)\b")
_TELEPHONE = re.compile(
    r"(?<![\d.,$€£₹])(?:\+?\d[\d-]{8,40}(?![.,]?\d)"
    r"|(?:\+\d{1,3}[ -]?)?(?:\(?\d{2,4}\)?[ -])?(?!(?:19|20)\d\d[ -])\d{3,5}[ -]\d{4}(?![\d.,]))"
)
_PRICE_ALONE = re.compile(r"\s*\d{1,6}[.,]\d\d\s*")
_PART_OF = re.compile(
    r"(?<![\d.,/])(?P<part>\d{1,3})\s?(?P<joint>/|(?<=\s)[^\W\d_]{2,3}(?:\s[^\W\d_]{2})?(?=\s))\s?(?P<all>\d{1,3})(?![\d/]|[.,]\d)"
)
_ANNOUNCED = re.compile(r"(?<!\w)[^\W\d_]{2,12}\.?[:\s]{1,2}(?=\+?\d[\d-]{8})")


def find_money(text: str, circumstances: Circumstances) -> tuple[Amount, ...]:
    """Give the amounts of a text in order; plain small numbers count only where the text is about paying."""
    words = money_words(circumstances.language)
    paying = any(t.folded in words.about_paying for t in tokens(text))
    found = amounts(text, circumstances)
    alone = len(found) == 1 and not re.search(r"\w", text[: found[0].span[0]] + text[found[0].span[1] :])
    signed = any(a.signed for a in found)
    # Beside a price a plain number may be none: "the 2013 edition costs $30".
    return tuple(a for a in found if a.sure or alone or (paying and not (signed and (a.may_be_year or not a.amount))))


@lru_cache(maxsize=8)
def amounts(text: str, circumstances: Circumstances) -> tuple[Amount, ...]:
    """Give every number that can be an amount: no dates, counts, references, versions or addresses."""
    text = text[:READ_AT_MOST]
    taken = [p.span for p in find_pieces(text, circumstances) if not p.only_length]
    if _PRICE_ALONE.fullmatch(text):
        taken = []
    taken += [t.span for t in tokens(text) if t.kind in {"url", "email", "mention", "tag"}]
    taken += references(text, circumstances.language)
    parts = Cover(instalments(text, circumstances.language))
    spelled = list(in_words(text, circumstances))
    read = merge(in_digits(text, circumstances, taken, [a.span for a in spelled]), spelled, key=lambda a: a.span)
    covered = Cover(taken)
    found: list[Amount] = []
    # Where there are more, the rest is not even read: a text may have a thousand numbers.
    while len(found) < _AMOUNTS_AT_MOST and (amount := next(read, None)):
        counts = not amount.sure and parts.holds(*amount.span)
        if not counts and not _clashes(amount, covered) and (not found or found[-1].span[1] <= amount.span[0]):
            found.append(amount)
    home, language = region(circumstances.region).currency, circumstances.language
    whole = _with_cents(text, found, home, language)
    return tuple(_with_half(text, amount, language) for amount in whole)


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


def _with_cents(text: str, found: Sequence[Amount], home: str, language: str) -> list[Amount]:
    """Add cents to the money that they were said with ("thirteen euros and 45 cents"); alone they are the region's."""
    whole: list[Amount] = []
    for amount in found:
        before = whole[-1] if whole else None
        gap = text[before.span[1] : amount.span[0]] if before else ""
        small = amount.currency.startswith(CENTS)
        joined = before is not None and before.signed and re.fullmatch(r"\s?(?:,|[^\W\d]{1,3})?\s?", gap) is not None
        if before and joined and (small or _bare_cents(text, before, amount, language)):
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


def _bare_cents(text: str, before: Amount, amount: Amount, language: str) -> bool:
    """Tell the cents of "20 rupees 43" and "a dollar fifty" from another number."""
    gap = text[before.span[1] : amount.span[0]]
    ends = re.match(r"\s*(?:$|[.,;!?\n])", text[amount.span[1] :]) is not None
    named = before.text[-1].isalpha() and before.amount % 1 == 0
    two_digits = amount.text.isdecimal() and len(amount.text) == 2 and gap == " "  # noqa: PLR2004 - cents have two digits
    joined = not gap.strip() or fold(gap.strip()) in money_words(language).joins_cents
    spelled = amount.text[0].isalpha() and amount.amount < _HUNDRED and gap[:1].isspace() and joined
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
    words = money_words(language)
    named = [m.span("number") for pattern in (words.reference, words.ending) for m in pattern.finditer(text)]
    named += [m.span("number") for m in _IBAN.finditer(text)]
    return (*named, *(m.span() for m in _TELEPHONE.finditer(text)))


@lru_cache(maxsize=8)
def instalments(text: str, language: str) -> tuple[Span, ...]:
    """Find which of how many payments it is ("mensualidad 7 de 12"): neither number is an amount."""
    text = text[:READ_AT_MOST]
    cut, named, of = tokens(text), phrases(language, "instalments"), phrases(language, "out_of")
    found = []
    for match in _PART_OF.finditer(text):
        joint = within(cut, match.end("part"), match.start("all"))
        joined = match["joint"] == "/" or (joint and of.at(joint, 0)[0] == len(joint))
        if joined and int(match["part"]) <= int(match["all"]) and named.ending(before(cut, match.start())[-2:]):
            found.append(match.span())
    return tuple(found)


def reference_words(text: str, language: str) -> list[Span]:
    """Find the words that announce a reference ("policy", "su cel"): they are not what is paid for."""
    text = text[:READ_AT_MOST]
    named = [(m.start(), m.start("number")) for m in money_words(language).reference.finditer(text)]
    named += [(m.start(), m.start("number")) for m in _IBAN.finditer(text)]
    known = Cover(n.span for n in find_companies(tokens(text)))
    return named + [m.span() for m in _ANNOUNCED.finditer(text) if not known.holds(m.start(), m.start() + 1)]
