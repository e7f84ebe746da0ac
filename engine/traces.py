"""What a settled reaction leaves behind: its mark, the log, the feed, and what there is to deliver."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from engine import outcome
from engine.explain import Told
from engine.settled import Settled


def reaction_row(one: Settled) -> dict[str, Any]:
    """Return the key of the revision that is settled now."""
    connection_id, message_id, address = one.reaction.key
    return {
        "connection_id": connection_id, "message_id": message_id, "address": address,
        "revision": one.reaction.revision, "gave_up": one.verdict == outcome.UNKNOWN_MESSAGE,
    }  # fmt: skip


def log_row(one: Settled, told: Told) -> dict[str, Any]:
    """Return the line of the execution log, with the full explanation."""
    return reaction_row(one) | {
        "queue_id": one.claim.id, "emoji": one.reaction.emoji, "outcome": told.outcome, "error": told.error,
        "answered": told.reply_to != "none", "explanation": told.explanation, "heard_at": one.reaction.heard_at,
        "took_ms": one.took_ms, "confidence": _least_sure(one), "waits": _in_doubt(one),
    }  # fmt: skip


def is_everyday(one: Settled, told: Told) -> bool:
    """Tell whether it is a message that no rule wanted anything of: most are, and nobody asked what became of them."""
    decision = one.decision
    wanted = decision is not None and (decision.failures or decision.fired)
    return one.reaction.of_message and not wanted and not told.items


def _least_sure(one: Settled) -> float | None:
    """Return how sure the least sure of the wanted items is."""
    return min((want.confidence for want in one.decision.wanted), default=None) if one.decision else None


def _in_doubt(one: Settled) -> bool:
    """Tell whether a person is to look at a reading of it."""
    return one.decision is not None and any(failure.review for failure in one.decision.failures)


def reading_rows(one: Settled) -> Iterable[dict[str, Any]]:
    """Return what each parser made of the text."""
    for reading in one.decision.readings if one.decision else ():
        yield {
            "connection_id": one.reaction.connection_id, "message_id": one.reaction.message_id,
            "parser": reading.parser, "language": reading.language, "error": reading.error,
            "confidence": reading.confidence, "took_ms": one.took_ms,
        }  # fmt: skip


def feed_row(one: Settled, told: Told) -> dict[str, Any]:
    """Return what readers of the live feed see."""
    body = {
        "message_id": one.reaction.message_id, "chat": one.reaction.chat, "address": one.reaction.address,
        "revision": one.reaction.revision, "emoji": one.reaction.emoji, "outcome": told.outcome, "error": told.error,
        "items": [{"id": w.id, "kind": w.kind, "title": w.title, "status": w.status, "how": w.how} for w in told.items],
        "took_ms": round(one.took_ms, 2),
        **({"review": True} if _in_doubt(one) else {}),
    }  # fmt: skip
    return {"connection_id": one.reaction.connection_id, "event": "settled", "body": body}


def ask_row(one: Settled, expires_at: object) -> dict[str, Any]:
    """Return the queue item that asks the gateway for the message."""
    connection_id, message_id, _ = one.reaction.key
    return {
        "connection_id": connection_id, "event_type": "ask", "event_data": {"message_id": message_id}, "lane": "ask",
        "expires_at": expires_at,
    }  # fmt: skip


def delivery_row(one: Settled, expires_at: object) -> dict[str, Any]:
    """Return the queue item that answers: ids only, the words are written when it is sent."""
    data = {
        "message_id": one.reaction.message_id, "address": one.reaction.address, "revision": one.reaction.revision,
    }  # fmt: skip
    return {
        "connection_id": one.reaction.connection_id, "event_type": "deliver", "event_data": data, "lane": "chat",
        "priority": one.decision.urgency if one.decision else "normal", "expires_at": expires_at,
    }  # fmt: skip
