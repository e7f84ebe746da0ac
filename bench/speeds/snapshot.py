"""Everything at once while somebody holds an old snapshot open, so that no dead row can be cleared away."""

from __future__ import annotations

from contextlib import ExitStack

import psycopg

from bench.speeds import plan
from bench.speeds.asked import Asked
from bench.speeds.ground import Cluster
from bench.speeds.load import Scene
from bench.speeds.report import Found, Line
from bench.speeds.sustained import FASTEST, WARM_SECONDS, whole

SLICES = 4
"""Into which the time before the end is cut, to see whether it decays."""


def measure(cluster: Cluster, asked: Asked) -> Found:
    """Let it run for as long with the snapshot and without it, and compare what it does in the end."""
    hold, window = asked.seconds * 2 / 3, max(1.0, asked.seconds / 6)
    seconds = WARM_SECONDS + hold + window
    asked.say("snapshot: messages are written")
    cluster.template("long", Scene(messages=round(seconds * FASTEST)).load)
    rates, plans = {}, {}
    for held in (False, True):
        asked.say(f"snapshot: {seconds:.0f} s {'with a snapshot held open' if held else 'as usual'}")
        with cluster.copy("long") as url, whole(url, seconds + 30) as running, ExitStack() as stack:
            running.run(WARM_SECONDS)
            if held:
                _hold(stack, url)
            rates[held] = [running.run(hold / SLICES) for _ in range(SLICES)] + [running.run(window)]
            plans[held] = plan.claim(url)
    cluster.forget("long")
    what = f"everything at once after {hold:.0f} s with a snapshot held open"
    line = Line(what, rates[True][-1], "/s", "without it", rates[False][-1], least_ratio=0.7)
    note = (
        f"Snapshot: a REPEATABLE READ transaction is open from the start; {_said(rates[True])} settled a second in the "
        f"parts of the time, {_said(rates[False])} without it. A claim in the end touches {plans[True].finding:,} "
        f"buffers to find its rows, without it {plans[False].finding:,}."
    )
    figures = {"held": rates[True], "free": rates[False], "plans": {str(held): str(of) for held, of in plans.items()}}
    return Found([line], [note], figures)


def _hold(stack: ExitStack, url: str) -> None:
    somebody = stack.enter_context(psycopg.connect(url))
    somebody.execute("set transaction isolation level repeatable read")
    somebody.execute("select count(*) from connections")


def _said(rates: list[float]) -> str:
    return ", ".join(f"{rate:,.0f}" for rate in rates)
