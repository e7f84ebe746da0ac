"""Which zone, country and language a person's words are read in, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib import resources
from typing import Any
from zoneinfo import available_timezones

import phonenumbers
from babel import Locale as Babel
from babel import UnknownLocaleError
from babel.languages import get_official_languages
from phonenumbers.phonenumberutil import COUNTRY_CODE_TO_REGION_CODE
from phonenumbers.timezone import time_zones_for_number

from rules.address import phone as number_of

PHONE_HOST = "@s.whatsapp.net"


@dataclass(frozen=True, slots=True)
class Preferences:
    """What somebody set, or what holds for a whole connection; None means: not said."""

    zone: str | None = None
    region: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Locale:
    """Where and in which tongue somebody is at home."""

    zone: str
    region: str
    language: str
    """The language of replies."""
    prior: Mapping[str, float] = field(default_factory=dict)
    """How likely each language is before a text is looked at."""


@dataclass(frozen=True, slots=True)
class Phone:
    """What a phone number tells by its prefix; its zones and languages are found when they are asked for."""

    digits: str
    region: str

    @property
    def zones(self) -> tuple[str, ...]:
        """The zones that the number may be in, the most populous first."""
        return _zones_of(self.digits, self.region)

    @property
    def languages(self) -> tuple[str, ...]:
        """The official languages of its country, the most spoken first."""
        return _languages_of(self.region)


_MOST_AFTER_CODE = 17
"""No number has more digits after its country's code; what has is none."""


def phone(address: str) -> Phone | None:
    """Return what an address tells; None when it is no phone number, or one of no country."""
    return _phone(address) if address.endswith(PHONE_HOST) or address.startswith("+") else None


@lru_cache(maxsize=10_000)
def _phone(address: str) -> Phone | None:
    digits = number_of(address)
    region = _region_of(digits) if digits else None
    return Phone(digits, region) if digits and region else None


def _region_of(digits: str) -> str | None:
    """Return the country of a number: its code tells, unless several countries share that."""
    codes = [] if digits.startswith("0") else [n for n in (1, 2, 3) if int(digits[:n]) in COUNTRY_CODE_TO_REGION_CODE]
    if not codes or len(digits) - codes[0] > _MOST_AFTER_CODE:
        return None
    region, *others = COUNTRY_CODE_TO_REGION_CODE[int(digits[: codes[0]])]
    if others:
        region = phonenumbers.region_code_for_number(phonenumbers.parse("+" + digits)) or region
    return None if region in {"ZZ", "001"} else region


@lru_cache(maxsize=10_000)
def _zones_of(digits: str, region: str) -> tuple[str, ...]:
    """Return the zones of a number, the most populous first; of an unassigned one those of a usual mobile."""
    found = [zone for zone in time_zones_for_number(phonenumbers.parse("+" + digits)) if is_zone(zone)]
    if not found:
        usual = phonenumbers.example_number_for_type(region, phonenumbers.PhoneNumberType.MOBILE)
        found = [zone for zone in time_zones_for_number(usual) if is_zone(zone)] if usual else []
    table = _table()
    return tuple(sorted(found, key=lambda zone: table.get(zone, ("", len(table)))[1]))


@cache
def _languages_of(region: str) -> tuple[str, ...]:
    return tuple(get_official_languages(region, de_facto=True))


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, int]]:
    """Return country and place of each zone in the tz database's table, which begins each country with its main one."""
    text = resources.files("tzdata").joinpath("zoneinfo", "zone.tab").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {row[2]: (row[0], place) for place, row in enumerate(rows)}


def of(
    addresses: Iterable[str], *, rule: Preferences, chat: Preferences, person: Preferences, connection: Preferences
) -> Locale:
    """Return the locale of somebody with these addresses.

    Zone: the rule's, else the chat's, else the person's own, else the connection's where the phone's
    prefix allows it, else the prefix's first, else the connection's. Region: the person's own, else the
    prefix's, else the connection's. Language of replies: the rule's, the person's own, the chat's, the
    first of the prefix's country, the connection's.
    """
    known = next(filter(None, map(phone, addresses)), None)
    zone = rule.zone or chat.zone or person.zone or _by_phone(known, connection.zone or "UTC")
    region = person.region or (known.region if known else None) or connection.region or "US"
    spoken = known.languages[:1] if known else ()
    language = next(filter(None, (rule.language, person.language, chat.language, *spoken, connection.language)), "en")
    return Locale(zone, region, language, _prior(rule, chat, person, connection, known))


def _by_phone(known: Phone | None, home: str) -> str:
    """Return the connection's zone where the number allows it, else the number's first."""
    # The prefix is the country's: who moved within it keeps the number, and the connection knows better.
    if known is None or _table().get(home, ("", 0))[0] == known.region:
        return home
    return home if not known.zones or home in known.zones else known.zones[0]


def language_of(person: Mapping[str, Any]) -> str:
    """Return the language of replies to a row of `deliver.notice`: somebody, but no rule and no chat."""
    nothing, own = Preferences(), Preferences(language=person["own_language"])
    home = Preferences(language=person["language"])
    return of(person["addresses"], rule=nothing, chat=nothing, person=own, connection=home).language


def _prior(
    rule: Preferences, chat: Preferences, person: Preferences, connection: Preferences, known: Phone | None
) -> dict[str, float]:
    weights: dict[str, float] = {}
    for language, weight in (
        (rule.language, 100.0), (chat.language, 4.0), (person.language, 4.0), (connection.language, 1.0),
        *((spoken, 2.0) for spoken in (known.languages if known else ())),
    ):  # fmt: skip
        if language:
            weights[language] = weights.get(language, 0.0) + weight
    return weights


def is_zone(name: str) -> bool:
    """Tell whether `name` is an IANA zone that this machine knows."""
    return name in _zones()


@lru_cache(maxsize=1)
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def is_language(code: str) -> bool:
    """Tell whether `code` is the ISO 639 code of a language."""
    try:
        return bool(Babel.parse(code))
    except (UnknownLocaleError, ValueError):
        return False
