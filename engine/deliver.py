"""Send what is due: one thing at a time on each lane, never blindly twice, within the send budget."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import psycopg
import structlog
from psycopg.rows import dict_row

from engine import answer, connections, gaps, groups, intake, line, locale, queue, remind
from engine.answer import Answer
from engine.config import Settings
from engine.connections import Connection
from engine.gateways import GATEWAYS, GatewayClient
from engine.gateways.signals import OWNER
from engine.locale import PHONE_HOST
from engine.queue import Claim
from engine.vault import Vault
from executors.destinations import NotNow, Permanent, Unclear
from executors.destinations.notices import notice
from sql import query

Db = psycopg.Connection[Any]
log = structlog.get_logger()

GROUP_HOST = "@g.us"
GATEWAY_SECONDS = 10.0
"""How long a gateway may take to answer."""


@dataclass(slots=True)
class Deliverer:
    """Deliver over one database connection; keeps a client per WhatsApp connection."""

    settings: Settings
    vault: Vault
    _clients: dict[int, tuple[tuple[str, str, str], GatewayClient]] = field(default_factory=dict)

    def deliver(self, db: Db, claim: Claim) -> None:
        """Send what a claim says, or drop it with its reason."""
        pause = 0.0
        try:
            sent = self._do(db, claim)
            pause = self._pause() if sent else 0.0
        except NotNow as later:
            self._not_now(db, claim, later)
            pause = later.retry_after or self._pause()
        except Permanent as refused:
            with db.transaction():
                self._end(db, claim, "refused", reason=str(refused))
                queue.bury(db, claim, str(refused))
        except Unclear:
            # The text may have arrived: once too seldom is better than twice.
            self._close(db, claim, "unclear", reason="the gateway did not answer")
            pause = self._pause()
        except Exception as fault:
            if line.is_gone(db, fault):
                raise
            # One answer that cannot be written must not end the worker.
            log.warning("an answer failed", queue_id=claim.id, fault=type(fault).__name__)
            queue.fail(db, claim, type(fault).__name__)
        finally:
            values = {"lane": claim.lane, "pause": pause, **_key(claim)}
            db.execute(query("queue.free_lane"), values)

    def _do(self, db: Db, claim: Claim) -> bool:
        """Do what a claim says; return whether something left us."""
        if claim.expires_at and queue.is_over(db, claim.expires_at):
            return self._close(db, claim, "expired", reason="it could not be done in time")
        if claim.event_type == "repair":
            return self._repair(db, claim)
        if claim.event_type == "ask":
            return self._ask_group(db, claim) if "group" in claim.event_data else self._ask(db, claim)
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
            gaps.Repair(self.settings, db, claim).turn(connection, self._client(connection))
        except Permanent as refused:
            # A wrong key may be mended; buried, the item would only be made anew, and refused again.
            log.warning("the gateway refuses to be asked", connection=connection.id, reason=str(refused))
            gaps.put_back(db, claim, {}, gaps.REFUSED, error=str(refused))
        return False

    def _ask(self, db: Db, claim: Claim) -> bool:
        """Ask the gateway for a message that somebody reacted to and that never came."""
        connection = connections.by(db, self.vault, "by_id", id=claim.connection_id)
        if connection is None or connection.base_url is None:
            return self._close(db, claim, "superseded", reason="there is nobody to ask")
        found = self._client(connection).find_message(claim.event_data["message_id"])
        if found is None:
            # It may come yet: the gateway stores a message a moment after it tells of it.
            queue.put_back(db, [claim], delay=queue.backoff(claim.attempts), refund=_is_last(claim))
            return False
        with db.transaction():
            intake.store_found(db, claim.connection_id, found)
            return self._close(db, claim, "found", reason=None)

    def _ask_group(self, db: Db, claim: Claim) -> bool:
        """Ask the gateway who belongs to a group."""
        chat, asked_at = claim.event_data["group"], queue.from_now(db, 0)
        connection = connections.by(db, self.vault, "by_id", id=claim.connection_id)
        told = self._client(connection).group(chat) if connection and connection.base_url else None
        url, way = self.settings.database_url or "", line.line_of(self.settings)
        groups.keep(url, way, (claim.connection_id, chat), told, asked_at=asked_at)
        return self._close(db, claim, "found" if told else "superseded", reason=None if told else "nobody tells of it")

    def _notice(self, db: Db, claim: Claim) -> bool:
        """Tell somebody what no reaction asked for, in their own chat."""
        values = {"queue_id": claim.id, "connection_id": claim.connection_id, "address": claim.event_data["address"]}
        with db.cursor(row_factory=dict_row) as cursor:
            to = cursor.execute(query("deliver.notice"), values).fetchone()
        connection = connections.by(db, self.vault, "by_id", id=claim.connection_id)
        if connection is None or to is None:
            return self._close(db, claim, "superseded", reason="nobody is left to tell")
        if not connection.enabled:
            raise NotNow("The connection is paused", retry_after=60)
        words = notice(claim.event_data["notice"], locale.language_of(to))
        return self._write(db, claim, connection, to, Answer("self", True, words, "none", None))  # noqa: FBT003 - a field

    def _remind(self, db: Db, claim: Claim) -> bool:
        """Remind whoever reacted, in their own chat, of what is still to come."""
        row = remind.due(db, claim)
        connection = connections.by(db, self.vault, "by_id", id=claim.connection_id)
        if row is None or connection is None:
            return self._close(db, claim, "superseded", reason="it was done, cancelled or moved")
        if not connection.enabled:
            raise NotNow("The connection is paused", retry_after=60)
        to = row | {"address": row["actor"]}
        return self._write(db, claim, connection, to, Answer("self", True, remind.words(db, row), "none", None))  # noqa: FBT003 - a field

    def _answer(self, db: Db, claim: Claim) -> bool:
        settled = self._settled(db, claim)
        if settled is None or settled["superseded"]:
            return self._close(db, claim, "superseded", reason="something newer was settled")
        words = answer.compose(settled, self._items(db, claim, settled))
        connection = connections.by(db, self.vault, "by_id", id=claim.connection_id)
        if connection and not connection.enabled:
            raise NotNow("The connection is paused", retry_after=60)
        if words is None or connection is None:
            return self._close(db, claim, "superseded", reason="nothing is left to say")
        # Under the owner's own number a reaction of ours would take the place of the owner's.
        if connection.topology != "own_number" and not words.as_text:
            return self._react(db, claim, connection, settled, words)
        return self._write(db, claim, connection, settled, words)

    def _write(self, db: Db, claim: Claim, connection: Connection, settled: dict[str, Any], words: Answer) -> bool:
        """Answer with a text, unless it may have been sent already."""
        if settled["begun"] == "sending":
            return self._close(db, claim, "unclear", reason="its worker died while sending")
        if not words.text:
            return self._close(db, claim, "superseded", reason="nothing is left to say")
        client = self._client(connection)
        to = settled["chat"] if words.to == "chat" else self._own_chat(db, connection, settled["address"])
        self._send(db, claim, lambda: client.send_text(to, words.text, quoted=None))
        return True

    def _react(self, db: Db, claim: Claim, connection: Connection, settled: dict[str, Any], words: Answer) -> bool:
        """Answer with a reaction of the bot's on the message; a repeated one does no harm."""
        client = self._client(connection)
        own = settled["author"] == OWNER
        in_group = settled["chat"].endswith(GROUP_HOST)
        author = self._own_chat(db, connection, OWNER) if own else settled["author"]

        def react(emoji: str | None) -> str:
            return client.send_reaction(
                settled["chat"],
                settled["message_id"],
                from_me=own,
                participant=author if in_group else None,
                emoji=emoji,
            )

        if words.mark and words.working != "none":
            self._remember(db, claim, react(words.working))
        self._send(db, claim, lambda: react(None if words.mark == "none" else words.mark), again=True)
        return True

    def _send(self, db: Db, claim: Claim, send: Callable[[], str], *, again: bool = False) -> None:
        """Send what may not have been sent yet, or what does no harm when it comes `again`."""
        if db.execute(query("deliver.begin"), _key(claim) | {"again": again}).fetchone() is None:
            # Our lease ran out on the way here, and another worker has it now; where it is ours still, it goes back.
            log.warning("an answer was left to another worker", queue_id=claim.id)
            queue.put_back(db, [claim], delay=queue.backoff(claim.attempts), refund=_is_last(claim))
            return
        try:
            message_id = send()
        except (NotNow, Permanent):
            db.execute(query("deliver.take_back"), _key(claim))
            raise
        with db.transaction():
            self._remember(db, claim, message_id)
            self._end(db, claim, "sent", sent_message_id=message_id)
            queue.complete(db, [claim])
        log.info("answered", queue_id=claim.id, connection=claim.connection_id)

    def _remember(self, db: Db, claim: Claim, message_id: str) -> None:
        """Keep what we sent, so that it never triggers anything."""
        db.execute(query("deliver.remember_sent"), {"connection_id": claim.connection_id, "message_id": message_id})

    def _settled(self, db: Db, claim: Claim) -> dict[str, Any] | None:
        values = {"queue_id": claim.id, "connection_id": claim.connection_id, **claim.event_data}
        with db.cursor(row_factory=dict_row) as cursor:
            return cursor.execute(query("deliver.load"), values).fetchone()

    def _items(self, db: Db, claim: Claim, settled: dict[str, Any]) -> list[dict[str, Any]]:
        ids = [change["id"] for change in settled["explanation"]["changes"]]
        values = {"connection_id": claim.connection_id, "ids": ids}
        with db.cursor(row_factory=dict_row) as cursor:
            return cursor.execute(query("deliver.items"), values).fetchall()

    def _own_chat(self, db: Db, connection: Connection, address: str) -> str:
        """Return the address of a person's own chat: the phone form, which every gateway takes, where it is known.

        Under the owner's own number that is always the owner's chat with themselves.
        """
        asked = OWNER if connection.topology == "own_number" else address
        if asked == OWNER and connection.owner_address:
            return connection.owner_address
        values = {"connection_id": connection.id, "address": asked}
        rows = db.execute(query("deliver.addresses_of"), values).fetchall()
        known = [row[0] for row in rows] or [asked]
        phones = [known_as for known_as in known if known_as.endswith(PHONE_HOST)]
        if phones:
            return str(phones[0])
        if asked != OWNER:
            return asked
        owner = self._client(connection).owner()
        if owner is None:
            raise NotNow("The gateway has not said yet which number this connection is")
        return owner

    def _client(self, connection: Connection) -> GatewayClient:
        if connection.base_url is None:
            raise Permanent("The connection has no address of its gateway's API. Type: toque connect --help")
        told = (connection.base_url, connection.secrets.api_key or "", connection.instance)
        known = self._clients.get(connection.id)
        if known is None or known[0] != told:
            if known:
                known[1].close()
            # Well within the lease: a gateway that hangs must not outlast our claim.
            timeout = min(GATEWAY_SECONDS, self.settings.lease_seconds / 2)
            known = self._clients[connection.id] = (told, GATEWAYS[connection.gateway].client(*told, timeout=timeout))
        return known[1]

    def _not_now(self, db: Db, claim: Claim, later: NotNow) -> None:
        """Try again while the answer still means something: `expires_at` ends it, not a count."""
        delay = max(later.retry_after or 0.0, min(queue.backoff(claim.attempts), 300.0))
        queue.put_back(db, [claim], delay=delay, refund=_is_last(claim), error=str(later))

    def _close(self, db: Db, claim: Claim, outcome: str, *, reason: str | None) -> bool:
        with db.transaction():
            if queue.complete(db, [claim]):
                self._end(db, claim, outcome, reason=reason)
        return False

    def _end(
        self, db: Db, claim: Claim, outcome: str, *, sent_message_id: str | None = None, reason: str | None = None
    ) -> None:
        values = {
            "connection_id": claim.connection_id, "queue_id": claim.id, "outcome": outcome,
            "sent_message_id": sent_message_id, "reason": reason,
        }  # fmt: skip
        db.execute(query("deliver.end"), values)

    def _pause(self) -> float:
        jitter = random.uniform(0.0, self.settings.send_jitter_seconds)  # noqa: S311 - jitter, no secret
        return self.settings.send_interval_seconds + jitter


def _key(claim: Claim) -> dict[str, Any]:
    """Return what the statements about one delivery know it, and our claim on it, by."""
    return {"connection_id": claim.connection_id, "queue_id": claim.id, "attempts": claim.attempts}


def _is_last(claim: Claim) -> bool:
    """Tell whether another attempt would be the last: what ends at a time must not end at a count."""
    return claim.attempts >= claim.max_attempts - 1
