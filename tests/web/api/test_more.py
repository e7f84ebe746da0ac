"""The rest of the API: many items at once, readings in doubt, the queue, numbers, people, chats, statistics."""

from __future__ import annotations

from collections.abc import Callable

import httpx2
import pytest

from engine.access import of_account
from engine.web.pace import Pace
from tests.engine.stage import FRIEND, Stage, react, seen
from tests.web.api.who import Doorman
from tests.web.served import eventually

Made = dict[str, int]


def test_many_items_are_looked_at_first_then_changed_and_taken_back(api: httpx2.Client, made: Made) -> None:
    wanted = {"action": "cancel", "ids": [made["bill"], made["task"]]}
    look = api.post("/api/items/bulk", json={**wanted, "dry_run": True}).json()
    assert (look["id"], look["touched"], look["items"][0]["status"]) == (None, 2, "open")
    done = api.post("/api/items/bulk", json=wanted).json()
    assert (done["touched"], {item["status"] for item in done["items"]}) == (2, {"cancelled"})
    api.post(f"/api/items/{made['task']}/reopen")
    undone = api.post(f"/api/items/bulk/{done['id']}/undo").json()
    assert undone == {"undone": [made["bill"]], "kept": [made["task"]]}
    assert api.get(f"/api/bills/{made['bill']}").json()["status"] == "open"


def test_what_is_due_is_moved_on_its_own_clock_and_back(api: httpx2.Client, made: Made) -> None:
    before = {kind: api.get(f"/api/{kind}s/{made[kind]}").json()["fields"] for kind in ("bill", "event")}
    moved = api.post("/api/items/bulk", json={"action": "move_due", "days": 90, "which": {"status": "open"}}).json()
    assert api.get(f"/api/bills/{made['bill']}").json()["fields"]["due"] == "2026-04-15"
    api.post(f"/api/items/bulk/{moved['id']}/undo")
    after = {kind: api.get(f"/api/{kind}s/{made[kind]}").json()["fields"] for kind in ("bill", "event")}
    assert after == before


def test_a_bulk_says_which_items_it_means(api: httpx2.Client) -> None:
    assert api.post("/api/items/bulk", json={"action": "cancel"}).status_code == 422
    assert api.post("/api/items/bulk", json={"action": "tag", "which": {"kind": "bill"}}).status_code == 422


@pytest.fixture
def letter(stage: Stage, made: Made) -> int:
    assert made
    row = stage.db.execute(
        "update action_queue set status = 'failed', attempts = 8, last_error = 'it took too long', finished_at = now(),"
        " lease_until = null where id = (select min(id) from action_queue where event_type = 'settle') returning id"
    ).fetchone()
    assert row
    return int(row[0])


def test_a_dead_letter_is_tried_again_or_given_up_with_a_reason(api: httpx2.Client, stage: Stage, letter: int) -> None:
    (shown,) = api.get("/api/queue?error=too long").json()["letters"]
    assert (shown["id"], shown["last_error"]) == (letter, "it took too long")
    assert api.post(f"/api/queue/{letter}/discard", json={}).status_code == 422
    many = {"action": "discard", "reason": "too late", "which": {"chat": FRIEND}}
    assert api.post("/api/queue/bulk", json={**many, "dry_run": True}).json()["touched"] == 1
    assert api.post(f"/api/queue/{letter}/retry").json() == {"ids": [letter]}
    assert api.post(f"/api/queue/{letter}/retry").status_code == 404
    assert stage.rows("select status::text from action_queue where id = %s", letter) == [{"status": "pending"}]
    assert api.post("/api/queue/unstick", json={"dry_run": True}).json() == {"stuck": [], "given_back": []}


def test_what_was_given_up_is_brought_back_as_it_was(api: httpx2.Client, letter: int) -> None:
    failed = api.get("/api/queue").json()["letters"][0]["finished_at"]
    assert api.post(f"/api/queue/{letter}/restore").status_code == 404
    api.post(f"/api/queue/{letter}/discard", json={"reason": "too late"})
    assert api.get("/api/queue/counts").json() | {"due_since": None} == {
        "due": 4, "held": 0, "later": 0, "due_since": None, "dead": 0, "discarded": 1
    }  # fmt: skip
    many = {"action": "restore", "which": {"kind": "settle"}}
    assert api.post("/api/queue/bulk", json={**many, "dry_run": True}).json()["touched"] == 1
    assert api.post("/api/queue/bulk", json=many).json()["ids"] == [letter]
    (back,) = api.get("/api/queue").json()["letters"]
    assert (back["finished_at"], back["discarded_because"]) == (failed, None)


def test_a_look_says_how_many_of_each_kind_and_what_fails_later_is_not_meant(
    api: httpx2.Client, stage: Stage, letter: int
) -> None:
    look = api.post("/api/queue/bulk", json={"action": "retry", "dry_run": True}).json()
    assert look["counts"] == [{"connection_id": stage.id, "kind": "settle", "letters": 1}]
    assert [one["reason"] for one in look["letters"]] == ["fault"]
    stage.db.execute("update action_queue set finished_at = finished_at + interval '1 h' where id = %s", [letter])
    done = api.post("/api/queue/bulk", json={"action": "retry", "which": {"until": look["until"]}}).json()
    assert (done["touched"], done["ids"]) == (0, [])


def test_thousands_are_handled_by_a_job_all_of_them_and_recorded(api: httpx2.Client, letter: int) -> None:
    wanted = {"action": "discard", "reason": "too late", "as_job": True}
    begun = api.post("/api/queue/bulk", json=wanted)
    assert begun.status_code == 202

    def ended() -> bool:
        return bool(api.get(begun.headers["location"]).json()["finished_at"])

    assert eventually(ended)
    job = api.get(begun.headers["location"]).json()
    assert (job["state"], job["kind"], job["answer"]) == ("done", "queue.discard", {"touched": 1, "handled": 1})
    assert api.get("/api/queue?discarded=true").json()["letters"][0]["id"] == letter
    assert api.get("/api/audit").json()["entries"][0]["action"] == "queue.discard"


def test_what_waits_and_what_is_in_work_is_listed_with_what_it_is_about(api: httpx2.Client, stage: Stage) -> None:
    stage.tell(seen(), react("💳"), seen("idea", "M2"), react("📝", "M2"))
    stage.db.execute("update action_queue set run_at = now() + interval '1 h' where event_data->>'message_id' = 'M2'")
    now, later = api.get("/api/queue/waiting").json()["waiting"]
    assert (now["kind"], now["emoji"], now["snippet"]) == ("settle", "💳", "Pagar luz CFE $890 vence 15 enero")
    assert (later["message_id"], later["reason"]) == ("M2", None)
    first = api.get("/api/queue/waiting?limit=1").json()
    rest = api.get("/api/queue/waiting", params={"cursor": first["next_cursor"]}).json()
    assert [one["id"] for one in (*first["waiting"], *rest["waiting"])] == [now["id"], later["id"]]
    stage.claims()
    (held,) = api.get("/api/queue/in-work").json()["in_work"]
    assert (held["id"], held["attempts"], bool(held["lease_until"])) == (now["id"], 1, True)
    assert [one["id"] for one in api.get("/api/queue/waiting").json()["waiting"]] == [later["id"]]


@pytest.mark.usefixtures("letter")
def test_who_may_only_look_gets_no_buttons_and_a_key_without_items_no_words(doorman: Doorman, stage: Stage) -> None:
    page = doorman.account("vera", "viewer", [stage.id]).session.get("/queue").text
    assert ('"may_write": false' in page, "Pagar luz CFE" in page) == (True, True)
    (shown,) = doorman.key(["queue:read"]).get("/api/queue").json()["letters"]
    assert (shown["snippet"], shown["who"], shown["emoji"]) == (None, None, "💳")


def test_a_number_is_changed_paused_and_resumed(
    api: httpx2.Client, stage: Stage, tag: Callable[[str], dict[str, str]]
) -> None:
    address = f"/api/connections/{stage.id}"
    changed = api.patch(address, json={"name": "Casa", "zone": "America/Bogota"}, headers=tag(address))
    assert (changed.json()["name"], changed.json()["zone"]) == ("Casa", "America/Bogota")
    assert api.patch(address, json={"zone": "Mars/Olympus"}, headers=tag(address)).status_code == 422
    assert api.post(f"{address}/pause").json()["enabled"] is False
    assert api.post(f"{address}/resume").json()["enabled"] is True
    assert "secrets" not in api.get(address).json()


@pytest.mark.usefixtures("made")
def test_people_and_chats_are_listed_and_set(api: httpx2.Client) -> None:
    told = api.post("/api/people/preferences", json={"address": "+5215587654321", "name": "Lupe", "language": "en"})
    assert (told.json()["person"]["name"], told.json()["person"]["language"]) == ("Lupe", "en")
    assert [one["name"] for one in api.get("/api/people?find=lupe").json()["people"]] == ["Lupe"]
    assert api.post("/api/chats/settings", json={"address": "Lupe", "zone": "America/Bogota"}).status_code == 200
    assert api.get("/api/chats").json()["chats"][0]["zone"] == "America/Bogota"
    assert api.post("/api/people/split", json={"address": "+5215587654321"}).status_code == 409
    assert api.post("/api/people/split", json={"address": "+1999"}).status_code == 404


@pytest.mark.usefixtures("made")
def test_statistics_come_as_json_and_as_a_table(api: httpx2.Client) -> None:
    rows = api.get("/api/analytics/nlp").json()["rows"]
    assert {row["parser"] for row in rows} == {"task", "calendar", "bill", "note"}
    table = api.get("/api/analytics/nlp?format=csv")
    assert (table.headers["content-type"], table.text.splitlines()[0].split(",")[:2]) == (
        "text/csv; charset=utf-8", ["parser", "language"],
    )  # fmt: skip
    assert api.get("/api/analytics/nlp?since=2020-01-01T00:00:00Z&until=2020-01-02T00:00:00Z").json()["rows"] == []
    assert api.get("/api/analytics/nothing").status_code == 404


def test_nothing_waits_for_a_person_at_first(api: httpx2.Client) -> None:
    assert api.get("/api/review").json() == {"reviews": [], "next_cursor": None}
    assert api.post("/api/review/1/accept").status_code == 404


def test_whoever_asks_too_often_is_told_when_to_come_again() -> None:
    pace = Pace(a_minute=2)
    who = of_account(1, "ana", "viewer", []).actor
    assert [pace.take(who).allowed for _ in range(3)] == [True, True, False]
    refused = pace.take(who)
    assert (refused.requests, 0 < refused.seconds <= 30) == (0, True)
    assert pace.take("key:other").allowed


LID = "83512345678901@lid"


@pytest.mark.usefixtures("made")
def test_a_merge_and_a_split_say_first_what_they_touch(api: httpx2.Client, stage: Stage) -> None:
    stage.tell(seen("hola", "L1", author=LID, chat=LID, author_name="Lupe"))
    for n, who in enumerate((FRIEND, LID)):
        stage.tell(react("📝", "M💳", reactor=who, n=n + 3))
    stage.settle()
    before = api.get("/api/people").json()["people"]
    ahead = api.post("/api/people/merge", json={"one": FRIEND, "other": LID, "dry_run": True}).json()
    assert (set(ahead["person"]["addresses"]), ahead["messages"], ahead["settled_again"]) == ({FRIEND, LID}, 1, 0)
    assert ahead["person"]["effective"]["zone"] == "America/Mexico_City"
    assert api.get("/api/people").json()["people"] == before, "nothing was written"
    assert api.post("/api/people/merge", json={"one": FRIEND, "other": LID}).json()["settled_again"] == 2
    ahead = api.post("/api/people/split", json={"address": LID, "dry_run": True}).json()
    assert (ahead["person"]["addresses"], ahead["messages"]) == ([LID], 1)
    apart = {"address": LID, "others": [FRIEND]}
    assert api.post("/api/people/split", json=apart).status_code == 409, "one address has to stay"
    assert api.post("/api/people/split", json={"address": LID}).json()["person"]["addresses"] == [LID]


def test_privacy_is_an_admins(doorman: Doorman, stage: Stage) -> None:
    stage.tell(seen(author_name="Lupe"))
    ana, bob = doorman.account("ana", "admin").session, doorman.account("bob", "operator", [stage.id]).session
    whose = {"person": FRIEND}
    assert bob.get("/api/privacy", params=whose).json()["missing_scope"] == "admin"
    assert ana.get("/api/privacy", params=whose).json()["messages"] == 1
    handed = ana.get("/api/privacy/export", params={"person": "Lupe"})
    assert (handed.json()["messages"][0]["author_name"], "attachment" in handed.headers["content-disposition"]) == (
        "Lupe", True,
    )  # fmt: skip
    assert ana.post("/api/privacy/forget", json=whose | {"dry_run": True}).json()["kept"]["texts"] == 1
    assert ana.post("/api/privacy/forget", json=whose).json()["dry_run"] is False
    assert ana.get("/api/privacy", params=whose).status_code == 404
    pages = {one: one.get("/people").text for one in (ana, bob)}
    assert '"may_forget": true' in pages[ana]
    assert '"may_forget": false' in pages[bob]
