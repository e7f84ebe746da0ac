"""A web process, and a number whose reactions were settled."""

from __future__ import annotations

from collections.abc import Callable

import httpx2
import psycopg
import pytest

from tests.engine.stage import Stage, react, seen
from tests.web.served import Web

TEXTS = {
    "💳": "Pagar luz CFE $890 vence 15 enero",
    "✅": "Urgente: enviar el contrato antes del viernes #legal",
    "📅": "Mañana a las 5 dentista con Ana en Polanco",
    "📝": "la clave del wifi es 1234",
}


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
