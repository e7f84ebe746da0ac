"""Look at a connection from both ends: what its gateway tells, and what of it arrives here."""

from __future__ import annotations

import click

from engine import connect as connecting
from engine import connections, reach
from engine.cli import place, screen
from engine.connections import Connection, Overview
from engine.gateways.setup import Finding, SetUpClient
from engine.vault import Vault
from executors.destinations import NotNow, Permanent, Unclear
from sql import query

_HELLO = {"es": "👋 Toque está conectado.", "en": "👋 Toque is connected.", "pt": "👋 O Toque está conectado."}


def faulty(found: list[Finding]) -> bool:
    """Tell whether anything does not work."""
    return any(each.level == "fault" for each in found)


def opened(db: place.Db, vault: Vault, one: Overview) -> Connection:
    """Return a connection with its secrets, to ask its gateway."""
    known = connections.by(db, vault, "by_id", id=one.id)
    if known is None or known.base_url is None or known.gateway not in connecting.SETUPS:
        raise click.ClickException(f"The connection {one.id} has no gateway that could be asked.")
    return known


def _client(number: Connection) -> SetUpClient:
    setup = connecting.SETUPS[number.gateway]
    return setup.client(number.base_url or "", number.secrets.api_key or "", number.instance)


def findings(db: place.Db, number: Connection) -> list[Finding]:
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
        return [*seen.findings, Finding("fault", f"the webhook cannot be asked for: {fault}", "try again in a moment")]
    finally:
        client.close()
    here, path = str(told.get("url") or "").rstrip("/"), connecting.webhook_path(number)
    way = [reach.look(here.removesuffix(path), base)] if here.endswith(path) else []
    return [*seen.findings, connecting.check_webhook(number, told), *way]


def hearing(one: Overview) -> list[Finding]:
    """Say whether anything comes."""
    if not one.enabled:
        again = f"toque connections resume {one.id}"
        return [Finding("warning", "it is paused: what happens is kept and waits", again)]
    if one.last_heard_at is None:
        return [Finding("warning", "nothing was ever heard of it", "react to a message, and look again")]
    return [Finding("good", f"it last heard something {screen.ago(one.last_heard_at)}")]


def greet(db: place.Db, number: Connection) -> Finding:
    """Greet in the number's own chat, and remember the message as ours, so that it triggers nothing."""
    client = _client(number)
    try:
        owner = client.owner()
        if owner is None:
            return Finding("fault", "no phone is linked, so there is no own chat", "scan the QR code at the gateway")
        sent = client.send_text(owner, _HELLO.get(number.language, _HELLO["en"]))
    except (NotNow, Permanent, Unclear) as fault:
        return Finding("fault", f"the greeting was not sent: {fault}", "try again in a moment")
    finally:
        client.close()
    db.execute(query("deliver.remember_sent"), {"connection_id": number.id, "message_id": sent})
    return Finding("good", f"a greeting stands in the chat of {screen.address(owner)} with itself")


def silence(db: place.Db, vault: Vault, one: Overview) -> Finding:
    """Have the gateway post nothing more to this connection's address, where it still does."""
    try:
        number = opened(db, vault, one)
        client = _client(number)
        try:
            told = client.webhook()
            if not str(told.get("url") or "").rstrip("/").endswith(connecting.webhook_path(number)):
                return Finding("good", "its webhook pointed elsewhere already, and was left alone")
            client.set_webhook(str(told["url"]), {}, enabled=False)
        finally:
            client.close()
    except (NotNow, Permanent, click.ClickException) as fault:
        says = fault.message if isinstance(fault, click.ClickException) else str(fault)
        return Finding("warning", f"its webhook could not be switched off: {says}", "do it at the gateway")
    return Finding("good", "its webhook is switched off")
