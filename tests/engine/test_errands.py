"""What rules send out besides their items: once, to whom the rule says, and taken back where that can be."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import psycopg
import pytest

from demo.evolution import FakeEvolution
from engine import by_hand, clock, doubts, letters, people, reviews, rulebook
from engine.deliver import Deliverer
from engine.gateways.signals import MessageDeleted
from engine.queue import Claimer
from engine.sender import Sender
from executors.corrections import WrongField
from executors.destinations import Permanent, calling
from executors.destinations.calling import Call
from executors.destinations.notices import CALLED_BACK, SENT_OUT, notice
from executors.destinations.webhook import signature
from rules.book import read
from sql import query
from tests.engine.stage import FRIEND, PHONE, SETTINGS, VAULT, Stage, react, seen
from tests.fakes.destination import Destination, destination

GROUP = "120363000000000077@g.us"


@pytest.fixture(scope="module")
def there() -> Iterator[Destination]:
    with destination() as there:
        yield there


class Office:
    """A number with rules that send things out, and the programs that take them."""

    def __init__(self, stage: Stage, fake: FakeEvolution, there: Destination) -> None:
        self.stage, self.fake, self.there, self.n = stage, fake, there, 0
        self.channels: dict[str, str] = {}
        self.more: dict[str, Any] = {}
        slug = stage.rows("select slug from connections")[0]["slug"]
        stage.db.execute(
            "update connections set base_url = %s, secrets = %s, acts_since = %s",
            [fake.url, VAULT.seal(slug, {"api_key": "k"}), clock.now() - timedelta(days=60)],
        )

    def rule(self, *steps: dict[str, Any], emoji: str = "💳", **more: Any) -> None:
        rule = {"id": "r", "name": "Bills", "when": {"reaction": emoji}, "do": list(steps), "reply": {"to": "none"}}
        made = read({"version": 1, "rules": [rule | more]})
        rulebook.delete(self.stage.db, self.stage.id, "bill")
        rulebook.save(self.stage.db, self.stage.id, made.rules, origin="file")

    def bill(self, **webhook: Any) -> None:
        """Let 💳 make a bill and call the program that is there."""
        self.rule({"create_bill": {}}, {"webhook": {"url": f"{self.there.url}/bills"} | webhook})

    def say(self, text: str = "Pagar luz CFE $890 vence 15 enero", id_: str = "M1", **more: Any) -> None:
        self.stage.tell(seen(text, id_, sent_at=clock.now(), **more))

    def react(self, emoji: str | None = "💳", id_: str = "M1", **more: Any) -> None:
        self.n += 1
        self.stage.tell(react(emoji, id_, n=self.n, server_second=int(clock.now().timestamp()) + self.n, **more))
        self.stage.settle()

    def edit(self, text: str) -> None:
        self.stage.db.execute("update whatsapp_messages set text = %s", [text])
        self.stage.db.execute("update whatsapp_message_reactions set revision = revision + 1")
        self.stage.db.execute(
            "insert into action_queue (connection_id, event_type, event_data) select connection_id, 'settle',"
            " jsonb_build_object('message_id', message_id, 'address', address) from whatsapp_message_reactions"
        )
        self.stage.settle()

    def deliver(self, worker: str = "w") -> list[str]:
        """Deliver all that is due, and return the texts that were written."""
        before = len(self.fake.sent)
        settings = SETTINGS.model_copy(
            update={"send_interval_seconds": 0.0, "send_jitter_seconds": 0.0, "channels": self.channels} | self.more
        )
        while claim := Claimer(worker, 30).delivery(self.stage.db):
            Deliverer(settings, VAULT).deliver(self.stage.db, claim)
        return [one.text for one in self.fake.sent[before:]]

    def later(self) -> None:
        self.stage.db.execute("update action_queue set run_at = now() where status = 'pending'")
        self.stage.db.execute("update lanes set free_at = now()")

    def events(self) -> list[str]:
        return [got.json["event"] for got in self.there.got]

    def outcomes(self) -> list[str]:
        return [row["outcome"] for row in self.stage.rows("select outcome from deliveries order by queue_id")]

    def waiting(self) -> list[dict[str, Any]]:
        return self.stage.rows(
            "select status::text, last_error from action_queue where event_type = 'deliver' order by id"
        )


@pytest.fixture
def office(db: psycopg.Connection, database_url: str, fake: FakeEvolution, there: Destination) -> Iterator[Office]:
    yield Office(Stage(db, database_url), fake, there)
    fake.behave()
    there.behave()


# Webhooks


def test_a_webhook_gets_the_items_as_json_with_the_message_and_the_rule(office: Office) -> None:
    office.bill()
    office.say("Luz CFE $890 vence 15 enero\nAgua $200 vence 20 enero")
    office.react()
    assert office.there.got == []
    office.deliver()
    (got,) = office.there.got
    assert got.path == "/bills"
    assert got.headers["content-type"] == "application/json"
    body = got.json
    assert body["event"] == "item.created"
    assert body["rule"] == {"id": "r", "version": 1, "name": "Bills"}
    assert body["emoji"] == "💳"
    assert body["message"]["text"].startswith("Luz CFE")
    amounts = [(item["fields"]["vendor"], item["fields"]["amount"], item["status"]) for item in body["items"]]
    assert amounts == [("CFE", "890.00", "open"), ("Agua", "200.00", "open")]
    assert office.outcomes() == ["sent"]
    (row,) = office.stage.rows("select reason from deliveries")
    assert row["reason"].endswith("answered 200")


def test_a_signature_is_the_one_of_the_standard() -> None:
    secret, body = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", b'{"test": 2432232314}'
    made = signature(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, body)
    assert made == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_a_signed_call_can_be_verified_with_the_secret_of_the_environment(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOQUE_SECRET_FIREFLY_HOOK", "a quiet word")
    monkeypatch.setenv("TOQUE_SECRET_TOKEN", "t0k3n")
    office.bill(sign_with="${secret:FIREFLY_HOOK}", headers={"Authorization": "Bearer ${secret:TOKEN}"})
    office.say()
    office.react()
    office.deliver()
    (got,) = office.there.got
    assert got.headers["authorization"] == "Bearer t0k3n"
    signed = f"{got.headers['webhook-id']}.{got.headers['webhook-timestamp']}.".encode() + got.body
    expected = hmac.new(b"a quiet word", signed, hashlib.sha256).digest()
    assert got.headers["webhook-signature"] == "v1," + base64.b64encode(expected).decode()


def test_a_missing_secret_is_a_dead_letter_that_says_what_to_set_and_nothing_is_called(office: Office) -> None:
    office.bill(sign_with="${secret:NOWHERE}")
    office.say()
    office.react()
    office.deliver()
    assert office.there.got == []
    (letter,) = letters.find(office.stage.db, letters.Filter())
    assert letter.last_error == "There is no secret NOWHERE: set TOQUE_SECRET_NOWHERE where Toque runs."
    assert office.stage.items() == [("bill", "CFE", "open")]


def test_the_key_of_a_call_is_the_same_when_it_is_tried_again_and_another_for_the_next_one(office: Office) -> None:
    office.bill()
    office.say()
    office.react()
    office.there.status = 500
    office.deliver()
    office.later()
    office.there.status = 200
    office.deliver()
    office.react(None)
    office.deliver()
    first, again, taken_back = office.there.got
    assert first.headers["webhook-id"] == again.headers["webhook-id"] != taken_back.headers["webhook-id"]
    assert office.events() == ["item.created", "item.created", "item.cancelled"]


@pytest.mark.parametrize("status", [429, 500, 503, 408])
def test_a_program_that_is_busy_or_broken_is_called_again_later(office: Office, status: int) -> None:
    office.bill()
    office.say()
    office.react()
    office.there.status, office.there.says = status, "come back"
    office.deliver()
    (row,) = office.waiting()
    assert row["status"] == "pending"
    assert row["last_error"].endswith(f"answered {status}: come back")
    office.later()
    office.there.status = 200
    office.deliver()
    assert office.outcomes() == ["sent"]


def test_a_program_that_says_when_to_come_back_is_left_alone_until_then(office: Office) -> None:
    office.bill()
    office.say()
    office.react()
    office.there.status, office.there.headers = 429, {"retry-after": "900"}
    office.deliver()
    (row,) = office.stage.rows("select run_at > now() + interval '10 minutes' as late from action_queue"
                               " where event_type = 'deliver'")  # fmt: skip
    assert row["late"]


@pytest.mark.parametrize(("status", "hint"), [(400, "later either"), (401, "secret"), (404, "address"), (410, "exist")])
def test_what_will_never_be_taken_is_a_dead_letter_with_its_reason(office: Office, status: int, hint: str) -> None:
    office.bill()
    office.say()
    office.react()
    office.there.status, office.there.says = status, "no such\nbudget \x1b[31m"
    office.deliver()
    (letter,) = letters.find(office.stage.db, letters.Filter())
    assert f"answered {status}" in letter.last_error
    assert hint in letter.last_error
    assert letter.last_error.endswith("no such budget [31m")
    assert letter.emoji == "💳"
    assert office.stage.items() == [("bill", "CFE", "open")]
    letters.retry(office.stage.db, [letter], then=False)
    office.there.status = 200
    office.deliver()
    assert office.events() == ["item.created", "item.created"]


def test_nobody_is_led_on_to_another_address(office: Office) -> None:
    office.bill()
    office.say()
    office.react()
    office.there.leads_to = f"{office.there.url}/inside?token=1"
    office.deliver()
    assert [got.path for got in office.there.got] == ["/bills"]
    (letter,) = letters.find(office.stage.db, letters.Filter())
    assert "leads elsewhere" in letter.last_error
    assert "/inside)" in letter.last_error


def test_a_program_that_never_answers_costs_a_limited_time_and_is_called_again(office: Office) -> None:
    office.bill()
    office.say()
    office.react()
    office.there.hangs = True
    office.more = {"lease_seconds": 1.0}
    office.deliver()
    (row,) = office.waiting()
    assert row["status"] == "pending"
    assert "did not answer" in row["last_error"]


def test_an_answer_that_comes_byte_by_byte_costs_a_limited_time(office: Office) -> None:
    office.bill()
    office.say()
    office.react()
    office.there.drips = True
    office.more = {"lease_seconds": 1.0}
    office.deliver()
    assert office.outcomes() == ["sent"]
    assert office.there.given < 1000


def test_a_huge_answer_is_not_read(office: Office) -> None:
    office.bill()
    office.say()
    office.react()
    office.there.huge = True
    office.deliver()
    assert office.outcomes() == ["sent"]
    assert office.there.given < 1000


def test_a_program_that_is_not_there_is_called_again_until_the_time_is_over_and_then_is_a_dead_letter(
    office: Office,
) -> None:
    office.rule({"create_bill": {}}, {"webhook": {"url": "http://127.0.0.1:9/hook"}})
    office.say()
    office.react()
    office.deliver()
    (row,) = office.waiting()
    assert (row["status"], "cannot be reached" in row["last_error"]) == ("pending", True)
    office.stage.db.execute("update action_queue set expires_at = now() - interval '1 s' where status = 'pending'")
    office.later()
    office.deliver()
    (letter,) = letters.find(office.stage.db, letters.Filter())
    assert letter.last_error.startswith("Nobody took it in time. The last answer: 127.0.0.1:9 cannot be reached")


def test_the_place_where_clouds_keep_their_secrets_is_never_called_and_hosts_can_be_named(office: Office) -> None:
    office.rule({"create_bill": {}}, {"webhook": {"url": "http://169.254.169.254/latest/meta-data"}})
    office.say()
    office.react()
    office.deliver()
    (letter,) = letters.find(office.stage.db, letters.Filter())
    assert "rules do not call" in letter.last_error
    office.bill()
    office.more = {"call_hosts": ("*.example.org",)}
    office.say(id_="M2")
    office.react(id_="M2")
    office.deliver()
    assert office.there.got == []
    assert letters.find(office.stage.db, letters.Filter())[0].last_error.startswith("TOQUE_CALL_HOSTS")


def test_a_body_of_the_rules_own_is_written_from_templates_and_hostile_text_stays_text(office: Office) -> None:
    office.bill(body={"type": "{{event}}", "to": "{{bills[0].vendor}}", "n": 3, "raw": ["{{text}}"], "x": {"y": None}})
    office.say('Pagar {{7+7}} "CFE" $890')
    office.react()
    office.deliver()
    (got,) = office.there.got
    body = got.json
    assert (body["type"], body["n"], body["x"]) == ("item.created", 3, {"y": None})
    assert "{{7+7}}" in body["raw"][0]


def test_taking_the_reaction_back_calls_again_and_putting_it_again_too(office: Office) -> None:
    office.bill()
    office.say()
    office.react()
    office.deliver()
    office.react(None)
    office.deliver()
    office.react()
    office.deliver()
    assert office.events() == ["item.created", "item.cancelled", "item.reopened"]
    assert [got.json["items"][0]["status"] for got in office.there.got] == ["open", "cancelled", "open"]
    assert len({got.json["items"][0]["id"] for got in office.there.got}) == 1


def test_what_was_taken_back_before_anybody_was_called_is_not_spoken_of(office: Office) -> None:
    office.bill()
    office.say()
    office.react()
    office.react(None)
    office.deliver()
    assert office.there.got == []
    assert set(office.outcomes()) == {"superseded"}


def test_another_emoji_takes_the_call_back_and_an_edit_tells_what_is_new(office: Office) -> None:
    office.bill()
    office.say()
    office.react()
    office.deliver()
    office.edit("Pagar luz CFE $950 vence 15 enero")
    office.deliver()
    office.react("✅")
    office.deliver()
    assert office.events() == ["item.created", "item.updated", "item.cancelled"]
    assert office.there.got[1].json["items"][0]["fields"]["amount"] == "950.00"


def test_an_edit_takes_back_nothing_of_another_rule_that_only_sends_something_out(office: Office) -> None:
    office.rule({"create_bill": {}})
    office.rule({"webhook": {"url": office.there.url}}, id="calls")
    office.rule({"send_message": {"text": "Anotado"}}, id="says")
    office.say()
    office.react()
    office.edit("Pagar luz CFE $950 vence 15 enero")
    assert office.deliver() == ["Anotado"]
    office.edit("Pagar luz CFE $960 vence 15 enero")
    office.deliver()
    assert office.events() == ["item.created"]
    assert office.stage.rows("select wanted from errands") == [{"wanted": True}] * 2


def test_a_message_that_is_deleted_takes_nothing_back_that_it_had_sent_out(office: Office) -> None:
    office.rule({"webhook": {"url": office.there.url}}, when={"message": "any", "by": "anyone"})
    office.say()
    office.stage.settle()
    office.deliver()
    office.stage.tell(MessageDeleted("M1", clock.now(), chat=FRIEND))
    office.stage.settle()
    office.deliver()
    assert office.events() == ["item.created"]


@pytest.mark.parametrize("first", [0, 1])
def test_of_two_calls_that_turn_out_to_be_one_persons_the_younger_is_taken_back_with_its_item(
    office: Office, database_url: str, first: int
) -> None:
    anyone = {"reaction": "💳", "by": "anyone"}
    office.rule({"create_bill": {}}, {"webhook": {"url": office.there.url}}, when=anyone)
    office.say()
    pair = [FRIEND, "200000000000001@lid"][:: 1 - 2 * first]
    for address in pair:
        office.stage.db.execute(
            "with one as (insert into people (connection_id) values (%s) returning connection_id, id)"
            " insert into addresses (connection_id, address, person_id) select connection_id, %s, id from one",
            [office.stage.id, address],
        )
        office.react(reactor=address)
    office.deliver()

    async def learn() -> None:
        async with await psycopg.AsyncConnection.connect(database_url) as db:
            await people.learn(db, {(office.stage.id, FRIEND, "200000000000001@lid")})

    asyncio.run(learn())
    office.stage.settle()
    office.deliver()
    assert office.events().count("item.cancelled") == 1
    assert office.stage.rows("select address from errands where wanted") == [{"address": pair[0]}]
    assert office.stage.rows("select address from items where status = 'open'") == [{"address": pair[0]}]
    office.react(None, reactor=pair[1])
    office.deliver()
    assert office.events().count("item.cancelled") == 2


def test_an_edit_that_changes_nothing_calls_nobody(office: Office) -> None:
    office.bill()
    office.say()
    office.react()
    office.deliver()
    office.edit("Pagar luz CFE $890 vence 15 enero ")
    office.deliver()
    assert office.events() == ["item.created"]


def test_what_a_person_does_by_hand_is_told_too(office: Office) -> None:
    office.bill()
    office.say()
    office.react()
    office.deliver()
    (item,) = office.stage.rows("select id from items")
    by_hand.finish(office.stage.db, [item["id"]])
    office.deliver()
    by_hand.reopen(office.stage.db, [item["id"]])
    by_hand.cancel(office.stage.db, [item["id"]])
    office.deliver()
    assert office.events() == ["item.created", "item.updated", "item.cancelled"]
    assert office.there.got[1].json["items"][0]["status"] == "done"


def test_a_reading_that_a_person_accepts_is_told_like_any_other(office: Office) -> None:
    office.rule(
        {"create_bill": {}}, {"webhook": {"url": office.there.url}}, parse={"use": "bill", "min_confidence": 0.999},
        on_low_confidence="review",
    )  # fmt: skip
    office.say("CFE mañana")
    office.react()
    office.deliver()
    assert office.there.got == []
    (waiting,) = doubts.waiting(office.stage.db)
    reviews.accept(office.stage.db, waiting.id)
    office.deliver()
    assert office.events() == ["item.created"]


def test_a_rule_that_only_sends_something_does_so_when_its_reading_is_accepted_and_takes_it_back(
    office: Office,
) -> None:
    office.rule(
        {"webhook": {"url": office.there.url}}, parse={"use": "bill", "min_confidence": 0.999},
        on_low_confidence="review",
    )  # fmt: skip
    office.say("CFE mañana")
    office.react()
    office.deliver()
    (waiting,) = doubts.waiting(office.stage.db)
    with pytest.raises(WrongField, match="accept or reject"):
        reviews.correct(office.stage.db, waiting.id, {"vendor": "Telmex"})
    assert reviews.accept(office.stage.db, waiting.id) == []
    office.deliver()
    assert doubts.waiting(office.stage.db) == []
    reviews.take_back(office.stage.db, waiting.id)
    office.deliver()
    assert office.events() == ["item.created", "item.cancelled"]
    assert [one.id for one in doubts.waiting(office.stage.db)] == [waiting.id]


def test_undoing_that_is_over_or_was_never_promised_calls_nobody(office: Office) -> None:
    office.rule({"create_bill": {}}, {"webhook": {"url": office.there.url}}, undo={"within": "1h"})
    office.say()
    office.react()
    office.deliver()
    office.n += 7200
    office.react(None)
    office.deliver()
    assert office.events() == ["item.created"]


def test_a_step_with_a_condition_that_does_not_hold_calls_nobody_and_the_log_says_why(office: Office) -> None:
    office.rule(
        {"create_bill": {}}, {"webhook": {"url": office.there.url}, "if": [{"field": "parsed.total", "gte": 5000}]}
    )
    office.say()
    office.react()
    office.deliver()
    assert office.there.got == []
    (log,) = office.stage.rows("select explanation from action_execution_log")
    assert [step["action"] for step in log["explanation"]["skipped"]] == ["webhook"]
    office.say("Pagar renta $9000", "M2")
    office.react(id_="M2")
    office.deliver()
    assert office.events() == ["item.created"]


def test_a_text_that_cannot_be_read_calls_nobody(office: Office) -> None:
    office.bill()
    office.rule({"webhook": {"url": office.there.url}}, id="only", emoji="💶", parse="bill")
    office.say("Gracias")
    office.react()
    office.react("💶")
    office.deliver()
    assert office.there.got == []
    assert office.stage.outcomes() == ["failed", "failed"]


def test_a_rule_in_shadow_calls_nobody_and_the_log_says_what_it_would_do(office: Office) -> None:
    office.rule({"create_bill": {}}, {"webhook": {"url": office.there.url}}, shadow=True)
    office.say()
    office.react()
    office.deliver()
    assert office.there.got == []
    (log,) = office.stage.rows("select explanation from action_execution_log")
    assert [errand["action"] for errand in log["explanation"]["shadow_errands"]] == ["webhook"]


def test_a_call_whose_worker_died_is_made_again_with_the_same_key(office: Office) -> None:
    office.bill()
    office.say()
    office.react()
    office.deliver()
    office.stage.db.execute("update deliveries set outcome = 'sending'")
    office.stage.db.execute(
        "update action_queue set status = 'pending', finished_at = null where event_type = 'deliver'"
    )
    office.later()
    office.deliver()
    assert len({got.headers["webhook-id"] for got in office.there.got}) == 1
    assert office.events() == ["item.created", "item.created"]


def test_one_program_that_is_slow_holds_no_other_and_no_chat(office: Office) -> None:
    office.rule(
        {"create_bill": {}}, {"webhook": {"url": office.there.url}}, {"send_message": {"text": "hola"}},
        {"webhook": {"url": "http://127.0.0.1:9/"}},
    )  # fmt: skip
    office.say()
    office.react()
    lanes = office.stage.rows("select lane from action_queue where event_type = 'deliver' order by id")
    assert [row["lane"] for row in lanes] == [office.there.url.replace("http://", "call:"), "chat", "call:127.0.0.1:9"]
    assert office.deliver() == ["hola"]
    assert office.events() == ["item.created"]


# Messages


def test_a_message_goes_to_whoever_reacted_unless_the_rule_says_somebody_else(office: Office) -> None:
    office.rule(
        {"create_bill": {}}, {"send_message": {"text": "one"}}, {"send_message": {"to": "chat", "text": "two"}},
        {"send_message": {"to": "author", "text": "three"}},
        {"send_message": {"to": "+44 7700 900123", "text": "four"}},
        {"send_message": {"to": "5511987654321@s.whatsapp.net", "text": "five"}},
    )  # fmt: skip
    office.say(chat=GROUP)
    office.react(chat=GROUP)
    office.deliver()
    sent = {one.text: one.address for one in office.fake.sent[-5:]}
    assert sent == {
        "one": PHONE, "two": GROUP, "three": FRIEND, "four": "447700900123@s.whatsapp.net",
        "five": "5511987654321@s.whatsapp.net",
    }  # fmt: skip


def test_a_text_speaks_of_the_items_in_the_persons_language_with_money_and_dates(office: Office) -> None:
    text = {
        "es": "{{count}} pago: {{total|money}} · {{bills[0].due|date}} · {{rule}} · {{text}}", "en": "{{count}} bill",
    }  # fmt: skip
    office.rule({"create_bill": {}}, {"send_message": {"text": text}})
    office.say("Luz CFE *$890* {{count}}")
    office.react()
    (said,) = office.deliver()
    assert said.startswith("1 pago: $890.00 MXN · ")
    assert "Bills" in said
    assert "{{count}}" in said
    assert "*" not in said


def test_what_was_said_is_not_said_again_for_an_edit_or_for_a_reaction_put_again(office: Office) -> None:
    office.rule({"create_bill": {}}, {"send_message": {"text": "hola {{total|money}}"}})
    office.say()
    office.react()
    assert office.deliver() == ["hola $890.00 MXN"]
    office.edit("Pagar luz CFE $950")
    office.react(None)
    office.react()
    assert office.deliver() == []


def test_what_was_taken_back_before_it_was_said_stays_unsaid_and_is_said_when_the_reaction_comes_again(
    office: Office,
) -> None:
    office.rule({"create_bill": {}}, {"send_message": {"text": "hola"}})
    office.say()
    office.react()
    office.react(None)
    assert office.deliver() == []
    office.react()
    assert office.deliver() == ["hola"]


def test_a_message_whose_sending_ended_unclear_is_not_repeated(office: Office) -> None:
    office.rule({"create_bill": {}}, {"send_message": {"text": "hola"}})
    office.say()
    office.react()
    office.fake.misbehave(send_text="hang_up_after")
    office.deliver()
    office.fake.behave()
    office.later()
    assert office.deliver() == []
    assert office.outcomes() == ["unclear"]


def test_a_message_waits_for_a_gateway_that_is_busy(office: Office) -> None:
    office.rule({"create_bill": {}}, {"send_message": {"text": "hola"}})
    office.say()
    office.react()
    office.fake.misbehave(send_text="error", send_text_status=503)
    office.deliver()
    office.fake.behave()
    office.later()
    assert office.deliver() == ["hola"]


def test_a_rule_about_messages_sends_too(office: Office) -> None:
    office.channels = {"oncall": office.there.url}
    office.rule(
        {"notify": {"channel": "oncall", "severity": "critical"}}, id="alert", when={"message": "any", "by": "anyone"},
        **{"if": [{"field": "text", "contains": "no funciona"}]},
    )  # fmt: skip
    office.say("El router no funciona")
    office.say("Todo bien", "M2")
    office.stage.settle()
    office.deliver()
    (got,) = office.there.got
    assert got.json == {
        "text": "Bills\nEl router no funciona", "severity": "critical", "rule": "alert", "channel": "oncall",
    }  # fmt: skip
    assert office.stage.outcomes() == ["sent"]


def test_a_rule_that_only_calls_somebody_is_confirmed_to_whoever_reacted(office: Office) -> None:
    office.rule({"webhook": {"url": office.there.url}}, name="*Pagos*", reply={"to": "self"})
    office.say()
    office.react()
    assert office.deliver() == ["📨 En camino: *∗Pagos∗*"]
    office.react(None)
    assert office.deliver() == ["↩️ Retirado: *r*"]
    assert office.events() == ["item.created", "item.cancelled"]


@pytest.mark.parametrize(
    ("language", "on_its_way", "taken_back"),
    [("en", "On its way: *r*", "Taken back: *r*"), ("pt-BR", "A caminho: *r*", "Retirado: *r*"),
     ("fr", "C’est parti : *r*", "Retiré : *r*"), ("it", "In viaggio: *r*", "Ritirato: *r*"),
     ("de", "Unterwegs: *r*", "Zurückgenommen: *r*")],
)  # fmt: skip
def test_it_is_confirmed_in_their_language(language: str, on_its_way: str, taken_back: str) -> None:
    words = [notice(kind, language).format(rule="r") for kind in (SENT_OUT, CALLED_BACK)]
    assert words == [f"📨 {on_its_way}", f"↩️ {taken_back}"]


def test_nobody_is_confirmed_what_they_see_or_do_not_want_to_hear(office: Office) -> None:
    hook, said = {"webhook": {"url": office.there.url}}, {"send_message": {"text": "Listo"}}
    for n, (steps, more, told) in enumerate([
        ((hook,), {"reply": {"to": "none"}}, []),
        ((hook, said), {"reply": {"to": "self"}}, ["Listo"]),
        ((hook,), {"reply": {"to": "self"}, "when": {"message": "any", "by": "anyone"}}, []),
    ]):  # fmt: skip
        office.rule(*steps, **more)
        office.say(id_=f"N{n}")
        office.react(id_=f"N{n}")
        assert office.deliver() == told
        assert office.there.got, n


# Channels


def notify(office: Office, **more: Any) -> None:
    office.rule({"notify": {"channel": "oncall", "severity": "high"} | more}, emoji="🚨")


def test_a_channel_of_ntfy_gets_a_text_with_its_urgency(office: Office) -> None:
    office.channels = {"oncall": f"ntfy+{office.there.url}/topic"}
    notify(office, text={"es": "¡{{text}}!"})
    office.say("No funciona")
    office.react("🚨")
    office.deliver()
    (got,) = office.there.got
    assert (got.path, got.body.decode()) == ("/topic", "¡No funciona!")
    assert (got.headers["priority"], got.headers["tags"]) == ("4", "high")


def test_a_chat_without_a_name_is_called_by_its_number(office: Office) -> None:
    office.channels = {"oncall": f"ntfy+{office.there.url}/topic"}
    notify(office, text="{{chat}}: {{text}}")
    office.say("No funciona")
    office.react("🚨")
    office.deliver()
    (got,) = office.there.got
    assert got.body.decode() == "+525587654321: No funciona"


def test_a_channel_can_be_a_chat_and_keeps_its_distance_with_the_others(office: Office) -> None:
    office.channels = {"oncall": GROUP}
    notify(office)
    office.say("No funciona")
    office.react("🚨")
    assert office.deliver() == ["Bills\nNo funciona"]
    assert office.fake.sent[-1].address == GROUP
    (row,) = office.stage.rows("select lane, attempts from action_queue where event_type = 'deliver'")
    assert row == {"lane": "chat", "attempts": 1}


def test_a_channel_that_nobody_set_up_is_a_dead_letter_and_shown_in_the_feed(office: Office) -> None:
    notify(office)
    office.say("No funciona")
    office.react("🚨")
    office.deliver()
    (letter,) = letters.find(office.stage.db, letters.Filter())
    assert letter.last_error == "There is no channel oncall: add oncall=https://… to TOQUE_CHANNELS."
    feed = office.stage.rows("select body from live_feed order by id desc limit 1")
    assert feed[0]["body"]["outcome"] == "dead_letter"


def test_repeats_of_a_rule_within_the_time_are_left_out_and_told_again_after_it(office: Office) -> None:
    office.channels = {"oncall": office.there.url}
    notify(office, dedupe="15m")
    for n in range(3):
        office.say("No funciona", f"M{n}")
        office.react("🚨", f"M{n}")
    office.deliver()
    assert len(office.there.got) == 1
    assert office.outcomes() == ["sent", "superseded", "superseded"]
    office.stage.db.execute("update rule_alerts set told_at = told_at - interval '15 minutes'")
    office.say("No funciona", "M9")
    office.react("🚨", "M9")
    office.deliver()
    assert len(office.there.got) == 2


def test_two_workers_tell_one_of_two_repeats(office: Office, database_url: str) -> None:
    office.channels = {"oncall": office.there.url}
    notify(office, dedupe="15m")
    for n in range(2):
        office.say("No funciona", f"M{n}")
        office.react("🚨", f"M{n}")
    # As if each had a lane: both are in hand at once.
    office.stage.db.execute("update action_queue set lane = lane || id where event_type = 'deliver'")
    office.stage.db.execute("insert into lanes select connection_id, lane from action_queue where lane like 'notify:%'"
                            " on conflict do nothing")  # fmt: skip
    settings = SETTINGS.model_copy(update={"channels": office.channels})
    with psycopg.connect(database_url, autocommit=True) as other:
        one, two = Claimer("a", 30).delivery(office.stage.db), Claimer("b", 30).delivery(other)
        assert one
        assert two
        Deliverer(settings, VAULT).deliver(other, two)
        Deliverer(settings, VAULT).deliver(office.stage.db, one)
    assert len(office.there.got) == 1
    assert sorted(office.outcomes()) == ["sent", "superseded"]


def test_an_alert_that_was_refused_keeps_no_other_from_being_told(office: Office) -> None:
    office.channels = {"oncall": office.there.url}
    notify(office, dedupe="15m")
    office.there.status = 404
    office.say("No funciona")
    office.react("🚨")
    office.deliver()
    office.there.status = 200
    office.say("No funciona", "M2")
    office.react("🚨", "M2")
    office.deliver()
    assert len(office.there.got) == 2


def test_an_alert_that_was_taken_back_on_its_way_keeps_no_other_from_being_told(office: Office) -> None:
    office.channels = {"oncall": office.there.url}
    notify(office, dedupe="15m")
    office.there.status = 503
    office.say("No funciona")
    office.react("🚨")
    office.deliver()
    office.react(None)
    office.there.status = 200
    office.later()
    office.deliver()
    office.say("No funciona", "M2")
    office.react("🚨", "M2")
    office.later()
    office.deliver()
    assert office.outcomes() == ["superseded", "sent"]


def test_what_a_chat_could_not_be_told_yet_is_told_when_the_reaction_comes_again(office: Office) -> None:
    office.channels = {"oncall": FRIEND}
    notify(office)
    office.say("No funciona")
    office.react("🚨")
    office.fake.misbehave(send_text="error", send_text_status=503)
    office.deliver()
    office.later()
    office.deliver()
    office.fake.behave()
    office.react(None)
    office.react("🚨")
    office.later()
    assert len(office.deliver()) == 1


def test_a_text_that_its_worker_sent_after_its_lease_was_over_is_not_sent_by_another(office: Office) -> None:
    office.rule({"send_message": {"text": "Anotado"}})
    office.say()
    office.react()
    db = office.stage.db
    claim = Claimer("slow", 30).delivery(db)
    assert claim
    Sender(SETTINGS)._send(db, claim, lambda: _too_late(db))
    office.later()
    assert office.deliver() == []
    assert office.outcomes() == ["sent"]
    assert [row["status"] for row in office.waiting()] == ["completed"]


def _too_late(db: psycopg.Connection[Any]) -> str:
    db.execute("update action_queue set lease_until = now() - interval '1 s' where status = 'processing'")
    db.execute(query("queue.return_expired"))
    return "SENT1"


# Reactions


def test_a_bot_reacts_and_takes_it_back(office: Office) -> None:
    office.stage.db.execute("update connections set topology = 'bot_number'")
    office.rule({"create_bill": {}}, {"react": {"emoji": "👀"}})
    id_ = office.fake.say("Pagar luz CFE $890", chat="casa", author="lupe")
    office.say("Pagar luz CFE $890", id_, chat=GROUP)
    for emoji, ours in (("💳", "👀"), (None, ""), ("💳", "👀")):
        office.react(emoji, id_, chat=GROUP)
        assert office.deliver() == [ours]


def test_under_the_owners_own_number_no_reaction_takes_the_place_of_theirs(office: Office) -> None:
    office.rule({"create_bill": {}}, {"react": {"emoji": "👀"}})
    office.say()
    office.react()
    assert office.deliver() == []
    (row,) = office.stage.rows("select outcome, reason from deliveries")
    assert row["outcome"] == "superseded"
    assert "own number" in row["reason"]


@pytest.mark.parametrize(
    "host",
    ["169.254.169.254", "[fd00:ec2::254]", "[64:ff9b::a9fe:a9fe]", "[2002:a9fe:a9fe::]", "100.100.100.200"],
)
def test_no_call_goes_where_clouds_tell_their_secrets_whatever_the_address_looks_like(host: str) -> None:
    with pytest.raises(Permanent, match="rules do not call"):
        calling.send(Call(f"http://{host}/latest", {}, b"", ()), 1, clock.stopwatch)
