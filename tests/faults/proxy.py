"""A line to the database on which notifications get lost without a word, as behind some poolers and firewalls."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

_NOTIFICATION = b"A"


@dataclass(slots=True)
class Deaf:
    """Where a client connects, and how many notifications were kept from it."""

    directory: Path
    dropped: int = 0
    _lines: list[socket.socket] = field(default_factory=list)

    @property
    def url(self) -> str:
        return str(self.directory)


@contextmanager
def deaf(server: Path, directory: Path) -> Iterator[Deaf]:
    """Listen in `directory` and pass everything on to the server's socket and back, but for the notifications."""
    listening = Deaf(directory)
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(str(directory / ".s.PGSQL.5432"))
        door.listen()
        threading.Thread(target=_welcome, args=(listening, door, server), daemon=True).start()
        try:
            yield listening
        finally:
            with suppress(OSError):
                door.shutdown(socket.SHUT_RDWR)
            for line in listening._lines:
                with suppress(OSError):
                    line.shutdown(socket.SHUT_RDWR)


def _welcome(listening: Deaf, door: socket.socket, server: Path) -> None:
    with suppress(OSError):
        while True:
            client, _ = door.accept()
            behind = socket.socket(socket.AF_UNIX)
            behind.connect(str(server / ".s.PGSQL.5432"))
            listening._lines += [client, behind]
            threading.Thread(target=_pass_on, args=(client, behind), daemon=True).start()
            threading.Thread(target=_without_notifications, args=(listening, behind, client), daemon=True).start()


def _pass_on(client: socket.socket, behind: socket.socket) -> None:
    with suppress(OSError):
        while sent := client.recv(65536):
            behind.sendall(sent)
    with suppress(OSError):
        behind.shutdown(socket.SHUT_RDWR)


def _without_notifications(listening: Deaf, behind: socket.socket, client: socket.socket) -> None:
    """Pass messages on one by one: a letter, a length that counts itself, and what is in it."""
    with suppress(OSError), behind.makefile("rb") as said:
        while head := said.read(5):
            body = said.read(struct.unpack("!xI", head)[0] - 4)
            if head[:1] == _NOTIFICATION:
                listening.dropped += 1
            else:
                client.sendall(head + body)
    with suppress(OSError):
        client.shutdown(socket.SHUT_RDWR)
