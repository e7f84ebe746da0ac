"""Whatever order, however often, however late: the end depends only on the last of each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine import rulebook
from engine.gateways.signals import OWNER, MessageDeleted, MessageEdited, Signal
from tests.engine.stage import FRIEND, PHONE, START, Stage, react, seen

TEXTS = ["Pagar luz CFE $890", "Pagar luz CFE $950 y agua $300", "Llamar a Ana mañana"]
LID = "200000000000777@lid"


@dataclass(frozen=True, slots=True)
class Story:
    """What happened on the phones, in the order in which it happened."""

    signals: tuple[Signal, ...]


@st.composite
def stories(draw: st.DrawFn) -> Story:
    told: list[Signal] = []
    for id_ in ("M1", "M2"):
        told.append(seen(draw(st.sampled_from(TEXTS)), id_))
        emojis = draw(st.lists(st.sampled_from(["✅", "💳", "📝", "🎉", None]), min_size=1, max_size=4))
        told += [react(emoji, id_, n=n) for n, emoji in enumerate(emojis, 1)]
        edits = draw(st.lists(st.sampled_from(TEXTS), max_size=2))
        told += [MessageEdited(id_, text, START + timedelta(minutes=n)) for n, text in enumerate(edits, 1)]
        if draw(st.booleans()):
            told.append(MessageDeleted(id_, START + timedelta(minutes=9)))
    return Story(tuple(told))


@st.composite
def arrivals(draw: st.DrawFn) -> tuple[Story, list[Signal], list[bool]]:
    """Return a story, the order in which its webhooks come (each once to three times), and where a worker looks."""
    story = draw(stories())
    several = [signal for signal in story.signals for _ in range(draw(st.integers(1, 3)))]
    order = draw(st.permutations(several))
    return story, list(order), draw(st.lists(st.booleans(), min_size=len(order), max_size=len(order)))


def end(stage: Stage) -> list[tuple[object, ...]]:
    """Return what stands at the end: the open items with all that a person sees of them."""
    return stage.db.execute(
        """
        select message_id, kind::text, title, tags, flags, amount, body, priority
        from items i
        left join bills b on b.item_id = i.id
        left join notes n on n.item_id = i.id
        where status = 'open'
        order by message_id, kind, title, amount
        """
    ).fetchall()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(arrivals())
def test_the_end_depends_only_on_the_last_of_each(
    db: psycopg.Connection, database_url: str, empty: Callable[[], None], arrived: tuple
) -> None:
    story, order, looks = arrived
    empty()
    calm = Stage(db, database_url)
    calm.tell(*story.signals)
    calm.settle()
    expected = end(calm)
    empty()
    wild = Stage(db, database_url)
    for signal, look in zip(order, looks, strict=True):
        wild.tell(signal)
        if look:
            wild.settle()
    db.execute("update action_queue set run_at = now() where status = 'pending'")
    wild.settle()
    assert end(wild) == expected
    assert not wild.rows("select from whatsapp_message_reactions where settled_revision < revision")
    assert not wild.rows("select from action_queue where status = 'failed'")


@pytest.fixture
def stage(db: psycopg.Connection, database_url: str) -> Stage:
    stage = Stage(db, database_url)
    rulebook.save(db, stage.id, [replace(rule, by="anyone") for rule in rulebook.starter().rules], origin="ui")
    return stage


def statuses(stage: Stage) -> list[tuple[str, str, str | None]]:
    return stage.db.execute("select address, status::text, cancelled_because from items order by id").fetchall()


PAIR = seen("hola", "M9", aliases=((FRIEND, LID),))


def test_two_addresses_that_turn_out_to_be_one_person_make_one_item_and_the_older_survives(stage: Stage) -> None:
    stage.tell(seen(), react("💳", reactor=FRIEND, n=1))
    stage.settle()
    stage.tell(react("💳", reactor=LID, n=2))
    stage.settle()
    assert statuses(stage) == [(FRIEND, "open", None), (LID, "open", None)]
    stage.tell(seen("uno", "M7", aliases=((FRIEND, "a@x"),)), seen("dos", "M8", aliases=((LID, "b@x"),)))
    stage.tell(PAIR)
    stage.settle()
    assert statuses(stage) == [(FRIEND, "open", None), (LID, "cancelled", "merged")]


def test_a_removal_under_another_name_of_the_same_person_undoes(stage: Stage) -> None:
    stage.tell(seen(), PAIR, react("💳", reactor=FRIEND, n=1))
    stage.settle()
    stage.tell(react(None, reactor=LID, n=2))
    stage.settle()
    assert statuses(stage) == [(FRIEND, "cancelled", "unreacted")]
    assert stage.outcomes() == ["created", "cancelled"]


def test_an_older_reaction_under_another_name_changes_nothing(stage: Stage) -> None:
    stage.tell(seen(), PAIR, react("💳", reactor=FRIEND, n=5))
    stage.settle()
    stage.tell(react(None, reactor=LID, n=2))
    stage.settle()
    assert statuses(stage) == [(FRIEND, "open", None)]
    assert stage.outcomes() == ["created", "overtaken"]


def test_people_merged_and_split_by_hand_are_settled_again_and_stay_apart(stage: Stage) -> None:
    from engine import people  # noqa: PLC0415

    stage.tell(seen("uno", "M7", aliases=((FRIEND, "a@x"),)), seen("dos", "M8", aliases=((LID, "b@x"),)))
    stage.tell(seen(), react("💳", reactor=FRIEND, n=1))
    stage.settle()
    stage.tell(react("💳", reactor=LID, n=2))
    stage.settle()
    assert people.merge(stage.db, stage.id, FRIEND, LID) == 2
    stage.settle()
    assert statuses(stage) == [(FRIEND, "open", None), (LID, "cancelled", "merged")]
    assert people.split(stage.db, stage.id, LID) == 2
    stage.settle()
    assert [row[:2] for row in statuses(stage)] == [(FRIEND, "open"), (LID, "open")]
    stage.tell(PAIR)
    stage.settle()
    assert [row[:2] for row in statuses(stage)] == [(FRIEND, "open"), (LID, "open")]


def test_a_merge_never_makes_anybody_the_owner_but_the_owner(stage: Stage) -> None:
    stage.tell(PAIR, seen("yo", "M6", aliases=((OWNER, "100000000000001@lid"),)))
    owners = stage.db.execute("select address from addresses a join people p on p.id = a.person_id where is_owner")
    assert FRIEND not in {row[0] for row in owners}


def test_a_deleted_message_keeps_its_item_and_flags_it(stage: Stage) -> None:
    stage.tell(seen(), react("💳"))
    stage.settle()
    stage.tell(MessageDeleted("M1", START + timedelta(minutes=1)))
    stage.settle()
    assert stage.rows("select status::text, flags from items") == [{"status": "open", "flags": ["message_deleted"]}]


def test_an_edit_that_cannot_be_read_flags_the_item(stage: Stage) -> None:
    stage.tell(seen(), react("💳"))
    stage.settle()
    stage.tell(MessageEdited("M1", None, START + timedelta(minutes=1), editor=FRIEND))
    stage.settle()
    assert stage.rows("select status::text, flags from items") == [{"status": "open", "flags": ["edit_unreadable"]}]
    stage.tell(MessageEdited("M1", "Pagar luz CFE $950", START + timedelta(minutes=2)))
    stage.settle()
    assert stage.rows("select flags, amount::int from bill_items") == [{"flags": [], "amount": 950}]


OWN_LID = "100000000000001@lid"


def owners(stage: Stage) -> set[str]:
    rows = stage.db.execute("select address from addresses a join people p on p.id = a.person_id where is_owner")
    return {row[0] for row in rows}


def test_an_event_that_pairs_somebody_with_the_owners_address_makes_nobody_the_owner(stage: Stage) -> None:
    stage.tell(seen("yo", "M6", aliases=((OWNER, OWN_LID),)))
    for known_before in (False, True):
        if known_before:
            stage.tell(seen("uno", "M7", aliases=((FRIEND, LID),)))
        stage.tell(seen("hola", f"M8{known_before}", aliases=((FRIEND, OWN_LID),)))
        assert owners(stage) == {OWNER, OWN_LID, PHONE}


def test_the_owner_stays_the_owner_whatever_is_learned_in_whatever_order(stage: Stage) -> None:
    stage.tell(seen("a", "M1", aliases=((LID, "8@lid"),)), owner=None)
    stage.tell(seen("b", "M2"), owner=PHONE)
    stage.tell(seen("c", "M3", aliases=((PHONE, LID),)), owner=PHONE)
    assert owners(stage) == {OWNER, PHONE}


def test_a_second_edit_that_nobody_can_read_does_not_undo_the_first(stage: Stage) -> None:
    stage.tell(seen(), react("💳"))
    stage.tell(MessageEdited("M1", "Pagar agua SACMEX $300", START + timedelta(minutes=1), editor=FRIEND))
    stage.tell(MessageEdited("M1", None, START + timedelta(minutes=2), editor=FRIEND))
    stage.settle()
    assert stage.rows("select title, flags from items") == [{"title": "SACMEX", "flags": ["edit_unreadable"]}]


def test_a_paid_bill_is_flagged_when_its_text_is_edited_into_something_else(stage: Stage) -> None:
    stage.tell(seen(), react("💳"))
    stage.settle()
    stage.db.execute("update items set status = 'done', done_at = now()")
    stage.tell(MessageEdited("M1", "Gracias por los 2 kilos de mango", START + timedelta(minutes=1)))
    stage.settle()
    assert stage.rows("select status::text, flags from items") == [{"status": "done", "flags": ["text_edited"]}]


def test_a_removal_of_the_same_moment_is_not_lost_between_repetitions(stage: Stage) -> None:
    put = replace(react("💳"), outer_id="X", sender_ms=None)
    gone = replace(react(None), outer_id="Y", sender_ms=None)
    stage.tell(put)
    stage.tell(gone, put)
    stage.settle()
    assert stage.rows("select emoji, outer_ids from whatsapp_message_reactions") == [
        {"emoji": None, "outer_ids": ["X", "Y"]}
    ]


def test_a_bill_that_an_edit_leaves_out_is_not_called_merged(stage: Stage) -> None:
    stage.tell(seen("Pagar luz CFE $890 y agua SACMEX $300"), react("💳"))
    stage.settle()
    stage.tell(MessageEdited("M1", "Pagar luz CFE $890", START + timedelta(minutes=1)))
    stage.settle()
    assert [row[1:] for row in statuses(stage)] == [("open", None), ("cancelled", "superseded")]
