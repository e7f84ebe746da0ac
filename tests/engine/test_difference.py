"""What changed is told field by field."""

from __future__ import annotations

import pytest

from engine.difference import difference


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ({"a": 1, "b": 2}, {"a": 1, "b": 3}, [("b", 2, 3)]),
        ({"f": {"due": None, "x": 1}}, {"f": {"due": "2026-01-15", "x": 1}}, [("f.due", None, "2026-01-15")]),
        (None, {"name": "Casa", "zone": None}, [("name", None, "Casa")]),
        ({"name": "Casa"}, None, [("name", "Casa", None)]),
        ({"a": [1]}, {"a": [1, 2]}, [("a", [1], [1, 2])]),
        ("2026-01-01", "2026-01-02", [("", "2026-01-01", "2026-01-02")]),
        ({"a": {"b": 1}}, {"a": "x"}, [("a", {"b": 1}, "x")]),
        (None, None, []),
        ({"a": 1}, {"a": 1}, []),
    ],
)
def test_what_differs_is_told_and_nothing_else(before: object, after: object, told: list[object]) -> None:
    assert [(one.name, one.before, one.after) for one in difference(before, after)] == told
