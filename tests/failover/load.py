"""A gateway that tells of reactions without a pause, and somebody who watches the live feed all the while."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Self

import httpx2

from tests.web.served import frames, reaction

TOKEN = "t"
PATIENCE = 60.0


def until(condition: Callable[[], object], seconds: float = PATIENCE) -> None:
    """Wait for the other processes, whose doing is the event."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.01)


@dataclass
class Load:
    """Everything that was told, with when it was acknowledged and when it was shown."""

    url: str
    slug: str
    watched_at: str | None = None
    """Another web process; None: the same."""
    pause: float = 0.01
    acknowledged: dict[str, float] = field(default_factory=dict)
    shown: dict[str, float] = field(default_factory=dict)
    refused: int = 0
    streams: int = 0
    _numbers: Any = field(default_factory=count)
    _stop: threading.Event = field(default_factory=threading.Event)
    _gone: threading.Event = field(default_factory=threading.Event)
    _threads: list[threading.Thread] = field(default_factory=list)

    def __enter__(self) -> Self:
        until(self._is_ready)
        self._threads = [threading.Thread(target=self._watch, daemon=True)]
        self._threads += [threading.Thread(target=self._tell_on, daemon=True) for _ in range(3)]
        for one in self._threads:
            one.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        self._gone.set()

    def stop(self) -> None:
        """Tell nothing more; the watching goes on."""
        self._stop.set()
        for one in self._threads[1:]:
            one.join()

    def acknowledged_since(self, moment: float) -> float:
        return min((at for at in list(self.acknowledged.values()) if at > moment), default=0.0)

    def shown_since(self, moment: float) -> float:
        """Return when first something was shown that was acknowledged after a moment."""
        after = {name for name, at in list(self.acknowledged.items()) if at > moment}
        return min((at for name, at in list(self.shown.items()) if name in after), default=0.0)

    def time_to_show(self) -> float:
        """Tell one more and return the seconds until it was shown."""
        with httpx2.Client(timeout=PATIENCE, trust_env=False) as client:
            name = self._tell(client)
        assert name
        until(lambda: name in self.shown)
        return self.shown[name] - self.acknowledged[name]

    def _is_ready(self) -> bool:
        with suppress(httpx2.HTTPError):
            asked = {self.url, self.watched_at or self.url}
            return all(httpx2.get(f"{url}/readyz", timeout=5, trust_env=False).is_success for url in asked)
        return False

    def _tell_on(self) -> None:
        with httpx2.Client(timeout=PATIENCE, trust_env=False) as client:
            while not self._stop.wait(self.pause):
                self._tell(client)

    def _tell(self, client: httpx2.Client) -> str | None:
        """Tell of a message and of the reaction to it, again and again until both are taken, as gateways do."""
        name = f"M{next(self._numbers)}"
        for body in (message(name), reacted(name)):
            while client.post(self._hook, content=body, headers={"X-Toque-Token": TOKEN}).status_code != 200:
                self.refused += 1
                if self._stop.wait(0.2):
                    return None
        self.acknowledged[name] = time.monotonic()
        return name

    @property
    def _hook(self) -> str:
        return f"{self.url}/api/webhook/{self.slug}"

    def _watch(self) -> None:
        with suppress(httpx2.HTTPError):
            while not self._gone.is_set():
                self.streams += 1
                with httpx2.stream(
                    "GET", f"{self.watched_at or self.url}/api/stream", timeout=PATIENCE, trust_env=False
                ) as answer:
                    for told in frames(answer.iter_lines()):
                        if told.data and "message_id" in told.data:
                            self.shown.setdefault(told.data["message_id"], time.monotonic())


def message(name: str) -> bytes:
    body = reaction(sender=None)
    body["data"] = {
        "key": {"remoteJid": "5215512345678@s.whatsapp.net", "fromMe": False, "id": name, "participant": ""},
        "messageType": "conversation",
        "message": {"conversation": "Pagar luz CFE $890 vence 15 enero"},
        "messageTimestamp": int(time.time()),
    }
    return json.dumps(body).encode()


def reacted(name: str) -> bytes:
    body = reaction(sender=None)
    body["data"]["key"]["id"] = f"R{name}"
    body["data"]["message"]["reactionMessage"]["key"]["id"] = name
    body["data"]["messageTimestamp"] = int(time.time())
    return json.dumps(body).encode()
