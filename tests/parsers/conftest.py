"""Circumstances in which the parser tests read their messages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from parsers import PARSERS, Circumstances, Draft

HOMES = {"es": "MX", "en": "US", "pt": "BR", "fr": "FR", "it": "IT", "de": "DE"}
# A Wednesday.
NOW = "2026-03-04T10:00"

Here = Callable[..., Circumstances]
Read = Callable[..., Draft]


@pytest.fixture
def here() -> Here:
    def at(language: str, now: str = NOW, region: str | None = None) -> Circumstances:
        return Circumstances(datetime.fromisoformat(now), "UTC", region or HOMES[language], language)

    return at


@pytest.fixture
def read(here: Here) -> Read:
    def with_parser(parser: str, language: str, text: str, **circumstances: str) -> Draft:
        return PARSERS[parser](text, here(language, **circumstances))

    return with_parser
