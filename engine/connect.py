"""Connect a real gateway: look at it, store its keys, have it post its webhooks here, and hear the first of them."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import psycopg
from psycopg.rows import dict_row

from engine import clock, connections, locale, rulebook
from engine.config import Settings
from engine.connections import Connection
from engine.gateways.authentication import LEEWAY, ConnectionSecrets
from engine.gateways.evolution_setup import EVOLUTION
from engine.gateways.setup import Examined, Finding, Setup, SetUpClient
from engine.vault import Vault
from executors.destinations import NotNow, Permanent
from sql import query

Db = psycopg.Connection[Any]
Record = Callable[..., None]
"""Writes into the audit log what is done: action, subject, before, after, and `connection=`."""

TOKEN_HEADER = "X-Toque-Token"  # noqa: S105 - the header's name, not a token
LEARNED_WITHIN = 4.0
"""Seconds after which every web process knows a changed secret: longer than one remembers a connection."""
POLL = 0.5

SETUPS: dict[str, Setup] = {"evolution": EVOLUTION}
"""The gateways that can be connected by a command."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be connected, as somebody typed it; None means: find it out."""

    gateway: str
    instance: str
    base_url: str
    api_key: str
    public_url: str
    name: str | None = None
    topology: str | None = None
    zone: str | None = None
    region: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Since:
    """How a connection stood at a moment: what differs later was heard since."""

    id: int
    since: datetime
    line_state: str
    line_reason: str | None


@dataclass(frozen=True, slots=True)
class Connected:
    """A connection whose gateway posts here."""

    connection: Connection
    webhook_url: str
    repaired: bool
    since: Since


@dataclass(frozen=True, slots=True)
class Heard:
    """The first thing that came."""

    what: str
    message_id: str | None


def connect(
    db: Db, vault: Vault, settings: Settings, asked: Asked, seen: Examined, *,
    record: Record, wait: Callable[[float], None] = time.sleep,
) -> Connected:  # fmt: skip
    """Make a connection with the starter rules, or repair the one that the instance has, and set its webhook.

    Raises `Permanent` or `NotNow` when the gateway does not take the webhook: a new connection is not kept then,
    and one that was there goes on as before. `record` writes down each step, in the transaction that does it; `wait`
    is given the seconds in which other processes learn a new secret.
    """
    setup = SETUPS[asked.gateway]
    asked = replace(asked, base_url=asked.base_url.rstrip("/"), public_url=asked.public_url.rstrip("/"))
    values = {"gateway": asked.gateway, "instance": asked.instance, "base_url": asked.base_url, "owner": seen.owner}
    found = connections.by(db, vault, "same", **values)
    connection = found or _add(db, vault, settings, asked, seen, record)
    note_line(db, connection.id, seen)
    since = moment(db, connection.id)
    client = setup.client(asked.base_url, asked.api_key, asked.instance)
    url = f"{asked.public_url}{webhook_path(connection)}"
    try:
        if found:
            _repair(db, vault, found, asked, setup=setup, client=client, url=url, record=record, wait=wait)
        else:
            _tell(setup, client, url, connection.secrets.webhook_token or "")
    except BaseException:
        if not found:
            with db.transaction():
                before = _told(db, connection.id)
                connections.remove(db, connection.id)
                record("connection.remove", f"connection:{connection.id}", before, connection=connection.id)
        raise
    finally:
        client.close()
    kept = connections.by(db, vault, "by_id", id=connection.id) or connection
    return Connected(kept, url, found is not None, since)


def _told(db: Db, connection_id: int) -> dict[str, Any]:
    """Return what the audit log keeps of a connection; never its keys."""
    (now,) = connections.overview(db, connection_id)
    kept = ("name", "gateway", "instance", "base_url", "topology", "zone", "region", "language")
    return {name: getattr(now, name) for name in kept}


def _add(db: Db, vault: Vault, settings: Settings, asked: Asked, seen: Examined, record: Record) -> Connection:  # noqa: PLR0917 - all that a connection is made of
    """Store a connection, at home where its phone number says."""
    told = locale.phone(seen.owner) if seen.owner else None
    # Committed before the gateway is told, which may post at once, and gives up for good when nobody knows it.
    with db.transaction():
        made = connections.add(
            db, vault, gateway=asked.gateway, instance=asked.instance, base_url=asked.base_url,
            secrets_=ConnectionSecrets(api_key=asked.api_key, webhook_token=secrets.token_urlsafe(24)),
            zone=asked.zone or (told.zones[0] if told and told.zones else settings.zone),
            region=asked.region or (told.region if told else "US"),
            language=asked.language or (told.languages[0] if told and told.languages else settings.language),
            topology=asked.topology or "own_number",
        )  # fmt: skip
        connections.change(db, made.id, name=asked.name)
        rulebook.save_starter(db, made.id)
        record("connection.add", f"connection:{made.id}", None, _told(db, made.id), connection=made.id)
    return made


def _repair(
    db: Db, vault: Vault, found: Connection, asked: Asked, *, setup: Setup, client: SetUpClient, url: str,
    record: Record, wait: Callable[[float], None],
) -> None:  # fmt: skip
    """Give a connection a new secret; no webhook on its way meanwhile is refused.

    A gateway does not repeat what was refused.
    """
    former = found.secrets.webhook_token
    both = replace(
        found.secrets, api_key=asked.api_key, webhook_token=secrets.token_urlsafe(24), former_token=former,
        former_until=None,
    )  # fmt: skip
    with db.transaction():
        before = _told(db, found.id)
        connections.keep_secrets(db, vault, found, both, asked.base_url)
        connections.change(
            db, found.id, name=asked.name, topology=asked.topology, zone=asked.zone, region=asked.region,
            language=asked.language,
        )  # fmt: skip
        record("connection.repair", f"connection:{found.id}", before, _told(db, found.id), connection=found.id)
    if former and not setup.differences(client.webhook(), webhook_path(found), {TOKEN_HEADER: former}):
        wait(LEARNED_WITHIN)
    _tell(setup, client, url, both.webhook_token or "")
    until = (clock.now() + LEEWAY + timedelta(minutes=1)).isoformat()
    connections.keep_secrets(db, vault, found, replace(both, former_until=until), asked.base_url)


def _tell(setup: Setup, client: SetUpClient, url: str, token: str) -> None:
    """Set the webhook, and read back what the gateway made of it."""
    client.set_webhook(url, {TOKEN_HEADER: token})
    wrong = setup.differences(client.webhook(), url, {TOKEN_HEADER: token})
    if wrong:
        raise Permanent(
            f"The gateway took the webhook's settings, but read back {'; '.join(wrong)}. "
            "Is another program setting it? Stop that one, and type this command again."
        )


def webhook_path(connection: Connection) -> str:
    """Return the part of the webhook's address that is Toque's own."""
    return f"/api/webhook/{connection.slug}"


def note_line(db: Db, connection_id: int, seen: Examined) -> None:
    """Store how the line to WhatsApp is, as the gateway told when it was asked."""
    if seen.line:
        values = {"connection_id": connection_id, "state": seen.line, "reason": None}
        db.execute(query("intake.store_line"), values)


def moment(db: Db, connection_id: int) -> Since:
    """Return how a connection stands now, by the database's clock."""
    with db.cursor(row_factory=dict_row) as cursor:
        row = cursor.execute(query("connections.moment"), {"id": connection_id}).fetchone()
    return Since(connection_id, **(row or {}))


def first_heard(db: Db, since: Since) -> Heard | None:
    """Return the first thing that came since then, None where nothing did."""
    values = {
        "id": since.id, "since": since.since, "line_state": since.line_state, "line_reason": since.line_reason,
    }  # fmt: skip
    row = db.execute(query("connections.first_heard"), values).fetchone()
    return Heard(row[0], row[1]) if row else None


def await_first(
    db: Db, since: Since, seconds: float, *, tick: Callable[[float], None] = lambda _: None
) -> Heard | None:
    """Return the first thing that comes, None when the seconds are over; `tick` is given the seconds so far."""
    began = clock.stopwatch()
    while (heard := first_heard(db, since)) is None:
        passed = clock.stopwatch() - began
        if passed >= seconds:
            return None
        tick(passed)
        time.sleep(min(POLL, seconds - passed))
    return heard


def message_storage(connection: Connection, heard: Heard) -> Finding | None:
    """Return whether the gateway keeps messages, by one that just came; None where that does not tell."""
    setup = SETUPS.get(connection.gateway)
    if heard.what != "message" or heard.message_id is None or setup is None or connection.base_url is None:
        return None
    client = setup.client(connection.base_url, connection.secrets.api_key or "", connection.instance)
    try:
        found = client.find_message(heard.message_id)
    except (NotNow, Permanent):
        return None
    finally:
        client.close()
    return setup.keeps_messages if found else setup.does_not_keep_messages


def check_webhook(connection: Connection, told: Mapping[str, object]) -> Finding:
    """Return whether the gateway, by its webhook's settings, still posts here with the right secret and events."""
    headers = {TOKEN_HEADER: connection.secrets.webhook_token or ""}
    wrong = SETUPS[connection.gateway].differences(told, webhook_path(connection), headers)
    if not wrong:
        says = "the webhook points here, with the secret header and every event needed"
        return Finding("good", says, about="webhook")
    again = f"toque connect {connection.gateway} --url {connection.base_url} --instance {connection.instance}"
    return Finding("fault", f"the webhook: {'; '.join(wrong)}", f"set it again: {again}", "webhook")
