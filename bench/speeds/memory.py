"""What each process holds in memory after it has been at work for a while."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from bench.speeds.asked import Asked
from bench.speeds.ground import Cluster
from bench.speeds.load import Scene
from bench.speeds.report import Found, Line
from bench.speeds.sustained import FASTEST, WORKERS, Whole, whole

ACTIONS = 100_000
SLICE = 5.0
"""Seconds after which it is looked how far they are."""
LONGEST = 280.0

Held = dict[str, tuple[float, float]]
"""Of each process: the megabytes that it holds, and its share of them where others hold them too."""


def measure(cluster: Cluster, asked: Asked) -> Found:
    """Let everything run until so many reactions are settled, and look before and after."""
    wanted = asked.some(ACTIONS)
    asked.say("memory: messages are written")
    cluster.template("many", Scene(messages=wanted + round(SLICE * FASTEST)).load)
    with cluster.copy("many") as url, whole(url, LONGEST) as running:
        before = _held(running, cluster)
        done, slices = 0.0, 0
        while done < wanted and slices * SLICE < LONGEST:
            asked.say(f"memory: {done:,.0f} of {wanted:,} actions")
            done += running.run(min(SLICE, asked.seconds)) * min(SLICE, asked.seconds)
            slices += 1
        after = _held(running, cluster)
    cluster.forget("many")
    lines = [
        Line(f"memory of {name}", share, "MB", "at its start", before[name][1]) for name, (_, share) in after.items()
    ]
    note = (
        f"Memory: after {done:,.0f} actions, each process's proportional share (PSS): what workers have in common with "
        "their parent counts once among them. Resident (RSS), as `ps` has it: "
        + ", ".join(f"{name} {resident:,.0f} MB" for name, (resident, _) in after.items())
        + ". PostgreSQL has 128 MB of shared buffers."
    )
    return Found(lines, [note], {"actions": done, "before": before, "after": after})


def _held(running: Whole, cluster: Cluster) -> Held:
    web, work = running.processes
    settling = _children(work.pid)
    postmaster = int((cluster.home / "cluster" / "postmaster.pid").read_text(encoding="utf-8").split("\n", 1)[0])
    held = {"the web process": [web.pid], "the workers' parent": [work.pid]}
    held |= {f"worker {n}": [process] for n, process in enumerate(settling[:WORKERS], 1)}
    held["PostgreSQL, all together"] = [postmaster, *_children(postmaster)]
    return {name: _megabytes(processes) for name, processes in held.items()}


def _children(process: int) -> list[int]:
    listed = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii")
    return sorted(int(child) for child in listed.split())


def _megabytes(processes: Iterable[int]) -> tuple[float, float]:
    resident = share = 0
    for process in processes:
        try:
            lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines()
        except OSError:
            continue  # a server process that ended meanwhile
        kilobytes = {name: int(rest.split()[0]) for name, _, rest in (line.partition(":") for line in lines[1:])}
        resident += kilobytes["Rss"]
        share += kilobytes["Pss"]
    return resident / 1024, share / 1024
