"""What stands in the pretended phone's chats: messages, who wrote them, and everybody's reaction to each."""

from __future__ import annotations

import secrets
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from demo import clock
from demo.people import CONTACTS, GROUP_SERVER, GROUPS, HISTORY, OWNER, Contact, Group


class NotPossible(Exception):  # noqa: N818 - read aloud, "raise NotPossible" is the sentence
    """The phone cannot do that; the text is a sentence for whoever asked."""


@dataclass(frozen=True, slots=True)
class Reaction:
    """One person's reaction as it stands; `emoji` is None when it was taken back."""

    id: str
    by: str
    emoji: str | None
    ms: int
    by_product: bool = False


@dataclass(slots=True)
class Message:
    """A message in a chat; it changes as people edit it, delete it and react to it."""

    id: str
    chat: str
    author: str
    text: str
    at: datetime
    by_product: bool = False
    quoted_id: str | None = None
    edited: bool = False
    deleted: bool = False
    reactions: dict[str, Reaction] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Chat:
    """A direct chat, a group, or the owner's chat with themselves (`kind`: direct, group, self)."""

    id: str
    name: str
    jid: str
    kind: str
    members: tuple[str, ...]
    language: str = ""
    admins: tuple[str, ...] = ()
    """Of the members; in a group the owner is always one."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A text or reaction that came in through the gateway's API, so from the product."""

    kind: str
    """`text` or `reaction`."""
    message_id: str
    """Of the text itself, or of the message reacted to."""
    chat: str
    address: str
    """As the product wrote it."""
    text: str
    """The emoji of a reaction; empty when it was taken back."""
    quoted_id: str | None
    at: datetime

    def as_json(self) -> dict[str, Any]:
        """Return it as the phone's API shows it."""
        return {**asdict(self), "at": self.at.isoformat()}


def message_id(author: str, *, by_product: bool = False) -> str:
    """Make an id as the author's app does: the gateway's, an iPhone's (the owner has one) or an Android's."""
    if by_product:
        return "3EB0" + secrets.token_hex(9).upper()
    return "3A" + secrets.token_hex(9).upper() if author == OWNER else "AC" + secrets.token_hex(15).upper()


class World:
    """The chats of one phone, in memory."""

    def __init__(self, owner_jid: str) -> None:
        digits = owner_jid.partition("@")[0].lstrip("+")
        if not digits.isdigit():
            raise NotPossible(f"The owner's address must start with the digits of a phone number, not {owner_jid!r}.")
        # A name that is one in each of the three languages.
        self.owner = Contact(OWNER, "Alex", digits, "100000000000001")
        self.people: dict[str, Contact] = {OWNER: self.owner, **{contact.id: contact for contact in CONTACTS}}
        self.chats: dict[str, Chat] = {OWNER: Chat(OWNER, "Notes to self", self.owner.jid, "self", (OWNER,))}
        self.messages: dict[str, Message] = {}
        for contact in CONTACTS:
            self._open_chat(contact)
        for group in GROUPS:
            self._open_group(group)

    def write_history(self) -> list[Message]:
        """Fill the chats with what people wrote in the last day and return it, oldest first."""
        lines = sorted(HISTORY, key=lambda line: -line.hours_ago)
        moment = clock.now()
        return [
            self.say(line.text, chat=line.chat, author=line.author, at=moment - timedelta(hours=line.hours_ago))
            for line in lines
        ]

    def person(self, who: str) -> Contact:
        """Find somebody by short name, address or number; a number never seen becomes a new contact."""
        for contact in self.people.values():
            if who in {contact.id, contact.phone, contact.phone_jid, contact.lid_jid, f"+{contact.phone}"}:
                return contact
        digits, _, server = who.lstrip("+").partition("@")
        if not digits.isdigit() or server not in {"", "s.whatsapp.net", "lid"}:
            raise NotPossible(f"Nobody here is called {who!r}. Known: {', '.join(self.people)}, or a phone number.")
        hidden = server == "lid"
        contact = Contact(digits, digits, None if hidden else digits, digits if hidden else f"9{digits}")
        self.people[contact.id] = contact
        self._open_chat(contact)
        return contact

    def chat(self, name: str) -> Chat:
        """Find a chat by short name or address; somebody's name means the direct chat with them."""
        for chat in self.chats.values():
            if name in {chat.id, chat.jid}:
                return chat
        if name.endswith(GROUP_SERVER):
            return self._open_group(Group(name, name, name, tuple(self.people)[1:]))
        return self.chats[self.person(name).id]

    def message(self, wanted: str) -> Message:
        """Find a message by its id."""
        try:
            return self.messages[wanted]
        except KeyError:
            raise NotPossible(f"No message here has the id {wanted!r}.") from None

    def say(
        self,
        text: str,
        *,
        chat: str,
        author: str | None = None,
        at: datetime | None = None,
        by_product: bool = False,
        quoted_id: str | None = None,
    ) -> Message:
        """Write a message; in a direct chat the other person is the author unless said otherwise."""
        where = self.chat(chat)
        who = self.person(author) if author else self.people[where.members[0]]
        if who.id != OWNER and who.id not in where.members:
            raise NotPossible(f"{who.name} is not in the chat {where.id!r}.")
        new_id = message_id(who.id, by_product=by_product)
        message = Message(new_id, where.id, who.id, text, at or clock.now(), by_product, quoted_id)
        self.messages[new_id] = message
        return message

    def react(
        self,
        target: str,
        emoji: str | None,
        *,
        by: str = OWNER,
        at: datetime | None = None,
        by_product: bool = False,
    ) -> Reaction:
        """Put, change or (None) take back somebody's reaction; each is later than the one before it."""
        message = self._standing(target)
        who = self.person(by)
        if who.id != OWNER and who.id not in self.chats[message.chat].members:
            raise NotPossible(f"{who.name} is not in the chat {message.chat!r} and cannot react there.")
        before = message.reactions.get(who.id)
        milliseconds = int((at or clock.now()).timestamp() * 1000)
        if before is not None:
            milliseconds = max(milliseconds, before.ms + 1)
        new_id = message_id(who.id, by_product=by_product)
        reaction = Reaction(new_id, who.id, emoji or None, milliseconds, by_product)
        message.reactions[who.id] = reaction
        return reaction

    def regroup(self, name: str, who: str, action: str) -> Chat:
        """Let somebody come to a group (`add`), leave it (`remove`), become an admin (`promote`) or none (`demote`)."""
        chat, person = self.chat(name), self.person(who)
        if chat.kind != "group" or action not in {"add", "remove", "promote", "demote"}:
            raise NotPossible(f"In {name!r} nobody can {action}.")
        # In the order of their coming.
        others = tuple(one for one in chat.members if one != person.id)
        members = others if action == "remove" else chat.members if person.id in chat.members else (*others, person.id)
        plain = tuple(one for one in chat.admins if one != person.id)
        admins = (*plain, person.id) if action == "promote" else chat.admins if action == "add" else plain
        self.chats[chat.id] = changed = replace(chat, members=members, admins=admins)
        return changed

    def edit(self, target: str, text: str) -> Message:
        """Let the author change the text of a message."""
        message = self._standing(target)
        message.text, message.edited = text, True
        return message

    def delete(self, target: str) -> Message:
        """Let the author delete a message for everyone."""
        message = self._standing(target)
        message.deleted = True
        return message

    def _standing(self, target: str) -> Message:
        message = self.message(target)
        if message.deleted:
            raise NotPossible("That message was deleted.")
        return message

    def _open_chat(self, contact: Contact) -> None:
        self.chats[contact.id] = Chat(contact.id, contact.name, contact.jid, "direct", (contact.id,), contact.language)

    def _open_group(self, group: Group) -> Chat:
        chat = Chat(group.id, group.name, group.jid, "group", group.members, group.language)
        self.chats[group.id] = chat
        return chat


def without_phone(contact: Contact) -> Contact:
    """Return the same person with the number hidden."""
    return replace(contact, phone=None)


def from_milliseconds(milliseconds: int) -> datetime:
    """Return the instant of a Unix time in milliseconds."""
    return datetime.fromtimestamp(milliseconds / 1000, UTC)
