"""Settings and the record as they come from the server: who sees which part, what is missing, who is logged in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import timedelta

import psycopg
import pytest
from starlette.requests import Request

from engine import clock, rulebook
from engine.access import Role
from engine.audit import Audit
from engine.config import Settings
from engine.connections import Connection
from engine.vault import open_vault
from engine.web import browsers
from rules.book import read as read_rules
from tests.web.api.who import Doorman
from tests.web.served import Web

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
ALERT = {
    "id": "alert", "when": {"reaction": "🚨"},
    "do": [{"notify": {"channel": "oncall"}}, {"notify": {"channel": "night"}},
           {"webhook": {"url": "https://elsewhere.example/x", "sign_with": "${secret:SHOP}"}}],
}  # fmt: skip


@pytest.fixture
def settings(database_url: str, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    home = tmp_path_factory.mktemp("home")
    return Settings(
        _env_file=None, database_url=database_url, port=0, data_dir=home, requests_a_minute=100_000,
        channels={"oncall": "https://ntfy.sh/very-secret-topic"}, call_hosts=("firefly.lan",),
    )  # fmt: skip


@pytest.fixture
def doorman(settings: Settings, web: Web, db: psycopg.Connection) -> Iterator[Doorman]:
    made = Doorman(web, db, Audit.of(open_vault(settings)))
    yield made
    made.close()


PARTS: dict[Role, list[str]] = {
    "owner": ["connections", "keys", "accounts", "account", "integrations"],
    "admin": ["connections", "keys", "accounts", "account", "integrations"],
    "operator": ["connections", "keys", "account", "integrations"],
    "viewer": ["connections", "keys", "account", "integrations"],
}


@pytest.mark.parametrize("role", PARTS)
def test_each_role_finds_the_parts_that_are_open_to_it_and_no_others(
    doorman: Doorman, connection: Connection, role: Role
) -> None:
    page = doorman.account("ana", role, [connection.id]).session
    links = re.findall(r'<a href="/(?:settings/)?(\w+)"[^>]*>', page.get("/settings").text.split('class="parts"')[1])
    assert links[: len(PARTS[role])] == PARTS[role]
    answers = {part: page.get(f"/settings/{part}").status_code for part in ("keys", "accounts", "integrations", "rest")}
    admin = role in {"owner", "admin"}
    assert answers == {"keys": 200, "accounts": 200 if admin else 403, "integrations": 200, "rest": 404}
    assert page.get("/audit").status_code == (200 if admin else 403)
    assert ('href="/audit"' in page.get("/settings").text) is admin


def test_a_key_opens_no_part_that_the_api_keeps_from_it(doorman: Doorman, connection: Connection) -> None:
    reader = doorman.key(["connections:read", "items:read"])
    assert reader.get("/settings/connections").status_code == 200
    assert (reader.get("/settings/keys").status_code, reader.get("/api/keys").status_code) == (403, 403)
    admin_of_one = doorman.key(["admin"], connections=[connection.id])
    assert (admin_of_one.get("/settings/accounts").status_code, admin_of_one.get("/api/accounts").status_code) == (
        403, 403,
    )  # fmt: skip


def test_who_sees_the_record_of_some_numbers_is_not_told_who_else_there_is(
    doorman: Doorman, connection: Connection
) -> None:
    doorman.account("ana", "viewer", [connection.id])
    assert '"ana"' in doorman.key(["audit:read"]).get("/audit").text
    assert '"ana"' not in doorman.key(["audit:read"], connections=[connection.id]).get("/audit").text


@pytest.mark.parametrize("language", ["es", "en", "pt"])
@pytest.mark.parametrize(
    "path", ["/settings/connections", "/settings/keys", "/settings/accounts", "/account", "/audit"]
)
def test_a_part_stands_before_its_script_runs_and_allows_only_its_own_files(
    web: Web, connection: Connection, path: str, language: str
) -> None:
    page = web.client.get(path, headers={"Accept-Language": language})
    assert f'<html lang="{language}"' in page.text
    assert "unsafe" not in page.headers["content-security-policy"]
    outside = re.sub(r"<script type=\"application/json\".*?</script>", "", page.text, flags=re.DOTALL)
    assert not re.search(r"\son\w+=|style=", outside)
    assert (connection.instance in outside) is (path == "/settings/connections")


def test_what_rules_name_and_is_not_set_up_is_told_in_words_with_the_setting(
    doorman: Doorman, connection: Connection, db: psycopg.Connection
) -> None:
    rulebook.save(db, connection.id, read_rules({"version": 1, "rules": [ALERT]}).rules, origin="ui")
    ana, vic = (
        doorman.account(name, role, [connection.id]).session for name, role in (("ana", "owner"), ("vic", "viewer"))
    )
    page = ana.get("/settings/integrations", headers={"Accept-Language": "en"}).text
    for words in (
        "<strong>oncall</strong> leads to ntfy.sh.", "alerts the channel night, which is not set up",
        "TOQUE_CHANNELS=night=https://…", "names the secret SHOP", "TOQUE_SECRET_SHOP",
        "calls elsewhere.example, which rules may not call", "<strong>firefly.lan</strong> may be called",
    ):  # fmt: skip
        assert words in page
    assert "very-secret-topic" not in page
    assert "ntfy.sh." not in vic.get("/settings/integrations", headers={"Accept-Language": "en"}).text


def test_somebody_sees_where_they_are_logged_in_and_ends_the_others(doorman: Doorman, db: psycopg.Connection) -> None:
    ana = doorman.account("ana", "owner").session
    elsewhere = doorman._log_in("ana")
    db.execute("update sessions set browser = 'Safari, iPhone' where seen_at = (select max(seen_at) from sessions)")
    page = ana.get("/account", headers={"Accept-Language": "en"}).text
    assert "Safari, iPhone" in page
    assert page.count('<span class="chip good">here</span>') == 1
    assert ana.post("/account/logins", data={"csrf": "forged"}).status_code == 403
    done = ana.post("/account/logins", data={"csrf": ana.headers["X-CSRF-Token"]})
    assert (done.status_code, done.headers["location"]) == (303, "/account?ended")
    assert elsewhere.get("/api/items").status_code == 401
    assert "nowhere else" in ana.get("/account?ended", headers={"Accept-Language": "en"}).text
    last = ana.get("/api/audit?limit=1").json()["entries"][0]
    assert (last["action"], last["before"]) == ("session.end_others", {"logins": 1})


@pytest.mark.parametrize(
    ("told", "known"),
    [
        (FIREFOX, "Firefox, Linux"),
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0", "Edge, Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1", "Safari, iPhone"),
        ("python", None),
    ],
)
def test_a_browser_is_known_by_two_words(told: str, known: str | None) -> None:
    assert browsers.of(Request({"type": "http", "headers": [(b"user-agent", told.encode())]})) == known


def test_a_login_that_ended_is_said_so_and_leads_back(web: Web) -> None:
    page = web.client.get("/login?ended&next=/audit", headers={"Accept-Language": "en"}).text
    assert "Your login has ended" in page
    assert 'name="next" value="/audit"' in page
    assert "has ended" not in web.client.get("/login?next=/audit", headers={"Accept-Language": "en"}).text


def test_what_a_number_sent_is_counted_and_of_others_nothing_is_said(
    doorman: Doorman, connection: Connection, db: psycopg.Connection
) -> None:
    for hours, queue_id in ((0, 1), (2, 2), (30, 3)):
        db.execute(
            "insert into deliveries (connection_id, queue_id, outcome, sent_message_id, at)"
            " values (%s, %s, 'sent', 'M', %s)",
            [connection.id, queue_id, clock.now() - timedelta(hours=hours)],
        )
    told = doorman.account("ana", "owner").session.get("/api/connections/sending").json()
    assert told["least_seconds"] <= told["most_seconds"]
    (one,) = told["connections"]
    assert (one["sent_hour"], one["sent_day"], one["waiting"], one["free_at"]) == (1, 2, 0, None)
    assert doorman.account("vic", "viewer").session.get("/api/connections/sending").json()["connections"] == []


def test_entries_are_found_by_day_and_by_the_kind_of_thing(doorman: Doorman, connection: Connection) -> None:
    ana = doorman.account("ana", "owner").session
    ana.post(f"/api/connections/{connection.id}/pause")
    find: Callable[[str], list[str]] = lambda asked: [  # noqa: E731 - one line, used below
        one["action"] for one in ana.get(f"/api/audit?{asked}").json()["entries"]
    ]
    assert find("subject=connection") == ["connection.pause"]
    assert find(f"subject=connection:{connection.id}") == ["connection.pause"]
    assert find("subject=conn") == []
    assert find("until=2020-01-01T00:00:00Z") == []
    assert "connection.pause" in find("since=2020-01-01T00:00:00Z&until=2100-01-01T00:00:00Z")
    assert "connection.pause" in ana.get("/audit?subject=connection").text
    assert "session.begin" not in ana.get("/audit?subject=connection").text
