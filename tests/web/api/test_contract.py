"""The running API answers as it says it does, whatever is sent: requests are made of its own description."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from pydantic import SecretStr

from engine.audit import Audit
from engine.config import Settings
from engine.vault import open_vault
from engine.web.api import declared
from engine.web.app import API
from tests.web.api.who import Doorman
from tests.web.served import Web

HELD_TO = Path(__file__).with_name("schemathesis.toml")
"""Which checks there are, and why some are off where they are off."""


def narrowed(part: Any) -> Any:
    """Return a description in which nothing opaque is made up, and no other machine is asked."""
    if isinstance(part, list):
        return [narrowed(each) for each in part if not _is_opaque(each)]
    if not isinstance(part, dict):
        return part
    if part.get("format") == "time-zone":
        return {"enum": ["UTC", "America/Mexico_City"]}
    if str(part.get("pattern")).startswith("^https?"):
        return {"enum": ["http://127.0.0.1:9"]}
    return {name: narrowed(each) for name, each in part.items()}


def _is_opaque(part: Any) -> bool:
    return isinstance(part, dict) and "in" in part and '"format": "cursor"' in json.dumps(part)


@pytest.fixture
def door(settings: Settings, start: Callable[[Settings], Web], db: psycopg.Connection) -> Iterator[Doorman]:
    """A web process that can open the secrets of the number on the stage."""
    key = SecretStr(base64.b64encode(b"k" * 32).decode())
    opened = settings.model_copy(update={"requests_a_minute": 10**9, "secret_key": key})
    made = Doorman(start(opened), db, Audit.of(open_vault(opened)))
    yield made
    made.close()


@pytest.mark.long
@pytest.mark.usefixtures("made")
def test_every_answer_is_one_that_was_declared(door: Doorman, tmp_path: Path) -> None:
    door.account("ana", "owner")  # Without an account, this machine would need no key.
    key = door.key(["admin"])
    description = tmp_path / "openapi.json"
    description.write_text(json.dumps(narrowed(declared.describe(API.api))))
    program = Path(sys.executable).with_name("schemathesis")
    ran = subprocess.run(
        [program, "--config-file", HELD_TO, "run", description, "--url", str(key.base_url).rstrip("/"), "--no-color"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
        env=os.environ | {"TOQUE_KEY": key.headers["authorization"].removeprefix("Bearer ")},
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout[-20_000:] + ran.stderr
    operations = len(list(declared.operations(declared.describe(API.api))))
    assert f"Tested: {operations - 1}\n" in ran.stdout, "all but the stream"


def test_every_operation_is_described_with_its_scope_and_a_summary() -> None:
    for address, method, operation in declared.operations(declared.describe(API.api)):
        assert operation["summary"], (method, address)
        assert operation["x-scope"], (method, address)
