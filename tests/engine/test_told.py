"""A process that is told to stop hears it, whenever that is, and nothing is torn out of its hand."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest

from engine import clock
from engine.told import SIGNALS, Told, held_back


@pytest.fixture
def told() -> Iterator[Told]:
    before = {number: signal.getsignal(number) for number in SIGNALS}
    one = Told()
    one.listen()
    yield one
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.parametrize("number", SIGNALS)
def test_who_is_told_before_the_waiting_begins_does_not_wait(told: Told, number: int) -> None:
    began = clock.stopwatch()
    for _ in range(3):
        os.kill(os.getpid(), number)
    assert told.stopping
    for _ in range(3):
        told.wait(60)
    assert clock.stopwatch() - began < 30


def test_who_is_told_while_waiting_wakes(told: Told) -> None:
    began = clock.stopwatch()
    with subprocess.Popen(["/bin/sh", "-c", f"kill -TERM {os.getpid()}"]):
        told.wait(60)
    assert told.stopping
    assert clock.stopwatch() - began < 30


def test_who_holds_it_back_hears_it_afterwards(told: Told) -> None:
    with held_back():
        # To this thread: what is sent to the process, another thread of the test run may take.
        signal.pthread_kill(threading.get_ident(), signal.SIGTERM)
        assert not told.stopping
    assert told.stopping


_AT_ITS_BIRTH = """
import os, signal
from engine.watch import Watch

born, forks = os.fork, iter(range(2))

def fork():
    if next(forks):
        raise SystemExit("another was born")
    process = born()
    if process == 0:
        os.kill(os.getpid(), signal.SIGTERM)
    return process

os.fork = fork
from tests.engine.stage import SETTINGS, VAULT
Watch(SETTINGS, "host=127.0.0.1 port=1", VAULT, ("deliver",)).run()
"""


def test_a_worker_that_is_told_to_stop_at_its_birth_ends() -> None:
    # In a process of its own, whose next worker is born only where the first one ended.
    asked = [sys.executable, "-c", _AT_ITS_BIRTH]
    ended = subprocess.run(asked, capture_output=True, text=True, timeout=30, check=False)
    assert "its worker was ended by SIGTERM" in ended.stdout
    assert "another was born" in ended.stderr
