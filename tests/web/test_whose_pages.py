"""Whoever was given no number finds nothing of any on a page, whatever else they may do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import httpx2
import psycopg
import pytest
from starlette.routing import Route

from demo.evolution import FakeEvolution
from engine import connections, directory, rulebook
from engine.access import ALONE, ROLES, SCOPES_OF, Role
from engine.audit import Audit
from engine.config import Settings
from engine.vault import open_vault
from engine.web.app import OPEN, ROUTES
from engine.web.settings_page import PARTS
from rules.book import read
from tests.engine.stage import FRIEND, Stage, react, seen
from tests.web.api.who import ROOT, Doorman
from tests.web.served import Web

MINE = "ajen"
"""Stands in everything that the number has: its name, its people, messages, rules, faults and changes."""
CAREFUL: dict[str, Any] = {
    "id": "careful", "name": "Regla ajena", "when": {"reaction": "🧐"},
    "parse": {"use": "bill", "min_confidence": 0.9}, "do": [{"create_bill": {}}, {"notify": {"channel": "ajeno"}}],
    "on_low_confidence": "review",
}  # fmt: skip
PAGES = sorted(
    {
        route.path
        for route in ROUTES
        if isinstance(route, Route) and "GET" in (route.methods or ()) and route not in OPEN
    }
    - {"/api/stream", "/demo/stream"}
)
"""The streams have tests of their own, and never end where they are let in."""
LISTS = {
    "/", "/live", "/inbox", "/items", "/people", "/rules", "/settings", "/audit", "/queue", "/analytics", "/demo/chats",
}  # fmt: skip


@pytest.fixture
def phone() -> Iterator[FakeEvolution]:
    with FakeEvolution.running() as fake:
        fake.say("un mensaje ajeno")
        yield fake


@pytest.fixture
def stage(db: psycopg.Connection, database_url: str, settings: Settings, phone: FakeEvolution) -> Stage:
    """A number, the demo's at that, with something on every page."""
    stage = Stage(db, database_url)
    db.execute(
        "update connections set name = 'Casa ajena', instance = %s, base_url = %s where id = %s",
        [connections.DEMO_INSTANCE, phone.url, stage.id],
    )
    rulebook.save(db, stage.id, read({"version": 1, "rules": [CAREFUL]}).rules, origin="ui")
    texts = {"💳": "Pagar luz ajena $890 vence 15 enero", "📝": "una clave ajena", "🧐": "CFE ajeno mañana"}
    for emoji, text in texts.items():
        stage.tell(seen(text, f"X{emoji}", author_name="Persona ajena"), react(emoji, f"X{emoji}"))
    stage.settle()
    stage.tell(seen("nada ajeno", "XF"), react("💳", "XF"))
    db.execute(
        "update action_queue set status = 'failed', attempts = 8, last_error = 'ajeno', finished_at = now()"
        " where event_type = 'settle' and status = 'pending'"
    )
    directory.set_chat(db, stage.id, FRIEND, name="Chat ajeno", zone=None, language=None)
    audit = Audit.of(open_vault(settings))
    audit.record(db, ROOT, "item.edit", "item:1", {"title": "ajeno"}, {"title": "ajena"}, connection=stage.id)
    return stage


@pytest.fixture
def doorman(web: Web, db: psycopg.Connection, settings: Settings) -> Iterator[Doorman]:
    made = Doorman(web, db, Audit.of(open_vault(settings)))
    yield made
    made.close()


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return settings.model_copy(update={"requests_a_minute": 100_000})


def addresses(stage: Stage) -> Iterator[str]:
    """Yield every page there is, those about one thing for each thing that the number has."""
    items = [row["id"] for row in stage.rows("select id from items")]
    actions = [row["id"] for row in stage.rows("select id from action_execution_log")]
    parts: dict[str, Sequence[object]] = {"part": list(PARTS), "what": ["chats"]}
    for page in PAGES:
        ids: Sequence[object] = actions if page.startswith("/actions/") else items
        (name, *_), values = re.findall(r"\{(\w+)", page) or [""], ids
        for value in parts.get(name, values) if name else [""]:
            yield re.sub(r"\{[^}]+\}", str(value), page)


def shown(client: httpx2.Client, stage: Stage) -> set[str]:
    """Return the pages on which something of the number stands."""
    found = set()
    for address in addresses(stage):
        for asked in (address, f"{address}?connection={stage.id}", f"{address}?list=waiting", f"{address}?lang="):
            answer = client.get(asked)
            assert answer.status_code < 500, asked
            if MINE in answer.text.casefold() or '"X' in answer.text or f'"connection_id": {stage.id}' in answer.text:
                found.add(address)
            if address.endswith("/why") and answer.headers.get("location", "/actions/0") != "/actions/0":
                found.add(address)
    return found


def test_who_was_given_the_number_sees_it_on_every_page(doorman: Doorman, stage: Stage) -> None:
    ana = doorman.account("ana", "owner")
    assert LISTS - {"/"} <= shown(ana.session, stage)
    assert 'id="messages"' in ana.session.get("/").text, "the phone"


@pytest.mark.parametrize("role", ROLES)
def test_a_key_that_was_given_no_number_sees_nothing_on_any_page(doorman: Doorman, stage: Stage, role: Role) -> None:
    owner = doorman.account("ana", "owner")
    assert owner.key.get("/items").status_code == 200
    key = doorman.key(sorted(SCOPES_OF[role] - {ALONE}), connections=[])
    assert shown(key, stage) == set()
    assert key.get("/demo/stream").status_code == 404
    assert 'id="messages"' not in key.get("/").text


@pytest.mark.parametrize("role", ["operator", "viewer"])
def test_somebody_who_was_given_no_number_sees_nothing_on_any_page(doorman: Doorman, stage: Stage, role: Role) -> None:
    bob = doorman.account("bob", role).session
    assert shown(bob, stage) == set()
    said = bob.post("/demo/say", json={"text": "hola"})
    assert said.status_code == (404 if role == "operator" else 403)
