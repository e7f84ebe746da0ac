"""A gateway that posts webhooks as Evolution does: each by itself, and again when it was not taken."""

from __future__ import annotations

import asyncio
import random
import re
import time
from collections import Counter
from dataclasses import dataclass, field

from bench.soaking.story import Key, Story, Told

ATTEMPTS, FIRST_PAUSE, LONGEST_PAUSE = 10, 5.0, 300.0
"""Evolution's own: the pause doubles, give or take a fifth."""
FINAL = frozenset({400, 401, 403, 404, 413, 422})
PATIENCE = 30.0
FRESH = 2.0
"""Seconds for which an idle line is used again: later the server may just be closing it."""
NO_ANSWER = 0
OK = 200

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
Line = tuple[asyncio.StreamReader, asyncio.StreamWriter]


@dataclass(slots=True)
class Ledger:
    """What was posted, and what was acknowledged of it."""

    posted: int = 0
    answers: Counter[int] = field(default_factory=Counter)
    reactions_sent: int = 0
    reactions: set[str] = field(default_factory=set)
    """The acknowledged ones, by their outer ids."""
    messages: set[str] = field(default_factory=set)
    newest: dict[Key, tuple[int, str | None]] = field(default_factory=dict)
    """Of each person and message, the newest acknowledged reaction."""
    given_up: int = 0
    on_the_way: int = 0

    def acknowledge(self, told: Told) -> None:
        """Note what was answered 2xx: from now on it must not be lost."""
        if told.key is None:
            self.messages.add(told.message)
            return
        self.reactions.add(told.name)
        before = self.newest.get(told.key)
        if before is None or told.ms > before[0]:
            self.newest[told.key] = (told.ms, told.emoji)


@dataclass(slots=True)
class Gateway:
    """Who posts a story to one web process."""

    port: int
    slug: str
    token: str
    ledger: Ledger = field(default_factory=Ledger)
    told_for: float = 0.0
    """Seconds that the telling took; the posting again goes on after it."""
    _idle: list[tuple[float, Line]] = field(default_factory=list)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _dice: random.Random = field(default_factory=lambda: random.Random(11))  # noqa: S311 - only spreads pauses

    async def tell(self, story: Story, seconds: float) -> None:
        """Tell a story for so long, whatever is answered; return when all of it is acknowledged or given up."""
        for told in story.opening():
            await self._deliver(told, 0.0)
        began = time.monotonic()
        for n in range(round(story.rate * seconds)):
            await asyncio.sleep(max(0.0, began + n / story.rate - time.monotonic()))
            self.ledger.reactions_sent += 1
            for late, told in story.next():
                task = asyncio.create_task(self._deliver(told, late))
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)
        self.told_for = time.monotonic() - began
        while self._tasks:
            await asyncio.gather(*self._tasks)
        for _, (_, writer) in self._idle:
            writer.close()

    async def _deliver(self, told: Told, late: float) -> None:
        await asyncio.sleep(late)
        self.ledger.on_the_way += 1
        for attempt in range(ATTEMPTS):
            self.ledger.posted += 1
            status = await self._post(told.body)
            self.ledger.answers[status] += 1
            if status == OK:
                self.ledger.acknowledge(told)
                break
            if status in FINAL:
                self.ledger.given_up += 1
                break
            pause = min(FIRST_PAUSE * 2**attempt, LONGEST_PAUSE)
            await asyncio.sleep(pause * self._dice.uniform(0.8, 1.2))
        else:
            self.ledger.given_up += 1
        self.ledger.on_the_way -= 1

    async def _post(self, body: bytes) -> int:
        """Post over a line of our own: any client of a library costs more than the web process that is tested."""
        writer = None
        try:
            async with asyncio.timeout(PATIENCE):
                reader, writer = await self._line()
                writer.write(
                    f"POST /api/webhook/{self.slug} HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Toque-Token: {self.token}\r\n"
                    f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n".encode()
                    + body
                )
                head = await reader.readuntil(b"\r\n\r\n")
                length = _LENGTH.search(head)
                await reader.readexactly(int(length[1]) if length else 0)
        except (OSError, TimeoutError, asyncio.IncompleteReadError):
            if writer:
                writer.close()
            return NO_ANSWER
        self._idle.append((time.monotonic(), (reader, writer)))
        return int(head.split(b" ", 2)[1])

    async def _line(self) -> Line:
        while self._idle:
            used, line = self._idle.pop()
            if time.monotonic() - used < FRESH:
                return line
            line[1].close()
        return await asyncio.open_connection("127.0.0.1", self.port)
