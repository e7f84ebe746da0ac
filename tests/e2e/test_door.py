"""The door in a real browser: the first account, logging in and out, what ends meanwhile, and who may what."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import psycopg
import pytest
from playwright.sync_api import Browser, Page, expect

from engine import access, accounts
from engine.audit import Audit
from engine.vault import open_vault
from tests.e2e.phone import Sit, hand
from tests.e2e.product import Up
from tests.e2e.test_queue import fill as fill_queue
from tests.web.served import lightly_hashed

pytestmark = pytest.mark.browser

PASSWORD = "correct horse battery"


@pytest.fixture
def sit(browser: Browser) -> Sit:
    return partial(hand, browser, language="en-US")


def fill(page: Page, **fields: str) -> None:
    for name, value in fields.items():
        page.locator(f"input[name={name}]:visible").fill(value)
    page.locator("main.door form button").first.click()


def log_in(page: Page, url: str, name: str = "ana") -> None:
    page.goto(f"{url}/login?next=/live")
    fill(page, name=name, password=PASSWORD)
    expect(page).to_have_url(f"{url}/live")
    expect(page.locator("#state")).to_have_attribute("data-state", "live")


def add(db: psycopg.Connection, up: Up, name: str, role: access.Role, connections: Sequence[int] = ()) -> None:
    audit, password = Audit.of(open_vault(up.settings)), lightly_hashed(PASSWORD)
    accounts.add(db, audit, access.MACHINE, name=name, role=role, password=password, connections=connections)


def looks_at_the_rules(page: Page, url: str) -> None:
    """See every rule and what it says, try it, and find nothing to change it with; the page says whom to ask."""
    page.goto(f"{url}/rules")
    expect(page.locator(".ruled")).to_have_count(4)
    expect(page.locator(".below")).to_contain_text("ask for the role of an operator")
    for name in ("New rule", "Edit"):
        expect(page.get_by_role("button", name=name)).to_have_count(0)
    expect(page.get_by_role("switch")).to_have_count(0)
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.locator("#yaml")).not_to_be_editable()
    expect(page.locator(".headline")).to_have_text("Would make 1 bill")
    for name in ("Save", "Delete", "Switch off"):
        expect(page.get_by_role("button", name=name)).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.locator(".ruled")).to_have_count(4)


def looks_at_the_queue(page: Page, url: str) -> None:
    """See what failed and why, and find nothing to decide it with; the page says whom to ask."""
    page.goto(f"{url}/queue")
    expect(page.locator(".job.dead")).to_have_count(5)
    expect(page.locator(".about")).to_contain_text("operator")
    for name in ("Try again", "Give up", "Try all again…", "Give all up…"):
        expect(page.get_by_role("button", name=name)).to_have_count(0)
    expect(page.get_by_role("checkbox")).to_have_count(0)
    page.keyboard.press("j")
    page.keyboard.press("e")
    expect(page.locator(".trace")).to_be_visible()


def test_the_first_link_makes_an_account_which_logs_in_and_out_again(up: Up, sit: Sit) -> None:
    with sit() as ana:
        page = ana.page
        page.goto(up.first_link)
        ana.photograph("door-setup-light", whole=True)
        fill(page, name="ana", password=PASSWORD, again="something else")
        expect(page.locator("#fault")).to_be_visible()
        fill(page, name="ana", password=PASSWORD, again=PASSWORD)
        expect(page).to_have_url(f"{up.url}/")
        page.goto(f"{up.url}/account")
        ana.photograph("door-account-light", whole=True)
        page.locator("form.out button").click()
        expect(page).to_have_url(f"{up.url}/login")
        fill(page, name="ana", password="not the right one")
        expect(page.locator("#fault")).to_be_visible()
        ana.photograph("door-login-wrong-light", whole=True)
        fill(page, password=PASSWORD)
        expect(page).to_have_url(f"{up.url}/")
    with sit() as other:
        other.page.goto(up.first_link)
        expect(other.page.locator("form")).to_have_count(0)
        other.photograph("door-over-light", whole=True)


def test_a_login_that_ends_elsewhere_leads_the_live_page_to_the_login_and_back(
    up: Up, sit: Sit, db: psycopg.Connection
) -> None:
    add(db, up, "ana", "owner")
    with sit() as ana:
        log_in(ana.page, up.url)
        db.execute("update sessions set expires_at = now()")
        # The stream is looked at once a second, and the page tries a while to get it back before it asks who it is.
        expect(ana.page).to_have_url(f"{up.url}/login?ended&next=%2Flive", timeout=30_000)
        expect(ana.page.locator(".said")).to_contain_text("ended")
        fill(ana.page, name="ana", password=PASSWORD)
        expect(ana.page).to_have_url(f"{up.url}/live")


def test_a_viewer_sees_and_is_refused_every_change_by_name_of_the_scope(
    up: Up, sit: Sit, db: psycopg.Connection
) -> None:
    add(db, up, "ana", "owner")
    add(db, up, "vic", "viewer", connections=[row[0] for row in db.execute("select id from connections")])
    fill_queue(db, 5)
    with sit() as vic:
        log_in(vic.page, up.url, "vic")
        told = vic.page.evaluate(
            """async () => {
              const token = document.querySelector('meta[name="csrf-token"]').content;
              const sent = { method: "POST", headers: { "X-CSRF-Token": token } };
              const answer = await fetch("/api/actions/1/undo", sent);
              return [answer.status, (await answer.json()).missing_scope];
            }"""
        )
        assert told == [403, "items:write"]
        expect(vic.page.get_by_role("button", name="Undo")).to_have_count(0)
        looks_at_the_rules(vic.page, up.url)
        looks_at_the_queue(vic.page, up.url)
        vic.page.goto(f"{up.url}/audit")
        expect(vic.page.get_by_role("heading", level=1)).to_have_text("This is not open to you")
    db.execute("delete from action_queue where status = 'processing'")


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("dark", [False, True])
def test_the_door_is_accessible_and_fits_in_both_schemes_from_360_pixels_on(
    up: Up, sit: Sit, db: psycopg.Connection, *, dark: bool, narrow: bool
) -> None:
    look = f"{'dark' if dark else 'light'}-{360 if narrow else 1280}"
    with sit(dark=dark, narrow=narrow) as ana:

        def check(name: str) -> None:
            ana.check_accessibility()
            assert ana.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
            ana.photograph(f"door-{name}-{look}", whole=True)

        ana.page.goto(up.first_link)
        check("setup")
        add(db, up, "ana", "owner")
        ana.page.goto(f"{up.url}/login")
        check("login")
        log_in(ana.page, up.url)
        ana.page.goto(f"{up.url}/account")
        check("account")
