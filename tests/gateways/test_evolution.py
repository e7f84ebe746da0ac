"""What Evolution's webhooks become: a case a file in tests/payloads/evolution, with what it must become beside it."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.gateways import GATEWAYS, evolution, signals, wire
from engine.gateways.signals import MessageSeen, ReactionChanged, Signal

CASES = sorted((Path(__file__).parents[1] / "payloads" / "evolution").glob("*.json"))


def expected(told: dict[str, Any]) -> Signal:
    """Build the signal that a case describes; what it does not mention has its default."""
    kind = getattr(signals, told.pop("signal"))
    for name in told.keys() & {"sent_at", "edited_at", "deleted_at"}:
        told[name] = datetime.fromisoformat(told[name])
    if "aliases" in told:
        told["aliases"] = tuple(tuple(pair) for pair in told["aliases"])
    signal: Signal = kind(**told)
    return signal


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_webhook_becomes_what_stands_beside_it(case: Path) -> None:
    content = json.loads(case.read_text(encoding="utf-8"))
    reading = GATEWAYS["evolution"].read(content["body"])
    assert reading.signals == tuple(expected(told) for told in content["becomes"])


def test_the_envelope_names_event_instance_and_owner() -> None:
    reading = evolution.read(
        {"event": "groups.upsert", "instance": "taller", "sender": "447700900101:3@s.whatsapp.net"}
    )
    assert (reading.event, reading.instance, reading.owner) == (
        "groups.upsert",
        "taller",
        "447700900101@s.whatsapp.net",
    )


def upsert(message: object, **more: object) -> dict[str, object]:
    key = {"remoteJid": "447700900202@s.whatsapp.net", "fromMe": False, "id": "X1"}
    data = {"key": key, "message": message, "messageTimestamp": 1780300800} | more
    return {"event": "messages.upsert", "instance": "taller", "data": data}


def only(body: object) -> Signal:
    (signal,) = evolution.read(body).signals
    return signal


def test_a_text_is_cut_at_64_kilobytes_between_characters() -> None:
    seen = only(upsert({"conversation": "é" * 70_000}))
    assert isinstance(seen, MessageSeen)
    assert seen.text == "é" * 32_768


def test_a_long_word_in_place_of_an_emoji_is_cut() -> None:
    heard = only(upsert({"reactionMessage": {"key": {"id": "X0"}, "text": "a" * 10_000}}))
    assert isinstance(heard, ReactionChanged)
    assert heard.emoji == "a" * 256


@pytest.mark.parametrize("place", ["id", "remoteJid", "participant"])
def test_a_signal_with_an_endless_id_or_chat_is_dropped(place: str) -> None:
    key = {"remoteJid": "447700900202@s.whatsapp.net", "fromMe": False, "id": "X1", place: "9" * 257}
    found = evolution.read(upsert({"conversation": "oi"}, key=key)).signals
    # An endless participant is as good as none.
    assert [signal.author for signal in found if isinstance(signal, MessageSeen)] == (
        ["447700900202@s.whatsapp.net"] if place == "participant" else []
    )


@pytest.mark.parametrize(
    ("told", "number"),
    [
        (1780300799500, 1780300799500),
        (1780300800.0, 1780300800),
        ("1780300799500", 1780300799500),
        ("-7", -7),
        ({"low": -1, "high": 0, "unsigned": False}, 0xFFFFFFFF),
        ({"low": 5, "high": 1, "unsigned": True}, 2**32 + 5),
        ({"low": -1, "high": -1, "unsigned": False}, -1),
        ({"low": "5", "high": 0}, None),
        (True, None),
        (1.5, None),
        (float("nan"), None),
        (float("inf"), None),
        ("١٢", None),
        ("9" * 21, None),
        ("", None),
        (None, None),
        ([], None),
    ],
)
def test_a_long_number_is_read_in_every_shape(told: object, number: int | None) -> None:
    assert wire.whole(told) == number


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(codec=None), max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=20,
)
EVENTS = [
    "messages.upsert", "messages.set", "messages.edited", "messages.update", "messages.delete", "send.message",
    "connection.update", "contacts.update",
]  # fmt: skip
WORDS = [
    "key", "id", "keyId", "remoteJid", "remoteJidAlt", "participant", "participantAlt", "senderPn", "fromMe", "message",
    "messageTimestamp", "timestampMs", "reactionMessage", "text", "senderTimestampMs", "low", "high", "conversation",
    "ephemeralMessage", "editedMessage", "protocolMessage", "type", "status", "state", "statusReason", "messages",
    "secretEncryptedMessage", "targetMessageKey", "secretEncType", "imageMessage", "caption", "contextInfo", "stanzaId",
    "audioMessage", "speechToText", "pushName", "addressingMode", "previousRemoteJid",
]  # fmt: skip
likely = (
    st.sampled_from(
        [
            "X1", "447700900202@s.whatsapp.net", "72000000000022@lid", "120363111111111111@g.us", "lid", "🧾", "",
            "MESSAGE_EDIT", "REVOKE", "READ", "open", "close", True, 0, 14, 2, 401, 1780300800, 1780300800000,
            float("nan"), 10**400, -(2**63), "\x00", "\ud800", "a" * 300,
        ]
    )
    | st.none()
    | st.integers()
)  # fmt: skip
likely_data = st.recursive(
    likely,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(WORDS), inner, max_size=6),
    max_leaves=30,
)


def assert_harmless(body: object) -> None:
    """Read a body and see that whatever comes out can be stored."""
    reading = evolution.read(body)
    told = json.dumps([repr(reading)])
    assert "\\u0000" not in told
    for signal in reading.signals:
        for value in (getattr(signal, name) for name in signal.__slots__):
            if isinstance(value, str):
                assert len(value.encode()) <= 64 * 1024
                assert "\x00" not in value
            if isinstance(value, int):
                assert 0 <= value < 2**63
            if isinstance(value, datetime):
                assert value.tzinfo is not None


@given(json_values)
def test_any_json_is_read_without_complaint(body: object) -> None:
    assert_harmless(body)


@given(st.sampled_from(EVENTS), likely_data, json_values)
def test_any_data_is_read_without_complaint(event: str, data: object, sender: object) -> None:
    assert_harmless({"event": event, "data": data, "sender": sender})


FIELDS = st.fixed_dictionaries(
    {},
    optional={
        "key": st.fixed_dictionaries(
            {"id": likely, "remoteJid": likely},
            optional=dict.fromkeys(("participant", "participantAlt", "fromMe", "senderPn", "remoteJidAlt"), likely),
        ),
        "message": st.dictionaries(st.sampled_from(WORDS), likely_data, max_size=3),
        "messageTimestamp": likely,
        "status": likely,
        "keyId": likely,
        "remoteJid": likely,
        "type": likely,
        "pushName": likely,
    },
)


@given(st.sampled_from(EVENTS), FIELDS)
def test_nearly_right_data_is_read_without_complaint(event: str, data: object) -> None:
    assert_harmless({"event": event, "data": data, "sender": "447700900101@s.whatsapp.net"})
