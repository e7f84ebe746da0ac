"""The lines of the live page: what may be undone, and how long it took."""

from __future__ import annotations

import json

from tests.web.scripts import said

ROW = {"connection": 1, "message_id": "M1", "address": "a", "at": "2026-01-02T09:00:00Z"}
CREATED = [{"kind": "bill", "how": "created", "title": "CFE"}]


def test_a_line_whose_reaction_came_to_something_else_since_is_superseded() -> None:
    lines = [
        ROW | {"id": 4, "revision": 1, "message_id": "M2", "items": CREATED},
        ROW | {"id": 3, "revision": 3, "items": []},
        ROW | {"id": 2, "revision": 2, "items": [{"kind": "note", "how": "converted", "title": "CFE"}]},
        ROW | {"id": 1, "revision": 1, "items": CREATED},
    ]
    told = said(
        f"(lines.value = {json.dumps(lines)}, lines.value.filter(superseded).map((row) => row.id))",
        "live/lines.js", locale="es-MX",
    )  # fmt: skip
    # What changed nothing supersedes nothing.
    assert told == [1]


def test_what_had_nothing_to_decide_took_no_time_that_is_worth_a_word() -> None:
    assert said("[0, 0.04, 1.26, 12.6, null].map(took)", "kit/times.js", locale="es-MX") == [
        "", "", "1.3 ms", "13 ms", "",
    ]  # fmt: skip
    assert said("took(1.26)", "kit/times.js", locale="pt-BR") == "1,3 ms"
