"""What reactions became: the items, and the explanation of each action."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from psycopg.rows import dict_row
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from engine.shown import item, often
from engine.web.problems import Problem, problem
from engine.web.site import site_of
from engine.web.words import language_of
from sql import query

Row = Mapping[str, Any]
Text = Annotated[str, Field(max_length=200, pattern=r"^[^\x00]+$")]


class ItemsAsked(BaseModel):
    """What may follow the `?` of /api/items."""

    model_config = ConfigDict(extra="forbid")

    message_id: Text | None = None
    kind: Literal["task", "event", "bill", "note"] | None = None
    status: Literal["open", "done", "cancelled"] | None = None
    limit: Annotated[int, Field(ge=1, le=500)] = 50


class ActionsAsked(BaseModel):
    """What may follow the `?` of /api/actions."""

    model_config = ConfigDict(extra="forbid")

    message_id: Text | None = None
    limit: Annotated[int, Field(ge=1, le=500)] = 50


async def items(request: Request) -> Response:
    """Answer with the newest items."""
    try:
        asked = ItemsAsked.model_validate(dict(request.query_params))
    except ValidationError as fault:
        return _misasked(fault)
    rows = await _rows(request, "items.list", asked.model_dump(exclude={"limit"}) | {"ids": None, "n": asked.limit})
    language = language_of(request)
    return JSONResponse({"items": [item(row, language) for row in rows]})


async def actions(request: Request) -> Response:
    """Answer with what was done about reactions, newest first."""
    try:
        asked = ActionsAsked.model_validate(dict(request.query_params))
    except ValidationError as fault:
        return _misasked(fault)
    rows = await _rows(request, "items.actions", {"id": None, "message_id": asked.message_id, "n": asked.limit})
    language = language_of(request)
    return JSONResponse({"actions": [_action(row, language) for row in rows]})


async def action(request: Request) -> Response:
    """Answer with one action: why the rules decided so, and what the text was taken to say."""
    number = request.path_params["id"]
    # Numbers of actions are bigints; Postgres refuses what is larger.
    fits = number < 2**63
    rows = await _rows(request, "items.actions", {"id": number, "message_id": None, "n": 1}) if fits else []
    return (
        JSONResponse(_action(rows[0], language_of(request))) if rows else problem(404, f"There is no action {number}.")
    )


async def _rows(request: Request, statement: str, values: dict[str, Any]) -> list[dict[str, Any]]:
    async with site_of(request).pool.connection() as db, db.cursor(row_factory=dict_row) as reading:
        await reading.execute(query(statement), values)
        return await reading.fetchall()


def _misasked(fault: ValidationError) -> Problem:
    errors = [
        {"pointer": "/" + "/".join(map(str, error["loc"])), "detail": error["msg"]}
        for error in fault.errors(include_url=False, include_input=False, include_context=False)
    ]
    named = ", ".join(error["pointer"][1:] for error in errors)
    return problem(400, f"Not understood: {named}.", errors=errors)


def _action(row: Row, language: str) -> dict[str, Any]:
    for failure in row["explanation"].get("failures", ()):
        failure["repeats"] = often(failure["partial"].get("recurrence"), language)
    return {**row, "heard_at": row["heard_at"].isoformat(), "created_at": row["created_at"].isoformat()}
