"""The line to the database: how it is made, and when a fault means that it is gone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg

from engine.config import Settings
from sql import query

Line = psycopg.Connection[Any] | psycopg.AsyncConnection[Any]

LINE: dict[str, Any] = {
    "connect_timeout": 3,
    # A database that vanished without a word is noticed in seconds, not in the two hours that TCP would take.
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,
}
"""How every connection to the database is made."""

STATEMENT_TIMEOUT = "57014"
"""What the database says where a role's `statement_timeout` is over."""


def line_of(settings: Settings) -> dict[str, Any]:
    """Return how connections over DATABASE_URL are made: behind a pooler without prepared statements.

    There the next transaction may go to another server process, which knows nothing of them.
    """
    return LINE | ({"prepare_threshold": None} if settings.pooled else {})


@contextmanager
def by_key(db: psycopg.Connection[Any]) -> Iterator[None]:
    """Open a transaction in which every row is looked for by its key, however small the tables were at first.

    Statements are sent without waiting for those whose rows nobody asks for; their faults come at the next that is.
    """
    with db.pipeline(), db.transaction():
        db.execute(query("line.by_key"))
        yield


def is_gone(db: Line, fault: BaseException) -> bool:
    """Tell whether a fault is the line's and not the statement's: then the work waits, and nothing is at fault.

    Much that psycopg calls operational (a statement too complex, a deadlock) is not.
    """
    if not isinstance(fault, psycopg.Error):
        return False
    state = fault.sqlstate or ""
    return (
        is_cut(db, fault)
        or state == "25006"  # a standby, after a failover
        # A full disk, no memory, a limit of the role: the database's to mend. A statement too complex (54) is not.
        or state[:2] in {"53", "58"}
        or state in {STATEMENT_TIMEOUT, "55P03", "25P03"}
    )


def is_cut(db: Line, fault: psycopg.Error) -> bool:
    """Tell whether the connection itself ended."""
    # 08: connection; 57P: shut down, starting up.
    state = fault.sqlstate or ""
    return db.closed or db.broken or state[:2] == "08" or state[:3] == "57P"
