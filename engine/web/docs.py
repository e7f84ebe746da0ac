"""The description of the API as a page to read and to try it on, and what each problem means; both work offline."""

from __future__ import annotations

import re
from html import escape
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from engine.web.access import visit_of
from engine.web.api.declared import SAYS

_HEADERS = {
    # Only our own files and the API itself; the viewer sets styles by script and draws its icons from data addresses.
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

_CODE = re.compile("`([^`]+)`")

_HEAD = """<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>{title}</title>
  <link rel="icon" href="/static/toque.svg" type="image/svg+xml">
"""

_PAGE = """  <meta name="csrf-token" content="{csrf}">
  <link rel="stylesheet" href="/static/vendor/swagger-ui.css">
</head>
<body>
  <main id="docs"><noscript>This page needs scripts; the description itself is at
    <a href="/openapi.json">/openapi.json</a>.</noscript></main>
  <script src="/static/vendor/swagger-ui-bundle.js"></script>
  <script src="/static/docs.js"></script>
</body>
</html>
"""


async def page(request: Request) -> Response:
    """Show the description of the API, to read and to try."""
    visit = visit_of(request)
    csrf = visit.csrf if visit and visit.csrf else ""
    return HTMLResponse(_HEAD.format(title="The API of Toque") + _PAGE.format(csrf=escape(csrf)), headers=_HEADERS)


async def problems(_request: Request) -> Response:
    """Say what each kind of problem means."""
    rows = [
        f'<section id="{status}"><h2>{status} {escape(HTTPStatus(status).phrase)}</h2><p>{_told(says)}</p></section>'
        for status, says in sorted(SAYS.items())
    ]
    told = (
        '  <link rel="stylesheet" href="/static/base.css">\n'
        "  <style>main { max-width: 44rem; margin: auto; padding: 1.5rem }</style>\n"
        "</head>\n<body>\n<main>\n<h1>Problems</h1>\n<p>What the <code>type</code> of a problem leads to. Its "
        "<code>detail</code> says what to do, <code>errors</code> where it is wrong, and the log has its "
        "<code>trace_id</code>.</p>\n"
    )
    body = "\n".join(rows)
    return HTMLResponse(f"{_HEAD.format(title='Problems')}{told}{body}\n</main>\n</body>\n</html>\n", headers=_HEADERS)


def _told(says: str) -> str:
    return _CODE.sub(r"<code>\1</code>", escape(says))
