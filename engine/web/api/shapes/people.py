"""What people look like."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, Field

from engine.web.api.shapes.everywhere import Moment


class Home(BaseModel):
    """Where somebody is at home."""

    zone: str
    language: str
    region: str


class Person(BaseModel):
    """Somebody, by everything they are called."""

    connection_id: int
    id: int | None
    name: str | None
    addresses: list[str]
    is_owner: bool
    zone: str | None
    language: str | None
    region: str | None
    calls_themselves: str | None
    heard_at: Moment | None
    effective: Annotated[Home, Field(description="Where they are taken to be: what was set, else their number.")]


class People(BaseModel):
    """A page of people."""

    people: list[Person]
    next_cursor: str | None


class Joined(BaseModel):
    """A person after a change, and what is settled again for it."""

    person: Person
    settled_again: Annotated[int, Field(description="Reactions; 0 in a dry run.")]
    dry_run: bool
    messages: Annotated[int, Field(description="To which both have reacted: these are looked at again.")]
    items: Annotated[int, Field(description="That are open and came of these; of each message one remains.")]
