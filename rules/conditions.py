"""What a rule can ask about a reaction: a class for each kind of fact, and one line for each fact in `FIELDS`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, Protocol, get_args

from rules.address import phone, same_address
from rules.asked import Asked, ClockAsked, Day, WordsAsked, WordsRead
from rules.facts import ChatFacts, Check, Facts, PersonFacts
from rules.pattern import SlowPatternError, find
from rules.reaction import same
from rules.rule import Condition, Group
from rules.values import Date, Number, exists

__all__ = ["FIELDS", "KINDS", "ChatFacts", "Check", "Facts", "Field", "PersonFacts", "checks"]

_DAYS: tuple[str, ...] = get_args(Day)
_SHOWN = 60
_WITHIN = ("contains", "matches")

KINDS: dict[str, str | None] = {"groups": "group", "direct": "direct", "self": "self", "any": None}
"""The words that stand for every chat of a kind."""


class Field(Protocol):
    """A fact that conditions can ask about."""

    @property
    def written(self) -> type[Asked]:
        """Return how its questions are written."""

    def answer(self, condition: Condition, facts: Facts) -> Iterator[Check]:
        """Answer one question after the other."""


def _same_words(expected: str, heard: str) -> bool:
    return expected.casefold().strip() == heard.casefold().strip()


@dataclass(frozen=True, slots=True)
class Words:
    """A fact known by one or more texts: that of a message, or the names and addresses of a chat."""

    read: Callable[[Facts], tuple[str, ...]]
    same: Callable[[str, str], bool] = _same_words
    private: bool = False
    """Only what matched may be shown."""
    kinds: Callable[[Facts], tuple[str, ...]] = lambda _: ()
    """Words that stand for the fact as a whole; they are no part of its text."""
    written: type[Asked] = WordsAsked

    def answer(self, condition: Condition, facts: Facts) -> Iterator[Check]:
        """Answer one question after the other."""
        heard = self.read(facts)
        for op, expected in condition.asks:
            if op == "exists":
                yield exists(condition.field, expected, heard)
                continue
            try:
                evidence = self._evidence(op, expected, heard if op in _WITHIN else heard + self.kinds(facts))
                failure = self._described(heard)
            except SlowPatternError:
                evidence, failure = None, "did not match: took too long"
            passed = evidence is not None
            yield Check(
                condition.field, op, " | ".join(expected), _short(evidence or "") if passed else failure, passed
            )

    def _evidence(self, op: str, expected: tuple[str, ...], heard: tuple[str, ...]) -> str | None:
        pairs = ((wanted, text) for wanted in expected for text in heard)
        if op == "contains":
            return next((wanted for wanted, text in pairs if wanted.casefold() in text.casefold()), None)
        if op == "matches":
            return next((found for wanted, text in pairs if (found := find(wanted, text)) is not None), None)
        return next((wanted for wanted, text in pairs if self.same(wanted, text)), None)

    def _described(self, heard: tuple[str, ...]) -> str:
        if self.private:
            return f"{sum(map(len, heard))} characters"
        return _short(heard[0]) if heard else "nothing"


@dataclass(frozen=True, slots=True)
class Clock:
    """A moment, by the hour and the day of the week."""

    read: Callable[[Facts], datetime]
    written: type[Asked] = ClockAsked

    def answer(self, condition: Condition, facts: Facts) -> Iterator[Check]:
        """Answer one question after the other."""
        moment = self.read(facts)
        hour = f"{moment:%H:%M}"
        asks = dict(condition.asks)
        weekday = moment.weekday()
        start, end = asks.get("between", ("", ""))
        if end < start and hour < end:
            # The small hours of a night shift belong to the day on which it began.
            weekday = (weekday - 1) % 7
        for op, expected in condition.asks:
            actual = _DAYS[weekday] if op == "days" else hour
            match op:
                case "days":
                    passed = actual in expected
                case "between":
                    passed = start <= hour < end if start < end else hour >= start or hour < end
                case "gte":
                    passed = hour >= expected[0]
                case _:
                    passed = hour <= expected[0]
            yield Check(condition.field, op, " | ".join(expected), actual, passed)


def _names(name: str | None) -> tuple[str, ...]:
    # Strangers choose their names and those of their groups: no name may pose as an address or a kind of chat.
    poses = not name or "@" in name or phone(name) or name.casefold().strip() in KINDS
    return () if poses or not name else (name,)


def _chat_words(facts: Facts) -> tuple[str, ...]:
    chat = facts.chat
    return (*_names(chat.name), *_names(chat.subject), chat.address, *chat.aliases)


def _chat_kinds(facts: Facts) -> tuple[str, ...]:
    return tuple(word for word, kind in KINDS.items() if kind in (facts.chat.kind, None))


def _person_words(facts: Facts) -> tuple[str, ...]:
    return (*_names(facts.person.name), *facts.person.addresses)


def _read(name: str, facts: Facts) -> tuple[Any, ...]:
    return facts.parsed.get(name, ())


FIELDS: dict[str, Field] = {
    "text": Words(lambda facts: (facts.text,), private=True),
    "emoji": Words(lambda facts: (facts.emoji,), same=same),
    "chat": Words(_chat_words, same=same_address, kinds=_chat_kinds),
    "person": Words(_person_words, same=same_address),
    "instance": Words(lambda facts: (facts.instance,)),
    "time": Clock(lambda facts: facts.reacted_at),
    "sent": Clock(lambda facts: facts.sent_at),
    **{
        f"parsed.{name}": Words(partial(_read, name), private=True, written=WordsRead)
        for name in (
            "title", "vendor", "currency", "category", "account", "priority", "assignee", "attendees", "location",
            "platform", "recurrence", "tags", "language",
        )
    },
    **{
        f"parsed.{name}": Number(partial(_read, name))
        for name in ("total", "amount", "count", "duration_minutes", "confidence")
    },
    **{f"parsed.{name}": Date(partial(_read, name)) for name in ("due", "start", "end")},
}  # fmt: skip


def checks(condition: Condition | Group, facts: Facts) -> Iterator[Check]:
    """Answer the questions of a condition one by one, so that the caller can stop at the first no."""
    match condition:
        case Condition():
            yield from FIELDS[condition.field].answer(condition, facts)
        case Group():
            yield _group(condition, facts)


def _group(group: Group, facts: Facts) -> Check:
    answers: list[Check] = []
    for inner in group.of:
        held = True
        for check in checks(inner, facts):
            answers.append(check)
            held = check.passed
            if not held:
                break
        if held:
            return Check(group.kind, "holds", "", "one holds", group.kind == "any", tuple(answers))
    return Check(group.kind, "holds", "", "none holds", group.kind == "none", tuple(answers))


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
