"""What cannot be done, as problems: what was wrong, where, and what was probably meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sized
from typing import Any

import psycopg
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from engine.accounts import LastOwner, Limited, NoSuchAccount, OwnersOnly
from engine.actions import NoSuchAction, WentOn
from engine.aside import Busy
from engine.bulk import NoSuchBulk, TooMany
from engine.deadline import Ended
from engine.directory import NotFound
from engine.doubts import NothingToReview
from engine.jobs import TooManyJobs
from engine.keys import MoreThanYours, NoSuchKey, NoSuchScope
from engine.people import UnknownAddress
from engine.privacy import StillWriting, TheOwner
from engine.rules_by_hand import Moved, NoSuchRule
from engine.vault import WrongKey
from engine.web import problems
from engine.web.problems import problem
from executors.completing import NotPossible
from executors.corrections import WrongField
from rules.faults import FaultyRules, RuleFault, nearest, pointer

MOST_ERRORS = 100
"""What one answer tells of what is wrong: there is more only in what nobody wrote by hand, and it takes seconds."""

_SENTENCES = re.compile(r"(?<=[.?!]) ")

_STATUS: Mapping[type[Exception], int] = {
    NotPossible: 409, TooMany: 422, WrongField: 422, NoSuchBulk: 404, Moved: 409,
    NoSuchAction: 404, NoSuchRule: 404, NothingToReview: 404, NotFound: 404, UnknownAddress: 404,
    NoSuchAccount: 404, NoSuchKey: 404, NoSuchScope: 422, OwnersOnly: 403, Limited: 403, MoreThanYours: 403,
    LastOwner: 409, TheOwner: 409, StillWriting: 503, WrongKey: 503,
}  # fmt: skip


def said(fault: Exception) -> str:
    """Return the words of a fault without the command to type: whoever calls the API has no terminal."""
    told = " ".join(each for each in _SENTENCES.split(str(fault)) if "toque " not in each).strip()
    return told if told.endswith((".", "?", "!")) else f"{told}."


def fault_as_json(fault: RuleFault) -> dict[str, Any]:
    """Return what is wrong with a rule as an entry of `errors`."""
    told = {
        "pointer": fault.path, "detail": fault.message, "severity": fault.severity, "line": fault.line,
        "column": fault.column, "suggestion": fault.suggestion,
    }  # fmt: skip
    return {name: value for name, value in told.items() if value is not None}


async def on_misasked(request: Request, fault: Exception) -> Response:
    """Say what of a request is not understood: 404 for its address, 400 for its `?` and headers, 422 for its body."""
    if not isinstance(fault, RequestValidationError):
        raise fault
    raw = fault.errors()
    places = {error["loc"][0] for error in raw}
    if "path" in places:
        return problem(404, "There is nothing at this address.")
    known = _known(request)
    errors = [_error(error, known) for error in raw[:MOST_ERRORS]]
    named = ", ".join(dict.fromkeys(error["pointer"][1:] or "the body" for error in errors))
    return problem(422 if places == {"body"} else 400, f"Not understood: {named}.", errors=errors, **_more(raw))


def _error(error: Mapping[str, Any], known: Iterable[str]) -> dict[str, Any]:
    path: tuple[str | int, ...] = tuple(error["loc"])[1:] if error["type"] != "json_invalid" else ()
    told = {"pointer": pointer(path), "detail": str(error["msg"]).removeprefix("Value error, ")}
    if error["type"] == "extra_forbidden":
        told["detail"] = f"nothing here is called '{str(path[-1])[:100]}'"
        if close := nearest(str(path[-1]), known):
            told["suggestion"] = f"did you mean '{close}'?"
    return told


def _more(errors: Sized) -> dict[str, Any]:
    """Return how many errors there are besides those that an answer tells, where there are any."""
    return {"more_errors": len(errors) - MOST_ERRORS} if len(errors) > MOST_ERRORS else {}


def _known(request: Request) -> list[str]:
    """Return the names that this address takes, in its `?` and in its body."""
    route = request.scope.get("route")
    names: list[str] = []
    dependant = getattr(route, "dependant", None)
    for field in (*(dependant.query_params if dependant else ()), *(dependant.body_params if dependant else ())):
        model = getattr(field.field_info, "annotation", None)
        names += list(getattr(model, "model_fields", {})) or [field.alias]
    return names


async def on_refused(_request: Request, fault: Exception) -> Response:
    """Answer what the engine refuses with its own words."""
    return problem(_STATUS[type(fault)], said(fault))


async def on_went_on(_request: Request, fault: Exception) -> Response:
    """Answer where a later action is the one to undo: it is named."""
    return problem(409, said(fault), action=getattr(fault, "action", None))


async def on_faulty_rules(_request: Request, fault: Exception) -> Response:
    """Answer with every mistake of a rule at once."""
    if not isinstance(fault, FaultyRules):
        raise fault
    errors = [fault_as_json(one) for one in fault.faults[:MOST_ERRORS]]
    says = f"These rules cannot be used: {fault.faults[0].message}."
    return problem(422, says, errors=errors, **_more(fault.faults))


async def on_ended(_request: Request, fault: Exception) -> Response:
    """Answer where reading what was sent took too long, or too much."""
    return problem(422, f"It was not read to its end: {fault}. No worker would go on with it either.")


async def on_busy(_request: Request, _fault: Exception) -> Response:
    """Answer where others' texts take all the time there is."""
    return problems.unavailable("Other texts are being read, and take their time. Try again in a few seconds.")


async def on_too_many_jobs(_request: Request, fault: Exception) -> Response:
    """Answer whoever has begun enough long work."""
    return problem(429, str(fault), headers={"Retry-After": "10"})


async def on_misfit(_request: Request, _fault: Exception) -> Response:
    """Answer where a value is one that Postgres cannot hold."""
    return problem(400, "A value is not one that can be kept or looked for: too large, or not of its kind.")


HANDLERS: dict[Any, Any] = {
    **dict.fromkeys(_STATUS, on_refused),
    WentOn: on_went_on,
    FaultyRules: on_faulty_rules,
    Ended: on_ended,
    Busy: on_busy,
    TooManyJobs: on_too_many_jobs,
    RequestValidationError: on_misasked,
    HTTPException: problems.on_http_exception,
    psycopg.DataError: on_misfit,
    psycopg.OperationalError: problems.on_database_fault,
    psycopg.InterfaceError: problems.on_database_fault,
    Exception: problems.on_fault,
}
