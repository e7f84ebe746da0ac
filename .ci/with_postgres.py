"""Run a command with DATABASE_URL leading to a throw-away server: with_postgres.py <PostgreSQL's bin> <command…>."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from engine.postgres import EmbeddedPostgres


def main() -> int:
    """Start the server, run the command and return its exit code."""
    _, programs, *command = sys.argv
    home = Path(tempfile.mkdtemp(prefix="toque-throw-away-"))
    home.chmod(0o711)  # Root lends the server another account.
    try:
        with EmbeddedPostgres(home / "postgres", Path(programs), durable=False) as server:
            return subprocess.run(command, env={**os.environ, "DATABASE_URL": server.url}, check=False).returncode
    finally:
        shutil.rmtree((home / "postgres").resolve(), ignore_errors=True)
        shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
