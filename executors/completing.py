"""Finish, reopen or cancel items by hand; what repeats makes its next item when it is finished."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from psycopg.rows import class_row

from executors import reminders
from executors.items import ReactionKey, Written
from executors.kind import Db, day_or_instant
from executors.plan import How, Kind
from executors.series import Turn, next_turn
from sql import query
from sql.parameters import document


class NotPossible(Exception):  # noqa: N818 - it names what became of the request; the message says what to do instead
    """An item is not there, or not in a state in which this can be done to it; nothing was written."""


@dataclass(frozen=True, slots=True)
class Held:
    """An item in hand, locked: a row of `item.hold`."""

    connection_id: int
    message_id: str
    address: str
    chat: str
    revision: int
    id: int
    kind: Kind
    title: str
    status: str
    follows: int | None
    edited: bool
    fixed: dict[str, Any]
    """What wins over what was read: the day of its turn, and what a person changed."""
    zone: str
    recurrence: str | None
    day: date | None
    instant: datetime | None
    end_day: date | None
    end_instant: datetime | None
    emoji: str | None
    """The reaction that it came from, as it is now."""

    def when(self) -> date | datetime | None:
        """Return its day, or its hour on the clock of its zone."""
        fixed = self.fixed.get("start" if self.kind == "event" else "due")
        if isinstance(fixed, str) and self.kind != "note":
            # As it was reckoned: an hour that the clocks skipped is a later one on that day alone.
            moment = datetime.fromisoformat(fixed)
            return moment if "T" in fixed and self.kind != "bill" else moment.date()
        return self.day if self.instant is None else _wall(self.instant, self.zone)

    def written(self, how: How, status: str) -> Written:
        """Return it as something that just happened to it."""
        return Written(self.id, self.kind, self.title, status, how)


@dataclass(frozen=True, slots=True)
class Handled:
    """What was done to one item, and to the one that follows it."""

    key: ReactionKey
    chat: str
    emoji: str | None
    items: tuple[Written, ...]
    """Empty where everything was so already."""


def complete(db: Db, ids: Sequence[int], *, at: datetime, only: Kind | None = None) -> list[Handled]:
    """Finish items in the caller's transaction, each with the next one of its series; twice is as good as once.

    Raises `NotPossible` for an item that is cancelled, or not of the kind `only`.
    """
    return _each(db, ids, lambda item, _: _completed(db, item, at, only))


def reopen(db: Db, ids: Sequence[int]) -> list[Handled]:
    """Open finished or cancelled items again; the next one, where nobody touched it, is undone with its completion."""
    return _each(db, ids, lambda item, next_: _reopened(db, item, next_))


def cancel(db: Db, ids: Sequence[int]) -> list[Handled]:
    """Undo open items; they stay undone until their reaction or text changes. Raises `NotPossible` for done ones."""
    return _each(db, ids, lambda item, _: _cancelled(db, item))


def _each(db: Db, ids: Sequence[int], do: Callable[[Held, Held | None], Sequence[Written]]) -> list[Handled]:
    with db.cursor(row_factory=class_row(Held)) as cursor:
        held = cursor.execute(query("item.hold"), {"ids": list(ids)}).fetchall()
    known = {item.id: item for item in held}
    missing = [str(id_) for id_ in ids if id_ not in known]
    if missing:
        raise NotPossible(f"There is no item {', '.join(missing)}. Type: toque items ls")
    following = {item.follows: item for item in held if item.follows is not None}
    handled = []
    for id_ in dict.fromkeys(ids):
        item = known[id_]
        written = tuple(do(item, following.get(id_)))
        key = (item.connection_id, item.message_id, item.address)
        handled.append(Handled(key, item.chat, item.emoji, written))
    reminders.reschedule(db, [(one.key[0], item.id) for one in handled for item in one.items])
    return handled


def _completed(db: Db, item: Held, at: datetime, only: Kind | None) -> list[Written]:
    if only and item.kind != only:
        raise NotPossible(f"Item {item.id} is a {item.kind}, no {only}. Type: toque items done {item.id}")
    if item.status == "cancelled":
        raise NotPossible(f"Item {item.id} was cancelled. Type: toque items reopen {item.id}")
    if item.status == "done":
        return []
    db.execute(query("item.finish"), {**_key(item), "at": at})
    done = item.written("done", "done")
    turn = _turn(item, at)
    next_ = _follow(db, item, turn) if turn else None
    return [done] if next_ is None else [done, Written(next_, item.kind, item.title, "open", "created")]


def _turn(item: Held, at: datetime) -> Turn | None:
    """Return its next occurrence: after its own day, else after the day on which it was finished."""
    return next_turn(item.recurrence, item.when() or _wall(at, item.zone).date()) if item.recurrence else None


def _follow(db: Db, item: Held, turn: Turn) -> int | None:
    """Make the next item; None where there is one already."""
    name, column = ("start", "starts") if item.kind == "event" else ("due", "due")
    end = _end(item, turn)
    fixed: dict[str, object] = {name: turn.when, **({"end": end} if end else {})}
    if turn.rule != item.recurrence:
        fixed["recurrence"] = turn.rule
    row = db.execute(query("item.follow"), {**_key(item), "turn": document(fixed)}).fetchone()
    if row is None:
        return None
    begins, ends = day_or_instant(column, turn.when, item.zone), day_or_instant("ends", end, item.zone)
    db.execute(
        query(f"{item.kind}.follow"),
        {
            **_key(item), "next": row[0], "rule": turn.rule, "on": begins[f"{column}_on"], "at": begins[f"{column}_at"],
            "end_on": ends["ends_on"], "end_at": ends["ends_at"],
        },
    )  # fmt: skip
    return int(row[0])


def _end(item: Held, turn: Turn) -> date | datetime | None:
    """Return when the next one is over: it lasts as long as this one, by the clock on the wall."""
    starts = item.when()
    if isinstance(starts, datetime) and isinstance(turn.when, datetime) and item.end_instant:
        return turn.when + (_wall(item.end_instant, item.zone) - starts)
    if starts and item.end_day:
        return turn.when + (item.end_day - starts)
    return None


def _reopened(db: Db, item: Held, next_: Held | None) -> list[Written]:
    if item.status == "open":
        return []
    db.execute(query("item.reopen"), _key(item))
    again = [item.written("reopened", "open")]
    if item.status == "done" and next_ and next_.status == "open" and not next_.edited:
        db.execute(query("item.undo"), {**_key(next_), "revision": None})
        again.append(next_.written("cancelled", "cancelled"))
    return again


def _cancelled(db: Db, item: Held) -> list[Written]:
    if item.status == "done":
        raise NotPossible(f"Item {item.id} is done. Type: toque items reopen {item.id}")
    if item.status == "cancelled":
        return []
    db.execute(query("item.undo"), {**_key(item), "revision": item.revision})
    return [item.written("cancelled", "cancelled")]


def _key(item: Held) -> dict[str, int]:
    return {"connection_id": item.connection_id, "id": item.id}


def _wall(instant: datetime, zone: str) -> datetime:
    return instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
