"""What the soak prints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from rich.console import RenderableType
from rich.table import Table

from bench.soaking.count import Line, Minute, equal

MEGABYTE = 1 << 20


@dataclass(slots=True)
class Outcome:
    """Everything that was asked for, done and found."""

    asked: dict[str, float]
    machine: str
    seconds: float = 0.0
    """That the telling took."""
    sent: int = 0
    """Reactions, without the repeated ones."""
    drained: float = 0.0
    """Seconds from the last webhook until nothing was left to do."""
    webhooks: dict[str, int] = field(default_factory=dict)
    story: dict[str, int] = field(default_factory=dict)
    kills: list[float] = field(default_factory=list)
    """At which second of the telling a worker was killed."""
    stopped_at: float | None = None
    stopped_for: float = 0.0
    lines: list[Line] = field(default_factory=list)
    minutes: list[Minute] = field(default_factory=list)
    memory: dict[str, dict[str, int]] = field(default_factory=dict)
    """`start`, `end` and `most`, in bytes, of each process."""

    @property
    def holds(self) -> bool:
        """Tell whether all counts are equal."""
        return bool(self.lines) and equal(self.lines)

    def as_json(self) -> dict[str, Any]:
        """Return it for a script."""
        return {"equal": self.holds, **asdict(self)}


def shown(outcome: Outcome) -> Iterator[RenderableType]:
    """Yield what is printed of it."""
    yield _told(outcome)
    yield _counts(outcome.lines)
    yield _minutes(outcome)
    yield _memory(outcome.memory)
    if outcome.holds:
        yield "[bold green]✓[/] Equal: nothing lost, nothing twice."
    else:
        yield "[bold red]✗[/] The counts differ."


def _told(outcome: Outcome) -> str:
    story, posted = outcome.story, outcome.webhooks
    rate = outcome.sent / outcome.seconds
    answers = ", ".join(f"{n:,} × {_answer(status)}" for status, n in posted.items() if status != "posted")
    kinds = ", ".join(f"{story.get(name, 0):,} {name}" for name in ("put", "changed", "taken back", "late", "repeated"))
    stop = "PostgreSQL was not stopped" if outcome.stopped_at is None else (
        f"PostgreSQL stopped at second {outcome.stopped_at:.0f} for {outcome.stopped_for:.1f} s"
    )  # fmt: skip
    return (
        f"{outcome.seconds:.0f} s at {rate:.0f} reactions/s, {outcome.machine}\n"
        f"{posted['posted']:,} webhooks posted: {answers}\n"
        f"{story.get('messages', 0):,} messages; reactions: {kinds}\n"
        f"{len(outcome.kills)} workers killed; {stop}; drained {outcome.drained:.1f} s after the last webhook\n"
    )


def _answer(status: str) -> str:
    return "no answer" if status == "0" else status


def _counts(lines: list[Line]) -> Table:
    table = Table("counted", "must be", "are", "")
    for line in lines:
        mark = "[green]✓[/]" if line.holds else "[bold red]✗[/]"
        table.add_row(line.what, f"{line.expected:,}", f"{line.there:,}", mark)
    return _right(table, 1, 2)


def _minutes(outcome: Outcome) -> Table:
    table = Table("minute", "settled", "p50", "p95", "longest", "in it", title="From heard to settled")
    for one in outcome.minutes:
        killed = sum(one.minute <= at / 60 < one.minute + 1 for at in outcome.kills)
        notes = [f"{killed} killed"] if killed else []
        if outcome.stopped_at is not None and one.minute <= outcome.stopped_at / 60 < one.minute + 1:
            notes.append("PostgreSQL stopped")
        times = (f"{seconds:.2f} s" for seconds in (one.p50, one.p95, one.longest))
        table.add_row(str(one.minute + 1), f"{one.settled:,}", *times, ", ".join(notes))
    return _right(table, 0, 1, 2, 3, 4)


def _memory(memory: Mapping[str, Mapping[str, int]]) -> Table:
    table = Table("process", "at the start", "at the end", "most", title="Memory (RSS)")
    for name in memory.get("end", {}):
        sizes = (memory[when].get(name, 0) / MEGABYTE for when in ("start", "end", "most"))
        table.add_row(name, *(f"{size:.0f} MB" for size in sizes))
    return _right(table, 1, 2, 3)


def _right(table: Table, *columns: int) -> Table:
    for column in columns:
        table.columns[column].justify = "right"
    return table
