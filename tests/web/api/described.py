"""What the API says of itself, put together once: that takes a second."""

from __future__ import annotations

from functools import cache
from typing import Any

from engine.web.api import declared
from engine.web.app import API

Operation = tuple[str, str, dict[str, Any]]


@cache
def description() -> dict[str, Any]:
    return declared.describe(API.api)


def operations() -> list[Operation]:
    """Return the address, the method and the description of everything that can be asked."""
    return list(declared.operations(description()))
