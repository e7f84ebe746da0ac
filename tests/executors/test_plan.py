"""What happens to items that exist: the table of settling, row by row."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from executors.plan import Existing, Wanted, reacted, reading, unreacted
from parsers.draft import BillData, NoteData, TaskData

TASK = Wanted(
    rule_id="task", rule_version=1, step=0, position=0, kind="task", title="Call Ana", data=TaskData("Call Ana"),
    priority="medium", tags=(), language="en", zone="UTC", confidence=0.9, terms={"undo": True},
)  # fmt: skip
NOTE = replace(TASK, rule_id="note", kind="note", data=NoteData("Call Ana", (), "Call Ana"))


def bill(vendor: str, amount: str, position: int = 0) -> Wanted:
    data = BillData(vendor, Decimal(amount), "MXN")
    return replace(TASK, rule_id="bills", kind="bill", title=vendor, data=data, position=position)


def made(want: Wanted, id_: int = 1, status: str = "open", **more: object) -> Existing:
    vendor = want.data.vendor if isinstance(want.data, BillData) else None
    return Existing(
        id_, want.kind, status, want.rule_id, want.rule_version, want.step, want.position, want.title, reading(want),
        vendor, terms=want.terms, **more,
    )  # fmt: skip


def hows(changes) -> list[tuple[str, int | None]]:
    return [(change.how, change.item.id if change.item else None) for change in changes]


def plan(existing, wanted, *, text_edited=False):
    return reacted(existing, wanted, text_edited=text_edited)


def test_the_first_reaction_creates() -> None:
    assert hows(plan([], [TASK])) == [("created", None)]


def test_a_removed_reaction_cancels_what_is_open() -> None:
    (change,) = unreacted([made(TASK)])
    assert (change.how, change.because) == ("cancelled", "unreacted")


def test_a_removed_reaction_flags_what_is_done() -> None:
    (change,) = unreacted([made(TASK, status="done")])
    assert (change.how, change.flags) == ("flagged", ("reaction_removed",))


def test_a_rule_that_does_not_undo_keeps_and_flags() -> None:
    (change,) = unreacted([made(replace(TASK, terms={"undo": False}))])
    assert (change.how, change.flags) == ("flagged", ("reaction_removed",))


def test_a_rule_that_undoes_for_a_while_keeps_what_is_taken_back_later_and_says_why() -> None:
    promised = replace(TASK, terms={"undo": True, "until": "2026-01-03T15:00:00+00:00"})
    over = datetime(2026, 1, 3, 15, 0, tzinfo=UTC)
    (in_time,) = unreacted([made(promised)], over)
    assert in_time.how == "cancelled"
    (late,) = unreacted([made(promised)], over + timedelta(seconds=1))
    assert (late.how, late.because, late.flags) == ("flagged", "undo_over", ("reaction_removed",))
    (finished,) = unreacted([made(promised, status="done")], over + timedelta(seconds=1))
    assert (finished.how, finished.because) == ("flagged", None)


def test_a_removal_of_what_was_cancelled_already_changes_nothing() -> None:
    assert unreacted([made(TASK, status="cancelled")]) == []


def test_reacting_again_reopens_the_same_item() -> None:
    assert hows(plan([made(TASK, 7, "cancelled")], [TASK])) == [("reopened", 7)]


def test_another_emoji_converts_and_keeps_the_item() -> None:
    (change,) = plan([made(TASK, 7)], [NOTE])
    assert (change.how, change.item.id, change.wanted.kind) == ("converted", 7, "note")


def test_a_done_item_is_kept_and_another_emoji_makes_one_that_replaces_it() -> None:
    (change,) = plan([made(TASK, 7, "done")], [NOTE])
    assert (change.how, change.item, change.replaces) == ("created", None, 7)


def test_reacting_again_to_what_is_done_does_nothing_but_take_the_flag_away() -> None:
    (change,) = plan([made(TASK, 7, "done", flags=("reaction_removed",))], [TASK])
    assert (change.how, change.wanted, change.flags) == ("kept", None, ())


def test_an_edited_text_updates_what_is_open() -> None:
    want = replace(TASK, title="Call Ana on Friday")
    (change,) = plan([made(TASK, 7)], [want], text_edited=True)
    assert (change.how, change.item.id, change.wanted.title) == ("updated", 7, "Call Ana on Friday")


def test_an_edited_text_flags_what_is_done() -> None:
    want = replace(TASK, title="Call Ana on Friday")
    (change,) = plan([made(TASK, 7, "done")], [want], text_edited=True)
    assert (change.how, change.flags) == ("flagged", ("text_edited",))


def test_an_edit_that_changes_nothing_that_was_read_changes_nothing() -> None:
    assert hows(plan([made(TASK, 7)], [TASK], text_edited=True)) == [("kept", 7)]


def test_a_text_or_an_emoji_that_nothing_can_be_made_of_cancels_what_was_there() -> None:
    for text_edited in (True, False):
        assert hows(plan([made(TASK, 7)], [], text_edited=text_edited)) == [("cancelled", 7)]


def test_what_holds_of_the_message_is_flagged_on_every_open_item_and_taken_away_again() -> None:
    (change,) = reacted([made(TASK, 7)], [TASK], text_edited=True, remarks=("message_deleted",))
    assert (change.how, change.flags) == ("flagged", ("message_deleted",))
    (change,) = reacted([made(TASK, 7, flags=("edit_unreadable",))], [TASK], text_edited=True)
    assert (change.how, change.flags) == ("kept", ())
    (change,) = reacted([], [TASK], text_edited=False, remarks=("message_deleted",))
    assert (change.how, change.flags) == ("created", ("message_deleted",))


def test_a_task_that_becomes_two_bills_is_converted_and_one_is_created() -> None:
    changes = plan([made(TASK, 7)], [bill("CFE", "1"), bill("Telmex", "2", 1)])
    assert hows(changes) == [("converted", 7), ("created", None)]


def test_two_bills_that_become_one_task_leave_one_cancelled() -> None:
    old = [made(bill("CFE", "1"), 1), made(bill("Telmex", "2", 1), 2)]
    assert hows(plan(old, [TASK])) == [("converted", 1), ("cancelled", 2)]


def test_bills_are_matched_across_an_edit_by_vendor_before_position() -> None:
    old = [made(bill("CFE", "1"), 1), made(bill("Telmex", "2", 1), 2)]
    changes = plan(old, [bill("Telmex", "2"), bill("CFE", "9", 1)], text_edited=True)
    assert {(c.how, c.item.id, c.wanted.position if c.wanted else None) for c in changes} == {
        ("kept", 2, None),
        ("updated", 1, 0),
    }


def test_a_new_bill_takes_a_place_that_no_other_holds() -> None:
    old = [made(bill("CFE", "1"), 1)]
    changes = plan(old, [bill("Agua", "5"), bill("CFE", "1", 1)], text_edited=True)
    assert [(c.how, c.wanted.position if c.wanted else None) for c in changes] == [("kept", None), ("created", 1)]


@pytest.mark.parametrize("way", [[TASK], [TASK, None], [NOTE, None, TASK], [TASK, NOTE], [TASK, NOTE, None]])
def test_the_end_depends_on_the_last_reaction_and_not_on_the_way_there(way: list[Wanted | None]) -> None:
    items: list[Existing] = []
    for want in [*way, NOTE]:
        for change in plan(items, [want]) if want else unreacted(items):
            items = [item for item in items if not change.item or item.id != change.item.id]
            status = "cancelled" if change.how == "cancelled" else "open"
            origin = change.wanted or (TASK if change.item.kind == "task" else NOTE)
            items.append(made(origin, change.item.id if change.item else 1, status))
    assert [(item.id, item.kind, item.status) for item in items] == [(1, "note", "open")]
