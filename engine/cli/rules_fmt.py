"""Lay rule files out alike, comments and all."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from engine.cli import screen
from engine.cli.rules_check import RULE_FILE, STDIN
from rules.formatting import CannotFormat, formatted


@click.command(name="fmt")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=RULE_FILE)
@click.option("--check", "only_check", is_flag=True, help="Change nothing; exit 1 where a file is not laid out so.")
@click.option("--diff", "show_diff", is_flag=True, help="Change nothing; show what would change.")
def fmt(*, files: Sequence[Path], only_check: bool, show_diff: bool) -> None:
    """Lay rule files out alike: indentation, spaces, emoji in quotes. Comments and your own words stay.

    Needs no database. A file that comes in (`-`) goes out to standard output.

    \b
    Examples:
      toque rules fmt rules.yaml
      toque rules fmt rules/*.yaml --check
      toque rules fmt rules.yaml --diff
      cat rules.yaml | toque rules fmt -
    """  # noqa: D301 - \b keeps click from filling the lines
    changed = [file for file in files if _one(file, write=not (only_check or show_diff), show_diff=show_diff)]
    if changed and only_check:
        names = ", ".join(_name(file) for file in changed)
        raise click.ClickException(f"Not laid out: {names}. Type: toque rules fmt {' '.join(map(str, changed))}")


def _one(file: Path, *, write: bool, show_diff: bool) -> bool:
    """Lay out one file; return whether that changes it."""
    name = _name(file)
    try:
        written = (sys.stdin.buffer.read() if file == STDIN else file.read_bytes()).decode("utf-8")
        laid = formatted(written, name)
    except UnicodeDecodeError as fault:
        raise click.ClickException(f"{name} is not UTF-8.") from fault
    except CannotFormat as fault:
        raise click.ClickException(str(fault)) from fault
    if show_diff:
        old, new = written.splitlines(keepends=True), laid.splitlines(keepends=True)
        click.echo(screen.lines("".join(difflib.unified_diff(old, new, name, name))), nl=False)
    elif write and file == STDIN:
        click.echo(laid, nl=False)
    elif write and laid != written:
        file.write_text(laid, encoding="utf-8", newline="")
        screen.good(f"{name} is laid out")
    return laid != written


def _name(file: Path) -> str:
    return "stdin" if file == STDIN else str(file)
