"""docs/api.md tells of the API as it is: its walk through it works."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.web.served import Web

PAGE = (Path(__file__).parents[3] / "docs" / "api.md").read_text()


@pytest.mark.usefixtures("made")
def test_the_walk_through_the_api_works(web: Web, tmp_path: Path) -> None:
    steps = "\n".join(re.findall(r"^```sh\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL))
    where = {**os.environ, "TOQUE": str(web.client.base_url).rstrip("/"), "no_proxy": "*"}
    ran = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", steps], cwd=tmp_path, env=where, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout[-2000:] + ran.stderr
    assert '"vendor":"CFE"' in ran.stdout
