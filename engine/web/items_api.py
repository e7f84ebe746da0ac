"""What reactions became: the items, and the explanation of each action."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from psycopg.rows import dict_row
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from engine.web.problems import Problem, problem
from engine.web.site import site_of
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
    rows = await _rows(request, "items.list", asked.model_dump(exclude={"limit"}) | {"n": asked.limit})
    return JSONResponse({"items": [item(row) for row in rows]})


async def actions(request: Request) -> Response:
    """Answer with what was done about reactions, newest first."""
    try:
        asked = ActionsAsked.model_validate(dict(request.query_params))
    except ValidationError as fault:
        return _misasked(fault)
    rows = await _rows(request, "items.actions", {"id": None, "message_id": asked.message_id, "n": asked.limit})
    return JSONResponse({"actions": [_action(row) for row in rows]})


async def action(request: Request) -> Response:
    """Answer with one action: why the rules decided so, and what the text was taken to say."""
    number = request.path_params["id"]
    # Numbers of actions are bigints; Postgres refuses what is larger.
    fits = number < 2**63
    rows = await _rows(request, "items.actions", {"id": number, "message_id": None, "n": 1}) if fits else []
    return JSONResponse(_action(rows[0])) if rows else problem(404, f"There is no action {number}.")


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


def item(row: Row) -> dict[str, Any]:
    """Return an item as the API shows it."""
    plain = ("id", "kind", "title", "status", "flags", "priority", "tags", "message_id", "chat", "rule_id")
    return {
        **{name: row[name] for name in plain},
        "rule_version": row["rule_version"],
        "confidence": row["confidence"],
        "spans": row["spans"],
        "created_at": row["created_at"].isoformat(),
        "updated_at": row["updated_at"].isoformat(),
        "fields": _FIELDS[row["kind"]](row),
    }


def _task(row: Row) -> dict[str, Any]:
    return {
        "due": _when(row["task_due_on"], row["task_due_at"], row["zone"]),
        **{name: row[name] for name in ("description", "assignee", "recurrence")},
    }


def _event(row: Row) -> dict[str, Any]:
    rest = ("duration_minutes", "location", "platform", "url", "attendees", "recurrence")
    return {
        "start": _when(row["starts_on"], row["starts_at"], row["zone"]),
        "end": _when(row["ends_on"], row["ends_at"], row["zone"]),
        **{name: row[name] for name in rest},
    }


def _bill(row: Row) -> dict[str, Any]:
    return {
        "vendor": row["vendor"],
        "amount": _amount(row["amount"]),
        "currency": row["currency"],
        "due": _when(row["bill_due_on"], None, None),
        **{name: row[name] for name in ("category", "account", "recurrence")},
    }


def _amount(amount: Decimal | None) -> str | None:
    """Return an amount as text (a float would not be the amount), to the cent and to what is smaller."""
    if amount is None:
        return None
    whole, _, cents = f"{amount:f}".partition(".")
    return f"{whole}.{cents:0<2}"


def _note(row: Row) -> dict[str, Any]:
    return {"body": row["body"]}


_FIELDS = {"task": _task, "event": _event, "bill": _bill, "note": _note}


def _when(day: date | None, instant: datetime | None, zone: str | None) -> str | None:
    """Return a day as `2026-01-15`, an instant with the offset that its zone has then."""
    if instant is not None:
        return (instant.astimezone(ZoneInfo(zone)) if zone else instant).isoformat()
    return None if day is None else day.isoformat()


def _action(row: Row) -> dict[str, Any]:
    return {**row, "heard_at": row["heard_at"].isoformat(), "created_at": row["created_at"].isoformat()}
