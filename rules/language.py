"""The language of rule files, key by key: what a stranger may write."""

from __future__ import annotations

import zoneinfo
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    JsonValue,
    ValidationInfo,
    create_model,
    model_validator,
)

from rules.actions import ACTIONS
from rules.asked import Length
from rules.faults import meant, refusal, shown
from rules.outside import Language, Template
from rules.rule import LowConfidence, Priority
from rules.shape import PARSERS, Looks, NotHere, Reader, Spelled, Text, Written, one_or_many
from rules.when import AnyOf, By, Conditions, NoneOf, When, an_emoji

MOST_RULES = 1_000
MOST_EXAMPLES = 50
Source = Literal["text", "caption", "voice"]


def _zone(name: str) -> str:
    if name != "chat":
        try:
            zoneinfo.ZoneInfo(name)
        except (ValueError, LookupError, OSError) as error:
            raise refusal(f"{shown(name)} is not a time zone such as Europe/Madrid, nor 'chat'") from error
    return name


def _parser(name: str, info: ValidationInfo) -> str:
    known = info.context.parsers if isinstance(info.context, Reader) else PARSERS
    if name not in known:
        raise refusal(f"there is no parser {shown(name)} among {', '.join(sorted(known))}", meant(name, known))
    return name


def _moment(value: str) -> str:
    try:
        aware = datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        aware = False
    if not aware:
        raise refusal(f"{shown(value)} is not a moment with its offset, such as 2026-01-12T10:00:00-06:00")
    return value


def _named(value: object) -> object:
    return {"use": value} if isinstance(value, str) else value


def _nothing_is_empty(value: object) -> object:
    return {} if value is None else value


def _a_number(value: object) -> object:
    if isinstance(value, bool):
        raise refusal(f"{shown(value)} is not 1")
    return value


def _mark(value: object) -> object:
    return value if value == "none" else an_emoji(value)


Zone = Annotated[Text, AfterValidator(_zone)]
LanguageOrAuto = Annotated[Text, Spelled("auto|[a-z]{2,3}", "a language such as es, en or pt, nor 'auto'")]
CurrencyOrAuto = Annotated[Text, Spelled("auto|[A-Z]{3}", "a currency such as MXN or EUR, nor 'auto'")]
Phone = Annotated[Text, Spelled(r"\+[0-9]{6,15}", 'a phone number such as "+5215512345678"')]
Mark = Annotated[
    str,
    BeforeValidator(
        lambda said: said if said == "none" else an_emoji(said),
        json_schema_input_type=Annotated[str, Looks("^none$|[^ -~]")],
    ),
]
"""A reaction of ours, or `none`."""


def _unread(sources: object) -> str | None:
    heard = sources if isinstance(sources, list) else [sources]
    return "voice notes are not read yet: the rule goes by text and caption" if "voice" in heard else None


Sources = Annotated[
    list[Source],
    Field(min_length=1, max_length=3),
    BeforeValidator(one_or_many, json_schema_input_type=Source | list[Source]),
]


class ParseWritten(Written):
    """How the text is read."""

    use: Annotated[Text, AfterValidator(_parser)]
    from_: Annotated[Sources | None, Field(alias="from"), NotHere(_unread)] = None
    min_confidence: Annotated[float, Field(ge=0, le=1)] | None = None


class UndoWritten(Written):
    """When an item is taken back."""

    on_unreact: bool | None = None
    within: Length | None = None


class ReplyWritten(Written):
    """Where the answer goes, and in what shape."""

    to: Literal["self", "chat", "none"] | None = None
    as_: Annotated[Literal["text", "reaction"] | None, Field(alias="as")] = None
    text: dict[Language, Template] | None = None
    working: Mark | None = None
    done: Mark | None = None
    failed: Mark | None = None


class ExampleWritten(Written):
    """A message that the rule is for, and what must come of it."""

    say: Annotated[str, Field(min_length=1, max_length=4_000)]
    language: Language | None = None
    at: Annotated[Text, AfterValidator(_moment), Looks("(?:[zZ]|.{10}[+-][0-9:.]+)$")] | None = None
    from_: Annotated[Phone | None, Field(alias="from")] = None
    expect: dict[str, JsonValue] | None = None
    holds: bool | None = None


class StepBase(Written):
    """One thing to do: an action and its options."""

    model_config = ConfigDict(json_schema_extra={"oneOf": [{"required": [action]} for action in ACTIONS]})

    if_: Annotated[Conditions | None, Field(alias="if")] = None

    @model_validator(mode="after")
    def _does_one_thing(self) -> Self:
        if len(self.model_fields_set - {"if_"}) != 1:
            raise refusal(f"a step does one thing: {', '.join(ACTIONS)}")
        return self


if TYPE_CHECKING:
    StepWritten = StepBase
else:  # the registry decides at run time what a step can do
    StepWritten = create_model(
        "Step",
        __base__=StepBase,
        **{
            action: (
                Annotated[options, BeforeValidator(_nothing_is_empty, json_schema_input_type=options | None)],
                None,
            )
            for action, options in ACTIONS.items()
        },
    )


class Settings(Written):
    """What a rule may say for itself and the head of the file for all."""

    timezone: Zone | None = None
    language: LanguageOrAuto | None = None
    currency: CurrencyOrAuto | None = None
    undo: UndoWritten | None = None
    reply: ReplyWritten | None = None


class Defaults(Settings):
    """What holds for every rule that says nothing else."""

    by: By = None


class RuleWritten(Settings):
    """One rule."""

    id: Annotated[Text, Spelled("[a-z0-9][a-z0-9_-]{0,62}", "an id: small letters, digits, '-' and '_'")]
    name: Annotated[Text, Field(max_length=100)] | None = None
    when: When
    if_: Annotated[Conditions | None, Field(alias="if")] = None
    parse: Annotated[
        ParseWritten | None, BeforeValidator(_named, json_schema_input_type=Text | ParseWritten | None)
    ] = None
    do: Annotated[list[StepWritten], Field(min_length=1, max_length=20)]
    order: Annotated[int, Field(ge=-1_000_000, le=1_000_000)] | None = None
    stop: bool | None = None
    fallback: bool | None = None
    priority: Priority | None = None
    enabled: bool | None = None
    shadow: bool | None = None
    examples: Annotated[list[ExampleWritten], Field(max_length=MOST_EXAMPLES)] | None = None
    on_low_confidence: LowConfidence | None = None
    on_edit: Literal["update"] | None = None


class FileWritten(Written):
    """A rule file."""

    version: Annotated[Literal[1], BeforeValidator(_a_number, json_schema_input_type=Literal[1])]
    defaults: Defaults | None = None
    rules: Annotated[list[RuleWritten], Field(max_length=MOST_RULES)]


for _model in (StepWritten, RuleWritten, FileWritten):
    # Groups hold groups: their names can be told only now that everything stands.
    _model.model_rebuild(_types_namespace={"AnyOf": AnyOf, "NoneOf": NoneOf})
