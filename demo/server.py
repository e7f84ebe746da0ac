"""Serves the pretended gateway, on a thread or as a program, on a port that is free."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final, cast

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

if TYPE_CHECKING:
    from starlette.requests import Request

    from demo.evolution import FakeEvolution

HOST: Final = "127.0.0.1"
START_TIMEOUT: Final = 10.0


class LineInSight(H11Protocol):
    """HTTP that shows a request its own line, so that it can be cut: no answer of ours is that rude."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        """Note the line among what the requests on it can see."""
        super().connection_made(transport)
        self.app_state = {**self.app_state, "line": transport}


async def hang_up(request: Request) -> None:
    """Close the line of a request without an answer."""
    cast("asyncio.Transport", request.state.line).abort()
    await asyncio.sleep(0)


def bound(port: int, host: str = HOST) -> socket.socket:
    """Return a socket that already listens (0: on a free port), so that nobody else can take the port."""
    # Without the protocol's name asyncio leaves Nagle's delay on, and each answer takes 40 ms.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind((host, port))
    listener.listen(256)
    return listener


def _prepared(fake: FakeEvolution, listener: socket.socket) -> uvicorn.Server:
    host, port = listener.getsockname()[:2]
    fake.url = f"http://{host}:{port}"
    return uvicorn.Server(
        uvicorn.Config(
            fake.app,
            http=LineInSight,
            ws="none",
            loop="asyncio",
            lifespan="on",
            log_config=None,
            access_log=False,
            timeout_graceful_shutdown=1,
        )
    )


@contextlib.contextmanager
def on_a_thread(fake: FakeEvolution, port: int = 0) -> Iterator[None]:
    """Serve on a thread while the block lasts."""
    listener = bound(port)
    server = _prepared(fake, listener)
    thread = threading.Thread(target=server.run, args=([listener],), name="fake-evolution", daemon=True)
    thread.start()
    try:
        if not fake.ready.wait(START_TIMEOUT):
            raise RuntimeError("The fake gateway did not start.")
        yield
    finally:
        server.should_exit = True
        thread.join(START_TIMEOUT)
        listener.close()


def until_told(fake: FakeEvolution, *, host: str, port: int, when_ready: Callable[[int], None]) -> None:
    """Serve until SIGTERM or SIGINT; say which port it is as soon as it answers."""
    listener = bound(port, host)
    server = _prepared(fake, listener)

    def leave(*_: object) -> None:
        server.should_exit = True

    # uvicorn raises the signal once more when it has stopped: by then it asks for nothing new.
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, leave)

    def announce() -> None:
        if fake.ready.wait(START_TIMEOUT):
            when_ready(listener.getsockname()[1])

    threading.Thread(target=announce, name="announce", daemon=True).start()
    with contextlib.closing(listener):
        server.run([listener])
