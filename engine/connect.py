"""Connect a real gateway: store its keys, and have it post its webhooks here."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Any

import psycopg

from engine import connections, rulebook
from engine.config import Settings
from engine.connections import Connection
from engine.gateways import GATEWAYS
from engine.gateways.authentication import ConnectionSecrets
from engine.locale import phone
from engine.vault import Vault

TOKEN_HEADER = "X-Toque-Token"  # noqa: S105 - the header's name, not a token


@dataclass(frozen=True, slots=True)
class Connected:
    """A connection that stands, and whether its gateway was told where to post."""

    connection: Connection
    webhook_url: str
    owner: str | None


def connect(
    db: psycopg.Connection[Any],
    vault: Vault,
    settings: Settings,
    *,
    gateway: str,
    instance: str,
    base_url: str,
    api_key: str,
    public_url: str,
) -> Connected:
    """Make a connection with the starter rules and set the gateway's webhook.

    Raises what the gateway's client raises (`Permanent`, `NotNow`); nothing is stored then.
    """
    client = GATEWAYS[gateway].client(base_url, api_key, instance)
    owner = client.owner()
    told = phone(owner) if owner else None
    token = secrets.token_urlsafe(24)
    with db.transaction():
        made = connections.add(
            db, vault, gateway=gateway, instance=instance, base_url=base_url,
            secrets_=ConnectionSecrets(api_key=api_key, webhook_token=token),
            zone=told.zones[0] if told and told.zones else settings.zone,
            region=told.region if told else "US",
            language=told.languages[0] if told and told.languages else settings.language,
        )  # fmt: skip
        rulebook.save_starter(db, made.id)
        webhook_url = f"{public_url.rstrip('/')}/api/webhook/{made.slug}"
        client.set_webhook(webhook_url, {TOKEN_HEADER: token})
    return Connected(made, webhook_url, owner)
