from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest

from demo.evolution import FakeEvolution
from demo.webhooks import Webhook
from engine import connections
from engine.connect import TOKEN_HEADER
from engine.gateways.authentication import ConnectionSecrets
from engine.gateways.evolution_client import EVENTS
from tests.engine.stage import NOBODY, PHONE, VAULT, Stage


@pytest.fixture
def stage(db: psycopg.Connection, database_url: str) -> Stage:
    return Stage(db, database_url)


@pytest.fixture(scope="module")
def fake() -> Iterator[FakeEvolution]:
    """A gateway, which a file's tests share; who changes how it behaves lets it behave again."""
    with FakeEvolution.running(api_key="k", instance="home", owner=PHONE) as fake:
        yield fake


@pytest.fixture
def home(stage: Stage, fake: FakeEvolution) -> Stage:
    """A number whose gateway sends, and posts to it."""
    opened = connections.by(stage.db, VAULT, "by_id", id=stage.id)
    assert opened is not None
    connections.keep_secrets(stage.db, VAULT, opened, ConnectionSecrets(api_key="k", webhook_token="t"), fake.url)
    url = f"http://127.0.0.1:{NOBODY}/api/webhook/{opened.slug}"
    fake.behave()
    fake.set_webhook(Webhook(url, {TOKEN_HEADER: "t"}, events=EVENTS))
    return stage
