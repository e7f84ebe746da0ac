"""The pretended phone is pleasant to use by curl, and says in a sentence what it cannot do."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import httpx2
import pytest

from demo.evolution import FakeEvolution
from tests.demo.receiver import receiving

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def fake() -> Iterator[FakeEvolution]:
    with FakeEvolution.running(history=True) as running:
        yield running


def curl(fake: FakeEvolution, path: str, body: object) -> httpx2.Response:
    """Post as `curl -d` does: JSON that calls itself a form."""
    headers = {"content-type": "application/x-www-form-urlencoded"}
    content = body if isinstance(body, str) else json.dumps(body)
    return httpx2.post(f"{fake.url}/phone/{path}", content=content, headers=headers, trust_env=False)


def test_one_call_says_and_reacts() -> None:
    with receiving() as receiver, FakeEvolution.running(webhook_url=receiver.url) as fake:
        answer = curl(fake, "try", {"text": "Pagar luz CFE $890 vence 15 enero", "emoji": "💳"}).json()
        fake.wait_idle()
    said, reacted = sorted((got.data for got in receiver.got), key=lambda data: data["messageType"])
    assert said["key"]["id"] == answer["message_id"]
    assert said["key"]["remoteJid"].startswith("52")
    assert reacted["key"]["id"] == answer["reaction_id"]
    assert reacted["key"]["fromMe"] is True
    assert reacted["message"]["reactionMessage"]["key"]["id"] == answer["message_id"]


def test_the_chats_show_messages_with_their_reactions(fake: FakeEvolution) -> None:
    ids = curl(fake, "try", {"text": "Dinner at 8", "emoji": "📅", "chat": "sam", "from": "owner"}).json()
    curl(fake, "react", {"message_id": ids["message_id"], "emoji": "👍", "by": "sam"})
    curl(fake, "edit", {"message_id": ids["message_id"], "text": "Dinner at 9"})
    chats = httpx2.get(f"{fake.url}/phone/chats", trust_env=False).json()["chats"]
    (sam,) = [chat for chat in chats if chat["id"] == "sam"]
    message = sam["messages"][-1]
    assert (message["text"], message["from_me"], message["edited"]) == ("Dinner at 9", True, True)
    assert [(reaction["by"], reaction["from_me"], reaction["emoji"]) for reaction in message["reactions"]] == [
        ("owner", True, "📅"),
        ("sam", False, "👍"),
    ]
    curl(fake, "react", {"message_id": ids["message_id"], "emoji": None})
    curl(fake, "delete", {"message_id": ids["message_id"]})
    message = next(
        message
        for chat in httpx2.get(f"{fake.url}/phone/chats", trust_env=False).json()["chats"]
        for message in chat["messages"]
        if message["message_id"] == ids["message_id"]
    )
    assert (message["deleted"], message["text"]) == (True, None)
    assert [reaction["by"] for reaction in message["reactions"]] == ["sam"]


def test_there_are_chats_in_three_languages_with_five_messages_each(fake: FakeEvolution) -> None:
    chats = {chat["id"]: chat for chat in httpx2.get(f"{fake.url}/phone/chats", trust_env=False).json()["chats"]}
    for name, prefix in {"lupe": "52", "sam": "44", "marina": "55"}.items():
        assert chats[name]["address"].startswith(prefix)
        assert len(chats[name]["messages"]) >= 5


def test_a_number_never_seen_becomes_a_contact(fake: FakeEvolution) -> None:
    message_id = curl(fake, "say", {"text": "hi", "from": "+4915112345678"}).json()["message_id"]
    message = fake.world.message(message_id)
    assert fake.world.chats[message.chat].jid == "4915112345678@s.whatsapp.net"


def test_the_owner_writes_to_themselves(fake: FakeEvolution) -> None:
    message_id = curl(fake, "say", {"text": "nota", "chat": "owner"}).json()["message_id"]
    assert fake.world.message(message_id).author == "owner"


@pytest.mark.parametrize(
    ("path", "body", "sentence"),
    [
        ("say", "{", "not JSON"),
        ("say", "[]", "Send a JSON object"),
        ("say", {}, "text is missing"),
        ("say", {"text": 5}, "text is a text"),
        ("say", {"text": "x", "chat": "nobody"}, "Nobody here is called 'nobody'"),
        ("say", {"text": "x", "chat": "sam", "from": "lupe"}, "is not in the chat 'sam'"),
        ("say", {"text": "x", "at": "yesterday"}, "at is a time like"),
        ("say", {"text": "x", "at": "2026-01-02T09:00"}, "needs its offset"),
        ("try", {"text": "x"}, "emoji is missing"),
        ("try", {"text": "x", "emoji": None}, "the reaction to try"),
        ("react", {"message_id": "3A00", "emoji": "✅"}, "No message here has the id '3A00'"),
        ("connection", {"state": "wide open"}, "open, connecting or close"),
        ("faults", {"send_text": "burn"}, "send_text is one of"),
    ],
)
def test_what_is_not_possible_is_said_in_a_sentence(
    fake: FakeEvolution, path: str, body: object, sentence: str
) -> None:
    answer = curl(fake, path, body)
    assert answer.status_code == 400
    assert sentence in answer.json()["error"]


def test_faults_are_set_shown_and_ended(fake: FakeEvolution) -> None:
    assert curl(fake, "faults", {"duplicate": 3, "reorder": 4}).json()["duplicate"] == 3
    assert httpx2.get(f"{fake.url}/phone/faults", trust_env=False).json()["reorder"] == 4
    assert curl(fake, "faults", {}).json()["duplicate"] == 1


def test_idle_tells_what_is_held_back() -> None:
    with receiving() as receiver, FakeEvolution.running(webhook_url=receiver.url) as fake:
        curl(fake, "faults", {"late": True})
        curl(fake, "say", {"text": "hola"})
        answer = httpx2.get(f"{fake.url}/phone/idle", trust_env=False).json()
        assert answer == {"idle": True, "in_flight": 0, "held": 1}
        assert curl(fake, "release", {}).json() == {"released": 1}
        fake.wait_idle()
    assert len(receiver.got) == 1


def test_an_api_reaction_on_the_phone_is_told_as_our_own() -> None:
    with receiving() as receiver, FakeEvolution.running(webhook_url=receiver.url) as fake:
        fake.react(fake.say("hola"), "💳", via_api=True)
        fake.wait_idle()
    assert receiver.only("send.message").data["message"]["reactionMessage"]["text"] == "💳"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_program_says_its_port_and_ends_when_told(number: signal.Signals) -> None:
    with receiving() as receiver:
        command = [sys.executable, "-m", "demo", "--port", "0", "--webhook-url", receiver.url]
        # By the environment, since a command line is everybody's to read.
        env = {**os.environ, "TOQUE_DEMO_WEBHOOK_TOKEN": "t", "TOQUE_DEMO_API_KEY": "k"}
        with subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            port = json.loads(process.stdout.readline())["port"]
            url = f"http://127.0.0.1:{port}/phone"
            httpx2.post(f"{url}/try", json={"text": "hola", "emoji": "✅"}, trust_env=False).raise_for_status()
            assert httpx2.get(f"{url}/idle", trust_env=False).json()["idle"]
            state = f"http://127.0.0.1:{port}/instance/connectionState/demo"
            assert httpx2.get(state, headers={"apikey": "k"}, trust_env=False).status_code == 200
            os.kill(process.pid, number)
            assert process.wait(5) == 0
    assert {got.headers["x-toque-token"] for got in receiver.got} == {"t"}


def test_a_port_that_is_taken_is_said_in_a_sentence(fake: FakeEvolution) -> None:
    port = fake.url.rpartition(":")[2]
    ended = subprocess.run(
        [sys.executable, "-m", "demo", "--port", port],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )
    assert ended.returncode == 1
    assert "in use" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_every_change_on_the_phone_is_told_at_once_to_all_who_look(fake: FakeEvolution) -> None:
    def changes(answer: httpx2.Response) -> Iterator[int]:
        return (json.loads(event.data)["change"] for event in httpx2.EventSource(answer) if event.event == "changed")

    def look() -> AbstractContextManager[httpx2.Response]:
        return httpx2.stream("GET", f"{fake.url}/phone/stream", trust_env=False, timeout=10)

    with look() as one, look() as other:
        first, second = changes(one), changes(other)
        seen = next(first), next(second)
        message_id = curl(fake, "say", {"text": "hola"}).json()["message_id"]
        assert (next(first), next(second)) == (seen[0] + 1, seen[1] + 1)
        curl(fake, "react", {"message_id": message_id, "emoji": "✅"})
        assert next(first) == seen[0] + 2


def test_each_chat_says_in_which_language_it_is(fake: FakeEvolution) -> None:
    chats = httpx2.get(f"{fake.url}/phone/chats", trust_env=False).json()["chats"]
    languages = {chat["id"]: chat["language"] for chat in chats}
    assert languages == {"owner": "", "lupe": "es", "sam": "en", "marina": "pt", "nina": "es", "casa": "es"}
