"""`fields=`: whoever reads a list, or one thing, may take a few of its members instead of all of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, get_args, get_origin

from fastapi import Depends, Query
from pydantic import BaseModel, Field
from starlette.requests import Request

from engine.web.access import Refused
from rules.faults import nearest

NAMED = "fields"
SAYS = "Only these members, by commas, e.g. `id,title`; of a list, of each of its rows. The ETag is that of the whole."
Fields = Annotated[str, Field(max_length=1000, description=SAYS)]


def _taken(_fields: Annotated[Fields | None, Query(alias=NAMED)] = None) -> None:
    """Take the choice; `answers.single` looks at it."""


CHOOSES = Depends(_taken)
"""Says of an address that shows one thing that it takes `fields`; lists do, as `Asked` has it."""


def chosen(request: Request, whole: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return of a page's rows, or of one thing, what was asked for, None where all was; raises `Refused` (400)."""
    said = request.query_params.get(NAMED)
    if said is None:
        return None
    shape = request.scope["route"].response_model
    names = _names(said, members_of(shape))
    rows = rows_of(shape)
    if rows is None:
        return _cut(whole, names)
    return {**whole, rows: [_cut(row, names) for row in whole[rows]]}


def members_of(shape: type[BaseModel]) -> list[str]:
    """Return what can be chosen of an answer of this shape: of a page, the members of its rows."""
    rows = rows_of(shape)
    row = shape if rows is None else get_args(shape.model_fields[rows].annotation)[0]
    return list(row.model_fields)


def rows_of(shape: type[BaseModel]) -> str | None:
    """Return the name under which a page has its rows; None where it is no page."""
    if "next_cursor" not in shape.model_fields:
        return None
    return next(name for name, field in shape.model_fields.items() if get_origin(field.annotation) is list)


def declare(operation: dict[str, Any], shape: type[BaseModel], schemas: dict[str, Any]) -> None:
    """Say in a description which members can be asked for, and that the others are left out then."""
    asked = operation.get("parameters", [])
    if all(one["name"] != NAMED for one in asked):
        return
    asked[:] = [_DECLARED | {"schema": _some_of(shape)} if one["name"] == NAMED else one for one in asked]
    rows = rows_of(shape)
    if rows is None:
        content = operation["responses"]["200"]["content"]["application/json"]
        content["schema"] = _or_part(content["schema"], schemas)
    else:
        row = schemas[shape.__name__]["properties"][rows]
        row["items"] = _or_part(row["items"], schemas)


_DECLARED = {"name": NAMED, "in": "query", "required": False, "description": SAYS, "style": "form", "explode": False}


def _some_of(shape: type[BaseModel]) -> dict[str, Any]:
    return {"type": "array", "minItems": 1, "items": {"type": "string", "enum": members_of(shape)}}


def _or_part(whole: dict[str, Any], schemas: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of something, or of a part of it; what is declared so already stays."""
    if "anyOf" in whole:
        return whole
    name = whole["$ref"].rpartition("/")[2]
    part = {key: value for key, value in schemas[name].items() if key != "required"}
    about = {"title": f"{name}Part", "description": f"What was asked for of it by `{NAMED}`.", "minProperties": 1}
    schemas[f"{name}Part"] = part | about
    return {"anyOf": [whole, {"$ref": f"{whole['$ref']}Part"}]}


def _names(said: str, known: list[str]) -> list[str]:
    wanted = [name.strip() for name in said.split(",")]
    errors = [_unknown(name, known) for name in dict.fromkeys(wanted) if name not in known]
    if errors:
        raise Refused(400, f"Not understood: fields. There are: {', '.join(known)}.", errors=errors)
    return wanted


def _unknown(name: str, known: list[str]) -> dict[str, str]:
    told = {"pointer": f"/{NAMED}", "detail": f"nothing here is called '{name[:100]}'"}
    close = nearest(name, known)
    return told | ({"suggestion": f"did you mean '{close}'?"} if close else {})


def _cut(row: Mapping[str, Any], names: list[str]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name in names}
