"""The addresses of Evolution API 2.3.7 that the product uses, answered as Evolution answers them."""

from __future__ import annotations

import asyncio
import hmac
import re
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, Final

from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from demo import clock, server
from demo.dialect import INSTANCE_ID, Body, row_id
from demo.webhooks import Webhook
from demo.world import NotPossible

if TYPE_CHECKING:
    from starlette.requests import Request

    from demo.evolution import FakeEvolution

Answer = Callable[["FakeEvolution", Body], Response]

NAMES: Final = {400: "Bad Request", 401: "Unauthorized", 404: "Not Found", 500: "Internal Server Error"}
MEXICO_AND_ARGENTINA: Final = ("52", "54")
SETTINGS: Final[Body] = {
    "rejectCall": False, "msgCall": "", "groupsIgnore": False, "alwaysOnline": False, "readMessages": False,
    "readStatus": False, "syncFullHistory": False, "wavoipToken": "",
}  # fmt: skip


def routes(fake: FakeEvolution) -> list[Route]:
    """Return Evolution's addresses."""
    return [
        Route("/", _welcome(fake)),
        Route("/message/sendText/{instance}", _guarded(fake, _send_text), methods=["POST"]),
        Route("/message/sendReaction/{instance}", _guarded(fake, _send_reaction), methods=["POST"]),
        Route("/chat/findMessages/{instance}", _guarded(fake, _find_messages), methods=["POST"]),
        Route("/chat/findContacts/{instance}", _guarded(fake, _find_contacts), methods=["POST"]),
        Route("/group/findGroupInfos/{instance}", _guarded(fake, _find_group)),
        Route("/webhook/set/{instance}", _guarded(fake, _set_webhook), methods=["POST"]),
        Route("/webhook/find/{instance}", _guarded(fake, _find_webhook)),
        Route("/settings/set/{instance}", _guarded(fake, _set_settings), methods=["POST"]),
        Route("/settings/find/{instance}", _guarded(fake, _find_settings)),
        Route("/instance/connectionState/{instance}", _guarded(fake, _connection_state)),
        Route("/instance/fetchInstances", _guarded(fake, _fetch_instances)),
    ]


def refused(status: int, message: object) -> Response:
    """Answer an error in Evolution's form."""
    body = {"status": status, "error": NAMES.get(status, "Error"), "response": {"message": message}}
    return JSONResponse(body, status)


def dialled(number: str) -> str:
    """Make an address of a number as Evolution does: it rewrites Mexican, Argentine and Brazilian mobiles."""
    if "@" in number:
        return number
    digits = re.sub(r"[\s+()-]", "", number)
    if digits.startswith(MEXICO_AND_ARGENTINA) and len(digits) == len("5215512345678"):
        digits = digits[:2] + digits[3:]
    elif (mobile := re.fullmatch(r"55(\d\d)\d(\d{8})", digits)) and mobile[1] >= "31" and mobile[2][0] >= "7":
        digits = f"55{mobile[1]}{mobile[2]}"
    return f"{digits}@s.whatsapp.net"


def _guarded(fake: FakeEvolution, answer: Answer) -> Callable[[Request], Awaitable[Response]]:
    """Check key, instance and JSON, and fail as the faults of this moment say, before a request is answered."""

    async def endpoint(request: Request) -> Response:
        if not hmac.compare_digest(request.headers.get("apikey", "").encode(), fake.api_key.encode()):
            return refused(401, "Unauthorized")
        name = request.path_params.get("instance") or request.query_params.get("instanceName") or fake.instance
        if name != fake.instance:
            return refused(404, [f'The "{name}" instance does not exist'])
        body: Any = dict(request.query_params)
        if request.method == "POST":
            try:
                body = await request.json()
            except ValueError:
                return refused(400, ["The body is not JSON"])
        if not isinstance(body, dict):
            return refused(400, ["The body is not an object"])
        if answer is _send_text:
            return await _with_faults(fake, request, body)
        return answer(fake, body)

    return endpoint


async def _with_faults(fake: FakeEvolution, request: Request, body: Body) -> Response:
    """Send a text, or fail to in the way asked for."""
    fault = fake.take_fault("send_text")
    if fault == "error":
        return refused(fake.faults.send_text_status, ["The fake was told to fail"])
    if fault == "hang_up":
        await server.hang_up(request)
    if fault == "not_on_whatsapp":
        return _not_on_whatsapp(str(body.get("number", "")))
    if fault == "slow":
        await asyncio.sleep(fake.faults.slow_seconds)
    if fault == "hang_up":
        return Response(status_code=500)
    answer = _send_text(fake, body)
    if fault == "hang_up_after":
        await server.hang_up(request)
    return answer


def _send_text(fake: FakeEvolution, body: Body) -> Response:
    number, text = body.get("number"), body.get("text")
    if not isinstance(number, str) or not number:
        return refused(400, [['instance requires property "number"']])
    if not isinstance(text, str) or not text:
        return refused(400, [['instance requires property "text"']])
    address = dialled(number)
    chat = next((chat for chat in list(fake.world.chats.values()) if chat.jid == address), None)
    if chat is None or address.endswith("@lid"):
        return _not_on_whatsapp(number)
    quoted = body.get("quoted") or {}
    message = fake.send_text(chat, number, text, (quoted.get("key") or {}).get("id"))
    return JSONResponse(fake.speaker.sent_text(message), 201)


def _not_on_whatsapp(number: str) -> Response:
    return refused(400, [{"jid": dialled(number), "exists": False, "number": number}])


def _send_reaction(fake: FakeEvolution, body: Body) -> Response:
    key, emoji = body.get("key"), body.get("reaction")
    if not isinstance(key, dict) or not key.get("id") or not key.get("remoteJid") or not isinstance(emoji, str):
        return refused(400, [['instance requires property "key" with "id" and "remoteJid", and "reaction"']])
    if str(key["remoteJid"]).endswith("@g.us") and not key.get("participant"):
        return refused(400, ["A reaction in a group needs the participant who wrote the message"])
    try:
        message = fake.world.message(str(key["id"]))
        reaction = fake.send_reaction(message, str(key["remoteJid"]), emoji)
    except NotPossible as reason:
        return refused(400, [str(reason)])
    return JSONResponse(fake.speaker.sent_reaction(message, reaction), 201)


def _find_messages(fake: FakeEvolution, body: Body) -> Response:
    """Find by id only: the other filters of 2.3.7 filter nothing."""
    fault = fake.take_fault("find_messages")
    if fault == "error":
        return refused(500, ["The fake was told to fail"])
    where = body.get("where") or {}
    wanted = (where.get("key") or {}).get("id") if isinstance(where, dict) else None
    found = [message for message in list(fake.world.messages.values()) if wanted in {None, message.id}]
    rows = [] if fault == "empty" else [fake.speaker.record(message) for message in found]
    if fault != "empty":
        # Evolution stores a reaction like any message, under the reaction's own id.
        rows += [
            fake.speaker.reaction_record(message, reaction)
            for message in list(fake.world.messages.values())
            for reaction in list(message.reactions.values())
            if wanted in {None, reaction.id}
        ]
    rows.sort(key=lambda row: row["messageTimestamp"], reverse=True)
    size, page = max(1, int(body.get("offset") or 50)), max(1, int(body.get("page") or 1))
    shown = rows[(page - 1) * size : page * size]
    pages = -(-len(rows) // size)
    return JSONResponse({"messages": {"total": len(rows), "pages": pages, "currentPage": page, "records": shown}})


def _find_contacts(fake: FakeEvolution, body: Body) -> Response:
    wanted = (body.get("where") or {}).get("remoteJid")
    named = {chat.jid: chat.name for chat in list(fake.world.chats.values()) if chat.kind != "self"}
    return JSONResponse(
        [
            {
                "id": row_id(jid),
                "remoteJid": jid,
                "pushName": name,
                "profilePicUrl": None,
                "instanceId": INSTANCE_ID,
                "isGroup": jid.endswith("@g.us"),
                "isSaved": True,
                "type": "group" if jid.endswith("@g.us") else "contact",
            }
            for jid, name in named.items()
            if wanted in {None, jid}
        ]
    )


def _find_group(fake: FakeEvolution, body: Body) -> Response:
    wanted, fault = body.get("groupJid"), fake.take_fault("find_group")
    if fault == "error":
        return refused(500, ["The fake was told to fail"])
    if not isinstance(wanted, str):
        return refused(400, ["The group id needs to be informed in the query"])
    chat = next((chat for chat in list(fake.world.chats.values()) if chat.kind == "group" and chat.jid == wanted), None)
    if chat is None or fault == "unknown":
        return refused(404, ["Error fetching group", "Error: item-not-found"])
    return JSONResponse(fake.speaker.group(chat))


def _set_webhook(fake: FakeEvolution, body: Body) -> Response:
    wanted = body.get("webhook")
    if not isinstance(wanted, dict) or not isinstance(wanted.get("url"), str):
        return refused(400, [['instance requires property "webhook"']])
    if not isinstance(wanted.get("events"), list):
        return refused(400, [['instance.webhook requires property "events"']])
    if not wanted["url"].startswith(("http://", "https://")):
        return refused(400, ['Invalid "url" property'])
    fake.set_webhook(
        Webhook(
            wanted["url"],
            {str(name): str(value) for name, value in (wanted.get("headers") or {}).items()},
            enabled=bool(wanted.get("enabled", True)),
            by_events=bool(wanted.get("byEvents")),
            base64=bool(wanted.get("base64")),
            events=tuple(str(event) for event in wanted["events"]),
        )
    )
    return JSONResponse(_webhook_row(fake.webhook), 201)


def _find_webhook(fake: FakeEvolution, _: Body) -> Response:
    return JSONResponse(_webhook_row(fake.webhook))


def _webhook_row(webhook: Webhook | None) -> Body | None:
    if webhook is None:
        return None
    moment = clock.now().isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return {
        "id": row_id("webhook"),
        "url": webhook.url,
        "headers": webhook.headers,
        "enabled": webhook.enabled,
        "events": list(webhook.events),
        "webhookByEvents": webhook.by_events,
        "webhookBase64": webhook.base64,
        "createdAt": moment,
        "updatedAt": moment,
        "instanceId": INSTANCE_ID,
    }


def _set_settings(fake: FakeEvolution, body: Body) -> Response:
    """Keep the settings; a groupsIgnore is told, not obeyed."""
    if not all(isinstance(body.get(name), bool) for name, value in SETTINGS.items() if isinstance(value, bool)):
        return refused(400, [['instance requires property "rejectCall"']])
    fake.app.state.settings = {name: body.get(name, value) for name, value in SETTINGS.items()}
    answer = {"settings": {"instanceName": fake.instance, "settings": fake.app.state.settings}}
    return JSONResponse(answer, 201)


def _find_settings(fake: FakeEvolution, _: Body) -> Response:
    return JSONResponse(getattr(fake.app.state, "settings", SETTINGS))


def _connection_state(fake: FakeEvolution, _: Body) -> Response:
    return JSONResponse({"instance": {"instanceName": fake.instance, "state": fake.state}})


def _fetch_instances(fake: FakeEvolution, _: Body) -> Response:
    owner, world = fake.world.owner, fake.world
    stored = 0 if fake.faults.find_messages == "empty" else len(world.messages)
    row = {
        "id": INSTANCE_ID,
        "name": fake.instance,
        "connectionStatus": fake.state,
        "ownerJid": owner.jid,
        "profileName": owner.name,
        "profilePicUrl": None,
        "integration": "WHATSAPP-BAILEYS",
        "number": owner.phone,
        "token": fake.api_key,
        "clientName": "evolution_exchange",
        "disconnectionReasonCode": None,
        "_count": {"Message": stored, "Contact": len(world.people), "Chat": len(world.chats)},
    }
    return JSONResponse([row])


def _welcome(fake: FakeEvolution) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(_: Request) -> Response:
        greeting = "Welcome to the Evolution API, it is working!"
        body = {"status": 200, "message": greeting, "version": "2.3.7", "clientName": "evolution_exchange"}
        return JSONResponse(
            {**body, "manager": f"{fake.url}/manager", "documentation": "https://doc.evolution-api.com"}
        )

    return endpoint
