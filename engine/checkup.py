"""Look at a connection from both ends, greet in its own chat, and take leave of it: gateway and database alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import psycopg

from engine import audit, connections, reach
from engine import connect as connecting
from engine.connect import Record
from engine.connections import Connection, Content, Overview
from engine.gateways.setup import Finding, SetUpClient
from engine.vault import Vault
from executors.destinations import NotNow, Permanent, Unclear
from sql import query

Db = psycopg.Connection[Any]

_HELLO = {"es": "👋 Toque está conectado.", "en": "👋 Toque is connected.", "pt": "👋 O Toque está conectado."}


class NoGateway(LookupError):  # noqa: N818 - it says what is the matter
    """The connection has no gateway that could be asked."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What went with a connection, and whether its gateway still posts."""

    content: Content
    webhook: Finding


def faulty(found: Sequence[Finding]) -> bool:
    """Tell whether anything does not work."""
    return any(each.level == "fault" for each in found)


def opened(db: Db, vault: Vault, connection_id: int) -> Connection:
    """Return a connection with its secrets, to ask its gateway; raises `NoGateway`."""
    known = connections.by(db, vault, "by_id", id=connection_id)
    if known is None or known.base_url is None or known.gateway not in connecting.SETUPS:
        raise NoGateway(f"The connection {connection_id} has no gateway that could be asked.")
    return known


def _client(number: Connection) -> SetUpClient:
    setup = connecting.SETUPS[number.gateway]
    return setup.client(number.base_url or "", number.secrets.api_key or "", number.instance)


def findings(db: Db, number: Connection) -> list[Finding]:
    """Look at the gateway, at the webhook that it has, and at the way from there to here."""
    base = number.base_url or ""
    seen = connecting.SETUPS[number.gateway].examine(base, number.secrets.api_key or "", number.instance)
    if not seen.usable:
        return list(seen.findings)
    connecting.note_line(db, number.id, seen)
    client = _client(number)
    try:
        told = client.webhook()
    except (NotNow, Permanent) as fault:
        says = f"the webhook cannot be asked for: {fault}"
        return [*seen.findings, Finding("fault", says, "try again in a moment", "webhook")]
    finally:
        client.close()
    here, path = str(told.get("url") or "").rstrip("/"), connecting.webhook_path(number)
    way = [reach.look(here.removesuffix(path), base)] if here.endswith(path) else []
    return [*seen.findings, connecting.check_webhook(number, told), *way]


def hearing(one: Overview, ago: str) -> list[Finding]:
    """Say whether anything comes; `ago` is when it last did, in words."""
    if not one.enabled:
        again = f"toque connections resume {one.id}"
        return [Finding("warning", "it is paused: what happens is kept and waits", again, "heard")]
    if one.last_heard_at is None:
        return [Finding("warning", "nothing was ever heard of it", "react to a message, and look again", "heard")]
    return [Finding("good", f"it last heard something {ago}", about="heard")]


def greet(db: Db, number: Connection, record: Record) -> Finding:
    """Greet in the number's own chat, and remember the message as ours, so that it triggers nothing."""
    client = _client(number)
    try:
        owner = client.owner()
        if owner is None:
            says, scan = "no phone is linked, so there is no own chat", "scan the QR code at the gateway"
            return Finding("fault", says, scan, "greeting")
        sent = client.send_text(owner, _HELLO.get(number.language, _HELLO["en"]))
    except (NotNow, Permanent, Unclear) as fault:
        return Finding("fault", f"the greeting was not sent: {fault}", "try again in a moment", "greeting")
    finally:
        client.close()
    with db.transaction():
        db.execute(query("deliver.remember_sent"), {"connection_id": number.id, "message_id": sent})
        record("connection.greet", f"connection:{number.id}", None, {"message_id": sent}, connection=number.id)
    return Finding("good", f"a greeting stands in the chat of +{owner.partition('@')[0]} with itself", about="greeting")


def forget(db: Db, vault: Vault, one: Overview, record: Record) -> Forgotten:
    """Forget a connection with all that hangs on it, and switch its webhook off."""
    silenced = _silence(db, vault, one)
    with db.transaction():
        has = connections.content(db, one.id)
        connections.remove(db, one.id)
        # What was before and after told of its chats; that something was done stays.
        audit.erase(db, connection=one.id)
        record("connection.remove", f"connection:{one.id}", asdict(has), connection=one.id)
    return Forgotten(has, silenced)


def _silence(db: Db, vault: Vault, one: Overview) -> Finding:
    """Have the gateway post nothing more to this connection's address, where it still does."""
    try:
        number = opened(db, vault, one.id)
        client = _client(number)
        try:
            told = client.webhook()
            if not str(told.get("url") or "").rstrip("/").endswith(connecting.webhook_path(number)):
                says = "its webhook pointed elsewhere already, and was left alone"
                return Finding("good", says, about="webhook")
            client.set_webhook(str(told["url"]), {}, enabled=False)
        finally:
            client.close()
    except (NotNow, Permanent, NoGateway) as fault:
        says = f"its webhook could not be switched off: {fault}"
        return Finding("warning", says, "do it at the gateway", "webhook")
    return Finding("good", "its webhook is switched off", about="webhook")
