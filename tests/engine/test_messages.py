"""Rules about messages fire without a reaction: once a message, and never at what is old or our own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from engine import actions, doubts, reviews, rulebook, storing
from engine.by_hand import cancel
from engine.gateways.signals import OWNER, MessageDeleted, MessageEdited
from rules.book import load
from tests.engine.stage import FRIEND, START, Stage, react, seen

GROUP = "120363000000000001@g.us"
ALERT = """
version: 1
rules:
  - id: outage
    when: { message: any, chat: groups, by: anyone }
    if: [{ field: text, contains: "no funciona" }]
    parse: none
    do: [{ create_note: { tags: outage } }]
    reply: { to: none }
"""
Watch = Callable[..., None]


@pytest.fixture
def watch(stage: Stage) -> Watch:
    """Add rules, watching since before the messages of the tests were written."""

    def add(text: str = ALERT) -> None:
        rulebook.save(stage.db, stage.id, load(text).rules, origin="ui")
        stage.db.execute("update connections set watches_since = %s where watches_since is not null", [START])

    return add


def down(id_: str = "M1", **more: object) -> object:
    return seen("El router no funciona", id_, chat=GROUP, **more)


NOTE = ("note", "El router no funciona", "open")


def test_a_message_fires_a_rule_without_any_reaction_and_only_once(stage: Stage, watch: Watch) -> None:
    watch()
    stage.tell(down(), down())
    stage.settle()
    stage.tell(down())
    stage.settle()
    assert stage.items() == [NOTE]
    assert stage.outcomes() == ["created"]
    (action,) = actions.latest(stage.db)
    assert (action.emoji, action.address) == ("", "")
    assert [(rule["id"], rule["reason"]) for rule in action.explanation["rules"]] == [
        ("outage", None), ("bill", "emoji"), ("event", "emoji"), ("note", "emoji"), ("task", "emoji"),
    ]  # fmt: skip
    (shown,) = stage.rows("select body from live_feed where event = 'settled'")
    assert (shown["body"]["emoji"], shown["body"]["outcome"]) == ("", "created")


def test_without_a_rule_about_messages_a_message_leaves_no_work_behind(stage: Stage, watch: Watch) -> None:
    stage.tell(down("M0"))
    watch()
    rulebook.delete(stage.db, stage.id, "outage")
    stage.tell(down("M1"))
    watch(ALERT + "    enabled: false\n")
    stage.tell(down("M2"))
    assert stage.rows("select from action_queue") == []
    assert stage.rows("select from whatsapp_message_reactions") == []
    watch()
    stage.tell(down("M3"))
    assert stage.rows("select event_data->>'message_id' as id from action_queue") == [{"id": "M3"}]


def test_a_message_that_no_rule_wants_anything_of_is_settled_silently(stage: Stage, watch: Watch) -> None:
    watch()
    stage.tell(seen("Buenos días", chat=GROUP), seen("No funciona", "M2"))
    stage.settle()
    assert stage.rows("select from action_execution_log") == []
    assert stage.rows("select from live_feed where event = 'settled'") == []
    rows = stage.rows("select settled_revision from whatsapp_message_reactions")
    assert rows == [{"settled_revision": 1}, {"settled_revision": 1}]


def test_what_was_written_before_the_rule_or_before_the_connection_acts_fires_nothing(
    stage: Stage, watch: Watch
) -> None:
    watch()
    stage.tell(down("M1", sent_at=START - timedelta(minutes=1)))
    stage.db.execute("update connections set acts_since = %s", [START + timedelta(hours=1)])
    stage.tell(down("M2", sent_at=START + timedelta(minutes=1)))
    stage.settle()
    assert stage.items() == []
    assert stage.rows("select from action_queue") == []


def test_what_we_sent_ourselves_fires_nothing(stage: Stage, watch: Watch) -> None:
    watch()
    stage.db.execute("insert into sent_messages (connection_id, message_id) values (%s, 'M2')", [stage.id])
    stage.tell(down("M1", author=OWNER, by_us=True), down("M2", author=OWNER))
    stage.settle()
    assert stage.items() == []
    # Known as ours only after its webhook came: the settle looks once more.
    stage.tell(down("M3", author=OWNER))
    stage.db.execute("insert into sent_messages (connection_id, message_id) values (%s, 'M3')", [stage.id])
    stage.settle()
    assert stage.items() == []


def test_a_message_that_the_gateway_was_asked_for_counts_as_well(stage: Stage, watch: Watch) -> None:
    watch()
    with stage.db.transaction():
        storing.store_found(stage.db, stage.id, down())  # type: ignore[arg-type]  # a MessageSeen
        storing.store_found(stage.db, stage.id, down())  # type: ignore[arg-type]
    stage.settle()
    assert stage.items() == [NOTE]
    assert stage.outcomes() == ["created"]


def test_the_writer_of_the_message_is_the_one_who_counts(stage: Stage, watch: Watch) -> None:
    watch(ALERT.replace("by: anyone", "by: owner"))
    stage.tell(down("M1"), down("M2", author=OWNER))
    stage.settle()
    assert stage.rows("select message_id from items") == [{"message_id": "M2"}]


def test_an_edit_updates_the_item_and_a_deletion_keeps_it_with_a_flag(stage: Stage, watch: Watch) -> None:
    watch()
    stage.tell(down())
    stage.settle()
    text = "La luz no funciona"
    stage.tell(MessageEdited("M1", text, START + timedelta(minutes=1), chat=GROUP, editor=FRIEND))
    stage.settle()
    assert stage.items() == [("note", text, "open")]
    stage.tell(MessageDeleted("M1", START + timedelta(minutes=2), chat=GROUP))
    stage.settle()
    assert stage.rows("select status::text, flags from items") == [{"status": "open", "flags": ["message_deleted"]}]
    assert stage.outcomes() == ["created", "updated", "kept"]


def test_an_edit_that_no_longer_says_it_takes_the_item_back(stage: Stage, watch: Watch) -> None:
    watch()
    stage.tell(down())
    stage.settle()
    stage.tell(MessageEdited("M1", "Ya funciona", START + timedelta(minutes=1), chat=GROUP, editor=FRIEND))
    stage.settle()
    assert [status for *_, status in stage.items()] == ["cancelled"]


def test_an_edit_into_what_the_rule_waits_for_fires_it_and_a_deletion_never_does(stage: Stage, watch: Watch) -> None:
    watch()
    stage.tell(seen("Buenos días", chat=GROUP), seen("Buenas noches", "M2", chat=GROUP))
    stage.settle()
    stage.tell(MessageEdited("M1", "Ya no funciona", START + timedelta(minutes=1), chat=GROUP, editor=FRIEND))
    watch(ALERT.replace("no funciona", "buen").replace("id: outage", "id: greeting"))
    stage.tell(MessageDeleted("M2", START + timedelta(minutes=2), chat=GROUP))
    stage.settle()
    assert stage.rows("select message_id, rule_id from items") == [{"message_id": "M1", "rule_id": "outage"}]


def test_the_same_person_may_react_to_the_message_as_well(stage: Stage, watch: Watch) -> None:
    watch()
    stage.tell(down(author=OWNER), react("📝", chat=GROUP))
    stage.settle()
    assert stage.items() == [NOTE, NOTE]
    stage.tell(react(None, n=2, chat=GROUP))
    stage.settle()
    assert sorted(stage.rows("select address, status::text from items"), key=lambda row: row["address"]) == [
        {"address": "", "status": "open"}, {"address": "me", "status": "cancelled"},
    ]  # fmt: skip


def test_an_item_that_a_person_undid_stays_undone(stage: Stage, watch: Watch) -> None:
    watch()
    stage.tell(down())
    stage.settle()
    (item,) = stage.rows("select id from items")
    cancel(stage.db, [item["id"]])
    stage.tell(MessageDeleted("M1", START + timedelta(minutes=2), chat=GROUP), down())
    stage.settle()
    assert [status for *_, status in stage.items()] == ["cancelled"]


def test_a_message_that_cannot_be_read_bothers_nobody(stage: Stage, watch: Watch) -> None:
    watch("""
version: 1
rules:
  - id: payments
    when: { message: any, by: anyone }
    parse: bill
    do: [{ create_bill: {} }]
""")
    stage.tell(seen("Gracias"), seen(id_="M2"))
    stage.settle()
    assert stage.items() == [("bill", "CFE", "open")]
    assert stage.outcomes() == ["created"]
    assert stage.rows("select event_data->>'message_id' as id from action_queue where event_type = 'deliver'") == [
        {"id": "M2"}
    ]


def test_a_rule_in_shadow_shows_what_it_would_have_done(stage: Stage, watch: Watch) -> None:
    watch(ALERT + "    shadow: true\n")
    stage.tell(down())
    stage.settle()
    assert stage.items() == []
    assert stage.outcomes() == ["nothing"]


def test_messages_are_settled_as_urgently_as_the_most_urgent_rule_about_them(stage: Stage, watch: Watch) -> None:
    watch(ALERT + "    priority: critical\n")
    watch(ALERT.replace("id: outage", "id: other") + "    priority: low\n")
    stage.tell(down(), react("📝", chat=GROUP))
    rows = stage.rows("select event_data->>'address' as who, priority::text from action_queue order by priority")
    assert rows == [{"who": "", "priority": "critical"}, {"who": "me", "priority": "normal"}]
    rulebook.delete(stage.db, stage.id, "outage")
    stage.tell(down("M2"))
    assert stage.rows("select priority::text from action_queue order by id desc limit 1") == [{"priority": "low"}]


def test_a_doubtful_reading_waits_for_a_person_where_the_rule_says_so_and_bothers_nobody(
    stage: Stage, watch: Watch
) -> None:
    watch("""
version: 1
rules:
  - id: payments
    when: { message: any, by: anyone }
    parse: { use: bill, min_confidence: 1.0 }
    do: [{ create_bill: {} }]
    on_low_confidence: review
""")
    stage.tell(seen("CFE mañana"))
    stage.settle()
    (waiting,) = doubts.waiting(stage.db)
    assert (waiting.emoji, waiting.rule_id) == ("", "payments")
    assert stage.rows("select from action_queue where event_type = 'deliver'") == []
    reviews.accept(stage.db, waiting.id)
    assert [kind for kind, *_ in stage.items()] == ["bill"]
