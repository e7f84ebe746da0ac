"""Is Toque well: for the orchestrator, for Prometheus and for whoever asks."""

from __future__ import annotations

import asyncio
from importlib.metadata import version
from typing import Any

import psycopg
from prometheus_client import CONTENT_TYPE_LATEST
from psycopg.rows import dict_row
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from engine.metrics import Pool, Standing, exposition, standing
from engine.web.problems import unavailable
from engine.web.site import site_of
from sql import query
from sql.migrate import migrations

LATE_SECONDS = 60.0
"""Waiting longer than this is no longer well."""

STALLED_SECONDS = 15.0
"""Waiting longer than this while nobody is at work: no worker lives."""

LOOK_SECONDS = 4.0
"""How long the database may take to say how it is: a locked table must not hold up whoever asks."""


async def livez(_request: Request) -> Response:
    """Answer: the process runs."""
    return JSONResponse({"live": True})


async def readyz(request: Request) -> Response:
    """Answer whether a webhook would be stored now."""
    try:
        async with asyncio.timeout(LOOK_SECONDS):
            schema = await schema_state(site_of(request).pool)
    except (psycopg.Error, TimeoutError):
        return unavailable("The database cannot be reached.")
    return JSONResponse({"ready": True}) if schema == "current" else unavailable(_SCHEMA[schema])


_SCHEMA = {
    "behind": "The database lacks migrations of this version. Type: toque migrate",
    "ahead": "The database was migrated by a newer Toque. Install that version again, then start it.",
}


async def schema_state(pool: Pool) -> str:
    """Return `current`, `behind` or `ahead`: where the database's schema stands for this version."""
    async with pool.connection() as db, db.cursor(row_factory=dict_row) as reading:
        row = await (await reading.execute(query("metrics.schema"))).fetchone()
        if row is None or not row["migrated"]:
            return "behind"
        applied = {one["number"] for one in await (await reading.execute(query("metrics.applied"))).fetchall()}
    known = {step.number for step in migrations()}
    if applied - known:
        return "ahead"
    return "behind" if known - applied else "current"


async def health(request: Request) -> Response:
    """Answer with the whole picture; it names no person, since anybody may ask."""
    site = site_of(request)
    about: dict[str, Any] = {"version": version("toque")}
    try:
        async with asyncio.timeout(LOOK_SECONDS):
            about |= {"database": "up", "schema": await schema_state(site.pool)}
            now = await standing(site.pool)
    except psycopg.OperationalError:
        return JSONResponse({"status": "down", **about, "database": "down"}, status_code=503)
    except (psycopg.Error, TimeoutError):
        return JSONResponse({"status": "down", **about}, status_code=503)
    status = "ok" if about["schema"] == "current" and _well(now) else "degraded"
    return JSONResponse({"status": status, **about, **_picture(now)})


def _well(now: Standing) -> bool:
    lines = all(row["line_state"] in {"open", "unknown"} and not row["silent"] for row in now.lines if row["enabled"])
    return lines and now.oldest_seconds < LATE_SECONDS and _working(now)


def _working(now: Standing) -> bool:
    return now.stalled_seconds < STALLED_SECONDS


def _picture(now: Standing) -> dict[str, Any]:
    return {
        "queue": {
            "pending": now.depth("pending"),
            "processing": now.depth("processing"),
            "failed": now.depth("failed"),
            "oldest_waiting_seconds": round(now.oldest_seconds, 3),
        },
        "working": _working(now),
        "stalled_seconds": round(now.stalled_seconds, 3),
        "workers_busy": now.workers[0]["busy"],
        "connections": now.lines,
    }


async def metrics(request: Request) -> Response:
    """Answer a scrape; without a database, with what the process itself has counted."""
    site = site_of(request)
    site.counts.watched(site.feed.watched_by, site.feed.let_go)
    site.counts.in_hand(site.space.webhooks, site.space.bytes)
    try:
        async with asyncio.timeout(LOOK_SECONDS):
            now = await standing(site.pool)
    except (psycopg.Error, TimeoutError):
        now = None
    return Response(exposition(site.counts, now), media_type=CONTENT_TYPE_LATEST)
