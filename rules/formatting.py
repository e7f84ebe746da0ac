"""Lays a rule file out as all rule files look, with its comments and its own words as they are."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from typing import Any

import regex
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.emitter import Emitter
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import MappingEndEvent
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import DoubleQuotedScalarString
from ruamel.yaml.tag import Tag

from rules.source import read_yaml

WIDTH = 10_000
"""Of a line: a text that is broken into several is harder to read than a long one."""
_TEXT, _NULL = Tag(suffix="tag:yaml.org,2002:str"), Tag(suffix="tag:yaml.org,2002:null")
_EMOJI = regex.compile(r"\p{Extended_Pictographic}|\u20E3")
_LETTER = regex.compile(r"\p{L}")
_TRAILING = regex.compile(r"[ \t]+(?=\n)")
_GAPS = regex.compile(r"\n{3,}")


class CannotFormat(ValueError):  # noqa: N818 - it says what is the matter
    """The file would not say the same any more, so it is left alone."""


class _AsWritten(VersionedResolver):
    """Take every plain word as the text that it is: `+52`, `no`, `1.50` and a moment come out as they went in."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:  # noqa: ANN401 - ruamel's signature
        if kind is ScalarNode and implicit[0]:
            return _NULL if value == "" else _TEXT
        return super().resolve(kind, value, implicit)


class _Spaced(Emitter):
    """Write `{ a: b }` and not `{a: b}`."""

    flow_map_end = " }"

    def expect_first_flow_mapping_key(self) -> None:
        """Set what is in braces off from them; nothing stays nothing."""
        empty = isinstance(self.event, MappingEndEvent)
        # The only pair of a list may stand there without braces.
        if not empty and self.flow_context[-1] == "{":
            self.write_indicator(" ", need_whitespace=False, whitespace=True)
        self.flow_map_end = "}" if empty else " }"
        super().expect_first_flow_mapping_key()
        self.flow_map_end = " }"


def formatted(text: str, name: str = "rules.yaml") -> str:
    """Return a rule file with its lists and mappings indented alike, its emoji quoted, and no space at line ends.

    Raises `FaultyRules` where it is no YAML that a rule file can be, and `CannotFormat`.
    """
    before, _, _ = read_yaml(text, name)
    if before is None:
        return text
    return relaid(text, before, name)


def relaid(text: str, wanted: object, name: str, change: Callable[[Any], None] = lambda _: None) -> str:
    """Return a file laid out after a change of its tree, which must read as `wanted` then; raises `CannotFormat`."""
    yaml = YAML()
    yaml.Resolver, yaml.Emitter = _AsWritten, _Spaced
    yaml.preserve_quotes = True
    yaml.width = WIDTH
    yaml.indent(mapping=2, sequence=4, offset=2)
    written = io.StringIO()
    try:
        document = yaml.load(text.removeprefix("\ufeff"))
        change(document)
        _quote_emoji(document)
        yaml.dump(document, written)
    except (YAMLError, ValueError, TypeError, AttributeError, RecursionError) as fault:
        raise CannotFormat(f"{name} cannot be laid out: {type(fault).__name__}") from fault
    # Spaces and empty lines can be part of a text of several lines: then they stay everywhere.
    for laid in (_tidy(written.getvalue()), written.getvalue()):
        if read_yaml(laid, name)[0] == wanted:
            return laid
    raise CannotFormat(f"{name} would not say the same any more: it is left as it is")


def _quote_emoji(value: Any) -> None:  # noqa: ANN401 - whatever a file holds
    """Put what is only emoji in quotes: one that begins with # would begin a comment, and this teaches the habit."""
    places: Iterable[tuple[Any, Any]] = ()
    if isinstance(value, CommentedMap):
        places = list(value.items())
    elif isinstance(value, CommentedSeq):
        places = list(enumerate(value))
    for place, inner in places:
        if type(inner) is str and _EMOJI.search(inner) and not _LETTER.search(inner):
            value[place] = DoubleQuotedScalarString(inner)
        else:
            _quote_emoji(inner)


def _tidy(text: str) -> str:
    return _GAPS.sub("\n\n", _TRAILING.sub("", text)).lstrip("\n").rstrip("\n") + "\n"
