"""Everything known about a reaction at the moment it is settled, from one row of the database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from engine import locale
from engine.gateways.signals import OWNER
from rules.conditions import ChatFacts, Facts, PersonFacts


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything that a decision depends on, and nothing else."""

    facts: Facts
    locale: locale.Locale
    sent_at: datetime
    reacted_at: datetime
    """Instants, UTC."""


@dataclass(frozen=True, slots=True)
class Reaction:
    """A row of `settle.load`: the state of a reaction, or of a message as such; its message, and who and where."""

    connection_id: int
    message_id: str
    address: str
    """Whose reaction it is; empty where it is the message as such, which rules about messages look at."""
    actor: str
    """Whose deed it is: who reacted, or who wrote the message."""
    chat: str
    emoji: str | None
    server_second: int
    revision: int
    settled_revision: int
    settled_emoji: str | None
    heard_at: datetime
    asked_at: datetime | None
    loaded_at: datetime
    """By the same clock as `heard_at` and `asked_at`, the database's: this machine's may be another."""
    message_known: bool
    text: str | None
    message_kind: str | None
    sent_at: datetime | None
    author_name: str | None
    edit_unreadable: bool
    message_deleted: bool
    ours: bool
    enabled: bool
    slug: str
    instance: str
    zone: str
    region: str
    language: str
    acts_since: datetime
    rules_version: int
    chat_name: str | None
    chat_zone: str | None
    chat_language: str | None
    group_subject: str | None
    group_state: Literal["known", "aging", "failed", "unknown"] | None
    """What the gateway has told of the group; `failed` where it was asked a moment ago and could not say."""
    group_admin: bool | None
    """Whether they are an admin of the group; None where they are not among its people."""
    group_asked_at: datetime | None
    person_id: int | None
    person_name: str | None
    is_owner: bool
    addresses: list[str]
    chat_addresses: list[str]
    person_zone: str | None
    person_region: str | None
    person_language: str | None

    @property
    def key(self) -> tuple[int, str, str]:
        """Connection, message, address."""
        return (self.connection_id, self.message_id, self.address)

    @property
    def keys(self) -> list[tuple[int, str, str]]:
        """The keys that reactions of the same person to the same message can have."""
        if self.of_message:
            return [self.key]
        return [(self.connection_id, self.message_id, address) for address in self.addresses]

    @property
    def group(self) -> tuple[int, str]:
        """Connection and chat."""
        return (self.connection_id, self.chat)

    @property
    def of_message(self) -> bool:
        """Whether it is the message as such, and nobody's reaction to it."""
        return not self.address

    @property
    def reacted_at(self) -> datetime:
        """When WhatsApp's server took it; a nonsensical second counts as long ago."""
        try:
            return datetime.fromtimestamp(self.server_second, UTC)
        except (OverflowError, ValueError, OSError):
            return datetime.fromtimestamp(0, UTC)

    @property
    def too_old(self) -> bool:
        """Whether it was made before the connection began to act."""
        # Half a minute of grace: the gateway's second and our clock are not the same.
        return self.reacted_at < self.acts_since - timedelta(seconds=30)

    def locale(self, rule: locale.Preferences | None = None) -> locale.Locale:
        """Return where and in which tongue the person who reacted is at home."""
        return locale.of(
            self.addresses,
            rule=rule or locale.Preferences(),
            chat=locale.Preferences(zone=self.chat_zone, language=self.chat_language),
            person=locale.Preferences(self.person_zone, self.person_region, self.person_language),
            connection=locale.Preferences(self.zone, self.region, self.language),
        )


def of(reaction: Reaction) -> Situation:
    """Return what the decision depends on."""
    place = reaction.locale()
    sent_at = reaction.sent_at or reaction.reacted_at
    facts = Facts(
        emoji=reaction.emoji or "",
        text=reaction.text or "",
        sent_at=local(sent_at, place.zone),
        reacted_at=local(reaction.reacted_at, place.zone),
        chat=ChatFacts(
            reaction.chat,
            tuple(reaction.chat_addresses),
            reaction.chat_name,
            _chat_kind(reaction),
            reaction.group_subject,
            known=_is_known(reaction),
        ),
        person=PersonFacts(
            tuple(reaction.addresses),
            reaction.person_name,
            reaction.is_owner or reaction.actor == OWNER,
            _role(reaction),
        ),
        instance=reaction.instance,
    )
    return Situation(facts, place, sent_at, reaction.reacted_at)


def _is_known(reaction: Reaction) -> bool:
    return _chat_kind(reaction) != "group" or reaction.group_state in {"known", "aging"}


def _role(reaction: Reaction) -> Literal["admin", "member", "stranger"] | None:
    """Return what somebody is in the chat; a direct chat is of two."""
    if _chat_kind(reaction) != "group":
        return "member" if {*reaction.addresses} & {reaction.chat, *reaction.chat_addresses} else "stranger"
    if not _is_known(reaction):
        return None
    if reaction.group_admin is None:
        return "stranger"
    return "admin" if reaction.group_admin else "member"


def _chat_kind(reaction: Reaction) -> Literal["group", "self", "direct"]:
    if reaction.chat.endswith("@g.us"):
        return "group"
    own = set(reaction.addresses) if reaction.actor == OWNER else set()
    return "self" if reaction.chat in own else "direct"


def local(instant: datetime, zone: str) -> datetime:
    """Return an instant as a naive wall-clock time in `zone`."""
    return instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
