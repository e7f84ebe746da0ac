"""What goes back: JSON with its tag, so that nobody fetches twice or writes over what they did not see."""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Callable, Mapping, Sequence
from hashlib import blake2b
from typing import Any, TypeVar
from urllib.parse import urlencode

from pydantic import TypeAdapter, ValidationError
from starlette.requests import Request
from starlette.responses import Response

from engine.web.access import Refused
from engine.web.api.chosen import chosen
from sql.parameters import as_json

R = TypeVar("R")

_TAG = re.compile(r'(?:W/)?"([^"]*)"')


def tag_of(body: object) -> str:
    """Return the tag of what is shown: another one for whatever differs."""
    return blake2b(as_json(body).encode(), digest_size=12).hexdigest()


def answer(
    request: Request,
    body: object,
    *,
    tag: str | None = None,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    cut: object = None,
) -> Response:
    """Return a body as JSON with a strong ETag, or 304 where the client has it already.

    `cut`: what of it goes out instead, where less was asked for; the ETag is that of the whole all the same.
    """
    content = as_json(body).encode()
    etag = f'"{tag or blake2b(content, digest_size=12).hexdigest()}"'
    more = {"ETag": etag, "Cache-Control": "private, no-cache", "Vary": "Accept-Language, Cookie, Authorization"}
    more |= {"X-Content-Type-Options": "nosniff"} | dict(headers or {})
    wanted = request.headers.get("if-none-match", "") if request.method in {"GET", "HEAD"} else ""
    if etag.strip('"') in _TAG.findall(wanted) or wanted.strip() == "*":
        return Response(status_code=304, headers=more)
    return Response(content if cut is None else as_json(cut), status, more, "application/json")


def single(request: Request, body: Mapping[str, Any], *, tag: str | None = None) -> Response:
    """Return one thing that is read, with the members that were asked for."""
    return answer(request, body, tag=tag, cut=chosen(request, body))


def insist(if_match: str | None, tag: str, current: object) -> None:
    """Raise 428 where a write does not say what it is about to change, 412 where that is no longer so."""
    if if_match is None:
        raise Refused(
            428,
            "Send If-Match with the ETag that you read, so that nobody's change is written over unseen. "
            "`If-Match: *` writes whatever stands there.",
            current=_plain(current),
        )
    check_match(if_match, tag, current)


def check_match(if_match: str | None, tag: str, current: object) -> None:
    """Raise 412 where something else stands there than what was read; whoever read nothing may write."""
    # What follows the dash is the language of the answer, which is not what is changed.
    seen = {one.partition("-")[0] for one in _TAG.findall(if_match or "")}
    if if_match is None or if_match.strip() == "*" or tag in seen:
        return
    raise Refused(
        412,
        "It was changed since you read it. `current` is what stands there now: look at it and write again.",
        {"ETag": f'"{tag}"'},
        current=_plain(current),
    )


def _plain(body: object) -> Any:  # noqa: ANN401 - plain JSON
    return json.loads(as_json(body))


def cursor(place: object) -> str:
    """Return the place where a list goes on, opaque to whoever carries it."""
    return base64.urlsafe_b64encode(json.dumps(place, separators=(",", ":")).encode()).decode().rstrip("=")


def place_of(said: str | None, shape: Any, name: str = "cursor") -> Any:  # noqa: ANN401 - whatever the list's places are, as pydantic has types
    """Return the place that a cursor of ours says, sent as `name`; raises 400 for any other."""
    if said is None:
        return None
    try:
        read = base64.urlsafe_b64decode(said + "=" * (-len(said) % 4))
        return TypeAdapter(shape).validate_json(read, strict=True)
    except (ValueError, binascii.Error, ValidationError):
        says = f"not a {name} of this address: take it as an answer gave it"
        raise Refused(400, f"Not understood: {name}.", errors=[{"pointer": f"/{name}", "detail": says}]) from None


def page(
    request: Request,
    name: str,
    rows: Sequence[R],
    n: int,
    *,
    shown: Callable[[R], Any],
    place: Callable[[R], object],
    more: Mapping[str, Any] | None = None,
) -> Response:
    """Return a page of `rows`, of each what was asked for; one more than `n` was read where there is a next page."""
    following = cursor(place(rows[n - 1])) if len(rows) > n else None
    body = {name: [shown(row) for row in rows[:n]], **(more or {}), "next_cursor": following}
    return answer(request, body, headers=_link(request, following), cut=chosen(request, body))


def _link(request: Request, following: str | None) -> dict[str, str]:
    if following is None:
        return {}
    asked = [(key, value) for key, value in request.query_params.multi_items() if key != "cursor"]
    return {"Link": f'<{request.url.path}?{urlencode([*asked, ("cursor", following)])}>; rel="next"'}
