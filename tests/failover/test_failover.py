"""The primary dies under load and its replica takes over: nothing acknowledged is lost, and nobody has to restart."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

import psycopg
import pytest

from engine.cli import place
from engine.config import Settings
from engine.supervisor import free_port
from sql.migrate import migrate
from tests.engine.stage import Stage
from tests.failover.load import Load, until
from tests.failover.pair import Pair
from tests.faults.ground import children, toque

RESUMES_WITHIN = 30.0


def run(db: psycopg.Connection, statement: str) -> list[tuple[Any, ...]]:
    return db.execute(statement).fetchall()


@pytest.mark.faults
@pytest.mark.parametrize("refusals", [0, 8], ids=["at once", "after a while"])
def test_nothing_acknowledged_is_lost_and_all_goes_on_when_the_replica_takes_over(pair: Pair, refusals: int) -> None:
    url, port, other_port = pair.url(), free_port(), free_port()
    migrate(url)
    with psycopg.connect(url, autocommit=True) as db:
        stage = Stage(db, url)
        slug = stage.rows("select slug from connections")[0]["slug"]
    ground = Place(url)
    # With so long a poll, what is settled at once was heard of by LISTEN.
    with (
        toque(ground, "web", port=port) as web,
        toque(ground, "web", port=other_port) as other_web,
        toque(ground, "work", "--kinds", "settle", "--workers", "2", poll_seconds=20) as work,
        Load(f"http://127.0.0.1:{port}", slug, watched_at=f"http://127.0.0.1:{other_port}") as load,
    ):
        until(lambda: len(load.acknowledged) >= 200 and len(load.shown) >= 100)
        with psycopg.connect(pair.replica.url.replace("/postgres", "/toque"), autocommit=True) as reading:
            until(lambda: len(run(reading, "select title, amount from bill_items")) >= 100)
        workers = children(work)
        killed = time.monotonic()
        pair.primary.kill()
        until(lambda: load.refused >= refusals)
        pair.replica.promote()
        promoted = time.monotonic()
        until(lambda: load.acknowledged_since(promoted) and load.shown_since(promoted), RESUMES_WITHIN)
        stored = load.acknowledged_since(promoted) - killed
        shown = load.shown_since(promoted) - killed
        more = len(load.acknowledged) + 200
        until(lambda: len(load.acknowledged) >= more)
        load.stop()
        acknowledged = set(load.acknowledged)
        with psycopg.connect(url, autocommit=True) as db:
            until(lambda: not run(db, "select from whatsapp_message_reactions where settled_revision < revision"))
            known = {row[0] for row in run(db, "select message_id from whatsapp_message_reactions")}
            made = [row[0] for row in run(db, "select message_id from items order by 1")]
            failed = run(db, "select last_error from action_queue where status = 'failed' and event_type = 'settle'")
        # LISTEN again, over a new line: without it this one would wait for up to twenty seconds.
        heard = load.time_to_show()
        assert (web.poll(), other_web.poll(), work.poll()) == (None, None, None)
        assert children(work) == workers
    print(  # noqa: T201 - the measure
        f"promoted {promoted - killed:.1f} s after the kill; stored again after {stored:.1f} s, shown again after "
        f"{shown:.1f} s; {len(acknowledged)} acknowledged, {load.refused} refused in between, "
        f"{len(acknowledged - known)} lost; a notification shows a reaction in {heard * 1000:.0f} ms"
    )
    assert max(stored, shown) < RESUMES_WITHIN
    assert acknowledged <= known
    assert made == sorted(known)
    assert failed == []
    assert heard < 10
    assert load.streams == 1, "the stream stayed open throughout"


@pytest.mark.faults
def test_every_part_finds_the_host_that_takes_writes(pair: Pair) -> None:
    backwards = f"postgresql://toque@127.0.0.1:{pair.replica.port},127.0.0.1:{pair.primary.port}/toque"
    url = f"{backwards}?target_session_attrs=read-write"
    assert migrate(url)
    with place.database(Settings(_env_file=None, database_url=url)) as db:
        assert db.execute("show transaction_read_only").fetchone() == ("off",)
        assert db.info.port == pair.primary.port


@dataclass(frozen=True)
class Place:
    """Where the processes find their database."""

    url: str
