"""Every command that changes something leaves an entry: who, what, before and after. A new one without a case fails."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

import click
from click.testing import CliRunner

from engine import accounts, rulebook
from engine.audit import Audit
from engine.cli import main, place
from engine.vault import Vault
from rules.book import read
from tests.engine.stage import FRIEND, Stage, react, seen

SECRET_KEY = "a2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2s="
PASSWORD = "correct horse battery\n"
LID = "83512345678901@lid"
CAREFUL: dict[str, Any] = {
    "id": "careful", "when": {"reaction": "🧐"}, "parse": {"use": "bill", "min_confidence": 0.9},
    "do": [{"create_bill": {}}], "on_low_confidence": "review",
}  # fmt: skip

READS = {
    "analytics ls", "analytics show", "api openapi", "audit ls", "audit verify", "calendar ls", "chats ls",
    "completion", "doctor",
    "connections ls", "connections test", "items export", "items ls", "items show",
    "jobs cancel", "jobs ls", "jobs show", "keys ls", "parse", "people ls", "privacy show",
    "queue drain",
    "queue ls", "review ls", "rules backtest", "rules check", "rules diff", "rules export", "rules fmt",
    "rules history", "rules ls", "rules packs show", "rules plan", "rules schema", "rules show", "rules test", "trace",
    "try", "users ls",
}  # fmt: skip
RUNS = {"up", "web", "work", "migrate", "demo"}
"""What starts Toque itself changes nothing of anybody's."""
ELSEWHERE = {"connect", "messages send", "backup", "restore"}
"""test_connect.py and test_messages_commands.py: it needs a gateway; test_backup.py: an empty database."""

Sides = Literal["both", "before", "after", "neither"]
Words = tuple[str, ...]


def leaves(command: click.Command, path: Words = ()) -> Iterator[str]:
    if isinstance(command, click.Group):
        for name in command.list_commands(click.Context(command)):
            found = command.get_command(click.Context(command), name)
            assert found
            yield from leaves(found, (*path, name))
    else:
        yield " ".join(path)


def letter(stage: Stage) -> Words:
    row = stage.db.execute(
        "update action_queue set status = 'failed', attempts = 8, last_error = 'it took too long', finished_at = now(),"
        " discarded_because = null,"
        " lease_until = null where id = (select min(id) from action_queue where event_type = 'settle') returning id"
    ).fetchone()
    assert row
    return (str(row[0]),)


def stuck(stage: Stage) -> Words:
    stage.tell(seen(None, "STUCK"), react("💳", "STUCK"))
    stage.claims(lease=-3600)
    return ()


def doubt(id_: str) -> Callable[[Stage], Words]:
    def wait(stage: Stage) -> Words:
        stage.tell(seen("CFE mañana", id_), react("🧐", id_))
        stage.settle()
        told = CliRunner().invoke(main, ["review", "--json"], env={"DATABASE_URL": stage.url}).stdout
        return (str(json.loads(told)[0]["id"]),)

    return wait


def rejected(stage: Stage) -> Words:
    (id_,) = doubt("D4")(stage)
    CliRunner().invoke(main, ["review", "reject", id_], env={"DATABASE_URL": stage.url, "TOQUE_SECRET_KEY": SECRET_KEY})
    return (id_,)


def newest(table: str) -> Callable[[Stage], Words]:
    def find(stage: Stage) -> Words:
        stage.tell(seen("Pagar luz CFE $890", "U"), react("💳", "U"))
        stage.settle()
        return (str(stage.rows(f"select max(id) as id from {table}")[0]["id"]),)

    return find


def key(stage: Stage) -> Words:
    return (str(stage.rows("select id from api_keys limit 1")[0]["id"]),)


def calendar(stage: Stage) -> Words:
    return (str(stage.rows("select id from api_keys where scopes = '{calendar:read}'")[0]["id"]),)


def nothing(_: Stage) -> Words:
    return ()


def reopened(stage: Stage) -> Words:
    (id_,) = newest("items")(stage)
    CliRunner().invoke(main, ["items", "reopen", id_], env={"DATABASE_URL": stage.url, "TOQUE_SECRET_KEY": SECRET_KEY})
    return (id_,)


def fresh(stage: Stage) -> Words:
    stage.tell(seen("Pagar luz CFE $890", "V"), react("💳", "V"))
    stage.settle()
    found = stage.rows("select max(id) as id from action_execution_log where outcome = 'created'")
    return (str(found[0]["id"]),)


def bob(stage: Stage) -> Words:
    accounts.add(
        stage.db, Audit.of(Vault(b"k" * 32)), place.who(), name="bob", role="viewer", password="$argon2id$"
    )  # fmt: skip
    return ("bob",)


def gone(stage: Stage) -> Words:
    (id_,) = letter(stage)
    stage.db.execute(
        "update action_queue set status = 'completed', discarded_because = 'late' where id = %s", [int(id_)]
    )
    return (id_,)


CASES: list[tuple[str, Callable[[Stage], Words], Words, str, Sides]] = [
    ("connections set", nothing, ("home", "--name", "Casa"), "connection.change", "both"),
    ("connections pause", nothing, ("home",), "connection.pause", "both"),
    ("connections resume", nothing, ("home",), "connection.resume", "both"),
    ("connections acts-since", nothing, ("home", "2026-01-01"), "connection.acts_since", "both"),
    ("people set", nothing, (FRIEND, "--name", "Lupe"), "person.set", "both"),
    ("people merge", nothing, (FRIEND, LID, "--yes"), "person.merge", "both"),
    ("people split", nothing, (LID,), "person.split", "both"),
    ("chats set", nothing, (FRIEND, "--zone", "America/Bogota"), "chat.set", "both"),
    ("rules disable", nothing, ("bill",), "rule.disable", "both"),
    ("rules enable", nothing, ("bill",), "rule.enable", "both"),
    ("rules rollback", nothing, ("bill", "v2"), "rule.rollback", "both"),
    ("rules apply", nothing, ("rules.yaml", "--yes"), "rules.apply", "both"),
    ("rules packs apply", nothing, ("shop", "--yes", "--conflicts-too"), "rules.apply", "both"),
    ("review accept", doubt("D1"), (), "review.accept", "both"),
    ("review correct", doubt("D2"), ("--set", "amount=890"), "review.correct", "both"),
    ("review reject", doubt("D3"), (), "review.reject", "before"),
    ("review undo", rejected, (), "review.undo", "both"),
    ("items done", newest("items"), (), "item.complete", "both"),
    ("items reopen", newest("items"), (), "item.reopen", "both"),
    ("items pay", newest("items"), (), "item.pay", "both"),
    ("items set", reopened, ("--set", "tags=home"), "item.edit", "both"),
    ("items cancel", reopened, (), "item.cancel", "both"),
    ("undo", fresh, (), "action.undo", "both"),
    ("queue retry", letter, (), "queue.retry", "both"),
    ("queue discard", letter, ("--reason", "late"), "queue.discard", "both"),
    ("queue restore", gone, (), "queue.restore", "both"),
    ("queue unstick", stuck, (), "queue.unstick", "both"),
    ("users add", nothing, ("ana", "--role", "owner"), "account.add", "after"),
    ("users invite", nothing, ("--role", "viewer"), "account.invite", "after"),
    ("users role", bob, ("operator",), "account.role", "both"),
    ("users disable", nothing, ("bob",), "account.disable", "both"),
    ("users enable", nothing, ("bob",), "account.enable", "both"),
    ("users password", nothing, ("bob",), "account.password", "neither"),
    ("keys create", nothing, ("k", "--scope", "items:read"), "key.create", "after"),
    ("keys revoke", key, (), "key.revoke", "both"),
    ("calendar create", nothing, ("phone",), "key.create", "after"),
    ("calendar revoke", calendar, (), "key.revoke", "both"),
    ("privacy forget", nothing, (FRIEND, "--yes"), "person.forget", "both"),
    ("audit rotate-key", nothing, (), "audit.rotate", "both"),
    ("connections remove", nothing, ("home", "--yes"), "connection.remove", "before"),
]
"""For each command that writes: what comes first, its words, the action, and which sides an entry has."""


def test_every_command_reads_or_has_a_case() -> None:
    writes = {name for name, *_ in CASES}
    assert set(leaves(main)) == READS | RUNS | ELSEWHERE | writes
    assert not writes & READS


def test_every_writing_command_says_who_what_before_and_after(stage: Stage, tmp_path: Path) -> None:
    rulebook.save(stage.db, stage.id, read({"version": 1, "rules": [CAREFUL]}).rules, origin="ui")
    stage.tell(seen(), react(), seen("hola", "L1", author=LID, chat=LID))
    stage.settle()
    file = tmp_path / "rules.yaml"
    file.write_text("version: 1\nrules:\n  - id: extra\n    when: {reaction: '🧾'}\n    do: [{create_note: {}}]\n")
    environment = {"DATABASE_URL": stage.url, "TOQUE_SECRET_KEY": SECRET_KEY, "NO_COLOR": "1"}
    faults = []
    for name, first, words, action, sides in CASES:
        more = first(stage)
        last = stage.rows("select coalesce(max(position), 0) as n from audit_log")[0]["n"]
        typed = [str(file) if word == "rules.yaml" else word for word in (*name.split(), *more, *words)]
        done = CliRunner().invoke(main, typed, env=environment, input=PASSWORD)
        rows = stage.rows(
            "select actor, action, body::jsonb as body from audit_log join audit_payloads using (position)"
            " where position > %s order by position desc limit 1", last,
        )  # fmt: skip
        wanted = {"both": (True, True), "before": (True, False), "after": (False, True)}.get(sides, (False, False))
        row = rows[0] if rows else None
        told = row and (row["actor"], row["action"], *(row["body"][side] is not None for side in ("before", "after")))
        if told != (place.who().actor, action, *wanted):
            faults.append(f"{' '.join(typed)}: {told} {done.output[-300:]}")
    assert not faults, "\n".join(faults)
    assert Audit.of(Vault(b"k" * 32)).verify(stage.db).broken is None
