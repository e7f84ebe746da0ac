"""Whoever calls an address is let in or sent away as docs/api.md says, with each role, as a session and with a key."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import httpx2
import pytest

from engine.access import ROLES, SCOPES, SCOPES_OF, Role
from engine.cli.api import table
from engine.web.app import API, OPEN, ROUTES
from tests.web.api.who import Doorman

PAGE = (Path(__file__).parents[3] / "docs" / "api.md").read_text()
Row = tuple[str, str, str, str]
ROWS: list[Row] = re.findall(r"^\| `([A-Z]+)` \| `([^`]+)` \| [^|]+ \| `?([a-z:–]+)`? \| (\w+) \|$", PAGE, re.MULTILINE)
SENT_AWAY = {401, 403}
OF_THE_SECRET = ("POST", "/api/webhook/{slug}")
"""What it answers with, its own secret decides: tests/web/test_hooks.py."""


def asked(client: httpx2.Client, method: str, address: str) -> httpx2.Response:
    """Ask for something that there is not, and do not wait for a stream's end."""
    path = re.sub(r"\{(\w+)\}", lambda part: _NOT_THERE.get(part[1], "999999"), address)
    body = {"json": {}} if method in {"POST", "PUT", "PATCH"} else {}
    with client.stream(method, path, **body) as answer:
        if "event-stream" not in answer.headers.get("content-type", ""):
            answer.read()
        return answer


_NOT_THERE = {"bulk_id": "0192d0a0-0000-7000-8000-000000000000", "job_id": "0192d0a0-0000-7000-8000-000000000000"}


def wrongly_let_in(client: httpx2.Client, scopes: frozenset[str], rows: Sequence[Row] = ROWS) -> Iterator[str]:
    """Yield each address that answers otherwise than the table says to somebody with these scopes."""
    for method, address, said, _ in rows:
        # People look after their own keys; a key that was found must not beget others.
        by_key = address.startswith("/api/keys") and "authorization" in client.headers
        scope = "admin" if by_key else said
        if (method, address) == OF_THE_SECRET:
            continue
        answer = asked(client, method, address)
        if scope in {"–", "any"} or scope in scopes or "admin" in scopes:
            if answer.status_code in SENT_AWAY or answer.status_code >= 500:
                yield f"{method} {address}: {answer.status_code} though {scope} is held"
        elif by_key and answer.status_code in {404, 422}:
            continue  # Its id or its body is looked at first.
        elif answer.status_code != 403 or answer.json().get("missing_scope") != scope:
            yield f"{method} {address}: {answer.status_code} without {scope}"


def test_the_table_is_the_one_that_the_command_prints() -> None:
    assert PAGE.split("<!-- the table of toque api -->\n\n")[1] == table()


def test_the_table_has_every_address_that_programs_call() -> None:
    told = {address for _, address, _, _ in ROWS}
    assert len(ROWS) == len(table().splitlines()) - 2
    there = {getattr(route, "path", "") for route in (*ROUTES, *API.api.routes)}
    assert {path for path in there if path.startswith("/api/") and "{event}" not in path} <= told
    assert {"/livez", "/readyz", "/metrics", "/schema/rules.v1.json", "/openapi.json"} <= told


def test_the_least_role_is_the_least_that_has_the_scope() -> None:
    for _, address, scope, least in ROWS:
        if scope in SCOPES:
            assert [role for role in ROLES if scope in SCOPES_OF[role]][-1] == least, address


@pytest.mark.parametrize("role", ROLES)
def test_each_role_is_let_in_where_the_table_says_as_a_session(doorman: Doorman, role: Role) -> None:
    somebody = doorman.account("ana", role)
    assert list(wrongly_let_in(somebody.session, SCOPES_OF[role])) == []


@pytest.mark.parametrize("role", ROLES)
def test_each_role_is_let_in_where_the_table_says_with_a_key(doorman: Doorman, role: Role) -> None:
    somebody = doorman.account("ana", role)
    assert list(wrongly_let_in(somebody.key, SCOPES_OF[role])) == []


def test_a_key_with_one_scope_is_let_in_where_that_scope_is_wanted(doorman: Doorman) -> None:
    one_of_each = list({row[2]: row for row in ROWS}.values())
    for scope in SCOPES:
        rows = [row for row in ROWS if row[2] == scope] + one_of_each
        assert list(wrongly_let_in(doorman.key([scope]), frozenset({scope}), rows)) == [], scope


def test_nobody_is_let_in_but_where_everybody_is(doorman: Doorman) -> None:
    doorman.account("ana", "owner")
    nobody, wrong = doorman.client(), doorman.client(Authorization="Bearer tq_nobody000_wrongwrongwrongwrongwrong")
    for method, address, scope, _ in ROWS:
        if (method, address) == OF_THE_SECRET:
            continue
        for client in (nobody, wrong):
            answer = asked(client, method, address)
            if scope == "–":
                assert answer.status_code not in SENT_AWAY, (method, address)
            else:
                assert answer.status_code == 401, (method, address, answer.status_code)
                assert answer.headers["content-type"] == "application/problem+json"
                assert answer.headers["www-authenticate"].startswith("Bearer")


def test_what_is_open_to_everybody_is_what_the_table_says() -> None:
    everybody = {address for _, address, scope, _ in ROWS if scope == "–"}
    open_ = {getattr(route, "path", "") for route in OPEN}
    assert everybody <= open_
