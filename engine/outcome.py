"""In one word, what became of a reaction."""

from __future__ import annotations

from collections.abc import Sequence

from engine.decide import Decision
from executors.errand import Turn
from executors.items import Written

TOO_OLD = "too_old"
OWN_MESSAGE = "own_message"
UNKNOWN_MESSAGE = "unknown_message"
OVERTAKEN = "overtaken"
"""The same person reacted to the same message under another address, later: that one counts."""
PAUSED = "paused"
"""Its connection is switched off: it waits until it is on again."""
SENT = "sent"
"""No item was made or changed; something was sent out, or is about to be."""
WAITING = "waiting"
"""Its message was never seen: it is looked for again, and nothing is settled yet."""
WAITING_FOR_GROUP = "waiting_for_group"
"""A rule hangs on who belongs to the group, and the gateway is being asked: nothing is settled yet."""

_STRONGEST = ("created", "converted", "reopened", "updated", "cancelled")
_KEPT = {"kept", "flagged"}


def of(verdict: str | None, decision: Decision | None, written: Sequence[Written], turned: Sequence[Turn] = ()) -> str:
    """Return the outcome: what changed most, else why nothing did."""
    if verdict is not None:
        return verdict
    hows = {item.how for item in written}
    changed = next((how for how in _STRONGEST if how in hows), None)
    if changed is None and any(turn.sends for turn in turned) and not (decision and decision.failures):
        return SENT
    return changed or _unchanged(decision, kept=bool(hows & _KEPT))


def _unchanged(decision: Decision | None, *, kept: bool) -> str:
    if decision and decision.failures:
        return "failed"
    if kept:
        return "kept"
    if decision and decision.offers:
        return "helped"
    if decision and not decision.fired:
        return "no_rule"
    return "nothing"
