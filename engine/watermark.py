"""From where a claim looks on: before it lie rows that were claimed, dead ones while a long transaction is open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from engine import clock

if TYPE_CHECKING:
    from engine.queue import Claim

PRIORITIES = ("critical", "high", "normal", "low")
WHOLE_EVERY = 5.0
"""Seconds between two looks from the very beginning: for what committed late, or was let go by another worker."""
SHARE = 50
"""Such a look may cost this part of the time, however many dead rows there are."""
LATE = timedelta(seconds=1)
"""What commits so late after the time that it bears is found at once, unless there is a backlog anyway."""


@dataclass(slots=True)
class Watermark:
    """Where the waiting rows of each priority begin, as far as one worker knows."""

    _marks: dict[str, tuple[datetime, int]] = field(default_factory=dict)
    _backlog: bool = False
    _looked_at: float = 0.0
    _whole_at: float = 0.0
    _whole: bool = False
    _nothing_lapsed_at: float = 0.0

    def rows(self) -> list[dict[str, object]]:
        """Return the marks as a claim takes them, the most urgent first; at times none, to look from the beginning."""
        self._looked_at = clock.stopwatch()
        self._whole = self._looked_at >= self._whole_at
        if self._whole:
            self._marks.clear()
        return [self._row(priority) for priority in PRIORITIES]

    def _row(self, priority: str) -> dict[str, object]:
        if priority not in self._marks:
            return {"priority": priority, "run_at": "-infinity", "id": 0}
        at, id_ = self._marks[priority]
        return {"priority": priority, "run_at": at if self._backlog else at - LATE, "id": id_ if self._backlog else 0}

    def taken(self, claims: Iterable[Claim], *, full: bool) -> None:
        """Note what was claimed with these marks, and whether there was as much as was asked for."""
        now = clock.stopwatch()
        if self._whole:
            self._whole_at = now + max(WHOLE_EVERY, SHARE * (now - self._looked_at))
        self._backlog = full
        # The least of a claim: whatever came before it was claimed, by us or by others.
        for claim in sorted(claims, key=lambda one: (one.run_at, one.id), reverse=True):
            self._marks[claim.priority] = (claim.run_at, claim.id)

    def since(self) -> float:
        """Return how many seconds back a lease may have run out unseen."""
        self._looked_at = clock.stopwatch()
        if not self._nothing_lapsed_at or self._looked_at >= self._whole_at:
            return 1e9
        return self._looked_at - self._nothing_lapsed_at + LATE.total_seconds()

    def nothing_lapsed(self) -> None:
        """Note that no lease had run out at the last look."""
        self._nothing_lapsed_at = self._looked_at
