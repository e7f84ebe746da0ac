"""Reads the text of a rule file and remembers where everything in it stands."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, NoReturn

import regex
import yaml

from rules.faults import FaultyRules, Path, Place, Positions, RuleFault, pointer, shown

LONGEST = 1_000_000
"""Characters of a file."""
DEEPEST = 30
MOST = 100_000
"""Values in a file, those that an alias repeats counted every time."""

# libyaml is ten times as fast; where PyYAML was built without it, its own parser gives the same events.
_PARSER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_UNPRINTABLE = regex.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_UNQUOTED_EMOJI = regex.compile(r"(?<![\"'])[#*]\uFE0F?\u20E3")

# The scalars of YAML 1.2, except that a number with a plus stays text: it is a phone number.
_CONSTANTS = {"": None, "~": None} | {
    spelling: value
    for word, value in (("null", None), ("true", True), ("false", False))
    for spelling in (word, word.capitalize(), word.upper())
}
_INTEGER = regex.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_FLOAT = regex.compile(r"-?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,40})?(?:[eE][-+]?[0-9]{1,3})?")


def read_yaml(text: str, name: str) -> tuple[object, Positions, tuple[RuleFault, ...]]:
    """Turn the text of a file into a document, its positions and the faults that did not stop the reading."""
    if len(text) > LONGEST:
        _stop(name, (1, 1), f"the file is too long: {LONGEST:,} characters at most")
    text = text.removeprefix("\ufeff")
    odd = _UNPRINTABLE.search(text)
    if odd:
        _stop(name, _place_in(text, odd.start()), f"the character U+{ord(odd[0]):04X} cannot stand in a rule file")
    reading = _Reading(name, yaml.parse(text, Loader=_PARSER))
    try:
        document = reading.document()
    except yaml.MarkedYAMLError as error:
        _stop_at_syntax(text, name, error)
    except yaml.YAMLError as error:
        _stop(name, (1, 1), f"not YAML: {error}")
    return document, Positions(name, reading.values, reading.keys), tuple(reading.faults)


@dataclass(slots=True)
class _Reading:
    """One pass over the events of a file."""

    name: str
    events: Iterator[yaml.Event]
    values: dict[Path, Place] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    faults: list[RuleFault] = field(default_factory=list)
    anchors: dict[str, tuple[object, int]] = field(default_factory=dict)
    size: int = 0

    def document(self) -> object:
        """Read the only document of the file; an empty file is None."""
        next(self.events)
        if isinstance(next(self.events), yaml.StreamEndEvent):
            return None
        made = self.node(next(self.events), ())
        next(self.events)
        after = next(self.events)
        if not isinstance(after, yaml.StreamEndEvent):
            _stop(self.name, _place(after), "a rule file holds one document: take out the second '---'")
        return made

    def node(self, event: yaml.Event, path: Path) -> object:
        """Read one value with everything in it."""
        self.values[path] = _place(event)
        before = self.size
        self.grow(1, event, path)
        match event:
            case yaml.AliasEvent():
                return self.repeated(event, path)
            case yaml.ScalarEvent():
                made: object = _scalar(event.value) if event.implicit[0] else event.value
            case yaml.MappingStartEvent():
                made = self.mapping(path)
            case _:
                made = self.sequence(path)
        if tag := getattr(event, "tag", None):
            self.fault(path, _place(event), f"tags such as {shown(tag)} have no meaning in a rule file")
        if anchor := getattr(event, "anchor", None):
            self.anchors[anchor] = (made, self.size - before)
        return made

    def repeated(self, event: yaml.AliasEvent, path: Path) -> object:
        """Give the value of an alias again; its size counts again, which is what ends a YAML bomb."""
        if event.anchor not in self.anchors:
            _stop(self.name, _place(event), f"'*{event.anchor}' repeats what is not complete before it")
        made, size = self.anchors[event.anchor]
        self.grow(size, event, path)
        return made

    def mapping(self, path: Path) -> dict[str, object]:
        """Read keys and values; every key is text, also `on`, `no` and `1`."""
        made: dict[str, object] = {}
        while not isinstance(key := next(self.events), yaml.MappingEndEvent):
            if not isinstance(key, yaml.ScalarEvent):
                _stop(self.name, _place(key), "a key must be a plain word")
            inner = (*path, key.value)
            if key.value in made:
                self.fault(inner, _place(key), f"the key {shown(key.value)} is written twice")
                self.node(next(self.events), (*inner, "again"))
                continue
            self.keys[inner] = _place(key)
            made[key.value] = self.node(next(self.events), inner)
        return made

    def sequence(self, path: Path) -> list[object]:
        """Read the items of a list."""
        made: list[object] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            made.append(self.node(event, (*path, len(made))))
        return made

    def grow(self, by: int, event: yaml.Event, path: Path) -> None:
        """Count what was read and stop where it is too much."""
        self.size += by
        if self.size > MOST:
            _stop(self.name, _place(event), f"the file holds too much: {MOST:,} values at most")
        if len(path) > DEEPEST:
            _stop(self.name, _place(event), f"nested too deep: {DEEPEST} levels at most")

    def fault(self, path: Path, place: Place, message: str) -> None:
        """Note a fault that does not stop the reading."""
        self.faults.append(RuleFault(pointer(path), message, *place, source=self.name))


def _scalar(text: str) -> object:
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text) and math.isfinite(float(text)):
        return float(text)
    return text


def _place(event: yaml.Event) -> Place:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _place_in(text: str, index: int) -> Place:
    before = text[:index]
    return (before.count("\n") + 1, index - (before.rfind("\n") + 1) + 1)


def _stop(name: str, place: Place, message: str, hint: str | None = None) -> NoReturn:
    raise FaultyRules([RuleFault("", message, *place, suggestion=hint, source=name)])


def _stop_at_syntax(text: str, name: str, error: yaml.MarkedYAMLError) -> NoReturn:
    """Say where the file stops being YAML, and name the two mistakes that people make most."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    said = "not YAML: " + " ".join(part for part in (error.context, error.problem) if part)
    lines = text.splitlines()
    for number, written in enumerate(lines[:line], start=1):
        # `#️⃣` without quotes begins a comment: what it cuts off is missed only at the end of the file.
        emoji = None if written.lstrip().startswith("# ") else _UNQUOTED_EMOJI.search(written)
        if emoji:
            _stop(name, (number, emoji.start() + 1), said, f'quote the emoji: "{emoji[0]}"')
    tabs = "\t" in "".join(lines[line - 1 : line])
    _stop(name, (line, column), said, "indent with spaces, not with tabs" if tabs else None)
