"""Makes the title of an item: the line that says what, without when, who, please and remember."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .draft import Span
from .phrases import phrases
from .salutations import salutation
from .spans import Cover, within
from .words import Token, capital, lines, tokens

_LIST_MARK = re.compile(r"[ \t]*(?:(?:[-*•·–—+▪◦➡→]|\d{1,2}[.)](?=\s)|\[[ xX✓]?\]|☐|☑)[ \t]*){1,3}")
_LONGEST = 300
_CLOSERS = {")": "(", "]": "[", "”": "“", "»": "«", '"': '"', "’": "‘"}
_ANNOUNCING = frozenset(":-–—!.…)]*")
_KEPT_AFTER = frozenset("+%€$£°!²³")
_KEPT_BEFORE = frozenset("$€£₹#+")


@dataclass(frozen=True, slots=True)
class Title:
    """A title, the span of text that it was read from, and the lines after it."""

    text: str
    span: Span
    description: str | None


def find_title(text: str, out: Iterable[Span], language: str, *, event: bool = False) -> Title | None:
    """Find the first line on which something is left when the spans in `out` and the words around it are gone."""
    gone = sorted(out)
    cuts = tokens(text)
    for start, line in lines(text):
        end = start + len(line)
        marker = _LIST_MARK.match(text, start, end)
        begin = marker.end() if marker else start
        here = [s for s in gone if s[0] < end and s[1] > begin]
        kept = _trim(within(cuts, begin, end), Cover(here), language, event=event)
        if any(t.kind in {"word", "number"} or t.text.isalnum() for t in kept) and not _only_small_words(
            kept, language
        ):
            span = kept[0].start, kept[-1].end
            return Title(_written(text, span, here), span, text[end:].strip() or None)
    return None


def _only_small_words(kept: Sequence[Token], language: str) -> bool:
    """Tell that nothing is left but connectors and articles, or bare digits."""
    small = phrases(language, "leftovers", "articles")
    return all(small.at([t], 0)[0] or not any(c.isalpha() for c in t.text) for t in kept)


def _trim(cut: Sequence[Token], gone: Cover, language: str, *, event: bool) -> list[Token]:
    kept = list(cut)
    before: list[Token] = []
    while kept != before:
        before = list(kept)
        kept = kept[_front(kept, gone, language, event=event, first=cut[0]) :]
        kept = _trim_back(kept, gone, language)
    return kept


def _front(kept: Sequence[Token], gone: Cover, language: str, *, event: bool, first: Token) -> int:
    """Count the tokens at the front that do not belong to a title, of one kind at a time."""
    if not kept or gone.holds(*kept[0].span) or _loose_sign(kept, 0):
        return min(len(kept), 1)
    asked = ("openers", "politeness", "event_openers") if event else ("openers", "politeness")
    length, _ = phrases(language, *asked).at(kept, 0)
    if phrases(language, "declined").at(kept, 0)[0] > length:
        return 0
    if greeting := salutation(kept, gone, language):
        return greeting
    if length and not _is_name_of_something(kept, length):
        return length
    length, _ = phrases(language, "indicators").at(kept, 0)
    if length and _announces(kept, length, gone):
        return length
    length, _ = phrases(language, "leftovers").at(kept, 0)
    small = kept[0] is not first and not phrases(language, "articles").at(kept, 0)[0]
    return length if small else 0


def _is_name_of_something(kept: Sequence[Token], length: int) -> bool:
    """Tell a word that only looks like an opener because an apostrophe or hyphen goes on with it."""
    return length < len(kept) and kept[length].text in {"-", "'", "/"} and kept[length].start == kept[length - 1].end


def _announces(kept: Sequence[Token], length: int, gone: Cover) -> bool:
    """Tell an indicator, which a colon or a dash follows ("Tarea para mañana:"), from the same word in a sentence."""
    while length < len(kept) and gone.holds(*kept[length].span):
        length += 1
    return length < len(kept) and kept[length].text in _ANNOUNCING


def _trim_back(kept: list[Token], gone: Cover, language: str) -> list[Token]:
    """Drop one thing from the back that does not belong to a title."""
    if not kept:
        return kept
    last = len(kept) - 1
    if gone.holds(*kept[-1].span) or _loose_sign(kept, last):
        return kept[:-1]
    length = phrases(language, "politeness").ending(kept)
    if length and length < len(kept):
        return kept[:-length]
    cut_off = any(s >= kept[-1].end for s, _ in gone.spans)
    length = phrases(language, "leftovers").ending(kept) if cut_off else 0
    return kept[:-length] if length else kept


def _loose_sign(kept: Sequence[Token], place: int) -> bool:
    """Tell punctuation and emoji at an end of the title from the signs that belong to its words."""
    token = kept[place]
    if token.kind in {"word", "number", "clock", "date", "iso", "hclock", "elision", "email"}:
        return False
    if token.kind != "sign":
        return True
    if place:
        opener = _CLOSERS.get(token.text)
        if opener and any(t.text == opener for t in kept[:-1]):
            return False
        return not (token.text in _KEPT_AFTER - {"!"} and kept[place - 1].end == token.start)
    closer = {v: k for k, v in _CLOSERS.items()}.get(token.text)
    if closer and any(t.text == closer for t in kept[1:]):
        return False
    return not (
        token.text in _KEPT_BEFORE and len(kept) > 1 and kept[1].start == token.end and kept[1].kind == "number"
    )


def _written(text: str, span: Span, gone: Sequence[Span]) -> str:
    """Write what is left between two places, spaces and commas put right."""
    parts, at = [], span[0]
    for start, end in gone:
        if start >= at and end <= span[1]:
            parts.append(text[at:start])
            at = end
    joined = re.sub(r"\s+", " ", " ".join([*parts, text[at : span[1]]])).strip()
    joined = re.sub(r" ?\(\s*\)", "", joined)
    joined = re.sub(r" (?=[,.;:!?)](?:\s|$))", "", joined)
    joined = re.sub(r"(?: [–—-]|[,;:.]) ?(?=[,;:.])", "", joined)[:_LONGEST]
    return capital(joined)
