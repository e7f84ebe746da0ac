"""Items as a table for spreadsheets, however many there are."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from starlette.responses import StreamingResponse

from engine import spreadsheet
from engine.web.api.asked import ItemsMeant, ItemsRead
from engine.web.api.declared import may_refuse
from engine.web.api.items import which
from engine.web.site import site_of

router = APIRouter(prefix="/api", tags=["items"])

_CSV: dict[int | str, dict[str, Any]] = {200: {"content": {"text/csv": {"schema": {"type": "string"}}}}}


@router.get(
    "/items.csv", response_class=StreamingResponse, summary="Export items", responses={**may_refuse(404), **_CSV}
)
def export_items(request: Request, caller: ItemsRead, asked: Annotated[ItemsMeant, Query()]) -> Response:
    """Return items as CSV, the newest first; with a span of days, what is due next first.

    A text that a spreadsheet would carry out as a formula gets an apostrophe.
    """
    told = spreadsheet.items(site_of(request).lines.connection, which(caller, asked))
    headers = {"Content-Disposition": 'attachment; filename="items.csv"', "Cache-Control": "no-store"}
    return StreamingResponse(told, media_type="text/csv", headers=headers)
