"""Statistics: every statement of sql/analytics, as JSON or CSV."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from engine import analytics
from engine.analytics import Asked
from engine.spreadsheet import as_csv
from engine.web.access import Refused
from engine.web.api.answers import answer
from engine.web.api.asked import AnalyticsRead, ConnectionId, Db, visible
from engine.web.api.declared import may_refuse
from engine.web.api.homes import Zone
from engine.web.api.said import Moment
from engine.web.api.shapes import analytics as shapes

router = APIRouter(prefix="/api/analytics", tags=["analytics"])

Name = Annotated[str, Path(max_length=60, description="One of the list.")]
_CSV = {"text/csv": {"schema": {"type": "string"}}}


class Span(BaseModel):
    """What may follow the `?` of statistics."""

    model_config = ConfigDict(extra="forbid")

    connection: ConnectionId | None = None
    since: Annotated[Moment | None, Field(description="From this moment; else seven days back.")] = None
    until: Annotated[Moment | None, Field(description="Up to this moment; else now.")] = None
    zone: Annotated[Zone | None, Field(description="Where a day begins; else UTC.")] = None
    format: Annotated[Literal["json", "csv"], Field(description="As JSON or as a table.")] = "json"


@router.get("", response_model=shapes.Analyses, summary="List statistics")
def list_analytics(request: Request, caller: AnalyticsRead) -> Response:
    """List the statistics there are, each with a sentence about it."""
    _ = caller
    return answer(
        request, {"analytics": [{"name": name, "about": analytics.title(name)} for name in analytics.names()]}
    )


@router.get(
    "/{name}", response_model=shapes.Analysis, summary="Read statistics",
    responses={**may_refuse(404), 200: {"content": _CSV}},
)  # fmt: skip
def read_analytics(
    request: Request, caller: AnalyticsRead, db: Db, name: Name, span: Annotated[Span, Query()]
) -> Response:
    """Answer with the rows of one, of the numbers that the caller sees; `format=csv` for a spreadsheet."""
    seen = visible(caller, span.connection)
    if name not in analytics.names():
        raise Refused(404, f"There is no {name}. There are: {', '.join(analytics.names())}.")
    rows = analytics.ask(db, name, Asked(span.since, span.until, span.zone, seen))
    if span.format == "csv":
        return Response(
            as_csv(analytics.as_table(rows)), media_type="text/csv", headers={"Cache-Control": "private, no-cache"}
        )
    return answer(request, {"name": name, "rows": rows})
