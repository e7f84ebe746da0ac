"""The secrets of connections, encrypted at rest."""

from __future__ import annotations

import base64
import json
import os
import secrets
import tempfile
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from engine.config import Settings

_NONCE = 12
_VERSION = b"\x01"


class WrongKey(Exception):  # noqa: N818 - it names what is wrong, and the message says what to do
    """The key does not open what was encrypted, or is no key."""


class Vault:
    """Encrypt and decrypt with AES-256-GCM; each sealed value is bound to the name it was sealed under."""

    def __init__(self, key: bytes) -> None:
        if len(key) != 32:  # noqa: PLR2004 - AES-256
            raise WrongKey("The secret key must be 32 bytes in base64. Make one: openssl rand -base64 32")
        self._aead = AESGCM(key)
        self._key = key

    def derive(self, purpose: str) -> bytes:
        """Return a key (32 bytes) for another purpose, from which neither this one nor another can be found."""
        return HKDF(SHA256(), 32, salt=None, info=f"toque {purpose}".encode()).derive(self._key)

    def seal(self, name: str, content: dict[str, str]) -> bytes:
        """Return `content` encrypted and bound to `name`."""
        nonce = secrets.token_bytes(_NONCE)
        plain = json.dumps(content, separators=(",", ":"), sort_keys=True).encode()
        return _VERSION + nonce + self._aead.encrypt(nonce, plain, _VERSION + name.encode())

    def open(self, name: str, sealed: bytes) -> dict[str, str]:
        """Return what was sealed under `name`; raises `WrongKey` when the key, the name or a byte differs."""
        nonce, body = sealed[1 : 1 + _NONCE], sealed[1 + _NONCE :]
        try:
            plain = self._aead.decrypt(nonce, body, sealed[:1] + name.encode())
        except (InvalidTag, ValueError) as fault:
            raise WrongKey(
                "A connection's secrets cannot be opened with this key. "
                "Put back the key file (data/secret.key) or TOQUE_SECRET_KEY that they were saved with."
            ) from fault
        opened: dict[str, str] = json.loads(plain)
        return opened


def open_vault(settings: Settings) -> Vault:
    """Return the vault under the configured key; without one, under a key file made at the first run (0600)."""
    if settings.secret_key is not None:
        return Vault(_decode(settings.secret_key.get_secret_value()))
    return Vault(_decode(_key_file(settings.data_dir / "secret.key")))


def _decode(text: str) -> bytes:
    try:
        return base64.b64decode(text.strip(), validate=True)
    except ValueError as fault:
        raise WrongKey("The secret key is not base64. Make one: openssl rand -base64 32") from fault


def _key_file(path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        # Written whole under another name (mkstemp makes it 0600), then linked: of two processes at the first
        # run one wins, and both read the winner's.
        descriptor, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(descriptor, "w") as file:
            file.write(base64.b64encode(secrets.token_bytes(32)).decode() + "\n")
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            Path(draft).unlink()
    return path.read_text()
