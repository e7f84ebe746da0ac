"""Two who write at the same moment: the second finds what the first has written, and writes over nothing unseen."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import httpx2
import psycopg
import pytest

from engine import rules_by_hand
from tests.engine.stage import Stage
from tests.web.api.who import Doorman
from tests.web.served import eventually

RULE = {"id": "rent", "when": {"reaction": "🏠"}, "do": [{"create_note": {}}]}
WAITING = "select from pg_locks where not granted and locktype = 'transactionid'"


@pytest.fixture
def first(database_url: str) -> Iterator[psycopg.Connection]:
    """The line of whoever is first, in a transaction that has not ended."""
    with psycopg.connect(database_url) as line:
        yield line


@dataclass(frozen=True, slots=True)
class Second:
    """Whoever asks while the first has not ended."""

    first: psycopg.Connection
    db: psycopg.Connection

    def ask(self, client: httpx2.Client, *how: str, **what: Any) -> httpx2.Response:
        """Return the answer to whom had to wait for the first."""
        with ThreadPoolExecutor(1) as beside:
            asked = beside.submit(client.request, *how, **what)
            assert eventually(lambda: asked.done() or self.db.execute(WAITING).fetchone() is not None)
            self.first.commit()
            return asked.result()


@pytest.fixture
def second(first: psycopg.Connection, db: psycopg.Connection) -> Second:
    return Second(first, db)


def test_a_number_is_changed_only_by_who_saw_it_as_it_is(
    first: psycopg.Connection, second: Second, api: httpx2.Client, stage: Stage
) -> None:
    address = f"/api/connections/{stage.id}"
    for method, where, body, zone in (
        ("PATCH", "", {"name": "Casa"}, "America/Lima"), ("POST", "/pause", None, "America/Bogota"),
    ):  # fmt: skip
        tag = {"If-Match": api.get(address).headers["etag"]}
        first.execute("update connections set zone = %s where id = %s", [zone, stage.id])
        answer = second.ask(api, method, address + where, json=body, headers=tag)
        assert (answer.status_code, answer.json()["current"]["zone"]) == (412, zone)


def test_an_account_is_changed_only_by_who_saw_it_as_it_is(
    first: psycopg.Connection, second: Second, doorman: Doorman
) -> None:
    ana, ben = doorman.account("ana", "owner").session, doorman.account("ben", "viewer")
    for method, where, body, role in (
        ("PATCH", "", {"role": "operator"}, "admin"), ("POST", "/disable", None, "operator"),
    ):  # fmt: skip
        tag = {"If-Match": ana.get("/api/accounts/ben").headers["etag"]}
        first.execute("update accounts set role = %s where id = %s", [role, ben.account.id])
        answer = second.ask(ana, method, f"/api/accounts/ben{where}", json=body, headers=tag)
        assert (answer.status_code, answer.json()["current"]["role"]) == (412, role)


def test_a_rule_is_made_once_and_rolled_back_only_by_who_saw_it_as_it_is(
    first: psycopg.Connection, second: Second, api: httpx2.Client, stage: Stage
) -> None:
    assert api.post("/api/rules", json=RULE).status_code == 201
    assert api.delete("/api/rules/rent", headers={"If-Match": "*"}).status_code == 204
    rules_by_hand.roll_back(first, stage.id, "rent", 1)
    assert second.ask(api, "POST", "/api/rules", json=RULE | {"name": "Mine"}).status_code == 409
    tag = {"If-Match": api.get("/api/rules/rent").headers["etag"]}
    rules_by_hand.switch(first, stage.id, "rent", on=False)
    answer = second.ask(api, "POST", "/api/rules/rent/rollback", json={"version": 1}, headers=tag)
    assert answer.status_code == 412


def test_whoever_writes_rules_keeps_no_webhook_waiting(
    first: psycopg.Connection, db: psycopg.Connection, stage: Stage
) -> None:
    rules_by_hand.lock(first, stage.id)
    # As what a webhook stores does, by its reference to the number.
    db.execute("select from connections where id = %s for key share nowait", [stage.id])
