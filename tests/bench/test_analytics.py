"""The measurement of the statistics measures each of them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from engine import analytics

ROOT = Path(__file__).parents[2]


def test_a_small_log_is_filled_and_every_question_asked_of_it() -> None:
    command = [sys.executable, "bench/analytics.py", "--rows", "2000", "--runs", "2", "--json"]
    done = subprocess.run(command, cwd=ROOT, env={"PYTHONPATH": "."}, capture_output=True, text=True, check=True)
    figures = json.loads(done.stdout)
    assert figures.keys() == {"one row", *analytics.names()}
    assert all(took["p95"] > 0 for took in figures.values())
