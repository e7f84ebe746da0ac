"""Plays the fixed conversation against a running product and shows what became of each reaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import httpx2
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from demo import clock
from demo.expect import Scene
from demo.scenes import SCENES
from demo.stage import Stage, Unexpected


@dataclass(frozen=True, slots=True)
class Step:
    """One scene as it was played."""

    name: str
    did: str
    expected: str
    saw: str
    ok: bool
    took_ms: int


def play(product_url: str, phone_url: str, *, timeout: float = 40.0, scenes: Sequence[Scene] = SCENES) -> list[Step]:
    """Play every scene and return what was seen; a scene that goes wrong does not end the play."""
    with Stage(product_url.rstrip("/"), phone_url.rstrip("/"), timeout) as stage:
        try:
            stage.feed.open(stage.patience)
        except Unexpected as reason:
            return [Step("The live feed", "GET /api/stream", "an open stream", str(reason), ok=False, took_ms=0)]
        return [_played(scene, stage) for scene in scenes]


def render(steps: Sequence[Step], console: Console | None = None) -> None:
    """Print a table of what became of each reaction, and in one line whether all is as it must be."""
    screen = console or Console()
    table = Table(title="What became of each reaction", title_justify="left", show_lines=False, expand=True)
    table.add_column("", width=2)
    table.add_column("Step", no_wrap=True)
    table.add_column("On the phone", ratio=3)
    table.add_column("What became of it", ratio=4)
    table.add_column("ms", justify="right", no_wrap=True)
    for step in steps:
        saw = (
            escape(step.saw)
            if step.ok
            else f"[red]{escape(step.saw)}[/red]\n[dim]expected: {escape(step.expected)}[/dim]"
        )
        mark = "[green]✓[/green]" if step.ok else "[red]✗[/red]"
        table.add_row(mark, escape(step.name), escape(step.did), saw, str(step.took_ms))
    screen.print(table)
    wrong = sum(not step.ok for step in steps)
    seconds = sum(step.took_ms for step in steps) / 1000
    verdict = (
        f"[red]{wrong} of {len(steps)} steps went wrong[/red]"
        if wrong
        else f"[green]{len(steps)} steps, all well[/green]"
    )
    screen.print(f"{verdict} in {seconds:.1f} s")


def _played(scene: Scene, stage: Stage) -> Step:
    """Play one scene; whatever it made the gateway do wrong ends with it."""
    began = clock.stopwatch()
    try:
        try:
            saw, ok = scene.act(stage), True
        finally:
            stage.phone("faults")
    except Unexpected as reason:
        saw, ok = str(reason), False
    except (httpx2.HTTPError, KeyError, TypeError, ValueError, ArithmeticError) as reason:
        saw, ok = f"{type(reason).__name__}: {reason}", False
    took = round((clock.stopwatch() - began) * 1000)
    return Step(scene.name, scene.did, scene.expected, saw, ok, took)
