"""A web process with a real connection behind it, started and stopped for each test."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from engine import connections
from engine.config import Settings
from engine.connections import Connection
from engine.gateways.authentication import ConnectionSecrets
from engine.vault import open_vault
from engine.web import lifespan
from tests.web.served import PATIENCE, TOKEN, Watched, Web


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    return Settings(_env_file=None, database_url=database_url, port=0, data_dir=tmp_path, max_body_mb=1)


@pytest.fixture
def nowhere(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Lead to a database that is away, for which nobody waits long."""
    monkeypatch.setattr(lifespan, "LINE_SECONDS", 0.3)
    return settings.model_copy(update={"database_url": "postgresql://nobody@127.0.0.1:9/none"})


@pytest.fixture
def start() -> Iterator[Callable[[Settings], Web]]:
    """Return what starts a web process; all of them are stopped at the end."""
    running: list[Web] = []

    def start_one(settings: Settings) -> Web:
        server = Watched(settings)
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        assert server.up.wait(PATIENCE)
        running.append(Web(server, settings, thread))
        return running[-1]

    yield start_one
    for web in running:
        web.client.close()
        web.stop()


@pytest.fixture
def web(settings: Settings, start: Callable[[Settings], Web]) -> Web:
    return start(settings)


@pytest.fixture
def connection(db: psycopg.Connection, settings: Settings) -> Connection:
    return connections.add(
        db,
        open_vault(settings),
        gateway="evolution",
        instance="home",
        secrets_=ConnectionSecrets(webhook_token=TOKEN),
        base_url="http://127.0.0.1:9",
        zone="America/Mexico_City",
        region="MX",
        language="es",
    )


@pytest.fixture
def show(db: psycopg.Connection, connection: Connection) -> Callable[..., int]:
    """Return what writes a row of the feed, in the given transaction or one of its own."""

    def insert(outcome: str, by: psycopg.Connection | None = None) -> int:
        row = (
            (by or db)
            .execute(
                "insert into live_feed (connection_id, event, body) values (%s, 'settled', %s) returning id",
                [connection.id, json.dumps({"message_id": "M1", "emoji": "💳", "outcome": outcome, "items": []})],
            )
            .fetchone()
        )
        (by or db).execute("notify toque_live")
        assert row
        return row[0]

    return insert
