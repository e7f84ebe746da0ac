"""The fake's webhooks have the shape that Evolution 2.3.7 gives them."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from demo.evolution import FakeEvolution
from tests.demo.receiver import Receiver, receiving
from tests.demo.recorded import recorded, shape

Play = Callable[[FakeEvolution], object]

AT = datetime(2026, 3, 2, 14, 0, 56, 123000, tzinfo=UTC)


def heard(play: Play, **faults: object) -> Receiver:
    with receiving() as receiver, FakeEvolution.running(webhook_url=receiver.url) as fake:
        fake.misbehave(**faults)
        play(fake)
        fake.wait_idle()
    return receiver


def text_and_reaction(chat: str, author: str | None = None, by: str = "owner") -> Play:
    def play(fake: FakeEvolution) -> None:
        fake.react(fake.say("hola", chat=chat, author=author), "📅", by=by)

    return play


def last(receiver: Receiver, kind: str) -> dict[str, Any]:
    return next(got.body for got in reversed(receiver.got) if got.data.get("messageType") == kind)


def test_a_text_comes_in_evolutions_envelope() -> None:
    receiver = heard(lambda fake: fake.say("hola", at=AT))
    body = receiver.only("messages.upsert").body
    assert list(body) == ["event", "instance", "data", "destination", "date_time", "sender", "server_url", "apikey"]
    assert body["instance"] == "demo"
    assert body["destination"] == receiver.url
    assert body["sender"] == "5215512345678@s.whatsapp.net"
    assert body["apikey"] == "demo-key"
    key = body["data"]["key"]
    assert key["remoteJid"] == "5215587654321@s.whatsapp.net"
    assert key["remoteJidAlt"].endswith("@lid")
    assert (key["fromMe"], key["participant"], key["addressingMode"]) == (False, "", "pn")
    assert body["data"]["message"]["conversation"] == "hola"
    assert body["data"]["messageTimestamp"] == int(AT.timestamp())


def test_the_envelopes_time_is_local_under_a_false_z() -> None:
    stamp = heard(lambda fake: fake.connect("open")).only("connection.update").body["date_time"]
    behind = datetime.now(UTC) - datetime.fromisoformat(stamp)
    assert stamp.endswith("Z")
    assert 2.9 < behind.total_seconds() / 3600 < 3.1


def test_a_reaction_names_its_target_inside_and_splits_its_milliseconds() -> None:
    def play(fake: FakeEvolution) -> None:
        fake.react(fake.say("hola"), "💳", at=AT)

    receiver = heard(play)
    target = next(got.data["key"]["id"] for got in receiver.got if got.data["messageType"] == "conversation")
    data = last(receiver, "reactionMessage")["data"]
    inner = data["message"]["reactionMessage"]
    assert data["key"]["fromMe"] is True
    assert inner["key"] == {"remoteJid": data["key"]["remoteJid"], "fromMe": False, "id": target}
    assert inner["text"] == "💳"
    long = inner["senderTimestampMs"]
    assert long["low"] < 0
    assert long["high"] * 2**32 + (long["low"] & 0xFFFFFFFF) == int(AT.timestamp() * 1000)
    assert data["messageTimestamp"] == int(AT.timestamp())


@pytest.mark.parametrize("bare", [False, True])
def test_a_removal_has_an_empty_text_or_none_at_all(bare: bool) -> None:  # noqa: FBT001 -- parametrised
    def play(fake: FakeEvolution) -> None:
        message = fake.say("hola")
        fake.react(message, "💳")
        fake.wait_idle()
        fake.react(message, None)

    inner = last(heard(play, bare_removal=bare), "reactionMessage")["data"]["message"]["reactionMessage"]
    assert inner.get("text", "absent") == ("absent" if bare else "")


def test_of_two_reactions_at_the_same_instant_the_second_is_later() -> None:
    def play(fake: FakeEvolution) -> None:
        message = fake.say("hola", at=AT)
        for emoji in ("✅", "💳", None):
            fake.react(message, emoji, at=AT)

    receiver = heard(play)
    longs = [
        got.data["message"]["reactionMessage"]["senderTimestampMs"]["low"]
        for got in receiver.got
        if got.data["messageType"] == "reactionMessage"
    ]
    assert len(set(longs)) == 3
    assert max(longs) - min(longs) == 2


def test_an_edit_is_told_twice_and_only_the_update_names_the_editor() -> None:
    def play(fake: FakeEvolution) -> None:
        fake.edit(fake.say("Lunch at 12"), "Lunch at 13")

    receiver = heard(play)
    edited, update = receiver.only("messages.edited").data, receiver.only("messages.update").data
    assert edited["type"] == "MESSAGE_EDIT"
    assert edited["key"] == {"remoteJid": "5215512345678@s.whatsapp.net", "fromMe": True, "id": update["keyId"]}
    assert edited["editedMessage"] == {"conversation": "Lunch at 13"}
    assert isinstance(edited["timestampMs"], str)
    assert update["message"]["editedMessage"]["message"] == {"conversation": "Lunch at 13"}
    assert update["fromMe"] is False


def test_a_deletion_is_told_twice() -> None:
    receiver = heard(lambda fake: fake.delete(fake.say("oops")))
    assert receiver.only("messages.edited").data["type"] == "REVOKE"
    deleted = receiver.only("messages.delete").data
    assert deleted["status"] == "DELETED"
    assert deleted["id"] == receiver.only("messages.edited").data["key"]["id"]


def test_without_phones_no_contacts_number_is_anywhere() -> None:
    def play(fake: FakeEvolution) -> None:
        text_and_reaction("lupe", by="lupe")(fake)
        text_and_reaction("casa", "marina", "lupe")(fake)

    receiver = heard(play, addressing="lid_only")
    assert len(receiver.got) == 4
    for got in receiver.got:
        assert "s.whatsapp.net" not in json.dumps(got.data)
        assert got.data["key"]["addressingMode"] == "lid"


def test_the_swap_leaves_the_lid_in_the_inner_key_only() -> None:
    data = last(heard(text_and_reaction("lupe"), addressing="lid_swap"), "reactionMessage")["data"]
    assert data["key"]["remoteJid"] == data["key"]["remoteJidAlt"] == "5215587654321@s.whatsapp.net"
    assert data["key"]["addressingMode"] == "lid"
    assert data["message"]["reactionMessage"]["key"]["remoteJid"] == "200000000000001@lid"


def edited(fake: FakeEvolution) -> None:
    fake.edit(fake.say("uno"), "dos")


def deleted(fake: FakeEvolution) -> None:
    fake.delete(fake.say("uno"))


def own_text(fake: FakeEvolution) -> None:
    fake.say("hola", author="owner")


def removed(fake: FakeEvolution) -> None:
    fake.react(fake.say("hola"), None, by="lupe")


@pytest.mark.parametrize(
    ("name", "play", "addressing"),
    [
        ("01-text-dm.messages.upsert", lambda fake: fake.say("hola"), "phone"),
        ("02-text-dm-from-me-phone.messages.upsert", own_text, "phone"),
        ("11-reaction-add-dm-on-own-message.messages.upsert", text_and_reaction("lupe", by="lupe"), "phone"),
        ("13-reaction-removal-empty-text.messages.upsert", removed, "phone"),
        ("15-reaction-by-me-phone-on-contact-message.messages.upsert", text_and_reaction("lupe"), "phone"),
        ("25-reaction-self-chat.2.messages.upsert", text_and_reaction("owner"), "phone"),
        ("30-group-text.messages.upsert", lambda fake: fake.say("hola", chat="casa"), "phone"),
        ("31-group-text-from-me.messages.upsert", lambda fake: fake.say("x", chat="casa", author="owner"), "phone"),
        ("32-group-reaction-on-other.messages.upsert", text_and_reaction("casa", "marina", "lupe"), "phone"),
        ("33-group-reaction-on-mine.messages.upsert", text_and_reaction("casa", "owner", "lupe"), "phone"),
        ("35-group-reaction-by-me.messages.upsert", text_and_reaction("casa", "marina"), "phone"),
        ("40-lid-dm-text.messages.upsert", lambda fake: fake.say("hola"), "lid_swap"),
        ("41-lid-dm-reaction.messages.upsert", text_and_reaction("lupe", by="lupe"), "lid_swap"),
        ("43-lid-dm-reaction-by-me.messages.upsert", text_and_reaction("lupe"), "lid_swap"),
        ("44-lid-dm-no-phone-number.messages.upsert", lambda fake: fake.say("hola", chat="nina"), "phone"),
        ("45-lid-group-text.messages.upsert", lambda fake: fake.say("hola", chat="casa"), "lid_swap"),
        ("46-lid-group-reaction.messages.upsert", text_and_reaction("casa", "marina", "lupe"), "lid_swap"),
        ("47-lid-group-reaction-by-me.messages.upsert", text_and_reaction("casa", "marina"), "lid_swap"),
        ("60-edit-plain.1.messages.edited", edited, "phone"),
        ("60-edit-plain.2.messages.update", edited, "phone"),
        ("63-delete-for-everyone.1.messages.edited", deleted, "phone"),
        ("63-delete-for-everyone.2.messages.delete", deleted, "phone"),
    ],
)
def test_the_shape_is_that_of_the_recorded_body(name: str, play: Play, addressing: str) -> None:
    wanted = recorded(name)
    receiver = heard(play, addressing=addressing)
    kind = wanted["data"].get("messageType")
    bodies = [got.body for got in receiver.got if (got.event, got.data.get("messageType")) == (wanted["event"], kind)]
    assert [shape(body) for body in bodies] == [shape(wanted)]
