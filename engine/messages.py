"""Send a message by hand, as one of Toque's: to a chat that is known, and no faster than answers go."""

from __future__ import annotations

import random
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import psycopg

from engine import checkup, directory
from engine.config import Settings
from engine.connect import SETUPS, Record
from engine.connections import Connection, Overview
from engine.gateways.setup import SetUpClient
from engine.vault import Vault
from executors.destinations import Unclear
from sql import query

Db = psycopg.Connection[Any]

OWN_CHAT = "me"
LONGEST = 4_000
"""Characters of a message; WhatsApp takes more, and nobody reads them."""
_LEASE_SECONDS = 60.0
"""So long the lane is held for a sending that ends without a word, e.g. in a crash."""


class NotSent(RuntimeError):  # noqa: N818 - it says what is the matter
    """It was not sent, or nobody knows whether it was; the message says which, and what to do."""


class TooSoon(RuntimeError):  # noqa: N818 - as above
    """Another message of the number goes first: WhatsApp bans numbers that send quickly."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"Another message of this number goes first. Send it again in {seconds:.0f} s.")
        self.seconds = seconds


@dataclass(frozen=True, slots=True)
class Sent:
    """A message that was sent."""

    connection_id: int
    chat: str
    message_id: str


def send(db: Db, vault: Vault, settings: Settings, one: Overview, to: str, text: str, record: Record) -> Sent:  # noqa: PLR0917 - what is sent, by whom, to whom
    """Send a text to a chat, named by its address, phone number or name, or to the number's own chat (`me`).

    Each statement of `db` is committed by itself: whoever else sends sees that the lane is taken. It triggers no rule.
    Raises `NotFound`, `NoGateway`, `TooSoon`, `NotSent`, and `NotNow` or `Permanent` where the gateway refuses.
    """
    if not one.enabled:
        raise NotSent(f"The number {one.title} is paused. Type: toque connections resume {one.id}")
    number = checkup.opened(db, vault, one.id)
    client = SETUPS[number.gateway].client(number.base_url or "", number.secrets.api_key or "", number.instance)
    try:
        chat = _chat(db, client, number, to)
        _take_lane(db, number.id)
        pause = settings.send_interval_seconds + random.uniform(0.0, settings.send_jitter_seconds)  # noqa: S311 - no secret
        try:
            sent = client.send_text(chat, text)
        except Unclear as fault:
            raise NotSent(
                f"Whether it was sent is not known ({fault}): look into the chat before you repeat it."
            ) from fault
        finally:
            # Where the database has gone meanwhile, the lane's lease ends by itself.
            with suppress(psycopg.Error):
                db.execute(query("messages.free_lane"), {"connection_id": number.id, "pause": pause})
    finally:
        client.close()
    try:
        with db.transaction():
            db.execute(query("deliver.remember_sent"), {"connection_id": number.id, "message_id": sent})
            told = {"chat": chat, "message_id": sent}
            record("message.send", f"connection:{number.id}", None, told, connection=number.id)
    except psycopg.Error as fault:
        # Not as a fault of the database: whoever is told of that sends it again.
        raise NotSent(f"It was sent ({sent}), but that could not be written down: do not send it again.") from fault
    return Sent(number.id, chat, sent)


def _chat(db: Db, client: SetUpClient, number: Connection, to: str) -> str:
    if to.strip().casefold() != OWN_CHAT:
        return directory.find(directory.all_chats(db, number.id), to, kind="chats")[1]
    owner = client.owner()
    if owner is None:
        raise NotSent("No phone is linked, so there is no own chat: scan the QR code at the gateway.")
    return owner


def _take_lane(db: Db, connection_id: int) -> None:
    values = {"connection_id": connection_id, "lease": _LEASE_SECONDS}
    db.execute(query("messages.open_lane"), values)
    if db.execute(query("messages.take_lane"), values).fetchone() is None:
        (seconds,) = db.execute(query("messages.taken_for"), values).fetchone() or (1.0,)
        raise TooSoon(max(1.0, seconds))
