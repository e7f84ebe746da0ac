"""The page of the queue in a real browser: a gateway refuses, what failed is looked at, given up, tried again."""

from __future__ import annotations

import json

import httpx2
import psycopg
import pytest
from playwright.sync_api import Page, expect

from tests.e2e.phone import Sit
from tests.e2e.product import Up

pytestmark = pytest.mark.browser

TEXTS = ("Pagar luz CFE $890 vence 15 enero", "Telmex 389 antes del 20", "Netflix 219 vence 3 febrero")


def gateway(up: Up, **faults: object) -> None:
    """Let the pretended gateway misbehave; without faults it is in good health again."""
    httpx2.post(f"{up.phone.url}/phone/faults", json=faults, trust_env=False).raise_for_status()


def look(page: Page, url: str, letters: int) -> None:
    page.goto(f"{url}/queue")
    expect(page.locator("#state")).to_have_attribute("data-state", "live")
    expect(page.locator(".job.dead")).to_have_count(letters)


def test_what_the_gateway_refused_is_seen_given_up_brought_back_and_tried_again(up: Up, sit: Sit) -> None:
    with sit(language="en-GB") as at:
        page, jobs = at.page, at.page.locator(".job")
        page.goto(f"{up.url}/queue")
        expect(page.locator(".empty")).to_contain_text("Nothing waits")
        at.photograph("queue-empty-light-1280")
        gateway(up, send_text="error", send_text_status=401)
        up.try_(*((text, "💳") for text in TEXTS))
        # The open page counts along, without a reload.
        failed = page.get_by_role("button", name="Failed")
        expect(failed).to_have_text("Failed 3")
        page.keyboard.press("g")
        page.keyboard.press("l")
        page.wait_for_url("**/live")
        page.keyboard.press("g")
        page.keyboard.press("q")
        expect(page.locator(".how")).to_have_text("!3 things failed and wait for you.")
        expect(jobs.first.locator(".reason")).to_have_text("The gateway refuses the API key.")
        expect(jobs.first.locator(".next")).to_contain_text("toque connect")

        page.keyboard.press("j")
        expect(jobs.first).to_be_focused()
        page.keyboard.press("Enter")
        expect(jobs.first.locator(".trace")).to_contain_text("Evolution refuses this connection's API key (401)")
        expect(jobs.first.locator(".rules .fired")).to_contain_text("Bill, version 1")
        at.check_accessibility()
        at.photograph("queue-why-light-1280")
        page.keyboard.press("e")

        page.keyboard.press(" ")
        expect(page.locator(".bar strong")).to_have_text("1 chosen")
        page.locator(".bar").get_by_role("button", name="Give up").click()
        expect(page.get_by_role("heading", name="Give 1 up?")).to_be_visible()
        page.get_by_label("Why do you give this up?").fill("a test of ours")
        at.photograph("queue-discard-light-1280")
        page.get_by_role("button", name="Do it").click()
        expect(page.locator(".notice.good")).to_contain_text("1 given up")
        expect(page.get_by_role("button", name="Given up")).to_have_text("Given up 1")
        page.locator(".notice.good button").click()
        expect(jobs).to_have_count(3)

        gateway(up)
        jobs.first.focus()
        page.keyboard.press("r")
        expect(jobs).to_have_count(2)
        page.get_by_role("button", name="Try all again…").click()
        expect(page.get_by_role("heading", name="Try 2 again?")).to_be_visible()
        expect(page.locator(".counts tr")).to_have_text("Answer2")
        at.check_accessibility()
        at.photograph("queue-bulk-light-1280")
        page.get_by_role("button", name="Do it").click()
        expect(page.locator(".notice.good")).to_have_text("2 put back to work")
        expect(page.locator(".empty")).to_contain_text("Nothing failed")
        expect(page.locator(".how")).to_contain_text("Nothing failed, and nothing waits")


def test_thousands_are_a_job_that_tells_how_far_it_is_and_what_is_like_it_is_found(
    up: Up, sit: Sit, db: psycopg.Connection
) -> None:
    fill(db, 1500)
    with sit(language="en-GB") as at:
        page = at.page
        look(page, up.url, 50)
        page.keyboard.press("/")
        page.keyboard.type("512 MB")
        expect(page.locator(".job .reason").first).to_have_text("Reading the message took too much memory.")
        page.locator("#error").fill("")
        page.locator("#kind").select_option(label="Webhook call")
        page.get_by_role("button", name="Give all up…").click()
        expect(page.get_by_role("heading", name="Give 1,200 up?")).to_be_visible()
        page.get_by_label("Why do you give this up?").fill("they moved away")
        page.get_by_role("button", name="Do it").click()
        expect(page.locator(".notice.good")).to_have_text("1,200 given up", timeout=30_000)
        expect(page.get_by_role("button", name="Failed")).to_have_text("Failed 300")
        expect(page.locator(".empty")).to_contain_text("Take a filter away")
    db.execute("delete from action_queue where status = 'processing'")


def test_it_is_accessible_and_fits_in_light_and_dark(up: Up, sit: Sit, db: psycopg.Connection) -> None:
    fill(db, 8)
    for dark in (False, True):
        for narrow in (False, True):
            with sit(narrow=narrow, dark=dark) as at:
                look(at.page, up.url, 8)
                at.check_accessibility()
                assert at.fits()
                at.photograph(f"queue-{'dark' if dark else 'light'}-{360 if narrow else 1280}")
                for name in ("En espera", "En curso"):
                    at.page.get_by_role("button", name=name).click()
                    expect(at.page.locator(".job").first).to_be_visible()
                    # Of what differs between the lists the widths do not: looked at once in light and in dark.
                    if narrow:
                        at.check_accessibility()
                    assert at.fits()
                    at.photograph(f"queue-{name[-5:]}-{'dark' if dark else 'light'}-{360 if narrow else 1280}")
    # Nobody works on it: whoever waits until all rests would wait for its lease.
    db.execute("delete from action_queue where status = 'processing'")


REASONS = (
    ("webhook", "Nobody took it in time. The last answer: casa.example answered 503"),
    ("webhook", "casa.example answered 404, the address is wrong"),
    ("webhook", "TOQUE_CALL_HOSTS does not let rules call this host."),
    ("webhook", "casa.example cannot be reached: [Errno 111] Connection refused"),
    (None, "reading it took more than 512 MB"),
)


def fill(db: psycopg.Connection, n: int) -> None:
    """Lay dead letters into the queue, what waits until later, and what a worker holds that does not come back yet."""
    connection = db.execute("select min(id) from connections").fetchone()
    rows = [{"action": action, "error": error, "message_id": "M", "address": "me"} for action, error in REASONS]
    db.execute(
        """
        insert into action_queue (connection_id, event_type, event_data, lane, status, attempts, last_error,
            created_at, finished_at, first_failed_at, last_failed_at)
        select %(of)s, case when r.one ? 'action' then 'deliver' else 'settle' end,
            (r.one - 'error') || jsonb_build_object('n', n), case when r.one ? 'action' then 'https://casa.example' end,
            'failed', 8, r.one->>'error', now() - interval '3 h', now() - n * interval '1 s', now() - interval '2 h',
            now() - n * interval '1 s'
        from generate_series(0, %(n)s - 1) n
        join lateral (select %(rows)s::jsonb->(n %% 5) as one) r on true
        """,
        {"of": connection and connection[0], "n": n, "rows": json.dumps([_without_none(row) for row in rows])},
    )
    db.execute(
        """
        insert into action_queue (connection_id, event_type, event_data, lane, priority, run_at, attempts, last_error)
        select %(of)s, 'deliver', '{"message_id": "M", "address": "me", "action": "webhook"}', 'https://casa.example',
            'high', now() + n * interval '1 h', n, case when n > 0 then 'casa.example answered 503' end
        from generate_series(1, 3) n
        """,
        {"of": connection and connection[0]},
    )
    db.execute(
        """
        insert into action_queue (connection_id, event_type, event_data, status, attempts, worker, lease_until)
        values (%(of)s, 'settle', '{"message_id": "M", "address": "me"}', 'processing', 1, 'casa-1', now() + '1 h')
        """,
        {"of": connection and connection[0]},
    )


def _without_none(row: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in row.items() if value is not None}
