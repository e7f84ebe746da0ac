"""What a rule says, once it has been read and found sound."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

MAKING = frozenset({"create_task", "create_event", "create_bill", "create_note"})
"""The steps that make an item of what was read."""

Priority = Literal["critical", "high", "normal", "low"]
LowConfidence = Literal["reply", "drop", "review"]
By = str | tuple[str, ...]
"""`owner`, `members`, `admins`, `anyone`, or the addresses of those who count."""

_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800}


@dataclass(frozen=True, slots=True)
class Condition:
    """Questions about one fact, all of which must be answered with yes.

    `asks` pairs a question (`contains`, `between`, ...) with what it expects.
    """

    field: str
    asks: tuple[tuple[str, tuple[Any, ...]], ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Conditions of which at least one (`any`) or not a single one (`none`) must hold."""

    kind: Literal["any", "none"]
    of: tuple[Condition | Group, ...]


@dataclass(frozen=True, slots=True)
class Parse:
    """How the text is read: by which parser, from which parts of a message, and how sure it must be."""

    use: str
    sources: tuple[str, ...] = ("text", "caption")
    min_confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do; `options` holds only what the rule says, so that silence stays silence."""

    action: str
    options: Mapping[str, object] = field(default_factory=dict)
    conditions: tuple[Condition | Group, ...] = ()
    """All must hold, or the step is left out."""


@dataclass(frozen=True, slots=True)
class Reply:
    """Where the answer goes and in what shape; `text` maps a language to its template.

    `as_` None leaves the shape to the connection: a text where the number is the owner's own, a reaction where it
    is a bot's. `working`, `done` and `failed` are those reactions, `none` for no reaction.
    """

    to: Literal["self", "chat", "none"] = "self"
    as_: Literal["text", "reaction"] | None = None
    text: Mapping[str, str] = field(default_factory=dict)
    working: str = "⏳"
    done: str = "👍"
    failed: str = "⚠️"


@dataclass(frozen=True, slots=True)
class Example:
    """A message that the rule is for, and what must come of it."""

    say: str
    language: str | None = None
    at: str | None = None
    """When it was sent, in ISO 8601 with an offset."""
    from_: str | None = None
    """The phone number of who reacts."""
    expect: Mapping[str, object] = field(default_factory=dict)
    holds: bool = True
    """Whether the rule comes to this; else it is tried, and never quoted."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Which reaction or message, where and by whom, makes which items."""

    id: str
    name: str
    emojis: tuple[str, ...]
    steps: tuple[Step, ...]
    message: bool = False
    """Whether it is about every message as such, and about no reaction."""
    chats: tuple[str, ...] = ()
    """Addresses, names, `groups`, `direct` or `self`; empty means every chat."""
    by: By = "owner"
    conditions: tuple[Condition | Group, ...] = ()
    parse: Parse | None = None
    on_low_confidence: LowConfidence = "reply"
    """What comes of a reading that is less sure than `parse.min_confidence`."""
    undo_on_unreact: bool = True
    undo_within: str | None = None
    """For how long after the reaction, such as `24h`; None for always."""
    reply: Reply = field(default_factory=Reply)
    order: int = 100
    stop: bool = False
    fallback: bool = False
    """Whether it is asked last, and leaves to another rule what that makes too."""
    priority: Priority = "normal"
    enabled: bool = True
    shadow: bool = False
    timezone: str = "chat"
    language: str = "auto"
    currency: str = "auto"
    examples: tuple[Example, ...] = ()
    version: int = 1

    @property
    def turn(self) -> tuple[bool, int, str]:
        """Its place among the others."""
        return (self.fallback, self.order, self.id)

    @property
    def makes(self) -> frozenset[str]:
        """The steps of its that make an item."""
        return frozenset(step.action for step in self.steps) & MAKING


def example_for(rule: Rule, language: str) -> Example | None:
    """Choose the example to quote to a person in `language`: theirs, else one for anybody, else English, else any.

    An example that must fail, or does not hold yet, teaches nobody how to write, so it is never chosen.
    """
    good = [example for example in rule.examples if "error" not in example.expect and example.holds]
    for wanted in (language, None, "en"):
        for example in good:
            if example.language == wanted:
                return example
    return good[0] if good else None


def minutes(length: str) -> int:
    """Turn a length of time as rules write it (`30m`, `1h`, `2d`) into minutes, at least one."""
    return max(1, int(length[:-1]) * _SECONDS[length[-1]] // 60)


def asks_what_was_read(condition: Condition | Group) -> bool:
    """Tell whether a condition can be answered only after the text was read."""
    match condition:
        case Condition():
            return condition.field.startswith("parsed.")
        case Group():
            return any(map(asks_what_was_read, condition.of))
