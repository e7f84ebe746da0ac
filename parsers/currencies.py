"""How people write the money of the world: its signs, and the pattern of an amount in each language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from .companies import COMPANIES
from .languages import LANGUAGES, Vocabulary
from .words import fold, forms

THOUSAND = 1000

_WRITTEN = """
    us$ USD|u$s USD|usd$ USD|u$d USD|usd USD|r$ BRL|brl BRL|mx$ MXN|mxn$ MXN|mxn MXN|ar$ ARS|ars ARS|cl$ CLP|clp CLP|
    clp$ CLP|col$ COP|cop COP|cop$ COP|$u UYU|uyu UYU|ca$ CAD|c$ CAD|cad CAD|cad$ CAD|au$ AUD|a$ AUD|aud AUD|nz$ NZD|
    nzd NZD|s$ SGD|sgd SGD|hk$ HKD|hkd HKD|nt$ TWD|rd$ DOP|s/ PEN|s/. PEN|pen PEN|q GTQ|gtq GTQ|€ EUR|eur EUR|£ GBP|
    gbp GBP|₹ INR|rs INR|rs. INR|inr INR|chf CHF|fr. CHF|¥ JPY|jpy JPY|cny CNY|₽ RUB|₩ KRW|₺ TRY|₪ ILS|₫ VND|₱ PHP|
    ₲ PYG|₡ CRC|฿ THB|zł PLN|kr SEK|bs BOB|bs. BOB|l. HNL|uf CLF|₦ NGN|₴ UAH|₾ GEL|aed AED|zar ZAR|qar QAR|dkk DKK|
    sek SEK|nok NOK|pkr PKR|kč CZK|ft HUF|lei RON|лв BGN|руб. RUB|руб RUB|р. RUB|грн UAH|грн. UAH|тл TRY|tl TRY|
    дин RSD|zl PLN|m. MDL|₸ KZT|₮ MNT|₵ GHS|₭ LAK|৳ BDT|元 CNY|円 JPY|원 KRW|$ $
"""
_ACTIVE = """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP
    CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR
    ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT
    MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD
    SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV
    WST XAF XCD XOF XPF YER ZAR ZMW ZWG
"""
_CODES = frozenset(_ACTIVE.split())
CENTS = "¢"
"""Stands for the hundredth of whatever money stands before it."""
_SHORTEST_NAME = 4
_SIGNS_WRITTEN = dict(pair.split() for pair in forms(_WRITTEN))
SIGNS: Mapping[str, str] = _SIGNS_WRITTEN | {fold(sign): iso for sign, iso in _SIGNS_WRITTEN.items()}

DOLLARS_AND_PESOS = frozenset(forms("USD|CAD|AUD|NZD|SGD|HKD|MXN|ARS|CLP|COP|UYU|DOP|CUP|BRL|NIO|TWD"))
"""The money that a plain `$` may stand for at home."""

_ENGINEERS = {"k": THOUSAND, "m": 10**6, "mm": 10**6, "bn": 10**9, "billion": 10**9}

_DIGITS = (
    r"\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3}){1,5}(?!\d)(?:[.,]\d{1,2}(?!\d))?"
    r"|\d{1,3}(?:,\d{2}){1,4},\d{3}(?:\.\d{1,2})?|\d{1,15}(?:[.,]\d{1,6})?"
)


@dataclass(frozen=True, slots=True)
class MoneyWords:
    """The money words of a language, folded, and the patterns of an amount and of a reference."""

    amount: re.Pattern[str]
    reference: re.Pattern[str]
    currencies: Mapping[str, str]
    scales: Mapping[str, int]
    counted: frozenset[str]
    numbered: frozenset[str]
    about_paying: frozenset[str]


@cache
def money_words(language: str) -> MoneyWords:
    """Prepare the money words of a language, once a process."""
    v = LANGUAGES[language]
    scales = {fold(f): n for listed, n in v.scales.items() for f in forms(listed)}
    scales |= _ENGINEERS | {fold(f): THOUSAND for f in forms(v.thousands)}
    names = _names(language) | {fold(f): iso for iso, listed in v.currencies.items() for f in forms(listed)}
    names |= {fold(f): CENTS for f in forms(v.cents)}
    paying = (v.pay, v.owe, v.due, v.totals, v.bill_words, *v.services.values(), *COMPANIES.values())
    return MoneyWords(
        amount=_amount_pattern(v, scales, names),
        reference=_reference_pattern(v),
        currencies=names,
        scales=scales,
        counted=_folded(v.counted),
        numbered=_folded(v.numbered),
        about_paying=frozenset(word for listed in paying for word in _folded(listed)),
    )


def _folded(listed: str) -> frozenset[str]:
    return frozenset(fold(form) for form in forms(listed))


def _alternatives(listed: list[str]) -> str:
    """Write words as a pattern, accents or not, the longest first."""
    return "|".join(sorted({re.escape(w) for f in listed for w in (f, fold(f))}, key=len, reverse=True)) or "(?!)"


def _names(language: str) -> dict[str, str]:
    """Give the names of the world's money in a language: whole, and their first or last word where only one has it."""
    # It takes a moment to load, and only here.
    from babel.numbers import get_currency_name  # noqa: PLC0415

    whole: dict[str, str] = {}
    heads: dict[str, set[str]] = {}
    for code in sorted(_CODES):
        for count in (1, 2):
            name = fold(get_currency_name(code, count, locale=language))
            whole[name] = code
            words = name.split()
            for word in {words[0], words[-1]}:
                heads.setdefault(word, set()).add(code)
    for word, codes in heads.items():
        if len(codes) == 1 and len(word) >= _SHORTEST_NAME and word.isalpha():
            whole.setdefault(word, next(iter(codes)))
    return whole


def _amount_pattern(v: Vocabulary, scales: Mapping[str, int], known: Mapping[str, str]) -> re.Pattern[str]:
    sign = _alternatives(list(SIGNS))
    scale = _alternatives([*scales, *(f for listed in v.scales for f in forms(listed))])
    listed = [f for listed in v.currencies.values() for f in forms(listed)]
    names = _alternatives([*listed, *forms(v.cents), *known])
    behind = "|".join(sorted((re.escape(s) for s in SIGNS if len(s) > 1 and s.isalpha() and not s.isascii()), key=len))
    return re.compile(
        rf"(?:(?<![^\W\d_])(?P<sign>{sign})[ \u00a0]{{0,2}}|(?<![\d.,]))(?P<digits>{_DIGITS})"
        rf"(?P<scale>[ \u00a0]?(?:{scale})\b)?"
        rf"(?P<scale2>[ \u00a0](?:{scale})\b)?(?:[ ](?P<rest>\d{{3}})(?![\d.,]))?(?:/-|\.[-–—]+)?"
        rf"(?:[ \u00a0]?(?:de[ ])?"
        rf"(?:(?P<named>{names}|(?-i:{'|'.join(sorted(_CODES))}))(?!\w)|(?P<sign2>[$€£₹₽₾₫₪₩₺₴₸₮₵₦₱¥฿]|US\$|R\$|S/|CHF\b"
        rf"|(?:{behind}|lei|tl|ft)\b)(?![ \u00a0]?\d)))?",
        re.IGNORECASE,
    )


def _reference_pattern(v: Vocabulary) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{_alternatives(forms(v.accounts))})\.?[\s:#.]{{0,3}}"
        rf"(?:(?:n[oº°]\.?|num|number|nr|#)[\s:.]{{0,2}})?"
        rf"(?P<number>(?=(?:[\w-]{{0,30}}?\d){{5}})[A-Z0-9](?:[\w-]|\.(?=\d)){{2,34}}(?:[ ]\d[\d.]{{3,20}}){{0,4}})",
        re.IGNORECASE,
    )
