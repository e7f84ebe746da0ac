"""Every statement is understood by the migrated schema, and the migrations are forward only."""

from __future__ import annotations

import re
import threading

import psycopg
import pytest
from psycopg._queries import PostgresQuery
from psycopg.adapt import Transformer

from sql import names, query
from sql.migrate import WrongSchema, migrate, migrations, require_current


@pytest.mark.parametrize("name", names())
def test_every_statement_is_prepared_against_the_migrated_schema(db: psycopg.Connection, name: str) -> None:
    # With each named parameter as $n, its type left for Postgres to find out.
    parameters = dict.fromkeys(re.findall(r"%\((\w+)\)s", query(name)))
    prepared = PostgresQuery(Transformer(db))
    prepared.convert(query(name), parameters)
    result = db.pgconn.prepare(b"", prepared.query)
    assert result.status == psycopg.pq.ExecStatus.COMMAND_OK, result.error_message.decode()


def test_a_statement_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        query("queue.no_such_statement")


def test_migrations_are_numbered_without_gaps() -> None:
    assert [step.number for step in migrations()] == list(range(1, len(migrations()) + 1))


def test_migrating_twice_and_twice_at_once_changes_nothing(database_url: str) -> None:
    done: list[list[str]] = []
    both = [threading.Thread(target=lambda: done.append(migrate(database_url))) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert done == [[], []]


def test_a_database_of_a_newer_version_is_refused_with_the_reason(db: psycopg.Connection) -> None:
    change = "insert into schema_migrations (number, name) values (999, 'from the future')"
    with pytest.raises(WrongSchema, match="newer Toque"):
        require_after(db, change)


def test_a_database_without_the_schema_names_the_command_to_type(db: psycopg.Connection) -> None:
    with pytest.raises(WrongSchema, match="toque migrate"):
        require_after(db, "alter table schema_migrations rename to elsewhere")


def require_after(db: psycopg.Connection, change: str) -> None:
    """Look at a database after a change that is rolled back when the look raises."""
    with db.transaction():
        db.execute(change)
        require_current(db)


OF_ALL_CONNECTIONS = [
    "accounts", "sessions", "invitations", "login_failures", "api_keys", "audit_log", "audit_payloads",
    "idempotency_keys",
]  # fmt: skip
"""People and programs come in to all of Toque."""


def test_every_primary_and_unique_key_starts_with_the_connection(db: psycopg.Connection) -> None:
    rows = db.execute(
        """
        select c.relname, i.indexrelid::regclass::text, a.attname
        from pg_index i
        join pg_class c on c.oid = i.indrelid
        join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
        where (i.indisprimary or i.indisunique) and c.relnamespace = 'public'::regnamespace
            and c.relname not in ('connections', 'schema_migrations') and c.relname <> all(%s)
        """,
        [OF_ALL_CONNECTIONS],
    ).fetchall()
    assert rows
    assert {(table, index) for table, index, first in rows if first != "connection_id"} == set()
