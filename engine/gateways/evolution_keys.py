"""Who and where, in Evolution's keys: addresses, and which of them are the same person."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from engine.gateways import wire
from engine.gateways.signals import OWNER, Alias

Json = Mapping[str, object]

_DEVICE = re.compile(r"(_\d+)?(:\d+)?@")


def address(value: object) -> str | None:
    """Return a person's or chat's address without the device that it was heard from."""
    known = wire.name(value)
    if known is None or not ("_" in known or ":" in known or "@c.us" in known):
        return known  # as most are
    return _DEVICE.sub("@", known, count=1).replace("@c.us", "@s.whatsapp.net")


@dataclass(frozen=True, slots=True)
class Key:
    """The key of a message as Evolution gives it: which one, where, by whom."""

    id: str
    chat: str
    author: str

    @property
    def from_me(self) -> bool:
        """Say whether the connection's own number wrote it."""
        return self.author == OWNER

    @property
    def direct(self) -> bool:
        """Say whether it stands in a 1:1 chat."""
        return _is_person(self.chat)


def key_of(raw: Json) -> Key | None:
    """Return the key, None where it is incomplete or of a chat that is nobody's: a status or a channel."""
    message_id, chat = wire.name(raw.get("id")), address(raw.get("remoteJid"))
    if not message_id or not chat or chat == "status@broadcast" or chat.endswith("@newsletter"):
        return None
    # In 1:1 chats the participant is there but empty.
    author = OWNER if raw.get("fromMe") is True else address(raw.get("participant")) or chat
    return Key(message_id, chat, author)


def hidden_lid(raw: Json, key: Key, target: Json) -> str | None:
    """Return the LID of a 1:1 chat that 2.3.7 names by phone only, where the reaction's inner key still has it.

    The owner's own reaction is written from the owner's side: the chat is the other person. Somebody else's is
    written from theirs (the chat is the owner!) until the gateway turns it round, which leaves a `participant`.
    """
    turned = key.from_me or "participant" in target
    hidden = key.chat.endswith("@s.whatsapp.net") and raw.get("addressingMode") == "lid" and turned
    lid = address(target.get("remoteJid")) if hidden else None
    return lid if lid and lid.endswith("@lid") else None


def aliases(raw: Json, key: Key, owner: str | None, lid: str | None = None) -> tuple[Alias, ...]:
    """Return the pairs of addresses that this event shows to be one person; only what is certain."""
    pairs: list[tuple[str, str | None]] = [(OWNER, owner)]
    direct = key.direct
    if direct:
        alt = address(raw.get("remoteJidAlt"))
        pairs += [(key.chat, alt), (key.chat, lid if alt in {None, key.chat} else None)]
    if not key.from_me:
        # On the owner's own messages these name now the owner, now the chat: releases differ.
        fields = _THEIRS_DIRECT if direct else _THEIRS
        pairs += [(key.author, address(raw[field])) for field in fields if field in raw]
    elif not direct:
        pairs += [(OWNER, address(raw[field])) for field in _OWNERS if field in raw]
    return tuple(dict.fromkeys([(one, two) for one, two in pairs if two and _are_one(one, two, owner)]))


_OWNERS = ("participant", "participantAlt", "participantPn", "participantLid")
_THEIRS = ("participantAlt", "participantPn", "participantLid", "senderPn", "senderLid")
_THEIRS_DIRECT = (*_THEIRS, "previousRemoteJid")


def _are_one(one: str, two: str, owner: str | None) -> bool:
    # Whatever a gateway mixes up, somebody else must never become the owner: they would command the product.
    mixed_up = two == owner and one != OWNER
    return one != two and not mixed_up and _is_person(two) and (one == OWNER or _is_person(one))


def _is_person(name: str) -> bool:
    return name.endswith(("@s.whatsapp.net", "@lid"))
