"""How fast workers settle what waits: the real processes, from their first claim to the last commit."""

from __future__ import annotations

import time

import psycopg

from bench.speeds.ground import CannotMeasure, Db, Held, settled, toque, until

_OTHERS = """
    select name, sum(amount)::bigint
    from totals
    where name like 'settled\\_%' and name <> 'settled_created'
    group by name
"""


def settled_a_second(url: str, workers: int, n: int) -> float:
    """Return how many of the waiting reactions so many workers settle in a second, until `n` are settled."""
    with psycopg.connect(url, autocommit=True) as db, psycopg.connect(url, autocommit=True) as holding:
        held = Held(holding, db)
        with toque(url, "work", "--kinds", "settle", "--workers", str(workers)) as work:
            held.wait_for(workers, work)
            began = held.let_go()
            until(lambda: settled(db) >= n, work)
            rate = n / (time.monotonic() - began)
        require_items(db)
        return rate


def require_items(db: Db) -> None:
    """Raise `CannotMeasure` where a reaction did not make its item: then something else was measured."""
    found = db.execute(_OTHERS).fetchall()
    if found:
        raise CannotMeasure(f"Not every reaction made an item: {dict(found)}")
