"""How the pretended gateway posts its webhooks: concurrently, again and again, and badly when asked to."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import functools
import hashlib
import hmac
import json
import random
import re
import ssl
import threading
from collections import deque
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any, Final

import httpx2

from demo import clock
from demo.faults import Faults

ATTEMPTS: Final = 10
FINAL: Final = frozenset({400, 401, 403, 404, 422})
TIMEOUT: Final = 30.0
KEPT: Final = 5000

# A shuffled window that does not fill is posted after this pause.
REORDER_PAUSE: Final = 0.05


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where webhooks go, as `/webhook/set` says."""

    url: str
    headers: dict[str, str] = field(default_factory=dict)
    enabled: bool = True
    by_events: bool = False
    base64: bool = False
    events: tuple[str, ...] = ()
    """In capitals with underscores; none means all."""

    def wants(self, event: str) -> bool:
        """Say whether this event is to be posted."""
        return self.enabled and (not self.events or re.sub("[.-]", "_", event.upper()) in self.events)

    def address(self, event: str) -> str:
        """Return where this event is posted."""
        return f"{self.url}/{event.replace('.', '-')}" if self.by_events else self.url


@dataclass(slots=True)
class Delivery:
    """One webhook on its way, and what each attempt was answered (0: no answer)."""

    event: str
    url: str
    headers: dict[str, str]
    body: bytes
    answers: list[int] = field(default_factory=list)
    outcome: str = "waiting"
    """`waiting`, `delivered`, `refused` (a final answer), `given up` or `lost`."""


class Courier:
    """Posts webhooks on the server's event loop; anybody on any thread may hand it one."""

    def __init__(self, faults: Callable[[], Faults], *, base_delay: float, max_attempts: int = ATTEMPTS) -> None:
        self.deliveries: deque[Delivery] = deque(maxlen=KEPT)
        self.held: list[Delivery] = []
        self._faults = faults
        self._base_delay = base_delay
        self._max_attempts = max_attempts
        self._lock = threading.Lock()
        self._open = 0
        self._quiet = threading.Event()
        self._quiet.set()
        self._early: list[Delivery] = []
        self._window: list[Delivery] = []
        self._window_timer: asyncio.TimerHandle | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._client: httpx2.AsyncClient | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def in_flight(self) -> int:
        """How many webhooks are neither delivered nor given up; those held back do not count."""
        return self._open

    def wait_idle(self, timeout: float) -> bool:
        """Wait on another thread until nothing is in flight; False when the time ran out."""
        return self._quiet.wait(timeout)

    async def idle(self, within: float) -> bool:
        """Wait on the server's own loop until nothing is in flight; False when the time ran out."""
        return await asyncio.to_thread(self._quiet.wait, within)

    def post(self, webhook: Webhook, event: str, body: dict[str, Any]) -> None:
        """Send one event off, or lose, hold or copy it as the faults of this moment say; it does not wait."""
        content = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
        headers = sent_headers(webhook)
        faults = self._faults()
        for _ in range(max(1, faults.duplicate)):
            delivery = Delivery(event, webhook.address(event), headers, content)
            self.deliveries.append(delivery)
            if faults.late:
                self.held.append(delivery)
            else:
                self._send_off(delivery)

    def note_lost(self, webhook: Webhook, event: str) -> None:
        """Remember a webhook that is never posted."""
        self.deliveries.append(Delivery(event, webhook.address(event), {}, b"", outcome="lost"))

    def release(self, *, backwards: bool = False) -> int:
        """Send off what was held back and return how many that are."""
        with self._lock:
            freed, self.held = self.held, []
        for delivery in reversed(freed) if backwards else freed:
            self._send_off(delivery)
        return len(freed)

    async def open(self) -> None:
        """Begin to post, with what was handed over before."""
        self._client = httpx2.AsyncClient(
            timeout=httpx2.Timeout(TIMEOUT, pool=None),
            limits=httpx2.Limits(max_connections=64),
            trust_env=False,
            verify=certificates(),
        )
        with self._lock:
            self._loop = asyncio.get_running_loop()
            early, self._early = self._early, []
        for delivery in early:
            self._start(delivery)

    async def close(self) -> None:
        """Drop everything in flight, as Evolution does when it is restarted."""
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._quiet.set()
        if self._client is not None:
            await self._client.aclose()

    def _send_off(self, delivery: Delivery) -> None:
        with self._lock:
            self._open += 1
            self._quiet.clear()
            loop = self._loop
            if loop is None:
                self._early.append(delivery)
                return
        # A loop that has ended just now posts nothing more.
        with contextlib.suppress(RuntimeError):
            loop.call_soon_threadsafe(self._start, delivery)

    def _start(self, delivery: Delivery) -> None:
        size = self._faults().reorder
        if size <= 1 and not self._window:
            self._run(self._deliver(delivery))
            return
        self._window.append(delivery)
        if self._window_timer is not None:
            self._window_timer.cancel()
        if len(self._window) >= size:
            self._shuffle()
        else:
            self._window_timer = asyncio.get_running_loop().call_later(REORDER_PAUSE, self._shuffle)

    def _shuffle(self) -> None:
        """Post the collected window in another order, each after the one before it was answered."""
        window, self._window, self._window_timer = self._window, [], None
        random.Random(self._faults().seed).shuffle(window)  # noqa: S311 - the order shall be the seed's

        async def one_by_one() -> None:
            for delivery in window:
                await self._deliver(delivery)

        self._run(one_by_one())

    def _run(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _deliver(self, delivery: Delivery) -> None:
        try:
            delivery.outcome = await self._attempts(delivery)
        finally:
            with self._lock:
                self._open -= 1
                if self._open == 0:
                    self._quiet.set()

    async def _attempts(self, delivery: Delivery) -> str:
        """Try as Evolution does: the delay doubles up to sixty times the first, give or take a fifth."""
        client = self._client
        if client is None:
            return "given up"
        for attempt in range(self._max_attempts):
            try:
                answer = await client.post(delivery.url, content=delivery.body, headers=delivery.headers)
                status = answer.status_code
            except (httpx2.HTTPError, httpx2.InvalidURL):
                status = 0
            delivery.answers.append(status)
            if 200 <= status < 300:  # noqa: PLR2004 - the bounds of success in HTTP
                return "delivered"
            if status in FINAL:
                return "refused"
            if attempt + 1 < self._max_attempts:
                jitter = random.uniform(0.8, 1.2)  # noqa: S311 - not a secret
                await asyncio.sleep(min(self._base_delay * 2**attempt, self._base_delay * 60) * jitter)
        return "given up"


@functools.cache
def certificates() -> ssl.SSLContext:
    """Return the authorities to trust, read once: that takes longer than everything else at a start."""
    return httpx2.create_ssl_context(trust_env=False)


def sent_headers(webhook: Webhook) -> dict[str, str]:
    """Return the headers of one event: `jwt_key` becomes a bearer token, signed once for all its attempts."""
    own = {name: value for name, value in webhook.headers.items() if name != "jwt_key"}
    key = webhook.headers.get("jwt_key")
    bearer = {"Authorization": f"Bearer {signed_token(key)}"} if key else {}
    fixed = {"Accept": "application/json, text/plain, */*", "User-Agent": "axios/1.7.9"}
    return {**fixed, "Content-Type": "application/json", **own, **bearer}


def signed_token(key: str) -> str:
    """Make Evolution's JSON Web Token (HS256, ten minutes); by hand, so that it checks the product's library."""
    issued = int(clock.now().timestamp())
    claims = {"iat": issued, "exp": issued + 600, "app": "evolution", "action": "webhook"}
    parts = (json.dumps(part, separators=(",", ":")).encode() for part in ({"alg": "HS256", "typ": "JWT"}, claims))
    unsigned = b".".join(_url_safe(part) for part in parts)
    return (unsigned + b"." + _url_safe(hmac.digest(key.encode(), unsigned, hashlib.sha256))).decode()


def _url_safe(raw: bytes) -> bytes:
    return base64.urlsafe_b64encode(raw).rstrip(b"=")
