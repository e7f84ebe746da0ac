"""Accounts, keys and the audit log from the command line; and what is typed elsewhere is recorded."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from engine import accounts, tokens
from engine.cli import main, place
from tests.engine.stage import Stage, react, seen

SECRET_KEY = "a2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2s="
PASSWORD = "correct horse battery"


def toque(stage: Stage, *words: str, typed: str = "", **more: str) -> Result:
    environment = {"DATABASE_URL": stage.url, "TOQUE_SECRET_KEY": SECRET_KEY, "NO_COLOR": "1", **more}
    return CliRunner().invoke(main, words, env=environment, input=typed)


def ok(stage: Stage, *words: str, typed: str = "") -> str:
    done = toque(stage, *words, typed=typed)
    assert done.exit_code == 0, done.output
    return done.output


def refused(stage: Stage, *words: str, typed: str = "", code: int = 1) -> str:
    done = toque(stage, *words, typed=typed)
    assert done.exit_code == code, done.output
    return done.output


def test_an_account_is_added_changed_disabled_and_let_in_again(stage: Stage) -> None:
    assert "toque users invite --role owner" in ok(stage, "users")
    assert "sees all numbers" in ok(stage, "users", "add", "Ana", "--role", "owner", typed=f"{PASSWORD}\n")
    assert "toque users role bob viewer" in ok(stage, "users", "add", "bob", "--role", "viewer", typed=f"{PASSWORD}\n")
    made = json.loads(ok(stage, "users", "role", "bob", "operator", "--connection", str(stage.id), "--json"))
    assert (made["role"], made["connections"]) == ("operator", [stage.id])
    assert "is out" in ok(stage, "users", "disable", "bob")
    assert "disabled already" in ok(stage, "users", "disable", "bob")
    assert "may come in" in ok(stage, "users", "enable", "bob")
    ok(stage, "users", "password", "bob", typed="another long password\n")
    shown = ok(stage, "users", "ls")
    assert "ana" in shown
    assert "argon2" not in shown + ok(stage, "users", "--json")


@pytest.mark.parametrize(
    ("words", "typed", "code", "says"),
    [
        (("add", "ana", "--role", "viewer"), f"{PASSWORD}\n", 1, "already"),
        (("add", "a b", "--role", "viewer"), f"{PASSWORD}\n", 1, "made of letters"),
        (("add", "bob", "--role", "viewer"), "short\n", 1, "too short"),
        (("add", "bob", "--role", "viewer"), "", 1, "too short"),
        (("add", "bob", "--role", "king"), "", 64, "king"),
        (("add", "bob", "--role", "admin", "--connection", "1"), "", 64, "sees every number"),
        (("disable", "ana"), "", 1, "only owner"),
        (("role", "ana", "admin"), "", 1, "only owner"),
        (("disable", "nobody"), "", 1, "There are: ana"),
    ],
)
def test_what_cannot_be_is_refused_with_the_next_step(
    stage: Stage, words: tuple[str, ...], typed: str, code: int, says: str
) -> None:
    ok(stage, "users", "add", "ana", "--role", "owner", typed=f"{PASSWORD}\n")
    assert says in refused(stage, "users", *words, typed=typed, code=code)


def test_an_invitation_is_a_link_that_is_printed_once(stage: Stage) -> None:
    told = json.loads(ok(stage, "users", "invite", "--role", "owner", "--url", "https://t.example/", "--json"))
    found = re.fullmatch(r"https://t\.example/setup/(\w{40})", told["url"])
    assert found
    assert accounts.invitation(stage.db, found[1]).role == "owner"
    assert found[1] not in str(stage.rows("select * from invitations"))


def test_a_key_is_shown_once_found_by_its_beginning_and_revoked(stage: Stage) -> None:
    done = toque(stage, "keys", "create", "home assistant", "--scope", "items:read", "--connection", str(stage.id))
    key = tokens.read_key(done.stdout.strip())
    assert key is not None
    assert "only now" in done.stderr
    for part in (f"tq_{key.id[:3]}", key.id, key.text, "assist"):
        (found,) = json.loads(ok(stage, "keys", "ls", "--find", part, "--json"))
        assert (found["id"], found["scopes"], found["connections"]) == (key.id, ["items:read"], [stage.id])
        assert key.secret not in str(found)
    assert "no longer" in ok(stage, "keys", "revoke", key.text)
    assert "before" in ok(stage, "keys", "revoke", f"tq_{key.id}")
    assert "revoked" in ok(stage, "keys")


def test_a_calendar_is_an_address_that_is_shown_once_and_ended_by_it(stage: Stage) -> None:
    assert "toque calendar create" in ok(stage, "calendar")
    done = toque(stage, "calendar", "create", "phone", "--with", "tasks", "--with", "bills")
    found = re.fullmatch(
        r"http://127\.0\.0\.1:8080/calendar/(tq_(\w{8})_\w{40})\.ics\?with=bills,tasks", done.stdout.strip()
    )
    assert found
    assert "TOQUE_PUBLIC_URL" in done.stderr
    ok(stage, "keys", "create", "k", "--scope", "items:read")
    (kept,) = json.loads(ok(stage, "calendar", "ls", "--json"))
    assert (kept["id"], kept["name"], kept["scopes"]) == (found[2], "phone", ["calendar:read"])
    assert "what was copied of it goes away" in ok(stage, "calendar", "revoke", done.stdout.strip())
    assert "before" in ok(stage, "calendar", "revoke", f"tq_{found[2]}")
    assert "revoked" in ok(stage, "calendar")


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("create", " "), 64, "what the calendar is to be called"),
        (("create", "phone", "--with", "notes"), 64, "bills"),
        (("revoke", "tq_aaaaaaaa"), 1, "toque calendar ls"),
    ],
)
def test_a_calendar_that_cannot_be_is_refused(stage: Stage, words: tuple[str, ...], code: int, says: str) -> None:
    assert says in refused(stage, "calendar", *words, code=code)


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("create", "k", "--scope", "calendar:read", "--scope", "items:read"), 1, "Make two keys"),
        (("create", "k", "--scope", "item:read"), 64, "items:read"),
        (("create", "k"), 64, "--scope"),
        (("create", " ", "--scope", "items:read"), 64, "what the key is for"),
        (("create", "k", "--scope", "rules:write", "--user", "bob"), 1, "rules:write"),
        (("create", "k", "--scope", "items:read", "--user", "bob", "--connection", "1"), 1, "connection"),
        (("revoke", "tq_aaaaaaaa"), 1, "toque keys ls"),
    ],
)
def test_a_key_that_cannot_be_is_refused(stage: Stage, words: tuple[str, ...], code: int, says: str) -> None:
    ok(stage, "users", "add", "bob", "--role", "viewer", typed=f"{PASSWORD}\n")
    words = tuple(str(stage.id) if word == "1" else word for word in words)
    assert says in refused(stage, "keys", *words, code=code)


def test_what_is_typed_is_recorded_and_verifies(stage: Stage, tmp_path: Path) -> None:
    stage.tell(seen(), react())
    stage.settle()
    (item,) = json.loads(ok(stage, "items", "--json"))
    rules = tmp_path / "rules.yaml"
    rules.write_text("version: 1\nrules:\n  - id: extra\n    when: {emoji: '🧾'}\n    then: [create_note]\n")
    done = [
        (("connections", "set", "home", "--name", "Casa"), "connection.change"),
        (("connections", "pause", "home"), "connection.pause"),
        (("connections", "resume", "home"), "connection.resume"),
        (("connections", "acts-since", "home", "7d"), "connection.acts_since"),
        (("rules", "disable", "bill"), "rule.disable"),
        (("rules", "enable", "bill"), "rule.enable"),
        (("rules", "rollback", "bill", "v2"), "rule.rollback"),
        (("items", "pay", str(item["id"])), "item.pay"),
        (("items", "reopen", str(item["id"])), "item.reopen"),
        (("items", "cancel", str(item["id"])), "item.cancel"),
        (("people", "set", "me", "--name", "Ana"), "person.set"),
        (("keys", "create", "k", "--scope", "items:read"), "key.create"),
    ]
    for words, action in done:
        ok(stage, *words)
        newest = json.loads(ok(stage, "audit", "ls", "-n", "1", "--json"))[0]
        assert (newest["action"], newest["actor"]) == (action, place.who().actor), words
    assert "12 entries" in ok(stage, "audit", "verify")
    assert "item.pay" in ok(stage, "audit", "ls", "--subject", f"item:{item['id']}")
    assert "Nothing." in ok(stage, "audit", "ls", "--who", "nobody")
    assert len(json.loads(ok(stage, "audit", "ls", "--action", "rule", "--since", "1h", "--json"))) == 3


def test_what_changed_nothing_is_not_recorded(stage: Stage) -> None:
    ok(stage, "connections", "resume", "home")
    ok(stage, "rules", "enable", "bill")
    assert "Nothing was changed" in ok(stage, "audit")


def test_a_broken_chain_is_told_with_its_place_and_exit_1(stage: Stage) -> None:
    ok(stage, "rules", "disable", "bill")
    end = json.loads(ok(stage, "audit", "verify", "--json"))["end"]
    ok(stage, "audit", "verify", "--end", end)
    with stage.db.transaction():
        stage.db.execute("set local session_replication_role = replica")
        stage.db.execute("update audit_log set actor = 'cli:eve'")
    assert "broken at entry 1" in refused(stage, "audit", "verify")
    done = toque(stage, "audit", "verify", "--json")
    assert (done.exit_code, json.loads(done.stdout)["ok"]) == (1, False)


def test_the_list_tells_what_differs_and_cuts_nothing_off(stage: Stage) -> None:
    long = "Casa de " + "Lupe y " * 30
    ok(stage, "connections", "set", "home", "--name", long)
    shown = ok(stage, "audit")
    assert ("name: – → Casa de" in shown, shown.count("Lupe")) == (True, 30)
    assert "zone:" not in shown, "it is what it was"
    told = ok(stage, "keys", "create", "k", "--scope", "items:read")
    assert "scopes: – → " in ok(stage, "audit", "ls", "--action", "key")
    assert "http://127.0.0.1:8080/api/me" in told


def test_with_another_key_nothing_is_changed(stage: Stage) -> None:
    ok(stage, "rules", "disable", "bill")
    other = toque(stage, "rules", "enable", "bill", TOQUE_SECRET_KEY="b" * 43 + "=")
    assert other.exit_code == 1
    assert "another key" in other.output
    assert '"enabled": false' in ok(stage, "rules", "show", "bill", "--json")


def test_removing_a_number_erases_what_was_before_and_after_and_keeps_that_it_was_done(stage: Stage) -> None:
    ok(stage, "connections", "set", "home", "--name", "Casa de Lupe")
    toque(stage, "connections", "remove", "home", "--yes")
    told = json.loads(ok(stage, "audit", "--json"))
    assert [one["action"] for one in told] == ["connection.remove", "connection.change"]
    assert "Lupe" not in str(told)
    assert "1 with their content erased" in ok(stage, "audit", "verify")
