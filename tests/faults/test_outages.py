"""The database goes, notifications get lost, a clock is wrong: what was answered with 2xx is there and is done once."""

from __future__ import annotations

import shutil
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from pathlib import Path

import httpx2
import pytest

from demo.evolution import FakeEvolution
from engine import connections
from engine.postgres_home import socket_directory
from engine.supervisor import free_port
from tests.engine.stage import FRIEND, PHONE, START, VAULT, Stage, react, seen
from tests.faults.ground import API_KEY, LATE, LEASE, OPEN, Ground, children, toque, until
from tests.faults.proxy import Deaf, deaf
from tests.faults.traps import STEPS, trap

pytestmark = pytest.mark.faults

CLIENTS = 6


@dataclass(slots=True, eq=False)
class Gateway:
    """A gateway that posts webhooks and repeats those that were not taken, as Evolution does."""

    url: str
    slug: str
    answers: dict[str, list[int]] = field(default_factory=dict)
    """What each webhook was answered, by the id of its message."""
    wishes: set[str | None] = field(default_factory=set)
    """What stood in Retry-After where the answer was 503."""
    _stop: threading.Event = field(default_factory=threading.Event)

    def post(self, client: httpx2.Client, id_: str, body: dict[str, object]) -> int:
        answer = client.post(f"/api/webhook/{self.slug}", json=body, headers={"X-Toque-Token": "t"})
        self.answers.setdefault(id_, []).append(answer.status_code)
        if answer.status_code == 503:
            self.wishes.add(answer.headers.get("retry-after"))
        return answer.status_code

    def run(self, who: int) -> None:
        with httpx2.Client(base_url=self.url, timeout=30, trust_env=False) as client:
            n = 0
            while not self._stop.is_set():
                n += 1
                # The message and then the reaction to it: whatever comes of the first, the second is posted.
                self.post(client, f"text {who}-{n}", text(f"{who}-{n}"))
                self.post(client, f"{who}-{n}", reaction(f"{who}-{n}", n))

    def repeat(self) -> None:
        """Post again what was not taken."""
        with httpx2.Client(base_url=self.url, timeout=30, trust_env=False) as client:
            for id_ in [id_ for id_, answers in self.answers.items() if answers[-1] != 200]:
                told, _, message = id_.rpartition(" ")
                again = text(message) if told else reaction(message, int(message.split("-")[1]))
                assert self.post(client, id_, again) == 200

    @contextmanager
    def posting(self) -> Iterator[None]:
        """Post from several clients at once for as long as this lasts."""
        with ThreadPoolExecutor(CLIENTS) as clients:
            running = [clients.submit(self.run, who) for who in range(CLIENTS)]
            try:
                yield
            finally:
                self._stop.set()
        for one in running:
            one.result()

    def taken(self) -> set[str]:
        return {id_ for id_, answers in self.answers.items() if answers[-1] == 200}


def envelope(data: dict[str, object]) -> dict[str, object]:
    return {"event": "messages.upsert", "instance": "home", "data": data, "sender": PHONE}


def text(id_: str) -> dict[str, object]:
    key = {"remoteJid": FRIEND, "fromMe": False, "id": id_}
    second = int(START.timestamp())
    said = {"key": key, "message": {"conversation": f"idea {id_}"}, "messageTimestamp": second}
    return envelope({**said, "messageType": "conversation", "pushName": "Lupe"})


def reaction(id_: str, n: int, emoji: str = "📝") -> dict[str, object]:
    told = {"key": {"remoteJid": FRIEND, "fromMe": False, "id": id_}, "text": emoji}
    key = {"remoteJid": FRIEND, "fromMe": True, "id": f"R{id_}{n}"}
    second = int(START.timestamp()) + n
    return envelope({"key": key, "message": {"reactionMessage": told}, "messageTimestamp": second})


@contextmanager
def web(ground: Ground, stage: Stage, **how: Path) -> Iterator[Gateway]:
    """Run a web process and give who posts to it."""
    port = free_port()
    made = connections.by(ground.db, VAULT, "by_id", id=stage.id)
    assert made
    with toque(ground, "web", port=port, **how) as process:
        url = f"http://127.0.0.1:{port}"
        until(lambda: _ready(url))
        yield Gateway(url, made.slug)
        assert process.poll() is None, "the web process did not live through it"


def _ready(url: str) -> bool:
    try:
        return httpx2.get(f"{url}/readyz", trust_env=False).is_success
    except httpx2.HTTPError:
        return False


def test_every_webhook_answered_2xx_is_there_after_a_crash_of_the_database_and_the_others_got_503(
    ground: Ground, capsys: pytest.CaptureFixture[str]
) -> None:
    stage = ground.stage()
    with web(ground, stage) as gateway, toque(ground, "work", "--kinds", "settle", "--workers", "2") as work:
        until(lambda: len(ground.workers()) == 2)
        before = children(work)
        with gateway.posting():
            until(lambda: ground.count("items") > 50)
            ground.crash()
            until(lambda: sum(503 in answers for answers in list(gateway.answers.values())) >= 2 * CLIENTS)
            ground.start()
            back = time.monotonic()
            taken = len(gateway.taken())
            web_back = until(lambda: len(gateway.taken()) > taken + CLIENTS)
            done = ground.count("items")
            until(lambda: ground.count("items") > done)
            worker_back = time.monotonic() - back
        answered = Counter(answer for answers in gateway.answers.values() for answer in answers)
        assert set(answered) == {200, 503}
        assert gateway.wishes == {"5"}
        stored = {f"text {id_}" for (id_,) in ground.rows("select id from whatsapp_messages")}
        stored |= {id_ for (id_,) in ground.rows("select message_id from whatsapp_message_reactions")}
        assert gateway.taken() <= stored, "a webhook that was answered 2xx is lost"
        unsure = stored - gateway.taken()
        gateway.repeat()
        until(ground.settled)
        assert children(work) == before
    reactions = sum(not id_.startswith("text") for id_ in gateway.answers)
    with capsys.disabled():
        print(  # noqa: T201
            f"\n  {answered[200]} webhooks taken, {answered[503]} answered 503 ({len(unsure)} of them stored all the"
            f" same); taken again {web_back:.2f} s, settled again {worker_back:.2f} s after the database was back"
        )
    assert ground.count("items where status = 'open'") == ground.count("items") == reactions
    assert ground.count("action_execution_log where outcome = 'created'") == reactions
    assert ground.count("action_queue where status = 'failed'") == 0
    assert ground.count("action_queue where attempts > 2 and event_type = 'settle'") == 0


@pytest.fixture
def deafened(ground: Ground) -> Iterator[Deaf]:
    place = Path(tempfile.mkdtemp(prefix="toque-deaf-"))
    with deaf(socket_directory(ground.server.home), place) as listening:
        yield listening
    shutil.rmtree(place)


def test_without_a_single_notification_the_work_is_done_within_the_poll_floor(
    ground: Ground, deafened: Deaf, capsys: pytest.CaptureFixture[str]
) -> None:
    stage = ground.stage()
    url = f"postgresql://toque@/{ground.url.rpartition('/')[2].partition('?')[0]}?host={deafened.directory}"
    floor = 0.5
    took = []
    with toque(ground, "work", "--kinds", "settle", url=url, poll_seconds=floor):
        until(lambda: len(ground.workers()) == 1)
        for n in range(8):
            stage.tell(seen(f"idea {n}", f"M{n}"), react("📝", f"M{n}"))
            took.append(until(ground.settled))
    with capsys.disabled():
        print(f"\n  settled after {min(took):.2f} to {max(took):.2f} s, polled every {floor} s")  # noqa: T201
    assert deafened.dropped >= 8, "nothing was lost, so nothing was shown"
    assert max(took) < floor + 1.0
    assert ground.count("items") == 8


def test_a_clock_an_hour_behind_changes_neither_the_order_of_reactions_nor_a_lease(ground: Ground) -> None:
    stage = ground.stage()
    with web(ground, stage, path=LATE) as late, web(ground, stage) as right, httpx2.Client(trust_env=False) as client:
        dates = [parsedate_to_datetime(client.get(f"{one.url}/livez").headers["date"]) for one in (late, right)]
        assert 3500 < (dates[1] - dates[0]).total_seconds() < 3700, "the clock is right, so nothing is shown"
        for newer, older in ((late, right), (right, late)):
            for first, second in ((newer, older), (older, newer)):
                id_ = f"M{len(first.answers)}-{len(second.answers)}-{first is newer}"
                told = {newer: reaction(id_, 2, "✅"), older: reaction(id_, 1, "📝")}
                for one in (first, second):
                    with httpx2.Client(base_url=one.url, trust_env=False) as line:
                        assert one.post(line, f"text {id_}", text(id_)) == 200
                        assert one.post(line, id_, told[one]) == 200
    assert ground.rows("select emoji, count(*) from whatsapp_message_reactions group by 1") == [("✅", 4)]
    assert ground.count("whatsapp_message_reactions where heard_at < now() - interval '10 minutes'") == 0
    # Asked for eleven minutes ago, and ten are waited.
    stage.tell(react("📝", "never"))
    asked = "update whatsapp_message_reactions set asked_at = now() - interval '11 minutes'"
    ground.db.execute(f"{asked} where message_id = 'never'")
    with toque(ground, "work", "--kinds", "settle", path=LATE):
        with trap(ground, next(step for step in STEPS if step.name == "with its claim made and nothing read")) as held:
            until(held)
            lease = "extract(epoch from lease_until - now())"
            processing = "action_queue where status = 'processing'"
            ((least, most),) = ground.rows(f"select min({lease}), max({lease}) from {processing}")
            assert 0 < least <= most <= LEASE
        until(ground.settled)
    assert ground.rows("select distinct kind::text, status::text from items") == [("task", "open")]
    assert ground.count("items") == 4
    outcomes = "select outcome, count(*) from action_execution_log group by 1 order by 2"
    assert ground.rows(outcomes) == [("unknown_message", 1), ("created", 4)]


def test_an_answer_to_what_a_host_an_hour_behind_settled_is_sent_by_a_host_with_the_right_time(ground: Ground) -> None:
    with FakeEvolution.running(instance="home", api_key=API_KEY) as phone:
        stage = ground.stage(phone.url)
        stage.tell(seen(), react())
        with toque(ground, "work", "--kinds", "settle", path=LATE):
            until(ground.settled)
        with toque(ground, "work", "--kinds", "deliver"):
            until(lambda: not ground.count(f"{OPEN} = 'deliver'"))
        assert len(phone.sent) == 1
    assert ground.rows("select outcome from deliveries") == [("sent",)]
