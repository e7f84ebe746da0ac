"""Full actions while the queue is large: a million finished items, and a hundred thousand that wait."""

from __future__ import annotations

import statistics

from bench.speeds import plan
from bench.speeds.asked import Asked
from bench.speeds.drain import settled_a_second
from bench.speeds.ground import Cluster, Db
from bench.speeds.load import Scene
from bench.speeds.report import Found, Line

FINISHED, WAITING, SETTLED = 1_000_000, 100_000, 8_000

# Finished a moment ago: what is older than an hour would be cleared away meanwhile.
_FINISHED = """
    insert into action_queue
        (connection_id, event_type, event_data, status, attempts, worker, run_at, created_at, finished_at)
    select 1, 'settle', jsonb_build_object('message_id', 'AB' || lpad(n::text, 20, '0'), 'address', 'me'),
        'completed', 1, 'somebody', now() - interval '15 minutes', now() - interval '15 minutes',
        now() - interval '10 minutes' + n * interval '100 microseconds'
    from generate_series(1, %(n)s) n
"""


def measure(cluster: Cluster, asked: Asked) -> Found:
    """Settle as many of a large queue as of one that holds no more."""
    finished, waiting, n = asked.some(FINISHED), asked.some(WAITING), asked.some(SETTLED)

    def load(db: Db) -> None:
        Scene(reactions=waiting + n).load(db)
        db.execute(_FINISHED, {"n": finished})

    asked.say(f"large: {finished:,} finished items are written")
    cluster.template("large", load)
    cluster.template("small", Scene(reactions=n).load)
    rates: dict[str, list[float]] = {"small": [], "large": []}
    for turn in range(asked.rounds):
        for scene, found in rates.items():
            asked.say(f"large: {scene} queue, round {turn + 1} of {asked.rounds}")
            with cluster.copy(scene) as url:
                found.append(settled_a_second(url, 1, n))
    plans = {}
    for scene in rates:
        with cluster.copy(scene) as url:
            plans[scene] = plan.claim(url)
    cluster.forget("large")
    small, large = (statistics.median(found) for found in rates.values())
    what = f"full actions, {finished:,} finished and {waiting:,} waiting"
    lines = [
        Line(what, large, "/s", "a queue without them", small, least_ratio=0.8),
        Line("a claim of 100 of them", plans["large"].ms, "ms", "a queue without them", plans["small"].ms),
    ]
    notes = [
        f"Large: one worker settles {n:,}. The claim there: {plans['large']}. With {n:,} waiting: {plans['small']}."
    ]
    return Found(lines, notes, {"each": rates, "plans": {scene: str(of) for scene, of in plans.items()}})
