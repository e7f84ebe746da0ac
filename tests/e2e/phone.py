"""A whole Toque with its demo phone, and a browser in front of it: what the journeys on the phone share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, Playwright, expect

ROOT = Path(__file__).parents[2]
SCREENSHOTS = ROOT / "screenshots"
PICTURES = ROOT / "docs" / "pictures"
AXE = Path(__file__).parent / "vendor" / "axe.min.js"

MOST_SHIFT = 0.1
WIDE, NARROW = {"width": 1280, "height": 860}, {"width": 360, "height": 740}
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


def chromium(playwright: Playwright) -> Browser:
    return playwright.chromium.launch(executable_path="/usr/bin/chromium", args=list(QUIET))


@dataclass
class Hand:
    """Somebody at the page; everything waits until it is so."""

    page: Page
    faults: list[str]

    def look(self, url: str) -> None:
        self.page.goto(url)
        expect(self.page.locator("#state")).to_have_attribute("data-state", "live")
        expect(self.page.locator(".bubble").first).to_be_visible()

    def chat(self, name: str) -> None:
        self.page.get_by_role("tab", name=re.compile(f"^{name}")).click()

    def bubble(self, text: str) -> Locator:
        return self.page.locator(".bubble", has_text=text).last

    def menu(self, text: str) -> Locator:
        """Open what can be done with a message."""
        self.bubble(text).click()
        menu = self.page.locator("#menu")
        expect(menu).to_be_visible()
        return menu

    def react(self, text: str, emoji: str) -> None:
        """Choose an emoji; the one that is there already is taken back by that."""
        menu = self.menu(text)
        choice = menu.locator(f'[data-emoji="{emoji}"]')
        if not choice.is_visible():
            menu.locator(".plus").click()
        choice.click()
        expect(menu).to_be_hidden()

    def say(self, text: str, who: str | None = None) -> None:
        if who:
            self.page.locator("#as label", has_text=who).click()
        self.page.locator("#text").fill(text)
        self.page.locator("#text").press("Enter")
        expect(self.bubble(text)).to_be_visible()

    def told(self, outcome: str) -> Locator:
        """Wait for the story of a reaction that came to this."""
        story = self.page.locator(f'.told[data-outcome="{outcome}"]')
        expect(story).to_be_visible()
        return story

    def marks(self) -> list[tuple[str, str]]:
        """Return what is coloured in the text: the words, and what was read from them."""
        return [
            (mark.locator(".said").inner_text(), mark.locator(".field").inner_text())
            for mark in self.page.locator(".reading mark").all()
        ]

    def hint_done(self, step: str) -> None:
        expect(self.page.locator(f'[data-hint="{step}"]')).to_have_class("done")

    def photograph(self, name: str, *, whole: bool = False) -> None:
        SCREENSHOTS.mkdir(exist_ok=True)
        self.page.evaluate("document.fonts.ready.then(() => scrollTo(0, 0))")
        self.page.screenshot(path=SCREENSHOTS / f"{name}.png", full_page=whole, animations="disabled")

    def check_accessibility(self) -> None:
        """Let axe find no fault against WCAG 2.2 AA."""
        # The page's own policy lets no foreign script in; the browser's tools may.
        self.page.evaluate(AXE.read_text())
        tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
        found = self.page.evaluate(
            "tags => axe.run(document, { runOnly: tags }).then(r => r.violations.map("
            "v => [v.id, v.nodes.slice(0, 5).map(n => [n.target.join(' '), n.failureSummary])]))",
            tags,
        )
        assert not found, found

    def fits(self) -> bool:
        """Tell whether nothing sticks out at the side."""
        return bool(self.page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))

    def steady(self) -> bool:
        """Tell whether what stood on the page stayed where it was while the rest came: what browsers call good."""
        shifts = (
            "new Promise(tell => new PerformanceObserver(list => tell(list.getEntries().reduce("
            "(sum, one) => sum + (one.hadRecentInput ? 0 : one.value), 0)))"
            ".observe({ type: 'layout-shift', buffered: true }) ?? setTimeout(() => tell(0), 50))"
        )
        return float(self.page.evaluate(shifts)) < MOST_SHIFT


Sit = Callable[..., AbstractContextManager[Hand]]
"""`hand` in the browser that the tests share."""


@contextmanager
def hand(browser: Browser, *, language: str = "es-MX", dark: bool = False, narrow: bool = False) -> Iterator[Hand]:
    """Sit somebody down in front of a fresh browser; a fault in a script fails the test."""
    context = browser.new_context(
        viewport=NARROW if narrow else WIDE, locale=language, color_scheme="dark" if dark else "light",
        reduced_motion="reduce", timezone_id="America/Mexico_City", has_touch=narrow,
    )  # fmt: skip
    context.set_default_timeout(15_000)
    faults: list[str] = []
    page = context.new_page()
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.on(
        "console",
        lambda line: faults.append(line.text) if line.type == "error" and "Failed to load" not in line.text else None,
    )
    try:
        yield Hand(page, faults)
        assert not faults, faults
    finally:
        context.close()
