"""The pretended phone's clock; it is not the product's, as a real phone's is not."""

from __future__ import annotations

import time
from datetime import UTC, datetime


def now() -> datetime:
    """Return this instant, aware, in UTC."""
    return datetime.now(UTC)


def stopwatch() -> float:
    """Return monotonic seconds; only differences mean anything."""
    return time.perf_counter()
