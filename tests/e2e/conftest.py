"""For journeys through a whole Toque, in a browser or without one. A new one costs what its clicks cost, if it takes

* `up`: a Toque of real processes (web, a worker, what answers) with the demo's phone. The processes are started once
  and stay; each test finds the database as after the first `toque up`, with a phone of its own (40 ms);
* `sit`: somebody at a fresh window of a browser that the tests share: `with sit(narrow=True, dark=True) as at`
  gives the `Hand` of `phone.py` (0.1 s). Take care to look at a thing with axe once, not once a journey (0.5 s);
* `db`: the database behind `up`; `tell` what a worker would have written, where how it came about is tested elsewhere.

Dear is what starts processes of its own: five seconds of computing for a whole `toque up`, one and a half for a worker.
What a page holds, whom it lets in and how it answers is asked of the in-process client of tests/web: 5 ms.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial

import psycopg
import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.e2e.phone import Sit, chromium, hand
from tests.e2e.product import Product, Up, product

# A machine that does other things too takes longer than the five seconds that are usual.
expect.set_options(timeout=15_000)


@pytest.fixture(scope="package")
def shared(server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    with product(server, tmp_path_factory.mktemp("up")) as running:
        yield running


@pytest.fixture
def up(shared: Product) -> Iterator[Up]:
    with shared.anew() as fresh:
        yield fresh


@pytest.fixture
def db(request: pytest.FixtureRequest) -> Iterator[psycopg.Connection]:
    """Return a connection to the database of what is up; where nothing shared is, to this process's own."""
    if "shared" in request.fixturenames:
        url = str(request.getfixturevalue("shared").settings.database_url)
    else:
        url = request.getfixturevalue("database_url")
        request.getfixturevalue("empty")()
    with psycopg.connect(url, autocommit=True) as connection:
        yield connection


class Screen:
    """A browser that is started once for many tests: that takes a second and a half of computing."""

    def __init__(self) -> None:
        self._running = ExitStack()
        self._browser: Browser | None = None

    def on(self) -> Browser:
        if self._browser is None:
            self._browser = chromium(self._running.enter_context(sync_playwright()))
            self._running.callback(self._browser.close)
        return self._browser

    def off(self) -> None:
        self._running.close()
        self._browser = None


@pytest.fixture(scope="package")
def screen() -> Iterator[Screen]:
    screen = Screen()
    yield screen
    screen.off()


@pytest.fixture(autouse=True)
def _own_loop(request: pytest.FixtureRequest, screen: Screen) -> None:
    # While a browser runs, no test of the same process can run a loop of its own.
    if "browser" not in request.fixturenames:
        screen.off()


@pytest.fixture
def browser(screen: Screen) -> Browser:
    return screen.on()


@pytest.fixture
def sit(browser: Browser) -> Sit:
    return partial(hand, browser)
