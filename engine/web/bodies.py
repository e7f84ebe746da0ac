"""The bodies of webhooks: each is read up to a size and within a time, and all together fill so much memory."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from starlette.types import Receive

Take = Callable[[int], None]
"""Claims so many bytes more; raises `Crowded` where there is no space."""


class TooLarge(Exception):  # noqa: N818 - it names what the body is
    """The body is over the limit."""


class CutOff(Exception):  # noqa: N818 - it names what became of the body
    """The body did not arrive, or not in time."""


class Crowded(Exception):  # noqa: N818 - it names what the caller does next: answer 503
    """So much is in hand that nothing more may be read."""


class Space:
    """What all webhooks in hand take, from their first byte to their answer."""

    def __init__(self, *, most: int, most_bytes: int) -> None:
        self._most = most
        self._most_bytes = most_bytes
        self.webhooks = 0
        self.bytes = 0

    @contextmanager
    def room(self) -> Iterator[Take]:
        """Hold a place for one webhook, and what it claims of the memory; raises `Crowded` where there is none."""
        if self.webhooks >= self._most:
            raise Crowded
        mine = 0

        def take(more: int) -> None:
            nonlocal mine
            # One alone is always taken: a limit below the largest body must not refuse that body for ever.
            if self.bytes + more > self._most_bytes and self.bytes > mine:
                raise Crowded
            mine += more
            self.bytes += more

        self.webhooks += 1
        try:
            yield take
        finally:
            self.webhooks -= 1
            self.bytes -= mine


async def read(receive: Receive, announced: str, limit: int, seconds: float, take: Take | None) -> bytes:
    """Return the body; raises `TooLarge` as soon as it is known to be over the limit, `CutOff` when it is slow.

    `announced` is its Content-Length, empty where there is none. Without `take` it is read past and not kept.
    """
    if announced.isdecimal() and int(announced) > limit:
        raise TooLarge
    size = 0
    chunks: list[bytes] = []
    more = True
    try:
        # One time for the whole of it: who sends a byte now and then would else hold a place for ever.
        async with asyncio.timeout(seconds):
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
    except TimeoutError:
        raise CutOff from None
    return b"".join(chunks)
