"""Who may see what: until there are accounts, everything but the webhook answers to this machine only."""

from __future__ import annotations

import re
from collections.abc import Sequence
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.routing import BaseRoute, Match
from starlette.types import ASGIApp, Receive, Scope, Send

from engine.web.problems import problem

_HOST = re.compile(r"(?P<name>\[[^\]]*\]|[^:\[\]]+)(?::\d+)?")
_READING = frozenset({"GET", "HEAD", "OPTIONS"})

_CLIENT_HEADERS = ("x-real-ip", "cf-connecting-ip", "true-client-ip", "x-client-ip")
"""How proxies that do not send X-Forwarded-For name the client; that one uvicorn has read already."""


def is_loopback(name: str) -> bool:
    """Tell whether a host's name or address is this machine's own."""
    bare = name.strip().removeprefix("[").removesuffix("]").removesuffix(".").lower()
    if bare == "localhost":
        return True
    try:
        address = ip_address(bare)
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    return (mapped or address).is_loopback


def objection(scope: Scope) -> str | None:
    """Return why a request may not see this machine's own addresses, None where it may."""
    headers = Headers(scope=scope)
    client = scope.get("client")
    if client is None or not is_loopback(client[0]):
        return "it comes from another machine"
    if "forwarded" in headers or any(not is_loopback(headers[name]) for name in _CLIENT_HEADERS if name in headers):
        return "it came through a proxy from another machine"
    if scope.get("http_version") == "1.0":
        # What nginx speaks after a bare proxy_pass, which neither names the client nor keeps the Host.
        return "it came by HTTP/1.0, as from a proxy that does not say for whom it asks"
    host = _HOST.fullmatch(headers.get("host", ""))
    if host is None or not is_loopback(host["name"]):
        # A page elsewhere can have its own name point here (DNS rebinding); the Host still tells it.
        return "it asks for a name that is not this machine's (the Host header)"
    origin = headers.get("origin")
    if scope["method"] not in _READING and origin is not None and urlsplit(origin).netloc != headers["host"]:
        return "a page from elsewhere sent it (the Origin header)"
    return None


class Guard:
    """Let strangers in at the open addresses only."""

    def __init__(self, app: ASGIApp, open_routes: Sequence[BaseRoute], port: int) -> None:
        self._app = app
        self._open = open_routes
        self._port = port

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer 403 and say why."""
        if scope["type"] == "http" and all(route.matches(scope)[0] is Match.NONE for route in self._open):
            why = objection(scope)
            if why is not None:
                await self._refusal(why)(scope, receive, send)
                return
        await self._app(scope, receive, send)

    def _refusal(self, why: str) -> ASGIApp:
        port = self._port or 8080
        return problem(
            403,
            f"This request was refused because {why}. Until Toque has accounts, everything but the webhook and the "
            "health checks answers to the machine it runs on only. From elsewhere, open a tunnel and then "
            f"http://localhost:{port}/ on your own machine: ssh -N -L {port}:localhost:{port} user@this-server",
        )
