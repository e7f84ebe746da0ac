"""Cuts a message into words, numbers, clock times, links and signs, remembering where each one stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from .draft import Span
from .languages import LANGUAGES

READ_AT_MOST = 4000
"""Characters of a message that are read; what a person wants done stands at the beginning."""

_LETTER = r"[^\W\d_][\u0300-\u036f]*"


def forms(listed: str) -> list[str]:
    """Split a `one|two|three` list of the language data."""
    return [form for form in (part.strip() for part in listed.split("|")) if form]


_ELIDED = "|".join(sorted({form.rstrip("'") for v in LANGUAGES.values() for form in forms(v.elisions)}))

TOKEN = re.compile(
    rf"""
      (?P<url>(?:https?://|www\.)[^\s<>]{{1,600}})
    | (?P<email>[\w+][\w.+-]{{0,63}}@[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{1,4}})
    | (?P<mention>(?<!\w)@[~+]?\w(?:[\w.-]{{0,38}}\w)?)
    | (?P<tag>(?<![\w&])[#\uff03](?=\w{{0,60}}[^\W\d_])\w{{1,60}}(?:-\w{{1,60}})?)
    | (?P<moment>\d{{4}}-\d{{2}}-\d{{2}}T\d{{2}}:\d{{2}}(?::\d{{2}}(?:\.\d{{1,9}})?)?(?:Z|[+-]\d{{2}}:?\d{{2}})?(?!\w))
    | (?P<iso>\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?!\d))
    | (?P<date>\d{{1,2}}/\d{{1,2}}(?:/(?:\d{{4}}|\d{{2}}))?(?![\d/])
        |\d{{1,2}}(?P<dsep>[.-])\d{{1,2}}(?P=dsep)(?:\d{{4}}|\d{{2}})(?!\d))
    | (?P<clock>\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?!\d))
    | (?P<hclock>\d{{1,2}}\s?[hH]\s?\d{{2}}(?!\d)|\d{{1,2}}[hH]\d(?!\w))
    | (?P<number>\d{{1,3}}(?:[.,'’]\d{{3}})+(?!\d)(?:[.,]\d{{1,2}}(?!\d))?|\d{{1,20}}(?:[.,]\d{{1,6}})?)
    | (?P<elision>(?i:{_ELIDED})['’](?=\w|$))
    | (?P<word>(?:{_LETTER})(?:{_LETTER}|\d)*(?:['’](?:{_LETTER})+)*)
    | (?P<line>\n)
    | (?P<sign>\S)
    """,
    re.VERBOSE,
)


class Token(NamedTuple):
    """One word or sign of a text; `folded` is it without case and accents, `low` without case only."""

    kind: str
    text: str
    start: int
    end: int
    folded: str
    low: str

    @property
    def span(self) -> Span:
        """Give where it stands."""
        return self.start, self.end


_TOLD_BY_ACCENTS = frozenset(form for v in LANGUAGES.values() for form in forms(v.told_by_accents))


@lru_cache(maxsize=8192)
def fold(word: str) -> str:
    """Drop case and accents, so that `Mañana`, `manana` and `MAÑANA` are one word."""
    if word.isascii():
        return word.lower()
    if (low := lower(word)) in _TOLD_BY_ACCENTS:
        return low
    decomposed = unicodedata.normalize("NFKD", word.casefold().replace("’", "'"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@lru_cache(maxsize=8192)
def lower(word: str) -> str:
    """Drop case but keep the accents, in one way of writing them."""
    return unicodedata.normalize("NFC", word.casefold().replace("’", "'"))


def tokens(text: str) -> tuple[Token, ...]:
    """Cut the beginning of a text into tokens, in order."""
    return _tokens(text[:READ_AT_MOST])


# Every reader of one message (times, money, title) asks for the same tokens.
@lru_cache(maxsize=8)
def _tokens(text: str) -> tuple[Token, ...]:
    return cut_up(text)


def cut_up(text: str) -> tuple[Token, ...]:
    """Cut all of a short text into tokens, which nobody else will ask for."""
    found = []
    for match in TOKEN.finditer(text):
        word = match.group()
        found.append(Token(match.lastgroup or "sign", word, *match.span(), fold(word), lower(word)))
    return tuple(found)


# A form is in several lists of phrases.
@lru_cache(maxsize=8192)
def folded(form: str) -> tuple[str, ...]:
    """Fold the words of a form of the language data."""
    # Of the tens of thousands most are one word of letters, which needs no cutting.
    return (fold(form),) if form.isalpha() else tuple(t.folded for t in cut_up(form))


def lengths(known: Iterable[tuple[str, ...]], at: int) -> dict[str, list[int]]:
    """List how long the phrases are that have a word at a place, the longest first."""
    lengths: dict[str, set[int]] = {}
    for words in known:
        lengths.setdefault(words[at], set()).add(len(words))
    return {word: sorted(found, reverse=True) for word, found in lengths.items()}


def lines(text: str) -> Iterator[tuple[int, str]]:
    """Give the lines of what is read of a text that are not empty, each with where it begins."""
    return ((match.start(), match.group()) for match in re.finditer(r"[^\n]+", text[:READ_AT_MOST]))


def capital(text: str) -> str:
    """Write the first letter as a capital."""
    return text[:1].upper() + text[1:]


def unadorned(line: str) -> str:
    """Leave out the emoji at the end of a line."""
    end = len(line)
    while end and (line[end - 1].isspace() or is_picture(line[end - 1])):
        end -= 1
    return line[:end]


def is_picture(character: str) -> bool:
    """Tell an emoji, or what emoji are joined and varied with."""
    return unicodedata.category(character) in {"So", "Sk", "Cs", "Cn"} or character in "\ufe0e\ufe0f\u200d\u20e3"
