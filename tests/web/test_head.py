"""Whatever can be read answers HEAD as it answers GET, without the body."""

from __future__ import annotations

import re

import httpx2
import psycopg
import pytest
from starlette.routing import Route

from engine.web.app import ROUTES
from tests.engine.stage import Stage, react, seen
from tests.web.api.described import operations
from tests.web.served import Web

ENDLESS = {"/api/stream", "/demo/stream"}
CHANGING = {"date", "ratelimit", "content-length", "content-security-policy", "set-cookie"}
"""Headers that are others at each request; the length is that of what GET packs."""
AGEING = {"/api/overview"}
"""What says how long ago something was is another a second later."""
READ = sorted(
    {address for address, method, _ in operations() if method == "GET"}
    | {route.path for route in ROUTES if isinstance(route, Route) and "GET" in (route.methods or ())}
)


@pytest.fixture
def api(web: Web, stage: Stage) -> httpx2.Client:
    stage.tell(seen(), react())
    stage.settle()
    return web.client


@pytest.fixture
def stage(db: psycopg.Connection, database_url: str) -> Stage:
    return Stage(db, database_url)


def test_head_tells_what_get_would(api: httpx2.Client, stage: Stage) -> None:
    (bill,) = stage.rows("select id from items")
    for address in READ:
        path = re.sub(r"\{id(:int)?\}", str(bill["id"]), address)
        path = re.sub(r"\{\w+\}", "x", path)
        head = api.head(path)
        assert head.content == b"", address
        if address in ENDLESS:
            assert head.status_code < 500, address
            continue
        get = api.get(path)
        assert head.status_code == get.status_code, address
        told, whole = (dict(one.headers) for one in (head, get))
        assert told.keys() - CHANGING == whole.keys() - CHANGING - {"transfer-encoding"}, address
        assert address in AGEING or told.get("etag") == whole.get("etag"), address


def test_what_the_client_has_already_is_said_to_head_too(api: httpx2.Client) -> None:
    etag = api.head("/api/items").headers["etag"]
    assert api.head("/api/items", headers={"If-None-Match": etag}).status_code == 304
    allowed = api.request("DELETE", "/api/items").headers["allow"]
    assert allowed == "GET, HEAD"
