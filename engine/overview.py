"""How things are, in one sentence and four numbers: what the first five seconds in front of the dashboard tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

import psycopg
from psycopg.rows import dict_row

from engine import connections, doubts
from engine.access import Caller
from engine.connections import Overview
from engine.metrics import Standing
from sql import query

Db = psycopg.Connection[Any]
Row = Mapping[str, Any]

LATE_SECONDS = 60.0
STALLED_SECONDS = 15.0
MOST_REVIEWS = 100
MINUTES, HOURS = 60, 24


@dataclass(frozen=True, slots=True)
class Problem:
    """The worst that is the matter, or that nothing is."""

    code: str
    """`fine`, or what is wrong; the words are `how.<code>` in the catalogues."""
    name: str = ""
    """The number that it is about."""
    n: int = 0
    since: datetime | None = None
    seconds: float = 0.0
    remedy: str | None = None
    """What to type."""


@dataclass(frozen=True, slots=True)
class Line:
    """A connected number, for its chip."""

    id: int
    title: str
    state: str
    """`open`, `close`, `connecting` as the gateway says, or `paused`, `silent`, `heard`, `unknown`."""
    last_heard_at: datetime | None


@dataclass(frozen=True, slots=True)
class Numbers:
    """The four numbers, each with how it went, the oldest first."""

    waiting_seconds: float
    waited: Sequence[float]
    """The longest that a reaction waited, by minutes of the last hour."""
    a_minute: int
    """Reactions settled in the last whole minute."""
    minutes: Sequence[int]
    success: float | None
    """The share of reactions of the last day that did what was asked; None where nothing was asked."""
    hours: Sequence[float | None]
    review: int
    """Readings that wait for a person; `MOST_REVIEWS` stands for as many and more."""
    doubts: Sequence[int]


@dataclass(frozen=True, slots=True)
class Now:
    """How things are."""

    problem: Problem
    lines: Sequence[Line]
    numbers: Numbers
    newest: datetime | None
    """When the last reaction was heard, of the last day."""

    def as_json(self) -> dict[str, Any]:
        """Return it as the API shows it."""
        return asdict(self)


def look(db: Db, caller: Caller) -> Now:
    """Return how things are for whoever asks: of the numbers that they see, and of the workers that are everybody's."""
    seen = [one for one in connections.overview(db) if caller.sees(one.id)]
    standing = _standing(db)
    lines = [_line(one, {row["id"] for row in standing.lines if row["silent"]}) for one in seen]
    given = {"connections": caller.visible}
    minutes, hours = (
        {row["ago"]: row for row in _rows(db, f"overview.{part}", given)} for part in ("minutes", "hours")
    )
    waiting = doubts.count(db, caller.visible, most=MOST_REVIEWS)
    newest = max((row["newest"] for row in hours.values()), default=None)
    numbers = _numbers(standing.oldest_seconds, minutes, hours, waiting)
    (ended,) = _rows(db, "waiting.counts", given)
    problem = worst(standing, lines, ended["dead"], limited=caller.visible is not None)
    return Now(problem, lines, numbers, newest)


def worst(standing: Standing, lines: Sequence[Line], dead: int, *, limited: bool = False) -> Problem:
    """Return the one thing to do something about first."""
    if not lines:
        return Problem("none_given") if limited else Problem("no_number", remedy="toque connect evolution")
    if standing.stalled_seconds >= STALLED_SECONDS:
        return Problem("no_worker", n=standing.depth("pending"), seconds=standing.stalled_seconds, remedy="toque work")
    for state in ("close", "connecting", "silent"):
        for line in lines:
            if line.state == state:
                return Problem(state, line.title, since=line.last_heard_at, remedy=f"toque connections test {line.id}")
    if standing.oldest_seconds >= LATE_SECONDS:
        return Problem("late", n=standing.depth("pending"), seconds=standing.oldest_seconds, remedy="toque work")
    if dead:
        return Problem("dead", n=dead, remedy="toque queue ls")
    return Problem("fine")


def _line(one: Overview, silent: set[int]) -> Line:
    return Line(one.id, one.title, _state(one, silent=one.id in silent), one.last_heard_at)


def _state(one: Overview, *, silent: bool) -> str:
    if not one.enabled:
        return "paused"
    if one.line_state == "open" and silent:
        return "silent"
    # A gateway that never said how its line is, but from which something came.
    return "heard" if one.line_state == "unknown" and one.last_heard_at else one.line_state


def _numbers(waiting: float, minutes: Mapping[int, Row], hours: Mapping[int, Row], review: int) -> Numbers:
    by_minute = [minutes.get(ago, {}) for ago in reversed(range(MINUTES))]
    by_hour = [hours.get(ago, {}) for ago in reversed(range(HOURS))]
    counts = [int(row.get("reactions", 0)) for row in by_minute]
    return Numbers(
        waiting_seconds=round(waiting, 1),
        waited=[round(row.get("waited") or 0.0, 2) for row in by_minute],
        a_minute=counts[-1],
        minutes=counts,
        success=_share(by_hour),
        hours=[_share([row]) for row in by_hour],
        review=review,
        doubts=[int(row.get("in_doubt", 0)) for row in by_hour],
    )


def _share(rows: Sequence[Row]) -> float | None:
    done, failed = (sum(row.get(name, 0) for row in rows) for name in ("done", "failed"))
    return round(done / (done + failed), 4) if done + failed else None


def _standing(db: Db) -> Standing:
    """Return what the database tells of its queue; the counters and the feed are nobody's question here."""
    asked = {name: _rows(db, f"metrics.{name}") for name in ("queue", "oldest", "lines", "workers")}
    return Standing(totals=[], feed=[], **asked)


def _rows(db: Db, name: str, values: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
    with db.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(query(name), values).fetchall()
