"""How fast somebody reacts: what goes beyond so many a minute is stored like all else, and settled after it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from executors.destinations.notices import MANY

A_MINUTE = 100
"""Reactions of one person that are settled in their turn; nobody means that many one by one."""

RECENT = 600
"""Seconds: whoever reacted longer ago (a gateway tells its backlog) is told nothing of it any more."""

_MOST = 10_000

Person = tuple[int, str]
"""Connection and address."""


@dataclass(slots=True)
class Pace:
    """The reactions of each address in each minute, as this process heard them.

    By the minute in which they were made, not in which they came: a backlog is no haste.
    """

    most: int = A_MINUTE
    _counts: OrderedDict[tuple[int, str, int], int] = field(default_factory=OrderedDict)

    def left(self, connection_id: int, address: str, server_second: int) -> int:
        """Return how many more reactions its minute takes."""
        return self.most - self._counts.get((connection_id, address, server_second // 60), 0)

    def is_over(self, connection_id: int, address: str, server_second: int) -> bool:
        """Count a reaction, and tell whether it is beyond what its minute takes."""
        minute = (connection_id, address, server_second // 60)
        self._counts[minute] = count = self._counts.pop(minute, 0) + 1
        if len(self._counts) > _MOST:
            self._counts.popitem(last=False)
        return count > self.most


def notices(late: Mapping[Person, int], now: datetime) -> list[dict[str, Any]]:
    """Return whom to tell: who went over the pace a moment ago, by the second of their newest reaction."""
    return [
        {"connection_id": connection, "address": address, "kind": MANY}
        for (connection, address), second in sorted(late.items())
        if now.timestamp() - second < RECENT
    ]


def deliveries(told: Iterable[tuple[int, str]], expires_at: datetime) -> list[dict[str, Any]]:
    """Return the queue items that tell them, ahead of the many answers that wait on the same lane."""
    return [
        {
            "connection_id": connection, "event_type": "deliver", "event_data": {"notice": MANY, "address": address},
            "priority": "high", "lane": "chat", "expires_at": expires_at,
        }
        for connection, address in told
    ]  # fmt: skip
