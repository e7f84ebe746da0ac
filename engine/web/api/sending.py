"""How much the numbers send: what the send budget allows, what was used of it, and what waits."""

from __future__ import annotations

from dataclasses import asdict

from fastapi import APIRouter, Request, Response

from engine import connections
from engine.web.api.answers import answer
from engine.web.api.asked import ConnectionsRead, Db
from engine.web.api.shapes import connections as shapes
from engine.web.site import site_of

router = APIRouter(prefix="/api/connections", tags=["connections"])


@router.get("/sending", response_model=shapes.Sending, summary="Say what is sent")
def read_sending(request: Request, caller: ConnectionsRead, db: Db) -> Response:
    """Say how far apart messages of one number are sent, how many each sent lately, and how many wait."""
    settings = site_of(request).settings
    told = {
        "least_seconds": settings.send_interval_seconds,
        "most_seconds": settings.send_interval_seconds + settings.send_jitter_seconds,
        "connections": [asdict(one) for one in connections.sending(db, caller.visible)],
    }
    return answer(request, told)
