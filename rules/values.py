"""What a rule can ask about the numbers and days that a parser read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from rules.asked import Asked, DayRead, NumberRead
from rules.facts import Check, Facts
from rules.rule import Condition, minutes


@dataclass(frozen=True, slots=True)
class Number:
    """A number that a parser read."""

    read: Callable[[Facts], tuple[Any, ...]]
    written: type[Asked] = NumberRead

    def answer(self, condition: Condition, facts: Facts) -> Iterator[Check]:
        """Answer one question after the other."""
        heard = [Decimal(str(value)) for value in self.read(facts)]
        for op, expected in condition.asks:
            if op == "exists":
                yield exists(condition.field, expected, tuple(heard))
                continue
            wanted = Decimal(str(expected[0]))
            evidence = next((value for value in heard if _COMPARED[op](value, wanted)), None)
            actual = evidence if evidence is not None else next(iter(heard), None)
            told = "nothing" if actual is None else f"{actual:f}"
            yield Check(condition.field, op, str(expected[0]), told, evidence is not None)


@dataclass(frozen=True, slots=True)
class Date:
    """A day that a parser read; an hour counts as its day."""

    read: Callable[[Facts], tuple[Any, ...]]
    written: type[Asked] = DayRead

    def answer(self, condition: Condition, facts: Facts) -> Iterator[Check]:
        """Answer one question after the other."""
        heard = [value.date() if isinstance(value, datetime) else value for value in self.read(facts)]
        for op, expected in condition.asks:
            if op == "exists":
                yield exists(condition.field, expected, tuple(heard))
                continue
            evidence = next((day for day in heard if _is_day(op, expected[0], day, facts.reacted_at)), None)
            actual = evidence or next(iter(heard), None)
            yield Check(
                condition.field, op, expected[0], actual.isoformat() if actual else "nothing", evidence is not None
            )


_COMPARED: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "gt": Decimal.__gt__, "gte": Decimal.__ge__, "lt": Decimal.__lt__, "lte": Decimal.__le__, "equals": Decimal.__eq__,
}  # fmt: skip


def _is_day(op: str, expected: str, day: date, reacted_at: datetime) -> bool:
    if op == "within":
        return day <= (reacted_at + timedelta(minutes=minutes(expected))).date()
    return day >= date.fromisoformat(expected) if op == "gte" else day <= date.fromisoformat(expected)


def exists(name: str, expected: tuple[Any, ...], heard: tuple[object, ...]) -> Check:
    """Answer whether anything was read."""
    there = bool(heard)
    return Check(name, "exists", str(expected[0]).lower(), str(there).lower(), there == expected[0])
