"""API keys: made, limited, listed and revoked; the secret is shown once."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from difflib import get_close_matches
from typing import Any

import psycopg
from psycopg.rows import class_row

from engine import tokens
from engine.access import ALONE, SCOPES, Caller
from engine.audit import Audit
from engine.tokens import Key
from sql import query

Db = psycopg.Connection[Any]


class NoSuchKey(LookupError):  # noqa: N818 - it says what is the matter
    """There is no key of that id, or it is not the caller's."""


class NoSuchScope(ValueError):  # noqa: N818 - as above
    """A scope that there is not, or none at all."""


class MoreThanYours(PermissionError):  # noqa: N818 - as above
    """Nobody makes a key that may or sees more than they do."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A key as lists show it: without its secret, which nobody knows any more."""

    id: str
    name: str
    scopes: list[str]
    account_id: int | None
    account: str | None
    created_at: datetime
    expires_at: datetime | None
    last_used_at: datetime | None
    """To the minute."""
    revoked_at: datetime | None
    connections: list[int] | None
    """The connections that it is limited to; None: those of its account, or all."""
    state: str
    """`active`, `expired`, `revoked` or `account disabled`."""


def listed(db: Db, *, part: str | None = None, account_id: int | None = None, id_: str | None = None) -> list[Kept]:
    """Return keys, the oldest first: those that begin with `part` (as sent, or by id) or have it in their name."""
    with db.cursor(row_factory=class_row(Kept)) as cursor:
        values = {"part": part, "account_id": account_id, "id": id_}
        return cursor.execute(query("keys.list"), values).fetchall()


def sees(one: Kept) -> str:
    """Say which numbers a key sees."""
    if one.connections is None:
        return "what its account sees" if one.account else "all numbers"
    return ", ".join(map(str, one.connections)) or "no number"


def create(
    db: Db, audit: Audit, caller: Caller, name: str, scopes: Collection[str], *,
    owner: Caller | None = None, connections: Sequence[int] | None = None, valid: timedelta | None = None,
) -> tuple[Key, Kept]:  # fmt: skip
    """Make a key that belongs to the owner's account, else to the caller's; its secret is in what is returned alone.

    It may not do more than its maker, and does not outlive a key that made it. Raises `NoSuchScope`, `MoreThanYours`.
    """
    owner = owner or caller
    if connections is None and caller.kind == "key":
        connections = caller.visible  # Of a key that is limited, another one is so too.
    wanted = checked(scopes)
    for who in (owner, caller):
        if missing := [scope for scope in wanted if not who.may(scope)]:
            raise MoreThanYours(f"{who.name} may not do that, and so a key of theirs may not: {', '.join(missing)}.")
        if unseen := [one for one in connections or () if not who.sees(one)]:
            raise MoreThanYours(f"{who.name} sees no connection {unseen[0]}.")
    key = tokens.new_key()
    values = {
        "id": key.id, "name": name.strip(), "digest": tokens.digest(key.secret), "scopes": wanted,
        "all_connections": connections is None, "account_id": owner.account_id,
        "seconds": valid.total_seconds() if valid else None, "maker": caller.key_id,
    }  # fmt: skip
    with db.transaction():
        db.execute(query("keys.add"), values)
        if connections is not None:
            db.execute(query("keys.limit"), {"id": key.id, "connections": list(connections)})
        (made,) = listed(db, id_=key.id)
        after = {"name": made.name, "scopes": made.scopes, "connections": made.connections,
                 "expires_at": made.expires_at}  # fmt: skip
        audit.record(db, caller, "key.create", f"key:{key.id}", None, after)
    return key, made


def checked(scopes: Collection[str]) -> list[str]:
    """Return scopes in their order, each once; raises `NoSuchScope`, also for what must stand alone and does not."""
    for scope in scopes:
        if scope not in SCOPES:
            near = get_close_matches(scope, SCOPES, 1) or [", ".join(SCOPES)]
            raise NoSuchScope(f"There is no scope {scope}. Did you mean {near[0]}?")
    if not scopes:
        raise NoSuchScope(f"A key needs at least one scope: {', '.join(SCOPES)}.")
    if ALONE in scopes and set(scopes) != {ALONE}:
        raise NoSuchScope(f"A key with {ALONE} has no other scope, since it stands in an address. Make two keys.")
    return [scope for scope in SCOPES if scope in scopes]


def revoke(db: Db, audit: Audit, caller: Caller, id_: str) -> bool:
    """Stop a key at once, and the streams that it opened; tell whether it was not stopped before.

    Whoever is no admin revokes their own. Raises `NoSuchKey`.
    """
    key = id_.strip().removeprefix("tq_")[:8]
    found = listed(db, id_=key)
    if not found or not (caller.may("admin") or found[0].account_id == caller.account_id):
        raise NoSuchKey(f"There is no key {id_}. Type: toque keys ls")
    with db.transaction():
        changed = db.execute(query("keys.revoke"), {"id": key}).fetchone() is not None
        if changed:
            before, after = {"name": found[0].name, "revoked": False}, {"revoked": True}
            audit.record(db, caller, "key.revoke", f"key:{key}", before, after)
    return changed
