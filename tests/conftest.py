"""A real PostgreSQL for the tests: one server for the run, one database a process, empty tables for every test.

The server is the one of `DATABASE_URL` (an account that may create databases and is a superuser), else a container
where a Docker engine answers, else the embedded one. It starts when the first test asks for it.
"""

from __future__ import annotations

import asyncio
import fcntl
import functools
import os
import shutil
import sys
import tempfile
import types
from collections.abc import Callable, Iterator
from pathlib import Path

import httpcore2
import psycopg
import pytest
import uvicorn.server

from engine.postgres import EmbeddedPostgres
from tests.databases import emptying, own_database

HOME = "TOQUE_TESTS_HOME"
"""Variable that leads the processes of one run to the directory that they share."""
PREFIX = "toque-tests-"

# A machine that asks Python to keep nothing compiled, as images do, makes each of the hundred processes that tests
# start compile Toque and its libraries anew: 2 s of computing each.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# Nothing here speaks TLS, and to read whom it would trust takes each of a thousand clients 30 ms of computing.
httpcore2.default_ssl_context = functools.cache(httpcore2.default_ssl_context)


class Hurried(types.ModuleType):
    """asyncio for uvicorn, which looks each 0.1 s whether it is to stop and sleeps as long again before it does."""

    __getattr__ = staticmethod(functools.partial(getattr, asyncio))

    @staticmethod
    async def sleep(seconds: float) -> None:
        await asyncio.sleep(seconds / 20)


# A thousand servers are started and stopped here, and nobody has to wait for them.
uvicorn.server.asyncio = Hurried("asyncio")


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Make the run's directory, in the process that the others belong to."""
    if hasattr(config, "workerinput"):
        return
    for left in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        if left.owner() == Path.home().owner() and not Path("/proc", left.name.split("-")[2]).exists():
            close(left)  # The run was killed: its server runs still.
    home = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-"))
    home.chmod(0o711)  # When root runs the tests, the server is another account's.
    os.environ[HOME] = str(home)
    if config.option.basetemp is None:
        # Each run of pytest shuts the common directory of its user's runs to everybody else: where root runs the
        # tests, a server of another account must get through all the same.
        config.option.basetemp = str(home / "tmp")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what asks the run's server (all that can depend on its release), and let begin first what is long."""
    for item in items:
        if "server" in getattr(item, "fixturenames", ()):
            item.add_marker("database")
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    version = Path(os.environ[HOME], "version")
    if version.exists():
        terminalreporter.write_line(f"The database was {version.read_text()}.")


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the run's server: this process is the last one."""
    if not hasattr(config, "workerinput") and HOME in os.environ:
        close(Path(os.environ.pop(HOME)))


def close(home: Path) -> None:
    EmbeddedPostgres(home / "postgres").stop()
    container = home / "container"
    if container.exists():
        import docker  # noqa: PLC0415 - only where there is an engine

        docker.from_env().containers.get(container.read_text()).remove(force=True, v=True)
    away = (home / "postgres").resolve()
    shutil.rmtree(home, ignore_errors=True)  # Another run may clear away the same at the same time.
    shutil.rmtree(away, ignore_errors=True)


@pytest.fixture(scope="session")
def server() -> str:
    """Return the address of the run's server; whoever comes first starts it."""
    home = Path(os.environ[HOME])
    with (home / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        known = home / "url"
        if not known.exists():
            url, whose = start(home)
            with psycopg.connect(url) as connection:
                version = connection.info.server_version
            (home / "version").write_text(f"PostgreSQL {version // 10_000}.{version % 10_000}, {whose}")
            known.write_text(url)
    return known.read_text()


def start(home: Path) -> tuple[str, str]:
    if given := os.environ.get("DATABASE_URL"):
        return given, "given by DATABASE_URL"
    if container := start_container(home):
        return container, "in a container"
    # Nobody needs this data after a power cut, so the tests need not wait for the disk.
    return EmbeddedPostgres(home / "postgres", durable=False).start(), "embedded"


def start_container(home: Path) -> str | None:
    import docker  # noqa: PLC0415 - takes 0.3 s, which a run with DATABASE_URL need not spend

    try:
        docker.from_env(timeout=2).ping()
    except docker.errors.DockerException:
        return None
    # The reaper would end the container together with the process that started it; others still need it.
    os.environ["TESTCONTAINERS_RYUK_DISABLED"] = "true"
    from testcontainers.community.postgres import PostgresContainer  # noqa: PLC0415 - reads that variable when imported

    container = PostgresContainer("postgres:18", username="toque", password="toque", dbname="toque", driver=None)
    container.start()
    (home / "container").write_text(container.get_wrapped_container().id)
    return container.get_connection_url()


@pytest.fixture(scope="session")
def database_url(server: str) -> Iterator[str]:
    """Return the address of this process's own database, migrated; each test finds its tables empty."""
    with own_database(server, f"toque_test_{os.getpid()}") as url:
        yield url


@pytest.fixture(scope="session")
def empty(database_url: str) -> Iterator[Callable[[], None]]:
    """Return what takes the tables back to how the migrations left them."""
    with emptying(database_url) as empty_tables:
        yield empty_tables


@pytest.fixture(autouse=True)
def _empty_tables(request: pytest.FixtureRequest) -> None:
    if "database_url" in request.fixturenames:
        request.getfixturevalue("empty")()


@pytest.fixture
def db(database_url: str) -> Iterator[psycopg.Connection]:
    """Return a connection to this process's database, each statement a transaction of its own."""
    with psycopg.connect(database_url, autocommit=True) as connection:
        yield connection
