"""The inbox in a real browser, before real processes: accepted, put right, rejected, taken back, decided elsewhere."""

from __future__ import annotations

from functools import partial
from typing import Any

import httpx2
import psycopg
import pytest
from playwright.sync_api import Page, expect

from engine import rulebook
from rules.book import read
from tests.e2e.phone import Sit
from tests.e2e.product import Up

pytestmark = pytest.mark.browser

RULE: dict[str, Any] = {
    "id": "careful", "when": {"reaction": "🧐"}, "parse": {"use": "bill", "min_confidence": 0.97},
    "do": [{"create_bill": {}}], "on_low_confidence": "review",
}  # fmt: skip
VISIT = RULE | {"id": "visits", "when": {"reaction": "🗓️"}, "parse": {"use": "calendar", "min_confidence": 0.99}}
VISIT["do"] = [{"create_event": {}}]
DOUBTS = (
    ("Pagar luz CFE antes del viernes", "🧐"),
    ("Mañana a las 5 dentista con Ana en Polanco", "🗓️"),
    ("Telmex 389 y el agua 245.50, los dos antes del 20", "🧐"),
)


@pytest.fixture
def url(up: Up, db: psycopg.Connection) -> str:
    ((of,),) = db.execute("select id from connections").fetchall()
    rulebook.save(db, of, read({"version": 1, "rules": [RULE, VISIT]}).rules, origin="ui")
    up.try_(*DOUBTS)
    return up.url


def look(page: Page, url: str) -> None:
    page.goto(f"{url}/inbox")
    expect(page.locator("#state")).to_have_attribute("data-state", "live")
    expect(page.locator(".card")).to_have_count(len(DOUBTS))


def test_readings_are_accepted_corrected_rejected_and_taken_back_by_hand_and_by_key(url: str, sit: Sit) -> None:
    with sit(language="en-GB") as at:
        page, cards, badge = at.page, at.page.locator(".card"), at.page.locator("[data-badge] > span").first
        at.look(url)
        expect(page.locator(".told .headline").first).to_have_text("Waits for you")
        page.locator(".told .trouble").get_by_role("link", name="Inbox").click()
        look(page, url)
        expect(badge).to_have_text("3")
        cfe = cards.filter(has_text="CFE")
        expect(cfe.locator(".sure")).to_contain_text("The rule careful asks for 97%")
        expect(cfe.get_by_label("amount")).to_have_value("")
        expect(cfe.locator(".unsure .doubt")).to_have_text("No amount is given.")
        expect(cfe.locator(".reading mark .field").first).to_be_visible()
        # What one cannot set so is said on the card, and nothing is lost.
        cfe.get_by_label("currency").fill("MX")
        cfe.get_by_role("button", name="Accept as corrected").click()
        expect(cfe.get_by_label("currency")).to_be_focused()
        cfe.get_by_label("currency").fill("MXN")
        cfe.get_by_label("amount").fill("890,50")
        cfe.get_by_label("Keep it as an example").check()
        at.check_accessibility()
        at.photograph("inbox-corrected-light-1280")
        cfe.get_by_role("button", name="Accept as corrected").click()
        expect(cfe.locator(".over")).to_contain_text("Corrected and accepted: CFE")
        expect(cfe.locator(".over")).to_contain_text("an example of the rule now")
        expect(badge).to_have_text("2")
        (bill,) = httpx2.get(f"{url}/api/bills", trust_env=False).json()["items"]
        assert bill["fields"]["amount"] == "890.50"
        examples = httpx2.get(f"{url}/api/rules/careful", trust_env=False).json()["rule"]["examples"]
        assert examples[0]["say"] == DOUBTS[0][0]

        cfe.get_by_role("button", name="Undo").click()
        expect(cfe.get_by_label("amount")).to_have_value("")
        expect(badge).to_have_text("3")

        telmex = cards.filter(has_text="Telmex")
        expect(telmex.locator("fieldset")).to_have_count(2)
        page.keyboard.press("Escape")
        telmex.focus()
        page.keyboard.press("x")
        expect(telmex.locator(".over")).to_contain_text("Rejected")
        page.keyboard.press("u")
        expect(telmex.locator("fieldset")).to_have_count(2)
        telmex.focus()
        page.keyboard.press("e")
        expect(telmex.locator(".because .rules .rule", has_text="careful")).to_be_visible()
        page.keyboard.press("a")
        expect(telmex.locator(".over")).to_contain_text("Accepted: Agua, Telmex")
        at.check_accessibility()
        at.photograph("inbox-decided-light-1280")


def test_a_card_follows_what_comes_and_what_others_do_and_its_reason_has_an_address(url: str, up: Up, sit: Sit) -> None:
    with sit(language="en-GB") as at:
        page, cards = at.page, at.page.locator(".card")
        look(page, url)
        api = partial(httpx2.request, trust_env=False)
        up.try_(("Pagar agua el lunes", "🧐"))
        expect(cards).to_have_count(4)
        water = cards.filter(has_text="lunes")
        number = api("GET", f"{url}/api/review").json()["reviews"][0]["id"]
        water.get_by_label("amount").fill("12")
        assert api("POST", f"{url}/api/review/{number}/reject").is_success
        expect(water.locator(".over")).to_contain_text("Somebody has rejected it meanwhile.")
        refused = api("POST", f"{url}/api/review/{number}/accept")
        assert (refused.status_code, refused.json()["current"]["review"]) == (409, "rejected")

        dentist = cards.filter(has_text="dentista")
        expect(dentist.get_by_label("when", exact=True)).not_to_have_value("")
        expect(dentist.get_by_label("hour").first).to_have_value("17:00")
        dentist.get_by_role("button", name="Why?").click()
        dentist.get_by_role("link", name="At an address of its own").click()
        expect(page.locator(".because .rules .rule", has_text="visits")).to_be_visible()
        expect(page.locator(".because mark").first).to_be_visible()
        at.check_accessibility()
        assert at.fits()
        at.photograph("action-light-1280")


def test_it_is_accessible_and_fits(url: str, sit: Sit) -> None:
    for dark, narrow in ((False, False), (True, False), (False, True), (True, True)):
        with sit(narrow=narrow, dark=dark) as at:
            look(at.page, url)
            at.check_accessibility()
            assert at.fits()
            at.photograph(f"inbox-{'dark' if dark else 'light'}-{360 if narrow else 1280}", whole=True)
