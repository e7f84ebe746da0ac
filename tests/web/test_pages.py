"""The live page: what it is made of, and that nothing in it can run but our own script."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from engine.config import Settings
from tests.web.served import Web

STATIC = Path(__file__).parents[2] / "engine" / "web" / "static"


def test_the_page_allows_only_its_own_files(web: Web) -> None:
    page = web.client.get("/")
    policy = page.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "<script>" not in page.text
    assert not re.search(r"\son\w+=|style=|https?://", page.text)


def test_everything_that_the_page_names_is_there(web: Web) -> None:
    page = web.client.get("/").text
    named = set(re.findall(r'(?:href|src)="(/[^"]*)"', page))
    assert any(path.startswith("/static/live.js") for path in named)
    assert {path: web.client.get(path).status_code for path in named} == dict.fromkeys(named, 200)


def test_the_empty_page_says_the_next_step_with_the_demos_port(
    settings: Settings, start: Callable[[Settings], Web]
) -> None:
    page = start(settings.model_copy(update={"demo_port": 18765})).client.get("/").text
    assert "curl -s localhost:18765/phone/try" in page


def test_the_script_never_makes_markup_of_a_text() -> None:
    script = (STATIC / "live.js").read_text()
    for way in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("):
        assert way not in script


def test_every_element_that_the_script_asks_for_is_in_the_page(web: Web) -> None:
    page = web.client.get("/").text
    asked = set(re.findall(r'\$\("([\w-]+)"\)', (STATIC / "live.js").read_text()))
    assert asked <= set(re.findall(r'id="([\w-]+)"', page))
