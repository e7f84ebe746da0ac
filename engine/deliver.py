"""Send what is due: one thing at a time on each lane, never blindly twice, within the send budget."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import psycopg
import structlog
from psycopg.rows import dict_row

from engine import answer, clock, connections, intake, queue
from engine.config import Settings
from engine.connections import Connection
from engine.gateways import GATEWAYS, GatewayClient
from engine.locale import PHONE_HOST
from engine.queue import Claim
from engine.vault import Vault
from executors.destinations import NotNow, Permanent, Unclear
from sql import query

Db = psycopg.Connection[Any]
log = structlog.get_logger()


@dataclass(slots=True)
class Deliverer:
    """Deliver over one database connection; keeps a client per WhatsApp connection."""

    settings: Settings
    vault: Vault
    _clients: dict[tuple[int, str | None], GatewayClient] = field(default_factory=dict)

    def deliver(self, db: Db, claim: Claim) -> None:
        """Send what a claim says, or drop it with its reason."""
        pause = 0.0
        try:
            sent = self._ask(db, claim) if claim.event_type == "ask" else self._deliver(db, claim)
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
        finally:
            values = {"connection_id": claim.connection_id, "lane": claim.lane, "pause": pause}
            db.execute(query("queue.free_lane"), values)

    def _ask(self, db: Db, claim: Claim) -> bool:
        """Ask the gateway for a message that somebody reacted to and that never came."""
        if claim.expires_at and claim.expires_at < clock.now():
            return self._close(db, claim, "expired", reason="the gateway never had it")
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

    def _deliver(self, db: Db, claim: Claim) -> bool:
        """Send one answer; return whether a message left us."""
        if claim.expires_at and claim.expires_at < clock.now():
            return self._close(db, claim, "expired", reason="nobody could be reached in time")
        settled = self._settled(db, claim)
        if settled is None or settled["settled_revision"] != claim.event_data["revision"]:
            return self._close(db, claim, "superseded", reason="something newer was settled")
        if settled["begun"] == "sending":
            return self._close(db, claim, "unclear", reason="its worker died while sending")
        words = answer.compose(settled, self._items(db, claim, settled))
        connection = connections.by(db, self.vault, "by_id", id=claim.connection_id)
        if words is None or connection is None:
            return self._close(db, claim, "superseded", reason="nothing is left to say")
        client = self._client(connection)
        to = settled["chat"] if words.to == "chat" else self._own_chat(db, connection, client)
        self._send(db, claim, lambda: client.send_text(to, words.text, quoted=None))
        return True

    def _send(self, db: Db, claim: Claim, send: Callable[[], str]) -> None:
        key = {"connection_id": claim.connection_id, "queue_id": claim.id}
        db.execute(query("deliver.begin"), key)
        try:
            message_id = send()
        except (NotNow, Permanent):
            db.execute(query("deliver.take_back"), key)
            raise
        with db.transaction():
            sent = {"connection_id": claim.connection_id, "message_id": message_id}
            db.execute(query("deliver.remember_sent"), sent)
            self._end(db, claim, "sent", sent_message_id=message_id)
            queue.complete(db, [claim])
        log.info("answered", queue_id=claim.id, connection=claim.connection_id)

    def _settled(self, db: Db, claim: Claim) -> dict[str, Any] | None:
        values = {"queue_id": claim.id, "connection_id": claim.connection_id, **claim.event_data}
        with db.cursor(row_factory=dict_row) as cursor:
            return cursor.execute(query("deliver.load"), values).fetchone()

    def _items(self, db: Db, claim: Claim, settled: dict[str, Any]) -> list[dict[str, Any]]:
        ids = [change["id"] for change in settled["explanation"]["changes"]]
        values = {"connection_id": claim.connection_id, "ids": ids}
        with db.cursor(row_factory=dict_row) as cursor:
            return cursor.execute(query("deliver.items"), values).fetchall()

    def _own_chat(self, db: Db, connection: Connection, client: GatewayClient) -> str:
        """Return the address of the owner's chat with themselves: the phone form, which every gateway takes."""
        rows = db.execute(query("deliver.owner_addresses"), {"connection_id": connection.id}).fetchall()
        phones = [address for (address,) in rows if address.endswith(PHONE_HOST)]
        owner = phones[0] if phones else client.owner()
        if owner is None:
            raise NotNow("The gateway has not said yet which number this connection is")
        return owner

    def _client(self, connection: Connection) -> GatewayClient:
        if connection.base_url is None:
            raise Permanent("The connection has no address of its gateway's API. Type: toque connect --help")
        key = (connection.id, connection.base_url)
        if key not in self._clients:
            api_key = connection.secrets.api_key or ""
            self._clients[key] = GATEWAYS[connection.gateway].client(connection.base_url, api_key, connection.instance)
        return self._clients[key]

    def _not_now(self, db: Db, claim: Claim, later: NotNow) -> None:
        """Try again while the answer still means something: `expires_at` ends it, not a count."""
        delay = max(later.retry_after or 0.0, min(queue.backoff(claim.attempts), 300.0))
        queue.put_back(db, [claim], delay=delay, refund=_is_last(claim), error=str(later))

    def _close(self, db: Db, claim: Claim, outcome: str, *, reason: str | None) -> bool:
        with db.transaction():
            self._end(db, claim, outcome, reason=reason)
            queue.complete(db, [claim])
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


def _is_last(claim: Claim) -> bool:
    """Tell whether another attempt would be the last: what ends at a time must not end at a count."""
    return claim.attempts >= claim.max_attempts - 1
