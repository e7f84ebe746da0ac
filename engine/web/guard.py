"""The door: who comes with each request, and whether they may come in at all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast
from urllib.parse import quote

import psycopg
from starlette.datastructures import Headers
from starlette.responses import RedirectResponse
from starlette.routing import BaseRoute, Match
from starlette.types import ASGIApp, Receive, Scope, Send

from engine import tokens
from engine.access import MACHINE, Caller
from engine.web import visits
from engine.web.access import LOG_IN, VISIT, Refused
from engine.web.auth import READING, objection
from engine.web.problems import problem, unavailable
from engine.web.site import Site
from engine.web.visits import BadKey, Visit


class Guard:
    """Let strangers in at the open addresses only, and tell the handlers of the others who comes."""

    def __init__(
        self, app: ASGIApp, *, open_routes: Sequence[BaseRoute], bare: Sequence[BaseRoute],
        own_check: Sequence[BaseRoute], port: int,
    ) -> None:  # fmt: skip
        self._app = app
        self._open = open_routes
        self._bare = bare
        self._own_check = own_check
        self._port = port or 8080

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on with its visit, or say why not."""
        answer: ASGIApp | None = None
        if scope["type"] == "http" and not _at(scope, self._open):
            try:
                scope[VISIT] = await self._visit(scope)
            except Refused as refused:
                answer = _refusal(scope, refused)
            except (psycopg.OperationalError, psycopg.InterfaceError, TimeoutError):
                answer = self._without_database(scope)
        await (answer or self._app)(scope, receive, send)

    async def _visit(self, scope: Scope) -> Visit:
        """Return who comes; raises `Refused`."""
        visitors = cast("Site", scope["app"].state.site).visitors
        if (key := visits.bearer(scope)) is not None:
            try:
                return await visitors.of_key(key)
            except BadKey as fault:
                raise Refused(401, str(fault), LOG_IN | {"WWW-Authenticate": _BAD_KEY}) from fault
        secret = visits.session_secret(scope)
        if secret and (visit := await visitors.of_session(secret)):
            self._require_token(scope, visit)
            return visit
        if await visitors.accounts_exist():
            raise Refused(
                401,
                "Log in at /login, or send an API key: `Authorization: Bearer tq_…` (make one: toque keys create).",
                LOG_IN,
            )
        if why := objection(scope):
            raise Refused(403, self._only_here(why))
        return Visit(MACHINE)

    def _require_token(self, scope: Scope, visit: Visit) -> None:
        """Refuse what changes something and does not prove that a page of ours sent it: a cookie comes by itself."""
        if scope["method"] in READING or _at(scope, self._own_check):
            return
        if not tokens.same(Headers(scope=scope).get("x-csrf-token", ""), visit.csrf or ""):
            raise Refused(
                403,
                "A page that changes something with your login sends the header X-CSRF-Token; "
                "GET /api/me tells its value. Reload the page, or use an API key.",
            )

    def _only_here(self, why: str) -> str:
        port = self._port
        return (
            f"This request was refused because {why}. Until Toque has an account, everything but the webhook and the "
            "health checks answers to the machine it runs on only. Make the first account by the link that `toque up` "
            "prints, or by: toque users invite --role owner. Or open a tunnel and then "
            f"http://localhost:{port}/ on your own machine: ssh -N -L {port}:localhost:{port} user@this-server"
        )

    def _without_database(self, scope: Scope) -> ASGIApp | None:
        # Nobody can say who comes. What shows nothing of anybody's is there all the same, for those who were let in
        # before: a page that waits for the database, and what the process itself has counted.
        if _at(scope, self._bare) and (objection(scope) is None or visits.session_secret(scope)):
            scope[VISIT] = Visit(_SOMEBODY)
            return None
        return unavailable("The database cannot be reached, so nobody can be let in. Try again in a few seconds.")


_SOMEBODY = Caller(kind="machine", name="somebody", scopes=frozenset({"metrics:read"}), connections=frozenset())
"""Whoever comes while the database cannot be asked."""

_BAD_KEY = 'Bearer realm="toque", error="invalid_token"'


def _at(scope: Scope, routes: Sequence[BaseRoute]) -> bool:
    return any(route.matches(scope)[0] is not Match.NONE for route in routes)


def _refusal(scope: Scope, refused: Refused) -> ASGIApp:
    """Return the refusal; a person with a browser is sent to the login and back."""
    wants_page = "text/html" in Headers(scope=scope).get("accept", "")
    if refused.status_code == 401 and wants_page and scope["method"] in {"GET", "HEAD"}:  # noqa: PLR2004 - unauthorised
        query = scope["query_string"].decode("latin-1")
        back = quote(scope["path"] + (f"?{query}" if query else ""), safe="/")
        return RedirectResponse(f"/login?next={back}", 303, headers={"Cache-Control": "no-store"})
    return problem(refused.status_code, refused.detail, headers=dict(refused.headers or {}), **refused.members)
