"""Facts and rules for the tests, so that each test states only what it is about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from rules.book import Book, read
from rules.conditions import ChatFacts, Facts, PersonFacts

Tap = Callable[..., Facts]
MakeBook = Callable[..., Book]


@pytest.fixture
def tap() -> Tap:
    """Give the facts of a tap by the owner on a Monday morning, with what the test changes."""
    usual: dict[str, Any] = {
        "emoji": "✅",
        "text": "El router no funciona desde ayer",
        "sent_at": datetime(2026, 3, 8, 22, 15),  # noqa: DTZ001  (facts are wall-clock times)
        "reacted_at": datetime(2026, 3, 9, 9, 30),  # noqa: DTZ001  (facts are wall-clock times)
        "chat": ChatFacts("120300000000000001@g.us", ("old-1@g.us",), "Vecinos", "group"),
        "person": PersonFacts(("me",), "Lucía", is_owner=True),
        "instance": "casa",
    }
    return lambda **changed: Facts(**(usual | changed))


@pytest.fixture
def book() -> MakeBook:
    """Read a book of rules that make a task of ✅, each with what the test changes."""

    def make(*changes: dict[str, Any]) -> Book:
        usual = {"when": {"reaction": "✅"}, "do": [{"create_task": {}}]}
        rules = [usual | {"id": f"rule-{number}"} | change for number, change in enumerate(changes, start=1)]
        return read({"version": 1, "rules": rules})

    return make
