"""What a person may write into a field is the same wherever they write it."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from engine.web.api import patches
from executors.corrections import WrongField, typed
from executors.fields import FIELDS
from executors.plan import Kind
from parsers.draft import BillData, EventData, NoteData, TaskData

PATCHES: dict[Kind, patches.Patch] = {
    "task": patches.TaskPatch, "event": patches.EventPatch, "bill": patches.BillPatch, "note": patches.NotePatch,
}  # fmt: skip
DATA = {"task": TaskData, "event": EventData, "bill": BillData, "note": NoteData}


def test_every_field_that_is_read_can_be_written() -> None:
    for kind, data in DATA.items():
        assert {"title", "priority", "tags", *data.__slots__} == FIELDS[kind].keys()  # type: ignore[index] # the kinds
    for kind, patch in PATCHES.items():
        assert patch.model_fields.keys() == FIELDS[kind].keys() - {"recurrence"}


@pytest.mark.parametrize(
    ("kind", "name", "said", "sent", "kept"),
    [
        ("task", "due", " 2026-01-16 17:00", "2026-01-16T17:00", datetime.fromisoformat("2026-01-16T17:00")),
        ("bill", "due", "2026-01-16", "2026-01-16", date(2026, 1, 16)),
        ("bill", "amount", " 890.50 ", 890.5, Decimal("890.5")),
        ("bill", "currency", "mxn", "MXN", "MXN"),
        ("event", "duration_minutes", "90", 90, 90),
        ("event", "attendees", "Ana, Luis ,", ["Ana", "Luis"], ("Ana", "Luis")),
        ("note", "tags", "#home, water", ["home", "water"], ("home", "water")),
        ("task", "assignee", "", None, None),
    ],
)
def test_what_is_typed_and_what_is_sent_are_kept_alike(
    kind: Kind, name: str, said: str, sent: object, kept: object
) -> None:
    assert typed(kind, {name: said}) == {name: kept}
    read = PATCHES[kind].model_validate({name: sent}).model_dump(exclude_unset=True)[name]
    assert (tuple(read) if isinstance(read, list) else read) == kept


@pytest.mark.parametrize(
    ("kind", "name", "value"),
    [
        ("task", "title", ""), ("task", "title", "x" * 501), ("task", "due", "1850-01-01"), ("task", "due", "tomorrow"),
        ("task", "priority", "soon"), ("task", "tags", ["two words"]), ("task", "colour", "red"),
        ("bill", "amount", -1), ("bill", "amount", True), ("bill", "amount", 10**11), ("bill", "currency", "PESO"),
        ("bill", "due", "2026-01-16T10:00"), ("bill", "vendor", None),
        ("event", "start", None), ("event", "duration_minutes", 0), ("event", "attendees", ["x"] * 201),
    ],
)  # fmt: skip
def test_what_is_refused_is_refused_wherever_it_is_written(kind: Kind, name: str, value: Any) -> None:
    with pytest.raises(WrongField):
        typed(kind, {name: value})
    with pytest.raises(ValidationError):
        PATCHES[kind].model_validate({name: value})


@pytest.mark.parametrize(
    ("kind", "name", "value"),
    [("task", "recurrence", "each full moon"), ("event", "start", "2026-01-16T10:00+02:00")],
)
def test_what_is_typed_means_the_clock_of_the_item_and_repeats_by_a_rule(kind: Kind, name: str, value: str) -> None:
    with pytest.raises(WrongField, match="such as"):
        typed(kind, {name: value})
