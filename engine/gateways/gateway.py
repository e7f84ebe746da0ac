"""What every gateway offers: a reader of its webhooks, and a client to answer through it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from engine.gateways.signals import MessageSeen, Signal


@dataclass(frozen=True, slots=True)
class Reading:
    """What one webhook says."""

    event: str
    """The gateway's own word for it, for the metrics; empty where the body has none."""
    instance: str | None
    """Whom the body claims to speak for: to be compared with the connection, never trusted alone."""
    owner: str | None
    """The connection's own address as the body gives it."""
    signals: tuple[Signal, ...]


@dataclass(frozen=True, slots=True)
class Quoted:
    """The message that an answer quotes."""

    message_id: str
    chat: str
    from_me: bool
    text: str | None = None
    participant: str | None = None
    """Address of its author, in groups."""


@dataclass(frozen=True, slots=True)
class History:
    """One page of what a gateway has kept, newest first."""

    signals: tuple[Signal, ...]
    oldest: datetime | None
    """The moment of its last record; None where there are no more."""


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who belongs to a group."""

    addresses: tuple[str, ...]
    """Phone and LID, as far as the gateway tells them; at least one."""
    is_admin: bool


@dataclass(frozen=True, slots=True)
class GroupTold:
    """What a gateway tells of a group."""

    subject: str | None
    """What it calls itself."""
    members: tuple[Member, ...]


class GatewayClient(Protocol):
    """Send through a gateway and ask it; sending raises `Permanent`, `Unclear` or `NotNow`, asking never `Unclear`."""

    def send_text(self, to: str, text: str, *, quoted: Quoted | None = None) -> str:
        """Send `text` to a chat and return the id of the message sent."""
        ...

    def send_reaction(
        self, chat: str, message_id: str, *, from_me: bool, participant: str | None, emoji: str | None
    ) -> str:
        """React to a message (no emoji takes the reaction back) and return the id of the reaction."""
        ...

    def find_message(self, message_id: str) -> MessageSeen | None:
        """Return a message that the gateway has kept, None where it has not."""
        ...

    def history(self, page: int) -> History:
        """Return a page of the messages and reactions that the gateway has kept, the newest on page 1."""
        ...

    def group(self, chat: str) -> GroupTold | None:
        """Return who belongs to a group; None where it knows no such group, or is not in it."""
        ...

    def set_webhook(self, url: str, headers: Mapping[str, str]) -> None:
        """Have the gateway post what happens to `url`, with `headers`."""
        ...

    def webhook(self) -> dict[str, object]:
        """Return the gateway's webhook settings as it tells them, empty where none are set."""
        ...

    def connection_state(self) -> str:
        """Return `open`, `connecting` or `close`."""
        ...

    def owner(self) -> str | None:
        """Return the connection's own address, None while no phone is linked."""
        ...

    def close(self) -> None:
        """Let go of the line."""
        ...


@dataclass(frozen=True, slots=True)
class Gateway:
    """One kind of WhatsApp gateway."""

    name: str
    read: Callable[[object], Reading]
    """A pure function from a decoded body; whatever the body is, it never raises."""
    client: Callable[..., GatewayClient]
    """Called with base_url, api_key, instance and timeout (seconds)."""
