"""Channels that rules notify: a topic of ntfy, or any address that takes a JSON with a text."""

from __future__ import annotations

import json
from typing import Final
from urllib.parse import urlsplit

from executors.destinations.calling import Call

_NTFY: Final = "ntfy+"
_PRIORITIES: Final = {"low": "2", "medium": "3", "high": "4", "critical": "5"}


def is_address(channel: str) -> bool:
    """Tell whether a channel is called over HTTP, and not written to in WhatsApp."""
    return channel.removeprefix(_NTFY).startswith(("http://", "https://"))


def call(channel: str, text: str, *, severity: str, rule: str, name: str, id_: str) -> Call:
    """Return the call that tells a channel; `id_` is the same whenever it is tried again."""
    url = channel.removeprefix(_NTFY)
    if channel.startswith(_NTFY) or (urlsplit(url).hostname or "").startswith("ntfy."):
        headers = {
            "content-type": "text/plain; charset=utf-8", "priority": _PRIORITIES[severity], "tags": severity,
            # A message with the sequence of another one takes its place: said twice, it is seen once.
            "x-sequence-id": id_,
        }  # fmt: skip
        return Call(url, {"user-agent": "Toque", "webhook-id": id_, **headers}, text.encode(), (url,))
    body = {"text": text, "severity": severity, "rule": rule, "channel": name}
    headers = {"content-type": "application/json", "user-agent": "Toque", "webhook-id": id_}
    return Call(url, headers, json.dumps(body, ensure_ascii=False).encode(), (url,))
