"""Who belongs to a group is asked of the gateway, kept, and never asked while a reaction is decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from demo.evolution import FakeEvolution
from engine import rulebook
from engine.config import Settings
from engine.deliver import Deliverer
from engine.gateways.evolution import read
from engine.gateways.signals import OWNER, GroupChanged, MessageEdited
from engine.queue import Claimer
from rules.book import load
from tests.engine.stage import FRIEND, SETTINGS, START, VAULT, Stage, react, seen

CASA = "120363000000000077@g.us"
LUPE, LUPE_LID = "5215587654321@s.whatsapp.net", "200000000000001@lid"
SAM = "447700900123@s.whatsapp.net"
RULES = """
version: 1
rules:
  - { id: members, when: { reaction: "🛒", by: members }, parse: none, do: [create_note: {}] }
  - { id: admins, when: { reaction: "🔑", by: admins }, parse: none, do: [create_note: {}] }
  - { id: named, when: { reaction: "🏠", chat: "casa 🏠", by: anyone }, parse: none, do: [create_note: {}] }
"""


@dataclass(slots=True)
class Home:
    """A stage beside a fake gateway that knows one group."""

    stage: Stage
    fake: FakeEvolution

    def __post_init__(self) -> None:
        slug = self.stage.rows("select slug from connections")[0]["slug"]
        self.stage.db.execute(
            "update connections set base_url = %s, instance = 'demo', secrets = %s",
            [self.fake.url, VAULT.seal(slug, {"api_key": self.fake.api_key})],
        )
        rulebook.save(self.stage.db, self.stage.id, load(RULES).rules, origin="ui")

    def react(self, emoji: str | None, who: str, id_: str = "M1", n: int = 1) -> None:
        self.stage.tell(seen("Leche", id_, chat=CASA), react(emoji, id_, reactor=who, chat=CASA, n=n))
        self.stage.settle()

    def answer(self) -> None:
        """Let the gateway be asked what it is to be asked, and settle what waited for it."""
        deliverer = Deliverer(settings_of(self.stage), VAULT)
        while claim := Claimer("w", 30).delivery(self.stage.db):
            deliverer.deliver(self.stage.db, claim)
        self.stage.db.execute("update action_queue set run_at = now() where status = 'pending'")
        self.stage.settle()

    def asks(self) -> int:
        return len(self.stage.rows("select from action_queue where event_type = 'ask'"))

    def notes(self) -> list[str]:
        rows = self.stage.rows("select rule_id from items where status = 'open' order by id")
        return [row["rule_id"] for row in rows]


def settings_of(stage: Stage) -> Settings:
    return SETTINGS.model_copy(update={"database_url": stage.url, "send_interval_seconds": 0, "send_jitter_seconds": 0})


@pytest.fixture
def home(stage: Stage) -> Iterator[Home]:
    with FakeEvolution.running() as fake:
        yield Home(stage, fake)


def test_a_member_of_the_group_counts_once_the_gateway_has_told_and_nobody_is_asked_again(home: Home) -> None:
    home.react("🛒", LUPE)
    assert (home.notes(), home.stage.outcomes(), home.asks()) == ([], [], 1)
    home.answer()
    assert (home.notes(), home.stage.outcomes()) == (["members"], ["created"])
    home.react("🛒", LUPE, "M2")
    assert (home.notes(), home.asks()) == (["members", "members"], 1)


def test_a_stranger_does_not_count_and_the_explanation_says_so(home: Home) -> None:
    home.react("🛒", SAM)
    home.answer()
    assert home.stage.outcomes() == ["no_rule"]
    (row,) = home.stage.rows("select explanation->'rules' as rules from action_execution_log")
    (rule,) = (rule for rule in row["rules"] if rule["id"] == "members")
    assert rule["reason"] == "by"
    assert rule["checks"][-1]["actual"] == f"{SAM} (stranger)"


def test_an_admin_is_known_by_phone_and_by_lid_and_a_plain_member_is_none(home: Home) -> None:
    home.fake.world.regroup("casa", "lupe", "promote")
    home.react("🔑", LUPE)
    home.answer()
    home.react("🔑", LUPE_LID, "M2")
    home.react("🔑", "200000000000003@lid", "M3")
    assert home.notes() == ["admins", "admins"]
    people = home.stage.rows("select person_id from addresses where address = any(%s)", [LUPE, LUPE_LID])
    assert len({row["person_id"] for row in people}) == 1


def test_the_owner_counts_without_anybody_being_asked(home: Home) -> None:
    home.react("🔑", OWNER)
    assert (home.notes(), home.asks()) == (["admins"], 0)


def test_in_a_direct_chat_its_two_people_are_its_members(home: Home) -> None:
    home.stage.tell(seen("Leche"), react("🛒", reactor=FRIEND), react("🔑", reactor=FRIEND, n=2, id_="M1"))
    home.stage.tell(seen("Pan", "M2"), react("🛒", "M2", reactor=FRIEND))
    home.stage.settle()
    assert (home.notes(), home.asks()) == (["members"], 0)


def test_a_group_is_known_by_what_it_calls_itself(home: Home) -> None:
    home.react("🏠", SAM)
    home.answer()
    assert home.notes() == ["named"]


def test_who_was_an_admin_is_none_as_soon_as_the_gateway_tells(home: Home) -> None:
    home.fake.world.regroup("casa", "lupe", "promote")
    home.react("🔑", LUPE)
    home.answer()
    home.fake.world.regroup("casa", "lupe", "demote")
    home.stage.tell(GroupChanged(CASA), GroupChanged("999@g.us"))
    home.react("🔑", LUPE, "M2")
    home.answer()
    assert home.notes() == ["admins"]
    assert home.stage.outcomes() == ["created", "no_rule"]


def test_a_reaction_waits_a_minute_for_a_gateway_that_does_not_answer_and_then_says_so(home: Home) -> None:
    home.fake.misbehave(find_group="error")
    home.react("🛒", LUPE)
    home.answer()
    assert home.stage.outcomes() == []
    home.stage.db.execute("update whatsapp_message_reactions set group_asked_at = now() - interval '61 seconds'")
    home.stage.db.execute("update action_queue set run_at = now() where status = 'pending'")
    home.stage.settle()
    assert home.stage.outcomes() == ["failed"]
    (row,) = home.stage.rows("select error, explanation->'rules' as rules from action_execution_log")
    assert row["error"] == "unknown_group"
    assert next(rule["reason"] for rule in row["rules"] if rule["id"] == "members") == "group_unknown"
    home.answer()
    (sent,) = home.fake.sent
    assert "No pude averiguar quién está en este grupo" in sent.text


def test_a_group_that_the_gateway_knows_nothing_of_is_said_at_once(home: Home) -> None:
    home.fake.misbehave(find_group="unknown")
    home.react("🛒", LUPE)
    home.answer()
    assert home.stage.outcomes() == ["failed"]
    home.react("🛒", LUPE, "M2")
    assert (home.stage.outcomes(), home.asks()) == (["failed", "failed"], 1)


def test_what_was_told_an_hour_ago_counts_and_is_asked_for_meanwhile_and_a_day_ago_it_does_not(home: Home) -> None:
    home.react("🛒", LUPE)
    home.answer()
    home.stage.db.execute("update whatsapp_groups set fetched_at = now() - interval '2 hours'")
    home.react("🛒", LUPE, "M2")
    assert (len(home.notes()), home.asks()) == (2, 2)
    home.stage.db.execute("update whatsapp_groups set fetched_at = now() - interval '25 hours'")
    home.react("🛒", LUPE, "M3")
    assert len(home.notes()) == 2
    home.answer()
    assert len(home.notes()) == 3


def test_who_reacts_again_when_what_was_told_is_too_old_waits_for_the_gateway_anew(home: Home) -> None:
    home.react("🛒", LUPE)
    home.answer()
    home.stage.db.execute("update whatsapp_groups set fetched_at = now() - interval '25 hours'")
    home.stage.db.execute("update whatsapp_message_reactions set group_asked_at = group_asked_at - interval '25 hours'")
    home.react(None, LUPE, n=2)
    home.react("🛒", LUPE, n=3)
    home.answer()
    assert home.stage.outcomes() == ["created", "cancelled", "reopened"]


def test_an_edit_does_not_ask_again_who_belongs_to_the_group(home: Home) -> None:
    home.react("🛒", LUPE)
    home.answer()
    home.fake.world.regroup("casa", "lupe", "remove")
    home.stage.tell(GroupChanged(CASA))
    home.stage.tell(MessageEdited("M1", "Leche y pan", START, chat=CASA, editor=FRIEND))
    home.stage.settle()
    assert home.stage.items() == [("note", "Leche y pan", "open")]


def test_the_webhook_of_a_group_is_understood() -> None:
    for event in ("group-participants.update", "GROUP_PARTICIPANTS_UPDATE"):
        assert read({"event": event, "data": {"id": CASA, "action": "add"}}).signals == (GroupChanged(CASA),)
