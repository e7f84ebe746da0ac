"""Run everything in one terminal: database, migrations, web, workers and the demo's phone; one Ctrl-C stops it all."""

from __future__ import annotations

import ctypes
import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial

import httpx2
import psycopg
import structlog

from engine import accounts, clock, connections, rulebook
from engine.access import MACHINE
from engine.config import Settings
from engine.connections import Connection
from engine.gateways import GATEWAYS
from engine.gateways.authentication import ConnectionSecrets
from engine.postgres import EmbeddedPostgres
from engine.told import Told
from engine.vault import Vault, open_vault
from sql import query
from sql.migrate import migrate

log = structlog.get_logger()

A_LIFE, LONGEST_PAUSE = 60.0, 30.0
"""Seconds: who ran for so long did not fall at its start; the longest wait before it is started again."""
LOOK = 0.2
"""Seconds between two looks at the children."""
OFTEN = 3
"""Falls at its start after which a process is complained of."""
PATIENCE = 20.0
"""Seconds in which a child must end after it was told to."""

_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG


class ChildFailed(Exception):  # noqa: N818 - it names what happened
    """A process could not be started; its own words stand above."""


@dataclass(slots=True)
class Child:
    """One process of ours, started again when it ends by itself."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    process: subprocess.Popen[bytes] | None = None
    failures: int = 0
    started_at: float = 0.0
    again_at: float | None = None
    """When it is started again after it ended; None while it runs."""

    def start(self, *, output: int | None = None) -> None:
        """Start it; it dies with us even when we are killed."""
        self.started_at, self.again_at = clock.stopwatch(), None
        self.process = subprocess.Popen(
            self.command,
            env={**os.environ, **self.environment},
            # Of its own session, so that Ctrl-C reaches us alone and we end the children in order.
            start_new_session=True,
            preexec_fn=partial(_die_with_parent, os.getpid()),  # noqa: PLW1509 - we start children before any thread
            stdin=subprocess.DEVNULL,
            stdout=output,
        )

    def ended(self) -> bool:
        """Tell whether it is not running."""
        return self.process is not None and self.process.poll() is not None


def _die_with_parent(parent: int) -> None:
    ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGTERM)
    if os.getppid() != parent:
        os._exit(1)  # It ended before that was said.


@dataclass(slots=True)
class Supervisor:
    """The processes of one Toque."""

    children: list[Child] = field(default_factory=list)
    _told: Told = field(default_factory=Told)

    def add(self, name: str, command: Sequence[str], environment: Mapping[str, str]) -> Child:
        """Start a child that is looked after from now on."""
        child = Child(name, command, environment)
        child.start()
        self.children.append(child)
        return child

    def watch(self, complain: Callable[[str], None] = lambda _: None) -> None:
        """Look after the children until SIGTERM or SIGINT; say aloud which of them falls again and again."""
        self._told.listen()
        while not self._told.stopping:
            for child in self.children:
                if child.ended():
                    self._again(child, complain)
            self._told.wait(LOOK)

    def _again(self, child: Child, complain: Callable[[str], None]) -> None:
        now = clock.stopwatch()
        if child.again_at is None:
            child.failures = 0 if now - child.started_at > A_LIFE else child.failures + 1
            # The first time at once; who falls again and again is given more and more time.
            child.again_at = now + (
                min(0.2 * 2 ** min(child.failures, 12), LONGEST_PAUSE) if child.failures > 1 else 0.0
            )
            # A process that ends with a fault of its own said why; one that was only killed once is no news.
            if child.failures >= OFTEN or (child.process and child.process.returncode > 0):
                complain(child.name)
        if now >= child.again_at:
            log.warning("started again", process=child.name, exit=child.process.returncode if child.process else None)
            child.start()

    def stop(self) -> None:
        """End every child, in the reverse of the order in which they were started."""
        for child in reversed(self.children):
            if child.process and child.process.poll() is None:
                child.process.terminate()
        for child in reversed(self.children):
            if child.process:
                try:
                    child.process.wait(PATIENCE)
                except subprocess.TimeoutExpired:
                    child.process.kill()


def free_port() -> int:
    """Return a port that nobody listens on at this moment."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port: int = taken.getsockname()[1]
        return port


def toque(*words: str) -> list[str]:
    """Return the command line of one of our own commands."""
    return [sys.executable, "-m", "engine", *words]


@contextmanager
def database(settings: Settings) -> Iterator[str]:
    """Give the address of the database: the configured one, else the embedded server for as long as this lasts."""
    if settings.database_url:
        yield settings.database_url
        return
    server = EmbeddedPostgres(settings.data_dir / "postgres", settings.pg_bin)
    # Started outside the `try`: what was refused because another Toque uses it is not ours to stop.
    url = server.start()
    try:
        yield url
    finally:
        server.stop()


@dataclass(frozen=True, slots=True)
class Running:
    """Where a running Toque answers."""

    url: str
    phone_url: str | None
    first_link: str | None
    """Where the first account is made; None once there is one."""


@contextmanager
def running(
    settings: Settings, *, demo: bool, say: Callable[[str], None] = lambda _: None
) -> Iterator[tuple[Running, Supervisor]]:
    """Start everything, give where it answers, and stop it all at the end."""
    # Asked before anything starts: another Toque on our port would answer as if it were ours.
    _require_free(settings.host, settings.port, "--port or TOQUE_PORT")
    if demo:
        _require_free("127.0.0.1", settings.demo_port, "TOQUE_DEMO_PORT")
    with database(settings) as url:
        say("database ready")
        for name in migrate(url):
            say(f"migrated: {name}")
        vault = open_vault(settings)
        supervisor = Supervisor()
        environment = environment_of(settings, url)
        try:
            supervisor.add("web", toque("web"), environment)
            many = ("--workers", str(settings.workers))
            supervisor.add("workers", toque("work", "--kinds", "settle", *many), environment)
            # By itself: a gateway that hangs holds up the answers, and nothing else.
            supervisor.add("answers", toque("work", "--kinds", "deliver"), environment)
            own = f"http://{_reachable(settings.host)}:{settings.port}"
            _until_ready(supervisor, f"{own}/readyz")
            phone = _start_demo(settings, supervisor, url, vault, own) if demo else None
            yield Running(own, phone, _first_link(url, own)), supervisor
        finally:
            supervisor.stop()


def _first_link(url: str, own: str) -> str | None:
    with psycopg.connect(url, autocommit=True) as db:
        secret = accounts.first_link(db, MACHINE)
    return f"{own}/setup/{secret}" if secret else None


def _require_free(host: str, port: int, setting: str) -> None:
    try:
        # As the servers do it: a port that is only cooling down is free.
        with socket.create_server((host, port), reuse_port=False):
            pass
    except OSError as fault:
        raise ChildFailed(f"Port {port} of {host} is taken ({fault.strerror}). Say another one: {setting}") from fault


def environment_of(settings: Settings, url: str) -> dict[str, str]:
    """Return our settings for the children, who may have come from a file or from options."""
    told = settings.model_dump(exclude_none=True, exclude={"database_url", "secret_key"})
    environment = {f"TOQUE_{name.upper()}": _as_typed(value) for name, value in told.items()}
    if settings.secret_key:
        environment["TOQUE_SECRET_KEY"] = settings.secret_key.get_secret_value()
    return {**environment, "DATABASE_URL": url}


def _as_typed(value: object) -> str:
    """Return a setting as a person writes it: several with spaces between them, pairs with `=`."""
    match value:
        case Mapping():
            return " ".join(f"{name}={each}" for name, each in value.items())
        case tuple() | list():
            return " ".join(map(str, value))
        case _:
            return str(value)


def _reachable(host: str) -> str:
    """Return where this machine reaches what listens on `host`."""
    return {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, host)  # noqa: S104 - compared, not bound


def _until_ready(supervisor: Supervisor, url: str, seconds: float = 60.0) -> None:
    deadline = clock.stopwatch() + seconds
    # Never by a proxy that the environment names: it is this machine.
    with httpx2.Client(timeout=2, trust_env=False) as asking:
        while clock.stopwatch() < deadline:
            if any(child.ended() for child in supervisor.children):
                raise ChildFailed("A process ended before it was ready; it says why above.")
            try:
                if asking.get(url).is_success:
                    return
            except httpx2.HTTPError:
                pass
            time.sleep(0.05)
    raise ChildFailed(f"Nothing answers at {url} after {seconds:.0f} s.")


def demo_connection(db: psycopg.Connection[tuple[object, ...]], vault: Vault) -> Connection:
    """Return the demo's connection, made with the starter rules at the first start."""
    found = connections.by(db, vault, "by_instance", gateway="evolution", instance=connections.DEMO_INSTANCE)
    if found:
        return found
    kept = ConnectionSecrets(api_key=secrets.token_urlsafe(24), webhook_token=secrets.token_urlsafe(24))
    made = connections.add(
        db, vault, gateway="evolution", instance=connections.DEMO_INSTANCE, secrets_=kept, zone="America/Mexico_City",
        region="MX", language="es",
    )  # fmt: skip
    rulebook.save_starter(db, made.id)
    return made


def _start_demo(settings: Settings, supervisor: Supervisor, url: str, vault: Vault, own: str) -> str:
    with psycopg.connect(url, autocommit=True) as db:
        connection = demo_connection(db, vault)
        words = [
            sys.executable, "-m", "demo", "--port", str(settings.demo_port), "--instance", connection.instance,
            "--webhook-url", f"{own}/api/webhook/{connection.slug}",
        ]  # fmt: skip
        # The keys go by the environment: a command line is everybody's to read.
        kept = {
            "TOQUE_DEMO_API_KEY": connection.secrets.api_key or "",
            "TOQUE_DEMO_WEBHOOK_TOKEN": connection.secrets.webhook_token or "",
        }
        child = Child("demo", words, kept)
        child.start(output=subprocess.PIPE)
        supervisor.children.append(child)
        line = child.process.stdout.readline() if child.process and child.process.stdout else b""
        if not line:
            raise ChildFailed("The demo's phone did not start; it says why above.")
        phone = f"http://127.0.0.1:{json.loads(line)['port']}"
        db.execute(query("connections.point_to"), {"id": connection.id, "base_url": phone})
        _note_line(db, connection, phone)
    return phone


def _note_line(db: psycopg.Connection[tuple[object, ...]], connection: Connection, phone: str) -> None:
    """Store how the phone's line is: it tells of changes alone, and nobody has asked it yet."""
    client = GATEWAYS[connection.gateway].client(phone, connection.secrets.api_key or "", connection.instance)
    try:
        values = {"connection_id": connection.id, "state": client.connection_state(), "reason": None}
    finally:
        client.close()
    db.execute(query("intake.store_line"), values)
