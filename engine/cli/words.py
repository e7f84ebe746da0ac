"""What options take: zones, languages and countries, each wrong one answered with the nearest right one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from difflib import get_close_matches
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

import click
from babel import Locale
from click.shell_completion import CompletionItem

from engine import clock
from engine.locale import is_language, is_zone

_CONTINENTS = ("Africa/", "America/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/")
_TONGUES = ("en", "es", "pt", "fr", "de", "it")
_BACK = re.compile(r"(\d{1,4})\s*(min|h|d)")
_UNITS = {"min": "minutes", "h": "hours", "d": "days"}


def _did_you_mean(near: Iterable[str], example: str) -> str:
    names = list(near)
    return f"did you mean {' or '.join(names)}?" if names else f"one looks like {example}"


def _nearest(said: str, named: dict[str, str]) -> list[str]:
    """Return what is called nearly as was said; several names may stand for one thing."""
    near = [named[name] for name in get_close_matches(said.casefold(), named, 3, 0.75)]
    return list(dict.fromkeys(near))


class Zone(click.ParamType[str]):
    """An IANA time zone."""

    name = "zone"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the zone as IANA writes it."""
        if is_zone(value):
            return value
        known = _zones()
        as_written = known.get(value.replace(" ", "_").casefold())
        if as_written:
            return as_written
        said = value.replace(" ", "_").casefold()
        inside = sorted(zone for name, zone in known.items() if said and said in name)
        near = inside[:3] or _nearest(said, known | {z.rpartition("/")[2].casefold(): z for z in known.values()})
        raise click.BadParameter(
            f"{value} is no IANA time zone; {_did_you_mean(near, 'America/Mexico_City')}", ctx, param
        )

    def shell_complete(self, _ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Complete a zone's name."""
        return [CompletionItem(zone) for zone in sorted(_zones().values()) if zone.startswith(incomplete)]


class Language(click.ParamType[str]):
    """A language, by its ISO 639-1 code."""

    name = "language"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the code."""
        code = value.strip().lower()
        if re.fullmatch("[a-z]{2}", code) and is_language(code):
            return code
        near = _nearest(value, {_name(code, tongue): code for code in _TONGUES for tongue in ("en", code)})
        raise click.BadParameter(f"{value} is no language code; {_did_you_mean(near, 'es')}", ctx, param)


class Region(click.ParamType[str]):
    """A country, by its ISO 3166 code."""

    name = "region"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the code."""
        code, countries = value.strip().upper(), _countries()
        if code in countries.values():
            return code
        near = _nearest(value, countries)
        raise click.BadParameter(f"{value} is no country code; {_did_you_mean(near, 'MX')}", ctx, param)


class Url(click.ParamType[str]):
    """Where a server answers."""

    name = "url"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the address without a slash at its end."""
        if re.fullmatch(r"https?://[^\s/?#]+[^\s?#]*", value):
            return value.rstrip("/")
        raise click.BadParameter(f"{value} is no address; one looks like http://192.168.1.10:8080", ctx, param)


ZONE, LANGUAGE, REGION, URL = Zone(), Language(), Region(), Url()


@lru_cache(maxsize=1)
def _zones() -> dict[str, str]:
    return {zone.casefold(): zone for zone in available_timezones() if zone.startswith(_CONTINENTS) or zone == "UTC"}


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    """Return the codes by the countries' names in English, Spanish and Portuguese."""
    return {
        str(name).casefold(): code
        for tongue in ("en", "es", "pt")
        for code, name in Locale(tongue).territories.items()
        if re.fullmatch("[A-Z]{2}", code) and code not in {"ZZ", "EU", "EZ", "UN", "QO", "XA", "XB"}
    }


def _name(code: str, tongue: str) -> str:
    return str(Locale(tongue).languages[code]).casefold()


def moment(said: str, zone: str) -> datetime:
    """Return the instant that was typed: `now`, so long back (`90min`, `12h`, `7d`), or a day and time in `zone`."""
    if said == "now":
        return clock.now()
    if back := _BACK.fullmatch(said):
        return clock.now() - timedelta(**{_UNITS[back[2]]: int(back[1])})
    try:
        typed = datetime.fromisoformat(said)
    except ValueError as fault:
        examples = "now, 12h, 7d, 2026-01-02 or 2026-01-02T09:00"
        raise click.BadParameter(f"{said} is no time; type one like {examples}", param_hint="WHEN") from fault
    return typed if typed.tzinfo else typed.replace(tzinfo=ZoneInfo(zone))


def setting(said: str) -> tuple[str, str]:
    """Return the field and the value of `due=2026-01-16`."""
    name, equals, value = said.partition("=")
    if not equals or not name.strip():
        raise click.BadParameter(f"{said!r} sets nothing; say for example due=2026-01-16", param_hint="--set")
    return name.strip(), value.strip()
