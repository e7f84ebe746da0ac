"""The page of statistics: the headline numbers of a span of days, and what its script needs to draw the rest."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Self
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal, format_percent
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from engine import analytics, clock, connections
from engine.access import Caller
from engine.analytics import Asked, Row
from engine.web import pages, phone
from engine.web.access import caller_of
from engine.web.site import Site, site_of
from engine.web.words import locale_of
from sql.parameters import as_json

CHARTS = (
    "volume", "hourly", "funnel", "top_emojis", "success", "latency_daily", "nlp", "people", "failed_patterns",
)  # fmt: skip
"""The statistics that are shown, in this order."""

SPANS = (7, 30, 90)
"""Days that can be chosen with a click; the first is what is shown where nothing was chosen."""

MOST_DAYS = 3660


@dataclass(frozen=True, slots=True)
class Span:
    """The days that are asked about, from the first to the last, both whole, in a zone."""

    first: date
    last: date
    zone: ZoneInfo
    days: int | None
    """So many days up to today; None where the dates were chosen."""

    @classmethod
    def of(cls, said: Mapping[str, str], today: date, zone: ZoneInfo) -> Self:
        """Return what `days`, or `from` and `to`, name; what makes no sense is the last seven days."""
        try:
            first, last = sorted(date.fromisoformat(said[name]) for name in ("from", "to"))
            if (last - first).days < MOST_DAYS and last < date.max:
                return cls(first, last, zone, None)
        except (KeyError, ValueError):
            pass
        days = next((n for n in SPANS if said.get("days") == str(n)), SPANS[0])
        return cls(today - timedelta(days=days - 1), today, zone, days)

    @property
    def since(self) -> datetime:
        """Return the instant at which the first day begins."""
        return datetime.combine(self.first, time(), self.zone)

    @property
    def until(self) -> datetime:
        """Return the instant at which the day after the last begins."""
        return datetime.combine(self.last + timedelta(days=1), time(), self.zone)


async def show(request: Request) -> Response:
    """Show the statistics of a span; the script draws the charts, each as it comes."""
    site, caller = site_of(request), await caller_of(request)
    first = await run_in_threadpool(_first, site, caller, request.query_params, locale_of(request))
    return pages.page(
        request, "analytics.html", page="analytics", has_phone=await phone.answers(request), charts=CHARTS, spans=SPANS,
        first=json.loads(as_json(first)),
    )  # fmt: skip


def _first(site: Site, caller: Caller, said: Mapping[str, str], locale: Locale) -> dict[str, Any]:
    with site.lines.connection() as db:
        numbers = [one for one in connections.overview(db) if caller.sees(one.id)]
        chosen = next((one for one in numbers if said.get("connection") == str(one.id)), None)
        zone = ZoneInfo(chosen.zone if chosen else numbers[0].zone if numbers else "UTC")
        span = Span.of(said, clock.now().astimezone(zone).date(), zone)
        asked = Asked(span.since, span.until, zone.key, [chosen.id] if chosen else caller.visible)
        told = {name: analytics.ask(db, name, asked) for name in ("funnel", "latency", "success")}
    heads = _heads(told, locale)
    return {
        "first": span.first, "last": span.last, "days": span.days, "since": span.since, "until": span.until,
        "zone": zone.key, "connection": chosen.id if chosen else None,
        "numbers": [{"id": one.id, "title": one.title} for one in numbers],
        "heads": heads, "empty": not (told["latency"][0]["settled"] or told["funnel"][0]["created"]),
        "says": " – ".join(format_date(day, "long", locale=locale) for day in dict.fromkeys((span.first, span.last))),
    }  # fmt: skip


def _heads(told: Mapping[str, list[Row]], locale: Locale) -> dict[str, str | None]:
    """Return the headline numbers as people there read them; None where there is nothing to say."""
    (funnel,), (latency,) = told["funnel"], told["latency"]
    done, failed = (sum(row[name] for row in told["success"]) for name in ("done", "failed"))
    p50 = latency["p50_ms"]
    return {
        "reactions": format_decimal(funnel["reacted"], locale=locale),
        "success": format_percent(done / (done + failed), locale=locale) if done + failed else None,
        "created": format_decimal(funnel["created"], locale=locale),
        "latency": f"{format_decimal(round(p50), locale=locale)} ms" if p50 is not None else None,
    }
