"""The pretended phone by HTTP: read its chats, write, react, edit, delete, and make the gateway misbehave."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from starlette.responses import Response
from starlette.routing import Route

from demo.news import stream
from demo.people import OWNER
from demo.world import Message, NotPossible, from_milliseconds

if TYPE_CHECKING:
    from starlette.requests import Request

    from demo.evolution import FakeEvolution

Body = dict[str, Any]
Action = Callable[["FakeEvolution", Body], Body]


def routes(fake: FakeEvolution) -> list[Route]:
    """Return the phone's addresses."""
    actions: dict[str, Action] = {
        "say": _say,
        "react": _react,
        "try": _try,
        "edit": _edit,
        "delete": _delete,
        "faults": _faults,
        "release": _release,
        "connection": _connection,
    }
    return [
        Route("/phone/chats", _shown(fake, _chats)),
        Route("/phone/sent", _shown(fake, _sent)),
        Route("/phone/faults", _shown(fake, lambda fake: fake.faults.as_json())),
        Route("/phone/webhooks", _shown(fake, _webhooks)),
        Route("/phone/idle", _idle(fake)),
        Route("/phone/stream", stream(fake.news)),
        *(Route(f"/phone/{name}", _done(fake, action), methods=["POST"]) for name, action in actions.items()),
    ]


def _shown(fake: FakeEvolution, show: Callable[[FakeEvolution], Body]) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(_: Request) -> Response:
        return _json(show(fake))

    return endpoint


def _done(fake: FakeEvolution, action: Action) -> Callable[[Request], Awaitable[Response]]:
    """Read the body as JSON whatever its declared type is, as `curl -d` declares a form."""

    async def endpoint(request: Request) -> Response:
        try:
            body = json.loads(await request.body() or b"{}")
            if not isinstance(body, dict):
                return _json({"error": 'Send a JSON object, like {"text": "…"}.'}, 400)
            return _json(action(fake, body))
        except json.JSONDecodeError as reason:
            return _json({"error": f"The body is not JSON: {reason}."}, 400)
        except UnicodeDecodeError:
            return _json({"error": "The body is not UTF-8."}, 400)
        except NotPossible as reason:
            return _json({"error": str(reason)}, 400)

    return endpoint


def _json(body: Body, status: int = 200) -> Response:
    """Answer readable JSON: two spaces, emoji as they are, and a newline for the terminal."""
    return Response(json.dumps(body, ensure_ascii=False, indent=2) + "\n", status, media_type="application/json")


def _idle(fake: FakeEvolution) -> Callable[[Request], Awaitable[Response]]:
    """Wait (`?timeout=` seconds, 10 at first) until nothing is in flight, and say whether it is so."""

    async def endpoint(request: Request) -> Response:
        try:
            timeout = min(float(request.query_params.get("timeout", "10")), 60)
        except ValueError:
            return _json({"error": "timeout is a number of seconds."}, 400)
        quiet = await fake.idle(timeout)
        courier = fake.courier
        return _json({"idle": quiet, "in_flight": courier.in_flight, "held": len(courier.held)})

    return endpoint


def _say(fake: FakeEvolution, body: Body) -> Body:
    author = _optional(body, "from")
    chat = _optional(body, "chat") or (author if author and author != OWNER else None) or "lupe"
    return {"message_id": fake.say(_text(body, "text"), chat=chat, author=author, at=_at(body))}


def _react(fake: FakeEvolution, body: Body) -> Body:
    reaction_id = fake.react(
        _text(body, "message_id"),
        _emoji(body),
        by=_optional(body, "by") or OWNER,
        at=_at(body),
        via_api=body.get("via_api") is True,
    )
    return {"reaction_id": reaction_id}


def _try(fake: FakeEvolution, body: Body) -> Body:
    """Say and react in one go: what the quick start's one line of curl does."""
    emoji = _emoji(body)
    if emoji is None:
        raise NotPossible("emoji is the reaction to try, like 💳. To write without a reaction: /phone/say")
    message_id = str(_say(fake, body)["message_id"])
    return {"message_id": message_id, "reaction_id": fake.react(message_id, emoji)}


def _edit(fake: FakeEvolution, body: Body) -> Body:
    fake.edit(_text(body, "message_id"), _text(body, "text"), at=_at(body))
    return {"message_id": body["message_id"]}


def _delete(fake: FakeEvolution, body: Body) -> Body:
    fake.delete(_text(body, "message_id"))
    return {"message_id": body["message_id"]}


def _faults(fake: FakeEvolution, body: Body) -> Body:
    """Change the named faults; an empty object ends them all."""
    if body:
        fake.misbehave(**body)
    else:
        fake.behave()
    return fake.faults.as_json()


def _release(fake: FakeEvolution, body: Body) -> Body:
    return {"released": fake.release(backwards=body.get("backwards") is True)}


def _connection(fake: FakeEvolution, body: Body) -> Body:
    state = _text(body, "state")
    if state not in {"open", "connecting", "close"}:
        raise NotPossible("state is open, connecting or close.")
    fake.connect(state)
    return {"state": state}


def _chats(fake: FakeEvolution) -> Body:
    world = fake.world
    messages = sorted(world.messages.values(), key=lambda message: message.at)
    return {
        "owner": world.owner.jid,
        "chats": [
            {
                "id": chat.id,
                "name": chat.name,
                "address": chat.jid,
                "kind": chat.kind,
                "language": chat.language,
                "members": list(chat.members),
                "messages": [_message(message) for message in messages if message.chat == chat.id],
            }
            for chat in list(world.chats.values())
        ],
    }


def _message(message: Message) -> Body:
    return {
        "message_id": message.id,
        "from": message.author,
        "from_me": message.author == OWNER,
        "by_product": message.by_product,
        "text": None if message.deleted else message.text,
        "at": message.at.isoformat(),
        "quoted_id": message.quoted_id,
        "edited": message.edited,
        "deleted": message.deleted,
        "reactions": [
            {
                "reaction_id": reaction.id,
                "by": reaction.by,
                "from_me": reaction.by == OWNER,
                "by_product": reaction.by_product,
                "emoji": reaction.emoji,
                "at": from_milliseconds(reaction.ms).isoformat(),
            }
            for reaction in list(message.reactions.values())
            if reaction.emoji is not None
        ],
    }


def _sent(fake: FakeEvolution) -> Body:
    return {"sent": [sent.as_json() for sent in fake.sent]}


def _webhooks(fake: FakeEvolution) -> Body:
    return {
        "webhooks": [
            {"event": delivery.event, "url": delivery.url, "outcome": delivery.outcome, "answers": delivery.answers}
            for delivery in fake.deliveries
        ]
    }


def _optional(body: Body, name: str) -> str | None:
    value = body.get(name)
    if value is not None and not isinstance(value, str):
        raise NotPossible(f"{name} is a text.")
    return value or None


def _text(body: Body, name: str) -> str:
    value = _optional(body, name)
    if value is None:
        raise NotPossible(f"{name} is missing.")
    return value


def _emoji(body: Body) -> str | None:
    if "emoji" not in body:
        raise NotPossible("emoji is missing; null takes the reaction back.")
    return _optional(body, "emoji")


def _at(body: Body) -> datetime | None:
    """Read when it happened: Unix seconds, or ISO 8601 with its offset."""
    value = body.get("at")
    if value is None:
        return None
    try:
        if isinstance(value, int | float) and not isinstance(value, bool):
            return datetime.fromtimestamp(value, UTC)
        moment = datetime.fromisoformat(value)
    except (TypeError, ValueError, OverflowError, OSError):
        raise NotPossible(f"at is a time like 2026-01-02T09:00:00-06:00, not {value!r}.") from None
    if moment.tzinfo is None:
        raise NotPossible(f"at needs its offset from UTC, like {value}-06:00.")
    return moment.astimezone(UTC)
