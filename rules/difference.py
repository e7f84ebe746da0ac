"""Says what changed in a rule, key by key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rules.faults import shown
from rules.rule import Rule
from rules.writing import brief, defaults

Path = tuple[str, ...]


def differences(old: Rule, new: Rule) -> tuple[str, ...]:
    """Return what changed, a phrase each: `if parsed.total gte 3000 → 5000`."""
    usual = dict(_flat(defaults(), ()))
    before, after = (usual | {("name",): rule.id} | dict(_flat(_settings(rule), ())) for rule in (old, new))
    paths = [*before, *(path for path in after if path not in before)]
    told = [
        _told(path, before.get(path), after.get(path))
        for path in paths
        # A step that gets its first option was there before.
        if before.get(path) != "" or not _goes_on(path, after)
        if after.get(path) != "" or not _goes_on(path, before)
    ]
    tried = (len(old.examples), len(new.examples))
    if old.examples != new.examples:
        told.append(f"examples {tried[0]} → {tried[1]}" if tried[0] != tried[1] else "examples changed")
    return tuple(phrase for phrase in told if phrase)


def _settings(rule: Rule) -> dict[str, Any]:
    return {key: value for key, value in brief(rule).items() if key not in {"id", "examples"}}


def _goes_on(path: Path, values: Mapping[Path, object]) -> bool:
    return any(other[: len(path)] == path and other != path for other in values)


def _told(path: Path, before: Any, after: Any) -> str | None:  # noqa: ANN401 - plain JSON
    name = " ".join(path)
    if before == after:
        return None
    if isinstance(before, list) or isinstance(after, list):
        old, new = _list(before), _list(after)
        added = [f"+ {shown_plain(one)}" for one in new if one not in old]
        gone = [f"− {shown_plain(one)}" for one in old if one not in new]
        return f"{name} {' '.join(gone + added) or 'in another order'}"
    if before is None:
        return f"+ {name} {shown_plain(after)}".rstrip()
    if after is None:
        return f"− {name} {shown_plain(before)}".rstrip()
    return f"{name} {shown_plain(before)} → {shown_plain(after)}"


def _list(value: Any) -> list[Any]:  # noqa: ANN401 - as above
    return value if isinstance(value, list) else [] if value is None else [value]


def _flat(value: object, path: Path) -> Iterator[tuple[Path, object]]:
    """Yield every value with the words that lead to it; a condition is named by its field."""
    if isinstance(value, Mapping) and value:
        for key, inner in value.items():
            yield from _flat(inner, (*path, str(key)))
    elif isinstance(value, list) and value and all(isinstance(one, Mapping) for one in value):
        taken: dict[Path, int] = {}
        for one in value:
            named = (*path, str(one["field"])) if "field" in one else path
            rest = {key: inner for key, inner in one.items() if key != "field"}
            label = (*named, *(str(key) for key in list(rest)[:1]))
            taken[label] = taken.get(label, 0) + 1
            own = named if taken[label] == 1 else (*named, f"({taken[label]})")
            yield from _flat(rest, own)
    elif isinstance(value, Mapping):
        yield path, ""
    else:
        yield path, value


def shown_plain(value: object) -> str:
    """Return a value as it is written, short and on one line."""
    text = shown(value)
    return text[1:-1] if isinstance(value, str) else text
