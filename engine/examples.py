"""Hold the examples of a rule against what the rule makes of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any, Literal

from engine import dryrun
from engine.deadline import Ended
from engine.decide import Decision, decide
from engine.locale import is_zone
from executors.plan import Wanted
from rules.book import Book
from rules.faults import Path, meant
from rules.rule import Condition, Example, Group, Rule

A_MONDAY = "2026-01-12T10:00:00+00:00"
"""When an example was written that does not say."""

NOT_FIRED = "not_fired"
"""The error of an example whose text does not meet the rule's conditions."""

_KNOWN_FROM_THE_TEXT = ("text", "emoji", "time", "sent", "parsed")
_WHOLE = ("error", "count", "total")


@dataclass(frozen=True, slots=True)
class Miss:
    """Where an example and what its rule makes of it part; `path` leads to the place, from the rule."""

    path: Path
    says: str
    hint: str | None = None
    severity: Literal["error", "warning"] = "error"


Guard = Callable[[Callable[[], Decision]], Decision]
"""Runs the reading of one example under a limit of time."""


def unlimited(read: Callable[[], Decision]) -> Decision:
    """Read without a limit."""
    return read()


def misses(rule: Rule, guard: Guard = unlimited) -> Iterator[Miss]:
    """Try every example of a rule, as somebody for whom it is would, where it holds."""
    if not rule.emojis and not rule.message:
        return
    asked = replace(
        rule, chats=(), by="anyone", enabled=True, shadow=False, conditions=tuple(_askable(rule.conditions))
    )
    book = Book(rule.version, (asked,))
    for number, example in enumerate(rule.examples):
        found = list(_tried(book, rule, example, guard))
        if not example.holds:
            said = "this example holds now"
            found = [] if found else [Miss(("holds",), said, "take 'holds: false' out", severity="warning")]
        for miss in found:
            yield replace(miss, path=("examples", number, *miss.path))


def _tried(book: Book, rule: Rule, example: Example, guard: Guard) -> Iterator[Miss]:
    try:
        decision = guard(lambda: decide(book, _situation(rule, example)))
    except Ended as fault:
        yield Miss(("say",), str(fault), "no worker would go on with it either")
    else:
        yield from _misses(decision, example)


def _situation(rule: Rule, example: Example) -> Any:  # noqa: ANN401 - a Situation
    at = datetime.fromisoformat(example.at or A_MONDAY)
    zone = rule.timezone if is_zone(rule.timezone) else None
    if zone is None and example.from_ is None:
        # Nobody's country is known: the clock on the wall is the one that the moment is written in.
        hours = round((at.utcoffset() or timedelta()) / timedelta(hours=1))
        zone = f"Etc/GMT{-hours:+d}" if hours else None
    emoji = rule.emojis[0] if rule.emojis else ""
    return dryrun.situation(example.say, emoji, phone=example.from_, at=at, zone=zone, language=example.language)


def _askable(conditions: Iterable[Condition | Group]) -> Iterator[Condition | Group]:
    """Yield the conditions that an example can meet: it tells neither chat nor person."""
    for one in conditions:
        match one:
            case Group():
                if len(list(_askable(one.of))) == len(one.of):
                    yield one
            case Condition():
                if one.field.partition(".")[0] in _KNOWN_FROM_THE_TEXT:
                    yield one


def _misses(decision: Decision, example: Example) -> Iterator[Miss]:
    expected = dict(example.expect)
    error = _error(decision)
    if error != expected.get("error"):
        at = ("expect", "error") if "error" in expected else ()
        wanted = f"the error {expected['error']}" if "error" in expected else "an item"
        made = f"the error {error}" if error else _made(decision.wanted)
        yield Miss(at, f"expected {wanted}, got {made}")
        return
    if error:
        return
    whole = {"count": len(decision.wanted), "total": _total(decision.wanted)}
    facts = whole | _fields(decision.wanted[0]) if decision.wanted else whole
    for name, value in expected.items():
        path = ("expect", name)
        if name == "items" and isinstance(value, list):
            yield from _each(decision.wanted, value)
        elif name not in facts:
            yield Miss(path, f"there is no field {name!r} of {_made(decision.wanted)}", meant(name, facts))
        elif not same(value, facts[name]):
            yield Miss(path, f"expected {name} {value!r}, got {_said(facts[name])}")


def _each(wanted: tuple[Wanted, ...], expected: list[Any]) -> Iterator[Miss]:
    if len(wanted) != len(expected):
        yield Miss(("expect", "items"), f"expected {len(expected)} items, got {len(wanted)}")
        return
    for number, (want, fields) in enumerate(zip(wanted, expected, strict=True)):
        facts = _fields(want)
        for name, value in (fields if isinstance(fields, Mapping) else {}).items():
            if not same(value, facts.get(name)):
                yield Miss(
                    ("expect", "items", number, name), f"expected {name} {value!r}, got {_said(facts.get(name))}"
                )


def _error(decision: Decision) -> str | None:
    if not decision.fired:
        return NOT_FIRED
    return decision.failures[0].code if decision.failures else None


def _fields(want: Wanted) -> dict[str, Any]:
    return asdict(want.data) | {
        name: getattr(want, name) for name in ("kind", "title", "priority", "tags", "language", "zone", "confidence")
    }


def _total(wanted: tuple[Wanted, ...]) -> Decimal:
    return sum((getattr(want.data, "amount", None) or Decimal(0) for want in wanted), Decimal(0))


def _made(wanted: tuple[Wanted, ...]) -> str:
    return ", ".join(f"the {want.kind} {want.title!r}" for want in wanted[:3]) or "nothing"


def same(expected: object, actual: object) -> bool:
    """Tell whether a value of an example, plain JSON, is the value that was read."""
    match actual:
        case None | () | []:
            return expected in (None, [], "")
        case Decimal() | float() | int():
            try:
                return Decimal(str(expected)) == Decimal(str(actual))
            except InvalidOperation:
                return False
        case date():
            return _moment(str(expected)) == actual
        case list() | tuple():
            return isinstance(expected, list) and sorted(map(str, expected)) == sorted(map(str, actual))
        case _:
            return str(expected) == str(actual)


def _moment(said: str) -> date | None:
    try:
        return date.fromisoformat(said) if len(said) == len("2026-01-12") else datetime.fromisoformat(said)
    except ValueError:
        return None


def _said(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value)) or "none"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:.2f}"
    return "none" if value is None else repr(value) if isinstance(value, str) else str(value)
