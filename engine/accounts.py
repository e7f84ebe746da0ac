"""Accounts: who has one, in which role, seeing which connections; and the links that make one, once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

import psycopg
from psycopg.rows import class_row, dict_row

from engine import access, tokens
from engine.access import SEES_ALL, Caller, Role
from engine.audit import Audit
from sql import query

Db = psycopg.Connection[Any]

FIRST_FOR, INVITED_FOR = timedelta(days=1), timedelta(days=7)
"""How long a link works: the one to the first account, and an invitation."""

_NAME = re.compile(r"[a-z0-9][a-z0-9._@-]{0,63}")


class NoSuchAccount(LookupError):  # noqa: N818 - it says what is the matter
    """There is no account of that name."""


class NotAName(ValueError):  # noqa: N818 - as above
    """An account cannot be called so."""


class NameTaken(ValueError):  # noqa: N818 - as above
    """Another account has the name."""


class LastOwner(ValueError):  # noqa: N818 - as above
    """Nobody would be left who may do everything."""


class OwnersOnly(PermissionError):  # noqa: N818 - as above
    """Only an owner makes, changes and disables owners."""


class Limited(PermissionError):  # noqa: N818 - as above
    """Whoever sees only some connections makes and changes no accounts: they could see the others by them."""


class LinkOver(LookupError):  # noqa: N818 - as above
    """The link was used, or it is too old, or it never was one."""


@dataclass(frozen=True, slots=True)
class Account:
    """One account, without its password."""

    id: int
    name: str
    role: Role
    disabled_at: datetime | None
    created_at: datetime
    connections: list[int]
    """Those that it was given; an owner or admin sees all."""
    seen_at: datetime | None
    keys: int

    @property
    def state(self) -> str:
        """Return `active` or `disabled`."""
        return "disabled" if self.disabled_at else "active"


@dataclass(frozen=True, slots=True)
class Invitation:
    """What a link makes."""

    role: Role
    connections: list[int]
    is_first: bool
    made_by: str


def exist(db: Db) -> bool:
    """Tell whether there is any account; before, whoever sits at this machine may do everything."""
    row = db.execute(query("accounts.exist")).fetchone()
    return bool(row and row[0])


def listed(db: Db, name: str | None = None) -> list[Account]:
    """Return the accounts, the oldest first, or the one of a name."""
    with db.cursor(row_factory=class_row(Account)) as cursor:
        return cursor.execute(query("accounts.list"), {"name": name}).fetchall()


def one(db: Db, name: str) -> Account:
    """Return the account of a name; raises `NoSuchAccount`."""
    found = listed(db, name.strip().lower())
    if not found:
        names = ", ".join(each.name for each in listed(db)[:20]) or "none yet; type: toque users invite --role owner"
        raise NoSuchAccount(f"There is no account {name}. There are: {names}")
    return found[0]


def lock(db: Db, name: str) -> None:
    """Let nobody else change an account until the transaction ends."""
    db.execute(query("accounts.lock_owners"))
    db.execute(query("accounts.lock"), {"name": name.strip().lower()})


def named(name: str) -> str:
    """Return a name as it is kept; raises `NotAName`."""
    kept = name.strip().lower()
    if not _NAME.fullmatch(kept):
        raise NotAName("A name is made of letters a-z, digits and . _ @ -, like maria or maria@example.org.")
    return kept


def add(
    db: Db, audit: Audit, caller: Caller, *, name: str, role: Role, password: str, connections: Sequence[int] = (),
) -> Account:  # fmt: skip
    """Make an account; `password` is as `passwords.hashed` returns it.

    Raises `NameTaken`, `NotAName`, `OwnersOnly`, `Limited`.
    """
    _require_power(caller, role)
    with db.transaction():
        made = _made(db, named(name), role, password, connections)
        audit.record(db, caller, "account.add", f"account:{made.id}", None, _told(made))
    return made


def _made(db: Db, name: str, role: Role, password: str, connections: Sequence[int]) -> Account:
    row = db.execute(query("accounts.add"), {"name": name, "role": role, "password": password}).fetchone()
    if row is None:
        raise NameTaken(f"There is an account {name} already.")
    db.execute(query("accounts.see"), {"id": row[0], "connections": list(connections)})
    return one(db, name)


def set_role(
    db: Db, audit: Audit, caller: Caller, account: Account, *, role: Role, connections: Sequence[int] | None = None,
) -> Account:  # fmt: skip
    """Give an account another role, and other connections to see where they are said; its streams end.

    Raises `OwnersOnly`, `Limited`, `LastOwner`.
    """
    _require_power(caller, account.role, role)
    with db.transaction():
        if role != "owner":
            _require_another_owner(db, account)
        db.execute(query("accounts.set_role"), {"id": account.id, "role": role})
        if connections is not None:
            values = {"id": account.id, "connections": list(connections)}
            db.execute(query("accounts.see_only"), values)
            db.execute(query("accounts.see"), values)
        now = one(db, account.name)
        if _told(now) != _told(account):
            audit.record(db, caller, "account.role", f"account:{account.id}", _told(account), _told(now))
    return now


def switch(db: Db, audit: Audit, caller: Caller, account: Account, *, enabled: bool) -> bool:
    """Disable an account, which ends its sessions and stops its keys, or enable it; tell whether that changed anything.

    Raises `OwnersOnly`, `Limited`, `LastOwner`.
    """
    _require_power(caller, account.role)
    if (account.disabled_at is None) == enabled:
        return False
    with db.transaction():
        if not enabled:
            _require_another_owner(db, account)
            db.execute(query("accounts.end_sessions"), {"account_id": account.id, "but": None})
        db.execute(query("accounts.enable" if enabled else "accounts.disable"), {"id": account.id})
        what = "account.enable" if enabled else "account.disable"
        audit.record(db, caller, what, f"account:{account.id}", {"enabled": not enabled}, {"enabled": enabled})
    return True


def set_password(
    db: Db, audit: Audit, caller: Caller, account: Account, password: str, *, but: str | None = None
) -> None:
    """Give an account another password (as `passwords.hashed` returns it); its sessions end, `but` for the one named.

    Raises `OwnersOnly`, `Limited`.
    """
    if caller.account_id != account.id:
        _require_power(caller, account.role)
    with db.transaction():
        db.execute(query("accounts.set_password"), {"id": account.id, "password": password})
        kept = tokens.digest(but) if but else None
        db.execute(query("accounts.end_sessions"), {"account_id": account.id, "but": kept})
        audit.record(db, caller, "account.password", f"account:{account.id}")


def _require_power(caller: Caller, *roles: Role) -> None:
    if caller.connections is not None:
        raise Limited("A key that is limited to some numbers looks after no accounts.")
    if "owner" in roles and caller.role != "owner":
        raise OwnersOnly("Only an owner makes, changes and disables owners.")


def _require_another_owner(db: Db, account: Account) -> None:
    """Raise `LastOwner` where nobody else is one; nobody else stops being one before the transaction ends."""
    owners = {row[0] for row in db.execute(query("accounts.lock_owners"))}
    if owners == {account.id}:
        raise LastOwner(
            f"{account.name} is the only owner: make another one first. Type: toque users invite --role owner"
        )


def invite(
    db: Db, audit: Audit, caller: Caller, role: Role, connections: Sequence[int] = (), *,
    valid: timedelta = INVITED_FOR,
) -> str:  # fmt: skip
    """Return the secret of a new link that makes one account of this role, once. Raises `OwnersOnly`, `Limited`."""
    _require_power(caller, role)
    with db.transaction():
        secret = _invited(db, caller, role, connections, valid, is_first=False)
        after = {"role": role, "connections": list(connections)}
        audit.record(db, caller, "account.invite", "accounts", None, after)
    return secret


def first_link(db: Db, caller: Caller) -> str | None:
    """Return the secret of a new link that makes the first account; None where there is one. Former ones are over."""
    with db.transaction():
        db.execute(query("accounts.lock_first"))
        if exist(db):
            return None
        db.execute(query("accounts.drop_invitations"))
        return _invited(db, caller, "owner", (), FIRST_FOR, is_first=True)


def _invited(
    db: Db, caller: Caller, role: Role, connections: Sequence[int], valid: timedelta, *, is_first: bool
) -> str:
    secret = tokens.new()
    values = {
        "digest": tokens.digest(secret), "role": role, "connections": list(connections), "is_first": is_first,
        "made_by": caller.actor, "seconds": valid.total_seconds(),
    }  # fmt: skip
    db.execute(query("accounts.invite"), values)
    return secret


def invitation(db: Db, secret: str) -> Invitation:
    """Return what a link makes; raises `LinkOver`."""
    with db.cursor(row_factory=dict_row) as cursor:
        row = cursor.execute(query("accounts.invitation"), {"digest": tokens.digest(secret)}).fetchone()
    if row is None or (row["is_first"] and exist(db)):
        raise LinkOver("This link was used already, or it is too old. Ask for a new one: toque users invite")
    del row["expires_at"]
    return Invitation(**row)


def accept(db: Db, audit: Audit, secret: str, name: str, password: str) -> Account:
    """Make the account that a link is for, and use the link up. Raises `LinkOver`, `NameTaken`, `NotAName`.

    `password` is as `passwords.hashed` returns it.
    """
    kept = named(name)
    with db.transaction():
        db.execute(query("accounts.lock_first"))
        wanted = invitation(db, secret)
        if db.execute(query("accounts.take_invitation"), {"digest": tokens.digest(secret)}).fetchone() is None:
            raise LinkOver("Somebody used this link a moment ago.")
        made = _made(db, kept, wanted.role, password, wanted.connections)
        caller = access.of_account(made.id, made.name, made.role, made.connections)
        after = _told(made) | {"invited_by": wanted.made_by}
        audit.record(db, caller, "account.add", f"account:{made.id}", None, after)
    return made


def _told(account: Account) -> dict[str, Any]:
    """Return what the audit log keeps of an account."""
    kept = {name: value for name, value in asdict(account).items() if name in {"name", "role", "connections"}}
    return kept | ({"connections": "all"} if account.role in SEES_ALL else {})
