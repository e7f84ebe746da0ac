"""Says what is wrong with rule files, without using them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from rules.book import Book, read
from rules.conflicts import conflicts
from rules.faults import FaultyRules, Path, Positions, RuleFault, pointer, render
from rules.rule import Rule
from rules.shape import PARSERS
from rules.source import read_yaml

__all__ = ["Checked", "across", "check", "look", "render"]

MOST_CONFLICTS = 100
"""Of pairs that are told one by one."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A rule file that was looked through; there is a book where there is no error."""

    name: str
    faults: tuple[RuleFault, ...]
    book: Book | None = None
    where: Positions = field(default_factory=lambda: Positions(""))
    places: dict[str, int] = field(default_factory=dict)
    """Where each rule stands in the file, by its id."""

    def fault(
        self,
        rule: Rule,
        path: Path,
        message: str,
        hint: str | None = None,
        *,
        severity: Literal["error", "warning"] = "error",
    ) -> RuleFault:
        """Make a fault of a rule of this file, with its place."""
        whole: Path = ("rules", self.places[rule.id], *path)
        if whole not in self.where.values and ("defaults", *path) in self.where.values:
            whole = ("defaults", *path)
        return RuleFault(pointer(whole), message, *self.where.at(whole), severity, hint, self.name)


def check(text: str, name: str, *, known_parsers: frozenset[str] = PARSERS) -> list[RuleFault]:
    """Return every error and warning of a rule file, from top to bottom."""
    return list(look(text, name, known_parsers=known_parsers).faults)


def look(text: str, name: str, *, known_parsers: frozenset[str] = PARSERS) -> Checked:
    """Read a rule file for its faults."""
    try:
        document, where, before = read_yaml(text, name)
        if document is None:
            return Checked(name, (RuleFault("", "the file is empty", 1, 1, source=name),))
        book = read(document, where, known_parsers=known_parsers, before=before)
    except FaultyRules as error:
        return Checked(name, error.faults)
    written = document["rules"] if isinstance(document, dict) else ()
    return Checked(name, book.warnings, book, where, {rule["id"]: place for place, rule in enumerate(written)})


def across(files: Iterable[Checked]) -> Iterator[RuleFault]:
    """Yield what is wrong with sound files together: an id used twice, and rules that stand in each other's way."""
    owners: dict[str, Checked] = {}
    rules: list[Rule] = []
    for file in files:
        for rule in file.book.rules if file.book else ():
            if rule.id in owners:
                other = owners[rule.id].name
                yield file.fault(rule, ("id",), f"the id {rule.id!r} is taken by a rule of {other}")
            else:
                owners[rule.id] = file
                rules.append(rule)
    found = conflicts(rules)
    for one in found[:MOST_CONFLICTS]:
        yield owners[one.second.id].fault(one.second, ("when",), one.says, one.hint, severity=one.severity)
    if len(found) > MOST_CONFLICTS:
        last = found[-1].second
        yield owners[last.id].fault(last, ("when",), f"… and {len(found) - MOST_CONFLICTS} more conflicts")
