"""Finds who comes to an event: mentions, addresses, names behind a label or after "with"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .languages import LANGUAGES
from .marks import Label, Marked
from .phrases import phrases
from .spans import Cover, within
from .words import Token, capital, fold, tokens

_PARTING = frozenset(",;/&")


def attendees(
    text: str, mentioned: Sequence[Marked], mailed: Sequence[Marked], labelled: Sequence[Label], language: str
) -> tuple[Marked, ...]:
    """Find who comes: mentions, addresses, names behind a label, and given names after "with"."""
    found = [*mentioned, *mailed]
    for label in labelled:
        if label.field == "who":
            found += _listed(text, label, found, language)
    cut = tokens(text)
    withs = phrases(language, "with_")
    place = 0
    while place < len(cut):
        length, _ = withs.at(cut, place)
        if length:
            found += _names(cut, place + length, language)
        place += length or 1
    seen: dict[str, Marked] = {}
    for who in found:
        seen.setdefault(fold(who.value), who)
    return tuple(sorted(seen.values(), key=lambda m: m.span))


def _listed(text: str, label: Label, known: Sequence[Marked], language: str) -> list[Marked]:
    """Read the names behind a label, which signs and "and" part."""
    cut = within(tokens(text), *label.span)
    ands, others = phrases(language, "and_"), Cover(m.span for m in known)
    found: list[Marked] = []
    name: list[Token] = []
    for at, token in enumerate((*cut, None)):
        if token and token.text not in _PARTING and not ands.at(cut, at)[0]:
            name.append(token)
            continue
        while name and name[-1].text == ".":
            name.pop()
        span = (name[0].start, name[-1].end) if name else label.span
        if name and not others.meets(*span):
            found.append(Marked(text[slice(*span)], span, span))
        name = []
    return found


def _names(cut: Sequence[Token], at: int, language: str) -> list[Marked]:
    """Read given names joined by and, each perhaps with an article; stop at whoever is no plain name."""
    found: list[Marked] = []
    articles, ands = phrases(language, "articles"), phrases(language, "and_")
    while at < len(cut):
        skipped = articles.at(cut, at)[0]
        at += skipped
        length = _name(cut, at, language, sure=not skipped)
        if not length:
            break
        first, last = cut[at], cut[at + length - 1]
        found.append(Marked(_spelled(cut[at : at + length]), (first.start, last.end), (first.start, last.end)))
        at += length
        joined = at < len(cut) and (cut[at].text in {",", "&"} or ands.at(cut, at)[0])
        if not joined:
            break
        at += 1
        if at < len(cut) and ands.at(cut, at)[0]:
            at += 1
    return found


def _name(cut: Sequence[Token], at: int, language: str, *, sure: bool) -> int:
    """Give the number of tokens of a person's name that begins here; 0 for roles, titles, groups and possessives."""
    if at >= len(cut) or cut[at].kind != "word" or phrases(language, "person_titles", "groups").at(cut, at)[0]:
        return 0
    token = cut[at]
    given = bool(phrases(language, "given_names").at(cut, at)[0])
    capital = token.text[0].isupper() and not (token.text.isupper() and len(token.text) > 1)
    if not (given or capital) or re.search(r"['’]s?$", token.text):
        return 0
    # Where every noun has a capital letter, an article before it makes it one: "mit dem Hund".
    if not (given or sure) and LANGUAGES[language].nouns_capitalised:
        return 0
    length = 1
    groups = phrases(language, "groups")
    while at + length < len(cut) and length < 3 and _surname(cut[at + length], language):  # noqa: PLR2004 - a name and two surnames
        length += 1
    last = cut[at + length - 1]
    firm = any(groups.at([t], 0)[0] for t in cut[at : at + length + 1])
    return 0 if firm or re.search(r"['’]s?$", last.text) else length


def _surname(token: Token, language: str) -> bool:
    """Tell a second name from the next thing said (a weekday, in English, is capitalised too)."""
    capital = token.kind == "word" and token.text[0].isupper() and not token.text.isupper()
    plain = LANGUAGES[language].nouns_capitalised
    return capital and not plain and not phrases(language, "calendar_names").at([token], 0)[0]


def _spelled(cut: Sequence[Token]) -> str:
    return " ".join(capital(t.text) if t.text.islower() else t.text for t in cut)
