"""The page of statistics in a real browser: a new installation, charts and their tables, other days, a spreadsheet."""

from __future__ import annotations

import csv
from pathlib import Path

import psycopg
import pytest
from playwright.sync_api import Page, expect

from tests.e2e.phone import Sit
from tests.e2e.product import Up

pytestmark = pytest.mark.browser

CHARTS = 9

LOG = """
insert into action_execution_log (connection_id, queue_id, message_id, address, revision, emoji, outcome, error,
    explanation, heard_at, created_at, took_ms, confidence)
select c.id, n, 'M' || n,
    (array['5215512345678@s.whatsapp.net', '5215587654321@s.whatsapp.net', '99887766@lid'])[1 + n % 3], 1,
    (array['✅', '📅', '💳', '📝', '🎈'])[1 + n % 5],
    (array['created', 'created', 'updated', 'created', 'no_rule', 'created', 'failed', 'cancelled'])[1 + n * 7 % 8],
    case when n * 7 % 8 = 6 then (array['no_bill', 'no_datetime'])[1 + n % 2] end, '{}', made.at,
    made.at + (20 + n * 37 % 180) * interval '1 ms', 1 + n % 4, 0.6 + (n % 40) / 100.0
from (select min(id) as id from connections) c, generate_series(1, 600) n
cross join lateral (
    select date_trunc('day', now() - interval '80 d' + n * interval '190 min')
        + (8 + n * 5 % 13 + n % 3) * interval '1 h' + n % 50 * interval '1 min' as at
) made
where made.at < now()
"""
READINGS = """
insert into nlp_processing_log (connection_id, message_id, parser, language, error, confidence, took_ms, created_at)
select connection_id, message_id, (array['task', 'calendar', 'bill', 'note'])[1 + queue_id % 4],
    (array['es', 'en', 'es'])[1 + queue_id % 3], error, case when error is null then confidence end, took_ms, heard_at
from action_execution_log
"""
ITEMS = """
insert into items (connection_id, kind, title, status, message_id, address, chat, rule_id, step, position, rule_version,
    revision, language, confidence, reading, cancelled_because, created_at, done_at)
select connection_id, 'task', 'Something', status::item_status, message_id, address, address, 'task', 0, 0, 1, 1, 'es',
    0.9, 'r', case when status = 'cancelled' then 'undone' end, heard_at, case when status = 'done' then heard_at end
from (
    select *, (array['open', 'done', 'done', 'cancelled'])[1 + queue_id % 4] as status
    from action_execution_log
    where outcome = 'created'
) made
"""
MESSAGES = """
insert into whatsapp_messages (connection_id, id, chat, author, kind, text, sent_at)
select connection_id, message_id, address, address, 'text',
    (array['Gracias por los 2 kilos de mango', 'nos vemos luego'])[1 + queue_id % 2], heard_at
from action_execution_log
where error is not null
"""


def fill(db: psycopg.Connection) -> None:
    for statement in (LOG, READINGS, ITEMS, MESSAGES):
        db.execute(statement)


def drawn(page: Page) -> None:
    expect(page.locator("#state")).to_have_attribute("data-state", "live")
    expect(page.locator(".card")).to_have_count(CHARTS)
    expect(page.locator(".loading")).to_have_count(0)
    expect(page.locator(".uplot canvas")).to_have_count(2)
    expect(page.locator(".card [role=alert]")).to_have_count(0)


def test_days_are_chosen_charts_are_tables_too_and_are_saved_for_a_spreadsheet(
    up: Up, sit: Sit, db: psycopg.Connection
) -> None:
    with sit(language="en-GB") as at:
        page = at.page
        page.goto(f"{up.url}/live")
        page.keyboard.press("g")
        page.keyboard.press("a")
        expect(page.locator(".empty")).to_contain_text("React to a message")
        at.check_accessibility()
        at.photograph("analytics-empty-light-1280")
        fill(db)
        page.reload()
        drawn(page)
        expect(page.get_by_role("link", name="7 days")).to_have_attribute("aria-current", "true")
        week = page.locator(".four .value").first.inner_text()
        page.get_by_role("link", name="30 days").click()
        page.wait_for_url("**/analytics?days=30")
        drawn(page)
        assert page.locator(".four .value").first.inner_text() != week
        page.reload()
        expect(page.get_by_role("link", name="30 days")).to_have_attribute("aria-current", "true")
        drawn(page)

        page.keyboard.press("j")
        expect(page.locator(".card.volume")).to_be_focused()
        page.keyboard.press("t")
        rows = page.locator(".card.volume tbody tr")
        expect(page.locator(".card.volume thead th")).to_have_text(
            ["When", "all", "done", "undone", "failed", "nothing to do"]
        )
        with page.expect_download() as download:
            page.locator(".card.volume").get_by_role("link", name="Save as CSV").click()
        saved = download.value
        assert saved.suggested_filename.startswith("toque-volume-")
        table = list(csv.reader(Path(saved.path()).read_text().splitlines()))
        assert table[0] == ["at", "settled", "done", "undone", "failed", "nothing"]
        assert len(table) - 1 == rows.count()

        for button in page.get_by_role("button", name="As a table").all():
            if button.get_attribute("aria-pressed") == "false":
                button.click()
        expect(page.locator(".card table")).to_have_count(CHARTS)
        at.check_accessibility()
        at.photograph("analytics-tables-light-1280", whole=True)

        first, last = (table[n][0][:10] for n in (1, 2))
        page.locator("[name=from]").fill(last)
        page.locator("[name=to]").fill(first)
        page.get_by_role("button", name="Show").click()
        page.wait_for_url(f"**/analytics?from={last}&to={first}*")
        drawn(page)
        expect(page.locator("[name=from]")).to_have_value(first)
        at.photograph("analytics-hours-light-1280")


def test_it_is_accessible_and_fits_in_light_and_dark(up: Up, sit: Sit, db: psycopg.Connection) -> None:
    fill(db)
    for dark in (False, True):
        for narrow in (False, True):
            with sit(narrow=narrow, dark=dark) as at:
                at.page.goto(f"{up.url}/analytics?days=30")
                drawn(at.page)
                at.check_accessibility()
                assert at.fits()
                at.photograph(f"analytics-{'dark' if dark else 'light'}-{360 if narrow else 1280}", whole=True)
