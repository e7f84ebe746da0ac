"""Reads what is marked in a message: @mentions, #tags, links, priority and labelled lines (Where:, 📍)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from .draft import Span
from .phrases import phrases
from .words import Token, cut_up, is_picture, lines, tokens, unadorned

_PICTOGRAMS: Mapping[str, str] = {
    "📅": "when", "🗓": "when", "📆": "when", "⏰": "when", "⏱": "when", "🕒": "when", "⌚": "when", "🕰": "when",
    "📍": "where", "📌": "where", "🏠": "where", "🏢": "where", "🗺": "where", "👥": "who", "👤": "who", "🙋": "who",
}  # fmt: skip
_CLOCK_FACES = range(0x1F550, 0x1F568)
_TELLING = re.compile(f"[:{''.join(_PICTOGRAMS)}{chr(_CLOCK_FACES[0])}-{chr(_CLOCK_FACES[-1])}]")
"""What every line with a label has."""
_LABEL_WORDS = 4
_PIN = "📌"
_VARIATION = "\ufe0f"


@dataclass(frozen=True, slots=True)
class Marked:
    """A value with the span that it was read from and the wider span that it takes from the title."""

    value: str
    span: Span
    taken: Span


@dataclass(frozen=True, slots=True)
class Label:
    """A line that names its field; `span` is what stands after the name."""

    field: str
    line: Span
    span: Span


def tags(text: str) -> tuple[Marked, ...]:
    """Give the hashtags without their sign, each once."""
    seen: dict[str, Marked] = {}
    for t in tokens(text):
        if t.kind == "tag":
            seen.setdefault(t.folded, Marked(t.text[1:], t.span, t.span))
    return tuple(seen.values())


def mentions(text: str, language: str) -> tuple[Marked, ...]:
    """Give the @mentions without their sign; they take a "with" before them along."""
    cut = tokens(text)
    found = []
    withs = phrases(language, "with_")
    for place, t in enumerate(cut):
        if t.kind == "mention":
            name = t.text.lstrip("@~+")
            length = withs.ending(cut[:place])
            first = cut[place - length].start if length else t.start
            found.append(Marked(re.sub(r"\D", "", name) if _is_phone(name) else name, t.span, (first, t.end)))
    return tuple(found)


def _is_phone(name: str) -> bool:
    return re.fullmatch(r"\+?[\d.\-]{6,}", name) is not None


def urls(text: str) -> tuple[Marked, ...]:
    """Give the links without the punctuation of the sentence around them."""
    found = []
    for t in tokens(text):
        if t.kind == "url":
            link = unadorned(t.text).rstrip(".,;:!?)»\"'*_")
            found.append(Marked(link, (t.start, t.start + len(link)), t.span))
    return tuple(found)


def emails(text: str) -> tuple[Marked, ...]:
    """Give the e-mail addresses."""
    return tuple(Marked(t.text, t.span, t.span) for t in tokens(text) if t.kind == "email")


def priority(text: str, language: str) -> tuple[Marked, ...]:
    """Give every phrase that says high or low; the first one counts, all leave the title."""
    found = phrases(language, "high", "low", "never").find(tokens(text))
    return tuple(Marked(p.key, p.span, p.span) for p in found if p.key in {"high", "low"})


def labels(text: str, language: str) -> tuple[Label, ...]:
    """Find the lines that begin with the name or the pictogram of a field."""
    found = []
    for start, line in lines(text):
        label = _label(line, start, language) if _TELLING.search(line) else None
        # A pin on the first line marks the message, not a place.
        if label and not (label.field == "where" and not text[:start].strip() and _PIN in line):
            found.append(label)
    return tuple(found)


def _label(line: str, offset: int, language: str) -> Label | None:
    cut = [t for t in cut_up(line) if t.text != _VARIATION]
    while cut and cut[0].kind == "sign" and not _pictured(cut[0]):
        cut = cut[1:]
    if not cut:
        return None
    field = _pictured(cut[0])
    rest = 1
    while rest < len(cut) and cut[rest].text == _VARIATION:
        rest += 1
    if field is None or _named(cut, rest, language):
        named = _named(cut, rest if field else 0, language)
        if named is None:
            return None
        rest, field = named
    content = cut[rest:]
    while content and content[-1].kind == "sign" and is_picture(content[-1].text):
        content = content[:-1]
    if not content:
        return None
    return Label(field, (offset, offset + len(line)), (offset + content[0].start, offset + content[-1].end))


def _pictured(token: Token) -> str | None:
    if len(token.text) == 1 and ord(token.text) in _CLOCK_FACES:
        return "when"
    return _PICTOGRAMS.get(token.text)


def _named(cut: list[Token], place: int, language: str) -> tuple[int, str] | None:
    """Read the name of a field and its colon; give the place after them."""
    if place >= len(cut):
        return None
    length, field = phrases(language, "labels").at(cut, place)
    after = place + length
    return (after + 1, field) if length and after < len(cut) and cut[after].text == ":" else None
