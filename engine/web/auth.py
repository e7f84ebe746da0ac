"""Whether a request comes from this machine: until there is an account, that is who may do everything."""

from __future__ import annotations

import re
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import Scope

_HOST = re.compile(r"(?P<name>\[[^\]]*\]|[^:\[\]]+)(?::\d+)?")
READING = frozenset({"GET", "HEAD", "OPTIONS"})
"""What changes nothing."""

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
    if scope["method"] not in READING and origin is not None and urlsplit(origin).netloc != headers["host"]:
        return "a page from elsewhere sent it (the Origin header)"
    return None
