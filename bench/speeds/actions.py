"""Full actions in a second: what one and two workers settle, beside other queues' simplest job and beside the limit."""

from __future__ import annotations

import statistics
from collections.abc import Callable

from bench.speeds import contest, peers, raw
from bench.speeds.asked import Asked
from bench.speeds.drain import settled_a_second
from bench.speeds.ground import Cluster
from bench.speeds.load import Scene, notes
from bench.speeds.report import Found, Line

EMPTY = "template0"
Measure = Callable[[], float]

OURS = {
    "one worker": ("reading", 1),
    "two workers": ("reading", 2),
    "unread": ("unread", 1),
    "unread, two": ("unread", 2),
}
"""The scene, and how many workers settle it."""


def measure(cluster: Cluster, asked: Asked) -> Found:
    """Let each drain its queue, by turns."""
    n = asked.some(12_000)
    cluster.template("reading", Scene(reactions=n).load)
    # Without reading they are so much faster that twice as many are needed.
    cluster.template("unread", Scene(reactions=2 * n, rules=notes()).load)
    missing = peers.missing()
    found: dict[str, list[float]] = {}
    for turn in range(asked.rounds):
        for name, run in _all(cluster, asked, n).items():
            if name not in missing:
                asked.say(f"actions: {name}, round {turn + 1} of {asked.rounds}")
                found.setdefault(name, []).append(run())
    median = {name: statistics.median(runs) for name, runs in found.items()}
    said = [f"{peer} is not installed, so it was not measured: make bench installs it." for peer in missing]
    return Found(_lines(median), [*_notes(n), *said], {"each": found, "median": median, "reactions": n})


def _all(cluster: Cluster, asked: Asked, n: int) -> dict[str, Measure]:
    def ours(scene: str, workers: int) -> float:
        with cluster.copy(scene) as url:
            return settled_a_second(url, workers, n if scene == "reading" else 2 * n)

    def peer(name: str) -> float:
        with cluster.copy(EMPTY) as url:
            return contest.jobs_a_second(url, name, asked.some(peers.JOBS[name]))

    def jobs() -> float:
        with cluster.copy(EMPTY) as url:
            return raw.jobs_a_second(url, asked.some(40_000))

    def writes() -> float:
        with cluster.copy("unread") as url:
            return raw.settles_a_second(url)

    runs: dict[str, Measure] = {name: lambda of=of: ours(*of) for name, of in OURS.items()}
    runs |= {name: lambda name=name: peer(name) for name in peers.PEERS}
    return runs | {"raw jobs": jobs, "raw writes": writes}


def _lines(median: dict[str, float]) -> list[Line]:
    one, unread = median["one worker"], median["unread"]
    writes = ("raw loop in batches, the same writes", median["raw writes"])
    full, bare = "full actions, one worker", "the same by a rule that reads nothing"
    pgqueuer, *others = [(f"{peer}, one row a job", median.get(peer)) for peer in peers.PEERS]
    return [
        Line(full, one, "/s", *pgqueuer, least_ratio=0.5),
        *(Line(full, one, "/s", *other) for other in others),
        Line(full, one, "/s", *writes),
        Line("full actions, two workers", median["two workers"], "/s", "one worker", one, least_ratio=1.6),
        Line(bare, unread, "/s", *pgqueuer, least_ratio=4),
        Line(bare, unread, "/s", *writes),
        Line(bare, unread, "/s", "raw loop in batches, one row a job", median["raw jobs"]),
        Line("the same, two workers", median["unread, two"], "/s", "one worker", unread),
    ]


def _notes(n: int) -> list[str]:
    there = [peer for peer in peers.PEERS if peer not in peers.missing()]
    settings = "; ".join(f"{peers.version(peer)}: {peers.PEERS[peer].settings}" for peer in there)
    how = (
        f"Actions: {n:,} reactions to {n:,} messages wait (twice as many for the rule that reads nothing); from the "
        "first claim to the last commit. An action: claim, state, rules, reading, item, log, feed, delivery, done."
    )
    return [how, f"Peers: {settings}."]
