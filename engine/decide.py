"""Say what a reaction comes to: which rules it fires, what the text says, and which items that makes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from engine.locale import Locale, is_zone
from executors.plan import Kind, Wanted
from parsers import PARSERS, language
from parsers.draft import (
    BillsData,
    Circumstances,
    Draft,
    EventData,
    NoteData,
    ParseError,
    TaskData,
)
from rules.book import Book
from rules.conditions import Facts
from rules.match import Verdict, match
from rules.rule import Rule, Step, example_for, minutes

NEAR = timedelta(days=3)
"""What is due within this is of high priority, where neither the text nor the rule says otherwise."""

STEPS: Mapping[str, Kind] = {
    "create_task": "task",
    "create_event": "event",
    "create_bill": "bill",
    "create_note": "note",
}
"""The kind that a rule's step makes."""

OWN_PARSER: Mapping[Kind, str] = {"task": "task", "event": "calendar", "bill": "bill", "note": "note"}


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything that a decision depends on, and nothing else."""

    facts: Facts
    locale: Locale
    sent_at: datetime
    reacted_at: datetime
    """Instants, UTC."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one parser made of the text, for the record."""

    parser: str
    language: str
    error: str | None
    confidence: float | None


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
class Decision:
    """What a reaction comes to; printing it carries nothing out."""

    verdicts: tuple[Verdict, ...]
    language: str
    wanted: tuple[Wanted, ...] = ()
    failures: tuple[Failure, ...] = ()
    readings: tuple[Reading, ...] = ()


def decide(book: Book, situation: Situation) -> Decision:
    """Return the decision of `book` on a reaction that stands; pure, and the same for the same input."""
    verdicts = match(book, situation.facts)
    # A rule in shadow is only watched.
    fired = [verdict.rule for verdict in verdicts if verdict.fired and not verdict.rule.shadow]
    text = situation.facts.text
    if not fired:
        return Decision(verdicts, situation.locale.language)
    reader = _Reader(text, situation)
    wanted: list[Wanted] = []
    failures: list[Failure] = []
    for rule in fired:
        try:
            wanted += [want for n, step in enumerate(rule.steps) for want in reader.items(rule, n, step)]
        except ParseError as fault:
            failures.append(_failure(rule, fault, reader.language_of(rule), situation))
    first = reader.language_of(fired[0])
    return Decision(verdicts, first, tuple(wanted), tuple(failures), tuple(reader.readings))


def warm_up() -> None:
    """Load what the parsers load once, so that the first reaction does not wait for it."""
    language.detect("hola, good morning, bom dia")


def _failure(rule: Rule, fault: ParseError, spoken: str, situation: Situation) -> Failure:
    example = example_for(rule, spoken)
    return Failure(
        rule.id,
        fault.code,
        fault.partial,
        fault.spans,
        example.say if example else None,
        situation.facts.emoji,
        _terms(rule)["reply"],
    )


def _terms(rule: Rule) -> dict[str, Any]:
    """Return what the rule promises for later, as it is kept with an item."""
    reply = {"to": rule.reply.to, "as": rule.reply.as_, "text": dict(rule.reply.text)}
    return {"undo": rule.undo_on_unreact, "reply": reply}


@dataclass(slots=True)
class _Reader:
    """Read the text once per parser and circumstances, however many rules and steps ask."""

    text: str
    situation: Situation
    readings: list[Reading] = field(default_factory=list)
    _drafts: dict[tuple[str, Circumstances], Draft | ParseError] = field(default_factory=dict)
    _detected: str | None = None

    def items(self, rule: Rule, number: int, step: Step) -> Iterator[Wanted]:
        """Yield what one step wants; raises `ParseError` when the text does not give it."""
        kind = STEPS.get(step.action)
        if kind is None:
            return
        circumstances = self._circumstances(rule)
        draft = self._draft(rule, kind, circumstances)
        for position, (title, data, spans) in enumerate(_parts(draft)):
            wanted = Wanted(
                rule_id=rule.id,
                rule_version=rule.version,
                step=number,
                position=position,
                kind=kind,
                title=title,
                data=data,
                priority="medium",
                tags=(),
                language=draft.language,
                zone=circumstances.zone,
                confidence=draft.confidence,
                spans=spans,
                terms=_terms(rule),
            )
            yield self._with_options(wanted, step.options)

    def language_of(self, rule: Rule) -> str:
        """Return the language that a rule reads the text in: its own, else the one found in the text."""
        if rule.language != "auto":
            return rule.language
        if self._detected is None:
            self._detected = language.detect(self.text, self.situation.locale.prior).code
        return self._detected

    def _circumstances(self, rule: Rule) -> Circumstances:
        locale = self.situation.locale
        zone = rule.timezone if is_zone(rule.timezone) else locale.zone
        sent_at = self.situation.sent_at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
        return Circumstances(sent_at, zone, locale.region, self.language_of(rule))

    def _draft(self, rule: Rule, kind: Kind, circumstances: Circumstances) -> Draft:
        asked = rule.parse.use if rule.parse else OWN_PARSER[kind]
        if asked == "none":
            return _verbatim(self.text, circumstances.language)
        # A step that makes another kind than the rule's parser reads is read by that kind's own.
        parser = asked if asked == OWN_PARSER[kind] else OWN_PARSER[kind]
        key = (parser, circumstances)
        if key not in self._drafts:
            self._drafts[key] = self._read(parser, circumstances)
        draft = self._drafts[key]
        if isinstance(draft, ParseError):
            raise draft
        return draft

    def _read(self, parser: str, circumstances: Circumstances) -> Draft | ParseError:
        try:
            draft = PARSERS[parser](self.text, circumstances)
        except ParseError as fault:
            self.readings.append(Reading(parser, circumstances.language, fault.code, None))
            return fault
        self.readings.append(Reading(parser, draft.language, None, draft.confidence))
        return draft

    def _with_options(self, wanted: Wanted, options: Mapping[str, Any]) -> Wanted:
        data = wanted.data
        said = data.priority if isinstance(data, TaskData) else None
        near = "high" if self._is_near(wanted) else None
        tags = dict.fromkeys(options.get("tags") or ())
        if isinstance(data, TaskData | NoteData):
            tags |= dict.fromkeys(data.tags)
        elif not isinstance(data, EventData) and data.category:
            tags[data.category] = None
        if isinstance(data, EventData) and not (data.end or data.duration_minutes) and "duration" in options:
            data = replace(data, duration_minutes=minutes(str(options["duration"])))
        priority = said or options.get("priority") or near or "medium"
        return replace(wanted, data=data, tags=tuple(tags), priority=str(priority))

    def _is_near(self, wanted: Wanted) -> bool:
        """Tell whether a task or bill is due within three days of the reaction, or was already."""
        due = getattr(wanted.data, "due", None)
        if due is None:
            return False
        today = self.situation.reacted_at.astimezone(ZoneInfo(wanted.zone)).date()
        day: date = due.date() if isinstance(due, datetime) else due
        return day - today <= NEAR


def _parts(draft: Draft) -> Iterator[tuple[str, Any, dict[str, tuple[int, int]]]]:
    """Yield (title, data, spans) of each item that a draft holds: one, or one a bill."""
    data = draft.data
    if not isinstance(data, BillsData):
        yield data.title, data, dict(draft.spans)
        return
    for n, bill in enumerate(data.bills):
        prefix = f"bills.{n}."
        spans = {name.removeprefix(prefix): span for name, span in draft.spans.items() if name.startswith(prefix)}
        yield bill.vendor, bill, spans


def _verbatim(text: str, code: str) -> Draft:
    """Return the text as a note, unread: what a rule with `parse: none` asks for."""
    body = text.strip()
    if not body:
        raise ParseError("empty")
    return Draft("note", code, NoteData(body.splitlines()[0][:80], (), body), {"body": (0, len(text))})


def local(instant: datetime, zone: str) -> datetime:
    """Return an instant as a naive wall-clock time in `zone`."""
    return instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def from_seconds(seconds: int) -> datetime:
    """Return unix seconds as an instant."""
    return datetime.fromtimestamp(seconds, UTC)
