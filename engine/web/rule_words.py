"""A rule in the words of whoever reads it: what it does in one sentence, for whom, and where."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import takewhile
from typing import Any
from urllib.parse import urlsplit

from babel.lists import format_list

from engine.rules_by_hand import Kept
from engine.rules_shown import as_record
from engine.web import phrases
from engine.web.words import FALLBACK, catalogue, say
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


def changed(says: str, language: str) -> str:
    """Return what changed in a rule, `do create_task tags + shop`, with its keys in words; values stay as written."""
    if (said := phrases.in_words(says, language)) != says or language == FALLBACK:
        return said
    words: dict[str, str] = catalogue(language)["words"]
    signs, *rest = says.split(" ") if says[:1] in "+−" else ("", *says.split(" "))
    keys = [words["key." + key] for key in takewhile(lambda key: "key." + key in words, rest)]
    value = " ".join(rest[len(keys) :]).replace("in another order", words["change.order"])
    yes, no = words["audit.yes"], words["audit.no"]
    value = re.sub(r"\b(true|false)\b", lambda found: yes if found[0] == "true" else no, value)
    return " ".join(filter(None, (signs, " › ".join(keys) + ":" * bool(keys and value), value)))


def version_in_words(told: Mapping[str, Any], language: str) -> dict[str, Any]:
    """Return a version of a rule as programs are shown it, why it is there and what changed in words."""
    because = phrases.in_words(told["because"], language) if told["because"] else None
    return {**told, "because": because, "changes": [changed(one, language) for one in told["changes"]]}


def plan_in_words(told: Mapping[str, Any], language: str) -> dict[str, Any]:
    """Return a plan as programs are shown it, what changes and what is in whose way in words."""
    steps = [{**step, "changes": [changed(one, language) for one in step["changes"]]} for step in told["steps"]]
    return {**told, "steps": steps, "conflicts": phrases.each(told["conflicts"], ("says", "hint"), language)}


def known_as(rule: Rule, language: str) -> str:
    """Return a rule's name; the starter rules have theirs in every language while nobody gave them another."""
    words: dict[str, str] = catalogue(language)["words"]
    said = words.get("rules." + rule.id)
    return said if said and rule.name == catalogue("en")["words"]["rules." + rule.id] else rule.name
