"""docs/api.md tells of the API as it is: its walk through it works, and its table is complete and true."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from engine.access import ROLES, SCOPES_OF, of_account
from engine.cli.api import table
from engine.web.access import Refused, demand
from tests.web.served import Web

PAGE = (Path(__file__).parents[3] / "docs" / "api.md").read_text()
ROWS = re.findall(r"^\| `([A-Z]+)` \| `([^`]+)` \| [^|]+ \| `([a-z:]+)` \| (\w+) \|$", PAGE, re.MULTILINE)


@pytest.mark.usefixtures("made")
def test_the_walk_through_the_api_works(web: Web, tmp_path: Path) -> None:
    steps = "\n".join(re.findall(r"^```sh\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL))
    where = {**os.environ, "TOQUE": str(web.client.base_url).rstrip("/"), "no_proxy": "*"}
    ran = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", steps], cwd=tmp_path, env=where, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout[-2000:] + ran.stderr
    assert '"vendor":"CFE"' in ran.stdout


def test_the_table_is_the_one_that_the_command_prints() -> None:
    assert PAGE.split("<!-- the table of toque api -->\n\n")[1] == table()


@pytest.mark.parametrize(("method", "address", "scope", "least"), ROWS)
def test_each_role_may_call_what_the_table_says(method: str, address: str, scope: str, least: str) -> None:
    for role in ROLES:
        caller = of_account(1, "somebody", role, [])
        allowed = ROLES.index(role) <= ROLES.index(least)
        assert caller.may(scope) is allowed, (method, address)
        if not allowed:
            with pytest.raises(Refused) as refused:
                demand(caller, scope)
            assert (refused.value.status_code, refused.value.members) == (403, {"missing_scope": scope})
    assert scope in SCOPES_OF[least]


@pytest.mark.parametrize(("method", "address"), [row[:2] for row in ROWS])
def test_nobody_may_call_anything(web: Web, method: str, address: str) -> None:
    path = re.sub(r"\{\w+\}", "1", address)
    answer = web.client.request(method, path, headers={"X-Forwarded-For": "203.0.113.7"})
    assert answer.status_code in {401, 403}
    assert answer.headers["content-type"] == "application/problem+json"
