"""Readings in doubt over the API: what is shown of them, who was quicker, what is kept and what is taken back."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest

from engine import rulebook
from rules.book import read
from tests.engine.stage import Stage, react, seen
from tests.web.api.who import Doorman

CAREFUL: dict[str, Any] = {
    "id": "careful", "when": {"reaction": "🧐"}, "parse": {"use": "bill", "min_confidence": 0.9},
    "do": [{"create_bill": {}}], "on_low_confidence": "review",
}  # fmt: skip


def doubt(stage: Stage, origin: Any = "ui") -> int:
    rulebook.save(stage.db, stage.id, read({"version": 1, "rules": [CAREFUL]}).rules, origin=origin)
    stage.tell(seen("CFE mañana", author_name="Lupe"), react("🧐"))
    stage.settle()
    found: int = stage.rows("select max(id) as id from action_execution_log")[0]["id"]
    return found


def test_a_reading_says_who_how_sure_why_not_surer_and_what_it_would_make(api: httpx2.Client, stage: Stage) -> None:
    id_ = doubt(stage)
    (one,) = api.get("/api/review").json()["reviews"]
    assert (one["id"], one["who"], one["own"], one["zone"]) == (id_, "Lupe", False, "America/Mexico_City")
    assert (one["asked"], one["doubts"], one["drafts"][0]["fields"]["vendor"]) == (0.9, ["no_amount"], "CFE")
    assert api.get("/api/review/count").json() == {"waiting": 1}
    assert api.get(f"/api/actions/{id_}").json()["explanation"]["doubtful"][0]["rule"] == "careful"


def test_a_page_may_end_between_two_rules_that_doubt_one_reaction(api: httpx2.Client, stage: Stage) -> None:
    rules = [CAREFUL, CAREFUL | {"id": "more-careful"}]
    rulebook.save(stage.db, stage.id, read({"version": 1, "rules": rules}).rules, origin="ui")
    stage.tell(seen("CFE mañana"), react("🧐"))
    stage.settle()
    first = api.get("/api/review?limit=1")
    second = api.get(first.links["next"]["url"])
    found = [one["rule_id"] for page in (first, second) for one in page.json()["reviews"]]
    assert (found, "next" in second.links) == (["careful", "more-careful"], False)


def test_whoever_comes_too_late_is_told_what_was_decided_and_by_whom(stage: Stage, doorman: Doorman) -> None:
    id_ = doubt(stage)
    ana, bob = doorman.account("ana", "owner").session, doorman.account("bob", "owner").session
    assert bob.post(f"/api/review/{id_}/accept").is_success
    for verb, body in (("accept", None), ("reject", None), ("correct", {"fields": {"amount": "5"}})):
        late = ana.post(f"/api/review/{id_}/{verb}", json=body)
        assert (late.status_code, late.json()["detail"]) == (409, "bob has accepted it meanwhile."), verb
        assert (late.json()["current"]["review"], late.json()["current"]["by"]) == ("accepted", "bob")
    stage.tell(react(None, n=2))
    stage.settle()
    gone = ana.post(f"/api/review/{id_}/accept")
    assert (gone.status_code, gone.json()["current"]["review"]) == (409, "read_again")


def test_a_correction_is_kept_as_an_example_and_both_ends_are_found_again(api: httpx2.Client, stage: Stage) -> None:
    id_ = doubt(stage)
    wanted = {"fields": {"amount": "890.50"}, "keep_example": True}
    done = api.post(f"/api/review/{id_}/correct", json=wanted).json()
    assert (done["items"][0]["fields"]["amount"], done["example"]["kept"]) == ("890.50", True)
    undone = api.post(f"/api/review/{id_}/undo", params={"rule": "careful"})
    assert [item["status"] for item in undone.json()["items"]] == ["cancelled"]
    assert api.get("/api/review/count").json() == {"waiting": 1}
    assert api.post(f"/api/review/{id_}/undo").status_code == 404
    (again,) = api.post(f"/api/review/{id_}/accept").json()["items"]
    assert (again["status"], again["fields"]["amount"]) == ("open", None)


def test_a_rule_keeps_its_comments_when_it_takes_an_example(api: httpx2.Client, stage: Stage) -> None:
    id_, raw = doubt(stage), {"Accept": "application/yaml"}
    was = api.get("/api/rules/careful", headers=raw)
    seen = {"If-Match": was.headers["etag"], "Content-Type": "application/yaml"}
    assert api.put("/api/rules/careful", content=f"# mine\n{was.text}", headers=seen).status_code == 200
    api.post(f"/api/review/{id_}/correct", json={"fields": {"amount": "890.50"}, "keep_example": True})
    now = api.get("/api/rules/careful", headers=raw).text
    assert (now.startswith("# mine\n"), "CFE mañana" in now) == (True, True)


def test_what_was_accepted_counts_as_done_until_it_is_taken_back(api: httpx2.Client, stage: Stage) -> None:
    id_ = doubt(stage)
    stage.db.execute("update action_execution_log set heard_at = now() - interval '1 hour'")

    def counted() -> tuple[int, int, str]:
        (row,) = api.get("/api/analytics/success").json()["rows"]
        return row["done"], row["failed"], api.get(f"/api/actions/{id_}").json()["outcome"]

    assert counted() == (0, 1, "failed")
    api.post(f"/api/review/{id_}/accept")
    assert counted() == (1, 0, "accepted")
    api.post(f"/api/review/{id_}/undo")
    assert counted() == (0, 1, "failed")
    api.post(f"/api/review/{id_}/reject")
    assert counted() == (0, 1, "failed")


def test_a_rule_of_a_file_takes_no_example_and_says_what_to_paste(api: httpx2.Client, stage: Stage) -> None:
    wanted = {"fields": {"amount": "890.50"}, "keep_example": True}
    done = api.post(f"/api/review/{doubt(stage, 'file')}/correct", json=wanted).json()
    assert (done["example"]["kept"], "A file manages the rule" in done["example"]["says"]) == (False, True)
    assert "CFE mañana" in done["example"]["yaml"]
    assert stage.items() == [("bill", "CFE", "open")]


def test_whoever_may_not_change_rules_keeps_no_example(stage: Stage, doorman: Doorman) -> None:
    id_ = doubt(stage)
    key = doorman.key(["items:read", "items:write"])
    wanted = {"fields": {"amount": "5"}}
    refused = key.post(f"/api/review/{id_}/correct", json=wanted | {"keep_example": True})
    assert (refused.status_code, refused.json()["missing_scope"]) == (403, "rules:write")
    assert key.post(f"/api/review/{id_}/correct", json=wanted).is_success


@pytest.mark.parametrize("path", ["/inbox", "/actions/1", "/items/1/why"])
def test_its_pages_are_there_and_say_what_is_not(api: httpx2.Client, stage: Stage, path: str) -> None:
    assert stage.id
    page = api.get(path, follow_redirects=True)
    assert page.status_code == (200 if path == "/inbox" else 404)
    assert "<main" in page.text


def test_an_item_leads_to_its_reason(api: httpx2.Client, made: dict[str, int]) -> None:
    answer = api.get(f"/items/{made['bill']}/why")
    assert answer.status_code == 303
    page = api.get(answer.headers["location"])
    assert (page.status_code, "Pagar luz CFE" in page.text) == (200, True)


@pytest.mark.parametrize("role", ["viewer", "operator"])
def test_what_one_may_not_do_is_known_to_the_page(stage: Stage, doorman: Doorman, role: Any) -> None:
    page = doorman.account("ana", role, [stage.id]).session.get("/inbox").text
    assert f'"may_write": {"true" if role == "operator" else "false"}' in page
