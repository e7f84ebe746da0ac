"""The client against a small HTTP server that answers as Evolution does, or misbehaves."""

from __future__ import annotations

import asyncio
import contextlib
import json
import socket
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from engine import clock
from engine.gateways import GATEWAYS, Quoted
from engine.gateways.evolution_client import EvolutionClient
from executors.destinations import NotNow, Permanent, Unclear

INES = "447700900202@s.whatsapp.net"
GROUP = "120363111111111111@g.us"
KEY = "an-api-key-nobody-may-see"
SENT = {"key": {"remoteJid": INES, "fromMe": True, "id": "3EB0AA"}, "status": "PENDING"}


@dataclass
class FakeEvolution:
    """What was asked, and what is answered: one answer for everything."""

    url: str = ""
    code: int = 200
    answer: object = None
    headers: dict[str, str] = field(default_factory=dict)
    respond: Callable[[], Response] | None = None
    silent: bool = False
    asked: list[tuple[str, str, Any]] = field(default_factory=list)
    api_keys: list[str | None] = field(default_factory=list)
    stop: asyncio.Event = field(default_factory=asyncio.Event)

    async def __call__(self, request: Request) -> Response:
        body = await request.body()
        query = f"?{request.url.query}" if request.url.query else ""
        path = request.scope["raw_path"].decode() + query
        self.asked.append((request.method, path, json.loads(body) if body else None))
        self.api_keys.append(request.headers.get("apikey"))
        if self.silent:
            await self.stop.wait()
        return self.respond() if self.respond else JSONResponse(self.answer, self.code, self.headers)


@pytest.fixture
def evolution() -> Iterator[FakeEvolution]:
    fake = FakeEvolution()
    app = Starlette(routes=[Route("/{path:path}", fake.__call__, methods=["GET", "POST"])])
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, lifespan="off", timeout_graceful_shutdown=1))
    listening = socket.create_server(("127.0.0.1", 0))
    fake.url = f"http://127.0.0.1:{listening.getsockname()[1]}"
    loops: list[asyncio.AbstractEventLoop] = []

    async def serve() -> None:
        loops.append(asyncio.get_running_loop())
        await server.serve(sockets=[listening])

    thread = threading.Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    yield fake
    loops[0].call_soon_threadsafe(fake.stop.set)
    server.should_exit = True
    thread.join()
    listening.close()


@contextlib.contextmanager
def opened(url: str, timeout: float = 5.0, instance: str = "taller") -> Iterator[EvolutionClient]:
    client = EvolutionClient(url, KEY, instance, timeout)
    try:
        yield client
    finally:
        client.close()


@pytest.fixture
def client(evolution: FakeEvolution) -> Iterator[EvolutionClient]:
    with opened(evolution.url) as client:
        yield client


@pytest.fixture
def hanging_up() -> Iterator[str]:
    """A server that reads a request and closes the line."""
    listening = socket.create_server(("127.0.0.1", 0))

    def hang_up() -> None:
        while True:
            try:
                line, _ = listening.accept()
            except OSError:
                return
            line.recv(65536)
            line.close()

    thread = threading.Thread(target=hang_up)
    thread.start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    listening.shutdown(socket.SHUT_RDWR)
    listening.close()
    thread.join()


def send(client: EvolutionClient) -> str:
    return client.send_text(INES, "✅ Tarefa criada")


def find(client: EvolutionClient) -> object:
    return client.find_message("T1")


def fault(doing: Callable[[], object]) -> Permanent | Unclear | NotNow:
    with pytest.raises((Permanent, Unclear, NotNow)) as raised:
        doing()
    assert KEY not in f"{raised.value!r} {raised.value.__cause__!r} {raised.value.__context__!r}"
    assert isinstance(raised.value, Permanent | Unclear | NotNow)
    return raised.value


def test_the_registry_makes_clients(evolution: FakeEvolution) -> None:
    evolution.answer = {"instance": {"instanceName": "taller", "state": "open"}}
    client = GATEWAYS["evolution"].client(base_url=evolution.url, api_key=KEY, instance="taller", timeout=5.0)
    assert client.connection_state() == "open"
    client.close()


def test_a_text_is_sent_to_the_full_address(evolution: FakeEvolution, client: EvolutionClient) -> None:
    evolution.answer, evolution.code = SENT, 201
    assert send(client) == "3EB0AA"
    body = {"number": INES, "text": "✅ Tarefa criada", "linkPreview": False}
    assert evolution.asked == [("POST", "/message/sendText/taller", body)]
    assert evolution.api_keys == [KEY]


def test_a_text_quotes_a_message(evolution: FakeEvolution, client: EvolutionClient) -> None:
    evolution.answer, evolution.code = SENT, 201
    client.send_text(GROUP, "feito", quoted=Quoted("T5", GROUP, from_me=False, text="às 13h", participant=INES))
    assert evolution.asked[0][2]["quoted"] == {
        "key": {"id": "T5", "remoteJid": GROUP, "fromMe": False, "participant": INES},
        "message": {"conversation": "às 13h"},
    }


@pytest.mark.parametrize(("emoji", "reaction"), [("⏳", "⏳"), (None, "")])
def test_a_reaction_in_a_group_names_the_author(
    evolution: FakeEvolution, client: EvolutionClient, emoji: str | None, reaction: str
) -> None:
    evolution.answer, evolution.code = SENT, 201
    assert client.send_reaction(GROUP, "T5", from_me=False, participant=INES, emoji=emoji) == "3EB0AA"
    key = {"id": "T5", "remoteJid": GROUP, "fromMe": False, "participant": INES}
    assert evolution.asked == [("POST", "/message/sendReaction/taller", {"key": key, "reaction": reaction})]


def test_a_reaction_in_a_direct_chat_names_nobody(evolution: FakeEvolution, client: EvolutionClient) -> None:
    evolution.answer, evolution.code = SENT, 201
    client.send_reaction(INES, "T1", from_me=True, participant=None, emoji="👍")
    assert evolution.asked[0][2]["key"] == {"id": "T1", "remoteJid": INES, "fromMe": True}


def test_an_instance_with_a_strange_name_stays_one_part_of_the_path(evolution: FakeEvolution) -> None:
    evolution.answer = {}
    with opened(evolution.url + "/evo/", instance="mi taller/ñ?") as client:
        client.webhook()
    assert evolution.asked[0][1] == "/evo/webhook/find/mi%20taller%2F%C3%B1%3F"


def record(message_id: str, text: str = "Podes pagar?", **key: object) -> dict[str, object]:
    return {
        "id": "cm1",
        "key": {"remoteJid": INES, "fromMe": False, "id": message_id, "participant": ""} | key,
        "pushName": "Inês",
        "messageType": "conversation",
        "message": {"conversation": text},
        "messageTimestamp": 1780300800,
        "contextInfo": None,
        "MessageUpdate": [{"status": "READ"}],
    }


def test_a_message_is_found_by_its_id_only(evolution: FakeEvolution, client: EvolutionClient) -> None:
    # The server's filters are known to be void at times: records of other messages come too.
    records = [record("T0", "outra"), record("T1", remoteJidAlt="72000000000022@lid")]
    evolution.answer = {"messages": {"total": 2, "pages": 1, "currentPage": 1, "records": records}}
    found = client.find_message("T1")
    assert found is not None
    assert (found.message_id, found.text, found.author, found.author_name) == ("T1", "Podes pagar?", INES, "Inês")
    assert found.sent_at == datetime(2026, 6, 1, 8, 0, tzinfo=UTC)
    assert found.aliases == ((INES, "72000000000022@lid"),)
    assert evolution.asked[0][:2] == ("POST", "/chat/findMessages/taller")
    assert evolution.asked[0][2]["where"] == {"key": {"id": "T1"}}


@pytest.mark.parametrize(
    "answer",
    [
        {"messages": {"total": 0, "records": []}},
        {"messages": {"records": [record("T0")]}},
        {"messages": {"records": [record("T1") | {"message": None}]}},
        {"messages": {"records": ["?", None]}},
        {"messages": None},
        {},
        [],
        None,
    ],
)
def test_a_message_that_is_not_kept_is_not_found(
    evolution: FakeEvolution, client: EvolutionClient, answer: object
) -> None:
    evolution.answer = answer
    assert client.find_message("T1") is None


def test_the_webhook_is_set_and_read_back(evolution: FakeEvolution, client: EvolutionClient) -> None:
    evolution.code = 201
    client.set_webhook("https://toque.test/hooks/x", {"X-Toque-Token": "t", "jwt_key": "j"})
    (method, path, body) = evolution.asked[0]
    assert (method, path) == ("POST", "/webhook/set/taller")
    assert body["webhook"] == {
        "enabled": True,
        "url": "https://toque.test/hooks/x",
        "headers": {"X-Toque-Token": "t", "jwt_key": "j"},
        "byEvents": False,
        "base64": False,
        "events": [
            "MESSAGES_UPSERT", "MESSAGES_EDITED", "MESSAGES_UPDATE", "MESSAGES_DELETE", "SEND_MESSAGE",
            "CONNECTION_UPDATE", "GROUP_PARTICIPANTS_UPDATE",
        ],
    }  # fmt: skip
    evolution.answer, evolution.code = {"url": "https://toque.test/hooks/x", "enabled": True}, 200
    assert client.webhook()["url"] == "https://toque.test/hooks/x"
    assert evolution.asked[1][:2] == ("GET", "/webhook/find/taller")


def test_a_webhook_that_was_never_set_is_empty(client: EvolutionClient) -> None:
    assert client.webhook() == {}


@pytest.mark.parametrize(
    ("told", "state"),
    [("open", "open"), ("connecting", "connecting"), ("close", "close"), ("odd", "close"), ({}, "close")],
)
def test_the_state_of_the_line_is_one_of_three(
    evolution: FakeEvolution, client: EvolutionClient, told: object, state: str
) -> None:
    evolution.answer = {"instance": {"instanceName": "taller", "state": told}}
    assert client.connection_state() == state
    assert evolution.asked[0][:2] == ("GET", "/instance/connectionState/taller")


@pytest.mark.parametrize(
    ("jid", "owner"), [("447700900101:7@s.whatsapp.net", "447700900101@s.whatsapp.net"), (None, None)]
)
def test_the_owner_is_the_linked_number_of_this_instance(
    evolution: FakeEvolution, client: EvolutionClient, jid: str | None, owner: str | None
) -> None:
    evolution.answer = [{"name": "other", "ownerJid": "1@s.whatsapp.net"}, {"name": "taller", "ownerJid": jid}]
    assert client.owner() == owner
    assert evolution.asked[0][1] == "/instance/fetchInstances?instanceName=taller"


def refusal(*message: object) -> dict[str, object]:
    return {"status": 400, "error": "Bad Request", "response": {"message": list(message)}}


@pytest.mark.parametrize(
    ("code", "answer", "advice"),
    [
        (401, {"status": 401, "error": "Unauthorized", "response": {"message": "Unauthorized"}}, "API key"),
        (403, {"status": 403, "error": "Forbidden", "response": {"message": [f"key {KEY}"]}}, "API key"),
        (404, {"status": 404, "error": "Not Found", "response": {"message": ["no"]}}, "'taller'"),
        (400, refusal({"jid": INES, "exists": False, "number": "447700900202"}), "not on WhatsApp"),
        (400, refusal(["instance requires property text"]), "requires property text"),
        (413, None, "413"),
        (422, None, "422"),
        (302, None, "redirects"),
    ],
)
def test_a_refusal_for_good_says_what_to_do(
    evolution: FakeEvolution, client: EvolutionClient, code: int, answer: object, advice: str
) -> None:
    evolution.code, evolution.answer = code, answer
    for doing in (send, find):
        failed = fault(lambda doing=doing: doing(client))  # type: ignore[misc]  # mypy types no defaults of lambdas
        assert isinstance(failed, Permanent)
        assert advice in str(failed)


@pytest.mark.parametrize("code", [429, 503])
def test_a_busy_server_says_when_to_come_back(evolution: FakeEvolution, client: EvolutionClient, code: int) -> None:
    evolution.code, evolution.headers = code, {"Retry-After": "17"}
    failed = fault(lambda: send(client))
    assert isinstance(failed, NotNow)
    assert failed.retry_after == 17


def test_a_busy_server_may_give_a_date(evolution: FakeEvolution, client: EvolutionClient) -> None:
    evolution.code = 429
    evolution.headers = {"Retry-After": format_datetime(clock.now() + timedelta(seconds=90), usegmt=True)}
    failed = fault(lambda: send(client))
    assert isinstance(failed, NotNow)
    assert failed.retry_after is not None
    assert 80 < failed.retry_after <= 90


@pytest.mark.parametrize("told", ["soon", "-5", "", "Mon, 99 Foo 2026"])
def test_a_busy_server_may_talk_nonsense(evolution: FakeEvolution, client: EvolutionClient, told: str) -> None:
    evolution.code, evolution.headers = 503, {"Retry-After": told}
    failed = fault(lambda: send(client))
    assert isinstance(failed, NotNow)
    assert failed.retry_after is None


def test_a_server_without_licence_is_asked_again_later(evolution: FakeEvolution, client: EvolutionClient) -> None:
    evolution.code, evolution.answer = 503, {"error": "service not activated", "code": "LICENSE_REQUIRED"}
    failed = fault(lambda: send(client))
    assert isinstance(failed, NotNow)
    assert failed.retry_after == 900
    assert "licence" in str(failed)


@pytest.mark.parametrize("code", [400, 500])
def test_a_line_to_whatsapp_that_is_down_is_no_refusal(
    evolution: FakeEvolution, client: EvolutionClient, code: int
) -> None:
    evolution.code, evolution.answer = code, refusal("Error: Connection Closed")
    assert isinstance(fault(lambda: send(client)), NotNow)
    assert isinstance(fault(lambda: find(client)), NotNow)


@pytest.mark.parametrize(
    ("code", "answer"),
    [
        (500, {"status": 500, "error": "Internal Server Error", "response": {"message": "oops"}}),
        (502, None),
        (504, None),
        (400, refusal("PrismaClientKnownRequestError: invalid invocation")),
        (400, refusal("Error: Timed Out")),
    ],
)
def test_a_server_that_fails_leaves_it_unclear_whether_it_had_sent(
    evolution: FakeEvolution, client: EvolutionClient, code: int, answer: object
) -> None:
    evolution.code, evolution.answer = code, answer
    assert isinstance(fault(lambda: send(client)), Unclear)
    assert isinstance(fault(lambda: find(client)), NotNow)


@pytest.mark.parametrize("answer", [{}, {"key": {}}, {"key": {"id": ""}}, [], "ok", None])
def test_a_send_without_an_id_is_unclear(evolution: FakeEvolution, client: EvolutionClient, answer: object) -> None:
    evolution.code, evolution.answer = 201, answer
    assert isinstance(fault(lambda: send(client)), Unclear)


def test_a_page_in_place_of_json_is_another_server(evolution: FakeEvolution, client: EvolutionClient) -> None:
    evolution.respond = lambda: Response("<html>Welcome to nginx!</html>", media_type="text/html")
    assert "base URL" in str(fault(lambda: find(client)))
    assert isinstance(fault(lambda: send(client)), Unclear)


def test_a_server_that_does_not_answer_in_time_leaves_it_unclear(evolution: FakeEvolution) -> None:
    evolution.silent = True
    with opened(evolution.url, timeout=0.2) as client:
        assert isinstance(fault(lambda: send(client)), Unclear)
        assert isinstance(fault(lambda: find(client)), NotNow)


def test_an_answer_that_breaks_off_leaves_it_unclear(evolution: FakeEvolution, client: EvolutionClient) -> None:
    async def half() -> AsyncIterator[bytes]:
        yield b'{"key": {"id": '
        raise ConnectionResetError

    evolution.respond = lambda: StreamingResponse(half(), headers={"Content-Length": "100"})
    assert isinstance(fault(lambda: send(client)), Unclear)
    assert isinstance(fault(lambda: find(client)), NotNow)


def test_a_server_that_hangs_up_leaves_it_unclear(hanging_up: str) -> None:
    with opened(hanging_up) as client:
        assert isinstance(fault(lambda: send(client)), Unclear)
        assert isinstance(fault(lambda: find(client)), NotNow)


def test_a_server_that_is_not_there_got_nothing() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        url = f"http://127.0.0.1:{listening.getsockname()[1]}"
    with opened(url) as client:
        failed = fault(lambda: send(client))
        assert isinstance(failed, NotNow)
        assert failed.retry_after is None
        assert isinstance(fault(lambda: find(client)), NotNow)


def test_a_name_that_does_not_resolve_got_nothing() -> None:
    with opened("http://evolution.invalid") as client:
        assert isinstance(fault(lambda: send(client)), NotNow)


@pytest.mark.parametrize("url", ["", "evolution:8080", "ftp://evolution", "http://", "http://[::1", "http://a:b:c"])
def test_an_address_that_is_no_url_is_a_fault_of_the_settings(url: str) -> None:
    def try_it() -> None:
        with opened(url) as client:
            send(client)

    failed = fault(try_it)
    assert isinstance(failed, Permanent)
    assert "no URL" in str(failed)


@pytest.mark.parametrize("key", ["", "two words", "line\nbreak", "clé"])
def test_a_key_that_no_header_can_carry_is_refused_without_showing_it(key: str) -> None:
    with pytest.raises(Permanent) as refused:
        EvolutionClient("http://127.0.0.1:9", key, "taller", 1.0)
    assert not key or key not in str(refused.value)


def test_a_server_that_repeats_the_key_does_not_make_us_repeat_it(
    evolution: FakeEvolution, client: EvolutionClient
) -> None:
    evolution.code, evolution.answer = 400, refusal(f"bad apikey {KEY}")
    assert "bad apikey ***" in str(fault(lambda: send(client)))


@pytest.mark.parametrize(
    ("participant", "addresses"),
    [
        # 2.2: by phone alone.
        ({"id": "5215587654321@s.whatsapp.net"}, ("5215587654321@s.whatsapp.net",)),
        # A LID and the phone behind it, as the releases after it name them.
        (
            {"id": "200000000000001@lid", "jid": "5215587654321@s.whatsapp.net", "lid": "200000000000001@lid"},
            ("5215587654321@s.whatsapp.net", "200000000000001@lid"),
        ),
        (
            {"id": "200000000000001@lid", "phoneNumber": "5215587654321:3@s.whatsapp.net"},
            ("5215587654321@s.whatsapp.net", "200000000000001@lid"),
        ),
        ({"id": "200000000000004@lid"}, ("200000000000004@lid",)),
    ],
)
def test_the_people_of_a_group_are_told_by_every_address_that_the_server_has(
    evolution: FakeEvolution, client: EvolutionClient, participant: dict[str, str], addresses: tuple[str, ...]
) -> None:
    admins = [participant | {"admin": role} for role in ("superadmin", "admin", None, 7)]
    evolution.answer = {"id": "1@g.us", "subject": "Casa", "participants": [*admins, "nonsense", {"id": 5}]}
    told = client.group("1@g.us")
    assert told is not None
    assert told.subject == "Casa"
    assert [one.addresses for one in told.members] == [addresses] * 4
    assert [one.is_admin for one in told.members] == [True, True, False, False]
    assert evolution.asked[0][:2] == ("GET", "/group/findGroupInfos/taller?groupJid=1@g.us")


@pytest.mark.parametrize("code", [400, 404])
def test_a_group_that_the_server_is_not_in_is_none_and_a_line_that_is_down_is_a_reason_to_come_back(
    evolution: FakeEvolution, client: EvolutionClient, code: int
) -> None:
    evolution.code, evolution.answer = code, refusal("Error fetching group", "Error: item-not-found")
    assert client.group("1@g.us") is None
    evolution.answer = refusal("Error fetching group", "Error: Connection Closed")
    with pytest.raises(NotNow):
        client.group("1@g.us")
    evolution.answer = refusal('The "taller" instance does not exist')
    with pytest.raises(Permanent):
        client.group("1@g.us")
