"""The connections: which WhatsApp numbers there are, at which gateway, with which secrets."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

import psycopg
from psycopg.rows import dict_row

from engine.gateways.authentication import ConnectionSecrets
from engine.vault import Vault
from sql import query


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
    zone: str
    region: str
    language: str
    enabled: bool


def from_row(row: Mapping[str, Any], vault: Vault) -> Connection:
    """Return a row of `connections` with its secrets opened."""
    opened = vault.open(row["slug"], bytes(row["secrets"]))
    return Connection(**{**row, "secrets": ConnectionSecrets(**opened)})


def add(
    db: psycopg.Connection[Any],
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
    kept = {name: value for name, value in asdict(secrets_).items() if value is not None}
    with db.cursor(row_factory=dict_row) as cursor:
        cursor.execute(
            query("connections.add"),
            {
                "slug": slug, "gateway": gateway, "instance": instance, "base_url": base_url, "topology": topology,
                "secrets": vault.seal(slug, kept), "zone": zone, "region": region, "language": language,
            },
        )  # fmt: skip
        row = cursor.fetchone()
    if row is None:
        raise LookupError(slug)
    return from_row(row, vault)


def by(db: psycopg.Connection[Any], vault: Vault, statement: str, **values: object) -> Connection | None:
    """Return the one connection that `connections.<statement>` finds."""
    with db.cursor(row_factory=dict_row) as cursor:
        row = cursor.execute(query(f"connections.{statement}"), values).fetchone()
    return from_row(row, vault) if row else None


Lookup = Callable[[int], Connection | None]
