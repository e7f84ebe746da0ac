"""The fake's REST addresses answer as Evolution's do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx2
import pytest

from demo.evolution import FakeEvolution
from tests.demo.receiver import receiving
from tests.demo.recorded import recorded, shape

OWNER = "5215512345678@s.whatsapp.net"


@pytest.fixture
def fake() -> Iterator[FakeEvolution]:
    with FakeEvolution.running() as running:
        yield running


def ask(fake: FakeEvolution, method: str, path: str, body: object = None, key: str = "demo-key") -> httpx2.Response:
    return httpx2.request(method, fake.url + path, json=body, headers={"apikey": key}, trust_env=False)


def send(fake: FakeEvolution, number: str = OWNER, text: str = "listo", **more: object) -> httpx2.Response:
    return ask(fake, "POST", "/message/sendText/demo", {"number": number, "text": text, **more})


@pytest.mark.parametrize("path", ["/message/sendText/demo", "/chat/findMessages/demo", "/webhook/set/demo"])
def test_a_wrong_key_gets_evolutions_401(fake: FakeEvolution, path: str) -> None:
    answer = ask(fake, "POST", path, {}, key="wrong")
    assert answer.status_code == 401
    assert answer.json() == {"status": 401, "error": "Unauthorized", "response": {"message": "Unauthorized"}}


def test_another_instance_gets_404(fake: FakeEvolution) -> None:
    answer = ask(fake, "GET", "/instance/connectionState/other")
    assert answer.status_code == 404
    assert answer.json()["response"]["message"] == ['The "other" instance does not exist']


def test_a_sent_text_stands_in_the_chat_and_is_told_as_our_own() -> None:
    with receiving() as receiver, FakeEvolution.running(webhook_url=receiver.url) as fake:
        quoted = fake.say("Pagar luz")
        answer = send(fake, quoted={"key": {"id": quoted, "remoteJid": "x", "fromMe": False}})
        fake.wait_idle()
        chats = httpx2.get(f"{fake.url}/phone/chats", trust_env=False).json()["chats"]
    assert answer.status_code == 201
    assert answer.json()["status"] == "PENDING"
    told = receiver.only("send.message").data
    assert told == answer.json()
    assert told["pushName"] == "Você"
    assert told["contextInfo"]["stanzaId"] == quoted
    (own,) = [chat for chat in chats if chat["kind"] == "self"]
    (message,) = own["messages"]
    assert (message["text"], message["from_me"], message["by_product"]) == ("listo", True, True)
    assert [(sent.kind, sent.chat, sent.text, sent.quoted_id) for sent in fake.sent] == [
        ("text", "owner", "listo", quoted)
    ]


def test_a_bare_mexican_number_is_rewritten_and_so_not_found(fake: FakeEvolution) -> None:
    answer = send(fake, "5215512345678")
    assert answer.status_code == 400
    (reason,) = answer.json()["response"]["message"]
    assert reason == {"jid": "525512345678@s.whatsapp.net", "exists": False, "number": "5215512345678"}


def test_a_lid_is_refused_as_a_number(fake: FakeEvolution) -> None:
    assert send(fake, "200000000000004@lid").status_code == 400


def test_a_reaction_replaces_the_owners(fake: FakeEvolution) -> None:
    message = fake.say("Pagar luz")
    fake.react(message, "💳")
    key = {"id": message, "remoteJid": "5215587654321@s.whatsapp.net", "fromMe": False}
    answer = ask(fake, "POST", "/message/sendReaction/demo", {"key": key, "reaction": "⏳"})
    assert answer.status_code == 201
    assert fake.world.message(message).reactions["owner"].emoji == "⏳"
    assert [(sent.kind, sent.text, sent.message_id) for sent in fake.sent] == [("reaction", "⏳", message)]


def test_a_reaction_in_a_group_needs_the_participant(fake: FakeEvolution) -> None:
    message = fake.say("cena", chat="casa")
    body = {"key": {"id": message, "remoteJid": "120363000000000077@g.us", "fromMe": False}, "reaction": "👍"}
    assert ask(fake, "POST", "/message/sendReaction/demo", body).status_code == 400
    body["key"] |= {"participant": "5215587654321@s.whatsapp.net"}  # type: ignore[operator]  # a dict of both
    assert ask(fake, "POST", "/message/sendReaction/demo", body).status_code == 201


def find(fake: FakeEvolution, wanted: str) -> dict[str, Any]:
    body = {"where": {"key": {"id": wanted}}, "page": 1, "offset": 1}
    return dict(ask(fake, "POST", "/chat/findMessages/demo", body).json()["messages"])


def test_messages_are_found_by_id_with_the_text_as_edited(fake: FakeEvolution) -> None:
    message = fake.say("uno")
    fake.say("otro")
    fake.edit(message, "dos")
    found = find(fake, message)
    assert (found["total"], found["pages"], found["currentPage"]) == (1, 1, 1)
    assert found["records"][0]["message"]["conversation"] == "dos"


def test_an_unknown_id_finds_nothing(fake: FakeEvolution) -> None:
    assert find(fake, "3A00") == {"total": 0, "pages": 0, "currentPage": 1, "records": []}


def test_a_stored_row_keeps_the_lid_that_the_webhook_swapped(fake: FakeEvolution) -> None:
    fake.misbehave(addressing="lid_swap")
    (record,) = find(fake, fake.say("hola"))["records"]
    assert record["key"]["remoteJid"] == "200000000000001@lid"
    assert record["key"]["remoteJidAlt"] == "5215587654321@s.whatsapp.net"


def test_a_gateway_that_stores_nothing_finds_nothing(fake: FakeEvolution) -> None:
    message = fake.say("hola")
    fake.misbehave(find_messages="empty")
    assert find(fake, message)["total"] == 0


def test_contacts_are_found_by_address(fake: FakeEvolution) -> None:
    body = {"where": {"remoteJid": "447700900123@s.whatsapp.net"}}
    (contact,) = ask(fake, "POST", "/chat/findContacts/demo", body).json()
    assert (contact["pushName"], contact["isGroup"]) == ("Sam", False)


def test_the_webhook_is_set_and_read_back_and_the_history_goes_there() -> None:
    with receiving() as receiver, FakeEvolution.running(history=True) as fake:
        assert ask(fake, "GET", "/webhook/find/demo").json() is None
        wanted = {
            "enabled": True,
            "url": receiver.url,
            "headers": {"X-Toque-Token": "t"},
            "byEvents": True,
            "base64": False,
            "events": ["MESSAGES_UPSERT"],
        }
        assert ask(fake, "POST", "/webhook/set/demo", {"webhook": wanted}).status_code == 201
        row = ask(fake, "GET", "/webhook/find/demo").json()
        fake.connect("close")
        fake.wait_idle()
    assert (row["url"], row["webhookByEvents"], row["events"]) == (receiver.url, True, ["MESSAGES_UPSERT"])
    assert len(receiver.got) == len(fake.world.messages)
    assert {got.path for got in receiver.got} == {"/hook/messages-upsert"}
    assert {got.headers["x-toque-token"] for got in receiver.got} == {"t"}


def test_the_webhook_needs_its_events(fake: FakeEvolution) -> None:
    answer = ask(fake, "POST", "/webhook/set/demo", {"webhook": {"enabled": True, "url": "http://x.test"}})
    assert answer.status_code == 400


def test_state_and_owner_are_told(fake: FakeEvolution) -> None:
    fake.connect("close")
    assert ask(fake, "GET", "/instance/connectionState/demo").json()["instance"]["state"] == "close"
    (instance,) = ask(fake, "GET", "/instance/fetchInstances").json()
    assert (instance["name"], instance["ownerJid"], instance["connectionStatus"]) == ("demo", OWNER, "close")


def test_sending_fails_as_often_as_told(fake: FakeEvolution) -> None:
    fake.misbehave(send_text="error", send_text_status=503, send_text_times=2)
    assert [send(fake).status_code for _ in range(3)] == [503, 503, 201]


def test_hanging_up_leaves_no_message_or_one_of_which_nobody_knows(fake: FakeEvolution) -> None:
    fake.misbehave(send_text="hang_up")
    with pytest.raises(httpx2.TransportError):
        send(fake)
    assert fake.sent == []
    fake.misbehave(send_text="hang_up_after")
    with pytest.raises(httpx2.TransportError):
        send(fake)
    assert len(fake.sent) == 1


def test_somebody_may_be_said_not_to_be_on_whatsapp(fake: FakeEvolution) -> None:
    fake.misbehave(send_text="not_on_whatsapp")
    answer = send(fake)
    assert answer.status_code == 400
    assert answer.json()["response"]["message"][0]["exists"] is False


def test_a_slow_gateway_answers_late(fake: FakeEvolution) -> None:
    fake.misbehave(send_text="slow", slow_seconds=0.1)
    answer = send(fake)
    assert answer.status_code == 201
    assert answer.elapsed.total_seconds() >= 0.1


@pytest.mark.parametrize("name", ["send-text.201", "send-reaction.201", "find-messages-by-id.200"])
def test_the_answer_has_the_recorded_shape(fake: FakeEvolution, name: str) -> None:
    wanted = recorded(f"responses/{name}")
    message = fake.say("hola")
    key = {"id": message, "remoteJid": "5215587654321@s.whatsapp.net", "fromMe": False}
    answers = {
        "send-text.201": lambda: send(fake).json(),
        "send-reaction.201": lambda: ask(
            fake, "POST", "/message/sendReaction/demo", {"key": key, "reaction": "x"}
        ).json(),
        "find-messages-by-id.200": lambda: {"messages": find(fake, message)},
    }
    assert shape(answers[name]()) == shape(wanted)


def test_a_group_tells_its_people_by_lid_and_phone_and_a_change_is_told_by_webhook() -> None:
    with receiving() as receiver, FakeEvolution.running(webhook_url=receiver.url) as fake:
        fake.regroup("casa", "lupe", "promote")
        fake.regroup("casa", "sam", "add")
        fake.regroup("casa", "marina", "remove")
        fake.wait_idle()
        answer = ask(fake, "GET", "/group/findGroupInfos/demo?groupJid=120363000000000077@g.us")
        unknown = ask(fake, "GET", "/group/findGroupInfos/demo?groupJid=1@g.us")
    told = answer.json()
    assert (told["subject"], told["size"]) == ("Casa 🏠", 4)
    assert [(one["id"], one.get("phoneNumber"), one["admin"]) for one in told["participants"]] == [
        ("100000000000001@lid", OWNER, "superadmin"),
        ("200000000000001@lid", "5215587654321@s.whatsapp.net", "admin"),
        ("200000000000004@lid", None, None),
        ("200000000000002@lid", "447700900123@s.whatsapp.net", None),
    ]
    assert (unknown.status_code, unknown.json()["response"]["message"][0]) == (404, "Error fetching group")
    actions = [one.data["action"] for one in receiver.got if one.event == "group-participants.update"]
    assert sorted(actions) == ["add", "promote", "remove"]
