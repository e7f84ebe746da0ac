"""The connections: which WhatsApp numbers there are, at which gateway, with which secrets."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

import psycopg
from psycopg.rows import dict_row

from engine.gateways.authentication import ConnectionSecrets
from engine.vault import Vault
from sql import query

Db = psycopg.Connection[Any]

TOPOLOGIES = ("own_number", "bot_number")
"""Whose number it is: mine (answers go to my own chat), or one of Toque's own (it reacts in the chats it is in)."""


DEMO_INSTANCE = "toque-demo"
"""The instance of the pretended WhatsApp; a name that no real gateway gives."""


@dataclass(frozen=True, slots=True)
class Connection:
    """One WhatsApp number at a gateway."""

    id: int
    slug: str
    gateway: str
    instance: str
    base_url: str | None
    secrets: ConnectionSecrets
    topology: str
    owner_address: str | None
    zone: str
    region: str
    language: str
    enabled: bool


@dataclass(frozen=True, slots=True)
class Overview:
    """What a list of connections shows: no secrets."""

    id: int
    name: str | None
    gateway: str
    instance: str
    base_url: str | None
    topology: str
    zone: str
    region: str
    language: str
    enabled: bool
    acts_since: datetime
    line_state: str
    line_reason: str | None
    created_at: datetime
    rules: int
    last_heard_at: datetime | None

    @property
    def title(self) -> str:
        """Return what people call it."""
        return self.name or self.instance


@dataclass(frozen=True, slots=True)
class Content:
    """What hangs on a connection, and goes with it."""

    items: int
    messages: int
    rules: int


@dataclass(frozen=True, slots=True)
class Sending:
    """What a number sends: of the send budget, how much was used."""

    connection_id: int
    sent_hour: int
    sent_day: int
    waiting: int
    free_at: datetime | None
    """When the next message may go; None: at once."""


def from_row(row: Mapping[str, Any], vault: Vault) -> Connection:
    """Return a row of `connections` with its secrets opened."""
    opened = vault.open(row["slug"], bytes(row["secrets"]))
    return Connection(**{**row, "secrets": ConnectionSecrets(**opened)})


def add(
    db: Db,
    vault: Vault,
    *,
    gateway: str,
    instance: str,
    secrets_: ConnectionSecrets,
    zone: str,
    region: str,
    language: str,
    base_url: str | None = None,
    slug: str | None = None,
    topology: str = "own_number",
) -> Connection:
    """Store a connection under an unguessable slug (or the given one) and return it."""
    slug = slug or secrets.token_urlsafe(24)
    with db.cursor(row_factory=dict_row) as cursor:
        cursor.execute(
            query("connections.add"),
            {
                "slug": slug, "gateway": gateway, "instance": instance, "base_url": base_url, "topology": topology,
                "secrets": _sealed(vault, slug, secrets_), "zone": zone, "region": region, "language": language,
            },
        )  # fmt: skip
        row = cursor.fetchone()
    if row is None:
        raise LookupError(slug)
    return from_row(row, vault)


def _sealed(vault: Vault, slug: str, kept: ConnectionSecrets) -> bytes:
    return vault.seal(slug, {name: value for name, value in asdict(kept).items() if value is not None})


def by(db: Db, vault: Vault, statement: str, **values: object) -> Connection | None:
    """Return the one connection that `connections.<statement>` finds."""
    with db.cursor(row_factory=dict_row) as cursor:
        row = cursor.execute(query(f"connections.{statement}"), values).fetchone()
    return from_row(row, vault) if row else None


def overview(db: Db, connection_id: int | None = None) -> list[Overview]:
    """Return the connections there are, or the one asked for, oldest first."""
    with db.cursor(row_factory=dict_row) as cursor:
        return [Overview(**row) for row in cursor.execute(query("connections.list"), {"id": connection_id})]


def lock(db: Db, connection_id: int) -> None:
    """Let nobody else change a connection until the transaction ends."""
    db.execute(query("connections.lock"), {"id": connection_id})


def change(db: Db, connection_id: int, **values: str | None) -> None:
    """Change name, topology, zone, region or language; None leaves one as it is."""
    wanted = dict.fromkeys(("name", "topology", "zone", "region", "language")) | values
    db.execute(query("connections.change"), {"id": connection_id, **wanted})


def keep_secrets(db: Db, vault: Vault, connection: Connection, kept: ConnectionSecrets, base_url: str | None) -> None:
    """Store other secrets, and where the gateway answers."""
    sealed = _sealed(vault, connection.slug, kept)
    db.execute(query("connections.keep_secrets"), {"id": connection.id, "secrets": sealed, "base_url": base_url})


def switch(db: Db, connection_id: int, *, enabled: bool) -> bool:
    """Pause or resume a connection; tell whether that changed anything."""
    values = {"id": connection_id, "enabled": enabled}
    with db.transaction():
        changed = db.execute(query("connections.switch"), values).fetchone() is not None
        if changed and enabled:
            db.execute(query("queue.wake"), {"connection_id": connection_id})
            db.execute(query("settle.announce_queue"))
    return changed


def act_since(db: Db, connection_id: int, moment: datetime) -> None:
    """Leave reactions from before `moment` alone from now on."""
    db.execute(query("connections.act_since"), {"id": connection_id, "acts_since": moment})


def content(db: Db, connection_id: int) -> Content:
    """Count what goes when a connection is removed."""
    with db.cursor(row_factory=dict_row) as cursor:
        row = cursor.execute(query("connections.content"), {"id": connection_id}).fetchone()
    return Content(**(row or {"items": 0, "messages": 0, "rules": 0}))


def sending(db: Db, visible: list[int] | None) -> list[Sending]:
    """Return what the numbers (None: all) have sent and have to send."""
    with db.cursor(row_factory=dict_row) as cursor:
        return [Sending(**row) for row in cursor.execute(query("connections.sending"), {"connections": visible})]


def remove(db: Db, connection_id: int) -> None:
    """Forget a connection and everything that hangs on it."""
    db.execute(query("connections.remove"), {"id": connection_id})


Lookup = Callable[[int], Connection | None]
