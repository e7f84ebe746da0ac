"""A message that was sent by hand is not said to have failed because of what came after."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest

from demo.evolution import FakeEvolution
from engine import connections, messages
from engine.connect import Record
from engine.connections import Overview
from engine.gateways.authentication import ConnectionSecrets
from executors.destinations import NotNow, Permanent
from tests.engine.stage import PHONE, SETTINGS, VAULT, Stage


@pytest.fixture
def fake() -> Iterator[FakeEvolution]:
    with FakeEvolution.running(api_key="k", instance="home", owner=PHONE) as fake:
        yield fake


@pytest.fixture
def one(stage: Stage, fake: FakeEvolution) -> Overview:
    """A number whose gateway sends."""
    opened = connections.by(stage.db, VAULT, "by_id", id=stage.id)
    assert opened is not None
    connections.keep_secrets(stage.db, VAULT, opened, ConnectionSecrets(api_key="k", webhook_token="t"), fake.url)
    (number,) = connections.overview(stage.db, stage.id)
    return number


def nothing(*_: object, **__: object) -> None:
    """Write nothing down: the record has tests of its own."""


def send(stage: Stage, one: Overview, text: str = "hola", record: Record = nothing) -> messages.Sent:
    stage.db.execute("update lanes set free_at = now()")
    return messages.send(stage.db, VAULT, SETTINGS, one, "me", text, record)


def test_what_was_sent_and_could_not_be_written_down_says_not_to_send_it_again(
    stage: Stage, fake: FakeEvolution, one: Overview
) -> None:
    def record(*_: object, **__: object) -> None:
        raise psycopg.OperationalError("the line was cut")

    with pytest.raises(messages.MaybeSent, match="do not send it again"):
        send(stage, one, record=record)
    assert len(fake.sent) == 1


def test_who_dies_between_sending_and_writing_it_down_is_told_of_before_the_same_goes_out_again(
    stage: Stage, fake: FakeEvolution, one: Overview
) -> None:
    def die(*_: object, **__: object) -> None:
        raise SystemExit

    with pytest.raises(SystemExit):
        send(stage, one, record=die)
    send(stage, one, "otra cosa")
    with pytest.raises(messages.MaybeSent, match=r"was begun to be sent at 20\d\d-.* UTC, .*: look into the chat"):
        send(stage, one)
    assert [sent.text for sent in fake.sent] == ["hola", "otra cosa"]
    send(stage, one)
    send(stage, one)
    assert [sent.text for sent in fake.sent] == ["hola", "otra cosa", "hola", "hola"], "told once, and no obstacle"
    assert stage.rows("select from begun_messages") == []


@pytest.mark.parametrize(
    ("fault", "refusal"), [("error", NotNow), ("not_on_whatsapp", Permanent), ("hang_up_after", messages.MaybeSent)]
)
def test_what_ended_with_a_word_of_what_became_of_it_leaves_nothing_to_tell(
    stage: Stage, fake: FakeEvolution, one: Overview, fault: str, refusal: type[Exception]
) -> None:
    fake.misbehave(send_text=fault, send_text_status=429, send_text_times=1)
    with pytest.raises(refusal):
        send(stage, one)
    assert stage.rows("select from begun_messages") == []
    assert send(stage, one).message_id == fake.sent[-1].message_id
