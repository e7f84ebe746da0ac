"""How many jobs a peer finishes in a second.

Run as a program (`python -m bench.speeds.contest pgqueuer <database>`) it is one worker of a peer: it prints a line
when its first job begins, and works until SIGTERM.
"""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import subprocess
import sys
import time
from contextlib import ExitStack

import psycopg
import uvloop

from bench.speeds.ground import process, until
from bench.speeds.jobs import EFFECTS, JOB
from bench.speeds.peers import PEERS, Peer


def jobs_a_second(url: str, peer: str, n: int, workers: int = 1) -> float:
    """Return how many of `n` waiting jobs a peer's workers finish in a second, from when the first one begins."""
    chosen = PEERS[peer]
    with psycopg.connect(url, autocommit=True) as db:
        db.execute(EFFECTS)
        uvloop.run(_prepare(chosen, url, n))
        db.execute("vacuum analyze")
        db.execute("checkpoint")
        with ExitStack() as stack:
            command = ("bench.speeds.contest", peer, url)
            running = [stack.enter_context(process(*command, output=subprocess.PIPE)) for _ in range(workers)]
            began = min(_begun(one) for one in running)
            until(lambda: db.execute(chosen.left).fetchone() == (False,), *running)
            return n / (time.monotonic() - began)


async def _prepare(peer: Peer, url: str, n: int) -> None:
    await peer.lay_out(url)
    await peer.fill(url, n)


def _begun(running: subprocess.Popen[bytes]) -> float:
    line = running.stdout.readline() if running.stdout else b""
    if not line:
        raise ChildProcessError("A peer's worker ended before its first job; what it said stands above.")
    return float(line)


async def _be_a_worker(peer: str, url: str) -> None:
    await JOB.open(url)
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    await PEERS[peer].work(url, stop)
    # Some leave tasks behind that would be waited for.
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    logging.disable(logging.WARNING)
    uvloop.run(_be_a_worker(sys.argv[1], sys.argv[2]))
