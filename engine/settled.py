"""A reaction between its decision and its writing, and what must still be true of it under the lock."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from engine import groups, outcome
from engine.decide import Decision
from engine.queue import Claim
from engine.situation import Reaction
from executors.items import ReactionKey

PATIENCE = timedelta(minutes=10)
"""How long a reaction waits for a message that was never seen."""

LONGEST_FOR_GROUP = 2.0
"""Seconds between two looks at what the gateway has told of a group."""

FIRST_WAIT, LONGEST_WAIT = 0.5, 60.0
"""Seconds between two looks for such a message."""

LONGEST_PAUSED = 3600.0
"""Seconds between two looks at whether a paused connection is on again."""


@dataclass(frozen=True, slots=True)
class Locked:
    """A reaction as it is under the lock."""

    revision: int
    settled_revision: int
    server_second: int
    sender_ms: int


@dataclass(frozen=True, slots=True)
class Settled:
    """One reaction of a batch, decided and not yet written."""

    claim: Claim
    reaction: Reaction
    verdict: str | None
    """Why nothing is done whatever the rules say; None where the decision stands."""
    decision: Decision | None
    text_edited: bool
    took_ms: float

    def moved(self, locked: Mapping[ReactionKey, Locked]) -> bool:
        """Tell whether the reaction or its text changed since it was decided."""
        now = locked.get(self.reaction.key)
        return now is None or now.revision != self.reaction.revision

    def is_settled(self, locked: Mapping[ReactionKey, Locked]) -> bool:
        """Tell whether another queue item settled this revision before."""
        now = locked[self.reaction.key]
        return now.settled_revision >= now.revision

    def overtaken(self, locked: Mapping[ReactionKey, Locked]) -> Settled:
        """Return it with the verdict that the same person's reaction under another address is newer, where it is."""
        own = self.reaction.key
        rivals = [key for key in self.reaction.keys if key in locked]
        newest = max(rivals, key=lambda key: (locked[key].server_second, locked[key].sender_ms, key), default=own)
        return self if newest == own else replace(self, verdict=outcome.OVERTAKEN, decision=None)


def verdict_on(reaction: Reaction) -> str | None:
    """Return why nothing is to be done whatever the rules say, or None."""
    if not reaction.enabled:
        return outcome.PAUSED
    if reaction.emoji is None:
        return None
    if reaction.too_old:
        return outcome.TOO_OLD
    if reaction.ours:
        return outcome.OWN_MESSAGE
    if not reaction.message_known:
        # Counted from when the gateway was asked, not from when it was heard: nobody may have been there to ask.
        asked_at = reaction.asked_at
        patient = asked_at is None or reaction.loaded_at - asked_at < PATIENCE
        return outcome.WAITING if patient else outcome.UNKNOWN_MESSAGE
    return None


def waits_for_group(reaction: Reaction, decision: Decision) -> bool:
    """Tell whether the gateway is to be asked, and waited for, before a decision stands."""
    if not decision.lacks_group or reaction.group_state == "failed":
        return False
    # Counted from when the gateway was asked, as above.
    asked_at = reaction.group_asked_at
    return asked_at is None or reaction.loaded_at - asked_at < groups.PATIENCE


def wait(one: Settled) -> float:
    """Return the seconds until a reaction is looked at again that lacks its message or its group: longer each time."""
    age = (one.reaction.loaded_at - one.reaction.heard_at).total_seconds()
    if one.verdict == outcome.WAITING_FOR_GROUP:
        return max(FIRST_WAIT, min(age, LONGEST_FOR_GROUP))
    if one.verdict == outcome.PAUSED:
        # Resuming wakes them at once: nobody waits for this.
        return max(LONGEST_WAIT, min(age, LONGEST_PAUSED))
    return max(FIRST_WAIT, min(age, LONGEST_WAIT))


def once(due: Iterable[Settled]) -> list[Settled]:
    """Return one of each reaction, in key order: several queue items may say to settle the same one."""
    return [one for _, one in sorted({one.reaction.key: one for one in due}.items())]
