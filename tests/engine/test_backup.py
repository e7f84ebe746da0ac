"""A copy of everything in one file, and all of it again in an empty database."""

from __future__ import annotations

import io
import json
import os
import tarfile
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
from click.testing import CliRunner, Result
from psycopg import sql

from engine.cli import main
from tests.engine.stage import Stage, react, seen

KEY = "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA="


@pytest.fixture
def bare(server: str) -> Iterator[str]:
    """A database in which nothing ever was."""
    name = f"toque_again_{os.getpid()}"
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(sql.SQL("create database {} template template0").format(sql.Identifier(name)))
        yield urlsplit(server)._replace(path=f"/{name}").geturl()
        admin.execute(sql.SQL("drop database {} with (force)").format(sql.Identifier(name)))


def toque(url: str, home: Path, *words: object) -> Result:
    environment = {"DATABASE_URL": url, "TOQUE_DATA_DIR": str(home), "NO_COLOR": "1"}
    return CliRunner().invoke(main, [str(word) for word in words], env=environment)


@pytest.fixture
def copied(stage: Stage, tmp_path: Path) -> Path:
    """A copy of a database with an item, an answer on its way and one for later."""
    stage.tell(seen(), react())
    stage.settle()
    stage.db.execute("update action_queue set run_at = now() - interval '1 second' where event_type = 'deliver'")
    stage.db.execute(
        "insert into action_queue (connection_id, event_type, event_data, lane, max_attempts, run_at) "
        "select connection_id, event_type, event_data || '{\"later\": true}', lane, 5, now() + interval '3 days' "
        "from action_queue where event_type = 'deliver' limit 1",
    )
    (tmp_path / "secret.key").write_text(KEY)
    file = tmp_path / "one.backup"
    done = toque(stage.url, tmp_path, "backup", file)
    assert done.exit_code == 0, done.output
    assert "1 number, 1 item, 1 message" in done.output
    return file


def nothing_in(url: str) -> bool:
    with psycopg.connect(url) as db:
        return db.execute("select to_regclass('items')").fetchone() == (None,)


def made_an_hour_ago(copied: Path) -> Path:
    """Return a copy as old as if what was due when it was made was due only since."""
    old = copied.with_name("old.backup")
    with tarfile.open(copied) as parts, tarfile.open(old, "w") as out:
        for part in parts.getmembers():
            content = (parts.extractfile(part) or io.BytesIO()).read()
            if part.name == "about.json":
                told = json.loads(content)
                made_at = datetime.fromisoformat(told["made_at"]) - timedelta(hours=1)
                content = json.dumps(told | {"made_at": made_at.isoformat()}).encode()
                part.size = len(content)
            out.addfile(part, io.BytesIO(content))
    return old


@pytest.mark.parametrize("copy_of", [Path, made_an_hour_ago])
def test_everything_is_there_again_and_what_was_due_by_now_is_not_said_twice(
    stage: Stage, copied: Path, bare: str, tmp_path: Path, copy_of: Callable[[Path], Path]
) -> None:
    again = tmp_path / "again"
    done = toque(bare, again, "restore", copy_of(copied))
    assert done.exit_code == 0, done.output
    assert "1 message that was due by now is not sent any more" in done.output
    with psycopg.connect(bare) as db:
        for table in ("items", "bills", "whatsapp_messages", "whatsapp_message_reactions", "action_execution_log"):
            count = sql.SQL("select count(*) from {}").format(sql.Identifier(table))
            assert db.execute(count).fetchone() == stage.db.execute(count).fetchone()
        held = db.execute(
            "select coalesce(event_data->>'later', 'now'), status::text, discarded_because from action_queue "
            "where event_type = 'deliver' and (status = 'pending' or discarded_because is not null)"
        ).fetchall()
        assert ("true", "pending", None) in held
        assert {row[1:] for row in held if row[0] == "now"} == {("completed", "restored")}
        assert db.execute("select count(*) from live_feed").fetchone() == (0,)
        done_to_it = db.execute("select action from audit_log where subject = 'database'").fetchall()
        # Of the copy's own making its copy cannot tell.
        assert done_to_it == [("database.restore",)]
    assert stage.rows("select action from audit_log where subject = 'database'") == [{"action": "database.backup"}]
    assert (again / "secret.key").read_text() == KEY
    assert (again / "secret.key").stat().st_mode & 0o777 == 0o600


def test_the_file_is_for_nobody_else_and_says_what_is_in_it(copied: Path, tmp_path: Path) -> None:
    assert copied.stat().st_mode & 0o777 == 0o600
    with tarfile.open(copied) as parts:
        assert sorted(parts.getnames()) == ["about.json", "database.dump", "secret.key"]
    assert "1 number, 1 item, 1 message, with the key" in toque("", tmp_path, "restore", copied, "--look").output
    told = json.loads(toque("", tmp_path, "restore", copied, "--look", "--json").stdout)
    assert (told["items"], told["has_key"], told["answers_not_sent"]) == (1, True, None)
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith(".")] == []


def test_the_key_can_be_left_out(stage: Stage, tmp_path: Path) -> None:
    (tmp_path / "secret.key").write_text(KEY)
    done = toque(stage.url, tmp_path, "backup", tmp_path / "without.backup", "--without-key")
    assert "the key is not in it" in done.output
    with tarfile.open(tmp_path / "without.backup") as parts:
        assert "secret.key" not in parts.getnames()


def test_nothing_is_written_over(stage: Stage, copied: Path, tmp_path: Path) -> None:
    before = copied.read_bytes()
    again = toque(stage.url, tmp_path, "backup", copied)
    assert again.exit_code == 1
    assert "is there already" in again.output
    assert copied.read_bytes() == before
    full = toque(stage.url, tmp_path, "restore", copied)
    assert full.exit_code == 1
    assert "into an empty one only" in full.output


def test_another_key_is_not_written_over(copied: Path, bare: str, tmp_path: Path) -> None:
    (tmp_path / "secret.key").write_text("another")
    assert "is another key" in toque(bare, tmp_path, "restore", copied).output
    assert nothing_in(bare)


def test_half_a_copy_is_refused_and_leaves_the_database_empty(copied: Path, bare: str, tmp_path: Path) -> None:
    whole, half = copied.read_bytes(), tmp_path / "half.backup"
    for cut in (0, 700, 20_000, len(whole) // 2):
        half.write_bytes(whole[:cut])
        refused = toque(bare, tmp_path / "x", "restore", half)
        assert refused.exit_code == 1, refused.output
        assert isinstance(refused.exception, SystemExit)
        assert nothing_in(bare)


def test_a_copy_of_a_newer_toque_says_to_install_that_one(copied: Path, bare: str, tmp_path: Path) -> None:
    newer = tmp_path / "newer.backup"
    with tarfile.open(copied) as parts:
        about = parts.extractfile("about.json")
        assert about is not None
        told = json.load(about)
    (tmp_path / "about.json").write_text(json.dumps(told | {"schema": 999}))
    with tarfile.open(newer, "w") as out:
        out.add(tmp_path / "about.json", "about.json")
    assert "install that one first" in toque(bare, tmp_path, "restore", newer).output
