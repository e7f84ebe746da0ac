"""Changes single values of a rule as somebody wrote it; its comments, and all that nobody touched, stay."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, cast

import regex
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString
from ruamel.yaml.tokens import CommentToken

from rules.formatting import CannotFormat, relaid
from rules.source import read_yaml

ORDER = (
    "id", "name", "when", "if", "parse", "do", "on_low_confidence", "on_edit", "undo", "reply", "order", "stop",
    "fallback", "priority", "enabled", "shadow", "timezone", "language", "currency", "examples",
)  # fmt: skip
"""In which order the keys of a rule are written; a new one takes its place among those that are there."""

Key = str | int
_PLACE = regex.compile("[0-9]{1,3}")


@dataclass(frozen=True, slots=True)
class Change:
    """One value to be written at a place; None takes out what stands there.

    `path` leads through keys and places of lists; what is missing on the way is made.
    """

    path: tuple[Key, ...]
    value: Any


def steps_of(pointer: str) -> tuple[Key, ...]:
    """Return the path of a JSON pointer, where a number is the place in a list; raises `ValueError`."""
    if not pointer.startswith("/"):
        raise ValueError(f"{pointer!r} is no JSON pointer such as /when/reaction")
    parts = [part.replace("~1", "/").replace("~0", "~") for part in pointer[1:].split("/")]
    return tuple(int(part) if _PLACE.fullmatch(part) else part for part in parts)


def the_rule(document: object) -> object:
    """Return the rule of a text: the whole of it, or the only one where it is written as a file."""
    inner = document.get("rules") if isinstance(document, dict) else None
    return inner[0] if isinstance(inner, list) and len(inner) == 1 else document


def edited(text: str, changes: Iterable[Change], name: str = "rules.yaml") -> str:
    """Return a rule with some values changed, laid out as all rules are.

    Raises `FaultyRules` where it is no YAML, and `CannotFormat` where something cannot stand where it is to stand.
    """
    before, _, _ = read_yaml(text, name)
    wanted = {} if before is None else deepcopy(before)
    there = list(changes)
    for one in there:
        _put(the_rule(wanted), one, _plain)
    text = text if before is not None else text.rstrip("\n") + "\n{}\n"

    def change(tree: Any) -> None:  # noqa: ANN401 - ruamel's tree
        rule = the_rule(tree)
        if isinstance(rule, CommentedMap) and not rule:
            rule.fa.set_block_style()
        for one in there:
            _put(rule, one, _written)

    return relaid(text, wanted, name, change)


def _put(place: Any, one: Change, made: Any) -> None:  # noqa: ANN401 - plain values, or ruamel's tree
    """Write a value into a tree; `made` makes what is new there."""
    *way, last = one.path
    for n, key in enumerate(way):
        if not _has(place, key):
            if one.value is None:
                return
            _set(place, key, made({} if isinstance(one.path[n + 1], str) else []))
        # `parse: bill` is short for a mapping, and `create_bill:` without anything for an empty one.
        elif not isinstance(place[key], dict | list):
            was = place[key]
            place[key] = made({"use": was} if key == "parse" and was else {})
        place = place[key]
    if one.value is not None:
        _set(place, last, made(one.value))
    elif _has(place, last):
        _take_out(place, last)


def _has(place: Any, key: Key) -> bool:  # noqa: ANN401 - as above
    if isinstance(place, dict):
        return key in place
    return isinstance(place, list) and isinstance(key, int) and key < len(place)


def _set(place: Any, key: Key, value: Any) -> None:  # noqa: ANN401 - as above
    if isinstance(place, list):
        if not isinstance(key, int) or key > len(place):
            raise CannotFormat(f"there is no place {key} in a list of {len(place)}")
        if key == len(place):
            if isinstance(place, CommentedSeq) and isinstance(value, Mapping):
                place.fa.set_block_style()
            place.append(value)
        else:
            place[key] = value
    elif not isinstance(place, dict):
        raise CannotFormat(f"{key} cannot stand in what is no mapping")
    elif key in place or not isinstance(place, CommentedMap):
        place[key] = value
    else:
        if not place and place.fa.flow_style() is not False:
            place.fa.set_flow_style()
        place.insert(_turn(place, key), key, value)


def _turn(place: Mapping[Any, Any], key: Key) -> int:
    """Return where a new key goes: behind the last one that comes before it."""
    if key not in ORDER or not set(place) & set(ORDER):
        return len(place)
    before = ORDER[: ORDER.index(str(key))]
    return max((n for n, one in enumerate(place, 1) if one in before), default=0)


def _take_out(place: Any, key: Key) -> None:  # noqa: ANN401 - as above
    if not isinstance(place, CommentedMap | CommentedSeq):
        del place[key]
        return
    below = _lines_below(place, key)
    keys = list(place) if isinstance(place, CommentedMap) else list(range(len(place)))
    n = keys.index(key)
    del place[key]
    # What is left: the keys of a mapping, the places of a list, which ruamel has moved up with their comments.
    keys.remove(key if isinstance(place, CommentedMap) else keys[-1])
    if below and n < len(keys):
        place.yaml_set_comment_before_after_key(keys[n], before="\n".join(below), indent=_column(place))


def _column(place: Any) -> int:  # noqa: ANN401 - as above
    return int(place.lc.col or 0)


def _lines_below(place: Any, key: Key) -> list[str]:  # noqa: ANN401 - as above
    """Return the comments below a value, which are about what follows; ruamel hangs them on its last leaf."""
    value = place[key]
    if isinstance(value, CommentedMap | CommentedSeq) and value and not value.fa.flow_style():
        last = list(value)[-1] if isinstance(value, CommentedMap) else len(value) - 1
        return _lines_below(value, last)
    tokens = [token for token in place.ca.items.get(key, ()) if isinstance(token, CommentToken)]
    if not tokens and isinstance(value, CommentedMap | CommentedSeq) and value.ca.comment:
        tokens = [token for token in value.ca.comment if isinstance(token, CommentToken)]
    lines = [line.strip() for token in tokens for line in token.value.split("\n")[1:]]
    return [line.removeprefix("#").removeprefix(" ") for line in lines if line.startswith("#")]


def _plain(value: Any) -> Any:  # noqa: ANN401 - plain JSON
    return deepcopy(value)


def _written(value: Any) -> Any:  # noqa: ANN401 - plain JSON, as ruamel's tree
    """Return a new value as a person would write it: what is short on a line, the steps of a rule one below another."""
    if isinstance(value, Mapping):
        made = CommentedMap((key, _written(inner)) for key, inner in value.items())
        if _on_a_line(value):
            made.fa.set_flow_style()
        return made
    if isinstance(value, list):
        several = CommentedSeq(_written(inner) for inner in value)
        if _on_a_line(value):
            several.fa.set_flow_style()
        return several
    # Every plain word of the tree is text: it is written as it stands.
    return _text(value) if isinstance(value, str) else json.dumps(value)


def _on_a_line(value: Mapping[str, Any] | Sequence[Any]) -> bool:
    inner = value.values() if isinstance(value, Mapping) else value
    return not any(isinstance(one, Mapping) or (isinstance(one, str) and "\n" in one) for one in inner)


def _text(text: str) -> str:
    if "\n" in text:
        return cast("str", LiteralScalarString(text))
    plain = _WORDS.fullmatch(text) and text.lower() not in _TO_OTHERS
    return text if plain else cast("str", DoubleQuotedScalarString(text))


_WORDS = regex.compile(r"[\p{Lu}\p{Ll}_](?:[\p{Lu}\p{Ll}0-9_ .()/-]*[\p{Lu}\p{Ll}0-9_.()/-])?")
"""What means the same with and without quotes."""
_TO_OTHERS = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
"""But these, which some reader of YAML takes for something else."""
