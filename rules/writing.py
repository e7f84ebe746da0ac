"""Writes rules back as a person would: without what goes without saying, and as a YAML file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import yaml

from rules.book import load
from rules.building import example_to_mapping, rule_to_mapping
from rules.faults import FaultyRules
from rules.formatting import CannotFormat, formatted
from rules.rule import Example, Rule
from rules.source import read_yaml

_ORDER = ("id", "name", "when", "if", "parse", "do")
_LINE = 90
_HEAD = "# yaml-language-server: $schema=./schema.json\n"


def brief(rule: Rule) -> dict[str, Any]:
    """Return a rule as plain JSON without what its defaults say anyway."""
    said = rule_to_mapping(rule)
    usual = rule_to_mapping(Rule(rule.id, rule.id, rule.emojis, ()))
    own = {key: value for key, value in said.items() if key == "id" or value != usual.get(key)}
    for key in ("when", "reply", "undo"):
        if isinstance(own.get(key), Mapping):
            own[key] = {name: value for name, value in own[key].items() if value != usual[key].get(name)}
    own["when"] = {name: _one(value) for name, value in said["when"].items() if (name, value) != ("by", "owner")}
    if "parse" in own:
        own["parse"] = _parse(own["parse"])
    for key in ("if", "do"):
        own |= {key: _in_order(own[key])} if key in own else {}
    return {key: own[key] for key in sorted(own, key=_rank) if own[key] not in ({}, [])}


def defaults() -> dict[str, Any]:
    """Return what holds for a rule that says nothing."""
    return rule_to_mapping(Rule("", "", (), ())) | {"on_low_confidence": "reply"}


def to_yaml(rules: Iterable[Rule]) -> str:
    """Write rules as a file, which reads as these rules again."""
    return _HEAD + _dumped({"version": 1, "rules": [brief(rule) for rule in rules]})


def as_written(rules: Iterable[tuple[Rule, str | None]]) -> str:
    """Write rules as a file, each as somebody wrote it where that is known, with its comments."""
    there = list(rules)
    plain = to_yaml(rule for rule, _ in there)
    if all(text is None for _, text in there):
        return plain
    try:
        own = [one_to_yaml(rule) if text is None or _is_file(text) else text for rule, text in there]
        text = formatted(_HEAD + "version: 1\nrules:\n" + "\n".join(map(_within, own)))
        again = {rule.id: replace(rule, version=1) for rule in load(text).rules}
    except (FaultyRules, CannotFormat):
        return plain
    # What somebody wrote may lean on what is not there any more: then only what it says is written.
    return text if again == {rule.id: replace(rule, version=1) for rule, _ in there} else plain


def one_to_yaml(rule: Rule) -> str:
    """Write one rule as it stands in a file."""
    return _dumped(brief(rule))


def examples_to_yaml(examples: Iterable[Example]) -> str:
    """Write examples as they stand in a rule, to be pasted there."""
    return _dumped([example_to_mapping(example) for example in examples])


def _dumped(value: object) -> str:
    return yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110)


def _is_file(text: str) -> bool:
    document, _, _ = read_yaml(text, "")
    return not isinstance(document, dict) or "rules" in document


def _within(text: str) -> str:
    """Return a rule as one of a list: what stands above it stays above."""
    lines = text.splitlines()
    first = next(n for n, line in enumerate(lines) if line.strip() and not line.startswith("#"))
    below = [f"    {line}" if line else "" for line in lines[first + 1 :]]
    return "\n".join([*(f"  {line}" for line in lines[:first]), f"  - {lines[first]}", *below])


def _rank(key: str) -> int:
    return _ORDER.index(key) if key in _ORDER else len(_ORDER)


def _in_order(value: object) -> object:
    """Name the field of each condition before what is asked of it, and a step before its conditions."""
    if isinstance(value, list):
        return [_in_order(one) for one in value]
    if isinstance(value, Mapping):
        return {key: _in_order(value[key]) for key in sorted(value, key=lambda key: (key != "field", key == "if"))}
    return value


def _one(value: object) -> object:
    return value[0] if isinstance(value, list) and len(value) == 1 else value


def _parse(parse: Mapping[str, Any]) -> object:
    own = dict(parse)
    if own.get("from") == ["text", "caption"]:
        del own["from"]
    if own.get("min_confidence") == 0:
        del own["min_confidence"]
    return own["use"] if list(own) == ["use"] else own


class _Dumper(yaml.SafeDumper):
    """YAML as it is read here and by editors: emoji and all that looks like something else in quotes."""

    def ignore_aliases(self, _data: object) -> bool:
        """Write what stands twice twice."""
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - PyYAML's signature
        """Indent lists too."""
        super().increase_indent(flow, indentless=False)

    def expect_first_flow_mapping_key(self) -> None:
        """Write `{ a: b }` as `rules fmt` does, and nothing as `{}`."""
        if not isinstance(self.event, yaml.MappingEndEvent):
            self.write_indicator(" ", need_whitespace=False, whitespace=True)
        super().expect_first_flow_mapping_key()

    def expect_flow_mapping_key(self) -> None:
        """Close it with a space before."""
        if isinstance(self.event, yaml.MappingEndEvent):
            self.write_indicator(" ", need_whitespace=False, whitespace=True)
        super().expect_flow_mapping_key()


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    # An emoji such as #️⃣ would begin a comment, and one in quotes teaches the habit.
    quoted = not text.isascii() and not any(character.isalpha() for character in text)
    # Single quotes: in double ones PyYAML escapes every emoji.
    style = "|" if "\n" in text else "'" if quoted else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _mapping(dumper: yaml.SafeDumper, value: Mapping[str, object]) -> yaml.MappingNode:
    return dumper.represent_mapping("tag:yaml.org,2002:map", value, flow_style=_is_short(value))


def _list(dumper: yaml.SafeDumper, value: list[object]) -> yaml.SequenceNode:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=_is_short(value))


def _is_short(value: object) -> bool:
    """Tell whether something fits on a line; steps, conditions and rules have lines of their own."""
    if isinstance(value, list) and any(isinstance(one, Mapping) for one in value):
        return False
    if isinstance(value, Mapping) and any(isinstance(one, Mapping) for one in value.values()):
        return False
    inner = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ()
    nested = any(isinstance(one, list) and not _is_short(one) for one in inner)
    return not nested and "\\n" not in (text := str(value)) and len(text) <= _LINE


_Dumper.add_representer(str, _text)
_Dumper.add_representer(dict, _mapping)
_Dumper.add_representer(list, _list)
