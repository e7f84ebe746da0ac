"""The table of `make bench`: ours beside a peer beside the limit, with the goal of each line and whether it is met."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

Unit = Literal["/s", "ms", "MB"]


@dataclass(frozen=True, slots=True)
class Line:
    """One comparison: a figure of ours beside another one, or beside a bound of its own."""

    what: str
    ours: float
    unit: Unit = "/s"
    beside: str = ""
    theirs: float | None = None
    least_ratio: float | None = None
    """Goal: ours is at least so many times theirs."""
    least: float | None = None
    """Goal: ours is at least that."""
    most: float | None = None
    """Goal: ours is at most that."""

    @property
    def ratio(self) -> float | None:
        """Return how many times theirs ours is."""
        return self.ours / self.theirs if self.theirs else None

    @property
    def goal(self) -> str:
        """Return the goal in words."""
        if self.least_ratio is not None:
            return f"≥ {self.least_ratio:g} ×"
        if self.least is not None:
            return f"≥ {shown(self.least, self.unit)}"
        return f"≤ {shown(self.most, self.unit)}" if self.most is not None else ""

    @property
    def met(self) -> bool | None:
        """Tell whether the goal is met; None where there is none, or nothing to compare with."""
        if self.least_ratio is not None:
            return None if self.ratio is None else self.ratio >= self.least_ratio
        if self.least is not None:
            return self.ours >= self.least
        return self.ours <= self.most if self.most is not None else None

    def as_json(self) -> dict[str, Any]:
        """Return the line for a script."""
        ratio = None if self.ratio is None else round(self.ratio, 3)
        return {
            "what": self.what, "ours": round(self.ours, 3), "unit": self.unit, "beside": self.beside or None,
            "theirs": None if self.theirs is None else round(self.theirs, 3), "ratio": ratio,
            "goal": self.goal or None, "met": self.met,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Share:
    """The part of the time (0 to 1) that something takes, by itself and with all that it calls."""

    name: str
    own: float
    whole: float | None = None

    def as_json(self) -> dict[str, Any]:
        """Return it for a script."""
        whole = None if self.whole is None else round(self.whole, 4)
        return {"name": self.name, "own": round(self.own, 4), "whole": whole}


@dataclass(frozen=True, slots=True)
class Found:
    """What a section measured."""

    lines: Sequence[Line]
    notes: Sequence[str] = ()
    figures: dict[str, Any] = field(default_factory=dict)
    """All there is to know, for a script."""
    shares: dict[str, Sequence[Share]] = field(default_factory=dict)
    """What takes the time, by what of."""

    def as_json(self) -> dict[str, Any]:
        """Return it for a script."""
        return {"lines": [line.as_json() for line in self.lines], "notes": list(self.notes), "figures": self.figures}


def shown(figure: float, unit: Unit) -> str:
    """Write a figure with its unit."""
    if unit == "/s":
        return f"{figure:,.0f}/s"
    return f"{figure:,.1f} {unit}" if figure < 100 else f"{figure:,.0f} {unit}"  # noqa: PLR2004 - three digits say enough


def table(sections: Iterable[Found]) -> Table:
    """Lay the lines of all sections out in one table."""
    made = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), show_edge=False, pad_edge=False)
    made.header_style, made.border_style = "bold", "dim"
    for name, justify in _COLUMNS:
        made.add_column(name, justify=justify, vertical="top")
    for found in sections:
        if made.row_count:
            made.add_section()
        before = ""
        for n, line in enumerate(found.lines):
            made.add_row(*_cells(line, repeats=n > 0 and line.what == before))
            before = line.what
    return made


_COLUMNS: tuple[tuple[str, Literal["left", "right"]], ...] = (
    ("measured", "left"), ("ours", "right"), ("beside", "left"), ("", "right"), ("ours / that", "right"),
    ("goal", "left"), ("", "left"),
)  # fmt: skip


def _cells(line: Line, *, repeats: bool) -> tuple[Text, ...]:
    marks = {True: Text("✓", "green"), False: Text("✗", "bold red"), None: Text("")}
    ours = Text("") if repeats else Text(shown(line.ours, line.unit))
    theirs = "" if line.theirs is None else shown(line.theirs, line.unit)
    ratio = "" if line.ratio is None else f"{line.ratio:.2f} ×"
    what = Text("" if repeats else line.what)
    return what, ours, Text(line.beside), Text(theirs), Text(ratio), Text(line.goal, "dim"), marks[line.met]


def shares(found: Found) -> Iterator[Table]:
    """Lay out what takes the time, a table each."""
    for title, some in found.shares.items():
        made = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), show_edge=False, pad_edge=False)
        made.header_style, made.border_style = "bold", "dim"
        made.add_column(title)
        has_whole = any(one.whole is not None for one in some)
        for words in ("by itself", "with what it calls") if has_whole else ("",):
            made.add_column(words, justify="right")
        for one in some:
            wholes = (f"{100 * one.whole:.1f} %",) if one.whole is not None else ()
            made.add_row(Text(one.name), f"{100 * one.own:.1f} %", *wholes)
        yield made


def verdict(found: Iterable[Found]) -> Text:
    """Say how many of the goals are met."""
    goals = [line.met for one in found for line in one.lines if line.met is not None]
    if not goals:
        return Text("")
    good = sum(goals)
    words = f"{good} of {len(goals)} goals met."
    return Text(words, "bold green" if good == len(goals) else "bold")
