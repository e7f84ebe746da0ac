"""What a gateway can tell us, in words that no gateway owns."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

OWNER = "me"
"""The address of the connection's own number.

A gateway names its owner by phone in one event and by LID in the next, but always says `fromMe`;
so the owner has one address that never changes, and the others are aliases of it.
"""

FORGOTTEN = "forgotten"
"""What stands in the place of an address of somebody who was forgotten: nothing is ever sent there."""

UNTOLD = datetime.fromtimestamp(0, UTC)
"""Stands in `edited_at` and `deleted_at` where the gateway gives no time: older than anything that was told."""

Alias = tuple[str, str]
"""Two addresses that one event gave for the same person or 1:1 chat."""


@dataclass(frozen=True, slots=True)
class MessageSeen:
    """A message stands in a chat."""

    message_id: str
    chat: str
    """Address of the chat as heard: a group's, or the other person's."""
    author: str
    """Address of who wrote it; `OWNER` for the connection's own number."""
    sent_at: datetime
    """Instant (UTC) at which WhatsApp took it."""
    text: str | None
    """None where it has no text; `kind` says why."""
    kind: str
    """`text`, `caption`, `voice`, `image`, `video`, `document`, `sticker`, `poll`, `location`, `contact`,
    `encrypted` or `other`."""
    author_name: str | None = None
    quoted_id: str | None = None
    mentions: tuple[str, ...] = ()
    """Addresses that came along for the mentions of the text, as whoever wrote it says; no proof of who is who."""
    by_us: bool = False
    """True when this gateway itself sent it for us (through its API): it never triggers anything."""
    aliases: tuple[Alias, ...] = ()


@dataclass(frozen=True, slots=True)
class ReactionChanged:
    """One address put, changed or took back its reaction to one message."""

    message_id: str
    """The message reacted TO."""
    chat: str
    reactor: str
    """Address as heard; `OWNER` for the connection's own number."""
    emoji: str | None
    """As typed; None when the reaction was taken back."""
    outer_id: str
    """Id of the reaction itself: a repeated one changes nothing."""
    server_second: int
    """Unix seconds at which WhatsApp's server took it."""
    sender_ms: int | None = None
    """Unix milliseconds of the sender's clock, where the gateway tells."""
    reactor_name: str | None = None
    by_us: bool = False
    aliases: tuple[Alias, ...] = ()


@dataclass(frozen=True, slots=True)
class MessageEdited:
    """The author changed a message's text; `text` is None where the gateway cannot read the new one."""

    message_id: str
    text: str | None
    edited_at: datetime
    chat: str | None = None
    editor: str | None = None
    """Address of who edited it, where the event tells; None means unknown."""


@dataclass(frozen=True, slots=True)
class MessageDeleted:
    """A message was deleted for everyone."""

    message_id: str
    deleted_at: datetime
    chat: str | None = None


@dataclass(frozen=True, slots=True)
class DeliveryChanged:
    """A message of ours got further: `status` is `sent`, `delivered`, `read`, `played` or `failed`."""

    message_id: str
    status: str


@dataclass(frozen=True, slots=True)
class ConnectionChanged:
    """The gateway's line to WhatsApp is `open`, `connecting` or `close`."""

    state: str
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class GroupChanged:
    """Somebody came to a group, left it, or became an admin or none; or it calls itself something else."""

    chat: str


Signal = (
    MessageSeen | ReactionChanged | MessageEdited | MessageDeleted | DeliveryChanged | ConnectionChanged | GroupChanged
)
