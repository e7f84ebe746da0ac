"""Give up on what takes too long: one timer for all that are given as long, since one each costs more than the work."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from engine import clock

Who = TypeVar("Who", bound=Hashable)


class Patience(Generic[Who]):
    """Wait for each equally long; `give_up` is called with whoever took longer."""

    def __init__(self, seconds: float, give_up: Callable[[Who], object]) -> None:
        self._seconds = seconds
        self._give_up = give_up
        self._began: dict[Who, float] = {}
        """The oldest first, since all are given as long."""
        self._looks_again = False

    def __contains__(self, who: Who) -> bool:
        """Tell whether somebody is still waited for."""
        return who in self._began

    def begin(self, who: Who) -> None:
        """Wait for somebody from now on."""
        self._began[who] = clock.stopwatch()
        if not self._looks_again:
            self._look_in(self._seconds)

    def end(self, who: Who) -> None:
        """Wait no longer: it came, or was given up."""
        self._began.pop(who, None)

    def _look_in(self, seconds: float) -> None:
        self._looks_again = True
        asyncio.get_running_loop().call_later(seconds, self._look)

    def _look(self) -> None:
        self._looks_again = False
        now = clock.stopwatch()
        while self._began:
            who, began = next(iter(self._began.items()))
            if (left := began + self._seconds - now) > 0:
                self._look_in(left)
                return
            del self._began[who]
            self._give_up(who)
