"""Who comes in: sessions and keys at a served Toque, and everything that somebody would try who should not."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable
from datetime import timedelta

import httpx2
import psycopg
import pytest

from engine import access, accounts, keys, logins, passwords, tokens
from engine.access import ROLES, SCOPES_OF, Role
from engine.audit import Audit
from engine.config import Settings
from engine.connections import Connection
from engine.vault import open_vault
from engine.web import streams
from tests.web.served import PATIENCE, Web, eventually, frames, lightly_hashed

PASSWORD = "correct horse battery"
KEPT = lightly_hashed(PASSWORD)
ROOT = access.at_terminal("root")


@pytest.fixture(autouse=True)
def _streams_end_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "CHECK_SECONDS", 0.05)


@pytest.fixture
def audit(settings: Settings) -> Audit:
    return Audit.of(open_vault(settings))


@pytest.fixture
def account(db: psycopg.Connection, audit: Audit) -> Callable[..., accounts.Account]:
    """Return what makes an account."""

    def make(name: str = "ana", role: Role = "owner", connections: tuple[int, ...] = ()) -> accounts.Account:
        return accounts.add(db, audit, ROOT, name=name, role=role, password=KEPT, connections=connections)

    return make


def client(web: Web, **headers: str) -> httpx2.Client:
    """Return a browser of its own."""
    return httpx2.Client(base_url=web.client.base_url, timeout=PATIENCE, trust_env=False, headers=headers)


def token_in(page: str) -> str:
    found = re.search(r'name="csrf" value="([^"]+)"', page)
    assert found
    return found[1]


def log_in(browser: httpx2.Client, name: str = "ana", password: str = PASSWORD, **more: str) -> httpx2.Response:
    csrf = token_in(browser.get("/login").text)
    return browser.post("/login", data={"name": name, "password": password, "csrf": csrf, **more})


def logged_in(web: Web, name: str = "ana") -> httpx2.Client:
    browser = client(web)
    assert log_in(browser, name).status_code == 303
    return browser


def bearer(key: tokens.Key) -> dict[str, str]:
    return {"Authorization": f"Bearer {key.text}"}


# --- before and after the first account ---------------------------------------------------------------------------


def test_with_the_first_account_this_machine_needs_a_login_too(web: Web, account: Callable[..., object]) -> None:
    assert web.client.get("/api/items").status_code == 200
    account()
    refused = web.client.get("/api/items")
    assert refused.status_code == 401
    assert refused.headers["www-authenticate"].startswith("Bearer")
    assert "/login" in refused.json()["detail"]


@pytest.mark.parametrize(
    "path", ["/livez", "/readyz", "/api/health", "/login", "/static/base.css", "/api/webhook/some-slug"]
)
def test_what_is_open_stays_open_with_accounts(web: Web, account: Callable[..., object], path: str) -> None:
    account()
    answer = web.client.get(path, headers={"X-Forwarded-For": "203.0.113.7", "Host": "toque.example.org"})
    assert answer.status_code == 200


def test_the_first_link_makes_the_owner_once(web: Web, db: psycopg.Connection) -> None:
    secret = accounts.first_link(db, access.MACHINE)
    browser = client(web, **{"X-Forwarded-For": "203.0.113.7", "Host": "toque.example.org"})
    page = browser.get(f"/setup/{secret}")
    assert page.status_code == 200
    assert browser.get(f"/setup/{secret}").status_code == 200, "looking uses nothing up"
    filled = {"name": "Ana", "password": PASSWORD, "again": PASSWORD, "csrf": token_in(page.text)}
    assert browser.post(f"/setup/{secret}", data=filled).status_code == 303
    me = browser.get("/api/me").json()
    assert (me["name"], me["role"], me["connections"]) == ("ana", "owner", None)
    other = client(web)
    assert other.get(f"/setup/{secret}").status_code == 404
    assert accounts.first_link(db, access.MACHINE) is None


def test_a_link_to_the_first_account_is_over_as_soon_as_there_is_one(
    web: Web, db: psycopg.Connection, account: Callable[..., object]
) -> None:
    secret = accounts.first_link(db, access.MACHINE)
    account()
    assert web.client.get(f"/setup/{secret}").status_code == 404


def test_two_who_are_the_first_at_once_make_one_owner(db: psycopg.Connection, database_url: str, audit: Audit) -> None:
    secret = accounts.first_link(db, access.MACHINE) or ""
    made: list[object] = []

    def accept(name: str) -> None:
        with psycopg.connect(database_url, autocommit=True) as mine:
            try:
                made.append(accounts.accept(mine, audit, secret, name, KEPT))
            except accounts.LinkOver as fault:
                made.append(fault)

    both = [threading.Thread(target=accept, args=[name]) for name in ("ana", "eve")]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert sorted(type(one).__name__ for one in made) == ["Account", "LinkOver"]


@pytest.mark.parametrize(
    ("name", "password", "again", "says"),
    [
        ("ana", "too short", "too short", "12 to 200"),
        ("ana", PASSWORD, PASSWORD + "x", "not the same"),
        ("a na", PASSWORD, PASSWORD, "cannot be used"),
        ("", PASSWORD, PASSWORD, "cannot be used"),
        ("bob", PASSWORD, PASSWORD, "already"),
    ],
)
def test_what_is_filled_in_wrongly_is_said_and_uses_nothing_up(
    *, web: Web, db: psycopg.Connection, audit: Audit, account: Callable[..., object], name: str, password: str,
    again: str, says: str,
) -> None:  # fmt: skip
    account("bob")
    secret = accounts.invite(db, audit, ROOT, "viewer")
    browser = client(web)
    filled = {
        "name": name,
        "password": password,
        "again": again,
        "csrf": token_in(browser.get(f"/setup/{secret}").text),
    }
    answer = browser.post(f"/setup/{secret}", data=filled)
    assert answer.status_code == 422
    assert says in answer.text
    assert browser.get(f"/setup/{secret}").status_code == 200


# --- sessions -----------------------------------------------------------------------------------------------------


def test_a_login_lets_in_and_a_logout_lets_out(web: Web, account: Callable[..., object]) -> None:
    account()
    browser = client(web)
    answer = log_in(browser)
    (cookie,) = [c for c in answer.headers.get_list("set-cookie") if c.startswith("toque_session=")]
    for word in ("HttpOnly", "SameSite=lax", "Path=/"):
        assert word in cookie
    assert browser.get("/api/items").status_code == 200
    kept = dict(browser.cookies)
    out = browser.post("/logout", data={"csrf": browser.get("/api/me").json()["csrf_token"]})
    assert (out.status_code, out.headers["location"]) == (303, "/login")
    # Nor does it help to have kept the cookie.
    assert client(web, Cookie=f"toque_session={kept['toque_session']}").get("/api/items").status_code == 401


def test_over_https_the_cookie_is_secure_and_no_other_host_can_set_it(web: Web, account: Callable[..., object]) -> None:
    account()
    browser = client(web, **{"X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.7"})
    page = browser.get("/login")
    laid = page.headers["set-cookie"].partition(";")[0]
    filled = {"name": "ana", "password": PASSWORD, "csrf": token_in(page.text)}
    answer = browser.post("/login", data=filled, headers={"Cookie": laid})
    cookies = [c for c in answer.headers.get_list("set-cookie") if "toque_session=" in c]
    assert answer.status_code == 303
    assert cookies[0].startswith("__Host-toque_session=")
    assert "Secure" in cookies[0]


def test_a_session_that_was_laid_in_a_browser_is_not_the_one_after_the_login(
    web: Web, account: Callable[..., object]
) -> None:
    account("eve", "viewer")
    account()
    laid = dict(logged_in(web, "eve").cookies)["toque_session"]
    browser = client(web)
    browser.cookies.set("toque_session", laid)
    csrf = client(web).get("/login")
    browser.cookies.set("toque_form", csrf.cookies["toque_form"])
    done = browser.post("/login", data={"name": "ana", "password": PASSWORD, "csrf": token_in(csrf.text)})
    assert done.status_code == 303
    now = [c.value for c in done.cookies.jar if c.name == "toque_session"]
    assert now
    assert laid not in now
    assert client(web, Cookie=f"toque_session={laid}").get("/api/items").status_code == 401, "the former one has ended"


@pytest.mark.parametrize("change", ["expires_at = now()", "seen_at = now() - interval '8 days'"])
def test_a_session_ends_with_its_time_and_when_nothing_is_done_with_it(
    web: Web, db: psycopg.Connection, account: Callable[..., object], change: str
) -> None:
    account()
    browser = logged_in(web)
    db.execute(f"update sessions set {change}")
    assert browser.get("/api/items").status_code == 401


def test_when_a_session_was_seen_is_written_once_a_minute(
    web: Web, db: psycopg.Connection, account: Callable[..., object]
) -> None:
    account()
    browser = logged_in(web)
    for age, moved in (("30 seconds", False), ("2 minutes", True)):
        db.execute(f"update sessions set seen_at = now() - interval '{age}'")
        before = db.execute("select seen_at from sessions").fetchone()
        browser.get("/api/items")
        assert (db.execute("select seen_at from sessions").fetchone() != before) is moved


def test_neither_the_cookie_nor_a_key_can_be_read_from_the_database(
    web: Web, db: psycopg.Connection, audit: Audit, account: Callable[..., object]
) -> None:
    account()
    secret = dict(logged_in(web).cookies)["toque_session"]
    key, _ = keys.create(db, audit, ROOT, "k", ["items:read"])
    link = accounts.invite(db, audit, ROOT, "viewer")
    everything = "".join(
        str(row) for table in ("accounts", "sessions", "api_keys", "invitations", "audit_log", "audit_payloads")
        for row in db.execute(f"select t::text from {table} t")
    )  # fmt: skip
    for hidden in (secret, key.secret, link, PASSWORD):
        assert hidden not in everything
        assert hidden.encode().hex() not in everything


@pytest.mark.parametrize("cookie", ["", "x", "é", "a" * 5000, '"; drop table accounts', "%00"])
def test_a_cookie_that_is_none_lets_nobody_in(web: Web, account: Callable[..., object], cookie: str) -> None:
    account()
    header = {"Cookie": f"toque_session={cookie}".encode()}
    assert web.client.get("/api/items", headers=header).status_code == 401


# --- logging in ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "password"),
    [
        ("ana", "a wrong one"),
        ("nobody", PASSWORD),
        ("", ""),
        ("gone", PASSWORD),
        ("ana", PASSWORD * 20),
        ("a\0na", "x\0"),
    ],
)
def test_a_wrong_name_a_wrong_password_and_a_disabled_account_are_answered_alike(
    *,
    web: Web,
    db: psycopg.Connection,
    audit: Audit,
    account: Callable[..., accounts.Account],
    name: str,
    password: str,
) -> None:
    account()
    accounts.switch(db, audit, ROOT, account("gone", "viewer"), enabled=False)
    answer = log_in(client(web), name, password)
    assert answer.status_code == 401
    assert "do not belong together" in answer.text
    assert "toque_session" not in answer.headers.get("set-cookie", "")
    assert f'value="{password}"' not in answer.text or not password
    assert "toque_session" not in answer.headers.get("set-cookie", "")


def test_a_password_is_the_same_however_its_accents_are_typed() -> None:
    kept = passwords.hashed("contraseña segura")
    assert passwords.matches("contraseña segura", kept)


def test_too_many_attempts_are_refused_even_with_the_right_password_and_elsewhere_it_is_let_in(
    web: Web, db: psycopg.Connection, account: Callable[..., object]
) -> None:
    account()
    for _ in range(logins.MOST_OF_BOTH):
        logins.attempt(db, "ana", "127.0.0.1")
    refused = log_in(client(web))
    assert refused.status_code == 429
    assert 0 < int(refused.headers["retry-after"]) <= logins.WINDOW
    assert "Too many attempts" in refused.text
    elsewhere = client(web, **{"X-Forwarded-For": "203.0.113.7"})
    assert log_in(elsewhere).status_code == 303, "whoever knows a name must not lock its owner out"


def test_attempts_are_counted_by_name_by_address_and_by_both(db: psycopg.Connection) -> None:
    for n in range(logins.MOST_OF_ADDRESS):
        logins.attempt(db, f"name{n}", "203.0.113.7")
    with pytest.raises(logins.TooManyAttempts):
        logins.attempt(db, "another", "203.0.113.7")
    for n in range(logins.MOST_OF_NAME):
        logins.attempt(db, "ana", f"198.51.100.{n}")
    with pytest.raises(logins.TooManyAttempts):
        logins.attempt(db, "ANA ", "192.0.2.1")


def test_a_v6_network_is_one_address() -> None:
    assert logins.network("2001:db8::1") == logins.network("2001:db8::ffff:2")
    assert logins.network("2001:db8:0:1::1") != logins.network("2001:db8::1")
    assert logins.network("::ffff:203.0.113.7") == "203.0.113.7"


def test_many_attempts_at_once_are_no_way_round_the_limit(database_url: str) -> None:
    let_in: list[bool] = []

    def attempt() -> None:
        with psycopg.connect(database_url, autocommit=True) as mine:
            try:
                logins.attempt(mine, "ana", "203.0.113.7")
                let_in.append(True)
            except logins.TooManyAttempts:
                let_in.append(False)

    crowd = [threading.Thread(target=attempt) for _ in range(12)]
    for one in crowd:
        one.start()
    for one in crowd:
        one.join()
    assert let_in.count(True) == logins.MOST_OF_BOTH


def test_a_login_forgives_what_was_typed_wrongly_before(
    web: Web, db: psycopg.Connection, account: Callable[..., object]
) -> None:
    account()
    logins.attempt(db, "ana", "127.0.0.1")
    logged_in(web)
    assert db.execute("select count(*) from login_failures").fetchone() == (0,)


@pytest.mark.parametrize(
    ("wanted", "goes"),
    [
        ("/live?x=1", "/live?x=1"), ("//evil.example", "/"), ("https://evil.example", "/"), ("/\\evil.example", "/"),
        ("javascript:alert(1)", "/"), ("", "/"), ("/\tx", "/"), ("/%0d%0aX: y", "/%0d%0aX: y"),
    ],
)  # fmt: skip
def test_after_a_login_one_goes_on_at_our_own_pages_only(
    web: Web, account: Callable[..., object], wanted: str, goes: str
) -> None:
    account()
    location = log_in(client(web), next=wanted).headers["location"]
    assert location.replace("%20", " ") == goes


def test_a_browser_is_sent_to_the_login_and_back_and_a_program_is_not(web: Web, account: Callable[..., object]) -> None:
    account()
    sent = web.client.get("/live?x=1", headers={"Accept": "text/html,*/*"})
    assert (sent.status_code, sent.headers["location"]) == (303, "/login?next=/live%3Fx%3D1")
    assert web.client.get("/live", headers={"Accept": "*/*"}).status_code == 401


# --- forged requests ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("token", [None, "", "x", "0" * 64])
def test_what_changes_something_needs_the_token_of_its_session(
    web: Web, account: Callable[..., object], token: str | None
) -> None:
    account()
    browser = logged_in(web)
    headers = {} if token is None else {"X-CSRF-Token": token}
    for path, how in (("/demo/say", {"content": b"{}"}), ("/demo/say", {"data": {"a": "b"}})):
        refused = browser.post(path, headers=headers, **how)
        assert refused.status_code == 403
        assert "X-CSRF-Token" in refused.json()["detail"]
    for path in ("/logout", "/account"):
        assert browser.post(path, headers=headers, data={"csrf": token or ""}).status_code == 403
    right = {"X-CSRF-Token": browser.get("/api/me").json()["csrf_token"]}
    assert browser.post("/demo/say", headers=right, content=b"{}").status_code == 404


def test_the_token_of_another_session_is_none(web: Web, account: Callable[..., object]) -> None:
    account()
    account("eve")
    theirs = logged_in(web, "eve").get("/api/me").json()["csrf_token"]
    assert logged_in(web).post("/demo/say", headers={"X-CSRF-Token": theirs}, content=b"{}").status_code == 403


def test_nobody_can_be_logged_in_by_another_page(web: Web, account: Callable[..., object]) -> None:
    account()
    filled = {"name": "ana", "password": PASSWORD}
    assert web.client.post("/login", data=filled).status_code == 403
    theirs = token_in(client(web).get("/login").text)
    assert client(web).post("/login", data=filled | {"csrf": theirs}).status_code == 403


def test_a_key_needs_no_token_since_no_browser_sends_it_by_itself(
    web: Web, db: psycopg.Connection, audit: Audit
) -> None:
    key, _ = keys.create(db, audit, ROOT, "k", ["items:write"])
    assert web.client.post("/demo/say", headers=bearer(key), content=b"{}").status_code == 404


# --- keys ---------------------------------------------------------------------------------------------------------


def test_a_key_may_what_its_scopes_say_and_is_told_which_it_lacks(
    web: Web, db: psycopg.Connection, audit: Audit
) -> None:
    key, _ = keys.create(db, audit, ROOT, "scrape", ["metrics:read"])
    assert web.client.get("/metrics", headers=bearer(key)).status_code == 200
    refused = web.client.get("/api/items", headers=bearer(key))
    assert (refused.status_code, refused.json()["missing_scope"]) == (403, "items:read")
    assert "items:read" in refused.json()["detail"]


def test_a_key_gets_in_from_anywhere_also_before_there_is_an_account(
    web: Web, db: psycopg.Connection, audit: Audit
) -> None:
    key, _ = keys.create(db, audit, ROOT, "k", ["items:read"])
    away = {"X-Forwarded-For": "203.0.113.7", "Host": "toque.example.org"}
    assert web.client.get("/api/items", headers=away | bearer(key)).status_code == 200


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("update api_keys set revoked_at = now()", "was revoked"),
        ("update api_keys set expires_at = now()", "has expired"),
        ("update accounts set disabled_at = now()", "was disabled"),
        ("update api_keys set digest = sha256('another')", "not known"),
        ("delete from api_keys", "not known"),
    ],
)
def test_a_key_that_is_over_is_refused_with_the_reason(
    *, web: Web, db: psycopg.Connection, audit: Audit, account: Callable[..., accounts.Account], change: str, says: str
) -> None:
    ana = account()
    owner = access.of_account(ana.id, ana.name, ana.role, ana.connections)
    key, _ = keys.create(db, audit, ROOT, "k", ["items:read"], owner=owner)
    assert web.client.get("/api/items", headers=bearer(key)).status_code == 200
    db.execute(change)
    refused = web.client.get("/api/items", headers=bearer(key))
    assert refused.status_code == 401
    assert says in refused.json()["detail"]
    assert "invalid_token" in refused.headers["www-authenticate"]


def test_a_wrong_key_is_refused_although_this_machine_would_be_let_in(web: Web) -> None:
    for text in ("tq_aaaaaaaa_" + "x" * 40, "nonsense", "", "é", "tq__"):
        header = {"Authorization": f"Bearer {text}".strip().encode()}
        assert web.client.get("/api/items", headers=header).status_code == 401


def test_a_key_of_somebody_never_may_more_than_they_do(
    web: Web, db: psycopg.Connection, audit: Audit, account: Callable[..., accounts.Account]
) -> None:
    account()
    max_ = account("max", "admin")
    owner = access.of_account(max_.id, max_.name, max_.role, ())
    key, _ = keys.create(db, audit, ROOT, "k", ["admin"], owner=owner)
    assert web.client.get("/metrics", headers=bearer(key)).status_code == 200
    accounts.set_role(db, audit, ROOT, max_, role="viewer")
    assert web.client.get("/metrics", headers=bearer(key)).status_code == 403
    assert web.client.get("/api/me", headers=bearer(key)).json()["scopes"] == []


def test_when_a_key_was_used_is_written_once_a_minute(web: Web, db: psycopg.Connection, audit: Audit) -> None:
    key, _ = keys.create(db, audit, ROOT, "k", ["items:read"])
    used = "select last_used_at from api_keys"
    web.client.get("/api/items", headers=bearer(key))
    first = db.execute(used).fetchone()
    web.client.get("/api/items", headers=bearer(key))
    assert first is not None
    assert first != (None,)
    assert db.execute(used).fetchone() == first


def test_a_key_of_another_connection_hears_nothing_of_this_one(
    web: Web, db: psycopg.Connection, audit: Audit, connection: Connection, show: Callable[..., int]
) -> None:
    mine, _ = keys.create(db, audit, ROOT, "mine", ["items:read"], connections=[connection.id])
    none, _ = keys.create(db, audit, ROOT, "none", ["items:read"], connections=[])
    show("before")
    with web.client.stream("GET", "/api/stream?last=9", headers=bearer(none)) as answer:
        deaf = frames(answer.iter_lines())
        assert next(deaf).data is None
        with web.watch("?last=9", **bearer(mine)) as heard:
            next(heard)
            assert next(heard).data["outcome"] == "before"
            show("now")
            assert next(heard).data["outcome"] == "now"
        db.execute("update api_key_connections set key_id = %s", [none.id])
        # It was told nothing, and ends, since it sees something else now.
        assert list(deaf) == []


# --- streams ------------------------------------------------------------------------------------------------------


def end_by_logout(*, browser: httpx2.Client, **_: object) -> None:
    browser.post("/logout", data={"csrf": browser.get("/api/me").json()["csrf_token"]})


def end_by_disabling(*, db: psycopg.Connection, audit: Audit, **_: object) -> None:
    accounts.switch(db, audit, ROOT, accounts.one(db, "bob"), enabled=False)


def end_by_role(*, db: psycopg.Connection, audit: Audit, **_: object) -> None:
    accounts.set_role(db, audit, ROOT, accounts.one(db, "bob"), role="viewer")


def end_by_password(*, db: psycopg.Connection, audit: Audit, **_: object) -> None:
    accounts.set_password(db, audit, ROOT, accounts.one(db, "bob"), KEPT)


def end_by_time(*, db: psycopg.Connection, **_: object) -> None:
    db.execute("update sessions set expires_at = now()")


@pytest.mark.parametrize("end", [end_by_logout, end_by_disabling, end_by_role, end_by_password, end_by_time])
def test_a_stream_ends_with_what_opened_it(
    *, web: Web, db: psycopg.Connection, audit: Audit, account: Callable[..., object], show: Callable[..., int],
    end: Callable[..., None],
) -> None:  # fmt: skip
    account()
    account("bob", "admin")
    browser, other = logged_in(web, "bob"), logged_in(web)
    with browser.stream("GET", "/api/stream") as theirs, other.stream("GET", "/api/stream") as another:
        mine, still = frames(theirs.iter_lines()), frames(another.iter_lines())
        next(mine)
        next(still)
        end(db=db, audit=audit, browser=browser)
        assert list(mine) == []
        if end is not end_by_time:
            show("after")
            assert next(still).data["outcome"] == "after"


def test_a_key_that_is_revoked_while_its_stream_is_open_ends_it(web: Web, db: psycopg.Connection, audit: Audit) -> None:
    key, _ = keys.create(db, audit, ROOT, "k", ["items:read"], valid=timedelta(days=1))
    with web.watch("", **bearer(key)) as heard:
        next(heard)
        assert keys.revoke(db, audit, ROOT, key.id)
        assert list(heard) == []
    assert eventually(lambda: web.server.app.state.site.feed.watched_by == 0)


def test_this_machines_streams_end_when_the_first_account_is_made(web: Web, account: Callable[..., object]) -> None:
    with web.watch() as heard:
        next(heard)
        account()
        assert list(heard) == []


# --- one's own account --------------------------------------------------------------------------------------------


def test_a_new_password_ends_every_other_login(web: Web, account: Callable[..., object]) -> None:
    account()
    browser, elsewhere = logged_in(web), logged_in(web)
    csrf = browser.get("/api/me").json()["csrf_token"]
    other = "another long password"
    filled = {"current": PASSWORD, "password": other, "again": other, "csrf": csrf}
    for change, says in (
        ({"current": "wrong"}, "not your password"), ({"again": "x"}, "not the same"),
        ({"password": "short", "again": "short"}, "12 to 200"),
    ):  # fmt: skip
        refused = browser.post("/account", data=filled | change)
        assert refused.status_code == 422
        assert says in refused.text
    done = browser.post("/account", data=filled)
    assert (done.status_code, done.headers["location"]) == (303, "/account?changed")
    assert browser.get("/api/items").status_code == 200
    assert elsewhere.get("/api/items").status_code == 401
    assert log_in(client(web)).status_code == 401
    assert log_in(client(web), password=other).status_code == 303


@pytest.mark.parametrize("role", ROLES)
def test_each_role_is_told_what_it_may(
    web: Web, account: Callable[..., object], connection: Connection, role: Role
) -> None:
    account("ana", role, (connection.id,))
    browser = logged_in(web)
    me = browser.get("/api/me").json()
    assert set(me["scopes"]) == SCOPES_OF[role]
    assert me["connections"] == (None if role in {"owner", "admin"} else [connection.id])
    page = browser.get("/account")
    assert page.headers["cache-control"] == "no-store"
    assert "ana" in page.text


@pytest.mark.parametrize("language", ["es", "en", "pt"])
@pytest.mark.parametrize("path", ["/login", "/setup/{secret}", "/setup/over", "/account"])
def test_the_pages_at_the_door_allow_only_their_own_files_in_every_language(
    *, web: Web, db: psycopg.Connection, audit: Audit, account: Callable[..., object], path: str, language: str
) -> None:
    account()
    secret = accounts.invite(db, audit, ROOT, "viewer")
    browser = logged_in(web) if path == "/account" else client(web)
    page = browser.get(path.format(secret=secret), headers={"Accept-Language": language})
    assert f'<html lang="{language}"' in page.text
    policy = page.headers["content-security-policy"]
    assert "form-action 'self'" in policy
    assert "unsafe" not in policy
    outside = re.sub(r"<script type=\"application/json\".*?</script>", "", page.text, flags=re.DOTALL)
    assert not re.search(r"\son\w+=|style=|https?://", outside)
    for field in re.findall(r'<input id="(\w+)"', page.text):
        assert f'<label for="{field}">' in page.text


def test_a_login_is_in_the_audit_log(
    web: Web, db: psycopg.Connection, audit: Audit, account: Callable[..., accounts.Account]
) -> None:
    ana = account()
    logged_in(web)
    rows = db.execute("select actor, action, subject from audit_log order by position").fetchall()
    assert rows[-1] == (f"account:{ana.id}", "session.begin", f"account:{ana.id}")
    assert audit.verify(db).broken is None
    bodies = [row[0] for row in db.execute("select body from audit_payloads")]
    assert json.loads(bodies[0])["after"]["role"] == "owner"
