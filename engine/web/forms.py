"""Forms of our own pages: what was filled in, and that one of our pages sent it."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

from starlette.requests import Request
from starlette.responses import Response

from engine import tokens
from engine.web import bodies, visits
from engine.web.access import Refused

COOKIE = "toque_form"
FIELD = "csrf"

_MOST_BYTES, _MOST_FIELDS, _SECONDS = 16 * 1024, 20, 20.0
_FORGED = "This form is too old, or another page sent it. Go back, reload the page, and send it again."


async def read(request: Request, token: str | None) -> dict[str, str]:
    """Return the fields of a form; raises `Refused` (403) unless it carries the token."""
    try:
        announced = request.headers.get("content-length", "")
        body = await bodies.read(request.receive, announced, _MOST_BYTES, bodies.slow(_SECONDS), lambda _: None)
    except (bodies.TooLarge, bodies.CutOff) as fault:
        raise Refused(400, "The form did not arrive whole. Send it again.", {"Connection": "close"}) from fault
    try:
        fields = dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=_MOST_FIELDS))
    except ValueError as fault:
        raise Refused(400, "This form has more fields than ours have.") from fault
    if not token or not tokens.same(fields.get(FIELD, ""), token):
        raise Refused(403, _FORGED)
    return fields


def token_of(request: Request) -> str | None:
    """Return the token of a form that is filled in before anybody is logged in: what its page laid in a cookie."""
    return request.cookies.get(visits.cookie_name(request.scope, COOKIE))


def lay(request: Request, answer: Response, token: str) -> Response:
    """Lay the token of such a form in a cookie."""
    set_cookie(request, answer, COOKIE, token, None)
    return answer


def set_cookie(request: Request, answer: Response, name: str, value: str, seconds: int | None) -> None:
    """Set a cookie that no script reads and no other site sends along with what it posts."""
    answer.set_cookie(
        visits.cookie_name(request.scope, name), value, max_age=seconds, path="/", httponly=True, samesite="lax",
        secure=request.url.scheme == "https",
    )  # fmt: skip


def back_to(wanted: str | None) -> str:
    """Return where to go after a login: a place of our own, whatever the address says."""
    wanted = wanted or "/"
    parts = urlsplit(wanted.replace("\\", "/"))
    ours = wanted.startswith("/") and not wanted.startswith(("//", "/\\")) and not parts.netloc and not parts.scheme
    return wanted if ours and wanted.isprintable() and wanted.isascii() else "/"
