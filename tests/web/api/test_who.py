"""Accounts, keys and the record over the API: who may look after them, what is shown once, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import httpx2
import psycopg
import pytest

from engine import access, accounts, keys
from engine.access import SCOPES, Role, of_key
from engine.audit import Audit, erase
from engine.config import Settings
from engine.vault import open_vault
from tests.engine.stage import Stage
from tests.web.served import PATIENCE, Web, lightly_hashed

PASSWORD = "correct horse battery"
KEPT = lightly_hashed(PASSWORD)
ROOT = access.at_terminal("root")

LogIn = Callable[..., httpx2.Client]


@pytest.fixture
def audit(settings: Settings) -> Audit:
    return Audit.of(open_vault(settings))


@pytest.fixture
def log_in(web: Web, db: psycopg.Connection, audit: Audit) -> LogIn:
    """Return what makes an account and gives its browser, which sends the token that pages send."""

    def enter(name: str, role: Role, *connections: int) -> httpx2.Client:
        accounts.add(db, audit, ROOT, name=name, role=role, password=KEPT, connections=connections)
        browser = httpx2.Client(base_url=web.client.base_url, timeout=PATIENCE, trust_env=False)
        csrf = browser.get("/login").text.split('name="csrf" value="')[1].split('"')[0]
        assert browser.post("/login", data={"name": name, "password": PASSWORD, "csrf": csrf}).status_code == 303
        browser.headers["X-CSRF-Token"] = browser.get("/api/me").json()["csrf_token"]
        return browser

    return enter


def bearer(web: Web, key: str) -> httpx2.Client:
    headers = {"Authorization": f"Bearer {key}"}
    return httpx2.Client(base_url=web.client.base_url, timeout=PATIENCE, trust_env=False, headers=headers)


# --- accounts -----------------------------------------------------------------------------------------------------


def test_an_account_is_invited_changed_disabled_and_let_in_again(web: Web, stage: Stage, log_in: LogIn) -> None:
    ana = log_in("ana", "owner")
    made = ana.post("/api/accounts/invite", json={"role": "viewer", "connections": [stage.id]})
    assert made.status_code == 201
    assert made.headers["cache-control"] == "no-store"
    page = web.client.get(made.json()["url"])
    filled = {"name": "bob", "password": PASSWORD, "again": PASSWORD}
    csrf = page.text.split('name="csrf" value="')[1].split('"')[0]
    assert web.client.post(made.json()["url"], data=filled | {"csrf": csrf}).status_code == 303
    read = ana.get("/api/accounts/bob")
    assert (read.json()["role"], read.json()["connections"], read.json()["state"]) == ("viewer", [stage.id], "active")
    tag = {"If-Match": read.headers["etag"]}
    changed = ana.patch("/api/accounts/bob", json={"role": "operator", "connections": []}, headers=tag)
    assert (changed.json()["role"], changed.json()["connections"]) == ("operator", [])
    assert ana.post("/api/accounts/bob/disable").json()["state"] == "disabled"
    assert web.client.get("/api/me").status_code == 401
    assert ana.post("/api/accounts/bob/enable").json()["state"] == "active"
    assert [one["name"] for one in ana.get("/api/accounts").json()["accounts"]] == ["ana", "bob"]
    assert "argon2" not in ana.get("/api/accounts").text


def test_an_account_is_changed_only_by_who_saw_it_as_it_is(log_in: LogIn) -> None:
    ana = log_in("ana", "owner")
    log_in("bob", "viewer")
    address, wanted = "/api/accounts/bob", {"role": "operator"}
    assert ana.patch(address, json=wanted).status_code == 428
    old = {"If-Match": ana.get(address).headers["etag"]}
    assert ana.patch(address, json=wanted, headers=old).status_code == 200
    refused = ana.patch(address, json={"role": "viewer"}, headers=old)
    assert (refused.status_code, refused.json()["current"]["role"]) == (412, "operator")
    assert ana.post(f"{address}/disable", headers=old).status_code == 412


def test_accounts_come_in_pages(log_in: LogIn) -> None:
    ana = log_in("ana", "owner")
    log_in("bob", "viewer")
    first = ana.get("/api/accounts?limit=1")
    assert [one["name"] for one in first.json()["accounts"]] == ["ana"]
    following = ana.get(first.headers["link"].split(">")[0][1:])
    assert ([one["name"] for one in following.json()["accounts"]], following.json()["next_cursor"]) == (["bob"], None)


def test_only_owners_make_change_and_disable_owners_and_the_last_one_stays(log_in: LogIn) -> None:
    ana, max_ = log_in("ana", "owner"), log_in("max", "admin")
    for answer in (
        max_.post("/api/accounts/invite", json={"role": "owner"}),
        max_.patch("/api/accounts/max", json={"role": "owner"}, headers={"If-Match": "*"}),
        max_.patch("/api/accounts/ana", json={"role": "viewer"}, headers={"If-Match": "*"}),
        max_.post("/api/accounts/ana/disable"),
    ):
        assert (answer.status_code, "Only an owner" in answer.json()["detail"]) == (403, True)
    last = ana.post("/api/accounts/ana/disable")
    assert (last.status_code, "only owner" in last.json()["detail"]) == (409, True)


def test_numbers_that_there_are_not_are_named_by_their_place(stage: Stage, log_in: LogIn) -> None:
    ana = log_in("ana", "owner")
    wanted = {"role": "viewer", "connections": [stage.id, 999]}
    refused = ana.post("/api/accounts/invite", json=wanted)
    assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (422, "/connections/1")
    assert ana.post("/api/accounts/invite", json={"role": "admin", "connections": [stage.id]}).status_code == 422
    assert ana.get("/api/accounts/nobody").status_code == 404


def test_a_key_that_is_limited_to_some_numbers_looks_after_no_accounts_and_makes_no_wider_key(
    web: Web, db: psycopg.Connection, audit: Audit, stage: Stage
) -> None:
    found, _ = keys.create(db, audit, ROOT, "k", ["admin"], connections=[stage.id])
    limited = bearer(web, found.text)
    assert limited.get("/api/accounts").status_code == 403
    assert limited.post("/api/accounts/invite", json={"role": "admin"}).status_code == 403
    made = limited.post("/api/keys", json={"name": "wider", "scopes": ["admin"]})
    assert made.json()["connections"] == [stage.id]
    accounts.add(db, audit, ROOT, name="ana", role="owner", password=KEPT)
    hers = limited.post("/api/keys", json={"name": "hers", "scopes": ["admin"], "account": "ana"})
    assert hers.json()["connections"] == [stage.id]


# --- one's own password -------------------------------------------------------------------------------------------


def test_another_password_needs_the_one_before_and_ends_every_other_login(web: Web, log_in: LogIn) -> None:
    ana = log_in("ana", "owner")
    other = httpx2.Client(base_url=web.client.base_url, timeout=PATIENCE, trust_env=False)
    csrf = other.get("/login").text.split('name="csrf" value="')[1].split('"')[0]
    other.post("/login", data={"name": "ana", "password": PASSWORD, "csrf": csrf})
    assert other.get("/api/me").status_code == 200
    wrong = ana.put("/api/me/password", json={"current": "not this one", "password": "another long one"})
    assert (wrong.status_code, wrong.json()["errors"][0]["pointer"]) == (422, "/current")
    short = ana.put("/api/me/password", json={"current": PASSWORD, "password": "short"})
    assert (short.status_code, short.json()["errors"][0]["pointer"]) == (422, "/password")
    assert "short" not in short.text.replace("shorter", "")
    changed = ana.put("/api/me/password", json={"current": PASSWORD, "password": "another long one"})
    assert changed.status_code == 204
    assert ana.get("/api/me").status_code == 200
    assert other.get("/api/me").status_code == 401


def test_who_guesses_the_password_before_is_stopped(log_in: LogIn) -> None:
    ana = log_in("ana", "owner")
    wanted = {"current": "a guess of twelve", "password": "another long one"}
    answers = [ana.put("/api/me/password", json=wanted) for _ in range(6)]
    assert [answer.status_code for answer in answers] == [*[422] * 5, 429]
    assert int(answers[-1].headers["retry-after"]) > 0


def test_a_key_has_no_password(web: Web, db: psycopg.Connection, audit: Audit) -> None:
    key, _ = keys.create(db, audit, ROOT, "k", ["admin"])
    wanted = {"current": PASSWORD, "password": "another long one"}
    assert bearer(web, key.text).put("/api/me/password", json=wanted).status_code == 409


# --- keys ---------------------------------------------------------------------------------------------------------


def test_a_key_is_shown_once_works_and_is_revoked(web: Web, log_in: LogIn) -> None:
    ana = log_in("ana", "owner")
    made = ana.post("/api/keys", json={"name": "home assistant", "scopes": ["items:read"], "days": 90})
    assert (made.status_code, made.headers["cache-control"]) == (201, "no-store")
    program = bearer(web, made.json()["key"])
    assert program.get("/api/items").status_code == 200
    refused = program.get("/api/rules")
    assert (refused.status_code, refused.json()["missing_scope"]) == (403, "rules:read")
    listed = ana.get("/api/keys")
    assert made.json()["key"] not in listed.text
    (one,) = listed.json()["keys"]
    assert (one["prefix"], one["account"], one["state"]) == (made.json()["prefix"], "ana", "active")
    assert one["last_used_at"]
    assert one["expires_at"]
    assert ana.get(f"/api/keys?find={one['prefix'][:5]}").json()["keys"]
    assert ana.get("/api/keys?find=nothing").json()["keys"] == []
    assert ana.post(f"/api/keys/{one['prefix']}/revoke").json()["state"] == "revoked"
    assert program.get("/api/items").status_code == 401


def test_a_key_that_was_made_once_is_kept_nowhere_not_even_for_an_idempotency_key(
    web: Web, db: psycopg.Connection
) -> None:
    once = {"Idempotency-Key": "k-1"}
    wanted = {"name": "k", "scopes": ["items:read"]}
    made = web.client.post("/api/keys", json=wanted, headers=once)
    again = web.client.post("/api/keys", json=wanted, headers=once)
    assert (again.status_code, again.headers["idempotency-replayed"]) == (409, "true")
    assert "shown only once" in again.json()["detail"]
    assert len(web.client.get("/api/keys").json()["keys"]) == 1
    secret = made.json()["key"].rpartition("_")[2]
    named = "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace"
    tables = [row[0] for row in db.execute(named)]
    for table in tables:
        rows = db.execute(f"select t::text, to_jsonb(t)::text from {table} t").fetchall()
        assert not any(secret in text or secret.encode().hex() in text for row in rows for text in row), table


def test_people_look_after_their_own_keys_and_admins_after_everybodys(web: Web, log_in: LogIn) -> None:
    ana, bob = log_in("ana", "owner"), log_in("bob", "viewer")
    hers = ana.post("/api/keys", json={"name": "hers", "scopes": ["items:read"]}).json()
    his = bob.post("/api/keys", json={"name": "his", "scopes": ["items:read"]}).json()
    assert [one["name"] for one in bob.get("/api/keys").json()["keys"]] == ["his"]
    assert [one["name"] for one in ana.get("/api/keys").json()["keys"]] == ["hers", "his"]
    assert bob.post(f"/api/keys/{hers['id']}/revoke").status_code == 404
    more = bob.post("/api/keys", json={"name": "more", "scopes": ["items:write"]})
    assert (more.status_code, "items:write" in more.json()["detail"]) == (403, True)
    for_ana = bob.post("/api/keys", json={"name": "for ana", "scopes": ["items:read"], "account": "ana"})
    assert for_ana.json()["missing_scope"] == "admin"
    assert (
        bearer(web, his["key"]).post("/api/keys", json={"name": "child", "scopes": ["items:read"]}).status_code == 403
    )
    assert ana.post(f"/api/keys/{his['id']}/revoke").status_code == 200
    assert (
        ana.post("/api/keys", json={"name": "bob's", "scopes": ["items:read"], "account": "bob"}).json()["account"]
        == "bob"
    )


def test_what_a_key_makes_may_no_more_and_lasts_no_longer_than_it_does(
    web: Web, db: psycopg.Connection, audit: Audit
) -> None:
    key, maker = keys.create(db, audit, ROOT, "k", ["admin"], valid=timedelta(days=3))
    program = bearer(web, key.text)
    for days in ({}, {"days": 30}):
        made = program.post("/api/keys", json={"name": "child", "scopes": ["items:read"]} | days).json()
        assert datetime.fromisoformat(made["expires_at"]) == maker.expires_at
    sooner = program.post("/api/keys", json={"name": "child", "scopes": ["items:read"], "days": 1}).json()
    assert datetime.fromisoformat(sooner["expires_at"]) < (maker.expires_at or datetime.max.replace(tzinfo=UTC))
    narrow = of_key("narrow000", "narrow", ["items:read"], None)
    with pytest.raises(keys.MoreThanYours, match="items:write"):
        keys.create(db, audit, narrow, "wider", ["items:write"], owner=ROOT)


def test_a_scope_that_there_is_not_is_answered_with_the_nearest(web: Web) -> None:
    refused = web.client.post("/api/keys", json={"name": "k", "scopes": ["item:read"]})
    assert (refused.status_code, "Did you mean items:read?" in refused.json()["detail"]) == (422, True)


# --- the record ---------------------------------------------------------------------------------------------------


def test_changes_are_listed_found_and_verified(db: psycopg.Connection, stage: Stage, log_in: LogIn) -> None:
    ana = log_in("ana", "owner")
    ana.post(f"/api/connections/{stage.id}/pause")
    ana.post("/api/rules/bill/disable", headers={"If-Match": "*"})
    everything = ana.get("/api/audit").json()["entries"]
    assert [one["action"] for one in everything] == ["rule.disable", "connection.pause", "session.begin", "account.add"]
    (paused,) = ana.get(f"/api/audit?subject=connection:{stage.id}").json()["entries"]
    assert (paused["actor_name"], paused["before"]["enabled"], paused["after"]["enabled"]) == ("ana", True, False)
    assert len(ana.get("/api/audit?who=ana&action=rule").json()["entries"]) == 1
    assert ana.get("/api/audit?since=2999-01-01T00:00:00Z").json()["entries"] == []
    first = ana.get("/api/audit?limit=3")
    assert [one["action"] for one in ana.get(first.headers["link"].split(">")[0][1:]).json()["entries"]] == [
        "account.add"
    ]
    good = ana.get("/api/audit/verify").json()
    assert (good["ok"], good["entries"], good["broken"]) == (True, 4, None)
    assert erase(db, connection=stage.id) == 2
    told = ana.get(f"/api/audit/verify?end={good['end']}").json()
    assert (told["ok"], told["erased"]) == (True, 2)
    assert ana.get("/api/audit").json()["entries"][0]["erased_at"]
    with db.transaction():
        db.execute("set local session_replication_role = replica")
        db.execute("update audit_log set actor = 'cli:eve' where position = 2")
    broken = ana.get("/api/audit/verify").json()
    assert (broken["ok"], broken["broken"]["position"]) == (False, 2)


def test_who_sees_some_numbers_sees_what_was_done_to_those(
    web: Web, db: psycopg.Connection, audit: Audit, stage: Stage
) -> None:
    key, _ = keys.create(db, audit, ROOT, "k", ["audit:read"], connections=[stage.id])
    web.client.post("/api/rules/bill/disable", headers={"If-Match": "*"})
    limited = bearer(web, key.text)
    assert [one["action"] for one in limited.get("/api/audit").json()["entries"]] == ["rule.disable"]
    assert limited.get("/api/audit/verify").status_code == 403


@pytest.mark.parametrize("role", ["operator", "viewer"])
def test_who_is_no_admin_looks_after_nobody_and_is_told_the_scope(log_in: LogIn, role: Role) -> None:
    log_in("ana", "owner")
    bob = log_in("bob", role)
    for method, address, scope in (
        ("GET", "/api/accounts", "admin"), ("GET", "/api/accounts/ana", "admin"),
        ("POST", "/api/accounts/ana/disable", "admin"), ("GET", "/api/audit", "audit:read"),
        ("GET", "/api/audit/verify", "audit:read"),
    ):  # fmt: skip
        refused = bob.request(method, address)
        assert (refused.status_code, refused.json()["missing_scope"]) == (403, scope), address
    assert set(bob.get("/api/me").json()["scopes"]) < set(SCOPES)
