"""What is said in a body or behind the `?`: moments as ISO 8601 has them, and nothing that is not known."""

from __future__ import annotations

from typing import Annotated

from pydantic import AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Strict

from executors.fields import WRITTEN


class Body(BaseModel):
    """What a body may hold: what is not known is refused, and a text that looks like a number is none."""

    model_config = ConfigDict(extra="forbid", strict=True)


def _is_moment(said: object) -> object:
    """Refuse a number: pydantic would take it for seconds since 1970."""
    if not isinstance(said, str) or not WRITTEN.fullmatch(said):
        raise ValueError("a moment such as 2026-01-15T09:30:00Z")
    return said


Moment = Annotated[AwareDatetime, Strict(strict=False), BeforeValidator(_is_moment)]
