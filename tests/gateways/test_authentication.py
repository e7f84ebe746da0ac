from __future__ import annotations

import hashlib
import hmac
from datetime import UTC, datetime, timedelta

import jwt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.gateways.authentication import ConnectionSecrets, Unauthorised, verify

NOW = datetime(2026, 6, 1, 8, 0, tzinfo=UTC)
BODY = '{"event":"messages.upsert","data":{"pushName":"Inês"}}'.encode()
JWT_KEY = "a key of thirty-two characters!!"
TOKEN = ConnectionSecrets(webhook_token="the token")
SIGNED = ConnectionSecrets(hmac_secret="the secret")
JWT = ConnectionSecrets(jwt_key=JWT_KEY)


def signature(body: bytes = BODY, secret: str = "the secret") -> str:
    return "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def bearer(key: str = JWT_KEY, algorithm: str = "HS256", made: datetime = NOW, **claims: object) -> dict[str, str]:
    content = {"iat": made, "exp": made + timedelta(minutes=10), "app": "evolution", "action": "webhook"} | claims
    kept = {name: value for name, value in content.items() if value is not None}
    return {"Authorization": f"Bearer {jwt.encode(kept, key, algorithm=algorithm)}"}


def refused(headers: dict[str, str], secrets: ConnectionSecrets, body: bytes = BODY) -> str:
    with pytest.raises(Unauthorised) as refusal:
        verify(headers, body, secrets, NOW)
    return str(refusal.value)


def test_a_connection_without_secrets_lets_nobody_in() -> None:
    assert "no webhook secret" in refused({}, ConnectionSecrets())
    assert "no webhook secret" in refused({}, ConnectionSecrets(api_key="k"))
    assert "no webhook secret" in refused({"X-Toque-Token": ""}, ConnectionSecrets(webhook_token=""))


@pytest.mark.parametrize("name", ["X-Toque-Token", "x-toque-token", "X-TOQUE-TOKEN"])
def test_the_right_token_lets_in_however_the_header_is_written(name: str) -> None:
    verify({name: "the token"}, BODY, TOKEN, NOW)


@pytest.mark.parametrize(
    "headers", [{}, {"X-Toque-Token": "the tokem"}, {"X-Toque-Token": ""}, {"X-Token": "the token"}]
)
def test_another_token_or_none_is_refused(headers: dict[str, str]) -> None:
    assert "X-Toque-Token" in refused(headers, TOKEN)


def test_the_former_token_holds_until_its_end_and_the_new_one_throughout() -> None:
    until = (NOW + timedelta(minutes=30)).isoformat()
    changed = ConnectionSecrets(webhook_token="new", former_token="old", former_until=until)
    for token in ("old", "new"):
        verify({"X-Toque-Token": token}, BODY, changed, NOW)
    verify({"X-Toque-Token": "new"}, BODY, changed, NOW + timedelta(minutes=30))
    with pytest.raises(Unauthorised):
        verify({"X-Toque-Token": "old"}, BODY, changed, NOW + timedelta(minutes=30))
    with pytest.raises(Unauthorised):
        verify({"X-Toque-Token": "older"}, BODY, changed, NOW)


def test_the_former_token_has_no_end_while_the_gateway_is_being_told() -> None:
    between = ConnectionSecrets(webhook_token="new", former_token="old")
    verify({"X-Toque-Token": "old"}, BODY, between, NOW + timedelta(days=1))


def test_a_token_that_is_not_ascii_can_be_compared() -> None:
    verify({"X-Toque-Token": "señal"}, BODY, ConnectionSecrets(webhook_token="señal"), NOW)
    assert refused({"X-Toque-Token": "senal\ud800"}, ConnectionSecrets(webhook_token="señal"))


@pytest.mark.parametrize("name", ["X-Toque-Signature", "x-hub-signature-256"])
def test_the_signature_over_the_bytes_lets_in(name: str) -> None:
    verify({name: signature()}, BODY, SIGNED, NOW)
    verify({name: signature().upper().replace("SHA", "sha")}, BODY, SIGNED, NOW)


@pytest.mark.parametrize(
    "given_signature",
    [
        signature(BODY[:-1] + b" "),
        signature(secret="another"),
        signature().removeprefix("sha256="),
        signature().replace("sha256", "sha1"),
        signature()[:-1],
        "sha256=",
        "",
        "sha256=é",
    ],
)
def test_another_signature_is_refused(given_signature: str) -> None:
    assert "ignature" in refused({"X-Toque-Signature": given_signature}, SIGNED)


def test_a_body_that_changed_by_one_byte_is_refused() -> None:
    for place in range(len(BODY)):
        changed = BODY[:place] + bytes([BODY[place] ^ 1]) + BODY[place + 1 :]
        assert "signature" in refused({"X-Toque-Signature": signature()}, SIGNED, changed)


def test_the_same_json_written_otherwise_is_refused() -> None:
    assert refused({"X-Toque-Signature": signature()}, SIGNED, BODY.replace(b"\xc3\xaa", b"\\u00ea"))


def test_the_gateways_jwt_lets_in() -> None:
    verify(bearer(), BODY, JWT, NOW)


@pytest.mark.parametrize("late", [timedelta(minutes=11), timedelta(minutes=40)])
def test_an_expired_jwt_lets_in_within_half_an_hour(late: timedelta) -> None:
    verify(bearer(made=NOW - late), BODY, JWT, NOW)


def test_an_expired_jwt_is_refused_after_half_an_hour() -> None:
    assert "expired" in refused(bearer(made=NOW - timedelta(minutes=40, seconds=1)), JWT)


@pytest.mark.parametrize(
    ("headers", "reason"),
    [
        ({}, "missing"),
        ({"Authorization": "Basic YTpi"}, "missing"),
        ({"Authorization": "Bearer"}, "not one"),
        ({"Authorization": "Bearer a.b.c"}, "not one"),
        ({"Authorization": "Bearer \ud800"}, "not one"),
        (bearer(key="another key of thirty-two chars!"), "not one"),
        (bearer(algorithm="HS512", key=JWT_KEY * 2), "not one"),
        (bearer(key="", algorithm="none"), "not one"),
        (bearer(exp=None), "not one"),
        (bearer(app="other"), "something else"),
        (bearer(action="login"), "something else"),
        (bearer(app=None), "something else"),
    ],
)
def test_any_other_jwt_is_refused(headers: dict[str, str], reason: str) -> None:
    assert reason in refused(headers, JWT)


@pytest.mark.parametrize("exp", [True, "soon", [], {}, float("nan"), "9999999999"])
def test_a_jwt_whose_end_is_no_time_is_refused(exp: object) -> None:
    claims = {"exp": exp, "app": "evolution", "action": "webhook"}
    assert refused({"Authorization": f"Bearer {jwt.encode(claims, JWT_KEY, 'HS256')}"}, JWT)


def test_every_secret_that_is_set_must_hold() -> None:
    all_three = ConnectionSecrets(webhook_token="the token", jwt_key=JWT_KEY, hmac_secret="the secret")
    headers = {"X-Toque-Token": "the token", "X-Toque-Signature": signature(), **bearer()}
    verify(headers, BODY, all_three, NOW)
    for missing in headers:
        assert refused({name: value for name, value in headers.items() if name != missing}, all_three)


def test_secrets_do_not_show_themselves() -> None:
    secrets = ConnectionSecrets(api_key="kkk", webhook_token="ttt", jwt_key="jjj", hmac_secret="hhh")
    for shown in (repr(secrets), str(secrets), f"{[secrets]}"):
        assert not any(secret in shown for secret in ("kkk", "ttt", "jjj", "hhh"))


def test_a_refusal_does_not_repeat_what_was_given() -> None:
    assert "opensesame" not in refused({"X-Toque-Token": "opensesame"}, TOKEN)
    assert "opensesame" not in refused({"Authorization": "Bearer opensesame"}, JWT)
    assert "opensesame" not in refused({"X-Toque-Signature": "sha256=opensesame"}, SIGNED)


@given(
    st.dictionaries(st.sampled_from(["X-Toque-Token", "Authorization", "X-Toque-Signature"]), st.text()), st.binary()
)
def test_no_header_makes_it_stumble(headers: dict[str, str], body: bytes) -> None:
    with pytest.raises(Unauthorised):
        verify(headers, body, ConnectionSecrets(webhook_token="\x00t", jwt_key=JWT_KEY, hmac_secret="h"), NOW)
