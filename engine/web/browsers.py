"""Which browser somebody came with, in the two words by which they know it again."""

from __future__ import annotations

import re

from starlette.requests import Request

_BROWSERS = (
    ("Edg", "Edge"), ("OPR", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"), ("(?:Headless)?Chrome", "Chrome"), ("CriOS", "Chrome"), ("Safari", "Safari"),
    ("curl", "curl"),
)  # fmt: skip
"""By what stands in User-Agent; most also name those that they pretend to be, which come after them here."""
_SYSTEMS = ("iPhone", "iPad", "Android", "Windows", "CrOS", "Mac OS", "Linux")


def of(request: Request) -> str | None:
    """Return `Firefox, Linux`, or as much as is known of it."""
    told = request.headers.get("user-agent", "")[:500]
    browser = next((name for sign, name in _BROWSERS if re.search(rf"\b{sign}/", told)), None)
    system = next((name for name in _SYSTEMS if name in told), None)
    return ", ".join(filter(None, (browser, system))) or None
