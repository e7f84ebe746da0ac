"""Where a scripted conversation is played: hands on the pretended phone, eyes on the product's API and live feed."""

from __future__ import annotations

import contextlib
import json
import socket
import threading
import time
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Final, Self

import httpx2

from demo import clock

Body = dict[str, Any]

GONE: Final = frozenset({"cancelled", "merged"})

# One step that goes wrong must not eat the time of all that follow.
STEP_TIMEOUT: Final = 10.0
GLANCE: Final = 0.02


class Unexpected(Exception):  # noqa: N818 - read aloud, "raise Unexpected" is the sentence
    """Something is not as it must be; the text says what was seen instead."""


class Feed:
    """The product's live feed, read on a thread from the moment it is open."""

    def __init__(self, product_url: str) -> None:
        self._url = f"{product_url}/api/stream"
        self._events: list[Body] = []
        self._changed = threading.Condition()
        self._opened = False
        self._ended = False
        self._last_id: str | None = None
        self._line: socket.socket | None = None
        self._thread = threading.Thread(target=self._read, name="feed", daemon=True)

    def open(self, timeout: float) -> None:
        """Connect, and wait until the product answers: what happens from now on is seen."""
        self._thread.start()
        with self._changed:
            if not self._changed.wait_for(lambda: self._opened, timeout):
                raise Unexpected(f"the live feed {self._url} does not answer")

    def close(self) -> None:
        """Stop listening."""
        self._ended = True
        if self._line is not None:
            # Closing it would not wake the thread that reads from it.
            with contextlib.suppress(OSError):
                self._line.shutdown(socket.SHUT_RDWR)
        self._thread.join(1)

    def events(self) -> list[Body]:
        """Return what was settled so far, oldest first."""
        with self._changed:
            return list(self._events)

    def wait(self, wanted: Callable[[Body], bool], after: int, timeout: float) -> Body | None:
        """Wait for an event that fits, counted from the `after`-th; None when the time ran out."""
        with self._changed:
            return self._changed.wait_for(lambda: next(filter(wanted, self._events[after:]), None), timeout)

    def _read(self) -> None:
        """Read on from the last place whenever the line breaks; a repeated event is dropped by its id."""
        seen: set[str] = set()
        while not self._ended:
            try:
                for event in self._stream():
                    number = str(event.get("id"))
                    if number not in seen:
                        seen.add(number)
                        with self._changed:
                            self._events.append(event)
                            self._changed.notify_all()
            except (httpx2.HTTPError, httpx2.SSEError):
                time.sleep(GLANCE * 5)

    def _stream(self) -> Iterator[Body]:
        headers = {"Last-Event-ID": self._last_id} if self._last_id else {}
        timeout = httpx2.Timeout(STEP_TIMEOUT, read=None)
        with httpx2.stream("GET", self._url, headers=headers, timeout=timeout, trust_env=False) as answer:
            answer.raise_for_status()
            self._line = answer.extensions["network_stream"].get_extra_info("socket")
            with self._changed:
                self._opened = True
                self._changed.notify_all()
            for event in httpx2.EventSource(answer):
                self._last_id = event.id or self._last_id
                if event.event == "settled":
                    yield json.loads(event.data)


@dataclass(slots=True)
class Stage:
    """The phone and the product of one run, and what earlier scenes left for later ones."""

    product_url: str
    phone_url: str
    timeout: float
    found: dict[str, Body] = field(default_factory=dict)
    """Items by a scene's own name for them."""
    messages: dict[str, str] = field(default_factory=dict)
    """Message ids by a scene's own name for them."""
    standing: dict[str, int] = field(default_factory=dict)
    """How many items must stand at the end, by message id."""
    feed: Feed = field(init=False)
    _http: httpx2.Client = field(init=False)
    _deadline: float = field(init=False)

    def __enter__(self) -> Self:
        """Open the feed and begin to count the time."""
        self._deadline = clock.stopwatch() + self.timeout
        self._http = httpx2.Client(timeout=STEP_TIMEOUT, trust_env=False)
        self.feed = Feed(self.product_url)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Hang up on both."""
        self.feed.close()
        self._http.close()

    @property
    def patience(self) -> float:
        """How many seconds the next wait may take."""
        return max(0.0, min(STEP_TIMEOUT, self._deadline - clock.stopwatch()))

    def phone(self, action: str, **said: object) -> Body:
        """Do something on the phone."""
        return self._json(self._http.post(f"{self.phone_url}/phone/{action}", json=said))

    def say(self, text: str, chat: str = "lupe", author: str | None = None, name: str | None = None) -> str:
        """Write a message and return its id; under a name, a later scene finds it again."""
        message_id = str(self.phone("say", text=text, chat=chat, **{"from": author})["message_id"])
        self.messages[name or message_id] = message_id
        self.standing.setdefault(message_id, 0)
        return message_id

    def react(self, message_id: str, emoji: str | None, by: str = "owner", *, via_api: bool = False) -> None:
        """Put, change or take back a reaction."""
        self.phone("react", message_id=message_id, emoji=emoji, by=by, via_api=via_api)

    def told(self) -> None:
        """Wait until the product has taken every webhook."""
        answer = self._json(self._http.get(f"{self.phone_url}/phone/idle", params={"timeout": self.patience}))
        if not answer["idle"]:
            raise Unexpected(f"{answer['in_flight']} webhooks were not taken in time")

    def sent(self) -> list[Body]:
        """Return what the product sent to the phone, oldest first."""
        return list(self._json(self._http.get(f"{self.phone_url}/phone/sent"))["sent"])

    def items(self, message_id: str) -> list[Body]:
        """Return what the product made of a message."""
        answer = self._http.get(f"{self.product_url}/api/items", params={"message_id": message_id})
        return list(self._json(answer)["items"])

    def live(self, message_id: str) -> list[Body]:
        """Return the items of a message that stand."""
        return [item for item in self.items(message_id) if item["status"] not in GONE]

    def settled(self, message_id: str, outcomes: Collection[str], after: int) -> Body:
        """Wait until the feed says that a reaction to the message came to one of these outcomes."""

        def about(event: Body) -> bool:
            return bool(event["message_id"] == message_id)

        event = self.feed.wait(lambda event: about(event) and event["outcome"] in outcomes, after, self.patience)
        if event is None:
            seen = [str(event["outcome"]) for event in self.feed.events()[after:] if about(event)]
            raise Unexpected(f"the live feed said {', '.join(seen) or 'nothing'}, not {' or '.join(outcomes)}")
        return event

    def reply(self, wanted: Callable[[str], bool], after: int) -> Body:
        """Wait until the product has sent a text that fits, counted from the `after`-th."""
        deadline = clock.stopwatch() + self.patience
        while True:
            texts = [sent for sent in self.sent()[after:] if sent["kind"] == "text"]
            for sent in texts:
                if wanted(str(sent["text"])):
                    return sent
            if clock.stopwatch() > deadline:
                raise Unexpected(f"no such reply came; it said {[sent['text'] for sent in texts]}")
            time.sleep(GLANCE)

    def _json(self, answer: httpx2.Response) -> Body:
        if answer.status_code >= 400:  # noqa: PLR2004 - the bound of failure in HTTP
            raise Unexpected(f"{answer.request.url.path} answered {answer.status_code}: {answer.text[:200]}")
        return dict(answer.json())
