"""A product made of regular expressions: it knows the demo's conversation and nothing else, and can be made wrong."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import re
import threading
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx2
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from demo import server
from demo.evolution import FakeEvolution

KINDS = {"✅": "task", "📅": "event", "💳": "bill", "📝": "note"}


@dataclass
class Product:
    """State by (message, reactor): the emoji and its milliseconds; items by message."""

    flaws: frozenset[str] = frozenset()
    phone: FakeEvolution | None = None
    texts: dict[str, str] = field(default_factory=dict)
    reactions: dict[tuple[str, str], tuple[int, str]] = field(default_factory=dict)
    items: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    unseen: dict[str, tuple[str, str]] = field(default_factory=dict)
    events: list[dict[str, Any]] = field(default_factory=list)
    numbers: Iterator[int] = field(default_factory=itertools.count)
    url: str = ""

    def hear(self, body: dict[str, Any]) -> None:
        data = body["data"]
        if body["event"] != "messages.upsert" and "loop" not in self.flaws:
            return
        inner = data["message"].get("reactionMessage")
        if inner is None:
            self.texts.setdefault(data["key"]["id"], data["message"]["conversation"])
            if waiting := self.unseen.pop(data["key"]["id"], None):
                self.settle(*waiting)
            return
        long = inner["senderTimestampMs"]
        moment = long if isinstance(long, int) else long["high"] * 2**32 + (long["low"] & 0xFFFFFFFF)
        reactor = "owner" if data["key"]["fromMe"] else data["key"]["participant"] or data["key"]["remoteJid"]
        place = (inner["key"]["id"], reactor)
        if moment <= self.reactions.get(place, (0, ""))[0]:
            return
        before = self.reactions.get(place, (0, ""))[1]
        self.reactions[place] = (moment, inner["text"])
        if inner["text"] or before:
            self.settle(*place)

    def settle(self, message: str, reactor: str) -> None:
        if message not in self.texts:
            self.unseen[message] = (message, reactor)
            return
        emoji = re.sub("[\ufe0f\U0001f3fb-\U0001f3ff]", "", self.reactions[message, reactor][1])
        items = self.items.setdefault(message, [])
        kind = KINDS.get(emoji) if reactor == "owner" or "anyone" in self.flaws else None
        outcome, error = "no_rule", None
        if not emoji:
            outcome = "cancelled" if items else "nothing"
            for item in items:
                item["status"] = "open" if "deaf to removals" in self.flaws else "cancelled"
        elif kind and items:
            outcome = "reopened" if items[0]["kind"] == kind else "converted"
            for item in items:
                item |= {"kind": kind, "status": "open"}
        elif kind:
            made = self.read(kind, self.texts[message])
            outcome, error = ("created", None) if made else ("failed", "no_bill")
            items.extend(made)
            self.reply(made)
        self.events.append({"message_id": message, "outcome": outcome, "error": error, "items": items})

    def read(self, kind: str, text: str) -> list[dict[str, Any]]:
        amounts = (
            re.findall(r"(?:\$|[a-z] )(\d+(?:\.\d\d)?)(?![\d:])(?! de)(?! kilos)", text) if kind == "bill" else [""]
        )
        friday = datetime.now(UTC).date() + timedelta(days=(4 - datetime.now(UTC).weekday()) % 7 or 7)
        vendor = next((word for word in ("CFE", "Totalplay") if word in text), "?")
        fields = {"vendor": vendor, "currency": "MXN", "due": "2027-01-15" if vendor == "CFE" else str(friday)}
        fields["start"] = f"{friday}T15:00:00"
        return [
            {
                "id": next(self.numbers),
                "kind": kind,
                "title": text,
                "status": "open",
                "fields": fields | {"amount": amount},
            }
            for amount in amounts
            if float(amount or 99) > 30
        ]

    def reply(self, made: list[dict[str, Any]]) -> None:
        assert self.phone is not None
        amounts = [float(item["fields"]["amount"] or 0) for item in made]
        text = (
            "\n".join(item["title"] for item in made) + f"\nTotal {sum(amounts):.2f}. Quita la reacción para deshacer."
        )
        chat = self.phone.world.chats["owner"]
        if "mute" not in self.flaws:
            for _ in range(2 if "says it twice" in self.flaws else 1):
                self.phone.send_text(chat, chat.jid, text if made else "No entendí. Ejemplo: Pagar luz CFE $890", None)

    async def hook(self, request: Request) -> Response:
        self.hear(json.loads(await request.body()))
        return Response()

    async def show(self, request: Request) -> Response:
        return JSONResponse({"items": self.items.get(request.query_params["message_id"], [])})

    async def stream(self, request: Request) -> Response:
        async def lines() -> AsyncIterator[str]:
            yield ": hello\n\n"
            for number in itertools.count():
                while number >= len(self.events):
                    yield ": still here\n\n" if await request.is_disconnected() else ""
                    await asyncio.sleep(0.005)
                yield f"id: {number}\nevent: settled\ndata: {json.dumps(self.events[number] | {'id': number})}\n\n"

        return StreamingResponse(lines(), media_type="text/event-stream")


@contextlib.contextmanager
def serving(*flaws: str) -> Iterator[tuple[Product, FakeEvolution]]:
    """Run the product, with these flaws, and a phone that is connected to it."""
    product = Product(frozenset(flaws))
    routes = [
        Route("/hook", product.hook, methods=["POST"]),
        Route("/api/items", product.show),
        Route("/api/stream", product.stream),
    ]
    listener = server.bound(0)
    product.url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    config = uvicorn.Config(Starlette(routes=routes), log_config=None, timeout_graceful_shutdown=1, loop="asyncio")
    running = uvicorn.Server(config)
    thread = threading.Thread(target=running.run, args=([listener],), daemon=True)
    thread.start()
    try:
        with FakeEvolution.running(webhook_url=f"{product.url}/hook") as phone:
            product.phone = phone
            httpx2.get(f"{product.url}/api/items", params={"message_id": "x"}, trust_env=False).raise_for_status()
            yield product, phone
    finally:
        running.should_exit = True
        thread.join(5)
        listener.close()
