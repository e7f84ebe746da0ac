"""Understand the webhooks of Evolution API 2.x: a decoded body goes in, signals come out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from engine.gateways import wire
from engine.gateways.content import content_of, mentioned, quoted_id, unwrapped
from engine.gateways.evolution_keys import Json, Key, address, aliases, hidden_lid, key_of
from engine.gateways.gateway import GroupTold, Member, Reading
from engine.gateways.signals import (
    UNTOLD,
    ConnectionChanged,
    DeliveryChanged,
    GroupChanged,
    MessageDeleted,
    MessageEdited,
    MessageSeen,
    ReactionChanged,
    Signal,
)

_EMOJI_LIMIT = 256  # bytes; the longest emoji there is takes 35
# Names in protobuf's JSON, numbers in raw objects.
_EDIT, _REVOKE = ("MESSAGE_EDIT", 14), ("REVOKE", 0)
_SECRET_EDIT = ("MESSAGE_EDIT", 2)

_STATUSES = {
    "ERROR": "failed",
    "SERVER_ACK": "sent",
    "DELIVERY_ACK": "delivered",
    "READ": "read",
    "PLAYED": "played",
}
_STATES = {"open": "open", "connecting": "connecting", "close": "close", "refused": "close"}
_CODES = 10_000
_BY_API = "Você"
"""The name under which Evolution stores what it was asked to send."""
_REASONS = {
    401: "logged out",
    403: "forbidden by WhatsApp",
    408: "timed out",
    411: "needs linking anew",
    428: "line closed",
    440: "replaced by another device",
    500: "bad session",
    503: "WhatsApp is away",
    515: "restarting",
}


def read(body: object) -> Reading:
    """Return what a webhook says; whatever it does not understand gives no signals."""
    envelope = wire.mapping(body)
    # `messages.upsert` on the wire, but MESSAGES_UPSERT in settings and messages-upsert in the URL.
    event = (wire.name(envelope.get("event")) or "").lower().replace("_", ".").replace("-", ".")
    owner = address(envelope.get("sender"))
    reader = _READERS.get(event, _nothing)
    signals = tuple([signal for item in _items(envelope.get("data")) for signal in reader(item, owner)])
    return Reading(event, wire.name(envelope.get("instance")), owner, signals)


def message_seen(record: Json) -> MessageSeen | None:
    """Return the message of a record of Evolution's database, None where it is something else."""
    return next((told for told in _upsert(record, None) if isinstance(told, MessageSeen)), None)


def kept(record: Json) -> tuple[Signal, ...]:
    """Return what a record of Evolution's database tells, be it a message or a reaction.

    What was sent through its API lies there beside what the owner's phone sent, told apart by a name alone.
    """
    by_us = wire.mapping(record.get("key")).get("fromMe") is True and record.get("pushName") == _BY_API
    return tuple(_upsert(record, None, by_us=by_us))


def second_of(record: Json) -> datetime | None:
    """Return when a record of Evolution's database was made, None where it does not say."""
    moment = _moment(record)
    return None if moment == UNTOLD else moment


def group_told(answer: Json) -> GroupTold:
    """Return what an answer of the server tells of a group; a member may be named by phone, by LID, or by both."""
    told = answer.get("participants")
    members = []
    for one in map(wire.mapping, told if isinstance(told, list) else ()):
        named = (address(one.get(name)) for name in ("phoneNumber", "jid", "id", "lid"))
        if addresses := tuple(dict.fromkeys(found for found in named if found)):
            members.append(Member(addresses, one.get("admin") in {"admin", "superadmin"}))
    return GroupTold(wire.text(answer.get("subject"), wire.NAME_LIMIT), tuple(members))


def _items(data: object) -> Iterator[Json]:
    """Yield the objects of `data`, which is one or a list of them."""
    if isinstance(data, dict) and isinstance(data.get("messages"), list):
        data = data["messages"]
    yield from (item for item in (data if isinstance(data, list) else [data]) if isinstance(item, dict))


def _nothing(_item: Json, _owner: str | None) -> Iterator[Signal]:
    yield from ()


def _upsert(item: Json, owner: str | None, *, by_us: bool = False) -> Iterator[Signal]:
    raw = wire.mapping(item.get("key"))
    key = key_of(raw)
    if key is None:
        return
    message = unwrapped(item.get("message"))
    if "reactionMessage" in message:
        yield from _reaction(item, key, wire.mapping(message["reactionMessage"]), owner, by_us=by_us)
    elif "protocolMessage" in message:
        yield from _protocol(wire.mapping(message["protocolMessage"]), item, key)
    elif wire.at(message, "secretEncryptedMessage", "secretEncType") in _SECRET_EDIT:
        if target := wire.name(wire.at(message, "secretEncryptedMessage", "targetMessageKey", "id")):
            yield MessageEdited(target, None, _moment(item), chat=key.chat, editor=key.author)
    elif (sent := wire.second(item.get("messageTimestamp"))) and (content := content_of(message)):
        yield MessageSeen(
            message_id=key.id,
            chat=key.chat,
            author=key.author,
            sent_at=wire.instant(sent),
            text=content.text,
            kind=content.kind,
            author_name=None if by_us else wire.text(item.get("pushName"), wire.NAME_LIMIT),
            quoted_id=quoted_id(item) or content.quoted_id,
            mentions=tuple(dict.fromkeys(found for told in mentioned(item, message) if (found := address(told)))),
            by_us=by_us,
            aliases=aliases(raw, key, owner),
        )


def _send(item: Json, owner: str | None) -> Iterator[Signal]:
    # The event of what was sent through the API: its pushName is the word for "you", nobody's name.
    return _upsert(item, owner, by_us=True)


def _reaction(item: Json, key: Key, reaction: Json, owner: str | None, *, by_us: bool) -> Iterator[Signal]:
    # Of the inner key only the id is to be trusted: the rest may be seen through another phone's eyes.
    target, emoji = wire.name(wire.at(reaction, "key", "id")), reaction.get("text")
    sender_ms = wire.millisecond(reaction.get("senderTimestampMs"))
    server_second = wire.second(item.get("messageTimestamp")) or (sender_ms // 1000 if sender_ms else None)
    if target is None or server_second is None or not isinstance(emoji, str | None):
        return
    raw = wire.mapping(item.get("key"))
    yield ReactionChanged(
        message_id=target,
        chat=key.chat,
        reactor=key.author,
        emoji=wire.text(emoji, _EMOJI_LIMIT),
        outer_id=key.id,
        server_second=server_second,
        sender_ms=sender_ms,
        reactor_name=None if by_us else wire.text(item.get("pushName"), wire.NAME_LIMIT),
        by_us=by_us,
        aliases=aliases(raw, key, owner, _hidden(raw, key, item, reaction, by_us=by_us)),
    )


def _hidden(raw: Json, key: Key, item: Json, reaction: Json, *, by_us: bool) -> str | None:
    # The gateway turns the inner key of a reaction round only where it sees one: inside a wrapper that it does not
    # open, the key is whatever the sender wrote.
    bare = "reactionMessage" in wire.mapping(item.get("message"))
    return hidden_lid(raw, key, wire.mapping(reaction.get("key"))) if bare and not by_us else None


def _protocol(protocol: Json, item: Json, key: Key | None) -> Iterator[Signal]:
    """Read an edit or a deletion; `key` is whose it is, None where that is untold."""
    target, what = wire.name(wire.at(protocol, "key", "id")), protocol.get("type")
    if target is None or isinstance(what, bool) or not isinstance(what, str | int):
        return
    chat, editor = (key.chat, key.author) if key else (None, None)
    if what in _EDIT:
        yield MessageEdited(target, _edited_text(protocol.get("editedMessage")), _moment(protocol, item), chat, editor)
    elif what in _REVOKE:
        yield MessageDeleted(target, _moment(protocol, item), chat)


def _edited(item: Json, _owner: str | None) -> Iterator[Signal]:
    # The key is the editor's own view of the chat, so neither chat nor editor can be learned from it.
    return _protocol(item, item, None)


def _update(item: Json, _owner: str | None) -> Iterator[Signal]:
    inner = wire.mapping(item.get("key"))
    key = key_of({**inner, **item, "id": item.get("keyId") or inner.get("id")})
    if key is None:
        return
    edited = wire.at(item, "message", "editedMessage")
    status = item.get("status")
    if isinstance(edited, dict):
        # The status that comes along is the edit's own.
        yield MessageEdited(key.id, _edited_text(edited), _moment(item), key.chat, key.author)
    elif key.from_me and isinstance(status, str) and status in _STATUSES:
        yield DeliveryChanged(key.id, _STATUSES[status])


def _delete(item: Json, _owner: str | None) -> Iterator[Signal]:
    if key := key_of(wire.mapping(item.get("key")) or item):
        yield MessageDeleted(key.id, _moment(item), key.chat)


def _connection(item: Json, _owner: str | None) -> Iterator[Signal]:
    state, code = item.get("state"), wire.whole(item.get("statusReason"))
    if isinstance(state, str) and state in _STATES:
        told = _STATES[state]
        known = told == "close" and code is not None and 0 < code < _CODES
        yield ConnectionChanged(told, f"{_REASONS.get(code or 0, 'unknown')} ({code})" if known else None)


def _group(item: Json, _owner: str | None) -> Iterator[Signal]:
    # Who came or went stands in several shapes; the group is asked for the whole of it.
    if chat := address(item.get("id")):
        yield GroupChanged(chat)


_READERS: dict[str, Callable[[Json, str | None], Iterator[Signal]]] = {
    "messages.upsert": _upsert,
    "messages.set": _upsert,
    "send.message": _send,
    "messages.edited": _edited,
    "messages.update": _update,
    "messages.delete": _delete,
    "connection.update": _connection,
    "group.participants.update": _group,
    "groups.upsert": _group,
    "groups.update": _group,
}


def _edited_text(edited: object) -> str | None:
    # Bare, or in the wrapper of edits without the wrapper's name.
    bare = wire.at(edited, "message") is None
    content = content_of(unwrapped(edited if bare else {"editedMessage": edited}))
    return content.text if content else None


def _moment(*sources: Json) -> datetime:
    """Return when it happened by the first source that tells."""
    for source in sources:
        if ms := wire.millisecond(source.get("timestampMs")):
            return wire.instant(ms / 1000)
        if seconds := wire.second(source.get("messageTimestamp")):
            return wire.instant(seconds)
    return UNTOLD
