"""Reads a message as an appointment: what, when, where, on which channel, with whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from . import marks, places
from .attendees import attendees
from .doubts import about_time, about_title, about_weekday, about_zone, sure
from .draft import Circumstances, Draft, EventData, ParseError, Span
from .marks import Label, Marked
from .pieces import Piece
from .spans import Cover
from .times import combine, find_pieces, moments, rrule
from .titles import Title, find_title
from .words import capital


@dataclass(frozen=True, slots=True)
class _Reading:
    """Everything that was found, with the spans that it takes from the title."""

    when: Piece | None
    taken: tuple[Piece, ...]
    start: date | datetime | None
    end: date | datetime | None
    minutes: int | None
    place: Marked | None
    channel: Marked | None
    links: tuple[Marked, ...]
    people: tuple[Marked, ...]
    title: Title | None
    doubts: tuple[str, ...]


def parse(text: str, circumstances: Circumstances) -> Draft:
    """Make an event of a message; without a time or without a title it is a ParseError."""
    if not text.strip():
        raise ParseError("empty")
    r = _read(text, circumstances)
    spans = _spans(r)
    data = EventData(
        title=r.title.text if r.title else "",
        start=r.start or circumstances.sent_at.date(),
        end=r.end,
        duration_minutes=r.minutes,
        location=r.place.value if r.place else None,
        platform=r.channel.value if r.channel else None,
        url=r.links[0].value if r.links else None,
        attendees=tuple(p.value for p in r.people),
        recurrence=rrule(r.when) if r.when else None,
    )
    if r.start is None or r.title is None:
        code = "no_datetime" if r.start is None else "no_title"
        raise ParseError(code, partial=_understood(data, known=r.start is not None), spans=spans)
    return Draft("event", circumstances.language, data, spans, sure(r.doubts), r.doubts)


def _read(text: str, c: Circumstances) -> _Reading:
    language = c.language
    mentioned, tagged, links = marks.mentions(text, language), marks.tags(text), marks.urls(text)
    mailed, labelled = marks.emails(text), marks.labels(text, language)
    pieces = find_pieces(text, c)
    when, taken = combine(pieces)
    start, end, minutes = moments(when, c) if when else (None, None, None)
    channel = places.platform(text, links, language)
    busy: list[Span] = [p.span for p in taken if start]
    busy += [m.taken for m in (*mentioned, *tagged, *links, *marks.priority(text, language))]
    if channel:
        busy.append(channel.taken)
    covered = Cover(busy)
    place = places.location(text, covered, labelled, language) or places.venue(text, covered, language)
    people = attendees(text, mentioned, mailed, labelled, language)
    out = [*busy, *(m.taken for m in mailed), *_out(labelled), *([place.taken] if place else [])]
    title = _titled(text, labelled) or find_title(text, out, language, event=True)
    if title is None and place and place.span == place.taken:
        # A place without a preposition that leaves nothing else is what it is about.
        named = place.taken
        place, title = None, find_title(text, [s for s in out if s != named], language, event=True)
    doubts = [*about_time(text, pieces, taken, c.language), *about_weekday(when, start), *about_zone(text, taken, c)]
    if title:
        doubts += about_title(text, title.span, title.text, out, language)
    return _Reading(when, taken, start, end, minutes, place, channel, links, people, title, tuple(doubts))


def _out(labelled: tuple[Label, ...]) -> list[Span]:
    return [label.line for label in labelled if label.field != "what"]


def _titled(text: str, labelled: tuple[Label, ...]) -> Title | None:
    """Take the title from the line that names it."""
    for label in labelled:
        title = text[slice(*label.span)].strip()
        if label.field == "what" and title:
            return Title(capital(title), label.span, None)
    return None


def _spans(r: _Reading) -> dict[str, Span]:
    found: dict[str, Span | None] = {
        "title": r.title.span if r.title else None,
        "location": r.place.span if r.place else None,
        "platform": r.channel.span if r.channel else None,
        "url": r.links[0].span if r.links else None,
        "attendees": (r.people[0].span[0], r.people[-1].span[1]) if r.people else None,
    }
    timed = [p for p in r.taken if p.timed or p.day or p.from_now is not None]
    if r.start and timed:
        found["start"] = timed[0].start, timed[0].end
    if r.end and r.when:
        found["end"] = next((p.span for p in r.taken if p.until or p.last_day), None)
    if r.minutes:
        found["duration_minutes"] = next((p.span for p in r.taken if p.minutes or p.until), None)
    found["recurrence"] = next((p.span for p in r.taken if p.repeat), None)
    return {name: span for name, span in found.items() if span}


def _understood(data: EventData, *, known: bool) -> dict[str, object]:
    names = ["title", "end", "duration_minutes", "location", "platform", "url", "attendees", "recurrence"]
    fields = {name: getattr(data, name) for name in ([*names, "start"] if known else names)}
    return {name: value for name, value in fields.items() if value}
