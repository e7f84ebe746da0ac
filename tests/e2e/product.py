"""A Toque of real processes that many journeys share: started once, and as new for each of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx2
import psycopg

from demo.evolution import FakeEvolution
from engine import accounts
from engine.access import MACHINE
from engine.config import Settings
from engine.supervisor import Child, Supervisor, demo_connection, free_port, running
from engine.vault import open_vault
from sql import query
from tests.databases import emptying, own_database
from tests.web.served import eventually


class Phone:
    """The demo's phone; switched off and on again it has forgotten everything but its address."""

    def __init__(self, **options: object) -> None:
        self._options = options
        self._port = 0
        self._running = ExitStack()
        self.fake: FakeEvolution

    def on(self) -> None:
        self.fake = self._running.enter_context(FakeEvolution.running(port=self._port, **self._options))
        self._port = int(self.url.rpartition(":")[2])

    def off(self) -> None:
        self._running.close()

    @property
    def url(self) -> str:
        return self.fake.url


@dataclass(frozen=True, slots=True)
class Up:
    """A Toque that is up, with the demo's connection in it and nothing else."""

    url: str
    first_link: str
    """Where the first account is made."""
    settings: Settings
    """What its processes were told: `open_vault(up.settings)` is their vault."""
    phone: Phone
    web: Child
    """Its web process. Who ends it must start it again."""

    def try_(self, *reactions: tuple[str, str]) -> None:
        """Let a friend write each text, and the owner react with the emoji."""
        for text, emoji in reactions:
            said = {"text": text, "emoji": emoji}
            httpx2.post(f"{self.phone.url}/phone/try", json=said, trust_env=False).raise_for_status()


@dataclass(frozen=True, slots=True)
class Product:
    """The processes and their database, which outlive a test."""

    url: str
    settings: Settings
    supervisor: Supervisor
    empty: Callable[[], None]

    @contextmanager
    def anew(self) -> Iterator[Up]:
        """Give it as the very first `toque up` leaves it; at the end stop the phone and let the rest finish."""
        web, *_ = self.supervisor.children
        assert not any(child.ended() for child in self.supervisor.children), "a test before this one ended it"
        with psycopg.connect(str(self.settings.database_url), autocommit=True) as db:
            # The workers finish what they hold, and find nothing to claim before the new connection is there.
            with db.transaction():
                db.execute("lock table action_queue in access exclusive mode")
                db.execute("delete from action_queue")
            self.empty()
            # What the processes remember they remember by the connection's id, and this one has a new one.
            connection = demo_connection(db, open_vault(self.settings))
            phone = Phone(
                history=True, instance=connection.instance, api_key=connection.secrets.api_key,
                webhook_token=connection.secrets.webhook_token,
                webhook_url=f"{self.url}/api/webhook/{connection.slug}",
            )  # fmt: skip
            phone.on()
            db.execute(query("connections.point_to"), {"id": connection.id, "base_url": phone.url})
            secret = accounts.first_link(db, MACHINE)
            try:
                yield Up(self.url, f"{self.url}/setup/{secret}", self.settings, phone, web)
            finally:
                phone.fake.wait_idle()
                eventually(lambda: _rests(db))
                phone.off()


def _rests(db: psycopg.Connection) -> bool:
    busy = "select from action_queue where status = 'processing' or status = 'pending' and run_at <= now()"
    return db.execute(f"select not exists ({busy})").fetchone() == (True,)


@contextmanager
def product(server: str, home: Path) -> Iterator[Product]:
    """Start web, a worker and what answers, over a database of their own: five seconds of computing."""
    with own_database(server, f"toque_up_{os.getpid()}") as url:
        settings = Settings(
            _env_file=None, database_url=url, data_dir=home, port=free_port(), workers=1, poll_seconds=0.05,
            send_interval_seconds=0, send_jitter_seconds=0, requests_a_minute=100_000, log_level="warning",
        )  # fmt: skip
        with emptying(url) as empty, running(settings, demo=False) as (up, supervisor):
            yield Product(up.url, settings, supervisor, empty)
