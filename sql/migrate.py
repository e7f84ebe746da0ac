"""Bring a database to the schema that this version knows, forward only, one process at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import LiteralString, cast

import psycopg

from sql import ROOM

_LOCK = 7_683_920_114
"""Key of the advisory lock: any constant, the same in every version."""

_TABLE: LiteralString = """
create table if not exists schema_migrations (
    number integer primary key,
    name text not null,
    applied_at timestamptz not null default now()
)
"""


class WrongSchema(Exception):  # noqa: N818 - it names the state, and the caller says what to type
    """The database is not at the schema that this version knows; the message names the command to type."""


@dataclass(frozen=True, slots=True)
class Migration:
    """One step of the schema; files are named `NNN_name.sql`."""

    number: int
    name: str
    statements: LiteralString


def migrations() -> list[Migration]:
    """Return every migration of this version, in order."""
    files = sorted((ROOM / "migrations").glob("*.sql"))
    return [Migration(int(f.stem[:3]), f.stem[4:], f.read_text(encoding="utf-8")) for f in files]


def migrate(conninfo: str) -> list[str]:
    """Apply what is missing and return the names applied; two at once wait for each other.

    Raises `WrongSchema` when the database is ahead of this version.
    """
    # Nothing prepared: behind a pooler it would stay with a server process that others are given next.
    with psycopg.connect(conninfo, prepare_threshold=None) as connection:
        connection.execute("select pg_advisory_xact_lock(%s)", [_LOCK])
        connection.execute(_TABLE)
        _refuse_newer(_applied(connection))
        missing = [m for m in migrations() if m.number not in _applied(connection)]
        for step in missing:
            connection.execute(step.statements)
            connection.execute("insert into schema_migrations (number, name) values (%s, %s)", [step.number, step.name])
        return [step.name for step in missing]


def require_current(connection: psycopg.Connection[tuple[object, ...]]) -> None:
    """Raise `WrongSchema` unless the database stands exactly where this version expects it."""
    exists = connection.execute("select to_regclass('schema_migrations') is not null").fetchone()
    applied = _applied(connection) if exists and exists[0] else {}
    _refuse_newer(applied)
    missing = [m.name for m in migrations() if m.number not in applied]
    if missing:
        raise WrongSchema(f"The database lacks {len(missing)} migration(s) ({missing[0]}…). Type: toque migrate")


def _applied(connection: psycopg.Connection[tuple[object, ...]]) -> dict[int, str]:
    rows = connection.execute("select number, name from schema_migrations").fetchall()
    return {cast("int", number): cast("str", name) for number, name in rows}


def _refuse_newer(applied: dict[int, str]) -> None:
    newest = max((m.number for m in migrations()), default=0)
    unknown = sorted(number for number in applied if number > newest)
    if unknown:
        raise WrongSchema(
            f"The database was migrated by a newer Toque (migration {unknown[-1]}, this one knows {newest}). "
            "Install that version again, then start it: uv sync, or docker compose pull"
        )
