"""What is there at the end, beside what must be there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bench.soaking.gateway import Ledger
from bench.soaking.ground import Outcomes, items
from bench.soaking.story import Key
from tests.faults.ground import Ground

OPEN = "action_queue where status in ('pending', 'processing') and event_type in ('settle', 'deliver', 'ask')"
"""What is due now: the upkeep always waits for its next turn."""
UNSETTLED = "whatsapp_message_reactions where settled_revision < revision"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was counted: how many must be there, and how many are."""

    what: str
    expected: int
    there: int

    @property
    def holds(self) -> bool:
        """Tell whether they are equal."""
        return self.expected == self.there


@dataclass(frozen=True, slots=True)
class Minute:
    """How long it took from storing a reaction until its settling was committed, for those heard in one minute."""

    minute: int
    settled: int
    p50: float
    p95: float
    longest: float


def counts(ground: Ground, ledger: Ledger, texts: Mapping[str, int], outcomes: Outcomes) -> list[Line]:
    """Compare everything that was acknowledged with the database."""
    state = {(message, address): emoji for message, address, emoji in ground.rows(
        "select message_id, address, emoji from whatsapp_message_reactions"
    )}  # fmt: skip
    last = {key: emoji for key, (_, emoji) in ledger.newest.items()}
    kept = {name for (name,) in ground.rows("select id from whatsapp_messages")}
    wanted = expected(last, texts, outcomes)
    there = Counter((key, item) for key, found in items(ground).items() for item in found)
    missed, surplus = differences(wanted, there)
    return [
        Line("reactions sent, acknowledged", ledger.reactions_sent, len(ledger.reactions)),
        Line("messages acknowledged, stored", len(ledger.messages), len(ledger.messages & kept)),
        Line("reactions (of a person to a message), in the state", len(last), len(state)),
        Line("… with the last emoji", len(last), sum(state.get(key, "") == emoji for key, emoji in last.items())),
        Line("items of those that stand", wanted.total(), there.total()),
        Line("items lost", 0, missed),
        Line("items twice, or not wanted", 0, surplus),
        Line("reactions not settled", 0, ground.count(UNSETTLED)),
        Line("actions marked failed (dead)", 0, ground.count("action_queue where status = 'failed'")),
        Line("actions left in the queue", 0, ground.count(OPEN)),
        Line("webhooks given up", 0, ledger.given_up),
    ]


def expected(last: Mapping[Key, str | None], texts: Mapping[str, int], outcomes: Outcomes) -> Counter[Any]:
    """Return the items of every reaction that stands: those that its text and emoji make in a calm run."""
    return Counter(
        (key, item)
        for key, emoji in last.items()
        if emoji is not None
        for item in outcomes[texts[key[0]], emoji]
    )  # fmt: skip


def differences(wanted: Counter[Any], there: Counter[Any]) -> tuple[int, int]:
    """Return how many are lost, and how many there are too many."""
    return (wanted - there).total(), (there - wanted).total()


def equal(lines: Iterable[Line]) -> bool:
    """Tell whether nothing was lost and nothing is there twice."""
    return all(line.holds for line in lines)


def minutes(ground: Ground, began: object) -> list[Minute]:
    """Return how long settling took, minute by minute."""
    return [Minute(*row) for row in ground.rows(
        """
        with took as (
            select floor(extract(epoch from heard_at - %s) / 60)::int as minute,
                extract(epoch from pg_xact_commit_timestamp(xmin) - heard_at)::float as seconds
            from action_execution_log
        )
        select minute, count(*), percentile_cont(0.5) within group (order by seconds),
            percentile_cont(0.95) within group (order by seconds), max(seconds)
        from took
        where seconds is not null
        group by minute
        order by minute
        """,
        began,
    )]  # fmt: skip
