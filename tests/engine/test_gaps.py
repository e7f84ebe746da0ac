"""What a gateway kept and told nobody is caught: as by a webhook, once, and never from before the connection acts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

import psycopg
import pytest

from demo.evolution import FakeEvolution
from engine import clock, connections, gaps, rulebook
from engine.deliver import Deliverer
from engine.gateways.evolution import read
from engine.gateways.evolution_client import EvolutionClient
from engine.gateways.gateway import History
from engine.gateways.signals import ConnectionChanged
from engine.queue import Claimer
from rules.book import read as read_rules
from tests.engine.stage import PHONE, SETTINGS, VAULT, Stage

WORDS = "Pagar luz CFE $890 vence 15 enero"


@dataclass
class Line:
    """A gateway whose webhooks go nowhere, and the product that can ask it."""

    stage: Stage
    fake: FakeEvolution

    def __post_init__(self) -> None:
        slug = self.stage.rows("select slug from connections")[0]["slug"]
        self.stage.db.execute(
            "update connections set base_url = %s, secrets = %s, acts_since = now() - interval '2 days'",
            [self.fake.url, VAULT.seal(slug, {"api_key": "k"})],
        )

    def repair(self) -> None:
        """Ask now, until the item waits for its next time."""
        told = {"send_interval_seconds": 0.0, "send_jitter_seconds": 0.0, "database_url": self.stage.url}
        deliverer = Deliverer(SETTINGS.model_copy(update=told), VAULT)
        gaps.ensure(self.stage.db)
        gaps.hasten(self.stage.db)
        while claim := Claimer("w", 30).delivery(self.stage.db):
            deliverer.deliver(self.stage.db, claim)
        self.stage.settle()

    def reactions(self) -> set[tuple[str, str | None]]:
        rows = self.stage.rows("select message_id, emoji from whatsapp_message_reactions")
        return {(row["message_id"], row["emoji"]) for row in rows}

    def item(self) -> dict[str, object]:
        statement = "select status::text, attempts, event_data, run_at > now() + interval '4 minutes' as later"
        (found,) = self.stage.rows(f"{statement} from action_queue where event_type = 'repair'")
        return found

    def counted(self) -> dict[str, int]:
        rows = self.stage.rows("select name, amount from totals where name like 'repaired%%'")
        return {row["name"]: row["amount"] for row in rows}


@pytest.fixture
def line(db: psycopg.Connection, database_url: str) -> Iterator[Line]:
    with FakeEvolution.running(api_key="k", instance="home", owner=PHONE) as fake:
        yield Line(Stage(db, database_url), fake)


def test_what_was_told_nobody_is_caught_and_acted_on(line: Line) -> None:
    target = line.fake.say(WORDS)
    line.fake.react(target, "💳")
    line.repair()
    assert line.reactions() == {(target, "💳")}
    assert line.stage.items() == [("bill", "CFE", "open")]
    assert line.counted() == {"repaired_messages": 1, "repaired_reactions": 1}
    assert line.item() == {"status": "pending", "attempts": 0, "event_data": {}, "later": True}


def test_nothing_is_acted_on_twice(line: Line) -> None:
    target = line.fake.say(WORDS)
    line.fake.react(target, "💳")
    for _ in range(3):
        line.repair()
    assert line.stage.items() == [("bill", "CFE", "open")]
    assert line.stage.outcomes() == ["created"]
    assert line.counted() == {"repaired_messages": 1, "repaired_reactions": 1}


def test_what_came_by_webhook_is_not_taken_again(line: Line) -> None:
    target = line.fake.say(WORDS)
    line.fake.react(target, "💳")
    (message,) = line.fake.world.messages.values()
    (reaction,) = message.reactions.values()
    for data in (line.fake.speaker.text(message), line.fake.speaker.reaction(message, reaction)):
        line.stage.tell(*read({"event": "messages.upsert", "instance": "home", "data": data, "sender": PHONE}).signals)
    line.stage.settle()
    line.repair()
    assert line.counted() == {}
    assert line.stage.outcomes() == ["created"]


def test_a_reaction_taken_back_while_nobody_heard_undoes_the_item(line: Line) -> None:
    target = line.fake.say(WORDS)
    line.fake.react(target, "💳")
    line.repair()
    line.fake.react(target, None)
    line.repair()
    assert line.stage.items() == [("bill", "CFE", "cancelled")]


def test_a_repaired_one_that_comes_by_webhook_after_all_changes_nothing(line: Line) -> None:
    target = line.fake.say(WORDS)
    line.fake.react(target, "💳")
    line.repair()
    (message,) = line.fake.world.messages.values()
    (reaction,) = message.reactions.values()
    for data in (line.fake.speaker.text(message), line.fake.speaker.reaction(message, reaction)):
        line.stage.tell(*read({"event": "messages.upsert", "instance": "home", "data": data, "sender": PHONE}).signals)
    line.stage.settle()
    assert line.stage.outcomes() == ["created"]


def test_nothing_from_before_the_connection_acts_is_looked_at(line: Line) -> None:
    moment = clock.now()
    line.stage.db.execute("update connections set acts_since = %s", [moment - timedelta(minutes=30)])
    old = line.fake.say("viejo", at=moment - timedelta(minutes=40))
    line.fake.react(old, "💳", at=moment - timedelta(minutes=35))
    young = line.fake.say(WORDS, at=moment - timedelta(minutes=20))
    line.fake.react(young, "💳", at=moment - timedelta(minutes=19))
    line.repair()
    assert line.reactions() == {(young, "💳")}
    assert line.stage.rows("select id from whatsapp_messages") == [{"id": young}]


def test_what_we_sent_ourselves_is_not_taken_for_the_owners(line: Line) -> None:
    target = line.fake.say(WORDS)
    line.fake.react(target, "💳", via_api=True)
    line.repair()
    assert line.reactions() == set()
    assert line.stage.items() == []


def test_a_gateway_that_refuses_the_key_is_asked_again_after_an_hour(line: Line) -> None:
    line.fake.api_key = "another"
    for _ in range(2):
        line.repair()
    assert line.item() == {"status": "pending", "attempts": 0, "event_data": {}, "later": True}
    (told,) = line.stage.rows(
        "select last_error, run_at > now() + interval '50 minutes' as late from action_queue where lane = 'repair'"
    )
    assert told["late"]
    assert told["last_error"]
    line.fake.api_key = "k"
    line.fake.react(line.fake.say(WORDS), "💳")
    line.repair()
    assert line.stage.items() == [("bill", "CFE", "open")]


def test_a_long_gap_is_caught_over_several_turns(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(120):
        line.fake.react(line.fake.say(WORDS), "💳")
    monkeypatch.setattr(gaps, "TURN", 0.0)
    line.repair()
    (between,) = line.stage.rows("select run_at > now() as rests from action_queue where lane = 'repair'")
    assert between["rests"], "the gateway is let breathe between two turns"
    while line.item()["event_data"]:
        line.repair()
    assert line.item()["later"]
    assert len(line.stage.items()) == 120


@dataclass
class Stubborn:
    """A gateway that tells its newest page whichever it is asked for."""

    client: EvolutionClient
    asked: int = 0

    def history(self, page: int) -> History:
        assert page > 0
        self.asked += 1
        return self.client.history(1)


@pytest.mark.parametrize("turn", [0.25, 0.0])
def test_a_gateway_that_ignores_the_page_is_not_asked_for_ever(
    line: Line, monkeypatch: pytest.MonkeyPatch, turn: float
) -> None:
    monkeypatch.setattr(gaps, "TURN", turn)
    line.fake.react(line.fake.say(WORDS), "💳")
    stubborn = Stubborn(EvolutionClient(line.fake.url, "k", "home"))
    settings = SETTINGS.model_copy(update={"database_url": line.stage.url})
    connection = connections.by(line.stage.db, VAULT, "by_id", id=line.stage.id)
    gaps.ensure(line.stage.db)
    while claim := Claimer("w", 30).delivery(line.stage.db):
        gaps.Repair(settings, line.stage.db, claim).turn(connection, stubborn)
        line.stage.db.execute("update lanes set free_at = now()")
        line.stage.db.execute("update action_queue set run_at = now() where lane = 'repair' and event_data <> '{}'")
    assert stubborn.asked == 2
    assert line.item()["later"]
    assert len(line.reactions()) == 1


def test_a_look_takes_only_so_many_pages(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(120):
        line.fake.react(line.fake.say(WORDS), "💳")
    monkeypatch.setattr(gaps, "PAGES", 1)
    line.repair()
    assert line.item() == {"status": "pending", "attempts": 0, "event_data": {}, "later": True}
    assert sum(line.counted().values()) == 100


def test_a_gateway_that_cannot_be_asked_is_asked_again_later(line: Line) -> None:
    line.fake.react(line.fake.say(WORDS), "💳")
    line.fake.misbehave(find_messages="error")
    line.repair()
    assert line.item()["status"] == "pending"
    assert line.stage.items() == []
    line.fake.behave()
    line.repair()
    assert line.stage.items() == [("bill", "CFE", "open")]


def test_a_line_that_is_open_again_is_asked_at_once(line: Line) -> None:
    line.repair()
    assert line.item()["later"]
    line.stage.tell(ConnectionChanged("open", None))
    assert not line.item()["later"]


def test_a_connection_without_a_gateway_is_not_asked(line: Line) -> None:
    line.stage.db.execute("update connections set base_url = null")
    line.repair()
    assert line.stage.rows("select from action_queue where event_type = 'repair'") == []


def heard(line: Line, *, every: timedelta, until: timedelta) -> None:
    """Let a hundred messages come, one after the other, the last so long ago."""
    line.stage.db.execute(
        "insert into whatsapp_messages (connection_id, id, chat, author, kind, text, sent_at, stored_at)"
        " select %s, 'H' || n, 'c', 'a', 'text', 'x', now() - %s - n * %s, now() - %s - n * %s"
        " from generate_series(0, 99) as n",
        [line.stage.id, until, every, until, every],
    )


def silent(line: Line) -> bool:
    return bool(line.stage.rows("select from gaps where silent_since is not null"))


def test_a_number_that_is_quieter_than_it_ever_is_raises_the_alarm(line: Line) -> None:
    heard(line, every=timedelta(hours=2), until=timedelta(hours=5))
    line.repair()
    assert silent(line)
    line.fake.say("hola")
    line.repair()
    assert not silent(line)


def test_a_usual_pause_is_no_alarm(line: Line) -> None:
    heard(line, every=timedelta(hours=2), until=timedelta(hours=3))
    line.repair()
    assert not silent(line)


def test_a_number_that_is_hardly_used_is_no_alarm(line: Line) -> None:
    heard(line, every=timedelta(minutes=1), until=timedelta(hours=5))
    line.stage.db.execute("delete from whatsapp_messages where id > 'H3'")
    line.repair()
    assert not silent(line)


def test_a_message_that_nobody_told_of_fires_the_rules_about_messages_once(line: Line) -> None:
    rule = {"id": "cfe", "when": {"message": "any", "by": "anyone"}, "do": [{"create_bill": {}}]}
    rulebook.save(line.stage.db, line.stage.id, read_rules({"version": 1, "rules": [rule]}).rules, origin="ui")
    line.stage.db.execute("update connections set watches_since = acts_since")
    line.fake.say(WORDS)
    line.repair()
    line.repair()
    assert line.stage.items() == [("bill", "CFE", "open")]
    # Our own answer, as the gateway keeps it, is none of their business.
    line.fake.send_text(line.fake.world.chat("lupe"), "x", "💳 Pago anotado: CFE $890", None)
    line.repair()
    assert line.stage.outcomes() == ["created"]
