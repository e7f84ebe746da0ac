"""Reads the amounts that are spelled in words: "dos mil pesos", "half a million dollars", "einen Euro"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal

from .amount import HUNDREDTH, Amount
from .currencies import own_money
from .draft import Circumstances
from .lexicon import lexicon
from .money_words import MoneyWords, money_words
from .numerals import Numerals
from .regions import region
from .words import Token, tokens

_SAID_AS_MONEY = 20
"""From here on a number in words is an amount even without the money's name: "two" counts things."""
_HALF = Decimal("0.5")
_LONGEST_NAME = 5


def in_words(text: str, c: Circumstances) -> Iterator[Amount]:
    """Give every amount that is spelled, in order."""
    known, words, home = lexicon(c.language).numerals, money_words(c.language), region(c.region).currency
    cut = tokens(text)
    at = 0
    while at < len(cut):
        used, value = _number(cut, at, known, words)
        if not used:
            at += 1
            continue
        after = at + used
        size, name = _money_name(cut, after, words)
        of_digits = at > 0 and cut[at - 1].kind == "number"
        goes_on = after + size < len(cut) and cut[after + size].folded in words.joiners
        only = name in words.doubtful and (goes_on or (used == 1 and cut[at].folded in words.ones))
        enough = value >= _SAID_AS_MONEY and not _goes_on(cut, after, words)
        if value and not of_digits and not only and (size or enough):
            end = cut[after + size - 1].end
            code = words.currencies.get(name, "")
            money = code if code.startswith("¢") else own_money(code, home, written=words.dollars)
            exact = value if code.startswith("¢") else value.quantize(HUNDREDTH)
            span = cut[at].start, end
            yield Amount(text[slice(*span)], span, exact, money, signed=bool(size))
            after += size
        at = after


def _number(cut: Sequence[Token], at: int, known: Numerals, words: MoneyWords) -> tuple[int, Decimal]:
    """Read a number in words with its halves ("half a million", "two and a half"); give its tokens and its value."""
    if cut[at].kind != "word":
        return 0, Decimal(0)
    size, part = _fraction(cut, at, words)
    scale = known.scales.get(cut[at + size].folded, 0) if size and at + size < len(cut) else 0
    if scale:
        return size + 1, scale * part
    one = cut[at].folded in words.ones
    first = at + 1 if one and at + 1 < len(cut) and cut[at + 1].folded in known.scales else at
    used, number = 1, 1
    if known.begins(cut[first]):
        used, number = known.at(cut, first)
        used = max(used, 1)
        if used > 1 and cut[first + used - 1].folded in words.cents and _after_money(cut, first, words):
            # "treize euros et quarante-cinq cents": the last word is no hundred.
            used, number = used - 1, known.at(cut[: first + used - 1], first)[1]
    elif not one:
        return 0, Decimal(0)
    return _with_half(cut, at, used + first - at, Decimal(number), known, words)


def _with_half(  # noqa: PLR0917 - a number so far, and what may follow it
    cut: Sequence[Token], at: int, used: int, value: Decimal, known: Numerals, words: MoneyWords
) -> tuple[int, Decimal]:
    """Add the half that is said after a number ("two and a half million", "dos millones y medio")."""
    half = _phrase(cut, at + used, words.and_half)
    if not half:
        return used, value
    after = at + used + half
    scale = known.scales.get(cut[after].folded, 0) if after < len(cut) else 0
    last = known.scales.get(cut[at + used - 1].folded, 1)
    return (used + half + 1, (value + _HALF) * scale) if scale else (used + half, value + _HALF * last)


def _after_money(cut: Sequence[Token], at: int, words: MoneyWords) -> bool:
    return any(t.folded in words.currencies for t in cut[max(at - 2, 0) : at])


def _fraction(cut: Sequence[Token], at: int, words: MoneyWords) -> tuple[int, Decimal]:
    size = _phrase(cut, at, words.fractions)
    return size, words.fractions[tuple(t.folded for t in cut[at : at + size])] if size else _HALF


def _phrase(cut: Sequence[Token], at: int, listed: Collection[tuple[str, ...]]) -> int:
    """Give the number of tokens of the longest of some phrases that stands here; 0 where none does."""
    sizes = {len(phrase) for phrase in listed if tuple(t.folded for t in cut[at : at + len(phrase)]) == phrase}
    return max(sizes, default=0)


def _goes_on(cut: Sequence[Token], at: int, words: MoneyWords) -> bool:
    """Tell whether digits or counted things follow the words of a number."""
    return at < len(cut) and (cut[at].kind == "number" or cut[at].folded in words.counted)


def _money_name(cut: Sequence[Token], at: int, words: MoneyWords) -> tuple[int, str]:
    """Find the money's name after a number ("dos mil pesos mexicanos"), perhaps after "de"; give its tokens."""
    skip = 1 if at < len(cut) and cut[at].folded in words.joiners else 0
    for size in range(min(_LONGEST_NAME, len(cut) - at - skip), 0, -1):
        name = " ".join(t.folded for t in cut[at + skip : at + skip + size])
        if name in words.currencies:
            return size + skip, name
    return 0, ""
