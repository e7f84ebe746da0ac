"""Passwords: how long they must be, and how they are kept."""

from __future__ import annotations

import secrets
import unicodedata
from functools import cache

from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

SHORTEST, LONGEST = 12, 200
"""Characters. What is in them is not asked for: length is what counts, and rules about digits make worse passwords."""

_LENGTH, _ITERATIONS, _LANES, _KIBIBYTES = 32, 3, 4, 64 * 1024
"""The second choice of RFC 9106: 64 MiB."""


class Unsuitable(ValueError):  # noqa: N818 - it says what a password is
    """The password is too short or too long."""


def hashed(password: str) -> str:
    """Return what is kept of a password; takes a quarter of a second and 64 MiB. Raises `Unsuitable`."""
    if not SHORTEST <= len(password) <= LONGEST:
        what = "short" if len(password) < SHORTEST else "long"
        raise Unsuitable(f"The password is too {what}: {SHORTEST} to {LONGEST} characters, any of them.")
    return _kdf().derive_phc_encoded(_bytes(password))


def matches(password: str, kept: str | None) -> bool:
    """Tell whether a password is the one that is kept; takes as long where none is kept."""
    try:
        Argon2id.verify_phc_encoded(_bytes(password[:LONGEST]), kept or _nobodys())
    except InvalidKey:
        return False
    return kept is not None and len(password) <= LONGEST


def _kdf() -> Argon2id:
    return Argon2id(
        salt=secrets.token_bytes(16), length=_LENGTH, iterations=_ITERATIONS, lanes=_LANES, memory_cost=_KIBIBYTES
    )


@cache
def _nobodys() -> str:
    """Return the hash of a password that nobody has, to be compared with where there is no account."""
    return _kdf().derive_phc_encoded(secrets.token_bytes(32))


def _bytes(password: str) -> bytes:
    # An é is one character or two, by the keyboard it was typed on.
    return unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass")
