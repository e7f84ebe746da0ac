"""A message that was sent by hand is not said to have failed because of what came after."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest

from demo.evolution import FakeEvolution
from engine import connections, messages
from engine.gateways.authentication import ConnectionSecrets
from tests.engine.stage import PHONE, SETTINGS, VAULT, Stage


@pytest.fixture
def fake() -> Iterator[FakeEvolution]:
    with FakeEvolution.running(api_key="k", instance="home", owner=PHONE) as fake:
        yield fake


def test_what_was_sent_and_could_not_be_written_down_says_not_to_send_it_again(
    stage: Stage, fake: FakeEvolution
) -> None:
    opened = connections.by(stage.db, VAULT, "by_id", id=stage.id)
    assert opened is not None
    connections.keep_secrets(stage.db, VAULT, opened, ConnectionSecrets(api_key="k", webhook_token="t"), fake.url)
    (one,) = connections.overview(stage.db, stage.id)

    def record(*_: object, **__: object) -> None:
        raise psycopg.OperationalError("the line was cut")

    with pytest.raises(messages.NotSent, match="do not send it again"):
        messages.send(stage.db, VAULT, SETTINGS, one, "me", "hola", record)
    assert len(fake.sent) == 1
