"""Finds the amounts of money in a message: digits and words, in the money and the habits of a country."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from .currencies import CENTS, DOLLARS_AND_PESOS, SIGNS, THOUSAND, MoneyWords, money_words
from .draft import Circumstances, Span
from .lexicon import lexicon
from .regions import region
from .times import find_pieces
from .words import READ_AT_MOST, Token, fold, tokens

_CENTS = Decimal("0.01")
_LARGEST = Decimal(10) ** 15
_GROUP = 3
"""So many digits after one point or comma are thousands, everywhere."""
_LONGEST_AMOUNT = 8
"""A number of more digits, without a sign or points, is a telephone's or an account's."""
_AMOUNTS_AT_MOST = 50
_SAID_AS_MONEY = 20
"""From here on a number in words is an amount even without the money's name: "two" counts things."""
_ONES = frozenset({"un", "una", "um", "uma", "a", "one"})


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money and where it stands; `sure` where a sign, a word or its writing says that it is money."""

    text: str
    span: Span
    amount: Decimal
    currency: str
    sure: bool = True
    signed: bool = False
    """With a currency said."""


def find_money(text: str, circumstances: Circumstances) -> tuple[Amount, ...]:
    """Give the amounts of a text in order; plain small numbers count only where the text is about paying."""
    words = money_words(circumstances.language)
    paying = any(t.folded in words.about_paying for t in tokens(text))
    found = amounts(text, circumstances)
    alone = len(found) == 1 and not re.search(r"\w", text[: found[0].span[0]] + text[found[0].span[1] :])
    return tuple(a for a in found if a.sure or paying or alone)


@lru_cache(maxsize=8)
def amounts(text: str, circumstances: Circumstances) -> tuple[Amount, ...]:
    """Give every number that can be an amount: no dates, counts, references, versions or addresses."""
    text = text[:READ_AT_MOST]
    taken = [(p.start, p.end) for p in find_pieces(text, circumstances) if not p.only_length]
    taken += [(t.start, t.end) for t in tokens(text) if t.kind in {"url", "email", "mention", "tag"}]
    taken += references(text, circumstances.language)
    read = (*_in_digits(text, circumstances, taken), *_in_words(text, circumstances))
    found: list[Amount] = []
    for amount in sorted(read, key=lambda a: a.span):
        if not _clashes(amount, taken) and (not found or found[-1].span[1] <= amount.span[0]):
            found.append(amount)
    return tuple(_with_cents(text, found[:_AMOUNTS_AT_MOST], region(circumstances.region).currency))


def _with_cents(text: str, found: Sequence[Amount], home: str) -> list[Amount]:
    """Add cents to the money that they were said with ("thirteen euros and 45 cents"); alone they are the region's."""
    whole: list[Amount] = []
    for amount in found:
        if amount.currency != CENTS:
            whole.append(amount)
            continue
        cents = (amount.amount / 100).quantize(_CENTS)
        before = whole[-1] if whole else None
        gap = text[before.span[1] : amount.span[0]] if before else ""
        if before and before.signed and re.fullmatch(r"\s?(?:,|[^\W\d]{1,3})?\s?", gap):
            span = before.span[0], amount.span[1]
            whole[-1] = replace(before, text=text[slice(*span)], span=span, amount=before.amount + cents)
        else:
            whole.append(replace(amount, amount=cents, currency=home))
    return whole


def _clashes(amount: Amount, taken: Sequence[Span]) -> bool:
    """Tell whether a number is a date's; with a currency it may touch the beginning of one."""
    start, end = amount.span
    if amount.signed:
        return any(s <= start < e for s, e in taken)
    return any(s < end and start < e for s, e in taken)


def references(text: str, language: str) -> list[Span]:
    """Find account numbers, references and telephone numbers."""
    text = text[:READ_AT_MOST]
    named = [m.span("number") for m in money_words(language).reference.finditer(text)]
    return named + [m.span() for m in re.finditer(r"(?<![\d.,$€£₹])\+?\d[\d-]{8,40}(?![.,]?\d)", text)]


def reference_words(text: str, language: str) -> list[Span]:
    """Find the words that announce a reference ("policy", "su cel"): they are not what is paid for."""
    text = text[:READ_AT_MOST]
    named = [(m.start(), m.start("number")) for m in money_words(language).reference.finditer(text)]
    return named + [m.span() for m in re.finditer(r"(?<!\w)[^\W\d_]{2,12}\.?[:\s]{1,2}(?=\+?\d[\d-]{8})", text)]


def decimal(digits: str) -> Decimal:
    """Read digits with any grouping: of two marks the last is the decimal one, three digits after one are thousands."""
    bare = re.sub(r"['’\u00a0\u202f ]", "", digits)
    marks = re.findall(r"[.,]", bare)
    if len(set(marks)) > 1:
        point = marks[-1]
    elif len(marks) == 1 and (len(re.split(r"[.,]", bare)[1]) != _GROUP or bare.startswith("0")):
        point = marks[0]
    else:
        return Decimal(re.sub(r"[.,]", "", bare))
    whole, _, cents = bare.rpartition(point)
    return Decimal(re.sub(r"[.,]", "", whole) + "." + cents)


def _in_digits(text: str, c: Circumstances, taken: Sequence[Span]) -> Iterator[Amount]:
    words, home = money_words(c.language), region(c.region).currency
    dates = {start for start, _ in taken}
    for match in words.amount.finditer(text):
        scale = fold(match["scale"] or "").strip()
        sign = fold(match["sign"] or match["sign2"] or "")
        named = _name(match["named"], words)
        signed = bool(named or sign)
        value = _scaled(decimal(match["digits"]), scale, match["rest"], words)
        value *= words.scales.get(fold(match["scale2"] or "").strip(), 1)
        grouped = not match["digits"].isdecimal()
        too_long = len(match["digits"]) > _LONGEST_AMOUNT and not grouped and not scale
        if value > _LARGEST or (not signed and (too_long or _is_count(text, match, words, dates))):
            continue
        currency = words.currencies.get(named) or (named.upper() if named else "") or SIGNS.get(sign) or ""
        money = _own(currency, home, written="$" in sign + named)
        sure = signed or bool(scale) or (grouped and len(match["digits"]) > _GROUP)
        whole = match.group().rstrip()
        start = match.end() - len(match.group().lstrip())
        span = (start, match.start() + len(whole))
        yield Amount(text[slice(*span)], span, value.quantize(_CENTS), money, sure, signed)


def _name(written: str | None, words: MoneyWords) -> str:
    """Give the name of the money after a number; a code that is no word of the language is written in capitals."""
    named = fold(written or "")
    return named if named in words.currencies or (written or "").isupper() else ""


def _own(currency: str, home: str, *, written: bool = False) -> str:
    """Give the region's money where none is named; a `$` where they have neither dollars nor pesos is a US one."""
    if currency == "$" and written and home not in DOLLARS_AND_PESOS:
        return "USD"
    return home if currency in {"", "$"} else currency


def _scaled(value: Decimal, scale: str, rest: str | None, words: MoneyWords) -> Decimal:
    factor = words.scales.get(scale, 1)
    value *= factor
    if rest and factor == THOUSAND and value % THOUSAND == 0:
        value += Decimal(rest)
    return value


def _is_count(text: str, match: re.Match[str], words: MoneyWords, dates: set[int]) -> bool:
    """Tell a number that counts, numbers or names something: 2 kilos, torre 5, iPhone 15, 16 %, v2.1, 4B."""
    before, after = text[max(match.start() - 30, 0) : match.start()], text[match.end() : match.end() + 30]
    unit = re.match(r"\s?([%°º]|[^\W\d_]+[²³\d]?)", after)
    if unit and match.end() + unit.start(1) not in dates:
        glued = unit.start(1) == 0 and after[0].isalpha()
        if glued or unit[1] in "%°º" or fold(unit[1]) in words.counted:
            return True
    if re.match(r"\s?[x×]\s?\d|[/:]\d|-\d|\s+[a-z]?\d+[a-z]\b", after):
        return True
    noun = re.search(r"([^\W\d_]+\.?|#|№|n[º°])\s?$", before)
    if noun and fold(noun[1]).rstrip(".") in words.numbered:
        return True
    if re.search(r"[\w#/:@-]$|\d[.,]$|\d\s?[x×]\s?$", before):
        return not re.search(r"(?:^|\s)[-–•*]$", before)
    # The number of a line in a list.
    return bool(re.search(r"(?:^|\n)[ \t]*$", before) and re.match(r"[.)]\s", after))


def _in_words(text: str, c: Circumstances) -> Iterator[Amount]:
    known, words, home = lexicon(c.language).numerals, money_words(c.language), region(c.region).currency
    cut = tokens(text)
    at = 0
    while at < len(cut):
        if cut[at].kind != "word" or not known.begins(cut[at]):
            at += 1
            continue
        used, value = known.at(cut, at)
        used = max(used, 1)
        first = cut[at - 1] if at and cut[at - 1].folded in _ONES and cut[at].folded in known.scales else cut[at]
        size, name = _money_name(cut, at + used, words)
        of_digits = at > 0 and cut[at - 1].kind == "number"
        if value and not of_digits and (size or (value >= _SAID_AS_MONEY and not _goes_on(cut, at + used, words))):
            end = cut[at + used + size - 1].end
            money = _own(words.currencies.get(name, ""), home)
            value_of_it = Decimal(value).quantize(_CENTS)
            yield Amount(text[first.start : end], (first.start, end), value_of_it, money, signed=bool(size))
        at += used


def _goes_on(cut: Sequence[Token], at: int, words: MoneyWords) -> bool:
    """Tell whether digits or counted things follow the words of a number."""
    return at < len(cut) and (cut[at].kind == "number" or cut[at].folded in words.counted)


def _money_name(cut: Sequence[Token], at: int, words: MoneyWords) -> tuple[int, str]:
    """Find the money's name after a number ("dos mil pesos mexicanos"), perhaps after "de"; give its tokens."""
    skip = 1 if at < len(cut) and cut[at].folded == "de" else 0
    for size in (3, 2, 1):
        name = " ".join(t.folded for t in cut[at + skip : at + skip + size])
        if name in words.currencies and at + skip + size <= len(cut):
            return size + skip, name
    return 0, ""
