"""The phone in a real browser, before real processes: what a person does in the first minutes, in every way."""

from __future__ import annotations

import os
import re

import pytest
from playwright.sync_api import expect

from tests.e2e.phone import PICTURES, Sit
from tests.e2e.product import Up

pytestmark = pytest.mark.browser

CFE = "Pagar luz CFE $890 vence 15 enero"
TWO_BILLS = "Telmex 389 y el agua 245.50, los dos antes del 20"
UNREADABLE = "Gracias por los 2 kilos de mango"


@pytest.fixture
def url(up: Up) -> str:
    return up.url


def test_the_four_hints_are_ticked_off_as_they_are_done_and_hostile_text_is_never_run(url: str, sit: Sit) -> None:
    with sit() as at:
        at.look(url)
        expect(at.page.locator(".bubble.hinted")).to_contain_text(CFE)
        at.react(CFE, "💳")
        story = at.told("created")
        assert at.marks() == [("CFE", "a quién"), ("$890", "monto"), ("vence 15 enero", "vence")]
        expect(story.locator(".made .item.bill")).to_contain_text("890.00")
        expect(story.locator(".answer .said")).to_contain_text("CFE")
        expect(at.page.locator("#banner")).to_contain_text("CFE")
        expect(at.page.locator("#items")).to_contain_text("CFE")
        at.hint_done("react")
        at.photograph("phone-light-1280")

        at.react(CFE, "💳")  # once more: taken back
        expect(at.told("cancelled").locator(".made .item.cancelled")).to_contain_text("CFE")
        at.hint_done("back")

        at.react(CFE, "💳")
        at.told("reopened")
        at.react(CFE, "✅")
        expect(at.told("converted").locator(".made .item.task")).to_contain_text("era: Pago")
        at.hint_done("change")

        # Emoji of one, two and seven code points before what is read.
        own = "✨💸👩‍👩‍👧‍👦 Pagar agua $120 vence 9 enero"
        at.say(own, who="Lupe")
        at.react(own, "💳")
        expect(at.told("created").locator(".made .item.bill")).to_contain_text("120.00")
        assert ("$120", "monto") in at.marks()
        at.hint_done("own")
        expect(at.page.locator("#hints-how a")).to_have_text("Conectar un WhatsApp de verdad")

        for word in ("uno", "dos", "tres"):  # faster than each is sent
            at.page.locator("#text").press_sequentially(word)
            at.page.locator("#text").press("Enter")
        expect(at.page.locator(".row:nth-last-child(-n+3) .said")).to_have_text(["uno", "dos", "tres"])

        at.page.locator("#banner").click()
        expect(at.page.locator("#with-name")).to_have_text("Tú")
        expect(at.page.locator(".row.toque .bubble").last).to_contain_text("120.00")
        expect(at.page.locator(".row.toque .bubble").last).to_be_focused()
        at.photograph("answers-light-1280")
        at.page.reload()
        at.hint_done("own")
        at.page.get_by_role("button", name="Empezar de nuevo").click()
        expect(at.page.locator("#hints-count")).to_have_text("0 de 4")

        at.chat("Lupe")
        hostile = '<img src=x onerror="document.title=1"> Pagar </script><b>luz $10</b> vence 15 enero'
        at.say(hostile, who="Lupe")
        at.react("onerror", "💳")
        at.told("created")
        assert at.page.title() != "1"
        assert at.page.locator("main b, main img").count() == 0
        expect(at.bubble("onerror").locator(".said")).to_have_text(hostile)
        expect(at.page.locator(".reading mark", has_text="$10")).to_be_visible()


def test_two_bills_a_message_without_any_an_edit_and_a_deletion(url: str, sit: Sit) -> None:
    with sit(language="en-GB") as at:
        at.look(url)
        at.chat("Lupe")
        at.react(TWO_BILLS, "💳")
        story = at.told("created")
        expect(story.locator(".headline")).to_have_text("2 bills added")
        expect(story.locator(".made .item.bill")).to_have_count(2)
        assert [said for said, _ in at.marks()] == ["Telmex", "389", "agua", "245.50", "antes del 20"]
        expect(story.locator(".answer .said")).to_contain_text("634.50")
        expect(story.locator(".answer .label")).to_contain_text("in Spanish")
        expect(story.locator(".answer").get_by_role("link", name="Another language")).to_have_attribute(
            "href", "/people"
        )
        at.photograph("two-bills-light-1280", whole=True)

        at.react(UNREADABLE, "💳")
        story = at.told("failed")
        expect(story.locator(".item.trouble q")).to_have_text(CFE)
        expect(story.locator(".answer .said")).to_contain_text("mango")
        expect(at.page.locator("#items")).not_to_contain_text("mango")

        story.locator(".why summary").click()
        expect(story.locator(".rules .fired")).to_contain_text("Bill, version 1")
        expect(story.locator(".rules li")).to_have_count(4)
        expect(story.locator(".rules li", has_text="Event")).to_contain_text("another emoji")
        at.page.locator("#before-list button", has_text="2 bills").click()
        expect(at.page.locator(".headline")).to_have_text("2 bills added")
    with sit() as at:
        at.look(url)
        at.react(CFE, "💳")
        at.told("created")
        at.menu(CFE).get_by_role("button", name="Editar, como Lupe").click()
        expect(at.page.locator("#text")).to_have_value(CFE)
        at.page.locator("#text").fill("Pagar luz CFE $910 vence 16 enero")
        at.page.get_by_role("button", name="Guardar el cambio").click()
        story = at.told("updated")
        expect(story.locator(".made .item.bill")).to_contain_text("910.00")
        expect(at.page.locator(".reading mark", has_text="$910")).to_be_visible()
        assert ("$910", "monto") in at.marks()
        expect(at.bubble("$910")).to_contain_text("editado")
        expect(at.page.locator("#editing")).to_be_hidden()

        at.menu("$910").get_by_role("button", name="Eliminar, como Lupe").click()
        expect(at.page.locator(".row.deleted .bubble")).to_have_text(re.compile("Se eliminó este mensaje"))
        expect(at.page.locator("#items .chip.flag")).to_have_text("se eliminó el mensaje")

        at.menu("dentista").get_by_role("button", name="Editar, como Lupe").click()
        at.page.keyboard.press("Escape")
        expect(at.page.locator("#editing")).to_be_hidden()
        expect(at.bubble("dentista")).to_be_focused()


def test_the_keyboard_alone_is_enough(url: str, sit: Sit) -> None:
    with sit(language="en-GB") as at:
        at.look(url)
        keys, focused = at.page.keyboard, at.page.locator("*:focus")
        at.page.locator("#chats [aria-selected=true]").focus()
        keys.press("ArrowRight")  # from Sam to Marina
        expect(at.page.locator("#with-name")).to_have_text("Marina")
        keys.press("Tab")
        expect(focused).to_have_class(re.compile("bubble"))
        keys.press("Home")
        expect(focused).to_contain_text("Enel")
        keys.press("ArrowDown")
        expect(focused).to_contain_text("Paulo")
        keys.press("Enter")
        expect(focused).to_have_attribute("data-emoji", "✅")
        keys.press("Escape")
        expect(at.page.locator("#menu")).to_be_hidden()
        expect(focused).to_contain_text("Paulo")
        assert at.page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
        keys.press(" ")
        keys.press("ArrowRight")
        expect(focused).to_have_accessible_name("calendar")
        keys.press("Enter")
        expect(at.told("created").locator(".made .item.event")).to_contain_text("14:00")
        expect(at.page.locator("#announcer")).to_contain_text("Event added")
        expect(focused).to_contain_text("Paulo")
        expect(focused).to_have_accessible_name(re.compile("Marina: Reunião.*Reactions: You: calendar", re.DOTALL))

        keys.press("Enter")
        expect(focused).to_have_accessible_name(re.compile("your reaction"))
        keys.press("ArrowLeft")
        keys.press("ArrowRight")
        for _ in range(4):
            keys.press("ArrowRight")
        expect(focused).to_have_accessible_name("More emoji")
        keys.press("Enter")
        expect(at.page.locator("#more button").first).to_be_focused()
        keys.press("ArrowDown")
        keys.press("Escape")
        expect(at.page.locator("#banner")).to_be_visible()
        keys.press("Tab")
        expect(at.page.locator("#banner")).to_be_focused()
        keys.press("Tab")
        keys.press("ArrowRight")  # write as Marina
        keys.press("Tab")
        keys.type("Pagar condomínio R$ 420 até dia 5")
        keys.press("Enter")
        expect(at.page.locator(".row:not(.mine) .bubble").last).to_contain_text("R$ 420")


def test_it_is_accessible_in_both_schemes_and_fits_from_360_pixels_on(url: str, sit: Sit) -> None:
    for scheme in ("light", "dark"):
        with sit(narrow=True, dark=scheme == "dark") as at:
            at.look(url)
            at.check_accessibility()
            at.photograph(f"phone-{scheme}-360")
            at.menu("croquetas").locator(".plus").click()
            at.check_accessibility()
            at.photograph(f"menu-{scheme}-360")
            at.page.keyboard.press("Escape")
            bill = f"Pagar luz CFE ${890 + len(scheme)} vence 15 enero"
            at.say("Pagar " + "luz" * 60 + " https://example.org/" + "a" * 120)
            at.say(bill)
            at.react(bill, "💳")
            expect(at.page.locator("#banner")).to_be_visible()
            assert at.fits()
            at.page.locator(".views [data-view=result]").click()
            expect(at.told("created").locator(".answer .said")).to_contain_text("CFE")
            at.page.locator(".why summary").click()
            assert at.fits()
            at.check_accessibility()
            at.photograph(f"result-{scheme}-360", whole=True)
        with sit(dark=scheme == "dark") as at:
            at.look(url)
            expect(at.page.locator("#items")).to_contain_text("CFE")
            mango, dentist = f"{UNREADABLE}, {scheme}", f"Cita con el dentista el jueves a las 5 en Polanco #{scheme}"
            at.say(mango, who="Lupe")
            at.react(mango, "💳")
            expect(at.told("failed").locator(".answer .said")).to_contain_text("mango")
            at.check_accessibility()
            at.photograph(f"unreadable-{scheme}-1280")
            at.say(dentist, who="Lupe")
            at.react(dentist, "📅")
            expect(at.told("created").locator(".answer .said")).to_contain_text("Polanco")
            at.photograph(f"appointment-{scheme}-1280")
            at.page.goto(f"{url}/live")
            expect(at.page.locator("#feed li").first).to_be_visible()
            at.check_accessibility()
            at.photograph(f"live-{scheme}-1280")
            at.page.set_viewport_size({"width": 360, "height": 740})
            assert at.fits()


def test_fingers_the_right_button_and_switches_of_language_and_colours(url: str, sit: Sit) -> None:
    with sit(language="pt-BR", dark=True) as at:
        at.look(url)
        html = at.page.locator("html")
        expect(html).to_have_attribute("lang", "pt")
        expect(at.page.locator("#with-name")).to_have_text("Marina")
        ground = "getComputedStyle(document.body).backgroundColor"
        night = at.page.evaluate(ground)
        at.page.wait_for_load_state()
        at.page.get_by_role("button", name="Cores escuras").click()
        day = at.page.evaluate(ground)
        assert day != night
        at.page.get_by_role("link", name="Español").click()
        expect(html).to_have_attribute("lang", "es")
        expect(html).to_have_attribute("data-theme", "light")
        at.page.wait_for_load_state()  # The style sheets', too.
        assert at.page.evaluate(ground) == day
        expect(at.page.locator("#hints-title")).to_have_text("Cuatro toques para saberlo todo")
        at.page.get_by_role("link", name="En vivo").click()
        expect(at.page.locator("#feed-title")).to_have_text("En vivo")
        at.page.wait_for_load_state()  # The switch is a script's.
        at.page.get_by_role("button", name="Colores oscuros").click()
        expect(html).not_to_have_attribute("data-theme", "light")  # As the system has it: no word is needed.
        assert at.page.evaluate(ground) == night
        at.page.reload()
        assert html.get_attribute("data-theme") is None  # what the system has again
    with sit(narrow=True) as at:
        at.look(url)
        bubble, menu = at.bubble("dentista"), at.page.locator("#menu")
        bubble.dispatch_event("pointerdown", {"pointerType": "touch", "bubbles": True, "clientX": 80, "clientY": 300})
        expect(menu).to_be_visible()
        bubble.dispatch_event("pointerup", {"pointerType": "touch", "bubbles": True})
        expect(menu).to_be_visible()
        at.page.mouse.click(5, 5)
        expect(menu).to_be_hidden()
        bubble.click(button="right")
        menu.locator('[data-emoji="📅"]').click()
        expect(at.page.locator("#result-news")).to_be_visible()
        at.page.get_by_role("button", name="Resultado").click()
        expect(at.told("created").locator(".made .item.event")).to_contain_text("Polanco")
        expect(at.page.locator("#result-news")).to_be_hidden()


def test_a_phone_that_starts_anew_is_found_again_and_what_was_made_stays(up: Up, sit: Sit) -> None:
    with sit() as at:
        at.look(up.url)
        at.react(CFE, "💳")
        at.told("created")
        up.phone.off()
        at.page.locator("#text").fill("¿Hola?")
        at.page.locator("#text").press("Enter")
        expect(at.page.locator("#phone-fault")).to_be_visible()
        expect(at.page.locator("#text")).to_have_value("¿Hola?")
        up.phone.on()
        expect(at.page.locator("#phone-fault")).to_be_hidden(timeout=15_000)
        expect(at.page.locator("#earlier-title")).to_have_text("De antes (1)")
        expect(at.bubble(CFE)).to_be_visible()
        expect(at.page.locator(".reactions")).to_have_count(0)


@pytest.mark.skipif("TOQUE_PICTURES" not in os.environ, reason="TOQUE_PICTURES=1 draws the picture of the README anew")
def test_the_picture_of_the_readme(url: str, sit: Sit) -> None:
    with sit(language="en-GB") as at:
        at.look(url)
        at.chat("Lupe")
        at.react(CFE, "💳")
        expect(at.told("created").locator(".answer .said")).to_contain_text("CFE")
        at.page.evaluate("document.fonts.ready.then(() => { document.activeElement.blur(); scrollTo(0, 0); })")
        PICTURES.mkdir(exist_ok=True)
        at.page.screenshot(path=PICTURES / "phone.png", animations="disabled")
