"""Who a request comes from, and what a handler asks of them.

A Starlette handler is declared with its scope, a FastAPI one depends on it:

    Route("/api/items", demands("items:read")(items))

    @router.post("/api/rules")
    def create(caller: Annotated[Caller, Depends(needs("rules:write"))], …): …

Either way whoever lacks the scope gets a 403 that names it, and whoever is nobody a 401 that says how to come in.
What the caller may see is then asked of the `Caller` (engine/access.py):

    caller.may("rules:write")            -> bool
    caller.sees(connection_id)           -> bool
    caller.visible                       -> list[int] | None, for `%(visible)s::integer[] is null or … = any(…)`
    require_connection(caller, id)       raises a 404, as if the connection were not there
    caller.actor                         -> "account:3", for the audit log

A stream is opened as `during(request, events)`, so that it ends with the login or key that opened it.

`await caller_of(request)` gives the caller without asking a scope of it. Every refusal is a `Refused`, which is an
`HTTPException` with `members` for the problem document: `problems.on_http_exception` writes it.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from functools import wraps
from typing import Any, TypeVar

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from engine.access import SCOPES, Caller
from engine.web.site import site_of
from engine.web.visits import Visit

T = TypeVar("T")
Handler = Callable[[Request], Awaitable[Response]]


class Refused(HTTPException):
    """The request may not do this; the answer says why, and what would help."""

    def __init__(self, status: int, detail: str, headers: dict[str, str] | None = None, **members: Any) -> None:  # noqa: ANN401 - RFC 9457 leaves the further members open
        super().__init__(status, detail, headers)
        self.members = members


LOG_IN = {"WWW-Authenticate": 'Bearer realm="toque"', "Cache-Control": "no-store"}
LOGIN = "login"
"""What stands in place of a scope where being let in is enough."""
VISIT = "toque.visit"
"""Where the guard (engine/web/guard.py) keeps in a request's scope who comes."""


def visit_of(request: Request) -> Visit | None:
    """Return who comes, with what; None at the open addresses, and where the database could not be asked."""
    found: Visit | None = request.scope.get(VISIT)
    return found


async def caller_of(request: Request) -> Caller:
    """Return who a request comes from; raises `Refused` (401) for nobody."""
    visit = visit_of(request)
    if visit is None:
        raise Refused(401, "This needs a login or an API key.", LOG_IN)
    return visit.caller


def during(request: Request, events: AsyncGenerator[T]) -> AsyncIterator[T]:
    """Yield what a stream has to say for as long as whoever opened it is let in, as they were when they came."""
    visit = visit_of(request)
    if visit is None:
        raise Refused(401, "This needs a login or an API key.", LOG_IN)
    return site_of(request).streams.during(visit, events)


def demand(caller: Caller, scope: str) -> Caller:
    """Return the caller; raises `Refused` (403) that names the scope where they lack it."""
    if not caller.may(scope):
        raise Refused(
            403,
            f"This needs the scope `{scope}` ({SCOPES[scope]}), which {caller.name} does not have.",
            missing_scope=scope,
        )
    return caller


def require_connection(caller: Caller, connection_id: int) -> None:
    """Raise `Refused` (404) where a caller does not see a connection: that it exists is not said either."""
    if not caller.sees(connection_id):
        raise Refused(404, f"There is no connection {connection_id}.")


def needs(scope: str) -> Callable[[Request], Awaitable[Caller]]:
    """Return the dependency that gives a FastAPI handler its caller, who has the scope; it is kept as `.scope`."""
    _ = SCOPES[scope]

    async def caller(request: Request) -> Caller:
        return demand(await caller_of(request), scope)

    caller.scope = scope  # type: ignore[attr-defined] # read by whoever writes the table of addresses
    return caller


async def let_in(request: Request) -> Caller:
    """Return who asks, whatever they may: what is everybody's own needs no scope."""
    return await caller_of(request)


let_in.scope = LOGIN  # type: ignore[attr-defined] # as above


def demands(scope: str) -> Callable[[Handler], Handler]:
    """Return what lets a Starlette handler answer only to callers that have the scope; it is kept as `.scope`."""
    asked = needs(scope)

    def around(handler: Handler) -> Handler:
        @wraps(handler)
        async def guarded(request: Request) -> Response:
            await asked(request)
            return await handler(request)

        guarded.scope = scope  # type: ignore[attr-defined] # as above
        return guarded

    return around
