"""How things are, in a sentence of the reader's language: what is worst comes first."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from babel.dates import format_timedelta

from engine import clock
from engine.overview import Now
from engine.web.words import say

CALM_SECONDS = 5.0
"""What waits for less than this is being worked on."""


def told(now: Now, language: str) -> dict[str, Any]:
    """Return how things are, with the sentence."""
    return now.as_json() | {"sentence": sentence(now, language)}


def sentence(now: Now, language: str) -> str:
    """Say how things are."""
    problem = now.problem
    if problem.code != "fine":
        since = _ago(problem.since, language) if problem.since else say(language, "how.long_ago")
        lasts = format_timedelta(timedelta(seconds=problem.seconds), locale=language)
        return say(language, "how." + problem.code, name=problem.name, n=problem.n, since=since, lasts=lasts)
    last = say(language, "how.last", ago=_ago(now.newest, language)) if now.newest else say(language, "how.quiet")
    waits = now.numbers.waiting_seconds
    lasts = format_timedelta(timedelta(seconds=waits), locale=language)
    waiting = say(language, "how.waiting", lasts=lasts) if waits >= CALM_SECONDS else say(language, "how.nothing_waits")
    return say(language, "how.fine", last=last, waiting=waiting, review=_review(now.numbers.review, language))


def _review(n: int, language: str) -> str:
    return say(language, "how.review", n=n) if n else say(language, "how.review.none")


def _ago(at: datetime, language: str) -> str:
    return format_timedelta(min(at - clock.now(), timedelta()), add_direction=True, locale=language)
