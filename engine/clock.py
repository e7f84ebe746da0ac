"""The one place that reads the time."""

from __future__ import annotations

import time
from datetime import UTC, datetime


def now() -> datetime:
    """Return this instant, aware, in UTC."""
    return datetime.now(UTC)


def stopwatch() -> float:
    """Return monotonic seconds; only differences mean anything."""
    return time.perf_counter()
