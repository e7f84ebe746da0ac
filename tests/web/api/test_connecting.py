"""A number is connected over HTTP as it is by the command: looked at, connected, heard, tested, removed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import httpx2
import psycopg
import pytest

from demo.evolution import FakeEvolution
from engine.connect import TOKEN_HEADER
from tests.engine.stage import PHONE, Stage
from tests.web.api.who import Doorman
from tests.web.served import Web, eventually

KEY = "the-gateways-own-key"
Asked = dict[str, Any]


@pytest.fixture
def fake() -> Iterator[FakeEvolution]:
    with FakeEvolution.running(api_key=KEY, instance="home", owner=PHONE) as fake:
        yield fake


@pytest.fixture
def asked(fake: FakeEvolution, web: Web) -> Asked:
    here = str(web.client.base_url).rstrip("/")
    return {"url": fake.url, "instance": "home", "api_key": KEY, "public_url": here}


def levels(answer: httpx2.Response) -> dict[str, str]:
    return {each["about"]: each["level"] for each in answer.json()["findings"]}


def test_a_gateway_is_looked_at_and_nothing_is_stored(api: httpx2.Client, asked: Asked, db: psycopg.Connection) -> None:
    seen = api.post("/api/connections/look", json=asked)
    assert (seen.json()["usable"], seen.json()["owner"], seen.json()["line"]) == (True, PHONE, "open")
    assert levels(seen) == {"gateway": "good", "line": "good", "storage": "warning", "way": "good"}
    for wrong, about in (({"api_key": "another"}, "key"), ({"instance": "hom"}, "instance"),
                         ({"url": "http://127.0.0.1:9"}, "gateway")):  # fmt: skip
        seen = api.post("/api/connections/look", json=asked | wrong)
        assert (seen.json()["usable"], levels(seen)) == (False, {about: "fault"})
        assert seen.json()["findings"][0]["fix"]
    assert db.execute("select count(*) from connections").fetchone() == (0,)


def test_a_number_is_connected_heard_tested_paused_and_removed(
    api: httpx2.Client, asked: Asked, fake: FakeEvolution, tag: Callable[[str], dict[str, str]]
) -> None:
    made = api.post("/api/connections", json=asked | {"name": "Casa"})
    assert (made.status_code, made.json()["repaired"]) == (201, False)
    one, where = made.json()["connection"], made.headers["location"]
    assert (one["name"], one["zone"], one["language"], one["rules"]) == ("Casa", "America/Mexico_City", "es", 4)
    assert fake.webhook is not None
    assert KEY not in made.text
    assert fake.webhook.headers[TOKEN_HEADER] not in made.text + api.get(where).text

    heard = f"{where}/heard?since={made.json()['since']}"
    assert api.get(heard).json()["heard"] is False
    fake.react(fake.say("hola"), "💳")
    assert eventually(lambda: bool(api.get(heard).json()["heard"]))
    assert api.get(heard).json()["what"] in {"message", "reaction"}

    tested = api.post(f"{where}/test", json={})
    assert (tested.json()["ok"], levels(tested)["webhook"], levels(tested)["way"]) == (True, "good", "good")
    before = len(fake.sent)
    assert levels(api.post(f"{where}/test", json={"send": True}))["greeting"] == "good"
    (sent,) = fake.sent[before:]
    assert (sent.address, "conectado" in sent.text) == (PHONE, True)

    assert api.post(f"{where}/pause").json()["enabled"] is False
    assert levels(api.post(f"{where}/test", json={}))["heard"] == "warning"
    assert api.post(f"{where}/resume").json()["enabled"] is True

    fake.wait_idle()  # It tells of the greeting too.
    assert api.get(f"{where}/content").json() == {"items": 0, "messages": 2, "rules": 4}
    assert api.delete(where).status_code == 428
    gone = api.delete(where, headers=tag(where))
    assert gone.json()["removed"] == {"items": 0, "messages": 2, "rules": 4}
    assert levels(gone) == {"webhook": "good"}
    assert not fake.webhook.enabled
    assert api.get(where).status_code == 404


def test_what_cannot_work_is_not_stored_and_the_field_is_named(
    api: httpx2.Client, asked: Asked, db: psycopg.Connection
) -> None:
    refused = api.post("/api/connections", json=asked | {"instance": "hom"})
    (error,) = refused.json()["errors"]
    assert (refused.status_code, error["pointer"], "home" in error["detail"]) == (422, "/instance", True)
    elsewhere = {name: value for name, value in asked.items() if name != "public_url"} | {"url": "http://gateway.test"}
    assert api.post("/api/connections", json=elsewhere).json()["errors"][0]["pointer"] == "/public_url"
    assert db.execute("select count(*) from connections").fetchone() == (0,)


def test_an_address_that_no_machine_can_have_is_refused_with_its_field(api: httpx2.Client, asked: Asked) -> None:
    for url in ("localhost:8085", f"http://{'a' * 64}", "http://", "ftp://here", "http://a b"):
        refused = api.post("/api/connections/look", json=asked | {"url": url})
        assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (422, "/url"), url


def test_a_gateway_that_does_not_take_the_webhook_leaves_nothing_behind(
    api: httpx2.Client, asked: Asked, fake: FakeEvolution, db: psycopg.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fake, "set_webhook", lambda _: None)  # Another program sets it right after us.
    refused = api.post("/api/connections", json=asked)
    assert (refused.status_code, "no webhook is set" in refused.json()["detail"]) == (409, True)
    assert db.execute("select count(*) from connections").fetchone() == (0,)
    kept = db.execute("select array_agg(action order by position) from audit_log").fetchone()
    assert kept == (["connection.add", "connection.remove"],)


def test_once_more_repairs(api: httpx2.Client, asked: Asked, fake: FakeEvolution) -> None:
    first = api.post("/api/connections", json=asked).json()["connection"]
    fake.webhook = None  # Somebody took it away: there is no former secret to wait for.
    again = api.post("/api/connections", json=asked | {"zone": "America/Bogota"})
    assert (again.status_code, again.json()["repaired"]) == (200, True)
    assert (again.json()["connection"]["id"], again.json()["connection"]["zone"]) == (first["id"], "America/Bogota")
    assert fake.webhook is not None


def test_a_key_that_is_limited_to_some_numbers_connects_no_others(doorman: Doorman, stage: Stage, asked: Asked) -> None:
    limited = doorman.key(["connections:write", "connections:read"], connections=[stage.id])
    assert limited.post("/api/connections", json=asked).status_code == 403
    assert limited.post("/api/connections/look", json=asked).status_code == 403
    assert limited.get(f"/api/connections/{stage.id}/content").json()["rules"] == 4


def test_a_since_of_another_making_is_refused(api: httpx2.Client, stage: Stage) -> None:
    refused = api.get(f"/api/connections/{stage.id}/heard?since=nonsense")
    assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (400, "/since")
    assert api.post("/api/connections/999/test", json={}).status_code == 404


def test_a_message_that_could_not_go_out_goes_with_the_same_key_later_and_one_that_may_have_gone_does_not(
    api: httpx2.Client, asked: Asked, fake: FakeEvolution, db: psycopg.Connection
) -> None:
    api.post("/api/connections", json=asked)
    before = len(fake.sent)

    def send(key: str) -> httpx2.Response:
        db.execute("update lanes set free_at = now()")
        return api.post("/api/messages", json={"to": "me", "text": "hola"}, headers={"Idempotency-Key": key})

    fake.misbehave(send_text="error", send_text_status=429, send_text_times=1)
    later = send("one")
    assert (later.status_code, int(later.headers["retry-after"]) > 0) == (503, True), later.text
    assert send("one").status_code == 201
    assert send("one").headers["idempotency-replayed"] == "true"
    fake.misbehave(send_text="hang_up_after", send_text_times=1)
    unclear = send("two")
    assert (unclear.status_code, "look into the chat" in unclear.json()["detail"]) == (409, True)
    again = send("two")
    assert (again.status_code, again.headers["idempotency-replayed"]) == (409, "true")
    assert len(fake.sent) - before == 2


def test_what_stood_in_the_way_of_a_message_is_not_remembered(
    api: httpx2.Client, asked: Asked, db: psycopg.Connection, tag: Callable[[str], dict[str, str]]
) -> None:
    where = f"/api/connections/{api.post('/api/connections', json=asked).json()['connection']['id']}"
    api.post(f"{where}/pause", headers=tag(where))
    message = {"json": {"to": "me", "text": "hola"}, "headers": {"Idempotency-Key": "one"}}
    assert api.post("/api/messages", **message).status_code == 409
    api.post(f"{where}/resume", headers=tag(where))
    db.execute("update lanes set free_at = now()")
    assert api.post("/api/messages", **message).status_code == 201
