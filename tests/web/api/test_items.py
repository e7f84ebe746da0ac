"""Items over the API: pages, tags, changes by hand, and what stands in their way."""

from __future__ import annotations

import asyncio
import csv
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import httpx2
import psycopg
import pytest
from starlette.types import Message, Receive, Scope, Send

from engine import spreadsheet
from engine.listed import Which
from engine.web.api.repeated import LEASE_SECONDS, Repeated
from sql import query
from sql.parameters import document
from tests.engine.stage import Stage, react, seen

Made = dict[str, int]


def test_a_list_comes_in_pages_that_lead_to_one_another(api: httpx2.Client, stage: Stage) -> None:
    for n in range(5):
        stage.tell(seen(f"nota {n}", f"M{n}"), react("📝", f"M{n}"))
    stage.settle()
    found, address, pages = [], "/api/items?limit=2", 0
    while address:
        answer = api.get(address)
        found += [item["id"] for item in answer.json()["items"]]
        address = answer.links["next"]["url"] if "next" in answer.links else ""
        pages += 1
    everything = [row["id"] for row in stage.rows("select id from items order by id desc")]
    assert (found, pages) == (everything, 3)


def test_a_list_by_day_comes_in_pages_too(api: httpx2.Client, made: Made) -> None:
    first = api.get("/api/items?order=due&limit=1").json()
    rest = api.get("/api/items", params={"order": "due", "cursor": first["next_cursor"]}).json()
    found = [item["kind"] for item in (*first["items"], *rest["items"])]
    whole = [item["kind"] for item in api.get("/api/items?order=due").json()["items"]]
    assert (found, whole[-1], rest["next_cursor"]) == (whole, "note", None)
    assert made.keys() == set(whole)


def test_what_is_due_is_found_by_its_day(api: httpx2.Client, made: Made) -> None:
    found = api.get("/api/bills?due_from=2026-01-15&due_to=2026-01-15").json()["items"]
    assert [item["id"] for item in found] == [made["bill"]]
    assert api.get("/api/items?due_from=2026-01-16&kind=bill").json()["items"] == []


def test_bills_are_summed_up_by_month_and_currency(api: httpx2.Client, stage: Stage, made: Made) -> None:
    for n, text in enumerate(("Telmex 389.50 vence 20 enero", "Netflix USD 15.99 vence 3 febrero", "Agua $245")):
        stage.tell(seen(text, f"B{n}"), react("💳", f"B{n}"))
    stage.settle()
    stage.db.execute("update bills set due_on = null where vendor ilike 'agua'")
    assert api.get("/api/bills/totals").json()["totals"] == [
        {"month": "2026-01", "currency": "MXN", "amount": "1279.50", "bills": 2},
        {"month": "2026-02", "currency": "USD", "amount": "15.99", "bills": 1},
        {"month": None, "currency": "MXN", "amount": "245.00", "bills": 1},
    ]
    api.post(f"/api/items/{made['bill']}/cancel")
    (january, *_) = api.get("/api/bills/totals?due_to=2026-01-31").json()["totals"]
    assert (january["amount"], january["bills"]) == ("389.50", 1)
    (undone,) = api.get("/api/bills/totals?status=cancelled").json()["totals"]
    assert (undone["month"], undone["bills"]) == ("2026-01", 1)


def test_each_kind_has_an_address_of_its_own(api: httpx2.Client, made: Made) -> None:
    for kind, id_ in made.items():
        assert [item["id"] for item in api.get(f"/api/{kind}s").json()["items"]] == [id_]
        assert api.get(f"/api/{kind}s/{id_}").json()["text"]
    assert api.get(f"/api/tasks/{made['bill']}").status_code == 404


def test_what_the_client_has_already_is_not_sent_again(api: httpx2.Client, made: Made) -> None:
    address = f"/api/items/{made['bill']}"
    etag = api.get(address).headers["etag"]
    again = api.get(address, headers={"If-None-Match": etag})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", etag)


def test_a_bill_changed_by_hand_keeps_that_when_its_text_is_read_again(
    api: httpx2.Client, stage: Stage, made: Made, tag: Callable[[str], dict[str, str]]
) -> None:
    address = f"/api/bills/{made['bill']}"
    answer = api.patch(address, json={"amount": "950.5", "due": "2026-01-20"}, headers=tag(address))
    assert answer.status_code == 200, answer.text
    assert {name: answer.json()["fields"][name] for name in ("amount", "due", "vendor")} == {
        "amount": "950.50", "due": "2026-01-20", "vendor": "CFE",
    }  # fmt: skip
    stage.tell(react(None, "M💳", n=2))
    stage.settle()
    stage.tell(react("💳", "M💳", n=3))
    stage.settle()
    item = api.get(address).json()
    assert (item["status"], item["fields"]["amount"]) == ("open", "950.50")


def test_a_task_is_changed_on_the_clock_of_its_own_zone(
    api: httpx2.Client, made: Made, tag: Callable[[str], dict[str, str]]
) -> None:
    address = f"/api/tasks/{made['task']}"
    due = {"due": "2026-01-09T20:00:00Z", "tags": ["x"], "title": "Contrato"}
    item = api.patch(address, json=due, headers=tag(address)).json()
    assert (item["fields"]["due"], item["tags"], item["title"]) == ("2026-01-09T14:00:00-06:00", ["x"], "Contrato")
    wall = api.patch(address, json={"due": "2026-01-09T09:30"}, headers=tag(address)).json()
    assert wall["fields"]["due"] == "2026-01-09T09:30:00-06:00"
    assert wall["fields"]["assignee"] == item["fields"]["assignee"]


def test_an_event_does_not_end_before_it_begins(
    api: httpx2.Client, made: Made, tag: Callable[[str], dict[str, str]]
) -> None:
    address = f"/api/events/{made['event']}"
    answer = api.patch(address, json={"end": "2025-01-01T10:00"}, headers=tag(address))
    assert (answer.status_code, "before it begins" in answer.json()["detail"]) == (409, True)


def test_a_write_says_which_version_it_has_seen(api: httpx2.Client, made: Made) -> None:
    address = f"/api/notes/{made['note']}"
    before = api.get(address)
    missing = api.patch(address, json={"body": "otra"})
    assert (missing.status_code, missing.json()["title"]) == (428, "Precondition Required")
    seen_ = {"If-Match": before.headers["etag"]}
    assert api.patch(address, json={"body": "otra"}, headers=seen_).status_code == 200
    stale = api.patch(address, json={"body": "una más"}, headers=seen_)
    assert (stale.status_code, stale.json()["current"]["fields"]["body"]) == (412, "otra")
    assert api.patch(address, json={"body": "una más"}, headers={"If-Match": stale.headers["etag"]}).status_code == 200


def test_the_language_of_who_asks_does_not_stand_in_the_way_of_a_write(api: httpx2.Client, made: Made) -> None:
    address = f"/api/notes/{made['note']}"
    etag = api.get(address, headers={"Accept-Language": "es"}).headers["etag"]
    assert api.patch(address, json={"title": "wifi"}, headers={"If-Match": etag}).status_code == 200


@pytest.mark.parametrize(
    ("sent", "pointer", "suggestion"),
    [
        ({"amont": "9"}, "/amont", "did you mean 'amount'?"),
        ({"amount": -1}, "/amount", None),
        ({"due": "2026-02-30"}, "/due", None),
        ({"due": "2026-01-15T10:00"}, "/due", None),
        ({"title": None}, "/title", None),
        ({"tags": ["a b"]}, "/tags/0", None),
        ([], "", None),
    ],
)
def test_a_body_that_makes_no_sense_is_answered_with_the_place(  # noqa: PLR0917 - parameters of the test
    api: httpx2.Client,
    made: Made,
    tag: Callable[..., dict[str, str]],
    sent: object,
    pointer: str,
    suggestion: str | None,
) -> None:
    address = f"/api/bills/{made['bill']}"
    answer = api.patch(address, json=sent, headers=tag(address))
    (error,) = answer.json()["errors"]
    assert (answer.status_code, error["pointer"], error.get("suggestion")) == (422, pointer, suggestion)
    assert not error["detail"].startswith(("Value error", "Extra inputs"))


def test_paying_a_bill_that_repeats_shows_the_next(api: httpx2.Client, stage: Stage) -> None:
    stage.tell(seen("Pagar Netflix $219 cada mes, vence 15 enero"), react("💳"))
    stage.settle()
    (bill,) = api.get("/api/bills").json()["items"]
    paid = api.post(f"/api/bills/{bill['id']}/pay").json()
    assert (paid["item"]["status"], paid["changed"], paid["next"]["fields"]["due"]) == ("done", True, "2026-02-15")
    again = api.post(f"/api/bills/{bill['id']}/pay").json()
    assert (again["changed"], again["next"]) == (False, None)


def test_what_cannot_be_done_says_so_without_a_command_to_type(api: httpx2.Client, made: Made) -> None:
    api.post(f"/api/items/{made['task']}/cancel")
    refused = api.post(f"/api/items/{made['task']}/complete")
    assert (refused.status_code, refused.json()["detail"]) == (409, f"Item {made['task']} was cancelled.")
    assert api.post(f"/api/items/{made['task']}/reopen").json()["item"]["status"] == "open"
    assert api.post("/api/items/999999/complete").status_code == 404


def test_every_write_is_in_the_record(api: httpx2.Client, stage: Stage, made: Made) -> None:
    api.post(f"/api/tasks/{made['task']}/complete")
    (entry,) = stage.rows("select actor, action, subject, connection_id from audit_log")
    assert entry == {
        "actor": "machine", "action": "item.complete", "subject": f"item:{made['task']}", "connection_id": stage.id,
    }  # fmt: skip


def test_an_action_is_explained_and_undone(api: httpx2.Client, stage: Stage, made: Made) -> None:
    (action,) = api.get("/api/actions?message_id=M💳").json()["actions"]
    trace = api.get(f"/api/actions/{action['id']}/trace").json()
    assert [rule["id"] for rule in trace["explanation"]["rules"] if rule["fired"]] == ["bill"]
    (item,) = api.post(f"/api/actions/{action['id']}/undo").json()["items"]
    assert (item["id"], item["status"]) == (made["bill"], "cancelled")
    assert stage.rows("select action from audit_log")[0]["action"] == "action.undo"


def test_a_post_sent_twice_with_one_key_is_done_once(api: httpx2.Client, stage: Stage, made: Made) -> None:
    address, key = f"/api/tasks/{made['task']}/complete", {"Idempotency-Key": "one"}
    first, second = api.post(address, headers=key), api.post(address, headers=key)
    assert (first.content, second.headers["idempotency-replayed"]) == (second.content, "true")
    assert second.json()["changed"] is True
    assert len(stage.rows("select from audit_log")) == 1
    other = api.post(f"/api/bills/{made['bill']}/complete", headers=key)
    assert (other.status_code, "another request" in other.json()["detail"]) == (422, True)


def test_what_was_done_is_not_done_again_though_its_answer_is_kept_no_more(
    api: httpx2.Client, stage: Stage, made: Made
) -> None:
    address, key = f"/api/tasks/{made['task']}/complete", {"Idempotency-Key": "one"}
    api.post(address, headers=key)
    stage.db.execute("update idempotency_keys set headers = '[]', body = null")  # Somebody was forgotten.
    again = api.post(address, headers=key)
    assert (again.status_code, "no longer kept" in again.json()["detail"]) == (409, True)
    assert len(stage.rows("select from audit_log")) == 1


def test_a_key_whose_first_request_died_is_taken_over_by_the_same_request(
    api: httpx2.Client, stage: Stage, made: Made
) -> None:
    address, key = f"/api/tasks/{made['task']}/complete", {"Idempotency-Key": "one"}
    api.post(address, headers=key)
    stage.db.execute("update idempotency_keys set status = null, body = null")  # It died before it had answered.
    at_work = api.post(address, headers=key)
    assert (at_work.status_code, at_work.headers["retry-after"]) == (409, "5")
    silent = f"update idempotency_keys set at = now() - interval '{LEASE_SECONDS + 1} seconds'"
    stage.db.execute(silent)
    assert api.post(f"/api/bills/{made['bill']}/complete", headers=key).status_code == 422, "another request"
    taken_over = api.post(address, headers=key)
    assert (taken_over.status_code, taken_over.json()["changed"]) == (200, False), "the first had done it"
    assert api.post(address, headers=key).headers["idempotency-replayed"] == "true"


def test_who_was_given_up_for_dead_does_not_write_over_the_answer_of_the_next(stage: Stage) -> None:
    def do(statement: str, owner: UUID, **more: object) -> list[Any]:
        values = {"caller": "machine", "key": "one", "owner": owner, "fingerprint": "f", "lease": LEASE_SECONDS}
        done = stage.db.execute(query(f"repeated.{statement}"), values | more)
        return done.fetchall() if done.description else []

    first, second = uuid4(), uuid4()
    assert do("begin", first)
    assert not do("begin", second), "the first is at work"
    stage.db.execute(f"update idempotency_keys set at = now() - interval '{LEASE_SECONDS + 1} seconds'")
    assert do("begin", second)
    answer = {"headers": document([]), "status": 200}
    do("hold", first)
    do("finish", first, **answer, body=b"first")
    do("forget", first)
    do("finish", second, **answer, body=b"second")
    do("finish", first, **answer, body=b"first")
    assert [bytes(row["body"]) for row in stage.rows("select body from idempotency_keys")] == [b"second"]


def test_an_answer_that_cannot_be_kept_goes_out_and_its_key_is_not_free_to_do_it_again(
    api: httpx2.Client, stage: Stage, made: Made
) -> None:
    address, key = f"/api/tasks/{made['task']}/complete", {"Idempotency-Key": "one"}
    stage.db.execute(
        "create function refuse() returns trigger language plpgsql as"
        " $$ begin raise exception using errcode = '53100'; end $$"
    )
    stage.db.execute("create trigger refuse before update on idempotency_keys for each row execute function refuse()")
    try:
        first = api.post(address, headers=key)
    finally:
        stage.db.execute("drop function refuse cascade")
    assert (first.status_code, first.json()["changed"]) == (200, True)
    assert api.post(address, headers=key).status_code == 409


def test_a_request_that_is_cut_off_is_none_and_uses_up_no_key() -> None:
    parts: list[Message] = [
        {"type": "http.request", "body": b'{"fields": {"ti', "more_body": True}, {"type": "http.disconnect"},
    ]  # fmt: skip
    passed_on: list[Scope] = []

    async def receive() -> Message:
        return parts.pop(0)

    async def app(scope: Scope, _receive: Receive, _send: Send) -> None:
        passed_on.append(scope)

    async def nothing(_message: Message) -> None:
        raise AssertionError("nobody is there to be answered")

    scope: Scope = {"type": "http", "method": "POST", "path": "/api/tasks/1", "headers": [(b"idempotency-key", b"one")]}
    asyncio.run(Repeated(app)(scope, receive, nothing))
    assert (parts, passed_on) == ([], [])


def test_what_is_paid_is_paid_once_and_the_second_time_is_no_change(
    api: httpx2.Client, stage: Stage, made: Made
) -> None:
    address = f"/api/bills/{made['bill']}/pay"
    first, second = api.post(address), api.post(address)
    assert (first.json()["changed"], second.json()["changed"]) == (True, False)
    assert (second.headers["etag"], second.json()["item"]) == (first.headers["etag"], first.json()["item"])
    assert stage.rows("select action from audit_log") == [{"action": "item.pay"}]


@pytest.mark.parametrize("cursor", ["x", "bm90IGpzb24", "LTE", "W10", "Ijki", "OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk"])
def test_a_cursor_that_is_not_ours_is_refused(api: httpx2.Client, cursor: str) -> None:
    for order in ("newest", "due"):
        answer = api.get("/api/items", params={"cursor": cursor, "order": order})
        assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (400, "/cursor")


# --- as a table ---------------------------------------------------------------------------------------------------


def test_items_are_exported_for_a_spreadsheet_however_many_there_are(
    api: httpx2.Client, stage: Stage, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spreadsheet, "_PAGE", 2)
    stage.db.execute("update items set title = '=1+1' where id = %s", [made["note"]])
    told = api.get("/api/items.csv")
    assert told.headers["content-type"] == "text/csv; charset=utf-8"
    assert "items.csv" in told.headers["content-disposition"]
    rows = list(csv.DictReader(told.text.splitlines()))
    assert [int(row["id"]) for row in rows] == sorted(made.values(), reverse=True)
    by_kind = {row["kind"]: row for row in rows}
    assert by_kind["note"]["title"] == "'=1+1"
    bill = by_kind["bill"]
    assert (bill["vendor"], bill["amount"], bill["currency"], bill["due"]) == ("CFE", "890.00", "MXN", "2026-01-15")
    assert by_kind["event"]["due"].startswith("2026-01-03T17:00")
    dated = api.get("/api/items.csv?due_from=2026-01-01&due_to=2026-12-31").text.splitlines()
    assert [row["kind"] for row in csv.DictReader(dated)] == ["event", "task", "bill"]
    assert len(api.get("/api/items.csv?kind=bill&status=done").text.splitlines()) == 1, "the head alone"


def test_an_export_holds_no_line_to_the_database_while_somebody_reads_it(
    stage: Stage, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spreadsheet, "_PAGE", 1)
    held: list[str] = []

    @contextmanager
    def line() -> Iterator[psycopg.Connection[Any]]:
        held.append("held")
        yield stage.db
        held.pop()

    for meant in (Which(), Which(due_from=date(2026, 1, 1))):
        parts = [(part, list(held)) for part in spreadsheet.items(line, meant)]
        assert len(parts) == 1 + len(made) - (meant.dated), "its head, and a page for each that has a day"
        assert all(not held_then for _, held_then in parts)


def test_whatever_priority_a_rule_can_give_a_person_can_give_too(
    api: httpx2.Client, made: Made, tag: Callable[[str], dict[str, str]]
) -> None:
    address = f"/api/tasks/{made['task']}"
    assert api.patch(address, json={"priority": "critical"}, headers=tag(address)).json()["priority"] == "critical"
