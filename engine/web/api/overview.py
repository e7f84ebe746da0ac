"""How things are, in one sentence and four numbers."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from engine import overview
from engine.web import sentence
from engine.web.api.answers import answer
from engine.web.api.asked import Db, ItemsRead, Language
from engine.web.api.shapes import overview as shapes

router = APIRouter(prefix="/api/overview", tags=["overview"])


@router.get("", response_model=shapes.Now, summary="Say how things are")
def read_overview(request: Request, caller: ItemsRead, db: Db, language: Language) -> Response:
    """Say what is worst (`problem`, with what to type against it), and how the last hour and the last day went."""
    return answer(request, sentence.told(overview.look(db, caller), language))
