"""What all pages have in common: the reader's language and colours, the frame, and that only our own scripts run."""

from __future__ import annotations

import os
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from engine.web import navigation
from engine.web.access import visit_of
from engine.web.words import COOKIE, LANGUAGES, catalogue, language_of, say

ROOM = Path(__file__).parent

_templates = Environment(
    loader=FileSystemLoader(ROOM / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
)
_templates.policies["json.dumps_kwargs"] = {"ensure_ascii": False}

_HEADERS = {
    # Nothing but our own files: what a chat says can be shown, never run, and no script can make markup of it.
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'",
    "Cache-Control": "no-cache",
    "Vary": "Cookie, Accept-Language",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

_YEAR_SECONDS = 365 * 24 * 3600


def packed(app: ASGIApp) -> ASGIApp:
    """Compress what an app answers; nothing of anybody's may be in it, or its length would tell of it."""
    return GZipMiddleware(app, minimum_size=1000, compresslevel=6)


class Files(StaticFiles):
    """Our scripts, styles and pictures; a browser asks each time whether they are still the same."""

    def file_response(self, full_path: str | os.PathLike[str], *args: Any, **more: Any) -> Response:  # noqa: ANN401 - as Starlette has it
        """Serve a file that is not to be kept without asking: modules import one another without a version."""
        answer = super().file_response(full_path, *args, **more)
        answer.headers["Cache-Control"] = "no-cache"
        answer.headers["X-Content-Type-Options"] = "nosniff"
        return answer


def page(request: Request, template: str, **values: object) -> Response:
    """Return a page in the reader's language and colours; who it is for is in its frame."""
    chosen = request.query_params.get("lang")
    if chosen in LANGUAGES:
        where = request.url.remove_query_params("lang")
        to = where.path + (f"?{where.query}" if where.query else "")
        back = RedirectResponse(to, 303, headers={"Cache-Control": "no-store"})
        back.set_cookie(COOKIE, chosen, max_age=_YEAR_SECONDS, httponly=True, samesite="lax")
        return back
    language = language_of(request)
    theme = request.cookies.get("toque_theme")
    visit = visit_of(request)
    places = navigation.shown_to(visit.caller, has_phone=bool(values.get("has_phone"))) if visit else []
    markup = _templates.get_template(template).render(
        t=partial(say, language),
        language=language,
        languages={code: catalogue(code)["name"] for code in LANGUAGES},
        theme=theme if theme in {"light", "dark"} else None,
        version=version("toque"),
        places=places,
        **{"me": visit.caller if visit and visit.csrf else None, "csrf": visit.csrf if visit else None} | values,
    )
    # What is one person's stays in nobody's memory after they have logged out.
    kept = {} if visit is None or visit.csrf is None else {"Cache-Control": "no-store"}
    return HTMLResponse(markup, headers=_HEADERS | kept)
