"""A proxy before a server that cuts every line at once, and takes no new one until it is told to."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(slots=True)
class Cutter:
    """It passes bytes on, both ways, for as long as it is whole."""

    to: int
    listener: socket.socket
    whole: threading.Event = field(default_factory=threading.Event)
    _lines: list[socket.socket] = field(default_factory=list)

    @property
    def url(self) -> str:
        """Return where it listens."""
        return f"http://127.0.0.1:{self.listener.getsockname()[1]}"

    def cut(self) -> None:
        """Cut every line; who comes meanwhile is hung up on."""
        self.whole.clear()
        for line in self._lines:
            with contextlib.suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)
        self._lines.clear()

    def mend(self) -> None:
        """Take lines again."""
        self.whole.set()

    def serve(self) -> None:
        """Take lines until the listener is closed."""
        while True:
            try:
                line, _ = self.listener.accept()
            except OSError:
                return
            if not self.whole.is_set():
                line.close()
                continue
            there = socket.create_connection(("127.0.0.1", self.to))
            self._lines += [line, there]
            for one, other in ((line, there), (there, line)):
                threading.Thread(target=_pass_on, args=(one, other), daemon=True).start()


def _pass_on(one: socket.socket, other: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while heard := one.recv(65536):
            other.sendall(heard)
    for each in (one, other):
        with contextlib.suppress(OSError):
            each.shutdown(socket.SHUT_RDWR)


@contextlib.contextmanager
def before(port: int) -> Iterator[Cutter]:
    """Put one before whoever listens on a port of this machine."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        cutter = Cutter(port, listener)
        cutter.mend()
        threading.Thread(target=cutter.serve, daemon=True).start()
        yield cutter
        cutter.cut()
        listener.shutdown(socket.SHUT_RDWR)
