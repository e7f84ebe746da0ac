"""What happens to the items of a reaction when it is settled: made, kept, converted, cancelled, reopened or flagged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import blake2b
from typing import Literal

from parsers.draft import BillData, EventData, NoteData, Span, TaskData

ItemData = TaskData | EventData | BillData | NoteData
Kind = Literal["task", "event", "bill", "note"]
How = Literal["created", "reopened", "converted", "updated", "kept", "cancelled", "flagged", "done"]
Because = Literal["unreacted", "superseded", "merged", "undo_over"]
"""Why an item was cancelled; `undo_over` is why one was not."""

REACTION_REMOVED = "reaction_removed"
TEXT_EDITED = "text_edited"
MESSAGE_DELETED = "message_deleted"
EDIT_UNREADABLE = "edit_unreadable"


@dataclass(frozen=True, slots=True)
class Wanted:
    """An item that a rule's step wants to exist."""

    rule_id: str
    rule_version: int
    step: int
    position: int
    """0 and up, where one step makes several (the bills of one message)."""
    kind: Kind
    title: str
    data: ItemData
    priority: str
    tags: tuple[str, ...]
    language: str
    zone: str
    confidence: float
    spans: Mapping[str, Span] = field(default_factory=dict)
    terms: Mapping[str, object] = field(default_factory=dict)
    """What the rule promises for later: `undo` on unreacting and `until` when, its `reply`, when to `remind`."""
    people: Mapping[str, str] = field(default_factory=dict)
    """The address of whoever is meant by a name in `data`, where the chat knows exactly one."""


@dataclass(frozen=True, slots=True)
class Existing:
    """An item that an earlier settle of the same reaction made."""

    id: int
    kind: Kind
    status: Literal["open", "done", "cancelled"]
    rule_id: str
    rule_version: int
    step: int
    position: int
    title: str
    reading: str
    vendor: str | None = None
    edits: Mapping[str, object] = field(default_factory=dict)
    flags: tuple[str, ...] = ()
    terms: Mapping[str, object] = field(default_factory=dict)
    follows: int | None = None
    """The finished item whose next occurrence this is; its own day is among the edits, which win."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing to write; `item` without `wanted` only changes its state, `wanted` without `item` makes a new one."""

    how: How
    item: Existing | None = None
    wanted: Wanted | None = None
    because: Because | None = None
    flags: tuple[str, ...] | None = None
    """The item's flags from now on, where they change."""
    replaces: int | None = None


def unreacted(existing: Iterable[Existing], at: datetime | None = None) -> list[Change]:
    """Plan for a reaction that was taken back at a moment: some rules undo for a while only."""
    return [
        replace(_flag(change.item, REACTION_REMOVED), because="undo_over")
        if change.how == "cancelled" and change.item and is_undo_over(change.item.terms, at)
        else change
        for change in _without_reaction(existing, "unreacted")
    ]


def is_undo_over(terms: Mapping[str, object], at: datetime | None) -> bool:
    """Tell whether taking a reaction back comes too late for what its rule promised."""
    until = terms.get("until")
    return isinstance(until, str) and at is not None and at > datetime.fromisoformat(until)


def reacted(
    existing: Sequence[Existing],
    wanted: Sequence[Wanted],
    *,
    text_edited: bool,
    remarks: tuple[str, ...] = (),
    leftover: Because = "superseded",
) -> list[Change]:
    """Plan for a reaction that stands.

    `text_edited` says that the emoji is the one of the last settle, so that only the text can have changed;
    `remarks` are flags that hold for every open item (its message was deleted, its last edit cannot be read);
    `leftover` is why an item that nothing wants any more is cancelled. An edit that no longer reads cancels
    too: the end depends on the last text, not on whether an earlier one was settled in time.
    """
    changes = _reacted(existing, wanted, text_edited=text_edited, leftover=leftover)
    return [_remarked(change, remarks) for change in changes]


def _reacted(
    existing: Sequence[Existing], wanted: Sequence[Wanted], *, text_edited: bool, leftover: Because
) -> list[Change]:
    changes: list[Change] = []
    known = {item.id: item for item in existing}
    first = [item for item in existing if item.follows not in known]
    pairs, spare, missing = _pair(first, wanted)
    slots = _Slots(existing)
    series = {item.id: want for item, want in pairs}
    for item, want in pairs:
        changes.append(_again(item, want, text_edited=text_edited))
    for item in sorted(existing, key=lambda one: one.id):
        # What follows an item is wanted as long as that is, and as it is wanted.
        if item.follows in series:
            series[item.id] = series[item.follows]
            changes += _next_again(item, known[item.follows], series[item.id], slots, text_edited=text_edited)
        elif item.follows in known:
            spare.append(item)
    finished = [item for item in spare if item.status == "done"]
    # Cancelled ones too are converted: the end depends on the last reaction only, not on the way there.
    convertible = [item for item in spare if item.status != "done"]
    for want in missing:
        slot = slots.take(want)
        if convertible:
            item = convertible.pop(0)
            changes.append(Change("converted" if item.status == "open" else "created", item, slot, flags=()))
        else:
            done = finished.pop(0) if finished else None
            changes.append(Change("created", wanted=slot, replaces=done.id if done else None))
    changes += _without_reaction(convertible, leftover)
    if text_edited:
        changes += [_flag(item, TEXT_EDITED) for item in finished]
    return changes


def _remarked(change: Change, remarks: tuple[str, ...]) -> Change:
    """Return a change whose item, where it is open, carries exactly the remarks that hold now."""
    if change.how == "cancelled" or (change.item and change.item.status == "done"):
        return change
    flags = change.flags if change.flags is not None else change.item.flags if change.item else ()
    kept = tuple(flag for flag in flags if flag not in {MESSAGE_DELETED, EDIT_UNREADABLE})
    new = (*kept, *remarks)
    if new == change.flags:
        return change
    how: How = "flagged" if change.how == "kept" and new != flags and remarks else change.how
    return replace(change, how=how, flags=new)


def _without_reaction(items: Iterable[Existing], because: Because) -> Iterator[Change]:
    for item in items:
        match item.status:
            case "open" if because == "unreacted" and not item.terms.get("undo", True):
                yield _flag(item, REACTION_REMOVED)
            case "open":
                yield Change("cancelled", item, because=because)
            case "done" if because == "unreacted":
                yield _flag(item, REACTION_REMOVED)
            case _:
                pass


def _again(item: Existing, want: Wanted, *, text_edited: bool) -> Change:
    """Plan for an item whose step wants it again: it keeps its place."""
    want = replace(want, position=item.position)
    match item.status:
        case "done" if text_edited and item.reading != reading(want):
            return _flag(item, TEXT_EDITED)
        case "done":
            return Change("kept", item, flags=_without(item, REACTION_REMOVED))
        case "cancelled":
            return Change("reopened", item, want, flags=_without(item, REACTION_REMOVED))
        case _ if item.reading == reading(want):
            return Change("kept", item, flags=_without(item, REACTION_REMOVED, TEXT_EDITED))
        case _:
            return Change("updated", item, want, flags=_without(item, REACTION_REMOVED, TEXT_EDITED))


def _next_again(
    item: Existing, before: Existing, want: Wanted, slots: _Slots, *, text_edited: bool
) -> Iterator[Change]:
    """Plan for the next occurrence of an item that is wanted again: it is there while the one before is finished."""
    if item.status == "cancelled" and before.status != "done":
        return
    if _same_step(item, want):
        yield _again(item, want, text_edited=text_edited)
    elif item.status == "open":
        yield Change("converted", item, slots.take(want), flags=())
    elif item.status == "cancelled":
        yield Change("reopened", item, slots.take(want), flags=())


def _flag(item: Existing, flag: str) -> Change:
    return Change("flagged", item, flags=(*_without(item, flag), flag))


def _without(item: Existing, *flags: str) -> tuple[str, ...]:
    return tuple(flag for flag in item.flags if flag not in flags)


def reading(want: Wanted) -> str:
    """Return a fingerprint of what was read and is wanted: equal readings make equal items."""
    read = repr((want.kind, want.title, want.data, want.priority, want.tags, want.zone))
    return blake2b(read.encode(), digest_size=16).hexdigest()


def _pair(
    existing: Sequence[Existing], wanted: Sequence[Wanted]
) -> tuple[list[tuple[Existing, Wanted]], list[Existing], list[Wanted]]:
    """Pair items with the wanted ones of the same rule and step: bills by vendor, then each by position."""
    spare, missing = sorted(existing, key=lambda item: item.id), list(wanted)
    pairs: list[tuple[Existing, Wanted]] = []
    for alike in (_same_vendor, _same_place):
        for want in list(missing):
            item = next((item for item in spare if _same_step(item, want) and alike(item, want)), None)
            if item:
                pairs.append((item, want))
                spare.remove(item)
                missing.remove(want)
    return pairs, spare, missing


def _same_step(item: Existing, want: Wanted) -> bool:
    return (item.rule_id, item.step, item.kind) == (want.rule_id, want.step, want.kind)


def _same_vendor(item: Existing, want: Wanted) -> bool:
    return isinstance(want.data, BillData) and (item.vendor or "").casefold() == want.data.vendor.casefold()


def _same_place(item: Existing, want: Wanted) -> bool:
    return item.position == want.position


class _Slots:
    """The places that a rule's step has given out for one reaction, so that each is given once."""

    def __init__(self, existing: Iterable[Existing]) -> None:
        self._taken = {(item.rule_id, item.step, item.position) for item in existing}

    def take(self, want: Wanted) -> Wanted:
        position = want.position
        while (want.rule_id, want.step, position) in self._taken:
            position += 1
        self._taken.add((want.rule_id, want.step, position))
        return want if position == want.position else replace(want, position=position)
