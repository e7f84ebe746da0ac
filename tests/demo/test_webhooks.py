"""The fake posts its webhooks as Evolution does, and badly when asked to."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import jwt
import pytest

from demo.evolution import FakeEvolution
from demo.world import NotPossible
from tests.demo.receiver import receiving

QUICK = {"base_delay": 0.002}


@pytest.mark.parametrize("status", [400, 401, 403, 404, 422])
def test_some_answers_are_final(status: int) -> None:
    with receiving(lambda _: status) as receiver, FakeEvolution.running(webhook_url=receiver.url, **QUICK) as fake:
        fake.say("hola")
        fake.wait_idle()
    assert [delivery.outcome for delivery in fake.deliveries] == ["refused"]
    assert len(receiver.got) == 1


@pytest.mark.parametrize("status", [0, 429, 500, 503])
def test_other_failures_are_tried_again_until_they_end(status: int) -> None:
    with (
        receiving(lambda number: status if number < 4 else 201) as receiver,
        FakeEvolution.running(webhook_url=receiver.url, **QUICK) as fake,
    ):
        fake.say("hola")
        fake.wait_idle()
    assert [delivery.answers for delivery in fake.deliveries] == [[status, status, status, 201]]
    assert len({str(got.body) for got in receiver.got}) == 1


def test_after_ten_attempts_a_webhook_is_given_up() -> None:
    with receiving(lambda _: 503) as receiver, FakeEvolution.running(webhook_url=receiver.url, **QUICK) as fake:
        fake.say("hola")
        fake.wait_idle(30)
    assert [delivery.outcome for delivery in fake.deliveries] == ["given up"]
    assert len(receiver.got) == 10


def test_the_jwt_key_becomes_a_bearer_token_and_is_not_sent() -> None:
    key = "a key that is long enough for the library"
    with (
        receiving() as receiver,
        FakeEvolution.running(webhook_url=receiver.url, headers={"jwt_key": key, "X-Tenant": "demo"}) as fake,
    ):
        fake.say("hola")
        fake.wait_idle()
    headers = receiver.got[0].headers
    claims = jwt.decode(headers["authorization"].removeprefix("Bearer "), key, algorithms=["HS256"])
    assert (claims["app"], claims["action"], claims["exp"] - claims["iat"]) == ("evolution", "webhook", 600)
    assert headers["x-tenant"] == "demo"
    assert "jwt_key" not in headers


def test_the_token_goes_along_and_the_events_name_where_asked() -> None:
    with (
        receiving() as receiver,
        FakeEvolution.running(webhook_url=receiver.url, webhook_token="secret", by_events=True) as fake,
    ):
        fake.connect("open")
        fake.wait_idle()
    assert receiver.got[0].headers["x-toque-token"] == "secret"
    assert receiver.got[0].path == "/hook/connection-update"


def test_duplicates_are_the_same_body_again() -> None:
    with receiving() as receiver, FakeEvolution.running(webhook_url=receiver.url) as fake:
        fake.misbehave(duplicate=5)
        fake.say("hola")
        fake.wait_idle()
    assert len(receiver.got) == 5
    assert len({str(got.body) for got in receiver.got}) == 1


@pytest.mark.parametrize(("seed", "turned"), [(0, False), (2, True)])
def test_a_seed_decides_the_order(seed: int, turned: bool) -> None:  # noqa: FBT001 -- parametrised
    with receiving() as receiver, FakeEvolution.running(webhook_url=receiver.url) as fake:
        fake.misbehave(reorder=2, seed=seed)
        fake.react(fake.say("hola"), "✅")
        fake.wait_idle()
    kinds = [got.data["messageType"] for got in receiver.got]
    assert (kinds == ["reactionMessage", "conversation"]) is turned


def test_a_window_that_does_not_fill_is_posted_all_the_same() -> None:
    with receiving() as receiver, FakeEvolution.running(webhook_url=receiver.url) as fake:
        fake.misbehave(reorder=100)
        fake.say("hola")
        fake.wait_idle()
    assert len(receiver.got) == 1


def test_late_webhooks_wait_until_they_are_released() -> None:
    with receiving() as receiver, FakeEvolution.running(webhook_url=receiver.url) as fake:
        fake.misbehave(late=True)
        message = fake.say("hola")
        fake.misbehave(late=False)
        fake.react(message, "✅")
        fake.wait_idle()
        assert [got.data["messageType"] for got in receiver.got] == ["reactionMessage"]
        assert fake.release() == 1
        fake.wait_idle()
    assert [got.data["messageType"] for got in receiver.got] == ["reactionMessage", "conversation"]


def test_lost_webhooks_never_come() -> None:
    with receiving() as receiver, FakeEvolution.running(webhook_url=receiver.url) as fake:
        fake.misbehave(lose=1)
        fake.say("perdido")
        fake.say("hola")
        fake.wait_idle()
    assert [got.data["message"]["conversation"] for got in receiver.got] == ["hola"]
    assert [delivery.outcome for delivery in fake.deliveries] == ["lost", "delivered"]


def test_of_many_webhooks_at_once_each_arrives() -> None:
    with receiving() as receiver, FakeEvolution.running(webhook_url=receiver.url) as fake:
        for number in range(300):
            fake.say(f"mensaje {number}")
        fake.wait_idle(30)
    assert len({got.data["key"]["id"] for got in receiver.got}) == 300


def test_nothing_in_flight_is_idle_in_both_worlds() -> None:
    with receiving() as receiver, FakeEvolution.running(webhook_url=receiver.url) as fake:
        fake.say("hola")
        assert asyncio.run(fake.idle(10))
    assert len(receiver.got) == 1


def test_waiting_for_what_never_comes_ends_with_the_time() -> None:
    with FakeEvolution.running(webhook_url="http://127.0.0.1:9/", base_delay=60) as fake:
        fake.say("hola")
        with pytest.raises(TimeoutError, match="1 webhooks"):
            fake.wait_idle(0.05)
        with pytest.raises(TimeoutError, match="nothing that fits"):
            fake.wait_sent(lambda _: True, 0.05)


def test_a_message_may_be_older_than_its_reaction() -> None:
    with receiving() as receiver, FakeEvolution.running(webhook_url=receiver.url) as fake:
        long_ago = datetime.now(UTC) - timedelta(days=3)
        fake.react(fake.say("hola", at=long_ago), "✅")
        fake.wait_idle()
    seconds = {got.data["messageType"]: got.data["messageTimestamp"] for got in receiver.got}
    assert seconds["conversation"] == int(long_ago.timestamp())
    assert seconds["reactionMessage"] - seconds["conversation"] >= 3 * 24 * 3600


@pytest.mark.parametrize("wrong", [{"nonsense": 1}, {"send_text": "burn"}, {"duplicate": "5"}, {"late": 1}])
def test_a_fault_that_does_not_exist_is_refused_with_a_sentence(wrong: dict[str, object]) -> None:
    with FakeEvolution.running() as fake, pytest.raises(NotPossible, match=next(iter(wrong))):
        fake.misbehave(**wrong)
