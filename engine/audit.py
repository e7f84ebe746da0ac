"""Who changed what: a record that takes no changes, each entry sealed with a key and chained to the one before.

What was before and after stands apart from the chain, which holds only its digest: it can be erased, and the rest
still verifies. The key is derived from the one of the vault and never goes to the database.
"""

from __future__ import annotations

import hmac
import json
import re
from collections.abc import Awaitable, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC
from typing import Any, LiteralString, Self, overload

import psycopg
from psycopg.rows import dict_row

from engine.access import Caller
from engine.vault import Vault, WrongKey
from sql import query
from sql.parameters import as_json

Row = Mapping[str, Any]
Db = psycopg.Connection[Any]
AsyncDb = psycopg.AsyncConnection[Any]
Steps = Generator[tuple[LiteralString, dict[str, Any]], Row | None, None]

_BEGINNING = bytes(32)
_AT_ONCE = 1000
_SEVERAL = re.compile("bulk:|action:")
"""What an entry of several items is about."""
_FILTERS = ("before", "connections", "connection", "action", "subject", "actor", "since", "until")


@dataclass(frozen=True, slots=True)
class Broken:
    """Where the chain is broken first."""

    position: int
    says: str


@dataclass(frozen=True, slots=True)
class Verified:
    """What came of following the chain from its beginning."""

    entries: int
    erased: int
    end: str
    """The last place, as `118:9f3a…`: whoever keeps it elsewhere finds out later whether the end was cut off."""
    broken: Broken | None


@dataclass(frozen=True, slots=True)
class Audit:
    """The record, and the keys that its entries are sealed with: the present one, then those before it."""

    keys: tuple[bytes, ...] = field(repr=False)

    @classmethod
    def of(cls, vault: Vault) -> Self:
        """Return the record whose entries are sealed with a key of this vault."""
        return cls(vault.derive("audit log"))

    @property
    def fingerprint(self) -> str:
        """Return which key it is, without telling anything of it."""
        return _fingerprint(self.keys[0])

    @overload
    def record(
        self, db: Db, caller: Caller, action: str, subject: str, before: object = None, after: object = None, *,
        connection: int | None = None,
    ) -> None: ...  # fmt: skip

    @overload
    def record(
        self, db: AsyncDb, caller: Caller, action: str, subject: str, before: object = None, after: object = None, *,
        connection: int | None = None,
    ) -> Awaitable[None]: ...  # fmt: skip

    def record(  # noqa: PLR0917 - who, what, of what, before, after: a sentence
        self, db: Db | AsyncDb, caller: Caller, action: str, subject: str, before: object = None, after: object = None,
        *, connection: int | None = None,
    ) -> Awaitable[None] | None:  # fmt: skip
        """Write down what somebody did, in the transaction that does it; to be awaited with an async connection.

        Say it last: whoever writes an entry waits until the one before is committed. `action` is like `rule.apply`,
        `subject` names one thing by its id (`rule:bill`, `item:7`) and never by what people wrote; that goes into
        `before` and `after`, which are anything that JSON holds. Raises `WrongKey` where the log was kept with
        another key.
        """
        steps = self._steps(caller, action, subject, as_json({"before": before, "after": after}), connection)
        if isinstance(db, psycopg.AsyncConnection):
            return _walk_async(db, steps)
        _walk(db, steps)
        return None

    def _steps(self, caller: Caller, action: str, subject: str, body: str, connection: int | None) -> Steps:
        """Yield the statements that write an entry, each with what it needs of the one before."""
        yield query("audit.lock"), {}
        last = yield query("audit.last"), {}
        if last is None:
            raise LookupError("the end of the audit log")
        if last["key"] not in {None, *map(_fingerprint, self.keys)}:
            raise WrongKey(
                "The audit log was kept with another key, so this was not done. "
                "Put back the key file (data/secret.key) or TOQUE_SECRET_KEY that it was kept with; "
                "where the key was changed (toque audit rotate-key), restart Toque."
            )
        entry: dict[str, Any] = {
            "position": (last["position"] or 0) + 1, "at": last["at"], "actor": caller.actor, "action": action,
            "subject": subject, "connection_id": connection, "key": self.fingerprint,
            "payload_digest": _sealed(self.keys[0], body.encode()),
        }  # fmt: skip
        yield query("audit.add"), entry | {"digest": _digest(self.keys[0], entry, last["digest"]), "body": body}

    def verify(self, db: Db, end: str | None = None) -> Verified:
        """Follow the chain from its beginning to its first broken link; `end` is a place that must lie on it."""
        entries, erased, last = 0, 0, _BEGINNING
        # From the oldest key on: an entry under one that was given up before was slipped in.
        keys = [(_fingerprint(key), key) for key in reversed(self.keys)]
        wanted, _, seal = (end or "0:").partition(":")
        passed = end is None
        for row in _whole(db):
            while keys and keys[0][0] != row["key"]:
                keys.pop(0)
            if says := _fault(keys[0][1] if keys else None, row, entries + 1, last):
                return Verified(entries, erased, _place(entries, last), Broken(entries + 1, says))
            entries, erased, last = entries + 1, erased + (row["body"] is None), bytes(row["digest"])
            if str(entries) == wanted:
                passed = bool(seal) and last.hex().startswith(seal)
        broken = (
            None if passed else Broken(entries + 1, f"the place {end}, which was its end once, is not on the chain")
        )
        return Verified(entries, erased, _place(entries, last), broken)


def _fault(key: bytes | None, row: Row, position: int, last: bytes) -> str | None:
    """Return what is wrong with an entry that should stand at `position`, sealed with `key`, behind `last`."""
    if row["position"] != position:
        return f"entry {position} is missing: entry {row['position']} follows on {position - 1}"
    if key is None:
        return f"entry {position} was sealed with another key, or with one that was given up before"
    if not hmac.compare_digest(_digest(key, row, last), bytes(row["digest"])):
        return f"entry {position} ({row['action']} of {row['subject']}) was changed, or the one before it was"
    if not row["has_payload"]:
        return f"what was before and after entry {position} is gone without having been erased"
    if row["body"] is not None and _sealed(key, row["body"].encode()) != bytes(row["payload_digest"]):
        return f"what was before and after entry {position} ({row['action']} of {row['subject']}) was changed"
    return None


def _digest(key: bytes, entry: Row, before: bytes | None) -> bytes:
    """Return what seals an entry in its place, behind the one before."""
    told = {name: entry[name] for name in ("position", "actor", "action", "subject", "connection_id", "key")}
    told |= {
        "at": entry["at"].astimezone(UTC).isoformat(timespec="microseconds"),
        "payload": bytes(entry["payload_digest"]).hex(),
        "before": bytes(before or _BEGINNING).hex(),
    }
    return _sealed(key, as_json(sorted(told.items())).encode())


def _sealed(key: bytes, content: bytes) -> bytes:
    return hmac.digest(key, content, "sha256")


def _fingerprint(key: bytes) -> str:
    return _sealed(key, b"fingerprint").hex()[:16]


def entries(db: Db, *, n: int, **which: object) -> list[dict[str, Any]]:
    """Return at most `n` entries, the newest first, with what was before and after where it was not erased.

    `which` are the filters of the statement `audit.list`; what is left out lets everything through.
    """
    wanted = dict.fromkeys(_FILTERS) | which | {"n": n}
    with db.cursor(row_factory=dict_row) as cursor:
        return [_entry(row) for row in cursor.execute(query("audit.list"), wanted)]


def with_titles(db: Db, found: Sequence[Row]) -> list[dict[str, Any]]:
    """Return entries, each with the titles of the items that it counts up by their ids, as they are called now."""
    about = [(one["connection_id"], id_) for one in found if _SEVERAL.match(one["subject"]) for id_ in _ids(one)]
    values = {"connections": [each for each, _ in about], "ids": [id_ for _, id_ in about]}
    with db.cursor(row_factory=dict_row) as cursor:
        rows = cursor.execute(query("audit.titles"), values).fetchall() if about else []
    titles = {(row["connection_id"], row["id"]): row["title"] for row in rows}
    return [
        dict(one) | {"titles": {
            str(id_): title for id_ in (_ids(one) if _SEVERAL.match(one["subject"]) else ())
            if (title := titles.get((one["connection_id"], id_)))
        }}
        for one in found
    ]  # fmt: skip


def _ids(entry: Row) -> list[int]:
    """Return the items that the two sides of an entry count up."""
    sides = [side for side in (entry["before"], entry["after"]) if isinstance(side, dict)]
    return list(dict.fromkeys(int(id_) for side in sides for id_ in side if id_.isdecimal()))


def _entry(row: Row) -> dict[str, Any]:
    body = json.loads(row["body"]) if row["body"] is not None else {"before": None, "after": None}
    return {name: value for name, value in row.items() if name != "body"} | body


def erase(db: Db, *, connection: int | None = None, subject: str | None = None) -> int:
    """Erase what was before and after, of a connection or of one subject; return of how many entries."""
    if connection is None and subject is None:
        raise ValueError("Name a connection or a subject: everything is not erased.")
    return db.execute(query("audit.erase"), {"connection": connection, "subject": subject}).rowcount


def _place(entries: int, last: bytes) -> str:
    return f"{entries}:{last.hex()[:32]}"


def _whole(db: Db) -> Iterator[Row]:
    with db.transaction(), db.cursor("audit", row_factory=dict_row) as cursor:
        cursor.itersize = _AT_ONCE
        yield from cursor.execute(query("audit.whole"))


def _walk(db: Db, steps: Steps) -> None:
    with db.transaction(), db.cursor(row_factory=dict_row) as cursor:
        row = None
        while step := _next(steps, row):
            cursor.execute(*step)
            row = cursor.fetchone() if cursor.description else None


async def _walk_async(db: AsyncDb, steps: Steps) -> None:
    async with db.transaction(), db.cursor(row_factory=dict_row) as cursor:
        row = None
        while step := _next(steps, row):
            await cursor.execute(*step)
            row = await cursor.fetchone() if cursor.description else None


def _next(steps: Steps, row: Row | None) -> tuple[LiteralString, dict[str, Any]] | None:
    try:
        return steps.send(row)
    except StopIteration:
        return None
