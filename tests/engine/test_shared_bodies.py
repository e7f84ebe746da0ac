"""Every recorded webhook, in whatever order and however often: the same messages, texts, reactions and people."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from engine.gateways import GATEWAYS
from engine.gateways.gateway import Reading
from tests.engine.stage import Stage

BODIES = Path(__file__).parents[3] / "shared" / "payloads" / "evolution"
pytestmark = pytest.mark.skipif(not BODIES.exists(), reason="the recorded webhooks are not beside this checkout")


def readings() -> list[Reading]:
    files = [file for folder in ("v2.3.7", "v2.3.7-hand") for file in sorted((BODIES / folder).glob("*.*.json"))]
    return [GATEWAYS["evolution"].read(json.loads(file.read_text())) for file in files]


STATES = {
    "messages": "select id, kind, author, text, edit_unreadable, deleted from current_messages order by id",
    "changes": "select message_id, kind, by_address, text from whatsapp_message_changes order by 1, 2, 3",
    "reactions": "select message_id, address, emoji from whatsapp_message_reactions order by message_id, address",
    "people": "select array_agg(address order by address) as a from addresses group by person_id order by a",
    "items": "select message_id, address, kind::text, title from items where status = 'open' order by 1, 2, 3, 4",
}


def end(stage: Stage) -> dict[str, list[dict[str, object]]]:
    return {name: stage.rows(statement) for name, statement in STATES.items()}


@pytest.fixture
def calm(db: psycopg.Connection, database_url: str) -> Stage:
    stage = Stage(db, database_url)
    for reading in readings():
        stage.tell(*reading.signals, owner=reading.owner)
    stage.settle()
    return stage


def test_recorded_webhooks_become_messages_reactions_and_people(calm: Stage) -> None:
    state = end(calm)
    texts = {row["text"] for row in state["messages"]}
    assert {"Invoice 77, 35 EUR", "Dentist on 12/03 at 14:00"} <= texts
    assert {row["emoji"] for row in state["reactions"]} >= {"👍", "💰", "📅", None}
    assert {"15550002222@s.whatsapp.net", "200000000000002@lid"} <= set(_person(state, "15550002222@s.whatsapp.net"))
    assert {"me", "15550001111@s.whatsapp.net"} <= set(_person(state, "me"))
    assert not set(_person(state, "me")) & set(_person(state, "15550002222@s.whatsapp.net"))
    # Of the edited and the deleted message the recording has no first telling: what is known of them is kept.
    assert {"edit", "delete"} <= {row["kind"] for row in state["changes"]}
    assert "Lunch at 13" in {row["text"] for row in state["changes"]}


def _person(state: dict[str, list[dict[str, object]]], address: str) -> list[str]:
    return next(row["a"] for row in state["people"] if address in row["a"])


@pytest.mark.parametrize("seed", range(6))
def test_their_order_and_their_repetition_change_nothing(
    calm: Stage, database_url: str, empty: Callable[[], None], seed: int
) -> None:
    expected = end(calm)
    empty()
    wild = Stage(calm.db, database_url)
    shuffled = readings() * (1 + seed % 3)
    random.Random(seed).shuffle(shuffled)  # noqa: S311 - an order, no secret
    for reading in shuffled:
        wild.tell(*reading.signals, owner=reading.owner)
        if seed % 2:
            wild.settle()
    wild.db.execute("update action_queue set run_at = now() where status = 'pending'")
    wild.settle()
    assert end(wild) == expected
