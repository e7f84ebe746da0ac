"""A rule in the words of whoever reads it: what it does in one sentence, for whom, and where."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from babel.lists import format_list

from engine.rules_by_hand import Kept
from engine.rules_shown import as_record
from engine.web.words import catalogue, say
from rules.conditions import KINDS
from rules.rule import MAKING, Rule, Step

_PEOPLE = frozenset({"owner", "anyone", "members", "admins"})
_MOST = 40
"""Characters of a name that stands within a sentence."""


def shown(connection_id: int, one: Kept, language: str) -> dict[str, Any]:
    """Return a rule as programs are shown it, and in words."""
    return {"connection_id": connection_id, **as_record(one), "in_words": in_words(one.rule, language)}


def in_words(rule: Rule, language: str) -> dict[str, str]:
    """Return what a rule does, who sets it off, and where; names of chats and people stay as they are written."""
    return {
        "name": known_as(rule, language),
        "does": _does(rule, language),
        "who": _who(rule, language),
        "where": _where(rule, language),
    }


def _does(rule: Rule, language: str) -> str:
    told = format_list([_step(step, language) for step in rule.steps], locale=language)
    words = [told[:1].upper() + told[1:]]
    if rule.conditions:
        n = len(rule.conditions)
        words.append(say(language, "book.conditions" if n > 1 else "book.condition", n=n))
    if rule.stop:
        words.append(say(language, "book.stops"))
    return ", ".join(words) + "."


def _step(step: Step, language: str) -> str:
    said = say(language, "book.does." + step.action, what=_named(step.options))
    tags = step.options.get("tags")
    if step.action in MAKING and isinstance(tags, list | tuple):
        said += " " + " ".join(f"#{tag}" for tag in tags)
    if step.conditions:
        said += " " + say(language, "book.sometimes")
    return said


def _named(options: Mapping[str, object]) -> str:
    """Return what a step is about: an emoji, a channel, the machine that is called, or whom it writes to."""
    url = options.get("url")
    # A secret in an address is not for everybody who may read a sentence.
    known = urlsplit(str(url)).hostname if url else options.get("emoji") or options.get("channel") or options.get("to")
    return _short(known or "")


def _who(rule: Rule, language: str) -> str:
    if not isinstance(rule.by, str):
        return format_list(list(map(_short, rule.by)), locale=language, style="or")
    return say(language, "book.by." + rule.by) if rule.by in _PEOPLE else _short(rule.by)


def _where(rule: Rule, language: str) -> str:
    if not rule.chats or "any" in rule.chats:
        return say(language, "book.chat.any")
    named = [say(language, "book.chat." + c.casefold()) if c.casefold() in KINDS else _short(c) for c in rule.chats]
    return format_list(named, locale=language, style="or")


def _short(name: Any) -> str:  # noqa: ANN401 - what a rule says
    text = str(name)
    return text if len(text) <= _MOST else text[: _MOST - 1] + "…"


def known_as(rule: Rule, language: str) -> str:
    """Return a rule's name; the starter rules have theirs in every language while nobody gave them another."""
    words: dict[str, str] = catalogue(language)["words"]
    said = words.get("rules." + rule.id)
    return said if said and rule.name == catalogue("en")["words"]["rules." + rule.id] else rule.name
