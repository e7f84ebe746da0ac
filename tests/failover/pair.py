"""A primary and its streaming replica, both real and on this machine, of which one may be killed and one promoted."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import psycopg

from engine import postgres_home
from engine.supervisor import free_port

DEBIAN = Path("/usr/lib/postgresql/15/bin")

SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "wal_level": "replica",
    "hot_standby": "on",
    "fsync": "on",
    "synchronous_commit": "on",
}


@dataclass
class Node:
    """One server of the pair."""

    home: Path
    programs: Path
    port: int

    @property
    def cluster(self) -> Path:
        return self.home / f"cluster-{self.port}"

    @property
    def url(self) -> str:
        return f"postgresql://toque@127.0.0.1:{self.port}/postgres"

    def start(self, **settings: str) -> None:
        told = SETTINGS | {"port": str(self.port)} | settings
        options = " ".join(f"-c {name}='{value}'" for name, value in told.items())
        self.run("pg_ctl", "start", "-D", self.cluster, "-w", "-l", self.home / f"{self.port}.log", "-o", options)

    def kill(self) -> None:
        """Stop it as a power cut would."""
        self.run("pg_ctl", "stop", "-D", self.cluster, "-m", "immediate", "-w")

    def promote(self) -> None:
        self.run("pg_ctl", "promote", "-D", self.cluster, "-w")

    def run(self, program: str, *words: str | Path) -> None:
        # With its output in files: a server that it starts would hold a pipe open.
        done = postgres_home.run_as_owner(self.home, ["sh", "-c", '"$@" </dev/null >"$0" 2>&1', self.home / "said",
            self.programs / program, *words])  # fmt: skip
        assert done.returncode == 0, (self.home / "said").read_text()


@dataclass
class Pair:
    """Two servers, the second a synchronous replica of the first."""

    primary: Node
    replica: Node

    def url(self, database: str = "toque") -> str:
        """Return the address that leads to whichever of the two takes writes."""
        hosts = ",".join(f"127.0.0.1:{node.port}" for node in (self.primary, self.replica))
        return f"postgresql://toque@{hosts}/{database}?target_session_attrs=read-write"

    def stop(self) -> None:
        for node in (self.primary, self.replica):
            if (node.cluster / "postmaster.pid").exists():
                node.kill()


def make(home: Path) -> Pair:
    """Make a pair in a directory, and wait until the replica is what every commit waits for."""
    home = postgres_home.open_home(home)
    given = os.environ.get("TOQUE_PG_BIN")
    installed = Path(given) if given else DEBIAN if (DEBIAN / "initdb").exists() else postgres_home.wheel_binaries()
    programs = postgres_home.reachable_binaries(installed, home)
    primary, replica = (Node(home, programs, free_port()) for _ in range(2))
    primary.run("initdb", "-D", primary.cluster, "-U", "toque", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8")
    primary.start()
    whence = f"host=127.0.0.1 port={primary.port} user=toque"
    primary.run("pg_basebackup", "-D", replica.cluster, "-d", whence, "-R", "-X", "stream", "-c", "fast")
    replica.start()
    with psycopg.connect(primary.url, autocommit=True) as db:
        # From here on a commit is acknowledged when both have it. The replica keeps its own settings: promoted, it
        # must not wait for a replica that it does not have.
        db.execute("alter system set synchronous_standby_names = '*'")
        db.execute("select pg_reload_conf()")
        while db.execute("select 1 from pg_stat_replication where sync_state = 'sync'").fetchone() is None:
            pass
        db.execute("create database toque")
    return Pair(primary, replica)
