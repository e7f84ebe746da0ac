"""Dead letters and stuck items of the queue, for whoever looks after it: find, retry, discard, restore, unstick."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

import psycopg
from psycopg.rows import class_row, dict_row

from engine import reasons
from engine.explain import with_all_rules
from sql import query
from sql.parameters import records

Db = psycopg.Connection[Any]
AT_ONCE = 500
"""Letters that one statement takes."""

Place = tuple[datetime, int]
"""When a letter failed, and its id."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A dead letter, with what its reaction came to the last time that it came to anything."""

    connection_id: int
    id: int
    event_type: str
    event_data: dict[str, Any]
    kind: str
    """What it is for: `settle`, `deliver`, `ask`, `reminder`, or what a rule sends out, e.g. `webhook`."""
    last_error: str
    attempts: int
    created_at: datetime
    finished_at: datetime
    first_failed_at: datetime | None
    """None where that was before it was noted."""
    last_failed_at: datetime
    discarded_because: str | None
    chat: str | None
    address: str | None
    emoji: str | None
    message_id: str | None
    title: str | None
    """Of the item that it would remind of."""
    outcome: str | None
    explanation: dict[str, Any] | None

    @property
    def rules(self) -> list[str]:
        """The rules that fired when the reaction was settled last."""
        return [rule["id"] for rule in (self.explanation or {}).get("rules", ()) if rule["fired"]]

    @property
    def reason(self) -> str:
        """Why it failed, as a code that the pages have words for, with the next step."""
        return reasons.of(self.last_error)


def as_kept(some: Iterable[Letter]) -> list[dict[str, Any]]:
    """Return what the audit log keeps of letters."""
    return [{"id": one.id, "attempts": one.attempts, "error": one.last_error} for one in some]


@dataclass(frozen=True, slots=True)
class Filter:
    """Which letters are meant; what is None lets all through."""

    ids: Sequence[int] | None = None
    connections: Sequence[int] | None = None
    chats: Sequence[str] | None = None
    rule: str | None = None
    error: str | None = None
    kind: str | None = None
    older: float | None = None
    """Seconds since it failed."""
    until: datetime | None = None
    """It had failed by then: what was looked at can be acted on, and nothing that came after."""
    discarded: bool = False

    def values(self) -> dict[str, Any]:
        """Return the parameters of `letters.find` and `letters.count`."""
        said = {name: getattr(self, name) for name in self.__slots__}
        return {name: list(value) if isinstance(value, list | tuple) else value for name, value in said.items()}


@dataclass(frozen=True, slots=True)
class Count:
    """How many letters of a kind a number has."""

    connection_id: int
    kind: str
    letters: int


@dataclass(frozen=True, slots=True)
class Handling:
    """What is to be done to letters."""

    action: Literal["retry", "discard", "restore"]
    reason: str = ""
    """Why they are given up."""
    then: bool = False
    """Try them again by the rules of the moment at which each came."""

    def carry_out(self, db: Db, some: Sequence[Letter]) -> list[int]:
        """Do it to letters, a part that one statement takes after the other; return the ids of what was done."""
        return [id_ for part in parts(some) for id_ in self._part(db, part)]

    def _part(self, db: Db, part: Sequence[Letter]) -> list[int]:
        match self.action:
            case "retry":
                return retry(db, part, then=self.then)
            case "discard":
                return discard(db, part, self.reason)
            case "restore":
                return restore(db, part)


@dataclass(frozen=True, slots=True)
class Left:
    """What is left in the queue."""

    due: int
    held: int
    later: int
    due_since: datetime | None = None
    """Since when the oldest of what is due could have been done."""


def find(db: Db, which: Filter, *, explained: bool = True) -> list[Letter]:
    """Return the letters that are meant, the newest first; whoever only needs to know which leaves explanations out."""
    found: list[Letter] = []
    place: Place | None = None
    while part := page(db, which, AT_ONCE, before=place, explained=explained):
        found += part
        place = (part[-1].finished_at, part[-1].id)
    return found


def page(db: Db, which: Filter, n: int, *, before: Place | None, explained: bool = True) -> list[Letter]:
    """Return at most `n` letters, the newest first, after the one that failed at that moment and has that id."""
    moment, id_ = before or (None, None)
    values = which.values() | {"explained": explained, "n": n, "before": moment, "before_id": id_}
    with db.cursor(row_factory=dict_row) as cursor:
        return [_letter(row, row.pop("book")) for row in cursor.execute(query("letters.find"), values).fetchall()]


def counted(db: Db, which: Filter) -> list[Count]:
    """Return how many letters are meant, by number and kind."""
    with db.cursor(row_factory=class_row(Count)) as cursor:
        return cursor.execute(query("letters.count"), which.values()).fetchall()


def tallied(some: Iterable[Letter]) -> list[Count]:
    """Return how many of these letters there are, by number and kind."""
    found = Counter((one.connection_id, one.kind) for one in some)
    return [Count(*key, n) for key, n in sorted(found.items())]


def noted(some: Sequence[Letter], how: Handling) -> Iterable[tuple[int, dict[str, Any]]]:
    """Yield what the audit log keeps of a handling, of each number by itself: with it the content goes."""
    for of in sorted({one.connection_id for one in some}):
        own = [one for one in some if one.connection_id == of]
        after = {"ids": [one.id for one in own], "reason": how.reason or None}
        yield of, {"before": as_kept(own), "after": after}


def _letter(row: dict[str, Any], book: Any) -> Letter:  # noqa: ANN401 - a document of the database
    told = row["explanation"]
    return Letter(**row | {"explanation": with_all_rules(told, book) if told else told})


def parts(letters: Sequence[Letter]) -> Iterable[Sequence[Letter]]:
    """Return letters in parts that one statement each takes."""
    return (letters[start : start + AT_ONCE] for start in range(0, len(letters), AT_ONCE))


def retry(db: Db, letters: Iterable[Letter], *, then: bool) -> list[int]:
    """Put letters back to work, by the rules of now or of the moment at which each came; return their ids."""
    back = db.execute(query("letters.retry"), {"rows": _keys(letters), "then": then}).fetchall()
    db.execute(query("settle.announce_queue"))
    return sorted(row[1] for row in back)


def discard(db: Db, letters: Iterable[Letter], reason: str) -> list[int]:
    """Give letters up for a reason, which is kept with them; return their ids."""
    gone = db.execute(query("letters.discard"), {"rows": _keys(letters), "reason": reason}).fetchall()
    db.execute(query("settle.announce_feed"))
    return sorted(row[1] for row in gone)


def restore(db: Db, letters: Iterable[Letter]) -> list[int]:
    """Bring back what was given up, as the dead letters that they were; return their ids."""
    back = db.execute(query("letters.restore"), {"rows": _keys(letters)}).fetchall()
    db.execute(query("settle.announce_feed"))
    return sorted(row[1] for row in back)


def stuck(db: Db, older: float) -> list[dict[str, Any]]:
    """Return what workers hold though the lease is over for `older` seconds."""
    with db.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(query("letters.stuck"), {"older": older}).fetchall()


def unstick(db: Db, held: Iterable[dict[str, Any]]) -> list[int]:
    """Give such items back to the queue; return their ids."""
    rows = records({"connection_id": one["connection_id"], "id": one["id"]} for one in held)
    back = db.execute(query("letters.unstick"), {"rows": rows}).fetchall()
    db.execute(query("settle.announce_queue"))
    return sorted(row[1] for row in back)


def left(db: Db, connections: Sequence[int] | None = None) -> Left:
    """Return what is left to do."""
    with db.cursor(row_factory=class_row(Left)) as cursor:
        return cursor.execute(query("letters.left"), {"connections": connections}).fetchone() or Left(0, 0, 0)


def _keys(letters: Iterable[Letter]) -> Any:  # noqa: ANN401 - psycopg's wrapper
    return records({"connection_id": one.connection_id, "id": one.id} for one in letters)
