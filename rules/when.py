"""How the `when` and the `if` of a rule are written: the reaction, the place, the people, the conditions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, Self, Union

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    TypeAdapter,
    ValidationInfo,
    create_model,
    model_validator,
)

from rules.address import phone
from rules.asked import Asked
from rules.conditions import FIELDS
from rules.faults import meant, refusal, shown
from rules.reaction import is_reaction
from rules.shape import Looks, Text, Texts, Written, one_or_many

WHO = ("owner", "members", "admins", "anyone")


def an_emoji(value: object) -> object:
    """Return one emoji as it was written; refuse anything else."""
    if value is None:
        raise refusal("there is no emoji here", 'quote the emoji: "#️⃣"')
    if not isinstance(value, str) or not is_reaction(value):
        raise refusal(f"{shown(value)} is not one emoji")
    return value.strip()


def _address(value: str) -> str:
    if "@" not in value and phone(value) is None:
        raise refusal(f"{shown(value)} is neither a phone number such as +5215512345678 nor an address")
    return value


Emoji = Annotated[str, BeforeValidator(an_emoji, json_schema_input_type=Annotated[str, Looks("[^ -~]")])]
Emojis = Annotated[
    list[Emoji],
    Field(min_length=1, max_length=50),
    BeforeValidator(one_or_many, json_schema_input_type=Emoji | list[Emoji]),
]
Addresses = Annotated[
    list[Annotated[Text, AfterValidator(_address), Looks("[@0-9]")]], Field(min_length=1, max_length=200)
]
_ADDRESSES: TypeAdapter[list[str]] = TypeAdapter(Addresses)


def _by(value: object, info: ValidationInfo) -> object:
    if value in WHO:
        return value
    if isinstance(value, str) and "@" not in value and phone(value) is None:
        raise refusal(f"{shown(value)} is not one of {', '.join(WHO)}, nor a phone number", meant(value, WHO))
    return _ADDRESSES.validate_python(one_or_many(value), context=info.context)


By = Annotated[
    Any,
    PlainValidator(
        _by,
        json_schema_input_type=Literal["owner", "members", "admins", "anyone"]
        | Annotated[str, Looks("[@0-9]")]
        | Addresses,
    ),
]


def _condition(value: object, info: ValidationInfo) -> Written:
    """Read a condition as what it says it is: the faults then speak of that and of nothing else."""
    if not isinstance(value, dict):
        raise refusal(f"expected a mapping with 'field', 'any' or 'none', found {shown(value)}")
    for kind, group in GROUPS.items():
        if kind in value:
            return group.model_validate(value, context=info.context)
    name = value.get("field")
    if not isinstance(name, str) or name not in ASKED:
        said = f"there is no field {shown(name)} among" if "field" in value else "a condition needs a 'field':"
        known = [field for field in ASKED if field.startswith("parsed.") == str(name).startswith("parsed")]
        raise refusal(f"{said} {', '.join(known)}", meant(str(name), ASKED))
    return ASKED[name].model_validate(value, context=info.context)


def _named(field: str, written: type[Asked]) -> type[Written]:
    named: Any = Literal[field]  # a type of its own for each line of the registry, which no checker can know
    return create_model(f"If_{field.replace('.', '_')}", __base__=written, field=(named, ...))


ASKED = {name: _named(name, field.written) for name, field in FIELDS.items()}

if TYPE_CHECKING:
    Condition = Written
else:  # the registry decides at run time what a condition can be
    _ANY_CONDITION = Union[(*ASKED.values(), "AnyOf", "NoneOf")]
    Condition = Annotated[Any, PlainValidator(_condition, json_schema_input_type=_ANY_CONDITION)]

Conditions = Annotated[list[Condition], Field(max_length=50)]


class AnyOf(Written):
    """At least one of these must hold."""

    any: Annotated[Conditions, Field(min_length=1)]


class NoneOf(Written):
    """Not one of these may hold."""

    none: Annotated[Conditions, Field(min_length=1)]


GROUPS: dict[str, type[Written]] = {"any": AnyOf, "none": NoneOf}


class When(Written):
    """Which reactions a rule is about, or that it is about every message."""

    model_config = ConfigDict(json_schema_extra={"oneOf": [{"required": ["reaction"]}, {"required": ["message"]}]})

    reaction: Annotated[Emojis, Field(default_factory=list)]
    message: Literal["any"] | None = None
    chat: Texts | None = None
    by: By = None

    @model_validator(mode="after")
    def _names_a_reaction_or_the_message(self) -> Self:
        if not self.reaction and self.message is None:
            raise refusal("'reaction' is missing: which emoji is this rule about?")
        if self.reaction and self.message is not None:
            raise refusal("'reaction' and 'message' are two rules: one waits for an emoji, the other for nothing")
        return self
