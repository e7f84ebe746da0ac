"""What was asked of a run: how much of everything, how often, and where it is said how far it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asked:
    """How a run was asked for."""

    rounds: int = 3
    share: float = 1.0
    """Of the usual counts; a test of the harness takes a thousandth."""
    seconds: float = 60.0
    """Of the measurements that last as long as they are told to."""
    say: Callable[[str], None] = lambda _: None

    def some(self, usual: int, *, least: int = 20) -> int:
        """Return how many to take where `usual` are usual."""
        return max(least, round(usual * self.share))
