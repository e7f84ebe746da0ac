"""Days and hours are written as the reader's country has them, by the clock of the number."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest

from engine.connections import Connection
from tests.web.scripts import said
from tests.web.served import Web


@pytest.mark.parametrize(
    ("accepted", "first"),
    [("es-MX,es;q=0.9", 7), ("es-ES", 1), ("pt-BR,pt", 7), ("en-GB", 1), ("en-US,en", 7), ("fr", 1)],
)
def test_a_week_begins_on_the_day_on_which_it_begins_there(web: Web, accepted: str, first: int) -> None:
    page = web.client.get("/items", headers={"Accept-Language": accepted}).text
    laid = re.search(r'id="first">(.*?)</script>', page)
    assert laid
    assert json.loads(laid[1])["first_day"] == first


@pytest.mark.parametrize(("first", "weekday"), [(7, 0), (1, 1), (6, 6)])
def test_a_month_is_laid_out_from_that_day_on(first: int, weekday: int) -> None:
    shown = said(
        f"(firstDay.value = {first}, month.value = new Date(2026, 10, 1),"
        " [days()[0].getDay(), days().length % 7, days().some((one) => one.getDate() === 30)])",
        "items/month.js", "items/state.js", locale="es-MX",
    )  # fmt: skip
    assert shown == [weekday, 0, True]


def test_a_line_of_the_feed_tells_the_hour_by_the_clock_of_its_number(
    web: Web, connection: Connection, show: Callable[..., int]
) -> None:
    show("created")
    page = web.client.get("/live", headers={"Accept-Language": "es-MX"}).text
    laid = re.search(r'id="first">(.*?)</script>', page)
    assert laid
    assert json.loads(laid[1])["zones"] == {str(connection.id): "America/Mexico_City"}
    assert re.search(r"<time[^>]*>\d{1,2}:\d\d:\d\d\s[ap]\.", page)


@pytest.mark.parametrize(
    ("locale", "zone", "clock", "moment"),
    [
        ("es-MX", "America/Mexico_City", "6:59:20 p.m.", "21 nov 2026, 6:59 p.m."),
        ("pt-BR", "America/Sao_Paulo", "21:59:20", "21 de nov. de 2026, 21:59"),
        ("en-GB", "Europe/London", "0:59:20", "22 Nov 2026, 00:59"),
    ],
)
def test_an_hour_is_told_by_the_clock_of_a_zone_as_the_country_writes_it(
    locale: str, zone: str, clock: str, moment: str
) -> None:
    at = '"2026-11-22T00:59:20Z"'
    told = said(f"[clock({at}, '{zone}'), moment({at}, '{zone}')]", "kit/times.js", locale=locale, zone="Asia/Tokyo")
    assert [re.sub(r"\s", " ", one) for one in told] == [clock, moment]


def test_a_day_as_such_is_moved_by_no_zone() -> None:
    for zone in ("Asia/Tokyo", "America/Mexico_City"):
        assert said('when("2026-12-24")', "kit/words.js", locale="es-MX", zone=zone).startswith(
            "jueves, 24 de diciembre"
        )
        hour = said('when("2026-12-24T17:00:00-06:00", { short: true })', "kit/words.js", locale="es-MX", zone=zone)
        assert "5:00" in hour
