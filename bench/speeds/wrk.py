"""The load of webhooks: wrk posts reactions over 64 kept lines, as fast as it is answered."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.speeds import bodies
from bench.speeds.load import GROUP, PEOPLE, TEXTS, TOKEN

CONNECTIONS = 64
INSTALL = "wrk posts the webhooks, and it is not installed. On Debian: sudo apt-get install wrk"
_SCRIPT = Path(__file__).with_suffix(".lua")


@dataclass(frozen=True, slots=True)
class Posted:
    """What wrk measured; times in ms, from a request to its answer."""

    requests: int
    seconds: float
    p50: float
    p95: float
    p99: float
    failed: int
    """Requests that were answered anything but 2xx, or not at all."""

    @property
    def a_second(self) -> float:
        """Return the requests answered in a second."""
        return self.requests / self.seconds


def require() -> None:
    """Raise `ChildProcessError` where there is no wrk."""
    if shutil.which("wrk") is None:
        raise ChildProcessError(INSTALL)


@contextmanager
def posting(address: str, seconds: float, start: int) -> Iterator[subprocess.Popen[str]]:
    """Post for so many seconds, beginning with the `start`-th reaction; it ends with the block at the latest."""
    require()
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as body:
        body.write(bodies.template())
        body.flush()
        told = {
            "BODY": body.name, "TOKEN": TOKEN, "FROM": start, "PEOPLE": PEOPLE, "GROUP": GROUP,
            "EMOJIS": " ".join(emoji for emoji, _ in TEXTS),
        }  # fmt: skip
        environment = os.environ | {f"BENCH_{name}": str(value) for name, value in told.items()}
        command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{max(1, round(seconds))}s", "--timeout", "10s", "-s", _SCRIPT]
        with subprocess.Popen([*command, address], env=environment, stdout=subprocess.PIPE, text=True) as running:
            try:
                yield running
            finally:
                running.kill()


def post(address: str, seconds: float, start: int) -> Posted:
    """Post for so many seconds and return what was measured."""
    with posting(address, seconds, start) as running:
        said, _ = running.communicate()
    found = next((line for line in said.splitlines() if line.startswith("JSON ")), None)
    if found is None:
        raise ChildProcessError(f"wrk said nothing that could be read: {said[-400:]}")
    return Posted(**json.loads(found.removeprefix("JSON ")))
