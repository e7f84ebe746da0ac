"""What a rule reminds of comes at its moment, in the person's words, and not when it says nothing any more."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import psycopg
import pytest
from babel.dates import format_date

from demo.evolution import FakeEvolution
from engine import by_hand, clock, doubts, reviews, rulebook
from engine.deliver import Deliverer
from engine.queue import Claimer
from executors import reminders
from executors.reminders import moments
from rules.book import read
from tests.engine.stage import PHONE, SETTINGS, VAULT, Stage, react, seen

MEXICO = "America/Mexico_City"
QUICK = SETTINGS.model_copy(update={"send_interval_seconds": 0.0, "send_jitter_seconds": 0.0})


def at(text: str, zone: str = MEXICO) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


def test_reminders_of_a_day_count_from_nine_in_the_morning_and_those_of_an_hour_from_that() -> None:
    told = {one.before: one.at for one in moments(["3d", "1h", "0d 18:30", "1w"], date(2026, 1, 15), MEXICO)}
    assert told == {
        "3d": at("2026-01-12T09:00"), "1h": at("2026-01-15T08:00"), "0d 18:30": at("2026-01-15T18:30"),
        "1w": at("2026-01-08T09:00"),
    }  # fmt: skip
    of_hour = {one.before: one.at for one in moments(["1d", "45m", "2d 08:00"], at("2026-01-15T17:00"), MEXICO)}
    assert of_hour == {
        "1d": at("2026-01-14T17:00"), "45m": at("2026-01-15T16:15"), "2d 08:00": at("2026-01-13T08:00"),
    }  # fmt: skip


def test_a_day_before_is_the_same_hour_in_the_night_in_which_the_clocks_change_and_an_hour_before_is_an_hour() -> None:
    day, hour = moments(["1d", "3h"], at("2026-03-29T04:00", "Europe/Madrid"), "Europe/Madrid")
    assert day.at == at("2026-03-28T04:00", "Europe/Madrid")
    assert hour.at == datetime(2026, 3, 28, 23, 0, tzinfo=UTC)


def test_a_reminder_that_comes_late_still_says_something_until_the_thing_is_over() -> None:
    (day,) = moments(["1d"], date(2026, 1, 15), MEXICO)
    assert day.until == at("2026-01-16T00:00")
    (after,) = moments(["0d 20:00"], at("2026-01-15T17:00"), MEXICO)
    assert after.until == at("2026-01-15T21:00")


class Desk:
    """A number whose bills and events are reminded of."""

    def __init__(self, stage: Stage, fake: FakeEvolution) -> None:
        self.stage, self.fake, self.n = stage, fake, 0
        slug = stage.rows("select slug from connections")[0]["slug"]
        stage.db.execute(
            "update connections set base_url = %s, secrets = %s, acts_since = %s",
            [fake.url, VAULT.seal(slug, {"api_key": "k"}), clock.now() - timedelta(days=60)],
        )
        self.rules(
            {"id": "bill", "when": {"reaction": "💳"}, "do": [{"create_bill": {"remind": ["3d", "1d", "0d 09:00"]}}]},
            {"id": "event", "when": {"reaction": "📅"}, "do": [{"create_event": {"remind": "1h"}}]},
            {"id": "task", "when": {"reaction": "✅"}, "do": [{"create_task": {}}]},
        )

    def rules(self, *rules: dict[str, Any]) -> None:
        rulebook.save(self.stage.db, self.stage.id, read({"version": 1, "rules": list(rules)}).rules, origin="file")

    def say(self, text: str, id_: str = "M1", *, days_ago: int = 0) -> None:
        self.stage.tell(seen(text, id_, sent_at=clock.now() - timedelta(days=days_ago)))

    def react(self, emoji: str | None, id_: str = "M1") -> None:
        self.n += 1
        second = int(clock.now().timestamp()) + self.n
        self.stage.tell(react(emoji, id_, n=self.n, server_second=second))
        self.stage.settle()

    def waiting(self) -> list[str]:
        """Return what is reminded of, as the rule says it, the next first."""
        rows = self.stage.rows(
            "select event_data->>'before' as before from action_queue"
            " where event_data ? 'before' and status = 'pending' order by run_at"
        )
        return [row["before"] for row in rows]

    def come(self) -> list[str]:
        """Let every moment be now, deliver, and return the texts that were sent."""
        self.stage.db.execute("update action_queue set run_at = now() - interval '1 s' where status = 'pending'")
        self.stage.db.execute("delete from action_queue where event_type = 'deliver' and not event_data ? 'before'")
        before = len(self.fake.sent)
        while claim := Claimer("w", 30).delivery(self.stage.db):
            Deliverer(QUICK, VAULT).deliver(self.stage.db, claim)
        return [one.text for one in self.fake.sent[before:]]

    def outcomes(self) -> list[str]:
        return [row["outcome"] for row in self.stage.rows("select outcome from deliveries order by queue_id")]


@pytest.fixture
def desk(db: psycopg.Connection, database_url: str, fake: FakeEvolution) -> Iterator[Desk]:
    yield Desk(Stage(db, database_url), fake)
    fake.behave()


def day(days: int) -> str:
    when = clock.now().astimezone(ZoneInfo(MEXICO)).date() + timedelta(days=days)
    return format_date(when, "d 'de' MMMM", locale="es")


def test_a_bill_is_reminded_of_in_the_own_chat_and_language_as_it_is_then(desk: Desk) -> None:
    desk.say(f"Pagar luz CFE $890 vence {day(10)}")
    desk.react("💳")
    assert desk.waiting() == ["3d", "1d", "0d 09:00"]
    desk.stage.db.execute("update bills set amount = 950")
    texts = desk.come()
    assert len(texts) == 3
    assert texts[0].startswith("⏰ Recordatorio: *CFE* · $950.00 MXN")
    assert "Vence" in texts[0]
    assert day(10) in texts[0]
    assert "deshacer" not in texts[0]
    assert {one.address for one in desk.fake.sent[-3:]} == {PHONE}


def test_the_same_moment_by_the_same_clock_as_the_person(desk: Desk) -> None:
    desk.say(f"Pagar luz CFE $890 vence {day(10)}")
    desk.react("💳")
    (first, *_) = desk.stage.rows("select run_at from action_queue where event_data ? 'before' order by run_at")
    here = clock.now().astimezone(ZoneInfo(MEXICO)).date()
    assert first["run_at"] == datetime.combine(here + timedelta(days=7), datetime.min.time(), ZoneInfo(MEXICO)).replace(
        hour=9
    )


def test_taking_the_reaction_back_takes_the_reminders_back_and_putting_it_again_brings_them_again(desk: Desk) -> None:
    desk.say(f"Pagar luz CFE $890 vence {day(10)}")
    desk.react("💳")
    desk.react(None)
    assert desk.waiting() == []
    desk.react("💳")
    assert desk.waiting() == ["3d", "1d", "0d 09:00"]


def test_what_becomes_another_kind_or_is_done_by_hand_is_not_reminded_of_any_more(desk: Desk) -> None:
    desk.say(f"Pagar luz CFE $890 vence {day(10)}")
    desk.react("💳")
    desk.react("✅")
    assert desk.waiting() == []
    desk.react("💳")
    (item,) = desk.stage.rows("select id from items where status = 'open'")
    by_hand.finish(desk.stage.db, [item["id"]])
    assert desk.waiting() == []
    by_hand.reopen(desk.stage.db, [item["id"]])
    assert desk.waiting() == ["3d", "1d", "0d 09:00"]


def test_the_next_bill_of_a_series_is_reminded_of_when_this_one_is_paid(desk: Desk) -> None:
    desk.say(f"Pagar Netflix $199 cada mes, vence {day(10)}")
    desk.react("💳")
    (item,) = desk.stage.rows("select id from items")
    by_hand.finish(desk.stage.db, [item["id"]])
    (next_,) = desk.stage.rows("select id from items where status = 'open'")
    rows = desk.stage.rows("select (event_data->>'item')::bigint as item from action_queue"
                           " where event_data ? 'before' and status = 'pending'")  # fmt: skip
    assert {row["item"] for row in rows} == {next_["id"]}


def test_moving_the_day_moves_the_reminders_and_moving_it_back_leaves_one_of_each(desk: Desk) -> None:
    desk.say(f"Pagar luz CFE $890 vence {day(10)}")
    desk.react("💳")
    for text in (f"Pagar luz CFE $890 vence {day(12)}", f"Pagar luz CFE $890 vence {day(10)}"):
        desk.stage.db.execute("update whatsapp_messages set text = %s", [text])
        desk.stage.db.execute("update whatsapp_message_reactions set revision = revision + 1")
        desk.stage.db.execute(
            "insert into action_queue (connection_id, event_type, event_data) select connection_id, 'settle',"
            " jsonb_build_object('message_id', message_id, 'address', address) from whatsapp_message_reactions"
        )
        desk.stage.settle()
        assert desk.waiting() == ["3d", "1d", "0d 09:00"]
    assert len(desk.come()) == 3


def test_a_day_that_moved_without_a_word_gets_its_reminders_anew_and_nothing_wrong_is_said(desk: Desk) -> None:
    desk.say(f"Pagar luz CFE $890 vence {day(10)}")
    desk.react("💳")
    desk.stage.db.execute("update bills set due_on = due_on + 30")
    desk.stage.db.execute("delete from action_queue where event_data->>'before' <> '3d'")
    assert desk.come() == []
    assert desk.waiting() == ["3d", "1d", "0d 09:00"]


def test_what_is_past_when_the_reaction_comes_gets_no_reminder(desk: Desk) -> None:
    desk.say(f"Pagar luz CFE $890 vence {day(2)}")
    desk.react("💳")
    assert desk.waiting() == ["1d", "0d 09:00"]
    desk.say("Pagar agua $200 vence hoy", "M2", days_ago=20)
    desk.react("💳", "M2")
    assert desk.waiting() == ["1d", "0d 09:00"]


def test_what_is_taken_back_when_the_time_for_it_is_over_stays_and_that_is_said(desk: Desk) -> None:
    desk.rules({"id": "bill", "when": {"reaction": "💳"}, "do": [{"create_bill": {"remind": "1d"}}],
                "undo": {"within": "2h"}})  # fmt: skip
    desk.say(f"Pagar luz CFE $890 vence {day(10)}")
    desk.react("💳")
    desk.n += 7200
    desk.react(None)
    (item,) = desk.stage.rows("select status::text, flags from items")
    assert item == {"status": "open", "flags": ["reaction_removed"]}
    assert desk.waiting() == ["1d"]
    assert desk.stage.outcomes() == ["created", "kept"]
    (log, *_) = desk.stage.rows("select explanation from action_execution_log order by id desc")
    assert [change["because"] for change in log["explanation"]["changes"]] == ["undo_over"]
    desk.stage.db.execute("delete from action_queue where event_data ? 'before'")
    before = len(desk.fake.sent)
    while claim := Claimer("w", 30).delivery(desk.stage.db):
        Deliverer(QUICK, VAULT).deliver(desk.stage.db, claim)
    (text,) = [one.text for one in desk.fake.sent[before:]]
    assert text.splitlines()[0] == "📌 Pago sin cambios: *CFE* · $890.00 MXN"
    assert text.endswith("Ya pasó el plazo para deshacer: se queda.")


def test_what_is_taken_back_in_time_goes(desk: Desk) -> None:
    desk.rules({"id": "bill", "when": {"reaction": "💳"}, "do": [{"create_bill": {}}], "undo": {"within": "2h"}})
    desk.say(f"Pagar luz CFE $890 vence {day(10)}")
    desk.react("💳")
    desk.n += 7000
    desk.react(None)
    assert desk.stage.items() == [("bill", "CFE", "cancelled")]


def test_a_reminder_that_is_being_sent_twice_is_sent_once(desk: Desk) -> None:
    desk.say(f"Cena el {day(5)} a las 20:00")
    desk.react("📅")
    assert desk.waiting() == ["1h"]
    desk.fake.misbehave(send_text="hang_up_after")
    sent = desk.come()
    desk.fake.behave()
    assert sent == desk.come() + sent
    assert desk.outcomes() == ["unclear"]


def test_what_a_person_puts_right_in_a_reading_is_reminded_of_by_the_day_that_they_said(desk: Desk) -> None:
    desk.rules({"id": "bill", "when": {"reaction": "💳"}, "parse": {"use": "bill", "min_confidence": 0.999},
                "on_low_confidence": "review", "do": [{"create_bill": {"remind": "1d"}}]})  # fmt: skip
    desk.say(f"CFE $890 vence {day(20)}")
    desk.react("💳")
    (waiting,) = doubts.waiting(desk.stage.db)
    said = clock.now().astimezone(ZoneInfo(MEXICO)).date() + timedelta(days=5)
    reviews.correct(desk.stage.db, waiting.id, {"due": said.isoformat()})
    (row,) = desk.stage.rows("select run_at from action_queue where event_data ? 'before' and status = 'pending'")
    assert row["run_at"].astimezone(ZoneInfo(MEXICO)).date() == said - timedelta(days=1)


def test_a_day_that_a_person_moves_by_hand_moves_the_reminders(desk: Desk) -> None:
    desk.say(f"Pagar luz CFE $890 vence {day(20)}")
    desk.react("💳")
    (item,) = desk.stage.rows("select id from items")
    said = clock.now().astimezone(ZoneInfo(MEXICO)).date() + timedelta(days=8)
    by_hand.edit(desk.stage.db, {item["id"]: {"due": said}})
    assert desk.waiting() == ["3d", "1d", "0d 09:00"]
    rows = desk.stage.rows("select run_at from action_queue where event_data ? 'before' and status = 'pending'")
    days = {(said - row["run_at"].astimezone(ZoneInfo(MEXICO)).date()).days for row in rows}
    assert days == {3, 1, 0}


def test_a_reminder_that_could_not_be_sent_yet_still_comes_when_its_item_is_settled_again(desk: Desk) -> None:
    desk.say(f"Pagar luz CFE $890 vence {day(10)}")
    desk.react("💳")
    db = desk.stage.db
    # As if it had been made ten days ago: what is due on the day itself is due, and its number is paused.
    db.execute("update bills set due_on = due_on - 9")
    (item,) = desk.stage.rows("select connection_id, id from items")
    (row,) = desk.stage.rows("select due_on from bills")
    due = next(one for one in moments(["1d"], row["due_on"], MEXICO))
    db.execute(
        "update action_queue set event_data = event_data || jsonb_build_object('at', %s::text)"
        " where event_data->>'before' = '1d'", [due.at.astimezone(UTC).isoformat()],
    )  # fmt: skip
    if due.at > clock.now():
        db.execute("update action_queue set run_at = now() where event_data->>'before' = '1d'")
    db.execute("update connections set enabled = false")
    assert desk.come() == []
    reminders.reschedule(db, [(item["connection_id"], item["id"])])
    assert "1d" in desk.waiting()
