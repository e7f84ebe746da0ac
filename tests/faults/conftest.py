"""A server of its own for each module here, since the tests kill it, and a new database on it for every test."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest

from engine.postgres import EmbeddedPostgres
from sql.migrate import migrate
from tests.faults.ground import Ground

_numbers = count()


@pytest.fixture(scope="module")
def cluster() -> Iterator[EmbeddedPostgres]:
    # Of a run that was killed, the next run stops what has such a name.
    above = Path(tempfile.mkdtemp(prefix=f"toque-tests-{os.getpid()}-faults-"))
    above.chmod(0o711)  # When root runs the tests, the server is another account's.
    programs = os.environ.get("TOQUE_PG_BIN")
    # Durable: what was committed must outlive the server.
    with EmbeddedPostgres(above / "postgres", Path(programs) if programs else None) as server:
        home = server.home
        yield server
    shutil.rmtree(home)
    shutil.rmtree(above)


@contextmanager
def database(cluster: EmbeddedPostgres) -> Iterator[Ground]:
    name = f"fault_{next(_numbers)}"
    with psycopg.connect(cluster.url, autocommit=True) as db:
        db.execute(f"create database {name} template template0")
    url = urlsplit(cluster.url)._replace(path=f"/{name}").geturl()
    migrate(url)
    ground = Ground(cluster, url)
    yield ground
    ground.close()
    cluster.start()  # A test that failed may have left it stopped.
    with psycopg.connect(cluster.url, autocommit=True) as db:
        db.execute(f"drop database {name} with (force)")


@pytest.fixture
def ground(cluster: EmbeddedPostgres) -> Iterator[Ground]:
    """Return a new database on the module's server, with nothing in it but the tables."""
    with database(cluster) as fresh:
        yield fresh


@pytest.fixture
def another(cluster: EmbeddedPostgres) -> Iterator[Ground]:
    """Return a second one."""
    with database(cluster) as fresh:
        yield fresh
