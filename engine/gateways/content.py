"""What a WhatsApp message says: its text, or which kind of thing it is instead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from engine.gateways import wire

WRAPPERS = (
    "ephemeralMessage",
    "viewOnceMessage",
    "viewOnceMessageV2",
    "viewOnceMessageV2Extension",
    "documentWithCaptionMessage",
    "editedMessage",
    "deviceSentMessage",
    "groupMentionedMessage",
    "lottieStickerMessage",
)
_WRAPPERS = frozenset(WRAPPERS)
DEPTH = 5
"""Wrappers that are opened; nothing real nests deeper, and a hostile body must not keep us busy."""

MENTIONS = 100
"""Mentions of one message that are kept; nobody means more."""

# Where texts stand, in the order in which they are looked for. What sits at the path decides, never the order
# of the keys: `messageContextInfo` may come first.
_TEXTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("text", ("conversation",)),
    ("text", ("extendedTextMessage", "text")),
    ("caption", ("imageMessage", "caption")),
    ("caption", ("videoMessage", "caption")),
    ("caption", ("documentMessage", "caption")),
    ("text", ("listResponseMessage", "title")),
    ("text", ("listResponseMessage", "description")),
    ("text", ("listResponseMessage", "singleSelectReply", "selectedRowId")),
    ("text", ("buttonsResponseMessage", "selectedDisplayText")),
    ("text", ("buttonsResponseMessage", "selectedButtonId")),
    ("text", ("templateButtonReplyMessage", "selectedDisplayText")),
    ("text", ("interactiveResponseMessage", "body", "text")),
    # Businesses send their bills and appointments in these.
    ("text", ("templateMessage", "hydratedTemplate", "hydratedContentText")),
    ("text", ("templateMessage", "hydratedFourRowTemplate", "hydratedContentText")),
    ("text", ("interactiveMessage", "body", "text")),
    ("text", ("buttonsMessage", "contentText")),
    ("text", ("listMessage", "description")),
)

_KINDS = {
    "audioMessage": "voice",
    "imageMessage": "image",
    "videoMessage": "video",
    "ptvMessage": "video",
    "documentMessage": "document",
    "stickerMessage": "sticker",
    "pollCreationMessage": "poll",
    "pollCreationMessageV2": "poll",
    "pollCreationMessageV3": "poll",
    "pollCreationMessageV5": "poll",
    "locationMessage": "location",
    "liveLocationMessage": "location",
    "contactMessage": "contact",
    "contactsArrayMessage": "contact",
    "encReactionMessage": "encrypted",
    "encCommentMessage": "encrypted",
    "secretEncryptedMessage": "encrypted",
}

_NO_MESSAGES = frozenset(
    {
        "messageContextInfo",
        "senderKeyDistributionMessage",
        "fastRatchetKeySenderKeyDistributionMessage",
        "protocolMessage",
        "reactionMessage",
        "pollUpdateMessage",
        "pinInChatMessage",
        "keepInChatMessage",
    }
)
"""Things that travel as a message although nobody sees one in the chat."""


@dataclass(frozen=True, slots=True)
class Content:
    """What stands in the chat; `kind` as in `MessageSeen`."""

    text: str | None
    kind: str
    quoted_id: str | None = None


def unwrapped(message: object) -> Mapping[str, object]:
    """Return the innermost content of `message`, empty where there is none."""
    content = wire.mapping(message)
    for _ in range(DEPTH):
        if _WRAPPERS.isdisjoint(content):
            break
        wrappers = [name for name in WRAPPERS if name in content]
        inner = next((held for name in wrappers if (held := wire.mapping(wire.at(content, name, "message")))), None)
        if inner is None:
            break
        content = inner
    return content


def content_of(message: Mapping[str, object]) -> Content | None:
    """Return what an unwrapped message shows in the chat, None where it shows nothing."""
    quoted = next((found for part in message.values() if (found := quoted_id(part))), None)
    for kind, path in _TEXTS:
        if said := wire.text(wire.at(message, *path)):
            return Content(said, kind, quoted)
    things = [name for name, thing in message.items() if isinstance(thing, dict) and name not in _NO_MESSAGES]
    if not things:
        return None
    kind = next((_KINDS[name] for name in things if name in _KINDS), "other")
    return Content(_transcript(message) if kind == "voice" else None, kind, quoted)


def quoted_id(part: object) -> str | None:
    """Return the id of the message that the `contextInfo` of `part` quotes."""
    return wire.name(wire.at(part, "contextInfo", "stanzaId"))


def mentioned(item: Mapping[str, object], message: Mapping[str, object]) -> Iterator[object]:
    """Yield what the `contextInfo` of a message gives for its mentions."""
    for part in (item, *message.values()):
        told = wire.at(part, "contextInfo", "mentionedJid")
        yield from told[:MENTIONS] if isinstance(told, list) else ()


def _transcript(message: Mapping[str, object]) -> str | None:
    # Where the gateway transcribes voice notes, the words stand beside the sound, under a mark of its own.
    words = wire.text(message.get("speechToText"))
    return words.removeprefix("[audio]").strip() or None if words else None
