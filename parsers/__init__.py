"""Reads a message as a task, an event, a bill or a note, given only the text and its circumstances."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

from . import bill, event, note, task
from .draft import Circumstances, Draft, ParseError
from .language import detect
from .languages import LANGUAGES
from .words import forms

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
                parse(f"{_SAMPLE}\n{_own_words(language)}", here)


def _own_words(language: str) -> str:
    """Write lines that greet, name a service and sum up: there are lists of words that are only asked then."""
    v = LANGUAGES[language]
    listed = (*v.services.values(), *v.establishments.values())
    said = [forms(one)[0] for one in (listed[0], listed[-1], v.greetings, v.totals, v.bill_words)]
    return "\n".join(f"{one} Ana Lee, {said[0].capitalize()} {one} Lee: $20" for one in said)
