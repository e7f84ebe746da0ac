"""How often somebody may ask: each has a bucket of requests that refills evenly."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from engine import clock

WINDOW_SECONDS = 60.0
_MOST_KNOWN = 10_000


@dataclass(frozen=True, slots=True)
class Left:
    """What somebody may still ask: so many requests now, and the seconds until all of them again or until the next."""

    allowed: bool
    requests: int
    seconds: float


class Pace:
    """Who asked how much of late: each has a bucket that refills evenly."""

    def __init__(self, a_minute: int) -> None:
        self.a_minute = a_minute
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, who: str) -> Left:
        """Count a request in, where one is left."""
        now, rate = clock.stopwatch(), self.a_minute / WINDOW_SECONDS
        left, at = self._buckets.pop(who, (float(self.a_minute), now))
        left = min(float(self.a_minute), left + (now - at) * rate)
        allowed = left >= 1
        left -= allowed
        self._buckets[who] = (left, now)
        if len(self._buckets) > _MOST_KNOWN:
            self._buckets.popitem(last=False)
        return Left(allowed, int(left), (self.a_minute - left) / rate if allowed else (1 - left) / rate)
