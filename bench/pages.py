"""How quickly the dashboard's pages stand there with 100,000 items, what they weigh, and what a busy feed costs.

    .venv/bin/python bench/pages.py [--items 100000] [--rounds 5] [--seconds 20] [--json]

Debian's Chromium, with nothing in its cache each time, on the same machine as the web process and the embedded
PostgreSQL. Beside each page: a page without anything in it, which is what the browser and the machine take alone.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import Any

import psycopg
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from rich.console import Console
from rich.table import Table

from bench.analytics import seed
from bench.furnish import furnish
from bench.speeds.ground import cluster, until
from bench.speeds.intake import web
from bench.speeds.load import VAULT
from engine.web.navigation import PLACES
from engine.web.settings_page import PARTS

CHROMIUM = "/usr/bin/chromium"
PAINT_MS, WEIGHT_KB, TASK_MS = 300, 150, 100
"""What is wanted of a page: its first paint within, at most so much compressed, no task longer than."""
ROWS_AN_ITEM = 1.5
"""Reactions of `bench/analytics.py` to one item of them."""
RATE = 50
EMPTY = "an empty page"

WATCH = """
window.tasks = [];
new PerformanceObserver(list => tasks.push(...list.getEntries().map(one => one.duration)))
    .observe({ type: 'longtask', buffered: true });
"""
MEASURE = """
() => {
    const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
    return {
        paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null,
        bytes: all.reduce((sum, one) => sum + one.encodedBodySize, 0),
        files: all.length,
        longest: Math.max(0, ...tasks),
    };
}
"""
PAINTED = "() => performance.getEntriesByName('first-contentful-paint').length > 0"

TELL = """
insert into live_feed (connection_id, event, body)
select min(id), 'settled', jsonb_build_object(
    'at', now(), 'message_id', 'L' || %(n)s, 'emoji', '💳', 'who', 'Ana', 'snippet', 'Pagar luz CFE $890',
    'outcome', 'created', 'took_ms', 3.2,
    'items', jsonb_build_array(jsonb_build_object('kind', 'bill', 'how', 'created', 'title', 'CFE')))
from connections
"""


@dataclass(frozen=True, slots=True)
class Found:
    """What one page took: milliseconds, kilobytes as they came over the line, requests, the longest task."""

    paint_ms: float
    weight_kb: float
    requests: int
    longest_ms: float


@dataclass(frozen=True, slots=True)
class Busy:
    """The live page while rows come: how long its longest task was, how many lines it held, how many it counted."""

    rows: int
    counted: int
    lines: int
    longest_ms: float
    tasks_over: int


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--items", type=int, default=100_000)
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--seconds", type=float, default=20)
    arguments.add_argument("--json", action="store_true")
    asked = arguments.parse_args()
    with cluster() as postgres:
        postgres.template("pages", lambda db: load(db, asked.items))
        with (
            postgres.copy("pages") as url,
            web(url) as (address, _),
            psycopg.connect(url, autocommit=True) as db,
            chromium() as browser,
        ):
            ((items,),) = db.execute("select count(*) from items").fetchall()
            pages = {EMPTY: _page(browser, f"{address}/livez", asked.rounds)}
            pages |= {name: _page(browser, address + path, asked.rounds) for name, path in _paths(db).items()}
            busy = _busy(browser, address, db, asked.seconds)
    if asked.json:
        told = {"items": items, "pages": {name: asdict(one) for name, one in pages.items()}, "busy": asdict(busy)}
        print(json.dumps(told))
    else:
        show(items, pages, busy)


def load(db: psycopg.Connection[Any], items: int) -> None:
    """Fill a database with so many items, and with what stands on the other pages."""
    seed(db, round(items * ROWS_AN_ITEM))
    furnish(db, VAULT)


def _paths(db: psycopg.Connection[Any]) -> dict[str, str]:
    """Return where each page is, by its name; the phone is the demo's."""
    ((action,),) = db.execute("select max(id) from action_execution_log where waits").fetchall()
    places = {place.name: place.path for place in PLACES if place.name != "phone"}
    return places | {f"settings: {part}": f"/settings/{part}" for part in PARTS} | {"action": f"/actions/{action}"}


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the browser."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        try:
            yield running
        finally:
            running.close()


@contextmanager
def _fresh(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 860}, locale="es-MX")
    context.add_init_script(WATCH)
    try:
        yield context
    finally:
        context.close()


def _page(browser: Browser, address: str, rounds: int) -> Found:
    """Open a page `rounds` times without a cache, after once to warm the server up; return the medians."""
    took = [_once(browser, address) for _ in range(rounds + 1)][1:]
    return Found(
        paint_ms=statistics.median(one["paint"] for one in took),
        weight_kb=statistics.median(one["bytes"] for one in took) / 1000,
        requests=round(statistics.median(one["files"] for one in took)),
        longest_ms=statistics.median(one["longest"] for one in took),
    )


def _once(browser: Browser, address: str) -> dict[str, Any]:
    with _fresh(browser) as context:
        page = context.new_page()
        page.goto(address, wait_until="load")
        page.wait_for_function(PAINTED)
        if page.locator("#state").count():
            page.wait_for_selector("#state[data-state=live]")
        return dict(page.evaluate(MEASURE))


def _busy(browser: Browser, address: str, db: psycopg.Connection[Any], seconds: float) -> Busy:
    """Let rows come at 50 a second while the live page is open."""
    with _fresh(browser) as context:
        page = context.new_page()
        page.goto(f"{address}/live")
        page.wait_for_selector("#state[data-state=live]")
        page.evaluate("tasks.length = 0")
        rows = round(RATE * seconds)
        began = time.monotonic()
        for n in range(rows):
            time.sleep(max(0.0, began + n / RATE - time.monotonic()))
            db.execute(TELL, {"n": n})
            db.execute("notify toque_live")
        until(lambda: _counted(page) >= rows, seconds=30)
        tasks = page.evaluate("tasks")
        return Busy(rows=rows, counted=_counted(page), lines=page.locator("#feed > li").count(),
                    longest_ms=max(tasks, default=0), tasks_over=sum(one > TASK_MS for one in tasks))  # fmt: skip


def _counted(page: Page) -> int:
    return int("".join(sign for sign in page.locator("#count").inner_text() if sign.isdigit()) or 0)


def show(items: int, pages: dict[str, Found], busy: Busy) -> None:
    """Print the figures as a table, and the busy feed in a sentence."""
    table = Table("page", "first paint", "beside it empty", "compressed", "requests", "longest task",
                  title=f"The pages with {items:,} items, nothing in the cache")  # fmt: skip
    for name, one in pages.items():
        table.add_row(
            name,
            f"{one.paint_ms:.0f} ms" + _beyond(one.paint_ms, PAINT_MS),
            f"{one.paint_ms / pages[EMPTY].paint_ms:.1f} ×",
            f"{one.weight_kb:.0f} kB" + _beyond(one.weight_kb, WEIGHT_KB),
            str(one.requests),
            f"{one.longest_ms:.0f} ms" + _beyond(one.longest_ms, TASK_MS),
        )
    console = Console(width=110)
    console.print(table)
    console.print(
        f"{busy.rows:,} rows at {RATE} a second: {busy.counted:,} counted, {busy.lines} lines kept, "
        f"the longest task {busy.longest_ms:.0f} ms, {busy.tasks_over} of more than {TASK_MS} ms."
    )


def _beyond(found: float, most: float) -> str:
    return "" if found <= most else f" (more than {most})"


if __name__ == "__main__":
    main()
