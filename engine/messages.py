"""Send a message by hand, as one of Toque's: to a chat that is known, and no faster than answers go."""

from __future__ import annotations

import hashlib
import random
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC
from typing import Any

import psycopg

from engine import checkup, clock, directory
from engine.config import Settings
from engine.connect import SETUPS, Record
from engine.connections import Connection, Overview
from engine.gateways.setup import SetUpClient
from engine.vault import Vault
from executors.destinations import NotNow, Permanent, Unclear
from sql import query

Db = psycopg.Connection[Any]

OWN_CHAT = "me"
LONGEST = 4_000
"""Characters of a message; WhatsApp takes more, and nobody reads them."""
_LEASE_SECONDS = 60.0
"""So long the lane is held for a sending that ends without a word, e.g. in a crash."""


class NotSent(RuntimeError):  # noqa: N818 - it says what is the matter
    """It was not sent, or nobody knows whether it was; the message says which, and what to do."""


class MaybeSent(NotSent):
    """It may have gone out: whoever sends it again says so knowingly."""


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
    What died between sending and writing that down is told of before the same is sent again (`MaybeSent`, once).
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
            sent = _send(db, client, _Begun(number.id, chat, text), record)
        finally:
            # Where the database has gone meanwhile, the lane's lease ends by itself.
            with suppress(psycopg.Error):
                db.execute(query("messages.free_lane"), {"connection_id": number.id, "pause": pause})
    finally:
        client.close()
    return Sent(number.id, chat, sent)


@dataclass(frozen=True, slots=True)
class _Begun:
    """A message whose sending is written down before it begins: who dies in between leaves word of it."""

    connection_id: int
    chat: str
    text: str

    @property
    def row(self) -> dict[str, Any]:
        digest = hashlib.sha256(f"{self.chat}\0{self.text}".encode()).digest()
        return {"connection_id": self.connection_id, "digest": digest}


def _send(db: Db, client: SetUpClient, one: _Begun, record: Record) -> str:
    """Send it, once, and return its id; raises `MaybeSent` where nobody knows, also of the same one before."""
    if db.execute(query("messages.begin"), one.row).fetchone() is None:
        (at,) = db.execute(query("messages.begun"), one.row).fetchone() or (clock.now(),)
        db.execute(query("messages.end"), one.row)
        raise MaybeSent(
            f"The same was begun to be sent at {at.astimezone(UTC):%Y-%m-%d %H:%M} UTC, and whether it went out is not "
            "known: look into the chat. Send it anew, and it goes out."
        )
    try:
        sent = client.send_text(one.chat, one.text)
    except Unclear as fault:
        _end(db, one)
        raise MaybeSent(
            f"Whether it was sent is not known ({fault}): look into the chat before you repeat it."
        ) from fault
    except (NotNow, Permanent):
        _end(db, one)
        raise
    try:
        with db.transaction():
            db.execute(query("deliver.remember_sent"), {"connection_id": one.connection_id, "message_id": sent})
            told = {"chat": one.chat, "message_id": sent}
            record("message.send", f"connection:{one.connection_id}", None, told, connection=one.connection_id)
            db.execute(query("messages.end"), one.row)
    except psycopg.Error as fault:
        # Not as a fault of the database: whoever is told of that sends it again.
        raise MaybeSent(f"It was sent ({sent}), but that could not be written down: do not send it again.") from fault
    return sent


def _end(db: Db, one: _Begun) -> None:
    """Forget that it was begun, now that somebody is told what became of it."""
    with suppress(psycopg.Error):
        db.execute(query("messages.end"), one.row)


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
