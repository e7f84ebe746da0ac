"""Who comes with a request: the session or the key that it carries, and whose that is now."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

import psycopg
from psycopg.rows import dict_row
from starlette.datastructures import Headers
from starlette.requests import cookie_parser
from starlette.types import Scope

from engine import access, tokens
from engine.access import MACHINE, Caller
from engine.live import Pool
from sql import query

Db = psycopg.AsyncConnection[Any]
Row = Mapping[str, Any]

COOKIE = "toque_session"


@dataclass(frozen=True, slots=True)
class Credential:
    """What a request carried: the digest of a session, the id of a key, or nothing (this machine, before accounts)."""

    session: bytes | None = None
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Visit:
    """Who comes, with what."""

    caller: Caller
    credential: Credential = Credential()
    csrf: str | None = field(default=None, repr=False)
    """What a page of this session must send along with what it changes; None where no cookie came."""


class BadKey(Exception):  # noqa: N818 - it names what was sent
    """The key is none, or no longer one; the message says which."""


def cookie_name(scope: Scope, name: str = COOKIE) -> str:
    """Return a cookie's name: with TLS one that no page of another name or port can set."""
    return f"__Host-{name}" if scope["scheme"] == "https" else name


def session_secret(scope: Scope) -> str | None:
    """Return the secret of the session that a request carries."""
    return cookie_parser(Headers(scope=scope).get("cookie", "")).get(cookie_name(scope))


def bearer(scope: Scope) -> str | None:
    """Return what a request carries as a key; other schemes are a proxy's business."""
    scheme, _, given = Headers(scope=scope).get("authorization", "").partition(" ")
    return given.strip() if scheme.lower() == "bearer" else None


class Visitors:
    """Tell who comes, by what the database says at this moment."""

    def __init__(self, pool: Pool, *, idle_hours: int) -> None:
        self._pool = pool
        self._idle_hours = idle_hours

    async def of_key(self, text: str) -> Visit:
        """Return the visit of a key; raises `BadKey`."""
        key = tokens.read_key(text)
        if key is None:
            raise BadKey("This is no API key: one looks like tq_<id>_<secret>. Make one: toque keys create")
        async with self._pool.connection() as db:
            rows = await _rows(db, "keys.known", {"ids": [key.id]})
            # One and the same for an id that there is not and a wrong secret.
            if not rows or not tokens.same(bytes(rows[0]["digest"]), tokens.digest(key.secret)):
                raise BadKey("This API key is not known here. List those there are: toque keys ls")
            if why := _over(rows[0]):
                raise BadKey(f"This API key {why}. Make another one: toque keys create")
            if rows[0]["stale"]:
                await db.execute(query("keys.use"), {"id": key.id})
        return Visit(_keys_caller(rows[0]), Credential(key=key.id))

    async def of_session(self, secret: str) -> Visit | None:
        """Return the visit of a session, None where it holds no longer."""
        digest = tokens.digest(secret)
        async with self._pool.connection() as db:
            rows = await self._sessions(db, [digest])
            if not rows:
                return None
            if rows[0]["stale"]:
                await db.execute(query("accounts.see_session"), {"digest": digest})
        return Visit(_sessions_caller(rows[0]), Credential(session=digest), tokens.csrf(secret))

    async def accounts_exist(self) -> bool:
        """Tell whether there is any account."""
        async with self._pool.connection() as db:
            rows = await _rows(db, "accounts.exist", {})
        return bool(rows[0]["there"])

    async def still_there(self, credentials: Collection[Credential]) -> dict[Credential, Caller]:
        """Return who stands behind credentials now; those that hold no longer are left out.

        It takes three queries at most, however many they are.
        """
        sessions = [one.session for one in credentials if one.session is not None]
        keys = [one.key for one in credentials if one.key is not None]
        found: dict[Credential, Caller] = {}
        async with self._pool.connection() as db:
            for row in await self._sessions(db, sessions) if sessions else ():
                found[Credential(session=bytes(row["digest"]))] = _sessions_caller(row)
            for row in await _rows(db, "keys.known", {"ids": keys}) if keys else ():
                if not _over(row):
                    found[Credential(key=row["id"])] = _keys_caller(row)
            nobody = Credential()
            if nobody in credentials and not (await _rows(db, "accounts.exist", {}))[0]["there"]:
                found[nobody] = MACHINE
        return found

    async def _sessions(self, db: Db, digests: Collection[bytes]) -> list[Row]:
        return await _rows(db, "accounts.sessions", {"digests": list(digests), "idle_hours": self._idle_hours})


async def _rows(db: Db, statement: str, values: dict[str, Any]) -> list[Row]:
    async with db.cursor(row_factory=dict_row) as reading:
        await reading.execute(query(statement), values)
        return list(await reading.fetchall())


def _over(row: Row) -> str | None:
    if row["revoked"]:
        return "was revoked"
    if row["expired"]:
        return "has expired"
    return "belongs to an account that was disabled" if row["disabled"] else None


def _sessions_caller(row: Row) -> Caller:
    return access.of_account(row["account_id"], row["name"], row["role"], row["connections"])


def _keys_caller(row: Row) -> Caller:
    owner = None
    if row["account_id"] is not None:
        owner = access.of_account(row["account_id"], row["account"], row["role"], row["account_connections"])
    return access.of_key(row["id"], row["name"], row["scopes"], row["connections"], owner)
