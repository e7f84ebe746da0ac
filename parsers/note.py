"""Reads a message as a note: a title, its tags, and the text as it is."""

from __future__ import annotations

import re

from . import marks
from .draft import Circumstances, Draft, NoteData, ParseError, Span
from .words import unadorned

_LONGEST_TITLE = 80
_SENTENCE = re.compile(r"(?<!\d)[.!?…](?=\s|$)|[.!?…](?=\s+[^\W\d_])")
_ABBREVIATION = re.compile(
    r"(?:^|\s|[(¿¡])(?:[A-Za-zÁÉÍÓÚÑ]\.)+$|(?i:\b(?:dr|dra|sr|sra|srta|mr|mrs|ms|prof|av|st|vs|etc|no|núm|tel|ing|lic|approx|aprox|p\.\s?ej|ej|pág|art|ltd|inc))\.$"
)


def parse(text: str, circumstances: Circumstances) -> Draft:
    """Make a note of a message; a message of tags alone has no title."""
    if not text.strip():
        raise ParseError("empty")
    tagged = marks.tags(text)
    spans: dict[str, Span] = {"tags": tagged[0].span} if tagged else {}
    tags = tuple(t.value for t in tagged)
    for match in re.finditer(r"[^\n]+", text[:20_000]):
        line, start = unadorned(match.group()), match.start()
        end = _sentence_end(line) if len(line.rstrip()) > _LONGEST_TITLE else len(line)
        title = _without(line[:end], start, tagged)
        if re.search(r"\w", title):
            spans["title"] = (start + len(line) - len(line.lstrip()), start + len(line[:end].rstrip()))
            return Draft("note", circumstances.language, NoteData(_cut(title), tags, text), spans, 0.9)
    raise ParseError("no_title", partial={"tags": tags} if tags else {}, spans=spans)


def _sentence_end(line: str) -> int:
    """Find the end of the first sentence."""
    for match in _SENTENCE.finditer(line):
        if not _ABBREVIATION.search(line[max(match.end() - 12, 0) : match.end()]):
            return match.start() if match.group() in ".…" else match.end()
    return len(line)


def _without(line: str, start: int, tagged: tuple[marks.Marked, ...]) -> str:
    """Take the hashtags out of a line."""
    kept = list(line)
    for tag in tagged:
        for place in range(max(tag.span[0] - start, 0), min(tag.span[1] - start, len(line))):
            kept[place] = " "
    return re.sub(r"\s+", " ", "".join(kept)).strip()


def _cut(title: str) -> str:
    """Cut a long title after its last whole word."""
    if len(title) <= _LONGEST_TITLE:
        return title
    head = title[: _LONGEST_TITLE + 1]
    return (head.rsplit(" ", 1)[0] if " " in head else title[:_LONGEST_TITLE]).rstrip(" ,;:-–—.")
