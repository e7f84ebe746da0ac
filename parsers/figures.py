"""Reads the amounts that are written in digits, with the sign or the name of their money."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from .amount import HUNDREDTH, Amount
from .currencies import CODES, LETTER_SIGNS, SIGNS, THOUSAND, own_money
from .draft import Circumstances, Span
from .money_words import MoneyWords, factor, money_words
from .regions import region
from .words import fold, lower

_LARGEST = Decimal(10) ** 15
_GROUP = 3
"""So many digits after one point or comma are thousands, everywhere."""
_LONGEST_AMOUNT = 8
"""A number of more digits, without a sign or points, is a telephone's or an account's."""
_SHORTEST_NAME_BEFORE = 3
_NAME = re.compile(r"[ \u00a0\u2009\u202f-]?((?:[^\W\d_]|[€])[^\W\d_.'’]*(?:[ '’.-]{1,2}[^\W\d_]+){0,4})")
_NAME_BEFORE = re.compile(r"(?<!\w)([^\W\d_]{3,20})[ ]?$")
_NEXT_WORD = re.compile(r"\s([^\W\d_]+['’]?)")
_NOUN = re.compile(r"([^\W\d_]+\.?|#|№|n[º°])\s?$")
_RANGE = re.compile(r"\s?[-–—]\s?\d[\d.,]{0,12}[ ]?(?P<said>[€£₹]|[$](?!\d)|[^\W\d_]{3,})")


def decimal(digits: str) -> Decimal:
    """Read digits with any grouping: of two marks the last is the decimal one, three digits after one are thousands."""
    bare = re.sub(r"['’](?=\d\d$)", ",", digits)
    bare = re.sub(r"['’_\u00a0\u2009\u202f ]", "", bare)
    marks = re.findall(r"[.,]", bare)
    if len(set(marks)) > 1:
        point = marks[-1]
    elif len(marks) == 1 and (len(re.split(r"[.,]", bare)[1]) != _GROUP or bare.startswith(("0", "."))):
        point = marks[0]
    else:
        return Decimal(re.sub(r"[.,]", "", bare))
    whole, _, cents = bare.rpartition(point)
    return Decimal(re.sub(r"[.,]", "", whole) + "." + cents)


def in_digits(text: str, c: Circumstances, taken: Sequence[Span], spelled: Sequence[Span]) -> Iterator[Amount]:
    """Give every number that can be an amount, in order; a name in what is spelled belongs there."""
    words, home = money_words(c.language), region(c.region).currency
    dates = {start for start, _ in taken}
    at = 0
    while match := words.amount.search(text, at):
        free = max([at, *(end for _, end in spelled if end <= match.start("digits"))])
        found = _read(text, match, words, home, dates, free)
        if found:
            yield found
        at = max(match.end(), found.span[1] if found else 0)


def _read(  # noqa: PLR0917 - what stands around a number decides about it
    text: str, match: re.Match[str], words: MoneyWords, home: str, dates: set[int], free: int
) -> Amount | None:
    sign = _sign(match, home)
    behind = sign if match["sign2"] or match["code"] or match["infix"] else ""
    end, code = _named(text, match, words) if not behind else (match.end(), match["code"] or "")
    start = match.start() if sign and match["sign"] else match.start("digits")
    if not sign and not code:
        code = _range_of(text, end, words)
    if not sign and not code:
        start, code = _named_before(text, free, start, words)
    signed = bool(sign or code)
    scale, digits = fold(match["scale"] or "").strip(" -\u00a0\u2009\u202f"), match["digits"]
    if scale in words.weak_scales and not signed:
        scale, end = "", match.end("digits")
    value = _value(match, scale, words) * factor(match["factor"] or "")
    grouped = not digits.isdecimal()
    odd = len(digits) >= _LONGEST_AMOUNT and not digits.endswith("00")
    too_long = (len(digits) > _LONGEST_AMOUNT or odd) and not grouped and not scale
    counts = not signed and (too_long or _is_count(text, match.start("digits"), end, words, dates))
    if value > _LARGEST or counts:
        return None
    stated = code or SIGNS.get(sign) or (sign if sign in CODES else "")
    money = stated if stated.startswith("¢") else own_money(stated, home, written="$" in sign or words.dollars)
    sure = signed or bool(scale) or (grouped and len(digits) > _GROUP)
    end = start + len(text[start:end].rstrip())
    exact = value if stated.startswith("¢") else value.quantize(HUNDREDTH)
    return Amount(text[start:end], (start, end), exact, money, sure, signed)


def _sign(match: re.Match[str], home: str) -> str:
    """Give the sign of an amount; one that is a plain letter counts at home only."""
    written = match["sign"] or match["infix"] or match["sign2"] or match["code"] or ""
    if written in CODES:
        return fold(written) if fold(written) in SIGNS else written
    sign = re.sub(r"[\s.]+(?=[$])", "", fold(written))
    if "$" in sign and not sign.endswith("$") and sign not in SIGNS:
        sign = sign.replace("$", "").strip() + "$"
    return "" if sign in LETTER_SIGNS and match["sign"] and SIGNS[sign] != home else sign


def _named(text: str, match: re.Match[str], words: MoneyWords) -> tuple[int, str]:
    """Find the money's name after a number, perhaps after "de"; give where it ends, and the money."""
    at = match.end()
    for _ in range(2):
        following = _NAME.match(text, at, at + 60)
        if not following:
            break
        name = following[1]
        while name:
            code = words.code_of(fold(name), name)
            of = fold(name) in words.doubtful and _is_part(text, following.start(1) + len(name), words)
            if (
                code
                and not of
                and not text[following.start(1) + len(name) : following.start(1) + len(name) + 1].isalnum()
            ):
                return following.start(1) + len(name), code
            shorter = re.search(r"[ '’.-]{1,2}[^\W\d_]+$", name)
            name = name[: shorter.start()] if shorter else ""
        joined = re.match(r"[ ]?(?:d['’]|[^\W\d_]{2,3}(?=\s))", text[at : at + 6])
        if not joined or fold(joined.group().strip()) not in words.joiners:
            break
        at += joined.end()
    return match.end(), ""


def _is_part(text: str, at: int, words: MoneyWords) -> bool:
    """Tell a quantity ("a pound of apples") from a sum."""
    following = _NEXT_WORD.match(text, at, at + 20)
    return following is not None and fold(following[1]) in words.parts


def _range_of(text: str, end: int, words: MoneyWords) -> str:
    """Give the money of the upper end of a range that begins here ("10-20 €")."""
    following = _RANGE.match(text, end, end + 40)
    said = following["said"] if following else ""
    return SIGNS.get(said, "") or words.code_of(fold(said), said)


def _named_before(text: str, free: int, start: int, words: MoneyWords) -> tuple[int, str]:
    """Find the money's name right before a number ("rupees 500", "EUR 20")."""
    before = _NAME_BEFORE.search(text, max(start - 24, free), start)
    if before and fold(before[1]) not in words.doubtful:
        code = words.code_of(fold(before[1]), before[1])
        if code and fold(before[1]) not in words.about_paying:
            return before.start(1), code
    return start, ""


def _value(match: re.Match[str], scale: str, words: MoneyWords) -> Decimal:
    digits = (
        match["digits"] + (match["spaced"] or "").replace(" ", "") + ("," + match["cents"] if match["cents"] else "")
    )
    value, by = decimal(digits), words.scales.get(scale, 1)
    if match["half"] and by > 1:
        value += Decimal("0.5")
    value *= by
    if match["half2"] and by > 1:
        value += Decimal(by) / 2
    if match["rest"] and by == THOUSAND and value % THOUSAND == 0:
        value += Decimal(match["rest"])
    return value * words.scales.get(fold(match["scale2"] or "").strip(), 1)


_GROUPED = re.compile(r"\d{1,3}(?:[.,'’ ]\d{3})+(?:[.,]\d{2})?")


def _is_count(text: str, start: int, end: int, words: MoneyWords, dates: set[int]) -> bool:
    """Tell a number that counts, numbers or names something: 2 kilos, torre 5, iPhone 15, 16 %, v2.1, 4B."""
    before, after = text[max(start - 30, 0) : start], text[end : end + 30]
    unit = re.match(r"\s?([%°º]|[^\W\d_]+[²³\d]?)", after)
    if unit and end + unit.start(1) not in dates:
        glued = unit.start(1) == 0 and after[0].isalpha()
        # "99,90 dia 20": the word belongs to the number after it.
        own = fold(unit[1]) in words.counted and not re.match(r"\s\d{1,2}(?![\w.,])", after[unit.end() :])
        if glued or unit[1] in "%°º" or own:
            return True
    if re.match(r"\s?[x×]\s?\d|[/:]\d|-\d|\s+[a-z]?\d+[a-z]\b|\s?[.,]\s\d+\s?%", after):
        return True
    noun = _NOUN.search(before)
    if noun and lower(noun[1]) in words.copulas:
        noun = _NOUN.search(before[: noun.start(1)])
    # "school bus 2,200" is no line of a bus: nobody groups the digits of a number that names something.
    if noun and fold(noun[1]).rstrip(".") in words.numbered and not _GROUPED.fullmatch(text, start, end):
        return True
    if re.search(r"[\w#/:@-]$|\d[.,]$|\d\s?[x×]\s?$", before):
        return not re.search(r"(?:^|\s)[-–•*]$", before)
    # The number of a line in a list.
    return bool(re.search(r"(?:^|\n)[ \t]*$", before) and re.match(r"[.)]\s", after))
