"""Who changed what: the record takes no changes, and whoever follows the chain finds where somebody tampered."""

from __future__ import annotations

import asyncio
import json
import threading

import psycopg
import pytest
from psycopg import errors
from psycopg.rows import dict_row

from engine import access, audit
from engine.access import Caller
from engine.audit import Audit
from engine.vault import Vault, WrongKey

MARIA = access.at_terminal("maria")
LOG = Audit.of(Vault(bytes(32)))


def write(db: psycopg.Connection, n: int, caller: Caller = MARIA) -> None:
    for number in range(1, n + 1):
        LOG.record(db, caller, "rule.change", f"rule:{number}", {"on": True}, {"on": False}, connection=number)


def tamper(db: psycopg.Connection, change: str) -> None:
    """Do what only somebody can who owns the database: switch the triggers off."""
    with db.transaction():
        db.execute("set local session_replication_role = replica")
        db.execute(change)


def test_entries_follow_one_another_and_verify(db: psycopg.Connection) -> None:
    write(db, 3)
    found = LOG.verify(db)
    assert (found.entries, found.erased, found.broken) == (3, 0, None)
    rows = db.execute("select position, actor, action, subject, connection_id from audit_log order by 1").fetchall()
    assert rows[0] == (1, "cli:maria", "rule.change", "rule:1", 1)
    (body,) = db.execute("select body from audit_payloads where position = 1").fetchone() or ("",)
    assert json.loads(body) == {"before": {"on": True}, "after": {"on": False}}


def test_an_empty_log_verifies(db: psycopg.Connection) -> None:
    assert LOG.verify(db).broken is None


def test_what_is_rolled_back_was_not_done_and_leaves_no_gap(db: psycopg.Connection) -> None:
    write(db, 1)
    with db.transaction(force_rollback=True):
        write(db, 2)
    write(db, 1)
    assert (LOG.verify(db).entries, LOG.verify(db).broken) == (2, None)


@pytest.mark.parametrize(
    "change",
    [
        "update audit_log set actor = 'cli:somebody'",
        "delete from audit_log",
        "truncate audit_log cascade",
        "update audit_payloads set body = '{}'",
        "update audit_payloads set position = 7, body = null, erased_at = now()",
        "delete from audit_payloads",
        "truncate audit_payloads",
    ],
)
def test_the_database_refuses_every_change(db: psycopg.Connection, change: str) -> None:
    write(db, 1)
    with pytest.raises(errors.RestrictViolation):
        db.execute(change)


@pytest.mark.parametrize(
    ("change", "position", "says"),
    [
        ("update audit_log set actor = 'cli:eve' where position = 2", 2, "was changed"),
        ("update audit_log set at = at + interval '1 microsecond' where position = 2", 2, "was changed"),
        ("update audit_log set connection_id = null where position = 2", 2, "was changed"),
        ("update audit_payloads set body = '{\"before\": null}' where position = 2", 2, "before and after entry 2"),
        ("delete from audit_payloads where position = 2", 2, "gone without having been erased"),
        ("delete from audit_log where position = 2", 2, "is missing"),
        ("delete from audit_log where position = 1", 1, "is missing"),
        (
            "delete from audit_log where position = 2; update audit_log set position = position - 1 where position > 2",
            2,
            "was changed",
        ),
    ],
)
def test_the_first_broken_link_is_named(db: psycopg.Connection, change: str, position: int, says: str) -> None:
    write(db, 4)
    tamper(db, change)
    broken = LOG.verify(db).broken
    assert broken is not None
    assert broken.position == position
    assert says in broken.says


def test_a_chain_that_was_cut_off_is_found_by_whoever_kept_its_end(db: psycopg.Connection) -> None:
    write(db, 3)
    end = LOG.verify(db).end
    assert LOG.verify(db, end).broken is None
    write(db, 1)
    assert LOG.verify(db, end).broken is None
    tamper(db, "delete from audit_log where position > 2")
    assert LOG.verify(db).broken is None
    broken = LOG.verify(db, end).broken
    assert broken is not None
    assert end in broken.says


@pytest.mark.parametrize("end", ["3", "3:", ":", "x:y", "9:00"])
def test_an_end_that_was_none_is_not_on_the_chain(db: psycopg.Connection, end: str) -> None:
    write(db, 3)
    assert LOG.verify(db, end).broken is not None


def test_what_was_before_and_after_can_be_erased_and_the_chain_still_holds(db: psycopg.Connection) -> None:
    write(db, 3)
    assert audit.erase(db, connection=2) == 1
    assert audit.erase(db, subject="rule:3") == 1
    assert audit.erase(db, connection=2) == 0
    found = LOG.verify(db)
    assert (found.entries, found.erased, found.broken) == (3, 2, None)
    with pytest.raises(errors.RestrictViolation):
        db.execute("update audit_payloads set body = '{}', erased_at = null where position = 2")


def test_everything_at_once_is_not_erased(db: psycopg.Connection) -> None:
    with pytest.raises(ValueError, match="Name a connection"):
        audit.erase(db)


def test_with_another_key_nothing_is_written_and_nothing_verifies(db: psycopg.Connection) -> None:
    write(db, 1)
    other = Audit.of(Vault(b"x" * 32))
    with pytest.raises(WrongKey, match="another key"):
        other.record(db, MARIA, "rule.change", "rule:1")
    broken = other.verify(db).broken
    assert broken is not None
    assert "another key" in broken.says


OLD, NEW = b"o" * 32, b"n" * 32


def test_with_a_new_key_what_was_sealed_before_still_verifies(db: psycopg.Connection) -> None:
    former, both = Audit.of(Vault(OLD)), Audit.of(Vault(NEW, OLD))
    former.record(db, MARIA, "rule.change", "rule:1", {"on": True}, connection=1)
    former.record(db, MARIA, "rule.change", "rule:2", {"on": True})
    both.record(db, MARIA, "rule.change", "rule:3", {"on": True})
    audit.erase(db, connection=1)
    found = both.verify(db)
    assert (found.entries, found.erased, found.broken) == (3, 1, None)
    assert len(set(db.execute("select key from audit_log").fetchall())) == 2
    tamper(db, "update audit_log set actor = 'cli:eve' where position = 1")
    broken = both.verify(db).broken
    assert broken
    assert (broken.position, "was changed" in broken.says) == (1, True)


def test_whoever_has_a_former_key_alone_neither_goes_on_nor_slips_an_entry_in(db: psycopg.Connection) -> None:
    former, both = Audit.of(Vault(OLD)), Audit.of(Vault(NEW, OLD))
    both.record(db, MARIA, "rule.change", "rule:1")
    with pytest.raises(WrongKey, match="restart Toque"):
        former.record(db, MARIA, "rule.change", "rule:2")
    # Who knows the former key and owns the database makes an entry of his own.
    steps = former._steps(MARIA, "rule.change", "rule:2", "{}", None)
    steps.send(None)
    steps.send(None)
    with db.cursor(row_factory=dict_row) as cursor:
        last = cursor.execute("select position, digest, now() as at from audit_log").fetchone()
        cursor.execute(*steps.send((last or {}) | {"key": former.fingerprint}))
    broken = both.verify(db).broken
    assert broken
    assert (broken.position, "given up before" in broken.says) == (2, True)


def test_many_writers_at_once_make_one_chain(db: psycopg.Connection, database_url: str) -> None:
    def many() -> None:
        with psycopg.connect(database_url) as mine:
            for _ in range(10):
                LOG.record(mine, MARIA, "rule.change", "rule:1")
                mine.commit()

    threads = [threading.Thread(target=many) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (LOG.verify(db).entries, LOG.verify(db).broken) == (40, None)


def test_an_async_connection_writes_the_same(db: psycopg.Connection, database_url: str) -> None:
    write(db, 1)

    async def two() -> None:
        async with await psycopg.AsyncConnection.connect(database_url) as mine:
            await LOG.record(mine, MARIA, "rule.change", "rule:1", {"é": "💳"})
            await LOG.record(mine, MARIA, "rule.change", "rule:1")

    asyncio.run(two())
    assert (LOG.verify(db).entries, LOG.verify(db).broken) == (3, None)


def test_the_key_is_in_no_words_about_the_record() -> None:
    assert "key" not in repr(LOG)
