"""What rules may name outside of Toque, as whoever runs it has set it up: channels, secrets, hosts to call."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatch
from typing import Any
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


def lacking(rule: Rule, outside: Outside) -> Iterator[tuple[Path, str]]:
    """Yield what a rule names that is not here, each with its place in the rule."""
    for number, step in enumerate(rule.steps):
        for name, says in _lacking(step, outside):
            yield ("do", number, step.action, name), says


def _lacking(step: Step, outside: Outside) -> Iterator[tuple[str, str]]:
    options: Mapping[str, Any] = step.options
    if step.action == "notify" and options["channel"] not in outside.channels:
        name = options["channel"]
        yield "channel", f"there is no channel '{name}' here: add {name}=https://… to TOQUE_CHANNELS"
    if step.action == "webhook":
        for option in ("url", "sign_with", "headers"):
            for name in dict.fromkeys(secrets_in(options.get(option))):
                if outside.secret(name) is None:
                    yield option, f"there is no secret {name} here: set TOQUE_SECRET_{name}"
        if not outside.allows(options["url"]):
            yield "url", "TOQUE_CALL_HOSTS does not let rules call this host"
