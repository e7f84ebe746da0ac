"""What `make bench` holds to be a goal that is met, and a tiny run of each of its sections."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from importlib.util import find_spec
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from bench.speed import SECTIONS
from bench.speeds import peers
from bench.speeds.report import Found, Line, table, verdict

ROOT = Path(__file__).parents[2]
MADE_UP = Found(
    [
        Line("intake", 3000, "/s", "one insert a request", 1000, least_ratio=2.5),
        Line("intake", 3000, "/s", "no database", 9000, least_ratio=0.5),
        Line("to shown, median", 8.25, "ms", most=10),
        Line("sustained", 900, "/s", least=1000),
        Line("beside who is not installed", 900, "/s", "a peer", None, least_ratio=4),
    ]
)


def test_each_goal_is_met_or_not_and_one_without_a_figure_beside_it_is_neither():
    assert [line.met for line in MADE_UP.lines] == [True, False, True, False, None]
    assert [line.goal for line in MADE_UP.lines] == ["≥ 2.5 ×", "≥ 0.5 ×", "≤ 10.0 ms", "≥ 1,000/s", "≥ 4 ×"]
    assert verdict([MADE_UP]).plain == "2 of 4 goals met."


def test_the_table_says_once_what_is_compared_twice():
    out = StringIO()
    Console(file=out, width=120).print(table([MADE_UP]))
    said = out.getvalue()
    assert said.count("intake") == 1  # the words of two lines
    assert "3.00 ×" in said
    assert "0.33 ×" in said


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "bench/speed.py", *words], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_a_section_that_is_not_there_is_refused_with_those_that_are():
    done = run("--only", "intakes")
    assert done.returncode == 2
    assert all(name in done.stderr for name in SECTIONS)


@pytest.mark.faults
@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_measures_something_however_little_there_is_of_it(section: str):
    if section not in {"actions", "latency", "large", "growth"} and not shutil.which("wrk"):
        pytest.skip("wrk posts the webhooks, and it is not installed")
    if section == "intake" and not find_spec("msgspec"):
        pytest.skip("the handlers beside are installed by make bench only")
    if section == "profile" and not find_spec("pgqueuer"):
        pytest.skip("the profiler is installed by make bench only")
    done = run("--only", section, "--rounds", "1", "--share", "0.002", "--seconds", "1", "--json", "-")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)[section]
    assert found["lines"] or found["figures"]
    assert all(line["ours"] > 0 for line in found["lines"])
    if section == "actions" and peers.missing():
        assert "not installed" in done.stdout
