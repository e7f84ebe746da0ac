"""The reading of one message is ended at its deadline; the next one has a deadline of its own."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest

from engine.deadline import TooSlow, limit
from tests.engine.stage import Stage, react, seen


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


def test_a_reading_without_end_costs_its_neighbours_nothing(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    from engine import decide, settle  # noqa: PLC0415

    def decide_or_hang(book, situation):
        return forever() if "hang" in situation.facts.text else decide.decide(book, situation)

    monkeypatch.setattr(settle, "decide", decide_or_hang)
    stage.settler.guard = limit(0.05)
    stage.tell(seen("Pagar luz CFE $890"), seen("hang", "M2"), react("💳"), react("💳", "M2"))
    stage.settler.settle(stage.db, stage.claims())
    assert stage.items() == [("bill", "CFE", "open")]
    (left,) = stage.rows(
        "select attempts, last_error from action_queue where event_type = 'settle' and status = 'pending'"
    )
    assert left == {"attempts": 1, "last_error": "TooSlow"}
