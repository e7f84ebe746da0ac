"""Whoever reacts faster than anybody can mean it: all of it is kept, nobody else waits, and they are told once."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import psycopg
import pytest

from demo.evolution import FakeEvolution
from engine import clock
from engine.deliver import Deliverer
from engine.gateways.signals import OWNER, ReactionChanged
from engine.pace import Pace
from engine.queue import Claimer
from executors.destinations.notices import MANY, notice
from executors.destinations.wording import WORDINGS
from tests.engine.stage import FRIEND, PHONE, SETTINGS, VAULT, Stage, react, seen


@pytest.fixture
def stage(db: psycopg.Connection, database_url: str, fake: FakeEvolution) -> Stage:
    stage = Stage(db, database_url)
    slug = stage.rows("select slug from connections")[0]["slug"]
    db.execute("update connections set base_url = %s, secrets = %s", [fake.url, VAULT.seal(slug, {"api_key": "k"})])
    return stage


def in_one_minute(
    n: int, *, reactor: str = OWNER, ago: timedelta = timedelta(), first: int = 0
) -> list[ReactionChanged]:
    """Return reactions to as many messages, all made in one and the same minute."""
    second = int((clock.now() - ago).timestamp()) // 60 * 60
    return [
        react("💳", f"M{k}", reactor=reactor, server_second=second, outer_id=f"{reactor}{k}")
        for k in range(first, first + n)
    ]


def priorities(stage: Stage) -> dict[str, int]:
    rows = stage.rows("select priority::text from action_queue where event_type = 'settle'")
    return Counter(row["priority"] for row in rows)


def notices(stage: Stage) -> list[dict[str, object]]:
    return stage.rows("select priority::text, status::text from action_queue where event_data ? 'notice'")


def deliver_all(stage: Stage) -> None:
    settings = SETTINGS.model_copy(update={"send_interval_seconds": 0.0, "send_jitter_seconds": 0.0})
    while claim := Claimer("w", 30).delivery(stage.db):
        Deliverer(settings, VAULT).deliver(stage.db, claim)


def test_what_is_beyond_the_pace_is_stored_and_settled_after_everything_else(stage: Stage) -> None:
    stage.tell(*(seen(id_=f"M{k}") for k in range(131)), *in_one_minute(130))
    assert len(stage.rows("select from whatsapp_message_reactions")) == 130
    assert priorities(stage) == {"normal": 100, "low": 30}
    stage.tell(*in_one_minute(1, reactor=FRIEND, first=130))
    claimed = [claim.event_data["address"] for claim in stage.claims(n=101)]
    assert claimed.count(FRIEND) == 1, "another person's reaction does not wait behind the thirty"


def test_all_of_it_becomes_items_in_the_end(stage: Stage) -> None:
    stage.tell(*(seen(id_=f"M{k}") for k in range(120)), *in_one_minute(120))
    stage.settle()
    assert len(stage.items()) == 120


def test_they_are_told_once_in_their_language_ahead_of_the_answers(stage: Stage, fake: FakeEvolution) -> None:
    before = len(fake.sent)
    stage.tell(*(seen(id_=f"M{k}") for k in range(103)), *in_one_minute(102))
    stage.settle()
    # Each telling knows only itself, as several web processes do.
    stage.tell(*in_one_minute(120, first=200))
    assert notices(stage) == [{"priority": "high", "status": "pending"}]
    deliver_all(stage)
    texts = [one.text for one in fake.sent[before:] if one.kind == "text"]
    assert texts[0] == notice(MANY, "es")
    assert texts.count(notice(MANY, "es")) == 1
    assert {one.address for one in fake.sent[before:]} == {PHONE}


def test_until_when_they_may_be_told_goes_by_the_databases_clock(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    hasty, wrong = in_one_minute(102), clock.now() - timedelta(days=3)
    monkeypatch.setattr(clock, "now", lambda: wrong)
    stage.tell(*hasty)
    (row,) = stage.rows(
        "select expires_at between now() + interval '50 minutes' and now() + interval '1 hour' as well"
        " from action_queue where event_data ? 'notice'"
    )
    assert row["well"]


def test_a_hundred_in_a_minute_are_no_haste(stage: Stage) -> None:
    stage.tell(*in_one_minute(100))
    assert priorities(stage) == {"normal": 100}
    assert notices(stage) == []


def test_a_backlog_that_comes_at_once_is_no_haste(stage: Stage) -> None:
    second = int(clock.now().timestamp())
    told = [react("💳", f"M{k}", server_second=second - 60 * k, outer_id=f"R{k}") for k in range(300)]
    stage.tell(*told)
    assert priorities(stage) == {"normal": 300}


def test_haste_of_yesterday_is_told_to_nobody(stage: Stage) -> None:
    stage.tell(*in_one_minute(120, ago=timedelta(hours=20)))
    assert priorities(stage) == {"normal": 100, "low": 20}
    assert notices(stage) == []


def test_under_the_owners_own_number_nobody_else_is_told(stage: Stage) -> None:
    stage.tell(*in_one_minute(120, reactor=FRIEND))
    assert priorities(stage)["low"] == 20
    assert notices(stage) == []


def test_what_is_remembered_of_the_pace_is_bounded() -> None:
    pace = Pace(1)
    for address in range(20_000):
        pace.is_over(1, str(address), 0)
    assert len(pace._counts) == 10_000


@pytest.mark.parametrize("language", WORDINGS)
def test_every_language_that_answers_has_the_words(language: str) -> None:
    assert language == "en" or notice(MANY, language) != notice(MANY, "en")
    assert notice(MANY, f"{language}-XX") == notice(MANY, language)
