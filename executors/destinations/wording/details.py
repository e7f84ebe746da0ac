"""What was read of one item, a short line for each thing."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Final, assert_never

from executors.destinations.wording.harmless import harmless
from executors.destinations.wording.repeats import repeats
from executors.destinations.wording.voice import Voice, capital, day_of, wall_clock
from parsers.draft import BillData, EventData, NoteData, TaskData

ItemData = TaskData | EventData | BillData | NoteData

PLATFORMS: Final = {"zoom": "Zoom", "meet": "Google Meet", "teams": "Microsoft Teams", "whatsapp": "WhatsApp"}
# An address is copied as it stands or not at all: a changed character would lead elsewhere.
_ADDRESS: Final = re.compile(r"https?://[^\s*~`<>\"\x00-\x20\x7f-\uffff]{1,150}")
_MOST_NAMES: Final = 5


@dataclass(frozen=True, slots=True)
class Details:
    """The lines of one item: `first` are said always, `more` where there is room for them."""

    title: str
    amount: str = ""
    first: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    past: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """How to say the details: in which voice, for a clock in which zone, briefly or in full."""

    voice: Voice
    zone: str
    zone_named: bool = False
    short: bool = False

    def clock(self, moment: date | datetime | None) -> date | datetime | None:
        """Return a moment as the item's own clock shows it."""
        return None if moment is None else wall_clock(moment, self.zone)

    def line(self, icon: str, text: str) -> str:
        """Return a line of its own, or, briefly, only its text."""
        return text if self.short else f"{icon} {capital(text)}"

    @property
    def named(self) -> str:
        """The zone to name beside an hour, empty where everybody means the same."""
        return self.zone if self.zone_named else ""


def details(data: ItemData, *, title: str, tags: Sequence[str], priority: str, reading: Reading) -> Details:
    """Return what was read of an item."""
    words = reading.voice.words
    own_title = data.vendor if isinstance(data, BillData) else data.title
    high = capital(words.high)
    urgency = {"critical": f"‼️ {high}", "high": f"❗ {high}", "low": f"💤 {capital(words.low)}"}.get(priority, "")
    match data:
        case TaskData():
            moment = reading.clock(data.due)
            when = _due(words.due_task, moment, data.recurrence, reading)
            more = [
                _icon("👤", _assigned(data.assignee, reading.voice)),
                _icon("📄", harmless(data.description or "", 120)),
            ]
        case EventData():
            moment = reading.clock(data.end) or reading.clock(data.start)
            when = _span(data, reading)
            more = [
                _place(data.location, data.platform, data.url, reading.voice),
                _icon("👥", _names(data.attendees, reading.voice)),
            ]
        case BillData():
            moment = reading.clock(data.due)
            when = _due(words.due_bill, moment, data.recurrence, reading)
            account = harmless(data.account or "", 40)
            more = [f"🔖 {words.account.format(account=account)}" if account else ""]
            tags = [data.category or "", *tags]
        case NoteData():
            moment, when, more = None, "", []
        case _:
            assert_never(data)
    recurrence = None if isinstance(data, NoteData) else data.recurrence
    again = f"🔁 {capital(repeats(reading.voice, recurrence))}" if recurrence else ""
    return Details(
        title=harmless(title.strip() or own_title, 40 if reading.short else 100) or words.no_title,
        amount=reading.voice.money(data.amount, data.currency) if isinstance(data, BillData) else "",
        first=_said(when, again),
        more=_said(*more, urgency, _tags(tags, reading.voice)),
        past=_past(moment, recurrence, reading.voice),
    )


def understood(partial: Mapping[str, object], reading: Reading) -> str:
    """Return what was understood of a text that could not become an item, as far as it can be said."""
    voice = reading.voice

    def text(field: str) -> str:
        return harmless(str(partial.get(field) or ""), 80)

    def moment(field: str) -> date | datetime | None:
        return reading.clock(_moment(partial.get(field)))

    amount = _amount(partial.get("amount"))
    due, start, end = moment("due"), moment("start"), moment("end")
    recurrence = text("recurrence")
    parts = (
        text("title") or text("vendor"),
        "" if amount is None else voice.money(amount, text("currency")),
        "" if due is None else voice.when(due, zone_named=reading.named),
        "" if start is None else voice.span(start, end, short=False, zone_named=reading.named),
        _icon("⏱️", voice.duration(minutes) if isinstance(minutes := partial.get("duration_minutes"), int) else ""),
        _place(text("location"), text("platform"), text("url"), voice),
        _icon("👥", _names(_texts(partial.get("attendees")), voice)),
        _icon("👤", _assigned(text("assignee"), voice)),
        _icon("🔁", repeats(voice, recurrence)) if recurrence else "",
        voice.words.high if partial.get("priority") == "high" else "",
        _tags(_texts(partial.get("tags")), voice),
    )
    return " · ".join(_said(*parts))


def _due(pattern: str, moment: date | datetime | None, recurrence: str | None, reading: Reading) -> str:
    """Say by when, and aloud that this is past."""
    if moment is None:
        return ""
    voice = reading.voice
    said = voice.when(moment, short=reading.short, article=not reading.short, zone_named=reading.named)
    past = voice.words.past if _past(moment, recurrence, voice) else ""
    return reading.line("🗓️", pattern.format(when=said) + voice.aside(past))


def _span(event: EventData, reading: Reading) -> str:
    """Say from when to when, how long, and aloud that this is past."""
    voice, words = reading.voice, reading.voice.words
    start, end = wall_clock(event.start, reading.zone), reading.clock(event.end)
    said = voice.span(start, end, short=reading.short, zone_named=reading.named)
    if end is None and not isinstance(start, datetime):
        said = f"{said}, {words.all_day}"
    length = voice.duration(event.duration_minutes or 0)
    past = words.past if _past(end or start, event.recurrence, voice) else ""
    return reading.line("🗓️", said + voice.aside(length, past))


def _past(moment: date | datetime | None, recurrence: str | None, voice: Voice) -> bool:
    """Tell whether it is over; what repeats comes again."""
    return moment is not None and not recurrence and day_of(moment) < voice.today


def _place(location: str | None, channel: str | None, url: str | None, voice: Voice) -> str:
    """Say where, by which channel and under which address."""
    platform = capital(voice.words.by_phone) if channel == "phone" else PLATFORMS.get(channel or "", "")
    address = url if url and _ADDRESS.fullmatch(url) else ""
    return " · ".join(
        _said(
            _icon("📍", harmless(location or "", 80)),
            _icon("📞" if channel == "phone" else "💻", platform),
            address if platform else _icon("🔗", address),
        )
    )


def _names(people: Sequence[str], voice: Voice) -> str:
    """Name people, the first few of many."""
    return voice.listing(_said(*map(_name, people)), most=_MOST_NAMES)


def _name(person: str | None) -> str:
    """Name somebody; a mention by number is marked as one."""
    name = harmless(person or "", 30)
    return f"@{name}" if name.isdigit() else name


def _assigned(person: str | None, voice: Voice) -> str:
    """Say who is to do it."""
    name = _name(person)
    return capital(voice.words.assigned.format(name=name)) if name else ""


def _tags(tags: Sequence[str], voice: Voice) -> str:
    """Say the tags, a bill's category among them in the reader's language, each once."""
    categories = voice.words.categories
    said = [harmless(categories.get(tag, "" if tag == "other" else tag), 25).lstrip("#") for tag in tags]
    return _icon("🏷️", " ".join(f"#{tag}" for tag in dict.fromkeys(filter(None, said[:_MOST_NAMES]))))


def _icon(icon: str, text: str) -> str:
    """Put the icon before the text, where there is a text."""
    return f"{icon} {text}" if text else ""


def _said(*parts: str) -> tuple[str, ...]:
    """Return the parts that say something."""
    return tuple(part for part in parts if part)


def _texts(value: object) -> list[str]:
    """Read a list of texts."""
    return [str(each) for each in value] if isinstance(value, list | tuple) else []


def _moment(value: object) -> date | datetime | None:
    """Read a day or a moment, also one written as ISO 8601."""
    if isinstance(value, date):
        return value
    try:
        text = str(value)
        return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
    except ValueError:
        return None


def _amount(value: object) -> Decimal | None:
    """Read an amount, also one written as text."""
    try:
        return value if isinstance(value, Decimal) else Decimal(str(value))
    except InvalidOperation:
        return None
