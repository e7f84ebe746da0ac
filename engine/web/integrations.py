"""What Toque reaches outside of itself: what is set up where it runs, and what rules name that is not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.metadata import entry_points
from typing import Any
from urllib.parse import urlsplit

import psycopg

from engine import connections, plugins, rules_by_hand
from engine.access import Caller
from engine.config import Settings
from engine.outside import Outside, lacks

Db = psycopg.Connection[Any]

_SHOWN_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is set up, or is not; the words are `settings.fact.<code>` in the catalogues."""

    good: bool
    code: str
    name: str = ""
    blanks: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Lacking:
    """What a rule names that is not here; the words are `settings.lacks.<kind>`."""

    kind: str
    name: str
    rule: str
    number: str
    setting: str


@dataclass(frozen=True, slots=True)
class Group:
    """What belongs together, with the setting that says it."""

    name: str
    facts: tuple[Fact, ...]
    setting: str = ""
    lacks: tuple[Lacking, ...] = ()


def told(db: Db, settings: Settings, caller: Caller) -> list[Group]:
    """Return what is set up and what is missing, for whoever asks: addresses are for admins, secrets for nobody."""
    lacking = list(_lacking(db, Outside.of(settings), caller))
    return [
        Group("channels", tuple(_channels(settings, caller)), "TOQUE_CHANNELS", _of(lacking, "channel")),
        Group("hosts", tuple(_hosts(settings)), "TOQUE_CALL_HOSTS", _of(lacking, "host", "secret")),
        Group("calendars", (Fact(good=True, code="calendar"),)),
        Group("reached", (_public(settings),), "TOQUE_PUBLIC_URL"),
        Group("parsers", tuple(_parsers())),
    ]


def _lacking(db: Db, outside: Outside, caller: Caller) -> Iterator[Lacking]:
    titles = {one.id: one.title for one in connections.overview(db)}
    rules = [(titles.get(of, ""), kept.rule) for of, kept in rules_by_hand.kept_by(db, caller.visible)]
    for number, rule in rules:
        for one in dict.fromkeys(lack for step in rule.steps for lack in lacks(step, outside)):
            yield Lacking(one.kind, one.name, rule.name or rule.id, number, one.setting)


def _of(lacking: Iterable[Lacking], *kinds: str) -> tuple[Lacking, ...]:
    return tuple(one for one in lacking if one.kind in kinds)


def _channels(settings: Settings, caller: Caller) -> Iterator[Fact]:
    for name, address in settings.channels.items():
        if not caller.may("admin"):
            yield Fact(good=True, code="channel.there", name=name)
        elif host := urlsplit(address).hostname:
            # An address may hold what only its owner should know: of it, the host is enough to know it by.
            yield Fact(good=True, code="channel.host", name=name, blanks={"host": host})
        else:
            yield Fact(good=True, code="channel.phone", name=name, blanks={"end": address[-_SHOWN_DIGITS:]})
    if not settings.channels:
        yield Fact(good=False, code="channel.none")


def _hosts(settings: Settings) -> Iterator[Fact]:
    yield from (Fact(good=True, code="host", name=host) for host in settings.call_hosts)
    if not settings.call_hosts:
        yield Fact(good=True, code="host.any")


def _public(settings: Settings) -> Fact:
    if settings.public_url:
        return Fact(good=True, code="reached", name=settings.public_url)
    return Fact(good=False, code="reached.not")


def _parsers() -> Iterator[Fact]:
    there = [Fact(good=True, code="parser", name=one.name, blanks={"where": one.value})
             for one in entry_points(group=plugins.GROUP)]  # fmt: skip
    yield from there or [Fact(good=False, code="parser.none")]
