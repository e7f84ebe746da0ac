"""Says what is wrong with a rule file, without using it."""

from __future__ import annotations

from rules.book import load
from rules.faults import FaultyRules, RuleFault, render
from rules.shape import PARSERS

__all__ = ["check", "render"]


def check(text: str, name: str, *, known_parsers: frozenset[str] = PARSERS) -> list[RuleFault]:
    """Return every error and warning of a rule file, from top to bottom."""
    try:
        return list(load(text, name, known_parsers=known_parsers).warnings)
    except FaultyRules as error:
        return list(error.faults)
