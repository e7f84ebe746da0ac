"""How people write the money of the world: its signs, and the pattern of an amount in each language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from .companies import COMPANIES
from .currencies import CODES, SIGNS, THOUSAND, world_names
from .languages import LANGUAGES, Vocabulary
from .words import fold, forms, lower

_SCALES_OF_ALL = {"k": THOUSAND, "m": 10**6, "mm": 10**6, "mln": 10**6, "bn": 10**9}
_FACTORS = {"k": THOUSAND, "K": THOUSAND, "T": THOUSAND, "M": 10**6, "MM": 10**6, "B": 10**9, "Mrd": 10**9, "G": 10**9}
"""What a letter glued before a code multiplies by (30 MUSD, 5 kEUR, 200 TEUR)."""
_SIGNS_AFTER = (
    r"US\$|R\$|[$](?:US|CA|CAN|AU|HK|NZ|MX|A|[ ](?:US|CAN|HK|NZ|(?-i:CA|AU))|[ ]?C)(?![\w'’])"
    r"|(?:US|CA|CAD|C|NZ|HK)[ ]?[$]|(?-i:A)[$]|[$€£₹₽₾₫₪₩₺₴₸₮₵₦₱¥฿₡₲₼֏৳]|S/|CHF\b"
)

_DIGITS = (
    r"\d{1,3}(?:[.,'’_\u00a0\u2009\u202f ]\d{3}){1,5}(?!\d)(?:[.,]\d{1,2}(?!\d))?"
    r"|\d{1,4}['’]\d\d(?=[ ]?€)|\d{1,3}(?:,\d{2}){1,4},\d{3}(?:\.\d{1,2})?|\d{1,15}(?:[.,]\d{1,6})?|[.]\d{2}(?!\d)"
)
_SPACE = "[ \u00a0\u2009\u202f]"
_SHORTEST_PLURAL = 5
_SHORT = 2
"""Abbreviations of so many letters are units too ("200 m"): they scale nothing but what has a sign or a name."""


@dataclass(frozen=True, slots=True)
class MoneyWords:
    """The money words of a language, folded, and the patterns of an amount and of a reference."""

    amount: re.Pattern[str]
    reference: re.Pattern[str]
    ending: re.Pattern[str]
    """The last digits of a card or an account ("ending in 4471")."""
    currencies: Mapping[str, str]
    scales: Mapping[str, int]
    weak_scales: frozenset[str]
    counted: frozenset[str]
    numbered: frozenset[str]
    about_paying: frozenset[str]
    doubtful: frozenset[str]
    joiners: frozenset[str]
    joins_cents: frozenset[str]
    copulas: frozenset[str]
    parts: frozenset[str]
    """What makes of a doubtful name a quantity (a pound "of" apples)."""
    ones: frozenset[str]
    fractions: Mapping[tuple[str, ...], Decimal]
    cents: frozenset[str]
    dollars: bool
    """The plain name of money is the dollar's, not the peso's."""
    and_half: frozenset[tuple[str, ...]]

    def code_of(self, name: str, written: str) -> str:
        """Give the money of a name, or of a code in capitals; a code that is a word must not be written small."""
        if written in CODES:
            return written
        known = self.currencies.get(name)
        return known or (self.currencies.get(name.removesuffix("s"), "") if len(name) > _SHORTEST_PLURAL else "")


@cache
def money_words(language: str) -> MoneyWords:
    """Prepare the money words of a language, once a process."""
    v = LANGUAGES[language]
    cents = _folded(v.cents)
    scales = {fold(f): n for listed, n in v.scales.items() for f in forms(listed)}
    weak = {fold(f): n for listed, n in v.short_scales.items() for f in forms(listed)}
    weak |= {f"{name}.": n for name, n in weak.items() if len(name) > _SHORT}
    scales = _SCALES_OF_ALL | scales | weak | {fold(f): THOUSAND for f in forms(v.thousands)}
    scales = {name: n for name, n in scales.items() if name not in cents}
    paying = (v.pay, v.owe, v.due, v.totals, v.bill_words, *v.services.values(), *COMPANIES.values())
    return MoneyWords(
        amount=_amount_pattern(v, scales),
        reference=_reference_pattern(v),
        ending=_ending_pattern(v),
        currencies=world_names(language),
        scales=scales,
        weak_scales=frozenset(s for s in {"m", "mm", *weak} if len(s) <= _SHORT),
        counted=_folded(v.counted),
        numbered=_folded(v.numbered),
        about_paying=frozenset(word for listed in paying for word in _folded(listed)),
        doubtful=_folded(v.doubtful_money),
        joiners=_folded(v.money_joiners),
        joins_cents=_folded(v.and_) | _folded(v.with_),
        copulas=frozenset(lower(form) for form in forms(v.copulas)),
        parts=frozenset(f for f in _folded(v.of) if f[0].isalpha()),
        ones=_folded(v.ones),
        fractions={words: part for part, f in v.fractions.items() for words in _split(f)},
        cents=cents,
        dollars="dollar" in forms(v.currencies.get("$", "")),
        and_half=frozenset(_split(v.and_half)),
    )


def _split(listed: str) -> Iterator[tuple[str, ...]]:
    return (tuple(fold(form).split()) for form in forms(listed))


def _folded(listed: str) -> frozenset[str]:
    return frozenset(fold(form) for form in forms(listed))


def _alternatives(listed: list[str]) -> str:
    """Write words as a pattern, accents or not, the longest first."""
    return "|".join(sorted({re.escape(w) for f in listed for w in (f, fold(f))}, key=len, reverse=True)) or "(?!)"


def _amount_pattern(v: Vocabulary, scales: Mapping[str, int]) -> re.Pattern[str]:
    """Write the pattern of an amount in digits: its sign before or after, its scale; a name is looked up by itself."""
    sign = _alternatives(list(SIGNS))
    scale = _alternatives([*scales, *(f for f in _written_scales(v) if fold(f) in scales)])
    behind = "|".join(sorted((re.escape(s) for s in SIGNS if len(s) > 1 and s.isalpha() and not s.isascii()), key=len))
    after = f"{_SIGNS_AFTER}|(?:{behind}|lei|tl|ft)\\b"
    codes = "|".join(sorted(CODES))
    half, joined, of = (_alternatives(forms(listed)) for listed in (v.and_half, v.number_joiners, v.money_joiners))
    following = f"{after}|{_alternatives(forms(v.cents))}"
    # In "10 $ 30" the sign is that of 30, unless 30 has its own.
    alone = rf"(?!{_SPACE}?\d(?![\d.,]*{_SPACE}?(?:{following})(?!\w)))"
    return re.compile(
        rf"(?:(?<![^\W\d_])(?P<sign>{sign}|(?:c|us|u[.]s[.]|hk|nz|ca|r|au)[ ][$]|(?-i:{codes})){_SPACE}{{0,2}}[-−]?"
        rf"|(?<![\d.,]))(?P<digits>{_DIGITS})(?P<spaced>,[ ]\d\d(?=[ ](?:{after})\s*(?:\n|$)))?"
        rf"(?:(?P<infix>[€£])(?P<cents>\d\d)(?![\d.,]))?(?P<half>[ ](?:{half})\b)?"
        rf"(?P<scale>(?:{_SPACE}|-)?(?:{scale})(?!\w|[.]\w))?(?P<half2>[ ](?:{half})\b)?"
        rf"(?P<scale2>{_SPACE}(?:{scale})(?!\w|[.]\w))?"
        rf"(?:[ ](?:(?:{joined})[ ])?(?P<rest>\d{{3}})(?!\d|[.,]\d))?(?:/-|[.,]{_SPACE}?[-–—]+)?"
        rf"(?:{_SPACE}?(?:(?:{of})[ ])?(?:(?-i:(?P<factor>k|K|MM?|B|T|G|Mrd)(?P<code>{codes})\b)"
        rf"|(?P<sign2>{after})(?(sign){alone}|(?:(?<=€)(?=[ ]\d)|{alone}))))?",
        re.IGNORECASE,
    )


@cache
def tax_remarks() -> re.Pattern[str]:
    """Write the pattern of a remark about the tax within an amount: taxes have their country's name everywhere."""
    known = LANGUAGES.values()
    leads, taxes, of = (
        _alternatives(forms("|".join(listed)))
        for listed in zip(*((v.tax_leads, v.taxes, v.money_joiners) for v in known), strict=True)
    )
    return re.compile(
        rf"(?:[+]|\d\s?%|\b(?:{leads})\b\.?)\s?(?:\d+\s?%\s?)?(?:(?:{of})\s)?(?:{taxes})\b", re.IGNORECASE
    )


def _written_scales(v: Vocabulary) -> Iterator[str]:
    """List the scales with their accents, and the abbreviations with their full stop."""
    for listed in (*v.scales, *v.short_scales):
        yield from forms(listed)


def factor(letters: str) -> int:
    """Give what the letters before a code multiply by."""
    return _FACTORS.get(letters, 1)


def _ending_pattern(v: Vocabulary) -> re.Pattern[str]:
    return re.compile(
        rf"(?:\b(?:{_alternatives(forms(v.ending_in))})\s(?:n[oº°.]{{1,2}}\s)?|[*•x]{{2,4}}[ -]?)"
        rf"(?P<number>\d{{3,5}})(?![\d.,%])",
        re.IGNORECASE,
    )


def _reference_pattern(v: Vocabulary) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{_alternatives(forms(v.accounts))})\.?[\s:#.]{{0,3}}"
        rf"(?:(?:n[oº°]\.?|num|number|nr|#)[\s:.]{{0,2}})?"
        rf"(?P<number>(?!\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?(?!\d)|\d{{1,2}}/\d{{4}}(?!\d))"
        rf"(?=(?:[\w/-]{{0,30}}?\d){{5}}|\d{{2,4}}(?:[ ]\d{{3,4}}){{2}}(?!\d)|0\d{{2,4}}[ ]\d{{3,5}}(?!\d))"
        rf"[A-Z0-9](?:[\w/-]|\.(?=\d)){{1,34}}(?:[ ]\d{{3}}(?![\d.,])|[ ]\d[\d.]{{3,20}}){{0,4}})",
        re.IGNORECASE,
    )
