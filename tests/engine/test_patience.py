"""Whoever takes too long is given up, and nobody else."""

from __future__ import annotations

import asyncio

from engine.patience import Patience


def test_who_takes_too_long_is_given_up_and_who_ended_is_not() -> None:
    async def wait() -> list[str]:
        gone: list[str] = []
        last = asyncio.Event()

        def give_up(who: str) -> None:
            gone.append(who)
            if who == "the last":
                last.set()

        patience = Patience(0.01, give_up)
        for who in ("the first", "the quick", "the last"):
            patience.begin(who)
        patience.end("the quick")
        assert "the first" in patience
        await last.wait()
        assert "the first" not in patience
        return gone

    assert asyncio.run(wait()) == ["the first", "the last"]


def test_who_begins_later_is_given_as_long() -> None:
    async def wait() -> list[str]:
        gone: asyncio.Queue[str] = asyncio.Queue()
        patience = Patience(0.01, gone.put_nowait)
        patience.begin("the first")
        told = [await gone.get()]
        # Nobody was waited for in between.
        patience.begin("the second")
        return [*told, await gone.get()]

    assert asyncio.run(wait()) == ["the first", "the second"]
