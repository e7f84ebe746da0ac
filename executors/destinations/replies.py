"""The answer in the chat: what was read from the message, what became of it, and how to take it back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from executors.destinations.wording.details import Details, Reading, details, understood
from executors.destinations.wording.harmless import clip, harmless
from executors.destinations.wording.keys import KindWords
from executors.destinations.wording.occasion import LIVING, MARKS, Occasion, ReplyItem, Trouble
from executors.destinations.wording.own_words import LONGEST, check_template, fill_own_words, own_words, sums_of
from executors.destinations.wording.voice import Voice, counted

__all__ = ["LONGEST", "Occasion", "ReplyItem", "Trouble", "check_template", "fill_own_words", "render"]

_CHANGE_MARKS: Final = {"cancelled": "↩️", "kept": "📌", "flagged": "⚠️", "reminded": "⏰"}
_MOST_LISTED: Final = 10
_FEW: Final = 3
"""Up to so many items of a list say everything that was read of them."""


def render(occasion: Occasion) -> str:
    """Return the reply; it is empty only where there is neither an item nor a trouble to speak of."""
    voice = Voice.of(occasion.language, occasion.region, occasion.today)
    own = own_words(occasion, voice)
    if own:
        return own
    trouble = _trouble(occasion, voice) if occasion.trouble else []
    ending = _ending(occasion, voice)
    room = LONGEST - sum(len(line) + 1 for line in (*trouble, *ending)) - 4
    blocks = ["\n".join(block) for block in (_items(occasion, voice, room), trouble, ending) if block]
    return "\n\n".join(blocks)


def _items(occasion: Occasion, voice: Voice, room: int) -> list[str]:
    """Return the lines about the items: a card for a single one, a list for several of a kind."""
    lines: list[str] = []
    groups: dict[tuple[str, str], list[ReplyItem]] = {}
    for item in occasion.items:
        groups.setdefault((item.kind, item.change), []).append(item)
    for group in groups.values():
        left = room - sum(len(line) + 1 for line in lines)
        block = _card(group[0], occasion, voice) if len(group) == 1 else _list(group, occasion, voice, left)
        if lines:
            block = ["", *block]
        while block and sum(len(line) + 1 for line in block) > left:
            block.pop()
        lines += block
    return lines


def _card(item: ReplyItem, occasion: Occasion, voice: Voice) -> list[str]:
    """Return all that is to be said of a single item."""
    words = _kind_words(item, voice)
    said = _details(item, occasion, voice, short=False)
    then = voice.words.kinds.get(item.was or "") if item.change == "converted" else None
    reminded = item.change == "reminded"
    header = voice.words.reminder if reminded else counted(_header(words, item.change), 1)
    header += voice.aside(voice.words.was.format(a=then.a) if then else "")
    amount = f" · {said.amount}" if said.amount else ""
    first = f"{_mark(item, occasion)} {voice.words.card.format(header=header, title=said.title)}{amount}"
    if item.change in LIVING or item.change == "reminded":
        return [first, *said.first, *said.more]
    return [first, *_reason([item], occasion, voice)]


def _list(group: Sequence[ReplyItem], occasion: Occasion, voice: Voice, room: int) -> list[str]:
    """Return a line for each of several items, the sum of bills above them, and how many there was no room for."""
    words = _kind_words(group[0], voice)
    sums = sums_of(group)
    total = f" · {voice.words.total.format(money=voice.totals(sums))}" if sums else ""
    lines = [f"{_mark(group[0], occasion)} *{counted(_header(words, group[0].change), len(group))}*{total}"]
    left = room - len(lines[0]) - len(voice.words.and_more) - 8
    for shown, item in enumerate(group):
        said = _details(item, occasion, voice, short=True)
        more = said.more if len(group) <= _FEW else ("❗",) if item.said_priority in {"high", "critical"} else ()
        parts = (said.title, said.amount, *said.first, *more) if item.change in LIVING else (said.title, said.amount)
        line = "• " + " · ".join(filter(None, parts))
        left -= len(line) + 1
        if shown == _MOST_LISTED or left < 0:
            return [*lines, voice.words.and_more.format(n=len(group) - shown)]
        lines.append(line)
    return [*lines, *_reason(group, occasion, voice)]


def _details(item: ReplyItem, occasion: Occasion, voice: Voice, *, short: bool) -> Details:
    """Return what was read of an item."""
    zone = item.zone or occasion.named_zone or ""
    reading = Reading(voice, zone, zone_named=occasion.named_zone is not None, short=short)
    return details(item.data, title=item.title, tags=item.tags, priority=item.said_priority, reading=reading)


def _kind_words(item: ReplyItem, voice: Voice) -> KindWords:
    """Return how an item of that kind is called."""
    return voice.words.kinds.get(item.kind, voice.words.kinds["note"])


def _header(words: KindWords, change: str) -> tuple[str, str]:
    """Return the words for a change."""
    return {
        "created": words.created, "reopened": words.reopened, "converted": words.converted, "updated": words.updated,
        "cancelled": words.cancelled, "flagged": words.flagged, "done": words.done,
    }.get(change, words.kept)  # fmt: skip


def _mark(item: ReplyItem, occasion: Occasion) -> str:
    """Return the emoji that a reply begins with: the reaction itself, where it stands for this item alone."""
    if item.change in _CHANGE_MARKS:
        return _CHANGE_MARKS[item.change]
    own = harmless(occasion.emoji or "", 12)
    alone = len({other.kind for other in occasion.items}) == 1
    return own if own and alone else MARKS.get(item.kind, "📝")


def _reason(group: Sequence[ReplyItem], occasion: Occasion, voice: Voice) -> list[str]:
    """Return why these items were left alone."""
    speech, change, several = voice.words, group[0].change, len(group) > 1
    if all(item.status == "done" for item in group):
        why = {
            "kept": speech.kept_finished,
            "flagged": speech.flagged_message if occasion.emoji else speech.flagged_reaction,
        }.get(change)
        finished = _kind_words(group[0], voice).finished[several]
        return [why[several].format(finished=finished)] if why else []
    if change == "kept" and not occasion.emoji:
        return [speech.kept_late[several]]
    if change == "kept":
        return [] if several else [speech.kept_open]
    return [speech.flagged_open] if change == "flagged" and occasion.emoji else []


def _trouble(occasion: Occasion, voice: Voice) -> list[str]:
    """Return what could not be read, what was understood all the same, what is missing, and an example."""
    trouble = occasion.trouble
    if trouble is None:
        return []
    speech = voice.words
    words = speech.troubles.get(trouble.code, speech.troubles["other"])
    quote = voice.quote(occasion.excerpt, 60)
    lines = [f"🤔 {words.quoted.format(quote=quote) if quote else words.plain}"]
    zone = occasion.named_zone
    if said := understood(trouble.partial, Reading(voice, zone or "", zone_named=zone is not None)):
        lines.append(speech.understood.format(what=clip(said, 250)))
    if words.with_amount and trouble.partial.get("amount") is not None:
        lines.append(words.with_amount)
    elif words.missing:
        lines.append(speech.missing.format(what=words.missing))
    if words.example_helps and (example := voice.quote(trouble.example or "", 120)):
        emoji = harmless(trouble.example_emoji or occasion.emoji or "", 12)
        pattern = speech.try_this_reaction if emoji else speech.try_this
        lines.append(pattern.format(example=example, emoji=emoji))
    return lines


def _ending(occasion: Occasion, voice: Voice) -> list[str]:
    """Return when the message was sent, where that explains a date that is past, and how to take it back."""
    living = [item for item in occasion.items if item.change in LIVING]
    lines: list[str] = []
    late = any(_details(item, occasion, voice, short=True).past for item in living[:_MOST_LISTED])
    if late and occasion.sent_on < occasion.today:
        lines.append(voice.words.sent_on.format(day=voice.day(occasion.sent_on)))
    if living and occasion.emoji:
        lines.append(voice.words.undo)
    if any(item.change == "cancelled" for item in occasion.items) and not living and not occasion.emoji:
        lines.append(voice.words.redo)
    return lines
