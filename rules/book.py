"""The rule book: read from a file or a document, with every fault at once."""

from __future__ import annotations

from dataclasses import dataclass, field

from rules.building import build, rule_to_mapping, with_defaults
from rules.faults import FaultyRules, Positions, RuleFault, pointer
from rules.language import FileWritten, RuleWritten
from rules.match import Index, index
from rules.reading import hold
from rules.rule import Rule
from rules.shape import PARSERS
from rules.source import read_yaml

__all__ = ["Book", "FaultyRules", "Positions", "RuleFault", "load", "read", "rule_from_mapping", "rule_to_mapping"]


@dataclass(frozen=True, slots=True)
class Book:
    """Every rule, in the order in which they are asked; `warnings` are the faults that did not stop the reading."""

    version: int
    rules: tuple[Rule, ...]
    warnings: tuple[RuleFault, ...] = ()
    index: Index = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        rules = tuple(sorted(self.rules, key=lambda rule: rule.turn))
        object.__setattr__(self, "rules", rules)
        object.__setattr__(self, "index", index(rules))


def load(
    yaml_text: str, name: str = "rules.yaml", *, known_parsers: frozenset[str] = PARSERS, version: int = 1
) -> Book:
    """Read a rule file; raise `FaultyRules` with every fault where there is an error among them."""
    document, where, faults = read_yaml(yaml_text, name)
    if document is None:
        raise FaultyRules([RuleFault("", "the file is empty", 1, 1, source=name)])
    return _read(document, where, known_parsers, version, faults)


def read(
    document: object,
    where: Positions | None = None,
    *,
    known_parsers: frozenset[str] = PARSERS,
    version: int = 1,
    before: tuple[RuleFault, ...] = (),
) -> Book:
    """Read the mapping of a whole rule file, from JSON or with the positions of its YAML.

    `before` are faults that were found on the way to the mapping.
    """
    return _read(document, where, known_parsers, version, before)


def rule_from_mapping(mapping: object, version: int, *, known_parsers: frozenset[str] = PARSERS) -> Rule:
    """Read one rule from plain JSON; raise `FaultyRules` where it is not one."""
    found = hold(mapping, RuleWritten, None, known_parsers)
    if found.written is None:
        raise FaultyRules(found.faults)
    return build(found.written, version)


def _read(
    document: object,
    where: Positions | None,
    parsers: frozenset[str],
    version: int,
    before: tuple[RuleFault, ...] = (),
) -> Book:
    found = hold(document, FileWritten, where, parsers)
    faults = sorted(
        {*before, *found.faults, *_repeated_ids(document, where)},
        key=lambda fault: (fault.line or 0, fault.column or 0, fault.path, fault.message),
    )
    if found.written is None or any(fault.severity == "error" for fault in faults):
        raise FaultyRules(faults)
    rules = (build(with_defaults(written, found.written.defaults), version) for written in found.written.rules)
    return Book(version, tuple(rules), tuple(faults))


def _repeated_ids(document: object, where: Positions | None) -> list[RuleFault]:
    """Find ids used twice, also among rules that have other faults."""
    faults: list[RuleFault] = []
    first: dict[str, int] = {}
    rules = document.get("rules") if isinstance(document, dict) else None
    for place, rule in enumerate(rules if isinstance(rules, list) else ()):
        name = rule.get("id") if isinstance(rule, dict) else None
        if isinstance(name, str) and first.setdefault(name, place) != place:
            path = ("rules", place, "id")
            line, column = where.at(path) if where else (None, None)
            said = f"the id {name!r} is taken by rule {first[name] + 1} of this file"
            faults.append(RuleFault(pointer(path), said, line, column, source=where.source if where else None))
    return faults
