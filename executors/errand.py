"""What a rule has sent out besides its items, and what becomes of that when its reaction is settled again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from executors.plan import Change, How, is_undo_over

Action = Literal["send_message", "react", "notify", "webhook"]
Turned = Literal["begun", "again", "changed", "taken_back", "kept"]

SAID: frozenset[Action] = frozenset({"send_message", "notify"})
"""Nobody can take back what was said, and nobody says it twice."""


@dataclass(frozen=True, slots=True)
class Errand:
    """A step of a rule that sends something out."""

    rule_id: str
    rule_version: int
    step: int
    action: Action
    options: Mapping[str, object] = field(default_factory=dict)
    terms: Mapping[str, object] = field(default_factory=dict)
    """What the rule promises for later, as of an item."""
    priority: str = "normal"
    """The lane of the queue: the rule's, or a more urgent one where the step says how severe it is."""

    @property
    def slot(self) -> tuple[str, int, str]:
        """The rule's step: one errand of each for a reaction."""
        return (self.rule_id, self.step, self.action)


@dataclass(frozen=True, slots=True)
class Standing:
    """An errand that an earlier settle of the same reaction began."""

    id: int
    message_id: str
    address: str
    rule_id: str
    rule_version: int
    step: int
    action: Action
    lane: str
    wanted: bool
    """Whether it stands, or was taken back."""
    told: str | None
    """What the world was told last: `created`, `updated`, `reopened`, `cancelled`; None for nothing yet."""
    terms: Mapping[str, object] = field(default_factory=dict)

    @property
    def slot(self) -> tuple[str, int, str]:
        """As of an errand."""
        return (self.rule_id, self.step, self.action)


@dataclass(frozen=True, slots=True)
class Turn:
    """What becomes of one errand."""

    how: Turned
    standing: Standing | None = None
    errand: Errand | None = None

    @property
    def sends(self) -> bool:
        """Whether there is something to send: a text that was said can only be left unsaid, by whoever sends it."""
        if self.how == "taken_back":
            return self.standing is not None and self.standing.action not in SAID
        return self.how != "kept"


def turns(standing: Sequence[Standing], wanted: Sequence[Errand], changed: Mapping[str, set[How]]) -> Iterator[Turn]:
    """Plan for a reaction that stands; `changed` holds what happened to the items of each rule."""
    known: dict[tuple[str, int, str], Standing] = {}
    # Of two that turned out to be one person's the older stays, as of items; but what was said is not said again.
    for one in sorted(standing, key=lambda one: (one.action in SAID and one.told is None, one.id)):
        known.setdefault(one.slot, one)
    stays = {errand.slot: known.get(errand.slot) for errand in wanted}
    for errand in wanted:
        before = stays[errand.slot]
        yield Turn(_how(before, bool(changed.get(errand.rule_id, set()) - {"kept"})), before, errand)
    for left in standing:
        if left.wanted and stays.get(left.slot) is not left:
            yield Turn("taken_back", left)


def taken_back(standing: Iterable[Standing], at: datetime) -> Iterator[Turn]:
    """Plan for a reaction that was taken back at a moment."""
    for one in standing:
        if one.wanted:
            stays = not one.terms.get("undo", True) or is_undo_over(one.terms, at)
            yield Turn("kept" if stays else "taken_back", one)


def _how(before: Standing | None, changed: bool) -> Turned:  # noqa: FBT001 - a fact about the items
    if before is None:
        return "begun"
    if before.action in SAID and before.told:
        return "kept"
    if not before.wanted:
        return "again"
    return "changed" if changed and before.action == "webhook" else "kept"


def hows_by_rule(changes: Iterable[Change]) -> dict[str, set[How]]:
    """Return what happens to the items of each rule."""
    found: dict[str, set[How]] = {}
    for change in changes:
        one = change.wanted or change.item
        if one:
            found.setdefault(one.rule_id, set()).add(change.how)
    return found


def event_of(*, stands: bool, told: str | None) -> str | None:
    """Return what the world is to be told of an errand now, by what it was told last; None for nothing."""
    if not stands:
        return None if told in {None, "cancelled"} else "cancelled"
    return {None: "created", "cancelled": "reopened"}.get(told, "updated")
