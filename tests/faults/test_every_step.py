"""A worker killed at any step of its way: what it did is there whole or not at all, and is done once in the end."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import psycopg
import pytest

from demo.evolution import FakeEvolution
from engine import rulebook
from engine.gateways.signals import OWNER, MessageSeen, Signal
from tests.engine.stage import FRIEND, Stage, react, seen
from tests.faults.ground import API_KEY, OPEN, SLOW, Ground, children, toque, until
from tests.faults.traps import STEPS, Step, kill_at, trap

pytestmark = pytest.mark.faults

BATCH, REACTIONS = 16, 20


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.name)
def test_a_worker_killed_leaves_its_batch_whole_or_not_at_all_and_another_does_it_once(
    ground: Ground, step: Step
) -> None:
    stage = ground.stage()
    stage.tell(*(seen(f"Pagar luz CFE ${890 + n}", f"M{n}") for n in range(REACTIONS)))
    stage.tell(*(react("💳", f"M{n}") for n in range(REACTIONS)))
    with toque(ground, "work", "--kinds", "settle", path=SLOW, batch=BATCH, lease_seconds=1) as parent:
        caught = kill_at(ground, step)
        assert len(caught) == 1
        until(ground.settled)
        assert not children(parent) & caught
    assert ground.count("items") == ground.count("items where status = 'open'") == REACTIONS
    assert ground.count("action_execution_log") == REACTIONS
    assert ground.rows("select name, amount from totals where name like 'settled%%'") == [
        ("settled_created", REACTIONS)
    ]
    assert ground.rows("select distinct status::text, attempts from action_queue where event_type = 'settle'") == [
        ("completed", 1)
    ], "an attempt counts only against an item that stood alone"


BEGIN = Step("about to send", "deliveries", "insert where new.outcome = 'sending'", cut=True)
ARRIVED = Step("with its text arrived and not noted", "sent_messages", "insert")


@contextmanager
def one_answer(ground: Ground) -> Iterator[FakeEvolution]:
    """Let one reaction be settled and give the phone on which its answer is to arrive."""
    with FakeEvolution.running(instance="home", api_key=API_KEY) as phone:
        stage = ground.stage(phone.url)
        stage.tell(seen(), react())
        stage.settle()
        with toque(ground, "work", "--kinds", "deliver"):
            yield phone


def test_a_worker_killed_when_it_is_about_to_send_is_followed_by_one_that_sends(ground: Ground) -> None:
    with one_answer(ground) as phone:
        kill_at(ground, BEGIN)
        assert phone.sent == []
        until(lambda: not ground.count(f"{OPEN} = 'deliver'"))
        assert len(phone.sent) == 1
    assert ground.rows("select outcome from deliveries") == [("sent",)]


def test_a_worker_killed_when_its_text_had_arrived_is_followed_by_one_that_does_not_repeat_it(ground: Ground) -> None:
    with one_answer(ground) as phone:
        kill_at(ground, ARRIVED)
        assert len(phone.sent) == 1
        until(lambda: not ground.count(f"{OPEN} = 'deliver'"))
        assert len(phone.sent) == 1
    assert ground.rows("select outcome, reason from deliveries") == [("unclear", "its worker died while sending")]


def test_a_line_cut_in_the_middle_of_a_batch_costs_no_attempt_and_no_process(ground: Ground) -> None:
    stage = ground.stage()
    stage.tell(*(seen(f"idea {n}", f"M{n}") for n in range(40)), *(react("📝", f"M{n}") for n in range(40)))
    written = next(step for step in STEPS if step.name == "with its items written and not committed")
    # So long a lease that what waits for its end does not come in time.
    with toque(ground, "work", "--kinds", "settle", batch=20, lease_seconds=300) as parent:
        with trap(ground, written) as trapped:
            until(trapped)
            before = children(parent)
            assert ground.cut_lines("wait_event = 'advisory'") == 1
            assert ground.count("items") == 0
        until(ground.settled)
        assert children(parent) == before
    assert ground.count("items") == 40
    assert ground.rows("select distinct attempts, status::text from action_queue where event_type = 'settle'") == [
        (1, "completed")
    ]


PEOPLE = [OWNER, FRIEND, "5215500000001@s.whatsapp.net", "200000000000777@lid"]
TEXTS = [
    "Pagar luz CFE $890 y agua $300",
    "Llamar a Ana mañana",
    "Cita con el dentista el jueves a las 5",
    "Telmex 389",
]
EMOJIS = ["✅", "💳", "💳", "📝", "📅", "🎉", None]


def story(n: int, dice: random.Random) -> list[Signal]:
    """Return `n` reactions of four people and their messages, as it happened."""
    messages = [f"M{k}" for k in range(n // 20)]
    group = {"chat": "120363000000000001@g.us"}
    told: list[Signal] = [seen(dice.choice(TEXTS), id_, **group) for id_ in messages]
    for second in range(1, n + 1):
        who, id_ = dice.choice(PEOPLE), dice.choice(messages)
        told.append(react(dice.choice(EMOJIS), id_, n=second, reactor=who, **group))
    return told


def for_everybody(stage: Stage) -> Stage:
    rules = [replace(rule, by="anyone") for rule in rulebook.starter().rules]
    rulebook.save(stage.db, stage.id, rules, origin="ui")
    return stage


def items(db: psycopg.Connection) -> list[tuple[object, ...]]:
    """Return what stands at the end: the open items with all that a person sees of them."""
    return db.execute(
        """
        select message_id, address, kind::text, title, tags, flags, priority, amount, b.due_on, t.due_on, t.due_at,
            starts_on, starts_at, body
        from items i
        left join tasks t on t.item_id = i.id
        left join calendar_events e on e.item_id = i.id
        left join bills b on b.item_id = i.id
        left join notes n on n.item_id = i.id
        where status = 'open'
        order by message_id, address, kind, title, amount
        """
    ).fetchall()


def test_four_workers_killed_at_every_step_on_2000_reactions_end_as_one_calm_run_does(
    ground: Ground, another: Ground
) -> None:
    dice = random.Random(7)  # noqa: S311 - the same story every time, no secret
    told = story(2_000, dice)
    calm = for_everybody(another.stage())
    calm.tell(*told)
    calm.settle()
    expected = items(another.db)
    assert len(expected) > 200
    arriving = told + dice.sample(told, 400)  # some of them twice
    # In any order; of the messages, most come in the first half, so that there is much to read in the second.
    arriving.sort(key=lambda signal: dice.random() / (1 + isinstance(signal, MessageSeen)))
    stage = for_everybody(ground.stage())
    # Held up between two readings are those alone who have much in hand: last, when every message is there.
    steps = sorted(STEPS, key=lambda step: step.name == "between two readings")
    size = len(arriving) // len(steps) + 1
    killed = 0
    with toque(ground, "work", "--kinds", "settle", "--workers", "4", path=SLOW, batch=100, lease_seconds=1.2):
        until(lambda: len(ground.workers()) == 4)
        for n, step in enumerate(steps):
            stage.tell(*arriving[n * size : (n + 1) * size])
            killed += len(kill_at(ground, step))
        until(ground.settled)
    assert killed >= len(STEPS)
    assert items(ground.db) == expected
    assert ground.count("action_queue where status = 'failed'") == 0
    log = "action_execution_log group by message_id, address, revision having count(*) > 1"
    assert ground.count(f"(select message_id from {log}) twice") == 0
