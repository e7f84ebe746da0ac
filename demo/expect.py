"""What a scene of the scripted demo does and expects again and again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from demo.stage import Stage, Unexpected

Body = dict[str, Any]

IGNORED: Final = ("no_rule", "nothing")


@dataclass(frozen=True, slots=True)
class Scene:
    """One thing done on the phone; `act` returns what came of it or raises `Unexpected`."""

    name: str
    did: str
    expected: str
    act: Callable[[Stage], str]


def must(fact: object, saw: object) -> None:
    """Refuse to go on unless the fact holds; say what was seen instead."""
    if not fact:
        raise Unexpected(f"saw {saw}")


def shown(items: list[Body]) -> str:
    """Put items into a few words."""
    return "; ".join(f"{item['kind']} {item['title']!r} {item['status']}" for item in items) or "no item"


def one(items: list[Body], kind: str) -> Body:
    """Return the only item, which must be of this kind and stand."""
    must(len(items) == 1 and items[0]["kind"] == kind and items[0]["status"] != "cancelled", shown(items))
    return items[0]


def remembered(stage: Stage, name: str) -> tuple[str, Body]:
    """Return the message and item of an earlier scene."""
    if name not in stage.found:
        raise Unexpected("an earlier step, which this one goes on from, went wrong")
    return stage.messages[name], stage.found[name]


def reacted(stage: Stage, text: str, emoji: str, kind: str, *, chat: str = "lupe") -> Body:
    """Say, react, and return the one item that must come of it."""
    after = len(stage.feed.events())
    message_id = stage.say(text, chat)
    stage.react(message_id, emoji)
    stage.settled(message_id, ("created",), after)
    stage.standing[message_id] = 1
    return one(stage.items(message_id), kind)


def same_item(stage: Stage, emoji: str | None, outcomes: tuple[str, ...], kind: str, status: str | None) -> str:
    """React to the first bill once more; it must still be the same item, of this kind and status."""
    message_id, item = remembered(stage, "cfe")
    after = len(stage.feed.events())
    stage.react(message_id, emoji)
    stage.settled(message_id, outcomes, after)
    items = stage.items(message_id)
    stage.standing[message_id] = 0 if status else 1
    must([found["id"] for found in items] == [item["id"]], f"{shown(items)}, not the same one")
    must(items[0]["kind"] == kind and (items[0]["status"] == "cancelled") is (status == "cancelled"), shown(items))
    return f"the same item: {shown(items)}"


def ignored(stage: Stage, emoji: str, by: str) -> str:
    """React in a way that must come to nothing, and see that the product has decided so."""
    after = len(stage.feed.events())
    message_id = stage.say("Pagar Izzi $599 vence el 12")
    stage.react(message_id, emoji, by)
    event = stage.settled(message_id, IGNORED, after)
    must(not stage.items(message_id), shown(stage.items(message_id)))
    return f"no item ({event['outcome']})"


def first_line(reply: Body) -> str:
    """Return the beginning of a reply."""
    return str(reply["text"]).strip().partition("\n")[0][:60]
