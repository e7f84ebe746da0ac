"""A web process, and a number whose reactions were settled."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator

import httpx2
import psycopg
import pytest
from pydantic import SecretStr

from engine.audit import Audit
from engine.config import Settings
from engine.vault import open_vault
from tests.engine.stage import Stage, react, seen
from tests.web.api.who import Doorman
from tests.web.served import Web

TEXTS = {
    "💳": "Pagar luz CFE $890 vence 15 enero",
    "✅": "Urgente: enviar el contrato antes del viernes #legal",
    "📅": "Mañana a las 5 dentista con Ana en Polanco",
    "📝": "la clave del wifi es 1234",
}


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """Open with the key that the tests' `Stage` seals with: what is asked of its connection can be answered."""
    return settings.model_copy(update={"secret_key": SecretStr(base64.b64encode(b"k" * 32).decode())})


@pytest.fixture
def stage(db: psycopg.Connection, database_url: str) -> Stage:
    return Stage(db, database_url)


@pytest.fixture
def made(stage: Stage) -> dict[str, int]:
    """One item of each kind; their ids by kind."""
    for emoji, text in TEXTS.items():
        stage.tell(seen(text, f"M{emoji}"), react(emoji, f"M{emoji}"))
    stage.settle()
    return {row["kind"]: row["id"] for row in stage.rows("select kind::text, id from items")}


@pytest.fixture
def api(web: Web) -> httpx2.Client:
    return web.client


@pytest.fixture
def tag(api: httpx2.Client) -> Callable[[str], dict[str, str]]:
    """What a write sends to say which version it has seen."""
    return lambda address: {"If-Match": api.get(address).headers["etag"]}


@pytest.fixture
def doorman(settings: Settings, start: Callable[[Settings], Web], db: psycopg.Connection) -> Iterator[Doorman]:
    """What lets people and programs in, at a web process that nobody asks too often."""
    web = start(settings.model_copy(update={"requests_a_minute": 100_000}))
    made = Doorman(web, db, Audit.of(open_vault(settings)))
    yield made
    made.close()
