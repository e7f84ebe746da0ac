"""Says what applying rule files would change in the rules that a number has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from rules.book import rule_to_mapping
from rules.conflicts import Conflict, conflicts
from rules.difference import differences
from rules.rule import Rule

Origin = Literal["file", "ui"]


@dataclass(frozen=True, slots=True)
class Held:
    """A rule that a number has, and what it is managed by."""

    rule: Rule
    origin: Origin


@dataclass(frozen=True, slots=True)
class Step:
    """What becomes of one rule."""

    how: Literal["add", "change", "remove"]
    id: str
    old: Held | None = None
    new: Rule | None = None
    says: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What applying would do: nothing else changes."""

    steps: tuple[Step, ...]
    conflicts: tuple[Conflict, ...]
    rules: tuple[Rule, ...]
    """The rules as they would be."""
    wanted: tuple[Rule, ...] = ()
    """Those of them that were compared."""

    @property
    def pending(self) -> bool:
        """Whether there is anything to do, or to decide."""
        return bool(self.steps or self.blocked)

    @property
    def blocked(self) -> bool:
        """Whether rules would make the same item twice."""
        return any(one.severity == "error" for one in self.conflicts)

    def count(self, how: str) -> int:
        """Return how many rules are added, changed or removed."""
        return sum(step.how == how for step in self.steps)


def plan(wanted: Iterable[Rule], held: Iterable[Held], *, prune: bool = False, origin: Origin = "file") -> Plan:
    """Compare the rules of files with those that are held.

    A rule that is managed by a file and stands in none any more is removed; one that is managed by hand only where
    `prune` says so. A file takes over a rule that was managed by hand. What becomes managed by hand (`origin`) is
    added to what is there: it removes nothing, and leaves a rule of a file alone.
    """
    now = {one.rule.id: one for one in held}
    new = {rule.id: rule for rule in wanted}
    if origin == "ui":
        new = {id_: rule for id_, rule in new.items() if id_ not in now or now[id_].origin == "ui"}
    steps = [step for rule in new.values() if (step := _step(rule, now.get(rule.id), origin))]
    for id_, one in now.items():
        if id_ not in new and origin == "file" and (prune or one.origin == "file"):
            steps.append(Step("remove", id_, one))
    gone = {step.id for step in steps if step.how == "remove"}
    left = [one.rule for id_, one in now.items() if id_ not in new and id_ not in gone]
    found = [one for one in conflicts([*new.values(), *left]) if {one.first.id, one.second.id} & new.keys()]
    return Plan(tuple(steps), tuple(found), (*new.values(), *left), tuple(new.values()))


def _step(rule: Rule, held: Held | None, origin: Origin) -> Step | None:
    if held is None:
        return Step("add", rule.id, new=rule, says=("new",))
    says = differences(held.rule, rule)
    if not says and rule_to_mapping(held.rule) != rule_to_mapping(rule):
        says = ("written in another way",)
    if held.origin != origin:
        says = (*says, "managed by a file from now on")
    return Step("change", rule.id, held, rule, says) if says else None
