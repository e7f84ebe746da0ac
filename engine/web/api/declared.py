"""The description of the API: OpenAPI 3.1, made from the types that read requests, with each refusal as it comes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from engine.access import ROLES, SCOPES, SCOPES_OF
from engine.web.access import LOGIN
from engine.web.api import chosen
from engine.web.api.shapes.everywhere import Problem

WRITES = (412, 428)
"""What a write with If-Match may be refused with."""

SAYS = {
    400: "The `?` or a header is not understood.",
    405: "The address does not take this method.",
    401: "Nobody is logged in, and there is no API key.",
    403: "The caller lacks the scope; `missing_scope` names it.",
    404: "There is no such thing, or the caller does not see it.",
    406: "There is no such form of it.",
    409: "It is not in a state in which this can be done.",
    412: "It was changed since it was read; `current` is what stands there now.",
    413: "The body is too large.",
    415: "The body is of another type than those listed.",
    422: "The body is not understood; `errors` says where.",
    428: "If-Match is missing.",
    429: "Too many requests; Retry-After says when to come again.",
    500: "Something went wrong that nobody expected; the log says more, under `trace_id`.",
    503: "The database cannot be reached; come again in a few seconds.",
}
_EVERYWHERE = (400, 401, 403, 404, 429, 503)


def may_refuse(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Return the declaration of refusals, those that every address has among them."""
    return {status: _one(status) for status in sorted({*_EVERYWHERE, *statuses})}


def _one(status: int) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Problem"}
    return {"description": SAYS[status], "content": {"application/problem+json": {"schema": schema}}}


def operations(document: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield every method of every address, with what is said of it."""
    for address, methods in document["paths"].items():
        for method, operation in methods.items():
            yield address, method.upper(), operation


def least_role(scope: str) -> str:
    """Return the least powerful role that has a scope."""
    if scope == LOGIN:
        return ROLES[-1]
    return next(role for role in reversed(ROLES) if scope in SCOPES_OF[role])


def describe(api: FastAPI) -> dict[str, Any]:
    """Return the OpenAPI document of an application."""
    document = get_openapi(
        title=api.title, version=api.version, openapi_version="3.1.0", description=api.description, routes=api.routes,
        tags=api.openapi_tags,
    )  # fmt: skip
    scopes, shapes = _scopes(api), _shapes(api)
    for address, method, operation in operations(document):
        _declare(operation, scopes[address, method], has_path="{" in address)
    parts = document.setdefault("components", {})
    schemas = parts.setdefault("schemas", {})
    made = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas |= made.pop("$defs", {}) | {"Problem": made}
    for address, method, operation in operations(document):
        if method == "GET":
            chosen.declare(operation, shapes[address], schemas)
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    parts["securitySchemes"] = {
        "key": {"type": "http", "scheme": "bearer", "description": "An API key: `Authorization: Bearer tq_…`"},
        "session": {
            "type": "apiKey",
            "in": "cookie",
            "name": "toque_session",
            "description": "A login in the browser.",
        },
    }
    return document


def _declare(operation: dict[str, Any], scope: str, *, has_path: bool) -> None:
    """Say of an operation which scope it needs, and which refusals it may answer."""
    wanted = [] if scope == LOGIN else [scope]
    operation["security"] = [{"key": wanted}, {"session": wanted}]
    operation["x-scope"], operation["x-least-role"] = scope, least_role(scope)
    may = f"Needs the scope `{scope}` ({SCOPES[scope]})." if wanted else "Needs a login or a key, whatever its scopes."
    operation["description"] = "\n\n".join(filter(None, (operation.get("description"), may)))
    answers = operation["responses"]
    answers.pop("422", None)
    own = {404} if has_path else set()
    own |= {413, 415, 422} if "requestBody" in operation else set()
    for status in sorted({*_EVERYWHERE, *own}):
        answers.setdefault(str(status), _one(status))
    if "428" in answers:
        for header in operation["parameters"]:
            header["required"] = header["required"] or header["name"] == "If-Match"
    for status, one in answers.items():
        if status.startswith(("4", "5")):
            answers[status] = one | _one(int(status))


def _scopes(api: FastAPI) -> dict[tuple[str, str], str]:
    """Return the scope of each method of each address, as its handler asks for it."""
    found: dict[tuple[str, str], str] = {}
    for route in routes(api):
        scope = next((s for part in route.dependant.dependencies if (s := getattr(part.call, "scope", None))), None)
        if scope is None:
            raise LookupError(f"{route.path} asks for no scope")
        found |= {(route.path_format, method): scope for method in route.methods}
    return found


def _shapes(api: FastAPI) -> dict[str, Any]:
    """Return what each address answers with where it is read."""
    read = [route for route in routes(api) if "GET" in route.methods]
    return {route.path_format: route.response_model for route in read}


def routes(api: FastAPI) -> Iterator[Any]:
    """Yield the addresses of the application, those of its routers too."""
    for route in api.routes:
        inner = getattr(route, "original_router", None)
        yield from inner.routes if inner else [route]
