"""The rules as the database holds them: saved with every version, read again when the book's version moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib import resources
from typing import Any

import psycopg
import structlog
from psycopg.rows import dict_row

from rules.book import Book, FaultyRules, load, rule_from_mapping, rule_to_mapping
from rules.planning import Origin
from rules.rule import Rule
from sql import query
from sql.parameters import document, records

Db = psycopg.Connection[Any]
log = structlog.get_logger()


class Shelf:
    """The rule books of the connections that this process settles for."""

    def __init__(self) -> None:
        self._books: dict[int, Book] = {}

    def book(self, db: Db, connection_id: int, version: int) -> Book:
        """Return the book at `version` or newer; an older one at hand is read again first."""
        book = self._books.get(connection_id)
        if book is None or book.version < version:
            book = self._books[connection_id] = read(db, connection_id)
        return book


@dataclass(slots=True)
class Past(Shelf):
    """The rule books as they were at a moment."""

    at: datetime

    def book(self, db: Db, connection_id: int, version: int) -> Book:  # noqa: ARG002 - it is the past that was asked for
        """Return the book of that moment."""
        found = db.execute(query("rulebook.at"), {"connection_id": connection_id, "at": self.at}).fetchall()
        return Book(0, tuple(_rules(found)))


def read(db: Db, connection_id: int) -> Book:
    """Return the rules of a connection as they are now."""
    with db.cursor(row_factory=dict_row) as cursor:
        rows = cursor.execute(query("rulebook.current"), {"connection_id": connection_id}).fetchall()
    version = rows[0]["rules_version"] if rows else 0
    return Book(version, tuple(_rules((r["id"], r["version"], r["body"]) for r in rows if r["body"])))


def as_of(db: Db, connection_id: int, versions: Iterable[tuple[str, int]]) -> Book:
    """Return a book of the given rules at the given versions."""
    keys = records({"rule_id": rule, "version": version} for rule, version in versions)
    found = db.execute(query("rulebook.versions"), {"connection_id": connection_id, "rows": keys}).fetchall()
    return Book(0, tuple(_rules(found)))


@dataclass(frozen=True, slots=True)
class Why:
    """What is kept with a version of a rule besides what it says."""

    because: str | None = None
    by: str | None = None
    """Who changed it, as people call them."""
    written: str | None = None
    """The YAML that somebody wrote, with its comments."""


def save(
    db: Db, connection_id: int, rules: Iterable[Rule], *, origin: Origin, because: str | None = None,
    why: Why | None = None,
) -> list[str]:  # fmt: skip
    """Write rules in one transaction and return the ids of those that changed; `because` is short for a `why`."""
    changed: list[str] = []
    told = _columns(why or Why(because))
    with db.transaction():
        for rule in rules:
            values = {"connection_id": connection_id, "id": rule.id, "body": document(rule_to_mapping(rule))}
            values |= told | {"origin": origin}
            row = db.execute(query("rulebook.save"), values).fetchone()
            if row:
                db.execute(query("rulebook.save_version"), values | {"version": row[0]})
                changed.append(rule.id)
        if changed:
            db.execute(query("rulebook.raise_version"), {"connection_id": connection_id})
    return changed


def delete(db: Db, connection_id: int, rule_id: str, because: str | None = None, by: str | None = None) -> bool:
    """Delete a rule; what it made stays as it is. Returns whether there was one."""
    values = {"connection_id": connection_id, "id": rule_id}
    with db.transaction():
        row = db.execute(query("rulebook.delete"), values).fetchone()
        if row:
            rest = _columns(Why(because, by)) | {"version": row[0], "body": None, "origin": row[1]}
            db.execute(query("rulebook.save_version"), values | rest)
            db.execute(query("rulebook.raise_version"), {"connection_id": connection_id})
    return row is not None


def save_starter(db: Db, connection_id: int) -> list[str]:
    """Give a new connection the starter rules."""
    return save(db, connection_id, starter().rules, origin="ui", because="the starter rules")


def _columns(why: Why) -> dict[str, str | None]:
    return {"because": why.because, "written": why.written, "changed_by": why.by}


def _rules(rows: Iterable[tuple[Any, ...]]) -> Iterator[Rule]:
    for rule_id, version, body in rows:
        try:
            yield rule_from_mapping(body, version)
        except FaultyRules:
            # Saved by a version that knew more, say: the other rules go on working.
            log.warning("a stored rule cannot be read and is left out", rule=rule_id, version=version)


def starter() -> Book:
    """Return the rules that a new connection begins with."""
    return load(resources.files("rules").joinpath("starter.yaml").read_text(encoding="utf-8"), "starter.yaml")
