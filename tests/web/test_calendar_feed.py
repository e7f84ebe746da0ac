"""The calendar at its secret address: what is in it, who gets it, and when it is over."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import httpx2
import psycopg
import pytest
from icalendar import Calendar

from engine import access, clock, ics, keys
from engine.access import ALONE, of_account
from engine.audit import Audit
from engine.config import Settings
from engine.gateways.signals import MessageSeen
from engine.vault import open_vault
from tests.engine.stage import Stage, react, seen
from tests.web.api.who import Doorman
from tests.web.served import Web

ROOT = access.at_terminal("root")
TEXTS = {
    "📅": "Mañana a las 5 dentista con Ana en Polanco", "💳": "Pagar luz CFE $890 vence mañana",
    "✅": "enviar el contrato antes del viernes", "📝": "la clave del wifi es 1234",
}  # fmt: skip
Make = Callable[..., str]


def now(text: str, id_: str) -> MessageSeen:
    """Return a message of this moment: a calendar goes back a year only."""
    return seen(text, id_, sent_at=clock.now())


@pytest.fixture
def stage(db: psycopg.Connection, database_url: str) -> Stage:
    stage = Stage(db, database_url)
    for emoji, text in TEXTS.items():
        stage.tell(now(text, f"M{emoji}"), react(emoji, f"M{emoji}"))
    stage.settle()
    return stage


@pytest.fixture
def audit(settings: Settings) -> Audit:
    return Audit.of(open_vault(settings))


@pytest.fixture
def make(db: psycopg.Connection, audit: Audit) -> Make:
    """Return what makes a calendar and gives its address."""

    def one(name: str = "my phone", scopes: tuple[str, ...] = (ALONE,), **more: Any) -> str:
        key, _ = keys.create(db, audit, ROOT, name, scopes, **more)
        return ics.address("", key.text)

    return one


@pytest.fixture
def doorman(web: Web, db: psycopg.Connection, audit: Audit) -> Iterator[Doorman]:
    made = Doorman(web, db, audit)
    yield made
    made.close()


def titles(answer: httpx2.Response) -> list[str]:
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    return sorted(str(event["summary"]) for event in Calendar.from_ical(answer.content).events)


def test_a_calendar_has_the_events_and_what_else_its_address_asks_for(web: Web, stage: Stage, make: Make) -> None:
    assert stage.id
    address = make()
    (dentist,) = titles(web.client.get(address))
    assert "dentista" in dentist.lower()
    with_bills = titles(web.client.get(f"{address}?with=bills"))
    assert len(with_bills) == 2
    assert any("890.00 MXN" in title for title in with_bills)
    assert len(titles(web.client.get(f"{address}?with=tasks,bills"))) == 3
    wrong = web.client.get(f"{address}?with=bils")
    assert (wrong.status_code, wrong.json()["detail"]) == (
        400, "A calendar has nothing called 'bils' besides events: did you mean bills?",
    )  # fmt: skip


def test_what_was_undone_is_gone_and_what_was_done_was_there_all_the_same(
    web: Web, stage: Stage, make: Make, db: psycopg.Connection
) -> None:
    address = make() + "?with=bills"
    first = web.client.get(address)
    same = web.client.get(address, headers={"If-None-Match": first.headers["etag"]})
    assert (same.status_code, same.content) == (304, b"")
    db.execute("update items set status = 'done', done_at = now(), updated_at = now()")
    assert len(titles(web.client.get(address, headers={"If-None-Match": first.headers["etag"]}))) == 1, "a bill is paid"
    stage.tell(react(None, "M📅", n=2))
    db.execute("update items set status = 'cancelled', done_at = null, cancelled_because = 'undone'")
    assert titles(web.client.get(address)) == []


def test_head_tells_the_same_without_the_calendar(web: Web, stage: Stage, make: Make) -> None:
    assert stage.id
    address = make()
    head, whole = web.client.head(address), web.client.get(address)
    assert (head.status_code, head.content, head.headers["etag"]) == (200, b"", whole.headers["etag"])


def test_a_series_repeats_from_the_newest_of_its_chain_on(web: Web, stage: Stage, make: Make) -> None:
    stage.tell(now("Pagar renta $5000 cada mes el 5", "R1"), react("💳", "R1"))
    stage.settle()
    address = make() + "?with=bills"
    (rent,) = [row["id"] for row in stage.rows("select item_id as id from bills where recurrence is not null")]
    assert web.client.get(address).text.count("RRULE") == 1
    assert web.client.post(f"/api/bills/{rent}/pay").json()["next"]
    stage.db.execute("update items set status = 'open', done_at = null where id = %s", [rent])
    assert web.client.get(address).text.count("RRULE") == 1, "the next one repeats, and no longer this one"


def test_an_address_that_never_was_or_is_over_is_not_there(
    stage: Stage, make: Make, doorman: Doorman, db: psycopg.Connection, audit: Audit
) -> None:
    web = doorman.client()
    ana = doorman.account("ana", "viewer", [stage.id]).account
    owner = of_account(ana.id, ana.name, "viewer", [stage.id])
    revoked, expired, of_ana, mine = (
        make("revoked"),
        make("expired", valid=timedelta(days=1)),
        make(owner=owner),
        make(),
    )
    keys.revoke(db, audit, ROOT, revoked.partition("/tq_")[2][:8])
    db.execute("update api_keys set expires_at = now() - interval '1 second' where name = 'expired'")
    assert titles(web.get(of_ana)) == titles(web.get(mine)) != []
    db.execute("update accounts set disabled_at = now()")
    reading = make("reads", scopes=("items:read",))
    for address in (revoked, expired, of_ana, reading, mine[:-6] + "x.ics", "/calendar/x.ics"):
        answer = web.get(address)
        assert answer.status_code == 404, address
        assert answer.headers["content-type"] == "application/problem+json"
    assert titles(web.get(mine))


def test_the_key_of_a_calendar_opens_nothing_else(web: Web, stage: Stage, make: Make, doorman: Doorman) -> None:
    assert stage.id
    doorman.account("ana", "owner")
    key = re.sub(r"^/calendar/|\.ics$", "", make())
    sent = {"Authorization": f"Bearer {key}"}
    assert web.client.get("/api/me", headers=sent).json()["scopes"] == [ALONE]
    assert web.client.get("/api/items", headers=sent).json()["missing_scope"] == "items:read"
    assert web.client.get("/api/stream", headers=sent).status_code == 403


def test_a_key_that_may_more_is_no_calendars(doorman: Doorman) -> None:
    ana = doorman.account("ana", "owner").session
    refused = ana.post("/api/keys", json={"name": "both", "scopes": ["items:read", ALONE]})
    assert refused.status_code == 422
    assert "no other scope" in refused.json()["detail"]
    made = ana.post("/api/keys", json={"name": "phone", "scopes": [ALONE]})
    assert ana.get(f"/calendar/{made.json()['key']}.ics").status_code == 200


def test_a_calendar_shows_only_the_numbers_that_it_was_made_for(
    web: Web, stage: Stage, make: Make, db: psycopg.Connection, database_url: str
) -> None:
    other = Stage(db, database_url)
    other.tell(now("Mañana a las 6 cena ajena", "X1"), react("📅", "X1"))
    other.settle()
    both, one, none = make(), make(connections=[stage.id]), make(connections=[])
    assert [len(titles(web.client.get(address))) for address in (both, one, none)] == [2, 1, 0]
    assert "ajena" not in web.client.get(one).text


def test_a_calendar_that_is_asked_for_too_often_has_to_wait(
    settings: Settings, start: Callable[[Settings], Web], make: Make
) -> None:
    web, address = start(settings.model_copy(update={"requests_a_minute": 2})), make()
    answers = [web.client.get(address) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert int(answers[-1].headers["retry-after"]) > 0
