"""What the engine says in English, in the reader's language: the sentence finds its own in the language's catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, partial
from typing import Any

from babel.lists import format_list

from engine.web.words import FALLBACK, catalogue, read

CONTEXTS = ("refusal", "rule")
"""The contexts of such sentences in a catalogue: `msgid` is what the code says in English, its blanks in braces."""

_MOST = 1000
"""Characters of a sentence that is looked for: what is longer repeats a text that somebody sent."""
_BLANK = re.compile(r"\{(\w+)\}")
_NAMED = {"kind": "kind", "only": "kind", "field": "field", "state": "status"}
"""Blanks that hold a word of ours, with where the catalogue has it."""
_PHRASES = frozenset({"looks", "why", "where", "wanted"})
"""Blanks that hold a sentence in their turn."""
_SEVERAL = frozenset({"rules", "orders", "made"})
"""Blanks that hold several things with an "and" between them."""


def in_words(says: str, language: str) -> str:
    """Return a sentence as the language has it; in English where it has none."""
    if language == FALLBACK or len(says) > _MOST:
        return says
    for pattern, words in _sentences(language):
        if found := pattern.fullmatch(says):
            values = {name: _filled(name, value, language) for name, value in found.groupdict().items()}
            return _BLANK.sub(partial(_value, values), words)
    return says


def told(members: Mapping[str, Any], language: str) -> dict[str, Any]:
    """Return a problem's further members, what its `errors` say in words of the language."""
    errors = members.get("errors")
    return dict(members) | ({"errors": each(errors, ("detail", "suggestion"), language)} if errors else {})


def each(some: Iterable[Mapping[str, Any]], names: Iterable[str], language: str) -> list[dict[str, Any]]:
    """Return records whose members of these names, where they have them, are said in the language."""
    wanted = set(names)
    return [
        {name: in_words(value, language) if name in wanted and value else value for name, value in one.items()}
        for one in some
    ]


@cache
def _sentences(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return what finds each sentence of a language, the one with the most words of its own first."""
    known = [one for context in CONTEXTS for one in read(language).get(context, {}).items()]
    longest = sorted(known, key=lambda one: -len(_BLANK.sub("", one[0])))
    return tuple((_pattern(says), words) for says, words in longest)


def _pattern(says: str) -> re.Pattern[str]:
    """Return what matches an English sentence, whatever stands in its blanks."""
    parts = _BLANK.split(says)
    blanks = (rf"(?P<{part}>.{{1,300}}?)" if n % 2 else re.escape(part) for n, part in enumerate(parts))
    return re.compile("".join(blanks), re.DOTALL)


def _value(values: Mapping[str, str], blank: re.Match[str]) -> str:
    return values[blank[1]]


def _filled(name: str, value: str, language: str) -> str:
    """Return what stands in a blank: a name as it is, a word or a phrase of ours in the language."""
    words: Mapping[str, str] = catalogue(language)["words"]
    match name:
        case "fields":
            return ", ".join(_field(one, words) or in_words(one, language) for one in value.split(", "))
        case _ if name in _PHRASES:
            return in_words(value, language)
        case _ if name in _SEVERAL:
            return format_list([in_words(one, language) for one in value.split(" and ")], locale=language)
        case _ if name in _NAMED:
            return words.get(f"{_NAMED[name]}.{value}", value)
        case _:
            return value


def _field(pointer: str, words: Mapping[str, str]) -> str | None:
    """Return the name of a field that a pointer ends in (`which/since`), as the pages have it; None of any other."""
    last = [part for part in pointer.split("/") if not part.isdecimal()][-1:] or [pointer]
    known = (words.get(f"{prefix}.{last[0]}") for prefix in ("field", "audit.field", "audit"))
    return next((name.lower() for name in known if name), None)
