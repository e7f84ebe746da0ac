"""Answers the date, time and money suites of other projects in their form, for the score and for the benchmark."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import cache

from parsers import Circumstances
from parsers.languages import LANGUAGES
from parsers.money import find_money
from parsers.pieces import Piece
from parsers.times import TimePhrase, combine, find_pieces, last_covered, phrase

# Where the people live for whom a language's suites were written.
HOMES = {"en": "US", "es": "ES", "pt": "PT", "fr": "FR", "it": "IT", "de": "DE", "xx": "US"}


def parse(text: str, lang: str, reference_time: str | None) -> dict[str, object]:
    """Give start, end, duration, recurrence and money of a text."""
    sent = datetime.fromisoformat(reference_time or "2026-03-04T10:00:00")
    here = Circumstances(sent, "UTC", HOMES.get(lang, "US"), lang if lang in LANGUAGES else "en")
    money = [{"amount": float(a.amount), "currency": a.currency} for a in find_money(text, here)]
    found = find_pieces(text, here)
    best, _ = combine(found)
    best = best or next(iter(found), None)
    said = phrase(text, best, here) if best else None
    if said is None:
        return {"money": money}
    return {
        "start": _iso(said.start),
        "end": _iso(_end(said, best)),
        "duration": _seconds(best),
        "recurrence": _rule(said.rrule, said.start) if said.rrule else None,
        "money": money,
    }


def _end(said: TimePhrase, piece: Piece | None) -> date | datetime | None:
    """Give where a phrase ends: as said, or after the length that was said with its start."""
    if said.end is None and said.start and piece and piece.length and not said.rrule:
        return said.start + timedelta(seconds=piece.length.total)
    return last_covered(said)


def _seconds(piece: Piece | None) -> int | None:
    """Give how long it lasts, or how far from now it is."""
    distance = (piece.length or piece.from_now) if piece else None
    return distance.total if distance else None


def _iso(moment: date | datetime | None) -> str | None:
    return moment.isoformat()[:16] if moment else None


@cache
def _names() -> dict[str, str]:
    return {"FREQ": "freq", "INTERVAL": "interval", "BYDAY": "byday", "BYMONTHDAY": "bymonthday", "BYMONTH": "bymonth"}


def _rule(rrule: str, start: date | datetime | None) -> dict[str, object]:
    rule: dict[str, object] = {}
    for part in rrule.split(";"):
        name, _, value = part.partition("=")
        rule[_names()[name]] = (
            value.split(",") if name == "BYDAY" else int(value) if value.lstrip("-").isdecimal() else value
        )
    if isinstance(start, datetime):
        rule["time"] = start.isoformat()[11:16]
    return rule
