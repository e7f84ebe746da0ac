"""The reply in a rule's own words, and what can be said against those before they are used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Final

from executors.destinations import Permanent
from executors.destinations.wording.details import ItemData
from executors.destinations.wording.harmless import clip, harmless
from executors.destinations.wording.occasion import LIVING, MARKS, Occasion, ReplyItem
from executors.destinations.wording.repeats import repeats
from executors.destinations.wording.template import BadTemplate, fill
from executors.destinations.wording.voice import Money, Voice, countable, wall_clock
from parsers.draft import BillData, EventData, NoteData, TaskData

LONGEST: Final = 1_000
"""A reply is read on a phone, between other messages."""

_MOST_SEEN: Final = 50
"""Nobody names more in so short a text, and each costs time in every loop."""


def check_template(text: str) -> str | None:
    """Return what is wrong with a rule's reply text, in a sentence; None where it can be used."""
    voice = Voice.of("en", "US", _TRIAL.today)
    try:
        said = fill(text, _values(_TRIAL, voice), voice, LONGEST)
    except BadTemplate as error:
        return str(error)
    return None if said else "it says nothing"


class View(dict[str, object]):
    """An item as a rule's own text sees it; where a text names it whole, it is its title."""

    def __repr__(self) -> str:
        return str(self["title"])

    __str__ = __repr__


def own_words(occasion: Occasion, voice: Voice) -> str:
    """Return the reply in the rule's own words, nothing where it has none or they fail."""
    changes = {item.change for item in occasion.items}
    if not occasion.template or occasion.trouble or not changes or not changes <= LIVING:
        return ""
    try:
        return clip(fill(occasion.template, _values(occasion, voice), voice, LONGEST), LONGEST)
    except BadTemplate:
        return ""


def fill_own_words(template: str, occasion: Occasion) -> str:
    """Return what a rule's text says of an occasion; raises `Permanent` where it cannot be written."""
    try:
        voice = Voice.of(occasion.language, occasion.region, occasion.today)
        return clip(fill(template, _values(occasion, voice), voice, LONGEST), LONGEST)
    except BadTemplate as error:
        raise Permanent(f"The text of the rule cannot be written: {error}") from error


def sums_of(items: Sequence[ReplyItem]) -> list[Money]:
    """Add up the bills that are there, a sum for each currency."""
    sums: dict[str, Decimal] = {}
    for item in items:
        bill = item.data
        if isinstance(bill, BillData) and item.change in LIVING and bill.amount is not None and countable(bill.amount):
            sums[bill.currency] = sums.get(bill.currency, Decimal(0)) + bill.amount
    return [Money(amount, currency) for currency, amount in sums.items()]


def _values(occasion: Occasion, voice: Voice) -> dict[str, object]:
    """Return what a rule's own text can speak of."""
    views = [_view(item, voice) for item in occasion.items[:_MOST_SEEN]]
    sums = sums_of(occasion.items)
    return {
        "count": len(occasion.items),
        "total": sums[0] if len(sums) == 1 else sums or None,
        "items": views,
        "emoji": harmless(occasion.emoji or "", 12),
        "text": harmless(occasion.excerpt, 300),
        "chat": harmless(occasion.chat, 80),
        "person": harmless(occasion.person, 80),
        "rule": harmless(occasion.rule, 80),
        "event": occasion.event,
        **{f"{kind}s": [view for view in views if view["kind"] == kind] for kind in MARKS},
    }


def _view(item: ReplyItem, voice: Voice) -> View:
    """Return an item with every text from the chat made harmless."""
    view = View({field.name: _seen(getattr(item.data, field.name), item.zone) for field in fields(item.data)})
    data = item.data
    if isinstance(data, BillData):
        view["amount"] = Money(data.amount, data.currency) if data.amount is not None else None
        view["category"] = voice.words.categories.get(data.category or "", "")
    recurrence = None if isinstance(data, NoteData) else data.recurrence
    view.update(
        id=item.id,
        kind=item.kind,
        status=item.status,
        change=item.change,
        title=harmless(item.title, 100),
        priority=item.priority,
        tags=[harmless(tag, 25) for tag in item.tags],
        recurrence=repeats(voice, recurrence) if recurrence else "",
    )
    return view


def _seen(value: object, zone: str) -> object:
    """Return one field as a rule's own text sees it; a missing text is an empty one."""
    match value:
        case str():
            return harmless(value, 300)
        case date():
            return wall_clock(value, zone)
        case tuple():
            return [harmless(str(each), 40) for each in value]
        case _:
            return value


_DATA: Final[tuple[tuple[str, ItemData], ...]] = (
    ("bill", BillData("CFE", Decimal("890.00"), "USD", date(2026, 1, 15), "electricity", "1", "FREQ=MONTHLY")),
    ("task", TaskData("Call", "at noon", date(2026, 1, 15), "high", ("one",), "Ana", "FREQ=DAILY")),
    (
        "event",
        EventData("Tea", date(2026, 1, 15), date(2026, 1, 16), 60, "Home", "zoom", "https://a.example", ("Ana",)),
    ),
    ("note", NoteData("Idea", ("one",), "An idea")),
)
_TRIAL: Final = Occasion(
    emoji="💳",
    language="en",
    today=date(2026, 1, 2),
    sent_on=date(2026, 1, 2),
    region="US",
    items=tuple(
        ReplyItem(number, kind, "Title", "open", "created", "high", ("one", "two"), data, "UTC")
        for number, (kind, data) in enumerate(2 * _DATA, start=1)
    ),
    trouble=None,
    named_zone=None,
    excerpt="Pay CFE",
    template=None,
    chat="Family",
    person="Ana",
    rule="Bills",
    event="item.created",
)
"""What a rule's own text is tried with: two of each kind."""
