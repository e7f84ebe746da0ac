"""Regular expressions that strangers wrote, held to limits of length, weight and time."""

from __future__ import annotations

import math
from functools import lru_cache

import regex

LONGEST = 500
"""Characters of a pattern."""
TEXT_READ = 4_000
"""Characters of a text that a pattern is shown."""
PATIENCE = 0.1
"""Seconds after which a search is given up."""

# Compiling has no time limit, and it writes out the least number of repeats: 22 characters can ask for
# gigabytes. A weight of 100,000 was measured at some 20 ms and 10 MB.
_HEAVIEST = 100_000
_GROUP_REPEATED = regex.compile(r"\)\s*(?:(\+)|\{\s*0*([0-9]{1,9}))")
_ATOM_REPEATED = regex.compile(r"[^)\s]\s*\{\s*0*([0-9]{1,9})")
_VERBOSE = regex.compile(r"\(\?[a-zA-Z0-9]*x")


class PatternError(ValueError):
    """The pattern cannot be used; the message says why."""


class SlowPatternError(Exception):
    """The search was given up: for the rule, the text did not match."""


@lru_cache(maxsize=4_096)
def compiled(pattern: str) -> regex.Pattern[str]:
    """Compile a pattern, or say why it cannot be used."""
    if len(pattern) > LONGEST:
        raise PatternError(f"a pattern of {len(pattern)} characters is too long: {LONGEST} at most")
    if _VERBOSE.search(pattern):
        raise PatternError("a pattern cannot use the flag x")
    if _weight(pattern) > _HEAVIEST:
        raise PatternError("the repeats in the pattern multiply to too many")
    try:
        return regex.compile(pattern)
    except (regex.error, ValueError, LookupError, TypeError, OverflowError, RecursionError) as error:
        raise PatternError(f"not a regular expression: {error}") from error


def find(pattern: str, text: str) -> str | None:
    """Return the first part of `text` that matches, None where none does."""
    try:
        match = compiled(pattern).search(text[:TEXT_READ], timeout=PATIENCE)
    except TimeoutError as error:
        raise SlowPatternError from error
    except (MemoryError, RecursionError) as error:
        # Where a search runs out of room before it runs out of time, it was given up all the same.
        raise SlowPatternError from error
    return match[0] if match else None


def _weight(pattern: str) -> int:
    """Estimate from above how many elements the compiled pattern has, without trusting its brackets."""
    factors = (2 if plus else int(times) + 1 for plus, times in _GROUP_REPEATED.findall(pattern))
    atoms = sum(int(times) for times in _ATOM_REPEATED.findall(pattern, overlapped=True))
    return (len(pattern) + atoms) * math.prod(factors)
