"""The schema of rule files, for editors: they fetch it by its address and complete keys as one types."""

from __future__ import annotations

from hashlib import blake2b

from starlette.requests import Request
from starlette.responses import Response

from rules.schema import FILE

_SCHEMA = FILE.read_bytes()
_HEADERS = {
    "ETag": f'"{blake2b(_SCHEMA, digest_size=12).hexdigest()}"',
    "Cache-Control": "max-age=3600",
    # Editors that run in a browser ask from a page elsewhere; there is nothing in it that is not in the docs.
    "Access-Control-Allow-Origin": "*",
    "X-Content-Type-Options": "nosniff",
}


async def rules(request: Request) -> Response:
    """Answer with the schema, or with nothing where the editor has this one."""
    if _HEADERS["ETag"] in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=_HEADERS)
    return Response(_SCHEMA, media_type="application/schema+json", headers=_HEADERS)
