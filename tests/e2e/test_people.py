"""The page of people and chats in a real browser: merged with a look ahead, split again, set, shown and forgotten."""

from __future__ import annotations

import httpx2
import pytest
from playwright.sync_api import Page, expect

from tests.e2e.phone import Sit
from tests.e2e.product import Up

pytestmark = pytest.mark.browser


@pytest.fixture
def url(up: Up) -> str:
    up.try_(("Pagar luz CFE $890 vence 15 enero", "💳"))
    return up.url


def look(page: Page, url: str) -> None:
    page.goto(f"{url}/people")
    expect(page.locator("#state")).to_have_attribute("data-state", "live")
    expect(page.locator(".someone").first).to_be_visible()


def test_people_are_merged_with_a_look_ahead_and_split_again(url: str, sit: Sit) -> None:
    with sit(language="en-GB") as at:
        page, someone, sheet = at.page, at.page.locator(".someone"), at.page.locator(".sheet")
        look(page, url)
        before = someone.count()
        row = someone.filter(has_text="Lupe")
        expect(row.locator(".addresses")).to_contain_text("•••")
        row.get_by_role("button", name="Merge").click()
        sheet.get_by_label("Search").fill("nina")
        sheet.locator(".candidates label", has_text="Nina").click()
        expect(sheet.locator(".preview")).to_contain_text("nothing is settled again")
        at.check_accessibility()
        at.photograph("people-merge-light-1280")
        sheet.get_by_role("button", name="They are one person").click()
        expect(someone).to_have_count(before - 1)
        merged = someone.filter(has_text="3 addresses, one person")
        expect(merged).to_have_count(1)

        merged.get_by_role("button", name="Split").click()
        sheet.locator(".candidates input").first.check()
        expect(sheet.locator(".preview")).to_be_visible()
        at.check_accessibility()
        sheet.get_by_role("button", name="They are two people").click()
        expect(someone).to_have_count(before)
        page.locator(".notice.good").get_by_role("button", name="Undo").click()
        expect(someone).to_have_count(before - 1)


def test_somebody_is_called_and_placed_shown_what_is_kept_and_forgotten(url: str, sit: Sit) -> None:
    with sit(language="en-GB") as at:
        page, someone, sheet = at.page, at.page.locator(".someone"), at.page.locator(".sheet")
        look(page, url)
        someone.filter(has_text="Lupe").get_by_role("button", name="Edit").click()
        sheet.get_by_label("Name").fill("Lupe Ríos")
        sheet.get_by_label("Time zone").fill("Mars/Olympus")
        sheet.get_by_role("button", name="Save").click()
        expect(sheet.get_by_role("alert")).to_contain_text("no time zone")
        sheet.get_by_label("Time zone").fill("America/Tijuana")
        sheet.get_by_label("Language of answers").select_option("en")
        at.check_accessibility()
        at.photograph("people-edit-light-1280")
        sheet.get_by_role("button", name="Save").click()
        lupe = someone.filter(has_text="Lupe Ríos")
        expect(lupe.locator(".home .set").first).to_have_text("Tijuana")

        lupe.get_by_role("button", name="Privacy").click()
        expect(sheet.locator(".kept dd").first).to_be_visible()
        forget = sheet.get_by_role("button", name="Forget", exact=True)
        expect(forget).to_be_disabled()
        at.check_accessibility()
        at.photograph("people-privacy-light-1280")
        with page.expect_download() as download:
            sheet.get_by_role("link", name="Download all of it").click()
        assert "Lupe Ríos" in download.value.path().read_text()
        sheet.get_by_label("To forget them").fill("Lupe Ríos")
        forget.click()
        expect(page.locator(".notice.good")).to_contain_text("Forgotten")
        expect(lupe).to_have_count(0)
        assert "Lupe" not in httpx2.get(f"{url}/api/people", trust_env=False).text


def test_chats_are_called_and_placed_and_the_page_is_accessible_and_fits(url: str, sit: Sit) -> None:
    with sit(language="en-GB") as at:
        page, someone, sheet = at.page, at.page.locator(".someone"), at.page.locator(".sheet")
        look(page, url)
        page.keyboard.press("b")
        expect(page.get_by_role("button", name="Hide numbers")).to_have_attribute("aria-pressed", "false")
        expect(page.locator(".address").first).not_to_contain_text("•••")
        page.get_by_role("button", name="Chats").click()
        someone.first.focus()
        page.keyboard.press("e")
        sheet.get_by_label("Name").fill("Casa")
        sheet.get_by_label("Time zone").fill("America/Bogota")
        sheet.get_by_role("button", name="Save").click()
        expect(someone.filter(has_text="Casa").locator(".home .set").first).to_have_text("Bogota")
        at.check_accessibility()
        at.photograph("chats-light-1280")
    for dark, narrow in ((False, False), (True, False), (False, True), (True, True)):
        with sit(narrow=narrow, dark=dark) as at:
            look(at.page, url)
            at.check_accessibility()
            assert at.fits()
            at.photograph(f"people-{'dark' if dark else 'light'}-{360 if narrow else 1280}")
