"""Done and paid by hand: what repeats comes again, once; the reaction still has its say."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from typing import Any

import psycopg
import pytest

from engine import by_hand
from engine.gateways.signals import MessageEdited
from executors import completing
from executors.completing import NotPossible
from tests.engine.stage import FRIEND, START, Stage, react, seen

NETFLIX = "Pagar Netflix $219 cada mes, vence 15 enero"


def series(stage: Stage) -> list[tuple[Any, ...]]:
    return stage.db.execute(
        "select status::text, coalesce(due_on::text, due_at::text), flags from items i"
        " left join (select item_id, due_on, null::timestamptz as due_at from bills"
        " union all select item_id, due_on, due_at from tasks) d on d.item_id = i.id order by i.id"
    ).fetchall()


def ids(stage: Stage) -> list[int]:
    return [row["id"] for row in stage.rows("select id from items order by id")]


@pytest.fixture
def netflix(stage: Stage) -> Stage:
    stage.tell(seen(NETFLIX), react("💳"))
    stage.settle()
    assert series(stage) == [("open", "2026-01-15", [])]
    return stage


def test_paying_a_bill_that_repeats_makes_the_next_one_once(netflix: Stage) -> None:
    (first,) = ids(netflix)
    for _ in range(2):
        by_hand.finish(netflix.db, [first], only="bill")
    assert series(netflix) == [("done", "2026-01-15", []), ("open", "2026-02-15", [])]
    (row,) = netflix.rows("select * from bill_items where follows = %s", first)
    assert (row["vendor"], str(row["amount"]), row["recurrence"], row["tags"]) == (
        "Netflix", "219.00", "FREQ=MONTHLY", ["streaming"],
    )  # fmt: skip


def test_two_who_pay_at_the_same_moment_make_one_next(netflix: Stage) -> None:
    (first,) = ids(netflix)

    def pay() -> None:
        with psycopg.connect(netflix.url, autocommit=True) as db:
            by_hand.finish(db, [first])

    both = [threading.Thread(target=pay) for _ in range(4)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert series(netflix) == [("done", "2026-01-15", []), ("open", "2026-02-15", [])]


def test_taking_the_completion_back_undoes_the_next_one_and_paying_again_revives_it(netflix: Stage) -> None:
    (first,) = ids(netflix)
    by_hand.finish(netflix.db, [first])
    by_hand.reopen(netflix.db, [first])
    assert series(netflix) == [("open", "2026-01-15", []), ("cancelled", "2026-02-15", [])]
    by_hand.finish(netflix.db, [first])
    assert series(netflix) == [("done", "2026-01-15", []), ("open", "2026-02-15", [])]


def test_a_next_one_that_somebody_touched_stays_when_the_completion_is_taken_back(netflix: Stage) -> None:
    (first,) = ids(netflix)
    by_hand.finish(netflix.db, [first])
    second = ids(netflix)[1]
    netflix.db.execute("""update items set edits = '{"amount": "239.00"}' where id = %s""", [second])
    by_hand.reopen(netflix.db, [first])
    assert [row[0] for row in series(netflix)] == ["open", "open"]


def test_a_removed_reaction_keeps_and_flags_what_is_done_and_cancels_the_next_one(netflix: Stage) -> None:
    by_hand.finish(netflix.db, ids(netflix))
    netflix.tell(react(None, n=2))
    netflix.settle()
    assert series(netflix) == [("done", "2026-01-15", ["reaction_removed"]), ("cancelled", "2026-02-15", [])]
    netflix.tell(react("💳", n=3))
    netflix.settle()
    assert series(netflix) == [("done", "2026-01-15", []), ("open", "2026-02-15", [])]


def test_an_edited_text_flags_what_is_paid_and_updates_the_next_one_on_its_own_day(netflix: Stage) -> None:
    by_hand.finish(netflix.db, ids(netflix))
    netflix.tell(MessageEdited("M1", NETFLIX.replace("219", "239"), START + timedelta(minutes=1), editor=FRIEND))
    netflix.settle()
    assert series(netflix) == [("done", "2026-01-15", ["text_edited"]), ("open", "2026-02-15", [])]
    assert [str(row["amount"]) for row in netflix.rows("select amount from bills order by item_id")] == [
        "219.00", "239.00",
    ]  # fmt: skip
    by_hand.finish(netflix.db, [ids(netflix)[1]])
    assert series(netflix)[2][:2] == ("open", "2026-03-15")


def test_another_emoji_keeps_what_is_done_and_converts_the_next_one(netflix: Stage) -> None:
    by_hand.finish(netflix.db, ids(netflix))
    netflix.tell(react("📝", n=2))
    netflix.settle()
    assert [row[::2] for row in netflix.items()] == [("bill", "done"), ("note", "open")]
    netflix.tell(react("💳", n=3))
    netflix.settle()
    assert [row[::2] for row in netflix.items()] == [("bill", "done"), ("bill", "open")]
    assert series(netflix)[1][1] == "2026-02-15"


def test_another_emoji_after_a_bill_that_comes_once_makes_an_item_that_replaces_it(stage: Stage) -> None:
    stage.tell(seen(), react("💳"))
    stage.settle()
    (first,) = ids(stage)
    by_hand.finish(stage.db, [first])
    stage.tell(react("📝", n=2))
    stage.settle()
    assert [row[::2] for row in stage.items()] == [("bill", "done"), ("note", "open")]
    assert stage.rows("select replaces from items order by id")[1] == {"replaces": first}


@pytest.mark.parametrize(
    ("text", "due", "then"),
    [
        # The clocks of New York change on 8 March 2026, at two in the night.
        ("Take the pills every day at 9am", "2026-03-07 14:00:00+00", "2026-03-08 13:00:00+00"),
        ("Take the pills every day at 2:30 am", "2026-03-07 07:30:00+00", "2026-03-08 07:30:00+00"),
    ],
)
def test_nine_o_clock_stays_nine_o_clock_when_the_clocks_change(stage: Stage, text: str, due: str, then: str) -> None:
    stage.db.execute("set timezone to 'UTC'")
    stage.db.execute("update connections set zone = 'America/New_York', region = 'US', language = 'en'")
    sent = datetime(2026, 3, 7, 5, 0, tzinfo=UTC)
    stage.tell(seen(text, sent_at=sent), react("✅"), owner="12125550100@s.whatsapp.net")
    stage.settle()
    assert [row[1] for row in series(stage)] == [due]
    by_hand.finish(stage.db, ids(stage))
    assert [row[1] for row in series(stage)] == [due, then]
    if "2:30" in text:
        # It was half past three that once; from then on it is half past two again.
        by_hand.finish(stage.db, [ids(stage)[1]])
        assert series(stage)[2][1] == "2026-03-09 06:30:00+00"


def test_what_repeats_without_a_day_comes_again_after_the_day_on_which_it_was_done(stage: Stage) -> None:
    stage.tell(seen("Revisar el extintor, mensual"), react("✅"))
    stage.settle()
    assert series(stage) == [("open", None, [])]
    # Eleven in the evening of the 31st in Mexico, where the 1st is in Greenwich.
    completing.complete(stage.db, ids(stage), at=datetime(2026, 4, 1, 5, 0, tzinfo=UTC))
    assert series(stage)[1][:2] == ("open", "2026-05-31")


def test_an_event_that_repeats_lasts_as_long_the_next_time(stage: Stage) -> None:
    stage.tell(seen("Clase de yoga todos los martes de 7 a 8 pm en el club"), react("📅"))
    stage.settle()
    by_hand.finish(stage.db, ids(stage))
    rows = stage.rows("select starts_at, ends_at, location, recurrence from calendar_events order by item_id")
    assert len(rows) == 2
    assert rows[1]["starts_at"] - rows[0]["starts_at"] == timedelta(days=7)
    assert rows[1]["ends_at"] - rows[1]["starts_at"] == timedelta(hours=1)
    assert rows[1]["location"] == rows[0]["location"]


def test_what_was_cancelled_by_hand_stays_so_and_cannot_be_done(netflix: Stage) -> None:
    (first,) = ids(netflix)
    by_hand.cancel(netflix.db, [first])
    netflix.tell(seen(NETFLIX), react("💳"))
    netflix.settle()
    assert series(netflix)[0][0] == "cancelled"
    with pytest.raises(NotPossible, match="toque items reopen"):
        by_hand.finish(netflix.db, [first])


def test_one_item_that_is_not_there_leaves_the_others_as_they_are(netflix: Stage) -> None:
    with pytest.raises(NotPossible, match="no item 999"):
        by_hand.finish(netflix.db, [*ids(netflix), 999])
    assert series(netflix) == [("open", "2026-01-15", [])]


def test_the_live_feed_tells_what_was_done_by_hand(netflix: Stage) -> None:
    by_hand.finish(netflix.db, ids(netflix))
    (row,) = netflix.rows("select event, body from live_feed order by id desc limit 1")
    assert (row["event"], row["body"]["outcome"]) == ("settled", "done")
    assert [item["how"] for item in row["body"]["items"]] == ["done", "created"]
