"""The answer to a settled reaction: what it is written from, and what it says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal
from zoneinfo import ZoneInfo

from engine import clock, locale
from engine.mentions import names_of
from engine.reader import NEAR
from engine.situation import local
from executors.destinations.help import Offer, render_help
from executors.destinations.notices import CALLED_BACK, SENT_OUT, notice
from executors.destinations.replies import Occasion, ReplyItem, Trouble, render
from executors.destinations.wording.harmless import harmless
from executors.destinations.wording.voice import day_of
from parsers.draft import BillData, EventData, NoteData, TaskData

_TOLD = frozenset({"created", "reopened", "converted", "updated", "cancelled"})


@dataclass(frozen=True, slots=True)
class Answer:
    """What to answer to one reaction, and where."""

    to: Literal["self", "chat", "none"]
    """`self` is the chat of whoever reacted with themselves, or with the bot."""
    as_text: bool | None
    """None where the rule leaves it to the connection."""
    text: str
    working: str
    mark: str | None
    """The reaction that says how it went; None takes ours back."""


def compose(settled: Mapping[str, Any], items: Sequence[Mapping[str, Any]]) -> Answer | None:
    """Return the answer to a row of `deliver.load` and its items; None where nothing is left to say."""
    explanation = settled["explanation"]
    changes = {change["id"]: change for change in explanation["changes"]}
    told = [item for item in items if changes[item["id"]]["how"] in _TOLD or _is_late(changes[item["id"]])]
    failures = explanation["failures"]
    place = explanation["locale"]
    if explanation["offers"]:
        offers = [Offer(**offer) for offer in explanation["offers"]]
        return Answer("self", True, render_help(offers, place["language"]), "none", None)  # noqa: FBT003 - a field
    if not told and not failures:
        return _of_what_went_out(settled, explanation.get("sent_out"))
    reply = _reply(told, failures)
    if reply["to"] == "none":
        return None
    living = any(item["status"] != "cancelled" for item in told)
    return Answer(
        to=reply["to"],
        # No reaction of ours could say why something stays.
        as_text=True if any(map(_is_late, changes.values())) else _as_text(reply),
        text=_text(settled, told, changes, reply),
        working=reply.get("working", "⏳"),
        mark=reply.get("done", "👍") if living else reply.get("failed", "⚠️") if failures else None,
    )


def _of_what_went_out(settled: Mapping[str, Any], sent: Mapping[str, Any] | None) -> Answer | None:
    """Confirm what a rule sends out that makes no item."""
    if sent is None:
        return None
    reply, place = sent["reply"], settled["explanation"]["locale"]
    name = ", ".join(harmless(name, 80) for name in sent["rules"])
    text = notice(CALLED_BACK if sent["taken_back"] else SENT_OUT, place["language"]).format(rule=name)
    return Answer(
        reply["to"],
        _as_text(reply),
        text,
        working=reply.get("working", "⏳"),
        mark=None if sent["taken_back"] else reply.get("done", "👍"),
    )


def _is_late(change: Mapping[str, Any]) -> bool:
    """Tell whether an item stays because its reaction was taken back too late."""
    return bool(change.get("because") == "undo_over")


def _as_text(reply: Mapping[str, Any]) -> bool | None:
    if reply.get("text"):
        return True
    return None if reply.get("as") is None else bool(reply["as"] == "text")


def _text(
    settled: Mapping[str, Any],
    told: Sequence[Mapping[str, Any]],
    changes: Mapping[int, Mapping[str, Any]],
    reply: Mapping[str, Any],
) -> str:
    place, failures = settled["explanation"]["locale"], settled["explanation"]["failures"]
    now = clock.now()
    return render(
        Occasion(
            emoji=settled["emoji"],
            language=place["language"],
            today=local(now, place["zone"]).date(),
            sent_on=local(settled["sent_at"] or now, place["zone"]).date(),
            region=place["region"],
            items=tuple(_item(item, changes[item["id"]], settled["heard_at"]) for item in told),
            trouble=trouble(failures[0]) if failures else None,
            named_zone=_zone_to_name(settled["author"], place["region"], place["zone"]),
            excerpt=(settled["text"] or "")[:200],
            template=reply.get("text", {}).get(place["language"]) if told else None,
        )
    )


def _reply(told: Sequence[Mapping[str, Any]], failures: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
    """Return how to answer: as the first rule says that wants an answer at all."""
    replies = [item["terms"].get("reply", {"to": "self"}) for item in told] + [one["reply"] for one in failures]
    return next((reply for reply in replies if reply["to"] != "none"), {"to": "none"})


def trouble(failure: Mapping[str, Any]) -> Trouble:
    """Return a failure as it is explained as the wordings speak of it."""
    code = "in_review" if failure.get("review") else failure["code"]
    return Trouble(code, failure["partial"], failure["example"], failure["example_emoji"])


def _zone_to_name(author: str | None, region: str, zone: str) -> str | None:
    """Return the zone where the author's prefix is of another country: their "at five" may be another five."""
    told = locale.phone(author) if author else None
    return zone if told and told.region != region else None


def _item(row: Mapping[str, Any], change: Mapping[str, Any], heard_at: datetime) -> ReplyItem:
    return item_of(row, "kept" if _is_late(change) else change["how"], heard_at=heard_at, was=change["was"])


def item_of(row: Mapping[str, Any], change: str, *, heard_at: datetime, was: str | None = None) -> ReplyItem:
    """Return a row of `deliver.items` as the wordings speak of it."""
    data = _data(row)
    return ReplyItem(
        id=row["id"],
        kind=row["kind"],
        title=row["title"],
        status=row["status"],
        change=change,
        was=was,
        priority=row["priority"],
        tags=tuple(row["tags"]),
        data=data,
        zone=row["zone"],
        near_only="priority" not in row["spans"] and _is_near(data, local(heard_at, row["zone"]).date()),
    )


def _is_near(data: TaskData | EventData | BillData | NoteData, day: date) -> bool:
    """Tell whether its day alone would have given an item its priority when it was reacted to."""
    due = data.due if isinstance(data, TaskData | BillData) else None
    return due is not None and day_of(due) - day <= NEAR


def _data(row: Mapping[str, Any]) -> TaskData | EventData | BillData | NoteData:
    called = names_of(row)
    match row["kind"]:
        case "task":
            due = _wall(row["task_due_at"], row["zone"]) or row["task_due_on"]
            return TaskData(
                row["title"], row["description"], due, row["priority"], tuple(row["tags"]),
                called.get(row["assignee"], row["assignee"]), row["recurrence"],
            )  # fmt: skip
        case "event":
            return EventData(
                title=row["title"],
                start=_wall(row["starts_at"], row["zone"]) or row["starts_on"],
                end=_wall(row["ends_at"], row["zone"]) or row["ends_on"],
                duration_minutes=row["duration_minutes"],
                location=row["location"],
                platform=row["platform"],
                url=row["url"],
                attendees=tuple(called.get(each, each) for each in row["attendees"]),
                recurrence=row["recurrence"],
            )
        case "bill":
            return BillData(
                row["vendor"], row["amount"], row["currency"], row["bill_due_on"], row["category"], row["account"],
                row["recurrence"],
            )  # fmt: skip
        case _:
            return NoteData(row["title"], tuple(row["tags"]), row["body"] or "")


def _wall(instant: datetime | None, zone: str) -> datetime | None:
    return instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None) if instant else None
