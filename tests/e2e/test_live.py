"""The live page in a real browser, before real processes: what happens elsewhere is there without a reload."""

from __future__ import annotations

import json
import re
import subprocess

import httpx2
import psycopg
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.phone import Hand, Sit
from tests.e2e.product import Up

pytestmark = pytest.mark.browser

CFE = "Pagar luz CFE $890 vence 15 enero"


def look(page: Page, url: str) -> None:
    page.goto(f"{url}/live")
    expect(page.locator("#state")).to_have_attribute("data-state", "live")


def tell(db: psycopg.Connection, *outcomes: str) -> None:
    """Write rows of the feed as a worker does."""
    db.execute(
        "insert into live_feed (connection_id, event, body) "
        "select (select min(id) from connections), 'settled', body from jsonb_array_elements(%s) body",
        [
            json.dumps(
                [{"message_id": "M", "emoji": "💳", "outcome": one, "items": [], "took_ms": 1.5} for one in outcomes]
            )
        ],
    )
    db.execute("notify toque_live")


def streams(url: str) -> int:
    found = re.search(r"^toque_live_streams (\d+)", httpx2.get(f"{url}/metrics", trust_env=False).text, re.MULTILINE)
    assert found
    return int(found[1])


def test_a_reaction_on_the_phone_is_on_the_open_live_page_with_its_reasons_and_can_be_undone_there(
    up: Up, sit: Sit
) -> None:
    with sit(language="en-GB") as at:
        expect_empty = at.page.locator("#feed-empty")
        look(at.page, up.url)
        expect(expect_empty).to_be_visible()
        expect(at.page.locator(".four .value").nth(2)).to_have_text("–")
        assert at.fits()
        phone = Hand(at.page.context.new_page(), at.faults)
        phone.look(up.url)
        phone.chat("Lupe")
        phone.react(CFE, "💳")

        at.page.bring_to_front()
        line = at.page.locator(".line").first
        expect(line.locator(".result")).to_contain_text("Bill added")
        expect(line.locator(".who")).to_have_text("Lupe")
        expect(line.locator(".snippet")).to_have_text(CFE)
        # Whoever looks over one's shoulder reads no message, until one says otherwise.
        expect(line.locator(".snippet bdi")).not_to_have_css("filter", "none")
        at.page.keyboard.press("b")
        expect(line.locator(".snippet bdi")).to_have_css("filter", "none")
        at.page.keyboard.press("b")
        expect(line.locator(".snippet bdi")).not_to_have_css("filter", "none")
        expect(expect_empty).to_be_hidden()
        expect(at.page.locator("#count")).to_contain_text("1")
        expect(at.page.locator(".how")).to_contain_text("All good")
        expect(at.page.locator(".emoji [aria-hidden]").first).to_have_text("💳")
        assert line.locator(".emoji [aria-hidden]").count() == 1

        at.page.keyboard.press("j")
        expect(line).to_be_focused()
        at.page.keyboard.press("e")
        expect(line.locator("mark .field")).to_have_text(["to whom", "amount", "due"])
        expect(line.locator(".rules .fired")).to_contain_text("Bill, version 1")
        at.photograph("live-why-light-1280")
        at.page.keyboard.press("u")
        expect(line.locator(".done[role=status]")).to_have_text("Undone")
        items = httpx2.get(f"{up.url}/api/items", trust_env=False).json()["items"]
        assert [item["status"] for item in items] == ["cancelled"]


def test_what_came_while_the_line_was_cut_is_there_when_it_is_back(up: Up, sit: Sit, db: psycopg.Connection) -> None:
    with sit(language="en-GB") as at:
        look(at.page, up.url)
        tell(db, "kept")
        expect(at.page.locator(".line")).to_have_count(1)
        assert up.web.process is not None
        up.web.process.kill()
        up.web.process.wait()
        expect(at.page.locator("#state")).to_have_attribute("data-state", "connecting")
        tell(db, "no_rule")
        tell(db, "too_old")
        up.web.start(output=subprocess.DEVNULL)
        expect(at.page.locator("#state")).to_have_attribute("data-state", "live", timeout=20_000)
        expect(at.page.locator(".line .result strong")).to_have_text(
            ["Too old to act on", "No rule for 💳, so nothing happens", "Kept as it is"]
        )


def test_of_several_tabs_one_holds_the_line_and_when_it_goes_another_takes_it(
    up: Up, sit: Sit, db: psycopg.Connection
) -> None:
    with sit(language="en-GB") as at:
        look(at.page, up.url)
        others = [at.page.context.new_page() for _ in range(6)]
        for other in others:
            look(other, up.url)
        assert streams(up.url) == 1
        tell(db, "kept")
        for page in (at.page, *others):
            expect(page.locator(".line")).to_have_count(1)
        at.page.close()
        tell(db, "too_old")
        for other in others:
            expect(other.locator(".line")).to_have_count(2)


def test_old_lines_go_the_count_stays_true_and_a_rested_page_shows_the_newest(
    up: Up, sit: Sit, db: psycopg.Connection
) -> None:
    with sit(language="en-GB") as at:
        look(at.page, up.url)
        tell(db, *["kept"] * 400)
        expect(at.page.locator("#count")).to_have_text("400 since this page was opened")
        expect(at.page.locator(".line")).to_have_count(150)
        at.page.keyboard.press("p")
        tell(db, "too_old")
        expect(at.page.locator("#count")).to_have_text("1 new")
        expect(at.page.locator(".line .result").first).to_have_text("Kept as it is")
        at.page.keyboard.press("p")
        expect(at.page.locator(".line .result").first).to_have_text("Too old to act on")


def test_a_worse_state_comes_first_with_what_to_type(up: Up, sit: Sit, db: psycopg.Connection) -> None:
    db.execute("update connections set line_state = 'close'")
    with sit(language="en-GB") as at:
        look(at.page, up.url)
        expect(at.page.locator(".how.bad")).to_contain_text("disconnected")
        expect(at.page.locator(".how.bad code")).to_contain_text("toque connections test")
        at.check_accessibility()
        at.photograph("live-disconnected-light-1280")


def test_the_page_stands_before_its_script_runs(up: Up, browser: Browser, db: psycopg.Connection) -> None:
    tell(db, "too_old")
    context = browser.new_context(java_script_enabled=False, locale="en-GB")
    page = context.new_page()
    page.goto(f"{up.url}/live")
    expect(page.locator(".how")).to_contain_text("All good")
    expect(page.locator(".line .result")).to_have_text("Too old to act on")
    context.close()


def test_keys_go_from_page_to_page_and_can_be_switched_off(up: Up, sit: Sit) -> None:
    with sit(language="en-GB") as at:
        look(at.page, up.url)
        at.page.keyboard.press("g")
        at.page.keyboard.press("y")
        expect(at.page.locator("#messages")).to_be_visible()
        expect(at.page.locator("#state")).to_have_attribute("data-state", "live")
        at.page.keyboard.press("g")
        at.page.keyboard.press("l")
        expect(at.page.locator("#feed-title")).to_be_visible()
        expect(at.page.locator("#state")).to_have_attribute("data-state", "live")
        at.page.keyboard.press("?")
        expect(at.page.locator("#help")).to_be_visible()
        at.check_accessibility()
        at.photograph("help-light-1280")
        at.page.locator("#keys-on").uncheck()
        at.page.keyboard.press("Escape")
        at.page.keyboard.press("?")
        expect(at.page.locator("#help")).to_be_hidden()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("narrow", [False, True], ids=["1280", "360"])
def test_it_is_accessible_and_fits(up: Up, sit: Sit, *, dark: bool, narrow: bool) -> None:
    up.try_((CFE, "💳"), ("Gracias por los 2 kilos de mango", "💳"), ("hola", "🔥"))
    with sit(narrow=narrow, dark=dark) as at:
        look(at.page, up.url)
        expect(at.page.locator(".line")).to_have_count(3)
        at.check_accessibility()
        assert at.fits()
        at.photograph(f"live-{'dark' if dark else 'light'}-{360 if narrow else 1280}")
