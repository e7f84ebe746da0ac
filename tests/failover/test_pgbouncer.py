"""Behind PgBouncer in transaction mode: what two settings make of it, and what breaks without them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import psycopg
import pytest

from engine.cli import place
from engine.config import Settings
from engine.supervisor import free_port
from sql.migrate import migrate
from tests.engine.stage import Stage
from tests.failover.load import Load, until
from tests.failover.pair import Pair
from tests.failover.pooler import PROGRAM, pgbouncer
from tests.failover.test_failover import Place, run
from tests.faults.ground import toque

pytestmark = [
    pytest.mark.faults,
    pytest.mark.skipif(PROGRAM is None, reason="PgBouncer is not installed (Debian: apt-get install pgbouncer)"),
]


@dataclass(frozen=True)
class Pooled:
    """A migrated database, directly and behind the pooler."""

    direct: str
    url: str

    def settings(self, **changed: object) -> Settings:
        return Settings(_env_file=None, database_url=self.url, **changed)


@pytest.fixture
def pooled(pair: Pair) -> Iterator[Pooled]:
    direct = pair.primary.url.replace("/postgres", "/toque")
    with pgbouncer(direct) as url:
        # The migrations, too, go through it.
        assert migrate(url)
        assert migrate(url) == []
        yield Pooled(direct, url)


@pytest.mark.parametrize("listens", [True, False], ids=["a direct line to listen on", "polling alone"])
def test_reactions_are_stored_settled_and_shown_through_it(pooled: Pooled, listens: bool) -> None:  # noqa: FBT001
    with psycopg.connect(pooled.direct, autocommit=True) as db:
        stage = Stage(db, pooled.direct)
        slug = stage.rows("select slug from connections")[0]["slug"]
    port = free_port()
    told = {"pooled": 1} | ({"listen_url": pooled.direct, "poll_seconds": 20} if listens else {"poll_seconds": 0.2})
    ground = Place(pooled.url)
    with (
        toque(ground, "web", port=port, **told) as web,
        toque(ground, "work", "--kinds", "settle", "--workers", "3", **told) as work,
        Load(f"http://127.0.0.1:{port}", slug) as load,
    ):
        until(lambda: len(load.acknowledged) >= 400)
        load.stop()
        acknowledged = set(load.acknowledged)
        until(lambda: acknowledged <= load.shown.keys())
        heard = load.time_to_show()
        assert (web.poll(), work.poll()) == (None, None)
        with psycopg.connect(pooled.direct, autocommit=True) as db:
            lines = run(db, "select from pg_stat_activity where datname = 'toque' and pid <> pg_backend_pid()")
            assert len(run(db, "select from items")) == len(acknowledged) + 1
            assert run(db, "select last_error from action_queue where last_error is not null") == []
    print(f"listening: {listens}; {load.refused} refused; shown after {heard * 1000:.0f} ms; {len(lines)} lines")  # noqa: T201
    assert load.refused == 0
    assert heard < 10


def test_a_statement_repeated_on_changing_servers_works_with_the_setting(pooled: Pooled) -> None:
    with place.database(pooled.settings(pooled=True)) as one, place.database(pooled.settings(pooled=True)) as other:
        repeat(one, other)


def test_without_the_setting_a_repeated_statement_fails(pooled: Pooled) -> None:
    # Why the setting is there; from 1.21 on PgBouncer can keep track of prepared statements itself.
    faults = (psycopg.errors.DuplicatePreparedStatement, psycopg.errors.InvalidSqlStatementName)
    with place.database(pooled.settings()) as one, place.database(pooled.settings()) as other, pytest.raises(faults):
        repeat(one, other)


def repeat(*lines: psycopg.Connection) -> None:
    for line in lines * 12:
        line.execute("select 17")


def test_without_the_direct_line_a_notification_reaches_nobody(pooled: Pooled) -> None:
    with (
        psycopg.connect(pooled.url, autocommit=True, prepare_threshold=None) as listener,
        psycopg.connect(pooled.direct, autocommit=True) as teller,
    ):
        listener.execute("listen toque_queue")
        teller.execute("notify toque_queue")
        assert list(listener.notifies(timeout=0.5, stop_after=1)) == []
