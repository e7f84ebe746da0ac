"""The secrets of connections, encrypted at rest."""

from __future__ import annotations

import base64
import json
import os
import secrets
import tempfile
from contextlib import suppress
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

    def __init__(self, key: bytes, *former: bytes) -> None:
        if any(len(one) != 32 for one in (key, *former)):  # noqa: PLR2004 - AES-256
            raise WrongKey("The secret key must be 32 bytes in base64. Make one: openssl rand -base64 32")
        self._keys = (key, *former)

    def derive(self, purpose: str) -> tuple[bytes, ...]:
        """Return keys (32 bytes) for another purpose, of the present key and then of the former ones.

        From none of them another can be found.
        """
        return tuple(HKDF(SHA256(), 32, salt=None, info=f"toque {purpose}".encode()).derive(one) for one in self._keys)

    def seal(self, name: str, content: dict[str, str]) -> bytes:
        """Return `content` encrypted and bound to `name`."""
        nonce = secrets.token_bytes(_NONCE)
        plain = json.dumps(content, separators=(",", ":"), sort_keys=True).encode()
        return _VERSION + nonce + AESGCM(self._keys[0]).encrypt(nonce, plain, _VERSION + name.encode())

    def open(self, name: str, sealed: bytes) -> dict[str, str]:
        """Return what was sealed under `name`; raises `WrongKey` when the key, the name or a byte differs."""
        nonce, body = sealed[1 : 1 + _NONCE], sealed[1 + _NONCE :]
        for key in self._keys:
            with suppress(InvalidTag, ValueError):
                opened: dict[str, str] = json.loads(AESGCM(key).decrypt(nonce, body, sealed[:1] + name.encode()))
                return opened
        raise WrongKey(
            "A connection's secrets cannot be opened with this key. "
            "Put back the key file (data/secret.key) or TOQUE_SECRET_KEY that they were saved with."
        )


def open_vault(settings: Settings) -> Vault:
    """Return the vault under the configured key; without one, under a key file made at the first run (0600)."""
    return of_text(_kept(settings))


def of_text(text: str) -> Vault:
    """Return the vault of one key in base64, or of several: the first seals, the others open what they sealed."""
    try:
        keys = [base64.b64decode(one, validate=True) for one in text.replace(",", " ").split()]
    except ValueError as fault:
        raise WrongKey("The secret key is not base64. Make one: openssl rand -base64 32") from fault
    return Vault(*keys or [b""])


def another_key(settings: Settings) -> str:
    """Return a new key with the present ones behind it, as they are set; nothing is written."""
    return ",".join([_new_key(), *_kept(settings).replace(",", " ").split()])


def keep(settings: Settings, keys: str) -> Path | None:
    """Write keys into the key file and return it; None where the key is a setting, which only a person changes."""
    if settings.secret_key is not None:
        return None
    path = settings.data_dir / "secret.key"
    # Whole under another name first: whoever starts meanwhile reads the former or the new ones.
    return Path(_draft(path, "\n".join(keys.split(",")))).replace(path)


def _kept(settings: Settings) -> str:
    if settings.secret_key is not None:
        return settings.secret_key.get_secret_value()
    return _key_file(settings.data_dir / "secret.key")


def _new_key() -> str:
    return base64.b64encode(secrets.token_bytes(32)).decode()


def _draft(path: Path, text: str) -> str:
    """Write a file beside another one (mkstemp makes it 0600), and return its name."""
    descriptor, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    with os.fdopen(descriptor, "w") as file:
        file.write(text + "\n")
        file.flush()
        os.fsync(file.fileno())
    return draft


def _key_file(path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        # Written whole under another name, then linked: of two processes at the first run one wins, and both read the
        # winner's.
        draft = _draft(path, _new_key())
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            Path(draft).unlink()
    return path.read_text()
