"""Whether a gateway can reach this Toque, as far as that can be seen from here."""

from __future__ import annotations

from ipaddress import ip_address

import httpx2

from engine.config import Settings
from engine.gateways.setup import Finding

_PATIENCE = 5.0
_SIGN = "Toque webhook"
"""What a webhook's address says to whoever opens it in a browser."""


def is_here(url: str) -> bool:
    """Tell whether an address is this machine itself, seen from this machine."""
    try:
        host = httpx2.URL(url).host
    except httpx2.InvalidURL:
        return False
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def public_url(settings: Settings, base_url: str) -> str | None:
    """Return where the gateway at `base_url` reaches Toque: as set, else on this machine where it is on it too."""
    if settings.public_url:
        return settings.public_url.rstrip("/")
    return f"http://127.0.0.1:{settings.port}" if is_here(base_url) else None


def look(public: str, base_url: str) -> Finding:
    """Say whether Toque answers at its public address, and whether the gateway could mean the same place."""
    try:
        answer = httpx2.get(f"{public}/api/webhook/is-anybody-there", timeout=_PATIENCE, follow_redirects=True)
        answers = answer.is_success and _SIGN in answer.text
    except (httpx2.HTTPError, httpx2.InvalidURL):
        answers = False
    if is_here(public) and not is_here(base_url):
        fix = "type --public-url with an address of this machine that the gateway reaches (and set TOQUE_HOST=0.0.0.0)"
        return Finding("warning", f"{public} is this machine only to itself, and the gateway is on another", fix, "way")
    if not answers:
        fix = "is it running (toque up)? Events that come while it is not are repeated for about twenty minutes"
        return Finding("warning", f"no Toque answers at {public}, seen from here", fix, "way")
    return Finding("good", f"this Toque answers at {public}", about="way")
