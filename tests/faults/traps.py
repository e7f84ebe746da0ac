"""Traps in the database that hold a worker at a step, so that a kill meets it exactly there.

Nothing of Toque knows of them: each is a trigger (or a lock) that waits for an advisory lock that the test holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

import psycopg

from tests.faults.ground import Ground, kill, until

_LOCK = 7_919


@dataclass(frozen=True, slots=True)
class Step:
    """Where a worker is held."""

    name: str
    table: str
    when: str
    """The change at which it is held: what a trigger is created with."""
    only_if: str = "true"
    """A condition on the database as it is then."""
    at_commit: bool = False
    cut: bool = False
    """Whether the server's side dies as well, as when the machine goes: what was under way is rolled back."""

    @property
    def trigger(self) -> str:
        kind, event = ("constraint trigger", "after") if self.at_commit else ("trigger", "before")
        change, _, condition = self.when.partition(" where ")
        deferred = "deferrable initially deferred" if self.at_commit else ""
        only = f"when ({condition})" if condition else ""
        call = "execute function wait_in_the_trap()"
        return f"create {kind} trap {event} {change} on {self.table} {deferred} for each row {only} {call}"


_CLAIM = "update where old.status = 'pending' and new.status = 'processing' and new.event_type = 'settle'"
_MINE = "old.status = 'processing' and new.event_type = 'settle' and new.status"

STEPS = (
    Step("in the middle of its claim", "action_queue", _CLAIM),
    Step("with its claim made and nothing read", "chats", ""),
    Step("between two readings", "action_queue", f"update where {_MINE} = 'processing'"),
    Step("at the fence, about to write", "action_queue", f"update where {_MINE} = 'completed'"),
    Step("with its items written and not committed", "action_execution_log", "insert"),
    Step("in a commit that is lost", "action_execution_log", "insert", at_commit=True, cut=True),
    Step("in a commit that is made", "action_execution_log", "insert", at_commit=True),
    Step(
        "after its commit",
        "action_queue",
        _CLAIM,
        only_if="exists (select from action_queue where status = 'completed')",
    ),
)
"""The way of a batch, step by step."""


@contextmanager
def trap(ground: Ground, step: Step) -> Iterator[Callable[[], set[int]]]:
    """Hold whoever comes to a step for as long as this lasts; give what tells which worker processes are held."""
    with psycopg.connect(ground.url, application_name="trap") as holder:
        holder.execute("select pg_advisory_lock(%s)", [_LOCK])
        if step.when:
            ground.db.execute(
                f"create or replace function wait_in_the_trap() returns trigger language plpgsql as $$ begin"
                f" if {step.only_if} then perform pg_advisory_xact_lock_shared({_LOCK}); end if; return new; end $$"
            )
            ground.db.execute(step.trigger)
            holder.commit()
        else:
            # Of what only reads, no trigger hears.
            holder.execute(f"lock table {step.table} in access exclusive mode")
        yield partial(_held_by, ground, holder.info.backend_pid)
    if step.when:
        ground.db.execute(f"drop trigger trap on {step.table}")


def _held_by(ground: Ground, holder: int) -> set[int]:
    names = ground.rows(
        "select application_name from pg_stat_activity where datname = current_database()"
        " and starts_with(application_name, 'toque ') and %s = any(pg_blocking_pids(pid))",
        holder,
    )
    return {int(name.rsplit(":", 1)[1]) for (name,) in names}


def kill_at(ground: Ground, step: Step) -> set[int]:
    """Kill the workers that come to a step, exactly there, and return them."""
    with trap(ground, step) as trapped:
        until(trapped)
        caught = trapped()
        kill(*caught)
        if step.cut:
            ends = " or ".join(f"application_name like 'toque %:{process}'" for process in caught)
            ground.cut_lines(f"({ends})")
            until(lambda: not ground.count(f"pg_stat_activity where {ends}"))
    return caught
