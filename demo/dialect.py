"""What Evolution API 2.3.7 makes of a chat: the exact shapes of its webhook bodies and stored records."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from demo.people import OWNER, Contact
from demo.world import Chat, Message, Reaction, World, without_phone

Body = dict[str, Any]

INSTANCE_ID: Final = "5a5a5a5a-0000-4000-8000-00000000d340"

# Evolution's own image runs in this zone, and it writes local time with a false Z.
SERVER_ZONE: Final = ZoneInfo("America/Sao_Paulo")

OWN_MESSAGES_NAME: Final = "Você"

CREATED: Final = 1_700_000_000
"""When every group here was made, in Unix seconds."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Says what stands in the world as one release of Evolution does; `addressing` is a fault's word."""

    world: World
    addressing: str = "phone"
    bare_removal: bool = False

    def chat_address(self, chat: Chat) -> str:
        """Return the `remoteJid` of a chat, as webhooks have it."""
        return str(self._chat_key(chat)["remoteJid"])

    def key(self, chat: Chat, author: str, wanted_id: str, *, stored: bool = False) -> Body:
        """Return the outer key of a message or reaction; stored rows keep the LID that 2.3.7 swaps away."""
        where = self._chat_key(chat)
        if stored and self.addressing == "lid_swap" and chat.kind == "direct":
            where["remoteJid"] = self._person(chat.id).lid_jid
        key = {**where, "fromMe": author == OWNER, "id": wanted_id, "participant": ""}
        if chat.kind == "group":
            key |= self._participant(author)
        key["addressingMode"] = self._mode(chat)
        return key

    def text(self, message: Message, *, stored: bool = False) -> Body:
        """Return the data of `messages.upsert` for a text, or of `send.message` for one of the product's."""
        if message.by_product:
            return self.sent_text(message)
        return {
            "key": self.key(self.world.chats[message.chat], message.author, message.id, stored=stored),
            **self._from(message.author),
            "message": {"conversation": message.text, "messageContextInfo": _context(message.id)},
            "messageType": "conversation",
            "messageTimestamp": int(message.at.timestamp()),
            "instanceId": INSTANCE_ID,
            "source": _source(message.author),
        }

    def reaction(self, message: Message, reaction: Reaction) -> Body:
        """Return the data of `messages.upsert` for a reaction: its own key outside, the target's inside."""
        chat = self.world.chats[message.chat]
        inner: Body = {"key": self._target_key(chat, message, reaction.by)}
        if reaction.emoji or not self.bare_removal:
            inner["text"] = reaction.emoji or ""
        inner["senderTimestampMs"] = _long(reaction.ms)
        return {
            "key": self.key(chat, reaction.by, reaction.id),
            **self._from(reaction.by),
            "message": {"reactionMessage": inner},
            "messageType": "reactionMessage",
            "messageTimestamp": reaction.ms // 1000,
            "instanceId": INSTANCE_ID,
            "source": _source(reaction.by),
        }

    def sent_text(self, message: Message) -> Body:
        """Return what `sendText` answers, which is also the data of `send.message`."""
        context: Body = {"mentionedJid": [], "groupMentions": [], "disappearingMode": {"initiator": 0}}
        quoted = self.world.messages.get(message.quoted_id or "")
        if quoted is not None:
            context |= {
                "participant": self._person(quoted.author).jid,
                "stanzaId": quoted.id,
                "quotedMessage": {"conversation": quoted.text},
            }
        sent = self._sent(message.chat, message.id, {"conversation": message.text}, int(message.at.timestamp()))
        return {**sent, "contextInfo": context, "messageType": "conversation"}

    def sent_reaction(self, message: Message, reaction: Reaction) -> Body:
        """Return what `sendReaction` answers; here the milliseconds are a plain number."""
        inner = {
            "text": reaction.emoji or "",
            "key": self._target_key(self.world.chats[message.chat], message, OWNER),
            "senderTimestampMs": reaction.ms,
        }
        sent = self._sent(message.chat, reaction.id, {"reactionMessage": inner}, reaction.ms // 1000)
        return {**sent, "messageType": "reactionMessage"}

    def edit(self, message: Message, at: datetime) -> tuple[tuple[str, Body], ...]:
        """Return the two events of an edit: one that does not name the editor, one that does."""
        milliseconds = str(int(at.timestamp() * 1000))
        bare = {
            "key": self._own_view(message),
            "type": "MESSAGE_EDIT",
            "editedMessage": {"conversation": message.text},
            "timestampMs": milliseconds,
        }
        update = {
            "keyId": message.id,
            "remoteJid": self.chat_address(self.world.chats[message.chat]),
            "fromMe": message.author == OWNER,
            "participant": self.key(self.world.chats[message.chat], message.author, message.id)["participant"],
            "status": "SERVER_ACK",
            "instanceId": INSTANCE_ID,
            "message": {"editedMessage": {"message": {"conversation": message.text}}},
            "messageId": row_id(message.id),
        }
        return (("messages.edited", bare), ("messages.update", update))

    def deletion(self, message: Message) -> tuple[tuple[str, Body], ...]:
        """Return the two events of a deletion for everyone."""
        key = self.key(self.world.chats[message.chat], message.author, message.id)
        return (
            ("messages.edited", {"key": self._own_view(message), "type": "REVOKE"}),
            ("messages.delete", {**key, "status": "DELETED"}),
        )

    def group(self, chat: Chat) -> Body:
        """Return what `findGroupInfos` answers: everybody by LID, with the phone where it is known."""
        people = [self._member(chat, who) for who in (OWNER, *chat.members)]
        return {
            "id": chat.jid,
            "subject": chat.name,
            "subjectOwner": self.world.owner.lid_jid,
            "subjectTime": CREATED,
            "pictureUrl": None,
            "size": len(people),
            "creation": CREATED,
            "owner": self.world.owner.lid_jid,
            "restrict": False,
            "announce": False,
            "participants": people,
            "isCommunity": False,
            "isCommunityAnnounce": False,
        }

    def _member(self, chat: Chat, who: str) -> Body:
        person = self._person(who)
        admin = "superadmin" if who == OWNER else "admin" if who in chat.admins else None
        return {"id": person.lid_jid, **({"phoneNumber": person.phone_jid} if person.phone_jid else {}), "admin": admin}

    def membership(self, chat: Chat, who: str, action: str) -> Body:
        """Return the data of `group-participants.update`."""
        person = self._person(who)
        return {
            "id": chat.jid,
            "author": self.world.owner.lid_jid,
            "participants": [person.lid_jid],
            "action": action,
            "participantsData": [{"jid": person.lid_jid, "phoneNumber": person.phone_jid, "name": person.name}],
        }

    def record(self, message: Message) -> Body:
        """Return the row of `findMessages`."""
        body: Body = {"contextInfo": None, **self.text(message, stored=True)}
        del body["status"]
        status = [{"status": "DELETED" if message.deleted else "READ"}]
        return {"id": row_id(message.id), **body, "MessageUpdate": status}

    def reaction_record(self, message: Message, reaction: Reaction) -> Body:
        """Return the row of `findMessages` for a reaction."""
        told = self.sent_reaction(message, reaction) if reaction.by_product else self.reaction(message, reaction)
        del told["status"]
        return {"id": row_id(reaction.id), "contextInfo": None, **told, "MessageUpdate": []}

    def _chat_key(self, chat: Chat) -> Body:
        if chat.kind == "group":
            return {"remoteJid": chat.jid}
        other = self._person(chat.id)
        if other.phone_jid is None:
            return {"remoteJid": other.lid_jid}
        swapped = self.addressing == "lid_swap" and chat.kind == "direct"
        return {"remoteJid": other.phone_jid, "remoteJidAlt": other.phone_jid if swapped else other.lid_jid}

    def _mode(self, chat: Chat) -> str:
        if chat.kind == "self":
            return "pn"
        hidden = chat.kind == "direct" and self._person(chat.id).phone is None
        return "lid" if hidden or self.addressing != "phone" else "pn"

    def _participant(self, author: str) -> Body:
        who = self._person(author)
        if who.phone_jid is None or self.addressing == "lid_only":
            return {"participant": who.lid_jid}
        pair = (who.phone_jid, who.lid_jid) if self.addressing == "phone" else (who.lid_jid, who.phone_jid)
        return {"participant": pair[0], "participantAlt": pair[1]}

    def _target_key(self, chat: Chat, message: Message, reactor: str) -> Body:
        """Return the inner key: from the gateway's point of view, written before 2.3.7 swaps the LID away."""
        address = self._person(chat.id).lid_jid if self._swaps(chat) else self.chat_address(chat)
        key: Body = {"remoteJid": address, "fromMe": message.author == OWNER, "id": message.id}
        if chat.kind == "group":
            key["participant"] = self._participant(message.author)["participant"]
        elif reactor != OWNER:
            key["participant"] = ""
        return key

    def _swaps(self, chat: Chat) -> bool:
        return self.addressing == "lid_swap" and chat.kind == "direct"

    def _own_view(self, message: Message) -> Body:
        """Return the key as the editor's phone writes it: for a contact's edit that is the owner's chat, "from me"."""
        chat = self.world.chats[message.chat]
        own = message.author == OWNER or chat.kind == "group"
        remote = self.chat_address(chat) if own else self.world.owner.jid
        return {"remoteJid": remote, "fromMe": True, "id": message.id}

    def _from(self, author: str) -> Body:
        status = "SERVER_ACK" if author == OWNER else "DELIVERY_ACK"
        return {"pushName": self._person(author).name, "status": status}

    def _sent(self, chat: str, wanted_id: str, content: Body, second: int) -> Body:
        return {
            "key": {"remoteJid": self.chat_address(self.world.chats[chat]), "fromMe": True, "id": wanted_id},
            "pushName": OWN_MESSAGES_NAME,
            "status": "PENDING",
            "message": content,
            "messageTimestamp": second,
            "instanceId": INSTANCE_ID,
            "source": "web",
        }

    def _person(self, who: str) -> Contact:
        person = self.world.people[who]
        return without_phone(person) if self.addressing == "lid_only" and who != OWNER else person


def envelope(
    event: str, data: Body, *, instance: str, url: str, sender: str, server: str, token: str, at: datetime
) -> Body:
    """Wrap an event's data as it goes over the wire: local time with a false Z, and the token in clear."""
    local = at.astimezone(SERVER_ZONE)
    return {
        "event": event,
        "instance": instance,
        "data": data,
        "destination": url,
        "date_time": f"{local:%Y-%m-%dT%H:%M:%S}.{local.microsecond // 1000:03d}Z",
        "sender": sender,
        "server_url": server,
        "apikey": token,
    }


def row_id(wanted_id: str) -> str:
    """Return the id of the database row that Evolution keeps for a message."""
    return "cm" + hashlib.sha256(wanted_id.encode()).hexdigest()[:23]


def _source(author: str) -> str:
    return "ios" if author == OWNER else "android"


def _long(value: int) -> Body:
    """Split a number as long.js does: two signed halves, so that the low one may be negative."""
    low = value & 0xFFFFFFFF
    return {"low": low - (1 << 32) if low >= 1 << 31 else low, "high": value >> 32, "unsigned": False}


def _context(wanted_id: str) -> Body:
    """Return the baggage of a text: bytes arrive as objects keyed by position."""
    secret = hashlib.sha256(wanted_id.encode()).digest()
    return {"deviceListMetadataVersion": 2, "messageSecret": {str(place): byte for place, byte in enumerate(secret)}}
