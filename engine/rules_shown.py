"""Rules, their versions and plans as programs are shown them: by the API, and by the command line with `--json`."""

from __future__ import annotations

from typing import Any

from engine.backtest import Counts
from engine.rules_by_hand import Kept, Version
from rules.difference import differences
from rules.planning import Plan
from rules.rule import Rule
from rules.writing import brief


def as_record(one: Kept) -> dict[str, Any]:
    """Return a rule as programs are shown it."""
    return {
        "id": one.rule.id, "version": one.rule.version, "managed_by": one.origin, "state": state(one.rule),
        "updated_at": one.updated_at.isoformat(), "rule": brief(one.rule),
    }  # fmt: skip


def state(rule: Rule) -> str:
    """Return in a word whether a rule acts."""
    if not rule.enabled:
        return "off"
    return "shadow" if rule.shadow else "on"


def says(before: Version | None, now: Version) -> tuple[str, ...]:
    """Say what changed from one version of a rule to the next."""
    if now.rule is None:
        return ("deleted",)
    if before is None or before.rule is None:
        return ("made",)
    says = differences(before.rule, now.rule)
    if before.origin != now.origin:
        says = (*says, f"managed by {'a file' if now.origin == 'file' else 'hand'} from here on")
    return says


def version_as_record(version: Version, changes: tuple[str, ...]) -> dict[str, Any]:
    """Return a version of a rule as programs are shown it."""
    return {
        "version": version.version, "at": version.created_at.isoformat(), "because": version.because,
        "changed_by": version.changed_by, "managed_by": version.origin, "changes": changes,
        "rule": brief(version.rule) if version.rule else None, "yaml": version.yaml,
    }  # fmt: skip


def both_sides(what: Plan) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the rules that a plan changes by their ids, as they were and as they are then; None: none."""
    was = {step.id: brief(step.old.rule) if step.old else None for step in what.steps}
    return was, {step.id: brief(step.new) if step.new else None for step in what.steps}


def plan_as_record(what: Plan, counts: dict[str, tuple[Counts, Counts]]) -> dict[str, Any]:
    """Return a plan as programs are shown it; `counts`: what the rules of now and the planned made of the past."""
    return {
        "steps": [
            {
                "how": step.how, "id": step.id, "changes": step.says,
                "version": step.old.rule.version if step.old else None,
                "rule": brief(step.new) if step.new else None,
                "back_test": _counted(step.id, *counts[step.id]) if step.id in counts else None,
            }
            for step in what.steps
        ],
        "conflicts": [
            {
                "severity": one.severity, "rules": [one.first.id, one.second.id], "emojis": one.emojis,
                "chat": one.chat or None, "says": one.says, "hint": one.hint,
            }
            for one in what.conflicts
        ],
        "pending": what.pending,
    }  # fmt: skip


def _counted(rule_id: str, before: Counts, after: Counts) -> dict[str, dict[str, int]]:
    return {"now": before.of(rule_id), "planned": after.of(rule_id)}
