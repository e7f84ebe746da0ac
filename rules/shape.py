"""What every part of the rule language has in common: strict mappings, short texts, keys that name what is not here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Annotated, Any

import regex
from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    ValidationInfo,
    model_validator,
)
from pydantic_core import CoreSchema, core_schema

from rules.faults import refusal, shown

PARSERS = frozenset({"task", "calendar", "bill", "note", "none"})


@dataclass(frozen=True, slots=True)
class Reader:
    """What the reading of one document needs to know, and what it learns on the way."""

    parsers: frozenset[str] = PARSERS
    seen: dict[int, type[Written]] = field(default_factory=dict)
    """By identity: which mapping of the document was read as what, so that a wrong key can be told from a right one."""


class Written(BaseModel):
    """A mapping that a stranger wrote."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    @model_validator(mode="before")
    @classmethod
    def _remember(cls, value: object, info: ValidationInfo) -> object:
        if isinstance(info.context, Reader):
            info.context.seen[id(value)] = cls
        return value

    @classmethod
    def words(cls) -> list[str]:
        """Return every key as it is written."""
        return [info.alias or name for name, info in cls.model_fields.items()]

    @classmethod
    def not_here(cls) -> dict[str, NotHere]:
        """Return the keys that name what is not here."""
        return _not_here(cls)

    def said(self) -> dict[str, Any]:
        """Return what the stranger wrote in plain JSON, and nothing that they left out."""
        return self.model_dump(mode="json", by_alias=True, exclude_unset=True, exclude_none=True)


@dataclass(frozen=True, slots=True)
class NotHere:
    """Marks a key that may ask for something that is not here: a warning, and the rule works all the same.

    `says` returns what is to be said of a value, None where there is nothing to say.
    """

    says: Callable[[object], str | None]


@cache
def _not_here(of: type[Written]) -> dict[str, NotHere]:
    return {
        info.alias or name: mark
        for name, info in of.model_fields.items()
        for mark in info.metadata
        if isinstance(mark, NotHere)
    }


@dataclass(frozen=True, slots=True)
class Spelled:
    """Holds a text to a pattern, and says in words what was expected."""

    pattern: str
    expected: str

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self._check, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {**handler(schema), "pattern": f"^{self.pattern}$"}

    def _check(self, value: str) -> str:
        if not regex.fullmatch(self.pattern, value):
            raise refusal(f"{shown(value)} is not {self.expected}")
        return value


@dataclass(frozen=True, slots=True)
class Looks:
    """Shows editors, by a pattern, most of what the checker then reads in full."""

    pattern: str

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {**handler(schema), "pattern": self.pattern}


def _text(value: object) -> object:
    if isinstance(value, int | float) and not isinstance(value, bool):
        raise refusal(f"expected a text, found {shown(value)}", f'quote it: "{value}"')
    return value


def one_or_many(value: object) -> object:
    """Let a single value stand for a list of one."""
    return value if isinstance(value, list) else [value]


Text = Annotated[str, Field(min_length=1, max_length=500), BeforeValidator(_text, json_schema_input_type=str)]
Texts = Annotated[
    list[Text],
    Field(min_length=1, max_length=200),
    BeforeValidator(one_or_many, json_schema_input_type=Text | list[Text]),
]
"""One text or a list of them."""
