"""Coming in by the door in a real browser: accounts that are there, a login filled in, an account made by a link."""

from __future__ import annotations

import psycopg
from playwright.sync_api import Page, expect

from engine import access, accounts
from engine.audit import Audit
from engine.vault import open_vault
from tests.e2e.product import Up
from tests.web.served import lightly_hashed

PASSWORD = "correct horse battery"


def log_in(page: Page, name: str, password: str = PASSWORD) -> None:
    """Fill in the login that the page shows."""
    page.locator("input[name=name]").fill(name)
    page.locator("input[name=password]").fill(password)
    page.locator("main.door form button").click()


def set_up(page: Page, url: str, name: str) -> None:
    page.goto(url)
    page.locator("input[name=name]").fill(name)
    for field in ("password", "again"):
        page.locator(f"input[name={field}]").fill(PASSWORD)
    page.locator("main.door form button").click()
    expect(page.locator(".me")).to_have_text(name)


def live(page: Page) -> None:
    expect(page.locator("#state")).to_have_attribute("data-state", "live")


def add(db: psycopg.Connection, up: Up, name: str, role: access.Role) -> accounts.Account:
    audit = Audit.of(open_vault(up.settings))
    return accounts.add(db, audit, access.MACHINE, name=name, role=role, password=lightly_hashed(PASSWORD))
