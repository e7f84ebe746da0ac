"""Until there are accounts, everything but the webhook answers to this machine only."""

from __future__ import annotations

import socket
from urllib.parse import urlsplit

import pytest
from starlette.routing import Mount, Route

from engine.web.app import OPEN, ROUTES
from engine.web.auth import is_loopback
from tests.web.served import Web

GUARDED = [
    route.path.replace("{id:int}", "1") if isinstance(route, Route) else "/static/live.css"
    for route in ROUTES
    if route not in OPEN and isinstance(route, Route | Mount)
]


@pytest.mark.parametrize("path", [*GUARDED, "/no-such-address"])
def test_a_guarded_address_refuses_another_machine_and_says_what_to_do(web: Web, path: str) -> None:
    answer = web.client.get(path, headers={"X-Forwarded-For": "203.0.113.7"})
    assert answer.status_code == 403
    assert answer.headers["content-type"] == "application/problem+json"
    assert "ssh -N -L" in answer.json()["detail"]


@pytest.mark.parametrize("path", ["/livez", "/readyz", "/api/health"])
def test_the_health_checks_answer_to_everybody(web: Web, path: str) -> None:
    answer = web.client.get(path, headers={"X-Forwarded-For": "203.0.113.7", "Host": "toque.example.org"})
    assert answer.status_code == 200


def test_the_webhook_answers_to_everybody(web: Web) -> None:
    headers = {"X-Forwarded-For": "203.0.113.7", "Host": "toque.example.org", "Origin": "https://elsewhere.example"}
    assert web.client.post("/api/webhook/some-slug", json={}, headers=headers).status_code == 401


@pytest.mark.parametrize(
    "host", ["localhost", "localhost:8080", "127.0.0.1", "127.0.0.1:18080", "[::1]:8080", "LOCALHOST."]
)
def test_a_host_of_this_machine_is_let_in(web: Web, host: str) -> None:
    assert web.client.get("/api/items", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "",
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "10.0.0.1",
        "localhost:80:80",
        "a@localhost",
        "[::1]x",
    ],
)
def test_a_name_that_is_not_this_machines_is_refused_whoever_asks(web: Web, host: str) -> None:
    assert web.client.get("/api/items", headers={"Host": host}).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Forwarded-For": "127.0.0.1, 203.0.113.7"},
        {"X-Forwarded-For": "not-an-address"},
        {"X-Real-IP": "203.0.113.7"},
        {"CF-Connecting-IP": "203.0.113.7"},
        {"Forwarded": "for=127.0.0.1"},
    ],
)
def test_a_local_proxy_does_not_make_its_clients_local(web: Web, headers: dict[str, str]) -> None:
    assert web.client.get("/api/items", headers=headers).status_code == 403


def test_a_local_proxy_may_pass_on_a_client_of_this_machine(web: Web) -> None:
    assert web.client.get("/api/items", headers={"X-Forwarded-For": "127.0.0.1"}).status_code == 200


def test_a_bare_proxy_that_names_nobody_is_refused(web: Web) -> None:
    to = urlsplit(str(web.client.base_url))
    with socket.create_connection((str(to.hostname), to.port or 0), timeout=5) as line:
        line.sendall(b"GET /api/items HTTP/1.0\r\nHost: 127.0.0.1:8080\r\nConnection: close\r\n\r\n")
        assert b" 403 " in line.recv(100)


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://localhost:1"])
def test_a_page_from_elsewhere_cannot_write(web: Web, origin: str) -> None:
    assert web.client.post("/api/items", headers={"Origin": origin}).status_code == 403


def test_our_own_page_can_write(web: Web) -> None:
    own = str(web.client.base_url).rstrip("/")
    # Nothing is written at this address yet, but the request came through.
    assert web.client.post("/api/items", headers={"Origin": own}).status_code == 405


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("127.0.0.1", True), ("127.8.9.1", True), ("::1", True), ("::ffff:127.0.0.1", True), ("localhost", True),
        ("10.1.2.3", False), ("::ffff:10.1.2.3", False), ("0.0.0.0", False), ("", False), ("127.1", False),  # noqa: S104
    ],
)  # fmt: skip
def test_what_counts_as_this_machine(name: str, own: bool) -> None:  # noqa: FBT001
    assert is_loopback(name) is own
