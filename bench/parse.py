"""How many messages are read right and how quickly, beside dateparser's search, and what the parsers cost a process.

    PYTHONPATH=. .venv/bin/python bench/parse.py [--suites]

Both read the messages of tests/corpus that say when, in one run: ours all of a message, dateparser only its first date.
With --suites the date, time and money cases of other projects are scored too, where they lie beside the repository.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import dateparser.search
from rich.console import Console
from rich.table import Table

from parsers import warm_up
from parsers.jsonl import answer
from parsers.languages import LANGUAGES
from parsers.regions import region

HERE = Path(__file__).resolve().parents[1]
CORPUS = HERE / "tests" / "corpus"
SUITES, SCORER = HERE.parent / "shared" / "times", HERE.parent / "shared" / "tools" / "score_times.py"
WHEN = {"task": "due", "calendar": "start"}
COLD = "import parsers, resource; parsers.warm_up(); print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"

Case = dict[str, object]


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--suites", action="store_true", help="score the cases of other projects as well")
    suites = arguments.parse_args().suites
    seconds, megabytes = cold_start()
    warm_up()
    console = Console(width=120)
    console.print(beside_dateparser(cases()))
    console.print(f"A process that reads every language is ready in {seconds:.2f} s and takes {megabytes:.0f} MB.")
    console.print(f"This one, with dateparser and the benchmark: {_megabytes(resource.RUSAGE_SELF):.0f} MB.")
    if suites:
        console.print(score_suites())


def cases() -> list[Case]:
    """Give the annotated messages that have a date or time for their task or event."""
    lines = (line for path in sorted(CORPUS.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines())
    read: list[Case] = [json.loads(line) for line in lines if line.strip()]
    return [c for c in read if c["parser"] in WHEN and "error" not in c["expect"]]  # type: ignore[operator]  # a mapping


def beside_dateparser(messages: list[Case]) -> Table:
    """Read the same messages with both, and say how often the date or time was right and how long a message took."""
    table = Table("language", "messages", "ours right", "dateparser right", "ours µs: median, p95", "dateparser µs")
    for language in LANGUAGES:
        chosen = [c for c in messages if c["lang"] == language]
        if not chosen:
            continue
        ours, theirs = measured(chosen, read_ours), measured(chosen, read_theirs)
        table.add_row(language, str(len(chosen)), *(f"{100 * r:.1f} %" for r, _ in (ours, theirs)), ours[1], theirs[1])
    return table


def measured(chosen: list[Case], read: Callable[[Case], str | None]) -> tuple[float, str]:
    """Give the share that is right, and median and 95th percentile of the microseconds (of three readings the best)."""
    right, took = 0, []
    for case in chosen:
        right += read(case) == case["expect"][WHEN[str(case["parser"])]]  # type: ignore[index]  # a mapping
        took.append(min(timed(read, case, spaces) for spaces in (1, 2, 3)) * 1e6)
    return right / len(chosen), f"{statistics.median(took):,.0f}, {statistics.quantiles(took, n=20)[18]:,.0f}"


def timed(read: Callable[[Case], str | None], case: Case, spaces: int) -> float:
    """Give the seconds of one reading; the spaces make it a text that nobody remembers."""
    fresh = {**case, "text": str(case["text"]) + " " * spaces}
    began = time.perf_counter()
    read(fresh)
    return time.perf_counter() - began


def read_ours(case: Case) -> str | None:
    """Read all of a message; give its date or time."""
    data = answer(case).get("data")
    found = data.get(WHEN[str(case["parser"])]) if isinstance(data, dict) else None
    return str(found) if found else None


def read_theirs(case: Case) -> str | None:
    """Search a message for its first date, with the language and the order of the region given."""
    order = "MDY" if region(str(case["region"])).month_first else "DMY"
    now = datetime.fromisoformat(str(case["now"]))
    settings = {"RELATIVE_BASE": now, "PREFER_DATES_FROM": "future", "DATE_ORDER": order}
    found = dateparser.search.search_dates(str(case["text"]), languages=[str(case["lang"])], settings=settings)
    if not found:
        return None
    moment = found[0][1].replace(tzinfo=None)
    # It gives a date the time of asking.
    return moment.date().isoformat() if moment.time() == now.time() else moment.isoformat(timespec="seconds")


def cold_start() -> tuple[float, float]:
    """Give the seconds until a new process has read a message in every language, and its memory in MB."""
    began = time.perf_counter()
    ran = subprocess.run([sys.executable, "-c", COLD], cwd=HERE, capture_output=True, text=True, check=True)
    return time.perf_counter() - began, int(ran.stdout) / 1024


def _megabytes(who: int) -> float:
    return resource.getrusage(who).ru_maxrss / 1024


def score_suites() -> str:
    """Score the suites of other projects by kind and language; say so where they are not there."""
    files = sorted(str(p) for p in SUITES.glob("*.jsonl"))
    if not files or not SCORER.exists():
        return f"No suites in {SUITES}."
    command = [sys.executable, str(SCORER), *files, "--callable", "bench.times_adapter:parse"]
    return subprocess.run(command, cwd=HERE, capture_output=True, text=True, check=True).stdout


if __name__ == "__main__":
    main()
