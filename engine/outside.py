"""What rules may name outside of Toque, as whoever runs it has set it up: channels, secrets, hosts to call."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatch
from typing import Any, Literal
from urllib.parse import urlsplit

from engine import config
from engine.config import Settings
from executors.destinations import Permanent
from rules.faults import Path
from rules.outside import SECRET, secrets_in
from rules.rule import Rule, Step

_FOUND = re.compile(SECRET.pattern)


@dataclass(frozen=True, slots=True)
class Outside:
    """The channels by their names, the hosts that may be called, and who knows the secrets."""

    channels: Mapping[str, str] = field(default_factory=dict)
    hosts: tuple[str, ...] = ()
    """Patterns; empty for any."""
    secret: Callable[[str], str | None] = config.secret

    @classmethod
    def of(cls, settings: Settings) -> Outside:
        """Return what the settings say."""
        return cls(settings.channels, settings.call_hosts)

    def filled(self, text: str) -> str:
        """Return a text with its secrets in it; raises `Permanent` where one is missing."""

        def known(found: re.Match[str]) -> str:
            value = self.secret(found[1])
            if value is None:
                raise Permanent(f"There is no secret {found[1]}: set TOQUE_SECRET_{found[1]} where Toque runs.")
            return value

        return _FOUND.sub(known, text)

    def allows(self, url: str) -> bool:
        """Tell whether the host of an address may be called."""
        host = urlsplit(url).hostname or ""
        return not self.hosts or any(fnmatch(host, pattern.lower()) for pattern in self.hosts)

    def channel(self, name: str) -> str:
        """Return where a channel leads; raises `Permanent` where nobody has set it up."""
        if name not in self.channels:
            raise Permanent(f"There is no channel {name}: add {name}=https://… to TOQUE_CHANNELS.")
        return self.channels[name]


@dataclass(frozen=True, slots=True)
class Lack:
    """What a step of a rule names and is not here."""

    option: str
    kind: Literal["channel", "secret", "host"]
    name: str
    """Of the channel, of the secret, or the host."""

    @property
    def setting(self) -> str:
        """Return what to set where Toque runs."""
        match self.kind:
            case "channel":
                return f"TOQUE_CHANNELS={self.name}=https://…"
            case "secret":
                return f"TOQUE_SECRET_{self.name}"
            case "host":
                return f"TOQUE_CALL_HOSTS={self.name}"

    @property
    def says(self) -> str:
        """Return what is the matter, with what to do."""
        match self.kind:
            case "channel":
                return f"there is no channel '{self.name}' here: add {self.name}=https://… to TOQUE_CHANNELS"
            case "secret":
                return f"there is no secret {self.name} here: set TOQUE_SECRET_{self.name}"
            case "host":
                return "TOQUE_CALL_HOSTS does not let rules call this host"


def lacking(rule: Rule, outside: Outside) -> Iterator[tuple[Path, str]]:
    """Yield what a rule names that is not here, each with its place in the rule."""
    for number, step in enumerate(rule.steps):
        for lack in lacks(step, outside):
            yield ("do", number, step.action, lack.option), lack.says


def lacks(step: Step, outside: Outside) -> Iterator[Lack]:
    """Yield what a step names that is not here."""
    options: Mapping[str, Any] = step.options
    if step.action == "notify" and options["channel"] not in outside.channels:
        yield Lack("channel", "channel", options["channel"])
    if step.action == "webhook":
        for option in ("url", "sign_with", "headers"):
            for name in dict.fromkeys(secrets_in(options.get(option))):
                if outside.secret(name) is None:
                    yield Lack(option, "secret", name)
        if not outside.allows(options["url"]):
            yield Lack("url", "host", urlsplit(options["url"]).hostname or "")
