"""What bills come to: sums by month and currency, to the cent."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from engine import listed
from engine.web.api.answers import answer
from engine.web.api.asked import Db, ItemsMeant, ItemsRead
from engine.web.api.items import which
from engine.web.api.shapes import items as shapes

router = APIRouter(prefix="/api/bills", tags=["bills"])


@router.get("/totals", response_model=shapes.Totals, summary="Sum up bills")
def sum_bills(request: Request, caller: ItemsRead, db: Db, asked: Annotated[ItemsMeant, Query()]) -> Response:
    """Sum up bills by the month that they are due in and their currency; undone ones only with `status=cancelled`."""
    if asked.kind not in {None, "bill"}:
        return answer(request, {"totals": []})
    return answer(request, {"totals": listed.bill_totals(db, which(caller, asked, "bill"))})
