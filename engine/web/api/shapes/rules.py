"""What rules look like, their versions, and what they would do."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field

from engine.web.api.shapes.everywhere import Fault, Moment


class InWords(BaseModel):
    """A rule in the language of who asks."""

    name: str
    does: Annotated[str, Field(description="What it does, in a sentence.")]
    who: Annotated[str, Field(description="Whose reaction sets it off, or whose message.")]
    where: Annotated[str, Field(description="In which chats.")]


class Rule(BaseModel):
    """A rule that a number has."""

    connection_id: int
    id: str
    version: Annotated[int, Field(description="Raised by every change; the ETag.")]
    managed_by: Literal["file", "ui"]
    state: Annotated[str, Field(description="`on`, `off`, `shadow`, or `waits` for what is not supported yet.")]
    updated_at: Moment
    rule: Annotated[dict[str, Any], Field(description="The rule as it stands in a file.")]
    in_words: InWords


class Rules(BaseModel):
    """A page of rules."""

    rules: list[Rule]
    next_cursor: str | None


class Version(BaseModel):
    """One version of a rule."""

    version: int
    at: Moment
    because: str | None
    changed_by: Annotated[str | None, Field(description="Who, where that is known.")]
    managed_by: Literal["file", "ui"] | None
    changes: list[str]
    rule: dict[str, Any] | None
    yaml: Annotated[str | None, Field(description="As it was written, with its comments; else as it would be.")]


class Versions(BaseModel):
    """The versions of a rule, the newest first."""

    versions: list[Version]


class EditedRule(BaseModel):
    """A rule's YAML after a change."""

    yaml: str
    rule: Annotated[Any, Field(description="What it says, as JSON; null where it says nothing.")]


class CheckedRules(BaseModel):
    """What is wrong with rules."""

    sound: bool
    rules: int
    examples: Annotated[int, Field(description="Examples that were tried.")]
    faults: list[Fault]
    more_faults: Annotated[int, Field(description="How many there are besides those that are told.")]
    written: Annotated[Any, Field(description="Of one rule: what it says, as JSON. Null of a file of several.")]


class Plan(BaseModel):
    """What applying rules changes."""

    steps: list[dict[str, Any]]
    conflicts: list[dict[str, Any]]
    pending: bool


class Answered(BaseModel):
    """The answer that would be sent."""

    to: str
    text: str


class Decision(BaseModel):
    """What a reaction would come to."""

    language: str
    rules: list[dict[str, Any]]
    drafts: list[dict[str, Any]]
    failures: list[dict[str, Any]]
    skipped: list[dict[str, Any]]
    locale: dict[str, str]
    answer: Answered | None
