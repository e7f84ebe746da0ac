"""Answers go to the owner's own chat, once, within the send budget; a gateway that misbehaves changes no item."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import psycopg
import pytest

from demo.evolution import FakeEvolution
from engine import rulebook
from engine.deliver import Deliverer
from engine.gateways.evolution import read as read_body
from engine.gateways.signals import OWNER
from engine.queue import Claimer
from rules.book import load, read
from rules.rule import Reply, Rule
from sql import query
from tests.engine.stage import FRIEND, PHONE, SETTINGS, VAULT, Stage, react, seen


@dataclass(slots=True)
class Post:
    """A stage whose answers go to a fake gateway."""

    stage: Stage
    fake: FakeEvolution

    def __post_init__(self) -> None:
        self.stage.db.execute(
            "update connections set base_url = %s, secrets = %s",
            [self.fake.url, VAULT.seal(self.stage.rows("select slug from connections")[0]["slug"], {"api_key": "k"})],
        )

    def deliver(self, **settings: float) -> bool:
        """Deliver the next thing that is due; tell whether there was one."""
        settings = {"send_interval_seconds": 0.0, "send_jitter_seconds": 0.0} | settings
        deliverer = Deliverer(SETTINGS.model_copy(update=settings), VAULT)
        claim = Claimer("w", 30).delivery(self.stage.db)
        if claim:
            deliverer.deliver(self.stage.db, claim)
        return claim is not None

    def react(self, *signals: object) -> None:
        self.stage.tell(*signals)
        self.stage.settle()

    def outcomes(self) -> list[str]:
        return [row["outcome"] for row in self.stage.rows("select outcome from deliveries order by queue_id")]

    def queue(self) -> list[dict[str, object]]:
        statement = "select status::text, run_at > now() as later from action_queue where event_type = 'deliver'"
        return self.stage.rows(statement)


@pytest.fixture
def post(db: psycopg.Connection, database_url: str, fake: FakeEvolution) -> Iterator[Post]:
    yield Post(Stage(db, database_url), fake)
    fake.behave()


def sent(post: Post) -> list[str]:
    return [one.text for one in post.fake.sent if one.kind == "text"]


def test_the_answer_goes_to_the_owners_own_chat_in_the_owners_language(post: Post) -> None:
    post.react(seen(), react("💳"))
    before = len(post.fake.sent)
    assert post.deliver()
    (answer,) = post.fake.sent[before:]
    assert answer.address == PHONE
    assert "CFE" in answer.text
    assert "890.00 MXN" in answer.text
    assert "15 de enero" in answer.text
    assert post.outcomes() == ["sent"]
    assert not post.deliver()


def test_only_the_newest_state_is_told(post: Post) -> None:
    post.react(seen(), react("💳"))
    post.react(react(None, n=2))
    before = len(sent(post))
    while post.deliver():
        pass
    assert post.outcomes() == ["superseded", "sent"]
    (text,) = sent(post)[before:]
    assert "deshecho" in text


def test_a_day_that_is_near_is_no_priority_to_speak_of_and_a_written_one_is(post: Post) -> None:
    post.react(seen("Llamar a Ana mañana", "M1"), react("✅", "M1"))
    assert post.deliver()
    assert "❗" not in sent(post)[-1]
    post.react(seen("URGENTE: llamar a Ana mañana", "M2"), react("✅", "M2"))
    assert post.deliver()
    assert "❗" in sent(post)[-1]
    assert [row["priority"] for row in post.stage.rows("select priority from items order by id")] == ["high", "high"]


def test_an_answer_that_nobody_could_be_given_in_time_is_dropped(post: Post) -> None:
    post.react(seen(), react("💳"))
    post.stage.db.execute("update action_queue set expires_at = now() - interval '1 s' where event_type = 'deliver'")
    before = len(post.fake.sent)
    post.deliver()
    assert post.outcomes() == ["expired"]
    assert len(post.fake.sent) == before


def test_a_gateway_that_is_busy_is_asked_again_later_and_the_item_stands(post: Post) -> None:
    post.react(seen(), react("💳"))
    post.fake.misbehave(send_text="error", send_text_status=503)
    post.deliver()
    assert post.queue() == [{"status": "pending", "later": True}]
    assert post.stage.items() == [("bill", "CFE", "open")]
    post.fake.behave()
    post.stage.db.execute("update action_queue set run_at = now(); update lanes set free_at = now()")
    post.deliver()
    assert post.outcomes() == ["sent"]


def test_a_refusal_is_a_dead_letter_with_what_to_do(post: Post) -> None:
    post.react(seen(), react("💳"))
    post.fake.misbehave(send_text="not_on_whatsapp")
    post.deliver()
    assert [row["status"] for row in post.queue()] == ["failed"]
    assert post.outcomes() == ["refused"]
    assert post.stage.items() == [("bill", "CFE", "open")]


def test_a_sending_that_ended_unclear_is_not_repeated(post: Post) -> None:
    post.react(seen(), react("💳"))
    post.fake.misbehave(send_text="hang_up_after")
    post.deliver()
    assert post.outcomes() == ["unclear"]
    assert [row["status"] for row in post.queue()] == ["completed"]


def test_a_worker_that_died_while_sending_leaves_a_text_that_is_not_sent_again(post: Post) -> None:
    post.react(seen(), react("💳"))
    claim = Claimer("dies", -1).delivery(post.stage.db)
    key = {"connection_id": post.stage.id, "queue_id": claim.id, "attempts": claim.attempts, "again": False}
    assert post.stage.db.execute(query("deliver.begin"), key).fetchone()
    post.stage.db.execute(query("queue.return_expired"))
    post.stage.db.execute("update lanes set free_at = now()")
    before = len(post.fake.sent)
    post.deliver()
    assert len(post.fake.sent) == before
    assert post.outcomes() == ["unclear"]


def test_two_workers_that_hold_the_same_answer_send_it_once(post: Post) -> None:
    post.react(seen(), react("💳"))
    late = Claimer("late", -1).delivery(post.stage.db)
    post.stage.db.execute(query("queue.return_expired"))
    post.stage.db.execute("update lanes set free_at = now()")
    before = len(post.fake.sent)
    assert post.deliver()
    Deliverer(SETTINGS, VAULT).deliver(post.stage.db, late)
    assert len(post.fake.sent) == before + 1
    assert post.outcomes() == ["sent"]


def test_a_reaction_put_back_at_once_is_still_confirmed(post: Post) -> None:
    post.react(seen(), react("💳"))
    post.react(react(None, n=2), react("💳", n=3))
    before = len(sent(post))
    while post.deliver():
        pass
    assert len(sent(post)) == before + 1
    assert "CFE" in sent(post)[-1]


def test_a_changed_key_is_used_at_once(post: Post) -> None:
    deliverer = Deliverer(SETTINGS.model_copy(update={"send_interval_seconds": 0.0}), VAULT)
    seal = "update connections set secrets = %s"
    (row,) = post.stage.rows("select slug from connections")
    post.stage.db.execute(seal, [VAULT.seal(row["slug"], {"api_key": "former"})])
    post.react(seen(), react("💳"))
    deliverer.deliver(post.stage.db, Claimer("w", 30).delivery(post.stage.db))
    assert post.outcomes() == ["refused"]
    post.stage.db.execute(seal, [VAULT.seal(row["slug"], {"api_key": "k"})])
    post.react(react(None, n=2))
    post.stage.db.execute("update lanes set free_at = now()")
    deliverer.deliver(post.stage.db, Claimer("w", 30).delivery(post.stage.db))
    assert post.outcomes() == ["refused", "sent"]


def test_after_another_phone_was_linked_the_answers_go_to_its_chat(post: Post) -> None:
    post.stage.tell(seen("hola", "M0"), owner="5210000000001@s.whatsapp.net")
    post.react(seen(), react("💳"))
    before = len(post.fake.sent)
    post.deliver()
    assert [one.address for one in post.fake.sent[before:]] == [PHONE]
    owners = post.stage.rows("select address from addresses a join people p on p.id = a.person_id where is_owner")
    assert {row["address"] for row in owners} == {OWNER, PHONE}


def test_the_send_budget_keeps_a_distance_between_two_answers(post: Post) -> None:
    post.react(seen(), seen(id_="M2"), react("💳"), react("💳", "M2"))
    assert post.deliver(send_interval_seconds=60.0)
    assert not post.deliver()
    (lane,) = post.stage.rows("select free_at > now() + interval '50 s' as rests from lanes")
    assert lane["rests"]


def test_what_we_sent_is_remembered_and_triggers_nothing(post: Post) -> None:
    post.react(seen(), react("💳"))
    post.deliver()
    (ours,) = post.stage.rows("select message_id from sent_messages")
    post.react(seen("💳 Pago anotado", ours["message_id"]), react("📝", ours["message_id"]))
    assert post.stage.outcomes() == ["created", "own_message"]


def test_a_rule_may_answer_in_the_chat_or_not_at_all(post: Post) -> None:
    rulebook.save(post.stage.db, post.stage.id, replies("chat"), origin="ui")
    post.react(seen(), react("💳"))
    before = len(post.fake.sent)
    post.deliver()
    assert [one.address for one in post.fake.sent[before:]] == [FRIEND]
    rulebook.save(post.stage.db, post.stage.id, replies("none"), origin="ui")
    post.react(seen(id_="M2"), react("💳", "M2"))
    assert not post.deliver()


def test_an_answer_that_cannot_be_written_is_tried_again_and_ends_with_the_dead_letters(post: Post) -> None:
    post.react(seen(), react("💳"))
    post.stage.db.execute("update action_execution_log set explanation = explanation - 'locale'")
    assert post.deliver()
    (left,) = post.stage.rows("select status::text, attempts, last_error from action_queue where lane is not null")
    assert left == {"status": "pending", "attempts": 1, "last_error": "KeyError"}


def test_whoever_asks_with_a_question_mark_is_told_what_works_here(post: Post) -> None:
    post.react(seen(), react("❓"))
    before = len(post.fake.sent)
    assert post.deliver()
    (answer,) = post.fake.sent[before:]
    assert answer.address == PHONE
    assert "💳" in answer.text
    assert "un pago" in answer.text
    assert post.stage.outcomes() == ["helped"]


def test_a_stranger_for_whom_nothing_works_is_told_nothing(post: Post) -> None:
    post.react(seen(), react("❓", reactor=FRIEND))
    assert post.stage.outcomes() == ["no_rule"]
    assert not post.deliver()


@pytest.fixture
def bot(post: Post) -> Post:
    post.stage.db.execute("update connections set topology = 'bot_number'")
    return post


def told(post: Post, *signals: object) -> list[tuple[str, str]]:
    """React, deliver, and return what the gateway was asked to send."""
    before = len(post.fake.sent)
    post.react(*signals)
    while post.deliver():
        pass
    return [(one.kind, one.text) for one in post.fake.sent[before:]]


def test_a_bot_answers_with_a_reaction_on_the_message_and_takes_it_back(bot: Post) -> None:
    id_ = bot.fake.say("Pagar luz CFE $890 vence 15 enero", chat="lupe")
    rulebook.save(bot.stage.db, bot.stage.id, anyone(), origin="ui")
    assert told(bot, seen(id_=id_), react("💳", id_, reactor=FRIEND)) == [("reaction", "⏳"), ("reaction", "👍")]
    assert told(bot, react(None, id_, n=2, reactor=FRIEND)) == [("reaction", "")]


def test_a_bots_reaction_whose_worker_died_while_sending_is_sent_again(bot: Post) -> None:
    id_ = bot.fake.say("Pagar luz CFE $890 vence 15 enero", chat="lupe")
    rulebook.save(bot.stage.db, bot.stage.id, anyone(), origin="ui")
    bot.react(seen(id_=id_), react("💳", id_, reactor=FRIEND))
    claim = Claimer("dies", -1).delivery(bot.stage.db)
    key = {"connection_id": bot.stage.id, "queue_id": claim.id, "attempts": claim.attempts, "again": True}
    assert bot.stage.db.execute(query("deliver.begin"), key).fetchone()
    bot.stage.db.execute(query("queue.return_expired"))
    bot.stage.db.execute("update lanes set free_at = now()")
    before = len(bot.fake.sent)
    assert bot.deliver()
    assert [one.text for one in bot.fake.sent[before:]] == ["⏳", "👍"]
    assert bot.outcomes() == ["sent"]
    assert [row["status"] for row in bot.queue()] == ["completed"]


def test_a_bot_warns_with_a_reaction_where_nothing_can_be_read(bot: Post) -> None:
    id_ = bot.fake.say("Gracias por los 2 kilos de mango", chat="lupe")
    rulebook.save(bot.stage.db, bot.stage.id, anyone(), origin="ui")
    text = "Gracias por los 2 kilos de mango"
    answers = told(bot, seen(text, id_), react("💳", id_, reactor=FRIEND))
    assert answers == [("reaction", "⏳"), ("reaction", "⚠️")]


def test_a_bot_names_the_author_of_the_message_when_it_reacts_in_a_group(bot: Post) -> None:
    group = next(chat for chat in bot.fake.world.chats.values() if chat.jid.endswith("@g.us"))
    id_ = bot.fake.say("Pagar luz CFE $890", chat="casa", author="lupe")
    rulebook.save(bot.stage.db, bot.stage.id, anyone(), origin="ui")
    signals = (seen(id_=id_, chat=group.jid), react("💳", id_, chat=group.jid, reactor=FRIEND))
    assert told(bot, *signals) == [("reaction", "⏳"), ("reaction", "👍")]
    assert bot.outcomes() == ["sent"]


def test_a_bot_writes_only_where_the_rule_asks_and_then_to_whoever_reacted(bot: Post) -> None:
    asked = [replace(rule, reply=Reply(to="self", as_="text")) for rule in anyone()]
    rulebook.save(bot.stage.db, bot.stage.id, asked, origin="ui")
    before = len(bot.fake.sent)
    ((kind, text),) = told(bot, seen(), react("💳", reactor=FRIEND))
    assert kind == "text"
    assert "CFE" in text
    assert bot.fake.sent[before].address == FRIEND


def test_the_gateway_is_asked_for_a_message_that_never_came(post: Post) -> None:
    id_ = post.fake.say("Pagar luz CFE $890 vence 15 enero", chat="lupe")
    post.react(react("💳", id_))
    assert post.stage.items() == []
    assert post.deliver()
    post.stage.db.execute("update action_queue set run_at = now() where status = 'pending' and lane is null")
    post.stage.settle()
    assert post.stage.items() == [("bill", "CFE", "open")]
    assert post.outcomes() == ["found"]


def test_a_message_that_the_gateway_does_not_have_is_asked_for_again_later_until_patience_ends(post: Post) -> None:
    post.react(react("💳", "NEVER"))
    for _ in range(12):
        assert post.deliver()
        post.stage.db.execute("update action_queue set run_at = now() where event_type = 'ask' and status = 'pending'")
    assert post.stage.rows("select status::text from action_queue where event_type = 'ask'") == [{"status": "pending"}]
    post.stage.db.execute("update action_queue set expires_at = now() - interval '1 s' where event_type = 'ask'")
    post.stage.db.execute("update whatsapp_message_reactions set asked_at = now() - interval '11 minutes'")
    post.deliver()
    post.stage.db.execute("update action_queue set run_at = now() where status = 'pending'")
    post.stage.settle()
    assert post.stage.outcomes() == ["unknown_message"]
    before = len(post.fake.sent)
    post.deliver()
    (answer,) = post.fake.sent[before:]
    assert answer.address == PHONE


def anyone() -> list[Rule]:
    return [replace(rule, by="anyone") for rule in rulebook.starter().rules]


def replies(to: str) -> list[Rule]:
    return [replace(rule, reply=Reply(to=to)) for rule in rulebook.starter().rules]


def test_the_answer_waits_in_the_lane_of_the_most_urgent_rule_that_fired(stage: Stage) -> None:
    text = """
version: 1
rules:
  - { id: bill, when: { reaction: "💳" }, do: [create_bill: {}], priority: low }
  - { id: more, when: { reaction: "💳" }, do: [create_note: { tags: x }], priority: critical }
  - { id: seen, when: { reaction: "💳" }, do: [create_task: {}], priority: critical, shadow: true }
  - { id: note, when: { reaction: "📝" }, do: [create_note: {}], priority: low }
"""
    rulebook.save(stage.db, stage.id, load(text).rules, origin="ui")
    stage.tell(seen(), react("💳"), seen(id_="M2"), react("📝", "M2"), seen(id_="M3"), react("✅", "M3"))
    stage.settle()
    rows = stage.rows("select q.priority::text from action_queue q where event_type = 'deliver' order by q.priority")
    assert [row["priority"] for row in rows] == ["critical", "normal", "low"]


def test_an_answer_of_ours_fires_no_rule_about_messages_however_it_comes_back(post: Post) -> None:
    rule = {"id": "all", "when": {"message": "any", "by": "anyone"}, "parse": "none", "do": [{"create_note": {}}]}
    book = read({"version": 1, "rules": [rule | {"reply": {"to": "chat", "as": "text"}}]})
    rulebook.save(post.stage.db, post.stage.id, book.rules, origin="ui")
    post.stage.db.execute("update connections set watches_since = acts_since")
    before = len(post.fake.sent)
    post.react(seen("Se cayó el router"))
    post.deliver()
    (sent,) = post.fake.sent[before:]
    answer = post.fake.world.messages[sent.message_id]
    for event in ("send.message", "messages.upsert"):
        told = read_body({"event": event, "instance": "home", "data": post.fake.speaker.sent_text(answer)})
        post.react(*told.signals)
    assert len(post.stage.items()) == 1
