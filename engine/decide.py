"""Say what a reaction comes to: which rules it fires, what the text says, and which items that makes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from engine.reader import STEPS, Reader, Reading, terms
from engine.situation import Situation
from executors.plan import Kind, Wanted
from parsers.draft import (
    ParseError,
)
from rules.book import Book
from rules.match import Verdict, match
from rules.reaction import bare
from rules.rule import Rule, example_for

HELP = frozenset({"❓", "❔"})
"""Whoever reacts with one of these, where no rule says otherwise, is told which reactions work here."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A rule fired, and its parser could not make of the text what the rule asks for."""

    rule_id: str
    code: str
    partial: Mapping[str, Any]
    spans: Mapping[str, tuple[int, int]]
    example: str | None
    example_emoji: str | None
    reply: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Offer:
    """A rule that would answer this person here, for whoever asks with ❓."""

    emojis: tuple[str, ...]
    kinds: tuple[Kind, ...]
    name: str
    example: str | None


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reaction comes to; printing it carries nothing out."""

    verdicts: tuple[Verdict, ...]
    language: str
    wanted: tuple[Wanted, ...] = ()
    failures: tuple[Failure, ...] = ()
    readings: tuple[Reading, ...] = ()
    offers: tuple[Offer, ...] = ()


def decide(book: Book, situation: Situation) -> Decision:
    """Return the decision of `book` on a reaction that stands; pure, and the same for the same input."""
    verdicts = match(book, situation.facts)
    # A rule in shadow is only watched.
    fired = [verdict.rule for verdict in verdicts if verdict.fired and not verdict.rule.shadow]
    text = situation.facts.text
    if not fired:
        spoken = situation.locale.language
        offers = _offers(book, situation) if bare(situation.facts.emoji) in HELP else ()
        return Decision(verdicts, spoken, offers=tuple(offers))
    reader = Reader(text, situation)
    wanted: list[Wanted] = []
    failures: list[Failure] = []
    for rule in fired:
        try:
            wanted += [want for n, step in enumerate(rule.steps) for want in reader.items(rule, n, step)]
        except ParseError as fault:
            failures.append(_failure(rule, fault, reader.language_of(rule), situation))
    first = reader.language_of(fired[0])
    return Decision(verdicts, first, tuple(wanted), tuple(failures), tuple(reader.readings))


def _offers(book: Book, situation: Situation) -> Iterator[Offer]:
    """Yield what works here for this person: each rule, asked with its own emoji, whatever the text says."""
    for rule in book.rules:
        if not rule.emojis or rule.shadow:
            continue
        facts = replace(situation.facts, emoji=rule.emojis[0])
        verdict = next(one for one in match(book, facts) if one.rule.id == rule.id)
        if verdict.fired or verdict.reason == "condition":
            example = example_for(rule, situation.locale.language)
            kinds = tuple(STEPS[step.action] for step in rule.steps if step.action in STEPS)
            yield Offer(rule.emojis, kinds, rule.name, example.say if example else None)


def _failure(rule: Rule, fault: ParseError, spoken: str, situation: Situation) -> Failure:
    example = example_for(rule, spoken)
    return Failure(
        rule.id,
        fault.code,
        fault.partial,
        fault.spans,
        example.say if example else None,
        situation.facts.emoji,
        terms(rule)["reply"],
    )
