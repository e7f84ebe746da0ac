"""Days, hours, money, repetitions and lists of names, said in one language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Final, Self
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time, get_timezone_location
from babel.numbers import format_decimal, get_currency_precision

from executors.destinations.wording import wording_for
from executors.destinations.wording.harmless import harmless
from executors.destinations.wording.keys import Counted, Wording

DOLLAR_SIGN: Final = frozenset(
    [
        "ARS",
        "AUD",
        "BBD",
        "BMD",
        "BND",
        "BSD",
        "BZD",
        "CAD",
        "CLP",
        "COP",
        "CUP",
        "DOP",
        "HKD",
        "JMD",
        "MXN",
        "NZD",
        "SGD",
        "TTD",
        "USD",
        "UYU",
    ]
)
"""Whose sign `$` says nothing without the code beside it."""
OWN_SIGN: Final = {"BRL": "R$", "CRC": "₡", "EUR": "€", "GBP": "£", "GTQ": "Q", "INR": "₹", "PEN": "S/", "PYG": "₲"}
NO_CENTS_WRITTEN: Final = frozenset({"COP"})
"""Cents exist in the standard, but nobody writes them."""
_SANE: Final = Decimal(10) ** 15
_MINUTES: Final = 60


class Money(Decimal):
    """An amount that knows its currency."""

    currency: str

    def __new__(cls, amount: Decimal, currency: str) -> Self:
        """Make the amount of that currency."""
        self = super().__new__(cls, amount)
        self.currency = currency
        return self


def countable(amount: Decimal | None) -> bool:
    """Tell whether an amount can be written out and added up: a huge exponent would fill the memory."""
    return amount is not None and amount.is_finite() and abs(amount) < _SANE


def counted(words: Counted, n: int) -> str:
    """Return the words for `n` things."""
    return words[n != 1].format(n=n)


def capital(line: str) -> str:
    """Return the line with its first letter as a capital."""
    return line[:1].upper() + line[1:]


@lru_cache(maxsize=256)
def locale_for(language: str, region: str, abroad: str) -> Locale:
    """Return how people of `region` write in this language, else how the language is written abroad."""
    for name in (f"{language}_{region}", abroad, language):
        try:
            if re.fullmatch(r"[a-z]{2,3}(_[A-Z]{2}|_\d{3})?", name):
                return Locale.parse(name)
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en")


@lru_cache(maxsize=256)
def zone(name: str) -> ZoneInfo | None:
    """Return the time zone of that name, None where there is none."""
    try:
        return ZoneInfo(name)
    except (LookupError, ValueError, OSError):
        return None


def city_of(zone_name: str, locale: Locale) -> str | None:
    """Return the city that a time zone is named after, None where it is named after none (`UTC`)."""
    if "/" not in zone_name or zone_name.startswith("Etc/") or not zone(zone_name):
        return None
    # Where it has no name of its own in the language, CLDR gives what stands behind the continent.
    return get_timezone_location(zone_name, locale=locale, return_city=True).rpartition("/")[2]


def wall_clock(moment: date | datetime, zone_name: str) -> date | datetime:
    """Return the moment as a clock in that zone shows it; what has no zone of its own is that already."""
    if not isinstance(moment, datetime) or moment.tzinfo is None:
        return moment
    try:
        return (
            moment.astimezone(zone(zone_name)).replace(tzinfo=None) if zone(zone_name) else moment.replace(tzinfo=None)
        )
    except OverflowError:
        return moment.replace(tzinfo=None)


def day_of(moment: date | datetime) -> date:
    """Return the day of a moment."""
    return moment.date() if isinstance(moment, datetime) else moment


@dataclass(frozen=True, slots=True)
class Voice:
    """A language as spoken in one country on one day."""

    words: Wording
    locale: Locale
    region: str
    today: date

    @classmethod
    def of(cls, language: str, region: str, today: date) -> Self:
        """Return the voice for a language and a country, as near as there is one."""
        words = wording_for(language)
        country = region.upper()
        return cls(words, locale_for(words.language, country, words.default_locale), country, today)

    def day(self, day: date, *, short: bool = False) -> str:
        """Say a day: weekday, day, month as a word, and the year where it is not this one."""
        patterns = self.words.regional_days.get(self.region, self.words.days)
        if day.year == self.today.year:
            pattern = patterns.short if short else patterns.long
        else:
            pattern = patterns.short_year if short else patterns.long_year
        # Shortened names lose their dots; a German day keeps its own.
        said = re.sub(r"(?<=[^\W\d])\.", "", format_date(day, pattern, locale=self.locale))
        return said.replace(*self.words.first_of_month) if self.words.first_of_month else said

    def near_day(self, day: date, *, short: bool = False, article: bool = False) -> str:
        """Say a day, with today or tomorrow before it, or with its article where a sentence wants one."""
        said = self.day(day, short=short)
        if day == self.today:
            return self.words.today.format(day=said)
        if day - self.today == timedelta(days=1):
            return self.words.tomorrow.format(day=said)
        return self.words.on.format(day=said) if article else said

    def hour(self, hour: time) -> str:
        """Say an hour as this country does, with twelve hours or with twenty-four."""
        pattern = "HH:mm" if self.region in self.words.clocks_of_24_hours else "short"
        return _plain_spaces(format_time(hour, pattern, locale=self.locale))

    def at(self, hour: time, zone_named: str) -> str:
        """Say an hour, and whose it is where a zone is to be named."""
        return f"{self.hour(hour)}, {self.place_of(zone_named)}" if zone_named else self.hour(hour)

    def place_of(self, zone_name: str) -> str:
        """Say whose hour it is: the city that a time zone is named after."""
        city = city_of(zone_name, self.locale)
        return self.words.hour_in.format(place=city) if city else harmless(zone_name, 40)

    def when(self, moment: date | datetime, *, short: bool = False, article: bool = False, zone_named: str = "") -> str:
        """Say a day, and the hour where there is one."""
        day = self.near_day(day_of(moment), short=short, article=article)
        if not isinstance(moment, datetime):
            return day
        return f"{day}, {self.at(moment.time(), zone_named)}"

    def span(self, start: date | datetime, end: date | datetime | None, *, short: bool, zone_named: str) -> str:
        """Say from when to when."""
        if end is None or end == start:
            return self.when(start, short=short, zone_named=zone_named)
        if isinstance(start, datetime) and isinstance(end, datetime) and start.date() == end.date():
            return f"{self.when(start, short=short)} – {self.at(end.time(), zone_named)}"
        return f"{self.when(start, short=short)} – {self.when(end, short=short, zone_named=zone_named)}"

    def is_past(self, moment: date | datetime) -> bool:
        """Tell whether its day lies before today."""
        return day_of(moment) < self.today

    def aside(self, *remarks: str) -> str:
        """Return the remarks that say something, in brackets after a space."""
        said = ", ".join(remark for remark in remarks if remark)
        return f" ({said})" if said else ""

    def money(self, amount: Decimal | None, currency: str) -> str:
        """Say an amount; where its sign stands for several currencies, the code follows."""
        code = harmless(currency, 3).upper()
        if amount is None:
            return self.words.no_amount
        if not countable(amount):
            return f"{str(amount)[:20]} {code}".strip()
        pattern = self.locale.currency_formats["standard"].pattern.split(";")[0]
        number = self._number(amount, code, re.sub(r"[¤\s]", "", pattern))
        gap = " " if re.search(r"\s", pattern) else ""
        minus = "-" if amount < 0 else ""
        if code in OWN_SIGN:
            sign = OWN_SIGN[code]
            return f"{minus}{sign}{gap}{number}" if pattern.startswith("¤") else f"{minus}{number} {sign}"
        if code in DOLLAR_SIGN and pattern.startswith("¤"):
            return f"{minus}${gap}{number} {code}"
        return f"{minus}{number} {code}".strip()

    def _number(self, amount: Decimal, code: str, pattern: str) -> str:
        """Write the bare number, without the cents that its currency does not have."""
        centless = code in NO_CENTS_WRITTEN or not get_currency_precision(code)
        if centless and amount == amount.to_integral_value():
            pattern = pattern.partition(".")[0]
        return _plain_spaces(format_decimal(abs(amount), format=pattern, locale=self.locale))

    def totals(self, sums: Sequence[Money]) -> str:
        """Say one sum for each currency."""
        return " + ".join(self.money(each, each.currency) for each in sums)

    def listing(self, parts: Sequence[str], most: int | None = None) -> str:
        """Join names with commas and an "and", only the first `most` of them."""
        words = self.words
        if most is not None and len(parts) > most:
            return f"{', '.join(parts[:most])} {words.and_more.format(n=len(parts) - most)}"
        if not parts[1:]:
            return "".join(parts)
        soft = words.and_before and re.match(words.and_before[0], parts[-1])
        return f"{', '.join(parts[:-1])} {words.and_before[1] if words.and_before and soft else words.and_} {parts[-1]}"

    def duration(self, minutes: int) -> str:
        """Say how long something takes, in hours and minutes."""
        hours, rest = divmod(minutes, _MINUTES)
        return " ".join(f"{n} {unit}" for n, unit in ((hours, "h"), (rest, "min")) if n)

    def quote(self, text: str, limit: int) -> str:
        """Quote a text from a chat, shortened; nothing where nothing is left of it."""
        said = harmless(text, limit)
        return self.words.quote.format(text=said) if said else ""


def _plain_spaces(text: str) -> str:
    """Return the text with ordinary spaces for the narrow and unbreakable ones of CLDR."""
    return re.sub(r"\s", " ", text)
