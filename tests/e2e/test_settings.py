"""Settings and the record in a real browser: a number is connected, looked after and removed, and it is on record."""

from __future__ import annotations

import os
import re
from functools import partial

import psycopg
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from demo.evolution import FakeEvolution
from engine import access, keys
from engine.audit import Audit
from engine.vault import open_vault
from tests.e2e.door import add, live, log_in
from tests.e2e.phone import NARROW, PICTURES, WIDE, Hand, Sit, hand
from tests.e2e.product import Up

pytestmark = pytest.mark.browser

KEY = "the-gateways-own-key"
PAGES = {
    "settings-numbers": "/settings/connections", "settings-keys": "/settings/keys",
    "settings-accounts": "/settings/accounts", "settings-account": "/account",
    "settings-integrations": "/settings/integrations", "settings-connect": "/settings/connections#connect",
    "record": "/audit",
}  # fmt: skip
LAID_OUT_WHOLE = {"settings-account", "settings-integrations"}
"""These have no script of their own."""


@pytest.fixture
def sit(browser: Browser) -> Sit:
    return partial(hand, browser, language="en-GB")


def choose_whose(page: Page, url: str) -> None:
    page.goto(f"{url}/settings")
    page.get_by_role("button", name="Connect a real WhatsApp").click()
    page.get_by_text("WhatsApp Cloud API").click()
    expect(page.locator(".notice")).to_contain_text("does not speak it yet")
    expect(page.get_by_role("button", name="Next")).to_be_disabled()
    page.get_by_text("Your own number").click()
    expect(page.locator(".notice")).to_contain_text("banned")
    page.get_by_role("button", name="Next").click()


def say_where(at: Hand, gateway: FakeEvolution) -> None:
    page = at.page
    page.get_by_label("Address of Evolution").fill(gateway.url)
    page.get_by_label("Name of the instance").fill("home")
    page.get_by_label("API key").fill("not-the-key")
    page.get_by_label("What you call it").fill("Casa")
    page.get_by_role("button", name="Look and connect").click()
    expect(page.locator(".finding.fault")).to_contain_text("The key is refused.")
    expect(page.get_by_label("API key")).to_be_focused()
    at.check_accessibility()
    at.photograph("connect-refused-light-1280", whole=True)
    page.get_by_label("API key").fill(KEY)
    page.get_by_role("button", name="Look and connect").click()


def hear_first(at: Hand, gateway: FakeEvolution) -> None:
    page = at.page
    expect(page.locator(".finding.doing")).to_contain_text("The first event comes from WhatsApp")
    at.check_accessibility()
    at.photograph("connect-waiting-light-1280")
    gateway.react(gateway.say("Comprar leche mañana"), "✅")
    expect(page.get_by_role("heading", name="Now try it")).to_be_visible()
    expect(page.locator(".once")).to_contain_text("In your chat with yourself")
    at.photograph("connect-done-light-1280")
    if "TOQUE_PICTURES" in os.environ:
        page.screenshot(path=PICTURES / "connect.png", animations="disabled")
    page.get_by_role("button", name="Done").click()


def look_after(page: Page, casa: Locator) -> None:
    expect(casa.locator(".chip.line")).to_have_text("connected")
    casa.get_by_role("button", name="Test").click()
    expect(casa.locator(".tested")).to_contain_text("It works")
    casa.get_by_role("button", name="Pause").click()
    expect(casa.locator(".chip.line")).to_have_text("paused")
    casa.get_by_role("button", name="Change").click()
    page.locator("dialog[open]").get_by_label("Time zone").fill("Europe/Madrid")
    page.get_by_role("button", name="Save").click()
    expect(casa).to_contain_text("At home inMadrid")


def remove(at: Hand, casa: Locator) -> None:
    casa.get_by_role("button", name="Remove").click()
    expect(at.page.locator("dialog[open] .goes")).to_contain_text("rules: 4")
    at.check_accessibility()
    at.photograph("remove-number-light-1280")
    at.page.get_by_role("button", name="Forget it all").click()  # its name was not typed: nothing happens
    at.page.locator("#sure").fill("Casa")
    at.page.get_by_role("button", name="Forget it all").click()
    expect(casa).to_have_count(0)


def read_the_record(page: Page) -> None:
    page.keyboard.press("g")
    page.keyboard.press("u")
    changes = page.locator(".change")
    # Of what is removed nothing is kept but that it was there.
    expect(changes.first).to_contain_text("removed the number")
    expect(changes).to_have_count(4)
    page.keyboard.press("v")
    expect(page.locator(".chain.good")).to_contain_text("nothing was changed or taken out")
    page.get_by_label("What was changed").select_option("rule")
    expect(page.locator(".empty")).to_contain_text("Nothing like that")
    expect(page).to_have_url(re.compile(r"/audit\?subject=rule$"))
    page.get_by_role("button", name="Show everything").click()
    expect(changes).to_have_count(4)


def test_a_number_is_connected_up_to_its_first_event_looked_after_and_removed_and_all_of_it_is_on_record(
    up: Up, sit: Sit
) -> None:
    with FakeEvolution.running(api_key=KEY, instance="home") as gateway, sit() as at:
        choose_whose(at.page, up.url)
        say_where(at, gateway)
        hear_first(at, gateway)
        casa = at.page.locator(".number", has_text="Casa")
        look_after(at.page, casa)
        remove(at, casa)
        assert gateway.webhook is None or not gateway.webhook.enabled
        read_the_record(at.page)


def test_the_record_goes_on_page_by_page_and_an_item_leads_to_its_own_part_of_it(
    up: Up, sit: Sit, db: psycopg.Connection
) -> None:
    audit = Audit.of(open_vault(up.settings))
    up.try_(("la clave del wifi es 1234", "📝"))
    for n in range(60):
        audit.record(db, access.MACHINE, "item.edit", f"item:{n}", {"title": f"was {n}"}, {"title": f"is {n}"})
    with sit() as at:
        page, changes = at.page, at.page.locator(".change")
        page.goto(f"{up.url}/audit")
        expect(changes).to_have_count(50)
        page.get_by_role("button", name="Show earlier ones").click()
        expect(changes).to_have_count(60)
        expect(changes.last.locator("dd")).to_have_text(re.compile("was 0.*→.*is 0"))
        page.get_by_label("Who", exact=True).fill("nobody")
        expect(page.locator(".empty")).to_be_visible()

        page.goto(f"{up.url}/items")
        page.locator(".thing").get_by_role("button", name="Edit").click()
        page.get_by_role("link", name="History").click()
        expect(page).to_have_url(re.compile(r"/audit\?subject=item:\d+$"))
        expect(page.get_by_label("What was changed")).to_have_value("item")


def hand_out_a_calendar(at: Hand, url: str) -> None:
    page = at.page
    page.goto(f"{url}/settings/keys")
    page.get_by_role("button", name="New calendar").click()
    at.check_accessibility()
    page.get_by_label("What it is called").fill("My phone")
    page.get_by_text("bills to pay").click()
    at.photograph("calendar-new-light-1280", whole=True)
    page.get_by_role("button", name="Make the address").click()
    address = page.locator(".once code").first.inner_text()
    at.check_accessibility()
    at.photograph("calendar-made-light-1280", whole=True)
    page.set_viewport_size(NARROW)
    page.emulate_media(color_scheme="dark")
    assert at.fits(), "the address is long"
    at.photograph("calendar-made-dark-360", whole=True)
    assert page.request.get(address).text().startswith("BEGIN:VCALENDAR")
    page.get_by_role("button", name="I have it").click()
    mine = page.locator(".rows li", has_text="My phone")
    mine.get_by_role("button", name="Revoke").click()
    page.locator("dialog[open]").get_by_role("button", name="Revoke").click()
    expect(mine.locator(".chip")).to_have_text("revoked")
    assert page.request.get(address).status == 404


def test_every_part_is_accessible_and_fits_in_both_schemes_from_360_pixels_on(
    up: Up, sit: Sit, db: psycopg.Connection
) -> None:
    ana, audit = add(db, up, "ana", "owner"), Audit.of(open_vault(up.settings))
    add(db, up, "vic", "viewer")
    owner = access.of_account(ana.id, ana.name, ana.role, ())
    keys.create(db, audit, owner, "home assistant", ["items:read", "items:write"], owner=owner)
    with sit() as at:
        at.page.goto(f"{up.url}/login?next=/settings")
        log_in(at.page, "ana")
        for name, path in PAGES.items():
            at.page.goto(f"{up.url}{path}")
            if name not in LAID_OUT_WHOLE:
                live(at.page)
            for dark, narrow in ((False, False), (True, False), (False, True), (True, True)):
                at.page.emulate_media(color_scheme="dark" if dark else "light")
                at.page.set_viewport_size(NARROW if narrow else WIDE)
                if dark is narrow:  # both schemes and both widths are among these two
                    at.check_accessibility()
                assert at.fits(), name
                at.photograph(f"{name}-{'dark' if dark else 'light'}-{360 if narrow else 1280}", whole=True)
        at.page.set_viewport_size(WIDE)
        at.page.emulate_media(color_scheme="light")
        hand_out_a_calendar(at, up.url)
