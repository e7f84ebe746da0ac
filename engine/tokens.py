"""Secrets that Toque hands out (sessions, links, API keys): made at random, kept as a digest."""

from __future__ import annotations

import hashlib
import re
import secrets
import string
from dataclasses import dataclass, field
from hmac import compare_digest

_LETTERS = string.ascii_letters + string.digits
_ID = string.ascii_lowercase + string.digits
_KEY = re.compile(r"tq_([a-z0-9]{8})_([A-Za-z0-9]{40})")


@dataclass(frozen=True, slots=True)
class Key:
    """An API key as it is sent: `tq_<id>_<secret>`."""

    id: str
    secret: str = field(repr=False)

    @property
    def text(self) -> str:
        """Return it as it is sent."""
        return f"tq_{self.id}_{self.secret}"


def new() -> str:
    """Return a secret of 238 bits that a double click selects."""
    return "".join(secrets.choice(_LETTERS) for _ in range(40))


def new_key() -> Key:
    """Return a new API key."""
    return Key("".join(secrets.choice(_ID) for _ in range(8)), new())


def read_key(text: str) -> Key | None:
    """Return the key that a text is, None where it is none."""
    found = _KEY.fullmatch(text)
    return Key(found[1], found[2]) if found else None


def digest(secret: str) -> bytes:
    """Return what is kept of a secret; it is random and long, so that nothing slower is needed."""
    return hashlib.sha256(secret.encode()).digest()


def csrf(session: str) -> str:
    """Return the token that a page of a session sends along with what it changes."""
    return hashlib.sha256(f"csrf {session}".encode()).hexdigest()


def same(one: str | bytes, other: str | bytes) -> bool:
    """Tell whether two are the same, in a time that does not tell where they differ."""
    return compare_digest(_bytes(one), _bytes(other))


def _bytes(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
