"""Secrets of connections are unreadable without the key, and bound to the connection they belong to."""

from __future__ import annotations

import base64
import stat
import threading
from pathlib import Path

import psycopg
import pytest

from engine.config import Settings
from engine.vault import Vault, WrongKey, another_key, keep, open_vault
from tests.engine.stage import Stage

KEPT = {"api_key": "very secret"}


def settings(**said: object) -> Settings:
    return Settings(_env_file=None, **said)


def test_what_is_sealed_opens_again_and_shows_nothing_of_itself() -> None:
    vault = Vault(b"k" * 32)
    sealed = vault.seal("slug", KEPT)
    assert vault.open("slug", sealed) == KEPT
    assert b"secret" not in sealed
    assert sealed != vault.seal("slug", KEPT)


@pytest.mark.parametrize("broken", ["another key", "another name", "a changed byte", "cut off", "empty"])
def test_what_does_not_belong_together_does_not_open(broken: str) -> None:
    sealed = Vault(b"k" * 32).seal("slug", KEPT)
    vault = Vault(b"x" * 32) if broken == "another key" else Vault(b"k" * 32)
    name = "other" if broken == "another name" else "slug"
    if broken == "a changed byte":
        sealed = sealed[:-1] + bytes([sealed[-1] ^ 1])
    sealed = {"cut off": sealed[:5], "empty": b""}.get(broken, sealed)
    with pytest.raises(WrongKey, match=r"secret\.key"):
        vault.open(name, sealed)


@pytest.mark.parametrize("kept", ["file", "setting"])
def test_behind_a_new_key_the_former_one_still_opens_what_it_sealed(tmp_path: Path, kept: str) -> None:
    given = {"secret_key": base64.b64encode(b"k" * 32).decode()} if kept == "setting" else {}
    before = settings(data_dir=tmp_path, **given)
    sealed = open_vault(before).seal("slug", KEPT)
    keys = another_key(before)
    written = keep(before, keys)
    assert (written == tmp_path / "secret.key", written is None) == (kept == "file", kept == "setting")
    after = settings(data_dir=tmp_path, **({"secret_key": keys} if kept == "setting" else {}))
    assert open_vault(after).open("slug", sealed) == KEPT
    with pytest.raises(WrongKey):
        open_vault(before if kept == "setting" else settings(secret_key=keys.rpartition(",")[2])).open(
            "slug", open_vault(after).seal("slug", KEPT)
        )
    if written:
        assert stat.S_IMODE(written.stat().st_mode) == 0o600


def test_the_key_file_is_made_once_and_is_nobody_elses_to_read(tmp_path) -> None:
    sealed: list[bytes] = []
    at_once = [
        threading.Thread(target=lambda: sealed.append(open_vault(settings(data_dir=tmp_path)).seal("s", KEPT)))
        for _ in range(8)
    ]
    for thread in at_once:
        thread.start()
    for thread in at_once:
        thread.join()
    assert stat.S_IMODE((tmp_path / "secret.key").stat().st_mode) == 0o600
    assert [file.name for file in tmp_path.iterdir()] == ["secret.key"]
    assert all(open_vault(settings(data_dir=tmp_path)).open("s", one) == KEPT for one in sealed)


@pytest.mark.parametrize("key", ["short", base64.b64encode(b"x" * 16).decode(), "ñ"])
def test_a_key_that_is_none_is_refused_with_how_to_make_one(key: str) -> None:
    with pytest.raises(WrongKey, match="openssl rand"):
        open_vault(settings(secret_key=key))


def test_secrets_are_not_in_the_database_in_clear(db: psycopg.Connection, database_url: str) -> None:
    Stage(db, database_url)
    (row,) = db.execute("select convert_from(substring(secrets from 1 for 1), 'UTF8'), secrets::text from connections")
    assert "webhook_token" not in row[1]
    assert b"webhook_token".hex() not in row[1]
