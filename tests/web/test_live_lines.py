"""The lines of the live page: what may be undone, and how long it took."""

from __future__ import annotations

import json

import pytest

from tests.web.scripts import said

ROW = {"connection": 1, "message_id": "M1", "address": "a", "at": "2026-01-02T09:00:00Z"}
CREATED = [{"id": 7, "kind": "bill", "how": "created", "title": "CFE"}]


def test_a_line_whose_reaction_came_to_something_else_since_is_superseded() -> None:
    lines = [
        ROW | {"id": 4, "revision": 1, "message_id": "M2", "items": [CREATED[0] | {"id": 8}]},
        ROW | {"id": 3, "revision": 3, "items": []},
        ROW | {"id": 2, "revision": 2, "items": [{"id": 7, "kind": "note", "how": "converted", "title": "CFE"}]},
        ROW | {"id": 1, "revision": 1, "items": CREATED},
    ]
    told = said(
        f"(lines.value = {json.dumps(lines)}, lines.value.filter(superseded).map((row) => row.id))",
        "live/lines.js", locale="es-MX",
    )  # fmt: skip
    # What changed nothing supersedes nothing.
    assert told == [1]


@pytest.mark.parametrize(("how", "superseded"), [("cancelled", [1]), ("done", [1]), ("updated", [])])
def test_what_a_person_finished_or_undid_is_not_undone_from_an_older_line(how: str, superseded: list[int]) -> None:
    lines = [
        ROW | {"id": 2, "revision": 1, "items": [CREATED[0] | {"how": how}]},
        ROW | {"id": 1, "revision": 1, "items": CREATED},
    ]
    told = said(
        f"(lines.value = {json.dumps(lines)}, lines.value.filter(superseded).map((row) => row.id))",
        "live/lines.js", locale="es-MX",
    )  # fmt: skip
    assert told == superseded


def test_what_had_nothing_to_decide_took_no_time_that_is_worth_a_word() -> None:
    assert said("[0, 0.04, 1.26, 12.6, null].map(took)", "kit/times.js", locale="es-MX") == [
        "", "", "1.3 ms", "13 ms", "",
    ]  # fmt: skip
    assert said("took(1.26)", "kit/times.js", locale="pt-BR") == "1,3 ms"
