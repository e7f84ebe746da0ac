"""Reads a message as a task: what to do, by when, who, how urgent."""

from __future__ import annotations

from . import marks
from .doubts import about_time, about_title, about_weekday, about_zone, sure
from .draft import Circumstances, Draft, ParseError, Span, TaskData
from .times import combine, find_pieces, moments, rrule
from .titles import find_title


def parse(text: str, circumstances: Circumstances) -> Draft:
    """Make a task of a message; without anything to do it is a ParseError that keeps what was understood."""
    language = circumstances.language
    if not text.strip():
        raise ParseError("empty")
    mentioned, tagged = marks.mentions(text, language), marks.tags(text)
    ranked = marks.priority(text, language)
    pieces = find_pieces(text, circumstances)
    when, taken = combine(pieces)
    due = moments(when, circumstances)[0] if when else None
    out: list[Span] = [p.span for p in taken if due or p.repeat]
    out += [mark.taken for mark in (*mentioned, *tagged, *ranked, *marks.urls(text))]
    title = find_title(text, out, language)
    where = {
        "due": taken[0].span if when and due else None,
        "recurrence": next((p.span for p in taken if p.repeat), None),
        "priority": ranked[0].span if ranked else None,
        "tags": tagged[0].span if tagged else None,
        "assignee": mentioned[0].span if mentioned else None,
    }
    spans = {field: span for field, span in where.items() if span}
    data = TaskData(
        title=title.text if title else "",
        description=title.description if title else None,
        due=due,
        priority=ranked[0].value if ranked else None,
        tags=tuple(t.value for t in tagged),
        assignee=mentioned[0].value if mentioned else None,
        recurrence=rrule(when) if when else None,
    )
    if title is None:
        raise ParseError("no_title", partial=_understood(data), spans=spans)
    doubts = (
        *about_time(text, pieces, taken, circumstances.language),
        *about_weekday(when, due),
        *about_zone(text, taken, circumstances),
        *about_title(text, title.span, title.text, out, language),
    )
    return Draft("task", language, data, {"title": title.span, **spans}, sure(doubts), doubts)


def _understood(data: TaskData) -> dict[str, object]:
    fields = {name: getattr(data, name) for name in ("due", "priority", "tags", "assignee", "recurrence")}
    return {name: value for name, value in fields.items() if value}
