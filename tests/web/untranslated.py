"""What a page would say that is in no catalogue: found in templates and scripts, as they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator

SAID_BY = r"alt|title|placeholder|aria-label|aria-description|aria-roledescription|label|summary|aria-valuetext"
"""Attributes that a person reads or hears."""
_TYPED = re.compile(r"<(code|pre|svg|kbd|script|style)\b.*?</\1>", re.DOTALL)
"""What is typed or drawn, the same in every language."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_HOLE = "\0"
_BEFORE_A_PATTERN = set("(,=:[!&|?{};+>") | {""}
_SAYS = re.compile(
    r"""(?:\.(?:textContent|innerText|title|placeholder|ariaLabel|alt)\s*=\s*|\b(?:announce|alert|confirm|prompt|say|"""
    r"""setCustomValidity|new\ Option)\(\s*|setAttribute\("(?:"""
    + SAID_BY
    + r""")",\s*)(?P<quote>["'`])(?P<said>(?:(?!(?P=quote)).)*)""",
    re.VERBOSE,
)


def in_template(text: str) -> set[str]:
    """Return the words that a Jinja template says by itself."""
    bare = _TYPED.sub(_HOLE, re.sub(r"\{#.*?#\}|<!--.*?-->", "", text, flags=re.DOTALL))
    bare = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", _HOLE, bare, flags=re.DOTALL)
    return {word for said in _read_in(bare) for word in _WORD.findall(said)}


def in_script(text: str) -> set[str]:
    """Return the words that a script says by itself: in what it draws, or sets on an element."""
    said = [words for drawn in _drawn(text) for words in _read_in(_TYPED.sub(_HOLE, drawn))]
    set_ = [re.sub(r"\$\{.*?\}", _HOLE, found["said"]) for found in _SAYS.finditer(text)]
    # `say("live")` names a state: no sentence is one small word.
    said += [one for one in set_ if not re.fullmatch(r"[a-z.]+", one)]
    return {word for one in said for word in _WORD.findall(one)}


def _read_in(markup: str) -> Iterator[str]:
    for tag in re.findall(r"<[a-zA-Z\0][^<>]*>", markup):
        yield from re.findall(rf'\s(?:{SAID_BY})="([^"{_HOLE}]*)"', tag)
    yield from re.split(r"</?[a-zA-Z!/][^<>]*>|<\x00[^<>]*>|</\x00>", markup)


def _drawn(script: str) -> list[str]:
    """Return every template that `html` is called with, those inside of others too; holes stand as NUL."""
    found: list[str] = []
    _code(script, 0, found)
    return found


def _code(text: str, at: int, found: list[str]) -> int:
    """Read code up to the brace that ends it, and return where that is."""
    depth, last = 0, ""
    while at < len(text):
        sign = text[at]
        if text.startswith("//", at):
            at = text.find("\n", at) if "\n" in text[at:] else len(text)
            continue
        if text.startswith("/*", at):
            at = text.index("*/", at) + 2
            continue
        if sign in "\"'" or (sign == "/" and last in _BEFORE_A_PATTERN):
            at = _quoted(text, at)
        elif sign == "`":
            at = _template(text, at + 1, found, kept=bool(re.search(r"\bhtml$", text[:at])))
        elif sign == "}" and depth == 0:
            return at
        else:
            depth += (sign == "{") - (sign == "}")
            at += 1
        last = last if sign.isspace() else sign
    return at


def _quoted(text: str, at: int) -> int:
    quote, in_class, at = text[at], False, at + 1
    while text[at] != quote or in_class:
        if quote == "/" and text[at] in "[]":
            in_class = text[at] == "["
        at += 2 if text[at] == "\\" else 1
    return at + 1


def _template(text: str, at: int, found: list[str], *, kept: bool) -> int:
    whole = ""
    while text[at] != "`":
        if text.startswith("${", at):
            at, whole = _code(text, at + 2, found) + 1, whole + _HOLE
            continue
        step = 2 if text[at] == "\\" else 1
        whole, at = whole + text[at : at + step], at + step
    if kept:
        found.append(whole)
    return at + 1
