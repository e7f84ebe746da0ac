"""Send what is due: one thing at a time on each lane, never blindly twice, within the send budget."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Any

import psycopg
import structlog
from psycopg.rows import dict_row

from engine import answer, connections, errands, gaps, groups, line, locale, queue, remind, storing
from engine.config import Settings
from engine.connections import Connection
from engine.errands import Mark, Nothing, Prepared, Say
from engine.gateways.signals import FORGOTTEN
from engine.locale import PHONE_HOST
from engine.outside import Outside
from engine.queue import Claim
from engine.sender import Sender, is_last, key_of
from engine.vault import Vault
from executors.destinations import NotNow, Permanent, Unclear
from executors.destinations.calling import Call
from executors.destinations.notices import notice
from sql import query

Db = psycopg.Connection[Any]
log = structlog.get_logger()

CHAT = "chat"
"""The lane of all that is written or reacted in WhatsApp."""


@dataclass(slots=True)
class Deliverer:
    """Deliver over one database connection."""

    settings: Settings
    vault: Vault
    sender: Sender = field(init=False)
    outside: Outside = field(init=False)

    def __post_init__(self) -> None:
        self.sender = Sender(self.settings)
        self.outside = Outside.of(self.settings)

    def deliver(self, db: Db, claim: Claim) -> None:
        """Send what a claim says, or drop it with its reason."""
        pause = 0.0
        try:
            sent = self._do(db, claim)
            # Only texts keep their distance: whatever else is called says itself when it is too much.
            pause = self._pause() if sent and claim.lane == CHAT else 0.0
        except NotNow as later:
            self._not_now(db, claim, later)
            pause = later.retry_after or self._pause()
        except Permanent as refused:
            log.warning("what was to be sent is refused", queue_id=claim.id, lane=claim.lane)
            with db.transaction():
                self.sender.end(db, claim, "refused", reason=str(refused))
                queue.bury(db, claim, str(refused))
        except Unclear:
            # The text may have arrived: once too seldom is better than twice.
            self.sender.close(db, claim, "unclear", reason="the gateway did not answer")
            pause = self._pause()
        except Exception as fault:
            if line.is_gone(db, fault):
                raise
            # One answer that cannot be written must not end the worker.
            log.warning("an answer failed", queue_id=claim.id, fault=type(fault).__name__)
            queue.fail(db, claim, type(fault).__name__)
        finally:
            values = {"lane": claim.lane, "pause": pause, **key_of(claim)}
            db.execute(query("queue.free_lane"), values)

    def _do(self, db: Db, claim: Claim) -> bool:
        """Do what a claim says; return whether something left us."""
        if claim.expires_at and queue.is_over(db, claim.expires_at):
            errands.refuse_expired(db, claim)
            return self.sender.close(db, claim, "expired", reason="it could not be done in time")
        if claim.event_type == "repair":
            return self._repair(db, claim)
        if claim.event_type == "ask":
            return self._ask_group(db, claim) if "group" in claim.event_data else self._ask(db, claim)
        if "errand" in claim.event_data:
            return self._errand(db, claim)
        if "before" in claim.event_data:
            return self._remind(db, claim)
        return self._notice(db, claim) if "notice" in claim.event_data else self._answer(db, claim)

    def _repair(self, db: Db, claim: Claim) -> bool:
        """Ask the gateway for what it told nobody."""
        connection = connections.by(db, self.vault, "by_id", id=claim.connection_id)
        if connection is None or connection.base_url is None or not connection.enabled:
            gaps.close(db, claim)
            return False
        try:
            gaps.Repair(self.settings, db, claim).turn(connection, self.sender.client(connection))
        except Permanent as refused:
            # A wrong key may be mended; buried, the item would only be made anew, and refused again.
            log.warning("the gateway refuses to be asked", connection=connection.id, reason=str(refused))
            gaps.put_back(db, claim, {}, gaps.REFUSED, error=str(refused))
        return False

    def _ask(self, db: Db, claim: Claim) -> bool:
        """Ask the gateway for a message that somebody reacted to and that never came."""
        connection = connections.by(db, self.vault, "by_id", id=claim.connection_id)
        if connection is None or connection.base_url is None:
            return self.sender.close(db, claim, "superseded", reason="there is nobody to ask")
        found = self.sender.client(connection).find_message(claim.event_data["message_id"])
        if found is None:
            # It may come yet: the gateway stores a message a moment after it tells of it.
            queue.put_back(db, [claim], delay=queue.backoff(claim.attempts), refund=is_last(claim))
            return False
        with db.transaction():
            storing.store_found(db, claim.connection_id, found)
            return self.sender.close(db, claim, "found", reason=None)

    def _ask_group(self, db: Db, claim: Claim) -> bool:
        """Ask the gateway who belongs to a group."""
        chat, asked_at = claim.event_data["group"], queue.from_now(db, 0)
        connection = connections.by(db, self.vault, "by_id", id=claim.connection_id)
        told = self.sender.client(connection).group(chat) if connection and connection.base_url else None
        url, way = self.settings.database_url or "", line.line_of(self.settings)
        groups.keep(url, way, (claim.connection_id, chat), told, asked_at=asked_at)
        return self.sender.close(
            db, claim, "found" if told else "superseded", reason=None if told else "nobody tells of it"
        )

    def _notice(self, db: Db, claim: Claim) -> bool:
        """Tell somebody what no reaction asked for, in their own chat."""
        values = {"queue_id": claim.id, "connection_id": claim.connection_id, "address": claim.event_data["address"]}
        with db.cursor(row_factory=dict_row) as cursor:
            to = cursor.execute(query("deliver.notice"), values).fetchone()
        connection = connections.by(db, self.vault, "by_id", id=claim.connection_id)
        if connection is None or to is None:
            return self.sender.close(db, claim, "superseded", reason="nobody is left to tell")
        if not connection.enabled:
            raise NotNow("The connection is paused", retry_after=60)
        words = notice(claim.event_data["notice"], locale.language_of(to))
        chat = self.sender.own_chat(db, connection, to["address"])
        return self.sender.write(db, claim, connection, chat, words, begun=to["begun"])

    def _remind(self, db: Db, claim: Claim) -> bool:
        """Remind whoever reacted, in their own chat, of what is still to come."""
        row = remind.due(db, claim)
        connection = connections.by(db, self.vault, "by_id", id=claim.connection_id)
        if row is None or connection is None:
            return self.sender.close(db, claim, "superseded", reason="it was done, cancelled or moved")
        if not connection.enabled:
            raise NotNow("The connection is paused", retry_after=60)
        chat = self.sender.own_chat(db, connection, row["actor"])
        return self.sender.write(db, claim, connection, chat, remind.words(db, row), begun=row["begun"])

    def _errand(self, db: Db, claim: Claim) -> bool:
        """Send out what a rule says besides its items."""
        one = errands.prepare(db, claim)
        connection = connections.by(db, self.vault, "by_id", id=claim.connection_id)
        if isinstance(one, Nothing) or connection is None:
            reason = one.reason if isinstance(one, Nothing) else "its connection is gone"
            return self.sender.close(db, claim, "superseded", reason=reason)
        if not connection.enabled:
            raise NotNow("The connection is paused", retry_after=60)
        try:
            return self._carry(db, claim, connection, one)
        except (NotNow, Permanent) as fault:
            errands.release(db, claim, one, refused=isinstance(fault, Permanent))
            raise

    def _carry(self, db: Db, claim: Claim, connection: Connection, one: Prepared) -> bool:
        match errands.ready(db, claim, one, self.outside):
            case Nothing(reason):
                return self.sender.close(db, claim, "superseded", reason=reason)
            case Say() as text:
                if claim.lane != CHAT:
                    # A channel may be a chat: texts keep their distance, whoever sends them.
                    db.execute(query("errand.move_lane"), {"lane": CHAT, **key_of(claim)})
                    return False
                to = self._whom(db, connection, text.to, one)
                db.execute(query("errand.tell"), one.told())
                return self.sender.write(db, claim, connection, to, text.text, begun=one.row["begun"])
            case Mark(emoji):
                if connection.topology == "own_number":
                    own = "under your own number, a reaction of ours would take the place of yours"
                    return self.sender.close(db, claim, "superseded", reason=own)
                db.execute(query("errand.tell"), one.told())
                on = {"chat": one.reaction.chat, "message_id": one.reaction.message_id, "author": one.row["author"]}
                return self.sender.mark(db, claim, connection, on, emoji)
            case Call() as call:
                db.execute(query("errand.tell"), one.told())
                return self.sender.call(db, claim, call)

    def _whom(self, db: Db, connection: Connection, to: str, one: Prepared) -> str:
        """Return the chat that a rule writes to."""
        match to:
            case "self":
                return self.sender.own_chat(db, connection, one.reaction.actor)
            case "chat":
                return one.reaction.chat
            case "author":
                return self.sender.chat_of(db, connection, one.row["author"] or one.reaction.actor)
            case _:
                return to if "@" in to else f"{''.join(filter(str.isdigit, to))}{PHONE_HOST}"

    def _answer(self, db: Db, claim: Claim) -> bool:
        settled = self._settled(db, claim)
        if settled is None or settled["superseded"]:
            return self.sender.close(db, claim, "superseded", reason="something newer was settled")
        if settled["chat"] == FORGOTTEN:
            return self.sender.close(db, claim, "superseded", reason="whose chat it was, was forgotten")
        words = answer.compose(settled, self._items(db, claim, settled))
        connection = connections.by(db, self.vault, "by_id", id=claim.connection_id)
        if connection and not connection.enabled:
            raise NotNow("The connection is paused", retry_after=60)
        if words is None or connection is None:
            return self.sender.close(db, claim, "superseded", reason="nothing is left to say")
        # Under the owner's own number a reaction of ours would take the place of the owner's.
        if connection.topology != "own_number" and not words.as_text:
            working = words.working if words.mark and words.working != "none" else None
            mark = None if words.mark == "none" else words.mark
            return self.sender.mark(db, claim, connection, settled, mark, working=working)
        to = settled["chat"] if words.to == "chat" else self.sender.own_chat(db, connection, settled["address"])
        return self.sender.write(db, claim, connection, to, words.text, begun=settled["begun"])

    def _settled(self, db: Db, claim: Claim) -> dict[str, Any] | None:
        values = {"queue_id": claim.id, "connection_id": claim.connection_id, **claim.event_data}
        with db.cursor(row_factory=dict_row) as cursor:
            return cursor.execute(query("deliver.load"), values).fetchone()

    def _items(self, db: Db, claim: Claim, settled: dict[str, Any]) -> list[dict[str, Any]]:
        ids = [change["id"] for change in settled["explanation"]["changes"]]
        values = {"connection_id": claim.connection_id, "ids": ids}
        with db.cursor(row_factory=dict_row) as cursor:
            return cursor.execute(query("deliver.items"), values).fetchall()

    def _not_now(self, db: Db, claim: Claim, later: NotNow) -> None:
        """Try again while the answer still means something: `expires_at` ends it, not a count."""
        delay = max(later.retry_after or 0.0, min(queue.backoff(claim.attempts), 300.0))
        queue.put_back(db, [claim], delay=delay, refund=is_last(claim), error=str(later))

    def _pause(self) -> float:
        jitter = random.uniform(0.0, self.settings.send_jitter_seconds)  # noqa: S311 - jitter, no secret
        return self.settings.send_interval_seconds + jitter
