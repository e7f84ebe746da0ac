"""Whoever reads a list or one thing may take a few of its members."""

from __future__ import annotations

import re

import httpx2

from tests.engine.stage import Stage
from tests.web.api.described import operations

CHOOSING = [
    (address, part["schema"]["items"]["enum"])
    for address, method, operation in operations()
    if method == "GET"
    for part in operation.get("parameters", ())
    if part["name"] == "fields"
]
Made = dict[str, int]


def test_the_lists_and_what_stands_in_them_say_that_they_take_it() -> None:
    told = {address for address, _ in CHOOSING}
    kinds = {f"/api/{plural}" for plural in ("items", "tasks", "events", "bills", "notes", "actions")}
    assert kinds | {f"{address}/{{id}}" for address in kinds} <= told
    assert {"/api/people", "/api/chats", "/api/queue", "/api/review"} <= told


def test_only_what_was_asked_for_comes_and_the_tag_is_that_of_the_whole(
    api: httpx2.Client, stage: Stage, made: Made
) -> None:
    (action, *_) = stage.rows("select id from action_execution_log")
    ids = made | {"item": made["bill"], "action": action["id"]}
    for address, members in CHOOSING:
        kind = address.split("/")[2].removesuffix("s")
        whole = api.get(re.sub(r"\{id\}", str(ids.get(kind)), address))
        cut = api.get(whole.url.path, params={"fields": f"{members[0]}, {members[-1]}"})
        assert (cut.status_code, cut.headers["etag"]) == (200, whole.headers["etag"]), (address, cut.text)
        body = whole.json()
        rows = next((name for name, value in body.items() if "next_cursor" in body and isinstance(value, list)), None)
        wanted = {members[0], members[-1]}
        for before, after in zip(body[rows], cut.json()[rows], strict=True) if rows else [(body, cut.json())]:
            assert after == {name: value for name, value in before.items() if name in wanted}, address
            assert before.keys() == set(members), f"{address} names all of them"
        wrong = api.get(whole.url.path, params={"fields": f"{members[0]}x"})
        assert wrong.status_code == 400, address
        (fault,) = wrong.json()["errors"]
        assert fault == {
            "pointer": "/fields",
            "detail": f"nothing here is called '{members[0]}x'",
            "suggestion": f"did you mean '{members[0]}'?",
        }


def test_the_next_page_has_the_same_members(api: httpx2.Client, made: Made) -> None:
    assert made
    first = api.get("/api/items?fields=id,title&limit=1")
    following = api.get(first.links["next"]["url"])
    (row,) = following.json()["items"]
    assert list(row) == ["id", "title"]
    assert api.get("/api/items?fields=").status_code == 400
    again = api.get("/api/items?fields=id&limit=1", headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304
