"""Rules over the API: made, read, replaced, switched, rolled back, and tried before they do anything."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import httpx2
import pytest

from engine.config import Settings
from tests.engine.stage import Stage
from tests.web.api.who import Doorman
from tests.web.served import Web, eventually

MINE = """
id: rent
when: {reaction: "🏠"}
parse: bill
do:
  - create_bill: {}
"""
YAML = {"Content-Type": "application/yaml"}
FILE = (
    'version: 1\nrules:\n  - id: rent\n    when: {reaction: "🏠"}\n    parse: bill\n    do:\n      - create_bill: {}\n'
)


@pytest.fixture
def rent(api: httpx2.Client, stage: Stage) -> str:
    answer = api.post("/api/rules", content=MINE, headers=YAML)
    assert answer.status_code == 201, answer.text
    assert answer.headers["location"] == f"/api/rules/rent?connection={stage.id}"
    return "/api/rules/rent"


def test_a_rule_is_made_replaced_switched_rolled_back_and_deleted(
    api: httpx2.Client, stage: Stage, rent: str, tag: Callable[[str], dict[str, str]]
) -> None:
    assert api.get(rent).headers["etag"] == '"1"'
    other = {**api.get(rent).json()["rule"], "name": "Rent"}
    assert api.put(rent, json=other, headers=tag(rent)).json()["version"] == 2
    assert api.post(f"{rent}/disable").json()["state"] == "off"
    versions = api.get(f"{rent}/versions").json()["versions"]
    assert [one["version"] for one in versions] == [3, 2, 1]
    back = api.post(f"{rent}/rollback", json={"version": 1}).json()
    assert (back["version"], back["state"], back["rule"].get("name")) == (4, "on", None)
    assert api.delete(rent, headers=tag(rent)).status_code == 204
    assert api.get(rent).status_code == 404
    assert api.post(f"{rent}/rollback", json={"version": 1}).json()["state"] == "on"
    did = [row["action"] for row in stage.rows("select action from audit_log order by position")]
    assert did == ["rule.make", "rule.replace", "rule.disable", "rule.rollback", "rule.delete", "rule.rollback"]


def test_a_rule_is_not_written_over_unseen(api: httpx2.Client, rent: str) -> None:
    rule = api.get(rent).json()["rule"]
    assert api.put(rent, json=rule).status_code == 428
    stale = api.put(rent, json=rule, headers={"If-Match": '"0"'})
    assert (stale.status_code, stale.json()["current"]["version"]) == (412, 1)
    assert api.delete(rent, headers={"If-Match": '"0"'}).status_code == 412
    assert api.post("/api/rules", content=MINE, headers=YAML).status_code == 409


def test_a_rule_is_read_as_it_stands_in_a_file(api: httpx2.Client, rent: str) -> None:
    answer = api.get(rent, headers={"Accept": "application/yaml"})
    assert (answer.headers["content-type"], answer.text.startswith("id: rent")) == ("application/yaml", True)


@pytest.mark.usefixtures("stage")
def test_every_mistake_of_yaml_is_told_with_its_place_and_what_was_meant(api: httpx2.Client) -> None:
    answer = api.post("/api/rules", content=MINE.replace("create_bill", "create_bil"), headers=YAML)
    (error,) = answer.json()["errors"]
    assert answer.status_code == 422
    assert (error["pointer"], error["line"], error["column"]) == ("/do/0/create_bil", 6, 5)
    assert "create_bill" in error["suggestion"]
    sent = {"id": "rent", "when": {"reaction": "🏠"}, "parse": "bill", "do": [{"create_bil": {}}]}
    (error,) = api.post("/api/rules", json=sent).json()["errors"]
    assert (error["pointer"], "line" in error) == ("/do/0/create_bil", False)


@pytest.mark.usefixtures("stage")
def test_a_file_is_checked_planned_and_applied(api: httpx2.Client) -> None:
    assert api.post("/api/rules/check", content=FILE, headers=YAML).json() == {
        "sound": True, "rules": 1, "examples": 0, "faults": [], "more_faults": 0,
        "written": {"id": "rent", "when": {"reaction": "🏠"}, "parse": "bill", "do": [{"create_bill": {}}]},
    }  # fmt: skip
    plan = api.post("/api/rules/plan", content=FILE, headers=YAML)
    assert [(step["how"], step["id"]) for step in plan.json()["steps"]] == [("add", "rent")]
    applied = api.post("/api/rules/apply", content=FILE, headers=YAML | {"If-Match": plan.headers["etag"]})
    assert applied.status_code == 200, applied.text
    assert api.get("/api/rules/rent").json()["managed_by"] == "file"
    assert api.post("/api/rules/plan", content=FILE, headers=YAML).json()["pending"] is False
    stale = api.post("/api/rules/apply", content=FILE, headers=YAML | {"If-Match": plan.headers["etag"]})
    assert stale.status_code == 412


@pytest.mark.usefixtures("stage")
def test_what_a_file_manages_is_not_replaced_by_the_way(
    api: httpx2.Client, tag: Callable[[str], dict[str, str]]
) -> None:
    api.post("/api/rules/apply", content=FILE, headers=YAML)
    rule, seen = api.get("/api/rules/rent").json()["rule"], tag("/api/rules/rent")
    assert "take_over" in api.put("/api/rules/rent", json=rule, headers=seen).json()["detail"]
    taken = api.put("/api/rules/rent?take_over=true", json=rule, headers=seen).json()
    assert taken["managed_by"] == "ui"


def test_a_message_is_tried_without_anything_being_done(api: httpx2.Client, stage: Stage) -> None:
    asked = {"text": "Pagar luz CFE $890 vence 15 enero", "emoji": "💳", "at": "2026-01-02T15:00:00Z"}
    told = api.post("/api/rules/test", json=asked).json()
    assert [(draft["kind"], draft["fields"]["vendor"], draft["fields"]["due"]) for draft in told["drafts"]] == [
        ("bill", "CFE", "2026-01-15")
    ]
    assert told["answer"]["to"] == "self"
    assert stage.items() == []
    alone = api.post("/api/rules/task/test", json=asked).json()
    assert alone["drafts"] == []
    sent = api.post("/api/rules/test", json={**asked, "emoji": "🏠", "rules": FILE}).json()
    assert sent["drafts"][0]["rule"] == "rent"


@pytest.mark.usefixtures("stage")
def test_without_an_emoji_it_is_the_message_as_such_that_is_tried(api: httpx2.Client) -> None:
    rule = {"id": "cfe", "when": {"message": "any", "chat": "groups"}, "do": [{"create_bill": {}}]}
    asked = {"text": "Pagar luz CFE $890 vence 15 enero", "rules": {"version": 1, "rules": [rule]}}
    (direct,) = api.post("/api/rules/test", json=asked).json()["rules"]
    assert direct["reason"] == "chat"
    assert api.post("/api/rules/test", json=asked | {"chat": "groups"}).json()["drafts"][0]["title"] == "CFE"


def _slow(n: int) -> dict[str, object]:
    """Return a request to try rules whose patterns find no end."""
    do = [{"create_bill": {}}]
    slow = [{"field": "text", "matches": "(a+)+$"}]
    rules = [{"id": f"slow{each}", "when": {"reaction": "🏠"}, "if": slow, "do": do} for each in range(n)]
    return {"text": "a" * 3000 + "!", "emoji": "🏠", "rules": {"version": 1, "rules": rules}}


@pytest.mark.usefixtures("stage")
def test_a_pattern_that_finds_no_end_is_given_up_and_its_rule_does_not_fire(api: httpx2.Client) -> None:
    (rule,) = api.post("/api/rules/test", json=_slow(1), timeout=60).json()["rules"]
    assert rule["fired"] is False


def test_a_text_that_takes_too_long_to_read_is_ended_and_the_next_is_read(
    start: Callable[[Settings], Web], settings: Settings
) -> None:
    api = start(settings.model_copy(update={"item_deadline_seconds": 3.0})).client
    refused = api.post("/api/rules/test", json=_slow(100), timeout=60)
    assert (refused.status_code, "took more than" in refused.json()["detail"]) == (422, True), refused.text
    quick = {"text": "Pay rent 900", "emoji": "🏠", "rules": FILE, "zone": "America/Bogota"}
    assert api.post("/api/rules/test", json=quick, timeout=60).status_code == 200


@pytest.mark.usefixtures("stage")
def test_a_body_of_another_type_is_refused(api: httpx2.Client) -> None:
    assert api.post("/api/rules/check", content="x", headers={"Content-Type": "text/plain"}).status_code == 415


def test_with_several_numbers_one_is_named(api: httpx2.Client, stage: Stage, database_url: str) -> None:
    other = Stage(stage.db, database_url)
    refused = api.get("/api/rules/bill")
    assert (refused.status_code, "?connection=" in refused.json()["detail"]) == (400, True)
    assert api.get(f"/api/rules/bill?connection={other.id}").json()["connection_id"] == other.id
    assert {rule["connection_id"] for rule in api.get("/api/rules").json()["rules"]} == {stage.id, other.id}


# --- what the page of rules asks for --------------------------------------------------------------------------------


def test_a_rule_is_kept_as_it_was_written_with_its_comments_and_with_who_changed_it(
    api: httpx2.Client, rent: str, tag: Callable[[str], dict[str, str]]
) -> None:
    raw = {"Accept": "application/yaml"}
    assert api.get(rent, headers=raw).text == MINE.lstrip()
    commented = MINE.replace("parse: bill", "parse: bill # what else")
    assert api.put(rent, content=commented, headers=YAML | tag(rent)).json()["version"] == 2
    api.post(f"{rent}/disable")
    assert api.get(rent, headers=raw).text.endswith("  - create_bill: {}\nenabled: false\n")
    assert "# what else" in api.get(rent, headers=raw).text
    newest, *older = api.get(f"{rent}/versions").json()["versions"]
    assert (newest["because"], newest["changed_by"]) == ("switched off", "this machine")
    assert [one["yaml"] for one in older] == [commented.lstrip(), MINE.lstrip()]
    api.post(f"{rent}/rollback", json={"version": 1})
    assert api.get(rent, headers=raw).text == MINE.lstrip()
    # Who sends JSON writes no comments.
    api.put(rent, json={**api.get(rent).json()["rule"], "order": 7}, headers=tag(rent))
    assert "order: 7" in api.get(rent, headers=raw).text


@pytest.mark.parametrize(("language", "says"), [("en", "Makes a bill"), ("es", "Crea un pago"), ("pt", "Cria uma")])
def test_a_rule_is_told_in_the_language_of_who_asks(api: httpx2.Client, rent: str, language: str, says: str) -> None:
    told = api.get(rent, headers={"Accept-Language": language}).json()["in_words"]
    assert told["does"].startswith(says)
    assert all(told.values())


@pytest.mark.usefixtures("stage")
def test_one_rule_is_checked_by_itself(api: httpx2.Client) -> None:
    assert api.post("/api/rules/check", content=MINE, headers=YAML).json()["sound"] is True
    (fault,) = api.post("/api/rules/check", content=MINE.replace("parse: bill", "parse: bil"), headers=YAML).json()[
        "faults"
    ]
    assert (fault["pointer"], fault["line"], fault["suggestion"]) == ("/parse", 4, "did you mean 'bill'?")
    assert api.post("/api/rules/apply", content=MINE, headers=YAML).status_code == 422


@pytest.mark.usefixtures("stage")
def test_a_value_is_written_into_yaml_and_read_from_it(api: httpx2.Client) -> None:
    changes = [{"path": "/when/by", "value": "anyone"}, {"path": "/parse", "value": None}]
    told = api.post("/api/rules/edit", json={"yaml": MINE, "changes": changes}).json()
    assert "by: anyone" in told["yaml"]
    assert told["rule"] == {"id": "rent", "when": {"reaction": "🏠", "by": "anyone"}, "do": [{"create_bill": {}}]}
    assert api.post("/api/rules/edit", json={"yaml": MINE}).json()["yaml"] == MINE
    broken = api.post("/api/rules/edit", json={"yaml": "id: [", "changes": changes})
    assert (broken.status_code, broken.json()["errors"][0]["line"]) == (422, 2)
    nowhere = api.post("/api/rules/edit", json={"yaml": MINE, "changes": [{"path": "/do/7", "value": {}}]})
    assert (nowhere.status_code, "by hand" in nowhere.json()["detail"]) == (422, True)


@pytest.mark.usefixtures("stage")
def test_an_edited_rule_is_tried_beside_the_others_as_if_switched_on(api: httpx2.Client) -> None:
    text, off = "Pagar luz CFE $890 vence 15 enero", MINE.replace("🏠", "💳") + "enabled: false\n"
    told = api.post("/api/rules/test", json={"text": text, "emoji": "💳", "rules": off, "beside": True}).json()
    fired = {rule["id"]: rule["reason"] for rule in told["rules"]}
    assert [draft["rule"] for draft in told["drafts"]] == ["rent"]
    assert fired == {"rent": None, "bill": "left_to:rent", "task": "emoji", "event": "emoji", "note": "emoji"}


@pytest.mark.usefixtures("stage")
def test_a_rule_by_hand_is_planned_beside_the_others(api: httpx2.Client) -> None:
    api.post("/api/rules/apply", content=FILE, headers=YAML)
    other = MINE.replace("id: rent", "id: flat")
    plan = api.post("/api/rules/plan?by_hand=true", content=other, headers=YAML).json()
    assert [(step["how"], step["id"]) for step in plan["steps"]] == [("add", "flat")]
    assert [sorted(one["rules"]) for one in plan["conflicts"]] == [["flat", "rent"]]
    assert api.post("/api/rules/plan?by_hand=true&days=3", content=other, headers=YAML).status_code == 422


def test_a_viewer_sees_every_rule_on_the_page_and_may_not_write(doorman: Doorman, stage: Stage) -> None:
    viewer = doorman.account("ana", "viewer", [stage.id])
    page = viewer.session.get("/rules", headers={"Accept-Language": "es"}).text
    assert "Crea un pago por cada monto." in page
    assert '"may_write": false' in page
    assert '"may_write": true' in doorman.account("bo", "operator", [stage.id]).session.get("/rules").text
    assert viewer.key.post("/api/rules/check", content=MINE, headers=YAML).status_code == 200
    assert viewer.key.post("/api/rules", content=MINE, headers=YAML).status_code == 403


@pytest.mark.usefixtures("stage")
def test_whoever_waits_for_a_text_to_be_read_keeps_nobody_else_from_the_database(api: httpx2.Client, web: Web) -> None:
    site = web.server.app.state.site
    asked = {"text": "Pagar luz CFE $890", "emoji": "💳"}

    def came() -> int:
        return int(site.lines.get_stats().get("requests_num", 0))

    before = came()
    with ThreadPoolExecutor(8) as people:
        # Somebody's text takes long; more wait for theirs than there are lines.
        with site.aside._lock:
            waiting = [people.submit(api.post, "/api/rules/test", json=asked) for _ in range(8)]
            assert eventually(lambda: came() >= before + 6)
            assert api.get("/api/items").status_code == 200
        assert [one.result().status_code for one in waiting] == [200] * 8
