"""PgBouncer in transaction mode, real and on this machine."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

from engine.supervisor import free_port
from tests.failover.load import until

PROGRAM = shutil.which("pgbouncer", path=f"{os.environ.get('PATH', '')}:/usr/sbin")

CONFIGURATION = """
[databases]
* = host=127.0.0.1 port={server} user=toque

[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 4
max_client_conn = 200
"""


@contextmanager
def pgbouncer(url: str) -> Iterator[str]:
    """Run PgBouncer before a server, and give the address that leads through it."""
    to = urlsplit(url)
    port = free_port()
    home = Path(tempfile.mkdtemp(prefix="toque-pgbouncer-"))
    home.chmod(0o755)
    (home / "pgbouncer.ini").write_text(CONFIGURATION.format(server=to.port, port=port))
    # It refuses to run as root.
    as_whom = {"user": pwd.getpwnam("nobody").pw_uid} if os.geteuid() == 0 else {}
    with (home / "said").open("w") as said:
        process = subprocess.Popen([PROGRAM or "", home / "pgbouncer.ini"], stdout=said, stderr=said, **as_whom)
    try:
        until(lambda: process.poll() is not None or _listens(port))
        assert process.poll() is None, (home / "said").read_text()
        yield to._replace(netloc=f"toque@127.0.0.1:{port}").geturl()
    finally:
        process.terminate()
        process.wait()
        shutil.rmtree(home)


def _listens(port: int) -> bool:
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
        return True
    return False
