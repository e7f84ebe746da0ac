"""What `toque up` says of its processes."""

from __future__ import annotations

import os
import signal
import sys

from engine.supervisor import Supervisor


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
