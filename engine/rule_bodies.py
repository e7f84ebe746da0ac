"""Rules as they come in: YAML or JSON, with every mistake by its place, looked through and tried aside."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from engine import dryrun, preview
from engine.config import Settings
from engine.deadline import limit
from engine.decide import Decision, decide
from engine.locale import Preferences
from engine.outside import Outside
from engine.trying import faults_by_trying
from rules.book import Book, FaultyRules, Positions, read
from rules.check import Checked, across, look
from rules.editing import Change, edited, the_rule
from rules.faults import Path, RuleFault, pointer
from rules.rule import Rule
from rules.source import read_yaml

NAME = "rules"
_ONE = frozenset({"id", "when", "do"})
"""What a rule says and a file does not."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What somebody sent: the text of YAML, or a JSON document."""

    text: str
    is_json: bool

    def tell(self, faults: Iterable[RuleFault]) -> list[RuleFault]:
        """Return faults with their line and column where YAML was sent."""
        return [
            RuleFault(f.path, f.message, None, None, f.severity, f.suggestion) if self.is_json else f for f in faults
        ]


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found in rules that were sent."""

    rules: tuple[Rule, ...]
    faults: tuple[RuleFault, ...]
    examples: int = 0
    written: Any = None
    """One rule as it is written, as plain values; None of a file of several, and of what is no YAML."""

    @property
    def sound(self) -> bool:
        """Whether nothing in them is an error."""
        return not any(fault.severity == "error" for fault in self.faults)

    def sound_rules(self) -> tuple[Rule, ...]:
        """Return the rules; raises `FaultyRules` where there is an error."""
        if not self.sound:
            raise FaultyRules(self.faults)
        return self.rules


def sent(body: bytes, *, is_json: bool) -> Sent:
    """Return what somebody sent; raises `FaultyRules` where it is no text, or no JSON."""
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as fault:
        raise FaultyRules([RuleFault("", "this is not UTF-8", body[: fault.start].count(b"\n") + 1, 1)]) from None
    if not is_json:
        return Sent(text, is_json=False)
    try:
        # JSON is YAML too, but for the escapes of what is outside the basic plane.
        return Sent(json.dumps(json.loads(text), ensure_ascii=False), is_json=True)
    except (ValueError, RecursionError) as fault:
        said = getattr(fault, "msg", "nested too deep")
        raise FaultyRules([RuleFault("", f"not JSON: {said}")]) from None


def said(rules: str | dict[str, Any]) -> Sent:
    """Return rules that stand within something else: YAML as text, or JSON."""
    return (
        Sent(rules, is_json=False)
        if isinstance(rules, str)
        else Sent(json.dumps(rules, ensure_ascii=False), is_json=True)
    )


def looked_through(seconds: float, what: Sent, *, overlaps: bool, one_too: bool = True) -> Looked:
    """Look through a file of rules, or one rule by itself, and try its examples.

    `overlaps`: say which rules are in each other's way. Without `one_too` a rule by itself is no file.
    """
    written = _one(what) if one_too else None
    if isinstance(written, dict) and not _ONE.isdisjoint(written):
        return replace(one_looked_through(seconds, what), written=written)
    checked = look(what.text, NAME)
    return _looked(seconds, what, checked, overlaps=overlaps)


def one_looked_through(seconds: float, what: Sent) -> Looked:
    """Look through one rule and try its examples; it may come as a file of one rule too."""
    try:
        document, where, before = read_yaml(what.text, NAME)
        if isinstance(document, dict) and "rules" in document and "when" not in document:
            looked = _looked(seconds, what, look(what.text, NAME), overlaps=False)
            if looked.sound and len(looked.rules) != 1:
                return Looked((), (RuleFault("/rules", f"one rule is wanted here, and these are {len(looked.rules)}"),))
            return looked
        inner = Positions(NAME, _below(where.values), _below(where.keys))
        book = read({"version": 1, "rules": [document]}, inner, before=before)
    except FaultyRules as fault:
        return Looked((), tuple(map(_above, what.tell(fault.faults))))
    checked = Checked(NAME, book.warnings, book, inner, {rule.id: 0 for rule in book.rules})
    looked = _looked(seconds, what, checked, overlaps=False)
    return Looked(looked.rules, tuple(map(_above, looked.faults)), looked.examples)


def changed(_seconds: float, text: str, changes: Sequence[Change]) -> tuple[str, Any, tuple[RuleFault, ...]]:
    """Return the YAML of a rule with some values changed, the rule as it is written there, and why it is no YAML.

    Raises `CannotFormat` where a value cannot stand where it is to stand.
    """
    try:
        text = edited(text, changes, NAME) if changes else text
        return text, the_rule(read_yaml(text, NAME)[0]), ()
    except FaultyRules as fault:
        # Said and not raised: from another process only plain exceptions come back whole.
        return text, None, fault.faults


def decided(  # noqa: PLR0917 - it is called by position, in another process
    seconds: float, rules: tuple[Rule, ...], text: str, emoji: str, home: Preferences | None, said: dict[str, Any]
) -> dict[str, Any]:
    """Return what a reaction to a text would come to, with the answer that would be sent."""
    asked = dryrun.situation(text, emoji, home=home, **said)
    guard: Callable[[Callable[[], Decision]], Decision] = limit(seconds)
    decision = guard(lambda: decide(Book(0, rules), asked))
    return preview.as_record(decision, asked)


def _looked(seconds: float, what: Sent, checked: Checked, *, overlaps: bool) -> Looked:
    tried = list(faults_by_trying([checked], limit(seconds), Outside.of(Settings())))
    whole = [fault for fault in across([checked]) if overlaps]
    faults = sorted({*checked.faults, *tried, *whole}, key=lambda one: (one.line or 0, one.column or 0, one.path))
    rules = checked.book.rules if checked.book else ()
    return Looked(rules, tuple(what.tell(faults)), sum(len(rule.examples) for rule in rules))


def _one(what: Sent) -> object:
    """Return the rule where one is sent, by itself or as the only one of a file."""
    try:
        found = the_rule(read_yaml(what.text, NAME)[0])
    except FaultyRules:
        return None
    return None if isinstance(found, dict) and "rules" in found else found


def _below(places: Any) -> dict[Path, Any]:  # noqa: ANN401 - places by their path
    return {("rules", 0, *path): place for path, place in places.items()}


def _above(fault: RuleFault) -> RuleFault:
    path = fault.path.removeprefix(pointer(("rules", 0)))
    return RuleFault(path, fault.message, fault.line, fault.column, fault.severity, fault.suggestion, fault.source)
