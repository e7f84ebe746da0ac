"""Holds a document against the rule language and finds every fault at once."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Generic, Literal, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from rules.faults import Path, Positions, RuleFault, meant, nearest, pointer, shown
from rules.shape import Reader, Written
from rules.source import DEEPEST, MOST

Kind = TypeVar("Kind", bound=Written)

# PostgreSQL stores neither in a text.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
# What the trigger is called elsewhere; YAML 1.1 turns `on` into True.
_HINTS = {"on": "use 'when'", "True": "use 'when': YAML reads 'on' as true", "true": "use 'when'"}
_EXPECTED = {
    "string_type": "a text",
    "bool_type": "true or false",
    "int_type": "a whole number",
    "float_type": "a number",
    "list_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
}
_LIMITS = {
    "too_short": "too few: at least {min_length}",
    "too_long": "too many: at most {max_length}",
    "string_too_short": "must not be empty",
    "string_too_long": "too long: at most {max_length} characters",
    "greater_than_equal": "too small: at least {ge}",
    "less_than_equal": "too large: at most {le}",
}
# The walk over the document tells these, with the key that was probably meant.
_WRONG_KEY = {"extra_forbidden", "invalid_key"}


@dataclass(frozen=True, slots=True)
class Found(Generic[Kind]):
    """What the reading of a document found; `written` is None where there are errors."""

    written: Kind | None
    faults: tuple[RuleFault, ...]


def hold(document: object, against: type[Kind], where: Positions | None, parsers: frozenset[str]) -> Found[Kind]:
    """Read a document as the part of the language that `against` describes."""
    reader, notes = Reader(parsers), Notes(document, where)
    mappings = list(_walk(document, notes))
    if notes.too_much:
        return Found(None, tuple(notes.faults))
    written, refused = None, []
    try:
        written = against.model_validate(document, context=reader)
    except ValidationError as error:
        refused = [details for details in error.errors(include_url=False) if details["type"] not in _WRONG_KEY]
    for parent, mapping in mappings:
        if kind := reader.seen.get(id(mapping)):
            _note_keys(parent, mapping, kind, notes)
    for details in refused:
        notes.refused(details)
    faulty = any(fault.severity == "error" for fault in notes.faults)
    return Found(None if faulty else written, tuple(notes.faults))


@dataclass(slots=True)
class Notes:
    """The faults found so far."""

    document: object
    where: Positions | None
    faults: list[RuleFault] = field(default_factory=list)
    meant: set[Path] = field(default_factory=set)
    """The keys that were probably meant by unknown ones: that they are missing is said already."""
    too_much: bool = False

    def note(
        self,
        path: Path,
        message: str,
        hint: str | None = None,
        *,
        at_key: bool = False,
        severity: Literal["error", "warning"] = "error",
    ) -> None:
        """Note a fault at the place in the file where it can be put right."""
        line, column = self.where.at(path, key=at_key) if self.where else (None, None)
        source = self.where.source if self.where else None
        self.faults.append(RuleFault(pointer(path), message, line, column, severity, hint, source))

    def refused(self, details: ErrorDetails) -> None:
        """Note what validation refused, in words for whoever wrote it."""
        path, value, context = self._standing(details["loc"]), details["input"], details.get("ctx", {})
        hint = None
        match details["type"]:
            case "refused":
                message, hint = context["said"], context["hint"]
            case "missing" if path in self.meant:
                return
            case "missing":
                message = f"'{path[-1]}' is missing"
            case "literal_error":
                known = re.findall(r"'([^']*)'", context["expected"]) or [context["expected"]]
                message = f"{shown(value)} is not {'one of ' if len(known) > 1 else ''}{', '.join(known)}"
                hint = meant(value, known) if isinstance(value, str) else None
            case kind if kind in _EXPECTED:
                message = f"expected {_EXPECTED[kind]}, found {shown(value)}"
            case kind if kind in _LIMITS:
                message = _LIMITS[kind].format_map(context)
            case _:
                message = f"{shown(value)}: {details['msg'][0].lower()}{details['msg'][1:]}"
        self.note(path, message, hint, at_key=details["loc"][-1:] == ("[key]",))

    def _standing(self, path: Path) -> Path:
        """Cut off what validation adds to a path where one value stands for a list or a mapping."""
        below = self.document
        for depth, step in enumerate(path):
            if not _holds(below, step):
                return path[: depth + isinstance(below, dict)]
            below = below[step]  # type: ignore[index]  # what holds a step can be asked for it
        return path


def _holds(value: object, step: str | int) -> bool:
    if isinstance(value, dict):
        return step in value
    return isinstance(value, list | tuple) and isinstance(step, int) and step < len(value)


def _walk(document: object, notes: Notes) -> Iterator[tuple[Path, dict[object, object]]]:
    """Give every mapping with its path, and note what could not be stored or has no end."""
    waiting: list[tuple[Path, object]] = [((), document)]
    for _ in range(MOST):
        if not waiting:
            return
        path, value = waiting.pop()
        inner: list[tuple[Path, object]] = []
        if isinstance(value, str) and _UNSTORABLE.search(value):
            notes.note(path, "holds a character that cannot be stored")
        elif isinstance(value, float) and not math.isfinite(value):
            notes.note(path, "expected a number that has an end")
        elif isinstance(value, dict):
            yield path, value
            inner = [((*path, str(key)), below) for key, below in value.items()]
            for step, _below in inner:
                if _UNSTORABLE.search(str(step[-1])):
                    notes.note(path, "a key holds a character that cannot be stored")
        elif isinstance(value, list | tuple):
            inner = [((*path, index), below) for index, below in enumerate(value)]
        if inner and len(path) >= DEEPEST:
            notes.note(path, f"nested too deep: {DEEPEST} levels at most")
            notes.too_much = True
            return
        waiting += reversed(inner)
    notes.note((), f"holds too much: {MOST:,} values at most")
    notes.too_much = True


def _note_keys(parent: Path, mapping: dict[object, object], kind: type[Written], notes: Notes) -> None:
    """Note the keys that are unknown, and those that name what is not here."""
    known = kind.words()
    for key, value in mapping.items():
        path = (*parent, str(key))
        if (named := kind.not_here().get(str(key))) and (missing := named.says(value)):
            notes.note(path, missing, severity="warning")
        if key not in known and kind.model_config.get("extra") == "forbid":
            hint = _HINTS.get(str(key)) if "when" in known else None
            close = "when" if hint else nearest(str(key), known)
            if close:
                notes.meant.add((*parent, close))
                hint = hint or f"did you mean '{close}'?"
            notes.note(path, f"unknown key {shown(key)}", hint, at_key=True)
