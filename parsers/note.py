"""Reads a message as a note: a title, its tags, and the text as it is."""

from __future__ import annotations

import re

from . import marks
from .draft import Circumstances, Draft, NoteData, ParseError, Span
from .phrases import phrases
from .spans import starting
from .words import lines, tokens, unadorned

_LONGEST_TITLE = 80
_SURE = 0.9
"""A note is what it is; only its title may be cut at the wrong place."""
_SENTENCE = re.compile(r"(?<!\d)[.!?…](?=\s|$)|[.!?…](?=\s+[^\W\d_])")
_INITIALS = re.compile(r"(?:^|\s|[(¿¡])(?:[^\W\d_]\.)+$")
_LAST_WORD = re.compile(r"\w+(?=\.$)")
_LONGEST_ABBREVIATION = 12


def parse(text: str, circumstances: Circumstances) -> Draft:
    """Make a note of a message; a message of tags alone has no title."""
    if not text.strip():
        raise ParseError("empty")
    tagged = marks.tags(text)
    spans: dict[str, Span] = {"tags": tagged[0].span} if tagged else {}
    tags = tuple(t.value for t in tagged)
    for start, written in lines(text):
        line = unadorned(written)
        end = _sentence_end(line, circumstances.language) if len(line.rstrip()) > _LONGEST_TITLE else len(line)
        title = _untagged(text, start, start + end)
        if re.search(r"\w", title):
            spans["title"] = (start + len(line) - len(line.lstrip()), start + len(line[:end].rstrip()))
            return Draft("note", circumstances.language, NoteData(_cut(title), tags, text), spans, _SURE)
    raise ParseError("no_title", partial={"tags": tags} if tags else {}, spans=spans)


def _sentence_end(line: str, language: str) -> int:
    """Find the end of the first sentence."""
    for match in _SENTENCE.finditer(line):
        if not _abbreviates(line[max(match.end() - _LONGEST_ABBREVIATION, 0) : match.end()], language):
            return match.start() if match.group() in ".…" else match.end()
    return len(line)


def _abbreviates(written: str, language: str) -> bool:
    """Tell the full stop of "Dr." and "J. R." from one that ends a sentence."""
    word = _LAST_WORD.search(written)
    known = word is not None and phrases(language, "abbreviations").at(tokens(word.group()), 0)[0] > 0
    return known or _INITIALS.search(written) is not None


def _untagged(text: str, start: int, end: int) -> str:
    """Give a stretch of the text without its hashtags."""
    parts, at = [], start
    for tag in (t for t in starting(tokens(text), start, end) if t.kind == "tag"):
        parts.append(text[at : tag.start])
        at = tag.end
    return re.sub(r"\s+", " ", " ".join((*parts, text[at:end]))).strip()


def _cut(title: str) -> str:
    """Cut a long title after its last whole word."""
    if len(title) <= _LONGEST_TITLE:
        return title
    head = title[: _LONGEST_TITLE + 1]
    return (head.rsplit(" ", 1)[0] if " " in head else title[:_LONGEST_TITLE]).rstrip(" ,;:-–—.")
