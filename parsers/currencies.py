"""The money of the world: its codes, its signs and its names in every language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from .languages import LANGUAGES
from .words import fold, forms

THOUSAND = 1000

_WRITTEN = """
    us$ USD|u$s USD|usd$ USD|u$d USD|u.s.$ USD|r$ BRL|brl$ BRL|mx$ MXN|mxn$ MXN|mex$ MXN|ar$ ARS|ars$ ARS|cl$ CLP|
    clp$ CLP|col$ COP|co$ COP|cop$ COP|$u UYU|uy$ UYU|ca$ CAD|c$ CAD|can$ CAD|cad$ CAD|cdn$ CAD|au$ AUD|aud$ AUD|
    a$ AUD|nz$ NZD|nzd$ NZD|s$ SGD|sg$ SGD|hk$ HKD|nt$ TWD|rd$ DOP|ec$ XCD|j$ JMD|tt$ TTD|bz$ BZD|fj$ FJD|n$ NAD|
    b$ BND|g$ GYD|bds$ BBD|z$ ZWL|$b BOB|$mn MXN|s/ PEN|s/. PEN|b/. PAB|q GTQ|r ZAR|l. HNL|l HNL|€ EUR|£ GBP|₹ INR|
    rs INR|rs. INR|re. INR|fr. CHF|sfr. CHF|sfr CHF|¥ JPY|cn¥ CNY|jp¥ JPY|rmb CNY|₽ RUB|₩ KRW|₺ TRY|₪ ILS|₫ VND|
    ₱ PHP|₲ PYG|gs. PYG|₡ CRC|฿ THB|zł PLN|zl PLN|kr SEK|kr. DKK|bs BOB|bs. BOB|uf CLF|₦ NGN|₴ UAH|₾ GEL|kč CZK|
    ft HUF|lei RON|лв BGN|лв. BGN|руб. RUB|руб RUB|р. RUB|грн UAH|грн. UAH|тл TRY|tl TRY|дин RSD|дин. RSD|m. MDL|
    ₸ KZT|₮ MNT|₵ GHS|gh₵ GHS|₭ LAK|৳ BDT|tk BDT|元 CNY|円 JPY|원 KRW|₼ AZN|֏ AMD|؋ AFN|﷼ IRR|₨ PKR|៛ KHR|ƒ AWG|
    ksh KES|kshs KES|ksh. KES|ush UGX|tsh TZS|rm MYR|rp IDR|rp. IDR|kz AOA|mtn MZN|dhs AED|sr SAR|fcfa XOF|cfa XOF|$ $
"""
LETTER_SIGNS = frozenset({"q", "r", "l", "l.", "tk", "sr", "m."})
"""Signs that are plain letters: they count at home only (Q3, R2 and L5 number things)."""
_SIGNS_WRITTEN = dict(pair.split() for pair in forms(_WRITTEN))
_ACTIVE = """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLF
    CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF
    IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK
    MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR
    SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES
    VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG ZWL
"""
CODES = frozenset(_ACTIVE.split()) | {"RMB", "NIS"}
_CODE_SIGNS = {
    code.lower(): code for code in forms("USD|EUR|GBP|BRL|MXN|ARS|CLP|COP|UYU|PEN|GTQ|CAD|AUD|NZD|INR|CHF|JPY|CNY")
}
SIGNS: Mapping[str, str] = _CODE_SIGNS | _SIGNS_WRITTEN | {fold(sign): iso for sign, iso in _SIGNS_WRITTEN.items()}
_OTHER_CODES = {"RMB": "CNY", "NIS": "ILS"}

DOLLARS_AND_PESOS = frozenset(forms("USD|CAD|AUD|NZD|SGD|HKD|MXN|ARS|CLP|COP|UYU|DOP|CUP|BRL|NIO|TWD|JMD|TTD|SVC"))
"""The money that a plain `$` may stand for at home."""

CENTS = "¢"
"""Stands for the hundredth of whatever money stands before it; after it may stand whose ("¢CAD")."""
TENTHS = "¢10"
"""Stands for the tenth."""
_SHORTEST_NAME = 4
_ORDINARY = frozenset(forms("all|top|try|mad|cup|bam|gel|sos|kes|lek|kip|won|real|reales|sol|bolas|boules|pavos|eier"))
"""Names and codes that are everyday words of some language: only that of which they are money reads them."""


def iso(code: str) -> str:
    """Give the ISO code of a code as written ("RMB")."""
    return _OTHER_CODES.get(code, code)


@cache
def world_names(language: str) -> Mapping[str, str]:
    """Give the folded names of money by what they stand for: the language's own, then the others', then old money."""
    v = LANGUAGES[language]
    others = [code for code in LANGUAGES if code != language]
    names = {fold(f): code for code, listed in v.currencies.items() for f in forms(listed)}
    # Cents are money even where the same word is somebody's currency.
    names |= {fold(f): CENTS for f in forms(v.cents)} | {fold(f): TENTHS for f in forms(v.tenths)}
    for name, code in _of_language(language).items():
        names.setdefault(name, code)
    for other in others:
        for code, listed in LANGUAGES[other].currencies.items():
            for name in map(fold, forms(listed)):
                if code != "$" and len(name) > _SHORTEST_NAME and name not in _ORDINARY:
                    names.setdefault(name, code)
        for name, code in _of_language(other).items():
            if " " in name:
                names.setdefault(name, code)
    return {name: code for name, code in names.items() if name not in _ORDINARY or name in _own(language)}


@cache
def _own(language: str) -> frozenset[str]:
    return frozenset(fold(f) for listed in LANGUAGES[language].currencies.values() for f in forms(listed))


@cache
def _of_language(language: str) -> Mapping[str, str]:
    """Give the names of the world's money: whole, and their first or last word where only one money of today has it."""
    # It takes a moment to load, and only here.
    from babel import Locale  # noqa: PLC0415 - as said
    from babel.numbers import get_currency_name  # noqa: PLC0415 - as said

    vocabulary = LANGUAGES[language]
    cents = [fold(form) for form in forms(vocabulary.cents)[:2]]
    whole: dict[str, str] = {}
    heads: dict[str, set[str]] = {}
    for code in sorted(Locale.parse(language).currencies, key=lambda code: (code not in CODES, code)):
        if code.startswith("X") and code not in CODES:
            continue
        for name in {fold(get_currency_name(code, count, locale=language)) for count in (1, 2)}:
            if "(" in name:
                continue
            whole.setdefault(name, code)
            whole.setdefault(name.replace(" ", "").replace("-", ""), code)
            words = name.split()
            if code in CODES:
                for word in {words[0], words[-1]}:
                    heads.setdefault(word, set()).add(code)
            for cent in cents if len(words) > 1 else ():
                of_it = [*words[:-1], cent] if vocabulary.adjective_first else [cent, *words[1:]]
                whole[" ".join(of_it)] = CENTS + code
    for word, codes in heads.items():
        if len(codes) == 1 and len(word) >= _SHORTEST_NAME and word.isalpha():
            whole.setdefault(word, next(iter(codes)))
    return whole


def own_money(code: str, home: str, *, written: bool = False) -> str:
    """Give the region's money where none is named; a `$` or dollar where they have none is a US one."""
    if code == "$" and written and home not in DOLLARS_AND_PESOS:
        return "USD"
    return home if code in {"", "$"} else iso(code)


def signs_of(home: str) -> Iterator[str]:
    """List the signs that count at home only."""
    return (sign for sign in LETTER_SIGNS if SIGNS.get(sign) == home)
