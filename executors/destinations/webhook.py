"""Webhooks of rules: the items as JSON, signed as standardwebhooks.com says, with a key that repeats share."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from collections.abc import Mapping

from executors.destinations import Permanent
from executors.destinations.calling import Call

_PREFIX = "whsec_"


def signature(secret: str, id_: str, timestamp: int, body: bytes) -> str:
    """Return the signature of a call: a secret that begins with `whsec_` is base64, any other one is a text."""
    try:
        key = base64.b64decode(secret.removeprefix(_PREFIX), validate=True) if secret.startswith(_PREFIX) else None
    except (binascii.Error, ValueError):
        raise Permanent("The secret to sign with begins with whsec_ and is not base64 after that.") from None
    made = hmac.new(key or secret.encode(), f"{id_}.{timestamp}.".encode() + body, hashlib.sha256)
    return "v1," + base64.b64encode(made.digest()).decode()


def call(url: str, headers: Mapping[str, str], body: bytes, *, id_: str, timestamp: int, secret: str | None) -> Call:
    """Return a call with its headers; `id_` is the same whenever it is tried again."""
    own = {
        "content-type": "application/json", "user-agent": "Toque",
        **{name.lower(): value for name, value in headers.items()},
        "webhook-id": id_, "webhook-timestamp": str(timestamp),
    }  # fmt: skip
    if secret is not None:
        own["webhook-signature"] = signature(secret, id_, timestamp, body)
    return Call(url, own, body, tuple(filter(None, (secret,))))
