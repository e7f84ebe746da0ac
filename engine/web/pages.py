"""The live page: reactions as they come, and what they became."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from engine.web.site import site_of

ROOM = Path(__file__).parent

_templates = Environment(
    loader=FileSystemLoader(ROOM / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
)

_HEADERS = {
    # Nothing but our own files: what a chat says can be shown, never run.
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-cache",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


async def live(request: Request) -> Response:
    """Show the page; its script fetches the items and watches the feed."""
    settings = site_of(request).settings
    page = _templates.get_template("live.html").render(
        version=version("toque"), demo_port=settings.demo_port or 8081, keep_text_hours=settings.keep_text_hours
    )
    return HTMLResponse(page, headers=_HEADERS)
