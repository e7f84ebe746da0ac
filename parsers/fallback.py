"""Asks dateparser about a phrase that looks like a date and that the grammar here does not cover."""

from __future__ import annotations

from functools import lru_cache

from .days import MonthDay
from .draft import Circumstances, Span
from .lexicon import Lexeme, lexemes_of
from .pieces import Piece
from .regions import region

_DATED = {"year", "num", "ord", "of", "comma", "dash", "stop", "weekday"}
_TELLING = {"month", "doubtful_month", "date", "iso"}
_LONG_ENOUGH = 3
_YEARS = range(1900, 2200)


@lru_cache(maxsize=8)
def read_otherwise(text: str, c: Circumstances) -> tuple[Piece, ...]:
    """Read the first run of words that looks like a date; nothing where there is none or it has no reading."""
    run = _looks_dated(text, c.language)
    if run is None:
        return ()
    # It takes a third of a second to load, and most messages never need it.
    import dateparser  # noqa: PLC0415 - as said

    settings = {
        "RELATIVE_BASE": c.sent_at,
        "PREFER_DATES_FROM": "future",
        "DATE_ORDER": "MDY" if region(c.region).month_first else "DMY",
        "TIMEZONE": "UTC",
        "STRICT_PARSING": True,
    }
    found = dateparser.parse(text[slice(*run)], languages=[c.language], settings=settings)
    if found is None or found.year not in _YEARS:
        return ()
    return (Piece(*run, day=MonthDay(found.day, found.month, found.year), led=True),)


def _looks_dated(text: str, language: str) -> Span | None:
    lexemes, _ = lexemes_of(text, language)
    run: list[Lexeme] = []
    for before, lexeme in zip((None, None, *lexemes), (*lexemes, None), strict=False):
        # "Av. 9 de Julio 1200" is an address.
        if not run and before is not None and "street" in before.classes:
            continue
        if lexeme is not None and (lexeme.text == "/" or not (_DATED | _TELLING).isdisjoint(lexeme.classes)):
            run.append(lexeme)
            continue
        if len(run) >= _LONG_ENOUGH and any(not _TELLING.isdisjoint(x.classes) for x in run):
            return run[0].start, run[-1].end
        run = []
    return None
