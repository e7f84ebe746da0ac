"""What `toque up` says of its processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from engine.config import Settings
from engine.supervisor import Supervisor, environment_of


def test_a_process_that_ends_with_a_fault_is_complained_of_aloud() -> None:
    supervisor, heard = Supervisor(), []

    def complain(name: str) -> None:
        heard.append(name)
        os.kill(os.getpid(), signal.SIGTERM)  # as Ctrl-C does: the watching ends

    before = signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT)
    supervisor.add("workers", [sys.executable, "-c", "raise SystemExit(1)"], {})
    try:
        supervisor.watch(complain)
    finally:
        supervisor.stop()
        signal.signal(signal.SIGTERM, before[0])
        signal.signal(signal.SIGINT, before[1])
    assert heard == ["workers"]


_TOLD_AT_ANY_MOMENT = """
import os, signal, threading
from engine import supervisor, watch

watch.LOOK = supervisor.LOOK = 0
watcher = watch.Watch(None, "host=127.0.0.1 port=1", None, ("deliver",), workers=0)
looked_after = {"watch": watcher.run, "supervisor": supervisor.Supervisor().watch}[os.environ["WHO"]]

def tell():
    for number in (signal.SIGTERM, signal.SIGINT) * 50:
        os.kill(os.getpid(), number)

threading.Timer(0.05, tell).start()
looked_after()
for number in (signal.SIGTERM, signal.SIGINT):
    signal.signal(number, signal.SIG_IGN)
"""


@pytest.mark.parametrize("who", ["supervisor", "watch"])
def test_whoever_looks_after_processes_hears_that_it_is_told_to_stop_at_any_moment(who: str) -> None:
    # In a process of its own: who waits for itself for ever would wait here.
    asked = [sys.executable, "-c", _TOLD_AT_ANY_MOMENT]
    assert subprocess.run(asked, env=os.environ | {"WHO": who}, timeout=30, check=False).returncode == 0


def test_every_setting_comes_to_the_processes_as_it_was_set(monkeypatch: pytest.MonkeyPatch) -> None:
    told = {"channels": {"oncall": "https://ntfy.sh/x", "home": "+5215512345678"}, "call_hosts": ("a.lan", "*.b.org")}
    for more in ({}, told):
        settings = Settings(_env_file=None, database_url=None, **more)
        with monkeypatch.context() as set_:
            for name, value in environment_of(settings, "postgresql://x").items():
                set_.setenv(name, value)
            assert Settings(_env_file=None) == settings.model_copy(update={"database_url": "postgresql://x"})
