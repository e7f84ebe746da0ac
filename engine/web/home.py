"""The first page: a phone to try Toque on where there is one, else reactions as they come."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from engine.web import live_page, pages, phone


async def show(request: Request) -> Response:
    """Show the phone where the demo's phone answers, else the live page."""
    if not await phone.answers(request):
        return await live_page.show(request)
    return pages.page(request, "phone.html", page="phone", has_phone=True)
