"""Finds rules that answer the same reaction, or the same message, of the same person in the same chat."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, islice
from typing import Literal

from rules.address import phone, same_address
from rules.conditions import KINDS
from rules.reaction import bare
from rules.rule import Rule

MAKES = {"create_task": "a task", "create_event": "an event", "create_bill": "a bill", "create_note": "a note"}

MOST = 10_000


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two rules, of which `first` is asked first, that one reaction or one message can set off both."""

    first: Rule
    second: Rule
    emojis: tuple[str, ...]
    """None where both are about messages as such."""
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
        said = f"{' '.join(self.emojis) or 'messages'}{where}: {names} both {f'make {both}' if both else 'answer'}"
        orders = (self.first.order, self.second.order)
        return said if orders[0] == orders[1] else f"{said}, order {orders[0]} and {orders[1]}"

    @property
    def hint(self) -> str:
        """Return how to end it."""
        return f"write `stop: true` in {self.first.id}, or narrow a chat"


@dataclass(frozen=True, slots=True)
class _Answering:
    """A rule that acts, with what is asked of every pair."""

    rule: Rule
    emojis: dict[str, str]
    """As they are written, by their bare form; empty for a message that nobody reacted to."""
    actions: frozenset[str]


def conflicts(rules: Iterable[Rule]) -> list[Conflict]:
    """Return the pairs of rules that overlap by emoji (or by being about messages), chat and who, the worst first.

    A rule that stops ends the matter for those after it, and different items in a set order are meant so. After so
    many, nobody looks for more.
    """
    found = (one for first, second in _pairs(rules) if (one := _conflict(first, second)))
    return sorted(islice(found, MOST), key=lambda one: (one.severity, one.first.id, one.second.id))


def _pairs(rules: Iterable[Rule]) -> Iterator[tuple[_Answering, _Answering]]:
    """Yield rules that share an emoji, each pair once, in the order in which they are asked."""
    by_emoji: dict[str, list[_Answering]] = {}
    for rule in sorted(rules, key=lambda rule: rule.turn):
        if rule.enabled and not rule.shadow:
            one = _Answering(rule, {}, frozenset(step.action for step in rule.steps))
            for emoji in rule.emojis or ([""] if rule.message else []):
                one.emojis.setdefault(bare(emoji), emoji)
            for emoji in one.emojis:
                by_emoji.setdefault(emoji, []).append(one)
    for emoji, sharing in by_emoji.items():
        for first, second in combinations(sharing, 2):
            # Under the first emoji that they share, and under no other.
            if emoji == next(each for each in first.emojis if each in second.emojis):
                yield first, second


def _conflict(one: _Answering, other: _Answering) -> Conflict | None:
    first, second = one.rule, other.rule
    if first.stop or not _same_people(first, second) or (chat := _where(first, second)) is None:
        return None
    # Two notes to say or calls to make are two; two items of a kind are one too many.
    common = one.actions & other.actions & MAKES.keys()
    if second.fallback and (common or not second.makes):
        return None
    if not common and first.order != second.order:
        return None
    kinds = tuple(dict.fromkeys(step.action for step in first.steps if step.action in common))
    emojis = tuple(written for emoji, written in one.emojis.items() if emoji and emoji in other.emojis)
    return Conflict(first, second, emojis, chat, kinds)


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
