"""What wakes a worker that has nothing to do, and what does not."""

from __future__ import annotations

import psycopg
import pytest

from engine.ears import QUEUE, Ears
from engine.told import Told
from tests.engine.stage import SETTINGS


def test_what_was_called_out_before_a_look_does_not_ask_for_another(database_url: str) -> None:
    with (
        psycopg.connect(database_url, autocommit=True) as line,
        psycopg.connect(database_url, autocommit=True) as other,
    ):
        ears = Ears(SETTINGS, (QUEUE,), Told().wait)
        ears.open(line)
        for caller in (line, other, line):
            caller.execute(f"notify {QUEUE}".encode())
        # It comes before the answer to whatever is asked next.
        line.execute("select")
        ears.forget(line)
        assert list(line.notifies(timeout=0)) == []


def test_what_is_called_out_after_it_does(database_url: str) -> None:
    with (
        psycopg.connect(database_url, autocommit=True) as line,
        psycopg.connect(database_url, autocommit=True) as other,
    ):
        ears = Ears(SETTINGS, (QUEUE,), Told().wait)
        ears.open(line)
        ears.forget(line)
        other.execute(f"notify {QUEUE}".encode())
        assert [call.channel for call in line.notifies(timeout=5, stop_after=1)] == [QUEUE]


def test_what_came_beside_an_answer_is_not_waited_for(database_url: str) -> None:
    with (
        psycopg.connect(database_url, autocommit=True) as line,
        psycopg.connect(database_url, autocommit=True) as other,
    ):
        ears = Ears(SETTINGS, (QUEUE,), lambda *_: pytest.fail("it waited for what was there"))
        ears.open(line)
        other.execute(f"notify {QUEUE}".encode())
        line.execute("select")
        ears.wait(line, 60)
        # What is called out while nothing is asked wakes, too.
        other.execute(f"notify {QUEUE}".encode())
        Ears(SETTINGS, (QUEUE,), Told().wait).wait(line, 60)
