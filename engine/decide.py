"""Say what a reaction or a message comes to: which rules it fires, what the text says, and which items that makes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any, get_args

from engine.reader import STEPS, UNSURE, Reader, Reading, terms
from engine.situation import Situation
from executors.errand import Errand
from executors.plan import Kind, Wanted
from parsers.draft import (
    ParseError,
)
from rules.book import Book
from rules.conditions import Check
from rules.match import GROUP_UNKNOWN, Verdict, asked, hangs_on_the_group, with_the_others
from rules.reaction import bare
from rules.rule import Priority, Rule, Step, example_for

_LANES: tuple[Priority, ...] = get_args(Priority)

UNKNOWN_GROUP = "unknown_group"
"""The code of a rule that could not be decided: the gateway did not say who belongs to the group."""

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
    review: bool = False
    """Whether it waits for a person to accept what was read."""


@dataclass(frozen=True, slots=True)
class Doubtful:
    """What a rule read and is not sure enough of: what it would make, were it believed."""

    rule_id: str
    confidence: float
    asked: float
    """How sure the rule wants to be."""
    doubts: tuple[str, ...]
    """What speaks against it, by the keys of `parsers.doubts.KEEPS`."""
    wanted: tuple[Wanted, ...]


@dataclass(frozen=True, slots=True)
class Skipped:
    """A step of a rule that fired, left out because of its own conditions."""

    rule_id: str
    step: int
    action: str
    checks: tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """A rule that would answer this person here, for whoever asks with ❓."""

    emojis: tuple[str, ...]
    kinds: tuple[Kind, ...]
    name: str
    example: str | None


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reaction, or a message as such, comes to; printing it carries nothing out."""

    book: Book
    asked: tuple[Verdict, ...]
    """On the rules about this emoji; the others are about another one, and say nothing."""
    language: str
    wanted: tuple[Wanted, ...] = ()
    failures: tuple[Failure, ...] = ()
    readings: tuple[Reading, ...] = ()
    offers: tuple[Offer, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    shadowed: tuple[Wanted, ...] = ()
    """What rules in shadow would make: kept and shown, and not carried out."""
    errands: tuple[Errand, ...] = ()
    """What is sent out besides."""
    shadow_errands: tuple[Errand, ...] = ()
    doubtful: tuple[Doubtful, ...] = ()
    """What waits for a person, as it was read."""

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """On every rule, in order."""
        return with_the_others(self.book, self.asked)

    @property
    def fired(self) -> bool:
        """Whether a rule fired."""
        return any(verdict.fired for verdict in self.asked)

    @property
    def length(self) -> int:
        """How many lines its explanation has: a verdict, or an answer that led to one."""
        return sum(1 + len(verdict.checks) for verdict in self.asked)

    @property
    def lacks_group(self) -> bool:
        """Whether a rule hangs on what the gateway has not told of the group yet."""
        return any(verdict.reason == GROUP_UNKNOWN for verdict in self.asked)

    @property
    def hangs_on_the_group(self) -> bool:
        """Whether the group's name or people were asked for."""
        return any(verdict.checks and hangs_on_the_group(verdict.rule) for verdict in self.asked)

    @property
    def urgency(self) -> Priority:
        """The lane of the queue for what follows: that of the most urgent rule that fired."""
        fired = {verdict.rule.priority for verdict in self.asked if verdict.fired and not verdict.rule.shadow}
        return next((lane for lane in _LANES if lane in fired), "normal")


def decide(book: Book, situation: Situation) -> Decision:
    """Return the decision of `book` on a reaction that stands, or on a message; pure: the same for the same input."""
    text = situation.facts.text
    reader = Reader(text, situation)
    verdicts = asked(book, situation.facts, reader.parsed)
    fired = [verdict.rule for verdict in verdicts if verdict.fired and not verdict.rule.shadow]
    shadowed, watched = _watched(reader, verdicts)
    unsure = tuple(_of_unknown_groups(verdicts))
    if not fired:
        spoken = situation.locale.language
        offers = tuple(_offers(book, situation)) if bare(situation.facts.emoji) in HELP else ()
        return Decision(
            book, verdicts, spoken, failures=unsure, readings=tuple(reader.readings), offers=offers, shadowed=shadowed,
            shadow_errands=watched,
        )  # fmt: skip
    wanted: list[Wanted] = []
    errands: list[Errand] = []
    failures: list[Failure] = []
    doubtful: list[Doubtful] = []
    skipped: list[Skipped] = []
    for rule in fired:
        left_out = {n: unmet for n, step in enumerate(rule.steps) if (unmet := reader.unmet(rule, step))}
        skipped += [Skipped(rule.id, n, rule.steps[n].action, unmet) for n, unmet in left_out.items()]
        steps = [(n, step) for n, step in enumerate(rule.steps) if n not in left_out]
        try:
            made = [want for n, step in steps for want in reader.items(rule, n, step)]
            # What cannot be read makes nothing, and sends nothing out either.
            errands += reader.errands(rule, steps)
            wanted += made
        except ParseError as fault:
            failures += _failure(rule, fault, reader.language_of(rule), situation)
            doubtful += _doubtful(reader, rule, fault, steps)
    first = reader.language_of(fired[0])
    readings = tuple(reader.readings)
    return Decision(
        book, verdicts, first, tuple(wanted), (*failures, *unsure), readings, skipped=tuple(skipped), shadowed=shadowed,
        errands=tuple(errands), shadow_errands=watched, doubtful=tuple(doubtful),
    )  # fmt: skip


def _doubtful(reader: Reader, rule: Rule, fault: ParseError, steps: Iterable[tuple[int, Step]]) -> Iterator[Doubtful]:
    """Yield what a rule would make that lets a person look at what it is not sure of."""
    if fault.code != UNSURE or rule.parse is None or rule.on_low_confidence != "review":
        return
    believing = replace(rule, parse=replace(rule.parse, min_confidence=0.0))
    with suppress(ParseError):
        wanted = tuple(want for n, step in steps for want in reader.items(believing, n, step))
        draft = reader.draft_of(rule)
        yield Doubtful(rule.id, draft.confidence, rule.parse.min_confidence, draft.doubts, wanted)


def _of_unknown_groups(verdicts: Iterable[Verdict]) -> Iterator[Failure]:
    """Say of each rule that hangs on a group of which the gateway has told nothing that it could not be decided."""
    for verdict in verdicts:
        if verdict.reason == GROUP_UNKNOWN and not verdict.rule.shadow:
            reply = terms(verdict.rule)["reply"]
            if verdict.rule.message:
                reply["to"] = "none"  # nobody asked
            yield Failure(verdict.rule.id, UNKNOWN_GROUP, {}, {}, None, None, reply)


def _watched(reader: Reader, verdicts: Iterable[Verdict]) -> tuple[tuple[Wanted, ...], tuple[Errand, ...]]:
    """Return what the rules in shadow that fired would make and send; what they cannot read is nobody's business."""
    wanted: list[Wanted] = []
    errands: list[Errand] = []
    for rule in (verdict.rule for verdict in verdicts if verdict.fired and verdict.rule.shadow):
        for n, step in enumerate(rule.steps):
            with suppress(ParseError):
                if not reader.unmet(rule, step):
                    wanted += reader.items(rule, n, step)
                    errands += reader.errands(rule, [(n, step)])
    return tuple(wanted), tuple(errands)


def _offers(book: Book, situation: Situation) -> Iterator[Offer]:
    """Yield what works here for this person: each rule, asked with its own emoji, whatever the text says."""
    for rule in book.rules:
        if not rule.emojis or rule.shadow:
            continue
        facts = replace(situation.facts, emoji=rule.emojis[0])
        verdict = next(one for one in asked(book, facts) if one.rule.id == rule.id)
        if verdict.fired or verdict.reason == "condition":
            example = example_for(rule, situation.locale.language)
            kinds = tuple(STEPS[step.action] for step in rule.steps if step.action in STEPS)
            yield Offer(rule.emojis, kinds, rule.name, example.say if example else None)


def _failure(rule: Rule, fault: ParseError, spoken: str, situation: Situation) -> Iterator[Failure]:
    example = example_for(rule, spoken)
    reply = terms(rule)["reply"]
    doubt = rule.on_low_confidence if fault.code == UNSURE else None
    if rule.message and doubt != "review":
        return  # a message that says nothing of the kind is the usual case, and nobody asked
    if doubt == "drop" or rule.message:
        reply["to"] = "none"  # what was dropped stands in the log, and nowhere else
    yield Failure(
        rule.id,
        fault.code,
        fault.partial,
        fault.spans,
        example.say if example else None,
        situation.facts.emoji,
        reply,
        review=doubt == "review",
    )
