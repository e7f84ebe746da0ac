"""Try rules on the reactions and messages that are stored: what they would have made, beside what there is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

import psycopg
from psycopg.rows import class_row, dict_row

from engine import situation
from engine.deadline import Ended
from engine.decide import Decision, decide
from engine.situation import Reaction
from executors.items import ReactionKey
from executors.plan import Existing, Wanted, reacted
from rules.book import Book
from sql import query
from sql.parameters import records

Db = psycopg.Connection[Any]

PAGE = 500
"""Reactions that are read at a time."""

_DIFFERENCES = {
    "created": "new", "reopened": "new", "converted": "changed", "updated": "changed", "cancelled": "gone",
    "kept": "same", "flagged": "same", "done": "same",
}  # fmt: skip
"""What carrying out the plan would do to an item, as a difference to what there is."""


@dataclass(frozen=True, slots=True)
class Messages:
    """What there is of messages as such."""

    standing: int
    dropped: int
    """Messages whose text was let go."""
    heard_since: datetime | None


@dataclass(frozen=True, slots=True)
class History:
    """What there is to look at, and what is missing from it."""

    standing: int
    taken_back: int
    """Reactions that were taken back: with which emoji is not kept."""
    never_seen: int
    """Reactions to messages that never came."""
    dropped: int
    """Reactions to messages whose text was let go."""
    without_text: int
    """Reactions to a voice message, a picture without words and so on."""
    heard_since: datetime | None
    messages: Messages | None = None
    """None where no rule is about messages: then nobody looks at those that were not reacted to."""

    @property
    def total(self) -> int:
        """How much there is to try."""
        return self.standing + (self.messages.standing if self.messages else 0)


@dataclass(frozen=True, slots=True)
class Difference:
    """One item that the rules want, or that they would not have made."""

    how: str
    """`new`, `changed`, `gone` or `same`."""
    wanted: Wanted | None
    existing: Existing | None

    @property
    def rule_id(self) -> str:
        """The rule that wants it, else the one that made it."""
        return self.wanted.rule_id if self.wanted else self.existing.rule_id if self.existing else ""


@dataclass(frozen=True, slots=True)
class Tried:
    """A reaction, or a message as such, as each book decides it; no decision where reading it was ended."""

    reaction: Reaction
    decisions: tuple[Decision | None, ...]
    existing: tuple[Existing, ...]

    def differences(self) -> list[Difference]:
        """Return what the first book would have made of it, beside what there is."""
        decision = self.decisions[0]
        if decision is None:
            return []
        living = [item for item in self.existing if item.status != "cancelled"]
        changes = reacted(living, decision.wanted, text_edited=False)
        return [
            Difference(_DIFFERENCES[change.how], change.wanted or _same(change.item, decision), change.item)
            for change in changes
        ]


SENT = {"webhook": "webhooks", "send_message": "messages", "notify": "notifications", "react": "reactions"}
"""What is sent out, by the step that does it."""


@dataclass(slots=True)
class Counts:
    """How often each rule fired and on which days, how many items it wanted, and how much it would have sent out."""

    fired: Counter[str] = field(default_factory=Counter)
    days: dict[str, Counter[date]] = field(default_factory=lambda: defaultdict(Counter))
    """By rule: how often it fired on each day, by the calendar of whoever reacted."""
    made: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    """By `items` or what is sent out: how much of it each rule made."""

    def add(self, decision: Decision | None, reaction: Reaction) -> None:
        """Count a decision in."""
        if decision is None:
            return
        fired = [verdict.rule.id for verdict in decision.asked if verdict.fired]
        self.fired.update(fired)
        day = situation.local(reaction.reacted_at, reaction.locale().zone).date()
        for rule_id in fired:
            self.days[rule_id][day] += 1
        self.made["items"].update(want.rule_id for want in decision.wanted)
        for errand in decision.errands:
            self.made[SENT[errand.action]][errand.rule_id] += 1

    def of(self, rule_id: str) -> dict[str, int]:
        """Return what one rule came to, by what it is."""
        return {"matches": self.fired[rule_id]} | {what: self.made[what][rule_id] for what in ("items", *SENT.values())}


Guard = Callable[[Callable[[], Decision]], Decision]


def history(db: Db, connection_id: int, books: Sequence[Book], since: datetime) -> History:
    """Count what is stored since a moment, of messages too where a rule is about them."""
    values = {"connection_id": connection_id, "since": int(since.timestamp())}
    with db.cursor(row_factory=class_row(History)) as cursor:
        found = cursor.execute(query("backtest.history"), values).fetchone() or History(0, 0, 0, 0, 0, None)
    if not _watching(books):
        return found
    with db.cursor(row_factory=class_row(Messages)) as cursor:
        return replace(found, messages=cursor.execute(query("backtest.message_history"), values).fetchone())


def run(db: Db, connection_id: int, books: Sequence[Book], since: datetime, guard: Guard) -> Iterator[Tried]:
    """Decide every reaction that stands by each of the books, and every message where a rule is about messages.

    Reads pages of its own, and writes nothing.
    """
    for page in _reactions(db, connection_id, since):
        yield from _tried(db, page, books, guard)
    if watching := _watching(books):
        for page in _messages(db, connection_id, since):
            yield from (one for one in _tried(db, page, books, guard) if _says_anything(one, watching))


def _watching(books: Sequence[Book]) -> frozenset[str]:
    """Return the rules about messages."""
    return frozenset(rule.id for book in books for rule in book.rules if rule.message and rule.enabled)


def _says_anything(tried: Tried, watching: frozenset[str]) -> bool:
    """Tell whether a rule fired at a message, or made something of it: of most messages nothing is to be said."""
    fired = (verdict for one in tried.decisions if one for verdict in one.asked if verdict.fired)
    return bool(tried.existing) or None in tried.decisions or any(verdict.rule.id in watching for verdict in fired)


def _reactions(db: Db, connection_id: int, since: datetime) -> Iterator[list[Reaction]]:
    message_id = address = ""
    while True:
        place = {"connection_id": connection_id, "since": int(since.timestamp()), "n": PAGE}
        page = db.execute(
            query("backtest.reactions"), place | {"message_id": message_id, "address": address}
        ).fetchall()
        if not page:
            return
        message_id, address = page[-1]
        yield _load(db, [(connection_id, *row) for row in page])


def _messages(db: Db, connection_id: int, since: datetime) -> Iterator[list[Reaction]]:
    message_id = ""
    while True:
        place = {"connection_id": connection_id, "since": int(since.timestamp()), "n": PAGE, "message_id": message_id}
        with db.cursor(row_factory=class_row(Reaction)) as cursor:
            page = cursor.execute(query("backtest.messages"), place).fetchall()
        if not page:
            return
        message_id = page[-1].message_id
        yield page


def _tried(db: Db, page: Sequence[Reaction], books: Sequence[Book], guard: Guard) -> Iterator[Tried]:
    existing = _items(db, [key for reaction in page for key in reaction.keys])
    for reaction in page:
        if reaction.emoji is None or reaction.ours or not reaction.message_known:
            continue
        made = tuple(item for key in reaction.keys for item in existing.get(key, ()))
        yield Tried(reaction, tuple(_decided(book, reaction, guard) for book in books), made)


def _decided(book: Book, reaction: Reaction, guard: Guard) -> Decision | None:
    try:
        return guard(lambda: decide(book, situation.of(reaction)))
    except Ended:
        return None


def _same(item: Existing | None, decision: Decision) -> Wanted | None:
    """Return what is wanted of an item that stays as it is."""
    wants = (want for want in decision.wanted if item and (want.rule_id, want.step) == (item.rule_id, item.step))
    return next((want for want in wants if item and (want.position, want.title) == (item.position, item.title)), None)


def _load(db: Db, keys: Sequence[ReactionKey]) -> list[Reaction]:
    with db.cursor(row_factory=class_row(Reaction)) as cursor:
        return cursor.execute(query("settle.load"), {"keys": _keys(keys)}).fetchall()


def _items(db: Db, keys: Sequence[ReactionKey]) -> dict[ReactionKey, list[Existing]]:
    found: dict[ReactionKey, list[Existing]] = defaultdict(list)
    with db.cursor(row_factory=dict_row) as cursor:
        for row in cursor.execute(query("backtest.items"), {"keys": _keys(sorted(set(keys)))}):
            key = (row.pop("connection_id"), row.pop("message_id"), row.pop("address"))
            found[key].append(Existing(**row | {"flags": tuple(row["flags"])}))
    return found


def _keys(keys: Sequence[ReactionKey]) -> Any:  # noqa: ANN401 - psycopg's wrapper
    return records({"connection_id": c, "message_id": m, "address": a} for c, m, a in keys)
