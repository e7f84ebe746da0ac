"""How an idle worker hears that there is work: a notification wakes it, and without one it looks now and then."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import psycopg
import structlog

from engine import clock
from engine.config import Settings
from engine.line import LINE

Db = psycopg.Connection[Any]
log = structlog.get_logger()

QUEUE, DELIVERIES = "toque_queue", "toque_deliveries"
"""Where it is called out that something may be ready, and that answers may be, which is so after nearly every batch."""

DEAF_SECONDS = 10.0
"""How long nothing is heard before the direct line is tried again; the work goes on meanwhile, by polling."""


@dataclass(slots=True)
class Ears:
    """Wait for channels: on the worker's own line, or on a direct one where a pooler is in between."""

    settings: Settings
    channels: tuple[str, ...]
    pause: Callable[..., None]
    """Waits so many seconds for something on the files that are named, or for whatever else wakes a worker."""
    _own: Db | None = None
    _again_at: float = 0.0

    def open(self, db: Db) -> None:
        """Listen from now on."""
        if not self.settings.pooled:
            self._listen(db)

    def wait(self, db: Db, seconds: float) -> None:
        """Return when something was heard, or after so many seconds; raises what befalls the worker's own line."""
        if not self.settings.pooled:
            self._hear(db, seconds)
        elif (own := self._direct()) is None:
            self.pause(seconds)
        else:
            try:
                self._hear(own, seconds)
            except psycopg.Error:
                self._deaf(own)

    def forget(self, db: Db) -> None:
        """Let go of what was heard so far, our own calls too: whoever looks after this sees all that it told of."""
        self.wait(db, 0)

    def close(self) -> None:
        """Let go of the direct line."""
        if self._own is not None:
            self._own.close()
            self._own = None

    def _hear(self, line: Db, seconds: float) -> None:
        # What came beside an answer is there already, and shows on the line no more.
        if not _heard(line) and seconds:
            self.pause(seconds, line.fileno())
            _heard(line)

    def _listen(self, line: Db) -> None:
        for channel in self.channels:
            line.execute(f"listen {channel}".encode())

    def _direct(self) -> Db | None:
        """Return the direct line; None where there is none, or where it is away."""
        url = self.settings.listen_url
        if self._own is None and url and clock.stopwatch() >= self._again_at:
            try:
                self._own = psycopg.connect(url, autocommit=True, application_name="toque ears", **LINE)
                self._listen(self._own)
            except psycopg.Error:
                self._deaf(self._own)
        return self._own

    def _deaf(self, line: Db | None) -> None:
        log.warning("nothing is heard on TOQUE_LISTEN_URL; until it is, work is looked for by polling")
        if line is not None:
            line.close()
        self._own = None
        self._again_at = clock.stopwatch() + DEAF_SECONDS


def _heard(line: Db) -> bool:
    """Take all that is there already; tell whether it was anything."""
    return bool(list(line.notifies(timeout=0)))
