"""What can be seen of a gateway before and after it is connected, each fault with what to do about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from engine.gateways.gateway import GatewayClient


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    level: Literal["good", "warning", "fault"]
    says: str
    fix: str | None = None
    """What to do, as one types it; None where nothing is wrong."""
    about: str = ""
    """What was looked at, in one word for programs: `gateway`, `key`, `instance`, `line`, `storage`, `groups`,
    `webhook`, `way`, `heard`, `greeting`."""


@dataclass(frozen=True, slots=True)
class Examined:
    """What a gateway tells of itself and of one of its instances."""

    findings: tuple[Finding, ...]
    owner: str | None = None
    """The connection's own address, None while no phone is linked."""
    line: str | None = None
    """`open`, `connecting` or `close`, None where nobody could say."""

    @property
    def usable(self) -> bool:
        """Whether the instance can be connected: the gateway answers, the key fits, the instance exists."""
        return not any(finding.level == "fault" for finding in self.findings)


class SetUpClient(GatewayClient, Protocol):
    """A gateway's client that can also be told to be silent."""

    def set_webhook(self, url: str, headers: Mapping[str, str], *, enabled: bool = True) -> None:
        """Have the gateway post what happens to `url`, with `headers`; or, not enabled, nothing more."""
        ...


@dataclass(frozen=True, slots=True)
class Setup:
    """How one kind of gateway is looked at while it is connected."""

    client: Callable[[str, str, str], SetUpClient]
    """Called with base_url, api_key and instance; raises `Permanent` for what cannot be right."""
    examine: Callable[[str, str, str], Examined]
    """Called with the same; it never raises for what a person can mend."""
    differences: Callable[[Mapping[str, object], str, Mapping[str, str]], tuple[str, ...]]
    """Called with the webhook's settings as told, the address (or its path) and the headers that should be there."""
    keeps_messages: Finding
    does_not_keep_messages: Finding
