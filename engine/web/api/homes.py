"""Where somebody is at home: zone, language and country, as they may be set."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, Field, WithJsonSchema

from engine.locale import is_zone

_ZONE = r"^[A-Za-z0-9_+/-]+$"


def _zone(said: str) -> str:
    if not is_zone(said):
        raise ValueError(f"{said} is no time zone; one looks like America/Mexico_City")
    return said


Zone = Annotated[
    str,
    Field(max_length=60, pattern=_ZONE),
    AfterValidator(_zone),
    WithJsonSchema({"type": "string", "maxLength": 60, "pattern": _ZONE, "format": "time-zone"}),
]
"""As IANA names them."""
Language = Literal["es", "en", "pt", "fr", "it", "de"]
LANGUAGES: tuple[str, ...] = get_args(Language)
Region = Annotated[str, Field(pattern=r"^[A-Z]{2}$", description="Country (ISO 3166).")]
