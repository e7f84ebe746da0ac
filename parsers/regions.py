"""What a country decides: its money, the order of day and month, its languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Region:
    """The habits of one country."""

    currency: str = "USD"
    languages: str = "en"
    """Likeliest first."""
    month_first: bool = False
    south: bool = False
    """On the southern half of the world, where Christmas is in summer."""


REGIONS: Mapping[str, Region] = {
    "US": Region("USD", "en es", month_first=True), "PR": Region("USD", "es en", month_first=True),
    "MX": Region("MXN", "es"), "GT": Region("GTQ", "es"), "PE": Region("PEN", "es"), "SV": Region("USD", "es"),
    "HN": Region("HNL", "es"), "NI": Region("NIO", "es"), "PA": Region("USD", "es"), "DO": Region("DOP", "es"),
    "AR": Region("ARS", "es"), "CL": Region("CLP", "es"), "CO": Region("COP", "es"), "UY": Region("UYU", "es"),
    "PY": Region("PYG", "es"), "BO": Region("BOB", "es"), "EC": Region("USD", "es"), "VE": Region("VES", "es"),
    "CR": Region("CRC", "es"), "CU": Region("CUP", "es"), "ES": Region("EUR", "es"),
    "BR": Region("BRL", "pt"), "PT": Region("EUR", "pt"), "AO": Region("AOA", "pt"), "MZ": Region("MZN", "pt"),
    "GB": Region("GBP", "en"), "IE": Region("EUR", "en"), "CA": Region("CAD", "en fr"), "AU": Region("AUD", "en"),
    "NZ": Region("NZD", "en"), "IN": Region("INR", "en"), "ZA": Region("ZAR", "en"), "NG": Region("NGN", "en"),
    "KE": Region("KES", "en"), "SG": Region("SGD", "en"), "HK": Region("HKD", "en"), "PH": Region("PHP", "en"),
    "PK": Region("PKR", "en"), "AE": Region("AED", "en"), "IL": Region("ILS", "en"), "JP": Region("JPY", "en"),
    "FR": Region("EUR", "fr"), "IT": Region("EUR", "it"), "DE": Region("EUR", "de"), "AT": Region("EUR", "de"),
    "BE": Region("EUR", "fr"), "NL": Region("EUR", "en"), "LU": Region("EUR", "fr"), "CH": Region("CHF", "de fr it"),
}  # fmt: skip

ELSEWHERE = Region()


_SOUTHERN = frozenset(["AR", "CL", "UY", "PY", "BO", "PE", "BR", "AO", "MZ", "AU", "NZ", "ZA"])


def region(code: str) -> Region:
    """Look up a country; one that is not listed behaves like an international visitor."""
    known = REGIONS.get(code.upper(), ELSEWHERE)
    return replace(known, south=True) if code.upper() in _SOUTHERN else known
