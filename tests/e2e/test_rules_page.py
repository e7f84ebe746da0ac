"""The page of rules in a real browser: written, mended, tried, given free, seen to act, and taken back."""

from __future__ import annotations

import os
import re

import httpx2
import pytest
from playwright.sync_api import Page, Route, expect

from tests.e2e.phone import PICTURES, Hand, Sit
from tests.e2e.product import Up

pytestmark = pytest.mark.browser

CFE = "Pagar luz CFE $890 vence 15 enero"
YAML = {"Content-Type": "application/yaml"}


def look(page: Page, url: str) -> None:
    page.goto(url)
    expect(page.locator("#state")).to_have_attribute("data-state", "live")


def sound(page: Page) -> None:
    expect(page.locator("#yaml-title .chip")).to_have_text("nothing wrong")


def text(page: Page) -> str:
    return page.locator("#yaml").input_value()


def photograph_for_the_docs(at: Hand) -> None:
    at.photograph("rule-trial-light-1280", whole=True)
    if "TOQUE_PICTURES" in os.environ:
        at.page.screenshot(path=PICTURES / "rule.png", animations="disabled")


def see_how_often(page: Page, url: str, told: dict[str, str]) -> None:
    look(page, f"{url}/rules")
    for name, times in told.items():
        expect(page.locator(".ruled", has_text=name).locator(".acted")).to_have_text(times)


def type_on_before_the_answer(page: Page) -> None:
    """Write the next field while the answer to the one before it is on its way: what was typed stays."""
    held: list[Route] = []
    page.route("**/api/rules/edit", lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks what it is given
    page.get_by_label("Name", exact=True).fill("Flat")
    with page.expect_request("**/api/rules/edit"):
        page.get_by_label("Tags").fill("flat, light")
    held[0].continue_()
    page.unroute("**/api/rules/edit")
    expect(page.locator("#yaml")).to_have_value(re.compile("id: flat\nname: Flat"))  # nobody wrote an id of their own
    expect(page.get_by_label("Tags")).to_have_value("flat, light")


def test_a_rule_is_begun_mended_tried_saved_and_seen_to_act(up: Up, sit: Sit) -> None:
    with sit(language="en-GB") as at:
        page = at.page
        look(page, f"{up.url}/rules")
        expect(page.locator(".ruled")).to_have_count(4)
        page.keyboard.press("n")
        page.get_by_role("button", name="A bill").click()
        sound(page)

        # The YAML is wrong: the line says so, and a button knows what was meant.
        page.locator("#yaml").fill("# mine\n" + text(page).replace("create_bill", "create_bil"))
        fault = page.locator(".faults .error")
        expect(fault).to_contain_text("Line 7")
        expect(page.locator(".gutter .error")).to_have_text("●")
        expect(page.locator(".paint .wrong")).to_have_text("create_bil")
        expect(page.locator("#announcer")).to_contain_text("1 mistake: Line 7")
        at.check_accessibility()
        at.photograph("rule-error-light-1280")
        fault.get_by_role("button", name="Use create_bill").click()
        sound(page)

        # The form writes into the YAML and leaves the comments alone.
        page.get_by_label("Another emoji").fill("💳")
        page.get_by_label("Another emoji").press("Enter")
        expect(page.locator("#yaml")).to_have_value(re.compile("💳"))
        page.get_by_role("button", name="Without house").click()
        expect(page.locator(".emoji-chip")).to_have_count(1)
        type_on_before_the_answer(page)
        page.get_by_label("Tags").press("Tab")
        expect(page.locator("#yaml")).to_have_value(re.compile(r"tags: \[flat, light\]"))
        page.get_by_label("Switched on").uncheck()
        expect(page.locator("#yaml")).to_have_value(re.compile("enabled: false"))
        assert text(page).startswith("# mine\n")

        # Words are coloured as one types; who would not act says why.
        page.get_by_label("A message").fill(CFE)
        expect(page.locator(".headline")).to_have_text("Would make 1 bill")
        expect(page.locator(".trial mark .field")).to_have_text(["to whom", "amount", "due"])
        page.locator(".because-of summary").click()
        expect(page.locator(".trial .rules")).to_contain_text("left to Flat")
        photograph_for_the_docs(at)

        page.keyboard.press("Control+s")
        expect(page.locator(".notice.good")).to_contain_text("version 1")
        page.get_by_role("button", name="Switch on").click()
        expect(page.locator(".editor-head .chip.done")).to_have_text("on")
        assert text(page).startswith("# mine\n")

        phone = Hand(page.context.new_page(), at.faults)
        phone.look(up.url)
        phone.chat("Lupe")
        phone.react(CFE, "💳")
        phone.told("created")
        see_how_often(page, up.url, {"Flat": "once in 30 days", "Note": "not in 30 days"})
        look(page, f"{up.url}/live")
        page.locator(".line").first.get_by_role("button", name="Why").click()
        expect(page.locator(".rules .fired")).to_contain_text("Flat, version 2")
        look(page, f"{up.url}/items")
        expect(page.locator(".thing")).to_contain_text("#flat")


def test_it_is_tried_on_the_past_goes_back_and_is_deleted_and_there_again(up: Up, sit: Sit) -> None:
    up.try_((CFE, "💳"))
    with sit(language="en-GB") as at:
        page = at.page
        look(page, f"{up.url}/rules")
        page.keyboard.press("j")
        page.keyboard.press("e")
        sound(page)
        page.get_by_role("button", name="Try it on them").click()
        expect(page.locator(".found .headline")).to_have_text("Times it would have acted: 1 · items: 1")
        expect(page.locator(".sums .same")).to_contain_text("1")

        page.locator("#form-order").fill("7")
        page.locator("#form-order").press("Tab")
        expect(page.locator("#yaml")).to_have_value(re.compile("order: 7"))
        page.get_by_role("button", name="Save", exact=True).click()
        versions = page.locator(".version")
        expect(versions).to_have_count(2)
        versions.first.get_by_role("button", name="Difference").click()
        expect(versions.first.locator(".came")).to_contain_text("order: 7")
        at.check_accessibility()
        at.photograph("rule-versions-light-1280", whole=True)
        versions.last.get_by_role("button", name="Go back").click()
        expect(versions).to_have_count(3)
        expect(page.locator("#form-order")).to_have_value("100")

        page.get_by_role("button", name="Delete").click()
        page.locator(".sheet").get_by_role("button", name="Delete").click()
        expect(page.locator(".ruled")).to_have_count(3)
        page.locator(".notice.good button").click()
        expect(page.locator(".ruled")).to_have_count(4)


def test_what_somebody_saved_meanwhile_and_what_is_in_its_way_is_shown_first(up: Up, sit: Sit) -> None:
    with sit(language="en-GB") as at:
        page = at.page
        look(page, f"{up.url}/rules?rule=note")
        sound(page)
        address = f"{up.url}/api/rules/note"
        theirs = httpx2.get(address, headers={"Accept": "application/yaml"}, trust_env=False)
        body, seen = theirs.text + "order: 50\n", {"If-Match": theirs.headers["etag"]}
        httpx2.put(address, content=body, headers=YAML | seen, trust_env=False).raise_for_status()

        page.get_by_label("Has the last word").check()
        expect(page.locator("#yaml")).to_have_value(re.compile("stop: true"))
        page.keyboard.press("Control+s")
        sheet = page.get_by_role("dialog", name="Somebody saved this rule meanwhile")
        expect(sheet.locator(".touched")).to_contain_text("order 100 → 50")
        expect(sheet.locator(".touched")).to_contain_text("this machine")
        expect(sheet.locator(".went")).to_contain_text("order: 50")
        at.check_accessibility()
        at.photograph("rule-meanwhile-light-1280")
        sheet.get_by_role("button", name="Save mine").click()
        expect(page.locator(".notice.good")).to_contain_text("version 3")

        flat = 'id: flat\nwhen: { reaction: "🏠" }\ndo:\n  - create_bill: {}\n'
        httpx2.post(f"{up.url}/api/rules", content=flat, headers=YAML, trust_env=False).raise_for_status()
        look(page, f"{up.url}/rules?new=bill")
        sound(page)
        page.keyboard.press("Control+s")
        sheet = page.get_by_role("dialog", name="Other rules are in its way")
        expect(sheet).to_contain_text("both make a bill")
        at.photograph("rule-conflict-light-1280")
        sheet.get_by_role("button", name="Back to the rule").click()

        # Escape leaves the field, then the page, which asks before anything is lost.
        page.locator("#yaml").focus()
        page.keyboard.press("Escape")
        page.keyboard.press("Escape")
        page.get_by_role("dialog", name="Leave without saving?").get_by_role("button", name="Leave").click()
        expect(page.locator(".ruled")).to_have_count(5)
        look(page, f"{up.url}/rules?rule=nobody")
        expect(page.locator(".editor .notice")).to_contain_text("There is no rule nobody.")


def test_a_rule_of_a_file_is_shown_until_it_is_copied_to_the_page(up: Up, sit: Sit) -> None:
    file = 'version: 1\nrules:\n  - id: filed\n    when: { reaction: "📎" }\n    do:\n      - create_note: {}\n'
    httpx2.post(f"{up.url}/api/rules/apply", content=file, headers=YAML, trust_env=False).raise_for_status()
    with sit(language="en-GB") as at:
        page = at.page
        look(page, f"{up.url}/rules")
        line = page.locator(".ruled", has_text="filed")
        expect(line).to_contain_text("by file")
        expect(line.get_by_role("switch")).to_have_count(0)
        line.get_by_role("button", name="Look").click()
        expect(page.get_by_label("Name")).to_be_disabled()
        expect(page.locator("#yaml")).not_to_be_editable()
        page.locator("#trial-text").fill("hola")
        expect(page.locator(".headline")).to_have_text("Would make 1 note")
        page.get_by_role("button", name="Copy to this page").click()
        expect(page.locator(".notice.good")).to_contain_text("is managed here now")
        expect(page.get_by_label("Name")).to_be_enabled()
        page.get_by_role("button", name="← Rules").click()
        line.get_by_role("switch").click(force=True)
        expect(line.locator(".word")).to_have_text("off")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("narrow", [False, True], ids=["1280", "360"])
def test_it_is_accessible_and_fits(up: Up, sit: Sit, *, dark: bool, narrow: bool) -> None:
    name = f"{'dark' if dark else 'light'}-{360 if narrow else 1280}"
    with sit(language="en-GB", narrow=narrow, dark=dark) as at:
        look(at.page, f"{up.url}/rules")
        at.check_accessibility()
        assert at.fits()
        assert at.steady()
        at.photograph(f"rules-{name}")
        look(at.page, f"{up.url}/rules?rule=bill")
        expect(at.page.locator(".headline")).to_have_text("Would make 1 bill")
        at.check_accessibility()
        assert at.fits()
        at.photograph(f"rule-{name}", whole=True)
