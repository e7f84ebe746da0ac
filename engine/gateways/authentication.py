"""Who may post to a connection's webhook: whoever knows every secret that the connection has set."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import jwt

PROOFS = ("x-toque-token", "authorization", "x-toque-signature", "x-hub-signature-256")
"""The headers that a request is proven by."""

LEEWAY = timedelta(minutes=30)
"""Evolution signs an event once and retries it for about 20 minutes; its token lives for ten."""


class Unauthorised(Exception):  # noqa: N818 - it names the answer that the caller gives
    """The request is not proven to come from the connection's gateway; the message says what is missing."""


@dataclass(frozen=True, slots=True)
class ConnectionSecrets:
    """What a connection shares with its gateway; empty ones count as not set, and none is ever printed."""

    api_key: str | None = field(default=None, repr=False)
    webhook_token: str | None = field(default=None, repr=False)
    jwt_key: str | None = field(default=None, repr=False)
    hmac_secret: str | None = field(default=None, repr=False)
    former_token: str | None = field(default=None, repr=False)
    """The webhook token before this one: a gateway repeats for twenty minutes with the one that it began with."""
    former_until: str | None = None
    """Instant (ISO 8601) at which the former token ends; without one it holds while the gateway is being told."""


def verify(headers: Mapping[str, str], body: bytes, secrets: ConnectionSecrets, now: datetime) -> None:
    """Return when every secret that is set holds for this request; raise `Unauthorised` otherwise.

    Of the headers those in `PROOFS` are looked at.
    """
    given = {name.lower(): value for name, value in headers.items()}
    if not (secrets.webhook_token or secrets.jwt_key or secrets.hmac_secret):
        raise Unauthorised("This connection has no webhook secret, so nobody may post to it. Set one.")
    if secrets.webhook_token:
        _token(given.get("x-toque-token"), secrets.webhook_token, *_former(secrets, now))
    if secrets.jwt_key:
        _jwt(given.get("authorization"), secrets.jwt_key, now)
    if secrets.hmac_secret:
        _signature(given.get("x-toque-signature") or given.get("x-hub-signature-256"), body, secrets.hmac_secret)


def _former(secrets: ConnectionSecrets, now: datetime) -> tuple[str, ...]:
    if not secrets.former_token:
        return ()
    over = secrets.former_until is not None and now >= datetime.fromisoformat(secrets.former_until)
    return () if over else (secrets.former_token,)


def _token(given: str | None, *tokens: str) -> None:
    if given is None:
        raise Unauthorised("The header X-Toque-Token is missing.")
    # Each is compared, whichever fits: how long it takes tells nothing.
    if not any([hmac.compare_digest(_bytes(given), _bytes(token)) for token in tokens]):  # noqa: C419 - as above
        raise Unauthorised("The header X-Toque-Token holds another token than this connection's.")


def _jwt(given: str | None, key: str, now: datetime) -> None:
    scheme, _, token = (given or "").partition(" ")
    if scheme.lower() != "bearer":
        raise Unauthorised("The header Authorization: Bearer with the gateway's JWT is missing.")
    try:
        # The times are judged below: PyJWT would ask the computer's clock.
        claims = jwt.decode(
            token.strip(),
            key,
            algorithms=["HS256"],
            options={"require": ["exp"], "verify_exp": False, "verify_nbf": False, "verify_iat": False},
        )
    except (jwt.PyJWTError, UnicodeError):
        # Without the cause: PyJWT's own words may repeat parts of the token.
        raise Unauthorised("The JWT is not one that this connection's key signed with HS256.") from None
    if claims.get("app") != "evolution" or claims.get("action") != "webhook":
        raise Unauthorised("The JWT was made for something else than Evolution's webhooks.")
    expires = claims["exp"]
    if isinstance(expires, bool) or not isinstance(expires, int | float):
        raise Unauthorised("The JWT does not say when it expires.")
    # Written so that a NaN is refused too.
    if not expires >= (now - LEEWAY).timestamp():
        raise Unauthorised("The JWT has expired.")


def _signature(given: str | None, body: bytes, secret: str) -> None:
    if given is None:
        raise Unauthorised("The header X-Toque-Signature (or X-Hub-Signature-256) is missing.")
    method, _, digest = given.strip().partition("=")
    # Over the bytes as they came: JSON written again from its meaning has another signature.
    expected = hmac.digest(_bytes(secret), body, "sha256").hex()
    if method.lower() != "sha256" or not hmac.compare_digest(_bytes(digest.lower()), expected.encode()):
        raise Unauthorised("The signature does not belong to this body and this connection's secret.")


def _bytes(text: str) -> bytes:
    return text.encode(errors="surrogatepass")
