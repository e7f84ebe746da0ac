"""Names what each word of a message may be (a month, an hour mark, a preposition …) in one language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, count

from .digits import LAST_DAY, YEARS, Classes, digit_classes, samples, time_classes, word_classes
from .languages import LANGUAGES, Vocabulary
from .meanings import Meaning, meanings
from .numerals import Numerals
from .words import READ_AT_MOST, Token, folded, forms, lengths, lower, tokens

_NOTHING: Classes = {}
_SHORT_YEAR = 2
_WRITTEN_CLASSES = re.compile(r"\{(?:(?P<name>[a-z]\w*):)?(?P<classes>[a-z][\w|]*)(?:!(?P<unless>[\w|]+))?\}")

_DAY_AND_MONTH = re.compile(r"(?:0?[1-9]|[12]\d|3[01])[.](?:0?[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class Entry:
    """One word or several, written as in `exact` where case and accents matter, and what they may mean."""

    exact: tuple[str, ...] | None
    classes: Classes


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A stretch of the text with everything that it may mean, by class."""

    text: str
    start: int
    end: int
    first: int
    """Index of its first token."""
    count: int
    classes: Classes

    def number(self, *classes: str) -> int:
        """Give the number that it stands for in the first of these classes that it has."""
        for name in classes:
            value = self.classes.get(name)
            if isinstance(value, int):
                return value
        return 0

    def name(self, wanted: str) -> str:
        """Give the word that it stands for in one class."""
        return str(self.classes.get(wanted, ""))


class Lexicon:
    """The words of one language, ready to be looked up, and the symbol of each set of classes."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.symbols: dict[frozenset[str], str] = {}
        self._by_class: dict[str, set[str]] = {}
        self._fresh = _symbols()
        merged: dict[tuple[tuple[str, ...], tuple[str, ...] | None], dict[str, Meaning]] = {}
        for name, form, meaning in meanings(vocabulary):
            exact = tuple(lower(t.text) for t in tokens(form[1:])) if form.startswith("=") else None
            words = folded(form.removeprefix("="))
            merged.setdefault((words, exact), {}).setdefault(name, meaning)
        self._entries: dict[tuple[str, ...], list[Entry]] = {}
        for (words, exact), classes in merged.items():
            if exact:
                classes.update(merged.get((words, None), {}))
            self._entries.setdefault(words, []).append(Entry(exact, classes))
            self.symbol(classes)
        for listed in self._entries.values():
            listed.sort(key=lambda entry: entry.exact is None)
        self._sizes = lengths(self._entries, 0)
        self._ordinal_suffixes = frozenset(lower(s) for s in forms(vocabulary.ordinal_suffixes))
        self.numerals = Numerals(vocabulary)
        for sample in samples():
            self.symbol(sample)
        for digits in ("15.3", "15.03", "25.3", "25.03"):
            self.symbol(self._dotted(digits))

    def symbol(self, classes: Classes) -> str:
        """Give the one character that stands for this set of classes in a line of symbols."""
        key = frozenset(classes)
        if key not in self.symbols:
            self.symbols[key] = next(self._fresh)
            for name in key:
                self._by_class.setdefault(name, set()).add(self.symbols[key])
        return self.symbols[key]

    def pattern(self, written: str) -> re.Pattern[str]:
        """Compile a pattern: `{a|b}` is any lexeme of class a or b, `{a!b}` of a but not b, and `{x:a}` names it x."""

        def character_class(match: re.Match[str]) -> str:
            symbols = self.symbols_of(match.group())
            one = f"[{_in_ranges(symbols)}]" if symbols else "(?!)"
            return f"(?P<{match['name']}>{one})" if match["name"] else f"(?:{one})"

        return re.compile(_WRITTEN_CLASSES.sub(character_class, re.sub(r"\s+", "", written)))

    def symbols_of(self, written: str) -> str:
        """Give the symbols of the lexemes that `{a|b!c}` stands for."""
        match = _WRITTEN_CLASSES.fullmatch(written)
        if match is None:
            return ""
        return "".join(sorted(self._of_any(match["classes"]) - self._of_any(match["unless"] or "")))

    def _of_any(self, classes: str) -> set[str]:
        return set().union(*(self._by_class.get(name, ()) for name in classes.split("|")))

    def read(self, text: str) -> tuple[tuple[Lexeme, ...], str]:
        """Read a text as lexemes, longest phrases first, and as their line of symbols."""
        cut = tokens(text)
        found: list[Lexeme] = []
        at = 0
        while at < len(cut):
            size, classes = self._at(cut, at)
            first, last = cut[at], cut[at + size - 1]
            found.append(Lexeme(text[first.start : last.end], first.start, last.end, at, size, classes))
            at += size
        return tuple(found), "".join(self.symbol(lexeme.classes) for lexeme in found)

    def _at(self, cut: tuple[Token, ...], at: int) -> tuple[int, Classes]:
        """Find what stands at a token: how many tokens it takes, and its classes."""
        token = cut[at]
        size, classes = self._listed(cut, at)
        if size > 1 or "never" in classes:
            return size, classes
        if token.kind == "number":
            return self._digits(cut, at)
        if token.kind == "moment":
            return 1, {"isotime": 1}
        if token.kind in {"date", "iso", "clock", "hclock"}:
            return 1, time_classes(token)
        if self.numerals.begins(token):
            words, value = self.numerals.at(cut, at)
            if words > 1 or not classes:
                return max(words, 1), word_classes(value)
        # A kiss at the end counts nothing: "Sunday at half seven x".
        if token.low == "x" and (at + 1 == len(cut) or cut[at + 1].kind == "line"):
            classes = _NOTHING
        if not classes and token.kind in {"word", "url", "mention", "tag", "email", "line"}:
            classes = {token.kind: 1}
        return 1, classes or {"sign": 1}

    def _listed(self, cut: tuple[Token, ...], at: int) -> tuple[int, Classes]:
        for size in self._sizes.get(cut[at].folded, ()):
            here = cut[at : at + size]
            for entry in self._entries.get(tuple(t.folded for t in here), ()):
                if not entry.exact or entry.exact == tuple(t.low for t in here):
                    return len(here), entry.classes
        return 1, _NOTHING

    def _digits(self, cut: tuple[Token, ...], at: int) -> tuple[int, Classes]:
        token = cut[at]
        after = cut[at + 1] if at + 1 < len(cut) else None
        glued = after is not None and after.start == token.end
        if glued and after is not None and token.text.isdecimal():
            # The full stop of "am 15. März" is no end of a sentence, unless nothing follows.
            ends = after.text == "." and (at + 2 >= len(cut) or cut[at + 2].kind == "line")
            if after.low in self._ordinal_suffixes and not ends and int(token.text) <= LAST_DAY:
                return 2, {"ord": int(token.text)}
            if after.kind == "word" and after.folded not in self._sizes:
                return 1, {"odd": 1}
        before = cut[at - 1] if at else None
        if before is not None and before.end == token.start and before.text in {"-", "#", "$", "£", "€"}:
            joined = before.text == "-" and at > 1 and cut[at - 2].end == before.start and cut[at - 2].kind == "word"
            joined = joined and cut[at - 2].folded not in self._sizes
            if joined or before.text != "-":
                return 1, {"odd": 1}
        if (
            before is not None
            and before.end == token.start
            and before.text in {"'", "’"}
            and len(token.text) == _SHORT_YEAR
        ):
            return 1, {"year": YEARS.start + int(token.text)}
        return 1, self._dotted(token.text)

    def _dotted(self, digits: str) -> dict[str, Meaning]:
        """Classify digits, with the point of 15.3. as that of a date where the language writes it so."""
        classes = digit_classes(digits)
        if self.vocabulary.dotted_dates and _DAY_AND_MONTH.fullmatch(digits):
            classes["dotdate"] = 1
        return classes


def _in_ranges(symbols: str) -> str:
    """Write sorted symbols with "a-d" for "abcd": `re` compiles that in less time."""
    runs: list[str] = []
    for symbol in symbols:
        goes_on = runs and ord(symbol) == ord(runs[-1][-1]) + 1
        runs[-1:] = [f"{runs[-1][0]}-{symbol}"] if goes_on else [*runs[-1:], symbol]
    return "".join(runs)


def _symbols() -> Iterator[str]:
    """Give one character after another; `re` compiles a class of those below 256 faster."""
    # A newline would be no symbol: `$` matches before one that is the last.
    low = (code for code in range(1, 256) if chr(code) not in "\n\\]^-[&~|")
    return (chr(code) for code in chain(low, count(0xE000)))


@cache
def lexicon(code: str) -> Lexicon:
    """Build the lexicon of a language, once a process."""
    return Lexicon(LANGUAGES[code])


def lexemes_of(text: str, language: str) -> tuple[tuple[Lexeme, ...], str]:
    """Read a text as the lexemes of a language, and as their line of symbols."""
    return _lexemes_of(text[:READ_AT_MOST], language)


# The grammar and the doubts about its answer ask for the same ones.
@lru_cache(maxsize=8)
def _lexemes_of(text: str, language: str) -> tuple[tuple[Lexeme, ...], str]:
    return lexicon(language).read(text)
