"""The measurement of the pages opens each of them, and counts what came while the feed was busy."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from engine.web.navigation import PLACES
from engine.web.settings_page import PARTS

ROOT = Path(__file__).parents[2]


@pytest.mark.browser
@pytest.mark.faults
def test_every_page_is_opened_and_every_row_counted() -> None:
    command = [sys.executable, "bench/pages.py", "--items", "300", "--rounds", "1", "--seconds", "1", "--json"]
    done = subprocess.run(command, cwd=ROOT, env={"PYTHONPATH": "."}, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    places = {place.name for place in PLACES if place.name != "phone"}
    parts = {f"settings: {part}" for part in PARTS}
    assert found["pages"].keys() == {"an empty page", "action"} | places | parts
    assert all(page["weight_kb"] <= 150 for page in found["pages"].values())
    assert found["busy"]["counted"] == found["busy"]["rows"] == 50
