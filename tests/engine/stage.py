"""What the tests of the engine share: a connection with the starter rules, and a way to tell and to settle."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import psycopg
from psycopg.rows import dict_row

from engine import connections, rulebook
from engine.config import Settings
from engine.gateways.authentication import ConnectionSecrets
from engine.gateways.signals import OWNER, MessageSeen, ReactionChanged, Signal
from engine.heard import Group, Heard
from engine.queue import Claim, Claimer
from engine.settle import Settler
from engine.storing import remember
from engine.vault import Vault

PHONE = "5215512345678@s.whatsapp.net"
FRIEND = "5215587654321@s.whatsapp.net"
NOBODY = "9"
"""A port at which nothing answers."""
VAULT = Vault(b"k" * 32)
START = datetime(2026, 1, 2, 15, 0, tzinfo=UTC)
SETTINGS = Settings(_env_file=None, database_url=None)


def seen(text: str | None = "Pagar luz CFE $890 vence 15 enero", id_: str = "M1", **more: Any) -> MessageSeen:
    values = {"chat": FRIEND, "author": FRIEND, "sent_at": START, "kind": "text" if text else "voice"}
    return MessageSeen(message_id=id_, text=text, **values | more)


def react(emoji: str | None = "💳", id_: str = "M1", *, n: int = 1, **more: Any) -> ReactionChanged:
    """Return the n-th reaction to a message: each is a second later than the one before."""
    second = int(START.timestamp()) + n
    values = {"chat": FRIEND, "reactor": OWNER, "outer_id": f"R{id_}{n}", "server_second": second}
    return ReactionChanged(message_id=id_, emoji=emoji, sender_ms=second * 1000, **values | more)


class _Ears(threading.local):
    """Where signals are stored: a line that stays, since a new one learns the tables anew, for 30 ms."""

    def __init__(self) -> None:
        self._loop = asyncio.Runner()
        self._lines: dict[str, psycopg.AsyncConnection[Any]] = {}

    def store(self, url: str, group: Group) -> None:
        self._loop.run(self._store(url, group))

    async def _store(self, url: str, group: Group) -> None:
        line = await self._line(url)
        async with line.transaction():
            await remember(line, group)

    async def _line(self, url: str) -> psycopg.AsyncConnection[Any]:
        if url in self._lines:
            try:
                await self._lines[url].execute("select")
            except psycopg.OperationalError:
                del self._lines[url]  # A test cut all connections.
        if url not in self._lines:
            self._lines[url] = await psycopg.AsyncConnection.connect(url, autocommit=True)
        return self._lines[url]


_ears = _Ears()


@dataclass(slots=True)
class Stage:
    """One connection of a test, and everything that can happen to it."""

    db: psycopg.Connection[Any]
    url: str
    id: int = 0
    settings: Settings = field(default_factory=lambda: SETTINGS)
    _settler: Settler | None = None

    def __post_init__(self) -> None:
        made = connections.add(
            self.db, VAULT, gateway="evolution", instance="home", zone="America/Mexico_City", region="MX",
            language="es", secrets_=ConnectionSecrets(webhook_token="t"),
        )  # fmt: skip
        self.id = made.id
        self.db.execute("update connections set acts_since = %s", [START - timedelta(days=1)])
        rulebook.save_starter(self.db, self.id)

    def tell(self, *signals: Signal, owner: str | None = PHONE, each_alone: bool = False) -> None:
        """Store signals, all in one group or one after the other."""
        for group in [[one] for one in signals] if each_alone else [list(signals)]:
            heard = Group()
            heard.add(Heard(self.id, owner, tuple(group)))
            _ears.store(self.url, heard)

    def claims(self, *, n: int = 100, lease: float = 30.0, worker: str = "w") -> list[Claim]:
        return Claimer(worker, lease).settles(self.db, n)

    def settle(self) -> None:
        """Settle until nothing that is ready is left."""
        while claims := self.claims():
            self.settler.settle(self.db, claims)

    @property
    def settler(self) -> Settler:
        if self._settler is None:
            self._settler = Settler(self.settings, lambda work: work(), rulebook.Shelf())
        return self._settler

    def rows(self, statement: str, *values: Any) -> list[dict[str, Any]]:
        with self.db.cursor(row_factory=dict_row) as cursor:
            return cursor.execute(statement, values).fetchall()

    def compact(self) -> None:
        """Rewrite every table: what other tests left of them is no cost of a statement whose blocks are counted."""
        tables = ", ".join(row["name"] for row in self.rows("select relname as name from pg_stat_user_tables"))
        self.db.execute(f"vacuum (full, analyze) {tables}")

    def blocks(self, statement: str, values: Mapping[str, Any] | None = None) -> int:
        """Run a statement and count the blocks that it touches: what it costs, whatever else the machine does."""
        (told,) = self.db.execute(f"explain (analyze, buffers, format json) {statement}", values).fetchone()
        return told[0]["Plan"]["Shared Hit Blocks"] + told[0]["Plan"]["Shared Read Blocks"]

    def items(self) -> list[tuple[Any, ...]]:
        return self.db.execute("select kind::text, title, status::text from items order by id").fetchall()

    def outcomes(self) -> list[str]:
        return [row[0] for row in self.db.execute("select outcome from action_execution_log order by id")]
