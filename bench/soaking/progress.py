"""How far the soak is: a line that is drawn anew on a terminal, else one every half minute, on standard error."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

from bench.soaking.gateway import Ledger

EVERY = 30.0
Progress = Callable[[float, Ledger, int, int], None]
"""Told: the seconds so far, what was posted, how many reactions wait, and how many workers were killed."""


@contextmanager
def progress(seconds: float) -> Iterator[Progress]:
    """Show how far it is, for as long as this lasts."""
    out = Console(stderr=True, highlight=False)
    if not out.is_terminal:
        told = 0.0

        def tell(now: float, ledger: Ledger, waiting: int, killed: int) -> None:
            nonlocal told
            if now >= told + EVERY:
                told = now
                out.print(f"{now:.0f} s of {seconds:.0f}: {_said(ledger, waiting, killed)}", soft_wrap=True)

        yield tell
        return
    with Bar(TimeElapsedColumn(), BarColumn(), TextColumn("{task.description}"), console=out, transient=True) as bar:
        task = bar.add_task("", total=seconds)
        yield lambda now, ledger, waiting, killed: bar.update(
            task, completed=min(now, seconds), description=_said(ledger, waiting, killed)
        )


def _said(ledger: Ledger, waiting: int, killed: int) -> str:
    return (
        f"{ledger.reactions_sent:,} reactions, {ledger.on_the_way} webhooks on their way, {ledger.answers[503]} × 503, "
        f"{waiting} to settle, {killed} workers killed"
    )
