"""The bodies of webhooks: each is read up to a size and within a time, and all together fill so much memory."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from starlette.types import Receive

from engine.patience import Patience

Take = Callable[[int], None]
"""Claims so many bytes more; raises `Crowded` where there is no space."""
Slow = Patience[asyncio.Task[Any]]
"""Ends the reading of what arrives too slowly."""


class TooLarge(Exception):  # noqa: N818 - it names what the body is
    """The body is over the limit."""


class CutOff(Exception):  # noqa: N818 - it names what became of the body
    """The body did not arrive, or not in time."""


class Crowded(Exception):  # noqa: N818 - it names what the caller does next: answer 503
    """So much is in hand that nothing more may be read."""


class Space:
    """What all webhooks in hand take, from their first byte to their answer."""

    def __init__(self, *, most: int, most_bytes: int) -> None:
        self.most = most
        self.most_bytes = most_bytes
        self.webhooks = 0
        self.bytes = 0

    def room(self) -> Room:
        """Return a place for one webhook."""
        return Room(self)


class Room:
    """Hold a place for one webhook, and what it claims of the memory; entering raises `Crowded` where there is none."""

    __slots__ = ("_mine", "_space")

    def __init__(self, space: Space) -> None:
        self._space = space
        self._mine = 0

    def __enter__(self) -> Take:
        """Take the place."""
        if self._space.webhooks >= self._space.most:
            raise Crowded
        self._space.webhooks += 1
        return self._take

    def __exit__(self, *_: object) -> None:
        """Give the place back, and the memory."""
        self._space.webhooks -= 1
        self._space.bytes -= self._mine

    def _take(self, more: int) -> None:
        taken = self._space.bytes
        # One alone is always taken: a limit below the largest body must not refuse that body for ever.
        if taken + more > self._space.most_bytes and taken > self._mine:
            raise Crowded
        self._mine += more
        self._space.bytes = taken + more


def slow(seconds: float) -> Slow:
    """Return who ends the reading of bodies that take longer."""
    return Patience(seconds, asyncio.Task.cancel)


async def read(receive: Receive, announced: str, limit: int, slow: Slow, take: Take | None) -> bytes:
    """Return the body; raises `TooLarge` as soon as it is known to be over the limit, `CutOff` when it is slow.

    `announced` is its Content-Length, empty where there is none. Without `take` it is read past and not kept.
    """
    if announced.isdecimal() and int(announced) > limit:
        raise TooLarge
    reading = asyncio.current_task()
    if reading is None:
        raise RuntimeError("a body is read by a task, which is ended when it takes too long")
    # One time for the whole of it: who sends a byte now and then would else hold a place for ever.
    slow.begin(reading)
    try:
        return await _whole(receive, limit, take)
    except asyncio.CancelledError:
        # Ended for its slowness, or by whoever ends everything?
        if reading in slow or reading.uncancel():
            raise
        raise CutOff from None
    finally:
        slow.end(reading)


async def _whole(receive: Receive, limit: int, take: Take | None) -> bytes:
    size = 0
    chunks: list[bytes] = []
    more = True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise CutOff
        chunk, more = message.get("body", b""), message.get("more_body", False)
        size += len(chunk)
        if size > limit:
            raise TooLarge
        if take:
            take(len(chunk))
            chunks.append(chunk)
    return b"".join(chunks)
