"""Who comes in and who does not, in a real browser: people and programs, roles, logins that end, lines that are cut."""

from __future__ import annotations

import json
import re
from functools import partial
from urllib.parse import urlsplit

import httpx2
import psycopg
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e import cutting
from tests.e2e.door import add, live, log_in, set_up
from tests.e2e.phone import Hand, Sit, hand
from tests.e2e.product import Up

pytestmark = pytest.mark.browser

LATER = 30_000
"""Milliseconds: open streams are looked at once a second, and a page tries a while to get its own back."""


@pytest.fixture
def sit(browser: Browser) -> Sit:
    return partial(hand, browser, language="en-GB")


def make_the_first_account(page: Page, url: str) -> None:
    page.goto(f"{url}/settings/accounts")
    page.get_by_role("button", name="Make my account").click()
    page.wait_for_url(re.compile("/setup/"))
    set_up(page, page.url, "ana")


def invite(ana: Hand, url: str) -> str:
    page = ana.page
    page.goto(f"{url}/settings/accounts")
    page.get_by_role("button", name="Invite somebody").click()
    number = page.get_by_role("checkbox", name="toque-demo")
    expect(number).to_be_checked()  # the only one there is
    number.uncheck()
    page.get_by_role("button", name="Make the link").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose at least one number")
    number.check()
    page.get_by_role("button", name="Make the link").click()
    link = page.locator(".once pre").inner_text()
    ana.check_accessibility()
    ana.photograph("invited-light-1280")
    page.get_by_role("button", name="I have it").click()
    return link


def look_as_a_viewer(vic: Hand, url: str) -> None:
    page = vic.page
    page.goto(f"{url}/settings/connections")
    live(page)
    expect(page.locator(".number")).to_contain_text("toque-demo")
    expect(page.locator(".lead")).to_contain_text("Owners and admins connect")
    assert page.locator("main button").count() == 0
    for hidden in ("Accounts", "Record"):
        assert page.get_by_role("link", name=hidden).count() == 0
    vic.check_accessibility()
    vic.photograph("settings-viewer-light-1280")


def make_and_revoke_a_key(ana: Hand, url: str) -> None:
    page = ana.page
    page.goto(f"{url}/settings/keys")
    page.get_by_role("button", name="New key").click()
    page.get_by_label("What it is for").fill("home assistant")
    page.get_by_role("checkbox", name="items:read").check()
    page.get_by_role("button", name="Make the key").click()
    expect(page.locator(".once pre")).to_have_count(2)
    key, curl = page.locator(".once pre").all_inner_texts()
    assert curl == f"curl -H 'Authorization: Bearer {key}' {url}/api/items"
    ana.check_accessibility()
    ana.photograph("key-made-light-1280")
    assert ask(url, key) == 200
    page.get_by_role("button", name="I have it").click()
    row = page.locator(".rows li", has_text="home assistant")
    row.get_by_role("button", name="Revoke").click()
    page.locator("dialog[open]").get_by_role("button", name="Revoke").click()
    expect(row.locator(".chip").first).to_have_text("revoked")
    assert ask(url, key) == 401


def ask(url: str, key: str) -> int:
    headers = {"Authorization": f"Bearer {key}"}
    return httpx2.get(f"{url}/api/items", headers=headers, trust_env=False).status_code


def test_people_and_programs_are_let_in_and_shut_out_and_a_role_holds_at_once_on_an_open_page(up: Up, sit: Sit) -> None:
    with sit() as ana, sit() as vic:
        make_the_first_account(ana.page, up.url)
        set_up(vic.page, invite(ana, up.url), "vic")
        look_as_a_viewer(vic, up.url)

        ana.page.reload()
        row = ana.page.locator(".rows li", has_text="vic")
        row.get_by_role("button", name="Change").click()
        ana.page.get_by_role("radio", name="Admin").check()
        ana.page.get_by_role("button", name="Save").click()
        expect(row).to_contain_text("sees every number")
        expect(vic.page.get_by_role("button", name="Connect a real WhatsApp")).to_be_visible(timeout=LATER)
        make_and_revoke_a_key(ana, up.url)

        ana.page.goto(f"{up.url}/audit?subject=account")
        changed = ana.page.locator(".change", has_text="gave vic another role")
        expect(changed.locator("del").first).to_contain_text("Viewer")
        expect(changed.locator("ins").first).to_contain_text("Admin")
        ana.page.goto(f"{up.url}/settings/accounts")
        row.get_by_role("button", name="Disable").click()
        ana.page.locator("dialog[open]").get_by_role("button", name="Disable").click()
        expect(row).to_contain_text("disabled")
        vic.page.wait_for_url(re.compile(r"/login\?ended&next=%2Fsettings%2Fconnections"), timeout=LATER)
        expect(vic.page.locator(".said")).to_contain_text("Your login has ended")


def choose_looks(page: Page) -> None:
    page.get_by_role("link", name="Português").first.click()
    expect(page.locator("html")).to_have_attribute("lang", "pt")
    expect(page.locator("h1")).to_have_text("Ajustes")
    page.wait_for_load_state()
    page.get_by_role("button", name="Escuras", exact=True).click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.get_by_role("link", name="Español").first.click()
    expect(page.locator("html[lang=es]")).to_have_attribute("data-theme", "dark")
    page.wait_for_load_state()
    expect(page.get_by_role("button", name="Oscuros", exact=True)).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="Como el sistema").click()
    expect(page.locator("html[data-theme]")).to_have_count(0)


def test_a_wrong_password_is_limited_and_logging_out_ends_what_other_tabs_hear(
    up: Up, sit: Sit, db: psycopg.Connection
) -> None:
    add(db, up, "ana", "owner")
    with sit() as ana, sit() as stranger:
        stranger.page.goto(f"{up.url}/login")
        for _ in range(5):
            log_in(stranger.page, "ana", "not the right one")
            expect(stranger.page.locator("#fault")).to_contain_text("do not belong together")
        log_in(stranger.page, "ana")
        expect(stranger.page.locator("#fault")).to_contain_text("Too many attempts")
        db.execute("delete from login_failures")

        ana.page.goto(f"{up.url}/login?next=/audit%3Fsubject%3Daccount")
        log_in(ana.page, "ana")
        live(ana.page)
        other = ana.page.context.new_page()
        other.goto(f"{up.url}/account")
        choose_looks(other)
        other.locator("form.out button").click()
        expect(other).to_have_url(f"{up.url}/login")
        # What is still open elsewhere hears no more, says so, and comes back to the same place.
        ana.page.wait_for_url(re.compile(r"/login\?ended"), timeout=LATER)
        log_in(ana.page, "ana")
        expect(ana.page).to_have_url(f"{up.url}/audit?subject=account")


def test_a_line_that_is_cut_on_the_way_misses_nothing_and_doubles_nothing(
    up: Up, sit: Sit, db: psycopg.Connection
) -> None:
    with cutting.before(urlsplit(up.url).port or 0) as proxy, sit() as at:
        at.page.goto(f"{proxy.url}/live")
        live(at.page)
        tell(db, "kept")
        expect(at.page.locator(".line")).to_have_count(1)
        proxy.cut()
        expect(at.page.locator("#state")).to_have_attribute("data-state", "connecting")
        tell(db, "no_rule")
        tell(db, "too_old")
        proxy.mend()
        expect(at.page.locator("#state")).to_have_attribute("data-state", "live", timeout=20_000)
        expect(at.page.locator(".line .result strong")).to_have_text(
            ["Too old to act on", "No rule for 💳, so nothing happens", "Kept as it is"]
        )


def tell(db: psycopg.Connection, outcome: str) -> None:
    body = {"message_id": "M", "emoji": "💳", "outcome": outcome, "items": [], "took_ms": 1.5}
    db.execute(
        "insert into live_feed (connection_id, event, body) select min(id), 'settled', %s from connections",
        [json.dumps(body)],
    )
    db.execute("notify toque_live")
