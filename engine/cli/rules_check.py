"""Look through rule files without a database: mistakes, examples that do not hold, rules in each other's way."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Final

import click

from engine import plugins
from engine.cli import place, screen
from engine.deadline import limit
from engine.examples import Guard
from engine.outside import Outside
from engine.trying import faults_by_trying
from rules.check import Checked, across, look
from rules.faults import RuleFault, render

STDIN: Final = Path("-")
RULE_FILE = click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path)


@click.command(name="check")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=RULE_FILE)
@click.option(
    "--format", "form", type=click.Choice(["text", "github", "json"]), default="text", show_default=True,
    help="For people, as annotations of GitHub's workflows, or for programs.",
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option("--strict", is_flag=True, help="Let warnings count as errors.")
def check(*, files: Sequence[Path], form: str, as_json: bool, strict: bool) -> None:
    """Say everything that is wrong with rule files, and try their examples; needs no database.

    Exits 1 when there is an error. Several files are checked as one book of rules.

    \b
    Examples:
      toque rules check rules.yaml
      toque rules check rules/*.yaml --format github
      cat rules.yaml | toque rules check -
    """  # noqa: D301 - \b keeps click from filling the lines
    plugins.load_parsers()
    looked = [read(file) for file in files]
    faults = (
        [fault for file in looked for fault in file.faults]
        + list(faults_by_trying(looked, guard(), outside()))
        + [*across(looked)]
    )
    faults.sort(key=lambda fault: (fault.source or "", fault.line or 0, fault.column or 0))
    if as_json or form == "json":
        screen.as_lines([asdict(fault) for fault in faults])
    elif form == "github":
        for fault in faults:
            click.echo(_annotation(fault))
    else:
        if faults:
            click.echo(screen.lines(render(faults)))
        click.echo(_sum(looked, faults), err=True)
    if any(fault.severity == "error" or strict for fault in faults):
        raise click.exceptions.Exit(1)


def read(file: Path) -> Checked:
    """Look through one file, or through what comes in where it is `-`."""
    name = "stdin" if file == STDIN else str(file)
    written = sys.stdin.buffer.read() if file == STDIN else file.read_bytes()
    try:
        return look(written.decode("utf-8"), name)
    except UnicodeDecodeError as fault:
        line = written[: fault.start].count(b"\n") + 1
        return Checked(name, (RuleFault("", "the file is not UTF-8", line, 1, source=name),))


def outside() -> Outside:
    """Return what rules may name here: channels, secrets, hosts."""
    return Outside.of(place.settings())


def guard() -> Guard:
    """Return what ends the reading of an example that takes too long."""
    return limit(place.settings().item_deadline_seconds)


def _sum(files: Sequence[Checked], faults: Sequence[RuleFault]) -> str:
    books = [file.book for file in files if file.book]
    rules = sum(len(book.rules) for book in books)
    tried = sum(len(rule.examples) for book in books for rule in book.rules)
    errors = sum(fault.severity == "error" for fault in faults)
    found = f"{screen.count(errors, 'error')}, {screen.count(len(faults) - errors, 'warning')}"
    if len(books) < len(files):
        return found
    return f"{screen.count(rules, 'rule')}, {screen.count(tried, 'example')} tried: {found if faults else 'no fault'}"


def _annotation(fault: RuleFault) -> str:
    hint = f" ({fault.suggestion})" if fault.suggestion else ""
    # What a stranger wrote must not begin a command of its own.
    message = (fault.message + hint).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    source = (fault.source or "").replace("%", "%25").replace(",", "%2C").replace(":", "%3A")
    place = f"file={source},line={fault.line or 1},col={fault.column or 1}"
    return f"::{fault.severity} {place.replace(chr(10), '%0A')}::{message}"
