"""What a rule may look at, and what it saw."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class ChatFacts:
    """Where the message stands."""

    address: str
    aliases: tuple[str, ...] = ()
    name: str | None = None
    kind: Literal["direct", "group", "self"] = "direct"
    subject: str | None = None
    """What a group calls itself, beside the name that somebody here gave it."""
    known: bool = True
    """Whether the gateway has told of the group: what it calls itself, and who belongs to it."""


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """Who reacted, or who wrote the message that nobody reacted to."""

    addresses: tuple[str, ...]
    name: str | None = None
    is_owner: bool = False
    role: Literal["admin", "member", "stranger"] | None = "stranger"
    """In this chat; None where nobody has told yet."""


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a rule may look at; both moments are wall-clock times in the zone of the decision."""

    emoji: str
    """Empty where it is the message as such that is looked at: nobody reacted."""
    text: str
    sent_at: datetime
    reacted_at: datetime
    chat: ChatFacts
    person: PersonFacts
    instance: str = ""
    parsed: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    """What a parser read, by field: several values where a message holds several bills."""


@dataclass(frozen=True, slots=True)
class Check:
    """One question and its answer; `actual` never holds more of a message than the part that matched."""

    field: str
    op: str
    expected: str
    actual: str
    passed: bool
    of: tuple[Check, ...] = ()
    """The answers behind that of a group."""
