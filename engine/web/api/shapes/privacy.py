"""What is kept of somebody looks like."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, Field


class Kept(BaseModel):
    """How much there is of a person."""

    messages: int
    texts: Annotated[int, Field(description="Messages of which the words are still kept.")]
    edits: int
    reactions: int
    items: int
    items_of_others: Annotated[int, Field(description="That others made of what they wrote.")]
    explanations: int
    groups: int
    rules: Annotated[list[str], Field(description="That name them; these are changed by hand.")]


class Forgotten(BaseModel):
    """Whether somebody was forgotten, and how much there was."""

    dry_run: bool
    kept: Kept
