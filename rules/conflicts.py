"""Finds rules that answer the same reaction of the same person in the same chat."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from rules.address import phone, same_address
from rules.conditions import KINDS
from rules.reaction import bare
from rules.rule import Rule

MAKES = {"create_task": "a task", "create_event": "an event", "create_bill": "a bill", "create_note": "a note"}


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two rules, of which `first` is asked first, that one reaction can set off both."""

    first: Rule
    second: Rule
    emojis: tuple[str, ...]
    chat: str
    """Where; empty for everywhere."""
    kinds: tuple[str, ...]
    """The actions that both have done."""

    @property
    def severity(self) -> Literal["error", "warning"]:
        """Two items of a kind are a mistake, unless somebody said which rule goes first."""
        return "error" if self.kinds and self.first.order == self.second.order else "warning"

    @property
    def says(self) -> str:
        """Return what happens, for people."""
        where = f" in {self.chat}" if self.chat else ""
        both = " and ".join(MAKES.get(kind, f"the step {kind}") for kind in self.kinds)
        names = f"{self.first.id} and {self.second.id}"
        return f"{' '.join(self.emojis)}{where}: {names} both {f'make {both}' if both else 'answer'}"

    @property
    def hint(self) -> str:
        """Return how to end it."""
        if self.first.order != self.second.order:
            return f"let {self.first.id} stop, or narrow a chat"
        return "set order or stop, or narrow a chat"


def conflicts(rules: Iterable[Rule]) -> list[Conflict]:
    """Return the pairs of rules that overlap by emoji, chat and who, the worst first.

    A rule that stops ends the matter for those after it, and different items in a set order are meant so.
    """
    found = [one for first, second in _pairs(rules) if (one := _conflict(first, second))]
    return sorted(found, key=lambda one: (one.severity, one.first.id, one.second.id))


def _pairs(rules: Iterable[Rule]) -> Iterator[tuple[Rule, Rule]]:
    """Yield rules that share an emoji, each pair once, in the order in which they are asked."""
    by_emoji: dict[str, list[Rule]] = {}
    for rule in sorted(rules, key=lambda rule: (rule.order, rule.id)):
        if rule.enabled and not rule.shadow:
            for emoji in {bare(emoji) for emoji in rule.emojis}:
                by_emoji.setdefault(emoji, []).append(rule)
    seen: set[tuple[str, str]] = set()
    for sharing in by_emoji.values():
        for first, second in combinations(sharing, 2):
            if (first.id, second.id) not in seen:
                seen.add((first.id, second.id))
                yield first, second


def _conflict(first: Rule, second: Rule) -> Conflict | None:
    chat = _where(first, second)
    if first.stop or chat is None or not _same_people(first, second):
        return None
    kinds = tuple(dict.fromkeys(step.action for step in first.steps if step.action in {s.action for s in second.steps}))
    if not kinds and first.order != second.order:
        return None
    theirs = {bare(emoji) for emoji in second.emojis}
    return Conflict(first, second, tuple(emoji for emoji in first.emojis if bare(emoji) in theirs), chat, kinds)


def _where(first: Rule, second: Rule) -> str | None:
    """Return a place where both rules hold, None where there is none; empty is everywhere."""
    if not first.chats or not second.chats:
        return ", ".join(first.chats or second.chats)
    common = (_common(one, other) for one in first.chats for other in second.chats)
    return next((place for place in common if place is not None), None)


def _common(one: str, other: str) -> str | None:
    if same_address(one, other):
        return one
    word, place = (one, other) if _is_word(one) else (other, one)
    if not _is_word(word):
        return None
    if "any" in {word.casefold(), place.casefold()}:
        return place if word.casefold() == "any" else word
    return None if _is_word(place) or KINDS[word.casefold()] not in _kinds(place) else place


def _is_word(chat: str) -> bool:
    return chat.casefold() in KINDS


def _kinds(chat: str) -> frozenset[str | None]:
    """Return what kinds of chat an address or a name can stand for."""
    if chat.endswith("@g.us"):
        return frozenset({"group"})
    if "@" in chat or phone(chat):
        return frozenset({"direct", "self"})
    return frozenset({"group", "direct", "self"})


def _same_people(first: Rule, second: Rule) -> bool:
    """Tell whether one person can set off both; whoever is listed by address is not taken for the owner."""
    if isinstance(first.by, tuple) and isinstance(second.by, tuple):
        return any(same_address(one, other) for one in first.by for other in second.by)
    if isinstance(first.by, tuple) or isinstance(second.by, tuple):
        return "owner" not in {first.by, second.by}
    return True
