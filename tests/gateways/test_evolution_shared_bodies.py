"""Every body that was recorded from Evolution itself, where the recordings are at hand."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from engine.gateways import authentication, evolution
from engine.gateways.signals import (
    OWNER,
    UNTOLD,
    ConnectionChanged,
    DeliveryChanged,
    MessageDeleted,
    MessageEdited,
    MessageSeen,
    ReactionChanged,
    Signal,
)

RECORDED = Path(__file__).parents[3] / "shared" / "payloads" / "evolution"
ASIDE = {"headers.json"}
ASIDE_FOLDERS = {"requests", "responses"}


class Outcome(NamedTuple):
    """What a recorded body must become, as far as it differs from file to file."""

    kind: type[Signal] | None
    target: str = ""
    who: str | None = None
    what: str | None = None
    extra: str | None = None


B, C, D = "15550002222@s.whatsapp.net", "15550003333@s.whatsapp.net", "15550004444@s.whatsapp.net"
C_LID, D_LID = "300000000000003@lid", "400000000000004@lid"
FIRST = "ACD0D0D0D0D0D0D0D0D0D0D0D0D00001"


def long(end: str) -> str:
    return f"ACD0D0D0D0D0D0D0D0D0D0D0D0D{end}"


def short(end: str) -> str:
    return f"3AF0F0F0F0F0F0F0{end}"


def seen(target: str, who: str, text: str | None, kind: str = "text") -> Outcome:
    return Outcome(MessageSeen, target, who, text, kind)


def reacted(emoji: str | None, who: str = B, target: str = FIRST) -> Outcome:
    return Outcome(ReactionChanged, target, who, emoji)


NOTHING = Outcome(None)
OUTCOMES = {
    "01": seen(FIRST, B, "Can you pay the electricity bill before Friday? 120.50"),
    "02": seen(short("0002"), OWNER, "Meeting with the plumber tomorrow 9am"),
    "03": seen(short("0003"), B, "Yes, https://example.test/invoice/42"),
    "04": seen(long("00004"), B, "Water bill, due 15/03, 89,90", "caption"),
    "05": seen(long("00005"), B, "please sign by Monday", "caption"),
    "06": seen(long("00006"), B, None, "voice"),
    "10": reacted("👍", target=short("0002")),
    "11": reacted("✅"),
    "12": reacted("📅"),
    "13": reacted(None),
    "14": reacted(None),
    "15": reacted("💰", OWNER),
    "16": reacted(None, OWNER),
    "17": reacted("📌", OWNER, short("0002")),
    "18": reacted("📌", target="3A0000000000000000DE"),
    "19": reacted("❤️"),
    "20": reacted("\u2764"),
    "21": reacted("👍🏽"),
    "22": reacted("👨‍💻"),
    "23": reacted("1️⃣"),
    "24": reacted("📅"),
    "25.1": seen(short("0016"), OWNER, "Renew passport next month"),
    "25.2": reacted("📌", OWNER, short("0016")),
    "30": seen(long("00018"), C, "Team dinner on 2026-03-20 at 19:30"),
    "31": seen(short("0019"), OWNER, "I will book the table"),
    "32": reacted("📅", D, long("00018")),
    "33": reacted("👍", D, short("0019")),
    "34": reacted("👍", C, long("00018")),
    "35": reacted("📅", OWNER, long("00018")),
    "36": reacted(None, D, long("00018")),
    "40": seen(long("0001F"), B, "Gym class moved to Thursday 18:00"),
    "41": reacted("📅", target=long("0001F")),
    "42": seen(short("0020"), OWNER, "ok, I will move the booking"),
    "43": reacted("📅", OWNER, long("0001F")),
    "44": seen(long("00023"), D_LID, "hello from a privacy-enabled account"),
    "45": seen(long("00024"), C_LID, "Rent is due on the 5th: 850"),
    "46": reacted("💰", D_LID, long("00024")),
    "47": reacted("💰", OWNER, long("00024")),
    "50": seen(long("00027"), C, "Dentist on 12/03 at 14:00"),
    "51": seen(long("00028"), C, "Invoice 77, 35 EUR", "caption"),
    "52": seen(long("00029"), B, "code 1234", "caption"),
    "53": seen(long("0002A"), B, "Call the bank on Monday"),
    "54": seen(long("0002B"), D_LID, None, "encrypted"),
    "55": seen(long("0002C"), C, None, "poll"),
    "60.1": Outcome(MessageEdited, short("002D"), None, "Lunch at 13"),
    "60.2": Outcome(MessageEdited, short("002D"), B, "Lunch at 13"),
    "61.1": Outcome(MessageEdited, short("002F"), None, "Pay 15"),
    "61.2": Outcome(MessageEdited, short("002F"), B, "Pay 15"),
    "62": Outcome(MessageEdited, long("0001F"), B, None),
    "63.1": Outcome(MessageDeleted, short("0032")),
    "63.2": Outcome(MessageDeleted, short("0032"), B),
    "64": Outcome(MessageDeleted, "3A0000000000000000BE"),
    "65": NOTHING,
    "70": Outcome(DeliveryChanged, short("0002"), what="delivered"),
    "71": Outcome(DeliveryChanged, short("0002"), what="read"),
    "72": Outcome(DeliveryChanged, short("0019"), what="read"),
    "80": seen("3EB0C0C0C0C0C0C0C00038", OWNER, "✅ Task created: pay the electricity bill"),
    "81": reacted("⏳", OWNER),
    "90.1": reacted("📅"),
    "90.2": reacted("📅"),
    "95": reacted("📅"),
    "96": reacted("📅"),
    "97": reacted("📅"),
    "contacts": NOTHING,
    "connection": Outcome(ConnectionChanged, what="close"),
    "reaction-add": reacted("💰", target="wamid.HBgLMTU1NTAwMDExMTEVAgARGBI5QUFBAA=="),
    "reaction-removal": reacted(None, target="wamid.HBgLMTU1NTAwMDExMTEVAgARGBI5QUFBAA=="),
}


def bodies() -> list[Path]:
    return [
        file
        for file in sorted(RECORDED.rglob("*.json"))
        if file.name not in ASIDE and file.parent.name not in ASIDE_FOLDERS
    ]


def outcome_of(file: Path) -> Outcome:
    first, _, rest = file.name.partition(".")
    number = first.split("-")[0] + (f".{rest[0]}" if rest[0].isdigit() else "")
    return OUTCOMES[number if number in OUTCOMES else first]


def outcome(signal: Signal) -> Outcome:
    match signal:
        case MessageSeen():
            return Outcome(MessageSeen, signal.message_id, signal.author, signal.text, signal.kind)
        case ReactionChanged():
            return Outcome(ReactionChanged, signal.message_id, signal.reactor, signal.emoji)
        case MessageEdited():
            return Outcome(MessageEdited, signal.message_id, signal.editor, signal.text)
        case MessageDeleted():
            return Outcome(MessageDeleted, signal.message_id, signal.chat)
        case DeliveryChanged():
            return Outcome(DeliveryChanged, signal.message_id, what=signal.status)
        case ConnectionChanged():
            return Outcome(ConnectionChanged, what=signal.state)


def body_of(stem: str) -> dict[str, Any]:
    file = next(RECORDED.rglob(f"{stem}*.json"), None)
    if file is None:
        pytest.skip("the recorded bodies are not at hand")
    body: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return body


@pytest.mark.skipif(not RECORDED.is_dir(), reason="the recorded bodies are not at hand")
def test_every_recorded_body_has_an_outcome_here() -> None:
    assert len(bodies()) >= 60
    assert {outcome_of(file) for file in bodies()} <= set(OUTCOMES.values())


@pytest.mark.parametrize("file", bodies(), ids=lambda file: file.stem)
def test_a_recorded_body_becomes_its_outcome(file: Path) -> None:
    body = json.loads(file.read_text(encoding="utf-8"))
    reading = evolution.read(body)
    expected = outcome_of(file)
    assert [outcome(signal) for signal in reading.signals] == ([expected] if expected.kind else [])
    assert (reading.event, reading.instance, reading.owner) == (body["event"], "demo", "15550001111@s.whatsapp.net")
    for signal in reading.signals:
        if isinstance(signal, MessageSeen):
            assert signal.sent_at == datetime.fromtimestamp(body["data"]["messageTimestamp"], UTC)
            assert signal.by_us is (body["event"] == "send.message")
        if isinstance(signal, ReactionChanged):
            assert signal.outer_id == body["data"]["key"]["id"]
            assert signal.server_second == body["data"]["messageTimestamp"]
            assert signal.sender_ms is None or abs(signal.sender_ms / 1000 - signal.server_second) < 2
            assert signal.by_us is (body["event"] == "send.message")


@pytest.mark.parametrize(
    ("stem", "pairs"),
    [
        ("01-", {(B, "200000000000002@lid")}),
        ("15-", {(B, "200000000000002@lid")}),
        ("25-reaction-self-chat.2", {("15550001111@s.whatsapp.net", "100000000000001@lid")}),
        ("31-", {(OWNER, "100000000000001@lid")}),
        ("33-", {(D, D_LID)}),
        ("40-", set()),
        ("41-", {(B, "200000000000002@lid")}),
        ("43-", {(B, "200000000000002@lid")}),
        ("44-", set()),
        ("46-", {(D_LID, D)}),
        ("47-", {(OWNER, "100000000000001@lid")}),
    ],
)
def test_a_recorded_body_shows_which_addresses_are_one_person(stem: str, pairs: set[tuple[str, str]]) -> None:
    (signal,) = evolution.read(body_of(stem)).signals
    assert isinstance(signal, MessageSeen | ReactionChanged)
    assert set(signal.aliases) - {(OWNER, "15550001111@s.whatsapp.net")} == pairs


def test_recorded_quotes_and_times_are_read() -> None:
    (reply,) = evolution.read(body_of("03-")).signals
    assert isinstance(reply, MessageSeen)
    assert reply.quoted_id == short("0002")
    (edited,) = evolution.read(body_of("60-edit-plain.1")).signals
    assert isinstance(edited, MessageEdited)
    assert edited.edited_at == datetime.fromtimestamp(1772460308, UTC)
    (updated,) = evolution.read(body_of("60-edit-plain.2")).signals
    assert isinstance(updated, MessageEdited)
    assert updated.edited_at == UNTOLD


@pytest.mark.filterwarnings("ignore::jwt.InsecureKeyLengthWarning")
def test_a_recorded_token_is_accepted_when_it_was_made_and_not_a_day_later() -> None:
    recorded = body_of("headers")
    request = next(one for name, one in recorded["requests"].items() if name.startswith("95-"))
    secrets = authentication.ConnectionSecrets(jwt_key=recorded["_jwt_key"])
    authentication.verify(request["headers"], b"{}", secrets, datetime.fromtimestamp(1772460400, UTC))
    with pytest.raises(authentication.Unauthorised, match="expired"):
        authentication.verify(request["headers"], b"{}", secrets, datetime.fromtimestamp(1772546800, UTC))


@pytest.mark.parametrize(
    ("stem", "chat", "text"),
    [
        ("find-messages-by-id.200", B, "Can you pay the electricity bill before Friday? 120.50"),
        ("find-messages-by-id-lid", "200000000000002@lid", "Gym class moved to Thursday 18:00"),
        ("find-messages-by-id-edited", B, "Lunch at 13"),
    ],
)
def test_a_recorded_answer_of_the_database_is_a_message(stem: str, chat: str, text: str) -> None:
    (record,) = body_of(stem)["messages"]["records"]
    message = evolution.message_seen(record)
    assert message is not None
    assert (message.chat, message.author, message.text, message.by_us) == (chat, chat, text, False)
