"""Finds how a message greets and whom it addresses ("Hola Lupita, buenas tardes!"): neither is what it is about."""

from __future__ import annotations

from collections.abc import Sequence

from .draft import Span
from .languages import LANGUAGES
from .phrases import phrases
from .spans import Cover, within
from .words import Token, is_picture, lines, tokens

_ENDS = frozenset("!?.…")
_PAUSES = frozenset(",:;-–—")
_OPENING = frozenset("¡¿(*_")
_NAMES = 3
_ASIDE = 4
"""Words of a greeting sentence beyond the greeting itself ("Howzit, my dear friends!")."""


def salutations(text: str, busy: Cover, language: str) -> tuple[Span, ...]:
    """Give the stretch at the front of each line that greets, or addresses somebody."""
    found = []
    cut = tokens(text)
    for start, line in lines(text):
        here = within(cut, start, start + len(line))
        count = salutation(here, busy, language)
        if count:
            found.append((here[0].start, here[count - 1].end))
    return tuple(found)


def salutation(cut: Sequence[Token], busy: Cover, language: str) -> int:
    """Count the tokens at the front of a line that greet, or address somebody; `busy` says something else."""
    at = done = 0
    greeted = False
    while at < len(cut):
        if cut[at].text in _OPENING or _decorates(cut[at]):
            at += 1
            continue
        length = phrases(language, "greetings").at(cut, at)[0]
        if length and not _is_busy(cut[at : at + length], busy):
            greeted = True
            at = done = _sentence(cut, at + length, busy, language)
            continue
        length = _addressed(cut, at, busy, language, greeted=greeted) or _before_greeting(cut, at, busy, language)
        if not length:
            return done
        at = done = at + length
        greeted = True
    return done


def _sentence(cut: Sequence[Token], at: int, busy: Cover, language: str) -> int:
    """Find where a greeting ends: with its sentence where that is short, else right after it."""
    end = next((n for n in range(at, min(at + 2 * _ASIDE, len(cut))) if _pauses(cut, n)), None)
    if end is None:
        return at
    words = [t for t in cut[at:end] if t.kind == "word"]
    asked = phrases(language, "openers")
    if _is_busy(cut[at:end], busy) or len(words) > _ASIDE or len(words) + 1 < end - at:
        return at
    if any(asked.at(cut, n)[0] for n in range(at, end)):
        return at
    if all(_is_address(cut, n, language) for n in range(at, end)) or cut[end].text in {"!", "?"}:
        return _past_signs(cut, end)
    return at


def _addressed(cut: Sequence[Token], at: int, busy: Cover, language: str, *, greeted: bool) -> int:
    """Count the tokens of a name or form of address that stands here, with the pause after it."""
    end, called, named = _name(cut, at, busy, language)
    # "Parents evening on Thursday" is about an evening, and greets nobody.
    if not (called or named) or phrases(language, "never").at(cut, at)[0] > end - at:
        return 0
    if end == len(cut):
        return end - at if greeted else 0
    asked = phrases(language, "openers").at(cut, end)[0]
    # "Ana porfa" and "Veci buenas tardes" speak to somebody; the "Open evening" of a school does not.
    hello = phrases(language, "greetings").at(cut, end)[0] > (named and not (greeted or called))
    greets = hello or phrases(language, "politeness").at(cut, end)[0]
    if greets or (asked and (greeted or called)):
        return end - at
    # "Amor, mañana a las 5 dentista" speaks to somebody; "Doctor mañana a las 5" is about the doctor.
    if (
        called
        and _is_busy(cut[end : end + 1], busy)
        and any(t.kind == "word" and not _is_busy([t], busy) for t in cut[end:])
    ):
        return end - at
    if not _pauses(cut, end):
        return 0
    after = _past_signs(cut, end)
    requests = phrases(language, "openers", "greetings", "politeness")
    requested = cut[end].text == "," and after < len(cut) and requests.at(cut, after)[0]
    return after - at if greeted or called or requested else 0


def _name(cut: Sequence[Token], at: int, busy: Cover, language: str) -> tuple[int, bool, bool]:
    """Read a form of address and a name; give where they end, and which of both there is."""
    end, names, called = at, 0, False
    calls, titles = phrases(language, "vocatives"), phrases(language, "person_titles")
    asked = phrases(language, "openers", "declined")
    while end < len(cut) and names < _NAMES and not _is_busy(cut[end : end + 1], busy):
        length = calls.at(cut, end)[0] or titles.at(cut, end)[0]
        if asked.at(cut, end)[0] > length:
            break
        if length:
            called = called or bool(calls.at(cut, end)[0])
            end += length
            end += end < len(cut) - 1 and cut[end].text == "." and cut[end + 1].text[:1].isupper()
        elif cut[end].kind == "word" and _is_name(cut, end, language):
            names += 1
            end += 1
        else:
            break
    return end, called, names > 0


def _before_greeting(cut: Sequence[Token], at: int, busy: Cover, language: str) -> int:
    """Count the tokens of a few words that a greeting follows: "Pessoal da manutenção, bom dia!", "Warm greetings!"."""
    greetings = phrases(language, "greetings")
    for n in range(at + 1, min(at + _ASIDE + 1, len(cut))):
        length = greetings.at(cut, n)[0]
        # One word would be too little: "a cerca viva".
        alone = length > 1 and (n + length == len(cut) or _pauses(cut, n + length))
        if alone and not _is_busy(cut[at : n + length], busy):
            return n - at
        if cut[n].kind not in {"word", "sign"} or phrases(language, "openers").at(cut, n)[0]:
            break
    return 0


def _is_address(cut: Sequence[Token], at: int, language: str) -> bool:
    small = phrases(language, "vocatives", "person_titles", "given_names", "articles", "greetings", "and_", "of")
    return cut[at].text[:1].isupper() or bool(small.at(cut, at)[0]) or cut[at].text == "."


def _is_name(cut: Sequence[Token], at: int, language: str) -> bool:
    token = cut[at]
    if phrases(language, "openers", "greetings", "indicators").at(cut, at)[0]:
        return False
    # Where every noun has a capital letter, it tells no name.
    capital = token.text[0].isupper() and not LANGUAGES[language].nouns_capitalised
    shouted = token.text.isupper() and len(token.text) > 1
    return (capital and not shouted) or bool(phrases(language, "given_names").at(cut, at)[0])


def _pauses(cut: Sequence[Token], at: int) -> bool:
    """Tell a sign at which a clause ends from one within a word ("Team-Call")."""
    glued = 0 < at < len(cut) - 1 and cut[at - 1].end == cut[at].start and cut[at].end == cut[at + 1].start
    return cut[at].text in _ENDS | _PAUSES and not (glued and cut[at + 1].kind in {"word", "number"})


def _past_signs(cut: Sequence[Token], at: int) -> int:
    while at < len(cut) and (cut[at].text in _ENDS | _PAUSES | _OPENING or _decorates(cut[at])):
        at += 1
    return at


def _decorates(token: Token) -> bool:
    return token.kind == "sign" and is_picture(token.text)


def _is_busy(cut: Sequence[Token], busy: Cover) -> bool:
    return bool(busy.spans) and any(busy.meets(t.start, t.end) for t in cut)
