"""What is wrong with a rule, said so that whoever wrote it can put it right."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from pydantic_core import PydanticCustomError

Path = tuple[str | int, ...]
Place = tuple[int, int]
"""Line and column, both counted from 1."""

SHOWN = 40


@dataclass(frozen=True, slots=True)
class RuleFault:
    """One thing to put right; `path` is a JSON pointer, `suggestion` a phrase that fits in brackets."""

    path: str
    message: str
    line: int | None = None
    column: int | None = None
    severity: Literal["error", "warning"] = "error"
    suggestion: str | None = None
    source: str | None = None
    """The name of the file, where there is one."""


class FaultyRules(ValueError):  # noqa: N818 - it is read aloud: these rules are faulty
    """These rules cannot be used; `faults` holds every reason at once."""

    def __init__(self, faults: Iterable[RuleFault]) -> None:
        self.faults = tuple(faults)
        super().__init__(render(self.faults))


@dataclass(frozen=True, slots=True)
class Positions:
    """Where in the file each key and each value of a document stands."""

    source: str
    values: Mapping[Path, Place] = field(default_factory=dict)
    keys: Mapping[Path, Place] = field(default_factory=dict)

    def at(self, path: Path, *, key: bool = False) -> Place:
        """Return the place of a value, or of its key; what is not in the file stands where its parent does."""
        if key and path in self.keys:
            return self.keys[path]
        while path and path not in self.values:
            path = path[:-1]
        return self.values.get(path, (1, 1))


def render(faults: Iterable[RuleFault]) -> str:
    """Write faults one a line, as compilers do: `file:line:column: error: what (hint)`."""
    return "\n".join(_line(fault) for fault in faults)


def _line(fault: RuleFault) -> str:
    places = [fault.source or fault.path or "rules"]
    places += [str(number) for number in (fault.line, fault.column) if number is not None]
    hint = f" ({fault.suggestion})" if fault.suggestion else ""
    return f"{':'.join(places)}: {fault.severity}: {fault.message}{hint}"


def pointer(path: Path) -> str:
    """Write a path as a JSON pointer (RFC 6901)."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


def shown(value: object) -> str:
    """Quote what a stranger wrote: short, on one line, without control characters."""
    if value is None or isinstance(value, bool | dict | list):
        text = json.dumps(value, default=str) if not isinstance(value, dict | list) else type(value).__name__
        return {"dict": "a mapping", "list": "a list"}.get(text, text)
    text = repr(value[: SHOWN + 1] if isinstance(value, str) else value)
    return text if len(text) <= SHOWN + 2 else text[:SHOWN] + "…" + text[0] * isinstance(value, str)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that was probably meant."""
    return next(iter(difflib.get_close_matches(word[:100], list(known), n=1, cutoff=0.6)), None)


def meant(word: str, known: Iterable[str]) -> str | None:
    """Suggest the known word that was probably meant."""
    close = nearest(word, known)
    return f"did you mean '{close}'?" if close else None


def refusal(said: str, hint: str | None = None) -> PydanticCustomError:
    """Make the error that a validator raises to refuse a value in our own words."""
    # The message goes in as data: braces that a stranger typed are no template.
    return PydanticCustomError("refused", "{said}", {"said": said, "hint": hint})
