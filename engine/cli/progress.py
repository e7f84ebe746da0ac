"""How far something long is: a bar on a terminal, else a line each tenth, on standard error."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

LONG = 500
"""Of fewer nothing is told where nobody watches."""


@contextmanager
def progress(verb: str, total: int) -> Iterator[Callable[[int, int], None]]:
    """Show how far something long is: a bar on a terminal, else a line each tenth; nothing where it is short."""
    out = Console(stderr=True)
    if not out.is_terminal:
        told = 0

        def tell(done: int, of: int) -> None:
            nonlocal told
            tenth = 10 * done // of if of else 10
            if of > LONG and tenth > told:
                told = tenth
                click.echo(f"{verb}: {done} of {of} ({tenth * 10} %)", err=True)

        yield tell
        return
    columns = (TextColumn(verb), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=out, transient=True) as bar:
        task = bar.add_task(verb, total=total)
        yield lambda done, of: bar.update(task, completed=done, total=of)
