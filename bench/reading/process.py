"""What a parser process costs: the time until it can read, and its memory.

Run as a program it is such a process: it says on standard output when it is imported, when it is ready, and what it
takes once it has read the messages that came on standard input.
"""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROCESSES = 5


@dataclass(frozen=True, slots=True)
class Process:
    """Medians of several fresh processes: seconds from their start, and megabytes."""

    processes: int
    imported: float
    ready: float
    ready_processor: float
    """The part of it in which the processor worked for this process: on a busy machine it also waits."""
    memory_ready: float
    memory_after: float
    peak: float


def start_some(requests: Sequence[dict[str, object]]) -> Process:
    """Start parser processes one after the other, have each read the messages, and give the medians."""
    asked = "".join(json.dumps(request) + "\n" for request in requests)
    runs = [_start(asked) for _ in range(PROCESSES)]
    return Process(PROCESSES, *(round(statistics.median(figures), 3) for figures in zip(*runs, strict=True)))


def _start(asked: str) -> tuple[float, ...]:
    began = time.perf_counter()
    command = [sys.executable, "-m", "bench.reading.process"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        said, hears = process.stdout, process.stdin
        if said is None or hears is None or not said.readline():
            raise ChildProcessError("A fresh parser process could not be imported.")
        imported = time.perf_counter() - began
        warm = said.readline().split()
        ready = time.perf_counter() - began
        if warm:
            hears.write(asked)
        hears.close()
        done = said.readline().split()
    if not done:
        raise ChildProcessError("A fresh parser process failed; what it said stands above.")
    return imported, ready, *map(float, (*warm, *done))


def megabytes(of: str) -> float:
    """Give the memory of this process, now (`VmRSS`) or at most (`VmHWM`).

    Linux counts the memory of whoever started a process into its `ru_maxrss`, so that is only for other systems.
    """
    try:
        status = Path("/proc/self/status").read_text("ascii")
    except OSError:
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    line = next(line for line in status.splitlines() if line.startswith(of))
    return int(line.split()[1]) / 1024


def _be_one() -> None:
    """Import, warm up, read what comes."""
    # The import is what is measured.
    from parsers import warm_up  # noqa: PLC0415 - as said
    from parsers.jsonl import answer  # noqa: PLC0415 - as said

    print("imported", flush=True)
    warm_up()
    print(time.process_time(), megabytes("VmRSS"), flush=True)
    for line in sys.stdin:
        answer(json.loads(line))
    print(megabytes("VmRSS"), megabytes("VmHWM"), flush=True)


if __name__ == "__main__":
    _be_one()
