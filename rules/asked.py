"""How the questions of a condition are written."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, model_validator

from rules.faults import refusal
from rules.pattern import PatternError, compiled
from rules.shape import Spelled, Text, Texts, Written, one_or_many

Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


def _usable(pattern: str) -> str:
    try:
        compiled(pattern)
    except PatternError as error:
        raise refusal(str(error)) from error
    return pattern


def _window(hours: list[str]) -> list[str]:
    if hours[0] == hours[1]:
        raise refusal("a window that ends when it starts is never open")
    return hours


def _calendar_day(value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise refusal(f"{value!r} is not a day such as 2026-01-15") from error


Length = Annotated[Text, Spelled("[1-9][0-9]{0,3}[smhdw]", "a length of time such as 30m, 1h or 2d")]
DayWritten = Annotated[
    Text, Spelled("[0-9]{4}-[0-9]{2}-[0-9]{2}", "a day such as 2026-01-15"), AfterValidator(_calendar_day)
]
Amount = Annotated[int | float, Field(ge=-1e15, le=1e15)]
Pattern = Annotated[Text, AfterValidator(_usable)]
Hour = Annotated[
    Text,
    Spelled("(?:[01]?[0-9]|2[0-3]):[0-5][0-9]|24:00", 'a time of day such as "08:00"'),
    # Two digits an hour: then earlier times are smaller texts.
    AfterValidator(lambda hour: hour.zfill(5)),
]
Days = Annotated[
    list[Day],
    Field(min_length=1, max_length=7),
    BeforeValidator(one_or_many, json_schema_input_type=Day | list[Day]),
]


class Asked(Written):
    """At least one question about one fact."""

    model_config = ConfigDict(json_schema_extra={"minProperties": 2})

    @model_validator(mode="after")
    def _something_is_asked(self) -> Self:
        if self.model_fields_set <= {"field"}:
            known = ", ".join(word for word in self.words() if word != "field")
            raise refusal(f"a condition needs a question: {known}")
        return self


class WordsAsked(Asked):
    """Questions about words: `contains` and `equals` do not tell capitals from small letters, `matches` does."""

    contains: Texts | None = None
    equals: Text | None = None
    in_: Annotated[Texts | None, Field(alias="in")] = None
    matches: Pattern | None = None


class ClockAsked(Asked):
    """Questions about the time of day and the day of the week, on the clock of the rule."""

    between: Annotated[list[Hour], Field(min_length=2, max_length=2), AfterValidator(_window)] | None = None
    days: Days | None = None
    gte: Hour | None = None
    lte: Hour | None = None


class WordsRead(WordsAsked):
    """Questions about words that a parser read, or about whether it read any."""

    exists: bool | None = None


class NumberRead(Asked):
    """Questions about a number that a parser read; of several, one must answer."""

    gt: Amount | None = None
    gte: Amount | None = None
    lt: Amount | None = None
    lte: Amount | None = None
    equals: Amount | None = None
    exists: bool | None = None


class DayRead(Asked):
    """Questions about a day that a parser read; `within` is: not later than so long after the reaction."""

    gte: DayWritten | None = None
    lte: DayWritten | None = None
    within: Length | None = None
    exists: bool | None = None
