"""`toque up` as a person runs it: a curl makes a bill, Ctrl-C stops all of it, and tomorrow the bill is still there."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx2
import psycopg
import pytest

from engine.postgres import EmbeddedPostgres
from engine.supervisor import free_port

PATIENCE = 60.0
TEXT = "Pagar luz CFE $890 vence 15 enero"


def until(found: Callable[[], Any]) -> Any:
    """Wait until something is there, and return it."""
    deadline = time.monotonic() + PATIENCE
    while not (it := found()):
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.02)
    return it


class Up:
    """A running `toque up` and where it answers."""

    def __init__(self, home: Path) -> None:
        for passed in (home, home.parent, home.parent.parent):
            passed.chmod(0o711)  # When root runs the tests, the server is another account's.
        self.port = free_port()
        environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"} | {
            "TOQUE_DATA_DIR": str(home / "data"),
            "TOQUE_PORT": str(self.port),
            "TOQUE_DEMO_PORT": "0",
            "TOQUE_LOG_LEVEL": "debug",
            "TOQUE_SEND_INTERVAL_SECONDS": "0",
            "TOQUE_SEND_JITTER_SECONDS": "0",
        }
        self.log = home / f"log {self.port}"
        with self.log.open("wb") as log:
            command = [sys.executable, "-m", "engine", "up"]
            self.process = subprocess.Popen(command, env=environment, stdout=log, stderr=log, start_new_session=True)
        self.phone = until(self._phone)

    def _phone(self) -> str | None:
        assert self.process.poll() is None, self.log.read_text()
        found = re.search(r"curl -s (http://\S+)/phone/try", self.log.read_text())
        return found[1] if found else None

    def get(self, path: str) -> Any:
        return httpx2.get(f"http://127.0.0.1:{self.port}{path}").json()

    def stop(self) -> int:
        """Press Ctrl-C."""
        os.killpg(self.process.pid, signal.SIGINT)
        return self.process.wait(PATIENCE)


@contextmanager
def up(home: Path) -> Iterator[Up]:
    running = Up(home)
    try:
        yield running
    finally:
        if running.process.poll() is None:
            running.stop()


def children_of(pid: int) -> set[str]:
    listed = subprocess.run(["ps", "-eo", "pid,ppid"], capture_output=True, text=True, check=True).stdout
    return {line.split()[0] for line in listed.splitlines() if line.split()[1] == str(pid)}


def test_the_first_bill_by_curl_and_the_same_data_tomorrow(tmp_path: Path) -> None:
    with up(tmp_path) as today:
        made = httpx2.post(f"{today.phone}/phone/try", json={"text": TEXT, "emoji": "💳"}).json()
        (bill,) = until(lambda: today.get(f"/api/items?message_id={made['message_id']}")["items"])
        assert (bill["fields"]["vendor"], bill["fields"]["amount"], bill["fields"]["currency"]) == (
            "CFE",
            "890.00",
            "MXN",
        )
        sent = until(lambda: httpx2.get(f"{today.phone}/phone/sent").json()["sent"])
        assert "Quita la reacción para deshacer" in sent[0]["text"]
        children = children_of(today.process.pid)
        assert len(children) >= 4
        assert today.stop() == 0
        assert not children & {path.name for path in Path("/proc").iterdir() if path.name.isdigit()}
    with up(tmp_path) as tomorrow:
        (kept,) = tomorrow.get(f"/api/items?message_id={made['message_id']}")["items"]
        assert kept["id"] == bill["id"]
    logged = today.log.read_text()
    # What it prints for a person to copy is no log line.
    logged = "\n".join(line for line in logged.splitlines() if "curl -s" not in line)
    for secret in ("CFE", "$890", "5215512345678", "5215587654321", "Lupe"):
        assert secret not in logged


def test_a_second_toque_is_refused_and_does_the_first_one_no_harm(tmp_path: Path) -> None:
    with up(tmp_path) as first:
        environment = os.environ | {"TOQUE_DATA_DIR": str(tmp_path / "data"), "TOQUE_DEMO_PORT": "0"}
        environment.pop("DATABASE_URL", None)
        command = [sys.executable, "-m", "engine"]
        for words, port, told in (
            ("up", free_port(), "already uses"),
            ("migrate", 0, ""),
            ("up", first.port, "--port"),
        ):
            there = environment | {"TOQUE_PORT": str(port)}
            run = subprocess.run([*command, words], env=there, capture_output=True, text=True, check=False)
            assert run.returncode == 1
            assert told in run.stderr
        assert httpx2.get(f"http://127.0.0.1:{first.port}/readyz").status_code == 200
        assert first.get("/api/health")["database"] == "up"


def test_a_process_that_falls_is_started_again(tmp_path: Path) -> None:
    with up(tmp_path) as running:
        for child in children_of(running.process.pid):
            command = Path("/proc", child, "cmdline").read_bytes().split(b"\0")
            if b"work" in command or b"web" in command:
                os.kill(int(child), signal.SIGKILL)
        made = until(lambda: _try(running))
        until(lambda: _items(running, made))


def _try(running: Up) -> dict[str, str] | None:
    try:
        return httpx2.post(f"{running.phone}/phone/try", json={"text": TEXT, "emoji": "💳"}).json()
    except httpx2.HTTPError:
        return None


def _items(running: Up, made: dict[str, str]) -> object:
    try:
        return running.get(f"/api/items?message_id={made['message_id']}")["items"]
    except (httpx2.HTTPError, json.JSONDecodeError):
        return None


def test_a_killed_supervisor_leaves_no_process_of_ours_behind(tmp_path: Path) -> None:
    with up(tmp_path) as running:
        children = children_of(running.process.pid)
        running.process.kill()
        running.process.wait(PATIENCE)
        until(lambda: not children & {path.name for path in Path("/proc").iterdir() if _runs(path)})
    # The embedded server outlives it, and is taken over by whoever starts next.
    server = EmbeddedPostgres(tmp_path / "data" / "postgres")
    with psycopg.connect(server.start()) as db:
        assert db.execute("select count(*) from connections").fetchone() == (1,)
    server.stop()


def _runs(path: Path) -> bool:
    try:
        return path.name.isdigit() and ") Z " not in (path / "stat").read_text()
    except OSError:
        return False


@pytest.mark.parametrize("words", [["demo"], ["demo", "--nonsense"]])
def test_demo_without_script_says_what_to_type(words: list[str]) -> None:
    run = subprocess.run([sys.executable, "-m", "engine", *words], capture_output=True, text=True, check=False)
    assert run.returncode != 0
    assert "toque" in run.stderr.lower()
