"""The head and the body of an answer leave together: two writes are two calls of the system, and two packets."""

from __future__ import annotations

import asyncio
from typing import Any, cast

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol


class Together(HttpToolsProtocol):
    """uvicorn's HTTP, which by itself writes the head at once and then the body."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin with a line."""
        line = _Line(cast("asyncio.Transport", transport), self.loop)
        super().connection_made(cast("asyncio.Transport", line))


class _Line:
    """A transport that holds what is written back until more comes, or until whoever wrote it has had its turn."""

    __slots__ = ("_held", "_loop", "_transport")

    def __init__(self, transport: asyncio.Transport, loop: asyncio.AbstractEventLoop) -> None:
        self._transport = transport
        self._loop = loop
        self._held = b""

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - all else is as the transport has it
        return getattr(self._transport, name)

    def write(self, data: bytes) -> None:
        """Write at once what follows on something held back; hold back what is first."""
        if self._held:
            data, self._held = self._held + data, b""
            self._transport.write(data)
        else:
            self._held = data
            self._loop.call_soon(self._let_go)

    def close(self) -> None:
        """Close once all is written."""
        self._let_go()
        self._transport.close()

    def _let_go(self) -> None:
        if self._held:
            data, self._held = self._held, b""
            self._transport.write(data)
