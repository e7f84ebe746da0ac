"""150 actions in flight, and then the four faults of which queues lose work: none is lost, none is done twice.

The messages are read by a plug-in that takes 0.03 s for each, so that there is a middle in which the fault can come.
"""

from __future__ import annotations

import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass

import pytest

from demo.evolution import FakeEvolution
from tests.engine.stage import react, seen
from tests.faults.ground import API_KEY, LEASE, OPEN, PATIENCE, SLOW, Ground, children, kill, toque, until

pytestmark = pytest.mark.faults

ACTIONS = 150
BEFORE = 20
"""So many are done when the fault comes."""
ALLOWED = LEASE + 5.0
"""Seconds within which everything is settled, from when the server or the workers are back."""
NAMES = ["CFE", "Telmex", "Izzi", "Netflix", "Spotify", "Sky", "Totalplay", "Naturgy", "SACMEX", "Telcel"]


@dataclass(slots=True)
class Scene:
    """Two workers that settle, one that answers, and the phone on which the answers arrive."""

    ground: Ground
    phone: FakeEvolution
    running: ExitStack
    settlers: subprocess.Popen[bytes]
    answers: subprocess.Popen[bytes]

    @property
    def both(self) -> tuple[subprocess.Popen[bytes], subprocess.Popen[bytes]]:
        return self.settlers, self.answers

    def start(self) -> None:
        """Start others, and wait until they are there."""
        self.settlers, self.answers = start(self.running, self.ground)

    def workers(self) -> set[int]:
        return children(self.settlers) | children(self.answers)

    def all_is_well(self, since: float, capsys: pytest.CaptureFixture[str], *, unclear: int = 0) -> None:
        """See everything settled and answered in time, once each, and nothing blamed for the fault.

        `unclear` is how many answers may not be repeated, since nobody knows whether they arrived.
        """
        ground = self.ground
        until(ground.settled)
        settled = time.monotonic() - since
        until(lambda: not ground.count(f"{OPEN} in ('settle', 'deliver')"))
        answered = time.monotonic() - since
        attempts = dict(
            ground.rows("select attempts, count(*) from action_queue where event_type = 'settle' group by 1")
        )
        with capsys.disabled():
            print(f"\n  all settled {settled:.2f} s, all answered {answered:.2f} s after; attempts {attempts}")  # noqa: T201
        assert ground.count("items") == ground.count("(select distinct message_id, address from items) each") == ACTIONS
        assert ground.count("items where status = 'open'") == ACTIONS
        assert ground.count("action_execution_log where outcome = 'created'") == ACTIONS
        assert ground.count("action_execution_log") == ACTIONS
        assert ground.count("action_queue where status = 'failed'") == 0
        assert (
            ground.count("action_queue where event_type <> 'upkeep' and last_error is not null and attempts > 2") == 0
        )
        assert set(attempts) <= {1, 2}
        outcomes = dict(ground.rows("select outcome, count(*) from deliveries group by 1"))
        assert outcomes["sent"] + outcomes.get("unclear", 0) == ACTIONS
        assert outcomes.get("unclear", 0) <= unclear
        texts = [sent.text for sent in self.phone.sent]
        assert len(texts) == len(set(texts)), "an answer came twice"
        assert ACTIONS - unclear <= len(texts) <= ACTIONS
        assert settled < ALLOWED


def start(running: ExitStack, ground: Ground) -> tuple[subprocess.Popen[bytes], subprocess.Popen[bytes]]:
    settle = ("work", "--kinds", "settle", "--workers", "2")
    settlers = running.enter_context(toque(ground, *settle, path=SLOW, batch=10))
    answers = running.enter_context(toque(ground, "work", "--kinds", "deliver"))
    until(lambda: len(ground.workers()) == 3)
    return settlers, answers


@pytest.fixture
def scene(ground: Ground) -> Iterator[Scene]:
    """Return everything at work on 150 actions, 20 of them done."""
    with ExitStack() as running, FakeEvolution.running(instance="home", api_key=API_KEY) as phone:
        stage = ground.stage(phone.url)
        settlers, answers = start(running, ground)
        texts = [seen(f"Pagar {NAMES[n % 10]} ${100 + n} vence 15 enero", f"M{n}") for n in range(ACTIONS)]
        stage.tell(*texts, *(react("💳", f"M{n}") for n in range(ACTIONS)))
        until(lambda: ground.count("items") >= BEFORE)
        # Between two batches nobody holds anything.
        until(lambda: ground.count("action_queue where status = 'processing' and event_type = 'settle'") > 0)
        yield Scene(ground, phone, running, settlers, answers)


def test_workers_told_to_stop_finish_what_they_hold_and_others_do_the_rest(
    scene: Scene, capsys: pytest.CaptureFixture[str]
) -> None:
    for process in scene.both:
        process.send_signal(signal.SIGTERM)
    assert [process.wait(PATIENCE) for process in scene.both] == [0, 0]
    assert scene.ground.count("action_queue where status = 'processing'") == 0
    assert scene.ground.count("items") < ACTIONS
    scene.start()
    scene.all_is_well(time.monotonic(), capsys)
    assert scene.ground.count("action_queue where event_type = 'settle' and attempts <> 1") == 0


def test_workers_killed_are_replaced_and_what_they_held_is_done_once(
    scene: Scene, capsys: pytest.CaptureFixture[str]
) -> None:
    killed = scene.workers()
    kill(*killed)
    until(lambda: len(scene.workers()) == 3)
    scene.all_is_well(time.monotonic(), capsys, unclear=1)
    assert [process.poll() for process in scene.both] == [None, None]
    assert not scene.workers() & killed
    assert len(scene.workers()) == 3


def test_workers_killed_together_with_who_watches_them_are_followed_by_others_when_the_lease_ends(
    scene: Scene, capsys: pytest.CaptureFixture[str]
) -> None:
    kill(*(process.pid for process in scene.both), *scene.workers())
    assert scene.ground.count("action_queue where status = 'processing' and event_type = 'settle'") > 0
    scene.start()
    scene.all_is_well(time.monotonic(), capsys, unclear=1)


def test_every_line_to_the_database_cut_at_once_costs_no_worker_and_no_action(
    scene: Scene, capsys: pytest.CaptureFixture[str]
) -> None:
    before = scene.workers()
    assert scene.ground.cut_lines() >= 3
    scene.all_is_well(time.monotonic(), capsys, unclear=1)
    assert scene.workers() == before


def test_a_database_that_crashed_and_came_back_finds_its_workers_waiting_and_all_its_actions(
    scene: Scene, capsys: pytest.CaptureFixture[str]
) -> None:
    before = scene.workers()
    scene.ground.crash()
    scene.ground.start()
    scene.all_is_well(time.monotonic(), capsys, unclear=1)
    assert scene.workers() == before
