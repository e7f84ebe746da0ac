"""Turns a rule as it is written into the rule that is carried out, and back into plain mappings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any, TypeVar

from rules.actions import ACTIONS
from rules.asked import Asked
from rules.language import Defaults, ExampleWritten, ReplyWritten, RuleWritten, UndoWritten
from rules.rule import Condition, Example, Group, Parse, Reply, Rule, Step
from rules.shape import Written
from rules.when import AnyOf, NoneOf

Kind = TypeVar("Kind", bound=Written)


def with_defaults(rule: RuleWritten, defaults: Defaults | None) -> RuleWritten:
    """Fill in what a rule leaves out from the head of its file."""
    if defaults is None:
        return rule
    filled: dict[str, object] = {
        name: _under(getattr(rule, name), getattr(defaults, name)) for name in defaults.model_fields_set - {"by"}
    }
    if rule.when.by is None and defaults.by is not None:
        filled["when"] = rule.when.model_copy(update={"by": defaults.by})
    return rule.model_copy(update=filled)


def build(written: RuleWritten, version: int) -> Rule:
    """Make a rule of what was written; what is left out takes the defaults of `Rule`."""
    by = written.when.by
    own: dict[str, Any] = {
        name: value
        for name in ("order", "stop", "fallback", "priority", "enabled", "shadow", "timezone", "language", "currency")
        if (value := getattr(written, name)) is not None
    }
    return Rule(
        id=written.id,
        name=written.name or written.id,
        emojis=tuple(dict.fromkeys(written.when.reaction)),
        message=written.when.message is not None,
        steps=tuple(
            Step(action, getattr(step, action).said(), _conditions(step.if_ or ()))
            for step in written.do
            for action in ACTIONS
            if action in step.model_fields_set
        ),
        chats=tuple(written.when.chat or ()),
        by=tuple(by) if isinstance(by, list) else by or "owner",
        conditions=_conditions(written.if_ or ()),
        parse=_parse(written),
        on_low_confidence=written.on_low_confidence or "reply",
        undo_on_unreact=(written.undo or UndoWritten()).on_unreact is not False,
        undo_within=(written.undo or UndoWritten()).within,
        reply=_reply(written.reply or ReplyWritten()),
        examples=tuple(_example(example) for example in written.examples or ()),
        version=version,
        **own,
    )


def rule_to_mapping(rule: Rule) -> dict[str, Any]:
    """Write a rule out in full, as plain JSON in the language of rule files."""
    when: dict[str, Any] = {"message": "any"} if rule.message else {"reaction": list(rule.emojis)}
    when["by"] = rule.by if isinstance(rule.by, str) else list(rule.by)
    if rule.chats:
        when["chat"] = list(rule.chats)
    mapping: dict[str, Any] = {"id": rule.id, "name": rule.name, "when": when}
    if rule.conditions:
        mapping["if"] = [_condition_to_mapping(condition) for condition in rule.conditions]
    if rule.parse:
        parse = rule.parse
        mapping["parse"] = {"use": parse.use, "from": list(parse.sources), "min_confidence": parse.min_confidence}
    if rule.on_low_confidence != "reply":
        mapping["on_low_confidence"] = rule.on_low_confidence
    reply = {**asdict(rule.reply), "as": rule.reply.as_}
    del reply["as_"]
    undo = {"on_unreact": rule.undo_on_unreact} | ({"within": rule.undo_within} if rule.undo_within else {})
    return mapping | {
        "do": [_step_to_mapping(step) for step in rule.steps],
        "undo": undo,
        "reply": reply,
        **{name: getattr(rule, name) for name in ("order", "stop", "fallback", "priority", "enabled", "shadow")},
        **{name: getattr(rule, name) for name in ("timezone", "language", "currency")},
        "examples": [example_to_mapping(example) for example in rule.examples],
    }


def _under(own: Written | None, default: object) -> object:
    if not isinstance(own, Written) or not isinstance(default, Written):
        return default if own is None else own
    return default.model_copy(update={name: getattr(own, name) for name in own.model_fields_set})


def _conditions(written: Iterable[Written]) -> tuple[Condition | Group, ...]:
    """Read the conditions of a rule, or of one of its steps."""
    made: list[Condition | Group] = []
    for one in written:
        match one:
            case AnyOf():
                made.append(Group("any", _conditions(one.any)))
            case NoneOf():
                made.append(Group("none", _conditions(one.none)))
            case Asked():
                said = one.said()
                asks = ((op, tuple(v) if isinstance(v, list) else (v,)) for op, v in said.items() if op != "field")
                made.append(Condition(said["field"], tuple(asks)))
            case _:
                pass
    return tuple(made)


def _condition_to_mapping(condition: Condition | Group) -> dict[str, Any]:
    match condition:
        case Group():
            return {condition.kind: [_condition_to_mapping(inner) for inner in condition.of]}
        case Condition():
            asks = {op: expected[0] if len(expected) == 1 else list(expected) for op, expected in condition.asks}
            return {"field": condition.field, **asks}


def _step_to_mapping(step: Step) -> dict[str, Any]:
    made: dict[str, Any] = {step.action: dict(step.options)}
    if step.conditions:
        made["if"] = [_condition_to_mapping(condition) for condition in step.conditions]
    return made


def _parse(written: RuleWritten) -> Parse | None:
    if written.parse is None:
        return None
    plain = Parse(written.parse.use)
    sources, sure = written.parse.from_, written.parse.min_confidence
    return Parse(
        plain.use,
        tuple(sources) if sources else plain.sources,
        plain.min_confidence if sure is None else float(sure),
    )


def _reply(written: ReplyWritten) -> Reply:
    said = {name: mark for name in ("working", "done", "failed") if (mark := getattr(written, name)) is not None}
    return Reply(written.to or "self", written.as_, dict(written.text or {}), **said)


def _example(written: ExampleWritten) -> Example:
    return Example(
        written.say, written.language, written.at, written.from_, dict(written.expect or {}), written.holds is not False
    )


def example_to_mapping(example: Example) -> dict[str, Any]:
    """Write an example out as plain JSON."""
    mapping = {
        "say": example.say,
        "language": example.language,
        "at": example.at,
        "from": example.from_,
        "expect": dict(example.expect) or None,
        "holds": None if example.holds else False,
    }
    return {key: value for key, value in mapping.items() if value is not None}
