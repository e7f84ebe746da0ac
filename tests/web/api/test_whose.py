"""An account that was given one of two numbers sees nothing of the other, whatever it asks."""

from __future__ import annotations

import re

import psycopg
import pytest

from tests.engine.stage import Stage, react, seen
from tests.web.api.conftest import TEXTS
from tests.web.api.described import description, operations
from tests.web.api.who import Doorman, Somebody

READS = [
    address for address, method, _ in operations() if method == "GET"
]  # fmt: skip


@pytest.fixture
def other(stage: Stage, database_url: str, db: psycopg.Connection) -> Stage:
    """Another number with as much as the first, with a word in all of it that the first does not have."""
    other = Stage(db, database_url)
    for emoji, text in TEXTS.items():
        other.tell(seen(f"{text} ajeno", f"X{emoji}"), react(emoji, f"X{emoji}"))
    other.tell(seen("nada que hacer", "XF"), react("💳", "XF"))
    other.settle()
    assert other.id != stage.id
    db.execute(
        "update action_queue set status = 'failed', attempts = 8, last_error = 'ajeno', finished_at = now(),"
        " lease_until = null where connection_id = %s and event_type = 'settle'",
        [other.id],
    )
    return other


@pytest.fixture
def given(doorman: Doorman, stage: Stage, made: dict[str, int], other: Stage) -> Somebody:
    """Somebody who was given the first of two numbers."""
    assert made
    assert other.id
    return doorman.account("ana", "operator", [stage.id])


def ids_of(other: Stage) -> dict[str, list[str]]:
    """Return what may stand in an address, of the number that is not theirs."""
    items = [str(row["id"]) for row in other.rows("select id from items where connection_id = %s", other.id)]
    actions = other.rows("select id from action_execution_log where connection_id = %s", other.id)
    return {
        "items": items, "tasks": items, "events": items, "bills": items, "notes": items,
        "actions": [str(row["id"]) for row in actions], "connections": [str(other.id)],
    }  # fmt: skip


LISTS = [address for address in READS if "{" not in address]


@pytest.mark.parametrize("who", ["session", "key"])
def test_no_list_shows_anything_of_a_number_that_was_not_given(given: Somebody, other: Stage, who: str) -> None:
    client = getattr(given, who)
    shown = 0
    for address in LISTS:
        answer = client.get(address)
        if answer.status_code == 403 and answer.json()["missing_scope"] in {"admin", "audit:read"}:
            continue
        assert answer.status_code == 200, (address, answer.text)
        assert "ajeno" not in answer.text, address
        assert '"X' not in answer.text, address
        assert f'"connection_id":{other.id}' not in answer.text, address
        shown += '"connection_id"' in answer.text
        elsewhere = client.get(address, params={"connection": other.id})
        assert "ajeno" not in elsewhere.text, address
        if "connection" in {part["name"] for part in parameters(address)}:
            assert elsewhere.status_code == 404, address
    assert shown >= 8, "the lists show what is theirs"


def parameters(address: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = description()["paths"][address]["get"].get("parameters", [])
    return found


@pytest.mark.parametrize("who", ["session", "key"])
def test_nothing_of_a_number_that_was_not_given_is_there_when_it_is_asked_for(
    given: Somebody, other: Stage, who: str
) -> None:
    client, ids, looked = getattr(given, who), ids_of(other), set()
    for address in READS:
        plural = address.split("/")[2]
        if "{id}" not in address or plural not in ids:
            continue
        for id_ in ids[plural]:
            answer = client.get(address.replace("{id}", id_))
            assert answer.status_code == 404, (address, answer.text)
            assert "ajeno" not in answer.text
        looked.add(plural)
    assert looked == ids.keys()


def test_nothing_of_a_number_that_was_not_given_is_changed(given: Somebody, other: Stage) -> None:
    ids, before = ids_of(other), other.rows("select * from items where connection_id = %s order by id", other.id)
    for address, method, _ in operations():
        plural = address.split("/")[2]
        if method == "GET" or "{id}" not in address or plural not in ids:
            continue
        path = re.sub(r"\{id\}", ids[plural][0], address)
        answer = given.session.request(method, path, headers={"If-Match": "*"}, json={})
        assert answer.status_code in {403, 404}, (method, address, answer.text)
    assert other.rows("select * from items where connection_id = %s order by id", other.id) == before


def test_statistics_count_only_what_was_given(given: Somebody) -> None:
    theirs = given.session.get("/api/analytics/success").json()["rows"]
    assert sum(row["reactions"] for row in theirs) == len(TEXTS)
    for name in (one["name"] for one in given.session.get("/api/analytics").json()["analytics"]):
        answer = given.session.get(f"/api/analytics/{name}")
        assert answer.status_code == 200, name
        assert "ajeno" not in answer.text, name


def test_the_rules_of_a_number_that_was_not_given_are_not_there(given: Somebody, stage: Stage, other: Stage) -> None:
    for address in ("/api/rules/bill", "/api/rules/bill/versions"):
        assert given.session.get(address, params={"connection": other.id}).status_code == 404
        assert given.session.get(address).status_code == 200, "there is one number for them, and it need not be named"
    assert given.session.get("/api/rules/bill").json()["connection_id"] == stage.id


PAGES = (
    "/", "/live", "/inbox", "/items", "/people", "/rules", "/queue?list=dead", "/queue?list=waiting", "/analytics",
    "/settings", "/settings/keys", "/settings/integrations", "/account",
)  # fmt: skip


def test_no_page_shows_anything_of_a_number_that_was_not_given(given: Somebody, other: Stage) -> None:
    other.db.execute("update connections set name = 'ajeno' where id = %s", [other.id])
    for address in PAGES:
        page = given.session.get(address)
        assert page.status_code == 200, address
        assert "ajeno" not in page.text, address
        assert '"X' not in page.text, address
    ids = ids_of(other)
    for action in ids["actions"]:
        assert given.session.get(f"/actions/{action}").status_code == 404
    for item in ids["items"]:
        assert given.session.get(f"/items/{item}/why").headers["location"] == "/actions/0"
    assert '"connection": null' in given.session.get("/analytics", params={"connection": other.id}).text


def test_how_things_are_counts_only_what_was_given(given: Somebody, other: Stage) -> None:
    told = given.session.get("/api/overview").json()["problem"]
    assert told["code"] == "fine", "what failed is another number's"
    assert other.id


def test_a_key_does_not_show_where_its_owner_is_logged_in(given: Somebody) -> None:
    assert given.session.get("/account").status_code == 200
    assert given.key.get("/account").status_code == 404
