"""Logging in and out: so many attempts, and no more for a while; a session is a secret that a browser holds."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from ipaddress import ip_address, ip_network
from typing import Any

import psycopg
from psycopg.rows import class_row, dict_row

from engine import access, tokens
from engine.access import Caller
from engine.audit import Audit
from engine.config import Settings
from sql import query

Db = psycopg.Connection[Any]

WINDOW = 15 * 60
"""Seconds for which a failed attempt counts."""

MOST_OF_BOTH, MOST_OF_ADDRESS, MOST_OF_NAME = 5, 20, 50
"""Failures for one name from one address, from one address, for one name from anywhere. The last is generous:
whoever knows a name must not be able to lock its owner out."""

_V6_NETWORK = 64


class TooManyAttempts(Exception):  # noqa: N818 - it says what is the matter
    """No more attempts for now."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"Too many attempts. Try again in {max(1, seconds // 60 + 1)} min.")
        self.seconds = max(1, seconds)


@dataclass(frozen=True, slots=True)
class Attempt:
    """Somebody who tries to log in: what they typed, from where, and whose name it is, if anybody's."""

    name_digest: bytes
    address: str
    account_id: int | None
    name: str
    password: str | None
    """What is kept of the account's password; None where there is no such account, or it is disabled."""


def attempt(db: Db, name: str, address: str) -> Attempt:
    """Note an attempt, as failed until it succeeds, and return whom it is for; raises `TooManyAttempts`.

    It counts before the password is looked at, so that many at once are no way round the limit.
    """
    typed = name.strip().lower()
    who: dict[str, Any] = {
        "name_digest": hashlib.sha256(typed.encode("utf-8", "surrogatepass")).digest(), "address": network(address)
    }  # fmt: skip
    with db.transaction(), db.cursor(row_factory=dict_row) as cursor:
        cursor.execute(query("accounts.lock_logins"))
        cursor.execute(query("accounts.drop_failures"), {"seconds": WINDOW})
        row = cursor.execute(query("accounts.failures"), {**who, "seconds": WINDOW}).fetchone() or {}
        counted = (row["of_both"], row["of_address"], row["of_name"])
        if any(n >= most for n, most in zip(counted, (MOST_OF_BOTH, MOST_OF_ADDRESS, MOST_OF_NAME), strict=True)):
            raise TooManyAttempts(row["retry_after"])
        cursor.execute(query("accounts.fail"), who)
        found = cursor.execute(query("accounts.password"), {"name": typed.replace("\0", "")}).fetchone()
    kept = found["password"] if found and not found["disabled"] else None
    return Attempt(**who, account_id=found["id"] if found else None, name=typed, password=kept)


def network(address: str) -> str:
    """Return what an address counts as: of IPv6 the network, of which one person has all addresses."""
    try:
        known = ip_address(address)
    except ValueError:
        return address[:64]
    if known.version == 4:  # noqa: PLR2004 - IPv4
        return str(known)
    return str(known.ipv4_mapped or ip_network((known, _V6_NETWORK), strict=False))


@dataclass(frozen=True, slots=True)
class Session:
    """One login of an account that still holds."""

    is_this: bool
    browser: str | None
    created_at: datetime
    seen_at: datetime
    """To the minute."""
    expires_at: datetime


def sessions(db: Db, settings: Settings, account_id: int, secret: str | None) -> list[Session]:
    """Return the logins of an account, the one of `secret` first."""
    digest = tokens.digest(secret) if secret else None
    values = {"account_id": account_id, "digest": digest, "idle_hours": settings.session_idle_hours}
    with db.cursor(row_factory=class_row(Session)) as cursor:
        return cursor.execute(query("accounts.sessions_of"), values).fetchall()


def end_others(db: Db, audit: Audit, caller: Caller, secret: str | None) -> int:
    """End every login of the caller's account but the one of `secret`; return how many."""
    with db.transaction():
        values = {"account_id": caller.account_id, "but": tokens.digest(secret) if secret else None}
        ended = db.execute(query("accounts.end_sessions"), values).rowcount
        if ended:
            audit.record(db, caller, "session.end_others", f"account:{caller.account_id}", {"logins": ended}, None)
    return ended


def succeed(
    db: Db, audit: Audit, settings: Settings, tried: Attempt, former: str | None, *, browser: str | None = None,
) -> str:  # fmt: skip
    """Forgive the failures before, and return the secret of a new session; a former one of the browser ends."""
    if tried.account_id is None:
        raise LookupError("nobody logs in")
    with db.transaction():
        forgive(db, tried)
        return begin(db, audit, settings, tried.account_id, former, browser=browser)


def forgive(db: Db, tried: Attempt) -> None:
    """Forget the failures for a name from an address: who knows the password made none."""
    db.execute(query("accounts.forgive"), {"name_digest": tried.name_digest, "address": tried.address})


def begin(
    db: Db, audit: Audit, settings: Settings, account_id: int, former: str | None, *, browser: str | None = None,
) -> str:  # fmt: skip
    """Return the secret of a new session of an account: always a new one, or somebody could lay one in a browser."""
    secret = tokens.new()
    with db.transaction():
        db.execute(query("accounts.drop_sessions"), {"idle_hours": settings.session_idle_hours})
        if former:
            db.execute(query("accounts.end_session"), {"digest": tokens.digest(former)})
        values = {"digest": tokens.digest(secret), "account_id": account_id, "days": settings.session_days}
        db.execute(query("accounts.start_session"), values | {"browser": browser})
        caller = access.of_account(account_id, "", "viewer", ())
        audit.record(db, caller, "session.begin", f"account:{account_id}")
    return secret


def end(db: Db, audit: Audit, secret: str) -> None:
    """End a session."""
    with db.transaction():
        row = db.execute(query("accounts.end_session"), {"digest": tokens.digest(secret)}).fetchone()
        if row:
            caller = access.of_account(row[0], "", "viewer", ())
            audit.record(db, caller, "session.end", f"account:{row[0]}")
