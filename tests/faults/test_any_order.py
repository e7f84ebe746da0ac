"""Whatever order, however often, wherever its workers die: the end depends only on the last reaction of each."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, Literal

import psycopg
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine import rulebook
from engine.gateways.signals import OWNER, Signal
from engine.queue import Claim, Claimer
from engine.settle import Settler
from tests.engine.stage import FRIEND, SETTINGS, Stage, react, seen

pytestmark = pytest.mark.faults

TEXTS = ["Pagar luz CFE $890", "Pagar luz CFE $950 y agua $300", "Llamar a Ana mañana"]
NO_TIME = 0.001
"""A lease that is over at once: whoever looks next takes over."""
LAST_STEP = 14
"""About so many statements a batch is settled by; the line may be cut before each."""

Do = Literal["nothing", "settle", "die", "stall", "come back"]


@dataclass(frozen=True, slots=True)
class Look:
    """What a worker does after a webhook came, and before which of its statements its line is cut."""

    do: Do
    at: int


@st.composite
def stories(draw: st.DrawFn) -> tuple[list[Signal], list[Signal], list[Look]]:
    """Return what happened, the order in which its webhooks come (some twice), and what workers do in between."""
    told: list[Signal] = []
    for id_ in ("M1", "M2"):
        told.append(seen(draw(st.sampled_from(TEXTS)), id_))
        for who in (OWNER, FRIEND):
            emojis = draw(st.lists(st.sampled_from(["✅", "💳", "📝", "🎉", None]), max_size=3))
            told += [react(emoji, id_, n=n, reactor=who) for n, emoji in enumerate(emojis, 1)]
    arriving = draw(st.permutations([signal for signal in told for _ in range(draw(st.integers(1, 2)))]))
    do = st.sampled_from(["nothing", "settle", "die", "die", "stall", "come back"])
    looks = [Look(draw(do), draw(st.integers(1, LAST_STEP))) for _ in arriving]
    return told, list(arriving), looks


class _CountedCursor(psycopg.Cursor[Any]):
    """A cursor whose statements are counted; before the one that was drawn, the server ends the line."""

    def execute(self, *given: Any, **more: Any) -> Any:
        line = self.connection
        assert isinstance(line, Line)
        line.left -= 1
        if line.left == 0:
            line.terminated_by.execute("select pg_terminate_backend(%s, 5000)", [line.info.backend_pid])
        return super().execute(*given, **more)


class Line(psycopg.Connection[Any]):
    """A worker's line to the database, which may be cut."""

    left: int
    terminated_by: psycopg.Connection[Any]


@dataclass(slots=True)
class Workers:
    """Workers that come one after the other, and one that stalled with a batch in its hands."""

    db: psycopg.Connection[Any]
    url: str
    deaths: int = 0
    stalled: list[Claim] = field(default_factory=list)
    _stage: Stage | None = None

    def look(self, look: Look, stage: Stage) -> None:
        match look.do:
            case "settle":
                stage.settle()
            case "die":
                self.die(look.at)
            case "stall":
                self.stalled = self.stalled or Claimer("stalled", NO_TIME).settles(self.db, 2)
            case "come back":
                # Its lease was over: whatever others did meanwhile stands.
                stage.settler.settle(self.db, self.stalled)
                self.stalled = []

    def die(self, at: int) -> None:
        """Claim and settle over a line that is cut before the statement `at`."""
        with contextlib.closing(Line.connect(self.url, autocommit=True, cursor_factory=_CountedCursor)) as line:
            line.left, line.terminated_by = at, self.db
            try:
                claims = Claimer("mortal", NO_TIME).settles(line, 100)
                Settler(SETTINGS, lambda work: work(), rulebook.Shelf()).settle(line, claims)
            except psycopg.OperationalError:
                self.deaths += 1


def end(stage: Stage) -> list[tuple[object, ...]]:
    """Return what stands at the end: the open items with all that a person sees of them."""
    return stage.db.execute(
        """
        select message_id, address, kind::text, title, tags, flags, amount, body, priority
        from items i
        left join bills b on b.item_id = i.id
        left join notes n on n.item_id = i.id
        where status = 'open'
        order by message_id, address, kind, title, amount
        """
    ).fetchall()


def for_everybody(stage: Stage) -> Stage:
    rules = [replace(rule, by="anyone") for rule in rulebook.starter().rules]
    rulebook.save(stage.db, stage.id, rules, origin="ui")
    return stage


def test_the_end_depends_only_on_the_last_reaction_of_each_person_to_each_message(
    db: psycopg.Connection, database_url: str, empty: Callable[[], None]
) -> None:
    deaths: list[int] = []

    @settings(max_examples=60, deadline=None)
    @given(stories())
    def every_story_ends_alike(drawn: tuple[list[Signal], list[Signal], list[Look]]) -> None:
        told, arriving, looks = drawn
        empty()
        calm = for_everybody(Stage(db, database_url))
        calm.tell(*told)
        calm.settle()
        expected = end(calm)
        empty()
        wild = for_everybody(Stage(db, database_url))
        workers = Workers(db, database_url)
        for signal, look in zip(arriving, looks, strict=True):
            wild.tell(signal)
            workers.look(look, wild)
        db.execute("update action_queue set run_at = now() where status = 'pending'")
        wild.settle()
        workers.look(Look("come back", 1), wild)
        wild.settle()
        deaths.append(workers.deaths)
        assert end(wild) == expected
        assert not wild.rows("select from whatsapp_message_reactions where settled_revision < revision")
        assert not wild.rows("select from action_queue where status = 'failed'")
        log = "action_execution_log group by message_id, address, revision having count(*) > 1"
        assert not wild.rows(f"select from {log}")

    every_story_ends_alike()
    assert sum(deaths) > len(deaths) / 4, "the lines were cut indeed"
