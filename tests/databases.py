"""Databases on the run's server, and how their tables are taken back to what the migrations left."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

from sql.migrate import migrate


@contextmanager
def own_database(server: str, called: str) -> Iterator[str]:
    """Give the address of a new database, migrated; it is gone at the end. Takes half a second."""
    name = sql.Identifier(called)
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL("create database {} template template0").format(name))
        url = urlsplit(server)._replace(path=f"/{called}").geturl()
        migrate(url)
        yield url
        connection.execute(sql.SQL("drop database {} with (force)").format(name))


@contextmanager
def emptying(url: str) -> Iterator[Callable[[], None]]:
    """Give what takes the tables back to how the migrations left them: 0.4 ms, where `truncate` takes 60."""
    tables = """
        select c.relname, string_agg(quote_ident(a.attname), ', ')
        from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'schema_migrations'
        group by c.relname
    """
    # Without triggers, and so without an order among foreign keys.
    steps: list[sql.Composable] = [sql.SQL("set local session_replication_role = replica")]
    with psycopg.connect(url, autocommit=True) as connection:
        for name, columns in connection.execute(tables).fetchall():
            table, copy = sql.Identifier(name), sql.Identifier("migrated", name)
            steps.append(sql.SQL("delete from {}").format(table))
            if connection.execute(sql.SQL("select exists (select from {})").format(table)).fetchone() == (True,):
                connection.execute("create schema if not exists migrated")
                connection.execute(sql.SQL("create table {} as table {}").format(copy, table))
                restore = "insert into {} ({c}) overriding system value select {c} from {}"
                steps.append(sql.SQL(restore).format(table, copy, c=sql.SQL(columns)))
    block = sql.SQL("do $$ begin {}; end $$").format(sql.SQL("; ").join(steps))

    def connected() -> psycopg.Connection:
        return psycopg.connect(url, autocommit=True, options="-c lock_timeout=10s")

    kept = connected()  # Its plans make the difference between 0.5 ms and 5.

    def empty_tables() -> None:
        nonlocal kept
        try:
            kept.execute(block)
        except psycopg.OperationalError:
            if not kept.broken:
                raise
            kept = connected()  # A test cut all connections.
            kept.execute(block)

    yield empty_tables
    kept.close()
