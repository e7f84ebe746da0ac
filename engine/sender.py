"""Let something leave: a text or a reaction through a connection's gateway, or a call; never blindly twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import psycopg
import structlog

from engine import clock, queue
from engine.config import Settings
from engine.connections import Connection
from engine.gateways import GATEWAYS, GatewayClient
from engine.gateways.signals import FORGOTTEN, OWNER
from engine.locale import PHONE_HOST
from engine.queue import Claim
from executors.destinations import NotNow, Permanent, calling
from executors.destinations.calling import Call
from sql import query

Db = psycopg.Connection[Any]
log = structlog.get_logger()

GROUP_HOST = "@g.us"
ANSWER_SECONDS = 10.0
"""How long a gateway, or whatever else is called, may take to answer."""

_GONE = "whoever was written to was forgotten"


@dataclass(slots=True)
class Sender:
    """Send over one database connection; keeps a client per WhatsApp connection."""

    settings: Settings
    _clients: dict[int, tuple[tuple[str, str, str], GatewayClient]] = field(default_factory=dict)

    def write(self, db: Db, claim: Claim, connection: Connection, to: str, text: str, *, begun: str | None) -> bool:
        """Send a text to a chat, unless it may have been sent already."""
        if begun == "sending":
            return self.close(db, claim, "unclear", reason="its worker died while sending")
        if begun == "sent":
            # By a worker that slept over its lease, and could note what it had sent, but not complete it any more.
            queue.complete(db, [claim])
            return False
        if not text:
            return self.close(db, claim, "superseded", reason="nothing is left to say")
        if to == FORGOTTEN:
            return self.close(db, claim, "superseded", reason=_GONE)
        client = self.client(connection)
        self._send(db, claim, lambda: client.send_text(to, text, quoted=None))
        return True

    def mark(
        self,
        db: Db,
        claim: Claim,
        connection: Connection,
        on: dict[str, Any],
        emoji: str | None,
        *,
        working: str | None = None,
    ) -> bool:
        """React on a message (a row with its chat, id and author) as the bot; a repeated reaction does no harm."""
        if FORGOTTEN in {on["author"], on["chat"]}:
            return self.close(db, claim, "superseded", reason=_GONE)
        client = self.client(connection)
        own = on["author"] == OWNER
        in_group = on["chat"].endswith(GROUP_HOST)
        author = self.own_chat(db, connection, OWNER) if own else on["author"]

        def react(emoji: str | None) -> str:
            return client.send_reaction(
                on["chat"],
                on["message_id"],
                from_me=own,
                participant=author if in_group else None,
                emoji=emoji,
            )

        if working:
            self._remember(db, claim, react(working))
        self._send(db, claim, lambda: react(emoji), again=True)
        return True

    def call(self, db: Db, claim: Claim, call: Call) -> bool:
        """Call another program; a repeated call carries the key of the first."""
        seconds = min(ANSWER_SECONDS, self.settings.lease_seconds / 2)
        self._send(db, claim, lambda: calling.send(call, seconds, clock.stopwatch), again=True, ours=False)
        return True

    def _send(self, db: Db, claim: Claim, send: Callable[[], str], *, again: bool = False, ours: bool = True) -> None:
        """Send what may not have been sent yet, or what does no harm when it comes `again`.

        What comes back is the id of a message of `ours`, or else what was answered.
        """
        if db.execute(query("deliver.begin"), key_of(claim) | {"again": again}).fetchone() is None:
            # Our lease ran out on the way here, and another worker has it now; where it is ours still, it goes back.
            log.warning("an answer was left to another worker", queue_id=claim.id)
            queue.put_back(db, [claim], delay=queue.backoff(claim.attempts), refund=is_last(claim))
            return
        try:
            said = send()
        except (NotNow, Permanent):
            db.execute(query("deliver.take_back"), key_of(claim))
            raise
        with db.transaction():
            if ours:
                self._remember(db, claim, said)
            self.end(db, claim, "sent", sent_message_id=said if ours else None, reason=None if ours else said)
            queue.complete(db, [claim])
        log.info("answered", queue_id=claim.id, connection=claim.connection_id)

    def _remember(self, db: Db, claim: Claim, message_id: str) -> None:
        """Keep what we sent, so that it never triggers anything."""
        db.execute(query("deliver.remember_sent"), {"connection_id": claim.connection_id, "message_id": message_id})

    def own_chat(self, db: Db, connection: Connection, address: str) -> str:
        """Return the address of a person's own chat with themselves, or with the bot.

        Under the owner's own number that is always the owner's chat with themselves.
        """
        return self.chat_of(db, connection, OWNER if connection.topology == "own_number" else address)

    def chat_of(self, db: Db, connection: Connection, address: str) -> str:
        """Return the address of a person's chat: the phone form, which every gateway takes, where it is known."""
        if address == OWNER and connection.owner_address:
            return connection.owner_address
        values = {"connection_id": connection.id, "address": address}
        rows = db.execute(query("deliver.addresses_of"), values).fetchall()
        known = [row[0] for row in rows] or [address]
        phones = [known_as for known_as in known if known_as.endswith(PHONE_HOST)]
        if phones:
            return str(phones[0])
        if address != OWNER:
            return address
        owner = self.client(connection).owner()
        if owner is None:
            raise NotNow("The gateway has not said yet which number this connection is")
        return owner

    def client(self, connection: Connection) -> GatewayClient:
        """Return the client of a connection's gateway; raises `Permanent` where it has none."""
        if connection.base_url is None:
            raise Permanent("The connection has no address of its gateway's API. Type: toque connect --help")
        told = (connection.base_url, connection.secrets.api_key or "", connection.instance)
        known = self._clients.get(connection.id)
        if known is None or known[0] != told:
            if known:
                known[1].close()
            # Well within the lease: a gateway that hangs must not outlast our claim.
            timeout = min(ANSWER_SECONDS, self.settings.lease_seconds / 2)
            known = self._clients[connection.id] = (told, GATEWAYS[connection.gateway].client(*told, timeout=timeout))
        return known[1]

    def close(self, db: Db, claim: Claim, outcome: str, *, reason: str | None) -> bool:
        """Complete what is not to be sent, with its reason; return that nothing left us."""
        with db.transaction():
            if queue.complete(db, [claim]):
                self.end(db, claim, outcome, reason=reason)
        return False

    def end(
        self, db: Db, claim: Claim, outcome: str, *, sent_message_id: str | None = None, reason: str | None = None
    ) -> None:
        """Note what became of a delivery."""
        values = {
            "connection_id": claim.connection_id, "queue_id": claim.id, "outcome": outcome,
            "sent_message_id": sent_message_id, "reason": reason,
        }  # fmt: skip
        db.execute(query("deliver.end"), values)


def key_of(claim: Claim) -> dict[str, Any]:
    """Return what the statements about one delivery know it, and our claim on it, by."""
    return {"connection_id": claim.connection_id, "queue_id": claim.id, "attempts": claim.attempts}


def is_last(claim: Claim) -> bool:
    """Tell whether another attempt would be the last: what ends at a time must not end at a count."""
    return claim.attempts >= claim.max_attempts - 1
