"""What pages ask of the database: as much for a household of numbers as for one."""

from __future__ import annotations

from collections import Counter

import psycopg
import pytest

from engine import connections, rulebook
from engine.config import Settings
from engine.gateways.authentication import ConnectionSecrets
from engine.vault import open_vault
from engine.web.navigation import PLACES
from engine.web.settings_page import PARTS
from tests.web.served import Web


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Return the statements that pages ask, as they come."""
    found: list[object] = []
    execute = psycopg.Cursor.execute

    def listening(self: psycopg.Cursor, statement: object, *more: object, **rest: object) -> psycopg.Cursor:
        found.append(statement)
        return execute(self, statement, *more, **rest)

    monkeypatch.setattr(psycopg.Cursor, "execute", listening)
    return found


def test_a_page_asks_the_database_as_often_for_many_numbers_as_for_one(
    web: Web, db: psycopg.Connection, settings: Settings, asked: list[object]
) -> None:
    def add(instance: str) -> None:
        made = connections.add(
            db, open_vault(settings), gateway="evolution", instance=instance, zone="America/Mexico_City", region="MX",
            language="es", secrets_=ConnectionSecrets(webhook_token="t"),
        )  # fmt: skip
        rulebook.save_starter(db, made.id)

    def look() -> dict[str, Counter[object]]:
        found = {}
        for path in [*(place.path for place in PLACES), *(f"/settings/{part}" for part in PARTS)]:
            asked.clear()
            assert web.client.get(path).status_code == 200
            found[path] = Counter(asked)
        return found

    add("home")
    look()  # what is asked once only, after the start
    for_one = look()
    for instance in ("shop", "school", "club"):
        add(instance)
    for path, counted in look().items():
        assert counted <= for_one[path], (path, counted - for_one[path])
