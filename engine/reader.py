"""Read the text for the rules that fired: once per parser, whoever asks, as items with everything that was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any, cast, get_args

from engine.currency import in_currency
from engine.locale import is_zone
from engine.parsed import facts_of
from engine.situation import Situation, local
from executors.errand import Action, Errand
from executors.plan import ItemData, Kind, Wanted
from parsers import PARSERS, language
from parsers.draft import BillsData, Circumstances, Draft, EventData, NoteData, ParseError, TaskData
from rules.address import phone
from rules.asked import Day
from rules.conditions import Check, checks
from rules.rule import Rule, Step, asks_what_was_read, minutes

NEAR = timedelta(days=3)
"""What is due within this is of high priority, where neither the text nor the rule says otherwise."""

REACTOR = "reactor"
"""As the `assignee` of a rule's step: whoever reacted."""

UNSURE = "unsure"
"""The code of a reading that is less sure than its rule asks for."""

_DAYS: tuple[str, ...] = get_args(Day)

YEARS = (1970, 2200)
"""A date outside these was misread, or is a joke."""

STEPS: Mapping[str, Kind] = {
    "create_task": "task",
    "create_event": "event",
    "create_bill": "bill",
    "create_note": "note",
}
"""The kind that a rule's step makes."""

OWN_PARSER: Mapping[Kind, str] = {"task": "task", "event": "calendar", "bill": "bill", "note": "note"}


@dataclass(frozen=True, slots=True)
class Reading:
    """What one parser made of the text, for the record."""

    parser: str
    language: str
    error: str | None
    confidence: float | None


def terms(rule: Rule) -> dict[str, Any]:
    """Return what the rule promises for later, as it is kept with an item."""
    reply = rule.reply
    said = {
        "to": reply.to, "as": reply.as_, "text": reply.text, "working": reply.working, "done": reply.done,
        "failed": reply.failed,
    }  # fmt: skip
    urgent = {} if rule.priority == "normal" else {"priority": rule.priority}
    return {"undo": rule.undo_on_unreact, "reply": said} | urgent


@dataclass(slots=True)
class Reader:
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
        if rule.parse and draft.confidence < rule.parse.min_confidence:
            raise ParseError(UNSURE, partial=_understood(draft), spans=draft.spans)
        for position, (title, read, spans) in enumerate(_parts(draft)):
            if not all(map(_is_thinkable, (getattr(read, name, None) for name in ("due", "start", "end")))):
                raise ParseError("no_datetime", spans=draft.spans)
            data, people, priority = self._with_options(read, step.options, circumstances.zone)
            yield Wanted(
                rule_id=rule.id,
                rule_version=rule.version,
                step=number,
                position=position,
                kind=kind,
                title=title,
                data=data,
                priority=priority,
                tags=_tags(data, step.options),
                language=draft.language,
                zone=circumstances.zone,
                confidence=draft.confidence,
                spans=spans,
                terms=self.promises(rule) | _reminders(step.options, circumstances.zone),
                people=people,
            )

    def errands(self, rule: Rule, steps: Iterable[tuple[int, Step]]) -> list[Errand]:
        """Return what a rule's steps send out; raises `ParseError` when the text does not give what the rule reads."""
        found = [(n, step) for n, step in steps if step.action not in STEPS]
        if found and rule.parse and not any(step.action in STEPS for step in rule.steps):
            draft = self._drafted(rule, rule.parse.use, self._circumstances(rule))
            if draft.confidence < rule.parse.min_confidence:
                raise ParseError(UNSURE, partial=_understood(draft), spans=draft.spans)
        promised = self.promises(rule)
        return [
            Errand(rule.id, rule.version, n, cast("Action", step.action), step.options, promised, rule.priority)
            for n, step in found
        ]

    def promises(self, rule: Rule) -> dict[str, Any]:
        """Return what the rule promises for later, counted from this reaction."""
        promised = terms(rule)
        if rule.undo_within:
            # A server that names a year far from ours promises for as long as there are years.
            with suppress(OverflowError):
                until = self.situation.reacted_at + timedelta(minutes=minutes(rule.undo_within))
                promised["until"] = until.isoformat()
        return promised

    def language_of(self, rule: Rule) -> str:
        """Return the language that a rule reads the text in: its own, else the one found in the text.

        Where nothing is read, nothing is looked for either: it is the person's.
        """
        if rule.language != "auto":
            return rule.language
        if rule.parse and rule.parse.use == "none" and not _asks_what_was_read(rule):
            return self.situation.locale.language
        if self._detected is None:
            self._detected = language.code_of(self.text, self.situation.locale.prior)
        return self._detected

    def draft_of(self, rule: Rule) -> Draft:
        """Return what a rule's own parser makes of the text; raises `ParseError` where it cannot read it."""
        kind: Kind = next((STEPS[step.action] for step in rule.steps if step.action in STEPS), "note")
        parser = rule.parse.use if rule.parse else OWN_PARSER[kind]
        return self._drafted(rule, parser, self._circumstances(rule))

    def parsed(self, rule: Rule) -> Mapping[str, tuple[Any, ...]] | None:
        """Return what a rule's own parser reads, for its conditions; None where it cannot read the text."""
        try:
            return facts_of(self.draft_of(rule))
        except ParseError:
            return None

    def unmet(self, rule: Rule, step: Step) -> tuple[Check, ...]:
        """Return the answers up to the first no, where a step's own conditions do not all hold."""
        facts = self.situation.facts
        answers: list[Check] = []
        if any(map(asks_what_was_read, step.conditions)):
            read = self.parsed(rule)
            if read is None:
                return ()  # the step is taken, and says what is missing
            facts = replace(facts, parsed=read)
        for condition in step.conditions:
            for check in checks(condition, facts):
                answers.append(check)
                if not check.passed:
                    return tuple(answers)
        return ()

    def _circumstances(self, rule: Rule) -> Circumstances:
        locale = self.situation.locale
        zone = rule.timezone if is_zone(rule.timezone) else locale.zone
        sent_at = local(self.situation.sent_at, zone)
        return Circumstances(sent_at, zone, locale.region, self.language_of(rule))

    def _draft(self, rule: Rule, kind: Kind, circumstances: Circumstances) -> Draft:
        asked = rule.parse.use if rule.parse else OWN_PARSER[kind]
        # A step that makes another kind than the rule's parser reads is read by that kind's own.
        parser = asked if asked in {"none", OWN_PARSER[kind]} else OWN_PARSER[kind]
        return self._drafted(rule, parser, circumstances)

    def _drafted(self, rule: Rule, parser: str, circumstances: Circumstances) -> Draft:
        if parser == "none":
            return _verbatim(self.text, circumstances.language)
        key = (parser, circumstances)
        if key not in self._drafts:
            self._drafts[key] = self._read(parser, circumstances)
        draft = self._drafts[key]
        if isinstance(draft, ParseError):
            raise draft
        return in_currency(draft, self.text, rule.currency, circumstances.region)

    def _read(self, parser: str, circumstances: Circumstances) -> Draft | ParseError:
        try:
            draft = PARSERS[parser](self.text, circumstances)
        except ParseError as fault:
            self.readings.append(Reading(parser, circumstances.language, fault.code, None))
            return fault
        self.readings.append(Reading(parser, draft.language, None, draft.confidence))
        return draft

    def _with_options(
        self, data: ItemData, options: Mapping[str, Any], zone: str
    ) -> tuple[ItemData, dict[str, str], str]:
        """Return what was read with what the step adds to it, who is meant by the names in it, and how urgent it is."""
        said = data.priority if isinstance(data, TaskData) else None
        people: dict[str, str] = {}
        if isinstance(data, EventData) and not (data.end or data.duration_minutes) and "duration" in options:
            data = replace(data, duration_minutes=minutes(str(options["duration"])))
        if isinstance(data, TaskData) and data.due is None and "due" in options:
            data = replace(data, due=self._day(str(options["due"]), zone))
        if isinstance(data, TaskData) and "assignee" in options:
            data, people = self._assigned(data, str(options["assignee"]))
        near = "high" if self._is_near(data, zone) else None
        return data, people, str(said or options.get("priority") or near or "medium")

    def _assigned(self, task: TaskData, to: str) -> tuple[TaskData, dict[str, str]]:
        """Return a task with whom the rule gives it to; whoever reacted is known by an address too."""
        if to != REACTOR:
            return (task if task.assignee else replace(task, assignee=to)), {}
        person = self.situation.facts.person
        numbers = {address: digits for address in person.addresses if (digits := phone(address))}
        address = next(iter(numbers), person.addresses[0])
        name = person.name or (f"+{numbers[address]}" if numbers else address)
        return replace(task, assignee=name), {name: address}

    def _day(self, said: str, zone: str) -> date:
        """Return the day that a rule's `due` names, counted from the reaction."""
        today = local(self.situation.reacted_at, zone).date()
        if said in _DAYS:
            # The coming one: on a Friday, `fri` is today.
            return today + timedelta(days=(_DAYS.index(said) - today.weekday()) % 7)
        length = {"today": "0d", "tomorrow": "1d"}.get(said, said)
        return today + timedelta(days=int(length[:-1]) * (7 if length.endswith("w") else 1))

    def _is_near(self, data: ItemData, zone: str) -> bool:
        """Tell whether a task or bill is due within three days of the reaction, or was already."""
        due = getattr(data, "due", None)
        if due is None:
            return False
        today = local(self.situation.reacted_at, zone).date()
        day: date = due.date() if isinstance(due, datetime) else due
        return day - today <= NEAR


def _tags(data: ItemData, options: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the tags of the step, then those of the text: each once."""
    tags = dict.fromkeys(options.get("tags") or ())
    if isinstance(data, TaskData | NoteData):
        tags |= dict.fromkeys(data.tags)
    elif not isinstance(data, EventData) and data.category:
        tags[data.category] = None
    return tuple(tags)


def _reminders(options: Mapping[str, Any], zone: str) -> dict[str, Any]:
    return {"remind": list(options["remind"]), "zone": zone} if "remind" in options else {}


def _asks_what_was_read(rule: Rule) -> bool:
    asked = (*rule.conditions, *(condition for step in rule.steps for condition in step.conditions))
    return any(map(asks_what_was_read, asked))


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


def _understood(draft: Draft) -> dict[str, Any]:
    """Return what was read all the same, of the first of several bills."""
    data = draft.data.bills[0] if isinstance(draft.data, BillsData) else draft.data
    return {name: value for name, value in asdict(data).items() if value not in (None, (), "")}


def _is_thinkable(when: date | None) -> bool:
    """Tell whether a day lies where calendars and clients can follow."""
    return when is None or YEARS[0] <= when.year <= YEARS[1]


def _verbatim(text: str, code: str) -> Draft:
    """Return the text as a note, unread: what a rule with `parse: none` asks for."""
    body = text.strip()
    if not body:
        raise ParseError("empty")
    return Draft("note", code, NoteData(body.splitlines()[0][:80], (), body), {"body": (0, len(text))})
