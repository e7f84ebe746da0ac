"""Items and explanations over HTTP."""

from __future__ import annotations

import json

import psycopg
import pytest

from engine.connections import Connection
from tests.web.served import Web


@pytest.fixture
def add(db: psycopg.Connection, connection: Connection):
    """Return what stores an item with the row of its kind."""

    def store(kind: str, message_id: str, table: str, **fields: object) -> int:
        row = db.execute(
            "insert into items (connection_id, kind, title, message_id, address, chat, rule_id, step, position,"
            " rule_version, revision, language, confidence, reading, tags, spans)"
            " values (%s, %s, %s, %s, 'me', 'c@g.us', 'rule', 0, 0, 3, 1, 'es', 0.9, '', '{servicios}',"
            " '{\"due\": [1, 2]}')"
            " returning id",
            [connection.id, kind, f"a {kind}", message_id],
        ).fetchone()
        assert row
        names = ", ".join(fields)
        marks = ", ".join(["%s"] * len(fields))
        db.execute(
            f"insert into {table} (connection_id, item_id, {names}) values (%s, %s, {marks})",
            [connection.id, row[0], *fields.values()],
        )
        return int(row[0])

    return store


def test_a_bill_is_shown_with_its_amount_to_the_cent(web: Web, add) -> None:
    number = add("bill", "M1", "bills", vendor="CFE", amount="890", currency="MXN", due_on="2026-01-15", category="luz")
    (item,) = web.client.get("/api/items").json()["items"]
    assert item["fields"] == {
        "vendor": "CFE", "amount": "890.00", "currency": "MXN", "due": "2026-01-15", "category": "luz",
        "account": None, "recurrence": None,
    }  # fmt: skip
    assert {name: item[name] for name in ("id", "kind", "title", "status", "flags", "priority", "tags", "spans")} == {
        "id": number, "kind": "bill", "title": "a bill", "status": "open", "flags": [], "priority": "medium",
        "tags": ["servicios"], "spans": {"due": [1, 2]},
    }  # fmt: skip
    assert (item["message_id"], item["chat"], item["rule_id"], item["rule_version"], item["confidence"]) == (
        "M1", "c@g.us", "rule", 3, 0.9,
    )  # fmt: skip
    assert item["created_at"].endswith("+00:00")


@pytest.mark.parametrize(
    ("language", "said"), [("es", "cada 6 meses"), ("en", "every 6 months"), ("pt", "a cada 6 meses")]
)
def test_how_often_is_said_in_the_language_of_who_asks(web: Web, add, language: str, said: str) -> None:
    add("bill", "M1", "bills", vendor="Seguro", currency="MXN", recurrence="FREQ=MONTHLY;INTERVAL=6")
    add("note", "M2", "notes", body="once")
    once, again = web.client.get("/api/items", headers={"Accept-Language": language}).json()["items"]
    assert (again["repeats"], once["repeats"]) == (said, None)


def test_an_instant_is_shown_with_the_offset_of_its_own_zone(web: Web, add) -> None:
    add("event", "M1", "calendar_events", starts_at="2026-07-01T15:00:00Z", zone="America/Sao_Paulo", location="Café")
    add("event", "M2", "calendar_events", starts_on="2026-07-02", zone="America/Sao_Paulo")
    add("task", "M3", "tasks", due_at="2026-01-01T15:00:00Z", zone="Europe/Madrid")
    day, instant = (web.client.get(f"/api/items?message_id={m}").json()["items"][0]["fields"] for m in ("M2", "M1"))
    assert (instant["start"], instant["end"], instant["location"]) == ("2026-07-01T12:00:00-03:00", None, "Café")
    assert (day["start"], day["attendees"]) == ("2026-07-02", [])
    (task,) = web.client.get("/api/items?kind=task").json()["items"]
    assert task["fields"] == {
        "due": "2026-01-01T16:00:00+01:00", "description": None, "assignee": None, "recurrence": None,
    }  # fmt: skip


def test_the_newest_come_first_and_filters_narrow_them(web: Web, add, db: psycopg.Connection) -> None:
    numbers = [add("note", f"M{n}", "notes", body=f"note {n}") for n in range(4)]
    db.execute("update items set status = 'done', done_at = now() where id = %s", [numbers[1]])

    def found(query: str) -> list[int]:
        return [item["id"] for item in web.client.get(f"/api/items?{query}").json()["items"]]

    assert found("") == numbers[::-1]
    assert found("limit=2") == numbers[:1:-1]
    assert found("message_id=M2") == [numbers[2]]
    assert found("status=done") == [numbers[1]]
    assert found("kind=bill") == []
    assert found("kind=note&status=open&limit=500") == [numbers[n] for n in (3, 2, 0)]


@pytest.mark.parametrize(
    "query", ["kind=poem", "limit=0", "limit=501", "limit=x", "status=", "colour=red", "message_id=%00"]
)
def test_a_question_that_makes_no_sense_is_answered_with_what_is_wrong(web: Web, query: str) -> None:
    answer = web.client.get(f"/api/items?{query}")
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["errors"][0]["pointer"] == "/" + query.partition("=")[0]
    assert {"type", "title", "status", "detail"} <= problem.keys()


def test_an_action_is_shown_with_its_explanation(web: Web, connection: Connection, db: psycopg.Connection) -> None:
    row = db.execute(
        "insert into action_execution_log (connection_id, queue_id, message_id, address, revision, emoji, outcome,"
        " explanation, heard_at, took_ms) values (%s, 1, 'M1', 'me', 1, '💳', 'created', %s, now(), 4.5) returning id",
        [connection.id, json.dumps({"rules": [{"id": "bills", "fired": True}]})],
    ).fetchone()
    assert row
    action = web.client.get(f"/api/actions/{row[0]}").json()
    assert action["explanation"] == {"rules": [{"id": "bills", "fired": True}]}
    assert (action["outcome"], action["emoji"], action["took_ms"], action["error"]) == ("created", "💳", 4.5, None)
    assert web.client.get("/api/actions?message_id=M1").json()["actions"] == [action]
    assert web.client.get("/api/actions?message_id=M2").json()["actions"] == []


@pytest.mark.parametrize("number", [0, 10**9, 2**63, 10**30])
def test_an_action_that_is_not_there_is_not_found(web: Web, number: int) -> None:
    answer = web.client.get(f"/api/actions/{number}")
    assert (answer.status_code, answer.json()["title"]) == (404, "Not Found")


def test_an_address_or_method_that_is_not_there_is_a_problem_too(web: Web) -> None:
    nothing, method = web.client.get("/api/nothing"), web.client.delete("/api/items")
    assert (nothing.status_code, method.status_code) == (404, 405)
    assert {a.headers["content-type"] for a in (nothing, method)} == {"application/problem+json"}
    assert "GET" in method.headers["allow"]
