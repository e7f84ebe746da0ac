"""What a country decides: its money, the order of day and month, its languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Region:
    """The habits of one country."""

    currency: str = "USD"
    languages: str = "en"
    """Likeliest first."""
    month_first: bool = False
    south: bool = False
    """On the southern half of the world, where Christmas is in summer."""
    week_is_purpose: bool = False
    """Words that are next week elsewhere ("para a semana") say what something is for."""


REGIONS: Mapping[str, Region] = {
    "US": Region("USD", "en es", month_first=True), "PR": Region("USD", "es en", month_first=True),
    "MX": Region("MXN", "es"), "GT": Region("GTQ", "es"), "PE": Region("PEN", "es", south=True),
    "SV": Region("USD", "es"), "HN": Region("HNL", "es"), "NI": Region("NIO", "es"), "PA": Region("USD", "es"),
    "DO": Region("DOP", "es"), "AR": Region("ARS", "es", south=True), "CL": Region("CLP", "es", south=True),
    "CO": Region("COP", "es"), "UY": Region("UYU", "es", south=True), "PY": Region("PYG", "es", south=True),
    "BO": Region("BOB", "es", south=True), "EC": Region("USD", "es"), "VE": Region("VES", "es"),
    "CR": Region("CRC", "es"), "CU": Region("CUP", "es"), "ES": Region("EUR", "es"),
    "BR": Region("BRL", "pt", south=True, week_is_purpose=True), "PT": Region("EUR", "pt"),
    "AO": Region("AOA", "pt", south=True), "MZ": Region("MZN", "pt", south=True), "GB": Region("GBP", "en"),
    "IE": Region("EUR", "en"), "CA": Region("CAD", "en fr"), "AU": Region("AUD", "en", south=True),
    "NZ": Region("NZD", "en", south=True), "IN": Region("INR", "en"), "ZA": Region("ZAR", "en", south=True),
    "NG": Region("NGN", "en"), "KE": Region("KES", "en"), "SG": Region("SGD", "en"), "HK": Region("HKD", "en"),
    "PH": Region("PHP", "en"), "PK": Region("PKR", "en"), "AE": Region("AED", "en"), "IL": Region("ILS", "en"),
    "JP": Region("JPY", "en"), "FR": Region("EUR", "fr"), "IT": Region("EUR", "it"), "DE": Region("EUR", "de"),
    "AT": Region("EUR", "de"), "BE": Region("EUR", "fr"), "NL": Region("EUR", "en"), "LU": Region("EUR", "fr"),
    "CH": Region("CHF", "de fr it"),
}  # fmt: skip

ELSEWHERE = Region()


def region(code: str) -> Region:
    """Look up a country; one that is not listed behaves like an international visitor."""
    return REGIONS.get(code.upper(), ELSEWHERE)
