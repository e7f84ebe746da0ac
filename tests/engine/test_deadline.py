"""The reading of one message is ended at its deadline; the next one has a deadline of its own."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest

from engine import clock
from engine.deadline import TooLarge, TooSlow, limit
from engine.pulse import Pulse

SHORT = 0.0002


@pytest.fixture(autouse=True)
def _alarm() -> Iterator[None]:
    before = signal.getsignal(signal.SIGALRM)
    yield
    signal.signal(signal.SIGALRM, before)


def forever() -> None:
    while True:
        pass


def test_what_takes_too_long_is_ended() -> None:
    with pytest.raises(TooSlow):
        limit(0.05)(forever)


def test_what_is_quick_is_left_alone_and_no_alarm_stays_behind() -> None:
    assert limit(5.0)(lambda: 42) == 42
    assert signal.getitimer(signal.ITIMER_REAL)[0] == 0.0


def test_what_asks_for_more_memory_than_there_may_be_is_ended_with_the_reason() -> None:
    with pytest.raises(TooLarge, match="more than 512 MB"):
        limit(5.0, memory_mb=512)(lambda: bytes(1 << 60))


def test_while_something_is_read_the_parent_knows_when_it_is_too_late_and_afterwards_nothing_is() -> None:
    pulse = Pulse()

    def too_long() -> None:
        pulse.busy(-1.0)
        assert pulse.overdue() == -1.0

    limit(5.0, pulse=pulse)(too_long)
    assert pulse.overdue() is None
    pulse.busy(5.0)
    assert pulse.overdue() is None


def test_readings_that_end_as_their_alarm_rings_leave_no_alarm_and_no_busy_pulse() -> None:
    pulse, ended = Pulse(), []
    guard = limit(SHORT, pulse=pulse)
    for n in range(3_000):
        until = clock.stopwatch() + SHORT + (n % 60 - 30) * 1e-6
        try:
            guard(lambda until=until: spin(until))
            ended.append("in time")
        except TooSlow as fault:
            ended.append(str(fault))
        assert bytes(pulse._page) == bytes(len(pulse._page)), n
    assert set(ended) == {"in time", "reading it took more than 0.0002 s"}
    assert signal.getitimer(signal.ITIMER_REAL)[0] == 0.0


def spin(until: float) -> None:
    while clock.stopwatch() < until:
        pass
