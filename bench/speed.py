"""How fast Toque is, beside its peers and beside the machine's limit: one table, from one run on one machine.

    make bench                                             everything, in about a quarter of an hour
    make bench ARGS="--only actions"                       one section, or several: --only intake,actions
    make bench ARGS="--quick"                              everything, shorter and less exact
    make bench ARGS="--profile"                            where the time of intake and of a worker goes
    make bench ARGS="--json figures.json"                  all figures for a script; - for standard output
    make bench ARGS="--postgres /usr/lib/postgresql/15/bin" with other programs than the embedded server's

Everything runs on one PostgreSQL of its own in a temporary directory, made as Toque makes its own (fsync on), with the
real web and worker processes at their usual settings. Only ratios within one run mean anything: machines differ, and
whatever else runs takes its part. What each section does is in bench/README.md.

Exit status: 0, whether goals are met (✓) or not (✗); 1 when something could not be measured, 130 after Ctrl-C.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import psycopg
from rich.console import Console

from bench.speeds import actions, growth, intake, large, latency, memory, profile, report, snapshot, sustained
from bench.speeds.asked import Asked
from bench.speeds.ground import CannotMeasure, Cluster, cluster
from bench.speeds.report import Found
from engine.postgres import PostgresFailed

PROFILE = "profile"
SECTIONS: dict[str, Callable[[Cluster, Asked], Found]] = {
    "intake": intake.measure,
    "actions": actions.measure,
    "sustained": sustained.measure,
    "latency": latency.measure,
    "large": large.measure,
    "snapshot": snapshot.measure,
    "growth": growth.measure,
    "memory": memory.measure,
    PROFILE: profile.measure,
}
WIDTH = 120
QUICK = Asked(rounds=1, share=0.3, seconds=10)


def main() -> None:
    """Measure and print."""
    asked = _arguments()
    console = Console(stderr=asked.json == "-", highlight=False)
    if not console.is_terminal:
        console.width = max(console.width, WIDTH)
    found: dict[str, Found] = {}
    failed: list[str] = []
    try:
        with cluster(asked.postgres) as ground, _saying() as say:
            machine, run = _machine(ground), _how(asked, say)
            for name in asked.only:
                try:
                    found[name] = SECTIONS[name](ground, run)
                except (CannotMeasure, ChildProcessError, psycopg.Error) as reason:
                    # What was measured before it, and after it, is shown all the same.
                    failed.append(f"{name} could not be measured: {reason}")
    except PostgresFailed as reason:
        sys.exit(f"It could not be measured: {reason}")
    except KeyboardInterrupt:
        sys.exit(130)
    _show(console, machine, found)
    for words in failed:
        console.print(words, style="bold red")
    if asked.json:
        _write(asked.json, {"machine": machine, **{name: one.as_json() for name, one in found.items()}})
    sys.exit(1 if failed else 0)


def _show(console: Console, machine: str, found: dict[str, Found]) -> None:
    console.print(f"{machine}\n", style="dim")
    if any(one.lines for one in found.values()):
        console.print(report.table(found.values()))
        console.print()
    for shares in (shares for one in found.values() for shares in report.shares(one)):
        console.print(shares)
        console.print()
    for note in (note for one in found.values() for note in one.notes):
        console.print(note, style="dim")
    console.print(report.verdict(found.values()))


def _how(asked: argparse.Namespace, say: Callable[[str], None]) -> Asked:
    usual = QUICK if asked.quick else Asked()
    return Asked(asked.rounds or usual.rounds, asked.share or usual.share, asked.seconds or usual.seconds, say)


def _arguments() -> argparse.Namespace:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    names = ",".join(SECTIONS)
    usual = [name for name in SECTIONS if name != PROFILE]
    asked.add_argument("--only", type=_sections, default=usual, metavar="SECTIONS", help=f"of {names}")
    asked.add_argument("--profile", dest="only", action="store_const", const=[PROFILE], help="where the time goes")
    asked.add_argument("--quick", action="store_true", help="a third of everything, once")
    asked.add_argument("--rounds", type=int, help="of each measurement that is repeated; the median counts (3)")
    asked.add_argument("--seconds", type=float, help="that the longer measurements last (60)")
    asked.add_argument("--share", type=float, help="of the usual counts (1)")
    asked.add_argument("--postgres", type=Path, metavar="DIRECTORY", help="with PostgreSQL's programs")
    asked.add_argument("--json", metavar="FILE", help="write all figures there (-: standard output)")
    return asked.parse_args()


def _sections(said: str) -> Sequence[str]:
    names = [name.strip() for name in said.split(",") if name.strip()]
    unknown = [name for name in names if name not in SECTIONS]
    if unknown or not names:
        raise argparse.ArgumentTypeError(f"choose from {', '.join(SECTIONS)}; separated by commas")
    return names


@contextmanager
def _saying() -> Iterator[Callable[[str], None]]:
    """Say on standard error how far it is: between the measurements only, drawing would take time from them."""
    began = time.monotonic()
    out = Console(stderr=True, highlight=False)

    def say(words: str) -> None:
        line = f"{time.monotonic() - began:5.0f} s  {words}"
        if out.is_terminal:
            out.file.write(f"\r\x1b[K{line}")
            out.file.flush()
        else:
            out.print(line, soft_wrap=True)

    yield say
    if out.is_terminal:
        out.file.write("\r\x1b[K")
        out.file.flush()


def _machine(ground: Cluster) -> str:
    """Say what the figures come from, and whether others were at work on it."""
    cores, (load, _, _) = os.cpu_count() or 1, os.getloadavg()
    busy = f"; load {load:.1f}: others may have been at work" if load > 2 * cores else ""
    return (
        f"{cores} cores of {_processor()}, PostgreSQL {ground.version} (fsync on), "
        f"Python {platform.python_version()}{busy}"
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.machine()
    return next((line.partition(": ")[2] for line in lines if line.startswith("model name")), platform.machine())


def _write(where: str, figures: dict[str, object]) -> None:
    written = json.dumps(figures, ensure_ascii=False, indent=1) + "\n"
    if where == "-":
        sys.stdout.write(written)
    else:
        Path(where).write_text(written, encoding="utf-8")


if __name__ == "__main__":
    main()
