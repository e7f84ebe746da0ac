"""The webhook: what is answered to whom, and what is stored before."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import httpx2
import psycopg
import pytest

from engine.config import Settings
from engine.connections import Connection
from tests.web.served import TOKEN, Web, reaction

HEADERS = {"X-Toque-Token": TOKEN}


def post(web: Web, connection: Connection, body: object, suffix: str = "", **headers: str) -> httpx2.Response:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return web.client.post(
        f"/api/webhook/{connection.slug}{suffix}",
        content=content,
        headers=HEADERS | {"Content-Type": "application/json"} | headers,
    )


def stored(db: psycopg.Connection) -> list[tuple[Any, ...]]:
    return db.execute("select message_id, address, emoji from whatsapp_message_reactions").fetchall()


@pytest.mark.parametrize("suffix", ["", "/messages-upsert"])
def test_a_reaction_is_stored_and_queued_before_the_answer(
    web: Web, connection: Connection, db: psycopg.Connection, suffix: str
) -> None:
    answer = post(web, connection, reaction(), suffix)
    assert (answer.status_code, answer.json()) == (200, {"stored": 1})
    assert stored(db) == [("M1", "me", "💳")]
    assert db.execute("select event_type, status::text from action_queue").fetchall() == [("settle", "pending")]


def test_an_unknown_slug_and_a_wrong_secret_get_the_same_answer(web: Web, connection: Connection) -> None:
    wrong = post(web, connection, reaction(), **{"X-Toque-Token": "guessed"})
    missing = web.client.post(f"/api/webhook/{connection.slug}", json=reaction())
    unknown = web.client.post("/api/webhook/not-a-slug-of-ours", json=reaction(), headers=HEADERS)
    strange = web.client.post("/api/webhook/%00%ff", json=reaction(), headers=HEADERS)
    answers = [wrong, missing, unknown, strange]
    assert {answer.status_code for answer in answers} == {401}
    # But for the address that was asked for and the trace of the request: those tell nothing that was not known.
    told = [
        {key: said for key, said in answer.json().items() if key not in {"instance", "trace_id"}} for answer in answers
    ]
    assert all(one == told[0] for one in told)
    assert len({tuple(sorted(set(answer.headers) - {"date"})) for answer in answers}) == 1


def test_the_body_of_an_unproven_request_is_not_even_decoded(web: Web, connection: Connection) -> None:
    assert post(web, connection, b"{", **{"X-Toque-Token": "guessed"}).status_code == 401


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"\xff\xfe{}", b'{"event": "\xc3\x28"}', b"[" * 100_000, b'{"a":' * 100_000, b"1" * 5000],
    ids=["empty", "cut", "utf-16 mark", "no utf-8", "nested lists", "nested objects", "a long number"],
)
def test_a_body_that_is_no_json_is_refused(web: Web, connection: Connection, body: bytes) -> None:
    answer = post(web, connection, body)
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"
    assert web.client.get("/livez").status_code == 200


@pytest.mark.parametrize(
    "body",
    [
        json.dumps(reaction(extra="\ud83d")).encode(),
        json.dumps(reaction(extra=float("nan"))).encode(),
        json.dumps(reaction()).encode("utf-8-sig"),
        json.dumps(reaction()).encode("utf-16"),
        json.dumps(reaction(extra=1)).replace('"extra": 1', '"extra": ' + "[" * 500 + "]" * 500).encode(),
    ],
    ids=["half an emoji", "not a number", "a byte order mark", "utf-16", "deep nesting"],
)
def test_json_of_an_unusual_kind_is_read_all_the_same(
    web: Web, connection: Connection, db: psycopg.Connection, body: bytes
) -> None:
    assert post(web, connection, body).json() == {"stored": 1}
    assert stored(db) == [("M1", "me", "💳")]


@pytest.mark.parametrize("body", [b"null", b"[]", b'"x"', b"17", b"{}", b'{"event": 1, "data": [[]]}'])
def test_json_that_says_nothing_to_us_is_taken_and_ignored(web: Web, connection: Connection, body: bytes) -> None:
    answer = post(web, connection, body)
    assert (answer.status_code, answer.json()["stored"]) == (200, 0)


def test_a_body_announced_too_large_is_refused_before_it_is_sent(web: Web, connection: Connection) -> None:
    to = urlsplit(str(web.client.base_url))
    with socket.create_connection((str(to.hostname), to.port or 0), timeout=5) as line:
        head = f"POST /api/webhook/{connection.slug} HTTP/1.1\r\nHost: x\r\nContent-Length: {2**40}\r\n\r\n"
        line.sendall(head.encode())
        assert line.recv(100).startswith(b"HTTP/1.1 413 ")


@pytest.mark.parametrize("known", [True, False])
def test_a_body_without_a_length_is_cut_off_at_the_limit(web: Web, connection: Connection, known: bool) -> None:  # noqa: FBT001
    to = urlsplit(str(web.client.base_url))
    slug = connection.slug if known else "nobody-knows-this"
    with socket.create_connection((str(to.hostname), to.port or 0), timeout=5) as line:
        head = f"POST /api/webhook/{slug} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
        line.sendall(head.encode() + b"".join(b"10000\r\n" + b" " * 2**16 + b"\r\n" for _ in range(17)))
        # The body has no end yet, and is answered all the same.
        assert line.recv(100).startswith(b"HTTP/1.1 413 ")


def test_a_body_just_below_the_limit_is_taken(web: Web, connection: Connection) -> None:
    body = json.dumps(reaction()).encode()
    assert post(web, connection, body + b" " * (2**20 - len(body))).status_code == 200
    assert post(web, connection, body + b" " * (2**20 - len(body) + 1)).status_code == 413


def test_what_speaks_for_another_instance_is_taken_and_ignored(
    web: Web, connection: Connection, db: psycopg.Connection
) -> None:
    answer = post(web, connection, reaction(instance="work"))
    assert (answer.status_code, answer.json()["ignored"]) == (200, "it speaks for another instance")
    assert stored(db) == []


def test_what_comes_to_a_paused_connection_is_stored_all_the_same(
    web: Web, connection: Connection, db: psycopg.Connection
) -> None:
    db.execute("update connections set enabled = false")
    assert post(web, connection, reaction()).status_code == 200
    assert len(stored(db)) == 1


def test_a_database_that_is_away_is_answered_with_503_and_a_wish(
    nowhere: Settings, start: Callable[[Settings], Web], connection: Connection
) -> None:
    web = start(nowhere)
    answer = post(web, connection, reaction())
    assert answer.status_code == 503
    assert int(answer.headers["retry-after"]) > 0
    assert web.client.get("/livez").status_code == 200
    assert web.client.get("/readyz").status_code == 503
    assert "toque_database_up 0.0" in web.client.get("/metrics").text


def test_more_than_may_wait_is_answered_with_503_and_a_wish(
    settings: Settings, start: Callable[[Settings], Web], connection: Connection
) -> None:
    web = start(settings.model_copy(update={"max_waiting": 0}))
    answer = post(web, connection, reaction())
    assert (answer.status_code, "retry-after" in answer.headers) == (503, True)
    assert 'toque_webhooks_total{answer="overloaded"} 1.0' in web.client.get("/metrics").text


def test_an_error_that_nobody_expected_is_answered_as_such_and_tells_nothing(
    web: Web, connection: Connection, db: psycopg.Connection
) -> None:
    # Its gateway was a plug-in that is installed no more.
    db.execute("update connections set gateway = 'gone'")
    answer = post(web, connection, reaction())
    assert (answer.status_code, answer.headers["content-type"]) == (500, "application/problem+json")
    assert "gone" not in answer.text
    assert 'toque_webhooks_total{answer="failed"} 1.0' in web.client.get("/metrics").text


def test_head_and_body_of_an_answer_leave_together(web: Web, connection: Connection) -> None:
    to, body = urlsplit(str(web.client.base_url)), json.dumps(reaction()).encode()
    with socket.create_connection((str(to.hostname), to.port or 0), timeout=5) as line:
        head = f"POST /api/webhook/{connection.slug} HTTP/1.1\r\nHost: x\r\nX-Toque-Token: {TOKEN}\r\n"
        line.sendall(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)
        assert line.recv(4096).endswith(b'\r\n\r\n{"stored":1}')


def test_whoever_opens_the_address_is_told_what_it_is_for(web: Web, connection: Connection) -> None:
    known = web.client.get(f"/api/webhook/{connection.slug}")
    unknown = web.client.get("/api/webhook/not-a-slug-of-ours")
    assert known.status_code == 200
    assert "gateway" in known.text
    assert known.text == unknown.text


def test_nothing_of_a_webhook_is_ever_logged(
    web: Web, connection: Connection, capfd: pytest.CaptureFixture[str]
) -> None:
    body = reaction(apikey="made-up-api-key")
    for answer in (
        post(web, connection, body),
        post(web, connection, reaction(instance="work")),
        post(web, connection, b"{"),
    ):
        assert answer.status_code in {200, 400}
    out = "".join(capfd.readouterr())
    for secret in (connection.slug, TOKEN, "made-up-api-key", "5215512345678", "5215500000000"):
        assert secret not in out
