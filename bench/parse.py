"""How much of what people write is read right, how quickly, beside two peers, and what reading costs a process.

    .venv/bin/python bench/parse.py                     everything, in two or three minutes
    .venv/bin/python bench/parse.py --only peers long   some of it
    .venv/bin/python bench/parse.py --suites            the cases of other projects too, where ../shared has them
    .venv/bin/python bench/parse.py --json figures.json all figures for a script; - for standard output

The peers read the same tasks and events in the same run: dateparser's search_dates, and chrono-node where Node.js is
installed (npm fetches the pinned version once, into bench/.cache). To be fair to them:

- each is told the language, the moment of sending, the order of day and month in the region, and to look ahead;
- only the first date they find counts, and they read nothing else; ours reads the title, people and place as well;
- the messages are annotated by our conventions ("in the morning" is 9:00), which they cannot know, and ours was built
  while looking at these messages: see the days beside, and --suites for the cases that other projects wrote;
- what each remembers by word or language is warm, the text itself is new; the best of three readings on one core
  counts. chrono-node is compiled to machine code as it runs, ours and dateparser are Python.

Exit status: 0, whether goals are met (✓) or not (✗).
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, is_dataclass
from pathlib import Path
from typing import Any

from rich.console import Console, RenderableType
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table

from bench.reading import report
from bench.reading.detection import find_languages
from bench.reading.lengthy import read_long
from bench.reading.messages import CORPUS, ROOT, Message, load
from bench.reading.peers import compare
from bench.reading.process import start_some
from bench.reading.whole import read_all
from parsers import warm_up

SUITES, SCORER = ROOT.parent / "shared" / "times", ROOT.parent / "shared" / "tools" / "score_times.py"


@dataclass(frozen=True, slots=True)
class Section:
    """One thing that is measured: what is said meanwhile, how, and how it is shown."""

    saying: str
    measure: Callable[[Sequence[Message]], Any]
    show: Callable[[Any], Iterator[RenderableType]]


def _show_readings(found: Any) -> Iterator[RenderableType]:  # noqa: ANN401 - of its section's own measure
    yield from report.wholes(found)
    if found.wrong:
        yield ""
    yield from report.reliability(found.reliability)


SECTIONS = {
    "process": Section(
        "Starting fresh parser processes",
        lambda messages: start_some([m.request() for m in messages]),
        report.process,
    ),
    "peers": Section("Reading beside dateparser and chrono-node", compare, report.peers),
    "whole": Section("Reading whole messages", read_all, _show_readings),
    "language": Section("Finding languages in noise", find_languages, report.languages),
    "long": Section("Reading long texts", read_long, report.lengthy),
}
SHOWN = ("peers", "whole", "language", "process", "long")
"""Processes are started before this one has anything in memory, but shown later."""


def main() -> None:
    """Measure and print."""
    asked = _arguments()
    messages = load(asked.corpus)
    if not messages:
        sys.exit(f"No annotated messages (*.jsonl) in {asked.corpus}.")
    figures = _measure(messages, asked.only)
    console = Console(stderr=asked.json == "-")
    console.print(f"{len(messages)} messages of {_near(asked.corpus)}, {_machine()}\n", style="dim")
    for name in (name for name in SHOWN if name in figures):
        _print(console, SECTIONS[name].show(figures[name]))
    if asked.suites:
        said, figures["suites"] = score_suites()
        _print(console, report.suites(said))
    if asked.json:
        _write(asked.json, {"machine": _machine(), "goals": report.GOALS, "messages": len(messages), **figures})


def _arguments() -> argparse.Namespace:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--only", nargs="+", choices=SHOWN, default=SHOWN, metavar="SECTION", help=f"of {_listed()}")
    asked.add_argument("--corpus", type=Path, default=CORPUS, help="a directory of annotated messages (tests/corpus)")
    asked.add_argument("--suites", action="store_true", help="score the cases of other projects as well")
    asked.add_argument("--json", metavar="FILE", help="write all figures there (-: standard output)")
    return asked.parse_args()


def _listed() -> str:
    return ", ".join(SHOWN)


def _measure(messages: Sequence[Message], names: Sequence[str]) -> dict[str, Any]:
    """Measure one section after the other, and say on standard error where we are."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    chosen = {name: section for name, section in SECTIONS.items() if name in names}
    figures = {}
    # It is drawn between the sections only: drawing would take time from what is measured.
    with Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False) as progress:
        task = progress.add_task("", total=len(chosen))
        for name, section in chosen.items():
            progress.update(task, description=f"{section.saying}…", refresh=True)
            if name != "process":
                warm_up()
            figures[name] = section.measure(messages)
            progress.update(task, advance=1, refresh=True)
    return figures


def _print(console: Console, parts: Iterator[RenderableType]) -> None:
    """Print the parts of a section, with air around its tables."""
    ended = False
    for part in parts:
        console.print(part)
        ended = isinstance(part, Table)
        if ended:
            console.print()
    if not ended:
        console.print()


def _machine() -> str:
    """Say what the figures come from, and whether others were at work on it."""
    cores, (load, _, _) = os.cpu_count() or 1, os.getloadavg()
    busy = f"; it is busy (load {load:.1f}), so times are longer than alone" if load > cores else ""
    return f"Python {platform.python_version()}, {cores} cores of {platform.machine()}{busy}"


def _near(path: Path) -> Path:
    return path.relative_to(ROOT) if path.is_relative_to(ROOT) else path


def score_suites() -> tuple[str, Any]:
    """Score the suites of other projects by kind and language, in words and figures; say where they are not there."""
    files = sorted(str(p) for p in SUITES.glob("*.jsonl"))
    if not files or not SCORER.exists():
        return "The suites of other projects were skipped: ../shared/times is not there.", None
    paths = os.environ | {"PYTHONPATH": str(ROOT)}
    with tempfile.NamedTemporaryFile(suffix=".json") as figures:
        command = [sys.executable, str(SCORER), *files, "--callable", "bench.times_adapter:parse"]
        command += ["--json", figures.name]
        ran = subprocess.run(command, cwd=ROOT, env=paths, capture_output=True, text=True, check=True)
        return ran.stdout, json.load(figures)


def _write(where: str, figures: dict[str, Any]) -> None:
    written = json.dumps(figures, default=_plain, ensure_ascii=False, indent=1) + "\n"
    if where == "-":
        sys.stdout.write(written)
    else:
        Path(where).write_text(written, encoding="utf-8")


def _plain(value: object) -> Any:  # noqa: ANN401 - whatever JSON can hold
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    raise TypeError(f"{type(value).__name__} is not for JSON")


if __name__ == "__main__":
    main()
