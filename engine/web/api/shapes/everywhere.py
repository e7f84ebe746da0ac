"""What all of them share: moments, and why there is no better answer."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field

Moment = Annotated[str, Field(json_schema_extra={"format": "date-time"})]
When = Annotated[str, Field(description="A day, `2026-01-15`, or an hour of it with its offset.")]


class Fault(BaseModel):
    """One thing to put right."""

    pointer: Annotated[str, Field(description="Where, as a JSON Pointer; empty for the whole.")]
    detail: str
    severity: Literal["error", "warning"] | None = None
    line: int | None = None
    column: int | None = None
    suggestion: Annotated[str | None, Field(description="What was probably meant.")] = None


class Problem(BaseModel):
    """Why there is no better answer (RFC 9457)."""

    type: Annotated[str, Field(description="Where it says what this kind of problem means.")]
    title: str
    status: int
    detail: Annotated[str, Field(description="What went wrong and what to do, for people.")]
    instance: Annotated[str, Field(description="The address that was asked.")]
    trace_id: Annotated[str, Field(description="The request, as the log names it.")]
    errors: list[Fault] | None = None
    more_errors: Annotated[int | None, Field(description="How many there are besides those that are told.")] = None
    current: Annotated[Any, Field(description="What stands there now, where If-Match said otherwise.")] = None
    missing_scope: Annotated[str | None, Field(description="The scope that the caller lacks.")] = None
