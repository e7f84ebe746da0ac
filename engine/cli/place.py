"""Where a command works: the settings, and the database that they lead to."""

from __future__ import annotations

import os
import pwd
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

import click
import psycopg
from pydantic import ValidationError

from engine import access, connections
from engine.access import Caller
from engine.audit import Audit
from engine.config import Settings
from engine.connections import Overview
from engine.line import line_of
from engine.logs import configure
from engine.postgres import EmbeddedPostgres
from engine.vault import open_vault
from sql.migrate import require_current

Db = psycopg.Connection[Any]
Record = Callable[..., None]
"""Writes into the audit log what is done: action, subject, before, after, and `connection=` where it is of one."""


def settings(**said: object) -> Settings:
    """Return the settings, what was said on the command line first."""
    try:
        read = Settings(**{name: value for name, value in said.items() if value is not None})  # type: ignore[arg-type] # pydantic checks them
    except ValidationError as fault:
        lines = [f"TOQUE_{'_'.join(map(str, e['loc'])).upper()}: {e['msg']}" for e in fault.errors()]
        raise click.ClickException("A setting is wrong.\n" + "\n".join(lines)) from fault
    configure(read)
    return read


def database_url(read: Settings) -> str:
    """Return the configured database, for a process that cannot live on the embedded one."""
    if not read.database_url:
        raise click.ClickException(
            "DATABASE_URL is not set. This command needs a running database: set it, or type: toque up"
        )
    return read.database_url


def database(read: Settings) -> Db:
    """Return a connection to the configured database, or to the embedded one of a running `toque up`."""
    if read.database_url:
        db: Db = psycopg.connect(read.database_url, autocommit=True, **line_of(read))
    else:
        home = read.data_dir / "postgres"
        try:
            db = psycopg.connect(EmbeddedPostgres(home, read.pg_bin).url, autocommit=True)
        except psycopg.OperationalError as fault:
            raise click.ClickException(
                f"No Toque runs on {read.data_dir}/. Start it in another terminal (toque up), or set DATABASE_URL."
            ) from fault
    require_current(db)
    return db


def who() -> Caller:
    """Return who types: the user of the operating system, whatever the environment says."""
    try:
        return access.at_terminal(pwd.getpwuid(os.getuid()).pw_name)
    except KeyError:
        return access.at_terminal(str(os.getuid()))


@contextmanager
def writing(read: Settings | None = None) -> Iterator[tuple[Db, Record]]:
    """Give the database and what records a change; say both in one transaction, the record last."""
    read = read or settings()
    with database(read) as db:
        yield db, recorder(read, db)


def recorder(read: Settings, db: Db) -> Record:
    """Return what records a change of whoever types."""
    return partial(Audit.of(open_vault(read)).record, db, who())


def named(db: Db, said: str) -> Overview:
    """Return the connection that was typed: its id, or its name or instance where only one has it."""
    there = connections.overview(db)
    wanted = said.strip().casefold()
    found = [one for one in there if str(one.id) == wanted] or [
        one for one in there if wanted in {one.title.casefold(), one.instance.casefold()}
    ]
    if len(found) == 1:
        return found[0]
    if found:
        raise click.ClickException(f"Several connections are called {said}: type an id. toque connections lists them.")
    ids = ", ".join(f"{one.id} ({one.title})" for one in there[:10]) or "none yet; type: toque connect --help"
    raise click.ClickException(f"There is no connection {said}. There are: {ids}")
