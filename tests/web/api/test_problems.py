"""What every refusal has: a kind that leads to a page, and a name that the log knows."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable, Iterator

import httpx2
import pytest
import structlog

from engine import logs
from engine.audit import Audit
from engine.config import Settings
from engine.vault import open_vault
from engine.web.api.refusals import MOST_ERRORS
from engine.web.problems import problem
from tests.engine.stage import Stage
from tests.web.api.who import ROOT, Doorman
from tests.web.served import Web


@pytest.mark.usefixtures("stage")
@pytest.mark.parametrize(
    ("method", "address", "status"),
    [
        ("GET", "/api/items/999", 404), ("GET", "/nothing", 404), ("GET", "/api/items?limit=x", 400),
        ("POST", "/api/items", 405), ("POST", "/api/rules/test", 422), ("PATCH", "/api/connections/999", 404),
    ],
)  # fmt: skip
def test_a_problem_has_a_kind_that_leads_to_a_page_its_address_and_a_name(
    api: httpx2.Client, method: str, address: str, status: int
) -> None:
    body = {"json": {}} if method != "GET" else {}
    told = api.request(method, address, **body).json()  # type: ignore[arg-type] # either
    assert (told["status"], told["instance"]) == (status, address.partition("?")[0])
    assert re.fullmatch("[0-9a-f]{32}", told["trace_id"])
    page, _, anchor = told["type"].partition("#")
    assert f'id="{anchor}"' in api.get(page).text


def parts_of_a_flood() -> Iterator[bytes]:
    """Yield more than the API takes, without saying beforehand how much it is."""
    yield b"["
    for _ in range(33):
        yield b" " * 65_536


@pytest.mark.usefixtures("stage")
@pytest.mark.parametrize("content", [b" " * (2 << 20) + b"{}", parts_of_a_flood], ids=["announced", "not announced"])
@pytest.mark.parametrize("headers", [{}, {"Idempotency-Key": "one"}], ids=["", "with a key"])
def test_a_body_that_is_too_large_is_a_problem_too(
    api: httpx2.Client, content: bytes | Callable[[], Iterator[bytes]], headers: dict[str, str]
) -> None:
    typed = headers | {"Content-Type": "application/json"}
    body = content if isinstance(content, bytes) else content()
    answer = api.post("/api/rules/test", content=body, headers=typed)
    assert (answer.status_code, answer.headers["content-type"]) == (413, "application/problem+json")
    assert "end less" in answer.json()["detail"]


def test_a_request_that_has_a_name_keeps_it(api: httpx2.Client) -> None:
    name = "0af7651916cd43dd8448eb211c80319c"
    given = api.get("/nothing", headers={"traceparent": f"00-{name}-b7ad6b7169203331-01"})
    assert given.json()["trace_id"] == name
    ours = [api.get("/nothing", headers={"traceparent": said}).json()["trace_id"] for said in ("x", "00-" + "0" * 32)]
    assert len(set(ours)) == 2


def test_a_line_of_anybodys_log_has_the_name_of_its_request() -> None:
    line = logging.LogRecord("uvicorn.error", logging.ERROR, __file__, 1, "it went wrong", (), None)
    with structlog.contextvars.bound_contextvars(trace_id="ab" * 16):
        told = logs.formatter(logs.Redactor(), "json").format(line)
    assert json.loads(told)["trace_id"] == "ab" * 16


def test_a_problem_outside_a_request_has_no_name() -> None:
    assert b"trace_id" not in bytes(problem(404, "Nothing.").body)


def test_whoever_asks_too_often_gets_429_and_is_told_when_to_come_again(
    start: Callable[[Settings], Web], settings: Settings, stage: Stage
) -> None:
    web = start(settings.model_copy(update={"requests_a_minute": 3}))
    doorman = Doorman(web, stage.db, Audit.of(open_vault(settings)))
    one, other = doorman.key(["items:read"], ROOT), doorman.key(["items:read"], ROOT)
    let_in = [one.get("/api/items") for _ in range(3)]
    assert [answer.status_code for answer in let_in] == [200, 200, 200]
    assert [answer.headers["ratelimit"].partition(";t=")[0] for answer in let_in] == [
        '"default";r=2', '"default";r=1', '"default";r=0',
    ]  # fmt: skip
    refused = one.get("/api/items")
    assert (refused.status_code, refused.headers["content-type"]) == (429, "application/problem+json")
    assert 1 <= int(refused.headers["retry-after"]) <= 20
    assert refused.headers["ratelimit-policy"] == '"default";q=3;w=60'
    assert other.get("/api/items").status_code == 200, "each has a pace of its own"
    doorman.close()


def test_the_page_of_the_api_asks_nothing_of_anybody_else(api: httpx2.Client) -> None:
    page = api.get("/docs")
    assert page.status_code == 200
    assert not re.findall(r"""(?:src|href)=["'](?!/)""", page.text)
    policy = page.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "http" not in policy
    for address in re.findall(r'(?:src|href)="(/static/[^"]+)"', page.text):
        assert api.get(address).status_code == 200, address


def test_an_address_names_every_method_that_it_takes(api: httpx2.Client) -> None:
    for address, methods in (
        ("/api/bills/1", "GET, HEAD, PATCH"),
        ("/api/bills/totals", "GET, HEAD"),
        ("/api/items/1/cancel", "POST"),
    ):
        refused = api.request("TRACE", address)
        assert (refused.status_code, refused.headers["allow"]) == (405, methods), address


def test_what_is_no_number_no_day_and_no_yes_or_no_is_not_taken_for_one(api: httpx2.Client) -> None:
    for address, body in (
        ("/api/items/bulk", {"action": "move_due", "days": "1", "ids": [1]}),
        ("/api/items/bulk", {"action": "cancel", "ids": [1], "dry_run": 1}),
        ("/api/queue/bulk", {"action": "retry", "which": {"older": True}}),
        ("/api/rules/test", {"text": "x", "emoji": "💳", "at": 0}),
    ):  # fmt: skip
        assert api.post(address, json=body).status_code == 422, (address, body)
    for address in ("/api/items?due_to=0", "/api/audit?since=0.5", "/api/actions?since=2026-01-02"):
        assert api.get(address).status_code == 400, address


@pytest.mark.usefixtures("stage")
def test_of_a_body_with_thousands_of_mistakes_a_hundred_are_told_and_the_others_counted(api: httpx2.Client) -> None:
    many = dict.fromkeys(map(str, range(5_000)), 1)
    for address in ("/api/items/bulk", "/api/rules"):
        told = api.post(address, json=many).json()
        assert (told["status"], len(told.get("errors", ()))) == (422, MOST_ERRORS), (address, told)
        assert told["more_errors"] >= 4_900, address
    checked = api.post("/api/rules/check", json=many).json()
    assert (len(checked["faults"]), checked["more_faults"] >= 4_900) == (MOST_ERRORS, True)


def test_a_name_that_nothing_has_is_repeated_only_so_far(api: httpx2.Client) -> None:
    answer = api.get("/api/items", params={"x" * 5_000: "1"})
    assert (answer.status_code, len(answer.json()["errors"][0]["detail"]) < 200) == (400, True)
