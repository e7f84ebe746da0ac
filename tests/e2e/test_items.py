"""The page of items in a real browser, before real processes: completed, paid, edited, many at once, and taken back."""

from __future__ import annotations

import csv

import httpx2
import pytest
from playwright.sync_api import Page, expect

from tests.e2e.phone import Sit
from tests.e2e.product import Up

pytestmark = pytest.mark.browser

MADE = (
    ("Pagar luz CFE $890 vence 15 enero", "💳"),
    ("Telmex 389 y el agua 245.50, los dos antes del 20", "💳"),
    ("Urgente: enviar el contrato antes del viernes", "✅"),
    ("Mañana a las 5 dentista con Ana en Polanco", "📅"),
    ("la clave del wifi es 1234", "📝"),
)


@pytest.fixture
def url(up: Up) -> str:
    up.try_(*MADE)
    return up.url


def look(page: Page, url: str) -> None:
    page.goto(f"{url}/items")
    expect(page.locator("#state")).to_have_attribute("data-state", "live")
    expect(page.locator(".thing")).to_have_count(6)


def test_items_are_paid_edited_and_changed_together_and_all_of_it_is_taken_back(url: str, sit: Sit) -> None:
    with sit(language="en-GB") as at:
        page, things = at.page, at.page.locator(".thing")
        look(page, url)
        cfe = things.filter(has_text="CFE")
        cfe.get_by_role("button", name="Edit").click()
        expect(page.locator(".sheet mark .field").first).to_be_visible()
        at.check_accessibility()
        at.photograph("item-light-1280")
        page.get_by_label("amount").fill("910.50")
        page.get_by_role("button", name="Save").click()
        expect(cfe.locator(".sum")).to_contain_text("910.50")

        cfe.get_by_role("button", name="Paid").click()
        expect(things).to_have_count(5)
        page.locator(".notice.good button").click()
        expect(things).to_have_count(6)

        page.get_by_role("button", name="Bills").click()
        expect(things).to_have_count(3)
        expect(page.locator(".totals dd", has_text="634.50")).to_be_visible()
        with page.expect_download() as table:
            page.get_by_role("link", name="Save as CSV").click()
        titles = [row["title"] for row in csv.DictReader(table.value.path().read_text().splitlines())]
        assert len(titles) == 3
        assert "CFE" in titles
        at.photograph("bills-light-1280")
        things.nth(0).locator(".pick input").check()
        page.get_by_role("button", name="All 3").click()
        page.locator(".bar").get_by_role("button", name="Cancel").click()
        expect(page.get_by_role("heading", name="Cancel 3 items?")).to_be_visible()
        expect(page.locator(".touched li")).to_have_count(3)
        at.check_accessibility()
        at.photograph("bulk-light-1280")
        page.get_by_role("button", name="Do it").click()
        expect(page.locator(".empty")).to_be_visible()
        page.locator(".notice.good button").click()
        expect(things).to_have_count(3)


def test_events_are_a_month_too_and_what_is_searched_is_found(url: str, sit: Sit) -> None:
    with sit(language="en-GB") as at:
        look(at.page, url)
        at.page.keyboard.press("/")
        at.page.keyboard.type("wifi")
        expect(at.page.locator(".thing")).to_have_count(1)
        at.page.locator("#search").fill("")
        at.page.get_by_role("button", name="Events").click()
        start = httpx2.get(f"{url}/api/events", trust_env=False).json()["items"][0]["fields"]["start"]
        at.page.get_by_role("button", name="Month").click()
        expect(at.page.locator(".days")).to_be_visible()
        if at.page.locator(f'time[datetime="{start[:10]}"]').count() == 0:
            at.page.get_by_role("button", name="The month after").click()
        expect(at.page.locator(".event")).to_contain_text("17:00")
        at.check_accessibility()
        at.photograph("month-light-1280")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("narrow", [False, True], ids=["1280", "360"])
def test_it_is_accessible_and_fits(url: str, sit: Sit, *, dark: bool, narrow: bool) -> None:
    with sit(narrow=narrow, dark=dark) as at:
        look(at.page, url)
        at.check_accessibility()
        assert at.fits()
        assert at.steady()
        at.photograph(f"items-{'dark' if dark else 'light'}-{360 if narrow else 1280}")
