"""Reads a message as a task, an event, a bill or a note, given only the text and its circumstances."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

from . import bill, event, note, task
from .draft import Circumstances, Draft, ParseError
from .language import detect
from .languages import LANGUAGES

__all__ = ["PARSERS", "Circumstances", "Draft", "ParseError", "warm_up"]

PARSERS: dict[str, Callable[[str, Circumstances], Draft]] = {
    "task": task.parse,
    "calendar": event.parse,
    "bill": bill.parse,
    "note": note.parse,
}

_SAMPLE = "@Ana Netflix 99,50 y Dr. Lee, por favor: 5 pm with Ana in Lima https://example.com #x"


def warm_up() -> None:
    """Load everything that reading needs, so that the first message of a process is as quick as the others."""
    detect("hola, good morning, bom dia")
    for language in LANGUAGES:
        here = Circumstances(datetime(2026, 1, 1), "UTC", "US", language)  # noqa: DTZ001 - local time, as sent
        for parse in PARSERS.values():
            with suppress(ParseError):
                parse(_SAMPLE, here)
