"""Webhooks as Evolution posts them: one body with places in it, filled anew for each reaction."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime

from bench.speeds.load import GROUP, INSTANCE, PEOPLE, TEXTS
from demo.dialect import Speaker, envelope
from demo.evolution import OWNER_JID
from demo.people import Contact
from demo.world import Chat, Message, Reaction, World

PLACES = ("message", "outer", "phone", "lid", "group", "emoji", "second", "author")
_MADE = datetime(2026, 1, 12, 16, 0, tzinfo=UTC)
_PLACE = re.compile(f"@({'|'.join(PLACES)})@")


def template() -> str:
    """Return the body of somebody's reaction in a group; `@message@` and the like stand where reactions differ."""
    world = World(OWNER_JID)
    who = Contact("who", "Persona", "@phone@", "@lid@")
    author = Contact("author", "Persona", "@author@", "200000000000")
    group = Chat("group", "Grupo", "120363@group@@g.us", "group", (who.id, author.id))
    world.people |= {who.id: who, author.id: author}
    world.chats[group.id] = group
    message = Message("@message@", group.id, author.id, "", _MADE)
    data = Speaker(world).reaction(message, Reaction("@outer@", who.id, "@emoji@", int(_MADE.timestamp() * 1000)))
    # As it comes from a phone: with the baggage that every message has.
    secret = {str(place): place * 7 for place in range(32)}
    data["message"]["messageContextInfo"] = {"deviceListMetadataVersion": 2, "messageSecret": secret}
    body = envelope(
        "messages.upsert", data | {"messageTimestamp": "@second@"}, instance=INSTANCE, url="http://127.0.0.1:8080/",
        sender=OWNER_JID, server="http://127.0.0.1:8085", token="made-up", at=_MADE,  # noqa: S106 - part of the dialect
    )  # fmt: skip
    written = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    return written.replace('"@second@"', "@second@")


class Bodies:
    """The body of the n-th reaction, whose message is the n-th as `load` made it."""

    def __init__(self) -> None:
        self._pieces = _PLACE.split(template())

    def of(self, n: int, second: int) -> bytes:
        """Return the body; wrk.lua fills the same places in the same way."""
        k, member = 1 + n % PEOPLE, 1 + (n + 7) % PEOPLE
        values = {
            "message": f"AC{n:020}", "outer": f"3A{n:018}", "phone": f"52155{k:08}", "lid": str(200_000_000_000 + k),
            "group": f"{n % PEOPLE // GROUP:012}", "emoji": TEXTS[n % len(TEXTS)][0], "second": str(second),
            "author": f"52155{member:08}",
        }  # fmt: skip
        pieces = self._pieces
        return "".join(values[piece] if i % 2 else piece for i, piece in enumerate(pieces)).encode()
